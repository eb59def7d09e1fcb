/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CLOSING_VIEW (tl_closing_view_get_type ())

G_DECLARE_FINAL_TYPE (TlClosingView, tl_closing_view, TL, CLOSING_VIEW, GtkWidget)

void tl_closing_view_set_document (TlClosingView  *self,
                                   TlDocument     *document);
void tl_closing_view_show         (TlClosingView  *self,
                                   TlConversation *conversation);

G_END_DECLS
