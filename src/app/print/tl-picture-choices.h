/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_PICTURE_CHOICES (tl_picture_choices_get_type ())

G_DECLARE_FINAL_TYPE (TlPictureChoices, tl_picture_choices, TL, PICTURE_CHOICES, GtkBox)

GtkWidget *tl_picture_choices_new     (GSettings        *settings,
                                       gboolean          for_printer,
                                       gboolean          has_part);
void       tl_picture_choices_describe (TlPictureChoices *self,
                                       TlScene          *scene);
void       tl_picture_choices_tell    (TlPictureChoices *self,
                                       const char       *words,
                                       const char       *doubt);
void       tl_picture_choices_offer_scale (TlPictureChoices *self,
                                           double            scale);

G_END_DECLS
