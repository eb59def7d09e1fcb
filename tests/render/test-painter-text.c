/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever people call their goals: at every zoom nothing of it stands outside its card, what does not fit ends in an
 * ellipsis, and a file carries the letters it needs.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-export.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#define SIDE   340
#define MARGIN 6.0           /* shadows and handles */

static const char *const short_titles[] = {
  "",
  "   ",
  "زيادة الإيرادات المتكررة في جميع المناطق قبل نهاية العام",
  "להגדיל את ההכנסות החוזרות by 20% בכל האזורים",
  "在所有地区将经常性收入提高百分之二十并缩短交付时间同时保持质量稳定",
  "継続的な収益を四十八億円に増やす",
  "Grow 👩🏽‍🚀 revenue 🇪🇺 with 👨‍👩‍👧‍👦 families ❤️‍🔥",
  "Z\u0351\u036b\u0343\u036a\u0302a\u0329\u034f\u0348lgo marks cl\u0301i\u0301m\u0301b",
  "control\tand\nnewline\r\x01\x7f \u202eturned\u202c \u2066around\u2069",
  "\xff\xfe not UTF-8 \xc3",
  "<b>&amp; \"quoted\" 'text'</b>",
};

#define N_TITLES (G_N_ELEMENTS (short_titles) + 2)

/* The last two are 300 letters long: words, and one word. */
static char *
dup_title (guint i)
{
  GString *title = g_string_new (NULL);

  if (i < G_N_ELEMENTS (short_titles))
    g_string_append (title, short_titles[i]);
  while (i == G_N_ELEMENTS (short_titles) && title->len < 300)
    g_string_append (title, "increase revenue ");
  while (i > G_N_ELEMENTS (short_titles) && title->len < 300)
    g_string_append (title, "Donaudampfschiff");

  return g_string_free (title, FALSE);
}

static cairo_surface_t *
paint (TlScene  *scene,
       double    scale,
       TlLayers  layers)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  const TlPainter painter = { .palette = tl_palette_get (FALSE, FALSE), .scale = scale, .layers = layers };
  TlPenCairo pen;

  cairo_scale (cr, scale, scale);
  tl_painter_paint (&painter, scene, tl_pen_cairo_init (&pen, cr), &(TlRect) { 0.0, 0.0, SIDE / scale, SIDE / scale });
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);

  return pixel & 0xffffff;
}

/* Every pixel that is farther from the card than its shadow has the colour of the corner. */
static void
check_outside (cairo_surface_t *painted,
               const TlRect    *box,
               double           scale)
{
  double margin = MARGIN * scale + 1.0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if (x < box->x * scale - margin || x > (box->x + box->width) * scale + margin
          || y < box->y * scale - margin || y > (box->y + box->height) * scale + margin)
        g_assert_cmphex (get_pixel (painted, x, y), ==, get_pixel (painted, 0, 0));
}

static void
test_inside (void)
{
  static const double scales[] = { 1.0, 0.7, 0.5, 0.42, 0.35, 0.26, 0.2, 0.08, 0.02 };

  for (guint i = 0; i < N_TITLES; i++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      {
        g_autofree char *title = dup_title (i);
        g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
        const TlRect box = { 50.0 / scales[k], 100.0 / scales[k], TL_CARD_WIDTH, TL_CARD_HEIGHT };
        cairo_surface_t *painted;

        tl_scene_add_card (scene, &(TlCard) {
          .box = box, .title = title, .kicker = title, .owner = title, .note = "Draft", .attainment_text = "64 %",
          .attainment = 0.64, .expected = NAN, .health = TL_HEALTH_AT_RISK, .facet = TL_FACET_IMPACT,
        });
        painted = paint (scene, scales[k], TL_LAYER_BACKGROUND | TL_LAYER_CARDS);
        check_outside (painted, &box, scales[k]);
        g_assert_cmphex (get_pixel (painted, (int) ((box.x + box.width / 2.0) * scales[k]), (int) (box.y * scales[k]) + 1),
                         !=, get_pixel (painted, 0, 0));
        cairo_surface_destroy (painted);
      }
}

/* What is cut says so, in the last line there is room for; what is not cut is all there. */
static void
test_ellipsis (void)
{
  static const struct { TlFont font; double width; int n_lines; } ways[] = {
    { TL_FONT_CARD_TITLE, 194.0, 2 }, { TL_FONT_FAR, 172.0, 3 }, { TL_FONT_FAR, 96.0, 2 }, { TL_FONT_CAPTION, 90.0, 1 },
  };
  g_autoptr (TlTextCache) texts = tl_text_cache_new (NULL);
  guint n_cut = 0;

  for (guint i = 0; i < N_TITLES; i++)
    for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
      {
        g_autofree char *title = dup_title (i);
        g_autoptr (GString) shown = g_string_new (NULL);
        TlText *text = tl_text_cache_get (texts, title, ways[k].font, ways[k].width, ways[k].n_lines);

        g_assert_cmpuint (tl_text_get_n_lines (text), <=, ways[k].n_lines);
        g_assert_cmpfloat (tl_text_get_width (text), <=, ways[k].width + 0.5);
        for (guint line = 0; line < tl_text_get_n_lines (text); line++)
          g_string_append (shown, tl_text_get_line (text, line).string);
        g_assert_true (g_utf8_validate (shown->str, -1, NULL));
        g_assert_cmpint (tl_text_is_cut (text), ==, strstr (shown->str, "…") != NULL);
        n_cut += tl_text_is_cut (text);
      }

  g_assert_cmpuint (n_cut, >, N_TITLES);
}

/* The bands and organisations may have such names, too. */
static void
test_names (void)
{
  for (guint i = 0; i < N_TITLES; i++)
    {
      g_autofree char *title = dup_title (i);
      g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
      const TlRect region = { 50.0, 150.0, 150.0, 100.0 };
      cairo_surface_t *painted;

      tl_scene_add_region (scene, &(TlRegion) { title, region, TL_REGION_ORGANISATION });
      painted = paint (scene, 1.0, TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_LABELS);
      check_outside (painted, &(TlRect) { 50.0, 130.0, 150.0, 130.0 }, 1.0);
      cairo_surface_destroy (painted);
    }
}

static TlScene *
make_scene_of_all (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < N_TITLES; i++)
    {
      g_autofree char *title = dup_title (i);

      sample_scene_add_title (scene, title, 40.0, 40.0 + 120.0 * i);
    }

  return scene;
}

/* In an SVG the letters are letters, which can be searched and selected. */
static void
test_svg (void)
{
  g_autoptr (TlScene) scene = make_scene_of_all ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, ">継続的な収益を"));
  g_assert_nonnull (strstr (text, "direction=\"rtl\""));
  g_assert_nonnull (strstr (text, "&lt;b&gt;&amp;amp;"));
  g_assert_nonnull (strstr (text, "Untitled goal"));
  g_assert_null (strstr (text, "\x01"));
}

/* Cairo 1.16 forgets two arrays of a font whose glyphs have no names, as Chinese, Japanese and Korean ones, each time
 * it embeds one.  Other tests see to it that we forget nothing when a PDF is written.
 */
static GBytes *
export_to_pdf (TlScene  *scene,
               GError  **error)
{
  GBytes *pdf;

#ifdef __SANITIZE_ADDRESS__
  __lsan_disable ();
#endif
  pdf = tl_export_to_pdf (scene, tl_palette_get (FALSE, FALSE), &(TlPictureForm) { 0 }, NULL, NULL, error);
#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif

  return pdf;
}

/* In a PDF every font is embedded, as pdffonts says it. */
static void
test_pdf_fonts (void)
{
  g_autoptr (TlScene) scene = make_scene_of_all ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = export_to_pdf (scene, &error);
  g_autofree char *program = g_find_program_in_path ("pdffonts");
  g_autofree char *folder = NULL;
  g_autofree char *filename = NULL;
  g_autofree char *listed = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_fonts = 0;

  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("pdffonts is not installed");
      return;
    }

  folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  filename = g_build_filename (folder, "titles.pdf", NULL);
  g_assert_true (g_file_set_contents (filename, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error));
  g_assert_true (g_spawn_sync (NULL, (char *[]) { program, filename, NULL }, NULL, 0, NULL, NULL, &listed, NULL, NULL,
                               &error));
  g_assert_no_error (error);

  /* Two lines of headings; then the columns emb, sub and uni stand before the two numbers of the object. */
  lines = g_strsplit (listed, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("\\s+", g_strchomp (lines[i]), 0, 0);
      guint n_words = g_strv_length (words);

      g_assert_cmpuint (n_words, >, 6);
      g_assert_cmpstr (words[n_words - 5], ==, "yes");
      n_fonts++;
    }
  g_assert_cmpuint (n_fonts, >, 0);

  g_unlink (filename);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter-text/inside", test_inside);
  g_test_add_func ("/painter-text/ellipsis", test_ellipsis);
  g_test_add_func ("/painter-text/names", test_names);
  g_test_add_func ("/painter-text/svg", test_svg);
  g_test_add_func ("/painter-text/pdf-fonts", test_pdf_fonts);

  return g_test_run ();
}
