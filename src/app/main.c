/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/resource.h>

#include "tl-application.h"

/* From the build folder the program runs as well: there the schema of its settings lies beside it, not installed. */
static void
find_schema (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;
  g_autofree char *schemas = data != NULL ? g_build_filename (data, "gschemas.compiled", NULL) : NULL;

  if (schemas != NULL && g_file_test (schemas, G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  /* What people wrote about each other must not end up in a core file. */
  const struct rlimit no_core = { 0, 0 };
  g_autoptr (TlApplication) application = NULL;

  setrlimit (RLIMIT_CORE, &no_core);
  find_schema ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Throughline"));

  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
