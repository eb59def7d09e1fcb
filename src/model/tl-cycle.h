/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_CYCLE (tl_cycle_get_type ())

G_DECLARE_FINAL_TYPE (TlCycle, tl_cycle, TL, CYCLE, TlEntity)

TlCycle    *tl_cycle_new       (void);
const char *tl_cycle_get_name  (TlCycle *self);
void        tl_cycle_set_name  (TlCycle    *self,
                                const char *value);
TlDate      tl_cycle_get_start (TlCycle *self);
void        tl_cycle_set_start (TlCycle *self,
                                TlDate   value);
TlDate      tl_cycle_get_end   (TlCycle *self);
void        tl_cycle_set_end   (TlCycle *self,
                                TlDate   value);
gboolean    tl_cycle_get_closed (TlCycle *self);
void        tl_cycle_set_closed (TlCycle  *self,
                                 gboolean  value);

G_END_DECLS
