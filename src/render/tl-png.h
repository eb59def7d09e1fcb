/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tl-progress.h"

G_BEGIN_DECLS

/**
 * TlPngDrawFunc:
 * @cr: what to draw on, in pixels of the whole image
 * @y: the first row that is needed
 * @height: how many rows are
 * @data: what was given
 *
 * Draws the rows of an image.
 */
typedef void (*TlPngDrawFunc) (cairo_t *cr,
                               double   y,
                               double   height,
                               gpointer data);

GBytes *tl_png_new (guint           width,
                    guint           height,
                    TlPngDrawFunc   draw,
                    gpointer        data,
                    TlProgress     *progress,
                    GCancellable   *cancellable,
                    GError        **error);

G_END_DECLS
