/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-statement.h"

G_BEGIN_DECLS

#define TL_TYPE_STATEMENT_PANE (tl_statement_pane_get_type ())

G_DECLARE_FINAL_TYPE (TlStatementPane, tl_statement_pane, TL, STATEMENT_PANE, GtkWidget)

void tl_statement_pane_set_document (TlStatementPane *self,
                                     TlDocument      *document);
void tl_statement_pane_show         (TlStatementPane *self,
                                     TlStatement     *statement);

G_END_DECLS
