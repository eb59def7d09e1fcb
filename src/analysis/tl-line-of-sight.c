/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the goals of somebody reach the objectives: everything above them, as a sub-graph and as paths.
 *
 * The sub-graph is what can be reached upwards, and is always whole.  The number of paths through it can be
 * exponential, so they are listed up to a limit, which is shared out among the goals they start from: one densely
 * connected goal does not push the others out.  Every way up ends at a top, so listing never runs into a dead end
 * and takes no longer than what it lists.
 *
 * Dropped goals are no way up: nobody pursues them any longer.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-line-of-sight.h"

struct _TlLineOfSight
{
  gatomicrefcount  ref_count;

  TlGraph         *graph;
  TlParty         *owner;
  gboolean        *is_start;        /* the four by goal of the graph */
  gboolean        *contained;
  gboolean        *reaches;
  gboolean        *continues;       /* whether a start lies below it */
  GArray          *starts;
  GArray          *goals;
  GArray          *links;
  GArray          *objectives;
  GArray          *tops;
  GArray          *unconnected;
  GArray          *path_goals;      /* the paths, one after the other */
  GArray          *path_ends;       /* where each of them ends in it */
  gboolean         paths_are_cut;
};

/* A goal on the way up, and the next of its links to follow */
typedef struct
{
  guint goal;
  guint next_link;
} Step;

static gboolean
is_dropped (const TlLineOfSight *self,
            guint                goal)
{
  return tl_graph_get_node (self->graph, goal)->state == TL_GOAL_STATE_DROPPED;
}

static gboolean
is_objective (const TlLineOfSight *self,
              guint                goal)
{
  return tl_graph_get_node (self->graph, goal)->level == TL_LEVEL_ORGANISATION;
}

static const TlGraphLink *
get_link (const TlLineOfSight *self,
          guint                link)
{
  guint n_links;

  return tl_graph_get_links (self->graph, &n_links) + link;
}

static void
add_starts (TlLineOfSight *self,
            const guint   *goals,
            guint          n_goals)
{
  for (guint i = 0; i < n_goals; i++)
    {
      g_return_if_fail (goals[i] < tl_graph_get_n_goals (self->graph));

      if (self->is_start[goals[i]])
        continue;

      self->is_start[goals[i]] = TRUE;
      self->contained[goals[i]] = TRUE;
      g_array_append_val (self->starts, goals[i]);
    }
}

/* Supporters come first in the order, so one sweep reaches everything above the starts. */
static void
reach_upwards (TlLineOfSight *self)
{
  const guint *order = tl_graph_get_order (self->graph);

  for (guint i = 0; i < tl_graph_get_n_goals (self->graph); i++)
    {
      guint goal = order[i];
      guint n_links;
      const guint *helped = tl_graph_get_helped (self->graph, goal, &n_links);

      if (!self->contained[goal])
        continue;

      g_array_append_val (self->goals, goal);
      for (guint j = 0; j < n_links; j++)
        {
          guint to = get_link (self, helped[j])->to;

          if (is_dropped (self, to) && !self->is_start[to])
            continue;

          self->contained[to] = TRUE;
          self->continues[to] |= self->is_start[goal] || self->continues[goal];
          g_array_append_val (self->links, helped[j]);
        }
    }
}

/* And one sweep back from the top tells what leads to an objective. */
static void
look_back (TlLineOfSight *self)
{
  for (guint i = self->goals->len; i-- > 0;)
    {
      guint goal = g_array_index (self->goals, guint, i);

      self->reaches[goal] |= is_objective (self, goal);
      if (self->reaches[goal])
        {
          guint n_links;
          const TlGraphLink *links = tl_graph_get_supporters (self->graph, goal, NULL, &n_links);

          for (guint j = 0; j < n_links; j++)
            self->reaches[links[j].from] |= self->contained[links[j].from];
        }
    }
}

static void
sort_out (TlLineOfSight *self)
{
  g_autofree gboolean *helps = g_new0 (gboolean, tl_graph_get_n_goals (self->graph) + 1);

  for (guint i = 0; i < self->links->len; i++)
    helps[get_link (self, g_array_index (self->links, guint, i))->from] = TRUE;

  for (guint i = 0; i < self->goals->len; i++)
    {
      guint goal = g_array_index (self->goals, guint, i);

      if (is_objective (self, goal))
        g_array_append_val (self->objectives, goal);
      if (!helps[goal])
        g_array_append_val (self->tops, goal);
    }

  for (guint i = 0; i < self->starts->len; i++)
    {
      guint goal = g_array_index (self->starts, guint, i);

      if (!self->reaches[goal])
        g_array_append_val (self->unconnected, goal);
    }
}

/* The next goal above @step inside the sub-graph, or %TL_GRAPH_NONE when all have been followed */
static guint
climb (const TlLineOfSight *self,
       Step                *step)
{
  guint n_links;
  const guint *helped = tl_graph_get_helped (self->graph, step->goal, &n_links);

  while (step->next_link < n_links)
    {
      guint to = get_link (self, helped[step->next_link++])->to;

      if (self->contained[to])
        return to;
    }

  return TL_GRAPH_NONE;
}

/* A goal that helps nothing is no path, unless it is an objective itself. */
static void
add_path (TlLineOfSight *self,
          const GArray  *steps)
{
  guint end;

  if (steps->len == 1 && !is_objective (self, g_array_index (steps, Step, 0).goal))
    return;

  for (guint i = 0; i < steps->len; i++)
    g_array_append_val (self->path_goals, g_array_index (steps, Step, i).goal);

  end = self->path_goals->len;
  g_array_append_val (self->path_ends, end);
}

static void
push_step (GArray *steps,
           guint   goal)
{
  Step step = { goal, 0 };

  g_array_append_val (steps, step);
}

/* All paths from @start, depth first, until the list is @limit long */
static void
list_paths (TlLineOfSight *self,
            guint          start,
            guint          limit)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  push_step (steps, start);

  while (steps->len > 0)
    {
      Step *top = &g_array_index (steps, Step, steps->len - 1);
      gboolean is_new = top->next_link == 0;
      guint above = climb (self, top);

      if (above == TL_GRAPH_NONE)
        {
          if (is_new)
            add_path (self, steps);
          g_array_set_size (steps, steps->len - 1);
        }
      else if (self->path_ends->len >= limit)
        {
          self->paths_are_cut = TRUE;
          return;
        }
      else
        {
          push_step (steps, above);
        }
    }
}

static void
list_all_paths (TlLineOfSight *self)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      guint left = TL_LINE_OF_SIGHT_MAX_PATHS - self->path_ends->len;
      guint starts_left = self->starts->len - i;

      if (left == 0)
        {
          self->paths_are_cut = TRUE;
          return;
        }

      list_paths (self, g_array_index (self->starts, guint, i),
                  self->path_ends->len + (left + starts_left - 1) / starts_left);
    }
}

static GArray *
new_indices (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static TlLineOfSight *
create (TlGraph *graph)
{
  TlLineOfSight *self = g_new0 (TlLineOfSight, 1);
  guint n_goals = tl_graph_get_n_goals (graph);

  g_atomic_ref_count_init (&self->ref_count);
  self->graph = tl_graph_ref (graph);
  self->is_start = g_new0 (gboolean, n_goals + 1);
  self->contained = g_new0 (gboolean, n_goals + 1);
  self->reaches = g_new0 (gboolean, n_goals + 1);
  self->continues = g_new0 (gboolean, n_goals + 1);
  self->starts = new_indices ();
  self->goals = new_indices ();
  self->links = new_indices ();
  self->objectives = new_indices ();
  self->tops = new_indices ();
  self->unconnected = new_indices ();
  self->path_goals = new_indices ();
  self->path_ends = new_indices ();

  return self;
}

static void
complete (TlLineOfSight *self)
{
  reach_upwards (self);
  look_back (self);
  sort_out (self);
  list_all_paths (self);
}

/**
 * tl_line_of_sight_new:
 * @graph: a graph
 * @goals: (array length=n_goals): the indices of the goals to start from
 * @n_goals: how many there are
 *
 * Returns: (transfer full): the line of sight of these goals
 */
TlLineOfSight *
tl_line_of_sight_new (TlGraph     *graph,
                      const guint *goals,
                      guint        n_goals)
{
  TlLineOfSight *self;

  g_return_val_if_fail (graph != NULL, NULL);

  self = create (graph);
  add_starts (self, goals, n_goals);
  complete (self);

  return self;
}

/**
 * tl_line_of_sight_new_for_owner:
 * @graph: a graph
 * @owner: a person, a unit or an organisation
 *
 * Starts from the goals that @owner itself owns and has not dropped.
 *
 * Returns: (transfer full): the line of sight of @owner; empty for one without goals
 */
TlLineOfSight *
tl_line_of_sight_new_for_owner (TlGraph *graph,
                                TlParty *owner)
{
  TlLineOfSight *self;
  guint n_goals;
  const guint *goals;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (TL_IS_PARTY (owner), NULL);

  self = create (graph);
  self->owner = g_object_ref (owner);

  goals = tl_graph_get_goals_of (graph, owner, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (!is_dropped (self, goals[i]))
        add_starts (self, &goals[i], 1);
    }
  complete (self);

  return self;
}

/**
 * tl_line_of_sight_ref:
 * @self: a line of sight
 *
 * Returns: (transfer full): @self
 */
TlLineOfSight *
tl_line_of_sight_ref (TlLineOfSight *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_line_of_sight_unref:
 * @self: (transfer full): a line of sight
 */
void
tl_line_of_sight_unref (TlLineOfSight *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tl_graph_unref (self->graph);
  g_clear_object (&self->owner);
  g_free (self->is_start);
  g_free (self->contained);
  g_free (self->reaches);
  g_free (self->continues);
  g_array_unref (self->starts);
  g_array_unref (self->goals);
  g_array_unref (self->links);
  g_array_unref (self->objectives);
  g_array_unref (self->tops);
  g_array_unref (self->unconnected);
  g_array_unref (self->path_goals);
  g_array_unref (self->path_ends);
  g_free (self);
}

/**
 * tl_line_of_sight_get_graph:
 * @self: a line of sight
 *
 * Returns: (transfer none): the graph that its indices are of
 */
TlGraph *
tl_line_of_sight_get_graph (const TlLineOfSight *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->graph;
}

/**
 * tl_line_of_sight_get_owner:
 * @self: a line of sight
 *
 * Returns: (transfer none) (nullable): whose it is, when it was made for somebody
 */
TlParty *
tl_line_of_sight_get_owner (const TlLineOfSight *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->owner;
}

static const guint *
peek_indices (const GArray *indices,
              guint        *n_indices)
{
  *n_indices = indices->len;
  return (const guint *) indices->data;
}

/**
 * tl_line_of_sight_get_starts:
 * @self: a line of sight
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): the goals it starts from
 */
const guint *
tl_line_of_sight_get_starts (const TlLineOfSight *self,
                             guint               *n_goals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->starts, n_goals);
}

/**
 * tl_line_of_sight_get_goals:
 * @self: a line of sight
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): all goals on it, the starts included, supporters first
 */
const guint *
tl_line_of_sight_get_goals (const TlLineOfSight *self,
                            guint               *n_goals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->goals, n_goals);
}

/**
 * tl_line_of_sight_get_links:
 * @self: a line of sight
 * @n_links: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_links): the indices of the links between its goals
 */
const guint *
tl_line_of_sight_get_links (const TlLineOfSight *self,
                            guint               *n_links)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->links, n_links);
}

/**
 * tl_line_of_sight_get_objectives:
 * @self: a line of sight
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): the goals on it that an organisation owns, ours or a
 *   customer's; an objective that helps another is among them too
 */
const guint *
tl_line_of_sight_get_objectives (const TlLineOfSight *self,
                                 guint               *n_goals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->objectives, n_goals);
}

/**
 * tl_line_of_sight_get_tops:
 * @self: a line of sight
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): the goals on it that help no other: where its paths end
 */
const guint *
tl_line_of_sight_get_tops (const TlLineOfSight *self,
                           guint               *n_goals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->tops, n_goals);
}

/**
 * tl_line_of_sight_get_unconnected:
 * @self: a line of sight
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): the goals it starts from that reach no objective
 */
const guint *
tl_line_of_sight_get_unconnected (const TlLineOfSight *self,
                                  guint               *n_goals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return peek_indices (self->unconnected, n_goals);
}

/**
 * tl_line_of_sight_contains:
 * @self: a line of sight
 * @goal: the index of a goal
 *
 * Returns: whether @goal is on it
 */
gboolean
tl_line_of_sight_contains (const TlLineOfSight *self,
                           guint                goal)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (self->graph), FALSE);

  return self->contained[goal];
}

/**
 * tl_line_of_sight_reaches_objective:
 * @self: a line of sight
 * @goal: the index of a goal
 *
 * Returns: whether @goal is on it, and is an objective or leads to one
 */
gboolean
tl_line_of_sight_reaches_objective (const TlLineOfSight *self,
                                    guint                goal)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (self->graph), FALSE);

  return self->reaches[goal];
}

/**
 * tl_line_of_sight_get_n_paths:
 * @self: a line of sight
 *
 * Returns: how many paths are listed, at most %TL_LINE_OF_SIGHT_MAX_PATHS
 */
guint
tl_line_of_sight_get_n_paths (const TlLineOfSight *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->path_ends->len;
}

/**
 * tl_line_of_sight_get_path:
 * @self: a line of sight
 * @path: the index of a path
 * @n_goals: (out): how many goals are on it
 *
 * Returns: (transfer none) (array length=n_goals): the goals on the path, from the one it starts from up to a top
 */
const guint *
tl_line_of_sight_get_path (const TlLineOfSight *self,
                           guint                path,
                           guint               *n_goals)
{
  guint start;

  *n_goals = 0;
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path < self->path_ends->len, NULL);

  start = path > 0 ? g_array_index (self->path_ends, guint, path - 1) : 0;
  *n_goals = g_array_index (self->path_ends, guint, path) - start;
  return &g_array_index (self->path_goals, guint, start);
}

/**
 * tl_line_of_sight_path_is_whole:
 * @self: a line of sight
 * @path: the index of a path
 *
 * Of a person's Work that helps a Result of the same person, both have paths; that of the Result is the upper
 * part of that of the Work.
 *
 * Returns: whether no goal that the line starts from lies below the path; %FALSE for the upper part of another
 */
gboolean
tl_line_of_sight_path_is_whole (const TlLineOfSight *self,
                                guint                path)
{
  guint n_goals;
  const guint *goals = tl_line_of_sight_get_path (self, path, &n_goals);

  return goals != NULL && !self->continues[goals[0]];
}

/**
 * tl_line_of_sight_paths_are_cut:
 * @self: a line of sight
 *
 * Returns: whether there are more paths than are listed
 */
gboolean
tl_line_of_sight_paths_are_cut (const TlLineOfSight *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->paths_are_cut;
}
