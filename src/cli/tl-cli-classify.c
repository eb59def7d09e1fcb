/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `classify`: sorts statements into Work, Impact and Result, and says why. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli.h"
#include "tl-coaching-data.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"

/* A statement is one sentence; a whole file given by mistake is not sorted. */
#define LONGEST_STATEMENT 10000

static gboolean
check_statements (char   **statements,
                  GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    {
      if (!g_utf8_validate (statements[i], -1, NULL))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("Statement %u is not text in UTF-8."), i + 1);
          return FALSE;
        }
      if (g_utf8_strlen (statements[i], -1) > LONGEST_STATEMENT)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("Statement %u is longer than %d letters."), i + 1, LONGEST_STATEMENT);
          return FALSE;
        }
    }

  return TRUE;
}

static json_t *
nick_or_null (GType type,
              int   value)
{
  return value != 0 ? json_string (tl_enum_to_nick (type, value)) : json_null ();
}

static void
print_json (char **statements)
{
  TlCues *cues = tl_coaching_data_get_cues ();
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autoptr (TlSorting) sorting = tl_cues_sort (cues, statements[i]);

      json_array_append_new (list, json_pack ("{s:s, s:o, s:b, s:o, s:o, s:s}",
                                              "text", statements[i],
                                              "facet", nick_or_null (TL_TYPE_FACET, sorting->facet),
                                              "reputation", sorting->reputation,
                                              "beneficiary", nick_or_null (TL_TYPE_BENEFICIARY, sorting->beneficiary),
                                              "certainty", tl_cli_json_number (sorting->certainty),
                                              "reason", sorting->reason));
    }

  tl_cli_print_json (list);
}

/* The name of a suggestion for people */
static char *
dup_label (const TlSorting *sorting)
{
  if (sorting->facet == TL_FACET_UNSET)
    return g_strdup (_("Not clear"));
  if (sorting->reputation)
    /* Translators: a Result that is about how we are seen */
    return g_strdup (_("Result, a reputation"));

  return g_strdup (tl_enum_to_label (TL_TYPE_FACET, sorting->facet));
}

static void
print_text (char **statements)
{
  TlCues *cues = tl_coaching_data_get_cues ();

  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autoptr (TlSorting) sorting = tl_cues_sort (cues, statements[i]);
      g_autofree char *label = dup_label (sorting);

      tl_cli_print ("%s\n  %s. %s\n", statements[i], label, sorting->reason);
    }
}

/**
 * tl_cli_classify:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_classify (int    argc,
                 char **argv)
{
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print facts for programs"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  GError *error = NULL;

  if (!tl_cli_parse (_("TEXT…"), _("Sorts statements into Work, Impact and Result, and says why. Each statement is one "
                                   "argument, in quotation marks when it has several words."),
                     entries, argc, argv, 1, -1, &arguments))
    return TL_CLI_WRONG_USE;

  if (!check_statements (arguments, &error))
    return tl_cli_fail (error);

  if (as_json)
    print_json (arguments);
  else
    print_text (arguments);
  return TL_CLI_DONE;
}
