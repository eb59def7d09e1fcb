/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-document.h"
#include "tl-export-flags.h"

G_BEGIN_DECLS

char     *tl_export_json_to_string (TlModel       *model,
                                    TlExportFlags  flags);
gboolean  tl_export_json_to_file   (TlDocument    *document,
                                    GFile         *file,
                                    TlExportFlags  flags,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
