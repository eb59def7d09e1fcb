/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks one beneath the other, and the strips they come to.
 *
 * Each block says how it breaks within itself; what stands between blocks is decided here: the space (the greater of
 * what the upper wants below it and the lower above it), what a heading clings to, what was asked to stay together.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-private.h"

static void
free_block (gpointer data)
{
  TlPaperBlock *block = data;

  block->klass->clear (block);
  g_free (block);
}

/**
 * tl_paper_flow_init:
 * @self: (out): a flow without blocks
 */
void
tl_paper_flow_init (TlPaperFlow *self)
{
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->strips = g_array_new (FALSE, TRUE, sizeof (TlPaperStrip));
  self->owners = g_array_new (FALSE, TRUE, sizeof (TlPaperOwner));
}

/**
 * tl_paper_flow_clear:
 * @self: a flow
 */
void
tl_paper_flow_clear (TlPaperFlow *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
}

static TlPaperStrip *
get_strip (TlPaperFlow *self,
           guint        strip)
{
  return &g_array_index (self->strips, TlPaperStrip, strip);
}

static void
bind_strip (TlPaperStrip *strip,
            TlPaperBond   bond)
{
  strip->bond = MAX (strip->bond, bond);
}

/* What is between the strips that are there and those of @block, which begin with @first. */
static void
join_blocks (TlPaperFlow        *self,
             const TlPaperBlock *above,
             const TlPaperBlock *block,
             guint               first)
{
  TlPaperStrip *head = get_strip (self, first);

  head->breaks = block->breaks;
  if (first == 0)
    return;

  TlPaperStrip *foot = get_strip (self, first - 1);

  head->space = MAX (above->after, block->before);
  if (above->heads)
    bind_strip (foot, TL_PAPER_BOND_CLOSE);
  if (above->group != 0 && above->group == block->group)
    bind_strip (foot, TL_PAPER_BOND_GROUP);
}

static void
adopt_strips (TlPaperFlow  *self,
              TlPaperBlock *block,
              guint         first)
{
  for (guint i = first; i < self->strips->len; i++)
    {
      TlPaperStrip *strip = get_strip (self, i);
      const TlPaperOwner owner = { block, i - first };

      if (strip->header != TL_PAPER_NO_HEADER)
        strip->header += first;
      if (block->group != 0 && i + 1 < self->strips->len)
        bind_strip (strip, TL_PAPER_BOND_GROUP);
      g_array_append_val (self->owners, owner);
    }
}

/**
 * tl_paper_flow_shape:
 * @self: a flow
 * @context: what to shape texts with
 * @width: where lines are broken, in points
 *
 * Makes the strips of all blocks anew.
 */
void
tl_paper_flow_shape (TlPaperFlow  *self,
                     PangoContext *context,
                     double        width)
{
  const TlPaperBlock *above = NULL;

  g_array_set_size (self->strips, 0);
  g_array_set_size (self->owners, 0);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      TlPaperBlock *block = self->blocks->pdata[i];
      guint first = self->strips->len;

      block->klass->shape (block, context, width, self->strips);
      if (self->strips->len == first)
        continue;

      join_blocks (self, above, block, first);
      adopt_strips (self, block, first);
      above = block;
    }
}

/**
 * tl_paper_flow_draw:
 * @self: a flow that has been shaped
 * @cr: what to draw on; the strip's upper left corner is at 0, 0
 * @strip: which of its strips
 */
void
tl_paper_flow_draw (TlPaperFlow *self,
                    cairo_t     *cr,
                    guint        strip)
{
  const TlPaperOwner *owner = &g_array_index (self->owners, TlPaperOwner, strip);

  owner->block->klass->draw (owner->block, cr, owner->strip);
}
