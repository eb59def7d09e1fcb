/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlEntityChooserFilter:
 * @entity: an entity of the type that is asked for
 * @user_data: as given to tl_entity_chooser_set_filter()
 *
 * Returns: whether @entity can be chosen
 */
typedef gboolean (*TlEntityChooserFilter) (TlEntity *entity,
                                           gpointer  user_data);

#define TL_TYPE_ENTITY_CHOOSER (tl_entity_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlEntityChooser, tl_entity_chooser, TL, ENTITY_CHOOSER, GtkPopover)

GtkWidget *tl_entity_chooser_new        (TlDocument            *document,
                                         GType                  type);

void       tl_entity_chooser_set_none   (TlEntityChooser       *self,
                                         const char            *label);
void       tl_entity_chooser_set_filter (TlEntityChooser       *self,
                                         TlEntityChooserFilter  filter,
                                         gpointer               user_data,
                                         GDestroyNotify         destroy);

G_END_DECLS
