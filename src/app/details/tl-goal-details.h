/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_GOAL_DETAILS (tl_goal_details_get_type ())

G_DECLARE_FINAL_TYPE (TlGoalDetails, tl_goal_details, TL, GOAL_DETAILS, GtkBox)

GtkWidget *tl_goal_details_new     (TlDocument    *document,
                                    TlInsight     *insight);
void       tl_goal_details_show    (TlGoalDetails *self,
                                    TlGoal        *goal,
                                    gboolean       can_turn_to);
void       tl_goal_details_edit    (TlGoalDetails *self);
void       tl_goal_details_connect (TlGoalDetails *self);

G_END_DECLS
