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

#include "tl-surroundings.h"
#include "tl-words.h"

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
    return tl_surroundings_of_goal (graph, tl_graph_find (graph, TL_GOAL (subject)));

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

/* How much of the whole cascade is drawn, or whose line of sight it is; and as of when.  The subject only stands out in
 * the cascade, which is not theirs. */
static char *
say_origin (TlInsight *insight,
            TlLens     lens,
            TlEntity  *subject,
            TlScene   *scene)
{
  g_autofree char *today = tl_date_format (tl_scores_get_date (tl_insight_get_scores (insight)));
  g_autofree char *words = NULL;

  if (lens == TL_LENS_CASCADE)
    words = tl_words_of_shown (tl_scene_get_n_cards (scene), tl_graph_get_n_goals (tl_insight_get_graph (insight)));
  else if (TL_IS_PERSON (subject))
    words = tl_words_of_person (TL_PERSON (subject));
  else if (TL_IS_GOAL (subject))
    words = tl_words_of_goal (TL_GOAL (subject));

  return words != NULL && *words != '\0' ? g_strdup_printf ("%s · %s", words, today) : g_strdup (today);
}

/* The goals of @asked, or of all of them, that match the filter; NULL for all where nothing is asked for */
static GArray *
filter_goals (TlInsight    *insight,
              TlFilter     *filter,
              const GArray *asked)
{
  g_autofree guint8 *is_match = NULL;
  GArray *goals;
  guint n_goals;

  if (filter == NULL || tl_filter_is_empty (filter))
    return asked != NULL ? g_array_ref ((GArray *) asked) : NULL;

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
choose_direction (TlInsight              *insight,
                  const TlPictureOptions *options)
{
  guint n_goals = options->focus != NULL ? options->focus->len
                                         : tl_graph_get_n_goals (tl_insight_get_graph (insight));

  if (options->direction != TL_PICTURE_AUTO)
    return options->direction == TL_PICTURE_RIGHT ? TL_SCENE_RIGHT : TL_SCENE_DOWN;
  if (options->lens == TL_LENS_CASCADE && n_goals > N_GOALS_SIDE_BY_SIDE)
    return TL_SCENE_RIGHT;

  return TL_SCENE_DOWN;
}

/**
 * tl_picture_new:
 * @insight: what is known of the model
 * @options: what to show
 *
 * Returns: (transfer full) (nullable): the picture, laid out; %NULL when there is nobody whose line of sight it
 *   could be.  It may be without cards.
 */
TlScene *
tl_picture_new (TlInsight              *insight,
                const TlPictureOptions *options)
{
  g_autoptr (GArray) goals = NULL;
  g_autoptr (GArray) matching = NULL;
  g_autoptr (GArray) shown = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gboolean is_cascade;
  TlDiagramOptions diagram = { NULL };
  TlScene *scene;

  g_return_val_if_fail (TL_IS_INSIGHT (insight), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->subject == NULL || TL_IS_ENTITY (options->subject), NULL);

  is_cascade = options->lens == TL_LENS_CASCADE;
  diagram.direction = choose_direction (insight, options);
  goals = collect_goals (insight, options->subject);
  if (goals == NULL && !is_cascade)
    return NULL;
  if (goals != NULL && goals->len == 0 && !is_cascade)
    return tl_scene_new (diagram.direction);

  title = name_picture (insight, options->lens, options->subject);
  diagram.deepest = is_cascade ? options->depth : TL_DIAGRAM_WHOLE;
  diagram.folds = options->folds;
  diagram.previous = options->previous;
  diagram.title = title;

  matching = filter_goals (insight, options->filter, goals);
  if (is_cascade)
    shown = filter_goals (insight, options->filter, options->focus);
  else if (!options->show_rest)
    shown = g_array_ref (goals);

  if (goals != NULL && (is_cascade || options->show_rest || matching->len < goals->len))
    {
      diagram.highlighted = (const guint *) matching->data;
      diagram.n_highlighted = matching->len;
      diagram.recede = !is_cascade;
    }
  if (shown != NULL)
    {
      diagram.goals = (const guint *) shown->data;
      diagram.n_goals = shown->len;
    }
  if (shown != NULL && shown->len == 0)
    return tl_scene_new (diagram.direction);

  scene = tl_diagram_new (tl_insight_get_graph (insight), tl_insight_get_scores (insight), &diagram);
  subtitle = say_origin (insight, options->lens, options->subject, scene);
  tl_scene_set_subtitle (scene, subtitle);

  return scene;
}
