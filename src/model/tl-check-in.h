/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"
#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECK_IN (tl_check_in_get_type ())

G_DECLARE_FINAL_TYPE (TlCheckIn, tl_check_in, TL, CHECK_IN, TlEntity)

TlCheckIn  *tl_check_in_new            (void);
TlGoal     *tl_check_in_get_goal       (TlCheckIn *self);
void        tl_check_in_set_goal       (TlCheckIn *self,
                                        TlGoal    *value);
TlDate      tl_check_in_get_date       (TlCheckIn *self);
void        tl_check_in_set_date       (TlCheckIn *self,
                                        TlDate     value);
double      tl_check_in_get_confidence (TlCheckIn *self);
void        tl_check_in_set_confidence (TlCheckIn *self,
                                        double     value);
const char *tl_check_in_get_learned    (TlCheckIn *self);
void        tl_check_in_set_learned    (TlCheckIn  *self,
                                        const char *value);

G_END_DECLS
