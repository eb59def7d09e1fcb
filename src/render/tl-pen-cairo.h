/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "tl-pen.h"

G_BEGIN_DECLS

/* A pen that draws on a cairo context; lives on the stack. */
typedef struct
{
  TlPen    pen;
  cairo_t *cr;
} TlPenCairo;

TlPen *tl_pen_cairo_init (TlPenCairo *self,
                          cairo_t    *cr);

G_END_DECLS
