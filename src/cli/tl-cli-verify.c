/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `verify`: a document's health, how much of a damaged one can be read, and the rescue of that. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli-progress.h"
#include "tl-cli.h"
#include "tl-rescue.h"
#include "tl-store.h"

static gboolean
check (const char  *path,
       GPtrArray   *problems,
       GError     **error)
{
  g_autoptr (TlCliProgress) progress = tl_cli_progress_begin (_("Checking"));
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (TlStore) store = tl_store_open (absolute, NULL, error);
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GError) load_error = NULL;

  if (store == NULL || !tl_store_check (store, problems, NULL, error))
    return FALSE;

  if (!tl_store_load (store, model, &load_error))
    g_ptr_array_add (problems, g_strdup (load_error->message));

  return TRUE;
}

static json_t *
list_problems (GPtrArray *problems)
{
  json_t *list = json_array ();

  for (guint i = 0; i < problems->len; i++)
    json_array_append_new (list, json_string (g_ptr_array_index (problems, i)));

  return list;
}

static void
print_problems (const char *path,
                GPtrArray  *problems)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (problems->len == 0)
    tl_cli_print (_("“%s” is well: all of it can be read.\n"), name);

  for (guint i = 0; i < problems->len; i++)
    tl_cli_print ("%s\n", (char *) g_ptr_array_index (problems, i));
}

/* What could be, or has been, rescued; %NULL when that is nothing, which has then been said */
static TlRescueReport *
rescue (const char  *path,
        const char  *target,
        GPtrArray   *problems)
{
  g_autoptr (TlCliProgress) progress = tl_cli_progress_begin (_("Rescuing"));
  g_autoptr (GFile) damaged = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) file = target != NULL ? g_file_new_for_commandline_arg (target) : NULL;
  g_autoptr (GError) error = NULL;
  TlRescueReport *report = tl_rescue_run (damaged, file, NULL, &error);

  if (report == NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
  return report;
}

static void
print_rescue (const TlRescueReport *report,
              const char           *target)
{
  if (target != NULL)
    {
      g_autofree char *name = g_filename_display_basename (target);

      tl_cli_print (_("Rescued into “%s”:\n"), name);
    }
  else
    {
      tl_cli_print (_("This can be rescued with “--rescue”:\n"));
    }

  for (guint i = 0; i < report->sentences->len; i++)
    tl_cli_print ("  %s\n", (char *) g_ptr_array_index (report->sentences, i));
}

static json_t *
describe_rescue (const TlRescueReport *report,
                 const char           *target)
{
  json_t *found = json_object ();
  json_t *lost = json_object ();

  for (guint i = 0; i < report->kinds->len; i++)
    {
      const TlRescueKind *kind = g_ptr_array_index (report->kinds, i);

      json_object_set_new (found, kind->kind, json_integer (kind->n_found));
      json_object_set_new (lost, kind->kind, json_integer (kind->n_lost));
    }

  return json_pack ("{s:o, s:o, s:i, s:o}", "found", found, "lost", lost, "mended", (int) report->n_mended,
                    "file", tl_cli_json_string (target));
}

static void
print_facts (GPtrArray            *problems,
             const TlRescueReport *report,
             const char           *target)
{
  g_autoptr (json_t) facts = json_pack ("{s:b, s:o}", "ok", problems->len == 0,
                                        "problems", list_problems (problems));

  if (report != NULL)
    json_object_set_new (facts, "rescue", describe_rescue (report, target));
  tl_cli_print_json (facts);
}

/* Adds what keeps the document from being opened; a file that is no document at all is a failure of the verb. */
static gboolean
find_problems (const char  *path,
               GPtrArray   *problems,
               gboolean     as_json,
               int         *status)
{
  GError *error = NULL;

  if (check (path, problems, &error))
    return TRUE;

  if (!as_json && !g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED))
    {
      *status = tl_cli_fail (error);
      return FALSE;
    }

  g_ptr_array_add (problems, g_strdup (error->message));
  g_error_free (error);
  return TRUE;
}

/**
 * tl_cli_verify:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status: done when the document is well or was rescued, failed when it has problems
 */
int
tl_cli_verify (int    argc,
               char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *target = NULL;
  GOptionEntry entries[] = {
    { "rescue", 0, 0, G_OPTION_ARG_FILENAME, &target, N_("Save what can be read into a new document"), N_("OUT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print facts for programs"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlRescueReport) report = NULL;
  int status = TL_CLI_DONE;

  if (!tl_cli_parse (_("FILE"), _("Checks a document without changing it."), entries, argc, argv, 1, 1, &arguments))
    return TL_CLI_WRONG_USE;

  if (!find_problems (arguments[0], problems, as_json, &status))
    return status;

  if (problems->len > 0 || target != NULL)
    report = rescue (arguments[0], target, problems);

  if (as_json)
    print_facts (problems, report, target);
  else
    print_problems (arguments[0], problems);
  if (!as_json && report != NULL)
    print_rescue (report, target);

  return problems->len == 0 || (target != NULL && report != NULL) ? TL_CLI_DONE : TL_CLI_FAILED;
}
