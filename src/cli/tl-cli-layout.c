/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `layout`: a layered graph as JSON in, positions as JSON out, nothing of goals in between.
 *
 * It is what other programs' layouts are measured against, so its output says where the nodes are, through
 * which points the edges pass, and how long the layout alone took.
 */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli-layout.h"
#include "tl-cli-layout-graph.h"

#define EXIT_FAILED 1
#define EXIT_WRONG_USE 2

/* The spacing every program is given that is compared. */
#define NODE_GAP 20.0
#define LAYER_GAP 80.0

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

static void
request_clear (Request *self)
{
  g_free (self->in);
  g_free (self->previous);
  g_free (self->out);
  g_free (self->direction);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
lay_out_file (const Request  *request,
              GError        **error)
{
  g_autoptr (TlGraphFile) graph = tl_graph_file_read (request->in, error);
  g_auto (TlPlacesFile) previous = { 0 };

  if (graph == NULL)
    return FALSE;
  if (request->previous != NULL && !tl_places_file_read (&previous, graph, request->previous, error))
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

  if (!tl_graph_file_write (graph, layout, layout_ms, request->out, error))
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
  else if (!(request->node_gap >= 0.0 && request->node_gap <= TL_CLI_EXTENT_MOST)
           || !(request->layer_gap >= 0.0 && request->layer_gap <= TL_CLI_EXTENT_MOST))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("A gap is a number from 0 to %.0f."), TL_CLI_EXTENT_MOST);
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
