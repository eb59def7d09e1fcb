/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts what is talked about into the slots of a question. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <string.h>

#include "tl-format.h"
#include "tl-frame-private.h"
#include "tl-question-flow-private.h"

static char *
say_person (TlConversation *conversation)
{
  TlPerson *person = tl_conversation_get_person (conversation);
  g_autofree char *name = person != NULL ? tl_entity_dup_display_name (TL_ENTITY (person)) : g_strdup ("");

  return tl_format_isolate (name);
}

static char *
say_date (TlStatement *about)
{
  TlConversation *conversation = tl_statement_get_conversation (about);
  TlDate date = conversation != NULL ? tl_conversation_get_date (conversation) : TL_DATE_NONE;

  return date != TL_DATE_NONE ? tl_date_format (date) : g_strdup ("");
}

/* Returns: (transfer full) (nullable): what stands for a slot, which the reader of the file knows to be one */
static char *
fill_slot (const char     *slot,
           TlConversation *conversation,
           TlStatement    *about)
{
  if (g_str_has_prefix (slot, "{person}"))
    return say_person (conversation);
  if (about == NULL)
    return NULL;
  if (g_str_has_prefix (slot, "{statement}"))
    return tl_frame_quote (tl_statement_get_text (about));
  if (g_str_has_prefix (slot, "{beneficiary}"))
    return tl_frame_say_for (about);
  if (g_str_has_prefix (slot, "{wider}"))
    return g_strdup (tl_frame_say_wider (tl_statement_get_beneficiary (about)));
  if (g_str_has_prefix (slot, "{date}"))
    return say_date (about);

  return NULL;
}

/* Returns: (transfer full): @pattern with its slots filled, in one go: what somebody has said is never taken for a slot */
char *
tl_question_say (const char     *pattern,
                 TlConversation *conversation,
                 TlStatement    *about)
{
  GString *text = g_string_new (NULL);
  const char *p = pattern;

  while (*p != '\0')
    {
      gsize length = strcspn (p, "{");
      g_autofree char *filled = NULL;

      g_string_append_len (text, p, length);
      p += length;
      if (*p == '\0')
        break;

      filled = fill_slot (p, conversation, about);
      if (filled != NULL)
        {
          g_string_append (text, filled);
          p = strchr (p, '}') + 1;
        }
      else
        {
          g_string_append_c (text, *p++);
        }
    }

  return g_string_free (text, FALSE);
}
