/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the lists in the coaching lens: a conversation, a conversation to look at again, or something that was
 * agreed in one and is still open.  Each leads to its conversation.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-row.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-lists.h"

struct _TlConversationRow
{
  GtkListBoxRow parent_instance;

  char      *id;                /* of the conversation it leads to */

  GtkButton *button;
  GtkLabel  *title;
  GtkLabel  *words;
  GtkLabel  *caption;
  GtkLabel  *state;
  GtkWidget *steps;
  GtkButton *done;
  GtkButton *let_go;
};

G_DEFINE_FINAL_TYPE (TlConversationRow, tl_conversation_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
tl_conversation_row_finalize (GObject *object)
{
  TlConversationRow *self = TL_CONVERSATION_ROW (object);

  g_free (self->id);

  G_OBJECT_CLASS (tl_conversation_row_parent_class)->finalize (object);
}

static void
tl_conversation_row_class_init (TlConversationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_conversation_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-conversation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, button);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, words);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, state);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, steps);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, done);
  gtk_widget_class_bind_template_child (widget_class, TlConversationRow, let_go);
}

static void
tl_conversation_row_init (TlConversationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TlConversationRow *
row_new (TlConversation *conversation)
{
  TlConversationRow *self = g_object_new (TL_TYPE_CONVERSATION_ROW, NULL);

  self->id = g_strdup (tl_entity_get_id (TL_ENTITY (conversation)));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "coaching.open");
  return self;
}

/* Everything it says, on one line */
static char *
say (TlConversationRow *self)
{
  GtkLabel *labels[] = { self->title, self->words, self->caption, self->state };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *part = gtk_label_get_label (labels[i]);

      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }

  return g_string_free (text, FALSE);
}

/* Says what the row says to those who cannot see it. */
static void
name_row (TlConversationRow *self)
{
  g_autofree char *name = say (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
 * tl_conversation_row_new:
 * @conversation: a conversation
 * @with_person: whether to say with whom it was
 *
 * Returns: (transfer full): a row with its date, what it began with, and how much was said
 */
GtkWidget *
tl_conversation_row_new (TlConversation *conversation,
                         gboolean        with_person)
{
  TlConversationRow *self;
  g_autofree char *title = NULL;
  g_autofree char *beginning = NULL;
  g_autofree char *words = NULL;
  g_autofree char *caption = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = row_new (conversation);
  title = with_person ? dup_person_name (conversation) : tl_date_format (tl_conversation_get_date (conversation));
  beginning = tl_conversation_lists_say_beginning (conversation);
  if (beginning != NULL)
    /* Translators: what somebody said */
    words = g_strdup_printf (_("“\u2068%s\u2069”"), beginning);
  caption = say_caption (conversation, with_person);
  show_text (self->title, title);
  show_text (self->words, words != NULL ? words : _("Nothing has been said yet."));
  show_text (self->caption, caption);
  show_text (self->state, tl_conversation_get_state (conversation) == TL_CONVERSATION_STATE_OPEN
                          ? _("Paused") : NULL);
  gtk_widget_set_visible (self->steps, FALSE);
  name_row (self);
  return GTK_WIDGET (self);
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
 * tl_conversation_row_new_to_look:
 * @conversation: a conversation with a date to look again
 * @with_person: whether to say with whom
 * @today: the day
 *
 * Returns: (transfer full): a row that says with whom to look again, and when
 */
GtkWidget *
tl_conversation_row_new_to_look (TlConversation *conversation,
                                 gboolean        with_person,
                                 TlDate          today)
{
  TlConversationRow *self;
  TlDate date;
  g_autofree char *name = NULL;
  g_autofree char *formatted = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *distance = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = row_new (conversation);
  date = tl_conversation_get_look_again (conversation);
  name = dup_person_name (conversation);
  formatted = tl_date_format (date);
  /* Translators: a date */
  caption = g_strdup_printf (_("Look again on %s"), formatted);
  distance = say_distance (date, today);
  show_text (self->title, with_person ? name : caption);
  show_text (self->words, NULL);
  show_text (self->caption, with_person ? caption : NULL);
  show_text (self->state, distance);
  if (date <= today)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "due");
  gtk_widget_set_visible (self->steps, FALSE);
  name_row (self);
  return GTK_WIDGET (self);
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

static void
offer_step (GtkButton  *button,
            const char *action,
            const char *label,
            const char *text,
            const char *id)
{
  /* Translators: what a button does, and what with */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, text);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_conversation_row_new_action:
 * @statement: something agreed
 * @with_person: whether to say with whom it was
 * @is_read_only: whether nothing can be changed
 * @today: the day
 *
 * Returns: (transfer full): a row that says what was agreed, with Done and Let Go
 */
GtkWidget *
tl_conversation_row_new_action (TlStatement *statement,
                                gboolean     with_person,
                                gboolean     is_read_only,
                                TlDate       today)
{
  TlConversationRow *self;
  const char *id;
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  g_return_val_if_fail (TL_IS_STATEMENT (statement), NULL);

  self = row_new (tl_statement_get_conversation (statement));
  id = tl_entity_get_id (TL_ENTITY (statement));
  title = tl_entity_dup_display_name (TL_ENTITY (statement));
  caption = say_action (statement, with_person);
  show_text (self->title, title);
  show_text (self->words, NULL);
  show_text (self->caption, caption);
  show_text (self->state, NULL);
  if (tl_statement_get_due (statement) != TL_DATE_NONE && tl_statement_get_due (statement) < today)
    gtk_widget_add_css_class (GTK_WIDGET (self->caption), "due");
  gtk_widget_set_visible (self->steps, !is_read_only);
  offer_step (self->done, "coaching.done", gtk_button_get_label (self->done), title, id);
  offer_step (self->let_go, "coaching.let-go", gtk_button_get_label (self->let_go), title, id);
  name_row (self);
  return GTK_WIDGET (self);
}

/**
 * tl_conversation_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the identity of the conversation it leads to
 */
const char *
tl_conversation_row_get_id (TlConversationRow *self)
{
  g_return_val_if_fail (TL_IS_CONVERSATION_ROW (self), NULL);

  return self->id;
}

/**
 * tl_conversation_row_sign:
 * @self: a row
 *
 * Returns: (transfer full): what tells it from any row that says, shows or does something else
 */
char *
tl_conversation_row_sign (TlConversationRow *self)
{
  g_autofree char *words = NULL;
  g_autofree char *target = NULL;
  GVariant *of_done;

  g_return_val_if_fail (TL_IS_CONVERSATION_ROW (self), NULL);

  words = say (self);
  of_done = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (self->done));
  target = of_done != NULL ? g_variant_dup_string (of_done, NULL) : NULL;
  return g_strdup_printf ("%s\n%s\n%s %d %d %d", self->id, words, target != NULL ? target : "",
                          gtk_widget_get_visible (self->steps), gtk_widget_has_css_class (GTK_WIDGET (self->state), "due"),
                          gtk_widget_has_css_class (GTK_WIDGET (self->caption), "due"));
}
