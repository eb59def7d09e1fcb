/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cards of a diagram say, to the eye and in a sentence. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-diagram-private.h"
#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-vocabulary.h"

/* Units are part of others; a document that somebody made by hand may say so in a circle. */
#define MOST_UNITS_DEEP 32

/* Whose goal it is, in a word that is not the owner's name, which stands on the card as well: an objective, a
 * function, a team, or for a person the unit they are of.
 */
static const char *
name_owner_kind (TlParty *owner)
{
  if (TL_IS_PERSON (owner))
    {
      TlUnit *unit = tl_person_get_unit (TL_PERSON (owner));

      /* Translators: on a card, whose goal it is, when the person belongs to no unit */
      return unit != NULL ? tl_party_get_name (TL_PARTY (unit)) : _("Person");
    }
  if (TL_IS_UNIT (owner))
    return tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (TL_UNIT (owner)));

  /* Translators: on a card, a goal of the whole organisation */
  return _("Objective");
}

static char *
write_kicker (TlFacet  facet,
              TlParty *owner)
{
  const char *facet_name = tl_enum_to_label (TL_TYPE_FACET, facet);

  /* Translators: on a card, the facet of a goal and whose it is: "Result · Sales" */
  return g_strdup_printf (C_("card", "%s · %s"), facet_name, name_owner_kind (owner));
}

/* Quiet words for what sets a goal apart: that it is not active. */
static const char *
get_note (TlGoalState state)
{
  return state != TL_GOAL_STATE_ACTIVE ? tl_enum_to_label (TL_TYPE_GOAL_STATE, state) : NULL;
}

static char *
write_attainment (double attainment)
{
  if (isnan (attainment))
    /* Translators: on a card, in place of a percentage that is not known */
    return g_strdup (_("no data"));

  return tl_format_share (attainment);
}

static char *
say_count (TlHealth health,
           guint    n_goals)
{
  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      /* Translators: of goals that are folded away beneath another; part of a list */
      return g_strdup_printf (_("%u on track"), n_goals);

    case TL_HEALTH_AT_RISK:
      /* Translators: of goals that are folded away beneath another; part of a list */
      return g_strdup_printf (_("%u at risk"), n_goals);

    case TL_HEALTH_OFF_TRACK:
      /* Translators: of goals that are folded away beneath another; part of a list */
      return g_strdup_printf (_("%u off track"), n_goals);

    case TL_HEALTH_NO_DATA:
    default:
      /* Translators: of goals that are folded away beneath another; part of a list */
      return g_strdup_printf (_("%u without data"), n_goals);
    }
}

/* What is folded away beneath a goal, in a sentence; NULL when nothing is. */
static char *
describe_beneath (const TlDiagramBeneath *beneath)
{
  static const TlHealth order[] = {
    TL_HEALTH_ON_TRACK, TL_HEALTH_AT_RISK, TL_HEALTH_OFF_TRACK, TL_HEALTH_NO_DATA,
  };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (beneath->n_goals == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (beneath->by_health[order[i]] > 0)
      g_ptr_array_add (words, say_count (order[i], beneath->by_health[order[i]]));
  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);

  /* Translators: for who cannot see a card; the list says how they are: "8 on track, 3 at risk" */
  return g_strdup_printf (ngettext ("%u goal beneath is folded away: %s.", "%u goals beneath are folded away: %s.",
                                    beneath->n_goals), beneath->n_goals, list);
}

static char *
describe_card (const TlCard           *card,
               const TlDiagramBeneath *beneath)
{
  g_autofree char *folded = describe_beneath (beneath);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a goal in a sentence, for who cannot see its card: facet and whose, owner, percentage, health */
  g_string_append_printf (text, _("%s, owned by %s: %s, %s."), card->kicker, card->owner, card->attainment_text,
                          tl_health_to_label (card->health));
  if (card->note != NULL)
    g_string_append_printf (text, " %s.", card->note);
  if (folded != NULL)
    g_string_append_printf (text, " %s", folded);
  if (card->is_partly_open)
    /* Translators: for who cannot see a card, after how many goals beneath it are folded away */
    g_string_append_printf (text, " %s", _("Others beneath are shown."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static TlUnit *
find_unit (TlParty *owner)
{
  if (TL_IS_PERSON (owner))
    return tl_person_get_unit (TL_PERSON (owner));

  return TL_IS_UNIT (owner) ? TL_UNIT (owner) : NULL;
}

/* Says which unit a goal belongs to, and which function that is part of. */
static void
name_units (TlCard  *card,
            TlParty *owner)
{
  TlUnit *unit = find_unit (owner);
  TlUnit *function = unit;

  if (unit == NULL)
    return;

  for (guint i = 0; i < MOST_UNITS_DEEP && tl_unit_get_parent (function) != NULL; i++)
    function = tl_unit_get_parent (function);
  card->unit = tl_party_get_name (TL_PARTY (unit));
  card->function = tl_party_get_name (TL_PARTY (function));
}

/* Who closes a goal whose goals all help others too sees no change, but may close the others as well. */
static TlFold
choose_fold (const TlDiagramBeneath *beneath)
{
  if (beneath->n_goals > 0)
    return TL_FOLD_CLOSED;

  return beneath->has_shown ? TL_FOLD_OPEN : TL_FOLD_NONE;
}

static TlGaps
find_gaps (TlDiagram *self,
           guint      goal)
{
  guint n_measures, n_supporters, n_helped;
  TlGaps gaps = TL_GAP_NONE;

  tl_graph_get_measures (self->graph, goal, NULL, &n_measures);
  tl_graph_get_supporters (self->graph, goal, NULL, &n_supporters);
  tl_graph_get_helped (self->graph, goal, &n_helped);
  if (n_measures == 0 && n_supporters == 0)
    gaps |= TL_GAP_MEASURE;
  if (n_helped == 0 && tl_graph_get_node (self->graph, goal)->level != TL_LEVEL_ORGANISATION)
    gaps |= TL_GAP_LINK;

  return gaps;
}

static void
add_card (TlDiagram *self,
          TlScene   *scene,
          guint      place)
{
  guint index = self->goals[place];
  TlGoal *goal = tl_graph_get_goal (self->graph, index);
  TlParty *owner = tl_graph_get_owner (self->graph, index);
  const TlGraphNode *node = tl_graph_get_node (self->graph, index);
  const TlGoalScore *score = tl_scores_get_goal (self->scores, index);
  const TlDiagramBeneath *beneath = &self->beneath[place];
  g_autofree char *kicker = write_kicker (node->facet, owner);
  g_autofree char *attainment = write_attainment (score->attainment);
  TlCard card = {
    .id = tl_entity_get_id (TL_ENTITY (goal)),
    .box = tl_diagram_turn_rect (self, self->centres[place] - self->width / 2.0,
                                 tl_diagram_get_start (self, place), self->width, self->depth),
    .facet = node->facet,
    .health = score->health,
    .gaps = find_gaps (self, index),
    .fold = choose_fold (beneath),
    .is_partly_open = beneath->n_goals > 0 && beneath->has_shown,
    .n_below = beneath->n_goals,
    .attainment = score->attainment,
    .expected = score->expected,
    .kicker = kicker,
    .note = get_note (node->state),
    .title = tl_goal_get_title (goal),
    .owner = owner != NULL ? tl_party_get_name (owner) : NULL,
    .attainment_text = attainment,
  };
  g_autofree char *description = describe_card (&card, beneath);

  name_units (&card, owner);
  memcpy (card.below, beneath->by_health, sizeof card.below);
  card.description = description;
  tl_scene_add_card (scene, &card);
}

/* Adds a card for each goal of the selection, numbered as it is. */
void
tl_diagram_add_cards (TlDiagram *self,
                      TlScene   *scene)
{
  for (guint i = 0; i < self->n_goals; i++)
    add_card (self, scene, i);
}
