/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and closing what is beneath the selected card of the cascade. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-lens-view-private.h"
#include "tl-surroundings.h"

static const TlCard *
get_selected_card (TlLensView *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint card = scene != NULL ? tl_scene_get_selected (scene) : TL_SCENE_NONE;

  if (card == TL_SCENE_NONE || tl_navigator_get_lens (self->navigator) != TL_LENS_CASCADE)
    return NULL;

  return tl_scene_get_card (scene, card);
}

/* The selected goal and everything that helps it, in the graph; NULL when there is nothing to open or close */
static GArray *
collect_beneath (TlLensView *self)
{
  TlEntity *entity;
  int goal;

  if (tl_lens_view_get_fold (self) == TL_FOLD_NONE)
    return NULL;

  entity = tl_model_lookup (tl_insight_get_model (self->insight), get_selected_card (self)->id);
  goal = TL_IS_GOAL (entity) ? tl_graph_find (tl_insight_get_graph (self->insight), TL_GOAL (entity)) : -1;
  return goal >= 0 ? tl_surroundings_collect_beneath (tl_insight_get_graph (self->insight), goal) : NULL;
}

/* Opens or closes what is beneath the selected card: by taking back what was done there by hand, if that does it, so that
 * what was opened and closed again is not told apart from what nobody has touched.
 */
static void
fold_selected (TlLensView    *self,
               TlDiagramFold  by_hand,
               TlFold         wanted)
{
  g_autofree char *id = g_strdup (get_selected_card (self)->id);

  tl_folding_set (self->folding, id, TL_DIAGRAM_FOLD_BY_DEPTH);
  if (tl_lens_view_get_fold (self) != wanted)
    tl_folding_set (self->folding, id, by_hand);
}

static gboolean
is_closed (TlLensView *self,
           guint       goal)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  TlGoal *entity = tl_graph_get_goal (tl_insight_get_graph (self->insight), goal);
  guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (entity)));

  return card != TL_SCENE_NONE && tl_scene_get_card (scene, card)->fold == TL_FOLD_CLOSED;
}

/* The cards of a picture beneath which somebody has opened or closed what would not be so by itself */
guint
tl_lens_view_count_folded (TlLensView    *self,
                           TlScene       *scene,
                           TlDiagramFold  fold)
{
  guint n_folded = 0;

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    n_folded += tl_folding_get (self->folding, tl_scene_get_card (scene, i)->id) == fold;

  return n_folded;
}

/**
 * tl_lens_view_get_fold:
 * @self: the view
 *
 * Returns: whether what is beneath the selected card can be opened or closed; %TL_FOLD_NONE when no card is selected, and
 *   in a line of sight, which is always whole
 */
TlFold
tl_lens_view_get_fold (TlLensView *self)
{
  const TlCard *card;

  g_return_val_if_fail (TL_IS_LENS_VIEW (self), TL_FOLD_NONE);

  card = get_selected_card (self);
  return card != NULL ? card->fold : TL_FOLD_NONE;
}

/**
 * tl_lens_view_open_beneath:
 * @self: the view
 *
 * Shows what helps the selected goal.
 */
void
tl_lens_view_open_beneath (TlLensView *self)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (tl_lens_view_get_fold (self) != TL_FOLD_CLOSED)
    return;

  fold_selected (self, TL_DIAGRAM_FOLD_OPENED, TL_FOLD_OPEN);
  tl_canvas_reveal_beneath (self->canvas);
}

/**
 * tl_lens_view_close_beneath:
 * @self: the view
 *
 * Folds away what helps the selected goal and nothing else that is open.
 */
void
tl_lens_view_close_beneath (TlLensView *self)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (tl_lens_view_get_fold (self) == TL_FOLD_OPEN)
    fold_selected (self, TL_DIAGRAM_FOLD_CLOSED, TL_FOLD_CLOSED);
}

/**
 * tl_lens_view_can_open_all:
 * @self: the view
 *
 * Returns: whether anything that helps the selected goal, in however many steps, is folded away
 */
gboolean
tl_lens_view_can_open_all (TlLensView *self)
{
  g_autoptr (GArray) beneath = NULL;

  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  beneath = collect_beneath (self);
  for (guint i = 0; beneath != NULL && i < beneath->len; i++)
    {
      if (is_closed (self, g_array_index (beneath, guint, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_lens_view_open_all_beneath:
 * @self: the view
 *
 * Shows everything that helps the selected goal, in however many steps.
 */
void
tl_lens_view_open_all_beneath (TlLensView *self)
{
  g_autoptr (GArray) beneath = NULL;

  g_return_if_fail (TL_IS_LENS_VIEW (self));

  beneath = collect_beneath (self);
  if (beneath == NULL)
    return;

  tl_folding_open_all (self->folding, tl_insight_get_graph (self->insight), beneath);
  tl_canvas_reveal_beneath (self->canvas);
}

/**
 * tl_lens_view_close_all:
 * @self: the view
 *
 * Folds away everything that was opened by hand.
 */
void
tl_lens_view_close_all (TlLensView *self)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  tl_folding_close_all (self->folding);
}

/**
 * tl_lens_view_has_opened:
 * @self: the view
 *
 * Returns: whether anything that is shown of the cascade was opened by hand
 */
gboolean
tl_lens_view_has_opened (TlLensView *self)
{
  TlScene *scene;

  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  scene = tl_canvas_get_scene (self->canvas);
  return scene != NULL && tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE &&
         tl_folding_has_opened (self->folding) && tl_lens_view_count_folded (self, scene, TL_DIAGRAM_FOLD_OPENED) > 0;
}
