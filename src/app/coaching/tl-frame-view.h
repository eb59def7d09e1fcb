/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-canvas.h"
#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_FRAME_VIEW (tl_frame_view_get_type ())

G_DECLARE_FINAL_TYPE (TlFrameView, tl_frame_view, TL, FRAME_VIEW, GtkWidget)

GtkWidget  *tl_frame_view_new              (void);

void        tl_frame_view_set_conversation (TlFrameView    *self,
                                            TlDocument     *document,
                                            TlConversation *conversation);
TlCanvas   *tl_frame_view_get_canvas       (TlFrameView    *self);
const char *tl_frame_view_get_selected     (TlFrameView    *self);
void        tl_frame_view_set_selected     (TlFrameView    *self,
                                            const char     *id);

G_END_DECLS
