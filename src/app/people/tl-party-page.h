/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_PARTY_PAGE (tl_party_page_get_type ())

G_DECLARE_FINAL_TYPE (TlPartyPage, tl_party_page, TL, PARTY_PAGE, GtkWidget)

void tl_party_page_set_source     (TlPartyPage *self,
                                   TlDocument  *document,
                                   TlInsight   *insight,
                                   TlNavigator *navigator);
void tl_party_page_show           (TlPartyPage *self,
                                   TlParty     *party);
void tl_party_page_start_renaming (TlPartyPage *self);
void tl_party_page_start_goal     (TlPartyPage *self,
                                   const char  *end);
void tl_party_page_go_to_goals    (TlPartyPage *self);

G_END_DECLS
