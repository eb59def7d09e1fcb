/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

GdkContentProvider *tl_picture_content_new (TlScene       *scene,
                                            const TlRect  *area,
                                            GError       **error);

G_END_DECLS
