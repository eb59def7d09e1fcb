/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_RECENT_DOCUMENT (tl_recent_document_get_type ())

G_DECLARE_FINAL_TYPE (TlRecentDocument, tl_recent_document, TL, RECENT_DOCUMENT, GObject)

GFile             *tl_recent_document_get_file    (TlRecentDocument  *self);
const char        *tl_recent_document_get_title   (TlRecentDocument  *self);
const char        *tl_recent_document_get_folder  (TlRecentDocument  *self);
gboolean           tl_recent_document_get_missing (TlRecentDocument  *self);

#define TL_TYPE_RECENT_DOCUMENTS (tl_recent_documents_get_type ())

G_DECLARE_FINAL_TYPE (TlRecentDocuments, tl_recent_documents, TL, RECENT_DOCUMENTS, GObject)

TlRecentDocuments *tl_recent_documents_new        (GSettings         *settings);
void               tl_recent_documents_add        (TlRecentDocuments *self,
                                                   GFile             *file);
void               tl_recent_documents_remove     (TlRecentDocuments *self,
                                                   GFile             *file);
void               tl_recent_documents_clear      (TlRecentDocuments *self);
void               tl_recent_documents_refresh    (TlRecentDocuments *self);

G_END_DECLS
