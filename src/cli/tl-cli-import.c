/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `import`: all that can be read of some files comes in as one step, and what cannot is listed. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli-progress.h"
#include "tl-cli.h"
#include "tl-exchange-error.h"
#include "tl-import.h"

typedef struct
{
  char     *as;
  GStrv     mappings;
  gboolean  is_dry_run;
  gboolean  as_json;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->as);
  g_strfreev (request->mappings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
add_mappings (TlImport       *import,
              const Request  *request,
              GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; request->mappings != NULL && request->mappings[i] != NULL; i++)
    {
      if (!tl_import_add_mapping (import, request->mappings[i], &local_error))
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, local_error->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* How to say which column is which differs from that in the window. */
static void
add_advice (GError **error)
{
  if (error != NULL && g_error_matches (*error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER))
    {
      g_autofree char *message = g_strdup ((*error)->message);

      g_clear_error (error);
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER, "%s\n%s", message,
                   _("A column is read as another with --map, such as --map \"Goal name=Title\"."));
    }
}

static gboolean
add_files (TlImport     *import,
           TlImportKind  as,
           GStrv         sources,
           GError      **error)
{
  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (sources[i]);

      if (!tl_import_add_file (import, file, as, NULL, error))
        {
          add_advice (error);
          return FALSE;
        }
    }

  return tl_import_prepare (import, NULL, error);
}

static json_t *
count (TlImport *import,
       guint   (*get) (TlImport *self, GType type))
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);
  json_t *counts = json_object ();

  for (guint i = 0; i < n_types; i++)
    {
      guint n = get (import, types[i]);

      if (types[i] != TL_TYPE_SETTINGS)
        json_object_set_new (counts, tl_exchange_plural_for_type (types[i]), json_integer (n));
    }

  return counts;
}

static guint
get_n_imported (TlImport *import,
                GType     type)
{
  return tl_import_get_n_added (import, type) + tl_import_get_n_updated (import, type);
}

static json_t *
describe_issue (const TlImportIssue *issue)
{
  return json_pack ("{s:o, s:i, s:o, s:s}",
                    "file", tl_cli_json_string (issue->file),
                    "line", (int) issue->line,
                    "column", tl_cli_json_string (issue->column),
                    "reason", issue->reason);
}

static json_t *
list_issues (TlImport              *import,
             guint                  n_issues,
             const TlImportIssue *(*get) (TlImport *self, guint index))
{
  json_t *list = json_array ();

  for (guint i = 0; i < n_issues; i++)
    json_array_append_new (list, describe_issue (get (import, i)));

  return list;
}

static json_t *
list_files (TlImport *import)
{
  json_t *list = json_array ();

  for (guint i = 0; i < tl_import_get_n_files (import); i++)
    json_array_append_new (list, json_pack ("{s:s, s:s, s:i}",
                                            "file", tl_import_get_file_name (import, i),
                                            "kind", tl_import_kind_to_nick (tl_import_get_file_kind (import, i)),
                                            "rows", (int) tl_import_get_n_rows (import, i)));

  return list;
}

static void
print_json (TlImport *import,
            gboolean  is_dry_run)
{
  g_autoptr (json_t) facts =
    json_pack ("{s:b, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
               "dry_run", is_dry_run,
               "files", list_files (import),
               "imported", count (import, get_n_imported),
               "added", count (import, tl_import_get_n_added),
               "updated", count (import, tl_import_get_n_updated),
               "unchanged", count (import, tl_import_get_n_unchanged),
               "skipped", list_issues (import, tl_import_get_n_skipped (import), tl_import_get_skipped),
               "remarks", list_issues (import, tl_import_get_n_remarks (import), tl_import_get_remark));

  tl_cli_print_json (facts);
}

static void
print_issue (const TlImportIssue *issue)
{
  if (issue->line == 0)
    tl_cli_print ("  %s: %s\n", issue->file, issue->reason);
  else if (issue->column == NULL)
    tl_cli_print ("  %s:%u: %s\n", issue->file, issue->line, issue->reason);
  else
    tl_cli_print ("  %s:%u, %s: %s\n", issue->file, issue->line, issue->column, issue->reason);
}

static void
print_counts (TlImport *import)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      guint n_added = tl_import_get_n_added (import, types[i]);
      guint n_updated = tl_import_get_n_updated (import, types[i]);

      /* Translators: counts of goals, people and so on, such as “goals: 12 new, 3 changed” */
      if (n_added + n_updated > 0)
        tl_cli_print (_("%s: %u new, %u changed\n"), tl_exchange_plural_for_type (types[i]), n_added, n_updated);
    }
}

static void
print_report (TlImport *import)
{
  guint n_skipped = tl_import_get_n_skipped (import);
  guint n_remarks = tl_import_get_n_remarks (import);

  for (guint i = 0; i < tl_import_get_n_files (import); i++)
    /* Translators: what a file was taken for, such as “goals.csv was read as goals” */
    tl_cli_print (_("%s was read as %s\n"), tl_import_get_file_name (import, i),
                  tl_import_kind_to_label (tl_import_get_file_kind (import, i)));

  print_counts (import);

  if (n_skipped > 0)
    tl_cli_print ("%s\n", _("Not read:"));
  for (guint i = 0; i < n_skipped; i++)
    print_issue (tl_import_get_skipped (import, i));

  if (n_remarks > 0)
    tl_cli_print ("%s\n", _("To know:"));
  for (guint i = 0; i < n_remarks; i++)
    print_issue (tl_import_get_remark (import, i));
}

static TlImport *
import_files (const Request  *request,
              TlImportKind    as,
              GStrv           arguments,
              GError        **error)
{
  g_autoptr (TlCliProgress) progress = tl_cli_progress_begin (_("Importing"));
  g_autoptr (TlDocument) document = tl_cli_open (arguments[0], error);
  g_autoptr (TlImport) import = NULL;

  if (document == NULL)
    return NULL;

  import = tl_import_new (document);
  if (!add_mappings (import, request, error) || !add_files (import, as, arguments + 1, error))
    return NULL;

  if (!request->is_dry_run && (!tl_import_apply (import, error) || !tl_document_close (document, error)))
    return NULL;

  return g_steal_pointer (&import);
}

static int
run (const Request *request,
     TlImportKind   as,
     GStrv          arguments)
{
  GError *error = NULL;
  g_autoptr (TlImport) import = import_files (request, as, arguments, &error);

  if (import == NULL)
    return tl_cli_fail (error);

  if (request->as_json)
    print_json (import, request->is_dry_run);
  else
    print_report (import);

  return TL_CLI_DONE;
}

/**
 * tl_cli_import:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_import (int    argc,
               char **argv)
{
  g_auto (Request) request = { NULL };
  GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &request.as, N_("What the rows are: goals, readings, people …"), "KIND" },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.mappings, N_("Read that column as that field"),
      "COLUMN=FIELD" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.is_dry_run, N_("Say what would come in, and change nothing"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.as_json, N_("Print facts for programs"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  TlImportKind as = TL_IMPORT_AUTO;

  if (!tl_cli_parse (_("FILE SOURCE…"), _("Brings what is in the sources into a document, as one step. Rows that cannot "
                                          "be read are listed; a source that makes no sense changes nothing."),
                     entries, argc, argv, 2, -1, &arguments))
    return TL_CLI_WRONG_USE;

  if (request.as != NULL && !tl_import_kind_from_nick (request.as, &as))
    return tl_cli_wrong_use (_("“%s” is no kind of rows."), request.as);

  return run (&request, as, arguments);
}
