/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a question and a finding speak of a statement and of the people it is for. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-frame-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

/* What is quoted of a statement: a question has to stay a question when somebody has said 2,000 characters. */
#define MOST_QUOTED 120

/* No cut before the last third of what fits: rather a word cut in two than half of it gone. */
#define LEAST_QUOTED (MOST_QUOTED * 2 / 3)

/* On one line, with single spaces */
static char *
dup_on_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isspace (letter) && !g_unichar_iscntrl (letter))
        g_string_append_unichar (line, letter);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }

  return g_strchomp (g_string_free (line, FALSE));
}

static void
cut_at_word (char *line)
{
  char *end = g_utf8_offset_to_pointer (line, MOST_QUOTED);
  char *least = g_utf8_offset_to_pointer (line, LEAST_QUOTED);

  for (char *p = end; p > least; p--)
    {
      if (*p == ' ')
        {
          *p = '\0';
          return;
        }
    }

  *end = '\0';
}

/* A full stop within quotation marks within a sentence would end it, and so would what parts sentences. */
static void
drop_last_mark (char *line)
{
  gsize length = strlen (line);

  while (length > 0 && strchr (".,;: ", line[length - 1]) != NULL)
    line[--length] = '\0';
}

/* Returns: (transfer full): @text to be put between quotation marks: one line, not long, with a direction of its own */
char *
tl_frame_quote (const char *text)
{
  g_autofree char *line = dup_on_one_line (text != NULL ? text : "");
  g_autofree char *whole = NULL;

  if (g_utf8_strlen (line, -1) > MOST_QUOTED)
    {
      cut_at_word (line);
      drop_last_mark (line);
      whole = g_strconcat (line, "…", NULL);
      return tl_format_isolate (whole);
    }

  drop_last_mark (line);
  return tl_format_isolate (line);
}

/* Whom something is for, within a sentence */
static const char *
say_circle (TlBeneficiary beneficiary)
{
  switch (beneficiary)
    {
    case TL_BENEFICIARY_TEAM:
      /* Translators: whom something is for, within a sentence, as in "Think of our team" */
      return _("our team");

    case TL_BENEFICIARY_ORGANISATION:
      return _("our organisation");

    case TL_BENEFICIARY_CUSTOMER:
      return _("the customer");

    case TL_BENEFICIARY_CUSTOMERS_CUSTOMERS:
      return _("the customer’s customers");

    case TL_BENEFICIARY_COMMUNITY:
      return _("the community");

    case TL_BENEFICIARY_UNSET:
    default:
      return _("the people it is for");
    }
}

/* Returns: (transfer full): whom @statement is for, as part of a sentence: by name when that was said */
char *
tl_frame_say_for (TlStatement *statement)
{
  const char *said = tl_statement_get_who (statement);
  g_autofree char *who = dup_on_one_line (said != NULL ? said : "");

  if (*who != '\0' && tl_statement_get_facet (statement) == TL_FACET_IMPACT)
    return tl_frame_quote (who);

  return g_strdup (say_circle (tl_statement_get_beneficiary (statement)));
}

/* Returns: (transfer none): who comes next further out, within a sentence, as in "further out, for the customer" */
const char *
tl_frame_say_wider (TlBeneficiary beneficiary)
{
  switch (beneficiary)
    {
    case TL_BENEFICIARY_TEAM:
      return _("our whole organisation");

    case TL_BENEFICIARY_CUSTOMER:
      return _("the customer’s customers");

    case TL_BENEFICIARY_CUSTOMERS_CUSTOMERS:
    case TL_BENEFICIARY_COMMUNITY:
      return _("the community");

    case TL_BENEFICIARY_UNSET:
    case TL_BENEFICIARY_ORGANISATION:
    default:
      return _("the customer");
    }
}
