/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDINGS_PANE (tl_findings_pane_get_type ())

G_DECLARE_FINAL_TYPE (TlFindingsPane, tl_findings_pane, TL, FINDINGS_PANE, GtkWidget)

void tl_findings_pane_set_document (TlFindingsPane *self,
                                    TlDocument     *document);
void tl_findings_pane_show         (TlFindingsPane *self,
                                    TlConversation *conversation);

G_END_DECLS
