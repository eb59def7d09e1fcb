/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of the canvas, and how it becomes another: the selected card, or the one next to the middle, stays where
 * it is on the screen, and what is in both pictures is seen on its way.
 *
 * The way is found out when the next frame is drawn, not when the picture is given: it may be arrived at anew before.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

#define CHANGE_MS 200

static void
step_cb (double   progress,
         gpointer data)
{
  TlCanvas *self = data;

  if (self->motion == NULL)
    return;

  if (progress >= 1)
    tl_canvas_drop_change (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Ends the change that is on its way, or about to begin: what is shown is the picture as it is. */
void
tl_canvas_drop_change (TlCanvas *self)
{
  g_clear_object (&self->former);
  if (self->motion == NULL)
    return;

  g_clear_pointer (&self->motion, tl_scene_motion_free);
  adw_animation_pause (self->change);
}

/* Draws the change that is on its way; begins it when there is one to begin.  Returns whether there is one. */
gboolean
tl_canvas_draw_change (TlCanvas         *self,
                       const TlTileView *view,
                       GtkSnapshot      *snapshot)
{
  g_autoptr (TlScene) former = g_steal_pointer (&self->former);

  if (former != NULL)
    {
      const TlTileScreen screen = tl_tile_view_measure (view);

      self->motion = tl_scene_motion_new (former, &self->former_screen, self->scene, &screen);
      if (self->motion == NULL)
        return FALSE;

      tl_scene_motion_paint (self->motion, self->palette);
      adw_animation_play (self->change);
    }

  if (self->motion == NULL)
    return FALSE;

  tl_scene_motion_draw (self->motion, adw_animation_get_value (self->change), view->scale_factor, view->is_by_cairo,
                        snapshot);
  return TRUE;
}

/* Whether something of @before can stay where it is in @after; the columns of a frame stay where they are, and so do most
 * of its statements. */
static gboolean
can_keep (TlCanvas *self,
          TlScene  *before,
          TlScene  *after)
{
  return before != NULL && after != NULL && !self->is_arriving &&
         tl_scene_get_direction (before) != TL_SCENE_COLUMNS && tl_scene_get_direction (after) != TL_SCENE_COLUMNS;
}

/* Nobody can follow a picture that turns about. */
static void
prepare_change (TlCanvas           *self,
                TlScene            *before,
                const TlTileScreen *screen)
{
  if (tl_scene_get_direction (before) != tl_scene_get_direction (self->scene))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  if (self->change == NULL)
    {
      self->change = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, CHANGE_MS,
                                              adw_callback_animation_target_new (step_cb, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->change), ADW_EASE_OUT_CUBIC);
    }

  self->former = g_object_ref (before);
  self->former_screen = *screen;
}

/* Scrolls so that a card of both pictures stays where it is on the screen; returns whether there is one. */
static gboolean
keep_anchor (TlCanvas           *self,
             TlScene            *before,
             const TlTileScreen *screen)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const TlRect *old, *new;
  guint in_before, in_after;
  TlRect seen;

  tl_tile_screen_get_seen (screen, &seen);
  in_before = tl_scene_motion_find_anchor (before, self->scene, &seen, &in_after);
  if (in_before == TL_SCENE_NONE)
    return FALSE;

  old = &tl_scene_get_card (before, in_before)->box;
  new = &tl_scene_get_card (self->scene, in_after)->box;
  tl_viewport_place (self->viewport, new->x, new->y, (old->x * screen->scale + screen->x) / factor,
                     (old->y * screen->scale + screen->y) / factor);
  return TRUE;
}

/* Returns whether anything of the picture before has stayed where it was. */
static gboolean
replace_scene (TlCanvas *self,
               TlScene  *scene)
{
  g_autoptr (TlScene) before = NULL;
  TlTileScreen screen;
  TlRect bounds = { 0 };
  gboolean is_kept;

  tl_canvas_finish_moving (self);
  tl_canvas_drop_change (self);
  screen = tl_canvas_measure_screen (self);
  tl_canvas_drop_link (self);
  tl_canvas_drop_cards (self);
  g_clear_pointer (&self->walker, tl_scene_walker_free);
  before = g_steal_pointer (&self->scene);
  g_set_object (&self->scene, scene);
  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (before != NULL && scene != NULL)
    tl_canvas_carry_selection (self, before);
  tl_canvas_finish_chain (self);
  if (scene != NULL)
    {
      PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

      tl_scene_set_font_family (scene, pango_font_description_get_family (pango_context_get_font_description (context)));
      tl_scene_get_bounds (scene, &bounds);
    }

  tl_canvas_tiles_follow (self->tiles, before, scene);
  tl_viewport_set_world (self->viewport, &GRAPHENE_RECT_INIT (bounds.x, bounds.y, bounds.width, bounds.height));
  if (!can_keep (self, before, scene))
    return FALSE;

  is_kept = keep_anchor (self, before, &screen);
  prepare_change (self, before, &screen);
  return is_kept;
}

/**
 * tl_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the picture
 */
TlScene *
tl_canvas_get_scene (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->scene;
}

/**
 * tl_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): a picture, laid out
 *
 * Shows @scene at the zoom and place of the one before, so that the selected card, or else the one next to the middle,
 * stays where it is if it is in both, and lets the others be seen on their way.  tl_canvas_arrive() goes to where one
 * begins.
 */
void
tl_canvas_set_scene (TlCanvas *self,
                     TlScene  *scene)
{
  gboolean stays_arrived;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (scene == NULL || TL_IS_SCENE (scene));

  if (scene == self->scene)
    return;

  tl_canvas_finish_moving (self);
  stays_arrived = can_keep (self, self->scene, scene) && tl_canvas_is_as_arrived (self);
  replace_scene (self, scene);
  if (stays_arrived)
    tl_canvas_stay_arrived (self);
}

/**
 * tl_canvas_turn_to:
 * @self: a canvas
 * @scene: another picture of what one looks at, laid out
 *
 * As tl_canvas_set_scene(), for a picture that has more or less about what one looks at: nobody has arrived at it, so that
 * it stays where it is when there is more or less room for it, too.
 *
 * Returns: whether a card of the one before stays where it was; else one has to arrive
 */
gboolean
tl_canvas_turn_to (TlCanvas *self,
                   TlScene  *scene)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (TL_IS_SCENE (scene), FALSE);

  return scene == self->scene || replace_scene (self, scene);
}
