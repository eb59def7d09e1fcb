/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH_RESULT (tl_search_result_get_type ())

G_DECLARE_FINAL_TYPE (TlSearchResult, tl_search_result, TL, SEARCH_RESULT, GObject)

TlSearchResult *tl_search_result_new          (TlEntity           *entity,
                                               const char         *note,
                                               const char * const *words);
TlSearchResult *tl_search_result_new_heading  (const char         *heading);
TlSearchResult *tl_search_result_new_query    (const char         *query);

TlEntity       *tl_search_result_get_entity   (TlSearchResult     *self);
const char     *tl_search_result_get_query    (TlSearchResult     *self);
gboolean        tl_search_result_is_heading   (TlSearchResult     *self);
const char     *tl_search_result_get_title    (TlSearchResult     *self);
const char     *tl_search_result_get_subtitle (TlSearchResult     *self);

G_END_DECLS
