/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_file_error_describe (const char   *filename,
                              const GError *cause);

G_END_DECLS
