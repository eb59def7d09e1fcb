/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_INTO_GOALS_DIALOG (tl_into_goals_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlIntoGoalsDialog, tl_into_goals_dialog, TL, INTO_GOALS_DIALOG, AdwWindow)

GtkWidget *tl_into_goals_dialog_present (GtkWidget      *from,
                                         TlDocument     *document,
                                         TlConversation *conversation);

G_END_DECLS
