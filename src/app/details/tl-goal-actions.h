/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_GOAL_ACTIONS (tl_goal_actions_get_type ())

G_DECLARE_FINAL_TYPE (TlGoalActions, tl_goal_actions, TL, GOAL_ACTIONS, GObject)

TlGoalActions *tl_goal_actions_new (GtkWidget   *widget,
                                    TlDocument  *document,
                                    TlNavigator *navigator);

void           tl_goal_actions_set_picture (TlGoalActions *self,
                                            GPtrArray     *ids);

void           tl_goal_actions_remove (GtkWidget  *from,
                                       TlDocument *document,
                                       GPtrArray  *goals);

G_END_DECLS
