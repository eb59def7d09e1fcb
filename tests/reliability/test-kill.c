/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that edits a document is killed without warning, again and again: what it had acknowledged is there.
 *
 * The child tells of every action twice, on a pipe: what the document is to hold, before it is saved, and that it has
 * been saved.  Half of the kills come when the clock says so, half in the middle of a call that changes the file.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-drafts.h"
#include "tl-hook-vfs.h"
#include "tl-store.h"
#include "tl-trial.h"

/* How long a child may go on, microseconds */
#define LONGEST_LIFE (120 * 1000)

/* Within how many calls a child that is killed in the middle of one dies */
#define MOST_CALLS 600

/* After this time a field that is being typed in survives, microseconds */
#define TYPING_TIME (1500 * 1000)

/* In so many times five kills the control has to go wrong; it does in about one of five. */
#define MOST_CONTROLS 20

typedef struct
{
  guint    calls_left;
  gboolean without_journal;
} Child;

/* Kills the process in the middle of a call, and lets nothing of a journal reach the disk when told so. */
static int
child_cb (const TlVfsEvent *event,
          gpointer          user_data)
{
  Child *child = user_data;

  gboolean is_journal = g_str_has_suffix (event->path, "-journal");

  if (event->call != TL_VFS_OPEN && !(child->without_journal && is_journal) &&
      child->calls_left > 0 && --child->calls_left == 0)
    kill (getpid (), SIGKILL);

  if (child->without_journal && event->call == TL_VFS_WRITE && is_journal)
    return TL_VFS_PRETEND;

  return event->call == TL_VFS_SYNC ? TL_VFS_PRETEND : SQLITE_OK;
}

static void
tell (const char *what,
      const char *digest)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", what, digest);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (EXIT_FAILURE);
}

/* What the document is to hold is known only when the change has been made in memory, which the storing comes after;
 * an undo is the other way round, but brings back what was there before. */
static void
tell_of_action (TlDocument *document,
                guint       number,
                GPtrArray  *past)
{
  g_autoptr (GError) error = NULL;
  char *digest;

  if (number % 4 == 3)
    {
      tell ("want", g_ptr_array_index (past, past->len - 2));
      g_assert_true (tl_document_undo (document, &error));
    }
  else
    {
      g_autofree char *wanted = NULL;

      /* An outer group keeps the action from being written until it has been told. */
      tl_document_begin_group (document, "Act");
      g_assert_true (tl_trial_act (document, number % 4, &error));
      wanted = tl_trial_dup_memory_digest (document);
      tell ("want", wanted);
      g_assert_true (tl_document_end_group (document, &error));
    }

  digest = tl_trial_dup_memory_digest (document);
  tell ("saved", digest);
  g_ptr_array_add (past, digest);
}

/* What the child does, until it is killed */
static int
edit_for_ever (const char *path,
               const char *calls,
               const char *journal)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Child child = { (guint) strtoul (calls, NULL, 10), g_str_equal (journal, "without-journal") };
  TlDocument *document;

  tl_hook_vfs_set (child_cb, &child);
  document = tl_document_open (file, NULL, &error);
  if (document == NULL)
    return EXIT_FAILURE;

  g_ptr_array_add (past, tl_trial_dup_memory_digest (document));
  tell ("saved", g_ptr_array_index (past, 0));
  for (guint i = 0;; i++)
    tell_of_action (document, i, past);
}

/* What a child does that is typing in a field, until it is killed */
static int
type_for_ever (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlDocument *document = tl_document_open (file, NULL, NULL);
  gint64 end = g_get_monotonic_time () + TYPING_TIME;

  if (document == NULL)
    return EXIT_FAILURE;

  tl_document_keep_draft (document, "quick-add", "title", "Half a wo");
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  tell ("typed", "");
  pause ();
  return EXIT_SUCCESS;
}

/* The last two things the child said: what had been saved, and what was to be saved next, if it got to say so */
static void
read_last (const char  *said,
           char       **saved,
           char       **wanted)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "saved "))
        {
          g_free (*saved);
          *saved = g_strdup (lines[i] + strlen ("saved "));
          g_clear_pointer (wanted, g_free);
        }
      else
        {
          g_free (*wanted);
          *wanted = g_strdup (lines[i] + strlen ("want "));
        }
    }
}

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  ssize_t length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, length);

  return g_string_free (text, FALSE);
}

/* Starts a child on the document, kills it, and returns what it said. */
static char *
kill_a_child (const char *path,
              guint       calls,
              guint       life,
              gboolean    without_journal)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *calls_text = g_strdup_printf ("%u", calls);
  const char *arguments[] = { program, "--edit", path, calls_text, without_journal ? "without-journal" : "honest", NULL };
  g_autoptr (GError) error = NULL;
  char *said;
  GPid pid;
  int output;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &pid, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (calls == 0)
    {
      g_usleep (life);
      kill (pid, SIGKILL);
    }
  said = read_all (output);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  close (output);
  return said;
}

/* Undoes all that can be undone and does it again, which passes through the state that the child began with, and
 * leads back to where it began. */
static gboolean
undo_everything (TlDocument *document,
                 const char *begin,
                 guint      *n_steps)
{
  g_autofree char *before = tl_trial_dup_memory_digest (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_passed = g_strcmp0 (before, begin) == 0;
  guint n_undone = 0;

  while (tl_document_can_undo (document) && tl_document_undo (document, &error))
    {
      g_autofree char *state = tl_trial_dup_memory_digest (document);

      has_passed |= g_strcmp0 (state, begin) == 0;
      n_undone++;
    }

  *n_steps += n_undone;
  for (guint i = 0; i < n_undone && error == NULL; i++)
    tl_document_redo (document, &error);

  after = tl_trial_dup_memory_digest (document);
  if (error == NULL && (has_passed || begin == NULL) && g_str_equal (before, after))
    return TRUE;

  g_test_message ("undo after %u steps: %s", *n_steps, error != NULL ? error->message : "another state");
  return FALSE;
}

/* The state that the child found, as it told at once */
static char *
dup_begin (const char *said)
{
  const char *end = strchr (said, '\n');

  return end != NULL ? g_strndup (said + strlen ("saved "), end - said - strlen ("saved ")) : NULL;
}

/* Whether the document holds all that was acknowledged, is sound, and can be taken back step by step */
static gboolean
is_right (const char *path,
          const char *said,
          guint      *n_steps)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *problem = NULL;
  g_autofree char *digest = tl_trial_dup_digest (path, &problem);
  g_autofree char *saved = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;
  g_autofree char *after = NULL;
  g_autofree char *begin = dup_begin (said);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = NULL;

  if (digest == NULL)
    {
      g_test_message ("%s", problem);
      return FALSE;
    }

  document = tl_document_open (file, NULL, &error);
  if (document == NULL)
    {
      g_test_message ("%s", error->message);
      return FALSE;
    }
  found = tl_trial_dup_memory_digest (document);
  read_last (said, &saved, &wanted);
  if (saved != NULL && g_strcmp0 (found, saved) != 0 && g_strcmp0 (found, wanted) != 0)
    {
      g_test_message ("Something else than what was saved is found.");
      return FALSE;
    }

  if (!undo_everything (document, begin, n_steps) || !tl_document_close (document, NULL))
    return FALSE;

  after = tl_trial_dup_digest (path, &problem);
  return after != NULL;
}

static guint
kill_many (guint    n_kills,
           gboolean by_clock,
           gboolean without_journal)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  guint n_deviations = 0;
  guint n_saved = 0;
  guint n_steps = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      gboolean is_timed = by_clock && i % 2 == 0;
      g_autofree char *said = NULL;
      const char *place;

      tl_trial_empty_folder (tl_trial_get_root ());
      tl_trial_close (tl_trial_make_document (path));
      said = kill_a_child (path, is_timed ? 0 : g_test_rand_int_range (1, MOST_CALLS),
                           g_test_rand_int_range (5000, LONGEST_LIFE), without_journal);
      for (place = said; (place = strstr (place, "saved ")) != NULL; place++)
        n_saved++;
      if (!is_right (path, said, &n_steps))
        n_deviations++;
    }

  g_test_message ("%u kills, %u actions acknowledged, %u undone afterwards, %u deviations", n_kills, n_saved, n_steps,
                  n_deviations);
  g_assert_cmpuint (n_saved, >, 0);
  return n_deviations;
}

static void
test_kills (void)
{
  g_assert_cmpuint (kill_many (tl_trial_choose (20, 300), TRUE, FALSE), ==, 0);
}

/* A field that was being typed in for a while is there after the kill, and the document is as it was. */
static void
test_typing (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  const char *arguments[] = { program, "--type", path, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document;
  GPid pid;
  int output;
  char byte;

  tl_trial_empty_folder (tl_trial_get_root ());
  tl_trial_close (tl_trial_make_document (path));
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &pid, NULL, &output, NULL, &error));
  g_assert_cmpint (read (output, &byte, 1), ==, 1);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  close (output);

  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  drafts = tl_document_dup_drafts (document);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((TlDraft *) g_ptr_array_index (drafts, 0))->text, ==, "Half a wo");
  tl_trial_close (document);
}

/* With a journal that is only in memory the same must go wrong, though not each time. */
static void
test_control (void)
{
  guint n_deviations = 0;

  for (guint i = 0; i < MOST_CONTROLS && n_deviations == 0; i++)
    n_deviations = kill_many (5, FALSE, TRUE);
  g_assert_cmpuint (n_deviations, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--edit"))
    return edit_for_ever (argv[2], argv[3], argv[4]);

  if (argc == 3 && g_str_equal (argv[1], "--type"))
    return type_for_ever (argv[2]);

  tl_trial_init (&argc, &argv);
  g_test_add_func ("/kill/kills", test_kills);
  g_test_add_func ("/kill/typing", test_typing);
  g_test_add_func ("/kill/control", test_control);
  return tl_trial_run ();
}
