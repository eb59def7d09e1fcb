/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many goals somebody has, and how these stand.
 *
 * Added up over as many parties as somebody asks for: a unit with its people is the sum of the unit and of each of
 * them.  A mean health was rejected: one number for a person is a mark, and people are not marked here.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-party-summary.h"

#include <glib/gi18n-lib.h>

/**
 * tl_party_summary_add:
 * @self: a summary; zeroed at first
 * @scores: how the goals stand
 * @party: a person, a unit or an organisation
 *
 * Adds the goals that @party itself owns.
 */
void
tl_party_summary_add (TlPartySummary *self,
                      const TlScores *scores,
                      TlParty        *party)
{
  TlGraph *graph = tl_scores_get_graph (scores);
  guint n_goals;
  const guint *goals = tl_graph_get_goals_of (graph, party, &n_goals);

  g_return_if_fail (TL_IS_PARTY (party));

  self->n_goals += n_goals;
  for (guint i = 0; i < n_goals; i++)
    {
      if (tl_graph_get_node (graph, goals[i])->state != TL_GOAL_STATE_ACTIVE)
        continue;

      self->n_active++;
      self->n_health[tl_scores_get_goal (scores, goals[i])->health]++;
    }
}

/**
 * tl_party_summary_to_text:
 * @self: a summary
 *
 * Returns: (transfer full): it in words, for those who hear the list: "3 active goals: 2 on track, 1 no data"; empty
 *   without active goals
 */
char *
tl_party_summary_to_text (const TlPartySummary *self)
{
  static const TlHealth order[] = { TL_HEALTH_ON_TRACK, TL_HEALTH_AT_RISK, TL_HEALTH_OFF_TRACK, TL_HEALTH_NO_DATA };
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n_active == 0)
    return g_strdup ("");

  g_string_printf (text, ngettext ("%'u active goal", "%'u active goals", self->n_active), self->n_active);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = self->n_health[order[i]];
      g_autofree char *label = NULL;

      if (n == 0)
        continue;

      label = g_utf8_strdown (tl_health_to_label (order[i]), -1);
      /* Translators: a number of goals, and how they stand, such as "2 on track" */
      g_string_append_printf (text, _(", %'u %s"), n, label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
