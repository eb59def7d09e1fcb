/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-recent-documents.h"

G_BEGIN_DECLS

#define TL_TYPE_WELCOME_PAGE (tl_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (TlWelcomePage, tl_welcome_page, TL, WELCOME_PAGE, GtkWidget)

void tl_welcome_page_set_recent (TlWelcomePage     *self,
                                 TlRecentDocuments *recent);

G_END_DECLS
