/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document and two processes: the second one reads, and says who writes; nothing of either is lost. */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-store.h"
#include "tl-trial.h"

typedef struct
{
  char *path;
  GPid  pid;
  int   input;
  int   output;
} Other;

/* What the other process does: opens the document, and does an action for every line it is sent, until there is no
 * more, or until it is killed. */
static int
be_the_other (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlDocument *document = tl_document_open (file, NULL, NULL);
  char line;

  if (document == NULL || tl_document_get_read_only (document) || write (STDOUT_FILENO, "o", 1) != 1)
    return EXIT_FAILURE;

  for (guint i = 0; read (STDIN_FILENO, &line, 1) == 1; i++)
    {
      if (!tl_trial_act (document, i % 3, NULL) || write (STDOUT_FILENO, "s", 1) != 1)
        return EXIT_FAILURE;
    }

  tl_trial_close (document);
  return EXIT_SUCCESS;
}

/* Waits until the other process says that it has opened or saved. */
static void
hear (Other *other)
{
  char answer;

  g_assert_cmpint (read (other->output, &answer, 1), ==, 1);
}

static void
make_it_edit (Other *other)
{
  g_assert_cmpint (write (other->input, "\n", 1), ==, 1);
  hear (other);
}

static void
set_up (Other         *other,
        gconstpointer  data)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, "--other", NULL, NULL };
  g_autoptr (GError) error = NULL;

  tl_trial_empty_folder (tl_trial_get_root ());
  other->path = tl_trial_dup_path ("a.throughline");
  tl_trial_close (tl_trial_make_document (other->path));

  arguments[2] = other->path;
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                           &other->pid, &other->input, &other->output, NULL, &error));
  g_assert_no_error (error);
  hear (other);
}

static void
end_other (Other    *other,
           gboolean  by_force)
{
  if (by_force)
    kill (other->pid, SIGKILL);
  close (other->input);
  g_assert_cmpint (waitpid (other->pid, NULL, 0), ==, other->pid);
  close (other->output);
  other->pid = 0;
}

static void
tear_down (Other         *other,
           gconstpointer  data)
{
  if (other->pid != 0)
    end_other (other, FALSE);
  g_free (other->path);
}

static TlDocument *
open_document (Other *other)
{
  g_autoptr (GFile) file = g_file_new_for_path (other->path);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* While both live the second one only reads, says who writes and since when, and is in nobody's way. */
static void
test_both_alive (Other         *other,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlDocument *document = open_document (other);
  const TlLockHolder *holder = tl_document_get_lock_holder (document);

  g_assert_true (tl_document_get_read_only (document));
  g_assert_nonnull (holder);
  g_assert_cmpint (holder->pid, ==, other->pid);
  g_assert_false (holder->is_stale);
  g_assert_nonnull (holder->since);
  sentence = tl_lock_holder_to_sentence (holder);
  g_test_message ("%s", sentence);

  g_assert_false (tl_trial_act (document, 0, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
  tl_document_cancel_group (document);

  before = tl_trial_dup_memory_digest (document);
  make_it_edit (other);
  make_it_edit (other);
  tl_document_abandon (document);
  g_object_unref (document);

  document = open_document (other);
  after = tl_trial_dup_memory_digest (document);
  g_assert_cmpstr (before, !=, after);
  g_assert_true (tl_document_get_read_only (document));
  tl_trial_close (document);
}

/* When the first one has closed it, the next one writes; the control for all else here. */
static void
test_closed (Other         *other,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlDocument *document;

  make_it_edit (other);
  end_other (other, FALSE);
  document = open_document (other);
  g_assert_false (tl_document_get_read_only (document));
  g_assert_null (tl_document_get_lock_holder (document));
  g_assert_true (tl_trial_act (document, 0, &error));
  g_assert_no_error (error);
  tl_trial_close (document);
}

/* When the first one was killed, its lock is in nobody's way, and everything it saved is there. */
static void
test_killed (Other         *other,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlDocument *document;
  TlDocument *waiting = open_document (other);

  make_it_edit (other);
  g_assert_true (tl_document_get_read_only (waiting));
  end_other (other, TRUE);

  /* Who was waiting may take over, and has what was saved meanwhile. */
  g_assert_true (tl_document_take_over (waiting, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_read_only (waiting));
  g_assert_true (tl_trial_act (waiting, 1, &error));
  g_assert_no_error (error);
  tl_trial_close (waiting);

  document = open_document (other);
  g_assert_false (tl_document_get_read_only (document));
  tl_trial_close (document);
}

/* Taken over while the first one lives, because somebody insists: from then on that one can no longer write over what
 * is written here. */
static void
test_insisted (Other         *other,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *found = NULL;
  g_autofree char *problem = NULL;
  TlDocument *document = open_document (other);
  char answer;

  if (!tl_document_take_over (document, &error))
    {
      g_test_message ("%s", error->message);
      tl_trial_close (document);
      return;
    }

  g_assert_true (tl_trial_act (document, 0, &error));
  g_assert_no_error (error);
  digest = tl_trial_dup_memory_digest (document);
  tl_trial_close (document);

  /* The other one is refused, and says so by ending. */
  g_assert_cmpint (write (other->input, "\n", 1), ==, 1);
  g_assert_cmpint (read (other->output, &answer, 1), ==, 0);
  end_other (other, TRUE);
  found = tl_trial_dup_digest (other->path, &problem);
  g_assert_cmpstr (problem, ==, NULL);

  document = open_document (other);
  g_free (found);
  found = tl_trial_dup_memory_digest (document);
  g_assert_cmpstr (digest, ==, found);
  tl_trial_close (document);
}

/* The control: without the lock nothing is known of the first one, and both could write. */
static void
test_without_lock (Other         *other,
                   gconstpointer  data)
{
  g_autofree char *lock = tl_trial_dup_path (".~lock.a.throughline");
  g_autofree char *folder_lock = g_strdup_printf ("%s#", lock);
  TlDocument *document;

  make_it_edit (other);
  g_assert_true (g_unlink (lock) == 0 || g_unlink (folder_lock) == 0);
  document = open_document (other);
  g_assert_false (tl_document_get_read_only (document));
  g_assert_null (tl_document_get_lock_holder (document));
  tl_trial_close (document);
  end_other (other, TRUE);
}

/* A copy that another program makes of the open file holds everything that has been saved. */
static void
test_copied (Other         *other,
             gconstpointer  data)
{
  g_autofree char *copy = tl_trial_dup_path ("copy.throughline");
  g_autofree char *contents = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *found = NULL;
  g_autofree char *problem = NULL;
  gsize length;

  for (guint i = 0; i < 5; i++)
    make_it_edit (other);
  g_assert_true (g_file_get_contents (other->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, length, NULL));
  end_other (other, FALSE);

  digest = tl_trial_dup_digest (other->path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  found = tl_trial_dup_digest (copy, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (digest, ==, found);
}

#define ADD(name, function) g_test_add ("/two-processes/" name, Other, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--other"))
    return be_the_other (argv[2]);

  tl_trial_init (&argc, &argv);
  ADD ("both-alive", test_both_alive);
  ADD ("closed", test_closed);
  ADD ("killed", test_killed);
  ADD ("insisted", test_insisted);
  ADD ("without-lock", test_without_lock);
  ADD ("copied", test_copied);
  return tl_trial_run ();
}
