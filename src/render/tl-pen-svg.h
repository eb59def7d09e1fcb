/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-pen.h"

G_BEGIN_DECLS

/* A pen that writes SVG; lives on the stack. */
typedef struct
{
  TlPen       pen;
  GString    *out;
  gboolean    path_open;
  guint       n_clips;
  GHashTable *stamps;       /* the keys of those that have been drawn */
  guint       stamp;        /* the one being drawn, and where it is to be */
  double      stamp_x;
  double      stamp_y;
} TlPenSvg;

TlPen  *tl_pen_svg_init         (TlPenSvg   *self,
                                 const char *title,
                                 const char *family,
                                 double      width,
                                 double      height);
void    tl_pen_svg_begin_offset (TlPenSvg   *self,
                                 double      x,
                                 double      y);
GBytes *tl_pen_svg_finish       (TlPenSvg   *self);

G_END_DECLS
