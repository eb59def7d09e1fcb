/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong with a document's file, in words for people, and with a code for what can be done about it.
 *
 * What SQLite says of a failure is not always why: a journal that found no room is told of as a file that cannot be
 * opened, and after a failure it may tell of how its tidying up went.  So the disk itself is asked, by writing a small
 * file beside the document and deleting it again; that costs nothing, since something has failed already.  To have
 * SQLite's system calls go through ours, and remember how each ended, was rejected: it is one hook for the whole
 * process, under every other database too.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-store-private.h"

static void
set_full_error (const char  *name,
                GError     **error)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL,
               _("There is no room left on the disk for “%s”. Make room, or save a copy elsewhere."), name);
}

static void
set_read_only_error (TlStore  *self,
                     int       code,
                     GError  **error)
{
  const char *name = self->display_name;

  switch (code)
    {
    case SQLITE_READONLY_DBMOVED:
      tl_store_set_moved_error (self, error);
      break;
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_CANTLOCK:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” was not closed properly, and can only be put in order in a folder that can be written to. "
                     "Copy it there, with the files beside it whose names begin with its name, and open the copy."),
                   name);
      break;
    default:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written to. Save a copy elsewhere."), name);
      break;
    }
}

/* Makes a file like the journal that could not be made, and says what the system says to that. */
static int
try_to_write (const char *path)
{
  static const char page[4096] = "";
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".throughline-%s", id);
  g_autofree char *trial = g_build_filename (folder, name, NULL);
  int fd = g_open (trial, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int code = 0;

  if (fd < 0)
    return errno;

  if (write (fd, page, sizeof page) != sizeof page)
    code = errno != 0 ? errno : ENOSPC;
  close (fd);
  g_unlink (trial);
  return code;
}

/* Why the disk refused something.  SQLite tries to open for reading what it cannot open for writing, and so ends up
 * with "no such file" for a journal that had no room. */
static int
find_cause (TlStore *self,
            int      code)
{
  int cause = code == sqlite3_extended_errcode (self->db) ? sqlite3_system_errno (self->db) : 0;

  if (cause == ENOSPC || cause == EDQUOT || cause == EROFS)
    return cause;
  if (self->read_only || self->path == NULL)
    return cause;
  if (g_access (self->path, R_OK | W_OK) != 0)
    return errno;

  return try_to_write (self->path);
}

static void
set_disk_error (TlStore  *self,
                int       code,
                GError  **error)
{
  const char *name = self->display_name;
  int cause = find_cause (self, code);
  gboolean is_about_opening = (code & 0xff) == SQLITE_CANTOPEN;

  if (cause == ENOSPC || cause == EDQUOT)
    set_full_error (name, error);
  else if (cause == EROFS)
    set_read_only_error (self, SQLITE_READONLY, error);
  else if (is_about_opening && (cause == EACCES || cause == EPERM || cause == ENOENT || self->read_only))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                 _("“%s” cannot be opened. Look at the permissions of the file and of its folder."), name);
  else if (is_about_opening && cause == 0)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                 _("“%s” could not be written to just now, though it can be again. Try once more, or save a copy "
                   "elsewhere."), name);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                 _("“%s” could not be read or written: %s. Save a copy elsewhere."), name,
                 is_about_opening ? g_strerror (cause) : sqlite3_errstr (code));
}

/**
 * tl_store_set_error_for:
 * @self: a store
 * @code: what SQLite returned, or an extended form of it
 * @error: where to put the error
 *
 * Says what happened in words for people, with a code for what the caller can do.  For what SQLite does in several
 * steps: then the last step it tells of may be no more than its tidying up.
 */
void
tl_store_set_error_for (TlStore  *self,
                        int       code,
                        GError  **error)
{
  const char *name = self->display_name;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY,
                   _("“%s” is being written to by another program. Try again in a moment."), name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_DOCUMENT,
                   _("“%s” is not a Throughline document. It was left as it is."), name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged and was left as it is."), name);
      break;
    case SQLITE_READONLY:
      set_read_only_error (self, code, error);
      break;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be opened. Look at the permissions of the file and of its folder."), name);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      set_disk_error (self, code, error);
      break;
    case SQLITE_FULL:
      set_full_error (name, error);
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_TOO_LONG,
                   _("A text in “%s” is longer than %d MB, which is more than can be kept. Make it shorter."), name,
                   TL_STORE_MAX_VALUE_BYTES >> 20);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CANCELLED,
                   g_cancellable_is_cancelled (self->cancellable)
                   ? _("Reading “%s” was cancelled.")
                   : _("Reading “%s” took too long and was stopped. The file was left as it is."), name);
      break;
    default:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                   _("“%s” could not be read or written: %s. Save a copy elsewhere."), name,
                   code == sqlite3_extended_errcode (self->db) ? sqlite3_errmsg (self->db) : sqlite3_errstr (code));
      break;
    }
}

/**
 * tl_store_set_error:
 * @self: a store whose last call to SQLite failed
 * @error: where to put the error
 *
 * As tl_store_set_error_for(), with what SQLite told last.
 */
void
tl_store_set_error (TlStore  *self,
                    GError  **error)
{
  tl_store_set_error_for (self, sqlite3_extended_errcode (self->db), error);
}
