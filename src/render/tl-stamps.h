/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "tl-palette.h"

G_BEGIN_DECLS

typedef struct _TlStamps TlStamps;

TlStamps        *tl_stamps_new  (void);
void             tl_stamps_free (TlStamps        *self);
void             tl_stamps_fit  (TlStamps        *self,
                                 const TlPalette *palette,
                                 double           scale);
cairo_surface_t *tl_stamps_find (TlStamps        *self,
                                 guint            key);
cairo_surface_t *tl_stamps_add  (TlStamps        *self,
                                 guint            key,
                                 int              width,
                                 int              height);

G_END_DECLS
