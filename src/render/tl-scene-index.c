/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding what stands in a place.
 *
 * Cards stand in rows, so the index is two sorted arrays: the rows by where they begin, and in each row the cards
 * by where they begin.  A search is two binary searches, widened by the largest row and the largest card, because
 * something that begins earlier may still reach into the place.  A tree would be slower to build than the picture
 * is to draw, and no faster to ask.
 *
 * Lines are found in tl-scene-edges.c.  Along and across are relative: when the cascade runs to the right its rows stand upright.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-scene-private.h"

/* Cards that begin within this distance of each other stand in one row. */
#define ROW_TOLERANCE 0.5

static const TlRect *
get_box (TlScene *self,
         guint    card)
{
  return &g_array_index (self->cards, TlCard, card).box;
}

static gint
compare_across (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  TlScene *self = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;
  double difference = tl_scene_get_across (self, get_box (self, one)).start - tl_scene_get_across (self, get_box (self, other)).start;

  if (difference == 0.0)
    return one < other ? -1 : one > other;

  return difference < 0.0 ? -1 : 1;
}

static gint
compare_along (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  TlScene *self = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;
  double difference = tl_scene_get_along (self, get_box (self, one)).start - tl_scene_get_along (self, get_box (self, other)).start;

  if (difference == 0.0)
    return one < other ? -1 : one > other;

  return difference < 0.0 ? -1 : 1;
}

static void
sort_array (TlScene          *self,
            guint            *array,
            guint             length,
            GCompareDataFunc  compare)
{
  g_qsort_with_data (array, (gint) length, sizeof (guint), compare, self);
}

static void
close_row (TlScene    *self,
           TlSceneRow *row)
{
  sort_array (self, self->sorted + row->first, row->n_cards, compare_along);
  self->deepest = MAX (self->deepest, row->end - row->start);
  g_array_append_vals (self->rows, row, 1);
}

static void
build_rows (TlScene *self)
{
  guint n_cards = self->cards->len;
  TlSceneRow row = { 0 };

  self->sorted = g_new (guint, MAX (n_cards, 1));
  for (guint i = 0; i < n_cards; i++)
    self->sorted[i] = i;
  sort_array (self, self->sorted, n_cards, compare_across);

  for (guint i = 0; i < n_cards; i++)
    {
      const TlRect *box = get_box (self, self->sorted[i]);
      TlSceneExtent across = tl_scene_get_across (self, box);
      TlSceneExtent along = tl_scene_get_along (self, box);

      if (row.n_cards > 0 && across.start - row.start > ROW_TOLERANCE)
        {
          close_row (self, &row);
          row.n_cards = 0;
        }
      if (row.n_cards == 0)
        row = (TlSceneRow) { across.start, across.end, i, 0 };

      row.end = MAX (row.end, across.end);
      row.n_cards++;
      self->widest = MAX (self->widest, along.end - along.start);
    }

  if (row.n_cards > 0)
    close_row (self, &row);
}

static void
join_rect (TlRect       *bounds,
           const TlRect *rect,
           gboolean     *any)
{
  if (!*any)
    {
      *bounds = *rect;
      *any = TRUE;
      return;
    }

  double right = MAX (bounds->x + bounds->width, rect->x + rect->width);
  double bottom = MAX (bounds->y + bounds->height, rect->y + rect->height);

  bounds->x = MIN (bounds->x, rect->x);
  bounds->y = MIN (bounds->y, rect->y);
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
}

static TlRect
bound_tension (const TlTensionLine *line)
{
  TlRect box = { line->points[0], line->points[1], 0.0, 0.0 };
  gboolean any = TRUE;

  for (guint i = 1; i < 4; i++)
    join_rect (&box, &(TlRect) { line->points[2 * i], line->points[2 * i + 1], 0.0, 0.0 }, &any);

  return box;
}

static void
join_bands (TlScene  *self,
            TlRect   *bounds,
            gboolean *any)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlBand *band = &g_array_index (self->bands, TlBand, i);
      TlRect strip = *bounds;

      if (self->direction == TL_SCENE_DOWN)
        {
          strip.y = band->start;
          strip.height = band->end - band->start;
        }
      else
        {
          strip.x = band->start;
          strip.width = band->end - band->start;
        }
      join_rect (bounds, &strip, any);
    }

  /* The names of upright bands stand above everything else. */
  if (self->direction == TL_SCENE_RIGHT && self->bands->len > 0)
    {
      double headroom = TL_SCENE_HEADROOM + (self->regions->len > 0 ? TL_SCENE_REGION_HEADROOM : 0.0);

      bounds->y -= headroom;
      bounds->height += headroom;
    }
}

static void
measure_bounds (TlScene *self)
{
  TlRect bounds = { 0.0, 0.0, 0.0, 0.0 };
  gboolean any = FALSE;

  for (guint i = 0; i < self->cards->len; i++)
    join_rect (&bounds, get_box (self, i), &any);
  for (guint i = 0; i < self->edge_bounds->len; i++)
    join_rect (&bounds, &g_array_index (self->edge_bounds, TlRect, i), &any);
  for (guint i = 0; i < self->regions->len; i++)
    join_rect (&bounds, &g_array_index (self->regions, TlRegion, i).box, &any);
  for (guint i = 0; i < self->tensions->len; i++)
    {
      TlRect box = bound_tension (&g_array_index (self->tensions, TlTensionLine, i));

      join_rect (&bounds, &box, &any);
    }
  for (guint i = 0; i < self->columns->len; i++)
    join_rect (&bounds, &g_array_index (self->columns, TlColumn, i).box, &any);
  if (self->extent.width > 0.0)
    join_rect (&bounds, &self->extent, &any);
  join_bands (self, &bounds, &any);

  self->bounds = bounds;
}

static double
measure_folds (TlScene *self)
{
  double reach = 0.0;

  for (guint i = 0; i < self->cards->len; i++)
    reach = MAX (reach, tl_card_measure_fold (tl_scene_get_card (self, i), self->direction));

  return reach;
}

void
tl_scene_ensure_index (TlScene *self)
{
  if (self->indexed)
    return;

  self->rows = g_array_new (FALSE, FALSE, sizeof (TlSceneRow));
  build_rows (self);
  tl_scene_index_edges (self);
  measure_bounds (self);
  self->fold_reach = measure_folds (self);
  self->indexed = TRUE;
}

/* How far beyond a card its handle may be, at any scale; what looks for handles has to look that far for cards. */
double
tl_scene_get_fold_reach (TlScene *self)
{
  tl_scene_ensure_index (self);

  return self->fold_reach;
}

/* Whatever adds to a scene calls this; the next question builds the index again. */
void
tl_scene_drop_index (TlScene *self)
{
  if (!self->indexed)
    return;

  g_clear_pointer (&self->sorted, g_free);
  g_clear_pointer (&self->rows, g_array_unref);
  tl_scene_drop_edge_index (self);
  tl_scene_drop_links (self);
  g_clear_pointer (&self->weights, g_free);
  tl_scene_drop_landmarks (self);
  self->deepest = 0.0;
  self->widest = 0.0;
  self->indexed = FALSE;
}

static guint
find_row (TlScene *self,
          double   start)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, TlSceneRow, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
find_in_row (TlScene          *self,
             const TlSceneRow *row,
             double            start)
{
  guint low = row->first;
  guint high = row->first + row->n_cards;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_scene_get_along (self, get_box (self, self->sorted[middle])).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Adds the cards which touch @area to @cards; or, without @cards, ends with the first.  Returns whether there is one. */
static gboolean
find_cards (TlScene      *self,
            const TlRect *area,
            GArray       *cards)
{
  TlSceneExtent across = tl_scene_get_across (self, area);
  TlSceneExtent along = tl_scene_get_along (self, area);
  gboolean any = FALSE;

  for (guint r = find_row (self, across.start - self->deepest); r < self->rows->len; r++)
    {
      const TlSceneRow *row = &g_array_index (self->rows, TlSceneRow, r);

      if (row->start > across.end)
        break;
      if (row->end < across.start)
        continue;

      for (guint i = find_in_row (self, row, along.start - self->widest); i < row->first + row->n_cards; i++)
        {
          const TlRect *box = get_box (self, self->sorted[i]);

          if (tl_scene_get_along (self, box).start > along.end)
            break;
          if (tl_scene_get_along (self, box).end < along.start
              || tl_scene_get_across (self, box).start > across.end || tl_scene_get_across (self, box).end < across.start)
            continue;

          any = TRUE;
          if (cards == NULL)
            return TRUE;
          g_array_append_val (cards, self->sorted[i]);
        }
    }

  return any;
}

/**
 * tl_scene_collect_cards:
 * @self: a scene
 * @area: a place
 * @cards: (inout): an array of guint that the cards which touch @area are added to, in the order of the rows
 */
void
tl_scene_collect_cards (TlScene      *self,
                        const TlRect *area,
                        GArray       *cards)
{
  g_return_if_fail (TL_IS_SCENE (self) && area != NULL && cards != NULL);

  tl_scene_ensure_index (self);
  find_cards (self, area, cards);
}

/* Whether a card touches a place; found with the first, however many there are. */
gboolean
tl_scene_has_card_in (TlScene      *self,
                      const TlRect *area)
{
  tl_scene_ensure_index (self);

  return find_cards (self, area, NULL);
}

/**
 * tl_scene_get_bounds:
 * @self: a scene
 * @bounds: (out): the box of everything in it, without the width of lines; empty at the origin when there is nothing
 */
void
tl_scene_get_bounds (TlScene *self,
                     TlRect  *bounds)
{
  g_return_if_fail (TL_IS_SCENE (self) && bounds != NULL);

  tl_scene_ensure_index (self);
  *bounds = self->bounds;
}

/**
 * tl_scene_find_card:
 * @self: a scene
 * @id: the id a card was added with
 *
 * Returns: the number of the card, or %TL_SCENE_NONE
 */
guint
tl_scene_find_card (TlScene    *self,
                    const char *id)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  if (id == NULL)
    return TL_SCENE_NONE;

  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return found > 0 ? found - 1 : TL_SCENE_NONE;
}

/**
 * tl_scene_get_card_at:
 * @self: a scene
 * @x: a place in units of the picture
 * @y: its ordinate
 *
 * Returns: the number of the card there, the uppermost if there are several, or %TL_SCENE_NONE
 */
guint
tl_scene_get_card_at (TlScene *self,
                      double   x,
                      double   y)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_scene_collect_cards (self, &(TlRect) { x, y, 0.0, 0.0 }, cards);

  return cards->len > 0 ? g_array_index (cards, guint, cards->len - 1) : TL_SCENE_NONE;
}
