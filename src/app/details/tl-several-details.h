/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_SEVERAL_DETAILS (tl_several_details_get_type ())

G_DECLARE_FINAL_TYPE (TlSeveralDetails, tl_several_details, TL, SEVERAL_DETAILS, GtkBox)

GtkWidget *tl_several_details_new  (TlDocument       *document);
void       tl_several_details_show (TlSeveralDetails *self,
                                    GPtrArray        *goals);

G_END_DECLS
