/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to a goal, a person or a unit in a cascade: the goals that are left when one looks at it alone.
 *
 * Of a goal these are all the goals it helps, in any number of steps, and all that help it.  Of a party they are the
 * goals it and those within it own, and all the goals these help: what a person or a unit does means little without
 * what it is for.  Goals that are reached upwards are never followed down again, which would lead to the whole cascade.
 *
 * Everything is a walk over the links of the compiled graph, breadth first, with one mark for each goal; nothing here
 * depends on how a picture is drawn.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-surroundings.h"

#include "tl-unit.h"

static void
push_new (GArray *goals,
          guint8 *is_in,
          guint   goal)
{
  if (is_in[goal])
    return;

  is_in[goal] = TRUE;
  g_array_append_val (goals, goal);
}

static void
push_helped (const TlGraph *graph,
             guint          goal,
             GArray        *goals,
             guint8        *is_in)
{
  guint n_links, n_helped;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);
  const guint *helped = tl_graph_get_helped (graph, goal, &n_helped);

  for (guint i = 0; i < n_helped; i++)
    push_new (goals, is_in, links[helped[i]].to);
}

static void
push_supporters (const TlGraph *graph,
                 guint          goal,
                 GArray        *goals,
                 guint8        *is_in)
{
  guint n_links;
  const TlGraphLink *links = tl_graph_get_supporters (graph, goal, NULL, &n_links);

  for (guint i = 0; i < n_links; i++)
    push_new (goals, is_in, links[i].from);
}

/* Goes on from the goals at @next and later until no new ones are found. */
static void
follow_up (const TlGraph *graph,
           GArray        *goals,
           guint          next,
           guint8        *is_in)
{
  for (; next < goals->len; next++)
    push_helped (graph, g_array_index (goals, guint, next), goals, is_in);
}

/* Walks down step by step.  Returns where the goals of the last step begin, which are none when it goes no deeper. */
static guint
follow_down (const TlGraph *graph,
             GArray        *goals,
             guint          next,
             guint8        *is_in,
             guint          n_steps)
{
  for (guint step = 0; step < n_steps && next < goals->len; step++)
    {
      guint end = goals->len;

      for (; next < end; next++)
        push_supporters (graph, g_array_index (goals, guint, next), goals, is_in);
    }

  return next;
}

static gboolean
is_of_party (const TlGraph *graph,
             guint          goal,
             TlParty       *party)
{
  guint organisation = tl_graph_get_node (graph, goal)->organisation;

  if (tl_graph_get_owner (graph, goal) == party)
    return TRUE;
  if (TL_IS_UNIT (party))
    return tl_unit_contains (TL_UNIT (party), tl_graph_get_owner (graph, goal));

  return TL_IS_ORGANISATION (party) && organisation != TL_GRAPH_NONE &&
         TL_PARTY (tl_graph_get_organisation (graph, organisation)) == party;
}

/**
 * tl_surroundings_of_goal:
 * @graph: a graph
 * @goal: a goal of it
 *
 * Returns: (transfer full) (element-type guint): @goal itself first, everything it helps in any way, and everything that
 *   helps it; none twice
 */
GArray *
tl_surroundings_of_goal (const TlGraph *graph,
                         guint          goal)
{
  g_autofree guint8 *is_in = NULL;
  GArray *goals;
  guint n_above;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (graph), NULL);

  is_in = g_new0 (guint8, tl_graph_get_n_goals (graph));
  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  push_new (goals, is_in, goal);
  follow_up (graph, goals, 0, is_in);

  n_above = goals->len;
  push_supporters (graph, goal, goals, is_in);
  follow_down (graph, goals, n_above, is_in, G_MAXUINT);
  return goals;
}

/**
 * tl_surroundings_of_party:
 * @graph: a graph
 * @party: an organisation, a unit or a person
 *
 * Returns: (transfer full) (element-type guint): the goals of @party, and of all units and people within it, in the order
 *   of the graph; then all the other goals that these help in any way.  Empty when there are none.
 */
GArray *
tl_surroundings_of_party (const TlGraph *graph,
                          TlParty       *party)
{
  g_autofree guint8 *is_in = NULL;
  GArray *goals;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (TL_IS_PARTY (party), NULL);

  is_in = g_new0 (guint8, tl_graph_get_n_goals (graph) + 1);
  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    {
      if (is_of_party (graph, i, party))
        push_new (goals, is_in, i);
    }

  follow_up (graph, goals, 0, is_in);
  return goals;
}

/**
 * tl_surroundings_get_beneath:
 * @graph: a graph
 * @goal: a goal of it
 * @n_steps: how many links down, at least one
 *
 * Returns: (transfer full) (element-type guint): the goals that are @n_steps links below @goal, and no nearer
 */
GArray *
tl_surroundings_get_beneath (const TlGraph *graph,
                             guint          goal,
                             guint          n_steps)
{
  g_autofree guint8 *is_in = NULL;
  GArray *goals;
  guint first;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (graph), NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  is_in = g_new0 (guint8, tl_graph_get_n_goals (graph));
  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  push_new (goals, is_in, goal);
  first = follow_down (graph, goals, 0, is_in, n_steps);
  g_array_remove_range (goals, 0, first);
  return goals;
}

/**
 * tl_surroundings_collect_beneath:
 * @graph: a graph
 * @goal: a goal of it
 *
 * Returns: (transfer full) (element-type guint): @goal itself first, and everything that helps it in any way, none twice
 */
GArray *
tl_surroundings_collect_beneath (const TlGraph *graph,
                                 guint          goal)
{
  g_autofree guint8 *is_in = NULL;
  GArray *goals;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (graph), NULL);

  is_in = g_new0 (guint8, tl_graph_get_n_goals (graph));
  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  push_new (goals, is_in, goal);
  follow_down (graph, goals, 0, is_in, G_MAXUINT);
  return goals;
}

/**
 * tl_surroundings_choose_level:
 * @graph: a graph
 * @goals: (nullable) (element-type guint): some goals of it; %NULL for all
 * @n_most: how many goals can be taken in at once
 *
 * Returns: the deepest level down to which there are no more than @n_most of @goals: %TL_LEVEL_PERSON when all of them
 *   are that few.  Never less than functions, because objectives alone are no cascade, and never so little that nothing
 *   is left.
 */
TlLevel
tl_surroundings_choose_level (const TlGraph *graph,
                              const GArray  *goals,
                              guint          n_most)
{
  guint n_at[TL_N_LEVELS] = { 0 };
  TlLevel deepest = TL_LEVEL_FUNCTION;
  guint n_goals, n_shown;

  g_return_val_if_fail (graph != NULL, TL_LEVEL_FUNCTION);

  n_goals = goals != NULL ? goals->len : tl_graph_get_n_goals (graph);
  for (guint i = 0; i < n_goals; i++)
    n_at[tl_graph_get_node (graph, goals != NULL ? g_array_index (goals, guint, i) : i)->level]++;

  n_shown = n_at[TL_LEVEL_ORGANISATION] + n_at[TL_LEVEL_FUNCTION];
  for (TlLevel level = TL_LEVEL_TEAM; level < TL_N_LEVELS; level++)
    {
      if (n_shown > 0 && n_at[level] > 0 && n_shown + n_at[level] > n_most)
        return deepest;

      n_shown += n_at[level];
      if (n_at[level] > 0)
        deepest = level;
    }

  return TL_LEVEL_PERSON;
}

/* For each goal of @is_in how many steps it is below one that helps nothing there; the others are not looked at. */
static guint *
measure_steps (const TlGraph *graph,
               const guint8  *is_in)
{
  guint n_goals = tl_graph_get_n_goals (graph);
  const guint *order = tl_graph_get_order (graph);
  guint n_links, n_helped;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);
  guint *steps = g_new0 (guint, n_goals + 1);

  /* What is helped comes before what helps it. */
  for (guint i = n_goals; i-- > 0;)
    {
      const guint *helped = tl_graph_get_helped (graph, order[i], &n_helped);
      guint nearest = G_MAXUINT;

      for (guint j = 0; j < n_helped; j++)
        {
          if (is_in[links[helped[j]].to])
            nearest = MIN (nearest, steps[links[helped[j]].to]);
        }

      steps[order[i]] = nearest == G_MAXUINT ? 0 : nearest + 1;
    }

  return steps;
}

/* The deepest step down to which there are no more than @n_most goals: the first, however many these are */
static guint
choose_step (const guint  *steps,
             const GArray *shown,
             guint         n_most)
{
  g_autofree guint *n_at = g_new0 (guint, shown->len + 2);
  guint n_shown, step;

  for (guint i = 0; i < shown->len; i++)
    n_at[MIN (steps[g_array_index (shown, guint, i)], shown->len)]++;

  n_shown = n_at[0];
  for (step = 0; n_at[step + 1] > 0 && n_shown + n_at[step + 1] <= n_most; step++)
    n_shown += n_at[step + 1];

  return step;
}

/**
 * tl_surroundings_choose_rim:
 * @graph: a graph
 * @goals: (nullable) (element-type guint): some goals of it; %NULL for all
 * @deepest: the lowest level shown of them
 * @n_most: how many goals can be taken in at once
 *
 * Where all goals shown stand on one level, the levels do not tell what to show of them first.  Then it is as many steps
 * down from those that help nothing as can be taken in.
 *
 * Returns: (transfer full) (element-type guint): the goals of the last of these steps, beneath which the picture is to be
 *   closed; empty when nothing has to be
 */
GArray *
tl_surroundings_choose_rim (const TlGraph *graph,
                            const GArray  *goals,
                            TlLevel        deepest,
                            guint          n_most)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *is_in = NULL;
  g_autofree guint *steps = NULL;
  GArray *rim = g_array_new (FALSE, FALSE, sizeof (guint));
  guint step;

  g_return_val_if_fail (graph != NULL, rim);

  is_in = g_new0 (guint8, tl_graph_get_n_goals (graph) + 1);
  for (guint i = 0; i < (goals != NULL ? goals->len : tl_graph_get_n_goals (graph)); i++)
    {
      guint goal = goals != NULL ? g_array_index (goals, guint, i) : i;
      TlLevel level = tl_graph_get_node (graph, goal)->level;

      if (level < deepest)
        return rim;
      if (level == deepest)
        push_new (shown, is_in, goal);
    }

  if (shown->len <= n_most)
    return rim;

  steps = measure_steps (graph, is_in);
  step = choose_step (steps, shown, n_most);
  for (guint i = 0; i < shown->len; i++)
    {
      if (steps[g_array_index (shown, guint, i)] == step)
        g_array_append_vals (rim, &g_array_index (shown, guint, i), 1);
    }

  return rim;
}

/* The step from a goal that leads up to a shown one soonest */
static guint
find_step (const TlGraph *graph,
           guint          goal,
           guint         *distances)
{
  guint step = TL_GRAPH_NONE;
  guint n_links, n_helped;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);
  const guint *helped = tl_graph_get_helped (graph, goal, &n_helped);

  for (guint i = 0; i < n_helped; i++)
    {
      guint to = links[helped[i]].to;

      if (distances[to] == G_MAXUINT || distances[to] + 1 >= distances[goal])
        continue;

      distances[goal] = distances[to] + 1;
      step = to;
    }

  return step;
}

/**
 * tl_surroundings_find_ways_up:
 * @graph: a graph without cycles
 * @is_shown: for each goal, whether it is in the picture
 * @goals: (nullable) (element-type guint): the goals that could be in the picture; %NULL for all
 *
 * Where to open a picture so that a goal that is folded away is shown: at each goal on the way from it upwards.
 *
 * Returns: (transfer full): for each goal that is not shown the first step of a shortest way up to one that is, within
 *   @goals; %TL_GRAPH_NONE for those that are shown, and where no way leads to one
 */
guint *
tl_surroundings_find_ways_up (const TlGraph *graph,
                              const guint8  *is_shown,
                              const GArray  *goals)
{
  g_autofree guint8 *is_in = NULL;
  g_autofree guint *distances = NULL;
  const guint *order;
  guint n_goals;
  guint *steps;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (is_shown != NULL, NULL);

  n_goals = tl_graph_get_n_goals (graph);
  order = tl_graph_get_order (graph);
  is_in = g_new0 (guint8, n_goals + 1);
  distances = g_new (guint, n_goals + 1);
  steps = g_new (guint, n_goals + 1);

  for (guint i = 0; i < (goals != NULL ? goals->len : n_goals); i++)
    is_in[goals != NULL ? g_array_index (goals, guint, i) : i] = TRUE;

  /* What is helped comes before what helps it. */
  for (guint i = n_goals; i-- > 0;)
    {
      guint goal = order[i];

      steps[goal] = TL_GRAPH_NONE;
      distances[goal] = is_shown[goal] ? 0 : G_MAXUINT;
      if (is_in[goal] && !is_shown[goal])
        steps[goal] = find_step (graph, goal, distances);
    }

  return steps;
}
