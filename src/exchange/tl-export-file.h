/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tl_export_file_replace (GFile         *file,
                                 const char    *contents,
                                 gsize          length,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
