/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `verify`: a document's health, and how much of it can be read. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli-progress.h"
#include "tl-cli.h"
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

/**
 * tl_cli_verify:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status: done when the document is well, failed when it has problems
 */
int
tl_cli_verify (int    argc,
               char **argv)
{
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print facts for programs"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (!tl_cli_parse (_("FILE"), _("Checks a document without changing it."), entries, argc, argv, 1, 1, &arguments))
    return TL_CLI_WRONG_USE;

  if (!check (arguments[0], problems, &error))
    {
      if (!as_json)
        return tl_cli_fail (error);
      g_ptr_array_add (problems, g_strdup (error->message));
      g_error_free (error);
    }

  if (as_json)
    {
      g_autoptr (json_t) facts = json_pack ("{s:b, s:o}", "ok", problems->len == 0,
                                            "problems", list_problems (problems));

      tl_cli_print_json (facts);
    }
  else
    {
      print_problems (arguments[0], problems);
    }

  return problems->len == 0 ? TL_CLI_DONE : TL_CLI_FAILED;
}
