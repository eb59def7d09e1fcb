/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile    *tl_example_copy_get (GError **error);
gboolean  tl_example_copy_is  (GFile   *file);

G_END_DECLS
