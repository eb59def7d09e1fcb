/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_NOTE (tl_import_note_get_type ())

G_DECLARE_FINAL_TYPE (TlImportNote, tl_import_note, TL, IMPORT_NOTE, GObject)

TlImportNote *tl_import_note_new (const TlImportIssue *issue);

G_END_DECLS
