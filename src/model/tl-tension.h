/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"
#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_TENSION (tl_tension_get_type ())

G_DECLARE_FINAL_TYPE (TlTension, tl_tension, TL, TENSION, TlEntity)

TlTension  *tl_tension_new        (void);
TlGoal     *tl_tension_get_first  (TlTension *self);
void        tl_tension_set_first  (TlTension *self,
                                   TlGoal    *value);
TlGoal     *tl_tension_get_second (TlTension *self);
void        tl_tension_set_second (TlTension *self,
                                   TlGoal    *value);
const char *tl_tension_get_reason (TlTension *self);
void        tl_tension_set_reason (TlTension  *self,
                                   const char *value);

G_END_DECLS
