/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_TEMPLATE (tl_template_get_type ())

G_DECLARE_FINAL_TYPE (TlTemplate, tl_template, TL, TEMPLATE, GObject)

GListModel *tl_template_list            (void);
TlTemplate *tl_template_find            (const char  *id);

const char *tl_template_get_id          (TlTemplate  *self);
const char *tl_template_get_name        (TlTemplate  *self);
const char *tl_template_get_description (TlTemplate  *self);

TlDocument *tl_template_create          (TlTemplate  *self,
                                         GFile       *file,
                                         const char  *name,
                                         GError     **error);

G_END_DECLS
