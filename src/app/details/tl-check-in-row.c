/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One check-in on a goal: the day, how sure somebody is to meet it, and what was learned.
 *
 * The confidence is a slider, because it is a feeling, with a number beside it for who wants to be exact.  What is
 * dragged becomes one step when the slider has come to rest.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-check-in-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-details-parts.h"
#include "tl-field-row.h"

/* How long the slider rests before its place counts, in milliseconds */
#define REST 400

#define STEP 5

struct _TlCheckInRow
{
  GtkBox parent_instance;

  TlDocument *document;
  char       *id;
  GtkWidget  *date;
  GtkWidget  *slider;
  GtkWidget  *confidence;
  GtkWidget  *learned;
  GtkWidget  *remove;
  guint       rest_source;
  gboolean    is_showing;
};

G_DEFINE_FINAL_TYPE (TlCheckInRow, tl_check_in_row, GTK_TYPE_BOX)

static TlCheckIn *
find_check_in (TlCheckInRow *self)
{
  return self->id != NULL ? TL_CHECK_IN (tl_model_lookup (tl_document_get_model (self->document), self->id)) : NULL;
}

static void
commit (TlCheckInRow *self)
{
  TlCheckIn *check_in = find_check_in (self);
  double value = gtk_range_get_value (GTK_RANGE (self->slider));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (check_in == NULL || tl_document_get_read_only (self->document) ||
      tl_check_in_get_confidence (check_in) == value)
    return;

  tl_document_begin_group (self->document, _("Change Confidence"));
  tl_check_in_set_confidence (check_in, value);
  tl_document_finish_group (self->document);
}

static gboolean
rest_cb (gpointer user_data)
{
  TlCheckInRow *self = user_data;

  self->rest_source = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
slid_cb (TlCheckInRow *self)
{
  g_assert (TL_IS_CHECK_IN_ROW (self));

  if (self->is_showing)
    return;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST, rest_cb, self);
}

static void
remove_cb (TlCheckInRow *self)
{
  g_assert (TL_IS_CHECK_IN_ROW (self));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  tl_details_remove (self->remove, self->document, self->id, _("Check-in removed"));
}

static void
tl_check_in_row_unroot (GtkWidget *widget)
{
  TlCheckInRow *self = TL_CHECK_IN_ROW (widget);

  if (self->rest_source != 0)
    commit (self);

  GTK_WIDGET_CLASS (tl_check_in_row_parent_class)->unroot (widget);
}

static void
tl_check_in_row_finalize (GObject *object)
{
  TlCheckInRow *self = TL_CHECK_IN_ROW (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->document);
  g_free (self->id);

  G_OBJECT_CLASS (tl_check_in_row_parent_class)->finalize (object);
}

static void
tl_check_in_row_class_init (TlCheckInRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_check_in_row_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = tl_check_in_row_unroot;
}

static void
tl_check_in_row_init (TlCheckInRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "check-in");
}

static GtkWidget *
create_slider (TlCheckInRow *self)
{
  GtkWidget *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, STEP);

  gtk_scale_set_draw_value (GTK_SCALE (slider), FALSE);
  gtk_widget_set_hexpand (slider, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Confidence, 0 to 100 percent"),
                                  -1);
  g_signal_connect_object (slider, "value-changed", G_CALLBACK (slid_cb), self, G_CONNECT_SWAPPED);
  return slider;
}

/**
 * tl_check_in_row_new:
 * @document: an open document
 *
 * Returns: (transfer full): a row that shows no check-in yet
 */
GtkWidget *
tl_check_in_row_new (TlDocument *document)
{
  TlCheckInRow *self = g_object_new (TL_TYPE_CHECK_IN_ROW, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->document = g_object_ref (document);
  self->date = tl_field_row_new (document, "date", _("Date"), TL_FIELD_NO_LABEL);
  self->slider = create_slider (self);
  self->confidence = tl_field_row_new (document, "confidence", _("Confidence"), TL_FIELD_NO_LABEL);
  self->learned = tl_field_row_new (document, "learned", _("Learned"), TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL);
  self->remove = tl_details_icon_button_new ("user-trash-symbolic", _("Remove Check-In"));
  tl_field_row_set_suffix (TL_FIELD_ROW (self->confidence), "%");
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->confidence), _("How sure?"));
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->learned), _("What was learned?"));
  gtk_widget_set_hexpand (self->date, TRUE);
  gtk_widget_set_size_request (self->confidence, 84, -1);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (head), self->date);
  gtk_box_append (GTK_BOX (head), self->remove);
  gtk_box_append (GTK_BOX (line), self->slider);
  gtk_box_append (GTK_BOX (line), self->confidence);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->learned);
  return GTK_WIDGET (self);
}

/**
 * tl_check_in_row_show:
 * @self: a row
 * @check_in: a check-in
 */
void
tl_check_in_row_show (TlCheckInRow *self,
                      TlCheckIn    *check_in)
{
  double confidence;

  g_return_if_fail (TL_IS_CHECK_IN_ROW (self));
  g_return_if_fail (TL_IS_CHECK_IN (check_in));

  g_free (self->id);
  self->id = g_strdup (tl_entity_get_id (TL_ENTITY (check_in)));
  tl_field_row_set_entity (TL_FIELD_ROW (self->date), TL_ENTITY (check_in));
  tl_field_row_set_entity (TL_FIELD_ROW (self->confidence), TL_ENTITY (check_in));
  tl_field_row_set_entity (TL_FIELD_ROW (self->learned), TL_ENTITY (check_in));

  confidence = tl_check_in_get_confidence (check_in);
  if (self->rest_source == 0)
    {
      self->is_showing = TRUE;
      gtk_range_set_value (GTK_RANGE (self->slider), isnan (confidence) ? 0 : confidence);
      self->is_showing = FALSE;
    }
  gtk_widget_set_sensitive (self->slider, !tl_document_get_read_only (self->document));
  gtk_widget_set_visible (self->remove, !tl_document_get_read_only (self->document));
}

/**
 * tl_check_in_row_start:
 * @self: a row
 *
 * Moves the focus to what was learned, which is what a check-in begins with.
 */
void
tl_check_in_row_start (TlCheckInRow *self)
{
  g_return_if_fail (TL_IS_CHECK_IN_ROW (self));

  tl_field_row_start (TL_FIELD_ROW (self->learned));
}
