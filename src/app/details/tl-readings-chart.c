/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The readings of a measure as a picture.  The table below it says the same in words, so the picture is one thing with
 * one sentence to those who cannot see it. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-readings-chart.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-readings.h"
#include "tl-format.h"
#include "tl-reading.h"

#define HEIGHT 120
#define MIN_WIDTH 120

struct _TlReadingsChart
{
  GtkWidget parent_instance;

  GArray          *points;      /* of TlChartPoint */
  TlChartReadings  chart;
  char            *target_label;
  char            *last_label;
  char            *first_date;
  char            *last_date;
};

G_DEFINE_FINAL_TYPE (TlReadingsChart, tl_readings_chart, GTK_TYPE_WIDGET)

static void
tl_readings_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : MIN_WIDTH;
  *minimum_baseline = *natural_baseline = -1;
}

static void
tl_readings_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TlReadingsChart *self = TL_READINGS_CHART (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const TlPalette *palette = tl_palette_get (adw_style_manager_get_dark (manager),
                                             adw_style_manager_get_high_contrast (manager));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  tl_chart_readings_draw (&self->chart, cr, width, height, palette, gtk_widget_get_pango_context (widget));
  cairo_destroy (cr);
}

static void
clear_labels (TlReadingsChart *self)
{
  g_clear_pointer (&self->target_label, g_free);
  g_clear_pointer (&self->last_label, g_free);
  g_clear_pointer (&self->first_date, g_free);
  g_clear_pointer (&self->last_date, g_free);
}

static void
tl_readings_chart_finalize (GObject *object)
{
  TlReadingsChart *self = TL_READINGS_CHART (object);

  clear_labels (self);
  g_array_unref (self->points);

  G_OBJECT_CLASS (tl_readings_chart_parent_class)->finalize (object);
}

static void
tl_readings_chart_class_init (TlReadingsChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tl_readings_chart_finalize;
  widget_class->measure = tl_readings_chart_measure;
  widget_class->snapshot = tl_readings_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_readings_chart_init (TlReadingsChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->points = g_array_new (FALSE, FALSE, sizeof (TlChartPoint));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_readings_chart_new:
 *
 * Returns: (transfer full): an empty chart
 */
GtkWidget *
tl_readings_chart_new (void)
{
  return g_object_new (TL_TYPE_READINGS_CHART, NULL);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  TlReading *one = *(TlReading * const *) a;
  TlReading *other = *(TlReading * const *) b;
  TlDate date = tl_reading_get_date (one);
  TlDate other_date = tl_reading_get_date (other);

  if (date != other_date)
    return date > other_date ? -1 : 1;

  return g_strcmp0 (tl_entity_get_id (TL_ENTITY (one)), tl_entity_get_id (TL_ENTITY (other)));
}

/**
 * tl_readings_dup_of_measure:
 * @measure: a measure
 *
 * Returns: (transfer full) (element-type TlReading): its readings, the latest first
 */
GPtrArray *
tl_readings_dup_of_measure (TlMeasure *measure)
{
  GPtrArray *readings;

  g_return_val_if_fail (TL_IS_MEASURE (measure), NULL);

  readings = tl_entity_dup_referrers (TL_ENTITY (measure), TL_TYPE_READING, "measure");
  g_ptr_array_sort (readings, compare_dates);
  return readings;
}

static void
take_points (TlReadingsChart *self,
             TlMeasure       *measure)
{
  g_autoptr (GPtrArray) readings = tl_readings_dup_of_measure (measure);

  g_array_set_size (self->points, 0);
  for (guint i = readings->len; i-- > 0;)
    {
      TlChartPoint point = { tl_reading_get_date (readings->pdata[i]), tl_reading_get_value (readings->pdata[i]) };

      if (point.date != TL_DATE_NONE && isfinite (point.value))
        g_array_append_val (self->points, point);
    }
  self->chart.points = (const TlChartPoint *) self->points->data;
  self->chart.n_points = self->points->len;
}

static char *
format_value (TlMeasure *measure,
              TlInsight *insight,
              double     value)
{
  return tl_format_measure (measure, tl_graph_get_currency (tl_insight_get_graph (insight)), value, TL_FORMAT_SHORT);
}

static void
take_targets (TlReadingsChart *self,
              TlMeasure       *measure,
              TlInsight       *insight)
{
  gboolean is_between = tl_measure_get_direction (measure) == TL_DIRECTION_BETWEEN;
  double target = is_between ? tl_measure_get_high (measure) : tl_measure_get_target (measure);

  self->chart.baseline = is_between ? NAN : tl_measure_get_baseline (measure);
  self->chart.targets[0] = is_between ? tl_measure_get_low (measure) : tl_measure_get_target (measure);
  self->chart.targets[1] = is_between ? tl_measure_get_high (measure) : NAN;
  if (isfinite (target))
    {
      g_autofree char *value = format_value (measure, insight, target);

      /* Translators: beside the line of the target in a chart */
      self->target_label = g_strdup_printf (_("Target %s"), value);
    }
}

/* The measure's own days, else those of its goal, else those of its cycle, as expectation has it. */
static void
take_days (TlReadingsChart *self,
           TlMeasure       *measure)
{
  TlGoal *goal = tl_measure_get_goal (measure);
  TlCycle *cycle = tl_goal_get_cycle (goal);
  TlDate start = tl_measure_get_start (measure);
  TlDate due = tl_measure_get_due (measure);

  if (start == TL_DATE_NONE)
    start = tl_goal_get_start (goal);
  if (start == TL_DATE_NONE && cycle != NULL)
    start = tl_cycle_get_start (cycle);
  if (due == TL_DATE_NONE)
    due = tl_goal_get_due (goal);
  if (due == TL_DATE_NONE && cycle != NULL)
    due = tl_cycle_get_end (cycle);

  self->chart.start = start;
  self->chart.due = due;
  self->chart.today = tl_date_today ();
}

/* The expected share of the way, as a value */
static double
find_expected (TlMeasure *measure,
               TlInsight *insight)
{
  guint index = tl_graph_find_measure (tl_insight_get_graph (insight), measure);
  double baseline = tl_measure_get_baseline (measure);
  double expected;

  if (index == TL_GRAPH_NONE || tl_measure_get_direction (measure) == TL_DIRECTION_BETWEEN ||
      tl_measure_get_kind (measure) == TL_MEASURE_KIND_COUNT_PER_WEEK)
    return NAN;

  expected = tl_scores_get_measure (tl_insight_get_scores (insight), index)->expected;
  return baseline + expected * (tl_measure_get_target (measure) - baseline);
}

static void
say (TlReadingsChart *self,
     TlMeasure       *measure)
{
  g_autofree char *text = NULL;

  if (self->last_label == NULL)
    text = g_strdup (_("Chart: no reading yet"));
  else if (self->target_label == NULL)
    /* Translators: what a chart shows: the last value and its day */
    text = g_strdup_printf (_("Chart of the readings: %s"), self->last_label);
  else
    /* Translators: what a chart shows: the last value and its day, and the target */
    text = g_strdup_printf (_("Chart of the readings: %s. %s"), self->last_label, self->target_label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * tl_readings_chart_show:
 * @self: a chart
 * @measure: a measure
 * @insight: what is known of its model
 *
 * Shows the readings of @measure as they are now.
 */
void
tl_readings_chart_show (TlReadingsChart *self,
                        TlMeasure       *measure,
                        TlInsight       *insight)
{
  TlDate first;
  TlDate last;

  g_return_if_fail (TL_IS_READINGS_CHART (self));
  g_return_if_fail (TL_IS_MEASURE (measure));
  g_return_if_fail (TL_IS_INSIGHT (insight));

  clear_labels (self);
  take_points (self, measure);
  take_days (self, measure);
  take_targets (self, measure, insight);
  self->chart.expected = find_expected (measure, insight);

  if (self->points->len > 0)
    {
      const TlChartPoint *point = &g_array_index (self->points, TlChartPoint, self->points->len - 1);
      g_autofree char *value = format_value (measure, insight, point->value);
      g_autofree char *date = tl_date_format (point->date);

      self->last_label = g_strdup_printf ("%s, %s", value, date);
    }

  tl_chart_readings_get_span (&self->chart, &first, &last);
  self->first_date = tl_date_format (first);
  self->last_date = tl_date_format (last);
  self->chart.target_label = self->target_label;
  self->chart.last_label = self->last_label;
  self->chart.first_date_label = self->first_date;
  self->chart.last_date_label = self->last_date;
  say (self, measure);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
