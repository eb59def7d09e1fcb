/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityRowCreate:
 * @entity: an entity
 * @user_data: as given to tl_entity_rows_sync()
 *
 * Returns: (transfer full): a widget for @entity, which TlEntityRowUpdate fills
 */
typedef GtkWidget *(*TlEntityRowCreate) (TlEntity  *entity,
                                         gpointer   user_data);

/**
 * TlEntityRowUpdate:
 * @row: the widget of @entity
 * @entity: an entity, perhaps as another object than before
 * @user_data: as given to tl_entity_rows_sync()
 */
typedef void (*TlEntityRowUpdate) (GtkWidget *row,
                                   TlEntity  *entity,
                                   gpointer   user_data);

void       tl_entity_rows_sync (GtkBox            *box,
                                GPtrArray         *entities,
                                TlEntityRowCreate  create,
                                TlEntityRowUpdate  update,
                                gpointer           user_data);
GtkWidget *tl_entity_rows_find (GtkBox            *box,
                                const char        *id);

G_END_DECLS
