/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much leads up to each card of a scene: itself, what is folded away beneath it, and what the cards that help it
 * weigh, each of which divides what it weighs among all it helps.  So the weights of the topmost cards add up to the
 * number of goals, and nothing counts twice.
 *
 * A goal is weighed when all that help it have been (as in topological sorting).  Goals in a circle, which a scene
 * should not have, keep what they have got.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

/* A goal that fewer lead up to is not worth a name. */
#define LEAST_WEIGHT 4.0f

/* How many goals lead up to each card, it included; by the number of the card. */
static const float *
get_weights (TlScene *self)
{
  guint n_cards = self->cards->len;

  tl_scene_ensure_index (self);
  if (self->weights != NULL)
    return self->weights;

  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *n_helping = g_new (guint, n_cards + 1);     /* of those that help it, how many are to be weighed */

  self->weights = g_new (float, MAX (n_cards, 1));
  for (guint i = 0; i < n_cards; i++)
    {
      self->weights[i] = 1.0f + (float) g_array_index (self->cards, TlCard, i).n_below;
      tl_scene_get_links_down (self, i, &n_helping[i]);
      if (n_helping[i] == 0)
        g_array_append_val (ready, i);
    }

  for (guint i = 0; i < ready->len; i++)
    {
      guint card = g_array_index (ready, guint, i);
      guint n_helped;
      const guint *links = tl_scene_get_links_up (self, card, &n_helped);

      for (guint k = 0; k < n_helped; k++)
        {
          guint to = g_array_index (self->edges, TlEdge, links[k]).to;

          self->weights[to] += self->weights[card] / (float) n_helped;
          if (--n_helping[to] == 0)
            g_array_append_val (ready, to);
        }
    }

  return self->weights;
}

static gboolean
stands_out (TlScene *self,
            guint    card)
{
  return g_array_index (self->cards, TlCard, card).emphasis == TL_EMPHASIS_HIGHLIGHTED;
}

static gint
compare_landmarks (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  TlScene *self = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  if (stands_out (self, one) != stands_out (self, other))
    return stands_out (self, one) ? -1 : 1;
  if (self->weights[one] != self->weights[other])
    return self->weights[one] > self->weights[other] ? -1 : 1;

  return one < other ? -1 : one > other;
}

/* The cards that may be named from where none can be read, in the order in which they are worth it: what stands out
 * first, then by what leads up to them; not what recedes.  Kept, since sorting them takes longer than painting the names.
 */
GArray *
tl_scene_get_landmarks (TlScene *self)
{
  const float *weights = get_weights (self);

  if (self->landmarks != NULL)
    return self->landmarks;

  self->landmarks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlCard *card = &g_array_index (self->cards, TlCard, i);

      if (card->emphasis != TL_EMPHASIS_DIMMED && (weights[i] >= LEAST_WEIGHT || stands_out (self, i)))
        g_array_append_val (self->landmarks, i);
    }
  g_array_sort_with_data (self->landmarks, compare_landmarks, self);

  return self->landmarks;
}

/* What stands out is another, or all is. */
void
tl_scene_drop_landmarks (TlScene *self)
{
  g_clear_pointer (&self->landmarks, g_array_unref);
}
