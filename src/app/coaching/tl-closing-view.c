/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a conversation ends: which of the Work is agreed, what stays open, when to look again, and what becomes of it all.
 *
 * Every piece of Work is listed, agreed or not: what is agreed is decided here at the latest.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-closing-view.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-field-row.h"
#include "tl-statement.h"
#include "tl-vocabulary.h"

#define STATEMENT "tl-closing-statement"
#define SIGNATURE "tl-closing-signature"

struct _TlClosingView
{
  GtkWidget parent_instance;

  TlDocument *document;
  gboolean    is_showing;

  GtkListBox *work;
  GtkWidget  *no_work;
  GtkBox     *fields;
  GtkWidget  *open_questions;
  GtkWidget  *look_again;
  GtkWidget  *date;
};

G_DEFINE_FINAL_TYPE (TlClosingView, tl_closing_view, GTK_TYPE_WIDGET)

static TlStatement *
find_statement (TlClosingView *self,
                const char    *id)
{
  TlEntity *entity = tl_model_lookup (tl_document_get_model (self->document), id);

  return TL_IS_STATEMENT (entity) ? TL_STATEMENT (entity) : NULL;
}

static void
toggled_cb (TlClosingView  *self,
            GtkCheckButton *check)
{
  TlStatement *statement = find_statement (self, g_object_get_data (G_OBJECT (check), STATEMENT));
  gboolean is_agreed = gtk_check_button_get_active (check);

  g_assert (TL_IS_CLOSING_VIEW (self));

  if (self->is_showing || statement == NULL || tl_statement_get_agreed (statement) == is_agreed)
    return;

  tl_document_begin_group (self->document, is_agreed ? _("Agree on Work") : _("Take Back an Agreement"));
  tl_statement_set_agreed (statement, is_agreed);
  tl_document_finish_group (self->document);
}

/* Who does it and by when, as far as that was said */
static char *
say_who_and_when (TlStatement *statement)
{
  TlDate due = tl_statement_get_due (statement);
  g_autofree char *who = tl_statement_dup_doer (statement);
  g_autofree char *date = due != TL_DATE_NONE ? tl_date_format (due) : NULL;

  if (who != NULL && date != NULL)
    /* Translators: by when, and who does it */
    return g_strdup_printf (_("By %s · \u2068%s\u2069"), date, who);
  if (date != NULL)
    /* Translators: the date until which something is to be done */
    return g_strdup_printf (_("By %s"), date);

  if (who != NULL)
    /* Translators: who does it, of what has no date yet */
    return g_strdup_printf (_("\u2068%s\u2069 · no date yet"), who);

  return g_strdup (_("Nobody has said who does it, and by when."));
}

/* What became of it stands before who does it: the tick beside it says only that it was agreed. */
static char *
say_terms (TlStatement *statement)
{
  TlActionState state = tl_statement_get_action_state (statement);
  g_autofree char *terms = say_who_and_when (statement);

  return state == TL_ACTION_STATE_OPEN ? g_steal_pointer (&terms)
                                       : g_strdup_printf ("%s · %s", tl_enum_to_label (TL_TYPE_ACTION_STATE, state), terms);
}

static GtkWidget *
create_labels (const char *text,
               const char *terms)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *const words[] = { text, terms };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      if (i == 0)
        {
          gtk_label_set_lines (GTK_LABEL (label), 4);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        }
      else
        gtk_widget_set_css_classes (label, (const char *[]) { "caption", "dim-label", NULL });
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static GtkWidget *
create_row (TlClosingView *self,
            TlStatement   *statement)
{
  g_autofree char *text = tl_entity_dup_display_name (TL_ENTITY (statement));
  g_autofree char *terms = say_terms (statement);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: a piece of Work that can be agreed on */
  g_autofree char *name = g_strdup_printf (_("Agreed: %s"), text);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_labels (text, terms));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tl_statement_get_agreed (statement));
  gtk_widget_set_sensitive (check, !tl_document_get_read_only (self->document));
  gtk_widget_add_css_class (check, "line");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, terms, -1);
  g_object_set_data_full (G_OBJECT (check), STATEMENT, g_strdup (tl_entity_get_id (TL_ENTITY (statement))), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GPtrArray *
list_work (TlConversation *conversation)
{
  GPtrArray *statements = tl_conversation_dup_statements (conversation);

  for (guint i = 0; i < statements->len;)
    {
      if (tl_statement_get_facet (statements->pdata[i]) == TL_FACET_WORK)
        i++;
      else
        g_ptr_array_remove_index (statements, i);
    }

  return statements;
}

static char *
sign (TlClosingView *self,
      GPtrArray     *work)
{
  GString *signature = g_string_new (tl_document_get_read_only (self->document) ? "read-only\n" : NULL);

  for (guint i = 0; i < work->len; i++)
    {
      g_autofree char *terms = say_terms (work->pdata[i]);

      g_string_append_printf (signature, "%s\n%d\n%s\n%s\n", tl_entity_get_id (work->pdata[i]),
                              tl_statement_get_agreed (work->pdata[i]), terms, tl_statement_get_text (work->pdata[i]));
    }

  return g_string_free (signature, FALSE);
}

/* The row whose check has the focus, or -1 */
static int
find_focused (TlClosingView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->work));

  return GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
show_work (TlClosingView  *self,
           TlConversation *conversation)
{
  g_autoptr (GPtrArray) work = list_work (conversation);
  g_autofree char *signature = sign (self, work);
  int focused = find_focused (self);
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self->work), work->len > 0);
  gtk_widget_set_visible (self->no_work, work->len == 0);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->work), SIGNATURE), signature) == 0)
    return;

  self->is_showing = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->work, 0)) != NULL)
    gtk_list_box_remove (self->work, GTK_WIDGET (row));
  for (guint i = 0; i < work->len; i++)
    gtk_list_box_append (self->work, create_row (self, work->pdata[i]));
  self->is_showing = FALSE;
  g_object_set_data_full (G_OBJECT (self->work), SIGNATURE, g_steal_pointer (&signature), g_free);

  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->work, focused) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static gboolean
tl_closing_view_grab_focus (GtkWidget *widget)
{
  TlClosingView *self = TL_CLOSING_VIEW (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->work, 0);

  if (first != NULL)
    return gtk_widget_grab_focus (gtk_list_box_row_get_child (first));

  return gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

static void
tl_closing_view_dispose (GObject *object)
{
  TlClosingView *self = TL_CLOSING_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_closing_view_parent_class)->dispose (object);
}

static void
tl_closing_view_class_init (TlClosingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_closing_view_dispose;
  widget_class->grab_focus = tl_closing_view_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-closing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlClosingView, work);
  gtk_widget_class_bind_template_child (widget_class, TlClosingView, no_work);
  gtk_widget_class_bind_template_child (widget_class, TlClosingView, fields);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "closing");
}

static void
tl_closing_view_init (TlClosingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_closing_view_set_document:
 * @self: a view without a document
 * @document: what is edited
 */
void
tl_closing_view_set_document (TlClosingView *self,
                              TlDocument    *document)
{
  g_return_if_fail (TL_IS_CLOSING_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->open_questions = tl_field_row_new (document, "open-questions", _("Open Questions"), TL_FIELD_MULTILINE);
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->open_questions), _("What you want to think about until then"));
  self->look_again = tl_field_row_new (document, "look-again", _("Look Again"), TL_FIELD_DEFAULT);
  gtk_box_append (self->fields, self->open_questions);
  self->date = tl_field_row_new (document, "date", _("Date"), TL_FIELD_DEFAULT);
  gtk_box_append (self->fields, self->look_again);
  gtk_box_append (self->fields, self->date);
}

/**
 * tl_closing_view_show:
 * @self: a view with a document
 * @conversation: a conversation of the document
 *
 * Shows how it ends; to be called again when the model has changed.
 */
void
tl_closing_view_show (TlClosingView  *self,
                      TlConversation *conversation)
{
  g_return_if_fail (TL_IS_CLOSING_VIEW (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  show_work (self, conversation);
  tl_field_row_set_entity (TL_FIELD_ROW (self->open_questions), TL_ENTITY (conversation));
  tl_field_row_set_entity (TL_FIELD_ROW (self->look_again), TL_ENTITY (conversation));
  tl_field_row_set_entity (TL_FIELD_ROW (self->date), TL_ENTITY (conversation));
}
