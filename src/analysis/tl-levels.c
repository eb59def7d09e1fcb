/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows in which goals are drawn: one band for each level, and inside a band as many rows as its goals help
 * one another in a chain (a person's Work, Impact and Result).
 *
 * The row of a goal in its band is the length of the longest chain of links from it up to goals of the same level,
 * so that every link inside a level climbs.  Links between organisations count as well: the bands run through all
 * organisations side by side, and a link to a customer's goal on the same level should not lie flat either.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-levels.h"

#define NOT_DRAWN G_MAXUINT

static guint
get_depth (const TlGraph *graph,
           const guint   *depths,
           guint          goal)
{
  TlLevel level = tl_graph_get_node (graph, goal)->level;
  guint depth = 0;
  guint n_links;
  const guint *helped = tl_graph_get_helped (graph, goal, &n_links);
  guint n_all;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_all);

  for (guint i = 0; i < n_links; i++)
    {
      guint to = links[helped[i]].to;

      if (depths[to] != NOT_DRAWN && tl_graph_get_node (graph, to)->level == level)
        depth = MAX (depth, depths[to] + 1);
    }

  return depth;
}

/* 0 for the goals to be drawn, so that the walk from the top can tell them from the others */
static guint *
mark_drawn (const TlGraph *graph,
            const guint   *goals,
            guint          n_goals)
{
  guint n_all = tl_graph_get_n_goals (graph);
  guint *depths = g_new (guint, n_all + 1);

  for (guint i = 0; i < n_all; i++)
    depths[i] = goals == NULL ? 0 : NOT_DRAWN;
  for (guint i = 0; i < n_goals && goals != NULL; i++)
    depths[goals[i]] = 0;

  return depths;
}

static void
place_levels (TlLevels *self)
{
  for (guint level = 0; level < TL_N_LEVELS; level++)
    {
      self->first_row[level] = self->n_rows;
      self->n_rows += self->n_level_rows[level];
    }
}

/**
 * tl_levels_new:
 * @graph: a graph
 * @goals: (nullable) (array length=n_goals): the indices of the goals to be drawn, or %NULL for all
 * @n_goals: how many there are; not looked at when @goals is %NULL
 *
 * Returns: (transfer full): the row of each of @goals; only links between them count
 */
TlLevels *
tl_levels_new (const TlGraph *graph,
               const guint   *goals,
               guint          n_goals)
{
  TlLevels *self = g_new0 (TlLevels, 1);
  g_autofree guint *depths = mark_drawn (graph, goals, n_goals);
  const guint *order = tl_graph_get_order (graph);

  for (guint i = tl_graph_get_n_goals (graph); i-- > 0;)
    {
      TlLevel level = tl_graph_get_node (graph, order[i])->level;

      if (depths[order[i]] == NOT_DRAWN)
        continue;

      depths[order[i]] = get_depth (graph, depths, order[i]);
      self->n_level_rows[level] = MAX (self->n_level_rows[level], depths[order[i]] + 1);
    }

  place_levels (self);

  self->n_goals = goals != NULL ? n_goals : tl_graph_get_n_goals (graph);
  self->rows = g_new (guint, self->n_goals + 1);
  for (guint i = 0; i < self->n_goals; i++)
    {
      guint goal = goals != NULL ? goals[i] : i;

      self->rows[i] = self->first_row[tl_graph_get_node (graph, goal)->level] + depths[goal];
    }

  return self;
}

/**
 * tl_levels_free:
 * @self: (transfer full): rows
 */
void
tl_levels_free (TlLevels *self)
{
  g_free (self->rows);
  g_free (self);
}
