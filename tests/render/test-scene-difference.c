/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where two pictures differ: wherever a pixel of them does, and not everywhere. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"
#include "tl-scene-difference.h"

#define LAYERS (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS)

static const double scales[] = { 1.0, 0.5, 0.2, 0.05 };

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
compare_at (TlScene      *before,
            TlScene      *after,
            const TlRect *area,
            GArray       *places,
            double        scale)
{
  cairo_surface_t *one = paint (before, area, scale);
  cairo_surface_t *other = paint (after, area, scale);
  guint n_different = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < cairo_image_surface_get_width (one); x++)
      {
        gsize offset = (gsize) y * cairo_image_surface_get_stride (one) + 4 * x;

        if (memcmp (cairo_image_surface_get_data (one) + offset, cairo_image_surface_get_data (other) + offset, 4) == 0)
          continue;

        n_different++;
        g_assert_true (is_in (places, area->x + (x + 0.5) / scale, area->y + (y + 0.5) / scale, SLACK / scale));
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
  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      g_autoptr (TlScene) before = sample_scene_new (direction);
      g_autoptr (TlScene) after = copy_scene (before, change);
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));
      guint n_different = 0;
      TlRect area;

      tl_scene_get_bounds (before, &area);
      g_assert_true (tl_scene_find_difference (before, after, places));
      g_assert_cmpuint (places->len, >, 0);
      g_assert_cmpuint (places->len, <=, most_places);
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        n_different += compare_at (before, after, &area, places, scales[i]);
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
  check_change (&(Change) { .card = 4, .title = "Another" }, 2);
  check_change (&(Change) { .card = 0, .across = 20 }, 2);
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

/* Every field of everything a picture is made of, one after the other: where the tiles show it, the difference tells.
 *
 * Nobody can add a field and forget it here.  The values below are listed without names, so that one too few is an error
 * of the compiler; and a value that no row of the tables brings over is missed in check_fields().
 */
typedef struct
{
  const char *name;
  gsize       offset;
  gsize       size;
  gboolean    is_seen;      /* whether a tile shows what it says */
} Field;

#define SEEN(Type, field) { #field, G_STRUCT_OFFSET (Type, field), sizeof (((Type *) NULL)->field), TRUE }
#define UNSEEN(Type, field) { #field, G_STRUCT_OFFSET (Type, field), sizeof (((Type *) NULL)->field), FALSE }

static const char no_word[] = "";
static const double straight[] = { 100, 100, 400, 300, 420, 320, 500, 310 };
static const double bent[] = { 100, 120, 380, 300, 460, 340, 480, 300 };

#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wmissing-field-initializers"

static const TlCard closed_goal = {
  TL_CARD_GOAL, "a", { 200, 200, TL_CARD_WIDTH, TL_CARD_HEIGHT }, TL_FACET_RESULT, TL_HEALTH_AT_RISK, TL_GAP_NONE,
  TL_EMPHASIS_NORMAL, TL_FOLD_CLOSED, FALSE, 7, { 1, 2, 1, 3 }, TL_MARK_NONE, 0, 0.4, 0.5, "Result", "Draft", "Be known",
  "", "Ada", "Sales", "Company", "40 %", "A goal",
};
static const TlCard statement = {
  TL_CARD_STATEMENT, "a", { 200, 200, 200, 160 }, TL_FACET_RESULT, TL_HEALTH_AT_RISK, TL_GAP_NONE, TL_EMPHASIS_NORMAL,
  TL_FOLD_NONE, FALSE, 0, { 0, 0, 0, 0 }, TL_MARK_SEEN, 2, 0.4, 0.5, "Result", "For all", "We are known", "To the end",
  "Ada", "Sales", "Company", "40 %", "A statement",
};
static const TlCard other_card = {
  TL_CARD_STATEMENT, "b", { 180, 220, TL_CARD_WIDTH + 20, TL_CARD_HEIGHT + 40 },
  TL_FACET_IMPACT, TL_HEALTH_OFF_TRACK, TL_GAP_LINK | TL_GAP_MEASURE, TL_EMPHASIS_DIMMED, TL_FOLD_OPEN, TRUE, 8,
  { 2, 1, 2, 3 }, TL_MARK_CHECK, 3, 0.7, 0.9, "Condition", "New", "Be early", "Soon", "Grace", "Research", "Group",
  "70 %", "Another",
};

static const TlEdge line = {
  TL_EDGE_SHARE, "a", 0, 1, TL_CURVE_LED, straight, 3, 0.4, FALSE, TL_EMPHASIS_NORMAL, no_word, 0, 0, "A line",
};
static const TlEdge other_line = {
  TL_EDGE_LINK, "b", 1, 0, TL_CURVE_ROUNDED, bent, 4, 0.9, TRUE, TL_EMPHASIS_HIGHLIGHTED, no_word, 300, 200, "Another",
};

static const TlTensionLine tension = { 0, 1, { 100, 100, 250, 120, 350, 280, 480, 300 }, TL_EMPHASIS_NORMAL, "A tension" };
static const TlTensionLine other_tension = { 1, 0, { 120, 80, 200, 90, 300, 290, 470, 310 }, TL_EMPHASIS_DIMMED, "Another" };

static const TlBand band = { "A level", 60, 200 };
static const TlBand other_band = { "Another", 80, 240 };

static const TlRegion region = { "An organisation", { 40, 40, 400, 200 }, TL_REGION_ORGANISATION };
static const TlRegion other_region = { "Another", { 60, 30, 420, 220 }, TL_REGION_LOOSE };

#pragma GCC diagnostic pop

static const Field card_fields[] = {
  SEEN (TlCard, kind), UNSEEN (TlCard, id), SEEN (TlCard, box), SEEN (TlCard, facet), SEEN (TlCard, health),
  SEEN (TlCard, gaps), SEEN (TlCard, emphasis), SEEN (TlCard, fold), SEEN (TlCard, is_partly_open), SEEN (TlCard, n_below),
  SEEN (TlCard, below), SEEN (TlCard, mark), SEEN (TlCard, circle), SEEN (TlCard, attainment), SEEN (TlCard, expected),
  SEEN (TlCard, kicker), SEEN (TlCard, note), SEEN (TlCard, title), SEEN (TlCard, detail), SEEN (TlCard, owner),
  UNSEEN (TlCard, unit), UNSEEN (TlCard, function), SEEN (TlCard, attainment_text), UNSEEN (TlCard, description),
};

/* What stands on a line is where @label is not empty, which it is in frames alone; those are painted anew. */
static const Field edge_fields[] = {
  SEEN (TlEdge, kind), UNSEEN (TlEdge, id), UNSEEN (TlEdge, from), UNSEEN (TlEdge, to), SEEN (TlEdge, curve),
  SEEN (TlEdge, points), SEEN (TlEdge, n_points), SEEN (TlEdge, share), SEEN (TlEdge, critical), SEEN (TlEdge, emphasis),
  UNSEEN (TlEdge, label_x), UNSEEN (TlEdge, label_y), UNSEEN (TlEdge, description),
};

static const Field tension_fields[] = {
  UNSEEN (TlTensionLine, first), UNSEEN (TlTensionLine, second), SEEN (TlTensionLine, points),
  SEEN (TlTensionLine, emphasis), UNSEEN (TlTensionLine, description),
};

static const Field band_fields[] = { UNSEEN (TlBand, label), SEEN (TlBand, start), SEEN (TlBand, end) };

static const Field region_fields[] = { UNSEEN (TlRegion, name), SEEN (TlRegion, box), SEEN (TlRegion, kind) };

typedef TlScene *(*MakeScene) (gconstpointer element);

/* A kind of thing in a picture: what some are like, and one that is like none of them in anything. */
typedef struct
{
  const Field   *fields;
  guint          n_fields;
  gsize          size;
  gconstpointer  ones[2];
  gconstpointer  other;
  MakeScene      make;
} Kind;

static TlScene *
make_empty (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  tl_scene_add_card (scene, &(TlCard) { .id = "one", .box = { 20, 300, TL_CARD_WIDTH, TL_CARD_HEIGHT } });
  tl_scene_add_card (scene, &(TlCard) { .id = "two", .box = { 320, 20, TL_CARD_WIDTH, TL_CARD_HEIGHT } });
  return scene;
}

static TlScene *
make_with_card (gconstpointer card)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  tl_scene_add_card (scene, card);
  return scene;
}

static TlScene *
make_with_edge (gconstpointer edge)
{
  TlScene *scene = make_empty ();

  tl_scene_add_edge (scene, edge);
  return scene;
}

static TlScene *
make_with_tension (gconstpointer one)
{
  TlScene *scene = make_empty ();

  tl_scene_add_tension (scene, one);
  return scene;
}

static TlScene *
make_with_band (gconstpointer one)
{
  TlScene *scene = make_empty ();

  tl_scene_add_band (scene, one);
  return scene;
}

static TlScene *
make_with_region (gconstpointer one)
{
  TlScene *scene = make_empty ();

  tl_scene_add_region (scene, one);
  return scene;
}

/* Returns whether two things look different, which is then known. */
static gboolean
look_different (const Kind    *kind,
                gconstpointer  one,
                gconstpointer  other)
{
  const TlRect area = { 0, 0, 620, 480 };
  g_autoptr (TlScene) before = kind->make (one);
  g_autoptr (TlScene) after = kind->make (other);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));
  guint n_different = 0;

  if (!tl_scene_find_difference (before, after, places))
    g_array_append_val (places, area);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    n_different += compare_at (before, after, &area, places, scales[i]);

  return n_different > 0;
}

static void
check_fields (const Kind *kind)
{
  g_autofree guint8 *all = g_memdup2 (kind->ones[0], kind->size);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const Field *field = &kind->fields[i];
      const guint8 *value = (const guint8 *) kind->other + field->offset;
      gboolean is_seen = FALSE;

      g_test_message ("%s", field->name);
      memcpy (all + field->offset, value, field->size);
      for (guint k = 0; k < G_N_ELEMENTS (kind->ones) && kind->ones[k] != NULL; k++)
        {
          g_autofree guint8 *changed = g_memdup2 (kind->ones[k], kind->size);

          memcpy (changed + field->offset, value, field->size);
          is_seen |= look_different (kind, kind->ones[k], changed);
        }
      g_assert_cmpint (is_seen, ==, field->is_seen);
    }

  /* Nothing is left over that the rows have not brought. */
  g_assert_cmpmem (all, kind->size, kind->other, kind->size);
}

static void
test_fields (void)
{
  check_fields (&(Kind) {
    card_fields, G_N_ELEMENTS (card_fields), sizeof (TlCard), { &closed_goal, &statement }, &other_card, make_with_card,
  });
  check_fields (&(Kind) {
    edge_fields, G_N_ELEMENTS (edge_fields), sizeof (TlEdge), { &line }, &other_line, make_with_edge,
  });
  check_fields (&(Kind) {
    tension_fields, G_N_ELEMENTS (tension_fields), sizeof (TlTensionLine), { &tension }, &other_tension, make_with_tension,
  });
  check_fields (&(Kind) {
    band_fields, G_N_ELEMENTS (band_fields), sizeof (TlBand), { &band }, &other_band, make_with_band,
  });
  check_fields (&(Kind) {
    region_fields, G_N_ELEMENTS (region_fields), sizeof (TlRegion), { &region }, &other_region, make_with_region,
  });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-difference/same", test_same);
  g_test_add_func ("/scene-difference/card", test_card);
  g_test_add_func ("/scene-difference/edge", test_edge);
  g_test_add_func ("/scene-difference/left-out", test_left_out);
  g_test_add_func ("/scene-difference/bands", test_bands);
  g_test_add_func ("/scene-difference/fields", test_fields);

  return g_test_run ();
}
