/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What names stand on a picture, and where: over no card, over no other name, from near as from afar. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "diagram-fixture.h"
#include "tl-painter.h"
#include "tl-pen-svg.h"
#include "tl-sheet.h"

#define WIDTH  1280.0
#define HEIGHT 720.0
#define N_SEEDS 3

/* A pixel of the screen is what rounding in the file may take away. */
#define ROUNDING 1.0

/* From further away units are named, not goals. */
#define FAR 0.1

static const double zooms[] = { 2.0, 1.0, 0.75, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.075, 0.05, 0.03 };

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

static char *
write_layers (TlScene      *scene,
              double        zoom,
              guint         layers,
              const TlRect *area)
{
  const TlPainter painter = { .palette = tl_palette_get (FALSE, FALSE), .scale = zoom, .layers = layers };
  TlPenSvg svg;

  tl_painter_paint (&painter, scene, tl_pen_svg_init (&svg, NULL, "Cantarell", WIDTH, HEIGHT), area);

  g_autoptr (GBytes) bytes = tl_pen_svg_finish (&svg);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
write_names (TlScene      *scene,
             double        zoom,
             const TlRect *area)
{
  return write_layers (scene, zoom, TL_LAYER_LABELS, area);
}

/* The grounds of the names that are written, in units of the picture: a name is the only thing that is enlarged in this
 * layer.
 */
static GArray *
read_names (const char *text,
            double      zoom)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (TlRect));

  for (const char *at = text; (at = strstr (at, "<g transform=\"translate(")) != NULL; at++)
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

static GArray *
list_names (TlScene      *scene,
            double        zoom,
            const TlRect *area)
{
  g_autofree char *text = write_names (scene, zoom, area);

  return read_names (text, zoom);
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

/* From where whole units are named, those lie over cards where these are close together. */
static guint
check_names (TlScene      *scene,
             double        zoom,
             const TlRect *area)
{
  g_autoptr (GArray) names = list_names (scene, zoom, area);

  for (guint i = 0; i < names->len; i++)
    {
      const TlRect *name = &g_array_index (names, TlRect, i);

      for (guint c = 0; zoom >= FAR && c < tl_scene_get_n_cards (scene) && !is_heading (scene, name, zoom, area); c++)
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

/* A file shows a picture from its beginning on: however small it is shown, the names of levels side by side and of
 * organisations lie over no card and are not cut off.
 */
static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  plant_cascade (fixture, 1);

  g_autoptr (TlScene) scene = fixture_draw (fixture, &(TlDiagramOptions) { .direction = TL_SCENE_RIGHT });
  TlRect area;

  tl_scene_get_bounds (scene, &area);
  area = (TlRect) { area.x - 28.0, floor (area.y) - 2.0, area.width + 56.0, area.height + 4.0 };
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *text = write_layers (scene, zooms[i], TL_LAYER_LABELS | TL_LAYER_STILL, &area);
      g_autoptr (GArray) names = read_names (text, zooms[i]);

      for (guint k = 0; k < names->len; k++)
        {
          const TlRect *name = &g_array_index (names, TlRect, k);

          g_assert_cmpfloat (name->y, >=, area.y);
          for (guint c = 0; zooms[i] >= FAR && c < tl_scene_get_n_cards (scene); c++)
            g_assert_false (boxes_overlap (name, &tl_scene_get_card (scene, c)->box));
        }
    }
}

static void
get_whole (TlScene *scene,
           double   zoom,
           TlRect  *area)
{
  tl_scene_get_bounds (scene, area);
  area->x -= 30.0 / zoom;
  area->y -= 30.0 / zoom;
  area->width += 60.0 / zoom;
  area->height += 60.0 / zoom;
}

/* Two objectives, beneath each the goals of another unit, which are not equally many. */
static TlScene *
draw_two_units (Fixture *fixture)
{
  TlUnit *research = add_entity (fixture, tl_unit_new ());
  TlUnit *laboratory = add_entity (fixture, tl_unit_new ());
  TlGoal *first = add_goal (fixture, fixture->own, "Be known");
  TlGoal *second = add_goal (fixture, fixture->own, "Be early");

  tl_party_set_name (TL_PARTY (research), "Research");
  tl_party_set_name (TL_PARTY (laboratory), "Laboratory");
  tl_unit_set_parent (laboratory, research);
  for (guint i = 0; i < 1600; i++)
    connect_goals (fixture, add_goal (fixture, i < 1100 ? laboratory : fixture->sales, "Answer every alarm"),
                   i < 1100 ? first : second, FALSE);

  return fixture_draw (fixture, NULL);
}

/* From near no unit is named, further away units, and from furthest what these are part of; the larger first. */
static void
test_name_units (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { double zoom; const char *larger; const char *smaller; } looks[] = {
    { 0.15, NULL, NULL }, { 0.08, "Laboratory", "Sales" }, { 0.04, "Research", "Sales" },
  };
  static const char *const units[] = { "Laboratory", "Research", "Sales" };
  g_autoptr (TlScene) scene = draw_two_units (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      TlRect area;

      get_whole (scene, looks[i].zoom, &area);

      g_autofree char *names = write_names (scene, looks[i].zoom, &area);

      for (guint k = 0; k < G_N_ELEMENTS (units); k++)
        g_assert_cmpint (strstr (names, units[k]) != NULL, ==,
                         g_strcmp0 (units[k], looks[i].larger) == 0 || g_strcmp0 (units[k], looks[i].smaller) == 0);
      if (looks[i].larger != NULL)
        g_assert_true (strstr (names, looks[i].larger) < strstr (names, looks[i].smaller));
      g_assert_cmpint (strstr (names, "Be known") != NULL, ==, looks[i].larger == NULL);
    }
}

/* A unit with a long name is named as far as there is room, with an ellipsis. */
static void
test_shorten_units (Fixture       *fixture,
                    gconstpointer  data)
{
  tl_party_set_name (TL_PARTY (fixture->sales), "Sales of everything that can be sold to anybody anywhere");

  g_autoptr (TlScene) scene = draw_two_units (fixture);
  TlRect area;

  get_whole (scene, 0.05, &area);

  g_autofree char *names = write_names (scene, 0.05, &area);
  const char *sales = strstr (names, "Sales of");

  g_assert_nonnull (sales);
  g_assert_null (strstr (names, "anywhere"));
  g_assert_nonnull (strstr (sales, "…"));
}

static guint
count_words (const char *names,
             const char *words)
{
  guint n = 0;

  for (const char *at = names; (at = strstr (at, words)) != NULL; at++)
    n++;

  return n;
}

/* An objective that forty goals help, all of them of the organisation itself, which is no unit. */
static TlScene *
draw_without_units (Fixture    *fixture,
                    const char *title)
{
  TlGoal *objective = add_goal (fixture, fixture->own, title);

  for (guint i = 0; i < 40; i++)
    connect_goals (fixture, add_goal (fixture, fixture->own, "Answer every alarm"), objective, FALSE);

  return fixture_draw (fixture, NULL);
}

/* Where goals belong to no unit, what stands out is named from furthest too, once, however much room there is. */
static void
test_name_once (Fixture       *fixture,
                gconstpointer  data)
{
  static const guint goal = 0;

  add_goal (fixture, fixture->own, "Be known");

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  const TlRect area = { -2000.0, -2000.0, 4000.0, 4000.0 };

  tl_scene_highlight (scene, &goal, 1, FALSE);

  g_autofree char *names = write_names (scene, 0.05, &area);

  g_assert_cmpuint (count_words (names, "Be known"), ==, 1);
}

/* What is named from afar is named where all of the name can be seen, and nowhere else. */
static void
test_name_whole (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TlScene) scene = draw_without_units (fixture, "Be known to everybody");
  const TlRect *card = &tl_scene_get_card (scene, 0)->box;
  const TlRect wide = { card->x - 2000.0, card->y - 500.0, 4000.0, 1000.0 };
  const TlRect narrow = { card->x, card->y - 500.0, card->width, 1000.0 };
  g_autofree char *seen = write_names (scene, 0.15, &wide);
  g_autofree char *unseen = write_names (scene, 0.15, &narrow);

  g_assert_nonnull (strstr (seen, "known"));
  g_assert_null (strstr (unseen, "known"));
}

/* A goal without a title is not named where the rest recedes behind it, and leaves no empty ground. */
static void
test_name_no_untitled (Fixture       *fixture,
                       gconstpointer  data)
{
  static const guint objective = 0;
  static const char *const titles[] = { "", " ", "Be known" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (TlScene) scene = draw_without_units (fixture, titles[i]);
      TlRect area;

      get_whole (scene, 0.15, &area);
      tl_scene_set_chain (scene, &objective, 1, objective);
      tl_scene_set_chain_strength (scene, 1.0, 1.0);

      g_autofree char *names = write_names (scene, 0.15, &area);

      g_assert_null (strstr (names, "/>\n</g>"));
    }
}

/* However the picture moves: no name that there is room for is set in type again. */
static void
test_set_once (Fixture       *fixture,
               gconstpointer  data)
{
  TlTextCache *texts;
  TlRect area;
  guint n_set = 0;

  for (guint i = 0; i < 8; i++)
    add_goal (fixture, i % 2 == 0 ? fixture->own : fixture->customer, "Be known");

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);

  texts = tl_scene_get_texts (scene);
  get_whole (scene, 0.5, &area);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *names = write_names (scene, 0.5, &area);

      if (i == 0)
        n_set = tl_text_cache_get_n_set (texts);
      g_assert_cmpuint (n_set, >, 0);
      g_assert_cmpuint (tl_text_cache_get_n_set (texts), ==, n_set);
      area.x += 7.0;
      area.width -= 14.0;
    }
}

/* From where cards are blocks nothing but names is enlarged, and they come last. */
static char *
write_names_on_sheet (TlSheet      *sheet,
                      const TlRect *part)
{
  TlPenSvg svg;

  tl_sheet_paint_picture (sheet, tl_pen_svg_init (&svg, NULL, "Cantarell", WIDTH, HEIGHT), 0.15, part);

  g_autoptr (GBytes) bytes = tl_pen_svg_finish (&svg);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strdup (strstr (text, "<g transform="));
}

/* A large image is painted strip by strip: what stands on it is not another one where a strip begins. */
static void
test_same_in_strips (Fixture       *fixture,
                     gconstpointer  data)
{
  TlSheet sheet;

  plant_cascade (fixture, 2);

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);

  tl_sheet_init (&sheet, scene, tl_palette_get (FALSE, FALSE), NULL, 0.0, 1.0);

  g_autofree char *whole = write_names_on_sheet (&sheet, NULL);

  g_assert_nonnull (whole);
  for (guint i = 0; i < 3; i++)
    {
      const TlRect strip = { 0.0, sheet.height * i / 3.0, sheet.width, sheet.height / 3.0 };
      g_autofree char *names = write_names_on_sheet (&sheet, &strip);

      g_assert_cmpstr (names, ==, whole);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/painter-names/cover-nothing", test_cover_nothing);
  ADD_DIAGRAM_TEST ("/painter-names/files", test_files);
  ADD_DIAGRAM_TEST ("/painter-names/units", test_name_units);
  ADD_DIAGRAM_TEST ("/painter-names/long-units", test_shorten_units);
  ADD_DIAGRAM_TEST ("/painter-names/once", test_name_once);
  ADD_DIAGRAM_TEST ("/painter-names/whole", test_name_whole);
  ADD_DIAGRAM_TEST ("/painter-names/no-untitled", test_name_no_untitled);
  ADD_DIAGRAM_TEST ("/painter-names/set-once", test_set_once);
  ADD_DIAGRAM_TEST ("/painter-names/same-in-strips", test_same_in_strips);

  return g_test_run ();
}
