/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for a card that is drawn, so that the keyboard and assistive technology find it: an empty widget at
 * the card's place with its words.  It draws nothing but the focus (style.css) and lets the pointer through.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-card.h"

struct _TlCanvasCard
{
  GtkWidget parent_instance;

  guint number;
};

enum
{
  SELECT,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCanvasCard, tl_canvas_card, GTK_TYPE_WIDGET)

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SELECT], 0);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
tl_canvas_card_class_init (TlCanvasCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * TlCanvasCard::select:
   * @self: the card
   *
   * Assistive technology asks for the card to be selected.
   */
  signals[SELECT] = g_signal_new ("select", TL_TYPE_CANVAS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * TlCanvasCard::open:
   * @self: the card
   *
   * The card is to become the subject.
   */
  signals[OPEN] = g_signal_new ("open", TL_TYPE_CANVAS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "card.select", NULL, select_cb);
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "card.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "card.open", NULL);

  gtk_widget_class_set_css_name (widget_class, "goal-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_canvas_card_init (TlCanvasCard *self)
{
  self->number = TL_SCENE_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tl_canvas_card_new:
 *
 * Returns: (transfer full): a widget that stands for no card yet
 */
GtkWidget *
tl_canvas_card_new (void)
{
  return g_object_new (TL_TYPE_CANVAS_CARD, NULL);
}

/**
 * tl_canvas_card_get_card:
 * @self: a stand-in
 *
 * Returns: the number of its card in the scene, or %TL_SCENE_NONE
 */
guint
tl_canvas_card_get_card (TlCanvasCard *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_CARD (self), TL_SCENE_NONE);

  return self->number;
}

/**
 * tl_canvas_card_set_card:
 * @self: a stand-in
 * @number: the number of the card in its scene, or %TL_SCENE_NONE
 * @card: (nullable): the card
 *
 * Takes over the words of the card.
 */
void
tl_canvas_card_set_card (TlCanvasCard *self,
                         guint         number,
                         const TlCard *card)
{
  g_return_if_fail (TL_IS_CANVAS_CARD (self));
  g_return_if_fail ((number == TL_SCENE_NONE) == (card == NULL));

  self->number = number;
  if (card == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, card->title != NULL ? card->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  card->description != NULL ? card->description : "",
                                  -1);
}
