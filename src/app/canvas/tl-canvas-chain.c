/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose chain stands out on the canvas, and since when: that of what is selected, and of what the pointer rests upon
 * while it does.
 *
 * Only the layer above the tiles changes, so nothing moves and nothing is painted anew.  A pointer on its way across
 * the picture lights nothing up, and neither does one that lies where it was while the keys go on.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

#define FADE_MS 200

/* A pointer that has not moved for as long rests. */
#define REST_MS 250

static void
step_cb (double   progress,
         gpointer data)
{
  TlCanvas *self = data;
  gboolean is_veiled;
  guint n_selected;

  if (self->scene == NULL)
    return;

  tl_scene_get_selection (self->scene, &n_selected);
  is_veiled = self->dims_rest && n_selected > 0;
  tl_scene_set_chain_strength (self->scene, self->chain_from + (1 - self->chain_from) * progress,
                               is_veiled ? self->veil_from + (1 - self->veil_from) * progress : 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets what is new come in little by little, unless nobody looks or the desktop asks for no animations; what was there
 * already stays as strong as it is. */
static void
fade_in (TlCanvas *self,
         gboolean  is_new)
{
  guint n_cards;
  double veil;
  double strength = tl_scene_get_chain_strength (self->scene, &veil);

  tl_scene_get_chain (self->scene, &n_cards);
  if (n_cards == 0)
    {
      tl_scene_set_chain_strength (self->scene, 0, 0);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  if (self->chain_fade == NULL)
    {
      self->chain_fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MS,
                                                  adw_callback_animation_target_new (step_cb, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->chain_fade), ADW_EASE_OUT_CUBIC);
    }

  self->chain_from = is_new ? 0 : strength;
  self->veil_from = veil;
  adw_animation_reset (self->chain_fade);
  adw_animation_play (self->chain_fade);
}

/* Where a line is drawn, or a band around cards, that is what one looks at; a frame shows its links in its own way. */
static gboolean
may_show (TlCanvas *self)
{
  return tl_scene_get_direction (self->scene) != TL_SCENE_COLUMNS && self->drag != TL_CANVAS_DRAG_BAND &&
         self->drag != TL_CANVAS_DRAG_LINK && !tl_canvas_is_choosing (self);
}

static gboolean
choose_chain (TlCanvas *self)
{
  guint hovered = tl_scene_get_hovered (self->scene);
  guint n_cards;
  const guint *cards = tl_scene_get_selection (self->scene, &n_cards);

  if (!may_show (self))
    return tl_scene_set_chain (self->scene, NULL, 0, TL_SCENE_NONE);
  if (self->is_hover_resting && hovered != TL_SCENE_NONE)
    return tl_scene_set_chain (self->scene, &hovered, 1, hovered);

  return tl_scene_set_chain (self->scene, cards, n_cards, tl_scene_get_selected (self->scene));
}

/* Shows the chain that is to stand out now, if it is another one than before. */
void
tl_canvas_update_chain (TlCanvas *self)
{
  if (self->scene != NULL && choose_chain (self))
    fade_in (self, TRUE);
}

/* Shows it as it is in the end: what was there in the picture before does not come anew. */
void
tl_canvas_finish_chain (TlCanvas *self)
{
  if (self->chain_fade != NULL)
    adw_animation_skip (self->chain_fade);
}

/* The pointer rests: the chain of what it is upon is shown. */
void
tl_canvas_rest_hover (TlCanvas *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  self->is_hover_resting = TRUE;
  tl_canvas_update_chain (self);
}

static gboolean
rest_cb (gpointer data)
{
  TlCanvas *self = data;

  self->hover_id = 0;
  tl_canvas_rest_hover (self);
  return G_SOURCE_REMOVE;
}

/* The pointer moves upon a card; once it rests there it may move on without leaving it. */
void
tl_canvas_watch_hover (TlCanvas *self)
{
  if (self->scene == NULL || self->is_hover_resting || self->drag != TL_CANVAS_DRAG_NONE)
    return;

  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (tl_scene_get_hovered (self->scene) != TL_SCENE_NONE)
    self->hover_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* What the pointer was upon is not what one looks at any longer. */
void
tl_canvas_forget_hover (TlCanvas *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  self->is_hover_resting = FALSE;
  tl_canvas_update_chain (self);
}

/* Ends all that was to be done later. */
void
tl_canvas_stop_chain (TlCanvas *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (self->chain_fade != NULL)
    adw_animation_pause (self->chain_fade);
  g_clear_object (&self->chain_fade);
}

/**
 * tl_canvas_get_dims_rest:
 * @self: a canvas
 *
 * Returns: whether what is not in the chain of what is selected recedes
 */
gboolean
tl_canvas_get_dims_rest (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return self->dims_rest;
}

/**
 * tl_canvas_set_dims_rest:
 * @self: a canvas
 * @dims_rest: whether what is not in the chain of what is selected recedes to a quarter of its strength; what is
 *   selected or found never does.  Nothing recedes as long as nothing is selected
 */
void
tl_canvas_set_dims_rest (TlCanvas *self,
                         gboolean  dims_rest)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->dims_rest == dims_rest)
    return;

  self->dims_rest = dims_rest;
  if (self->scene != NULL)
    fade_in (self, FALSE);
}
