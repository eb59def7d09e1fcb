/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals that stand one below the other.
 *
 * Nine of ten goals of a large cascade are leaves: nothing helps them and they help one goal.  Side by side they
 * make a picture a hundred thousand units broad and a few hundred high that nobody can read.  So leaves of one goal
 * that stand in one row become a list under each other, joined by a rail, and goals that are not connected at all
 * become columns.  To the layout a stack is one node.
 *
 * A short row is left alone, because in it every goal has room; so are critical leaves, whose dot has to be
 * seen on a line of its own.  When the cascade runs to the right a row is a list already, and
 * folded if it is long (tl-diagram-rows.c).
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "tl-diagram-private.h"

/* In a row of no more goals all stand side by side. */
#define FEW_GOALS     9
#define LEAST_STACK   5
#define TALLEST_STACK 24
/* Of goals that are not connected, in a row whose lines from below have to pass them. */
#define TALLEST_LOOSE 2
#define STACK_SHARE   0.6

/* A goal that may stand in a stack, with all that has to be alike for two to stand in the same. */
typedef struct
{
  guint row;
  guint organisation;
  guint helped;             /* a place, or TL_GRAPH_NONE for a goal that is not connected */
  guint place;
} Leaf;

static int
compare_leaves (const void *a,
                const void *b)
{
  const Leaf *one = a;
  const Leaf *other = b;

  if (one->organisation != other->organisation)
    return one->organisation < other->organisation ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->helped != other->helped)
    return one->helped < other->helped ? -1 : 1;

  return one->place < other->place ? -1 : 1;
}

/* Which goals nothing helps and that help at most one, in a row further up and in their own organisation. */
static guint
list_leaves (TlDiagram *self,
             Leaf      *leaves)
{
  const TlGraphLink *links;
  guint n_links;
  g_autofree guint *n_helped = g_new0 (guint, self->n_goals);
  g_autofree gboolean *stands_alone = g_new0 (gboolean, self->n_goals);
  guint n_leaves = 0;

  links = tl_graph_get_links (self->graph, &n_links);
  for (guint i = 0; i < self->n_goals; i++)
    leaves[i] = (Leaf) { self->row_of[i], tl_diagram_get_organisation (self, i), TL_GRAPH_NONE, i };

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      leaves[link->from].helped = link->to;
      stands_alone[link->to] = TRUE;
      if (++n_helped[link->from] > 1 || links[link->link].critical
          || tl_diagram_get_organisation (self, link->from) != tl_diagram_get_organisation (self, link->to)
          || self->row_of[link->to] >= self->row_of[link->from])
        stands_alone[link->from] = TRUE;
    }

  for (guint i = 0; i < self->n_goals; i++)
    if (!stands_alone[i])
      leaves[n_leaves++] = leaves[i];

  return n_leaves;
}

/* The more leaves a row has, the taller its stacks: the picture keeps about the shape of a screen. */
static guint
choose_height (const Leaf *leaf,
               guint       n_leaves_in_row,
               gboolean    row_is_helped)
{
  if (leaf->helped == TL_GRAPH_NONE && row_is_helped)
    return TALLEST_LOOSE;

  return (guint) CLAMP (ceil (STACK_SHARE * sqrt (n_leaves_in_row)), LEAST_STACK, TALLEST_STACK);
}

/* Which rows have goals that something below helps. */
static gboolean *
find_helped_rows (TlDiagram *self)
{
  gboolean *helped = g_new0 (gboolean, MAX (self->rows->len, 1));

  for (guint i = 0; i < self->links->len; i++)
    helped[self->row_of[g_array_index (self->links, TlDiagramLink, i).to]] = TRUE;

  return helped;
}

/* Splits a run of alike leaves into stacks of about the same height. */
static void
stack_run (TlDiagram  *self,
           const Leaf *leaves,
           guint       n_leaves,
           guint       tallest)
{
  guint n_stacks = (n_leaves + tallest - 1) / tallest;
  guint height = (n_leaves + n_stacks - 1) / n_stacks;

  if (n_leaves < 2)
    return;

  for (guint i = 0; i < n_leaves; i++)
    {
      guint slot = i % height;
      guint place = leaves[i].place;

      self->stack_of[place] = leaves[i - slot].place;
      self->listed[place] = leaves[i].helped != TL_GRAPH_NONE;
      self->slots[place] = slot;
    }
}

/* Decides which goals stand in stacks: each is given the goal at the top of its stack and its slot below that. */
void
tl_diagram_stack_leaves (TlDiagram *self)
{
  g_autofree Leaf *leaves = NULL;
  g_autofree gboolean *row_is_helped = NULL;
  g_autofree guint *n_in_row = g_new0 (guint, MAX (self->rows->len, 1));
  g_autofree guint *n_leaves_in_row = g_new0 (guint, MAX (self->rows->len, 1));

  for (guint i = 0; i < self->n_goals; i++)
    self->stack_of[i] = TL_GRAPH_NONE;
  if (!self->down || self->n_goals == 0)
    return;

  leaves = g_new (Leaf, self->n_goals);
  row_is_helped = find_helped_rows (self);

  guint n_leaves = list_leaves (self, leaves);

  for (guint i = 0; i < self->n_goals; i++)
    n_in_row[self->row_of[i]]++;
  for (guint i = 0; i < n_leaves; i++)
    n_leaves_in_row[leaves[i].row]++;
  if (n_leaves > 0)
    qsort (leaves, n_leaves, sizeof (Leaf), compare_leaves);

  for (guint i = 0; i < n_leaves;)
    {
      guint end = i + 1;

      while (end < n_leaves && leaves[end].organisation == leaves[i].organisation && leaves[end].row == leaves[i].row
             && leaves[end].helped == leaves[i].helped)
        end++;
      if (n_in_row[leaves[i].row] > FEW_GOALS)
        stack_run (self, leaves + i, end - i,
                   choose_height (&leaves[i], n_leaves_in_row[leaves[i].row], row_is_helped[leaves[i].row]));
      i = end;
    }
}
