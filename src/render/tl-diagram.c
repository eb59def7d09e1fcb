/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From goals to a picture: which goals, where they stand, what their cards say.
 *
 * Which goals are shown is decided in tl-diagram-select.c.  Their places are found in steps, each in time about
 * proportional to goals and links: every goal is given a row (tl-diagram-rows.c) and the goal it stands under
 * (tl-diagram-forest.c); what stands beneath a goal becomes lists (tl-diagram-lists.c), and the whole is broken into
 * shelves (tl-diagram-shelves.c); what an organisation has on a shelf is laid out (tl-diagram-parts.c), and the rows
 * are set one below the other; then lines are led along them (tl-diagram-lines.c).  Each step takes over what it can
 * from the picture before (tl-diagram-memory.c).  A card has the number of its
 * goal in the selection.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-diagram-private.h"
#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-text-fold.h"
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
  self->ranks = g_new0 (guint, MAX (self->n_goals, 1));
  self->row_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->part_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->stack_of = g_new0 (guint, MAX (self->n_goals, 1));
  self->slots = g_new0 (guint, MAX (self->n_goals, 1));
  self->indents = g_new0 (guint, MAX (self->n_goals, 1));
  self->deepest = g_new0 (guint, MAX (self->n_goals, 1));
  self->listed = g_new0 (gboolean, MAX (self->n_goals, 1));
  self->node_centres = g_new0 (double, MAX (self->n_goals, 1));
  self->centres = g_new0 (double, MAX (self->n_goals, 1));
}

static void
diagram_clear (TlDiagram *self)
{
  g_clear_pointer (&self->goals, g_free);
  g_clear_pointer (&self->beneath, g_free);
  g_clear_pointer (&self->place_of, g_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->shelves, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->bends, g_array_unref);
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->row_of, g_free);
  g_clear_pointer (&self->part_of, g_free);
  g_clear_pointer (&self->stack_of, g_free);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->indents, g_free);
  g_clear_pointer (&self->deepest, g_free);
  g_clear_pointer (&self->parents, g_free);
  g_clear_pointer (&self->parent_links, g_free);
  g_clear_pointer (&self->first_child, g_free);
  g_clear_pointer (&self->children, g_free);
  g_clear_pointer (&self->by_row, g_free);
  g_clear_pointer (&self->loose, g_free);
  g_clear_pointer (&self->listable, g_free);
  g_clear_pointer (&self->listed, g_free);
  g_clear_pointer (&self->node_centres, g_free);
  g_clear_pointer (&self->centres, g_free);
  g_clear_pointer (&self->ids, g_free);
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

/* Whether goals of its organisation stand on a shelf before this one. */
static gboolean
is_continued (TlDiagram           *self,
              const TlDiagramPart *part)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TlDiagramPart *other = tl_diagram_get_part (self, i);

      if (!other->loose && other->organisation == part->organisation && other->shelf < part->shelf)
        return TRUE;
    }

  return FALSE;
}

static char *
name_part (TlDiagram           *self,
               const TlDiagramPart *part)
{
  TlOrganisation *organisation = NULL;

  if (part->loose)
    /* Translators: above the goals of a picture that neither help another nor are helped */
    return g_strdup (_("Not connected yet"));
  if (part->organisation != TL_GRAPH_NONE)
    organisation = tl_graph_get_organisation (self->graph, part->organisation);
  if (organisation == NULL)
    return NULL;

  const char *name = tl_party_get_name (TL_PARTY (organisation));

  if (tl_text_is_blank (name) || !is_continued (self, part))
    return g_strdup (name);

  /* Translators: above the goals of an organisation that did not all fit side by side; %s is its name, such as
   * Kelderwick
   */
  return g_strdup_printf (_("%s (continued)"), name);
}

static void
add_region (TlDiagram           *self,
            TlScene             *scene,
            const TlDiagramPart *part)
{
  /* When the cascade runs to the right the border stands around the bands. */
  const double *shelf = &g_array_index (self->shelves, double, 2 * part->shelf);
  double top = shelf[0] - (self->down ? TL_DIAGRAM_HEADROOM : 12.0);
  g_autofree char *name = name_part (self, part);

  tl_scene_add_region (scene, &(TlRegion) {
    name,
    tl_diagram_turn_rect (self, part->start - TL_DIAGRAM_REGION_PAD, top,
                          part->end - part->start + 2.0 * TL_DIAGRAM_REGION_PAD, shelf[1] - top + 12.0),
    part->loose ? TL_REGION_LOOSE : TL_REGION_ORGANISATION,
  });
}

/* A border is only worth drawing when there is something on its other side. */
static void
add_regions (TlDiagram *self,
             TlScene   *scene)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TlDiagramPart *part = tl_diagram_get_part (self, i);

      if (part->loose ? self->n_goals > 1 : self->n_homes > 1)
        add_region (self, scene, part);
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

  tl_scene_highlight (scene, (const guint *) (gpointer) cards->data, cards->len, self->options->recede);
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
  tl_diagram_list_rows (&diagram);
  tl_diagram_plant_forest (&diagram);
  tl_diagram_recall (&diagram);
  tl_diagram_fill_shelves (&diagram);
  tl_diagram_split_parts (&diagram);
  tl_diagram_place_parts (&diagram);
  tl_diagram_remember (&diagram);
  tl_diagram_stack_rows (&diagram);

  tl_scene_set_title (scene, options->title);
  tl_scene_set_subtitle (scene, options->subtitle);
  tl_diagram_add_cards (&diagram, scene);
  tl_diagram_add_links (&diagram, scene);
  tl_diagram_add_tensions (&diagram, scene);
  add_bands (&diagram, scene);
  add_regions (&diagram, scene);
  highlight_goals (&diagram, scene);
  tl_diagram_hand_over (&diagram, scene);
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
    .recede = TRUE,
    .direction = direction,
    .title = title,
    .subtitle = subtitle,
  };

  return tl_diagram_new (tl_line_of_sight_get_graph (line), scores, &options);
}
