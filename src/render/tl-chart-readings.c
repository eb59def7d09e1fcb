/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small chart of a measure: a line with a point for each reading, the target as a dashed line that says its value,
 * and a tick where the measure was expected to be today.
 *
 * There is one thin axis, for the days; values are read from the labels that stand at the last reading and at the
 * target, and from the table beside the chart.  What is drawn far apart in time stays apart: the horizontal place
 * of a reading is its day, not its number.  With many readings the points are left out and the line remains.
 *
 * The heights go from the baseline to the target, and further where readings do: a reading stands as high in the chart
 * as the bar above it is long.  Nothing is drawn where nothing was read: one reading is a point, not a line.
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

/* A label that hides the tick hides all of it, small as it is. */
#define TICK_WEIGHT 8.0

/* A line through a label is worse than the little it hides. */
#define LINE_WEIGHT 4.0

/* How closely a line is looked at for what it would be hidden by */
#define LINE_STEP 4.0

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
  widen (&least, &greatest, chart->baseline);
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
 * Returns: whether the chart has anything to be placed by; %FALSE when it has no reading, no baseline and no target
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

static PangoLayout *
make_layout (PangoContext *context,
             const char   *text,
             TlChartBox   *box)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  *box = (TlChartBox) { .width = width, .height = height };
  return layout;
}

static void
show_layout (cairo_t          *cr,
             PangoLayout      *layout,
             const TlColour   *colour,
             const TlChartBox *box)
{
  set_colour (cr, colour);
  cairo_move_to (cr, box->x, box->y);
  pango_cairo_show_layout (cr, layout);

  /* The text leaves its place behind as the beginning of the next line. */
  cairo_new_path (cr);
}

/* Writes a text that stands on y, and ends at x when align is 1, begins there when it is 0; never outside the chart.
 * Says where it is. */
static TlChartBox
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
  TlChartBox box = { 0 };

  if (text == NULL)
    return box;

  layout = make_layout (context, text, &box);
  box.x = CLAMP (x - align * box.width, 0, MAX (0, width - box.width));
  box.y = MAX (0, y - box.height);
  show_layout (cr, layout, colour, &box);
  return box;
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

static double
get_overlap (const TlChartBox *one,
             const TlChartBox *other)
{
  double width = MIN (one->x + one->width, other->x + other->width) - MAX (one->x, other->x);
  double height = MIN (one->y + one->height, other->y + other->height) - MAX (one->y, other->y);

  return MAX (0, width) * MAX (0, height);
}

/* How much of the label lies on the line between two readings, looked at in steps of a few pixels. */
static double
get_overlap_with_line (const TlChartBox *label,
                       double            from[2],
                       double            to[2])
{
  guint n_steps = 1 + (guint) (hypot (to[0] - from[0], to[1] - from[1]) / LINE_STEP);
  double overlap = 0;

  for (guint i = 0; i <= n_steps; i++)
    {
      double share = (double) i / n_steps;
      TlChartBox spot = {
        from[0] + share * (to[0] - from[0]) - LINE_STEP / 2, from[1] + share * (to[1] - from[1]) - LINE_STEP / 2,
        LINE_STEP, LINE_STEP,
      };

      overlap += get_overlap (label, &spot);
    }

  return overlap;
}

static double
get_overlap_with_readings (const TlChartReadings *chart,
                           double                 width,
                           double                 height,
                           const TlChartBox      *label)
{
  double from[2];
  double to[2];
  double overlap = 0;

  for (guint i = 0; i < chart->n_points; i++)
    {
      const TlChartPoint *point = &chart->points[i];

      tl_chart_readings_place (chart, width, height, point->date, point->value, &to[0], &to[1]);
      overlap += get_overlap_with_line (label, i > 0 ? from : to, to);
      from[0] = to[0];
      from[1] = to[1];
    }

  return overlap;
}

/* How much a label would hide there, or be hidden by. */
static double
judge_label (const TlChartReadings *chart,
             double                 width,
             double                 height,
             const TlChartBox      *target_label,
             const TlChartBox      *label)
{
  const TlChartBox axis = { 0, height - LABEL_SPACE, width, LABEL_SPACE };
  double overlap = get_overlap (label, &axis) + get_overlap_with_readings (chart, width, height, label);
  double x;
  double y;

  if (target_label != NULL)
    overlap += get_overlap (label, target_label);

  if (isfinite (chart->expected) &&
      tl_chart_readings_place (chart, width, height, chart->today, chart->expected, &x, &y))
    overlap += TICK_WEIGHT * get_overlap (label, &(TlChartBox) { x - TICK - 1, y - 2, 2 * TICK + 2, 4 });

  for (guint i = 0; i < G_N_ELEMENTS (chart->targets); i++)
    {
      if (isfinite (chart->targets[i]) &&
          tl_chart_readings_place (chart, width, height, chart->today, chart->targets[i], &x, &y))
        overlap += LINE_WEIGHT * get_overlap (label, &(TlChartBox) { 0, y - 0.5, width, 1 });
    }

  return overlap;
}

/**
 * tl_chart_readings_place_label:
 * @chart: a chart with a reading
 * @width: its width
 * @height: its height
 * @target_label: (nullable): where the label of the target stands
 * @label: (inout): the label of the last reading: its size, and then its place
 *
 * Finds the side of the last reading that is free: above it if possible, and inside the chart in any case.
 */
void
tl_chart_readings_place_label (const TlChartReadings *chart,
                               double                 width,
                               double                 height,
                               const TlChartBox      *target_label,
                               TlChartBox            *label)
{
  const double gap = LAST_POINT + 2;
  const TlChartPoint *last;
  double best = INFINITY;
  TlChartBox found = *label;
  double x;
  double y;

  g_return_if_fail (chart != NULL && chart->n_points > 0);
  g_return_if_fail (label != NULL);

  last = &chart->points[chart->n_points - 1];
  tl_chart_readings_place (chart, width, height, last->date, last->value, &x, &y);

  const double sides[][2] = {
    { x - label->width / 2, y - gap - label->height }, { x - label->width / 2, y + gap },
    { x + gap, y - label->height / 2 },                { x - gap - label->width, y - label->height / 2 },
    { x + gap, y - gap - label->height },              { x - gap - label->width, y - gap - label->height },
    { x + gap, y + gap },                              { x - gap - label->width, y + gap },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      TlChartBox side = {
        CLAMP (sides[i][0], 0, MAX (0, width - label->width)), CLAMP (sides[i][1], 0, MAX (0, height - label->height)),
        label->width, label->height,
      };
      double overlap = judge_label (chart, width, height, target_label, &side);

      if (overlap < best)
        {
          best = overlap;
          found = side;
        }
    }

  *label = found;
}

static void
draw_labels (const TlChartReadings *chart,
             cairo_t               *cr,
             double                 width,
             double                 height,
             const TlPalette       *palette,
             PangoContext          *context)
{
  double target = isfinite (chart->targets[1]) ? chart->targets[1] : chart->targets[0];
  TlChartBox target_label = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  TlChartBox label;
  double x;
  double y;

  if (isfinite (target) && tl_chart_readings_place (chart, width, height, chart->today, target, &x, &y))
    target_label = draw_label (cr, context, chart->target_label, &palette->dim_text, RIM, y - 1, 0, width);

  if (chart->n_points == 0 || chart->last_label == NULL)
    return;

  layout = make_layout (context, chart->last_label, &label);
  tl_chart_readings_place_label (chart, width, height, &target_label, &label);
  show_layout (cr, layout, &palette->text, &label);
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
