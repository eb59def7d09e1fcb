/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures are compared without fonts (bars in place of text), so that they are the same on every machine.  After a
 * change that is meant, renew them and look at what changed in tests/data/render:
 *
 *   TL_WRITE_REFERENCES=1 meson test -C build render-painter
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"
#include "tl-pen-svg.h"

#define WIDTH  1100
#define HEIGHT 520

/* Another version of cairo smooths edges a little differently; no more than so many of a hundred pixels may differ by more
 * than the first.
 */
#define TOLERANCE      24
#define MOST_DIFFERENT 0.015

static cairo_surface_t *
paint_in (const TlPalette *palette,
          TlScene         *scene,
          double           scale,
          TlLayers         layers)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * scale),
                                                         (int) (HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);
  TlPenCairo pen;
  const TlPainter painter = { .palette = palette, .scale = scale, .layers = layers };

  cairo_scale (cr, scale, scale);
  tl_painter_paint (&painter, scene, tl_pen_cairo_init (&pen, cr), &(TlRect) { 0.0, 0.0, WIDTH, HEIGHT });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static cairo_surface_t *
paint (TlScene  *scene,
       gboolean  dark,
       double    scale,
       TlLayers  layers)
{
  return paint_in (tl_palette_get (dark, FALSE), scene, scale, layers);
}

static const guchar *
get_row (cairo_surface_t *surface,
         int              y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
}

/* How many of the pixels differ by more than @tolerance in a channel, in per cent. */
static double
compare (cairo_surface_t *one,
         cairo_surface_t *other,
         int              tolerance)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  guint n_different = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (other));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (other));
  cairo_surface_flush (one);
  cairo_surface_flush (other);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int channel = 0; channel < 3; channel++)
        if (abs (get_row (one, y)[4 * x + channel] - get_row (other, y)[4 * x + channel]) > tolerance)
          {
            n_different++;
            break;
          }

  return 100.0 * n_different / (width * height);
}

static void
check_reference (cairo_surface_t *painted,
                 const char      *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "render", name, NULL);

  if (g_getenv ("TL_WRITE_REFERENCES") != NULL)
    cairo_surface_write_to_png (painted, file);

  cairo_surface_t *reference = cairo_image_surface_create_from_png (file);

  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpfloat (compare (painted, reference, TOLERANCE), <, MOST_DIFFERENT);
  cairo_surface_destroy (reference);
}

static void
test_reference (void)
{
  static const struct { TlSceneDirection direction; gboolean dark; double scale; const char *name; } pictures[] = {
    { TL_SCENE_DOWN, FALSE, 1.0, "down-light.png" },
    { TL_SCENE_RIGHT, TRUE, 1.0, "right-dark.png" },
    { TL_SCENE_DOWN, FALSE, 0.4, "down-titles.png" },
    { TL_SCENE_DOWN, TRUE, 0.2, "down-blocks.png" },
    { TL_SCENE_DOWN, FALSE, 0.1, "down-specks.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (TlScene) scene = sample_scene_new (pictures[i].direction);
      cairo_surface_t *painted = paint (scene, pictures[i].dark, pictures[i].scale,
                                        TL_LAYERS_FILE | TL_LAYER_GREEKED);

      check_reference (painted, pictures[i].name);
      cairo_surface_destroy (painted);
    }
}

/* All that is said of cards while they are looked at, in the strongest contrast. */
static void
test_reference_of_state (void)
{
  static const guint selection[] = { 3, 4, 6 };
  static const guint found[] = { 1, 2, 9 };
  static const struct { gboolean dark; gboolean allowed; double scale; const char *name; } pictures[] = {
    { FALSE, TRUE, 1.0, "state-contrast-light.png" },
    { TRUE, FALSE, 0.3, "state-contrast-dark.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
      cairo_surface_t *painted;

      tl_scene_set_selection (scene, selection, G_N_ELEMENTS (selection), 4);
      tl_scene_set_found (scene, found, G_N_ELEMENTS (found), 2);
      tl_scene_set_hovered (scene, 7);
      tl_scene_set_target (scene, 8, pictures[i].allowed);
      tl_scene_add_region (scene, &(TlRegion) { "Not connected yet", { 810.0, 190.0, 240.0, 280.0 }, TL_REGION_LOOSE });
      painted = paint_in (tl_palette_get (pictures[i].dark, TRUE), scene, pictures[i].scale,
                          TL_LAYERS_SCREEN | TL_LAYER_GREEKED);
      check_reference (painted, pictures[i].name);
      cairo_surface_destroy (painted);
    }
}

/* A chain above the picture: calm, and with a veil over the rest, but not over what is selected or found. */
static void
test_reference_of_chain (void)
{
  static const guint chain_of[] = { 3 };
  static const guint found[] = { 9 };
  static const struct { TlSceneDirection direction; gboolean dark; double veil; double scale; const char *name; } pictures[] = {
    { TL_SCENE_DOWN, FALSE, 0.0, 1.0, "chain-light.png" },
    { TL_SCENE_RIGHT, TRUE, 1.0, 0.7, "chain-veil-dark.png" },
    { TL_SCENE_DOWN, FALSE, 1.0, 0.15, "chain-veil-far.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (TlScene) scene = sample_scene_new (pictures[i].direction);
      cairo_surface_t *painted;

      tl_scene_set_selected (scene, 3);
      tl_scene_set_found (scene, found, G_N_ELEMENTS (found), 9);
      tl_scene_set_chain (scene, chain_of, G_N_ELEMENTS (chain_of), 3);
      tl_scene_set_chain_strength (scene, 1.0, pictures[i].veil);
      painted = paint (scene, pictures[i].dark, pictures[i].scale, TL_LAYERS_SCREEN | TL_LAYER_GREEKED);
      check_reference (painted, pictures[i].name);
      cairo_surface_destroy (painted);
    }
}

static TlScene *
make_scene_with (double   x,
                 TlHealth health,
                 TlFacet  facet)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  tl_scene_add_card (scene, &(TlCard) {
    .box = { x, 100.0, TL_CARD_WIDTH, TL_CARD_HEIGHT }, .attainment = NAN, .expected = NAN, .title = "Goal",
    .health = health, .facet = facet,
  });
  return scene;
}

/* The comparison is worth something: a card moved by a few units, another health or another facet does not pass, from
 * near nor from afar.
 */
static void
test_notices_change (void)
{
  static const double scales[] = { 1.0, 0.5, 0.3, 0.15 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      TlScene *scenes[] = {
        make_scene_with (100.0, TL_HEALTH_ON_TRACK, TL_FACET_WORK),
        make_scene_with (100.0 + MAX (4.0, 1.0 / scales[i]), TL_HEALTH_ON_TRACK, TL_FACET_WORK),
        make_scene_with (100.0, TL_HEALTH_OFF_TRACK, TL_FACET_WORK),
        make_scene_with (100.0, TL_HEALTH_ON_TRACK, TL_FACET_IMPACT),
      };
      cairo_surface_t *first = paint (scenes[0], FALSE, scales[i], TL_LAYERS_FILE | TL_LAYER_GREEKED);

      g_assert_cmpfloat (compare (first, first, 0), ==, 0.0);
      for (guint k = 1; k < G_N_ELEMENTS (scenes); k++)
        {
          cairo_surface_t *other = paint (scenes[k], FALSE, scales[i], TL_LAYERS_FILE | TL_LAYER_GREEKED);

          g_assert_cmpfloat (compare (first, other, TOLERANCE), >, MOST_DIFFERENT);
          cairo_surface_destroy (other);
          g_object_unref (scenes[k]);
        }
      g_object_unref (scenes[0]);
      cairo_surface_destroy (first);
    }
}

/* What was painted in parts is what was painted at once: tiles fit. */
static void
check_tiles (TlSceneDirection direction,
             double           scale)
{
  const TlLayers layers = TL_LAYER_BACKGROUND | TL_LAYER_EDGES | TL_LAYER_CARDS | TL_LAYER_GREEKED;
  g_autoptr (TlScene) scene = sample_scene_new (direction);
  cairo_surface_t *whole = paint (scene, FALSE, scale, layers);
  cairo_surface_t *tiled = cairo_surface_create_similar_image (whole, CAIRO_FORMAT_RGB24,
                                                               cairo_image_surface_get_width (whole),
                                                               cairo_image_surface_get_height (whole));
  const TlPainter painter = { .palette = tl_palette_get (FALSE, FALSE), .scale = scale, .layers = layers };
  double side = 64.0 / scale;

  for (double y = 0.0; y < HEIGHT; y += side)
    for (double x = 0.0; x < WIDTH; x += side)
      {
        cairo_t *cr = cairo_create (tiled);
        TlPenCairo pen;

        cairo_rectangle (cr, round (x * scale), round (y * scale), 64.0, 64.0);
        cairo_clip (cr);
        cairo_scale (cr, scale, scale);
        tl_painter_paint (&painter, scene, tl_pen_cairo_init (&pen, cr), &(TlRect) { x, y, side, side });
        cairo_destroy (cr);
      }

  g_assert_cmpfloat (compare (whole, tiled, 8), ==, 0.0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (tiled);
}

static void
test_tiles_fit (void)
{
  static const double scales[] = { 1.0, 0.7, 0.5, 0.3, 0.13 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      check_tiles (TL_SCENE_DOWN, scales[i]);
      check_tiles (TL_SCENE_RIGHT, scales[i]);
    }
}

/* From where no title can be read the largest goals are named; nothing of it is in a tile. */
static void
test_names_from_afar (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  cairo_surface_t *bare = paint (scene, FALSE, 0.2, TL_LAYERS_FILE & ~TL_LAYER_LABELS);
  cairo_surface_t *named = paint (scene, FALSE, 0.2, TL_LAYERS_FILE);

  g_assert_cmpfloat (compare (bare, named, TOLERANCE), >, 1.0);
  cairo_surface_destroy (bare);
  cairo_surface_destroy (named);
}

static void
test_state_and_emphasis (void)
{
  static const guint chain[] = { 6, 2, 0 };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  cairo_surface_t *plain = paint (scene, FALSE, 1.0, TL_LAYERS_SCREEN);

  tl_scene_set_selected (scene, 2);

  cairo_surface_t *selected = paint (scene, FALSE, 1.0, TL_LAYERS_SCREEN);
  cairo_surface_t *in_file = paint (scene, FALSE, 1.0, TL_LAYERS_FILE);

  g_assert_cmpfloat (compare (plain, selected, 8), >, 0.1);
  g_assert_cmpfloat (compare (plain, in_file, 0), ==, 0.0);

  tl_scene_highlight (scene, chain, G_N_ELEMENTS (chain), TRUE);

  cairo_surface_t *highlighted = paint (scene, FALSE, 1.0, TL_LAYERS_FILE);

  g_assert_cmpfloat (compare (plain, highlighted, 8), >, 2.0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
  cairo_surface_destroy (in_file);
  cairo_surface_destroy (highlighted);
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, get_row (surface, (int) y) + 4 * (int) x, sizeof pixel);
  return pixel & 0xffffff;
}

/* A card at three places within, clear of what goes around it. */
static gboolean
shows_same_card (cairo_surface_t *one,
                 cairo_surface_t *other,
                 TlScene         *scene,
                 guint            card,
                 double           scale)
{
  const TlRect *box = &tl_scene_get_card (scene, card)->box;
  const double places[] = { 16.0, box->width / 2.0, box->width - 33.0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (get_pixel (one, (box->x + places[i]) * scale, (box->y + box->height / 2.0) * scale)
        != get_pixel (other, (box->x + places[i]) * scale, (box->y + box->height / 2.0) * scale))
      return FALSE;

  return TRUE;
}

/* What is selected or found keeps its strength where the lens lets the rest recede, and under the veil. */
static void
test_keeps_strength (void)
{
  static const double scales[] = { 1.0, 0.5, 0.15 };
  static const guint line[] = { 6, 2, 0 };
  static const guint found[] = { 8 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
      cairo_surface_t *plain, *dimmed, *veiled;

      tl_scene_set_selected (scene, 9);
      tl_scene_set_found (scene, found, G_N_ELEMENTS (found), TL_SCENE_NONE);
      plain = paint (scene, FALSE, scales[i], TL_LAYERS_SCREEN | TL_LAYER_GREEKED);
      tl_scene_set_chain (scene, line, 1, 6);
      tl_scene_set_chain_strength (scene, 1.0, 1.0);
      veiled = paint (scene, FALSE, scales[i], TL_LAYERS_SCREEN | TL_LAYER_GREEKED);
      tl_scene_set_chain_strength (scene, 0.0, 0.0);
      tl_scene_highlight (scene, line, G_N_ELEMENTS (line), TRUE);
      dimmed = paint (scene, FALSE, scales[i], TL_LAYERS_SCREEN | TL_LAYER_GREEKED);

      g_assert_true (shows_same_card (plain, dimmed, scene, 9, scales[i]));
      g_assert_true (shows_same_card (plain, dimmed, scene, 8, scales[i]));
      g_assert_false (shows_same_card (plain, dimmed, scene, 4, scales[i]));
      g_assert_true (shows_same_card (plain, veiled, scene, 9, scales[i]));
      g_assert_true (shows_same_card (plain, veiled, scene, 8, scales[i]));
      g_assert_true (shows_same_card (plain, veiled, scene, 0, scales[i]));
      g_assert_false (shows_same_card (plain, veiled, scene, 4, scales[i]));
      cairo_surface_destroy (plain);
      cairo_surface_destroy (dimmed);
      cairo_surface_destroy (veiled);
    }
}

/* Only what can be seen is set in type. */
static void
test_sets_what_is_visible (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal number %u", i);

      sample_scene_add_title (scene, title, (i % 100) * 250.0, (i / 100) * 150.0);
    }

  cairo_surface_t *painted = paint (scene, FALSE, 1.0, TL_LAYERS_SCREEN);

  g_assert_cmpuint (tl_text_cache_get_n_set (tl_scene_get_texts (scene)), <, 100);
  cairo_surface_destroy (painted);

  painted = paint (scene, FALSE, 0.05, TL_LAYERS_SCREEN);
  g_assert_cmpuint (tl_text_cache_get_n_set (tl_scene_get_texts (scene)), <, 100);
  cairo_surface_destroy (painted);
}

static void
test_legend (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  double wide = tl_painter_measure_legend (scene, 5000.0);
  double narrow = tl_painter_measure_legend (scene, 200.0);

  g_assert_cmpfloat (wide, >, 10.0);
  g_assert_cmpfloat (narrow, >=, 4.0 * wide);
}

/* What is painted where a unit is @scale pixels of a device that has @density of them for one of the screen. */
static GBytes *
describe (TlScene *scene,
          double   scale,
          double   density)
{
  /* Lines that are thinner than a pixel of the device are drawn otherwise than others. */
  TlLayers layers = scale / density >= 1.0 ? TL_LAYERS_SCREEN : TL_LAYERS_SCREEN & ~TL_LAYER_EDGES;
  const TlPainter painter = {
    .palette = tl_palette_get (FALSE, FALSE), .scale = scale, .density = density, .layers = layers,
  };
  TlPenSvg svg;

  tl_painter_paint (&painter, scene, tl_pen_svg_init (&svg, NULL, "Cantarell", WIDTH, HEIGHT),
                    &(TlRect) { 0.0, 0.0, WIDTH, HEIGHT });

  return tl_pen_svg_finish (&svg);
}

/* How much is on a card, how large the names and how wide the rings are, goes by the size on the screen. */
static void
test_density (void)
{
  static const double zooms[] = { 1.5, 1.0, 0.62, 0.55, 0.4, 0.26, 0.2, 0.12, 0.05 };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);

  tl_scene_set_selected (scene, 1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (GBytes) plain = describe (scene, zooms[i], 1.0);
      g_autoptr (GBytes) dense = describe (scene, 2.0 * zooms[i], 2.0);

      g_assert_true (g_bytes_equal (plain, dense));
    }

  g_autoptr (GBytes) near = describe (scene, 0.5, 1.0);
  g_autoptr (GBytes) far = describe (scene, 0.5, 2.0);

  g_assert_false (g_bytes_equal (near, far));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/reference", test_reference);
  g_test_add_func ("/painter/reference-of-state", test_reference_of_state);
  g_test_add_func ("/painter/reference-of-chain", test_reference_of_chain);
  g_test_add_func ("/painter/keeps-strength", test_keeps_strength);
  g_test_add_func ("/painter/notices-change", test_notices_change);
  g_test_add_func ("/painter/tiles-fit", test_tiles_fit);
  g_test_add_func ("/painter/names-from-afar", test_names_from_afar);
  g_test_add_func ("/painter/state-and-emphasis", test_state_and_emphasis);
  g_test_add_func ("/painter/sets-what-is-visible", test_sets_what_is_visible);
  g_test_add_func ("/painter/density", test_density);
  g_test_add_func ("/painter/legend", test_legend);

  return g_test_run ();
}
