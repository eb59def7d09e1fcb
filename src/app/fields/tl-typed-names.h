/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *tl_typed_names_fold         (const char *text);
gboolean tl_typed_names_list_has     (const char *list,
                                      const char *word);
int      tl_typed_names_find_month   (const char *word);
int      tl_typed_names_find_weekday (const char *word);

G_END_DECLS
