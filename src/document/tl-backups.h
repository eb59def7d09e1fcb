/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlBackupReason:
 * @TL_BACKUP_DAILY: before the first edit of a day
 * @TL_BACKUP_MIGRATION: before the file was brought to a newer format
 * @TL_BACKUP_IMPORT: before an import
 * @TL_BACKUP_BULK_DELETE: before many things were removed at once
 * @TL_BACKUP_RESTORE: before a backup was restored
 * @TL_BACKUP_MERGE: before another copy was merged
 *
 * Why a backup was made.
 */
typedef enum
{
  TL_BACKUP_DAILY,
  TL_BACKUP_MIGRATION,
  TL_BACKUP_IMPORT,
  TL_BACKUP_BULK_DELETE,
  TL_BACKUP_RESTORE,
  TL_BACKUP_MERGE,
} TlBackupReason;

#define TL_N_BACKUP_REASONS (TL_BACKUP_MERGE + 1)

/* How many backups of a document are kept when nobody says otherwise: of 14 days, 8 weeks and 12 months */
#define TL_BACKUPS_KEPT 34

#define TL_TYPE_BACKUP (tl_backup_get_type ())

G_DECLARE_FINAL_TYPE (TlBackup, tl_backup, TL, BACKUP, GObject)

GFile          *tl_backup_get_file         (TlBackup        *self);
GDateTime      *tl_backup_get_date         (TlBackup        *self);
char           *tl_backup_format_date      (TlBackup        *self,
                                            const char      *format);
TlBackupReason  tl_backup_get_reason       (TlBackup        *self);
char           *tl_backup_dup_reason_label (TlBackup        *self);
guint           tl_backup_get_n_goals      (TlBackup        *self);
guint           tl_backup_get_n_people     (TlBackup        *self);
guint64         tl_backup_get_size         (TlBackup        *self);

gboolean        tl_backups_make            (TlDocument      *document,
                                            TlBackupReason   reason,
                                            GError         **error);
GListModel     *tl_backups_list            (const char      *document_id);
GListModel     *tl_backups_list_for_file   (GFile           *file);
void            tl_backups_set_kept        (int              n_kept);

void            tl_document_backup_before  (TlDocument      *self,
                                            TlBackupReason   reason);
const GError   *tl_document_get_backup_error (TlDocument    *self);
gboolean        tl_document_restore        (TlDocument      *self,
                                            TlBackup        *backup,
                                            GError         **error);

G_END_DECLS
