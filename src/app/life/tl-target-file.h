/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *tl_target_file_take        (GFile       *chosen,
                                   gboolean     may_replace,
                                   GError     **error);
char  *tl_target_file_name        (const char  *name);
char  *tl_target_file_name_copy   (const char  *name);
char  *tl_target_file_dup_title   (GFile       *file);

G_END_DECLS
