/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who helps whom, as arrays that can be walked both ways, and the order that puts every goal after those that
 * support it.
 *
 * The document refuses links that close a cycle, but a damaged or hand-made file may hold one, and a roll-up over
 * a cycle never ends.  So the depth-first walk that gives the order leaves out every link that leads back to a
 * goal it is still in the middle of.  Goals and links are walked in the order of the model, so the same file
 * always loses the same links.  Finding a smallest set of links to leave out was rejected: it is hard, and the
 * only right answer is to show the loop to a person.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-graph-private.h"

typedef struct
{
  guint goal;
  guint next_link;
} Visit;

typedef enum
{
  UNSEEN,
  OPEN,
  DONE,
} VisitState;

/* The walk that puts the goals in order: for each goal how far it got and whether a loop goes through it, for each
 * link whether it is left out. */
typedef struct
{
  GArray     *stack;
  VisitState *states;
  gboolean   *in_cycle;
  gboolean   *cut;
  guint       n_ordered;
} Walk;

/* Every contribution between two goals we know, in the order of the model */
static GArray *
collect_links (TlGraph   *self,
               TlModel   *model,
               GPtrArray *contributions)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_CONTRIBUTION);
  guint n_items = g_list_model_get_n_items (list);
  GArray *links = g_array_sized_new (FALSE, FALSE, sizeof (TlGraphLink), n_items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlContribution) contribution = g_list_model_get_item (list, i);
      TlGraphLink link = {
        .from = tl_graph_find_index (self->goal_part->goal_index, tl_contribution_get_from (contribution)),
        .to = tl_graph_find_index (self->goal_part->goal_index, tl_contribution_get_to (contribution)),
        .weight = tl_graph_clean_weight (tl_contribution_get_weight (contribution)),
        .critical = tl_contribution_get_critical (contribution),
      };

      if (link.from == TL_GRAPH_NONE || link.to == TL_GRAPH_NONE)
        continue;

      g_array_append_val (links, link);
      g_ptr_array_add (contributions, g_steal_pointer (&contribution));
    }

  return links;
}

/* Groups the links by the goal helped.  A pair that is linked twice is linked once, by the first. */
static void
group_by_helped (TlGraph   *self,
                 GArray    *links,
                 GPtrArray *contributions)
{
  g_autofree guint *places = g_new0 (guint, self->goal_part->n_goals + 1);
  g_autofree guint *by_helped = g_new (guint, MAX (links->len, 1));
  g_autofree guint *seen_for = g_new0 (guint, self->goal_part->n_goals + 1);

  for (guint i = 0; i < links->len; i++)
    places[g_array_index (links, TlGraphLink, i).to + 1]++;
  tl_graph_accumulate (places, self->goal_part->n_goals);
  for (guint i = 0; i < links->len; i++)
    by_helped[places[g_array_index (links, TlGraphLink, i).to]++] = i;

  self->link_part->links = g_new (TlGraphLink, MAX (links->len, 1));
  self->link_part->first_supporter = g_new0 (guint, self->goal_part->n_goals + 1);

  for (guint i = 0; i < links->len; i++)
    {
      const TlGraphLink *link = &g_array_index (links, TlGraphLink, by_helped[i]);

      if (seen_for[link->from] == link->to + 1)
        continue;

      seen_for[link->from] = link->to + 1;
      self->link_part->first_supporter[link->to + 1]++;
      self->link_part->links[self->link_part->n_links++] = *link;
      g_ptr_array_add (self->link_part->contributions, g_object_ref (g_ptr_array_index (contributions, by_helped[i])));
    }

  tl_graph_accumulate (self->link_part->first_supporter, self->goal_part->n_goals);
}

/* The loop is what lies on the stack from the goal that is met again. */
static void
note_cycle (Walk *walk,
            guint met_again)
{
  for (guint i = walk->stack->len; i-- > 0;)
    {
      guint goal = g_array_index (walk->stack, Visit, i).goal;

      walk->in_cycle[goal] = TRUE;
      if (goal == met_again)
        return;
    }
}

static void
open_goal (TlGraph *self,
           Walk    *walk,
           guint    goal)
{
  Visit visit = { goal, self->link_part->first_supporter[goal] };

  walk->states[goal] = OPEN;
  g_array_append_val (walk->stack, visit);
}

static void
close_top (TlGraph *self,
           Walk    *walk)
{
  guint goal = g_array_index (walk->stack, Visit, walk->stack->len - 1).goal;

  walk->states[goal] = DONE;
  self->link_part->order[walk->n_ordered++] = goal;
  g_array_set_size (walk->stack, walk->stack->len - 1);
}

/* One depth-first walk down from @root; its goals are added to the order once all that supports them is. */
static void
visit (TlGraph *self,
       Walk    *walk,
       guint    root)
{
  open_goal (self, walk, root);

  while (walk->stack->len > 0)
    {
      Visit *top = &g_array_index (walk->stack, Visit, walk->stack->len - 1);

      if (top->next_link == self->link_part->first_supporter[top->goal + 1])
        {
          close_top (self, walk);
          continue;
        }

      guint link = top->next_link++;
      guint supporter = self->link_part->links[link].from;

      if (walk->states[supporter] == UNSEEN)
        {
          open_goal (self, walk, supporter);
        }
      else if (walk->states[supporter] == OPEN)
        {
          walk->cut[link] = TRUE;
          note_cycle (walk, supporter);
        }
    }
}

static void
remove_cut_links (TlGraph        *self,
                  const gboolean *cut)
{
  guint n_kept = 0;

  for (guint goal = 0, link = 0; goal < self->goal_part->n_goals; goal++)
    {
      guint end = self->link_part->first_supporter[goal + 1];

      self->link_part->first_supporter[goal] = n_kept;
      for (; link < end; link++)
        {
          if (cut[link])
            continue;
          self->link_part->links[n_kept] = self->link_part->links[link];
          g_set_object ((TlContribution **) &g_ptr_array_index (self->link_part->contributions, n_kept),
                        g_ptr_array_index (self->link_part->contributions, link));
          n_kept++;
        }
    }

  self->link_part->first_supporter[self->goal_part->n_goals] = n_kept;
  self->link_part->n_links = n_kept;
  g_ptr_array_set_size (self->link_part->contributions, n_kept);
}

static void
put_in_order (TlGraph *self)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autofree VisitState *states = g_new0 (VisitState, self->goal_part->n_goals + 1);
  g_autofree gboolean *in_cycle = g_new0 (gboolean, self->goal_part->n_goals + 1);
  g_autofree gboolean *cut = g_new0 (gboolean, self->link_part->n_links + 1);
  Walk walk = { stack, states, in_cycle, cut, 0 };

  self->link_part->order = g_new (guint, self->goal_part->n_goals + 1);
  self->link_part->cycle_goals = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint goal = 0; goal < self->goal_part->n_goals; goal++)
    {
      if (states[goal] == UNSEEN)
        visit (self, &walk, goal);
    }

  g_assert (walk.n_ordered == self->goal_part->n_goals);

  for (guint goal = 0; goal < self->goal_part->n_goals; goal++)
    {
      if (in_cycle[goal])
        g_array_append_val (self->link_part->cycle_goals, goal);
    }
  if (self->link_part->cycle_goals->len > 0)
    remove_cut_links (self, cut);
}

static void
group_by_helper (TlGraph *self)
{
  g_autofree guint *places = NULL;

  self->link_part->helped = g_new (guint, MAX (self->link_part->n_links, 1));
  self->link_part->first_helped = g_new0 (guint, self->goal_part->n_goals + 1);

  for (guint i = 0; i < self->link_part->n_links; i++)
    self->link_part->first_helped[self->link_part->links[i].from + 1]++;
  tl_graph_accumulate (self->link_part->first_helped, self->goal_part->n_goals);

  places = g_memdup2 (self->link_part->first_helped, (self->goal_part->n_goals + 1) * sizeof (guint));
  for (guint i = 0; i < self->link_part->n_links; i++)
    self->link_part->helped[places[self->link_part->links[i].from]++] = i;
}

/**
 * tl_graph_compile_links:
 * @self: a graph whose goals are compiled
 * @model: what to compile
 *
 * Fills in the links, both ways round, and the order of the goals.
 */
void
tl_graph_compile_links (TlGraph *self,
                        TlModel *model)
{
  g_autoptr (GPtrArray) contributions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) links = collect_links (self, model, contributions);

  self->link_part = g_atomic_rc_box_new0 (TlLinkPart);
  self->link_part->contributions = g_ptr_array_new_full (links->len, g_object_unref);
  group_by_helped (self, links, contributions);
  put_in_order (self);
  group_by_helper (self);
}
