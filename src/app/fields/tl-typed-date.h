/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "tl-date.h"

G_BEGIN_DECLS

gboolean tl_typed_date_parse  (const char  *text,
                               TlDate       today,
                               TlDate      *date,
                               GError     **error);
char    *tl_typed_date_format (TlDate       date);

G_END_DECLS
