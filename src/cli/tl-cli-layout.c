/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `layout`: a layered graph as JSON in, positions as JSON out, nothing of goals in between.
 *
 * It is what other programs' layouts are measured against, so its output says where the nodes are, through
 * which points the edges pass, and how long the layout alone took.
 */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "tl-cli-layout.h"
#include "tl-file-error.h"
#include "tl-layered.h"

#define EXIT_FAILED 1
#define EXIT_WRONG_USE 2

/* The spacing every program is given that is compared. */
#define NODE_GAP 20.0
#define LAYER_GAP 80.0

#define LAYER_MOST 1000000
#define EXTENT_MOST 1e6
#define DIGITS 12

/* A new node is in no list of nodes, and an id is never empty. */
#define NO_NODE G_MAXUINT

typedef struct
{
  char *in;
  char *previous;
  char *out;
  char *direction;
  double node_gap;
  double layer_gap;
  int effort;
} Request;

typedef struct
{
  char *name;               /* of the file, for people */
  json_t *root;
  GPtrArray *ids;           /* (element-type utf8): owned by root or texts */
  GPtrArray *texts;         /* (element-type utf8): ids that are numbers, as text */
  GHashTable *index;        /* (element-type utf8 guint): index into ids, plus one */
  GArray *nodes;            /* (element-type TlLayoutNode) */
  GArray *edges;            /* (element-type TlLayoutEdge) */
} Graph;

typedef struct
{
  TlLayoutPlace *places;    /* of each node */
  TlLayoutWay *ways;        /* of each edge */
  GPtrArray *bends;         /* (element-type GArray): what the ways point into */
} Previous;

static void
request_clear (Request *self)
{
  g_free (self->in);
  g_free (self->previous);
  g_free (self->out);
  g_free (self->direction);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
graph_free (Graph *self)
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Graph, graph_free)

static void
previous_clear (Previous *self)
{
  g_free (self->places);
  g_free (self->ways);
  g_clear_pointer (&self->bends, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Previous, previous_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

static json_t *
load_json (const char  *path,
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

static json_t *
get_array (json_t      *root,
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

/* An id is a text or a whole number.  Returns NULL when it is neither, or empty. */
static const char *
read_id (Graph  *self,
         json_t *id)
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

static guint
find_node (const Graph *self,
           const char  *id)
{
  guint stored = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id));

  return stored > 0 ? stored - 1 : NO_NODE;
}

static gboolean
read_extent (json_t *node,
             const char *key,
             float  *extent)
{
  json_t *value = json_object_get (node, key);

  if (!json_is_number (value))
    return FALSE;

  double number = json_number_value (value);

  *extent = number;

  return number >= 0.0 && number <= EXTENT_MOST;
}

static gboolean
add_node (Graph   *self,
          json_t  *node,
          gsize    place,
          GError **error)
{
  const char *id = read_id (self, json_object_get (node, "id"));

  if (id == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: node %zu has no id (a text or a whole number)."), self->name, place);
      return FALSE;
    }
  if (find_node (self, id) != NO_NODE)
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
                   _("“%s”: node “%s” needs a width and a height from 0 to %.0f."), self->name, id, EXTENT_MOST);
      return FALSE;
    }

  g_ptr_array_add (self->ids, (gpointer) id);
  g_array_append_val (self->nodes, read);
  g_hash_table_insert (self->index, (gpointer) id, GUINT_TO_POINTER (self->ids->len));

  return TRUE;
}

static gboolean
add_edge (Graph   *self,
          json_t  *edge,
          gsize    place,
          GError **error)
{
  const char *from = read_id (self, json_object_get (edge, "from"));
  const char *to = read_id (self, json_object_get (edge, "to"));

  if (from == NULL || to == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: edge %zu needs a “from” and a “to”."), self->name, place);
      return FALSE;
    }

  TlLayoutEdge read = { find_node (self, from), find_node (self, to) };

  if (read.upper == NO_NODE || read.lower == NO_NODE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s”: edge %zu names “%s”, and no node has that id."),
                   self->name, place, read.upper == NO_NODE ? from : to);
      return FALSE;
    }
  g_array_append_val (self->edges, read);

  return TRUE;
}

static Graph *
read_graph (const char  *path,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (json_t) root = load_json (path, name, error);
  json_t *nodes;
  json_t *edges;
  json_t *item;
  gsize i;

  if (root == NULL || (nodes = get_array (root, "nodes", name, error)) == NULL
      || (edges = get_array (root, "edges", name, error)) == NULL)
    return NULL;

  g_autoptr (Graph) self = g_new0 (Graph, 1);

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

static void
unsettle (const Graph   *self,
          TlLayoutPlace *places,
          guint          one,
          guint          other)
{
  const TlLayoutNode *nodes = (const TlLayoutNode *) self->nodes->data;

  if (one != NO_NODE && other != NO_NODE)
    places[nodes[one].layer > nodes[other].layer ? one : other].settled = FALSE;
}

static guint64
edge_key (guint from,
          guint to)
{
  return (guint64) from << 32 | to;
}

static void
read_way (Previous *previous,
          guint     edge,
          json_t   *points)
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
read_previous_edges (Previous *previous,
                     Graph    *graph,
                     json_t   *edges)
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
      const char *from = read_id (graph, json_object_get (item, "from"));
      const char *to = read_id (graph, json_object_get (item, "to"));
      guint upper = from != NULL ? find_node (graph, from) : NO_NODE;
      guint lower = to != NULL ? find_node (graph, to) : NO_NODE;
      guint64 key = edge_key (upper, lower);
      gpointer edge;

      g_hash_table_add (old, g_memdup2 (&key, sizeof key));
      if (g_hash_table_lookup_extended (now, &key, NULL, &edge))
        read_way (previous, GPOINTER_TO_UINT (edge), json_object_get (item, "points"));
      else if (lower != NO_NODE && upper == NO_NODE)
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
read_previous_nodes (Previous *previous,
                     Graph    *graph,
                     json_t   *nodes,
                     double    half)
{
  json_t *item;
  gsize i;

  for (guint n = 0; n < graph->ids->len; n++)
    previous->places[n].centre = (TlLayoutPoint) { NAN, NAN };

  json_array_foreach (nodes, i, item)
    {
      const char *id = read_id (graph, json_object_get (item, "id"));
      json_t *x = json_object_get (item, "x");
      json_t *y = json_object_get (item, "y");
      guint n = id != NULL ? find_node (graph, id) : NO_NODE;

      if (n == NO_NODE || !json_is_number (x) || !json_is_number (y))
        continue;

      TlLayoutPlace *place = &previous->places[n];

      place->centre.x = json_number_value (x) + half * json_number_value (json_object_get (item, "w"));
      place->centre.y = json_number_value (y) + half * json_number_value (json_object_get (item, "h"));
      place->settled = TRUE;
    }
}

/* Where the nodes and edges of @graph were, by what an earlier run has written to @path. */
static gboolean
read_previous (Previous    *previous,
               Graph       *graph,
               const char  *path,
               GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (json_t) root = load_json (path, name, error);
  json_t *nodes = root != NULL ? get_array (root, "nodes", name, error) : NULL;

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

static json_t *
point_to_json (const TlLayoutPoint *point)
{
  return json_pack ("[f, f]", point->x, point->y);
}

static json_t *
nodes_to_json (const Graph    *self,
               const TlLayout *layout)
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
edges_to_json (const Graph    *self,
               const TlLayout *layout)
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

static gboolean
write_layout (const Graph    *graph,
              const TlLayout *layout,
              double          layout_ms,
              const char     *path,
              GError        **error)
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

static gboolean
lay_out_file (const Request  *request,
              GError        **error)
{
  g_autoptr (Graph) graph = read_graph (request->in, error);
  g_auto (Previous) previous = { 0 };

  if (graph == NULL)
    return FALSE;
  if (request->previous != NULL && !read_previous (&previous, graph, request->previous, error))
    return FALSE;

  TlLayoutOptions options = {
    .node_gap = request->node_gap,
    .layer_gap = request->layer_gap,
    .effort = request->effort,
    .direction = g_strcmp0 (request->direction, "right") == 0 ? TL_LAYOUT_RIGHT : TL_LAYOUT_DOWN,
    .previous_ways = previous.ways,
  };
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (TlLayout) layout = tl_layout_new ((const TlLayoutNode *) graph->nodes->data, graph->nodes->len,
                                               (const TlLayoutEdge *) graph->edges->data, graph->edges->len,
                                               &options, previous.places);
  double layout_ms = (g_get_monotonic_time () - begun) / 1000.0;
  char formatted[G_ASCII_DTOSTR_BUF_SIZE];

  if (!write_layout (graph, layout, layout_ms, request->out, error))
    return FALSE;

  g_print ("layout_ms %s\n", g_ascii_formatd (formatted, sizeof formatted, "%.3f", layout_ms));

  return TRUE;
}

static gboolean
check_request (Request     *request,
               char       **files,
               GError     **error)
{
  if (files == NULL || files[0] == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say which file to lay out."));
  else if (files[1] != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("One file at a time: “%s” is one too many."), files[1]);
  else if (request->out == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say where the positions are to be written, with -o."));
  else if (request->direction != NULL && !g_str_equal (request->direction, "down")
           && !g_str_equal (request->direction, "right"))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("The direction is “down” or “right”, not “%s”."), request->direction);
  else if (!(request->node_gap >= 0.0 && request->node_gap <= EXTENT_MOST)
           || !(request->layer_gap >= 0.0 && request->layer_gap <= EXTENT_MOST))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("A gap is a number from 0 to %.0f."), EXTENT_MOST);
  else if (request->effort < 0 || request->effort > 10000)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("The effort is a number of percent from 0 to 10000."));
  else
    {
      request->in = g_strdup (files[0]);
      return TRUE;
    }

  return FALSE;
}

static gboolean
parse_request (Request   *request,
               int        argc,
               char     **argv,
               GError   **error)
{
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request->out, N_("Where to write the positions"), "OUT.json" },
    { "prev", 0, 0, G_OPTION_ARG_FILENAME, &request->previous,
      N_("Keep the order, and where there is room the places, of this earlier output"), "OLD.json" },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &request->direction,
      N_("Where the layers lead: down (the usual) or right"), "DIRECTION" },
    { "node-gap", 0, 0, G_OPTION_ARG_DOUBLE, &request->node_gap, N_("Room between two nodes of a row (20)"), "N" },
    { "layer-gap", 0, 0, G_OPTION_ARG_DOUBLE, &request->layer_gap, N_("Room between two rows (80)"), "N" },
    { "effort", 0, 0, G_OPTION_ARG_INT, &request->effort, N_("Work to spend, in percent of the usual"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("IN.json -o OUT.json");

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  g_option_context_set_summary (context, _("Lays out a layered graph: {\"nodes\": [{\"id\", \"layer\", \"width\", "
                                           "\"height\"}], \"edges\": [{\"from\", \"to\"}]}, layer 0 on top."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, &arguments, error) && check_request (request, files, error);
}

/**
 * tl_cli_layout:
 * @argc: how many arguments
 * @argv: (array length=argc): the verb's name, then its arguments
 *
 * Runs `layout IN.json [--prev OLD.json] -o OUT.json`.
 *
 * Returns: the exit status: 0, 1 when the work failed (and nothing was written), 2 for wrong use
 */
int
tl_cli_layout (int    argc,
               char **argv)
{
  g_auto (Request) request = { .node_gap = NODE_GAP, .layer_gap = LAYER_GAP };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("throughline-cli layout");
  if (!parse_request (&request, argc, argv, &error))
    {
      g_printerr ("%s: %s\n%s\n", g_get_prgname (), error->message,
                  _("“throughline-cli layout --help” tells how it is used."));
      return EXIT_WRONG_USE;
    }
  if (!lay_out_file (&request, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      return EXIT_FAILED;
    }

  return 0;
}
