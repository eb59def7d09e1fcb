/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"

G_BEGIN_DECLS

/**
 * TlStoreError:
 * @TL_STORE_ERROR_NOT_FOUND: there is no such file; choose another one
 * @TL_STORE_ERROR_NOT_A_DOCUMENT: the file is something else; leave it alone
 * @TL_STORE_ERROR_NEWER: a newer version wrote the file; update the program
 * @TL_STORE_ERROR_REFUSED: the file holds something no document holds; do not trust it
 * @TL_STORE_ERROR_DAMAGED: the file is a document, and broken; restore or rescue it
 * @TL_STORE_ERROR_EXISTS: there is a file of that name already; choose another name
 * @TL_STORE_ERROR_OPEN: this process has the file open already; show that one
 * @TL_STORE_ERROR_BUSY: another process is writing to the file; try again
 * @TL_STORE_ERROR_READ_ONLY: the file or its folder cannot be written to; save a copy elsewhere
 * @TL_STORE_ERROR_FULL: there is no room on the disk; make some, or save a copy elsewhere
 * @TL_STORE_ERROR_IO: the disk or the network failed; save a copy elsewhere
 * @TL_STORE_ERROR_CANCELLED: somebody asked to stop
 * @TL_STORE_ERROR_TOO_LONG: a text is longer than can be kept; make it shorter
 * @TL_STORE_ERROR_REPLACED: there is something else in the file now than what was opened; save a copy elsewhere
 * @TL_STORE_ERROR_MOVED: the file is no longer where it was; put it back, or save a copy
 *
 * Errors of the store, by what the caller can do about them.
 */
typedef enum
{
  TL_STORE_ERROR_NOT_FOUND,
  TL_STORE_ERROR_NOT_A_DOCUMENT,
  TL_STORE_ERROR_NEWER,
  TL_STORE_ERROR_REFUSED,
  TL_STORE_ERROR_DAMAGED,
  TL_STORE_ERROR_EXISTS,
  TL_STORE_ERROR_OPEN,
  TL_STORE_ERROR_BUSY,
  TL_STORE_ERROR_READ_ONLY,
  TL_STORE_ERROR_FULL,
  TL_STORE_ERROR_IO,
  TL_STORE_ERROR_CANCELLED,
  TL_STORE_ERROR_TOO_LONG,
  TL_STORE_ERROR_REPLACED,
  TL_STORE_ERROR_MOVED,
} TlStoreError;

#define TL_STORE_ERROR (tl_store_error_quark ())

GQuark tl_store_error_quark (void);

/**
 * TlStoreOpenFlags:
 * @TL_STORE_OPEN_DEFAULT: for writing, if the file and its folder allow it
 * @TL_STORE_OPEN_READ_ONLY: for reading only
 */
typedef enum
{
  TL_STORE_OPEN_DEFAULT = 0,
  TL_STORE_OPEN_READ_ONLY = 1 << 0,
} TlStoreOpenFlags;

/**
 * TlStoreMigrateFunc:
 * @path: the file that is about to be migrated; tl_store_copy_file() makes a copy of it
 * @from_version: the version of its schema
 * @to_version: the one it is going to have
 * @user_data: as given to tl_store_open_full()
 * @error: return location for an error
 *
 * Returns: whether to go on; with %FALSE the file is left as it is, and opening it fails with @error
 */
typedef gboolean (*TlStoreMigrateFunc) (const char  *path,
                                        int          from_version,
                                        int          to_version,
                                        gpointer     user_data,
                                        GError     **error);

typedef struct _TlStore TlStore;

TlStore    *tl_store_create        (const char          *path,
                                    GError             **error);
TlStore    *tl_store_open          (const char          *path,
                                    GCancellable        *cancellable,
                                    GError             **error);
TlStore    *tl_store_open_full     (const char          *path,
                                    TlStoreOpenFlags     flags,
                                    TlStoreMigrateFunc   before_migration,
                                    gpointer             user_data,
                                    GCancellable        *cancellable,
                                    GError             **error);
void        tl_store_close         (TlStore             *self);

const char *tl_store_get_path      (TlStore             *self);
gboolean    tl_store_get_read_only (TlStore             *self);
const char *tl_store_get_id        (TlStore             *self);
const char *tl_store_get_state     (TlStore             *self);

gboolean    tl_store_load          (TlStore             *self,
                                    TlModel             *model,
                                    GError             **error);

gboolean    tl_store_begin         (TlStore             *self,
                                    GError             **error);
gboolean    tl_store_insert        (TlStore             *self,
                                    TlEntity            *entity,
                                    GError             **error);
gboolean    tl_store_update        (TlStore             *self,
                                    TlEntity            *entity,
                                    GError             **error);
gboolean    tl_store_delete        (TlStore             *self,
                                    TlEntity            *entity,
                                    GError             **error);
GBytes     *tl_store_seal          (TlStore             *self,
                                    GError             **error);
GBytes     *tl_store_commit        (TlStore             *self,
                                    GError             **error);
GBytes     *tl_store_commit_as     (TlStore             *self,
                                    const char          *state,
                                    GError             **error);
void        tl_store_rollback      (TlStore             *self);

void        tl_store_begin_reading (TlStore             *self);
gboolean    tl_store_reload        (TlStore             *self,
                                    TlModel             *model,
                                    TlEntity            *entity,
                                    GError             **error);
void        tl_store_end_reading   (TlStore             *self);

gboolean    tl_store_verify        (TlStore             *self,
                                    GError             **error);
gboolean    tl_store_verify_rows   (TlStore             *self,
                                    GError             **error);
gboolean    tl_store_look_again    (TlStore             *self,
                                    GError             **error);

gboolean    tl_store_is_empty      (TlStore             *self);
gboolean    tl_store_copy_to       (TlStore             *self,
                                    const char          *path,
                                    GError             **error);
gboolean    tl_store_copy_as_new   (TlStore             *self,
                                    const char          *path,
                                    GError             **error);
gboolean    tl_store_write_model   (const char          *path,
                                    TlModel             *model,
                                    GError             **error);
gboolean    tl_store_copy_file     (const char          *from,
                                    const char          *to,
                                    GCancellable        *cancellable,
                                    GError             **error);

gboolean    tl_store_check         (TlStore             *self,
                                    GPtrArray           *problems,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean    tl_store_check_file    (const char          *path,
                                    GPtrArray           *problems,
                                    GCancellable        *cancellable,
                                    GError             **error);
int         tl_store_get_newest_format (void);
char       *tl_store_dup_digest    (TlStore             *self,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStore, tl_store_close)

G_END_DECLS
