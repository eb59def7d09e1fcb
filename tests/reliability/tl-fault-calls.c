/* SPDX-License-Identifier: GPL-3.0-or-later */

/* System calls that fail when a test says so.
 *
 * The functions here have the names of the C library's, and come before them: a program that holds them, and exports
 * its symbols, has everything go through them, be it SQLite, GLib, cairo or ourselves.  SQLite's own xSetSystemCall()
 * was tried first; it knows neither fsync() nor what happens to files that are not SQLite's.  Only calls that change
 * something below the folder under test are counted.
 */

#define _GNU_SOURCE
/* Here open() and open64() are two functions. */
#undef _FILE_OFFSET_BITS

#include "tl-fault-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define CHANGING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

static char armed_folder[4096];
static guint countdown;
static int failure;
static gboolean fails_for_ever;
static const char *failed_call;
static gboolean is_armed;

/* The next function of that name; these run before main(), when nothing may be allocated yet. */
#define NEXT(name) \
  static __typeof__ (&name) next; \
  if (next == NULL) \
    next = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

/* Whether this call has to fail; errno is set then. */
static gboolean
fail (const char *call)
{
  if (countdown > 1)
    {
      countdown--;
      return FALSE;
    }

  if (countdown == 0 && !fails_for_ever)
    return FALSE;

  countdown = 0;
  if (failed_call == NULL)
    failed_call = call;
  errno = failure;
  return TRUE;
}

static gboolean
fail_path (const char *call,
           const char *path)
{
  if (!is_armed || path == NULL || strncmp (path, armed_folder, strlen (armed_folder)) != 0)
    return FALSE;

  return fail (call);
}

static gboolean
fail_descriptor (const char *call,
                 int         fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  if (!is_armed)
    return FALSE;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return FALSE;

  path[length] = '\0';
  return fail_path (call, path);
}

/**
 * tl_fault_arm:
 * @folder: the absolute path of a folder
 * @nth: which call that changes something below @folder fails, counted from 1
 * @error: the errno it fails with
 * @duration: how long this lasts
 */
void
tl_fault_arm (const char      *folder,
              guint            nth,
              int              error,
              TlFaultDuration  duration)
{
  g_assert_cmpint (g_snprintf (armed_folder, sizeof armed_folder, "%s/", folder), <, (int) sizeof armed_folder);
  countdown = nth;
  failure = error;
  fails_for_ever = duration == TL_FAULT_FOR_EVER;
  failed_call = NULL;
  is_armed = TRUE;
}

/**
 * tl_fault_disarm:
 *
 * From here on everything works again.
 *
 * Returns: (nullable): the first call that failed; %NULL when there were fewer calls than that
 */
const char *
tl_fault_disarm (void)
{
  is_armed = FALSE;
  return failed_call;
}

#define OPEN(name) \
  int \
  name (const char *path, \
        int         flags, \
        ...) \
  { \
    mode_t mode = 0; \
    va_list arguments; \
    NEXT (name); \
 \
    va_start (arguments, flags); \
    if (flags & (O_CREAT | O_TMPFILE)) \
      mode = va_arg (arguments, mode_t); \
    va_end (arguments); \
    if ((flags & CHANGING) && fail_path (#name, path)) \
      return -1; \
    return next (path, flags, mode); \
  }

OPEN (open)
OPEN (open64)

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  NEXT (write);

  return fail_descriptor ("write", fd) ? -1 : next (fd, data, size);
}

ssize_t
pwrite (int         fd,
        const void *data,
        size_t      size,
        off_t       offset)
{
  NEXT (pwrite);

  return fail_descriptor ("pwrite", fd) ? -1 : next (fd, data, size, offset);
}

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      size,
          off64_t     offset)
{
  NEXT (pwrite64);

  return fail_descriptor ("pwrite64", fd) ? -1 : next (fd, data, size, offset);
}

/* Syncs that work are not made at all: nothing happens to the power here, and they take most of the time. */
int
fsync (int fd)
{
  return fail_descriptor ("fsync", fd) ? -1 : 0;
}

int
fdatasync (int fd)
{
  return fail_descriptor ("fdatasync", fd) ? -1 : 0;
}

int
ftruncate (int   fd,
           off_t size)
{
  NEXT (ftruncate);

  return fail_descriptor ("ftruncate", fd) ? -1 : next (fd, size);
}

int
ftruncate64 (int     fd,
             off64_t size)
{
  NEXT (ftruncate64);

  return fail_descriptor ("ftruncate64", fd) ? -1 : next (fd, size);
}

int
unlink (const char *path)
{
  NEXT (unlink);

  return fail_path ("unlink", path) ? -1 : next (path);
}

int
rename (const char *from,
        const char *to)
{
  NEXT (rename);

  return fail_path ("rename", to) ? -1 : next (from, to);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  NEXT (mkdir);

  return fail_path ("mkdir", path) ? -1 : next (path, mode);
}
