/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a work in a thread has come, for whoever shows it.
 *
 * Two numbers that are looked at now and then; rejected: a callback, which would have to find its way from the thread to
 * the main loop for each of thousands of parts.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-progress.h"

/**
 * tl_progress_tell:
 * @self: (nullable): somebody who wants to know; %NULL when nobody does
 * @done: how many parts of the work are done
 * @all: how many there are
 */
void
tl_progress_tell (TlProgress *self,
                  guint       done,
                  guint       all)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->all, (int) all);
  g_atomic_int_set (&self->done, (int) done);
}

/**
 * tl_progress_ask:
 * @self: what a work is told to
 * @done: (out): how many parts of it are done
 * @all: (out): how many there are
 *
 * Returns: whether anything is known of it yet
 */
gboolean
tl_progress_ask (const TlProgress *self,
                 guint            *done,
                 guint            *all)
{
  g_return_val_if_fail (self != NULL && done != NULL && all != NULL, FALSE);

  *done = (guint) g_atomic_int_get (&self->done);
  *all = (guint) g_atomic_int_get (&self->all);
  return *all > 0;
}
