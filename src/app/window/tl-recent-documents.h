/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-recent-document.h"

G_BEGIN_DECLS

#define TL_TYPE_RECENT_DOCUMENTS (tl_recent_documents_get_type ())

G_DECLARE_FINAL_TYPE (TlRecentDocuments, tl_recent_documents, TL, RECENT_DOCUMENTS, GObject)

TlRecentDocuments *tl_recent_documents_new     (GSettings         *settings);
void               tl_recent_documents_add     (TlRecentDocuments *self,
                                                GFile             *file);
void               tl_recent_documents_remove  (TlRecentDocuments *self,
                                                GFile             *file);
void               tl_recent_documents_clear   (TlRecentDocuments *self);
void               tl_recent_documents_refresh (TlRecentDocuments *self);

G_END_DECLS
