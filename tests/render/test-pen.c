/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "tl-pen-cairo.h"
#include "tl-pen-svg.h"

static const TlColour red = { 1.0, 0.0, 0.0, 1.0 };

static char *
finish (TlPenSvg *svg)
{
  g_autoptr (GBytes) bytes = tl_pen_svg_finish (svg);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
check_contains (const char *document,
                const char *part)
{
  if (strstr (document, part) == NULL)
    g_error ("“%s” is not in %s", part, document);
}

static void
test_svg_shapes (void)
{
  TlPenSvg svg;
  TlPen *pen = tl_pen_svg_init (&svg, "A & B", "Noto Sans", 100.0, 50.5);
  const TlStroke dashed = { .colour = red, .width = 2.0, .dash = 5.0, .space = 4.25, .round = TRUE };

  tl_pen_begin_group (pen, "0 id", "Title", "More <about> it");
  tl_pen_fill_rect (pen, &(TlRect) { 1.0, 2.0, 3.0, 4.0 }, 1.5, &red);
  tl_pen_move_to (pen, 0.125, -0.5);
  tl_pen_curve_to (pen, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
  tl_pen_line_to (pen, 1e9, 0.004);
  tl_pen_close_path (pen);
  tl_pen_stroke (pen, &dashed);
  tl_pen_begin_clip (pen, &(TlRect) { 0.0, 0.0, 10.0, 10.0 }, 0.0);
  tl_pen_stroke_rect (pen, &(TlRect) { 1.0, 1.0, 2.0, 2.0 }, 0.0, &dashed);
  tl_pen_end_clip (pen);
  tl_pen_end_group (pen);

  g_autofree char *document = finish (&svg);

  check_contains (document, "width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\"");
  check_contains (document, "<title>A &amp; B</title>");
  check_contains (document, "<g id=\"_0_id\"><title>Title</title><desc>More &lt;about&gt; it</desc>");
  check_contains (document, "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"1.5\" fill=\"#ff0000\"/>");
  check_contains (document, "<path d=\"M0.13 -0.5C1 2 3 4 5 6L1000000000 0Z\" fill=\"none\" stroke=\"#ff0000\"");
  check_contains (document, "stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"5 4.25\"/>");
  check_contains (document, "clip-path=\"url(#clip1)\"");
  check_contains (document, "'Noto Sans',sans-serif");
  g_assert_true (g_str_has_suffix (document, "</svg>\n"));
}

/* A number has a point in every country. */
static void
test_svg_locale (void)
{
  const char *previous = setlocale (LC_NUMERIC, NULL);
  g_autofree char *kept = g_strdup (previous);
  TlPenSvg svg;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    setlocale (LC_NUMERIC, "fr_FR.UTF-8");

  TlPen *pen = tl_pen_svg_init (&svg, NULL, "sans-serif", 10.25, 10.0);

  tl_pen_fill_rect (pen, &(TlRect) { -1.75, 0.0, 1.0 / 3.0, 1.0 }, 0.0, &(TlColour) { 0.0, 0.0, 0.0, 0.07 });

  g_autofree char *document = finish (&svg);

  setlocale (LC_NUMERIC, kept);
  check_contains (document, "width=\"10.25\"");
  check_contains (document, "x=\"-1.75\"");
  check_contains (document, "width=\"0.33\"");
  check_contains (document, "fill-opacity=\"0.07\"");
}

static void
test_svg_text (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  TlPenSvg svg;
  TlPen *pen = tl_pen_svg_init (&svg, NULL, "Bad'Family{, Noto Sans", 10.0, 10.0);

  tl_pen_draw_text (pen, tl_text_cache_get (cache, "R&D <1>", TL_FONT_BODY, 0.0, 1), 5.0, 5.0, &red);
  tl_pen_draw_text (pen, tl_text_cache_get (cache, "שלום", TL_FONT_BODY, 100.0, 1), 0.0, 5.0, &red);
  tl_pen_draw_text (pen, tl_text_cache_get (cache, "", TL_FONT_BODY, 0.0, 1), 0.0, 5.0, &red);

  g_autofree char *document = finish (&svg);

  check_contains (document, ">R&amp;D &lt;1&gt;</text>");
  check_contains (document, "direction=\"rtl\">שלום</text>");
  g_assert_null (strstr (document, "Bad'Family"));
  g_assert_null (strstr (document, "></text>"));
}

/* What repeats is written once. */
static void
test_svg_stamps (void)
{
  TlPenSvg svg;
  TlPen *pen = tl_pen_svg_init (&svg, NULL, "sans-serif", 10.0, 10.0);

  for (int i = 0; i < 3; i++)
    if (tl_pen_begin_stamp (pen, 7, i * 10.0, 1.5))
      {
        g_assert_cmpint (i, ==, 0);
        tl_pen_fill_rect (pen, &(TlRect) { 0.0, 0.0, 1.0, 1.0 }, 0.0, &red);
        tl_pen_end_stamp (pen);
      }

  g_autofree char *document = finish (&svg);

  check_contains (document, "<defs><g id=\"s7\">\n<rect");
  check_contains (document, "<use xlink:href=\"#s7\" x=\"0\" y=\"1.5\"/>");
  check_contains (document, "<use xlink:href=\"#s7\" x=\"20\" y=\"1.5\"/>");
  g_assert_true (strstr (document, "<rect") == g_strrstr (document, "<rect"));
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  cairo_surface_flush (surface);

  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel & 0xffffff;
}

static void
test_cairo_shapes (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
  cairo_t *cr = cairo_create (surface);
  TlPenCairo cairo_pen;
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);
  const TlThinPoint hairline[] = { { 0.0, 355.0, 1.0 }, { 400.0, 355.0, 1.0 } };

  tl_pen_begin_group (pen, "id", NULL, NULL);
  tl_pen_begin_clip (pen, &(TlRect) { 0.0, 0.0, 20.0, 40.0 }, 0.0);
  tl_pen_fill_rect (pen, &(TlRect) { 10.0, 10.0, 20.0, 20.0 }, 5.0, &red);
  tl_pen_end_clip (pen);
  cairo_scale (cr, 0.1, 0.1);
  tl_pen_begin_hairlines (pen);
  tl_pen_draw_hairline (pen, hairline, G_N_ELEMENTS (hairline), &red);
  tl_pen_end_hairlines (pen);
  tl_pen_end_group (pen);

  g_assert_cmphex (get_pixel (surface, 15, 20), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 25, 20), ==, 0);
  g_assert_cmphex (get_pixel (surface, 10, 10), ==, 0);
  g_assert_cmphex (get_pixel (surface, 20, 35), ==, 0xff0000);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static guint
get_level (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return get_pixel (surface, x, y) >> 16;
}

/* A hairline is as strong as it says, is spread over the two pixels it passes between, and keeps to the clip. */
static void
test_cairo_hairlines (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
  cairo_t *cr = cairo_create (surface);
  TlPenCairo cairo_pen;
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);
  const TlThinPoint upright[] = { { 5.5, -100.0, 1.0 }, { 5.5, 100.0, 1.0 } };
  const TlThinPoint fading[] = { { 10.0, 30.5, 0.0 }, { 30.0, 30.5, 1.0 } };
  const TlThinPoint sloping[] = { { 10.0, 10.0, 1.0 }, { 30.0, 12.0, 1.0 } };
  const TlThinPoint outside[] = { { 20.0, 36.5, 1.0 }, { 1000000.0, 36.5, 1.0 } };

  cairo_rectangle (cr, 0.0, 0.0, 35.0, 38.0);
  cairo_clip (cr);
  tl_pen_begin_hairlines (pen);
  tl_pen_draw_hairline (pen, upright, 2, &red);
  tl_pen_draw_hairline (pen, fading, 2, &red);
  tl_pen_draw_hairline (pen, sloping, 2, &red);
  tl_pen_draw_hairline (pen, outside, 2, &red);
  tl_pen_end_hairlines (pen);

  g_assert_cmpuint (get_level (surface, 5, 20), >=, 0xfe);
  g_assert_cmpuint (get_level (surface, 4, 20), ==, 0);
  g_assert_cmpuint (get_level (surface, 6, 20), ==, 0);
  g_assert_cmpuint (get_level (surface, 5, 38), ==, 0);
  g_assert_cmpuint (get_level (surface, 12, 30), <, get_level (surface, 20, 30));
  g_assert_cmpuint (get_level (surface, 20, 30), <, get_level (surface, 28, 30));
  for (int x = 11; x < 29; x++)
    {
      guint sum = 0;

      for (int y = 8; y < 15; y++)
        sum += get_level (surface, x, y);
      g_assert_cmpuint (sum, >=, 0xf8);
      g_assert_cmpuint (sum, <=, 0x100);
    }
  g_assert_cmpuint (get_level (surface, 34, 36), >=, 0xfe);
  g_assert_cmpuint (get_level (surface, 35, 36), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A stamp is drawn once and stands wherever it is put. */
static void
test_cairo_stamps (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
  cairo_t *cr = cairo_create (surface);
  g_auto (TlPenCairo) cairo_pen = { 0 };
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);

  tl_pen_cairo_keep_stamps (&cairo_pen);
  for (guint i = 0; i < 2; i++)
    {
      gboolean is_new = tl_pen_begin_stamp (pen, 7, 20.0 * i, 10.0);

      g_assert_cmpint (is_new, ==, i == 0);
      if (!is_new)
        continue;

      tl_pen_fill_rect (pen, &(TlRect) { 2.0, 2.0, 8.0, 8.0 }, 0.0, &red);
      tl_pen_end_stamp (pen);
    }
  tl_pen_fill_rect (pen, &(TlRect) { 0.0, 0.0, 4.0, 4.0 }, 0.0, &red);

  g_assert_cmphex (get_pixel (surface, 5, 15), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 25, 15), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 15, 15), ==, 0);
  g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0xff0000);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pen/svg-shapes", test_svg_shapes);
  g_test_add_func ("/pen/svg-locale", test_svg_locale);
  g_test_add_func ("/pen/svg-text", test_svg_text);
  g_test_add_func ("/pen/svg-stamps", test_svg_stamps);
  g_test_add_func ("/pen/cairo-shapes", test_cairo_shapes);
  g_test_add_func ("/pen/cairo-hairlines", test_cairo_hairlines);
  g_test_add_func ("/pen/cairo-stamps", test_cairo_stamps);

  return g_test_run ();
}
