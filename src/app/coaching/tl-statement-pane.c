/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of one statement, to be edited in place: what it is, for whom, and for Work who does it and by when.
 *
 * The fields are made once and bound to whichever statement is selected, which keeps the focus and what is being typed.
 * Fields that make no sense for what the statement is are not shown.  Beneath the words stands what they leave open, in one
 * sentence: it is said, and nothing is asked for.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-statement-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-conversation-edits.h"
#include "tl-field-row.h"
#include "tl-specificity.h"

#define N_FIELDS 11

struct _TlStatementPane
{
  GtkWidget parent_instance;

  TlDocument *document;
  GtkWidget  *rows[N_FIELDS];
  GtkWidget  *lacks;
};

G_DEFINE_FINAL_TYPE (TlStatementPane, tl_statement_pane, GTK_TYPE_WIDGET)

/* For which statements a field makes sense */
typedef enum
{
  FOR_ALL    = 0,
  FOR_FRAME  = 1 << 0,          /* what is no note */
  FOR_WORK   = 1 << 1,
  FOR_RESULT = 1 << 2,
  FOR_AGREED = 1 << 3,
} FieldUse;

static gboolean
set_facet (TlDocument    *document,
           GPtrArray     *statements,
           const GValue  *value,
           gpointer       user_data,
           GError       **error)
{
  TlStatement *statement = g_ptr_array_index (statements, 0);
  TlFacet facet = g_value_get_enum (value);

  tl_conversation_edits_set_facet (document, statement, facet,
                                   facet == TL_FACET_RESULT && tl_statement_get_reputation (statement));
  return TRUE;
}

static const struct
{
  const char    *property;
  const char    *label;
  TlFieldFlags   flags;
  TlFieldSetter  setter;
  const char    *placeholder;
  FieldUse       use;
} fields[N_FIELDS] = {
  { "text", N_("Statement"), TL_FIELD_TITLE, NULL, N_("What was said"), FOR_ALL },
  { "facet", N_("It Is"), TL_FIELD_DEFAULT, set_facet, NULL, FOR_ALL },
  { "reputation", N_("Reputation"), TL_FIELD_DEFAULT, NULL, NULL, FOR_RESULT },
  { "beneficiary", N_("For"), TL_FIELD_DEFAULT, NULL, NULL, FOR_FRAME },
  { "who", N_("Who"), TL_FIELD_ABOVE, NULL, N_("Who exactly"), FOR_FRAME },
  { "detail", N_("What It Looks Like"), TL_FIELD_MULTILINE, NULL, N_("What they would see, specifically"), FOR_FRAME },
  { "skills", N_("People, Skills, Activities"), TL_FIELD_MULTILINE, NULL, N_("What it takes"), FOR_WORK },
  { "due", N_("By When"), TL_FIELD_DEFAULT, NULL, NULL, FOR_FRAME },
  { "agreed", N_("Agreed"), TL_FIELD_DEFAULT, NULL, NULL, FOR_WORK },
  { "action-state", N_("How It Stands"), TL_FIELD_DEFAULT, NULL, NULL, FOR_AGREED },
  { "learned", N_("What Came of It"), TL_FIELD_MULTILINE, NULL, N_("What was learned"), FOR_AGREED },
};

static gboolean
makes_sense (FieldUse     use,
             TlStatement *statement)
{
  TlFacet facet = tl_statement_get_facet (statement);

  switch (use)
    {
    case FOR_ALL:
      return TRUE;

    case FOR_FRAME:
      return facet != TL_FACET_UNSET;

    case FOR_WORK:
      return facet == TL_FACET_WORK;

    case FOR_RESULT:
      return facet == TL_FACET_RESULT;

    case FOR_AGREED:
      return tl_statement_get_agreed (statement);
    }

  g_assert_not_reached ();
}

static void
tl_statement_pane_dispose (GObject *object)
{
  TlStatementPane *self = TL_STATEMENT_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_statement_pane_parent_class)->dispose (object);
}

static void
tl_statement_pane_class_init (TlStatementPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_statement_pane_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statement");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_statement_pane_init (TlStatementPane *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Statement"), -1);
}

static GtkWidget *
create_lacks (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
show_lacks (TlStatementPane *self,
            TlStatement     *statement)
{
  g_autofree char *sentence = NULL;

  if (statement != NULL)
    sentence = tl_lacks_to_sentence (tl_specificity_of (tl_coaching_data_get_cues (), statement),
                                     tl_statement_get_facet (statement));

  gtk_label_set_label (GTK_LABEL (self->lacks), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->lacks, sentence != NULL);
}

/**
 * tl_statement_pane_set_document:
 * @self: a pane without a document
 * @document: what is edited
 */
void
tl_statement_pane_set_document (TlStatementPane *self,
                                TlDocument      *document)
{
  g_return_if_fail (TL_IS_STATEMENT_PANE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->rows[i] = tl_field_row_new (document, fields[i].property, _(fields[i].label), fields[i].flags);
      if (fields[i].setter != NULL)
        tl_field_row_set_setter (TL_FIELD_ROW (self->rows[i]), fields[i].setter, NULL);
      if (fields[i].placeholder != NULL)
        tl_field_row_set_placeholder (TL_FIELD_ROW (self->rows[i]), _(fields[i].placeholder));
      gtk_widget_set_parent (self->rows[i], GTK_WIDGET (self));
    }

  self->lacks = create_lacks ();
  gtk_widget_insert_after (self->lacks, GTK_WIDGET (self), self->rows[0]);
}

/**
 * tl_statement_pane_show:
 * @self: a pane with a document
 * @statement: (nullable): the statement it is about
 *
 * Shows what is known of it; to be called again when the model has changed.
 */
void
tl_statement_pane_show (TlStatementPane *self,
                        TlStatement     *statement)
{
  g_return_if_fail (TL_IS_STATEMENT_PANE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (statement == NULL || TL_IS_STATEMENT (statement));

  for (guint i = 0; i < N_FIELDS; i++)
    {
      tl_field_row_set_entity (TL_FIELD_ROW (self->rows[i]), (TlEntity *) statement);
      gtk_widget_set_visible (self->rows[i], statement != NULL && makes_sense (fields[i].use, statement));
    }
  show_lacks (self, statement);
}
