/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITY_ROW (tl_entity_row_get_type ())

G_DECLARE_FINAL_TYPE (TlEntityRow, tl_entity_row, TL, ENTITY_ROW, GtkListBoxRow)

GtkWidget *tl_entity_row_new (TlEntity   *entity,
                              const char *action,
                              const char *subtitle,
                              const char *note);

G_END_DECLS
