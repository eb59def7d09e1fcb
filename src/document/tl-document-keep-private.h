/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that keep a document safe (lock, backups, drafts) share with one another and with the document */

#pragma once

#include "tl-backups.h"
#include "tl-document.h"
#include "tl-store.h"

G_BEGIN_DECLS

/* tl-document-folder.c */
char             *tl_document_folder_get          (const char        *id,
                                                   const char        *sub);
char             *tl_document_folder_get_unnamed  (const char        *path);
char             *tl_document_folder_find_unnamed (const char        *path);
void              tl_document_folder_remove_unnamed (const char      *folder);
void              tl_document_folder_remember     (const char        *id,
                                                   const char        *path);
GPtrArray        *tl_document_folder_find_by_path (const char        *path);

/* tl-backup.c */
TlBackup         *tl_backup_new_for_file          (const char        *folder,
                                                   const char        *name);
char             *tl_backup_make_name             (GDateTime         *date,
                                                   TlBackupReason     reason,
                                                   guint              n_goals,
                                                   guint              n_people);

/* tl-backups.c */

/**
 * TlBackupsFault:
 * @step: what is about to be done: "copy", "check", "sync", "rename" or "folder"
 *
 * Returns: whether it has to fail; for tests
 */
typedef gboolean (*TlBackupsFault) (const char *step);

extern TlBackupsFault tl_backups_fault;

GPtrArray        *tl_backups_read_folder          (const char        *folder);
gboolean          tl_backups_make_from            (TlStore           *store,
                                                   const char        *path,
                                                   const char        *folder,
                                                   TlBackupReason     reason,
                                                   GError           **error);

/* tl-backups-thin.c */
void              tl_backups_thin                 (const char        *folder,
                                                   const char        *spared);

/* tl-document-keep.c */
TlStoreOpenFlags  tl_document_keep_begin          (TlDocument        *self,
                                                   const char        *path,
                                                   TlDocumentOpenFlags flags);
void              tl_document_keep_opened         (TlDocument        *self,
                                                   gboolean           is_new);
void              tl_document_keep_before_write   (TlDocument        *self);
void              tl_document_keep_end            (TlDocument        *self);
gboolean          tl_document_keep_before_migration (const char      *path,
                                                   int                from_version,
                                                   int                to_version,
                                                   gpointer           user_data,
                                                   GError           **error);

/* tl-drafts.c */
typedef struct _TlDrafts TlDrafts;

TlDrafts         *tl_drafts_new                   (TlDocument        *document);
void              tl_drafts_close                 (TlDrafts          *self);

G_END_DECLS
