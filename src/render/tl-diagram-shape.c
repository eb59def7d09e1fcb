/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape of a picture: how tall its lists are, and on how many shelves it stands.
 *
 * Tall lists make a picture narrow and deep, many shelves too; both are tried together, and what counts is how far the
 * whole would have to be made smaller to be seen on a screen.  The room everything takes is only estimated here, from
 * how many cards stand in a row: laying out each try would take a hundred times as long, and says the same within a
 * tenth or two.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-diagram-private.h"

/* More than one shelf has to be worth the lines between them. */
#define BROKEN_COST  1.5
#define MOST_SHELVES 64

/* About what a band and the gap between two rows take along the cascade, apart from the cards. */
#define BAND_ROOM    70.0
#define ROW_ROOM     70.0

/* Heights that lists may have. */
static const guint heights[] = { 5, 8, 12, 18, 26, 40, 60, 90 };

/* What is decided about the shape of a picture, and how well it fits a screen. */
typedef struct
{
  guint  tallest;
  guint  n_shelves;
  double fit;               /* the smaller the better */
} Shape;

/* What a goal takes across its row; those further down a list take nothing. */
static double
measure_goal (TlDiagram *self,
              guint      place)
{
  if (self->slots[place] > 0)
    return 0.0;

  return tl_diagram_get_breadth (self, place) + tl_diagram_get_gap (self);
}

/* How broad each goal is together with what stands beneath it. */
double *
tl_diagram_measure_trees (TlDiagram *self)
{
  double *breadths = g_new0 (double, MAX (self->n_goals, 1));

  for (guint k = self->n_goals; k-- > 0;)
    {
      guint place = self->by_row[k];

      breadths[place] = MAX (breadths[place], measure_goal (self, place));
      if (self->parents[place] != TL_GRAPH_NONE)
        breadths[self->parents[place]] += breadths[place];
    }

  return breadths;
}

/* How broad all trees are together, and the broadest thing that cannot be cut: a goal with the lists beneath it. */
static double
sum_trees (TlDiagram    *self,
           const double *breadths,
           double       *broadest)
{
  g_autofree double *lists = g_new0 (double, MAX (self->n_goals, 1));
  double sum = 0.0;

  *broadest = 0.0;
  for (guint i = 0; i < self->n_goals; i++)
    {
      if (tl_diagram_is_listed (self, i) && self->slots[i] == 0)
        lists[self->parents[i]] += measure_goal (self, i);
      if (self->parents[i] == TL_GRAPH_NONE && !self->loose[i])
        sum += breadths[i];
    }
  for (guint i = 0; i < self->n_goals; i++)
    *broadest = MAX (*broadest, lists[i]);

  return sum;
}

/* What the rows of all shelves take: how broad the broadest is, and how deep all are one after the other.  Without
 * @shelf_of all goals are on one shelf.
 */
void
tl_diagram_measure_shelves (TlDiagram   *self,
                            const guint *shelf_of,
                            guint        n_shelves,
                            double      *across,
                            double      *along)
{
  gsize n_rows = self->rows->len;
  g_autofree double *breadths = g_new0 (double, n_shelves * n_rows + 1);
  g_autofree guint *n_slots = g_new0 (guint, n_shelves * n_rows + 1);
  TlLevel last = TL_N_LEVELS;

  *across = *along = 0.0;
  for (guint i = 0; i < self->n_goals; i++)
    {
      gsize row = (shelf_of != NULL ? shelf_of[i] * n_rows : 0) + self->row_of[i];

      if (self->loose[i])
        continue;

      breadths[row] += measure_goal (self, i);
      n_slots[row] = MAX (n_slots[row], self->slots[i] + 1);
    }

  for (gsize r = 0; r < n_shelves * n_rows; r++)
    {
      const TlDiagramRow *row = tl_diagram_get_row (self, r % n_rows);

      if (n_slots[r] == 0)
        continue;

      *across = MAX (*across, breadths[r]);
      *along += n_slots[r] * (self->depth + row->stack_gap) + ROW_ROOM + (row->level != last ? BAND_ROOM : 0.0);
      last = row->level;
    }
}

/* How far a picture has to be made smaller to be seen whole, whichever way it runs. */
double
tl_diagram_measure_fit (TlDiagram *self,
                        double     across,
                        double     along)
{
  return self->down ? MAX (across / TL_DIAGRAM_ASPECT, along) : MAX (along / TL_DIAGRAM_ASPECT, across);
}

/* About how many shelves are best with the lists as they are: as if all were as deep as one with everything. */
static Shape
try_height (TlDiagram *self,
            guint      tallest)
{
  Shape best = { tallest, 1, INFINITY };

  tl_diagram_form_lists (self, tallest);

  g_autofree double *breadths = tl_diagram_measure_trees (self);
  double broadest, across, along;
  double sum = sum_trees (self, breadths, &broadest);

  tl_diagram_measure_shelves (self, NULL, 1, &across, &along);
  for (guint n = 1; n <= MOST_SHELVES; n++)
    {
      double fit = tl_diagram_measure_fit (self, MAX (sum / n, broadest), n * along) * (n > 1 ? BROKEN_COST : 1.0);

      if (fit < best.fit)
        best = (Shape) { tallest, n, fit };
    }

  return best;
}

/* Chooses how tall lists are and how many shelves there are.  Taller lists are taken when they gain something worth
 * seeing.
 */
void
tl_diagram_choose_shape (TlDiagram *self)
{
  Shape best = { 0, 1, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      Shape shape = try_height (self, heights[i]);

      if (shape.fit < 0.95 * best.fit)
        best = shape;
    }

  self->tallest = best.tallest;
  self->n_shelves = best.n_shelves;
}
