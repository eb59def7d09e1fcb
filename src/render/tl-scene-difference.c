/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where two pictures differ, so that what was painted of the one and looks the same in the other need not be painted
 * again: after an edit that is nearly everything.
 *
 * Cards, lines and borders are compared by all that can be seen of them, not by which goal they stand for: what looks
 * the same in the same place is the same picture.  Most of an edited picture stands in the same order as before, so
 * the n-th is compared with the n-th first, which takes a millisecond for ten thousand goals; only what is left over
 * is looked up in a table.  Rejected: comparing pixels, which is what is to be saved; asking what an edit may have
 * changed, which is everything that is worked out from it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-painter-private.h"
#include "tl-scene-difference.h"
#include "tl-scene-private.h"

/* Where more is another, so is the picture. */
#define MOST_DIFFERENT 400

static guint
hash_rect (const TlRect *rect)
{
  return g_double_hash (&rect->x) * 31 + g_double_hash (&rect->y);
}

static gboolean
equal_rects (const TlRect *one,
             const TlRect *other)
{
  return one->x == other->x && one->y == other->y && one->width == other->width && one->height == other->height;
}

/* What is not known is the same as what is not known. */
static gboolean
equal_shares (double one,
              double other)
{
  return one == other || (isnan (one) && isnan (other));
}

static guint
hash_card (gconstpointer card)
{
  return hash_rect (&((const TlCard *) card)->box);
}

static gboolean
equal_words (const TlCard *a,
             const TlCard *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->kicker, b->kicker) == 0
         && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->detail, b->detail) == 0
         && g_strcmp0 (a->owner, b->owner) == 0 && g_strcmp0 (a->attainment_text, b->attainment_text) == 0;
}

static gboolean
equal_cards (gconstpointer one,
             gconstpointer other)
{
  const TlCard *a = one;
  const TlCard *b = other;

  return equal_rects (&a->box, &b->box) && a->kind == b->kind && a->facet == b->facet && a->health == b->health
         && a->gaps == b->gaps && a->emphasis == b->emphasis && a->fold == b->fold
         && a->is_partly_open == b->is_partly_open && a->n_below == b->n_below
         && memcmp (a->below, b->below, sizeof a->below) == 0 && a->mark == b->mark && a->circle == b->circle
         && equal_shares (a->attainment, b->attainment) && equal_shares (a->expected, b->expected)
         && equal_words (a, b);
}

static guint
hash_edge (gconstpointer edge)
{
  const TlEdge *self = edge;
  const double *end = self->points + 2 * (self->n_points - 1);

  return hash_rect (&(TlRect) { self->points[0], self->points[1] }) * 31 + hash_rect (&(TlRect) { end[0], end[1] });
}

/* The words of a line are not looked at: only frames have any. */
static gboolean
equal_edges (gconstpointer one,
             gconstpointer other)
{
  const TlEdge *a = one;
  const TlEdge *b = other;

  return a->kind == b->kind && a->curve == b->curve && a->n_points == b->n_points && a->share == b->share
         && a->critical == b->critical && a->emphasis == b->emphasis
         && memcmp (a->points, b->points, 2 * a->n_points * sizeof (double)) == 0;
}

static guint
hash_tension (gconstpointer tension)
{
  const TlTensionLine *self = tension;

  return hash_rect (&(TlRect) { self->points[0], self->points[1] });
}

static gboolean
equal_tensions (gconstpointer one,
                gconstpointer other)
{
  const TlTensionLine *a = one;
  const TlTensionLine *b = other;

  return a->emphasis == b->emphasis && memcmp (a->points, b->points, sizeof a->points) == 0;
}

static guint
hash_region (gconstpointer region)
{
  return hash_rect (&((const TlRegion *) region)->box);
}

static gboolean
equal_regions (gconstpointer one,
               gconstpointer other)
{
  const TlRegion *a = one;
  const TlRegion *b = other;

  return a->kind == b->kind && equal_rects (&a->box, &b->box);
}

static gconstpointer
get_element (GArray *array,
             guint   i)
{
  return i < array->len ? array->data + i * g_array_get_element_size (array) : NULL;
}

/* Returns: (transfer container): what is in one of two arrays and nowhere in the other */
static GPtrArray *
collect_different (GArray     *before,
                   GArray     *after,
                   GHashFunc   hash,
                   GEqualFunc  equal)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (hash, equal);
  g_autoptr (GPtrArray) come = g_ptr_array_new ();
  GPtrArray *different = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer left;

  for (guint i = 0; i < MAX (before->len, after->len); i++)
    {
      gconstpointer one = get_element (before, i);
      gconstpointer other = get_element (after, i);

      if (one != NULL && other != NULL && equal (one, other))
        continue;
      if (one != NULL)
        g_hash_table_add (gone, (gpointer) one);
      if (other != NULL)
        g_ptr_array_add (come, (gpointer) other);
    }

  for (guint i = 0; i < come->len; i++)
    if (!g_hash_table_remove (gone, g_ptr_array_index (come, i)))
      g_ptr_array_add (different, g_ptr_array_index (come, i));
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &left, NULL))
    g_ptr_array_add (different, left);

  return different;
}

static void
add_place (GArray       *places,
           const TlRect *box,
           double        reach)
{
  const TlRect place = { box->x - reach, box->y - reach, box->width + 2.0 * reach, box->height + 2.0 * reach };

  g_array_append_val (places, place);
}

static void
find_cards (TlScene *before,
            TlScene *after,
            GArray  *places)
{
  g_autoptr (GPtrArray) cards = collect_different (before->cards, after->cards, hash_card, equal_cards);
  double reach = MAX (tl_painter_get_card_reach (before), tl_painter_get_card_reach (after));

  for (guint i = 0; i < cards->len; i++)
    add_place (places, &((const TlCard *) g_ptr_array_index (cards, i))->box, reach);
}

/* Curve by curve: the box of all of a long line would be half of the picture. */
static void
find_edges (TlScene *before,
            TlScene *after,
            GArray  *places)
{
  g_autoptr (GPtrArray) edges = collect_different (before->edges, after->edges, hash_edge, equal_edges);

  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = g_ptr_array_index (edges, i);

      for (guint k = 0; k < tl_edge_get_n_curves (edge); k++)
        {
          double p[8];
          TlRect box;

          tl_edge_get_curve (edge, after->direction, k, p);
          box = tl_curve_get_bounds (p);
          add_place (places, &box, TL_LINE_REACH);
        }
    }
}

static void
find_tensions (TlScene *before,
               TlScene *after,
               GArray  *places)
{
  g_autoptr (GPtrArray) tensions = collect_different (before->tensions, after->tensions, hash_tension, equal_tensions);

  for (guint i = 0; i < tensions->len; i++)
    {
      TlRect box = tl_curve_get_bounds (((const TlTensionLine *) g_ptr_array_index (tensions, i))->points);

      add_place (places, &box, TL_LINE_REACH);
    }
}

static void
find_regions (TlScene *before,
              TlScene *after,
              GArray  *places)
{
  g_autoptr (GPtrArray) regions = collect_different (before->regions, after->regions, hash_region, equal_regions);

  for (guint i = 0; i < regions->len; i++)
    add_place (places, &((const TlRegion *) g_ptr_array_index (regions, i))->box, TL_LINE_REACH);
}

static gboolean
have_equal_bands (TlScene *before,
                  TlScene *after)
{
  if (before->bands->len != after->bands->len)
    return FALSE;

  for (guint i = 0; i < before->bands->len; i++)
    {
      const TlBand *one = &g_array_index (before->bands, TlBand, i);
      const TlBand *other = &g_array_index (after->bands, TlBand, i);

      if (one->start != other->start || one->end != other->end)
        return FALSE;
    }

  return TRUE;
}

/* Whether what everything stands on, and how it is painted, is the same.  Of frames, whose few statements are quickly
 * painted, nobody asks more. */
static gboolean
are_alike (TlScene *before,
           TlScene *after)
{
  return before->direction == after->direction && after->direction != TL_SCENE_COLUMNS
         && g_strcmp0 (tl_text_cache_get_family (before->texts), tl_text_cache_get_family (after->texts)) == 0
         && tl_painter_measure_crowd (before) == tl_painter_measure_crowd (after) && have_equal_bands (before, after);
}

/**
 * tl_scene_find_difference:
 * @before: a picture
 * @after: another
 * @places: (element-type TlRect) (inout): to which those parts of the pictures are added, in their units, outside of
 *   which the ground, the borders, the lines and the cards of both look the same at any scale.  What keeps its size on the
 *   screen may reach a few pixels beyond them
 *
 * What is selected, found or pointed at, and the names above the picture, are not looked at.
 *
 * Returns: whether it is worth it; %FALSE when as good as everything may be another, and @places mean nothing
 */
gboolean
tl_scene_find_difference (TlScene *before,
                          TlScene *after,
                          GArray  *places)
{
  g_return_val_if_fail (TL_IS_SCENE (before) && TL_IS_SCENE (after) && places != NULL, FALSE);

  if (!are_alike (before, after))
    return FALSE;

  find_cards (before, after, places);
  find_edges (before, after, places);
  find_tensions (before, after, places);
  find_regions (before, after, places);

  return places->len <= MOST_DIFFERENT;
}
