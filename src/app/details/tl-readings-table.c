/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The readings of a measure: a chart, one line to write today's value into, and a table in which each can be
 * corrected.
 *
 * The latest few are shown, the rest when asked for: 200 rows of fields are slow to make, and seldom wanted.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-readings-table.h"

#include <glib/gi18n-lib.h>

#include "tl-details-parts.h"
#include "tl-entity-rows.h"
#include "tl-field-row.h"
#include "tl-goal-edits.h"
#include "tl-readings-chart.h"
#include "tl-typed-number.h"

#define N_SHOWN 6

/* How many more at a click */
#define N_MORE 50

/* Room for "30 Sep 2026" and the calendar's button, and for "118,024,000" */
#define DATE_WIDTH 126
#define VALUE_WIDTH 108

struct _TlReadingsTable
{
  GtkBox parent_instance;

  TlDocument *document;
  TlInsight  *insight;
  TlMeasure  *measure;
  guint       n_shown;

  GtkWidget  *chart;
  GtkWidget  *entry;
  GtkWidget  *problem;
  GtkWidget  *rows;
  GtkWidget  *show_more;
};

G_DEFINE_FINAL_TYPE (TlReadingsTable, tl_readings_table, GTK_TYPE_BOX)

static void
set_problem (TlReadingsTable *self,
             const char      *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
add_reading_cb (TlReadingsTable *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  TlEntity *measure = tl_model_lookup (tl_document_get_model (self->document),
                                       tl_entity_get_id (TL_ENTITY (self->measure)));
  g_autoptr (GError) error = NULL;
  double value;

  g_assert (TL_IS_READINGS_TABLE (self));

  if (*text == '\0' || measure == NULL)
    return;

  if (!tl_typed_number_parse (text, tl_measure_get_unit (TL_MEASURE (measure)), &value, &error))
    {
      set_problem (self, error->message);
      return;
    }

  set_problem (self, NULL);
  tl_goal_edits_add_reading (self->document, TL_MEASURE (measure), value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
typed_cb (TlReadingsTable *self)
{
  g_assert (TL_IS_READINGS_TABLE (self));

  set_problem (self, NULL);
}

/* What is left in the line is a reading that was meant: it is not thrown away with the focus. */
static void
left_cb (TlReadingsTable *self)
{
  g_assert (TL_IS_READINGS_TABLE (self));

  add_reading_cb (self);
}

static gboolean
key_pressed_cb (TlReadingsTable *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_READINGS_TABLE (self));

  if (keyval != GDK_KEY_Escape || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return GDK_EVENT_STOP;
}

static void
remove_reading_cb (GtkWidget       *button,
                   TlReadingsTable *self)
{
  tl_details_remove (GTK_WIDGET (self), self->document, gtk_widget_get_name (button), _("Reading removed"));
}

/* The note is in the second line of its row. */
static void
write_note_cb (GtkWidget *button)
{
  GtkWidget *note = gtk_widget_get_next_sibling (gtk_widget_get_parent (button));

  gtk_widget_set_visible (note, TRUE);
  tl_field_row_start (TL_FIELD_ROW (note));
}

/* Date and value side by side; what was noted gets a line of its own, as it would be a word wide beside them. */
static GtkWidget *
create_row (TlEntity *reading,
            gpointer  user_data)
{
  TlReadingsTable *self = user_data;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *date = tl_field_row_new (self->document, "date", _("Date"), TL_FIELD_NO_LABEL);
  GtkWidget *value = tl_field_row_new (self->document, "value", _("Value"), TL_FIELD_NO_LABEL);
  GtkWidget *note = tl_field_row_new (self->document, "note", _("Note"), TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL);
  GtkWidget *remove = tl_details_icon_button_new ("user-trash-symbolic", _("Remove Reading"));
  GtkWidget *write_note = tl_details_icon_button_new ("document-edit-symbolic", _("Write a Note"));

  gtk_widget_set_size_request (date, DATE_WIDTH, -1);
  gtk_widget_set_size_request (value, VALUE_WIDTH, -1);
  gtk_widget_set_hexpand (value, TRUE);
  tl_field_row_set_placeholder (TL_FIELD_ROW (note), _("Note"));
  gtk_widget_add_css_class (row, "reading");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (note, "note");
  gtk_widget_set_name (remove, tl_entity_get_id (reading));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_reading_cb), self, 0);
  g_signal_connect (write_note, "clicked", G_CALLBACK (write_note_cb), NULL);
  gtk_box_append (GTK_BOX (line), date);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (line), write_note);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), note);
  return row;
}

static void
update_row (GtkWidget *row,
            TlEntity  *reading,
            gpointer   user_data)
{
  TlReadingsTable *self = user_data;
  gboolean is_editable = !tl_document_get_read_only (self->document);
  const char *text = tl_reading_get_note (TL_READING (reading));
  gboolean has_note = text != NULL && *text != '\0';
  GtkWidget *line = gtk_widget_get_first_child (row);
  GtkWidget *note = gtk_widget_get_last_child (row);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (line); TL_IS_FIELD_ROW (child); child = gtk_widget_get_next_sibling (child))
    tl_field_row_set_entity (TL_FIELD_ROW (child), reading);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, is_editable);

  tl_field_row_set_entity (TL_FIELD_ROW (note), reading);
  gtk_widget_set_visible (note, has_note || gtk_widget_get_focus_child (row) == note);
}

static void
update_rows (TlReadingsTable *self)
{
  g_autoptr (GPtrArray) readings = tl_readings_dup_of_measure (self->measure);
  guint n_all = readings->len;
  g_autofree char *more = NULL;

  if (n_all > self->n_shown)
    g_ptr_array_set_size (readings, self->n_shown);
  tl_entity_rows_sync (GTK_BOX (self->rows), readings, create_row, update_row, self);

  more = g_strdup_printf (ngettext ("Show %u Earlier Reading", "Show %u Earlier Readings", n_all - readings->len),
                          n_all - readings->len);
  gtk_button_set_label (GTK_BUTTON (self->show_more), more);
  gtk_widget_set_visible (self->show_more, n_all > readings->len);
  gtk_widget_set_visible (self->chart, n_all > 0);
}

static void
show_more_cb (TlReadingsTable *self)
{
  g_assert (TL_IS_READINGS_TABLE (self));

  self->n_shown += N_MORE;
  update_rows (self);
}

static void
tl_readings_table_finalize (GObject *object)
{
  TlReadingsTable *self = TL_READINGS_TABLE (object);

  g_clear_object (&self->measure);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_readings_table_parent_class)->finalize (object);
}

static void
tl_readings_table_class_init (TlReadingsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_readings_table_finalize;
}

static void
create_entry (TlReadingsTable *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Today’s value, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Reading of Today"), -1);
  gtk_widget_add_css_class (self->entry, "quiet-entry");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_reading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
}

static void
tl_readings_table_init (TlReadingsTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->n_shown = N_SHOWN;

  self->chart = tl_readings_chart_new ();
  create_entry (self);
  self->problem = tl_details_words_new (NULL);
  gtk_widget_set_css_classes (self->problem, (const char *[]) { "caption", "error", NULL });
  gtk_widget_set_visible (self->problem, FALSE);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->show_more = gtk_button_new ();
  gtk_widget_add_css_class (self->show_more, "flat");
  gtk_widget_add_css_class (self->show_more, "quiet");
  gtk_widget_set_halign (self->show_more, GTK_ALIGN_START);
  g_signal_connect_object (self->show_more, "clicked", G_CALLBACK (show_more_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (self), self->chart);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->problem);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->show_more);
}

/**
 * tl_readings_table_new:
 * @document: an open document
 *
 * Returns: (transfer full): a table that shows no readings yet
 */
GtkWidget *
tl_readings_table_new (TlDocument *document)
{
  TlReadingsTable *self = g_object_new (TL_TYPE_READINGS_TABLE, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * tl_readings_table_show:
 * @self: a table
 * @measure: a measure
 * @insight: what is known of its model
 */
void
tl_readings_table_show (TlReadingsTable *self,
                        TlMeasure       *measure,
                        TlInsight       *insight)
{
  g_return_if_fail (TL_IS_READINGS_TABLE (self));
  g_return_if_fail (TL_IS_MEASURE (measure));

  g_set_object (&self->measure, measure);
  g_set_object (&self->insight, insight);
  tl_readings_chart_show (TL_READINGS_CHART (self->chart), measure, insight);
  update_rows (self);
  gtk_widget_set_visible (self->entry, !tl_document_get_read_only (self->document));
}
