/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-search.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH_FIELD (tl_search_field_get_type ())

G_DECLARE_FINAL_TYPE (TlSearchField, tl_search_field, TL, SEARCH_FIELD, GtkWidget)

void tl_search_field_set_search (TlSearchField *self,
                                 TlSearch      *search);
void tl_search_field_start      (TlSearchField *self);

G_END_DECLS
