/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lock file beside a document: who has it open.
 *
 * It is called ".~lock.NAME", as office programs call theirs, so that programs that carry folders between computers
 * and people who look into the folder know what it is.  It says who, where and since when; the kernel's lock on the
 * lock file itself (flock) says whether that is still true, because the kernel lets go of it however a process ends.
 * Only where the kernel cannot know, as with a file from another computer, is what the file says believed.
 *
 * Rejected: a lock on the document itself (closing any descriptor of that file drops SQLite's own locks), and a lock
 * that expires (a laptop that slept would find itself locked out of its own document).
 *
 * Whoever has the kernel's lock may write the file, so two that come at once never both believe they hold it.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-lock-private.h"

/* No lock file of ours is longer. */
#define MAX_BYTES 4096

/* How often a lock file may vanish between two looks before we give up */
#define MAX_TRIES 8

struct _TlLock
{
  char *path;
  int   fd;
};

/**
 * tl_lock_dup_path:
 * @path: the path of a document
 *
 * Two ways to a document, one over a symbolic link, lead to the same lock.
 *
 * Returns: (transfer full): the path of its lock file
 */
char *
tl_lock_dup_path (const char *path)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  char *real;

  g_return_val_if_fail (path != NULL, NULL);

  real = realpath (path, NULL);
  resolved = g_strdup (real != NULL ? real : path);
  free (real);

  folder = g_path_get_dirname (resolved);
  base = g_path_get_basename (resolved);
  name = g_strconcat (".~lock.", base, NULL);
  return g_build_filename (folder, name, NULL);
}

/* Whoever may read the document may read who has it open; nobody else. */
static void
match_permissions (int         fd,
                   const char *document)
{
  GStatBuf info;

  if (g_stat (document, &info) == 0 && (info.st_mode & 0077) != 0)
    fchmod (fd, info.st_mode & 0666);
}

static gboolean
try_kernel_lock (int fd)
{
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  /* A file system without such locks: then it is the process that is looked at. */
  return errno != EWOULDBLOCK && errno != EINTR;
}

static gboolean
is_same_file (int         fd,
              const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && lstat (path, &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

static gboolean
write_self (int fd)
{
  g_autofree char *text = tl_lock_holder_describe_self ();
  gssize length = (gssize) strlen (text);

  return ftruncate (fd, 0) == 0 && pwrite (fd, text, length, 0) == length && fsync (fd) == 0;
}

static TlLock *
make_lock (const char *lock_path,
           int         fd)
{
  TlLock *self = g_new0 (TlLock, 1);

  self->path = g_strdup (lock_path);
  self->fd = fd;
  return self;
}

static TlLockHolder *
read_holder (int      fd,
             gboolean is_held)
{
  char text[MAX_BYTES];
  gssize length = pread (fd, text, sizeof text, 0);

  return tl_lock_holder_parse (text, length > 0 ? length : 0, is_held);
}

static void
set_error (GError     **error,
           const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("No note could be left beside “%s” that it is open here: %s."), name, g_strerror (code));
}

/* In a folder that cannot be written to there may still be a lock file of somebody who can. */
static int
open_existing (const char *lock_path)
{
  int flags = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  int fd = g_open (lock_path, O_RDWR | flags, 0);

  if (fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM))
    fd = g_open (lock_path, O_RDONLY | flags, 0);

  return fd;
}

/* -1 with errno set when there is no lock file that can be read and none can be made */
static int
open_lock_file (const char *lock_path,
                gboolean   *is_new)
{
  int fd = g_open (lock_path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  int code = errno;

  *is_new = fd >= 0;
  if (fd >= 0)
    return fd;

  fd = open_existing (lock_path);
  if (fd < 0 && errno == ENOENT && code != EEXIST)
    errno = code;

  return fd;
}

static gboolean
is_lock_file_there (const char *lock_path)
{
  GStatBuf info;

  return g_lstat (lock_path, &info) == 0;
}

/* A lock file whose process is gone is ours to take when it was this person's own, here: nobody else can be hurt. */
static gboolean
may_take (const TlLockHolder *holder)
{
  return holder->is_stale && holder->is_mine;
}

/* Takes the lock by its open file, or says who has it.  Both are NULL when it could not be written. */
static TlLock *
take_open_file (const char    *path,
                const char    *lock_path,
                int            fd,
                gboolean       is_new,
                gboolean       is_free,
                TlLockHolder **holder)
{
  g_autoptr (TlLockHolder) found = read_holder (fd, !is_free);

  if (is_free && (is_new || may_take (found)))
    {
      if (write_self (fd))
        {
          match_permissions (fd, path);
          return make_lock (lock_path, fd);
        }
      if (is_new)
        {
          int code = errno;

          g_unlink (lock_path);
          errno = code;
          return NULL;
        }
    }

  *holder = g_steal_pointer (&found);
  return NULL;
}

/* Whether that is settled; otherwise the lock file was another one a moment later, and is to be looked at again.
 *
 * Somebody who only looks can have the kernel's lock on a file that was made here this very moment, and has not been
 * written yet.  Such a file goes again: left empty, it would keep everybody out. */
static gboolean
try_to_take (const char    *path,
             const char    *lock_path,
             TlLock       **lock,
             TlLockHolder **holder,
             GError       **error)
{
  gboolean is_new, is_free;
  int fd = open_lock_file (lock_path, &is_new);
  int code = errno;

  if (fd < 0)
    {
      if (is_lock_file_there (lock_path))
        *holder = tl_lock_holder_parse ("", 0, FALSE);
      errno = code;
      if (*holder == NULL && code != ENOENT)
        set_error (error, path);
      return *holder != NULL || code != ENOENT;
    }

  is_free = try_kernel_lock (fd);
  if (!is_same_file (fd, lock_path) || (is_new && !is_free))
    {
      if (is_same_file (fd, lock_path))
        g_unlink (lock_path);
      close (fd);
      errno = EBUSY;
      return FALSE;
    }

  *lock = take_open_file (path, lock_path, fd, is_new, is_free, holder);
  if (*lock == NULL && *holder == NULL)
    set_error (error, path);
  if (*lock == NULL)
    close (fd);
  return TRUE;
}

/**
 * tl_lock_take:
 * @path: the path of a document
 * @holder: (out) (nullable): who holds the lock already, when somebody does
 * @error: return location for a #GIOErrorEnum
 *
 * Takes the lock of a document.  One that this person left on this computer, in a process that is gone, is taken
 * without asking; any other one is left alone, and @holder says whose it is.
 *
 * Returns: (transfer full) (nullable): the lock; when %NULL, either @holder is set or no lock can be made there,
 *   which @error explains
 */
TlLock *
tl_lock_take (const char    *path,
              TlLockHolder **holder,
              GError       **error)
{
  g_autofree char *lock_path = tl_lock_dup_path (path);
  TlLock *lock = NULL;

  *holder = NULL;
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      if (try_to_take (path, lock_path, &lock, holder, error))
        return lock;
    }

  set_error (error, path);
  return NULL;
}

/**
 * tl_lock_take_over:
 * @path: the path of a document
 * @error: return location for a #GIOErrorEnum
 *
 * Takes the lock of a document whoever holds it.  A living holder keeps its file open under no name, and learns of
 * what was done by its next write, which finds the document changed.
 *
 * Returns: (transfer full): the lock
 */
TlLock *
tl_lock_take_over (const char  *path,
                   GError     **error)
{
  g_autofree char *lock_path = tl_lock_dup_path (path);
  int fd;

  if (g_unlink (lock_path) != 0 && errno != ENOENT)
    {
      set_error (error, path);
      return NULL;
    }

  fd = g_open (lock_path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd >= 0 && try_kernel_lock (fd) && write_self (fd))
    {
      match_permissions (fd, path);
      return make_lock (lock_path, fd);
    }

  set_error (error, path);
  if (fd >= 0)
    {
      g_unlink (lock_path);
      close (fd);
    }
  return NULL;
}

/**
 * tl_lock_release:
 * @self: (transfer full): a lock
 *
 * The lock file goes, unless somebody has taken it over.
 */
void
tl_lock_release (TlLock *self)
{
  if (is_same_file (self->fd, self->path))
    g_unlink (self->path);

  close (self->fd);
  g_free (self->path);
  g_free (self);
}
