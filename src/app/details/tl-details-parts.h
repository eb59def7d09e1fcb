/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

GtkWidget *tl_details_icon_button_new (const char     *icon_name,
                                       const char     *label);
GtkWidget *tl_details_more_button_new (const char     *label,
                                       GtkWidget     **box);
GtkWidget *tl_details_menu_item_new   (const char     *label);
GtkWidget *tl_details_words_new       (const char     *words);
GtkWidget *tl_details_entity_link_new (void);
void       tl_details_entity_link_set (GtkWidget      *link,
                                       TlEntity       *entity,
                                       const char     *subtitle);
void       tl_details_popdown         (GtkWidget      *inside);
void       tl_details_remove          (GtkWidget      *from,
                                       TlDocument     *document,
                                       const char     *id,
                                       const char     *words);

G_END_DECLS
