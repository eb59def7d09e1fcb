/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"
#include "tl-insight.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_COACHING_VIEW (tl_coaching_view_get_type ())

G_DECLARE_FINAL_TYPE (TlCoachingView, tl_coaching_view, TL, COACHING_VIEW, GtkWidget)

void tl_coaching_view_set_source (TlCoachingView *self,
                                  TlDocument     *document,
                                  TlInsight      *insight,
                                  TlNavigator    *navigator);
void tl_coaching_view_set_narrow (TlCoachingView *self,
                                  gboolean        is_narrow);
void tl_coaching_view_open       (TlNavigator    *navigator,
                                  TlConversation *conversation);

G_END_DECLS
