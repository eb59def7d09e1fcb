/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-picture-pages.h"

G_BEGIN_DECLS

#define TL_TYPE_PICTURE_OUTLINE (tl_picture_outline_get_type ())

G_DECLARE_FINAL_TYPE (TlPictureOutline, tl_picture_outline, TL, PICTURE_OUTLINE, GtkWidget)

void tl_picture_outline_set_pages (TlPictureOutline *self,
                                   TlPicturePages   *pages,
                                   const char       *words);

G_END_DECLS
