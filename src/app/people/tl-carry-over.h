/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-cycle.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CARRY_OVER (tl_carry_over_get_type ())

G_DECLARE_FINAL_TYPE (TlCarryOver, tl_carry_over, TL, CARRY_OVER, AdwWindow)

TlCarryOver *tl_carry_over_show   (GtkWidget   *from,
                                   TlDocument  *document,
                                   TlCycle     *cycle,
                                   GPtrArray   *goals);
void         tl_carry_over_choose (TlCarryOver *self,
                                   gboolean     all);

G_END_DECLS
