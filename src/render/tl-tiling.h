/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What had better not be cut through, along one axis. */
typedef struct
{
  double start;
  double end;
} TlTilingSpan;

guint    tl_tiling_count  (double              length,
                           double              tile,
                           double              overlap);
double   tl_tiling_reach  (guint               n_tiles,
                           double              tile,
                           double              overlap);
GArray  *tl_tiling_place  (double              length,
                           double              tile,
                           double              overlap,
                           const TlTilingSpan *spans,
                           guint               n_spans);
gboolean tl_tiling_holds  (const GArray       *seams,
                           double              overlap,
                           const TlTilingSpan *span);
char    *tl_tiling_label  (guint               row,
                           guint               column);

G_END_DECLS
