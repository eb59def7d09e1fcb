/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What a hook returns for a call that is to be reported as done, and not done. */
#define TL_VFS_PRETEND (-1)

typedef enum
{
  TL_VFS_OPEN,
  TL_VFS_WRITE,
  TL_VFS_SYNC,
  TL_VFS_TRUNCATE,
  TL_VFS_DELETE,
} TlVfsCall;

/**
 * TlVfsEvent:
 * @call: what SQLite is about to do
 * @path: the absolute path of the file; the empty string for a temporary one
 * @offset: where to write, or the size to truncate to
 * @data: what to write
 * @size: how many bytes that is
 * @flags: of an opening or a sync as SQLite has them; for a deletion, whether its folder is synced
 */
typedef struct
{
  TlVfsCall      call;
  const char    *path;
  gint64         offset;
  gconstpointer  data;
  int            size;
  int            flags;
} TlVfsEvent;

/**
 * TlVfsHook:
 * @event: a call that changes something on the disk
 * @user_data: what was given with the hook
 *
 * Returns: SQLITE_OK to go on, %TL_VFS_PRETEND to claim success without doing it, or the error to report
 */
typedef int (*TlVfsHook) (const TlVfsEvent *event,
                          gpointer          user_data);

void tl_hook_vfs_set (TlVfsHook  hook,
                      gpointer   user_data);

int  tl_hook_vfs_pretend_syncs (const TlVfsEvent *event,
                                gpointer          user_data);

G_END_DECLS
