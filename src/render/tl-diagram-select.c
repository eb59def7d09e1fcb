/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals a diagram shows, and what is folded away beneath each of them.
 *
 * A picture of objectives and functions only must not look as if nothing helped the functions: what is too deep to
 * be shown, or folded away by hand, is counted at the goals it leads up to.  A goal that is left out counts once at
 * each of them, and no further up than at the first goals shown.
 *
 * Who closes a goal wants what stands beneath it gone, all the way down: what only helps goals that are folded away
 * is folded away with them, though its own level would be shown.  What helps another goal shown stays.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-diagram-private.h"

/* What becomes of a goal. */
typedef enum
{
  NOT_ASKED,                /* it is not part of the picture at all */
  SHOWN,
  TOO_DEEP,
  FOLDED_AWAY,
} Fate;

/* What a goal helps, as far as it is part of the picture. */
typedef struct
{
  gboolean any_shown;
  gboolean any_opened;
  gboolean all_closed;      /* of those shown; TRUE when none is */
  gboolean any_folded_away;
} Helped;

static gboolean
is_within_depth (TlDiagram *self,
                 guint      goal)
{
  TlDiagramDepth deepest = self->options->deepest;

  return deepest == TL_DIAGRAM_WHOLE || tl_graph_get_node (self->graph, goal)->level < (TlLevel) deepest;
}

static TlDiagramFold
get_fold (TlDiagram *self,
          guint      goal)
{
  return self->options->folds != NULL ? self->options->folds[goal] : TL_DIAGRAM_FOLD_BY_DEPTH;
}

static Helped
look_up (TlDiagram    *self,
         guint         goal,
         const guint8 *fates)
{
  guint n_all, n_helped;
  const TlGraphLink *links = tl_graph_get_links (self->graph, &n_all);
  const guint *list = tl_graph_get_helped (self->graph, goal, &n_helped);
  Helped helped = { .all_closed = TRUE };

  for (guint i = 0; i < n_helped; i++)
    {
      guint to = links[list[i]].to;

      if (fates[to] == FOLDED_AWAY)
        helped.any_folded_away = TRUE;
      if (fates[to] != SHOWN)
        continue;

      helped.any_shown = TRUE;
      if (get_fold (self, to) == TL_DIAGRAM_FOLD_OPENED)
        helped.any_opened = TRUE;
      if (get_fold (self, to) != TL_DIAGRAM_FOLD_CLOSED)
        helped.all_closed = FALSE;
    }

  return helped;
}

/* What becomes of a goal when the fates of all it helps are known. */
static Fate
decide (TlDiagram    *self,
        guint         goal,
        const guint8 *fates)
{
  Helped helped = look_up (self, goal, fates);

  if (helped.all_closed && (helped.any_shown || helped.any_folded_away))
    return FOLDED_AWAY;

  return helped.any_opened || is_within_depth (self, goal) ? SHOWN : TOO_DEEP;
}

/* Decides from the objectives down, each goal after all it helps. */
static guint8 *
decide_all (TlDiagram *self)
{
  guint n_all = tl_graph_get_n_goals (self->graph);
  const guint *order = tl_graph_get_order (self->graph);
  guint8 *fates = g_new0 (guint8, MAX (n_all, 1));
  g_autofree gboolean *asked = g_new0 (gboolean, MAX (n_all, 1));

  for (guint i = 0; i < (self->options->goals == NULL ? n_all : self->options->n_goals); i++)
    asked[self->options->goals == NULL ? i : self->options->goals[i]] = TRUE;

  for (guint i = n_all; i-- > 0;)
    if (asked[order[i]])
      fates[order[i]] = decide (self, order[i], fates);

  return fates;
}

static gboolean
is_left_out (guint8 fate)
{
  return fate == TOO_DEEP || fate == FOLDED_AWAY;
}

static void
count_health (TlDiagram        *self,
              TlDiagramBeneath *beneath,
              guint             goal)
{
  beneath->n_goals++;
  beneath->by_health[tl_scores_get_goal (self->scores, goal)->health]++;
}

/* Walks down from a goal over goals that are left out.  @seen_from has for each goal the last place it was seen
 * from.
 */
static void
count_from (TlDiagram    *self,
            guint         place,
            const guint8 *fates,
            guint        *seen_from,
            GArray       *queue)
{
  TlDiagramBeneath *beneath = &self->beneath[place];

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

          if (next == 0 && fates[from] == SHOWN)
            beneath->has_shown = TRUE;
          if (!is_left_out (fates[from]) || seen_from[from] == place)
            continue;

          seen_from[from] = place;
          count_health (self, beneath, from);
          g_array_append_val (queue, from);
        }
    }
}

static void
count_beneath (TlDiagram    *self,
               const guint8 *fates)
{
  guint n_all = tl_graph_get_n_goals (self->graph);
  g_autofree guint *seen_from = g_new (guint, MAX (n_all, 1));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_all; i++)
    seen_from[i] = TL_GRAPH_NONE;
  for (guint i = 0; i < self->n_goals; i++)
    count_from (self, i, fates, seen_from, queue);
}

/* Decides which goals are shown, in which order they are numbered, and what is folded away beneath each. */
void
tl_diagram_select_goals (TlDiagram *self)
{
  guint n_all = tl_graph_get_n_goals (self->graph);
  gboolean all = self->options->goals == NULL;
  guint n_asked = all ? n_all : self->options->n_goals;
  g_autofree guint8 *fates = decide_all (self);

  self->goals = g_new (guint, MAX (n_asked, 1));
  self->beneath = g_new0 (TlDiagramBeneath, MAX (n_asked, 1));
  self->place_of = g_new (guint, MAX (n_all, 1));
  for (guint i = 0; i < n_all; i++)
    self->place_of[i] = TL_GRAPH_NONE;

  for (guint i = 0; i < n_asked; i++)
    {
      guint goal = all ? i : self->options->goals[i];

      if (fates[goal] != SHOWN)
        continue;

      self->place_of[goal] = self->n_goals;
      self->goals[self->n_goals++] = goal;
    }

  count_beneath (self, fates);
}
