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
  chart.targets[0] = chart.expected = NAN;
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/places", test_places);
  g_test_add_func ("/chart/degenerate", test_degenerate);
  g_test_add_func ("/chart/drawing", test_drawing);

  return g_test_run ();
}
