/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `throughline-cli VERB …`: hands over to the verb. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "tl-cli.h"
#include "tl-cli-layout.h"

static const struct
{
  const char *name;
  int       (*run) (int argc, char **argv);
  const char *summary;
} verbs[] = {
  { "new", tl_cli_new, N_("make a document, or the example organisation") },
  { "import", tl_cli_import, N_("bring goals, people, readings and more into a document") },
  { "show", tl_cli_show, N_("a goal, its measures and its numbers") },
  { "chain", tl_cli_chain, N_("a person’s line of sight, also in sentences") },
  { "classify", tl_cli_classify, N_("sort statements into Work, Impact and Result") },
  { "export", tl_cli_export, N_("a picture, or the goals for other programs") },
  { "worksheet", tl_cli_worksheet, N_("a page to print and take along") },
  { "layout", tl_cli_layout, N_("lay out any layered graph") },
  { "verify", tl_cli_verify, N_("check a document’s health") },
};

static int
print_help (void)
{
  g_print ("%s\n  throughline-cli %s\n\n", _("Usage:"), _("VERB [OPTION…] ARGUMENT…"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i].name, _(verbs[i].summary));
  g_print ("\n%s\n", _("“throughline-cli VERB --help” tells more of each."));
  return TL_CLI_DONE;
}

static gboolean
is_one_of (const char *word,
           const char *a,
           const char *b)
{
  return g_str_equal (word, a) || g_str_equal (word, b);
}

/* What was printed may not have arrived: a full disk, say, under a report that is kept in a file. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  g_printerr ("%s: %s\n", g_get_prgname (), _("Not all could be printed. What it was printed into may be full."));
  return status == TL_CLI_DONE ? TL_CLI_FAILED : status;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("throughline-cli");

  if (argc < 2)
    return tl_cli_wrong_use ("%s", _("Which verb?"));
  if (is_one_of (argv[1], "--help", "-h") || g_str_equal (argv[1], "help"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("throughline-cli %s\n", TL_VERSION);
      return TL_CLI_DONE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (argv[1], verbs[i].name))
        return finish (verbs[i].run (argc - 1, argv + 1));
    }

  return tl_cli_wrong_use (_("There is no verb “%s”."), argv[1]);
}
