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

static inline double
block_mean (const TlIsotonicBlock *block)
{
  return block->sum / block->weight;
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
      TlIsotonicBlock block = { weights[i] * values[i], weights[i], 1 };

      while (n_blocks > 0 && block_mean (&blocks[n_blocks - 1]) >= block_mean (&block))
        {
          n_blocks--;
          block.sum += blocks[n_blocks].sum;
          block.weight += blocks[n_blocks].weight;
          block.length += blocks[n_blocks].length;
        }
      blocks[n_blocks++] = block;
    }

  guint i = 0;

  for (guint b = 0; b < n_blocks; b++)
    for (guint k = 0; k < blocks[b].length; k++)
      values[i++] = block_mean (&blocks[b]);
}
