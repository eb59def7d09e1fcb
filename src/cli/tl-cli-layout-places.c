/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the nodes and edges of a graph were, by what an earlier run of the verb `layout` has written. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <math.h>

#include "tl-cli-layout-graph.h"

/**
 * tl_places_file_clear:
 * @self: places, or nothing but zeros
 *
 * Frees what was read.
 */
void
tl_places_file_clear (TlPlacesFile *self)
{
  g_free (self->places);
  g_free (self->ways);
  g_clear_pointer (&self->bends, g_ptr_array_unref);
}

static void
unsettle (const TlGraphFile *self,
          TlLayoutPlace     *places,
          guint              one,
          guint              other)
{
  const TlLayoutNode *nodes = (const TlLayoutNode *) self->nodes->data;

  if (one != TL_NO_NODE && other != TL_NO_NODE)
    places[nodes[one].layer > nodes[other].layer ? one : other].settled = FALSE;
}

static guint64
edge_key (guint from,
          guint to)
{
  return (guint64) from << 32 | to;
}

static void
read_way (TlPlacesFile *previous,
          guint         edge,
          json_t       *points)
{
  GArray *bends;
  json_t *point;
  gsize i;

  if (json_array_size (points) == 0)
    return;

  bends = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
  g_ptr_array_add (previous->bends, bends);
  json_array_foreach (points, i, point)
    {
      json_t *x = json_array_get (point, 0);
      json_t *y = json_array_get (point, 1);
      TlLayoutPoint bend = { json_number_value (x), json_number_value (y) };

      if (!json_is_number (x) || !json_is_number (y))
        return;
      g_array_append_val (bends, bend);
    }

  previous->ways[edge] = (TlLayoutWay) { (const TlLayoutPoint *) bends->data, bends->len };
}

/* A node that has gained or lost a link to something above it is free to find a new place; an edge that was
 * there before keeps its way. */
static void
read_previous_edges (TlPlacesFile *previous,
                     TlGraphFile  *graph,
                     json_t       *edges)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  json_t *item;
  gsize i;

  for (guint e = 0; e < graph->edges->len; e++)
    {
      const TlLayoutEdge *edge = &g_array_index (graph->edges, TlLayoutEdge, e);
      guint64 key = edge_key (edge->upper, edge->lower);

      g_hash_table_insert (now, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (e));
    }
  json_array_foreach (edges, i, item)
    {
      const char *from = tl_graph_file_read_id (graph, json_object_get (item, "from"));
      const char *to = tl_graph_file_read_id (graph, json_object_get (item, "to"));
      guint upper = from != NULL ? tl_graph_file_find (graph, from) : TL_NO_NODE;
      guint lower = to != NULL ? tl_graph_file_find (graph, to) : TL_NO_NODE;
      guint64 key = edge_key (upper, lower);
      gpointer edge;

      g_hash_table_add (old, g_memdup2 (&key, sizeof key));
      if (g_hash_table_lookup_extended (now, &key, NULL, &edge))
        read_way (previous, GPOINTER_TO_UINT (edge), json_object_get (item, "points"));
      else if (lower != TL_NO_NODE && upper == TL_NO_NODE)
        previous->places[lower].settled = FALSE;
      else
        unsettle (graph, previous->places, upper, lower);
    }
  for (guint e = 0; e < graph->edges->len; e++)
    {
      const TlLayoutEdge *edge = &g_array_index (graph->edges, TlLayoutEdge, e);
      guint64 key = edge_key (edge->upper, edge->lower);

      if (!g_hash_table_contains (old, &key))
        unsettle (graph, previous->places, edge->upper, edge->lower);
    }
}

static void
read_previous_nodes (TlPlacesFile *previous,
                     TlGraphFile  *graph,
                     json_t       *nodes,
                     double        half)
{
  json_t *item;
  gsize i;

  for (guint n = 0; n < graph->ids->len; n++)
    previous->places[n].centre = (TlLayoutPoint) { NAN, NAN };

  json_array_foreach (nodes, i, item)
    {
      const char *id = tl_graph_file_read_id (graph, json_object_get (item, "id"));
      json_t *x = json_object_get (item, "x");
      json_t *y = json_object_get (item, "y");
      guint n = id != NULL ? tl_graph_file_find (graph, id) : TL_NO_NODE;

      if (n == TL_NO_NODE || !json_is_number (x) || !json_is_number (y))
        continue;

      TlLayoutPlace *place = &previous->places[n];

      place->centre.x = json_number_value (x) + half * json_number_value (json_object_get (item, "w"));
      place->centre.y = json_number_value (y) + half * json_number_value (json_object_get (item, "h"));
      place->settled = TRUE;
    }
}

/**
 * tl_places_file_read:
 * @previous: (out caller-allocates): the places, for tl_layout_new()
 * @graph: the graph as it is now
 * @path: what tl_graph_file_write() has written of an earlier one
 * @error: return location of an error with a sentence for people
 *
 * Looks up where the nodes and edges of @graph were.  A node whose links upwards have changed is not settled.
 *
 * Returns: %FALSE with @error set when the file could not be read
 */
gboolean
tl_places_file_read (TlPlacesFile  *previous,
                     TlGraphFile   *graph,
                     const char    *path,
                     GError       **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (json_t) root = tl_graph_file_load (path, name, error);
  json_t *nodes = root != NULL ? tl_graph_file_get_list (root, "nodes", name, error) : NULL;

  if (nodes == NULL)
    return FALSE;

  const char *anchor = json_string_value (json_object_get (root, "anchor"));
  json_t *edges = json_object_get (root, "edges");

  previous->places = g_new0 (TlLayoutPlace, MAX (graph->ids->len, 1));
  previous->ways = g_new0 (TlLayoutWay, MAX (graph->edges->len, 1));
  previous->bends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  read_previous_nodes (previous, graph, nodes, g_strcmp0 (anchor, "center") == 0 ? 0.0 : 0.5);
  if (json_is_array (edges))
    read_previous_edges (previous, graph, edges);

  return TRUE;
}
