/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several goals at once: what they share, and what is set here is set for all of them, as one step. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-several-details.h"

#include <glib/gi18n-lib.h>

#include "tl-details-parts.h"
#include "tl-field-row.h"
#include "tl-goal-details-private.h"
#include "tl-goal-edits.h"

struct _TlSeveralDetails
{
  GtkBox parent_instance;

  TlDocument *document;
  GtkWidget  *title;
  GtkWidget  *facts[N_GOAL_FACTS];
};

G_DEFINE_FINAL_TYPE (TlSeveralDetails, tl_several_details, GTK_TYPE_BOX)

static gboolean
set_for_all (TlDocument    *document,
             GPtrArray     *goals,
             const GValue  *value,
             gpointer       user_data,
             GError       **error)
{
  tl_goal_edits_set (document, goals, user_data, value);
  return TRUE;
}

static void
tl_several_details_finalize (GObject *object)
{
  TlSeveralDetails *self = TL_SEVERAL_DETAILS (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_several_details_parent_class)->finalize (object);
}

static void
tl_several_details_class_init (TlSeveralDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_several_details_finalize;
}

static void
tl_several_details_init (TlSeveralDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

/**
 * tl_several_details_new:
 * @document: an open document
 *
 * Returns: (transfer full): the details of no goals yet
 */
GtkWidget *
tl_several_details_new (TlDocument *document)
{
  TlSeveralDetails *self = g_object_new (TL_TYPE_SEVERAL_DETAILS, NULL);

  self->document = g_object_ref (document);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "title-3");
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), tl_details_words_new (_("What is set here is set for all of them.")));

  for (guint i = 0; i < N_GOAL_FACTS; i++)
    {
      const char *label;
      const char *none;
      const char *property = tl_goal_details_get_fact (i, &label, &none);

      self->facts[i] = tl_field_row_new (document, property, label, TL_FIELD_DEFAULT);
      tl_field_row_set_none (TL_FIELD_ROW (self->facts[i]), none);
      tl_field_row_set_setter (TL_FIELD_ROW (self->facts[i]), set_for_all, (gpointer) property);
      gtk_box_append (GTK_BOX (self), self->facts[i]);
    }

  return GTK_WIDGET (self);
}

/**
 * tl_several_details_show:
 * @self: the details
 * @goals: (element-type TlGoal): goals of the document
 */
void
tl_several_details_show (TlSeveralDetails *self,
                         GPtrArray        *goals)
{
  g_autofree char *title = NULL;

  g_return_if_fail (TL_IS_SEVERAL_DETAILS (self));
  g_return_if_fail (goals != NULL);

  title = g_strdup_printf (ngettext ("%'u goal", "%'u goals", goals->len), goals->len);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  for (guint i = 0; i < N_GOAL_FACTS; i++)
    tl_field_row_set_entities (TL_FIELD_ROW (self->facts[i]), goals);
}
