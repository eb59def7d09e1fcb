/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-recent-documents.h"

G_BEGIN_DECLS

#define TL_TYPE_APPLICATION (tl_application_get_type ())

G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication     *tl_application_new         (void);

TlRecentDocuments *tl_application_get_recent  (TlApplication  *self);
void               tl_application_open        (TlApplication  *self,
                                               GFile          *file);
GFile             *tl_application_take_target (TlApplication  *self,
                                               GFile          *chosen,
                                               gboolean        may_replace,
                                               GError        **error);

G_END_DECLS
