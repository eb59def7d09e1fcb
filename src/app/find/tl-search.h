/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"
#include "tl-search-result.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH (tl_search_get_type ())

G_DECLARE_FINAL_TYPE (TlSearch, tl_search, TL, SEARCH, GObject)

TlSearch  *tl_search_new               (TlModel    *model);
void       tl_search_invalidate        (TlSearch   *self);
void       tl_search_set_hides_private (TlSearch   *self,
                                        gboolean    hides_private);
void       tl_search_prepare           (TlSearch   *self);
GPtrArray *tl_search_find              (TlSearch   *self,
                                        const char *text,
                                        guint       n_most);
void       tl_search_note_choice       (TlSearch   *self,
                                        const char *text,
                                        TlEntity   *entity);
GPtrArray *tl_search_suggest           (TlSearch   *self);

G_END_DECLS
