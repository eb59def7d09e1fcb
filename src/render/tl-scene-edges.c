/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the lines in a place.
 *
 * Most lines are short and a few are as long as the picture, so that no single order finds them all quickly.  They are
 * put into sheaves of those that begin in the same strip across the rows and whose lengths along the rows are within a
 * factor of two; each sheaf is sorted along the rows, and a search looks at each as far as its longest line reaches.
 * Rejected: a grid, in whose cells the long lines would stand a thousand times over; a tree, which is slower to build
 * than the picture is to draw.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-scene-private.h"

#define STRIP 128.0

static const TlRect *
get_bounds (TlScene *self,
            guint    edge)
{
  return &g_array_index (self->edge_bounds, TlRect, edge);
}

static gint64
make_key (TlScene *self,
          guint    edge)
{
  TlSceneExtent along = tl_scene_get_along (self, get_bounds (self, edge));
  gint64 strip = (gint64) floor (tl_scene_get_across (self, get_bounds (self, edge)).start / STRIP);

  return strip * 64 + ilogb (MAX (along.end - along.start, 1.0));
}

/* A line while the lines are sorted. */
typedef struct
{
  gint64 key;
  double start;
  guint  edge;
} Entry;

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->edge < other->edge ? -1 : one->edge > other->edge;
}

static void
add_to_sheaf (TlScene      *self,
              TlSceneSheaf *sheaf,
              guint         edge)
{
  TlSceneExtent across = tl_scene_get_across (self, get_bounds (self, edge));
  TlSceneExtent along = tl_scene_get_along (self, get_bounds (self, edge));

  sheaf->start = MIN (sheaf->start, across.start);
  sheaf->end = MAX (sheaf->end, across.end);
  sheaf->longest = MAX (sheaf->longest, along.end - along.start);
  sheaf->n_edges++;
}

/* Sorts the lines; called when the index is built. */
void
tl_scene_index_edges (TlScene *self)
{
  guint n_edges = self->edges->len;
  g_autofree Entry *entries = g_new (Entry, MAX (n_edges, 1));

  self->sorted_edges = g_new (guint, MAX (n_edges, 1));
  self->sheaves = g_array_new (FALSE, FALSE, sizeof (TlSceneSheaf));
  for (guint i = 0; i < n_edges; i++)
    entries[i] = (Entry) { make_key (self, i), tl_scene_get_along (self, get_bounds (self, i)).start, i };
  qsort (entries, n_edges, sizeof (Entry), compare_entries);

  for (guint i = 0; i < n_edges; i++)
    {
      if (i == 0 || entries[i].key != entries[i - 1].key)
        g_array_append_vals (self->sheaves, &(TlSceneSheaf) { .start = G_MAXDOUBLE, .end = -G_MAXDOUBLE, .first = i }, 1);
      self->sorted_edges[i] = entries[i].edge;
      add_to_sheaf (self, &g_array_index (self->sheaves, TlSceneSheaf, self->sheaves->len - 1), entries[i].edge);
    }
}

void
tl_scene_drop_edge_index (TlScene *self)
{
  g_clear_pointer (&self->sorted_edges, g_free);
  g_clear_pointer (&self->sheaves, g_array_unref);
}

/* The first line of a sheaf that begins at @start or later. */
static guint
find_in_sheaf (TlScene            *self,
               const TlSceneSheaf *sheaf,
               double              start)
{
  guint low = sheaf->first;
  guint high = sheaf->first + sheaf->n_edges;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_scene_get_along (self, get_bounds (self, self->sorted_edges[middle])).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
collect_from_sheaf (TlScene            *self,
                    const TlSceneSheaf *sheaf,
                    const TlRect       *area,
                    GArray             *edges)
{
  TlSceneExtent across = tl_scene_get_across (self, area);
  TlSceneExtent along = tl_scene_get_along (self, area);

  for (guint i = find_in_sheaf (self, sheaf, along.start - sheaf->longest); i < sheaf->first + sheaf->n_edges; i++)
    {
      const TlRect *bounds = get_bounds (self, self->sorted_edges[i]);
      TlSceneExtent own = tl_scene_get_across (self, bounds);

      if (tl_scene_get_along (self, bounds).start > along.end)
        break;
      if (tl_scene_get_along (self, bounds).end >= along.start && own.start <= across.end && own.end >= across.start)
        g_array_append_val (edges, self->sorted_edges[i]);
    }
}

static gboolean
holds_everything (TlScene      *self,
                  const TlRect *area)
{
  const TlRect *all = &self->bounds;

  return area->x <= all->x && area->y <= all->y && area->x + area->width >= all->x + all->width
         && area->y + area->height >= all->y + all->height;
}

/**
 * tl_scene_collect_edges:
 * @self: a scene
 * @area: a place
 * @edges: (inout): an empty array of guint, which gets the edges whose bounds touch @area, ascending
 */
void
tl_scene_collect_edges (TlScene      *self,
                        const TlRect *area,
                        GArray       *edges)
{
  g_return_if_fail (TL_IS_SCENE (self) && area != NULL && edges != NULL);

  tl_scene_ensure_index (self);

  if (holds_everything (self, area))
    {
      for (guint i = 0; i < self->edges->len; i++)
        g_array_append_val (edges, i);
      return;
    }

  for (guint i = 0; i < self->sheaves->len; i++)
    {
      const TlSceneSheaf *sheaf = &g_array_index (self->sheaves, TlSceneSheaf, i);
      TlSceneExtent across = tl_scene_get_across (self, area);

      if (sheaf->start <= across.end && sheaf->end >= across.start)
        collect_from_sheaf (self, sheaf, area, edges);
    }

  /* What is above what must not depend on how they were found. */
  g_array_sort (edges, tl_scene_compare_numbers);
}

static double
measure_to_segment (double x,
                    double y,
                    double x0,
                    double y0,
                    double x1,
                    double y1)
{
  double dx = x1 - x0;
  double dy = y1 - y0;
  double square = dx * dx + dy * dy;
  double t = square > 0.0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / square, 0.0, 1.0) : 0.0;

  return hypot (x - (x0 + t * dx), y - (y0 + t * dy));
}

/* The distance to a cubic curve, by sixteen chords. */
static double
measure_to_curve (const double curve[8],
                  double       x,
                  double       y)
{
  double nearest = G_MAXDOUBLE;
  double from_x = curve[0];
  double from_y = curve[1];

  for (int i = 1; i <= 16; i++)
    {
      double t = i / 16.0;
      double s = 1.0 - t;
      const double share[4] = { s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t };
      double to_x = 0.0;
      double to_y = 0.0;

      for (int k = 0; k < 4; k++)
        {
          to_x += share[k] * curve[2 * k];
          to_y += share[k] * curve[2 * k + 1];
        }
      nearest = MIN (nearest, measure_to_segment (x, y, from_x, from_y, to_x, to_y));
      from_x = to_x;
      from_y = to_y;
    }

  return nearest;
}

static double
measure_to_edge (TlScene *self,
                 guint    number,
                 double   x,
                 double   y)
{
  const TlEdge *edge = &g_array_index (self->edges, TlEdge, number);
  double nearest = G_MAXDOUBLE;

  for (guint c = 0; c < tl_edge_get_n_curves (edge); c++)
    {
      double curve[8];

      tl_edge_get_curve (edge, self->direction, c, curve);
      nearest = MIN (nearest, measure_to_curve (curve, x, y));
    }

  return nearest;
}

/**
 * tl_scene_get_edge_at:
 * @self: a scene
 * @x: a place in units of the picture
 * @y: its ordinate
 * @reach: how far from its middle line an edge still counts
 *
 * Returns: the number of the nearest edge within @reach, or %TL_SCENE_NONE
 */
guint
tl_scene_get_edge_at (TlScene *self,
                      double   x,
                      double   y,
                      double   reach)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  guint best = TL_SCENE_NONE;
  double nearest = reach;

  tl_scene_collect_edges (self, &(TlRect) { x - reach, y - reach, 2.0 * reach, 2.0 * reach }, edges);
  for (guint i = 0; i < edges->len; i++)
    {
      double distance = measure_to_edge (self, g_array_index (edges, guint, i), x, y);

      if (distance <= nearest)
        {
          nearest = distance;
          best = g_array_index (edges, guint, i);
        }
    }

  return best;
}
