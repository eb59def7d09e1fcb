/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_SAVED_MARK (tl_saved_mark_get_type ())

G_DECLARE_FINAL_TYPE (TlSavedMark, tl_saved_mark, TL, SAVED_MARK, GtkWidget)

GtkWidget  *tl_saved_mark_new        (void);

const char *tl_saved_mark_get_text   (TlSavedMark *self);
void        tl_saved_mark_show       (TlSavedMark *self,
                                      gboolean     saved,
                                      const char  *problem);
void        tl_saved_mark_set_narrow (TlSavedMark *self,
                                      gboolean     is_narrow);

G_END_DECLS
