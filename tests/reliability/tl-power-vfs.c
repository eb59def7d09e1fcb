/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk whose power can be cut after every call.
 *
 * While it records, every call of SQLite that changes a file below its folder is kept with its bytes.  Afterwards the
 * folder can be brought, for every number of calls, into any of the states in which a cut may leave a disk: each file
 * as it was last synced, and of what came since a part.  One run of the program gives thousands of cuts in this way,
 * where cutting while it runs would need a run for each.
 *
 * Names are as unsure as bytes: that a file was made or deleted is certain only when its folder has been synced, which
 * SQLite does with the first sync of a journal or a log, and at a deletion when it is told to (synchronous=EXTRA).
 */

#include "tl-power-vfs.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-hook-vfs.h"

#define SECTOR 512

typedef struct
{
  TlVfsCall  call;
  char      *path;
  gint64     offset;
  GBytes    *data;
  int        flags;
} TlPowerCall;

/* A file as it is being put together again */
typedef struct
{
  char       *path;
  GByteArray *synced;
  GPtrArray  *unsynced;
  gboolean    is_name_synced;
  gboolean    is_deleted;
} TlPowerFile;

struct _TlPower
{
  char       *folder;
  GHashTable *before;
  GHashTable *known;
  GPtrArray  *calls;
};

static void
call_free (gpointer data)
{
  TlPowerCall *call = data;

  g_free (call->path);
  g_clear_pointer (&call->data, g_bytes_unref);
  g_free (call);
}

static void
file_free (gpointer data)
{
  TlPowerFile *file = data;

  g_free (file->path);
  g_byte_array_unref (file->synced);
  g_ptr_array_unref (file->unsynced);
  g_free (file);
}

static void
read_folder (GHashTable *files,
             const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      char *contents;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_folder (files, path);
      else if (g_file_get_contents (path, &contents, &length, NULL))
        {
          g_hash_table_insert (files, path, g_bytes_new_take (contents, length));
          continue;
        }
      g_free (path);
    }
}

static void
add_call (TlPower          *self,
          const TlVfsEvent *event)
{
  TlPowerCall *call = g_new0 (TlPowerCall, 1);

  call->call = event->call;
  call->path = g_strdup (event->path);
  call->offset = event->offset;
  call->flags = event->flags;
  if (event->call == TL_VFS_WRITE)
    call->data = g_bytes_new (event->data, event->size);
  g_ptr_array_add (self->calls, call);
}

static int
record_cb (const TlVfsEvent *event,
           gpointer          user_data)
{
  TlPower *self = user_data;

  if (!g_str_has_prefix (event->path, self->folder))
    return event->call == TL_VFS_SYNC ? TL_VFS_PRETEND : SQLITE_OK;

  /* Only the opening that makes a file changes the disk. */
  if (event->call == TL_VFS_OPEN && (!(event->flags & SQLITE_OPEN_READWRITE) ||
                                     g_hash_table_contains (self->known, event->path)))
    return SQLITE_OK;

  if (event->call == TL_VFS_OPEN)
    g_hash_table_add (self->known, g_strdup (event->path));
  else if (event->call == TL_VFS_DELETE)
    g_hash_table_remove (self->known, event->path);

  add_call (self, event);
  return event->call == TL_VFS_SYNC ? TL_VFS_PRETEND : SQLITE_OK;
}

/**
 * tl_power_new:
 * @folder: the absolute path of a folder; what is in it now is taken to be safely on the disk
 *
 * Begins to record what SQLite does to files in @folder.
 *
 * Returns: (transfer full): a disk
 */
TlPower *
tl_power_new (const char *folder)
{
  TlPower *self = g_new0 (TlPower, 1);
  GHashTableIter iter;
  gpointer path;

  self->folder = g_strdup (folder);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->calls = g_ptr_array_new_with_free_func (call_free);
  read_folder (self->before, folder);

  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_add (self->known, g_strdup (path));

  tl_hook_vfs_set (record_cb, self);
  return self;
}

/**
 * tl_power_stop:
 * @self: a disk
 *
 * Ends recording; from here on images can be made.
 */
void
tl_power_stop (TlPower *self)
{
  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
}

/**
 * tl_power_free:
 * @self: (transfer full): a disk
 */
void
tl_power_free (TlPower *self)
{
  tl_power_stop (self);
  g_hash_table_unref (self->before);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->calls);
  g_free (self->folder);
  g_free (self);
}

/**
 * tl_power_get_n_calls:
 * @self: a disk
 *
 * Returns: how many calls have been recorded so far
 */
guint
tl_power_get_n_calls (TlPower *self)
{
  return self->calls->len;
}

static void
put_bytes (GByteArray    *file,
           gsize          offset,
           const guint8  *data,
           gsize          size)
{
  gsize length = file->len;

  if (offset + size > length)
    {
      g_byte_array_set_size (file, offset + size);
      memset (file->data + length, 0, offset + size - length);
    }
  memcpy (file->data + offset, data, size);
}

static void
put_nonsense (GByteArray *file,
              gsize       offset,
              gsize       size,
              GRand      *rand)
{
  g_autofree guint8 *nonsense = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    nonsense[i] = (guint8) g_rand_int (rand);
  put_bytes (file, offset, nonsense, size);
}

static void
apply_whole (GByteArray        *file,
             const TlPowerCall *call)
{
  gsize size;
  const guint8 *data;

  if (call->call == TL_VFS_TRUNCATE)
    {
      if (call->offset < file->len)
        g_byte_array_set_size (file, (guint) call->offset);
      return;
    }

  data = g_bytes_get_data (call->data, &size);
  put_bytes (file, call->offset, data, size);
}

static void
apply_sectors (GByteArray        *file,
               const TlPowerCall *call,
               gboolean           garble,
               GRand             *rand)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (call->data, &size);
  gsize done = 0;

  while (done < size)
    {
      gsize offset = call->offset + done;
      gsize part = MIN (SECTOR - offset % SECTOR, size - done);
      gint32 fate = g_rand_int_range (rand, 0, garble ? 3 : 2);

      if (fate == 1)
        put_bytes (file, offset, data + done, part);
      else if (fate == 2)
        put_nonsense (file, offset, part, rand);
      done += part;
    }
}

static void
apply_unsynced (TlPowerFile *file,
                TlPowerCut   cut,
                GRand       *rand)
{
  for (guint i = 0; i < file->unsynced->len; i++)
    {
      TlPowerCall *call = g_ptr_array_index (file->unsynced, i);
      gboolean in_parts = call->call == TL_VFS_WRITE && (cut == TL_POWER_CUT_TORN || cut == TL_POWER_CUT_GARBLED);

      if (cut == TL_POWER_CUT_DROPPED)
        continue;
      if (in_parts)
        apply_sectors (file->synced, call, cut == TL_POWER_CUT_GARBLED, rand);
      else if (cut == TL_POWER_CUT_KEPT || g_rand_boolean (rand))
        apply_whole (file->synced, call);
    }
}

static TlPowerFile *
add_file (GPtrArray  *files,
          const char *path,
          GBytes     *contents)
{
  TlPowerFile *file = g_new0 (TlPowerFile, 1);

  file->path = g_strdup (path);
  file->synced = g_byte_array_new ();
  file->unsynced = g_ptr_array_new ();
  if (contents != NULL)
    {
      g_byte_array_append (file->synced, g_bytes_get_data (contents, NULL), (guint) g_bytes_get_size (contents));
      file->is_name_synced = TRUE;
    }
  g_ptr_array_add (files, file);
  return file;
}

static TlPowerFile *
find_file (GPtrArray  *files,
           const char *path)
{
  for (guint i = files->len; i-- > 0;)
    {
      TlPowerFile *file = g_ptr_array_index (files, i);

      if (!file->is_deleted && g_str_equal (file->path, path))
        return file;
    }

  return NULL;
}

/* What has been made in the folder of @path is there for good, and what was deleted is gone. */
static void
sync_names (GPtrArray  *files,
            const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = files->len; i-- > 0;)
    {
      TlPowerFile *file = g_ptr_array_index (files, i);
      g_autofree char *its_folder = g_path_get_dirname (file->path);

      if (!g_str_equal (folder, its_folder))
        continue;

      if (file->is_deleted)
        g_ptr_array_remove_index (files, i);
      else
        file->is_name_synced = TRUE;
    }
}

static void
replay_sync (GPtrArray   *files,
             TlPowerFile *file)
{
  apply_unsynced (file, TL_POWER_CUT_KEPT, NULL);
  g_ptr_array_set_size (file->unsynced, 0);

  if ((g_str_has_suffix (file->path, "-journal") || g_str_has_suffix (file->path, "-wal")) && !file->is_name_synced)
    sync_names (files, file->path);
}

static void
replay_call (GPtrArray   *files,
             TlPowerCall *call,
             TlPowerDisk  disk)
{
  TlPowerFile *file = find_file (files, call->path);

  if (file == NULL)
    file = add_file (files, call->path, NULL);

  switch (call->call)
    {
    case TL_VFS_WRITE:
    case TL_VFS_TRUNCATE:
      g_ptr_array_add (file->unsynced, call);
      break;
    case TL_VFS_SYNC:
      if (disk != TL_POWER_DISK_LYING)
        replay_sync (files, file);
      break;
    case TL_VFS_DELETE:
      file->is_deleted = TRUE;
      if (call->flags && disk == TL_POWER_DISK_HONEST)
        sync_names (files, call->path);
      break;
    case TL_VFS_OPEN:
    default:
      break;
    }
}

/* Whether the name of a file is there after the cut */
static gboolean
survives (const TlPowerFile *file,
          TlPowerCut         cut,
          GRand             *rand)
{
  gboolean certain = file->is_name_synced && !file->is_deleted;

  if (certain)
    return TRUE;

  /* Made and deleted since the last sync of the folder: never seen again */
  if (file->is_deleted && !file->is_name_synced)
    return FALSE;

  if (cut == TL_POWER_CUT_KEPT)
    return !file->is_deleted;
  if (cut == TL_POWER_CUT_DROPPED)
    return file->is_name_synced;
  return g_rand_boolean (rand);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty_folder (path);
      else
        g_unlink (path);
    }
}

static void
write_file (const char   *path,
            const guint8 *data,
            gsize         length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  FILE *file;

  /* Folders that were made for a while are gone again.  Not by g_file_set_contents(), which would sync the file. */
  g_mkdir_with_parents (folder, 0700);
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  if (length > 0)
    g_assert_cmpuint (fwrite (data, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/**
 * tl_power_make_image:
 * @self: a disk that no longer records
 * @n_calls: after how many calls the power goes
 * @cut: what becomes of what was not synced by then
 * @disk: what a sync is worth
 * @rand: for the parts that are left to chance
 *
 * Brings the folder into the state in which such a cut leaves it.
 */
void
tl_power_make_image (TlPower     *self,
                     guint        n_calls,
                     TlPowerCut   cut,
                     TlPowerDisk  disk,
                     GRand       *rand)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  GHashTableIter iter;
  gpointer path, contents;

  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &path, &contents))
    add_file (files, path, contents);

  for (guint i = 0; i < n_calls; i++)
    replay_call (files, g_ptr_array_index (self->calls, i), disk);

  empty_folder (self->folder);
  for (guint i = 0; i < files->len; i++)
    {
      TlPowerFile *file = g_ptr_array_index (files, i);

      if (!survives (file, cut, rand))
        continue;

      apply_unsynced (file, cut, rand);
      write_file (file->path, file->synced->data, file->synced->len);
    }
}
