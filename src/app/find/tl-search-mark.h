/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_search_mark         (const char         *text,
                              const char * const *words);
char *tl_search_mark_excerpt (const char         *text,
                              const char * const *words);

G_END_DECLS
