/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one may cut across several columns at once: wherever no column has something standing. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-extents.h"

/* Lines that only touch do not overlap, whatever the last digit says. */
#define SLACK 0.01

static int
compare_extents (gconstpointer a,
                 gconstpointer b)
{
  const TlPaperExtent *one = a;
  const TlPaperExtent *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/**
 * tl_paper_extents_merge:
 * @extents: (element-type TlPaperExtent): what stands in all the columns, in any order
 *
 * Makes one of those that overlap, directly or through others.  What is left, from above to below, has a cut between any
 * two that goes through nothing.
 */
void
tl_paper_extents_merge (GArray *extents)
{
  guint n_merged = 0;

  g_return_if_fail (extents != NULL);

  g_array_sort (extents, compare_extents);
  for (guint i = 0; i < extents->len; i++)
    {
      const TlPaperExtent extent = g_array_index (extents, TlPaperExtent, i);
      TlPaperExtent *last = n_merged > 0 ? &g_array_index (extents, TlPaperExtent, n_merged - 1) : NULL;

      if (last != NULL && extent.from < last->to - SLACK)
        last->to = MAX (last->to, extent.to);
      else
        g_array_index (extents, TlPaperExtent, n_merged++) = extent;
    }
  g_array_set_size (extents, n_merged);
}
