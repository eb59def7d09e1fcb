/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlLockHolder:
 * @user: (nullable): the name of the person; %NULL when the lock file cannot be read
 * @host: (nullable): the name of that person's computer
 * @pid: the process on that computer; 0 when unknown
 * @since: (nullable): when it took the lock
 * @is_here: the computer is this one
 * @is_mine: the computer is this one, and the person is who runs this program
 * @is_stale: it is certain that the process no longer runs
 *
 * Who has a document open.
 */
typedef struct
{
  char      *user;
  char      *host;
  int        pid;
  GDateTime *since;
  gboolean   is_here;
  gboolean   is_mine;
  gboolean   is_stale;
} TlLockHolder;

typedef struct _TlLock TlLock;

TlLock *tl_lock_take               (const char          *path,
                                    TlLockHolder       **holder,
                                    GError             **error);
TlLock *tl_lock_take_over          (const char          *path,
                                    GError             **error);
void    tl_lock_release            (TlLock              *self);

char   *tl_lock_dup_path           (const char          *path);

char   *tl_lock_holder_to_sentence (const TlLockHolder  *self);
void    tl_lock_holder_free        (TlLockHolder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLock, tl_lock_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLockHolder, tl_lock_holder_free)

G_END_DECLS
