/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

void tl_print_worksheet_present       (GtkWidget      *from,
                                       TlDocument     *document,
                                       TlConversation *conversation);
void tl_print_worksheet_present_blank (GtkWidget      *from,
                                       const char     *name);

G_END_DECLS
