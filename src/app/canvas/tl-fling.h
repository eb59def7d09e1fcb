/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A drag that may end in a flick; zeroed where a drag begins. */
typedef struct
{
  gint64 time;           /* of the last movement, in microseconds; 0 before the first */
  double x;
  double y;
  double speed_x;        /* pixels a second */
  double speed_y;
} TlFling;

void     tl_fling_follow  (TlFling *self,
                           gint64   time,
                           double   x,
                           double   y);
gboolean tl_fling_release (TlFling *self,
                           gint64   time);
gboolean tl_fling_step    (TlFling *self,
                           gint64   time,
                           double  *dx,
                           double  *dy);

G_END_DECLS
