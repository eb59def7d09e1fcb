/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saying on the canvas that goals help another: a line is drawn from a card to what it helps, by dragging, or by the
 * keyboard, which moves a mark from card to card until Enter takes it.
 *
 * Whoever drags a card that is selected with others draws from all of them.  Whether a link may be is asked of who has
 * the canvas, once for each card that is reached, and said at once, beside the pointer or the mark, where
 * assistive technology reads it aloud.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"

enum
{
  CHECK_CONNECTION,
  CONNECT_CARDS,
  LINKING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (TlCanvas *self,
        guint     card)
{
  return tl_scene_get_card (self->scene, card)->id;
}

/* The one at which the line begins, or all that are selected when it is one of them. */
static void
take_sources (TlCanvas *self,
              guint     card)
{
  const guint *selected;
  guint n_selected;

  g_array_set_size (self->link_from, 0);
  selected = tl_scene_get_selection (self->scene, &n_selected);
  if (tl_scene_is_selected (self->scene, card))
    g_array_append_vals (self->link_from, selected, n_selected);
  else
    g_array_append_val (self->link_from, card);
  g_signal_emit (self, signals[LINKING_CHANGED], 0);
}

static gboolean
is_source (TlCanvas *self,
           guint     card)
{
  for (guint i = 0; i < self->link_from->len; i++)
    {
      if (g_array_index (self->link_from, guint, i) == card)
        return TRUE;
    }

  return FALSE;
}

static GStrv
dup_source_ids (TlCanvas *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->link_from->len; i++)
    g_strv_builder_add (ids, get_id (self, g_array_index (self->link_from, guint, i)));

  return g_strv_builder_end (ids);
}

/* Why there can be no link to the card; NULL when there can. */
static char *
find_objection (TlCanvas *self,
                guint     card)
{
  g_auto (GStrv) from = dup_source_ids (self);
  char *objection = NULL;

  g_signal_emit (self, signals[CHECK_CONNECTION], 0, from, get_id (self, card), &objection);
  return objection;
}

/* What the link would say: "A helps B". */
static char *
describe_link (TlCanvas *self,
               guint     card)
{
  const char *to = tl_scene_get_card (self->scene, card)->title;
  guint n_from = self->link_from->len;

  if (n_from == 1)
    /* Translators: the titles of a goal that helps and of the one that is helped */
    return g_strdup_printf (_("“%s” helps “%s”"),
                            tl_scene_get_card (self->scene, g_array_index (self->link_from, guint, 0))->title, to);

  /* Translators: how many goals help, and the title of the one that is helped */
  return g_strdup_printf (ngettext ("%u goal helps “%s”", "%u goals help “%s”", n_from), n_from, to);
}

static void
aim_at (TlCanvas *self,
        guint     card)
{
  if (card != TL_SCENE_NONE && is_source (self, card))
    card = TL_SCENE_NONE;
  if (card == self->link_to)
    return;

  g_clear_pointer (&self->objection, g_free);
  self->link_to = card;
  if (card != TL_SCENE_NONE)
    self->objection = find_objection (self, card);
  tl_scene_set_target (self->scene, card, self->objection == NULL);
}

static void
forget (TlCanvas *self)
{
  g_array_set_size (self->link_from, 0);
  self->link_to = TL_SCENE_NONE;
  self->link_mark = TL_SCENE_NONE;
  self->is_choice_held = FALSE;
  g_clear_pointer (&self->objection, g_free);
  if (self->scene != NULL)
    tl_scene_set_target (self->scene, TL_SCENE_NONE, TRUE);
  tl_canvas_say (self, NULL);
  tl_canvas_update_chain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LINKING_CHANGED], 0);
}

/* Links the sources with what is aimed at. */
static void
connect (TlCanvas *self)
{
  g_auto (GStrv) from = dup_source_ids (self);
  g_autofree char *to = g_strdup (get_id (self, self->link_to));
  gboolean is_connected = FALSE;

  forget (self);
  g_signal_emit (self, signals[CONNECT_CARDS], 0, from, to, &is_connected);
}

/* Begins a line at the card. */
void
tl_canvas_begin_link (TlCanvas *self,
                      guint     card)
{
  tl_canvas_stop_choosing (self);
  take_sources (self, card);
  self->link_to = TL_SCENE_NONE;
}

/* Draws the line to a point of the screen, and to the card that is there. */
void
tl_canvas_stretch_link (TlCanvas *self,
                        double    x,
                        double    y)
{
  aim_at (self, tl_canvas_pick (self, x, y));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->objection != NULL ? "not-allowed" : "crosshair");
  if (self->objection != NULL || self->link_to == TL_SCENE_NONE)
    {
      tl_canvas_say (self, self->objection);
    }
  else
    {
      g_autofree char *text = describe_link (self, self->link_to);

      tl_canvas_say (self, text);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets go of the line. */
void
tl_canvas_end_link (TlCanvas *self,
                    gboolean  is_kept)
{
  if (is_kept && self->link_to != TL_SCENE_NONE && self->objection == NULL)
    connect (self);
  else
    forget (self);
}

/* Whether what a goal helps is being chosen with the keyboard */
gboolean
tl_canvas_is_choosing (TlCanvas *self)
{
  return self->link_mark != TL_SCENE_NONE;
}

static void
say_what_to_do (TlCanvas *self)
{
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;

  if (self->link_to == TL_SCENE_NONE)
    {
      text = g_strdup (ngettext ("What does it help? Choose with the arrow keys or type its name, then Enter; or click. "
                                 "Esc leaves.",
                                 "What do they help? Choose with the arrow keys or type its name, then Enter; or click. "
                                 "Esc leaves.",
                                 self->link_from->len));
    }
  else if (self->objection != NULL)
    {
      /* Translators: why something cannot be, as a sentence */
      text = g_strdup_printf (_("%s Choose another one, or leave with Esc."), self->objection);
    }
  else
    {
      link = describe_link (self, self->link_to);
      /* Translators: what Enter would do: "A helps B" */
      text = g_strdup_printf (_("Enter: %s. Esc leaves."), link);
    }

  tl_canvas_say (self, text);
}

/* Marks another card as what may be helped. */
void
tl_canvas_move_mark (TlCanvas *self,
                     guint     card)
{
  self->link_mark = card;
  aim_at (self, card);
  say_what_to_do (self);
  tl_canvas_update_chain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes the card as what is helped; what cannot be leaves the question open. */
void
tl_canvas_connect_to (TlCanvas *self,
                      guint     card)
{
  if (card == TL_SCENE_NONE)
    return;

  tl_canvas_move_mark (self, card);
  if (self->link_to != TL_SCENE_NONE && self->objection == NULL)
    connect (self);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * tl_canvas_get_choice:
 * @self: a canvas
 *
 * Returns: the number of the card that is marked as what may be helped; %TL_SCENE_NONE while nothing is being chosen
 */
guint
tl_canvas_get_choice (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), TL_SCENE_NONE);

  return self->link_mark;
}

/**
 * tl_canvas_set_choice:
 * @self: a canvas on which what a goal helps is being chosen
 * @card: the number of the card to mark
 *
 * Marks it as what may be helped, and says what that would mean.
 */
void
tl_canvas_set_choice (TlCanvas *self,
                      guint     card)
{
  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (tl_canvas_is_choosing (self) && card != TL_SCENE_NONE);

  tl_canvas_move_mark (self, card);
}

/**
 * tl_canvas_take_choice:
 * @self: a canvas on which what a goal helps is being chosen
 *
 * Takes the card that is marked; what cannot be helped leaves the question open.
 *
 * Returns: whether the question is answered
 */
gboolean
tl_canvas_take_choice (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  tl_canvas_connect_to (self, self->link_mark);
  return !tl_canvas_is_choosing (self);
}

/**
 * tl_canvas_hold_choice:
 * @self: a canvas
 *
 * Somebody goes on choosing with the focus elsewhere: leaving the canvas does not end it this time.
 */
void
tl_canvas_hold_choice (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  self->is_choice_held = tl_canvas_is_choosing (self);
}

/**
 * tl_canvas_stop_choosing:
 * @self: a canvas
 *
 * Leaves the question what a goal helps without an answer.
 */
void
tl_canvas_stop_choosing (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (tl_canvas_is_choosing (self))
    forget (self);
}

/* The numbers of cards mean others from now on: what was pressed there is not what would be dragged. */
void
tl_canvas_drop_link (TlCanvas *self)
{
  if (self->next_drag == TL_CANVAS_DRAG_BAND || self->next_drag == TL_CANVAS_DRAG_LINK)
    tl_canvas_end_drag (self, FALSE);
  tl_canvas_stop_choosing (self);
}

/* Declares what is asked of who has the canvas. */
void
tl_canvas_class_add_connect (TlCanvasClass *klass)
{
  /**
   * TlCanvas::check-connection:
   * @self: the canvas
   * @from: (type GStrv): the identities of those that would help
   * @to: the identity of the one that would be helped
   *
   * Somebody may want to link them.
   *
   * Returns: (transfer full) (nullable): a sentence that says why not, or %NULL when they can be linked
   */
  signals[CHECK_CONNECTION] = g_signal_new ("check-connection", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                            g_signal_accumulator_first_wins, NULL, NULL,
                                            G_TYPE_STRING, 2, G_TYPE_STRV, G_TYPE_STRING);

  /**
   * TlCanvas::connect-cards:
   * @self: the canvas
   * @from: (type GStrv): the identities of those that help
   * @to: the identity of the one that is helped
   *
   * Somebody wants to link them.
   *
   * Returns: whether they are linked now
   */
  signals[CONNECT_CARDS] = g_signal_new ("connect-cards", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                         g_signal_accumulator_true_handled, NULL, NULL,
                                         G_TYPE_BOOLEAN, 2, G_TYPE_STRV, G_TYPE_STRING);

  /**
   * TlCanvas::linking-changed:
   * @self: the canvas
   *
   * Somebody begins to draw a line or to choose what is helped, or has done with it.
   */
  signals[LINKING_CHANGED] = g_signal_new ("linking-changed", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

/**
 * tl_canvas_is_linking:
 * @self: a canvas
 *
 * Returns: whether a line is drawn to what is to be helped, or that is being chosen: what lies over the canvas makes room
 *   for what is said meanwhile
 */
gboolean
tl_canvas_is_linking (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return self->link_from->len > 0;
}

/**
 * tl_canvas_start_connecting:
 * @self: a canvas
 *
 * Lets somebody choose, with the keyboard or a click, what the selected cards help.  Does nothing where cards cannot
 * be connected, or while none is selected.
 */
void
tl_canvas_start_connecting (TlCanvas *self)
{
  guint primary;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL || !self->can_connect)
    return;

  primary = tl_scene_get_selected (self->scene);
  if (primary == TL_SCENE_NONE)
    return;

  tl_canvas_drop_link (self);
  take_sources (self, primary);
  tl_canvas_move_mark (self, primary);
  tl_canvas_focus_card (self, primary);
}

/**
 * tl_canvas_set_can_connect:
 * @self: a canvas
 * @can_connect: whether a line can be drawn from card to card
 */
void
tl_canvas_set_can_connect (TlCanvas *self,
                           gboolean  can_connect)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->can_connect == can_connect)
    return;

  self->can_connect = can_connect;
  tl_canvas_drop_link (self);
  tl_canvas_queue_sync_cards (self);
  g_object_notify (G_OBJECT (self), "can-connect");
}
