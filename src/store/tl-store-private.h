/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "tl-store.h"

G_BEGIN_DECLS

/* No text or blob of ours is larger, and so no row. */
#define TL_STORE_MAX_VALUE_BYTES (64 * 1024 * 1024)

/**
 * TlTable:
 * @type: the class of entities it keeps
 * @klass: (transfer full): that class
 * @fields: the stored properties, in the order of the columns after the key
 * @n_fields: how many
 * @name: the name of the table
 * @insert: (nullable): statements, prepared on first use
 * @update: (nullable): likewise
 * @delete: (nullable): likewise
 * @select: (nullable): likewise, of one row by its key
 */
typedef struct
{
  GType           type;
  TlEntityClass  *klass;
  const TlField  *fields;
  guint           n_fields;
  char           *name;
  sqlite3_stmt   *insert;
  sqlite3_stmt   *update;
  sqlite3_stmt   *delete;
  sqlite3_stmt   *select;
} TlTable;

struct _TlStore
{
  sqlite3         *db;
  char            *path;
  char            *display_name;
  gboolean         read_only;
  gboolean         is_in_memory;    /* a migrated copy of a file that can only be read */
  guint64          device;
  guint64          inode;

  char            *id;
  char            *state;           /* as it was on the disk when we left it */

  TlTable         *tables;
  guint            n_tables;

  sqlite3_session *session;
  GBytes          *changeset;       /* of a transaction that has been sealed */

  GCancellable    *cancellable;
  gint64           deadline;
};

/* tl-store.c */
gboolean tl_store_execute   (TlStore       *self,
                             const char    *sql,
                             GError       **error);
gboolean tl_store_query_int (TlStore       *self,
                             const char    *sql,
                             gint64        *value,
                             GError       **error);
void     tl_store_limit     (TlStore       *self,
                             GCancellable  *cancellable,
                             guint          seconds);

gboolean tl_store_commit_state (TlStore       *self,
                                const char    *state,
                                GError       **error);

/* tl-store-trouble.c */
void     tl_store_set_error     (TlStore  *self,
                                 GError  **error);
void     tl_store_set_error_for (TlStore  *self,
                                 int       code,
                                 GError  **error);

/* tl-store-tables.c */
void          tl_store_init_tables  (TlStore        *self);
void          tl_store_clear_tables (TlStore        *self);
TlTable      *tl_store_find_table   (TlStore        *self,
                                     const char     *name);
TlTable      *tl_store_get_table    (TlStore        *self,
                                     TlEntity       *entity);
char         *tl_table_join_columns (const TlTable  *table,
                                     const char     *suffix);
sqlite3_stmt *tl_store_prepare      (TlStore        *self,
                                     sqlite3_stmt  **cached,
                                     char           *sql,
                                     GError        **error);

/* tl-store-open.c */
void     tl_store_configure   (TlStore *self);
void     tl_store_forget_open (TlStore *self);

/* tl-store-identity.c */
int      tl_identity_read         (sqlite3     *db,
                                   char       **id,
                                   char       **state);
gboolean tl_identity_write        (sqlite3     *db,
                                   const char  *id,
                                   const char  *state);
gboolean tl_identity_renew        (sqlite3     *db);
gboolean tl_store_init_identity   (TlStore     *self,
                                   GError     **error);
void     tl_store_set_moved_error (TlStore     *self,
                                   GError     **error);
gboolean tl_store_begin_writing   (TlStore     *self,
                                   GError     **error);

/* tl-store-migrate.c */
gboolean tl_store_copy_database     (sqlite3  *from,
                                     sqlite3  *to);
gboolean tl_store_migrate_file      (TlStore  *self,
                                     int       version,
                                     GError  **error);
gboolean tl_store_migrate_in_memory (TlStore  *self,
                                     int       version,
                                     GError  **error);

/* tl-store-copy.c */
gboolean tl_store_create_private_file (const char    *path,
                                       GError       **error);
gboolean tl_store_open_to_look        (TlStore       *self,
                                       const char    *path,
                                       GCancellable  *cancellable,
                                       GError       **error);
void     tl_store_end_look            (TlStore       *self);

G_END_DECLS
