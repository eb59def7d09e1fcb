/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the libraries below us took from the heap while they were loaded, for the leak sanitizer: reachable from here.
 *
 * GLib makes the array of its quarks then, and forgets it on purpose when it needs a larger one, so that quarks can be
 * read without a lock.  A program as large as the window has more of them than the first array holds.  A suppression
 * was rejected: it needs the call stack, which the fast unwinder does not see in GLib, and the slow one makes each test
 * six times slower.  Nothing of ours is loaded yet, so nothing of ours is hidden.
 *
 * Without the sanitizers nobody calls this.
 */

#include <glib.h>

/* The size of the first array of quarks */
#define N_BYTES (2048 * sizeof (char *))

#define N_KEPT 16

void __sanitizer_malloc_hook (const volatile void *memory,
                              size_t               size);

static const volatile void *kept[N_KEPT];
static guint n_kept;
static gboolean is_loaded;

void
__sanitizer_malloc_hook (const volatile void *memory,
                         size_t               size)
{
  if (!is_loaded && size == N_BYTES && n_kept < N_KEPT)
    kept[n_kept++] = memory;
}

/* The constructors of a program run after those of its libraries. */
__attribute__ ((constructor)) static void
end_loading (void)
{
  is_loaded = TRUE;
}
