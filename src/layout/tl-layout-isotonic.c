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
      TlIsotonicBlock block = { values[i], weights[i], 1 };

      while (n_blocks > 0 && blocks[n_blocks - 1].mean >= block.mean)
        {
          const TlIsotonicBlock *last = &blocks[--n_blocks];
          double weight = last->weight + block.weight;

          block.mean = (last->weight * last->mean + block.weight * block.mean) / weight;
          block.weight = weight;
          block.length += last->length;
        }
      blocks[n_blocks++] = block;
    }

  guint i = 0;

  for (guint b = 0; b < n_blocks; b++)
    for (guint k = 0; k < blocks[b].length; k++)
      values[i++] = blocks[b].mean;
}
