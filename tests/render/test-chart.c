/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small chart of a measure: where things lie, and that they are drawn. */

#include "config.h"

#include <math.h>

#include "tl-chart-readings.h"

static const TlChartPoint points[] = {
  { 100, 10 },
  { 110, 20 },
  { 150, 40 },
};

static TlChartReadings
make_chart (void)
{
  return (TlChartReadings) {
    .points = points,
    .n_points = G_N_ELEMENTS (points),
    .start = 100,
    .due = 200,
    .today = 150,
    .baseline = 0,
    .targets = { 50, NAN },
    .expected = 30,
    .target_label = "Target 50",
    .last_label = "40",
    .first_date_label = "1 Jan",
    .last_date_label = "31 Dec",
  };
}

static void
test_places (void)
{
  TlChartReadings chart = make_chart ();
  double x[3];
  double y[3];
  double target_x;
  double target_y;

  for (guint i = 0; i < 3; i++)
    g_assert_true (tl_chart_readings_place (&chart, 300, 120, points[i].date, points[i].value, &x[i], &y[i]));
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, chart.due, chart.targets[0], &target_x, &target_y));

  /* Days far apart lie far apart, and more lies higher. */
  g_assert_cmpfloat_with_epsilon (x[2] - x[0], 5 * (x[1] - x[0]), 1e-6);
  g_assert_cmpfloat (y[0], >, y[1]);
  g_assert_cmpfloat (y[1], >, y[2]);
  g_assert_cmpfloat (target_y, <, y[2]);
  g_assert_cmpfloat (target_x, <=, 300);
  g_assert_cmpfloat (y[0], <, 120);
}

static void
test_degenerate (void)
{
  TlChartReadings chart = make_chart ();
  TlDate first;
  TlDate last;
  double x;
  double y;

  /* One reading, and nothing else known: in the middle, not outside. */
  chart.n_points = 1;
  chart.start = chart.due = TL_DATE_NONE;
  chart.baseline = chart.targets[0] = chart.expected = NAN;
  tl_chart_readings_get_span (&chart, &first, &last);
  g_assert_cmpuint (first, ==, 100);
  g_assert_cmpuint (last, ==, 100);
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 100, 10, &x, &y));
  g_assert_true (isfinite (x) && isfinite (y));
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, 120);

  chart.n_points = 0;
  g_assert_false (tl_chart_readings_place (&chart, 300, 120, 100, 10, &x, &y));
}

/* A reading of 12 on the way from 0 to 20 lies where the bar says it does: at three fifths of the height. */
static void
test_baseline (void)
{
  const TlChartPoint point = { 150, 12 };
  TlChartReadings chart = make_chart ();
  double x, y, bottom, top;

  chart.points = &point;
  chart.n_points = 1;
  chart.targets[0] = 20;
  chart.expected = NAN;
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 150, 0, &x, &bottom));
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 150, 20, &x, &top));
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 150, 12, &x, &y));
  g_assert_cmpfloat_with_epsilon ((bottom - y) / (bottom - top), 0.6, 1e-6);
  g_assert_cmpfloat (top, >, 0);
  g_assert_cmpfloat (bottom, <, 120);

  /* What lies beyond either end widens the chart instead of leaving it. */
  chart.targets[0] = 5;
  chart.baseline = 8;
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 150, 12, &x, &y));
  g_assert_cmpfloat (y, >, 0);
  g_assert_true (tl_chart_readings_place (&chart, 300, 120, 150, 5, &x, &y));
  g_assert_cmpfloat (y, <, 120);
}

static gboolean
is_apart (const TlChartBox *one,
          const TlChartBox *other)
{
  return one->x + one->width <= other->x || other->x + other->width <= one->x ||
         one->y + one->height <= other->y || other->y + other->height <= one->y;
}

/* Wherever the last reading is, its label is inside, beside its point, and hides neither the tick nor the target's. */
static void
test_label (void)
{
  const TlChartBox target_label = { 6, 2, 60, 13 };

  for (TlDate date = 100; date <= 200; date += 10)
    {
      for (double value = 0; value <= 50; value += 5)
        {
          const TlChartPoint point = { date, value };
          TlChartReadings chart = make_chart ();
          TlChartBox label = { .width = 90, .height = 13 };
          TlChartBox tick = { .width = 10, .height = 2 };
          double x, y;

          chart.points = &point;
          chart.n_points = 1;
          chart.today = date;
          chart.expected = MIN (50, value + 6);
          tl_chart_readings_place_label (&chart, 300, 120, &target_label, &label);
          tl_chart_readings_place (&chart, 300, 120, chart.today, chart.expected, &x, &y);
          tick.x = x - 5;
          tick.y = y - 1;

          g_assert_cmpfloat (label.x, >=, 0);
          g_assert_cmpfloat (label.y, >=, 0);
          g_assert_cmpfloat (label.x + label.width, <=, 300);
          g_assert_cmpfloat (label.y + label.height, <=, 120);
          g_assert_true (is_apart (&label, &tick));
          g_assert_true (is_apart (&label, &target_label));
        }
    }
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x);
}

static void
test_drawing (void)
{
  TlChartReadings chart = make_chart ();
  const TlPalette *palette = tl_palette_get (FALSE, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 120);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double x;
  double y;

  tl_chart_readings_draw (&chart, cr, 300, 120, palette, context);
  cairo_surface_flush (surface);
  tl_chart_readings_place (&chart, 300, 120, points[2].date, points[2].value, &x, &y);
  g_assert_cmphex (get_pixel (surface, x, y) & 0xffffff, ==, tl_colour_to_rgb (&palette->accent));
  tl_chart_readings_place (&chart, 300, 120, chart.today, chart.expected, &x, &y);
  g_assert_cmphex (get_pixel (surface, x, y), !=, 0);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* One reading without a target is one point: whatever has the colour of the line is there. */
static void
test_one_point (void)
{
  const TlChartPoint point = { 150, 12 };
  TlChartReadings chart = make_chart ();
  const TlPalette *palette = tl_palette_get (FALSE, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 120);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_pixels = 0;
  double x, y;

  chart.points = &point;
  chart.n_points = 1;
  chart.baseline = chart.targets[0] = chart.expected = NAN;
  chart.last_label = NULL;
  tl_chart_readings_draw (&chart, cr, 300, 120, palette, context);
  cairo_surface_flush (surface);
  tl_chart_readings_place (&chart, 300, 120, point.date, point.value, &x, &y);
  for (int row = 0; row < 120; row++)
    {
      for (int column = 0; column < 300; column++)
        {
          if ((get_pixel (surface, column, row) & 0xffffff) != tl_colour_to_rgb (&palette->accent))
            continue;

          n_pixels++;
          g_assert_cmpfloat (hypot (column - x, row - y), <, 6);
        }
    }
  g_assert_cmpuint (n_pixels, >, 0);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/places", test_places);
  g_test_add_func ("/chart/degenerate", test_degenerate);
  g_test_add_func ("/chart/drawing", test_drawing);
  g_test_add_func ("/chart/baseline", test_baseline);
  g_test_add_func ("/chart/label", test_label);
  g_test_add_func ("/chart/one-point", test_one_point);

  return g_test_run ();
}
