/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shelves: a picture of many small cascades, broken like text.
 *
 * Trees that have nothing to do with one another need not stand side by side; a hundred of them in one row are a
 * picture that nobody can read.  They are put on several shelves instead, in the order of the document, each with the
 * bands of its levels.  One tree is never broken, so a picture that is mostly one keeps to one shelf.  Goals that are
 * not linked at all come last, on shelves of their own when there are many.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-diagram-private.h"

/* How much larger a picture should be across the cascade than along it. */
#define ASPECT      1.6
/* Shelves are worth their bands only when they make the picture much narrower. */
#define LEAST_GAIN  1.5
#define GAP         28.0
/* A shelf that would be filled less is not begun. */
#define LEAST_SHARE 0.25

/* A tree: goals that are linked with each other. */
typedef struct
{
  guint    first;            /* its first goal */
  gboolean linked;           /* or only a goal, or a stack of goals, that is linked with nothing */
  double   breadth;            /* about what it takes across */
} Tree;

static int
compare_trees (const void *a,
               const void *b)
{
  const Tree *one = a;
  const Tree *other = b;

  if (one->linked != other->linked)
    return one->linked ? -1 : 1;

  return one->first < other->first ? -1 : 1;
}

static guint
find_root (guint *parents,
           guint  place)
{
  while (parents[place] != place)
    {
      parents[place] = parents[parents[place]];
      place = parents[place];
    }

  return place;
}

/* The first goal of a tree stands for it. */
static void
join (guint *parents,
      guint  one,
      guint  other)
{
  guint a = find_root (parents, one);
  guint b = find_root (parents, other);

  parents[MAX (a, b)] = MIN (a, b);
}

/* For each goal the first of its tree; goals in one stack count as linked. */
static guint *
find_trees (TlDiagram *self)
{
  guint *parents = g_new (guint, MAX (self->n_goals, 1));

  for (guint i = 0; i < self->n_goals; i++)
    parents[i] = i;
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      join (parents, link->from, link->to);
    }
  for (guint i = 0; i < self->n_goals; i++)
    if (self->stack_of[i] != TL_GRAPH_NONE)
      join (parents, i, self->stack_of[i]);

  for (guint i = 0; i < self->n_goals; i++)
    parents[i] = find_root (parents, i);

  return parents;
}

/* What a goal takes across its row; those further down a stack take nothing. */
static double
measure_goal (TlDiagram *self,
              guint      place)
{
  if (self->slots[place] > 0)
    return 0.0;

  return self->width + GAP + (tl_diagram_is_listed (self, place) ? 2.0 * TL_DIAGRAM_INDENT : 0.0);
}

/* The trees in the order of their first goals, those that are linked before the others, each as broad as its
 * broadest row.
 */
static GArray *
list_trees (TlDiagram   *self,
            const guint *tree_of)
{
  GArray *trees = g_array_new (FALSE, FALSE, sizeof (Tree));
  g_autofree double *rows = g_new0 (double, self->n_goals + 1);
  g_autofree guint *number = g_new (guint, MAX (self->n_goals, 1));
  g_autoptr (GHashTable) breadths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_rows = 0;

  for (guint i = 0; i < self->n_goals; i++)
    {
      if (tree_of[i] == i)
        {
          number[i] = trees->len;
          g_array_append_val (trees, ((Tree) { .first = i }));
        }

      Tree *tree = &g_array_index (trees, Tree, number[tree_of[i]]);
      gint64 key = (gint64) tree_of[i] * self->rows->len + self->row_of[i];
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (breadths, &key));

      if (row == 0)
        {
          row = ++n_rows;
          g_hash_table_insert (breadths, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (row));
        }
      rows[row] += measure_goal (self, i);
      tree->breadth = MAX (tree->breadth, rows[row]);
    }

  for (guint i = 0; i < self->links->len; i++)
    {
      guint from = g_array_index (self->links, TlDiagramLink, i).from;

      g_array_index (trees, Tree, number[tree_of[from]]).linked = TRUE;
    }
  g_array_sort (trees, compare_trees);

  return trees;
}

/* How deep a shelf is about. */
static double
measure_depth (TlDiagram *self)
{
  double depth = 0.0;

  for (guint r = 0; r < self->rows->len; r++)
    depth += tl_diagram_get_row (self, r)->n_slots * (self->depth + TL_DIAGRAM_STACK_GAP) + 2.0 * GAP;

  return depth;
}

static double
sum_breadths (GArray *trees,
              guint   first)
{
  double sum = 0.0;

  for (guint i = first; i < trees->len; i++)
    sum += g_array_index (trees, Tree, i).breadth;

  return sum;
}

/* How broad a shelf may be; infinite when one is enough. */
static double
choose_breadth (TlDiagram *self,
                GArray    *trees)
{
  double total = sum_breadths (trees, 0);
  double broadest = 0.0;

  for (guint i = 0; i < trees->len; i++)
    broadest = MAX (broadest, g_array_index (trees, Tree, i).breadth);

  double n_shelves = round (sqrt (total / (ASPECT * MAX (measure_depth (self), 1.0))));
  double breadth = MAX (broadest, total / MAX (n_shelves, 1.0));

  return total > LEAST_GAIN * breadth ? breadth : INFINITY;
}

/* Whether a shelf ends before a tree: when it is full, or where the goals begin that are not linked; but not when too
 * little is left for another.
 */
static gboolean
ends_shelf (GArray *trees,
            guint   i,
            double  filled,
            double  breadth)
{
  const Tree *tree = &g_array_index (trees, Tree, i);
  gboolean full = filled + tree->breadth / 2.0 > breadth;
  gboolean turns = i > 0 && !tree->linked && g_array_index (trees, Tree, i - 1).linked;

  return filled > 0.0 && (full || turns) && sum_breadths (trees, i) > LEAST_SHARE * breadth;
}

/* Puts trees on shelves one after the other.  Returns how many shelves that makes, and the shelf of each tree by its
 * first goal.
 */
static guint
fill_shelves (GArray *trees,
              double  breadth,
              guint  *shelf_of)
{
  guint shelf = 0;
  double filled = 0.0;

  for (guint i = 0; i < trees->len; i++)
    {
      const Tree *tree = &g_array_index (trees, Tree, i);

      if (ends_shelf (trees, i, filled, breadth))
        {
          shelf++;
          filled = 0.0;
        }
      filled += tree->breadth;
      shelf_of[tree->first] = shelf;
    }

  return shelf + 1;
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

static void
count_slots (TlDiagram *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    tl_diagram_get_row (self, r)->n_slots = 0;
  for (guint i = 0; i < self->n_goals; i++)
    {
      TlDiagramRow *row = tl_diagram_get_row (self, self->row_of[i]);

      row->n_slots = MAX (row->n_slots, self->slots[i] + 1);
    }
}

/* Gives every goal to a shelf, which is to a row of that shelf. */
void
tl_diagram_fill_shelves (TlDiagram *self)
{
  g_autofree guint *tree_of = find_trees (self);
  g_autofree guint *shelf_of = g_new0 (guint, MAX (self->n_goals, 1));
  g_autoptr (GArray) trees = list_trees (self, tree_of);
  guint n_rows = self->rows->len;

  count_slots (self);
  repeat_rows (self, fill_shelves (trees, choose_breadth (self, trees), shelf_of));
  for (guint i = 0; i < self->n_goals; i++)
    self->row_of[i] += shelf_of[tree_of[i]] * n_rows;
  count_slots (self);
}
