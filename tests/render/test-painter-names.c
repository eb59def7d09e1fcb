/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What names stand on a picture, and where: over no card, over no other name, from near as from afar. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "diagram-fixture.h"
#include "tl-painter.h"
#include "tl-pen-svg.h"

#define WIDTH  1280.0
#define HEIGHT 720.0
#define N_SEEDS 3

/* A pixel of the screen is what rounding in the file may take away. */
#define ROUNDING 1.0

static const double zooms[] = { 2.0, 1.0, 0.75, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.075 };

/* Objectives, and under each what helps it, of several units of two organisations; some of it helps two, some none. */
static void
plant_cascade (Fixture *fixture,
               guint    seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  guint n_goals = 40 + 90 * seed;
  gpointer owners[] = { fixture->own, fixture->customer, fixture->sales, fixture->person };

  for (guint i = 0; i < n_goals; i++)
    {
      gpointer owner = i < 5 ? owners[i % 2] : owners[g_rand_int_range (rand, 1, 4)];

      g_ptr_array_add (goals, add_goal (fixture, owner, "Answer every alarm within four minutes"));
      if (i >= 5 && i % 17 != 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, MAX (i / 3, 5))], FALSE);
      if (i >= 20 && i % 6 == 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, 5)], FALSE);
    }
}

static double
read_attribute (const char *from,
                const char *name)
{
  const char *found = strstr (from, name);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (name), NULL);
}

/* The grounds of the names seen in an area, in units of the picture: a name is the only thing that is enlarged in this
 * layer.
 */
static GArray *
list_names (TlScene      *scene,
            double        zoom,
            const TlRect *area)
{
  const TlPainter painter = { .palette = tl_palette_get (FALSE, FALSE), .scale = zoom, .layers = TL_LAYER_LABELS };
  GArray *names = g_array_new (FALSE, FALSE, sizeof (TlRect));
  TlPenSvg svg;

  tl_painter_paint (&painter, scene, tl_pen_svg_init (&svg, NULL, "Cantarell", WIDTH, HEIGHT), area);

  g_autoptr (GBytes) bytes = tl_pen_svg_finish (&svg);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (char *at = text; (at = strstr (at, "<g transform=\"translate(")) != NULL; at++)
    {
      char *end;
      double x = g_ascii_strtod (at + strlen ("<g transform=\"translate("), &end);
      double y = g_ascii_strtod (end, &end);
      double factor = read_attribute (end, "scale(");
      double slack = ROUNDING / zoom;

      g_array_append_vals (names, &(TlRect) {
        x + slack, y + slack, read_attribute (end, " width=\"") * factor - 2.0 * slack,
        read_attribute (end, " height=\"") * factor - 2.0 * slack,
      }, 1);
    }

  return names;
}

/* Names of levels side by side stay at the upper edge, on a ground of their own, when cards are scrolled away there. */
static gboolean
is_heading (TlScene      *scene,
            const TlRect *name,
            double        zoom,
            const TlRect *area)
{
  return tl_scene_get_direction (scene) == TL_SCENE_RIGHT && name->y < area->y + 32.0 / zoom;
}

static guint
check_names (TlScene      *scene,
             double        zoom,
             const TlRect *area)
{
  g_autoptr (GArray) names = list_names (scene, zoom, area);

  for (guint i = 0; i < names->len; i++)
    {
      const TlRect *name = &g_array_index (names, TlRect, i);

      for (guint c = 0; c < tl_scene_get_n_cards (scene) && !is_heading (scene, name, zoom, area); c++)
        g_assert_false (boxes_overlap (name, &tl_scene_get_card (scene, c)->box));
      for (guint k = 0; k < i; k++)
        g_assert_false (boxes_overlap (name, &g_array_index (names, TlRect, k)));
    }

  return names->len;
}

/* All of it with a rim, as it is seen whole, and windows on it from one corner to the other. */
static void
check_zoom (TlScene *scene,
            double   zoom)
{
  TlRect bounds;
  guint n_names = 0;

  tl_scene_get_bounds (scene, &bounds);
  for (guint i = 0; i < 7; i++)
    {
      const TlRect area = {
        bounds.x - 24.0 / zoom + i / 6.0 * bounds.width, bounds.y - 24.0 / zoom + i / 6.0 * bounds.height,
        WIDTH / zoom, HEIGHT / zoom,
      };

      n_names += check_names (scene, zoom, &area);
    }

  g_assert_cmpuint (n_names, >, 0);
}

static void
test_cover_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      plant_cascade (fixture, seed);
      for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
        {
          g_autoptr (TlScene) scene = fixture_draw (fixture, &(TlDiagramOptions) { .direction = direction });

          for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
            check_zoom (scene, zooms[i]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/painter-names/cover-nothing", test_cover_nothing);

  return g_test_run ();
}
