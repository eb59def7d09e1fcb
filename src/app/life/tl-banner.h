/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-trouble.h"

G_BEGIN_DECLS

#define TL_TYPE_BANNER (tl_banner_get_type ())

G_DECLARE_FINAL_TYPE (TlBanner, tl_banner, TL, BANNER, GtkWidget)

GtkWidget  *tl_banner_new          (void);

void        tl_banner_show         (TlBanner        *self,
                                    const TlTrouble *trouble);
void        tl_banner_hide         (TlBanner        *self);
const char *tl_banner_get_sentence (TlBanner        *self);
void        tl_banner_set_can_hide (TlBanner        *self,
                                    gboolean         can_hide);

G_END_DECLS
