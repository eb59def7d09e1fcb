/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions for things that were put into another order: goals beside each other, statements in a column.
 *
 * As few as can be get another one, for each that does is a row to write, and to merge with what somebody else did to
 * another copy.  The longest series that already goes up stays, found by patience sorting; the others are put between
 * their neighbours. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <math.h>

#include "tl-edits-private.h"

/* Positions are halved between their neighbours; below this they are all numbered anew. */
#define LEAST_GAP 1e-6

static gboolean *
find_rising (const double *positions,
             guint         n)
{
  gboolean *stays = g_new0 (gboolean, n);
  g_autofree guint *tails = g_new (guint, n + 1);
  g_autofree guint *before = g_new (guint, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      if (isnan (positions[i]))
        continue;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (positions[tails[middle]] < positions[i])
            low = middle + 1;
          else
            high = middle;
        }

      before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (guint i = length > 0 ? tails[length - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    stays[i] = TRUE;

  return stays;
}

/* Between the neighbours that stay; FALSE when there is no room. */
static gboolean
fill_gap (const double *old,
          double       *positions,
          guint         n,
          guint         first,
          guint         end)
{
  double low = first > 0 ? positions[first - 1] : NAN;
  double high = end < n ? old[end] : NAN;
  double step;

  if (isnan (low))
    low = isnan (high) ? 0 : high - (end - first) - 1;
  if (isnan (high))
    high = low + (end - first) + 1;

  step = (high - low) / (end - first + 1);
  for (guint i = first; i < end; i++)
    positions[i] = low + step * (i - first + 1);

  return step >= LEAST_GAP;
}

/**
 * tl_edits_compute_positions:
 * @old: (array length=n): the positions of things in the order they are to have, NAN for one that has none
 * @n: how many there are
 *
 * Returns: (transfer full) (array length=n): positions that go up; those of which the order is right already are kept
 */
double *
tl_edits_compute_positions (const double *old,
                            guint         n)
{
  double *positions = g_new (double, n);
  g_autofree gboolean *stays = find_rising (old, n);
  gboolean has_room = TRUE;

  for (guint i = 0; i < n && has_room; i++)
    {
      guint end = i;

      while (end < n && !stays[end])
        end++;

      if (end > i)
        has_room = fill_gap (old, positions, n, i, end);
      if (end < n)
        positions[end] = old[end];
      i = end;
    }

  for (guint i = 0; i < n && !has_room; i++)
    positions[i] = i + 1;

  return positions;
}
