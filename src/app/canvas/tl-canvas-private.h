/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlCanvas share. */

#pragma once

#include "tl-canvas.h"
#include "tl-canvas-tiles.h"

G_BEGIN_DECLS

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

  gboolean         is_arriving;      /* the first view waits for the first allocation */
  char            *anchor;           /* the id of the card to arrive at */
  double           arrival[3];       /* the zoom and the scrolled distances right after arriving */

  GHashTable      *cards;            /* guint of a card -> its TlCanvasCard */
  guint            sync_id;          /* the idle that gives cards their widgets */
  GPtrArray       *spare_cards;      /* TlCanvasCard: children that stand for no card at the moment */

  GtkWidget       *menu;             /* the context menu, once it was asked for */

  gboolean         is_space_held;
  gboolean         is_panning;
  double           pan_x;
  double           pan_y;
  double           pointer_x;
  double           pointer_y;
  double           pinch_zoom;
};

/* tl-canvas.c */
void tl_canvas_choose          (TlCanvas *self,
                                guint     card);
void tl_canvas_activate_card   (TlCanvas *self,
                                guint     card);
GMenuModel *tl_canvas_ask_for_menu (TlCanvas *self,
                                    guint     card,
                                    double    x,
                                    double    y);

/* tl-canvas-scroll.c */
void tl_canvas_sync_adjustments (TlCanvas *self);
void tl_canvas_set_adjustment  (TlCanvas      *self,
                                gboolean       vertical,
                                GtkAdjustment *adjustment);

/* tl-canvas-view.c */
void tl_canvas_arrive_now      (TlCanvas *self);
void tl_canvas_reveal_card     (TlCanvas *self,
                                guint     card);

/* tl-canvas-input.c */
void tl_canvas_init_input      (TlCanvas *self);

/* tl-canvas-menu.c */
void tl_canvas_popup_menu      (TlCanvas *self,
                                guint     card,
                                double    x,
                                double    y);

/* tl-canvas-cards.c */
void tl_canvas_init_cards      (TlCanvas *self);
void tl_canvas_sync_cards      (TlCanvas *self);
void tl_canvas_allocate_cards  (TlCanvas *self);
void tl_canvas_drop_cards      (TlCanvas *self);
void tl_canvas_focus_card      (TlCanvas *self,
                                guint     card);
gboolean tl_canvas_has_card_focus (TlCanvas *self);

G_END_DECLS
