/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a diagram: which of them there are, and where they stand along the cascade.
 *
 * A level has as many rows as its goals help one another in a chain.
 *
 * The layout says where goals stand across the rows; where the rows themselves stand is decided here, because the
 * bands need room for their names, and because a gap that lines cross a long way has to be deeper than one they cross
 * straight.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-diagram-private.h"

#define SHELF_GAP    40.0            /* between two shelves with regions */

/* Room along the cascade. */
typedef struct
{
  double row_gap;                    /* the least between two rows of a level */
  double before;                     /* from the start of a band to its first row; its name stands there */
  double after;
  double most_extra;                 /* by how much a gap grows at most that lines cross a long way */
} Spacing;

/* A gap grows by a unit for each so many units a line runs across in it. */
#define RUN_SHARE 16.0
/* Lines that run no further across are as good as straight. */
#define SHORT_RUN 96.0
/* From a handle to the next card of its stack. */
#define HANDLE_GAP 6.0

static const Spacing spacing_down = { 36.0, 32.0, 20.0, 96.0 };
static const Spacing spacing_right = { 48.0, 32.0, 36.0, 40.0 };

/* Gives every goal its rank; the rows of a level follow one another, and no link inside a level lies flat. */
void
tl_diagram_list_rows (TlDiagram *self)
{
  g_autoptr (TlLevels) levels = tl_levels_new (self->graph, self->goals, self->n_goals);

  for (TlLevel level = TL_LEVEL_ORGANISATION; level < TL_N_LEVELS; level++)
    for (guint i = 0; i < levels->n_level_rows[level]; i++)
      g_array_append_val (self->rows, ((TlDiagramRow) { .level = level, .stack_gap = TL_DIAGRAM_STACK_GAP }));

  memcpy (self->ranks, levels->rows, self->n_goals * sizeof (guint));
  for (guint i = 0; i < self->n_goals; i++)
    tl_diagram_widen_row (self, self->ranks[i], i);
}

/* Leaves room in the stacks of a row for the handle of a goal with something folded away.  Downwards that has room in
 * every stack.
 */
void
tl_diagram_widen_row (TlDiagram *self,
                      guint      row,
                      guint      place)
{
  TlDiagramRow *stacks = tl_diagram_get_row (self, row);
  const TlCard closed = {
    .box = { 0.0, 0.0, self->depth, self->width }, .fold = TL_FOLD_CLOSED, .n_below = self->beneath[place].n_goals,
  };

  if (!self->down && self->beneath[place].n_goals > 0)
    stacks->stack_gap = MAX (stacks->stack_gap, tl_card_measure_fold (&closed, TL_SCENE_RIGHT) + HANDLE_GAP);
}

static void
note_run (TlDiagram *self,
          guint      row,
          double     from,
          double     to)
{
  TlDiagramRow *above = tl_diagram_get_row (self, row);

  above->run = MAX (above->run, fabs (to - from));
}

/* How far lines run across in the gap below each row.  Bends still say their rows, see tl_diagram_place_parts(). */
static void
measure_runs (TlDiagram *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);
      guint upper = MIN (self->row_of[link->from], self->row_of[link->to]);
      guint lower = MAX (self->row_of[link->from], self->row_of[link->to]);
      double at = tl_diagram_get_exit (self, link->from);

      if (tl_diagram_is_led (self, i) || self->part_of[link->from] != self->part_of[link->to] || upper == lower)
        continue;

      for (guint b = 0; b < link->n_bends; b++)
        {
          const TlDiagramPoint *bend = &g_array_index (self->bends, TlDiagramPoint, link->first_bend + b);

          note_run (self, (guint) bend->along / 2, at, bend->across);
          at = bend->across;
        }
      note_run (self, upper, at, self->centres[link->to]);
    }
}

static double
choose_extra (const Spacing *spacing,
              double         run)
{
  return floor (CLAMP ((run - SHORT_RUN) / RUN_SHARE, 0.0, spacing->most_extra));
}

static void
settle_bends (TlDiagram *self)
{
  for (guint i = 0; i < self->bends->len; i++)
    {
      TlDiagramPoint *bend = &g_array_index (self->bends, TlDiagramPoint, i);
      const TlDiagramRow *row = tl_diagram_get_row (self, (guint) bend->along / 2);

      bend->along = (guint) bend->along % 2 == 1 ? row->end : row->start;
    }
}

/* Sets the rows of one level of one shelf, from @first to before @last, one below the other.  Returns where they end;
 * a level without goals takes no room.
 */
static double
stack_band (TlDiagram     *self,
            const Spacing *spacing,
            guint          first,
            guint          last,
            double         start)
{
  double at = start + spacing->before;
  double extra = 0.0;
  guint n_filled = 0;

  for (guint r = first; r < last; r++)
    {
      TlDiagramRow *row = tl_diagram_get_row (self, r);

      if (row->n_slots > 0 && n_filled++ > 0)
        at += spacing->row_gap + extra;
      row->start = at;
      if (row->n_slots > 0)
        {
          at += row->n_slots * (self->depth + row->stack_gap) - row->stack_gap;
          extra = 0.0;
        }
      row->end = at;
      extra = MAX (extra, choose_extra (spacing, row->run));
    }

  if (n_filled == 0)
    {
      for (guint r = first; r < last; r++)
        tl_diagram_get_row (self, r)->start = tl_diagram_get_row (self, r)->end = start;
      return start;
    }

  at += spacing->after + extra;
  g_array_append_val (self->bands, ((TlDiagramBand) { tl_diagram_get_row (self, first)->level, start, at }));

  return at;
}

/* Decides where rows and bands stand, once it is known how far lines run between them. */
void
tl_diagram_stack_rows (TlDiagram *self)
{
  const Spacing *spacing = self->down ? &spacing_down : &spacing_right;
  gboolean has_regions = tl_diagram_has_regions (self);
  double headroom = has_regions && self->down ? TL_DIAGRAM_HEADROOM : 0.0;
  double at = 0.0;

  measure_runs (self);
  for (guint first = 0; first < self->rows->len;)
    {
      guint shelf = tl_diagram_get_row (self, first)->shelf;

      at += headroom + (first > 0 && has_regions ? SHELF_GAP : 0.0);
      g_array_append_val (self->shelves, at);
      while (first < self->rows->len && tl_diagram_get_row (self, first)->shelf == shelf)
        {
          TlLevel level = tl_diagram_get_row (self, first)->level;
          guint last = first + 1;

          while (last < self->rows->len && tl_diagram_get_row (self, last)->shelf == shelf
                 && tl_diagram_get_row (self, last)->level == level)
            last++;
          at = stack_band (self, spacing, first, last, at);
          first = last;
        }
      g_array_append_val (self->shelves, at);
    }

  settle_bends (self);
}
