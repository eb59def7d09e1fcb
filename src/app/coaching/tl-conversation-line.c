/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one line of the lists in the coaching lens says: a conversation, a conversation to look at again, or something that
 * was agreed in one and is still open.  It is found out before there is a row, so that a list that says the same as before
 * is left alone.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-line.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-lists.h"

static TlConversationLine *
line_new (TlConversation *conversation)
{
  TlConversationLine *self = g_new0 (TlConversationLine, 1);

  self->id = g_strdup (tl_entity_get_id (TL_ENTITY (conversation)));
  return self;
}

/**
 * tl_conversation_line_free:
 * @self: (transfer full): a line
 */
void
tl_conversation_line_free (TlConversationLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->words);
  g_free (self->caption);
  g_free (self->state);
  g_free (self->action);
  g_free (self);
}

static char *
dup_person_name (TlConversation *conversation)
{
  return tl_entity_dup_display_name (TL_ENTITY (tl_conversation_get_person (conversation)));
}

/* How much was said, and who asked; the date first where it does not stand above.  What is written in whatever direction
 * comes last: the first word decides the direction of a line. */
static char *
say_caption (TlConversation *conversation,
             gboolean        with_date)
{
  g_autofree char *date = tl_date_format (tl_conversation_get_date (conversation));
  g_autofree char *counts = tl_conversation_lists_say_counts (conversation);
  g_autofree char *coach = tl_conversation_lists_say_coach (conversation);
  GString *text = g_string_new (NULL);

  if (with_date)
    g_string_append_printf (text, "%s · ", date);
  g_string_append (text, counts);
  if (*coach != '\0')
    {
      g_string_append (text, *counts != '\0' ? " · " : "");
      /* Translators: the name of the coach */
      g_string_append_printf (text, _("coached by \u2068%s\u2069"), coach);
    }

  return g_string_free (text, FALSE);
}

/**
 * tl_conversation_line_new:
 * @conversation: a conversation
 * @with_person: whether to say with whom it was
 *
 * Returns: (transfer full): its date, what it began with, and how much was said
 */
TlConversationLine *
tl_conversation_line_new (TlConversation *conversation,
                          gboolean        with_person)
{
  TlConversationLine *self;
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = line_new (conversation);
  self->title = with_person ? dup_person_name (conversation) : tl_date_format (tl_conversation_get_date (conversation));
  beginning = tl_conversation_lists_say_beginning (conversation);
  /* Translators: what somebody said */
  self->words = beginning != NULL ? g_strdup_printf (_("“\u2068%s\u2069”"), beginning)
                                  : g_strdup (_("Nothing has been said yet."));
  self->caption = say_caption (conversation, with_person);
  if (tl_conversation_get_state (conversation) == TL_CONVERSATION_STATE_OPEN)
    self->state = g_strdup (_("Paused"));
  return self;
}

/* How far away a day is, in words.  A day is no singular of days: the same form serves 21 in other languages. */
static char *
say_distance (TlDate date,
              TlDate today)
{
  guint n_days = date > today ? date - today : today - date;

  if (date == today)
    return g_strdup (_("Today"));
  if (n_days == 1)
    return g_strdup (date > today ? _("Tomorrow") : _("Yesterday"));
  if (date > today)
    return g_strdup_printf (ngettext ("In %u day", "In %u days", n_days), n_days);

  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", n_days), n_days);
}

/**
 * tl_conversation_line_new_to_look:
 * @conversation: a conversation with a date to look again
 * @with_person: whether to say with whom
 * @today: the day
 *
 * Returns: (transfer full): with whom to look again, and when
 */
TlConversationLine *
tl_conversation_line_new_to_look (TlConversation *conversation,
                                  gboolean        with_person,
                                  TlDate          today)
{
  TlConversationLine *self;
  TlDate date;
  g_autofree char *formatted = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = line_new (conversation);
  date = tl_conversation_get_look_again (conversation);
  formatted = tl_date_format (date);
  /* Translators: a date */
  when = g_strdup_printf (_("Look again on %s"), formatted);
  self->title = with_person ? dup_person_name (conversation) : g_strdup (when);
  self->caption = with_person ? g_strdup (when) : NULL;
  self->state = say_distance (date, today);
  self->is_state_due = date <= today;
  return self;
}

/* "by 30 November 2026 · agreed on 3 November 2026 · Ines" */
static char *
say_action (TlStatement *statement,
            gboolean     with_person)
{
  TlConversation *conversation = tl_statement_get_conversation (statement);
  g_autofree char *agreed = tl_date_format (tl_conversation_get_date (conversation));
  g_autofree char *due = tl_date_format (tl_statement_get_due (statement));
  g_autofree char *name = dup_person_name (conversation);
  const char *who = tl_statement_get_who (statement);
  GString *text = g_string_new (NULL);

  if (tl_statement_get_due (statement) != TL_DATE_NONE)
    {
      /* Translators: the date until which something is to be done */
      g_string_append_printf (text, _("by %s"), due);
      g_string_append (text, " · ");
    }
  /* Translators: the date of the conversation in which something was agreed */
  g_string_append_printf (text, _("agreed on %s"), agreed);

  /* Who does it is mostly the person: nobody has to be named twice. */
  if (with_person && (who == NULL || !g_str_has_prefix (who, name)))
    g_string_append_printf (text, " · \u2068%s\u2069", name);
  if (who != NULL)
    g_string_append_printf (text, " · \u2068%s\u2069", who);

  return g_string_free (text, FALSE);
}

/**
 * tl_conversation_line_new_action:
 * @statement: something agreed
 * @with_person: whether to say with whom it was
 * @is_read_only: whether nothing can be changed
 * @today: the day
 *
 * Returns: (transfer full): what was agreed, to be done or let go
 */
TlConversationLine *
tl_conversation_line_new_action (TlStatement *statement,
                                 gboolean     with_person,
                                 gboolean     is_read_only,
                                 TlDate       today)
{
  TlConversationLine *self;
  TlDate due;

  g_return_val_if_fail (TL_IS_STATEMENT (statement), NULL);

  self = line_new (tl_statement_get_conversation (statement));
  due = tl_statement_get_due (statement);
  self->title = tl_entity_dup_display_name (TL_ENTITY (statement));
  self->caption = say_action (statement, with_person);
  self->is_caption_due = due != TL_DATE_NONE && due < today;
  self->action = !is_read_only ? g_strdup (tl_entity_get_id (TL_ENTITY (statement))) : NULL;
  return self;
}

/**
 * tl_conversation_line_say:
 * @self: a line
 *
 * Returns: (transfer full): everything it says
 */
char *
tl_conversation_line_say (const TlConversationLine *self)
{
  const char *parts[] = { self->title, self->words, self->caption, self->state };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * tl_conversation_line_sign:
 * @self: a line
 *
 * Returns: (transfer full): what tells it from any line that says, shows or does something else
 */
char *
tl_conversation_line_sign (const TlConversationLine *self)
{
  g_autofree char *words = tl_conversation_line_say (self);

  return g_strdup_printf ("%s\n%s\n%s %d %d", self->id, words, self->action != NULL ? self->action : "",
                          self->is_state_due, self->is_caption_due);
}
