/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  tl_text_is_blank      (const char         *text);
char     *tl_text_fold          (const char         *text);
char    **tl_text_fold_words    (const char         *text);
gboolean  tl_text_has_all_words (const char         *folded,
                                 const char * const *words);
gboolean  tl_text_parts_have_all_words (const char * const *parts,
                                        guint               n_parts,
                                        const char * const *words);

G_END_DECLS
