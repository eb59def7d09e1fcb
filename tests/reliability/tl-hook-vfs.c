/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file system for SQLite that asks a test before everything that changes the disk.
 *
 * It lies over the ordinary one and becomes the default when a test sets a hook for the first time, so the store is
 * tested as it is, without a door for tests in it.  It has no shared memory: a write-ahead log cannot be used here.
 */

#include "tl-hook-vfs.h"

#include <string.h>

typedef struct
{
  sqlite3_file  base;
  char         *path;
  sqlite3_file *real;
} TlHookFile;

static sqlite3_vfs hook_vfs;
static sqlite3_vfs *real_vfs;
static TlVfsHook current_hook;
static gpointer current_data;

static int
ask (TlVfsCall      call,
     const char    *path,
     gint64         offset,
     gconstpointer  data,
     int            size,
     int            flags)
{
  TlVfsEvent event = { call, path != NULL ? path : "", offset, data, size, flags };

  return current_hook != NULL ? current_hook (&event, current_data) : SQLITE_OK;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((TlHookFile *) file)->real;
}

static const char *
get_path (sqlite3_file *file)
{
  return ((TlHookFile *) file)->path;
}

static int
file_close (sqlite3_file *file)
{
  int result = get_real (file)->pMethods->xClose (get_real (file));

  g_free (((TlHookFile *) file)->path);
  return result;
}

static int
file_read (sqlite3_file  *file,
           void          *data,
           int            size,
           sqlite3_int64  offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
file_write (sqlite3_file  *file,
            const void    *data,
            int            size,
            sqlite3_int64  offset)
{
  int result = ask (TL_VFS_WRITE, get_path (file), offset, data, size, 0);

  if (result != SQLITE_OK)
    return result == TL_VFS_PRETEND ? SQLITE_OK : result;

  return get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);
}

static int
file_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  int result = ask (TL_VFS_TRUNCATE, get_path (file), size, NULL, 0, 0);

  if (result != SQLITE_OK)
    return result == TL_VFS_PRETEND ? SQLITE_OK : result;

  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  int result = ask (TL_VFS_SYNC, get_path (file), 0, NULL, 0, flags);

  if (result != SQLITE_OK)
    return result == TL_VFS_PRETEND ? SQLITE_OK : result;

  return get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *is_locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_locked);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static const sqlite3_io_methods file_methods = {
  1, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_check_reserved_lock, file_control, file_sector_size, file_characteristics,
};

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *path,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  TlHookFile *self = (TlHookFile *) file;
  int result = ask (TL_VFS_OPEN, path, 0, NULL, 0, flags);

  memset (self, 0, sizeof *self);
  if (result != SQLITE_OK)
    return result;

  self->real = (sqlite3_file *) (self + 1);
  result = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  if (self->real->pMethods == NULL)
    return result;

  self->path = g_strdup (path);
  self->base.pMethods = &file_methods;
  return result;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *path,
            int          sync_folder)
{
  int result = ask (TL_VFS_DELETE, path, 0, NULL, 0, sync_folder);

  if (result != SQLITE_OK)
    return result == TL_VFS_PRETEND ? SQLITE_OK : result;

  return real_vfs->xDelete (real_vfs, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *path,
            int          flags,
            int         *answer)
{
  return real_vfs->xAccess (real_vfs, path, flags, answer);
}

static int
vfs_full_path (sqlite3_vfs *vfs,
               const char  *path,
               int          size,
               char        *full)
{
  return real_vfs->xFullPathname (real_vfs, path, size, full);
}

/**
 * tl_hook_vfs_set:
 * @hook: (nullable): asked before each call that changes something; %NULL to let all pass
 * @user_data: given to it
 */
void
tl_hook_vfs_set (TlVfsHook hook,
                 gpointer  user_data)
{
  current_hook = hook;
  current_data = user_data;

  if (real_vfs != NULL)
    return;

  real_vfs = sqlite3_vfs_find (NULL);
  hook_vfs = *real_vfs;
  hook_vfs.iVersion = 1;
  hook_vfs.zName = "hook";
  hook_vfs.pNext = NULL;
  hook_vfs.szOsFile = (int) sizeof (TlHookFile) + real_vfs->szOsFile;
  hook_vfs.xOpen = vfs_open;
  hook_vfs.xDelete = vfs_delete;
  hook_vfs.xAccess = vfs_access;
  hook_vfs.xFullPathname = vfs_full_path;
  g_assert_cmpint (sqlite3_vfs_register (&hook_vfs, 1), ==, SQLITE_OK);
}

/**
 * tl_hook_vfs_pretend_syncs:
 * @event: a call
 * @user_data: nothing
 *
 * A hook for looking at what is there when nothing can happen to the power any more: it saves the time of syncs.
 *
 * Returns: %TL_VFS_PRETEND for a sync, else SQLITE_OK
 */
int
tl_hook_vfs_pretend_syncs (const TlVfsEvent *event,
                           gpointer          user_data)
{
  return event->call == TL_VFS_SYNC ? TL_VFS_PRETEND : SQLITE_OK;
}
