/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From goals to a picture: which goals, where they stand, what their cards say.
 *
 * Which goals are shown is decided in tl-diagram-select.c.  Their places are found in steps, each in time about
 * proportional to goals and links: the links among the goals shown are collected; every goal is given a row
 * (tl-diagram-rows.c); leaves are put into stacks (tl-diagram-stacks.c); trees that are not linked are put on shelves
 * (tl-diagram-shelves.c); long columns are folded; each organisation is laid out (tl-diagram-parts.c), and the rows
 * are set one below the other; then lines are led along them (tl-diagram-lines.c).  A card has the number of its
 * goal in the selection.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-diagram-private.h"
#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-vocabulary.h"

static void
clear_part (gpointer data)
{
  TlDiagramPart *part = data;

  g_clear_pointer (&part->members, g_free);
}

static void
diagram_init (TlDiagram              *self,
              TlGraph                *graph,
              TlScores               *scores,
              const TlDiagramOptions *options)
{
  self->graph = graph;
  self->scores = scores;
  self->options = options;
  self->down = options->direction == TL_SCENE_DOWN;
  self->depth = self->down ? TL_CARD_HEIGHT : TL_CARD_WIDTH;
  self->width = self->down ? TL_CARD_WIDTH : TL_CARD_HEIGHT;

  tl_diagram_select_goals (self);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlDiagramRow));
  self->bands = g_array_new (FALSE, FALSE, sizeof (TlDiagramBand));
  self->shelves = g_array_new (FALSE, FALSE, sizeof (double));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TlDiagramPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->links = g_array_new (FALSE, FALSE, sizeof (TlDiagramLink));
  self->bends = g_array_new (FALSE, FALSE, sizeof (TlDiagramPoint));
  self->row_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->part_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->stack_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->slots = g_new0 (guint, MAX (self->n_goals, 1));
  self->listed = g_new0 (gboolean, MAX (self->n_goals, 1));
  self->centres = g_new0 (double, MAX (self->n_goals, 1));
}

static void
diagram_clear (TlDiagram *self)
{
  g_clear_pointer (&self->goals, g_free);
  g_clear_pointer (&self->n_below, g_free);
  g_clear_pointer (&self->place_of, g_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->shelves, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->bends, g_array_unref);
  g_clear_pointer (&self->row_of, g_free);
  g_clear_pointer (&self->part_of, g_free);
  g_clear_pointer (&self->stack_of, g_free);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->listed, g_free);
  g_clear_pointer (&self->centres, g_free);
}

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

/* Quiet words for what sets a goal apart: that it is not active, and that goals below it are left out. */
static char *
write_note (TlGoalState state,
            guint       n_below)
{
  const char *name = state != TL_GOAL_STATE_ACTIVE ? tl_enum_to_label (TL_TYPE_GOAL_STATE, state) : NULL;

  if (n_below == 0)
    return g_strdup (name);

  /* Translators: on a card, how many goals that are not shown lead up to this one */
  g_autofree char *below = g_strdup_printf (ngettext ("+ %u below", "+ %u below", n_below), n_below);

  /* Translators: on a card, the state of a goal and the number below it: "Draft · + 7 below" */
  return name != NULL ? g_strdup_printf (C_("card", "%s · %s"), name, below) : g_steal_pointer (&below);
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
describe_card (const TlCard *card)
{
  /* Translators: a goal in a sentence, for who cannot see its card: facet and whose, owner, percentage, health */
  g_autofree char *sentence = g_strdup_printf (_("%s, owned by %s: %s, %s."), card->kicker, card->owner,
                                               card->attainment_text, tl_health_to_label (card->health));

  /* Translators: that sentence, and what else there is to say of the goal: "Draft", "+ 7 below" */
  return card->note != NULL ? g_strdup_printf (C_("card", "%s %s."), sentence, card->note)
                            : g_steal_pointer (&sentence);
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
  g_autofree char *kicker = write_kicker (node->facet, owner);
  g_autofree char *note = write_note (node->state, self->n_below[place]);
  g_autofree char *attainment = write_attainment (score->attainment);
  TlCard card = {
    .id = tl_entity_get_id (TL_ENTITY (goal)),
    .box = tl_diagram_turn_rect (self, self->centres[place] - self->width / 2.0,
                                 tl_diagram_get_start (self, place), self->width, self->depth),
    .facet = node->facet,
    .health = score->health,
    .gaps = find_gaps (self, index),
    .fold = self->n_below[place] > 0 ? TL_FOLD_CLOSED : TL_FOLD_NONE,
    .n_below = self->n_below[place],
    .attainment = score->attainment,
    .expected = score->expected,
    .kicker = kicker,
    .note = note,
    .title = tl_goal_get_title (goal),
    .owner = owner != NULL ? tl_party_get_name (owner) : NULL,
    .attainment_text = attainment,
  };
  g_autofree char *description = describe_card (&card);

  card.description = description;
  tl_scene_add_card (scene, &card);
}

static void
add_bands (TlDiagram *self,
           TlScene   *scene)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const TlDiagramBand *band = &g_array_index (self->bands, TlDiagramBand, i);

      tl_scene_add_band (scene, &(TlBand) {
        tl_enum_to_label (TL_TYPE_LEVEL, (int) band->level), band->start, band->end,
      });
    }
}

static const char *
get_part_name (TlDiagram           *self,
               const TlDiagramPart *part)
{
  TlOrganisation *organisation = NULL;

  if (part->organisation != TL_GRAPH_NONE)
    organisation = tl_graph_get_organisation (self->graph, part->organisation);

  return organisation != NULL ? tl_party_get_name (TL_PARTY (organisation)) : NULL;
}

/* A border is only worth drawing when there is something on its other side. */
static void
add_regions (TlDiagram *self,
             TlScene   *scene)
{
  /* When the cascade runs to the right the border stands around the bands. */
  double before = self->down ? 0.0 : 12.0;

  if (self->n_homes < 2)
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TlDiagramPart *part = tl_diagram_get_part (self, i);

      const double *shelf = &g_array_index (self->shelves, double, 2 * part->shelf);
      double top = shelf[0] - (self->down ? TL_DIAGRAM_HEADROOM : before);

      tl_scene_add_region (scene, &(TlRegion) {
        get_part_name (self, part),
        tl_diagram_turn_rect (self, part->start - TL_DIAGRAM_REGION_PAD, top,
                              part->end - part->start + 2.0 * TL_DIAGRAM_REGION_PAD, shelf[1] - top + 12.0),
      });
    }
}

static void
highlight_goals (TlDiagram *self,
                 TlScene   *scene)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->options->n_highlighted; i++)
    {
      guint place = self->place_of[self->options->highlighted[i]];

      if (place != TL_GRAPH_NONE)
        g_array_append_val (cards, place);
    }

  tl_scene_highlight (scene, (const guint *) (gpointer) cards->data, cards->len);
}

/**
 * tl_diagram_new:
 * @graph: the goals and what helps what
 * @scores: how far they have come; of @graph
 * @options: (nullable): what to show; %NULL for the whole cascade, objectives above
 *
 * Makes the picture of a cascade.  The number of a card is the place of its goal in @options' goals, or its index in
 * @graph when all are shown, not counting those that are too deep; its id is the goal's.  The same input always gives
 * the same picture.
 *
 * Returns: (transfer full): the picture, empty when there is nothing to show
 */
TlScene *
tl_diagram_new (TlGraph                *graph,
                TlScores               *scores,
                const TlDiagramOptions *options)
{
  static const TlDiagramOptions whole = { .direction = TL_SCENE_DOWN };

  g_return_val_if_fail (graph != NULL && scores != NULL, NULL);

  TlDiagram diagram = { 0 };

  if (options == NULL)
    options = &whole;

  TlScene *scene = tl_scene_new (options->direction);

  diagram_init (&diagram, graph, scores, options);
  tl_diagram_collect_links (&diagram);
  tl_diagram_list_rows (&diagram);
  tl_diagram_stack_leaves (&diagram);
  tl_diagram_fill_shelves (&diagram);
  tl_diagram_fold_rows (&diagram);
  tl_diagram_split_parts (&diagram);
  tl_diagram_place_parts (&diagram);
  tl_diagram_stack_rows (&diagram);

  tl_scene_set_title (scene, options->title);
  tl_scene_set_subtitle (scene, options->subtitle);
  for (guint i = 0; i < diagram.n_goals; i++)
    add_card (&diagram, scene, i);
  tl_diagram_add_lines (&diagram, scene);
  add_bands (&diagram, scene);
  add_regions (&diagram, scene);
  highlight_goals (&diagram, scene);
  diagram_clear (&diagram);

  return scene;
}

/**
 * tl_diagram_new_for_line_of_sight:
 * @line: a person's, a unit's or a goal's line of sight
 * @scores: how far the goals have come; of the same graph
 * @whole: whether to show the rest of the cascade too, receding behind the line
 * @direction: which way the cascade runs
 *
 * Makes the picture of a line of sight, with its title and the day it is as of.
 *
 * Returns: (transfer full): the picture
 */
TlScene *
tl_diagram_new_for_line_of_sight (TlLineOfSight    *line,
                                  TlScores         *scores,
                                  gboolean          whole,
                                  TlSceneDirection  direction)
{
  g_return_val_if_fail (line != NULL && scores != NULL, NULL);

  guint n_goals;
  const guint *goals = tl_line_of_sight_get_goals (line, &n_goals);
  TlParty *owner = tl_line_of_sight_get_owner (line);

  /* Translators: the title of a picture that shows how somebody's goals reach the objectives */
  g_autofree char *title = owner != NULL ? g_strdup_printf (_("Line of sight: %s"), tl_party_get_name (owner))
                                         : g_strdup (_("Line of sight"));
  g_autofree char *day = tl_date_format (tl_scores_get_date (scores));
  /* Translators: followed by a date such as 21 Nov 2026 */
  g_autofree char *subtitle = g_strdup_printf (_("From these goals to the objectives, as of %s"), day);
  /* A line without goals is an empty picture, not the whole cascade. */
  static const guint nothing[1] = { 0 };
  const TlDiagramOptions options = {
    .goals = whole ? NULL : n_goals > 0 ? goals : nothing,
    .n_goals = whole ? 0 : n_goals,
    .highlighted = whole ? goals : NULL,
    .n_highlighted = whole ? n_goals : 0,
    .direction = direction,
    .title = title,
    .subtitle = subtitle,
  };

  return tl_diagram_new (tl_line_of_sight_get_graph (line), scores, &options);
}
