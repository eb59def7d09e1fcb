/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines between goals that are in each other's way.  They do not lead through the cascade as links do: each is one
 * curve between two cards, wherever these stand, and nothing makes room for it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-diagram-private.h"

#define GAP 3.0                      /* from a card */
#define SAG 34.0

static void
set_points (TlDiagram     *self,
            TlTensionLine *line,
            const double  *across,
            const double  *along)
{
  for (int i = 0; i < 4; i++)
    {
      line->points[2 * i] = self->down ? across[i] : along[i];
      line->points[2 * i + 1] = self->down ? along[i] : across[i];
    }
}

/* Neighbours in a row are joined straight; others in one row by a line that sags below it; goals of different rows
 * by a curve between the sides that face each other.
 */
static void
trace_tension (TlDiagram     *self,
               guint          first,
               guint          second,
               TlTensionLine *line)
{
  gboolean turned = self->centres[first] > self->centres[second];
  guint left = turned ? second : first;
  guint right = turned ? first : second;
  double half = self->width / 2.0;
  double from = self->centres[left] + half + GAP;
  double to = self->centres[right] - half - GAP;
  double along_from = tl_diagram_get_start (self, left) + self->depth / 2.0;
  double along_to = tl_diagram_get_start (self, right) + self->depth / 2.0;

  if (along_from == along_to && to - from > self->width)
    {
      double edge = tl_diagram_get_start (self, left) + self->depth + GAP;
      const double across[4] = { from - half / 2.0, from, to, to + half / 2.0 };
      const double along[4] = { edge, edge + SAG, edge + SAG, edge };

      set_points (self, line, across, along);
      return;
    }

  double pull = MAX (12.0, fabs (to - from) / 3.0);
  const double across[4] = { from, from + pull, to - pull, to };
  const double along[4] = { along_from, along_from, along_to, along_to };

  set_points (self, line, across, along);
}

/* Adds the tensions to a scene whose cards are numbered as the goals of the selection. */
void
tl_diagram_add_tensions (TlDiagram *self,
                         TlScene   *scene)
{
  guint n_tensions;
  const TlGraphTension *tensions = tl_graph_get_tensions (self->graph, &n_tensions);

  for (guint i = 0; i < n_tensions; i++)
    {
      guint first = self->place_of[tensions[i].first];
      guint second = self->place_of[tensions[i].second];

      if (first == TL_GRAPH_NONE || second == TL_GRAPH_NONE)
        continue;

      TlTensionLine line = {
        .first = first, .second = second,
        .description = tl_tension_get_reason (tl_graph_get_tension (self->graph, i)),
      };

      trace_tension (self, first, second, &line);
      tl_scene_add_tension (scene, &line);
    }
}
