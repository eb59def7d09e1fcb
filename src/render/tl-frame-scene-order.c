/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order the cards of a frame's columns stand, so that few links cross.
 *
 * The barycentre heuristic of layered graphs (K. Sugiyama, S. Tagawa, M. Toda, 1981): every card moves to the middle of
 * what it is linked to in the columns beside it, back and forth a few times.  A frame has three columns and rarely
 * more than a dozen cards, so there is nothing to gain from the layout room's machinery for thousands of goals.
 *
 * An order is only taken when it has fewer crossings than the order in which things were said, because cards that
 * change places while two people talk are in the way; and a column that a person has put in order keeps it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-frame-scene-private.h"

#define N_SWEEPS 6

typedef struct
{
  guint  item;
  guint  row;
  double place;
} Place;

/* Where the item stands in its column, 0 at the top, 1 at the bottom. */
static double
get_place (TlFrameLayout *self,
           guint          item)
{
  const TlFrameItem *found = tl_frame_layout_get_item (self, item);

  return (found->row + 0.5) / self->columns[found->column]->len;
}

static void
number_rows (TlFrameLayout *self,
             guint          column)
{
  for (guint i = 0; i < self->columns[column]->len; i++)
    tl_frame_layout_get_item (self, g_array_index (self->columns[column], guint, i))->row = i;
}

static double
find_barycentre (TlFrameLayout *self,
                 guint          item)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlFrameLink *link = tl_frame_layout_get_link (self, i);
      guint other = link->from == item ? link->to : link->from;

      if (link->loop || (link->from != item && link->to != item) ||
          tl_frame_layout_get_item (self, other)->column == tl_frame_layout_get_item (self, item)->column)
        continue;

      sum += get_place (self, other);
      n++;
    }

  return n > 0 ? sum / n : get_place (self, item);
}

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;

  return one->row < other->row ? -1 : one->row > other->row;
}

static void
order_column (TlFrameLayout *self,
              guint          column)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  if (self->is_ordered[column])
    return;

  for (guint i = 0; i < self->columns[column]->len; i++)
    {
      guint item = g_array_index (self->columns[column], guint, i);

      g_array_append_val (places, ((Place) { item, i, find_barycentre (self, item) }));
    }

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_index (self->columns[column], guint, i) = g_array_index (places, Place, i).item;
  number_rows (self, column);
}

/* Two links between the same two columns cross when their ends stand in opposite orders. */
static gboolean
is_crossing (TlFrameLayout     *self,
             const TlFrameLink *one,
             const TlFrameLink *other)
{
  const TlFrameItem *one_from = tl_frame_layout_get_item (self, one->from);
  const TlFrameItem *one_to = tl_frame_layout_get_item (self, one->to);
  const TlFrameItem *other_from = tl_frame_layout_get_item (self, other->from);
  const TlFrameItem *other_to = tl_frame_layout_get_item (self, other->to);

  if (one->loop || other->loop || one_from->column == one_to->column ||
      one_from->column != other_from->column || one_to->column != other_to->column)
    return FALSE;

  return (one_from->row < other_from->row && one_to->row > other_to->row) ||
         (one_from->row > other_from->row && one_to->row < other_to->row);
}

static guint
count_crossings (TlFrameLayout *self)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    for (guint j = i + 1; j < self->links->len; j++)
      n += is_crossing (self, tl_frame_layout_get_link (self, i), tl_frame_layout_get_link (self, j));

  return n;
}

static void
keep_order (TlFrameLayout *self,
            GArray        *best[TL_N_FRAME_COLUMNS])
{
  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    {
      g_array_set_size (best[c], 0);
      g_array_append_vals (best[c], self->columns[c]->data, self->columns[c]->len);
    }
}

/* From left to right, then from right to left: the ends first, which only look at the middle. */
static void
sweep (TlFrameLayout *self)
{
  static const guint order[] = { 1, 2, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order_column (self, order[i]);
}

/* Orders the columns, and says of every item in which row it stands. */
void
tl_frame_layout_order (TlFrameLayout *self)
{
  GArray *best[TL_N_FRAME_COLUMNS];
  guint least;

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    {
      number_rows (self, c);
      best[c] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  keep_order (self, best);
  least = count_crossings (self);

  for (guint i = 0; i < N_SWEEPS && least > 0; i++)
    {
      guint n;

      sweep (self);
      n = count_crossings (self);
      if (n >= least)
        continue;

      least = n;
      keep_order (self, best);
    }

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    {
      g_array_unref (self->columns[c]);
      self->columns[c] = best[c];
      number_rows (self, c);
    }
}
