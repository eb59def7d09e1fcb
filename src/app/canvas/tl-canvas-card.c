/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for a card that is drawn, so that the keyboard and assistive technology find it: an empty widget at
 * the card's place with its words and what can be done with it.  It draws nothing but the focus (style.css) and lets
 * the pointer through.
 *
 * It knows its card by its identity: the numbers of cards change with each picture, and a stand-in that stays the same
 * goal's through an edit keeps the focus and needs to say nothing anew.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-card.h"

struct _TlCanvasCard
{
  GtkWidget parent_instance;

  char          *id;                    /* of the card, or NULL */
  char          *title;
  char          *description;
  guint          serial;                /* which picture the words were taken from */
  gboolean       is_selected;
  GtkAllocation  allocation;
};

enum
{
  ASK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCanvasCard, tl_canvas_card, GTK_TYPE_WIDGET)

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_signal_emit (widget, signals[ASK], 0, action_name);
}

static void
tl_canvas_card_finalize (GObject *object)
{
  TlCanvasCard *self = TL_CANVAS_CARD (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);

  G_OBJECT_CLASS (tl_canvas_card_parent_class)->finalize (object);
}

static void
tl_canvas_card_class_init (TlCanvasCardClass *klass)
{
  static const char *const actions[] = {
    "card.select", "card.open", "card.edit", "card.open-beneath", "card.close-beneath", "card.connect-with",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_canvas_card_finalize;

  /**
   * TlCanvasCard::ask:
   * @self: the card
   * @action: the name of an action of it
   *
   * Assistive technology, or a key, asks for something to be done with the card.
   */
  signals[ASK] = g_signal_new ("ask", TL_TYPE_CANVAS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "card.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "card.open", NULL);

  gtk_widget_class_set_css_name (widget_class, "goal-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_canvas_card_init (TlCanvasCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.connect-with", FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
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
 * tl_canvas_card_get_id:
 * @self: a stand-in
 *
 * Returns: (transfer none) (nullable): the identity of its card
 */
const char *
tl_canvas_card_get_id (TlCanvasCard *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_CARD (self), NULL);

  return self->id;
}

static gboolean
take_text (char       **field,
           const char  *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

/**
 * tl_canvas_card_set_card:
 * @self: a stand-in
 * @card: (nullable): the card
 * @description: (nullable): what is said of it beside its title
 *
 * Takes over the words of the card, and what can be done with it.
 */
void
tl_canvas_card_set_card (TlCanvasCard *self,
                         const TlCard *card,
                         const char   *description)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (TL_IS_CANVAS_CARD (self));

  take_text (&self->id, card != NULL ? card->id : NULL);
  if (card == NULL)
    return;

  if (take_text (&self->title, card->title))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->title != NULL ? self->title : "", -1);
  if (take_text (&self->description, description))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->description != NULL ? self->description : "", -1);

  gtk_widget_action_set_enabled (widget, "card.edit", card->kind == TL_CARD_GOAL);
  gtk_widget_action_set_enabled (widget, "card.open-beneath", card->fold == TL_FOLD_CLOSED);
  gtk_widget_action_set_enabled (widget, "card.close-beneath", card->fold == TL_FOLD_OPEN);
}

/**
 * tl_canvas_card_set_selected:
 * @self: a stand-in
 * @is_selected: whether its card is selected
 */
void
tl_canvas_card_set_selected (TlCanvasCard *self,
                             gboolean      is_selected)
{
  g_return_if_fail (TL_IS_CANVAS_CARD (self));

  if (self->is_selected == is_selected)
    return;

  self->is_selected = is_selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/**
 * tl_canvas_card_set_can_connect:
 * @self: a stand-in
 * @can_connect: whether what it helps can be chosen
 */
void
tl_canvas_card_set_can_connect (TlCanvasCard *self,
                                gboolean      can_connect)
{
  g_return_if_fail (TL_IS_CANVAS_CARD (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.connect-with", can_connect);
}

/**
 * tl_canvas_card_get_serial:
 * @self: a stand-in
 *
 * Returns: the number that tl_canvas_card_set_serial() gave to the picture its words were taken from
 */
guint
tl_canvas_card_get_serial (TlCanvasCard *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_CARD (self), 0);

  return self->serial;
}

/**
 * tl_canvas_card_set_serial:
 * @self: a stand-in
 * @serial: a number for the picture its words were taken from
 */
void
tl_canvas_card_set_serial (TlCanvasCard *self,
                           guint         serial)
{
  g_return_if_fail (TL_IS_CANVAS_CARD (self));

  self->serial = serial;
}

/**
 * tl_canvas_card_allocate:
 * @self: a stand-in
 * @allocation: (nullable): where it is to be; %NULL to stay where it is
 */
void
tl_canvas_card_allocate (TlCanvasCard        *self,
                         const GtkAllocation *allocation)
{
  g_return_if_fail (TL_IS_CANVAS_CARD (self));

  if (allocation != NULL)
    self->allocation = *allocation;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &self->allocation, -1);
}
