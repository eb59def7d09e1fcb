/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a document open, tried with real processes: this program starts itself to hold a lock. */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-lock.h"
#include "tl-test-folder.h"

/* A user with no rights, when the tests are run by root */
#define SOMEBODY 65534

static const char *program;

typedef struct
{
  char *folder;
  char *path;
  char *lock_path;
} Fixture;

typedef struct
{
  GPid pid;
  int  input;
  int  output;
} Child;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = tl_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.throughline", NULL);
  fixture->lock_path = g_build_filename (fixture->folder, ".~lock.a.throughline", NULL);
  g_assert_true (g_file_set_contents_full (fixture->path, "x", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_chmod (fixture->folder, 0700);
  tl_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock_path);
}

/* Starts another process that takes the lock, and waits until it has it. */
static Child
start_holder (Fixture *fixture)
{
  const char *argv[] = { program, "--hold", fixture->path, NULL };
  g_autoptr (GError) error = NULL;
  Child child;
  char ready;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child.pid, &child.input, &child.output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (child.output, &ready, 1), ==, 1);
  g_assert_cmpint (ready, ==, 'y');
  return child;
}

static void
end_holder (Child    *child,
            gboolean  with_force)
{
  if (with_force)
    kill (child->pid, SIGKILL);
  close (child->input);
  g_assert_cmpint (waitpid (child->pid, NULL, 0), ==, child->pid);
  close (child->output);
}

/* Root may write everywhere, so what only others may not do is tried as one of them. */
static void
become_somebody (Fixture *fixture)
{
  if (getuid () != 0)
    return;

  g_assert_cmpint (chown (fixture->folder, SOMEBODY, SOMEBODY), ==, 0);
  g_assert_cmpint (chown (fixture->path, SOMEBODY, SOMEBODY), ==, 0);
  g_assert_cmpint (seteuid (SOMEBODY), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static int
hold (const char *path)
{
  TlLockHolder *holder;
  g_autoptr (TlLock) lock = tl_lock_take (path, &holder, NULL);
  char end;

  if (write (STDOUT_FILENO, lock != NULL ? "y" : "n", 1) != 1)
    return 1;

  return read (STDIN_FILENO, &end, 1) == 0 ? 0 : 1;
}

static void
assert_free (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlLockHolder *holder;
  g_autoptr (TlLock) lock = tl_lock_take (fixture->path, &holder, &error);

  g_assert_no_error (error);
  g_assert_null (holder);
  g_assert_nonnull (lock);
}

static TlLockHolder *
assert_held (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlLockHolder *holder;
  TlLock *lock = tl_lock_take (fixture->path, &holder, &error);

  g_assert_no_error (error);
  g_assert_null (lock);
  g_assert_nonnull (holder);
  return holder;
}

static void
test_taken_and_given_back (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlLockHolder *holder;
  TlLock *lock = tl_lock_take (fixture->path, &holder, &error);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_null (holder);
  g_assert_cmpint (g_stat (fixture->lock_path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  tl_lock_release (lock);
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  assert_free (fixture);
}

static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  Child child = start_holder (fixture);
  g_autoptr (TlLockHolder) holder = assert_held (fixture);
  g_autofree char *sentence = tl_lock_holder_to_sentence (holder);

  g_assert_cmpint (holder->pid, ==, child.pid);
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_nonnull (holder->since);
  g_assert_false (holder->is_stale);
  g_assert_true (holder->is_mine);
  g_assert_nonnull (strstr (sentence, "in another Throughline since "));

  end_holder (&child, FALSE);
  assert_free (fixture);
}

static void
test_over_a_link (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "b.throughline", NULL);
  g_autofree char *lock_path = NULL;

  g_assert_cmpint (symlink ("a.throughline", link_path), ==, 0);
  lock_path = tl_lock_dup_path (link_path);
  g_assert_true (g_str_has_suffix (lock_path, "/.~lock.a.throughline"));
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  Child child = start_holder (fixture);

  end_holder (&child, TRUE);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  assert_free (fixture);
}

/* Whoever started Throughline need not have noticed yet that it has ended: it is a zombie then, and not alive. */
static void
test_killed_unnoticed (Fixture       *fixture,
                       gconstpointer  data)
{
  Child child = start_holder (fixture);
  siginfo_t info;

  kill (child.pid, SIGKILL);
  g_assert_cmpint (waitid (P_PID, child.pid, &info, WEXITED | WNOWAIT), ==, 0);
  g_assert_cmpint (kill (child.pid, 0), ==, 0);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  assert_free (fixture);

  end_holder (&child, FALSE);
}

static void
test_take_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Child child = start_holder (fixture);
  TlLock *lock = tl_lock_take_over (fixture->path, &error);
  g_autoptr (TlLockHolder) holder = NULL;

  g_assert_no_error (error);
  holder = assert_held (fixture);
  g_assert_cmpint (holder->pid, ==, getpid ());

  /* Who was there before does not take our lock file away when it goes. */
  end_holder (&child, FALSE);
  g_assert_true (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
  tl_lock_release (lock);
  g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
}

/* Leaves the lock file that a process would leave if it was killed, with one thing in it said differently. */
static void
leave_lock (Fixture    *fixture,
            const char *key,
            const char *value)
{
  Child child = start_holder (fixture);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  end_holder (&child, TRUE);
  g_assert_true (g_key_file_load_from_file (keys, fixture->lock_path, G_KEY_FILE_NONE, NULL));
  g_assert_true (g_key_file_has_key (keys, "Throughline Lock", key, NULL));
  g_key_file_set_string (keys, "Throughline Lock", key, value);
  text = g_key_file_to_data (keys, &length, NULL);
  g_assert_true (g_file_set_contents_full (fixture->lock_path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                           NULL));
}

static void
test_living_process (Fixture       *fixture,
                     gconstpointer  data)
{
  /* The number is that of a process that lives, and of another one than took the lock. */
  leave_lock (fixture, "Pid", "1");
  assert_free (fixture);
}

static void
test_other_host (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TlLockHolder) holder = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (TlLock) lock = NULL;

  leave_lock (fixture, "Machine", "another");
  holder = assert_held (fixture);
  sentence = tl_lock_holder_to_sentence (holder);
  g_assert_false (holder->is_here);
  g_assert_false (holder->is_stale);
  g_assert_nonnull (strstr (sentence, g_get_host_name ()));

  lock = tl_lock_take_over (fixture->path, NULL);
  g_assert_nonnull (lock);
}

static void
test_other_boot (Fixture       *fixture,
                 gconstpointer  data)
{
  leave_lock (fixture, "Boot", "another");
  assert_free (fixture);
}

static void
test_other_user (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TlLockHolder) holder = NULL;
  g_autofree char *sentence = NULL;

  leave_lock (fixture, "Uid", "77777");
  holder = assert_held (fixture);
  sentence = tl_lock_holder_to_sentence (holder);
  g_assert_true (holder->is_stale);
  g_assert_nonnull (strstr (sentence, "no longer runs"));
}

static void
test_rubbish (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const texts[] = { "", "nobody", "[Throughline Lock]\n", "[Throughline Lock]\nUser=\\x\nPid=no\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlLockHolder) holder = NULL;
      g_autofree char *sentence = NULL;

      g_assert_true (g_file_set_contents (fixture->lock_path, texts[i], -1, NULL));
      holder = assert_held (fixture);
      sentence = tl_lock_holder_to_sentence (holder);
      g_assert_false (holder->is_stale);
      g_assert_nonnull (strstr (sentence, "cannot be read"));
    }
}

/* The ends of the calendar, which some time zones are beyond */
static void
test_no_time (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const times[] = { "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "yesterday" };
  static const char *const zones[] = { "Etc/GMT+12", "Etc/GMT-14" };

  for (guint i = 0; i < G_N_ELEMENTS (times) * G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (TlLockHolder) holder = NULL;
      g_autofree char *sentence = NULL;
      g_autofree char *text = g_strdup_printf ("[Throughline Lock]\nUser=Ines\nHost=elsewhere\nSince=%s\n",
                                               times[i % G_N_ELEMENTS (times)]);

      g_setenv ("TZ", zones[i / G_N_ELEMENTS (times)], TRUE);
      g_assert_true (g_file_set_contents (fixture->lock_path, text, -1, NULL));
      holder = assert_held (fixture);
      sentence = tl_lock_holder_to_sentence (holder);
      g_assert_nonnull (strstr (sentence, "an unknown time"));
    }
  g_unsetenv ("TZ");
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TlLockHolder) holder = NULL;
  g_autoptr (TlLockHolder) other = NULL;

  /* A folder of that name, and a link that leads nowhere, are no lock files either. */
  g_assert_cmpint (g_mkdir (fixture->lock_path, 0700), ==, 0);
  holder = assert_held (fixture);
  g_assert_null (holder->user);
  g_assert_null (tl_lock_take_over (fixture->path, NULL));
  g_assert_cmpint (g_rmdir (fixture->lock_path), ==, 0);

  g_assert_cmpint (symlink ("/nowhere/at/all", fixture->lock_path), ==, 0);
  other = assert_held (fixture);
  g_assert_null (other->user);
  g_assert_cmpint (g_unlink (fixture->lock_path), ==, 0);

  leave_lock (fixture, "User", "Ines");
  g_chmod (fixture->lock_path, 0);
  g_clear_pointer (&holder, tl_lock_holder_free);
  become_somebody (fixture);
  holder = assert_held (fixture);
  become_oneself ();
  g_assert_null (holder->user);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlLockHolder *holder;
  TlLock *lock;
  Child child;

  g_chmod (fixture->folder, 0500);
  become_somebody (fixture);
  lock = tl_lock_take (fixture->path, &holder, &error);
  become_oneself ();
  g_assert_null (lock);
  g_assert_null (holder);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

  /* Somebody who may write there can still be seen. */
  g_chmod (fixture->folder, 0700);
  child = start_holder (fixture);
  g_chmod (fixture->folder, 0500);
  g_chmod (fixture->lock_path, 0444);
  g_clear_error (&error);
  become_somebody (fixture);
  lock = tl_lock_take (fixture->path, &holder, &error);
  become_oneself ();
  g_assert_null (lock);
  g_assert_no_error (error);
  g_assert_cmpint (holder->pid, ==, child.pid);
  tl_lock_holder_free (holder);
  g_chmod (fixture->folder, 0700);
  end_holder (&child, FALSE);
}

typedef struct
{
  Fixture *fixture;
  int     *n_waiting;
} Racer;

static gpointer
race_thread (gpointer data)
{
  Racer *racer = data;
  g_autoptr (TlLockHolder) holder = NULL;

  g_atomic_int_inc (racer->n_waiting);
  while (g_atomic_int_get (racer->n_waiting) < 2)
    g_thread_yield ();
  return tl_lock_take (racer->fixture->path, &holder, NULL);
}

/* Of two that come at once exactly one has it, and nothing is left behind. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < 600; i++)
    {
      int n_waiting = 0;
      Racer racer = { fixture, &n_waiting };
      GThread *thread = g_thread_new ("race", race_thread, &racer);
      g_autoptr (TlLock) mine = race_thread (&racer);
      g_autoptr (TlLock) other = g_thread_join (thread);

      g_assert_true ((mine == NULL) != (other == NULL));
      g_clear_pointer (&mine, tl_lock_release);
      g_clear_pointer (&other, tl_lock_release);
      g_assert_false (g_file_test (fixture->lock_path, G_FILE_TEST_EXISTS));
    }
}

static void
test_missing_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "b.throughline", NULL);
  TlLockHolder *holder;

  g_assert_null (tl_lock_take (path, &holder, &error));
  g_assert_null (holder);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/lock/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  ADD ("taken-and-given-back", test_taken_and_given_back);
  ADD ("other-process", test_other_process);
  ADD ("over-a-link", test_over_a_link);
  ADD ("killed", test_killed);
  ADD ("killed-unnoticed", test_killed_unnoticed);
  ADD ("take-over", test_take_over);
  ADD ("living-process", test_living_process);
  ADD ("other-host", test_other_host);
  ADD ("other-boot", test_other_boot);
  ADD ("other-user", test_other_user);
  ADD ("rubbish", test_rubbish);
  ADD ("no-time", test_no_time);
  ADD ("unreadable", test_unreadable);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("at-once", test_at_once);
  ADD ("missing-folder", test_missing_folder);

  return g_test_run ();
}
