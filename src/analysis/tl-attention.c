/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What about one person needs attention: the findings of the alignment check that have a person in them.
 *
 * A pure function of the graph and the scores, asked for one person at a time, since a list shows a few dozen of
 * 10,000.  What is true of several goals of a person is one finding that names the first of them: six sentences of
 * the same kind are a reproach, one is a remark.  Whether a goal reaches an objective is looked for upwards from the
 * goal and ends at the first objective; the line of sight, which knows it too, lists all the paths for that.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-attention.h"

#include <glib/gi18n-lib.h>

#include "tl-check-in.h"
#include "tl-format.h"

/* The goals of one person that it is about, and where the findings go. */
typedef struct
{
  TlGraph   *graph;
  TlScores  *scores;
  TlPerson  *person;
  GArray    *active;            /* of guint: the goals that are active */
  gboolean   has_draft;
  GPtrArray *found;             /* of TlAttention */
} Look;

static char *
dup_name (TlEntity *entity)
{
  g_autofree char *name = tl_entity_dup_display_name (entity);

  return tl_format_isolate (name);
}

static void
add_finding (Look            *look,
             TlAttentionKind  kind,
             gpointer         entity,
             guint            n_others,
             char            *text)
{
  TlAttention *attention = g_new0 (TlAttention, 1);

  attention->kind = kind;
  attention->entity = g_object_ref (entity);
  attention->n_others = n_others;
  attention->text = text;
  g_ptr_array_add (look->found, attention);
}

static void
collect_goals (Look *look)
{
  guint n_goals;
  const guint *goals = tl_graph_get_goals_of (look->graph, TL_PARTY (look->person), &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      TlGoalState state = tl_graph_get_node (look->graph, goals[i])->state;

      if (state == TL_GOAL_STATE_ACTIVE)
        g_array_append_val (look->active, goals[i]);
      else if (state == TL_GOAL_STATE_DRAFT)
        look->has_draft = TRUE;
    }
}

static gboolean
reaches_objective (TlGraph    *graph,
                   guint       goal,
                   GHashTable *seen)
{
  guint n_links, n_helped;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);
  const guint *helped;

  if (tl_graph_get_node (graph, goal)->level == TL_LEVEL_ORGANISATION)
    return TRUE;
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (goal)))
    return FALSE;

  helped = tl_graph_get_helped (graph, goal, &n_helped);
  for (guint i = 0; i < n_helped; i++)
    {
      if (reaches_objective (graph, links[helped[i]].to, seen))
        return TRUE;
    }

  return FALSE;
}

static void
look_for_goals (Look *look)
{
  g_autofree char *name = NULL;

  if (look->active->len > 0 || look->has_draft)
    return;

  name = dup_name (TL_ENTITY (look->person));
  add_finding (look, TL_ATTENTION_NO_GOAL, look->person, 0,
               /* Translators: the name of a person.  A sentence takes its direction from its first word, so that should
                * not be the name. */
               g_strdup_printf (_("There is no goal for %s yet. One goal is enough for a first conversation about what "
                                  "matters."), name));
}

static void
look_for_links (Look *look)
{
  TlGoal *first = NULL;
  guint n_found = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i < look->active->len; i++)
    {
      guint goal = g_array_index (look->active, guint, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      if (reaches_objective (look->graph, goal, seen))
        continue;
      if (n_found++ == 0)
        first = tl_graph_get_goal (look->graph, goal);
    }

  if (n_found == 0)
    return;

  title = dup_name (TL_ENTITY (first));
  add_finding (look, TL_ATTENTION_NOT_CONNECTED, first, n_found - 1,
               n_found == 1
               ? g_strdup_printf (_("Nothing connects “%s” to an objective yet. People work harder on what they can see "
                                    "the point of."), title)
               /* Translators: the title of a goal, and the number of other goals */
               : g_strdup_printf (ngettext ("Nothing connects “%s” and %'u other goal to an objective yet. People work "
                                            "harder on what they can see the point of.",
                                            "Nothing connects “%s” and %'u other goals to an objective yet. People work "
                                            "harder on what they can see the point of.", n_found - 1),
                                  title, n_found - 1));
}

static void
look_for_facets (Look *look)
{
  for (guint i = 0; i < look->active->len; i++)
    {
      if (tl_graph_get_node (look->graph, g_array_index (look->active, guint, i))->facet != TL_FACET_RESULT)
        return;
    }

  if (look->active->len == 0)
    return;

  add_finding (look, TL_ATTENTION_ONLY_RESULTS, tl_graph_get_goal (look->graph, g_array_index (look->active, guint, 0)),
               look->active->len - 1,
               g_strdup (_("There are Results here, and no Work or Impact that leads to them yet. A number can be watched; "
                           "only work can be done.")));
}

static void
look_for_focus (Look *look)
{
  if (look->active->len <= TL_ATTENTION_MAX_GOALS)
    return;

  add_finding (look, TL_ATTENTION_TOO_MANY, look->person, 0,
               g_strdup_printf (ngettext ("%'u active goal is a lot for one person. Which few matter most?",
                                          "%'u active goals are a lot for one person. Which few matter most?",
                                          look->active->len),
                                look->active->len));
}

/* The day since when it is quiet: the last one on which something was noted, or the first day; none when unknown. */
static TlDate
get_last_check_in (TlGoal *goal)
{
  g_autoptr (GPtrArray) check_ins = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CHECK_IN, "goal");
  TlDate last = TL_DATE_NONE;

  for (guint i = 0; i < check_ins->len; i++)
    last = MAX (last, tl_check_in_get_date (g_ptr_array_index (check_ins, i)));

  return last;
}

static gboolean
is_long_ago (Look   *look,
             TlDate  date)
{
  return date != TL_DATE_NONE && date + TL_ATTENTION_MAX_DAYS < tl_scores_get_date (look->scores);
}

/* "No check-in on “Grow revenue” since 3 May", of the one that has been quiet for longest. */
static char *
say_check_in (const char *title,
              TlDate      last,
              guint       n_others)
{
  g_autofree char *since = last != TL_DATE_NONE ? tl_date_format (last) : NULL;
  g_autofree char *first = since != NULL
    /* Translators: the title of a goal, and a date */
    ? g_strdup_printf (_("No check-in on “%s” since %s."), title, since)
    : g_strdup_printf (_("No check-in on “%s” yet."), title);

  if (n_others == 0)
    return g_strdup_printf (_("%s Five minutes now can save a surprise later."), first);

  /* Translators: a sentence about one goal, and the number of other goals that it is true of */
  return g_strdup_printf (ngettext ("%s %'u other goal is waiting for one too.",
                                    "%s %'u other goals are waiting for one too.", n_others),
                          first, n_others);
}

static void
look_for_check_ins (Look *look)
{
  TlGoal *longest = NULL;
  TlDate longest_since = TL_DATE_NONE;
  TlDate longest_last = TL_DATE_NONE;
  guint n_found = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i < look->active->len; i++)
    {
      guint index = g_array_index (look->active, guint, i);
      TlGoal *goal = tl_graph_get_goal (look->graph, index);
      TlDate last = get_last_check_in (goal);
      TlDate since = last != TL_DATE_NONE ? last : tl_graph_get_node (look->graph, index)->start;

      if (!is_long_ago (look, since))
        continue;

      n_found++;
      if (longest != NULL && since >= longest_since)
        continue;

      longest = goal;
      longest_since = since;
      longest_last = last;
    }

  if (longest == NULL)
    return;

  title = dup_name (TL_ENTITY (longest));
  add_finding (look, TL_ATTENTION_NO_CHECK_IN, longest, n_found - 1, say_check_in (title, longest_last, n_found - 1));
}

static TlDate
get_last_reading (TlGraph *graph,
                  guint    measure)
{
  guint n_readings;
  const TlGraphReading *readings = tl_graph_get_readings (graph, measure, &n_readings);
  TlDate last = TL_DATE_NONE;

  for (guint i = 0; i < n_readings; i++)
    last = MAX (last, readings[i].date);

  return last;
}

static char *
say_reading (const char *name,
             TlDate      last,
             guint       n_others)
{
  g_autofree char *since = last != TL_DATE_NONE ? tl_date_format (last) : NULL;
  g_autofree char *first = since != NULL
    /* Translators: the name of a measure, and a date */
    ? g_strdup_printf (_("No reading of “%s” since %s."), name, since)
    : g_strdup_printf (_("No reading of “%s” yet."), name);

  if (n_others == 0)
    return g_strdup_printf (_("%s How it stands today is not known."), first);

  /* Translators: a sentence about one measure, and the number of other measures that it is true of */
  return g_strdup_printf (ngettext ("%s %'u other measure is waiting for one too.",
                                    "%s %'u other measures are waiting for one too.", n_others),
                          first, n_others);
}

static void
look_for_readings (Look *look)
{
  TlMeasure *longest = NULL;
  TlDate longest_since = TL_DATE_NONE;
  TlDate longest_last = TL_DATE_NONE;
  guint n_found = 0;
  g_autofree char *name = NULL;

  for (guint i = 0; i < look->active->len; i++)
    {
      guint first, n_measures;
      const TlGraphMeasure *measures =
        tl_graph_get_measures (look->graph, g_array_index (look->active, guint, i), &first, &n_measures);

      for (guint j = 0; j < n_measures; j++)
        {
          TlDate last = get_last_reading (look->graph, first + j);
          TlDate since = last != TL_DATE_NONE ? last : measures[j].start;

          if (!is_long_ago (look, since))
            continue;

          n_found++;
          if (longest != NULL && since >= longest_since)
            continue;

          longest = tl_graph_get_measure_entity (look->graph, first + j);
          longest_since = since;
          longest_last = last;
        }
    }

  if (longest == NULL)
    return;

  name = dup_name (TL_ENTITY (longest));
  add_finding (look, TL_ATTENTION_NO_READING, longest, n_found - 1, say_reading (name, longest_last, n_found - 1));
}

/**
 * tl_attention_free:
 * @self: (transfer full): what needs attention
 */
void
tl_attention_free (TlAttention *self)
{
  g_object_unref (self->entity);
  g_free (self->text);
  g_free (self);
}

/**
 * tl_attention_of_person:
 * @graph: the goals and links
 * @scores: how the goals of @graph stand; their date is today
 * @person: somebody of the same model
 *
 * Looks for what DOMAIN, section 4 says of people and their goals: no goal; a goal that reaches no objective; only
 * Results; more than five active goals; no check-in, and no reading, for 30 days.  Only active goals are looked at,
 * but somebody whose goals are still drafts has goals.  What never had a check-in or a reading counts from the first
 * day of the goal or measure, and is left alone when that is unknown.
 *
 * Returns: (transfer full) (element-type TlAttention): at most one of each kind, in the order of the kinds
 */
GPtrArray *
tl_attention_of_person (TlGraph  *graph,
                        TlScores *scores,
                        TlPerson *person)
{
  Look look = { graph, scores, person, NULL, FALSE, NULL };

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (scores != NULL, NULL);
  g_return_val_if_fail (TL_IS_PERSON (person), NULL);

  look.active = g_array_new (FALSE, FALSE, sizeof (guint));
  look.found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_attention_free);

  collect_goals (&look);
  look_for_goals (&look);
  look_for_links (&look);
  look_for_facets (&look);
  look_for_focus (&look);
  look_for_check_ins (&look);
  look_for_readings (&look);

  g_array_unref (look.active);
  return look.found;
}
