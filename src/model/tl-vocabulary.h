/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"

G_BEGIN_DECLS

const char *tl_enum_to_nick   (GType        enum_type,
                               int          value);
gboolean    tl_enum_from_nick (GType        enum_type,
                               const char  *nick,
                               int         *value);
const char *tl_enum_to_label  (GType        enum_type,
                               int          value);

const char * const *tl_categories_get (void);
const char         *tl_category_to_label (const char *category);

G_END_DECLS
