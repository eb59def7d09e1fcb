/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goal each one stands under.
 *
 * A cascade is nearly a forest: most goals help one other.  Of one that helps several, the goal it stands under is the
 * one nearest above it, in its own organisation; its other links are cross links.  Lists and shelves follow this
 * forest, so that cross links bind nothing together that could be read apart.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-diagram-private.h"

/* Which links of the graph have both their ends among the goals shown. */
static void
collect_links (TlDiagram *self)
{
  guint n_links;
  const TlGraphLink *links = tl_graph_get_links (self->graph, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint from = self->place_of[links[i].from];
      guint to = self->place_of[links[i].to];

      if (from == TL_GRAPH_NONE || to == TL_GRAPH_NONE)
        continue;

      g_array_append_val (self->links, ((TlDiagramLink) { .link = i, .from = from, .to = to }));
    }
}

static void
choose_parents (TlDiagram *self)
{
  for (guint i = 0; i < self->n_goals; i++)
    {
      self->parents[i] = TL_GRAPH_NONE;
      self->parent_links[i] = TL_GRAPH_NONE;
    }

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);
      guint parent = self->parents[link->from];

      if (self->ranks[link->to] >= self->ranks[link->from]
          || tl_diagram_get_organisation (self, link->from) != tl_diagram_get_organisation (self, link->to))
        continue;
      if (parent != TL_GRAPH_NONE && self->ranks[parent] >= self->ranks[link->to])
        continue;

      self->parents[link->from] = link->to;
      self->parent_links[link->from] = i;
    }
}

/* Sorts the goals by their ranks, each rank in the order of the document. */
static void
sort_by_row (TlDiagram *self)
{
  g_autofree guint *starts = g_new0 (guint, self->rows->len + 1);

  for (guint i = 0; i < self->n_goals; i++)
    starts[self->ranks[i] + 1]++;
  for (guint r = 0; r < self->rows->len; r++)
    starts[r + 1] += starts[r];
  for (guint i = 0; i < self->n_goals; i++)
    self->by_row[starts[self->ranks[i]]++] = i;
}

/* The children of each goal, by their ranks and then in the order of the document. */
static void
list_children (TlDiagram *self)
{
  g_autofree guint *next = g_new (guint, self->n_goals + 1);

  for (guint i = 0; i < self->n_goals; i++)
    if (self->parents[i] != TL_GRAPH_NONE)
      self->first_child[self->parents[i] + 1]++;
  for (guint i = 0; i < self->n_goals; i++)
    self->first_child[i + 1] += self->first_child[i];

  for (guint i = 0; i < self->n_goals; i++)
    next[i] = self->first_child[i];
  for (guint k = 0; k < self->n_goals; k++)
    {
      guint place = self->by_row[k];

      if (self->parents[place] != TL_GRAPH_NONE)
        self->children[next[self->parents[place]]++] = place;
    }
}

/* Goals nothing connects, in the whole graph and not only in what is shown of it. */
static void
find_loose (TlDiagram *self)
{
  for (guint i = 0; i < self->n_goals; i++)
    {
      guint n_supporters, n_helped;

      tl_graph_get_supporters (self->graph, self->goals[i], NULL, &n_supporters);
      tl_graph_get_helped (self->graph, self->goals[i], &n_helped);
      self->loose[i] = n_supporters == 0 && n_helped == 0;
      self->n_loose += self->loose[i];
    }
}

/* Finds the links among the goals shown, and which goal each stands under. */
void
tl_diagram_plant_forest (TlDiagram *self)
{
  guint n = MAX (self->n_goals, 1);

  self->parents = g_new (guint, n);
  self->parent_links = g_new (guint, n);
  self->by_row = g_new (guint, n);
  self->first_child = g_new0 (guint, n + 1);
  self->children = g_new (guint, n);
  self->loose = g_new0 (gboolean, n);

  collect_links (self);
  choose_parents (self);
  sort_by_row (self);
  list_children (self);
  find_loose (self);
}
