/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measure in the details of its goal: what it is called, where it stands and how far that is; and when it is opened,
 * all its properties and its readings.
 *
 * What is inside is made when it is opened for the first time: a goal may have a dozen measures.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-measure-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-details-parts.h"
#include "tl-explain.h"
#include "tl-explanation-view.h"
#include "tl-field-row.h"
#include "tl-format.h"
#include "tl-goal-edits.h"
#include "tl-readings-table.h"

/* By property; those of the band and those of the target take turns. */
enum
{
  FIELD_UNIT,
  FIELD_KIND,
  FIELD_DIRECTION,
  FIELD_BASELINE,
  FIELD_TARGET,
  FIELD_LOW,
  FIELD_HIGH,
  FIELD_START,
  FIELD_DUE,
  FIELD_WEIGHT,
  FIELD_LEADING,
  N_FIELDS
};

struct _TlMeasureCard
{
  GtkBox parent_instance;

  TlDocument    *document;
  TlInsight     *insight;
  TlMeasure     *measure;
  TlExplanation *explanation;
  gboolean       is_open;

  GtkWidget     *fold;
  GtkWidget     *name;
  GtkWidget     *number;
  GtkWidget     *number_label;
  GtkWidget     *popover;
  GtkWidget     *more;
  GtkWidget     *values;
  GtkWidget     *bar;
  GtkWidget     *inside;        /* NULL until it is opened */
  GtkWidget     *fields[N_FIELDS];
  GtkWidget     *readings;
};

G_DEFINE_FINAL_TYPE (TlMeasureCard, tl_measure_card, GTK_TYPE_BOX)

static void
popover_shown_cb (TlMeasureCard *self)
{
  g_assert (TL_IS_MEASURE_CARD (self));

  if (self->explanation != NULL)
    gtk_popover_set_child (GTK_POPOVER (self->popover),
                           tl_explanation_view_new (self->explanation, tl_measure_get_name (self->measure)));
}

/* "3.1 M of 4.2 M", or what of it is known. */
static char *
say_values (TlMeasure  *measure,
            const char *currency,
            double      current)
{
  g_autofree char *now = tl_format_measure (measure, currency, current, TL_FORMAT_SHORT);
  g_autofree char *target = tl_format_measure (measure, currency, tl_measure_get_target (measure), TL_FORMAT_SHORT);
  gboolean is_between = tl_measure_get_direction (measure) == TL_DIRECTION_BETWEEN;

  if (isnan (current) && isnan (tl_measure_get_target (measure)) && !is_between)
    return g_strdup (_("No reading and no target yet"));

  if (is_between)
    {
      g_autofree char *low = tl_format_measure (measure, currency, tl_measure_get_low (measure), TL_FORMAT_SHORT);
      g_autofree char *high = tl_format_measure (measure, currency, tl_measure_get_high (measure), TL_FORMAT_SHORT);

      if (isnan (current))
        return g_strdup_printf (_("No reading yet, to stay between %s and %s"), low, high);
      return g_strdup_printf (_("%s, to stay between %s and %s"), now, low, high);
    }

  if (isnan (current))
    return g_strdup_printf (_("No reading yet, target %s"), target);
  if (isnan (tl_measure_get_target (measure)))
    return g_strdup_printf (_("%s, no target yet"), now);

  /* Translators: where a measure stands, and its target */
  return g_strdup_printf (_("%s of %s"), now, target);
}

static void
show_number (TlMeasureCard *self,
             double         attainment)
{
  g_autofree char *share = tl_format_share (attainment);
  g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (self->measure));
  g_autofree char *name = NULL;

  gtk_label_set_label (GTK_LABEL (self->number_label), share);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), isnan (attainment) ? 0 : CLAMP (attainment, 0, 1));
  gtk_widget_set_visible (self->bar, !isnan (attainment));

  /* Translators: the button that opens a number: the measure's name, and its attainment */
  name = g_strdup_printf (_("%s: %s, show how"), title, share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Keeps the one explanation the card opens: the measure's attainment. */
static void
take_explanation (TlMeasureCard *self,
                  GPtrArray     *explanations)
{
  g_clear_pointer (&self->explanation, tl_explanation_free);
  for (guint i = 0; i < explanations->len; i++)
    {
      TlExplanation *explanation = g_ptr_array_index (explanations, i);

      if (explanation->kind == TL_EXPLANATION_ATTAINMENT)
        {
          self->explanation = g_ptr_array_steal_index (explanations, i);
          return;
        }
    }
}

static void
show_standing (TlMeasureCard *self)
{
  TlScores *scores = tl_insight_get_scores (self->insight);
  TlGraph *graph = tl_insight_get_graph (self->insight);
  guint index = tl_graph_find_measure (graph, self->measure);
  const TlMeasureScore *score = index != TL_GRAPH_NONE ? tl_scores_get_measure (scores, index) : NULL;
  g_autofree char *values = say_values (self->measure, tl_graph_get_currency (graph),
                                        score != NULL ? score->current : NAN);
  g_autofree char *date = score != NULL ? tl_date_format (score->current_date) : g_strdup ("");
  g_autofree char *line = *date != '\0' ? g_strdup_printf ("%s · %s", values, date) : g_strdup (values);

  gtk_label_set_label (GTK_LABEL (self->values), line);
  show_number (self, score != NULL ? score->attainment : NAN);
  if (index != TL_GRAPH_NONE)
    {
      g_autoptr (GPtrArray) explanations = tl_explain_measure (scores, index);

      take_explanation (self, explanations);
    }
}

static GtkWidget *
add_field (TlMeasureCard *self,
           guint          field,
           const char    *property,
           const char    *label)
{
  self->fields[field] = tl_field_row_new (self->document, property, label, TL_FIELD_DEFAULT);
  gtk_box_append (GTK_BOX (self->inside), self->fields[field]);
  return self->fields[field];
}

static void
create_inside (TlMeasureCard *self)
{
  self->inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->inside, "inside");
  self->readings = tl_readings_table_new (self->document);
  gtk_widget_set_margin_bottom (self->readings, 12);
  gtk_box_append (GTK_BOX (self->inside), self->readings);

  add_field (self, FIELD_BASELINE, "baseline", _("From"));
  add_field (self, FIELD_TARGET, "target", _("Target"));
  add_field (self, FIELD_LOW, "low", _("Lowest"));
  add_field (self, FIELD_HIGH, "high", _("Highest"));
  add_field (self, FIELD_UNIT, "unit", _("Unit"));
  add_field (self, FIELD_KIND, "kind", _("Kind"));
  add_field (self, FIELD_DIRECTION, "direction", _("Direction"));
  tl_field_row_set_placeholder (TL_FIELD_ROW (add_field (self, FIELD_START, "start", _("Start"))),
                                _("As the goal"));
  tl_field_row_set_placeholder (TL_FIELD_ROW (add_field (self, FIELD_DUE, "due", _("Due"))),
                                _("As the goal"));
  add_field (self, FIELD_WEIGHT, "weight", _("Weight"));
  add_field (self, FIELD_LEADING, "leading", _("Leading"));
  gtk_widget_set_tooltip_text (self->fields[FIELD_LEADING],
                               _("Leading: an activity that comes before the outcome, and not the outcome itself"));
  gtk_box_append (GTK_BOX (self), self->inside);
}

/* The unit stands behind each number, where it is no currency, which stands before. */
static const char *
get_suffix (TlMeasure *measure)
{
  switch (tl_measure_get_kind (measure))
    {
    case TL_MEASURE_KIND_PERCENT:
      return "%";
    case TL_MEASURE_KIND_NUMBER:
    case TL_MEASURE_KIND_COUNT_PER_WEEK:
      return tl_measure_get_unit (measure);
    default:
      return NULL;
    }
}

static void
show_inside (TlMeasureCard *self)
{
  gboolean is_between = tl_measure_get_direction (self->measure) == TL_DIRECTION_BETWEEN;

  for (guint i = FIELD_BASELINE; i <= FIELD_HIGH; i++)
    tl_field_row_set_suffix (TL_FIELD_ROW (self->fields[i]), get_suffix (self->measure));
  for (guint i = 0; i < N_FIELDS; i++)
    tl_field_row_set_entity (TL_FIELD_ROW (self->fields[i]), TL_ENTITY (self->measure));

  gtk_widget_set_visible (self->fields[FIELD_BASELINE], !is_between);
  gtk_widget_set_visible (self->fields[FIELD_TARGET], !is_between);
  gtk_widget_set_visible (self->fields[FIELD_LOW], is_between);
  gtk_widget_set_visible (self->fields[FIELD_HIGH], is_between);
  tl_readings_table_show (TL_READINGS_TABLE (self->readings), self->measure, self->insight);
}

static void
update (TlMeasureCard *self)
{
  const char *label = self->is_open ? _("Hide Readings and Properties") : _("Show Readings and Properties");

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), self->is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->fold, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, self->is_open, -1);

  if (self->is_open && self->inside == NULL)
    create_inside (self);
  if (self->inside != NULL)
    gtk_widget_set_visible (self->inside, self->is_open);
  if (self->is_open && self->measure != NULL)
    show_inside (self);
}

static void
fold_cb (TlMeasureCard *self)
{
  g_assert (TL_IS_MEASURE_CARD (self));

  tl_measure_card_set_open (self, !self->is_open);
}

static void
duplicate_cb (TlMeasureCard *self)
{
  TlEntity *measure = tl_model_lookup (tl_document_get_model (self->document),
                                       tl_entity_get_id (TL_ENTITY (self->measure)));

  g_assert (TL_IS_MEASURE_CARD (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  if (measure != NULL)
    tl_goal_edits_duplicate_measure (self->document, TL_MEASURE (measure));
}

static void
remove_cb (TlMeasureCard *self)
{
  g_assert (TL_IS_MEASURE_CARD (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  tl_details_remove (self->more, self->document, tl_entity_get_id (TL_ENTITY (self->measure)), _("Measure removed"));
}

static void
tl_measure_card_finalize (GObject *object)
{
  TlMeasureCard *self = TL_MEASURE_CARD (object);

  g_clear_pointer (&self->explanation, tl_explanation_free);
  g_clear_object (&self->measure);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_measure_card_parent_class)->finalize (object);
}

static void
tl_measure_card_class_init (TlMeasureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_measure_card_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_number (TlMeasureCard *self)
{
  self->number = gtk_menu_button_new ();
  self->number_label = gtk_label_new (NULL);
  self->popover = gtk_popover_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->number), self->number_label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->number), self->popover);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->number), FALSE);
  gtk_widget_add_css_class (self->number, "fact-link");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->number, _("Show How This Number Came About"));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
}

static void
create_more (TlMeasureCard *self)
{
  GtkWidget *duplicate = tl_details_menu_item_new (_("Duplicate Measure"));
  GtkWidget *remove = tl_details_menu_item_new (_("Remove Measure"));
  GtkWidget *box;

  self->more = tl_details_more_button_new (_("Options of This Measure"), &box);
  g_signal_connect_object (duplicate, "clicked", G_CALLBACK (duplicate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), duplicate);
  gtk_box_append (GTK_BOX (box), remove);
}

static void
create_head (TlMeasureCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->fold = gtk_button_new ();
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_add_css_class (self->fold, "quiet");
  gtk_widget_set_valign (self->fold, GTK_ALIGN_START);
  g_signal_connect_object (self->fold, "clicked", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  self->name = tl_field_row_new (self->document, "name", _("Measure"), TL_FIELD_TITLE | TL_FIELD_NO_LABEL);
  gtk_widget_add_css_class (self->name, "small");
  gtk_widget_set_hexpand (self->name, TRUE);
  create_number (self);
  create_more (self);
  gtk_box_append (GTK_BOX (line), self->fold);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), self->number);
  gtk_box_append (GTK_BOX (line), self->more);
  gtk_box_append (GTK_BOX (self), line);
}

static void
tl_measure_card_init (TlMeasureCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "measure");
}

/**
 * tl_measure_card_new:
 * @document: an open document
 *
 * Returns: (transfer full): a card that shows no measure yet, folded
 */
GtkWidget *
tl_measure_card_new (TlDocument *document)
{
  TlMeasureCard *self = g_object_new (TL_TYPE_MEASURE_CARD, NULL);

  self->document = g_object_ref (document);
  create_head (self);
  self->values = tl_details_words_new (NULL);
  self->bar = gtk_level_bar_new ();
  gtk_widget_add_css_class (self->values, "caption");
  gtk_widget_add_css_class (self->values, "indented");
  gtk_widget_add_css_class (self->bar, "indented");
  gtk_box_append (GTK_BOX (self), self->values);
  gtk_box_append (GTK_BOX (self), self->bar);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * tl_measure_card_show:
 * @self: a card
 * @measure: a measure
 * @insight: what is known of its model
 */
void
tl_measure_card_show (TlMeasureCard *self,
                      TlMeasure     *measure,
                      TlInsight     *insight)
{
  g_return_if_fail (TL_IS_MEASURE_CARD (self));
  g_return_if_fail (TL_IS_MEASURE (measure));
  g_return_if_fail (TL_IS_INSIGHT (insight));

  g_set_object (&self->measure, measure);
  g_set_object (&self->insight, insight);
  tl_field_row_set_entity (TL_FIELD_ROW (self->name), TL_ENTITY (measure));
  show_standing (self);
  gtk_widget_set_visible (self->more, !tl_document_get_read_only (self->document));
  if (self->is_open)
    show_inside (self);
}

/**
 * tl_measure_card_set_open:
 * @self: a card
 * @is_open: whether its readings and properties are shown
 */
void
tl_measure_card_set_open (TlMeasureCard *self,
                          gboolean       is_open)
{
  g_return_if_fail (TL_IS_MEASURE_CARD (self));

  if (self->is_open == is_open)
    return;

  self->is_open = is_open;
  update (self);
}

/**
 * tl_measure_card_start:
 * @self: a card
 *
 * Opens it and moves the focus to its name.
 */
void
tl_measure_card_start (TlMeasureCard *self)
{
  g_return_if_fail (TL_IS_MEASURE_CARD (self));

  tl_measure_card_set_open (self, TRUE);
  tl_field_row_start (TL_FIELD_ROW (self->name));
}
