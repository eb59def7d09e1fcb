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

typedef struct
{
  guint *n_helping;         /* of those that help it, how many are still to be weighed */
  guint *n_helped;
  guint *first;             /* card -> the first of its links in @links; one more than there are cards */
  guint *links;             /* edges, by the card that helps */
} Weighing;

static void
begin_weighing (TlScene  *self,
                Weighing *weighing)
{
  guint n_cards = self->cards->len;
  g_autofree guint *next = g_new0 (guint, n_cards + 1);

  weighing->n_helping = g_new0 (guint, n_cards + 1);
  weighing->n_helped = g_new0 (guint, n_cards + 1);
  weighing->first = g_new0 (guint, n_cards + 1);
  weighing->links = g_new (guint, self->edges->len + 1);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const TlEdge *edge = &g_array_index (self->edges, TlEdge, i);

      weighing->n_helping[edge->to]++;
      weighing->n_helped[edge->from]++;
    }
  for (guint i = 0; i < n_cards; i++)
    next[i + 1] = weighing->first[i + 1] = weighing->first[i] + weighing->n_helped[i];
  for (guint i = 0; i < self->edges->len; i++)
    weighing->links[next[g_array_index (self->edges, TlEdge, i).from]++] = i;
}

static void
end_weighing (Weighing *weighing)
{
  g_free (weighing->n_helping);
  g_free (weighing->n_helped);
  g_free (weighing->first);
  g_free (weighing->links);
}

/* How many goals lead up to each card, it included; by the number of the card. */
const float *
tl_scene_get_weights (TlScene *self)
{
  guint n_cards = self->cards->len;
  Weighing weighing;

  tl_scene_ensure_index (self);
  if (self->weights != NULL)
    return self->weights;

  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));

  begin_weighing (self, &weighing);
  self->weights = g_new (float, MAX (n_cards, 1));
  for (guint i = 0; i < n_cards; i++)
    {
      self->weights[i] = 1.0f + (float) g_array_index (self->cards, TlCard, i).n_below;
      if (weighing.n_helping[i] == 0)
        g_array_append_val (ready, i);
    }

  for (guint i = 0; i < ready->len; i++)
    {
      guint card = g_array_index (ready, guint, i);

      for (guint k = weighing.first[card]; k < weighing.first[card + 1]; k++)
        {
          guint to = g_array_index (self->edges, TlEdge, weighing.links[k]).to;

          self->weights[to] += self->weights[card] / (float) weighing.n_helped[card];
          if (--weighing.n_helping[to] == 0)
            g_array_append_val (ready, to);
        }
    }
  end_weighing (&weighing);

  return self->weights;
}
