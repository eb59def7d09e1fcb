/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlCanvas share. */

#pragma once

#include <adwaita.h>

#include "tl-canvas.h"
#include "tl-canvas-tiles.h"
#include "tl-fling.h"
#include "tl-scene-motion.h"
#include "tl-scene-walk.h"

G_BEGIN_DECLS

/* What a drag does as long as it lasts. */
typedef enum
{
  TL_CANVAS_DRAG_NONE,
  TL_CANVAS_DRAG_PAN,
  TL_CANVAS_DRAG_BAND,
  TL_CANVAS_DRAG_LINK,
} TlCanvasDrag;

/* Where one looks: how the viewport says it, and the middle of the screen in the picture. */
typedef struct
{
  double zoom;
  double scroll_x;
  double scroll_y;
  double x;
  double y;
} TlCanvasPlace;

struct _TlCanvas
{
  GtkWidget parent_instance;

  TlScene         *scene;
  TlViewport      *viewport;
  TlCanvasTiles   *tiles;
  const TlPalette *palette;

  GtkAdjustment   *hadjustment;
  GtkAdjustment   *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
  gboolean         is_syncing;       /* between viewport and adjustments */
  gboolean         is_allocating;    /* the viewport follows the size, step by step */

  double           watched_zoom;     /* the last one that was taken note of */
  gboolean         is_zooming;       /* it changes many times a second */
  guint            rest_id;          /* the timeout after which it rests */
  guint            next_frame_id;    /* the tick that brings what this frame was short of */
  guint            prepare_id;       /* the idle that paints what is likely to come next */

  AdwAnimation    *glide;            /* of the view, once there was one */
  gboolean         is_gliding;
  gboolean         is_stepping;      /* the view is being moved by itself, not by somebody */
  TlCanvasPlace    glide_from;
  TlCanvasPlace    glide_to;
  TlFling          fling;
  guint            fling_id;         /* the tick that goes on after a flick */

  AdwAnimation    *change;           /* from one picture to another, once there was one */
  TlSceneMotion   *motion;           /* what moves on the way; NULL while nothing does */
  TlScene         *former;           /* the picture before, until the next frame is drawn */
  TlTileScreen     former_screen;

  gboolean         is_arriving;      /* the first view waits for the first allocation */
  char            *anchor;           /* the id of the card to arrive at */
  double           arrival[3];       /* the zoom and the scrolled distances right after arriving */

  GHashTable      *cards;            /* identity of a card -> its TlCanvasCard, which owns the identity */
  guint            sync_id;          /* what gives cards their widgets as soon as the picture rests */
  GPtrArray       *spare_cards;      /* TlCanvasCard: children that stand for no card at the moment */
  guint            scene_serial;     /* counts the pictures, from 1 */
  guint            synced_serial;    /* the picture the children were last taken from */
  guint            n_described;      /* how many cards were on the screen then */

  AdwAnimation    *chain_fade;       /* of the chain that comes, once there was one */
  double           chain_from;       /* how strong it was before, and how much of the rest receded */
  double           veil_from;
  guint            hover_id;         /* the timeout after which the pointer rests */
  gboolean         is_hover_resting; /* so that the chain of what it rests upon is shown */
  gboolean         dims_rest;

  GtkWidget       *menu;             /* the context menu, once it was asked for */

  TlSceneWalker   *walker;           /* of the picture, once it was needed */
  gboolean         can_select_many;
  gboolean         can_connect;
  GArray          *extended_from;    /* guint: the primary cards before each key that extended the selection */

  gboolean         is_space_held;
  gboolean         is_press_waiting; /* for being let go, to be a click and no drag */
  gboolean         is_hand;          /* the pointer shows that there is something to click */
  gboolean         is_panning;
  double           pan_x;            /* how far it would be scrolled at the beginning of the drag, had it no edges */
  double           pan_y;
  double           panned_x;         /* how far the drag has scrolled it last */
  double           panned_y;
  double           pointer_x;
  double           pointer_y;
  double           pinch_zoom;

  TlCanvasDrag     next_drag;        /* what the press would become when it is dragged far enough */
  TlCanvasDrag     drag;
  double           drag_x;           /* where it began, on the screen */
  double           drag_y;
  guint            drag_card;        /* what was there when it was pressed */
  guint            edge_tick;        /* scrolls while the drag is near the edge */
  gint64           edge_time;

  GArray          *band_base;        /* guint: what was selected before the band; NULL without one */
  guint            band_primary;
  graphene_point_t band_start;       /* in the picture */
  graphene_point_t band_end;

  GArray          *link_from;        /* guint: the cards a line is drawn from; empty without one */
  guint            link_to;          /* the card it would reach */
  guint            link_mark;        /* where the keyboard stands while it chooses what is helped */
  gboolean         is_choice_held;   /* somebody looks for it outside of the canvas */
  char            *objection;        /* why it cannot be; NULL when it can */
  GtkWidget       *hint;             /* what is said meanwhile */
};

/* tl-canvas.c */
void tl_canvas_add_controller  (TlCanvas *self,
                                gpointer  controller);
void tl_canvas_tell_primary    (TlCanvas *self);
void tl_canvas_activate_card   (TlCanvas *self,
                                guint     card);
GMenuModel *tl_canvas_ask_for_menu (TlCanvas *self,
                                    guint     card,
                                    double    x,
                                    double    y);

/* tl-canvas-draw.c */
void tl_canvas_watch_zoom      (TlCanvas *self);
void tl_canvas_draw            (TlCanvas    *self,
                                GtkSnapshot *snapshot);
TlTileScreen tl_canvas_measure_screen (TlCanvas *self);
void tl_canvas_stop_drawing    (TlCanvas *self);

/* tl-canvas-scene.c */
gboolean tl_canvas_draw_change (TlCanvas         *self,
                                const TlTileView *view,
                                GtkSnapshot      *snapshot);
void tl_canvas_drop_change     (TlCanvas *self);

/* tl-canvas-motion.c */
void tl_canvas_begin_glide     (TlCanvas            *self,
                                TlCanvasPlace       *from);
void tl_canvas_end_glide       (TlCanvas            *self,
                                const TlCanvasPlace *from);
void tl_canvas_begin_pan       (TlCanvas *self);
void tl_canvas_follow_pan      (TlCanvas *self);
void tl_canvas_end_pan         (TlCanvas *self);
void tl_canvas_finish_moving   (TlCanvas *self);
void tl_canvas_stop_moving     (TlCanvas *self);

/* tl-canvas-scroll.c */
void tl_canvas_sync_adjustments (TlCanvas *self);
void tl_canvas_set_adjustment  (TlCanvas      *self,
                                gboolean       vertical,
                                GtkAdjustment *adjustment);

/* tl-canvas-view.c */
void tl_canvas_arrive_now      (TlCanvas *self);
void tl_canvas_stay_arrived    (TlCanvas *self);
void tl_canvas_reveal_card     (TlCanvas *self,
                                guint     card);

/* tl-canvas-pointer.c */
void tl_canvas_init_pointer    (TlCanvas *self);
guint tl_canvas_pick           (TlCanvas *self,
                                double    x,
                                double    y);
guint tl_canvas_pick_fold      (TlCanvas *self,
                                double    x,
                                double    y);

/* tl-canvas-drag.c */
void tl_canvas_init_drag       (TlCanvas *self);
TlCanvasDrag tl_canvas_find_drag (TlCanvas        *self,
                                  double           x,
                                  double           y,
                                  guint            button,
                                  GdkModifierType  state);
void tl_canvas_end_drag        (TlCanvas *self,
                                gboolean  is_kept);

/* tl-canvas-keys.c */
void tl_canvas_init_keys       (TlCanvas *self);
TlSceneWalker *tl_canvas_get_walker (TlCanvas *self);
void tl_canvas_toggle_fold     (TlCanvas *self,
                                guint     card);

/* tl-canvas-chain.c */
void tl_canvas_update_chain    (TlCanvas *self);
void tl_canvas_finish_chain    (TlCanvas *self);
void tl_canvas_watch_hover     (TlCanvas *self);
void tl_canvas_rest_hover      (TlCanvas *self);
void tl_canvas_forget_hover    (TlCanvas *self);
void tl_canvas_stop_chain      (TlCanvas *self);

/* tl-canvas-tooltip.c */
void tl_canvas_init_tooltip    (TlCanvas *self);

/* tl-canvas-select.c */
void tl_canvas_class_add_select (TlCanvasClass *klass);
void tl_canvas_choose          (TlCanvas *self,
                                guint     card);
void tl_canvas_extend          (TlCanvas *self,
                                guint     card);
void tl_canvas_extend_by_key   (TlCanvas *self,
                                guint     card);
void tl_canvas_toggle          (TlCanvas *self,
                                guint     card);
void tl_canvas_mark_selected   (TlCanvas *self,
                                guint     card);
void tl_canvas_carry_selection (TlCanvas *self,
                                TlScene  *before);
void tl_canvas_begin_band      (TlCanvas *self,
                                double    x,
                                double    y);
void tl_canvas_stretch_band    (TlCanvas *self,
                                double    x,
                                double    y);
void tl_canvas_end_band        (TlCanvas *self,
                                gboolean  is_kept);
TlRect tl_canvas_get_band      (TlCanvas *self);

/* tl-canvas-connect.c */
void tl_canvas_class_add_connect (TlCanvasClass *klass);
void tl_canvas_begin_link      (TlCanvas *self,
                                guint     card);
void tl_canvas_stretch_link    (TlCanvas *self,
                                double    x,
                                double    y);
void tl_canvas_end_link        (TlCanvas *self,
                                gboolean  is_kept);
gboolean tl_canvas_is_choosing (TlCanvas *self);
void tl_canvas_move_mark       (TlCanvas *self,
                                guint     card);
void tl_canvas_connect_to      (TlCanvas *self,
                                guint     card);
void tl_canvas_drop_link       (TlCanvas *self);

/* tl-canvas-marks.c */
void tl_canvas_init_marks      (TlCanvas *self);
void tl_canvas_snapshot_marks  (TlCanvas    *self,
                                GtkSnapshot *snapshot);
void tl_canvas_say             (TlCanvas   *self,
                                const char *text);
void tl_canvas_allocate_hint   (TlCanvas *self);

/* tl-canvas-menu.c */
void tl_canvas_popup_menu      (TlCanvas *self,
                                guint     card,
                                double    x,
                                double    y);

/* tl-canvas-cards.c */
void tl_canvas_init_cards      (TlCanvas *self);
void tl_canvas_sync_cards      (TlCanvas *self);
void tl_canvas_queue_sync_cards (TlCanvas *self);
void tl_canvas_update_selected_cards (TlCanvas *self);
void tl_canvas_allocate_cards  (TlCanvas *self);
void tl_canvas_drop_cards      (TlCanvas *self);
void tl_canvas_focus_card      (TlCanvas *self,
                                guint     card);
guint tl_canvas_get_focused_card (TlCanvas *self);
gboolean tl_canvas_has_card_focus (TlCanvas *self);

G_END_DECLS
