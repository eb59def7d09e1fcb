/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rescuing documents whose pages are overwritten at random: what is found, counted against what was there. */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-contribution.h"
#include "tl-person.h"
#include "tl-rescue.h"
#include "tl-store.h"
#include "tl-test-folder.h"

#define PAGE 4096
#define N_GOALS 400

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
  char  *target_path;
  GFile *target;
} Fixture;

static void
add (TlStore  *store,
     gpointer  entity)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_store_insert (store, entity, &error));
  g_assert_no_error (error);
}

static void
fill (TlStore *store)
{
  g_autoptr (TlSettings) settings = tl_settings_new ();
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlGoal) last = NULL;

  tl_model_add (model, TL_ENTITY (settings));
  tl_model_add (model, TL_ENTITY (organisation));
  add (store, settings);
  add (store, organisation);
  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autoptr (TlPerson) person = tl_person_new ();
      g_autoptr (TlGoal) goal = tl_goal_new ();
      g_autoptr (TlContribution) link = tl_contribution_new ();
      g_autofree char *title = g_strdup_printf ("Goal %u, with a title that takes some room on its page", i);

      tl_person_set_organisation (person, organisation);
      tl_goal_set_title (goal, title);
      tl_goal_set_owner (goal, TL_PARTY (person));
      tl_model_add (model, TL_ENTITY (person));
      tl_model_add (model, TL_ENTITY (goal));
      add (store, person);
      add (store, goal);
      if (last != NULL)
        {
          tl_contribution_set_from (link, goal);
          tl_contribution_set_to (link, last);
          tl_model_add (model, TL_ENTITY (link));
          add (store, link);
        }
      g_set_object (&last, goal);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = NULL;
  g_autoptr (GBytes) changeset = NULL;

  fixture->folder = tl_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.throughline", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->target_path = g_build_filename (fixture->folder, "b.throughline", NULL);
  fixture->target = g_file_new_for_path (fixture->target_path);

  store = tl_store_create (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (tl_store_begin (store, &error));
  fill (store);
  changeset = tl_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->file);
  g_object_unref (fixture->target);
  g_free (fixture->path);
  g_free (fixture->target_path);
  tl_test_remove_folder (fixture->folder);
}

static char *
dup_digest (const char *path)
{
  g_autoptr (TlStore) store = tl_store_open (path, NULL, NULL);

  g_assert_nonnull (store);
  return tl_store_dup_digest (store, NULL);
}

static const TlRescueKind *
find_kind (TlRescueReport *report,
           const char     *name)
{
  for (guint i = 0; i < report->kinds->len; i++)
    {
      const TlRescueKind *kind = g_ptr_array_index (report->kinds, i);

      if (g_str_equal (kind->kind, name))
        return kind;
    }

  g_assert_not_reached ();
}

static void
assert_sound (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlStore) store = NULL;
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GError) error = NULL;

  store = tl_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_store_check (store, problems, NULL, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (tl_store_load (store, model, &error));
}

static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRescueReport) report = tl_rescue_run (fixture->file, fixture->target, NULL, &error);
  g_autofree char *before = dup_digest (fixture->path);
  g_autofree char *after = NULL;
  GStatBuf info;

  g_assert_no_error (error);
  after = dup_digest (fixture->target_path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (report->n_lost, ==, 0);
  g_assert_cmpuint (report->n_mended, ==, 0);
  g_assert_cmpint (g_stat (fixture->target_path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
test_target_is_spared (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->target_path, "mine", -1, NULL));
  g_assert_null (tl_rescue_run (fixture->file, fixture->target, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->target_path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");

  g_clear_error (&error);
  g_assert_null (tl_rescue_run (fixture->file, fixture->file, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS);
}

static void
overwrite_page (const char *path,
                guint       page)
{
  g_autofree char *rubbish = g_malloc (PAGE);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  for (guint i = 0; i < PAGE; i++)
    rubbish[i] = (char) g_test_rand_int ();
  g_assert_cmpint (pwrite (fd, rubbish, PAGE, (goffset) page * PAGE), ==, PAGE);
  g_assert_true (g_close (fd, NULL));
}

static void
test_overwritten (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint n_found = 0, n_rounds = 20;

  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlRescueReport) report = NULL;
      guint n_pages = length / PAGE;

      g_assert_true (g_file_set_contents (fixture->path, whole, length, NULL));
      for (guint i = 0; i < 3; i++)
        overwrite_page (fixture->path, g_test_rand_int_range (8, n_pages));

      g_unlink (fixture->target_path);
      report = tl_rescue_run (fixture->file, fixture->target, NULL, &error);
      if (report == NULL)
        {
          /* One of the few pages that say where everything is: counted as nothing found. */
          g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED);
          g_assert_false (g_file_test (fixture->target_path, G_FILE_TEST_EXISTS));
          continue;
        }
      assert_sound (fixture->target_path);
      g_assert_cmpuint (find_kind (report, "goal")->n_found, <=, N_GOALS);
      n_found += find_kind (report, "goal")->n_found;
    }

  g_test_message ("%u of %u goals were found", n_found, n_rounds * N_GOALS);
  /* Three of some two hundred pages are gone each time, and a page holds some twenty goals. */
  g_assert_cmpuint (n_found, >, n_rounds * N_GOALS * 60 / 100);
  g_assert_cmpuint (n_found, <, n_rounds * N_GOALS);
}

static void
test_beginning_is_lost (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  overwrite_page (fixture->path, 0);
  g_assert_null (tl_rescue_run (fixture->file, fixture->target, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "a.throughline"));
  g_assert_false (g_file_test (fixture->target_path, G_FILE_TEST_EXISTS));
}

static void
test_cut_short (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRescueReport) report = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size / 2), ==, 0);
  report = tl_rescue_run (fixture->file, fixture->target, NULL, &error);
  g_assert_no_error (error);
  assert_sound (fixture->target_path);
  g_assert_cmpuint (find_kind (report, "goal")->n_found, >, 0);
  g_assert_cmpuint (report->n_lost, >, 0);
}

#define ADD(name, function) g_test_add ("/rescue/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("clean", test_clean);
  ADD ("target-is-spared", test_target_is_spared);
  ADD ("overwritten", test_overwritten);
  ADD ("beginning-is-lost", test_beginning_is_lost);
  ADD ("cut-short", test_cut_short);

  return g_test_run ();
}
