/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of the canvas: one empty, focusable widget for each card on the screen, taken from a pool.
 *
 * They follow the viewport, so that the keyboard and assistive technology find what the eye finds.  The card that
 * has the focus keeps its widget even out of sight, because losing it would throw the focus out of the canvas.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-card.h"
#include "tl-canvas-private.h"

/* Beyond this nobody can read them; from far away the search field is the way to a goal. */
#define N_CARDS_MAX 300

static void
card_select_cb (TlCanvas     *self,
                TlCanvasCard *child)
{
  g_assert (TL_IS_CANVAS (self));

  tl_canvas_choose (self, tl_canvas_card_get_card (child));
}

static void
card_open_cb (TlCanvas     *self,
              TlCanvasCard *child)
{
  g_assert (TL_IS_CANVAS (self));

  tl_canvas_activate_card (self, tl_canvas_card_get_card (child));
}

static void
card_focus_cb (TlCanvas                *self,
               GtkEventControllerFocus *controller)
{
  TlCanvasCard *child = TL_CANVAS_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (self->scene != NULL && tl_scene_get_selected (self->scene) != tl_canvas_card_get_card (child))
    tl_canvas_choose (self, tl_canvas_card_get_card (child));
}

static TlCanvasCard *
create_card (TlCanvas *self)
{
  GtkWidget *child = tl_canvas_card_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (child, "select", G_CALLBACK (card_select_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "open", G_CALLBACK (card_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (card_focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return TL_CANVAS_CARD (child);
}

static TlCanvasCard *
take_card (TlCanvas *self,
           guint     number)
{
  TlCanvasCard *child = g_hash_table_lookup (self->cards, GUINT_TO_POINTER (number));

  if (child != NULL)
    return child;

  if (self->spare_cards->len > 0)
    child = g_ptr_array_steal_index (self->spare_cards, self->spare_cards->len - 1);
  else
    child = create_card (self);

  tl_canvas_card_set_card (child, number, tl_scene_get_card (self->scene, number));
  gtk_widget_set_visible (GTK_WIDGET (child), TRUE);
  g_hash_table_insert (self->cards, GUINT_TO_POINTER (number), child);
  return child;
}

static void
release_card (TlCanvas     *self,
              TlCanvasCard *child)
{
  tl_canvas_card_set_card (child, TL_SCENE_NONE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (child), FALSE);
  g_ptr_array_add (self->spare_cards, child);
}

static void
release_unseen (TlCanvas   *self,
                GHashTable *seen)
{
  GHashTableIter iter;
  gpointer number, child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &number, &child))
    {
      if (g_hash_table_contains (seen, number) || gtk_widget_has_focus (child))
        continue;

      g_hash_table_iter_remove (&iter);
      release_card (self, child);
    }
}

void
tl_canvas_init_cards (TlCanvas *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
  self->spare_cards = g_ptr_array_new ();
}

/* Gives every card on the screen its widget, and takes it from those that have left it. */
void
tl_canvas_sync_cards (TlCanvas *self)
{
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  graphene_rect_t area = tl_viewport_get_visible (self->viewport);

  if (self->scene != NULL)
    {
      const TlRect rect = { area.origin.x, area.origin.y, area.size.width, area.size.height };

      tl_scene_collect_cards (self->scene, &rect, visible);
    }

  for (guint i = 0; i < MIN (visible->len, N_CARDS_MAX); i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (visible, guint, i)));

  release_unseen (self, seen);
  for (guint i = 0; i < MIN (visible->len, N_CARDS_MAX); i++)
    take_card (self, g_array_index (visible, guint, i));
}

/* Puts the widgets where their cards are drawn. */
void
tl_canvas_allocate_cards (TlCanvas *self)
{
  GHashTableIter iter;
  gpointer number, child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &number, &child))
    {
      const TlRect *box = &tl_scene_get_card (self->scene, GPOINTER_TO_UINT (number))->box;
      graphene_rect_t rect = tl_viewport_rect_to_screen (self->viewport,
                                                         &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));
      GtkAllocation allocation = {
        rect.origin.x, rect.origin.y, MAX (1, rect.size.width), MAX (1, rect.size.height),
      };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

/* Takes the widget from every card: the numbers mean other cards from now on. */
void
tl_canvas_drop_cards (TlCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  if (tl_canvas_has_card_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      g_hash_table_iter_remove (&iter);
      release_card (self, child);
    }
}

/* Brings the card into view and gives it the focus. */
void
tl_canvas_focus_card (TlCanvas *self,
                      guint     card)
{
  tl_canvas_reveal_card (self, card);
  gtk_widget_grab_focus (GTK_WIDGET (take_card (self, card)));
}

/* Whether the focus is on a card, and not on the canvas as a whole or outside of it. */
gboolean
tl_canvas_has_card_focus (TlCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && gtk_widget_has_focus (focus);
}
