/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals a diagram shows, and how many it leaves out below each of them.
 *
 * A picture of objectives and functions only must not look as if nothing helped the functions: what is too deep to
 * be shown is counted at the goals it leads up to.  A goal that is left out counts once at each of them, and no
 * further up than at the first goals shown.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-diagram-private.h"

static gboolean
is_too_deep (TlDiagram *self,
             guint      goal)
{
  TlDiagramDepth deepest = self->options->deepest;

  return deepest != TL_DIAGRAM_WHOLE && tl_graph_get_node (self->graph, goal)->level >= (TlLevel) deepest;
}

/* Walks down from a goal over goals that are left out.  @seen_from has for each goal the last place it was seen
 * from.
 */
static guint
count_from (TlDiagram      *self,
            guint           place,
            const gboolean *left_out,
            guint          *seen_from,
            GArray         *queue)
{
  guint n_seen = 0;

  g_array_set_size (queue, 0);
  g_array_append_val (queue, self->goals[place]);
  for (guint next = 0; next < queue->len; next++)
    {
      guint n_links;
      const TlGraphLink *links = tl_graph_get_supporters (self->graph, g_array_index (queue, guint, next), NULL,
                                                          &n_links);

      for (guint i = 0; i < n_links; i++)
        {
          guint from = links[i].from;

          if (!left_out[from] || seen_from[from] == place)
            continue;

          seen_from[from] = place;
          n_seen++;
          g_array_append_val (queue, from);
        }
    }

  return n_seen;
}

static void
count_below (TlDiagram      *self,
             const gboolean *left_out)
{
  guint n_all = tl_graph_get_n_goals (self->graph);
  g_autofree guint *seen_from = g_new (guint, n_all);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_all; i++)
    seen_from[i] = TL_GRAPH_NONE;
  for (guint i = 0; i < self->n_goals; i++)
    self->n_below[i] = count_from (self, i, left_out, seen_from, queue);
}

/* Decides which goals are shown, and in which order they are numbered. */
void
tl_diagram_select_goals (TlDiagram *self)
{
  guint n_all = tl_graph_get_n_goals (self->graph);
  gboolean all = self->options->goals == NULL;
  guint n_asked = all ? n_all : self->options->n_goals;
  g_autofree gboolean *left_out = g_new0 (gboolean, MAX (n_all, 1));

  self->goals = g_new (guint, MAX (n_asked, 1));
  self->n_below = g_new0 (guint, MAX (n_asked, 1));
  self->place_of = g_new (guint, MAX (n_all, 1));
  for (guint i = 0; i < n_all; i++)
    self->place_of[i] = TL_GRAPH_NONE;

  for (guint i = 0; i < n_asked; i++)
    {
      guint goal = all ? i : self->options->goals[i];

      left_out[goal] = is_too_deep (self, goal);
      if (left_out[goal])
        continue;

      self->place_of[goal] = self->n_goals;
      self->goals[self->n_goals++] = goal;
    }

  if (self->n_goals < n_asked)
    count_below (self, left_out);
}
