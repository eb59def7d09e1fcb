/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_GOALS_VIEW (tl_goals_view_get_type ())

G_DECLARE_FINAL_TYPE (TlGoalsView, tl_goals_view, TL, GOALS_VIEW, GtkWidget)

void tl_goals_view_set_source (TlGoalsView *self,
                               TlDocument  *document,
                               TlInsight   *insight,
                               TlNavigator *navigator);
GPtrArray *tl_goals_view_dup_selected_goals (TlGoalsView *self);

/* tl-goals-state.c */
void tl_goals_view_set_filter (TlGoalsView *self,
                               TlFilter    *filter);

G_END_DECLS
