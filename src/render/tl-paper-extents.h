/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From where to where something reaches down the page, in points. */
typedef struct
{
  double from;
  double to;
} TlPaperExtent;

void tl_paper_extents_merge (GArray *extents);

G_END_DECLS
