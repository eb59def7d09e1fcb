/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFaultDuration:
 * @TL_FAULT_ONCE: one call fails, and the next ones work again
 * @TL_FAULT_FOR_EVER: that call and all after it fail
 */
typedef enum
{
  TL_FAULT_ONCE,
  TL_FAULT_FOR_EVER,
} TlFaultDuration;

void        tl_fault_arm      (const char      *folder,
                               guint            nth,
                               int              error,
                               TlFaultDuration  duration);
const char *tl_fault_disarm   (void);

G_END_DECLS
