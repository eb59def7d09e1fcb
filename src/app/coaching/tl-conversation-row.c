/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the lists in the coaching lens.  Each leads to its conversation. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-row.h"

#include <glib/gi18n-lib.h>

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

static void
set_due (GtkLabel *label,
         gboolean  is_due)
{
  if (is_due)
    gtk_widget_add_css_class (GTK_WIDGET (label), "due");
}

static void
offer_step (GtkButton  *button,
            const char *action,
            const char *text,
            const char *id)
{
  /* Translators: what a button does, and what with */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), gtk_button_get_label (button), text);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_conversation_row_new:
 * @line: what it says
 *
 * Returns: (transfer floating): a row, with Done and Let Go where there is something to be done
 */
GtkWidget *
tl_conversation_row_new (const TlConversationLine *line)
{
  TlConversationRow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (TL_TYPE_CONVERSATION_ROW, NULL);
  self->id = g_strdup (line->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "coaching.open");
  show_text (self->title, line->title);
  show_text (self->words, line->words);
  show_text (self->caption, line->caption);
  show_text (self->state, line->state);
  set_due (self->caption, line->is_caption_due);
  set_due (self->state, line->is_state_due);
  gtk_widget_set_visible (self->steps, line->action != NULL);
  if (line->action != NULL)
    {
      offer_step (self->done, "coaching.done", line->title, line->action);
      offer_step (self->let_go, "coaching.let-go", line->title, line->action);
    }

  /* Says what the row says to those who cannot see it. */
  name = tl_conversation_line_say (line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
