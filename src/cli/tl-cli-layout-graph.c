/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The graph the verb `layout` reads and the positions it writes, both JSON. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli-layout-graph.h"
#include "tl-file-error.h"

#define LAYER_MOST 1000000
#define DIGITS 12

/**
 * tl_graph_file_free:
 * @self: a graph
 *
 * Frees a graph and all that was read with it.
 */
void
tl_graph_file_free (TlGraphFile *self)
{
  g_free (self->name);
  json_decref (self->root);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->index);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * tl_graph_file_load:
 * @path: a file
 * @name: its name for people
 * @error: return location of an error with a sentence for people
 *
 * Returns: (transfer full): the JSON in the file, %NULL with @error set when there is none that can be read
 */
json_t *
tl_graph_file_load (const char  *path,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *contents = NULL;
  gsize length;
  json_error_t problem;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is not a file."), name);
      return NULL;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _("There is no file named “%s”."), name);
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  json_t *root = json_loadb (contents, length, JSON_REJECT_DUPLICATES, &problem);

  if (root == NULL)
    {
      /* Jansson quotes the place it stopped at, which need not be text. */
      g_autofree char *said = g_utf8_make_valid (problem.text, -1);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s” is not JSON that can be read: line %d, column %d: %s."),
                   name, problem.line, problem.column, said);
    }

  return root;
}

/**
 * tl_graph_file_get_list:
 * @root: what was loaded
 * @key: of a list in it
 * @name: the file's name for people
 * @error: return location of an error
 *
 * Returns: (transfer none): the list, %NULL with @error set when there is none
 */
json_t *
tl_graph_file_get_list (json_t      *root,
                        const char  *key,
                        const char  *name,
                        GError     **error)
{
  json_t *array = json_object_get (root, key);

  if (json_is_array (array))
    return array;

  /* Translators: the first is a file, the second a key of JSON */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” has no list of “%s”."), name, key);

  return NULL;
}

/**
 * tl_graph_file_read_id:
 * @self: a graph
 * @id: (nullable): what stands for an id: a text or a whole number
 *
 * Returns: (transfer none) (nullable): the id as text, as long as the graph lives; %NULL when it is neither, or empty
 */
const char *
tl_graph_file_read_id (TlGraphFile *self,
                       json_t      *id)
{
  if (json_is_integer (id))
    {
      char *text = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (id));

      g_ptr_array_add (self->texts, text);
      return text;
    }

  const char *text = json_string_value (id);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * tl_graph_file_find:
 * @self: a graph
 * @id: of a node
 *
 * Returns: the index of that node, TL_NO_NODE when there is none
 */
guint
tl_graph_file_find (const TlGraphFile *self,
                    const char        *id)
{
  guint stored = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id));

  return stored > 0 ? stored - 1 : TL_NO_NODE;
}

static gboolean
read_extent (json_t     *node,
             const char *key,
             float      *extent)
{
  json_t *value = json_object_get (node, key);

  if (!json_is_number (value))
    return FALSE;

  double number = json_number_value (value);

  *extent = number;

  return number >= 0.0 && number <= TL_CLI_EXTENT_MOST;
}

static gboolean
add_node (TlGraphFile  *self,
          json_t       *node,
          gsize         place,
          GError      **error)
{
  const char *id = tl_graph_file_read_id (self, json_object_get (node, "id"));

  if (id == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: node %zu has no id (a text or a whole number)."), self->name, place);
      return FALSE;
    }
  if (tl_graph_file_find (self, id) != TL_NO_NODE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: the id “%s” is used by two nodes (the second is node %zu)."),
                   self->name, id, place);
      return FALSE;
    }

  json_t *layer = json_object_get (node, "layer");
  TlLayoutNode read = { 0 };

  if (!json_is_integer (layer) || json_integer_value (layer) < 0 || json_integer_value (layer) > LAYER_MOST)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: the layer of node “%s” has to be a whole number from 0 to %d."),
                   self->name, id, LAYER_MOST);
      return FALSE;
    }
  read.layer = json_integer_value (layer);
  if (!read_extent (node, "width", &read.width) || !read_extent (node, "height", &read.height))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: node “%s” needs a width and a height from 0 to %.0f."),
                   self->name, id, TL_CLI_EXTENT_MOST);
      return FALSE;
    }

  g_ptr_array_add (self->ids, (gpointer) id);
  g_array_append_val (self->nodes, read);
  g_hash_table_insert (self->index, (gpointer) id, GUINT_TO_POINTER (self->ids->len));

  return TRUE;
}

static gboolean
add_edge (TlGraphFile  *self,
          json_t       *edge,
          gsize         place,
          GError      **error)
{
  const char *from = tl_graph_file_read_id (self, json_object_get (edge, "from"));
  const char *to = tl_graph_file_read_id (self, json_object_get (edge, "to"));

  if (from == NULL || to == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: edge %zu needs a “from” and a “to”."), self->name, place);
      return FALSE;
    }

  TlLayoutEdge read = { tl_graph_file_find (self, from), tl_graph_file_find (self, to) };

  if (read.upper == TL_NO_NODE || read.lower == TL_NO_NODE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: edge %zu names “%s”, and no node has that id."),
                   self->name, place, read.upper == TL_NO_NODE ? from : to);
      return FALSE;
    }
  g_array_append_val (self->edges, read);

  return TRUE;
}

/**
 * tl_graph_file_read:
 * @path: a file {"nodes": [{"id", "layer", "width", "height"}], "edges": [{"from", "to"}]}
 * @error: return location of an error that names the file, and the node or edge that is at fault
 *
 * Returns: (transfer full): the graph, %NULL with @error set
 */
TlGraphFile *
tl_graph_file_read (const char  *path,
                    GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (json_t) root = tl_graph_file_load (path, name, error);
  json_t *nodes;
  json_t *edges;
  json_t *item;
  gsize i;

  if (root == NULL || (nodes = tl_graph_file_get_list (root, "nodes", name, error)) == NULL
      || (edges = tl_graph_file_get_list (root, "edges", name, error)) == NULL)
    return NULL;

  g_autoptr (TlGraphFile) self = g_new0 (TlGraphFile, 1);

  self->name = g_steal_pointer (&name);
  self->root = g_steal_pointer (&root);
  self->ids = g_ptr_array_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TlLayoutNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge));

  json_array_foreach (nodes, i, item)
    if (!add_node (self, item, i + 1, error))
      return NULL;
  json_array_foreach (edges, i, item)
    if (!add_edge (self, item, i + 1, error))
      return NULL;

  return g_steal_pointer (&self);
}

static json_t *
point_to_json (const TlLayoutPoint *point)
{
  return json_pack ("[f, f]", point->x, point->y);
}

static json_t *
nodes_to_json (const TlGraphFile *self,
               const TlLayout    *layout)
{
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  json_t *nodes = json_array ();

  for (guint i = 0; i < self->ids->len; i++)
    {
      const TlLayoutNode *node = &g_array_index (self->nodes, TlLayoutNode, i);

      json_array_append_new (nodes, json_pack ("{s:s, s:f, s:f, s:f, s:f}",
                                               "id", g_ptr_array_index (self->ids, i),
                                               "x", centres[i].x - node->width / 2.0,
                                               "y", centres[i].y - node->height / 2.0,
                                               "w", (double) node->width,
                                               "h", (double) node->height));
    }

  return nodes;
}

static json_t *
edges_to_json (const TlGraphFile *self,
               const TlLayout    *layout)
{
  json_t *edges = json_array ();

  for (guint e = 0; e < self->edges->len; e++)
    {
      const TlLayoutEdge *edge = &g_array_index (self->edges, TlLayoutEdge, e);
      json_t *written = json_pack ("{s:s, s:s}",
                                   "from", g_ptr_array_index (self->ids, edge->upper),
                                   "to", g_ptr_array_index (self->ids, edge->lower));
      guint n_bends;
      const TlLayoutPoint *bends = tl_layout_get_bends (layout, e, &n_bends);

      if (n_bends > 0)
        {
          json_t *points = json_array ();

          for (guint i = 0; i < n_bends; i++)
            json_array_append_new (points, point_to_json (&bends[i]));
          json_object_set_new (written, "points", points);
        }
      json_array_append_new (edges, written);
    }

  return edges;
}

/**
 * tl_graph_file_write:
 * @graph: what was laid out
 * @layout: how
 * @layout_ms: how long that took
 * @path: the file to write, replaced as a whole or not at all
 * @error: return location of an error with a sentence for people
 *
 * Writes where the nodes stand (their upper left corners) and through which points the edges pass.
 *
 * Returns: %FALSE with @error set when it could not be written
 */
gboolean
tl_graph_file_write (const TlGraphFile  *graph,
                     const TlLayout     *layout,
                     double              layout_ms,
                     const char         *path,
                     GError            **error)
{
  g_autoptr (json_t) root = json_pack ("{s:f, s:s, s:f, s:f, s:I, s:o, s:o}",
                                       "layout_ms", layout_ms,
                                       "anchor", "topleft",
                                       "width", tl_layout_get_width (layout),
                                       "height", tl_layout_get_height (layout),
                                       "crossings", (json_int_t) tl_layout_get_crossings (layout),
                                       "nodes", nodes_to_json (graph, layout),
                                       "edges", edges_to_json (graph, layout));
  char *text = json_dumps (root, JSON_COMPACT | JSON_REAL_PRECISION (DIGITS));

  if (text == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("“%s” could not be written as JSON."), name);
      return FALSE;
    }

  g_autoptr (GError) local_error = NULL;
  gboolean written = g_file_set_contents (path, text, -1, &local_error);

  free (text);
  if (!written)
    {
      g_autofree char *sentence = tl_file_error_describe (path, local_error);

      g_set_error_literal (error, local_error->domain, local_error->code, sentence);
    }

  return written;
}
