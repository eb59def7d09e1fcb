/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_GOAL_ORIGINS (tl_goal_origins_get_type ())

G_DECLARE_FINAL_TYPE (TlGoalOrigins, tl_goal_origins, TL, GOAL_ORIGINS, GtkBox)

GtkWidget *tl_goal_origins_new  (void);
void       tl_goal_origins_show (TlGoalOrigins *self,
                                 TlGoal        *goal);

G_END_DECLS
