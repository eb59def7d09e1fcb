/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"

G_BEGIN_DECLS

/* What a box of a page is to show, gathered before it is known whether anything is new. */
typedef struct
{
  GPtrArray *entities;          /* borrowed */
  GPtrArray *subtitles;
  GString   *signature;         /* tells two fillings apart that do not look the same */
} TlPageList;

void  tl_page_list_init  (TlPageList *self);
void  tl_page_list_add   (TlPageList *self,
                          TlEntity   *entity,
                          char       *subtitle);
guint tl_page_list_show  (TlPageList *self,
                          GtkListBox *box,
                          const char *action);
void  tl_page_list_clear (TlPageList *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPageList, tl_page_list_clear)

G_END_DECLS
