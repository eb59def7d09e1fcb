/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a line of the list of people looks: the name and what somebody does, how their goals stand, and a quiet dot
 * when something about them needs attention.
 *
 * Cells are few and are used over and over for other rows, so what is costly to know (the findings) is only asked
 * for those who can be seen.  A cell can be dragged, and others can be dropped on it; what that means is the
 * list's business ("people.drop").
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-cell.h"

#include <glib/gi18n-lib.h>

#include "tl-attention.h"
#include "tl-enum-types.h"
#include "tl-health-strip.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

/* A step down the tree; names deeper than this are not pushed out of the list. */
#define INDENT 18
#define N_INDENTS_MAX 8

struct _TlPeopleCell
{
  GtkWidget parent_instance;

  TlInsight     *insight;
  TlPeopleRow   *row;
  gulong         changed_id;

  GtkWidget     *box;
  GtkImage      *arrow;
  GtkImage      *icon;
  GtkLabel      *name;
  GtkLabel      *words;
  GtkWidget     *dot;
  TlHealthStrip *strip;
};

G_DEFINE_FINAL_TYPE (TlPeopleCell, tl_people_cell, GTK_TYPE_WIDGET)

static TlParty *
get_party (TlPeopleCell *self)
{
  TlEntity *entity;

  if (self->row == NULL)
    return NULL;

  entity = tl_model_lookup (tl_insight_get_model (self->insight), tl_people_row_get_id (self->row));
  return TL_IS_PARTY (entity) ? TL_PARTY (entity) : NULL;
}

/* "Account executive · 3 goals" for people; what the others are. */
static char *
describe (TlParty              *party,
          const TlPartySummary *summary)
{
  if (TL_IS_PERSON (party) && summary->n_goals > 0)
    return tl_words_of_work (TL_PERSON (party), summary->n_goals);
  if (TL_IS_PERSON (party))
    return g_strdup (tl_person_get_role (TL_PERSON (party)) != NULL ? tl_person_get_role (TL_PERSON (party)) : "");
  if (TL_IS_UNIT (party))
    return g_strdup (tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (TL_UNIT (party))));

  return g_strdup (tl_enum_to_label (TL_TYPE_ORGANISATION_KIND,
                                     tl_organisation_get_kind (TL_ORGANISATION (party))));
}

static const char *
choose_icon (TlParty *party)
{
  if (TL_IS_ORGANISATION (party))
    return "tl-cascade-symbolic";

  return tl_icon_of_entity (TL_ENTITY (party));
}

static void
show_place (TlPeopleCell *self)
{
  guint depth = MIN (tl_people_row_get_depth (self->row), N_INDENTS_MAX);
  gboolean is_expanded = tl_people_row_get_expanded (self->row);

  gtk_widget_set_margin_start (self->box, depth * INDENT);
  gtk_image_set_from_icon_name (self->arrow, is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->arrow), tl_people_row_get_n_children (self->row) > 0 ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
}

static void
show_attention (TlPeopleCell *self,
                TlParty      *party)
{
  g_autoptr (GPtrArray) found = NULL;
  const TlAttention *first;

  if (TL_IS_PERSON (party))
    found = tl_attention_of_person (tl_insight_get_graph (self->insight), tl_insight_get_scores (self->insight),
                                    TL_PERSON (party));

  gtk_widget_set_visible (self->dot, found != NULL && found->len > 0);
  if (found == NULL || found->len == 0)
    return;

  first = g_ptr_array_index (found, 0);
  gtk_widget_set_tooltip_text (self->dot, first->text);
}

static void
tell (TlPeopleCell         *self,
      const char           *name,
      const char           *words,
      const TlPartySummary *summary)
{
  g_autofree char *standing = tl_party_summary_to_text (summary);
  g_autoptr (GString) text = g_string_new (name);

  if (*words != '\0')
    g_string_append_printf (text, ", %s", words);
  if (*standing != '\0')
    g_string_append_printf (text, ", %s", standing);
  if (gtk_widget_get_visible (self->dot))
    g_string_append_printf (text, ", %s", _("needs attention"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
update (TlPeopleCell *self)
{
  TlParty *party = get_party (self);
  TlPartySummary summary = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  g_assert (TL_IS_PEOPLE_CELL (self));

  if (party == NULL)
    return;

  tl_party_summary_add (&summary, tl_insight_get_scores (self->insight), party);
  name = tl_entity_dup_display_name (TL_ENTITY (party));
  words = describe (party, &summary);
  show_place (self);
  gtk_image_set_from_icon_name (self->icon, choose_icon (party));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  if (TL_IS_PERSON (party))
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  tl_health_strip_set_summary (self->strip, &summary);
  show_attention (self, party);
  tell (self, name, words, &summary);
}

/* The row knows its new place before the model of the list says so; the party may be gone by then. */
static void
row_changed_cb (TlPeopleCell *self)
{
  g_assert (TL_IS_PEOPLE_CELL (self));

  show_place (self);
}

static void
arrow_pressed_cb (TlPeopleCell    *self,
                  int              n_presses,
                  double           x,
                  double           y,
                  GtkGestureClick *gesture)
{
  g_assert (TL_IS_PEOPLE_CELL (self));

  if (self->row == NULL || tl_people_row_get_n_children (self->row) == 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "people.toggle", "s", tl_people_row_get_id (self->row));
}

static GdkContentProvider *
prepare_drag_cb (TlPeopleCell  *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_assert (TL_IS_PEOPLE_CELL (self));

  if (self->row == NULL || TL_IS_ORGANISATION (get_party (self)))
    return NULL;

  return gdk_content_provider_new_typed (TL_TYPE_PEOPLE_ROW, self->row);
}

static void
drag_begin_cb (TlPeopleCell  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static gboolean
drop_cb (TlPeopleCell  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  TlPeopleRow *row = g_value_get_object (value);

  g_assert (TL_IS_PEOPLE_CELL (self));

  if (row == NULL || self->row == NULL || row == self->row)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "people.drop", "(ss)", tl_people_row_get_id (row),
                                     tl_people_row_get_id (self->row));
}

static void
tl_people_cell_dispose (GObject *object)
{
  TlPeopleCell *self = TL_PEOPLE_CELL (object);
  GtkWidget *child;

  tl_people_cell_set_row (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->insight);

  G_OBJECT_CLASS (tl_people_cell_parent_class)->dispose (object);
}

static void
tl_people_cell_class_init (TlPeopleCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_people_cell_dispose;

  g_type_ensure (TL_TYPE_HEALTH_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-people-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, box);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, arrow);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, icon);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, name);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, words);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, dot);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleCell, strip);
  gtk_widget_class_bind_template_callback (widget_class, arrow_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "people-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_people_cell_init (TlPeopleCell *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_PEOPLE_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * tl_people_cell_new:
 * @insight: what is known of the model
 *
 * Returns: (transfer full): a cell about nobody yet
 */
GtkWidget *
tl_people_cell_new (TlInsight *insight)
{
  TlPeopleCell *self;

  g_return_val_if_fail (TL_IS_INSIGHT (insight), NULL);

  self = g_object_new (TL_TYPE_PEOPLE_CELL, NULL);
  self->insight = g_object_ref (insight);
  g_signal_connect_object (insight, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_people_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row that it shows
 */
TlPeopleRow *
tl_people_cell_get_row (TlPeopleCell *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_CELL (self), NULL);

  return self->row;
}

/**
 * tl_people_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row to show
 */
void
tl_people_cell_set_row (TlPeopleCell *self,
                        TlPeopleRow  *row)
{
  g_return_if_fail (TL_IS_PEOPLE_CELL (self));

  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);

  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
  update (self);
}
