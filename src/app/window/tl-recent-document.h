/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_RECENT_DOCUMENT (tl_recent_document_get_type ())

G_DECLARE_FINAL_TYPE (TlRecentDocument, tl_recent_document, TL, RECENT_DOCUMENT, GObject)

TlRecentDocument *tl_recent_document_new         (const char       *uri);

GFile            *tl_recent_document_get_file    (TlRecentDocument *self);
const char       *tl_recent_document_get_title   (TlRecentDocument *self);
const char       *tl_recent_document_get_folder  (TlRecentDocument *self);
gboolean          tl_recent_document_get_missing (TlRecentDocument *self);

G_END_DECLS
