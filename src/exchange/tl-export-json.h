/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-model.h"

G_BEGIN_DECLS

char     *tl_export_json_to_string (TlModel       *model);
gboolean  tl_export_json_save      (TlModel       *model,
                                    GFile         *file,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
