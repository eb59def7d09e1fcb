/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small chart of a measure: a line with a point for each reading, the target as a dashed line that says its value,
 * and a tick where the measure was expected to be today.
 *
 * There is one thin axis, for the days; values are read from the labels that stand at the last reading and at the
 * target, and from the table beside the chart.  What is drawn far apart in time stays apart: the horizontal place
 * of a reading is its day, not its number.  With many readings the points are left out and the line remains.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-chart-readings.h"

#include <math.h>

#define RIM         6.0
#define LABEL_SPACE 16.0        /* above the highest value, and below the axis */
#define POINT       2.5
#define LAST_POINT  3.5
#define TICK        5.0

/* More points than these on 300 pixels would run into one another. */
#define N_POINTS_MAX 40

typedef struct
{
  double first;
  double days;
  double least;
  double range;
} Scale;

static void
widen (double *least,
       double *greatest,
       double  value)
{
  if (!isfinite (value))
    return;

  *least = isnan (*least) ? value : MIN (*least, value);
  *greatest = isnan (*greatest) ? value : MAX (*greatest, value);
}

/**
 * tl_chart_readings_get_span:
 * @chart: a chart
 * @first: (out): the day at the left end of the axis
 * @last: (out): the day at its right end
 *
 * From the first day of the measure, or the first reading, to the last day or the last reading, whichever is
 * further out.
 */
void
tl_chart_readings_get_span (const TlChartReadings *chart,
                            TlDate                *first,
                            TlDate                *last)
{
  *first = chart->start;
  *last = chart->due;

  for (guint i = 0; i < chart->n_points; i++)
    {
      TlDate date = chart->points[i].date;

      *first = *first == TL_DATE_NONE ? date : MIN (*first, date);
      *last = MAX (*last, date);
    }

  if (*first == TL_DATE_NONE)
    *first = *last != TL_DATE_NONE ? MIN (*last, chart->today) : chart->today;
  *last = MAX (*last, *first);
}

static gboolean
find_scale (const TlChartReadings *chart,
            Scale                 *scale)
{
  double least = NAN;
  double greatest = NAN;
  TlDate first;
  TlDate last;

  for (guint i = 0; i < chart->n_points; i++)
    widen (&least, &greatest, chart->points[i].value);
  widen (&least, &greatest, chart->targets[0]);
  widen (&least, &greatest, chart->targets[1]);
  widen (&least, &greatest, chart->expected);
  if (isnan (least))
    return FALSE;

  tl_chart_readings_get_span (chart, &first, &last);
  scale->first = first;
  scale->days = MAX (1, last - first);
  scale->least = least;
  scale->range = greatest - least;
  return TRUE;
}

/**
 * tl_chart_readings_place:
 * @chart: a chart
 * @width: its width
 * @height: its height
 * @date: a day
 * @value: a value
 * @x: (out): from the left edge
 * @y: (out): from the upper edge
 *
 * Returns: whether the chart has anything to be placed by; %FALSE when it has neither a reading nor a target
 */
gboolean
tl_chart_readings_place (const TlChartReadings *chart,
                         double                 width,
                         double                 height,
                         TlDate                 date,
                         double                 value,
                         double                *x,
                         double                *y)
{
  double room = height - 2 * LABEL_SPACE - RIM;
  Scale scale;

  g_return_val_if_fail (chart != NULL, FALSE);

  if (!find_scale (chart, &scale))
    return FALSE;

  *x = RIM + (width - 2 * RIM) * CLAMP ((date - scale.first) / scale.days, 0, 1);

  /* All values alike lie in the middle. */
  *y = LABEL_SPACE + room * (scale.range > 0 ? 1 - (value - scale.least) / scale.range : 0.5);
  return TRUE;
}

static void
set_colour (cairo_t        *cr,
            const TlColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Writes a text that ends at x when align is 1, begins there when it is 0; never outside the chart. */
static void
draw_label (cairo_t        *cr,
            PangoContext   *context,
            const char     *text,
            const TlColour *colour,
            double          x,
            double          y,
            double          align,
            double          width)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  int text_width;
  int text_height;

  if (text == NULL)
    return;

  layout = pango_layout_new (context);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  set_colour (cr, colour);
  cairo_move_to (cr, CLAMP (x - align * text_width, 0, MAX (0, width - text_width)), MAX (0, y - text_height));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_axis (const TlChartReadings *chart,
           cairo_t               *cr,
           double                 width,
           double                 height,
           const TlPalette       *palette,
           PangoContext          *context)
{
  double y = floor (height - LABEL_SPACE) + 0.5;

  set_colour (cr, &palette->track);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, RIM, y);
  cairo_line_to (cr, width - RIM, y);
  cairo_stroke (cr);

  draw_label (cr, context, chart->first_date_label, &palette->dim_text, RIM, height, 0, width);
  draw_label (cr, context, chart->last_date_label, &palette->dim_text, width - RIM, height, 1, width);
}

static void
draw_targets (const TlChartReadings *chart,
              cairo_t               *cr,
              double                 width,
              double                 height,
              const TlPalette       *palette)
{
  static const double dashes[] = { 4, 3 };
  double x;
  double y;

  set_colour (cr, &palette->dim_text);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < G_N_ELEMENTS (chart->targets); i++)
    {
      if (!isfinite (chart->targets[i]) ||
          !tl_chart_readings_place (chart, width, height, chart->today, chart->targets[i], &x, &y))
        continue;

      cairo_move_to (cr, RIM, floor (y) + 0.5);
      cairo_line_to (cr, width - RIM, floor (y) + 0.5);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_expected (const TlChartReadings *chart,
               cairo_t               *cr,
               double                 width,
               double                 height,
               const TlPalette       *palette)
{
  double x;
  double y;

  if (!isfinite (chart->expected) ||
      !tl_chart_readings_place (chart, width, height, chart->today, chart->expected, &x, &y))
    return;

  set_colour (cr, &palette->tick);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - TICK, y);
  cairo_line_to (cr, x + TICK, y);
  cairo_stroke (cr);
}

static void
draw_line (const TlChartReadings *chart,
           cairo_t               *cr,
           double                 width,
           double                 height,
           const TlPalette       *palette)
{
  double x = 0;
  double y = 0;

  set_colour (cr, &palette->accent);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < chart->n_points; i++)
    {
      tl_chart_readings_place (chart, width, height, chart->points[i].date, chart->points[i].value, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < chart->n_points; i++)
    {
      gboolean is_last = i == chart->n_points - 1;

      if (!is_last && chart->n_points > N_POINTS_MAX)
        continue;

      tl_chart_readings_place (chart, width, height, chart->points[i].date, chart->points[i].value, &x, &y);
      cairo_arc (cr, x, y, is_last ? LAST_POINT : POINT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* The two labels stand at their values, and step aside when these are close together. */
static void
draw_labels (const TlChartReadings *chart,
             cairo_t               *cr,
             double                 width,
             double                 height,
             const TlPalette       *palette,
             PangoContext          *context)
{
  const TlChartPoint *last = chart->n_points > 0 ? &chart->points[chart->n_points - 1] : NULL;
  double target = isfinite (chart->targets[1]) ? chart->targets[1] : chart->targets[0];
  double target_y = NAN;
  double x;
  double y;

  if (isfinite (target) && tl_chart_readings_place (chart, width, height, chart->today, target, &x, &target_y))
    draw_label (cr, context, chart->target_label, &palette->dim_text, RIM, target_y - 1, 0, width);

  if (last == NULL || !tl_chart_readings_place (chart, width, height, last->date, last->value, &x, &y))
    return;

  if (fabs (y - target_y) < LABEL_SPACE && x < width / 2)
    y += 2 * LABEL_SPACE;
  draw_label (cr, context, chart->last_label, &palette->text, x + LAST_POINT, y - LAST_POINT - 1, x < width / 3 ? 0 : 1,
              width);
}

/**
 * tl_chart_readings_draw:
 * @chart: what to show
 * @cr: where to draw, from its origin
 * @width: the width of the chart
 * @height: its height; 120 pixels are enough
 * @palette: the colours
 * @context: the font
 *
 * Draws the chart on whatever ground there is.
 */
void
tl_chart_readings_draw (const TlChartReadings *chart,
                        cairo_t               *cr,
                        double                 width,
                        double                 height,
                        const TlPalette       *palette,
                        PangoContext          *context)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  cairo_save (cr);
  draw_axis (chart, cr, width, height, palette, context);
  draw_targets (chart, cr, width, height, palette);
  draw_line (chart, cr, width, height, palette);
  draw_expected (chart, cr, width, height, palette);
  draw_labels (chart, cr, width, height, palette, context);
  cairo_restore (cr);
}
