/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "tl-date.h"

G_BEGIN_DECLS

TlDate   tl_typed_phrase_parse     (const char *folded,
                                    TlDate      today);
gboolean tl_typed_phrase_is_filler (const char *word);

G_END_DECLS
