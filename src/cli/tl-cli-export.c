/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `export`: what is seen, as a picture, or what is known, for other programs. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cli.h"
#include "tl-cli-find.h"
#include "tl-cli-progress.h"
#include "tl-diagram.h"
#include "tl-export.h"
#include "tl-export-csv.h"
#include "tl-export-json.h"
#include "tl-line-of-sight.h"

/* How large and how small a picture can be asked for, and how many pages side by side */
#define LEAST_SCALE 0.01
#define MOST_SCALE  10.0
#define MOST_ACROSS 50

typedef struct
{
  char     *out;
  char     *person;
  char     *goal;
  char     *unit;
  char     *direction;
  char     *deepest;
  char     *date;
  char     *paper;
  char     *tiles;
  char     *scale;
  gboolean  is_landscape;
  gboolean  is_portrait;
  gboolean  is_dark;
  gboolean  has_private;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->out);
  g_free (request->person);
  g_free (request->goal);
  g_free (request->unit);
  g_free (request->direction);
  g_free (request->deepest);
  g_free (request->date);
  g_free (request->paper);
  g_free (request->tiles);
  g_free (request->scale);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* The line of sight of everybody in a unit and in the units that are part of it */
static TlLineOfSight *
make_line_of_unit (const TlCliAnalysis *analysis,
                   TlUnit              *unit)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_graph_get_n_goals (analysis->graph); i++)
    {
      if (tl_unit_contains (unit, tl_graph_get_owner (analysis->graph, i)))
        g_array_append_val (goals, i);
    }

  return tl_line_of_sight_new (analysis->graph, (const guint *) goals->data, goals->len);
}

/* What is asked for beside the whole cascade; none is no error. */
static gboolean
find_line (const TlCliAnalysis  *analysis,
           const Request        *request,
           TlLineOfSight       **line,
           char                **title,
           GError              **error)
{
  TlModel *model = tl_document_get_model (analysis->document);
  TlEntity *subject = NULL;

  if (request->person != NULL)
    {
      subject = (TlEntity *) tl_cli_find_person (model, request->person, error);
      if (subject != NULL)
        *line = tl_line_of_sight_new_for_owner (analysis->graph, TL_PARTY (subject));
    }
  else if (request->goal != NULL)
    {
      subject = (TlEntity *) tl_cli_find_goal (model, request->goal, error);
      if (subject != NULL)
        {
          guint index = tl_graph_find (analysis->graph, TL_GOAL (subject));

          *line = tl_line_of_sight_new (analysis->graph, &index, 1);
        }
    }
  else if (request->unit != NULL)
    {
      subject = (TlEntity *) tl_cli_find_unit (model, request->unit, error);
      if (subject != NULL)
        *line = make_line_of_unit (analysis, TL_UNIT (subject));
    }
  else
    {
      return TRUE;
    }

  if (subject != NULL)
    {
      g_autofree char *name = tl_entity_dup_display_name (subject);

      /* Translators: the title of a picture; what follows is a person, a goal or a unit */
      *title = g_strdup_printf (_("Line of sight: %s"), name);
    }

  return subject != NULL;
}

/* Finds how deep a picture is to go by the nick of its lowest level. */
static gboolean
find_depth (const char     *deepest,
            TlDiagramDepth *depth)
{
  static const struct { const char *name; TlDiagramDepth depth; } depths[] = {
    { "organisation", TL_DIAGRAM_OBJECTIVES },
    { "function", TL_DIAGRAM_FUNCTIONS },
    { "team", TL_DIAGRAM_TEAMS },
    { "person", TL_DIAGRAM_WHOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      if (!g_str_equal (depths[i].name, deepest))
        continue;

      *depth = depths[i].depth;
      return TRUE;
    }

  return FALSE;
}

static TlScene *
make_scene (const TlCliAnalysis  *analysis,
            const Request        *request,
            GError              **error)
{
  TlSceneDirection direction = g_strcmp0 (request->direction, "right") == 0 ? TL_SCENE_RIGHT : TL_SCENE_DOWN;
  g_autoptr (TlLineOfSight) line = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  TlDiagramOptions options = { .direction = direction };

  if (!find_line (analysis, request, &line, &title, error))
    return NULL;

  if (line != NULL)
    {
      TlScene *scene = tl_diagram_new_for_line_of_sight (line, analysis->scores, FALSE, direction);

      tl_scene_set_title (scene, title);
      return scene;
    }

  name = tl_document_dup_name (analysis->document);
  date = tl_date_format (tl_scores_get_date (analysis->scores));
  if (request->deepest != NULL)
    find_depth (request->deepest, &options.deepest);
  options.title = name;
  options.subtitle = date;
  return tl_diagram_new (analysis->graph, analysis->scores, &options);
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, suffix);
}

static gboolean
read_scale (const char *text,
            double     *scale)
{
  char *end;

  *scale = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *scale >= LEAST_SCALE && *scale <= MOST_SCALE;
}

/* Reads how the picture is to be taken out.  Returns what is wrong with it, or nothing. */
static const char *
read_form (const Request *request,
           TlPictureForm *form)
{
  gint64 across = 0;

  *form = (TlPictureForm) { .paper = TL_PAPER_PICTURE, .landscape = request->is_landscape };
  if (request->paper != NULL && !tl_paper_find (request->paper, &form->paper))
    return _("The paper is “a4”, “a3” or “letter”.");
  if (request->tiles != NULL && !g_ascii_string_to_signed (request->tiles, 10, 1, MOST_ACROSS, &across, NULL))
    return _("How many pages side by side? Give --tiles a whole number from 1 to 50.");
  if (request->scale != NULL && !read_scale (request->scale, &form->scale))
    return _("How large? Give --scale a number from 0.01 to 10, where 1 is the natural size.");
  if (request->tiles != NULL && request->scale != NULL)
    return _("Pages side by side and the size follow from one another. Give either --tiles or --scale.");
  if (request->is_landscape && request->is_portrait)
    return _("The paper lies or stands. Give either --landscape or --portrait.");
  if (request->paper == NULL && (request->tiles != NULL || request->is_landscape || request->is_portrait))
    form->paper = tl_paper_get_default ();

  form->across = (guint) across;
  return NULL;
}

static gboolean
export_picture (const Request  *request,
                const char     *path,
                GError        **error)
{
  g_auto (TlCliAnalysis) analysis = { NULL };
  g_autoptr (TlScene) scene = NULL;
  TlPictureForm form;

  if (!tl_cli_analyse (&analysis, path, request->date, error))
    return FALSE;

  scene = make_scene (&analysis, request, error);
  if (scene == NULL)
    return FALSE;

  read_form (request, &form);
  if (form.paper != TL_PAPER_PICTURE && !request->is_landscape && !request->is_portrait)
    tl_picture_form_turn (&form, scene);
  return tl_export_file (scene, tl_palette_get (request->is_dark, FALSE), &form, request->out, error);
}

static gboolean
export_facts (const Request  *request,
              const char     *path,
              GError        **error)
{
  g_autoptr (TlDocument) document = tl_cli_open (path, error);
  g_autoptr (GFile) out = g_file_new_for_commandline_arg (request->out);
  TlExportFlags flags = request->has_private ? TL_EXPORT_PRIVATE_NOTES : TL_EXPORT_DEFAULT;

  if (document == NULL)
    return FALSE;

  if (has_suffix (request->out, ".json"))
    return tl_export_json_to_file (document, out, flags, NULL, error);

  return tl_export_csv_to_file (document, out, flags, NULL, error);
}

static gboolean
is_for_facts (const char *out)
{
  return has_suffix (out, ".csv") || has_suffix (out, ".json") || g_file_test (out, G_FILE_TEST_IS_DIR);
}

static gboolean
is_for_pictures (const char *out)
{
  return has_suffix (out, ".svg") || has_suffix (out, ".pdf") || has_suffix (out, ".png");
}

static gboolean
export (const Request  *request,
        const char     *path,
        GError        **error)
{
  g_autoptr (TlCliProgress) progress = tl_cli_progress_begin (_("Exporting"));

  return is_for_facts (request->out) ? export_facts (request, path, error) : export_picture (request, path, error);
}

/* Returns what is wrong with the request, or nothing. */
static const char *
find_fault (const Request *request)
{
  TlDiagramDepth depth;
  TlPictureForm form;
  const char *fault = read_form (request, &form);
  guint n_subjects = (request->person != NULL) + (request->goal != NULL) + (request->unit != NULL);

  if (request->out == NULL)
    return _("Where to? Give a file with -o.");
  if (n_subjects > 1)
    return _("Only one of --person, --goal and --unit can be shown at a time.");
  if (request->direction != NULL &&
      !g_str_equal (request->direction, "down") && !g_str_equal (request->direction, "right"))
    return _("The direction is “down” or “right”.");
  if (request->deepest != NULL && !find_depth (request->deepest, &depth))
    return _("The deepest level is “organisation”, “function”, “team” or “person”.");
  if (request->deepest != NULL && n_subjects > 0)
    return _("A line of sight is always shown down to the goals it begins with.");
  if (!is_for_facts (request->out) && !is_for_pictures (request->out))
    return _("The file has to end in .svg, .pdf, .png, .csv or .json, or be a folder for all tables.");
  if (is_for_facts (request->out) && n_subjects > 0)
    return _("A part of the cascade can be exported as a picture only.");
  if (fault != NULL)
    return fault;
  if (form.paper != TL_PAPER_PICTURE && !has_suffix (request->out, ".pdf"))
    return _("Only a PDF is made for paper. Leave out --paper, --tiles, --landscape and --portrait, "
             "or give a name that ends in .pdf.");
  if (form.scale > 0.0 && form.paper == TL_PAPER_PICTURE && !has_suffix (request->out, ".png"))
    return _("A size is chosen for a PNG, or for a PDF on paper. Leave out --scale, or add --paper.");
  if (!is_for_facts (request->out) && request->has_private)
    return _("Private notes are in no picture. They can be exported to .csv and .json.");

  return NULL;
}

/**
 * tl_cli_export:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_export (int    argc,
               char **argv)
{
  g_auto (Request) request = { NULL };
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.out,
      N_("A name that ends in .svg, .pdf, .png, .csv or .json; or a folder for all tables"), "OUT" },
    { "person", 0, 0, G_OPTION_ARG_STRING, &request.person, N_("That person’s line of sight"), "PERSON" },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &request.goal, N_("That goal’s line of sight"), "GOAL" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &request.unit, N_("The lines of sight of that function or team"), "UNIT" },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &request.direction, N_("Where the cascade leads: down or right"),
      "DIRECTION" },
    { "deepest", 0, 0, G_OPTION_ARG_STRING, &request.deepest,
      N_("The lowest level shown: organisation, function, team or person"), "LEVEL" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &request.date, N_("As of that day, and not today"), "YYYY-MM-DD" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &request.paper, N_("A PDF on that paper: a4, a3 or letter"), "PAPER" },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &request.is_landscape, N_("The longer side of the paper lies"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &request.is_portrait,
      N_("The longer side of the paper stands; without either, as the picture fits"), NULL },
    { "tiles", 0, 0, G_OPTION_ARG_STRING, &request.tiles,
      N_("Spread over pages to be put together, so many side by side"), "ACROSS" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &request.scale,
      N_("Pixels for a unit of a PNG; on paper, how large, on as many pages as it takes"), "N" },
    { "private-notes", 0, 0, G_OPTION_ARG_NONE, &request.has_private,
      N_("With private notes and conversations, which are left out otherwise (.csv, .json, folder)"), NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &request.is_dark, N_("Light on dark"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  GError *error = NULL;
  const char *fault;

  if (!tl_cli_parse (_("FILE -o OUT"), _("Exports the whole cascade, or a line of sight."), entries, argc, argv, 1, 1,
                     &arguments))
    return TL_CLI_WRONG_USE;

  fault = find_fault (&request);
  if (fault != NULL)
    return tl_cli_wrong_use ("%s", fault);
  if (tl_cli_is_same_file (arguments[0], request.out))
    return tl_cli_wrong_use (_("The export would take the place of the document. Give it another name."));

  if (!export (&request, arguments[0], &error))
    return tl_cli_fail (error);

  return TL_CLI_DONE;
}
