/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shelves: a picture broken like text, so that it has the shape of a screen.
 *
 * One row for each level makes ten thousand goals a million units broad and two thousand high.  A picture is
 * therefore put on several shelves, one after the other, each with the bands of its levels.  What stands beneath a
 * goal stays together as long as it fits; a tree that is broader than a shelf is cut beneath its root, and what
 * stands beneath that goes on from shelf to shelf, as words do from line to line.  How tall lists are and how many
 * shelves there are is chosen together (tl-diagram-shape.c).
 *
 * Breaking long rows instead, like bricks in a wall, was tried and rejected: half of all lines then run between the
 * cards of another line's goals, and take more room than the cards.
 *
 * Goals that are not linked at all come last, on a shelf of their own when there are many.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-diagram-private.h"

/* A tree that is broader than a shelf by no more than this is not cut. */
#define OVERHANG     1.2
/* A shelf that is filled less is filled further, if need be with part of a tree. */
#define WELL_FILLED  0.6
/* A shelf that would be filled less is not begun. */
#define LEAST_SHARE  0.25
/* So many goals of a row that are not connected stand beside the others. */
#define FEW_LOOSE    4

/* What is being filled. */
typedef struct
{
  TlDiagram    *self;
  const double *breadths;   /* of what stands beneath each goal, and itself */
  guint        *shelf_of;   /* by place; TL_GRAPH_NONE for as the goal it stands under */
  double        breadth;    /* of a shelf */
  guint         shelf;
  double        filled;
  double        left;       /* what still has to be put somewhere */
} Filler;

static void
begin_shelf (Filler *filler)
{
  filler->shelf++;
  filler->filled = 0.0;
}

/* Begins another shelf where this one is full, unless too little is left for it. */
static void
make_room (Filler *filler,
           double  breadth)
{
  if (filler->filled >= WELL_FILLED * filler->breadth && filler->filled + breadth > OVERHANG * filler->breadth
      && filler->left > LEAST_SHARE * filler->breadth)
    begin_shelf (filler);
}

static void
take_room (Filler *filler,
           double  breadth)
{
  filler->filled += breadth;
  filler->left -= breadth;
}

/* How broad the lists beneath a goal are; in @n_others how many goals stand beneath it that are in none. */
static double
measure_lists (Filler *filler,
               guint   place,
               guint  *n_others)
{
  const TlDiagram *self = filler->self;
  double lists = 0.0;

  *n_others = 0;
  for (guint c = self->first_child[place]; c < self->first_child[place + 1]; c++)
    if (self->listed[self->children[c]])
      lists += filler->breadths[self->children[c]];
    else
      ++*n_others;

  return lists;
}

/* Puts a goal and what stands beneath it on the shelf at hand, or on the next; or, when that is too broad, the goal
 * with its lists, and then the rest by and by.
 */
static void
put_tree (Filler *filler,
          guint   place)
{
  TlDiagram *self = filler->self;
  guint n_others;
  double lists = measure_lists (filler, place, &n_others);

  make_room (filler, filler->breadths[place]);
  filler->shelf_of[place] = filler->shelf;
  if (n_others == 0 || filler->filled + filler->breadths[place] <= OVERHANG * filler->breadth)
    {
      take_room (filler, filler->breadths[place]);
      return;
    }

  take_room (filler, lists);
  for (guint c = self->first_child[place]; c < self->first_child[place + 1]; c++)
    if (!self->listed[self->children[c]])
      put_tree (filler, self->children[c]);
}

/* Puts the trees of one organisation on shelves, from the first on. */
static guint
fill_shelves (TlDiagram    *self,
              guint         organisation,
              guint         n_shelves,
              const double *breadths,
              guint        *shelf_of)
{
  Filler filler = { .self = self, .breadths = breadths, .shelf_of = shelf_of };

  for (guint i = 0; i < self->n_goals; i++)
    if (self->parents[i] == TL_GRAPH_NONE && !self->loose[i] && tl_diagram_get_organisation (self, i) == organisation)
      filler.left += breadths[i];
  filler.breadth = filler.left / n_shelves;

  for (guint i = 0; i < self->n_goals; i++)
    if (self->parents[i] == TL_GRAPH_NONE && !self->loose[i] && tl_diagram_get_organisation (self, i) == organisation)
      put_tree (&filler, i);

  return filler.shelf + 1;
}

static guint
fill_all (TlDiagram *self,
          guint      n_shelves,
          guint     *shelf_of)
{
  g_autofree double *breadths = tl_diagram_measure_trees (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_used = 0;

  for (guint i = 0; i < self->n_goals; i++)
    shelf_of[i] = TL_GRAPH_NONE;
  for (guint i = 0; i < self->n_goals; i++)
    {
      guint organisation = tl_diagram_get_organisation (self, i);

      if (self->loose[i] || !g_hash_table_add (seen, GUINT_TO_POINTER (organisation)))
        continue;

      n_used = MAX (n_used, fill_shelves (self, organisation, n_shelves, breadths, shelf_of));
    }

  for (guint k = 0; k < self->n_goals; k++)
    {
      guint place = self->by_row[k];

      if (shelf_of[place] == TL_GRAPH_NONE && !self->loose[place])
        shelf_of[place] = shelf_of[self->parents[place]];
    }

  return n_used;
}

/* Every shelf has all rows; those that stay empty take no room. */
static void
repeat_rows (TlDiagram *self,
             guint      n_shelves)
{
  guint n_rows = self->rows->len;

  for (guint shelf = 1; shelf < n_shelves; shelf++)
    for (guint r = 0; r < n_rows; r++)
      {
        TlDiagramRow row = *tl_diagram_get_row (self, r);

        row.shelf = shelf;
        g_array_append_val (self->rows, row);
      }
}

/* How tall the stacks of each row are, and how far apart what stands in them: another shelf may need less room. */
static void
measure_stacks (TlDiagram *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    tl_diagram_get_row (self, r)->stack_gap = TL_DIAGRAM_STACK_GAP;

  for (guint i = 0; i < self->n_goals; i++)
    {
      TlDiagramRow *row = tl_diagram_get_row (self, self->row_of[i]);

      row->n_slots = MAX (row->n_slots, self->slots[i] + 1);
      tl_diagram_widen_row (self, self->row_of[i], i);
    }
}

/* Fills about as many shelves as were thought best, and some more and some less: what lies on each is only known then.
 * Returns how many there are in the best try, and in @shelf_of what that has where.
 */
static guint
fill_best (TlDiagram *self,
           guint      n_shelves,
           guint     *shelf_of)
{
  static const double shares[] = { 1.0, 0.8, 1.25, 1.6, 2.0 };
  g_autofree guint *tried = g_new (guint, MAX (self->n_goals, 1));
  guint n_best = 0;
  double best = INFINITY;

  for (guint t = 0; t < (n_shelves > 1 ? G_N_ELEMENTS (shares) : 1); t++)
    {
      guint n = fill_all (self, (guint) MAX (round (n_shelves * shares[t]), 1.0), tried);
      double across, along;

      tl_diagram_measure_shelves (self, tried, n, &across, &along);

      double fit = tl_diagram_measure_fit (self, across, along);

      if (fit >= best)
        continue;

      best = fit;
      n_best = n;
      memcpy (shelf_of, tried, self->n_goals * sizeof (guint));
    }

  return n_best;
}

/* Where a goal that is not on a shelf yet goes: with the one it stands under; one that stands under none to the first
 * of what stands under it, or else to the last shelf.
 */
static guint
choose_shelf (TlDiagram   *self,
              guint        place,
              const guint *shelf_of)
{
  guint shelf = TL_GRAPH_NONE;

  if (self->parents[place] != TL_GRAPH_NONE)
    return shelf_of[self->parents[place]];

  for (guint c = self->first_child[place]; c < self->first_child[place + 1]; c++)
    {
      const TlDiagramTrace *trace = tl_diagram_get_trace (self, self->children[c]);

      if (trace != NULL && trace->shelf < self->n_shelves)
        shelf = MIN (shelf, trace->shelf);
    }

  return shelf != TL_GRAPH_NONE ? shelf : self->n_shelves - 1;
}

/* Whether a goal is on the shelf it was on.  It goes along with the goal it stands under when it was on one shelf with
 * it, and always from one that it did not stand under.
 */
static gboolean
stays (TlDiagram            *self,
       guint                 place,
       const TlDiagramTrace *trace,
       const guint          *shelf_of)
{
  guint parent = self->parents[place];

  if (trace == NULL || trace->shelf >= self->n_shelves)
    return FALSE;
  if (parent == TL_GRAPH_NONE)
    return trace->parent == 0;

  const TlDiagramTrace *above = tl_diagram_get_trace (self, parent);

  return trace->parent == self->ids[parent] && above != NULL && !self->listed[place]
         && (above->shelf == shelf_of[parent] || above->shelf != trace->shelf);
}

/* Leaves everything on the shelf it was on. */
static void
keep_shelves (TlDiagram *self,
              guint     *shelf_of)
{
  for (guint k = 0; k < self->n_goals; k++)
    {
      guint place = self->by_row[k];
      const TlDiagramTrace *trace = tl_diagram_get_trace (self, place);

      if (!self->loose[place])
        shelf_of[place] = stays (self, place, trace, shelf_of) ? trace->shelf : choose_shelf (self, place, shelf_of);
    }
}

/* Goals that are not connected stand beside the others when they are few, else on a shelf of their own.  Returns how
 * many shelves there are then.
 */
static guint
shelve_loose (TlDiagram *self,
              guint      n_shelves,
              guint     *shelf_of)
{
  g_autofree guint *n_in_row = g_new0 (guint, self->rows->len + 1);
  double breadth, along;
  double area = self->n_loose * (self->width + tl_diagram_get_gap (self)) * (self->depth + TL_DIAGRAM_STACK_GAP);
  guint most = 0;

  tl_diagram_measure_shelves (self, shelf_of, n_shelves, &breadth, &along);
  for (guint i = 0; i < self->n_goals; i++)
    if (self->loose[i])
      most = MAX (most, ++n_in_row[self->row_of[i]]);

  tl_diagram_break (&self->loose_breaking, most, FEW_LOOSE);

  gboolean beside = self->loose_breaking != TL_DIAGRAM_IN_LISTS && n_shelves > 0;

  for (guint i = 0; i < self->n_goals; i++)
    if (self->loose[i])
      shelf_of[i] = beside ? 0 : n_shelves;
  if (beside)
    breadth = 0.0;
  else
    breadth = MAX (breadth, sqrt (self->down ? area * TL_DIAGRAM_ASPECT : area / TL_DIAGRAM_ASPECT));
  tl_diagram_stack_loose (self, breadth);

  return n_shelves + (self->n_loose > 0 && !beside);
}

/* Decides which goals stand in lists, and gives every goal to a shelf, which is to a row of that shelf. */
void
tl_diagram_fill_shelves (TlDiagram *self)
{
  g_autofree guint *shelf_of = g_new0 (guint, MAX (self->n_goals, 1));
  gboolean keep = self->base != NULL && self->n_shelves > 0;

  self->n_rows = self->rows->len;
  if (!keep)
    {
      tl_diagram_choose_shape (self);
      self->n_shaped = self->n_goals;
    }

  tl_diagram_form_lists (self, self->tallest);
  if (keep)
    keep_shelves (self, shelf_of);
  else
    self->n_shelves = fill_best (self, self->n_shelves, shelf_of);

  repeat_rows (self, shelve_loose (self, self->n_shelves, shelf_of));
  for (guint i = 0; i < self->n_goals; i++)
    self->row_of[i] += shelf_of[i] * self->n_rows;
  measure_stacks (self);
}
