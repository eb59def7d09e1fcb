/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power goes after every call that SQLite makes: what is found then is what was there before the action or what
 * is there after it, and the latter as soon as the action has been acknowledged.
 */

#include <glib/gstdio.h>

#include "tl-power-vfs.h"
#include "tl-trial.h"

/* After how many calls an action was acknowledged, and what the document held then */
typedef struct
{
  const char *name;
  guint       n_calls;
  char       *digest;
  gboolean    is_first;
} Mark;

typedef struct
{
  char    *path;
  TlPower *power;
  GArray  *marks;
} Record;

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->digest);
}

static void
add_mark (Record     *record,
          const char *name)
{
  Mark mark = { name, tl_power_get_n_calls (record->power), NULL, record->marks->len == 0 };

  g_array_append_val (record->marks, mark);
}

static void
act (Record *record)
{
  g_autoptr (GFile) file = g_file_new_for_path (record->path);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_open (file, NULL, &error);
  guint n_actions;
  const TlTrialAction *actions = tl_trial_get_actions (&n_actions);

  g_assert_no_error (error);
  for (guint i = 0; i < n_actions; i++)
    {
      g_assert_true (actions[i].run (document, i, &error));
      g_assert_no_error (error);
      add_mark (record, actions[i].name);
    }

  tl_trial_close (document);
}

static void
digest_marks (Record *record)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < record->marks->len; i++)
    {
      Mark *mark = &g_array_index (record->marks, Mark, i);
      g_autofree char *problem = NULL;

      tl_power_make_image (record->power, mark->n_calls, TL_POWER_CUT_KEPT, TL_POWER_DISK_HONEST, rand);
      mark->digest = tl_trial_dup_digest (record->path, &problem);
      g_assert_cmpstr (problem, ==, NULL);
      if (i > 0)
        g_assert_cmpstr (mark->digest, !=, mark[-1].digest);
    }
}

/* Recorded once: each test then only makes images of it. */
static void
begin (Record *record)
{
  tl_trial_empty_folder (tl_trial_get_root ());
  record->path = tl_trial_dup_path ("a.throughline");
  record->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (record->marks, clear_mark);
  tl_trial_close (tl_trial_make_document (record->path));

  record->power = tl_power_new (tl_trial_get_root ());
  add_mark (record, "before");
  act (record);
  tl_power_stop (record->power);
  digest_marks (record);
}

static void
end (Record *record)
{
  tl_power_free (record->power);
  g_array_unref (record->marks);
  g_free (record->path);
}

/* Whether the last step can be undone, which has to lead to a state that was there before */
static gboolean
can_be_undone (Record  *record,
               char   **problem)
{
  g_autoptr (GFile) file = g_file_new_for_path (record->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_open (file, NULL, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  if (!tl_document_can_undo (document) || !tl_document_undo (document, &error) || !tl_document_close (document, NULL))
    {
      *problem = g_strdup_printf ("undo: %s", error != NULL ? error->message : "there is no step");
      return FALSE;
    }

  g_clear_object (&document);
  digest = tl_trial_dup_digest (record->path, problem);
  for (guint i = 0; i < record->marks->len; i++)
    {
      if (g_strcmp0 (digest, g_array_index (record->marks, Mark, i).digest) == 0)
        return TRUE;
    }

  if (*problem == NULL)
    *problem = g_strdup ("undo leads to a state that never was");
  return FALSE;
}

/* Whether what is found after a cut is what may be found */
static gboolean
is_right (Record      *record,
          guint        n_calls,
          const Mark  *old,
          char       **problem)
{
  g_autofree char *digest = tl_trial_dup_digest (record->path, problem);
  gboolean is_last = old == &g_array_index (record->marks, Mark, record->marks->len - 1);

  if (digest == NULL)
    return FALSE;

  if (g_str_equal (digest, old->digest) ||
      (!is_last && n_calls > old->n_calls && g_str_equal (digest, old[1].digest)))
    return n_calls > old->n_calls || old->is_first || can_be_undone (record, problem);

  *problem = g_strdup ("it holds neither the old nor the new state");
  return FALSE;
}

static guint
cut_at (Record      *record,
        guint        n_calls,
        const Mark  *old,
        TlPowerDisk  disk,
        guint        n_chances,
        GRand       *rand)
{
  guint n_deviations = 0;

  for (TlPowerCut cut = 0; cut < TL_POWER_N_CUTS; cut++)
    {
      for (guint i = 0; i < (cut < TL_POWER_CUT_CHOSEN ? 1 : n_chances); i++)
        {
          g_autofree char *problem = NULL;

          tl_power_make_image (record->power, n_calls, cut, disk, rand);
          if (is_right (record, n_calls, old, &problem))
            continue;

          n_deviations++;
          if (disk == TL_POWER_DISK_HONEST)
            g_test_message ("after call %u (after “%s”), kind %d: %s", n_calls, old->name, cut, problem);
        }
    }

  return n_deviations;
}

/* Cuts after every @stride-th call, and always right after an action was acknowledged; returns how many were wrong. */
static guint
cut_everywhere (Record      *record,
                TlPowerDisk  disk,
                guint        stride,
                guint        n_chances)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_deviations = 0;
  guint n_cuts = 0;
  guint mark = 0;

  for (guint i = 0; i <= tl_power_get_n_calls (record->power); i++)
    {
      const Mark *marks = (const Mark *) record->marks->data;

      while (mark + 1 < record->marks->len && marks[mark + 1].n_calls <= i)
        mark++;

      if (i % stride != 0 && i != marks[mark].n_calls)
        continue;

      n_deviations += cut_at (record, i, &marks[mark], disk, n_chances, rand);
      n_cuts += TL_POWER_CUT_CHOSEN + (TL_POWER_N_CUTS - TL_POWER_CUT_CHOSEN) * n_chances;
    }

  g_test_message ("%u calls, %u cuts, %u deviations", tl_power_get_n_calls (record->power), n_cuts, n_deviations);
  return n_deviations;
}

static void
test_cuts (gconstpointer data)
{
  g_assert_cmpuint (cut_everywhere ((gpointer) data, TL_POWER_DISK_HONEST, tl_trial_choose (5, 1), tl_trial_choose (1, 10)),
                    ==, 0);
}

/* A disk that only says that it has written: the test must see what is lost. */
static void
test_control_of_syncs (gconstpointer data)
{
  g_assert_cmpuint (cut_everywhere ((gpointer) data, TL_POWER_DISK_LYING, 40, 1), >, 0);
}

/* What would happen without EXTRA: the journal of an acknowledged action comes back, and takes the action with it. */
static void
test_control_of_names (gconstpointer data)
{
  g_assert_cmpuint (cut_everywhere ((gpointer) data, TL_POWER_DISK_FORGETS_NAMES, 40, 1), >, 0);
}

/* The power goes while a new document is being made: there is none, or an empty file, or a whole document. */
static void
test_creating (void)
{
  g_autofree char *path = tl_trial_dup_path ("new.throughline");
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (TlPower) power = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *problem = NULL;

  tl_trial_empty_folder (tl_trial_get_root ());
  power = tl_power_new (tl_trial_get_root ());
  tl_trial_close (tl_trial_make_document (path));
  tl_power_stop (power);
  digest = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);

  for (guint i = 0; i <= tl_power_get_n_calls (power); i++)
    {
      if (i % tl_trial_choose (4, 1) != 0 && i != tl_power_get_n_calls (power))
        continue;

      for (TlPowerCut cut = 0; cut < TL_POWER_N_CUTS; cut++)
        {
          g_autofree char *found = NULL;

          g_clear_pointer (&problem, g_free);
          tl_power_make_image (power, i, cut, TL_POWER_DISK_HONEST, rand);
          found = tl_trial_dup_digest (path, &problem);
          if (found == NULL)
            g_assert_nonnull (problem);
          if (i == tl_power_get_n_calls (power))
            g_assert_cmpstr (found, ==, digest);
        }
    }
}

/* The power goes while a document of the first schema is brought up to date: it is still of that schema, or of ours,
 * and holds the same. */
static void
test_migrating (void)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "data", "schema", "v1.throughline", NULL);
  g_autofree char *path = tl_trial_dup_path ("v1.throughline");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (TlPower) power = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *problem = NULL;
  gsize length;
  guint stride = tl_trial_choose (6, 1);

  tl_trial_empty_folder (tl_trial_get_root ());
  g_assert_true (g_file_get_contents (fixture, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  power = tl_power_new (tl_trial_get_root ());
  {
    TlDocument *document = tl_document_open (file, NULL, &error);

    g_assert_no_error (error);
    tl_trial_close (document);
  }
  tl_power_stop (power);
  digest = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpuint (tl_power_get_n_calls (power), >, 20);

  for (guint i = 0; i <= tl_power_get_n_calls (power); i += stride)
    {
      for (TlPowerCut cut = 0; cut < TL_POWER_N_CUTS; cut++)
        {
          g_autofree char *found = NULL;

          tl_power_make_image (power, i, cut, TL_POWER_DISK_HONEST, rand);
          found = tl_trial_dup_digest (path, &problem);
          g_assert_cmpstr (problem, ==, NULL);
          g_assert_cmpstr (found, ==, digest);
        }
    }
  g_test_message ("%u calls", tl_power_get_n_calls (power));
}

int
main (int   argc,
      char *argv[])
{
  Record record;
  int status;

  tl_trial_init (&argc, &argv);
  begin (&record);
  g_test_add_data_func ("/power-cut/every-call", &record, test_cuts);
  g_test_add_data_func ("/power-cut/control-of-syncs", &record, test_control_of_syncs);
  g_test_add_data_func ("/power-cut/control-of-names", &record, test_control_of_names);
  g_test_add_func ("/power-cut/creating", test_creating);
  g_test_add_func ("/power-cut/migrating", test_migrating);
  status = tl_trial_run ();
  end (&record);
  return status;
}
