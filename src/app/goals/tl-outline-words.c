/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows of the outline say, short enough for a column. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

static char *
say_measure (TlMeasure  *measure,
             const char *currency,
             double      current)
{
  g_autofree char *now = tl_format_measure (measure, currency, current, TL_FORMAT_SHORT);
  g_autofree char *target = tl_format_measure (measure, currency, tl_measure_get_target (measure), TL_FORMAT_SHORT);
  gboolean is_between = tl_measure_get_direction (measure) == TL_DIRECTION_BETWEEN;
  gboolean has_target = !isnan (tl_measure_get_target (measure));

  if (is_between)
    {
      g_autofree char *low = tl_format_measure (measure, currency, tl_measure_get_low (measure), TL_FORMAT_SHORT);
      g_autofree char *high = tl_format_measure (measure, currency, tl_measure_get_high (measure), TL_FORMAT_SHORT);

      /* Translators: where a measure stands, and the band it is to stay in */
      return isnan (current) ? g_strdup_printf (_("%s to %s"), low, high)
                             : g_strdup_printf (_("%s in %s to %s"), now, low, high);
    }

  if (isnan (current) && !has_target)
    return g_strdup (_("No reading yet"));
  if (isnan (current))
    /* Translators: the target of a measure that has no reading yet */
    return g_strdup_printf (_("– of %s"), target);
  if (!has_target)
    return g_strdup (now);

  /* Translators: where a measure stands, and its target */
  return g_strdup_printf (_("%s of %s"), now, target);
}

/**
 * tl_outline_words_of_measures:
 * @insight: what is known of the model
 * @goal: the index of a goal in its graph
 *
 * Returns: (transfer full): its first measure, such as "€3.1 M of €4.2 M", and how many more there are; empty
 *   without any
 */
char *
tl_outline_words_of_measures (TlInsight *insight,
                              guint      goal)
{
  TlGraph *graph = tl_insight_get_graph (insight);
  g_autofree char *words = NULL;
  const TlMeasureScore *score;
  guint first, n;

  tl_graph_get_measures (graph, goal, &first, &n);
  if (n == 0)
    return g_strdup ("");

  score = tl_scores_get_measure (tl_insight_get_scores (insight), first);
  words = say_measure (tl_graph_get_measure_entity (graph, first), tl_graph_get_currency (graph), score->current);

  /* Translators: the first measure of a goal, and how many others it has */
  return n > 1 ? g_strdup_printf (_("%s, %u more"), words, n - 1) : g_steal_pointer (&words);
}

/**
 * tl_outline_words_of_due:
 * @goal: a goal
 *
 * Returns: (transfer full): its last day, else that of its cycle; empty without either
 */
char *
tl_outline_words_of_due (TlGoal *goal)
{
  TlCycle *cycle = tl_goal_get_cycle (goal);
  TlDate due = tl_goal_get_due (goal);

  if (due == TL_DATE_NONE && cycle != NULL)
    due = tl_cycle_get_end (cycle);

  return due != TL_DATE_NONE ? tl_date_format (due) : g_strdup ("");
}

/**
 * tl_outline_words_of_others:
 * @outline: an outline
 * @item: one of its items
 * @above: (nullable): the one it stands under in this row
 *
 * Returns: (transfer full): the other goals it stands under, such as "also under “Grow revenue”"; empty without any
 */
char *
tl_outline_words_of_others (TlOutline     *outline,
                            TlOutlineItem *item,
                            TlOutlineItem *above)
{
  g_autoptr (GPtrArray) parents = tl_outline_dup_parents (outline, item);
  g_autofree char *title = NULL;
  TlGoal *goal;

  g_ptr_array_remove (parents, above);
  if (above == NULL || parents->len == 0)
    return g_strdup ("");

  goal = tl_outline_get_goal (outline, g_ptr_array_index (parents, 0));
  title = tl_entity_dup_display_name (TL_ENTITY (goal));
  if (parents->len == 1)
    /* Translators: another goal that this one helps as well */
    return g_strdup_printf (_("also under “%s”"), title);

  /* Translators: another goal that this one helps as well, and how many there are beside */
  return g_strdup_printf (ngettext ("also under “%s” and %u more", "also under “%s” and %u more", parents->len - 1),
                          title, parents->len - 1);
}

/**
 * tl_outline_words_of_row:
 * @insight: what is known of the model
 * @goal: the index of a goal in its graph
 *
 * Returns: (transfer full): what is to be said of the row beside its title: "Result, Sales, On track, 62 %"
 */
char *
tl_outline_words_of_row (TlInsight *insight,
                         guint      goal)
{
  TlGraph *graph = tl_insight_get_graph (insight);
  const TlGraphNode *node = tl_graph_get_node (graph, goal);
  const TlGoalScore *score = tl_scores_get_goal (tl_insight_get_scores (insight), goal);
  g_autofree char *owner = tl_words_of_owner (tl_graph_get_owner (graph, goal));
  g_autofree char *share = tl_format_share (score->attainment);

  return g_strdup_printf ("%s, %s, %s, %s", tl_enum_to_label (TL_TYPE_FACET, node->facet), owner,
                          tl_health_to_label (score->health), share);
}
