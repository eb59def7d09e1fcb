/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A measure in the details of its goal: where it stands, where it is to get, and how far that is. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-measure-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-explanation-view.h"
#include "tl-explain.h"
#include "tl-format.h"

struct _TlMeasureRow
{
  GtkListBoxRow parent_instance;

  TlExplanation *explanation;

  GtkLabel      *name;
  GtkLabel      *values;
  GtkLabel      *date;
  GtkLevelBar   *bar;
  GtkMenuButton *number;
  GtkLabel      *number_label;
  GtkPopover    *popover;
};

G_DEFINE_FINAL_TYPE (TlMeasureRow, tl_measure_row, GTK_TYPE_LIST_BOX_ROW)

static void
popover_shown_cb (TlMeasureRow *self)
{
  g_assert (TL_IS_MEASURE_ROW (self));

  if (gtk_popover_get_child (self->popover) == NULL && self->explanation != NULL)
    gtk_popover_set_child (self->popover,
                           tl_explanation_view_new (self->explanation, gtk_label_get_label (self->name)));
}

static char *
format_value (TlMeasure  *measure,
              const char *currency,
              double      value)
{
  return tl_format_value (tl_measure_get_kind (measure), tl_measure_get_unit (measure), currency, value,
                          TL_FORMAT_EXACT);
}

/* "3.1 M of 4.2 M", or what of it is known. */
static char *
say_values (TlMeasure  *measure,
            const char *currency,
            double      current)
{
  g_autofree char *now = format_value (measure, currency, current);
  g_autofree char *target = format_value (measure, currency, tl_measure_get_target (measure));
  gboolean is_between = tl_measure_get_direction (measure) == TL_DIRECTION_BETWEEN;

  if (isnan (current) && isnan (tl_measure_get_target (measure)) && !is_between)
    return g_strdup (_("No reading and no target yet"));

  if (is_between)
    {
      g_autofree char *low = format_value (measure, currency, tl_measure_get_low (measure));
      g_autofree char *high = format_value (measure, currency, tl_measure_get_high (measure));

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
show_number (TlMeasureRow *self,
             double        attainment)
{
  g_autofree char *share = tl_format_share (attainment);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->number_label, share);
  gtk_level_bar_set_value (self->bar, isnan (attainment) ? 0 : CLAMP (attainment, 0, 1));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !isnan (attainment));

  /* Translators: the button that opens a number: the measure's name, and its attainment */
  name = g_strdup_printf (_("%s: %s, show how"), gtk_label_get_label (self->name), share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Keeps the one explanation the row opens: the measure's attainment. */
static void
take_explanation (TlMeasureRow *self,
                  GPtrArray    *explanations)
{
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
show_measure (TlMeasureRow *self,
              TlMeasure    *measure,
              TlInsight    *insight)
{
  TlScores *scores = tl_insight_get_scores (insight);
  TlGraph *graph = tl_insight_get_graph (insight);
  guint index = tl_graph_find_measure (graph, measure);
  const TlMeasureScore *score = index != TL_GRAPH_NONE ? tl_scores_get_measure (scores, index) : NULL;
  g_autofree char *values = say_values (measure, tl_graph_get_currency (graph), score != NULL ? score->current : NAN);
  const char *name = tl_measure_get_name (measure);

  gtk_label_set_label (self->name, name != NULL && *name != '\0' ? name : _("Measure"));
  gtk_label_set_label (self->values, values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->name), -1);

  if (score != NULL && score->current_date != TL_DATE_NONE)
    {
      g_autofree char *date = tl_date_format (score->current_date);

      gtk_label_set_label (self->date, date);
      gtk_widget_set_visible (GTK_WIDGET (self->date), TRUE);
    }

  show_number (self, score != NULL ? score->attainment : NAN);
  if (index != TL_GRAPH_NONE)
    {
      g_autoptr (GPtrArray) explanations = tl_explain_measure (scores, index);

      take_explanation (self, explanations);
    }
}

static void
tl_measure_row_finalize (GObject *object)
{
  TlMeasureRow *self = TL_MEASURE_ROW (object);

  g_clear_pointer (&self->explanation, tl_explanation_free);

  G_OBJECT_CLASS (tl_measure_row_parent_class)->finalize (object);
}

static void
tl_measure_row_class_init (TlMeasureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tl_measure_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, values);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, date);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, number);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, TlMeasureRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
tl_measure_row_init (TlMeasureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_measure_row_new:
 * @measure: a measure of a goal
 * @insight: what is known of its model
 *
 * Returns: (transfer full): a row that shows how @measure stands
 */
GtkWidget *
tl_measure_row_new (TlMeasure *measure,
                    TlInsight *insight)
{
  TlMeasureRow *self;

  g_return_val_if_fail (TL_IS_MEASURE (measure), NULL);
  g_return_val_if_fail (TL_IS_INSIGHT (insight), NULL);

  self = g_object_new (TL_TYPE_MEASURE_ROW, NULL);
  show_measure (self, measure, insight);
  return GTK_WIDGET (self);
}
