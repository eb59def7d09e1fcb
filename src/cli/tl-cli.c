/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs of the command line have in common: how they are called, how they speak, how they fail. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "tl-cli.h"

static void
complain_of_use (const char *message)
{
  g_printerr ("%s: %s\n", g_get_prgname (), message);
  /* Translators: the name of a command, such as “throughline-cli show” */
  g_printerr (_("“%s --help” tells how it is used."), g_get_prgname ());
  g_printerr ("\n");
}

/* Names the word of @usage that is missing: the one behind the @n_words that were given. */
static void
complain_of_missing (const char *usage,
                     int         n_words)
{
  g_auto (GStrv) names = g_strsplit (usage, " ", -1);
  const char *name = n_words < (int) g_strv_length (names) ? names[n_words] : usage;
  g_autofree char *message = NULL;

  /* Translators: what is missing, such as “GOAL”; the name of a command; what has to be given to it, such as “FILE GOAL” */
  message = g_strdup_printf (_("%s is missing, as in “%s %s”."), name, g_get_prgname (), usage);
  complain_of_use (message);
}

static void
complain_of_surplus (const char *word)
{
  g_autofree char *shown = g_filename_display_name (word);
  g_autofree char *message = g_strdup_printf (_("“%s” is a word too many. One that has spaces in it stands in quotation "
                                                "marks."), shown);

  complain_of_use (message);
}

/**
 * tl_cli_parse:
 * @usage: the arguments, for the first line of the help; those that are needed stand first, with spaces between
 * @summary: what the verb does, translated
 * @entries: its options, ended by an empty one
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 * @min_arguments: how many words are needed beside the options
 * @max_arguments: how many are possible; -1 for any number
 * @arguments: (out) (transfer full): those words
 *
 * With --help this prints the help and ends the program.
 *
 * Returns: whether the verb was used rightly; when not, that has been said
 */
gboolean
tl_cli_parse (const char          *usage,
              const char          *summary,
              const GOptionEntry  *entries,
              int                  argc,
              char               **argv,
              int                  min_arguments,
              int                  max_arguments,
              GStrv               *arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  g_autofree char *program = g_strdup_printf ("throughline-cli %s", argv[0]);
  int n_words;

  g_set_prgname (program);
  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      complain_of_use (error->message);
      return FALSE;
    }

  n_words = (int) g_strv_length (words) - 1;
  if (n_words < min_arguments)
    {
      complain_of_missing (usage, n_words);
      return FALSE;
    }
  if (max_arguments >= 0 && n_words > max_arguments)
    {
      complain_of_surplus (words[1 + max_arguments]);
      return FALSE;
    }

  *arguments = g_strdupv (words + 1);
  return TRUE;
}

/**
 * tl_cli_wrong_use:
 * @format: what is wrong, translated, in the form of printf()
 * @...: what goes into it
 *
 * Returns: the exit status
 */
int
tl_cli_wrong_use (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  complain_of_use (message);
  return TL_CLI_WRONG_USE;
}

/**
 * tl_cli_fail:
 * @error: (transfer full): what went wrong; one of the domain %G_OPTION_ERROR is the fault of who called
 *
 * Returns: the exit status
 */
int
tl_cli_fail (GError *error)
{
  int status = error->domain == G_OPTION_ERROR ? TL_CLI_WRONG_USE : TL_CLI_FAILED;

  if (status == TL_CLI_WRONG_USE)
    complain_of_use (error->message);
  else
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  g_error_free (error);
  return status;
}

/**
 * tl_cli_print:
 * @format: text for people, translated, in the form of printf()
 * @...: what goes into it
 *
 * Prints in the encoding of the terminal.
 */
void
tl_cli_print (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_print ("%s", text);
}

/**
 * tl_cli_print_json:
 * @json: facts, for programs
 */
void
tl_cli_print_json (json_t *json)
{
  json_dumpf (json, stdout, JSON_INDENT (2) | JSON_REAL_PRECISION (15));
  fputc ('\n', stdout);
}

/**
 * tl_cli_open:
 * @path: a document's file, as it was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the document
 */
TlDocument *
tl_cli_open (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return tl_document_open (file, NULL, error);
}

/**
 * tl_cli_is_same_file:
 * @path: a document's file, as it was given
 * @out: where something is to be written, as it was given
 *
 * A document may be called anything, so what is written could take its place.
 *
 * Returns: whether both are one file
 */
gboolean
tl_cli_is_same_file (const char *path,
                     const char *out)
{
  g_autoptr (GFile) document = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (out);
  GStatBuf one;
  GStatBuf other;

  if (g_file_peek_path (document) == NULL || g_file_peek_path (target) == NULL)
    return g_file_equal (document, target);

  return g_stat (g_file_peek_path (document), &one) == 0 && g_stat (g_file_peek_path (target), &other) == 0 &&
         one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/**
 * tl_cli_analyse:
 * @analysis: (out caller-allocates): what is made
 * @path: a document's file, as it was given
 * @date: (nullable): the day to compute for, by ISO 8601; today when there is none
 * @error: return location for an error
 *
 * Returns: whether the document could be opened and the date be read
 */
gboolean
tl_cli_analyse (TlCliAnalysis  *analysis,
                const char     *path,
                const char     *date,
                GError        **error)
{
  TlDate day = date != NULL ? tl_date_from_string (date) : tl_date_today ();

  if (day == TL_DATE_NONE)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is no date. Write it like 2026-11-21."), date);
      return FALSE;
    }

  analysis->document = tl_cli_open (path, error);
  if (analysis->document == NULL)
    return FALSE;

  analysis->graph = tl_graph_new (tl_document_get_model (analysis->document));
  analysis->scores = tl_scores_new (analysis->graph, day, tl_graph_get_thresholds (analysis->graph));
  return TRUE;
}

/**
 * tl_cli_analysis_clear:
 * @analysis: what tl_cli_analyse() filled, or nothing but zeros
 */
void
tl_cli_analysis_clear (TlCliAnalysis *analysis)
{
  g_clear_pointer (&analysis->scores, tl_scores_unref);
  g_clear_pointer (&analysis->graph, tl_graph_unref);
  g_clear_object (&analysis->document);
}

/**
 * tl_cli_json_string:
 * @text: (nullable): text
 *
 * Returns: (transfer full): the text, or null
 */
json_t *
tl_cli_json_string (const char *text)
{
  return text != NULL ? json_string (text) : json_null ();
}

/**
 * tl_cli_json_number:
 * @value: a number, NAN when unknown
 *
 * Returns: (transfer full): the number, or null
 */
json_t *
tl_cli_json_number (double value)
{
  return isfinite (value) ? json_real (value) : json_null ();
}

/**
 * tl_cli_json_date:
 * @date: a day, or %TL_DATE_NONE
 *
 * Returns: (transfer full): the day by ISO 8601, or null
 */
json_t *
tl_cli_json_date (TlDate date)
{
  char text[TL_DATE_STRING_SIZE];

  tl_date_to_string (date, text);
  return date != TL_DATE_NONE ? json_string (text) : json_null ();
}
