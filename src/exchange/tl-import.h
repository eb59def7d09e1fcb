/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-document.h"
#include "tl-import-kind.h"

G_BEGIN_DECLS

/**
 * TlImportIssue:
 * @file: the name of the file
 * @line: the line of the file, counted from 1; 0 when it is about the whole file
 * @column: (nullable): the name of the column in the file; %NULL when it is about the whole row
 * @reason: a sentence
 *
 * Something that was not read, or was read in a way a person should know of.
 */
typedef struct
{
  char  *file;
  guint  line;
  char  *column;
  char  *reason;
} TlImportIssue;

#define TL_TYPE_IMPORT (tl_import_get_type ())

G_DECLARE_FINAL_TYPE (TlImport, tl_import, TL, IMPORT, GObject)

TlImport            *tl_import_new             (TlDocument    *document);

gboolean             tl_import_add_mapping     (TlImport      *self,
                                                const char    *mapping,
                                                GError       **error);
gboolean             tl_import_add_file        (TlImport      *self,
                                                GFile         *file,
                                                TlImportKind   as,
                                                GCancellable  *cancellable,
                                                GError       **error);
gboolean             tl_import_add_bytes       (TlImport      *self,
                                                GBytes        *bytes,
                                                const char    *name,
                                                TlImportKind   as,
                                                GCancellable  *cancellable,
                                                GError       **error);
gboolean             tl_import_prepare         (TlImport      *self,
                                                GCancellable  *cancellable,
                                                GError       **error);
gboolean             tl_import_apply           (TlImport      *self,
                                                GError       **error);

/* tl-import-paste.c */
TlImport            *tl_import_prepare_text    (TlDocument    *document,
                                                const char    *text,
                                                TlGoal        *under,
                                                TlParty       *owner,
                                                GCancellable  *cancellable,
                                                GError       **error);

guint                tl_import_get_n_files     (TlImport      *self);
const char          *tl_import_get_file_name   (TlImport      *self,
                                                guint          file);
TlImportKind         tl_import_get_file_kind   (TlImport      *self,
                                                guint          file);
guint                tl_import_get_n_rows      (TlImport      *self,
                                                guint          file);

guint                tl_import_get_n_added     (TlImport      *self,
                                                GType          type);
guint                tl_import_get_n_updated   (TlImport      *self,
                                                GType          type);
guint                tl_import_get_n_unchanged (TlImport      *self,
                                                GType          type);

GPtrArray           *tl_import_dup_added       (TlImport      *self,
                                                GType          type);

guint                tl_import_get_n_skipped   (TlImport      *self);
const TlImportIssue *tl_import_get_skipped     (TlImport      *self,
                                                guint          index);
guint                tl_import_get_n_remarks   (TlImport      *self);
const TlImportIssue *tl_import_get_remark      (TlImport      *self,
                                                guint          index);

G_END_DECLS
