/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which picture a lens shows of a subject.
 *
 * A person's line of sight is what the person's goals reach upwards.  A goal's is what it reaches upwards and what
 * stands under it.  The whole cascade is the whole cascade, with the subject's line of sight standing out.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture.h"

#include <glib/gi18n-lib.h>

#include "tl-words.h"

static void
push_new (GArray  *goals,
          guint8  *is_in,
          guint    goal)
{
  if (is_in[goal])
    return;

  is_in[goal] = TRUE;
  g_array_append_val (goals, goal);
}

static void
push_helped (TlGraph *graph,
             guint    goal,
             GArray  *goals,
             guint8  *is_in)
{
  guint n_links, n_helped;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);
  const guint *helped = tl_graph_get_helped (graph, goal, &n_helped);

  for (guint i = 0; i < n_helped; i++)
    push_new (goals, is_in, links[helped[i]].to);
}

static void
push_supporters (TlGraph *graph,
                 guint    goal,
                 GArray  *goals,
                 guint8  *is_in)
{
  guint first, n_links;
  const TlGraphLink *links = tl_graph_get_supporters (graph, goal, &first, &n_links);

  for (guint i = 0; i < n_links; i++)
    push_new (goals, is_in, links[i].from);
}

/* Goals that are reached upwards are not followed down again: that would lead to the whole cascade. */
static void
collect_one_way (TlGraph  *graph,
                 guint     goal,
                 gboolean  upwards,
                 GArray   *goals)
{
  g_autofree guint8 *is_in = g_new0 (guint8, tl_graph_get_n_goals (graph));
  guint next = goals->len;

  is_in[goal] = TRUE;
  (upwards ? push_helped : push_supporters) (graph, goal, goals, is_in);
  for (; next < goals->len; next++)
    (upwards ? push_helped : push_supporters) (graph, g_array_index (goals, guint, next), goals, is_in);
}

/**
 * tl_picture_collect_chain:
 * @graph: a graph without cycles
 * @goal: a goal of it
 *
 * Returns: (transfer full) (element-type guint): @goal, everything it helps in any way, and everything that helps it
 */
GArray *
tl_picture_collect_chain (TlGraph *graph,
                          guint    goal)
{
  GArray *goals;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (graph), NULL);

  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (goals, goal);
  collect_one_way (graph, goal, TRUE, goals);
  collect_one_way (graph, goal, FALSE, goals);
  return goals;
}

static GArray *
collect_line (TlGraph  *graph,
              TlPerson *person)
{
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (graph, TL_PARTY (person));
  GArray *goals = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_goals;
  const guint *found = tl_line_of_sight_get_goals (line, &n_goals);

  g_array_append_vals (goals, found, n_goals);
  return goals;
}

/* The goals the picture is about; NULL when it is about all of them. */
static GArray *
collect_goals (TlInsight *insight,
               TlEntity  *subject)
{
  TlGraph *graph = tl_insight_get_graph (insight);

  if (TL_IS_PERSON (subject))
    return collect_line (graph, TL_PERSON (subject));
  if (TL_IS_GOAL (subject) && tl_graph_find (graph, TL_GOAL (subject)) >= 0)
    return tl_picture_collect_chain (graph, tl_graph_find (graph, TL_GOAL (subject)));

  return NULL;
}

static char *
name_picture (TlInsight *insight,
              TlLens     lens,
              TlEntity  *subject)
{
  g_autofree char *name = subject != NULL ? tl_entity_dup_display_name (subject) : NULL;
  TlOrganisation *organisation = tl_model_get_organisation (tl_insight_get_model (insight));

  if (name != NULL && lens == TL_LENS_LINE_OF_SIGHT)
    return g_strdup_printf (_("The line of sight of %s"), name);
  if (organisation != NULL)
    return g_strdup_printf (_("The cascade of %s"), tl_party_get_name (TL_PARTY (organisation)));

  return g_strdup (_("The whole cascade"));
}

static char *
say_origin (TlInsight *insight,
            TlEntity  *subject)
{
  g_autofree char *today = tl_date_format (tl_scores_get_date (tl_insight_get_scores (insight)));
  g_autofree char *words = NULL;

  if (TL_IS_PERSON (subject))
    words = tl_words_of_person (TL_PERSON (subject));
  else if (TL_IS_GOAL (subject))
    words = tl_words_of_goal (TL_GOAL (subject));

  return words != NULL && *words != '\0' ? g_strdup_printf ("%s · %s", words, today) : g_strdup (today);
}

/* The goals of @asked, or of all of them, that match the filter; NULL for all where nothing is asked for */
static GArray *
filter_goals (TlInsight *insight,
              TlFilter  *filter,
              GArray    *asked)
{
  g_autofree guint8 *is_match = NULL;
  GArray *goals;
  guint n_goals;

  if (filter == NULL || tl_filter_is_empty (filter))
    return asked != NULL ? g_array_ref (asked) : NULL;

  n_goals = tl_graph_get_n_goals (tl_insight_get_graph (insight));
  is_match = tl_filter_match_all (filter, tl_insight_get_graph (insight), tl_insight_get_scores (insight), NULL);
  goals = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < (asked != NULL ? asked->len : n_goals); i++)
    {
      guint goal = asked != NULL ? g_array_index (asked, guint, i) : i;

      if (is_match[goal])
        g_array_append_val (goals, goal);
    }

  return goals;
}

/* So many goals side by side make a cascade many times wider than high; below each other they can be scrolled
 * through. */
#define N_GOALS_SIDE_BY_SIDE 40

static TlSceneDirection
choose_direction (TlInsight *insight,
                  TlLens     lens)
{
  if (lens == TL_LENS_CASCADE && tl_graph_get_n_goals (tl_insight_get_graph (insight)) > N_GOALS_SIDE_BY_SIDE)
    return TL_SCENE_RIGHT;

  return TL_SCENE_DOWN;
}

/**
 * tl_picture_new:
 * @insight: what is known of the model
 * @lens: the way of looking
 * @subject: (nullable): a person or a goal, or %NULL for the whole organisation
 * @show_rest: whether a line of sight stands in the whole cascade instead of alone
 * @depth: how far down the whole cascade is shown as such; a line of sight is always whole
 * @filter: (nullable): which goals somebody wants to see.  Of the whole cascade the others are left out.  Of a line of
 *   sight they recede: a chain with links taken out would be another one.
 *
 * Returns: (transfer full) (nullable): the picture, laid out; %NULL when there is nobody whose line of sight it
 *   could be.  It may be without cards.
 */
TlScene *
tl_picture_new (TlInsight      *insight,
                TlLens          lens,
                TlEntity       *subject,
                gboolean        show_rest,
                TlDiagramDepth  depth,
                TlFilter       *filter)
{
  g_autoptr (GArray) goals = NULL;
  g_autoptr (GArray) matching = NULL;
  g_autoptr (GArray) shown = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  TlDiagramOptions options = { NULL };

  g_return_val_if_fail (TL_IS_INSIGHT (insight), NULL);
  g_return_val_if_fail (subject == NULL || TL_IS_ENTITY (subject), NULL);

  options.direction = choose_direction (insight, lens);
  goals = collect_goals (insight, subject);
  if (goals == NULL && lens == TL_LENS_LINE_OF_SIGHT)
    return NULL;
  if (goals != NULL && goals->len == 0 && lens == TL_LENS_LINE_OF_SIGHT)
    return tl_scene_new (options.direction);

  title = name_picture (insight, lens, subject);
  subtitle = say_origin (insight, subject);
  options.deepest = lens == TL_LENS_CASCADE ? depth : TL_DIAGRAM_WHOLE;
  options.title = title;
  options.subtitle = subtitle;

  matching = filter_goals (insight, filter, goals);
  if (lens == TL_LENS_CASCADE)
    shown = filter_goals (insight, filter, NULL);
  else if (!show_rest)
    shown = g_array_ref (goals);

  if (goals != NULL && (lens == TL_LENS_CASCADE || show_rest || matching->len < goals->len))
    {
      options.highlighted = (const guint *) matching->data;
      options.n_highlighted = matching->len;
    }
  if (shown != NULL)
    {
      options.goals = (const guint *) shown->data;
      options.n_goals = shown->len;
    }
  if (shown != NULL && shown->len == 0)
    return tl_scene_new (options.direction);

  return tl_diagram_new (tl_insight_get_graph (insight), tl_insight_get_scores (insight), &options);
}
