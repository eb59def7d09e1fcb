/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Isotonic least squares: the non-decreasing sequence nearest to the one wished for.
 *
 * This is what places a row: subtract from each node's wished centre the room its left neighbours need, fit,
 * and add the room again.  No two nodes can come too close, whatever is wished, and the result is the best
 * there is for that row in O(n).
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include "tl-layout-isotonic.h"

/* What is out of order by less stays so: rows that were fitted before stand packed but for rounding, and would be
 * pooled again one by one, to no end. */
#define SLACK 1e-6

/* Stands the mean of @left beyond that of @right?  Asked without dividing, which takes longer than all the rest. */
static inline gboolean
is_beyond (const TlIsotonicBlock *left,
           const TlIsotonicBlock *right)
{
  return left->sum * right->weight - right->sum * left->weight > SLACK * (left->weight * right->weight);
}

/* Replaces @values by the non-decreasing sequence x that minimises sum (weights[i] * (x[i] - values[i])^2),
 * by pooling adjacent violators (Ayer et al., 1955).  Weights are above zero.  @blocks is room for n blocks. */
void
tl_isotonic_fit (double          *values,
                 const double    *weights,
                 guint            n,
                 TlIsotonicBlock *blocks)
{
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      TlIsotonicBlock block = { values[i] * weights[i], weights[i], 1 };

      while (n_blocks > 0 && is_beyond (&blocks[n_blocks - 1], &block))
        {
          const TlIsotonicBlock *last = &blocks[--n_blocks];

          block.sum += last->sum;
          block.weight += last->weight;
          block.length += last->length;
        }
      blocks[n_blocks++] = block;
    }

  for (guint b = 0, i = 0; b < n_blocks; i += blocks[b++].length)
    if (blocks[b].length > 1)
      {
        double mean = blocks[b].sum / blocks[b].weight;

        for (guint k = 0; k < blocks[b].length; k++)
          values[i + k] = mean;
      }
}
