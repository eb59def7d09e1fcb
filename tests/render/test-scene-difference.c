/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where two pictures differ: wherever a pixel of them does, and not everywhere. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"
#include "tl-scene-difference.h"

#define LAYERS (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS | TL_LAYER_GREEKED)

/* As many pixels what keeps its size on the screen may reach further. */
#define SLACK 6.0

/* What is made of a picture while it is copied; what is NULL stays as it is. */
typedef struct
{
  guint        card;            /* whose picture is another */
  const char  *title;
  TlHealth     health;
  TlFold       fold;
  double       across;          /* how far it moves */
  gboolean     is_left_out;     /* the last card, and the lines to it */
  guint        edge;            /* whose picture is another */
  double       share;
  double       band;            /* how far the bands move */
} Change;

static void
copy_cards (TlScene      *scene,
            TlScene      *copy,
            const Change *change)
{
  guint n_cards = tl_scene_get_n_cards (scene) - (change->is_left_out ? 1 : 0);

  for (guint i = 0; i < n_cards; i++)
    {
      TlCard card = *tl_scene_get_card (scene, i);

      if (i == change->card)
        {
          card.title = change->title != NULL ? change->title : card.title;
          card.health = change->health != TL_HEALTH_NO_DATA ? change->health : card.health;
          card.fold = change->fold != TL_FOLD_NONE ? change->fold : card.fold;
          card.box.x += change->across;
        }
      tl_scene_add_card (copy, &card);
    }
}

static void
copy_lines (TlScene      *scene,
            TlScene      *copy,
            const Change *change)
{
  guint n_tensions;
  const TlTensionLine *tensions = tl_scene_get_tensions (scene, &n_tensions);

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      TlEdge edge = *tl_scene_get_edge (scene, i);

      if (i == change->edge && change->share > 0)
        edge.share = change->share;
      if (MAX (edge.from, edge.to) < tl_scene_get_n_cards (copy))
        tl_scene_add_edge (copy, &edge);
    }
  for (guint i = 0; i < n_tensions; i++)
    tl_scene_add_tension (copy, &tensions[i]);
}

static TlScene *
copy_scene (TlScene      *scene,
            const Change *change)
{
  TlScene *copy = tl_scene_new (tl_scene_get_direction (scene));
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

  copy_cards (scene, copy, change);
  copy_lines (scene, copy, change);
  for (guint i = 0; i < n_bands; i++)
    tl_scene_add_band (copy, &(TlBand) { bands[i].label, bands[i].start + change->band, bands[i].end + change->band });
  for (guint i = 0; i < n_regions; i++)
    tl_scene_add_region (copy, &regions[i]);

  return copy;
}

static cairo_surface_t *
paint (TlScene      *scene,
       const TlRect *area,
       double        scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ceil (area->width * scale),
                                                         ceil (area->height * scale));
  cairo_t *cr = cairo_create (surface);
  TlPenCairo pen;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  tl_painter_paint (&(TlPainter) { .palette = tl_palette_get (FALSE, FALSE), .scale = scale, .layers = LAYERS }, scene,
                    tl_pen_cairo_init (&pen, cr), area);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_in (GArray *places,
       double  x,
       double  y,
       double  reach)
{
  for (guint i = 0; i < places->len; i++)
    {
      const TlRect *place = &g_array_index (places, TlRect, i);

      if (x >= place->x - reach && x <= place->x + place->width + reach && y >= place->y - reach
          && y <= place->y + place->height + reach)
        return TRUE;
    }

  return FALSE;
}

/* Returns how many pixels differ, all of which are in @places. */
static guint
compare_at (TlScene *before,
            TlScene *after,
            GArray  *places,
            double   scale)
{
  guint n_different = 0;
  cairo_surface_t *one, *other;
  TlRect area;

  tl_scene_get_bounds (before, &area);
  one = paint (before, &area, scale);
  other = paint (after, &area, scale);
  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < cairo_image_surface_get_width (one); x++)
      {
        gsize offset = (gsize) y * cairo_image_surface_get_stride (one) + 4 * x;

        if (memcmp (cairo_image_surface_get_data (one) + offset, cairo_image_surface_get_data (other) + offset, 4) == 0)
          continue;

        n_different++;
        g_assert_true (is_in (places, area.x + (x + 0.5) / scale, area.y + (y + 0.5) / scale, SLACK / scale));
      }

  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  return n_different;
}

/* What a change shows, from near and from afar, is where it is said to be. */
static void
check_change (const Change *change,
              guint         most_places)
{
  static const double scales[] = { 1.0, 0.5, 0.2, 0.05 };

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      g_autoptr (TlScene) before = sample_scene_new (direction);
      g_autoptr (TlScene) after = copy_scene (before, change);
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));
      guint n_different = 0;

      g_assert_true (tl_scene_find_difference (before, after, places));
      g_assert_cmpuint (places->len, >, 0);
      g_assert_cmpuint (places->len, <=, most_places);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        n_different += compare_at (before, after, places, scales[i]);
      g_assert_cmpuint (n_different, >, 0);
    }
}

static void
test_same (void)
{
  g_autoptr (TlScene) before = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlScene) after = copy_scene (before, &(Change) { .card = TL_SCENE_NONE });
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));

  g_assert_true (tl_scene_find_difference (before, after, places));
  g_assert_cmpuint (places->len, ==, 0);
}

/* An edited card is one place, twice: as it was and as it is. */
static void
test_card (void)
{
  check_change (&(Change) { .card = 3, .health = TL_HEALTH_OFF_TRACK }, 2);
  check_change (&(Change) { .card = 3, .fold = TL_FOLD_OPEN }, 2);
  check_change (&(Change) { .card = 0, .across = 20 }, 2);
}

/* The title is words, of which a picture without fonts shows a bar. */
static void
test_title (void)
{
  g_autoptr (TlScene) before = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlScene) after = copy_scene (before, &(Change) { .card = 4, .title = "Another" });
  const TlRect *box = &tl_scene_get_card (before, 4)->box;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));

  g_assert_true (tl_scene_find_difference (before, after, places));
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_true (is_in (places, box->x, box->y, 0));
  g_assert_true (is_in (places, box->x + box->width, box->y + box->height, 0));
}

static void
test_edge (void)
{
  check_change (&(Change) { .card = TL_SCENE_NONE, .edge = 1, .share = 0.97 }, 8);
}

static void
test_left_out (void)
{
  check_change (&(Change) { .card = TL_SCENE_NONE, .is_left_out = TRUE }, 16);
}

/* Stripes go from one side of the picture to the other, beyond what stands on them. */
static void
test_bands (void)
{
  g_autoptr (TlScene) before = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlScene) after = copy_scene (before, &(Change) { .card = TL_SCENE_NONE, .band = 5 });
  g_autoptr (TlScene) turned = sample_scene_new (TL_SCENE_RIGHT);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));

  g_assert_false (tl_scene_find_difference (before, after, places));
  g_assert_false (tl_scene_find_difference (before, turned, places));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-difference/same", test_same);
  g_test_add_func ("/scene-difference/card", test_card);
  g_test_add_func ("/scene-difference/title", test_title);
  g_test_add_func ("/scene-difference/edge", test_edge);
  g_test_add_func ("/scene-difference/left-out", test_left_out);
  g_test_add_func ("/scene-difference/bands", test_bands);

  return g_test_run ();
}
