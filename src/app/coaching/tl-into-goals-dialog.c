/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Into the cascade: statement by statement, what becomes of it; and beneath, in sentences, what will be added. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-into-goals-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-into-goals.h"
#include "tl-into-row.h"
#include "tl-similar.h"
#include "tl-undo-toast.h"

struct _TlIntoGoalsDialog
{
  AdwWindow parent_instance;

  TlDocument     *document;
  TlConversation *conversation;
  GPtrArray      *choices;
  GtkWidget      *from;         /* weak */

  AdwWindowTitle *heading;
  GtkWidget      *add;
  GtkStack       *stack;
  GtkBox         *rows;
  GtkLabel       *summary;
  GtkBox         *preview;
  GtkLabel       *problem;
};

G_DEFINE_FINAL_TYPE (TlIntoGoalsDialog, tl_into_goals_dialog, ADW_TYPE_WINDOW)

static guint
count_news (GPtrArray      *news,
            TlIntoNewsKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < news->len; i++)
    n += ((TlIntoNews *) g_ptr_array_index (news, i))->kind == kind;

  return n;
}

/* How many goals and contributions there will be; NULL for none of either */
static char *
dup_counts (GPtrArray *news)
{
  guint n_goals = count_news (news, TL_INTO_NEWS_GOAL);
  guint n_links = count_news (news, TL_INTO_NEWS_CONTRIBUTION);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *links = g_strdup_printf (ngettext ("%u contribution", "%u contributions", n_links), n_links);

  if (n_goals > 0 && n_links > 0)
    /* Translators: such as “2 goals”, and then “1 contribution” */
    return g_strdup_printf (_("%s and %s"), goals, links);
  if (n_goals > 0)
    return g_steal_pointer (&goals);

  return n_links > 0 ? g_steal_pointer (&links) : NULL;
}

/* A statement that is to be an existing goal, but which? */
static gboolean
is_undecided (TlIntoGoalsDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->into == TL_INTO_EXISTING && choice->goal == NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_anything_chosen (TlIntoGoalsDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      if (((TlIntoChoice *) g_ptr_array_index (self->choices, i))->into != TL_INTO_STAYS)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_summary (TlIntoGoalsDialog *self,
             GPtrArray         *news)
{
  g_autofree char *counts = dup_counts (news);

  if (counts != NULL)
    /* Translators: such as “2 goals and 1 contribution” */
    return g_strdup_printf (_("To be added: %s"), counts);
  if (count_news (news, TL_INTO_NEWS_LINKED) + count_news (news, TL_INTO_NEWS_UNLINKED) > 0)
    return g_strdup (_("Nothing is added; what was said is linked with its goals"));
  if (is_anything_chosen (self) && !is_undecided (self))
    return g_strdup (_("All that is chosen here is in the cascade already"));

  return g_strdup (_("Nothing will be added yet"));
}

static void
show_sentences (TlIntoGoalsDialog *self,
                GPtrArray         *news)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview))) != NULL)
    gtk_box_remove (self->preview, child);

  for (guint i = 0; i < news->len; i++)
    {
      GtkWidget *label = gtk_label_new (((TlIntoNews *) g_ptr_array_index (news, i))->sentence);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (self->preview, label);
    }
}

static gboolean
changes_anything (GPtrArray *news)
{
  return news->len > count_news (news, TL_INTO_NEWS_THERE) + count_news (news, TL_INTO_NEWS_LEFT_OUT);
}

/* What is still to be done, or why it was refused; there is room for one of them. */
static void
set_problem (TlIntoGoalsDialog *self,
             const char        *problem,
             gboolean           is_error)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
}

static void
update_preview (TlIntoGoalsDialog *self)
{
  g_autoptr (GPtrArray) news = tl_into_goals_preview (self->document, self->choices);
  g_autofree char *summary = dup_summary (self, news);
  gboolean undecided = is_undecided (self);

  g_assert (TL_IS_INTO_GOALS_DIALOG (self));

  gtk_label_set_label (self->summary, summary);
  show_sentences (self, news);
  set_problem (self, undecided ? _("Choose which goal each statement is linked with.") : NULL, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "into.add", changes_anything (news) && !undecided);
}

static void
tell_added (TlIntoGoalsDialog *self,
            GPtrArray         *news)
{
  g_autofree char *counts = dup_counts (news);
  g_autofree char *text = NULL;

  if (self->from == NULL)
    return;

  /* Translators: such as “2 goals and 1 contribution” */
  text = counts != NULL ? g_strdup_printf (_("Added to the cascade: %s"), counts) : g_strdup (_("Linked with the cascade"));
  tl_undo_toast_show (self->from, self->document, text);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TlIntoGoalsDialog *self = TL_INTO_GOALS_DIALOG (widget);
  g_autoptr (GPtrArray) news = tl_into_goals_preview (self->document, self->choices);
  g_autoptr (GError) error = NULL;

  if (!tl_into_goals_apply (self->document, self->conversation, self->choices, &error))
    {
      set_problem (self, error->message, TRUE);
      return;
    }

  tell_added (self, news);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (TlIntoGoalsDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkWidget *row = tl_into_row_new (self->document, g_ptr_array_index (self->choices, i));

      g_signal_connect_object (row, "changed", G_CALLBACK (update_preview), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }

  gtk_stack_set_visible_child_name (self->stack, self->choices->len > 0 ? "statements" : "empty");
}

static void
show_heading (TlIntoGoalsDialog *self)
{
  TlPerson *person = tl_conversation_get_person (self->conversation);
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (person));
  g_autofree char *date = tl_date_format (tl_conversation_get_date (self->conversation));
  /* Translators: the name of a person, and a date */
  g_autofree char *subtitle = g_strdup_printf (_("From the conversation with \u2068%s\u2069 on %s"), name, date);

  adw_window_title_set_subtitle (self->heading, subtitle);
}

static void
tl_into_goals_dialog_finalize (GObject *object)
{
  TlIntoGoalsDialog *self = TL_INTO_GOALS_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->conversation);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_into_goals_dialog_parent_class)->finalize (object);
}

static void
tl_into_goals_dialog_class_init (TlIntoGoalsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_into_goals_dialog_finalize;

  g_type_ensure (TL_TYPE_INTO_ROW);

  gtk_widget_class_install_action (widget_class, "into.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "into.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "into.add", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-into-goals-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, add);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlIntoGoalsDialog, problem);
}

static void
tl_into_goals_dialog_init (TlIntoGoalsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TlGoal *
find_similar (const char *text,
              gpointer    user_data)
{
  g_autoptr (GPtrArray) goals = tl_similar_find (user_data, text, 1);

  return goals->len > 0 ? g_ptr_array_index (goals, 0) : NULL;
}

/**
 * tl_into_goals_dialog_present:
 * @from: the widget it was asked for in, which shows the toast afterwards
 * @document: an open document that can be written to
 * @conversation: a conversation of it
 *
 * Offers to make goals of what was said.
 *
 * Returns: (transfer none): the dialog, on the screen; it destroys itself when it is closed
 */
GtkWidget *
tl_into_goals_dialog_present (GtkWidget      *from,
                              TlDocument     *document,
                              TlConversation *conversation)
{
  g_autoptr (TlSimilar) similar = NULL;
  TlIntoGoalsDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  self = g_object_new (TL_TYPE_INTO_GOALS_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);
  self->document = g_object_ref (document);
  self->conversation = g_object_ref (conversation);
  similar = tl_similar_new (tl_document_get_model (document));
  self->choices = tl_into_goals_suggest (conversation, find_similar, similar);
  g_set_weak_pointer (&self->from, from);
  show_heading (self);
  fill (self);
  update_preview (self);

  /* What is chosen first is what becomes of the first statement, not whether to go away again. */
  if (self->choices->len > 0)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->rows)));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
