/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlFrameView share. */

#pragma once

#include "tl-frame-scene.h"
#include "tl-frame-view.h"
#include "tl-statement-link.h"

G_BEGIN_DECLS

/* What a drag does: from the middle of a card it moves it, from its sides it draws a link. */
typedef enum
{
  TL_FRAME_DRAG_NONE,
  TL_FRAME_DRAG_MOVE,
  TL_FRAME_DRAG_HELPS,          /* from the right side: to what the card helps */
  TL_FRAME_DRAG_HELPED_BY,      /* from the left side: to what helps the card */
} TlFrameDrag;

struct _TlFrameView
{
  GtkWidget parent_instance;

  TlDocument  *document;
  GSettings   *settings;
  char        *conversation;    /* the identity, or NULL while none is shown */
  char        *selected;        /* the identity of a statement, or NULL */
  double       zoom;            /* the one the frame was laid out for */
  guint        layout_id;       /* the idle that lays it out for another size */

  GtkOverlay  *overlay;
  TlCanvas    *canvas;
  GtkLabel    *hint;

  GtkWidget   *editor;          /* above the card whose words are being changed */
  GtkTextView *text;
  char        *edited;          /* the identity of that statement, or NULL */

  char        *connecting;      /* the identity of the statement a link begins at, or NULL */
  gboolean     is_loop;         /* the one that is being made */

  TlFrameDrag  drag;
  gboolean     is_dragging;     /* further than a trembling hand */
  char        *dragged;
  double       start_x;
  double       start_y;
  double       drag_x;
  double       drag_y;
};

/* tl-frame-view.c */
TlConversation *tl_frame_view_get_conversation (TlFrameView *self);
TlStatement    *tl_frame_view_find_statement   (TlFrameView *self,
                                                const char  *id);
gboolean        tl_frame_view_can_edit         (TlFrameView *self);
const TlCard   *tl_frame_view_find_card        (TlFrameView *self,
                                                const char  *id);
graphene_rect_t tl_frame_view_get_card_area    (TlFrameView  *self,
                                                const TlCard *card);
const char     *tl_frame_view_pick             (TlFrameView *self,
                                                double       x,
                                                double       y);
void            tl_frame_view_say              (TlFrameView *self,
                                                const char  *text);
void            tl_frame_view_fit              (TlFrameView *self);

/* tl-frame-view-actions.c */
void            tl_frame_view_class_add_actions (GtkWidgetClass *widget_class);
void            tl_frame_view_update_actions    (TlFrameView    *self);
void            tl_frame_view_move_to           (TlFrameView    *self,
                                                 const char     *id,
                                                 TlFacet         column,
                                                 guint           index);

/* tl-frame-view-menu.c */
GMenuModel     *tl_frame_view_create_menu (TlFrameView *self,
                                           const char  *id,
                                           double       x,
                                           double       y);

/* tl-frame-view-edit.c */
void            tl_frame_view_init_editor  (TlFrameView *self);
void            tl_frame_view_edit         (TlFrameView *self,
                                            const char  *id);
void            tl_frame_view_stop_editing (TlFrameView *self,
                                            gboolean     keep);

/* tl-frame-view-connect.c */
void            tl_frame_view_start_connecting (TlFrameView *self,
                                                gboolean     is_loop);
void            tl_frame_view_stop_connecting  (TlFrameView *self);
void            tl_frame_view_choose_end       (TlFrameView *self,
                                                const char  *id);
gboolean        tl_frame_view_connect          (TlFrameView *self,
                                                const char  *one,
                                                const char  *other,
                                                gboolean     is_loop);

/* tl-frame-view-input.c */
void            tl_frame_view_init_input (TlFrameView *self);
gboolean        tl_frame_view_find_slot  (TlFrameView *self,
                                          TlFrameSlot *slot);
const char     *tl_frame_view_find_end   (TlFrameView *self);

/* tl-frame-view-draw.c */
void            tl_frame_view_snapshot_drag (TlFrameView *self,
                                             GtkSnapshot *snapshot);

G_END_DECLS
