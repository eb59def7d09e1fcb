/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture one can move about in.
 *
 * The canvas draws a scene through the painter that also makes files and paper, keeps what it has drawn in tiles,
 * and leaves the arithmetic of zooming and scrolling to TlViewport.  It is scrollable, so a GtkScrolledWindow
 * around it brings the scrollbars, the wheel and the fling.  Its children are empty stand-ins for the cards on the
 * screen; see tl-canvas-cards.c.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"
#include "tl-scene-walk.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_CAN_SELECT_MANY,
  PROP_CAN_CONNECT
};

enum
{
  CARD_SELECTED,
  CARD_ACTIVATED,
  CREATE_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
viewport_changed_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  tl_canvas_queue_sync_cards (self);
  tl_canvas_watch_zoom (self);
  if (!self->is_stepping)
    tl_canvas_stop_moving (self);
  tl_canvas_drop_change (self);
  if (self->is_allocating)
    return;

  tl_canvas_sync_adjustments (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_changed_cb (TlCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert (TL_IS_CANVAS (self));

  self->palette = tl_palette_get (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
  tl_canvas_invalidate (self);
}

static void
tl_canvas_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
tl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlCanvas *self = TL_CANVAS (widget);

  /* The scrolled window hears of the last step only: at each that lets a bar come or go it would ask for a size again. */
  self->is_allocating = TRUE;
  if (width != tl_viewport_get_page (self->viewport, FALSE) || height != tl_viewport_get_page (self->viewport, TRUE))
    {
      tl_canvas_finish_moving (self);
      self->is_arriving |= tl_canvas_is_as_arrived (self);
    }

  tl_viewport_set_size (self->viewport, width, height);
  if (self->is_arriving && self->scene != NULL && width > 1 && height > 1)
    tl_canvas_arrive_now (self);
  self->is_allocating = FALSE;

  tl_canvas_sync_adjustments (self);
  tl_canvas_allocate_cards (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  gtk_snapshot_push_clip (snapshot, &bounds);
  if (self->scene != NULL)
    {
      tl_canvas_draw (self, snapshot);
      tl_canvas_snapshot_marks (self, snapshot);
    }

  GTK_WIDGET_CLASS (tl_canvas_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Tab comes in to one card and leaves again; the arrow keys move about among them.  Whoever is in the menu goes on in it:
 * its keys are asked for here as well, since it stands on the canvas. */
static gboolean
tl_canvas_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  TlCanvas *self = TL_CANVAS (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  guint card;

  if (inside != NULL && inside == self->menu)
    return gtk_widget_child_focus (inside, direction);
  if (gtk_widget_has_focus (widget) || tl_canvas_has_card_focus (self) || self->scene == NULL)
    return FALSE;

  card = tl_scene_enter (self->scene);
  if (card == TL_SCENE_NONE)
    return gtk_widget_grab_focus (widget);

  tl_canvas_focus_card (self, card);
  return TRUE;
}

static void
tl_canvas_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;

    case PROP_CAN_SELECT_MANY:
      g_value_set_boolean (value, self->can_select_many);
      break;

    case PROP_CAN_CONNECT:
      g_value_set_boolean (value, self->can_connect);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_canvas_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      tl_canvas_set_adjustment (self, FALSE, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      tl_canvas_set_adjustment (self, TRUE, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;

    case PROP_CAN_SELECT_MANY:
      tl_canvas_set_can_select_many (self, g_value_get_boolean (value));
      break;

    case PROP_CAN_CONNECT:
      tl_canvas_set_can_connect (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->sync_id, g_source_remove);
  tl_canvas_stop_moving (self);
  tl_canvas_drop_change (self);
  tl_canvas_stop_drawing (self);
  tl_canvas_stop_chain (self);
  g_clear_object (&self->glide);
  g_clear_object (&self->change);
  self->menu = NULL;
  self->hint = NULL;
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->spare_cards, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->walker, tl_scene_walker_free);
  g_clear_object (&self->scene);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->spare_cards);
  g_clear_pointer (&self->tiles, tl_canvas_tiles_free);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->band_base, g_array_unref);
  g_array_unref (self->extended_from);
  g_array_unref (self->link_from);
  g_free (self->objection);
  g_free (self->anchor);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_canvas_get_property;
  object_class->set_property = tl_canvas_set_property;
  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;

  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->focus = tl_canvas_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * TlCanvas:can-select-many:
   *
   * Whether several cards can be selected together.
   */
  g_object_class_install_property (object_class, PROP_CAN_SELECT_MANY,
                                   g_param_spec_boolean ("can-select-many", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                         G_PARAM_STATIC_STRINGS));

  /**
   * TlCanvas:can-connect:
   *
   * Whether a line can be drawn from card to card; #TlCanvas::check-connection says which, and
   * #TlCanvas::connect-cards does it.
   */
  g_object_class_install_property (object_class, PROP_CAN_CONNECT,
                                   g_param_spec_boolean ("can-connect", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                         G_PARAM_STATIC_STRINGS));

  tl_canvas_class_add_select (klass);
  tl_canvas_class_add_connect (klass);

  /**
   * TlCanvas::card-selected:
   * @self: the canvas
   * @id: (nullable): the goal's identity; %NULL when nothing is selected any longer
   *
   * Somebody has selected a card, of several the primary one.  Not emitted for tl_canvas_select().
   */
  signals[CARD_SELECTED] = g_signal_new ("card-selected", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlCanvas::card-activated:
   * @self: the canvas
   * @id: the goal's identity
   *
   * Somebody wants the card to be the subject.
   */
  signals[CARD_ACTIVATED] = g_signal_new ("card-activated", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlCanvas::create-menu:
   * @self: the canvas
   * @id: (nullable): the identity of what was asked about; %NULL for the ground
   * @x: where, in pixels
   * @y: its ordinate
   *
   * Somebody asks what can be done.
   *
   * Returns: (transfer full) (nullable): the menu; without an answer it is that of goals
   */
  signals[CREATE_MENU] = g_signal_new ("create-menu", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                       g_signal_accumulator_first_wins, NULL, NULL,
                                       G_TYPE_MENU_MODEL, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_canvas_init (TlCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->viewport = tl_viewport_new ();
  self->tiles = tl_canvas_tiles_new ();
  tl_canvas_init_cards (self);
  tl_canvas_init_marks (self);
  tl_canvas_init_pointer (self);
  tl_canvas_init_drag (self);
  tl_canvas_init_keys (self);
  tl_canvas_init_tooltip (self);
  self->extended_from = g_array_new (FALSE, FALSE, sizeof (guint));
  self->link_from = g_array_new (FALSE, FALSE, sizeof (guint));
  self->link_to = TL_SCENE_NONE;
  self->link_mark = TL_SCENE_NONE;

  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  style_changed_cb (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Goals"), -1);
}

/**
 * tl_canvas_new:
 *
 * Returns: (transfer full): a canvas without a picture
 */
GtkWidget *
tl_canvas_new (void)
{
  return g_object_new (TL_TYPE_CANVAS, NULL);
}

/**
 * tl_canvas_get_viewport:
 * @self: a canvas
 *
 * Returns: (transfer none): what is on the screen, and how large
 */
TlViewport *
tl_canvas_get_viewport (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->viewport;
}

/**
 * tl_canvas_get_palette:
 * @self: a canvas
 *
 * Returns: (transfer none): the colours it draws with
 */
const TlPalette *
tl_canvas_get_palette (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->palette;
}

/**
 * tl_canvas_invalidate:
 * @self: a canvas
 *
 * Draws everything anew: the scene's emphasis or the colours have changed.
 */
void
tl_canvas_invalidate (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_drop_change (self);
  tl_canvas_tiles_invalidate (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Tells which card is the primary one, of those that somebody has selected. */
void
tl_canvas_tell_primary (TlCanvas *self)
{
  guint card = tl_scene_get_selected (self->scene);

  g_signal_emit (self, signals[CARD_SELECTED], 0,
                 card != TL_SCENE_NONE ? tl_scene_get_card (self->scene, card)->id : NULL);
}

/* The controllers of a canvas belong to it and end with it. */
void
tl_canvas_add_controller (TlCanvas *self,
                          gpointer  controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

/* Asks for the card to be the subject, on behalf of a person. */
void
tl_canvas_activate_card (TlCanvas *self,
                         guint     card)
{
  if (self->scene != NULL && card != TL_SCENE_NONE)
    g_signal_emit (self, signals[CARD_ACTIVATED], 0, tl_scene_get_card (self->scene, card)->id);
}

/* What others than the canvas want to have done with the card, or with the picture; NULL when nobody does. */
GMenuModel *
tl_canvas_ask_for_menu (TlCanvas *self,
                        guint     card,
                        double    x,
                        double    y)
{
  GMenuModel *menu = NULL;

  g_signal_emit (self, signals[CREATE_MENU], 0,
                 card != TL_SCENE_NONE ? tl_scene_get_card (self->scene, card)->id : NULL, x, y, &menu);

  return menu;
}
