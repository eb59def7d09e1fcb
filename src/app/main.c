/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/resource.h>

#include "tl-application.h"

int
main (int   argc,
      char *argv[])
{
  /* What people wrote about each other must not end up in a core file. */
  const struct rlimit no_core = { 0, 0 };
  g_autoptr (TlApplication) application = NULL;

  setrlimit (RLIMIT_CORE, &no_core);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Throughline"));

  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
