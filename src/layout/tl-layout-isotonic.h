/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A run of values that will stand at their mean. */
typedef struct
{
  double sum;               /* weighted */
  double weight;
  guint length;
} TlIsotonicBlock;

void tl_isotonic_fit (double          *values,
                      const double    *weights,
                      guint            n,
                      TlIsotonicBlock *blocks);

G_END_DECLS
