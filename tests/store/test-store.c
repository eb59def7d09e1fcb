/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "tl-changeset.h"
#include "tl-check-in.h"
#include "tl-measure.h"
#include "tl-reading.h"
#include "tl-store.h"
#include "tl-tension.h"
#include "tl-test-folder.h"

static GBytes *
insert_all (TlStore *store,
            ...)
{
  g_autoptr (GError) error = NULL;
  GBytes *changeset;
  va_list args;
  TlEntity *entity;

  g_assert_true (tl_store_begin (store, &error));
  va_start (args, store);
  while ((entity = va_arg (args, TlEntity *)) != NULL)
    {
      g_assert_true (tl_store_insert (store, entity, &error));
      g_assert_no_error (error);
    }
  va_end (args);
  changeset = tl_store_commit (store, &error);
  g_assert_no_error (error);
  return changeset;
}

static void
test_create_is_private (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  struct stat info;

  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (tl_store_get_path (store), ==, path);
  g_assert_false (tl_store_get_read_only (store));
  g_clear_pointer (&store, tl_store_close);

  store = tl_store_create (path, &error);
  g_assert_null (store);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "a.throughline"));
}

static void
test_everything_comes_back (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlPerson) boss = tl_person_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlReading) reading = tl_reading_new ();
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GBytes) changeset = NULL;
  TlPerson *read_person;
  TlGoal *read_goal;
  TlMeasure *read_measure;
  TlReading *read_reading;

  tl_person_set_organisation (boss, organisation);
  tl_person_set_organisation (person, organisation);
  tl_person_set_manager (person, boss);
  tl_party_set_name (TL_PARTY (person), "Zoë علي 李");
  tl_person_set_capacity (person, 37.5);
  tl_goal_set_owner (goal, TL_PARTY (person));
  tl_goal_set_title (goal, "Grow");
  tl_goal_set_due (goal, tl_date_new (2026, 12, 31));
  tl_goal_set_rollup (goal, TL_ROLLUP_SUM);
  tl_goal_set_beneficiary (goal, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  tl_measure_set_goal (measure, goal);
  tl_measure_set_leading (measure, TRUE);
  tl_measure_set_baseline (measure, -1e-300);
  tl_reading_set_measure (reading, measure);

  /* The person comes before the manager, so that the reference points to a later row. */
  changeset = insert_all (store, organisation, person, boss, goal, measure, reading, NULL);
  g_clear_pointer (&store, tl_store_close);

  store = tl_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_store_load (store, model, &error));
  g_assert_no_error (error);

  read_person = TL_PERSON (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (person))));
  read_goal = TL_GOAL (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (goal))));
  read_measure = TL_MEASURE (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (measure))));
  read_reading = TL_READING (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (reading))));
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (read_person)), ==, "Zoë علي 李");
  g_assert_cmpfloat (tl_person_get_capacity (read_person), ==, 37.5);
  g_assert_cmpstr (tl_entity_get_id (TL_ENTITY (tl_person_get_manager (read_person))), ==,
                   tl_entity_get_id (TL_ENTITY (boss)));
  g_assert_true (tl_goal_get_owner (read_goal) == TL_PARTY (read_person));
  g_assert_cmpuint (tl_goal_get_due (read_goal), ==, tl_date_new (2026, 12, 31));
  g_assert_cmpuint (tl_goal_get_start (read_goal), ==, TL_DATE_NONE);
  g_assert_cmpint (tl_goal_get_rollup (read_goal), ==, TL_ROLLUP_SUM);
  g_assert_cmpint (tl_goal_get_beneficiary (read_goal), ==, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  g_assert_null (tl_goal_get_description (read_goal));
  g_assert_true (tl_measure_get_leading (read_measure));
  g_assert_cmpfloat (tl_measure_get_baseline (read_measure), ==, -1e-300);
  g_assert_true (isnan (tl_measure_get_target (read_measure)));
  g_assert_true (tl_reading_get_measure (read_reading) == read_measure);
  g_assert_true (isnan (tl_reading_get_value (read_reading)));
}

static void
test_changeset_goes_both_ways (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (GBytes) inserted = NULL;
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GBytes) joined = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *before = tl_store_dup_digest (store, &error);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *state = g_strdup (tl_store_get_state (store));

  inserted = insert_all (store, organisation, NULL);
  between = tl_store_dup_digest (store, &error);
  tl_party_set_name (TL_PARTY (organisation), "Later");
  g_assert_true (tl_store_begin (store, &error));
  g_assert_true (tl_store_update (store, TL_ENTITY (organisation), &error));
  updated = tl_store_commit (store, &error);
  after = tl_store_dup_digest (store, &error);
  g_assert_cmpstr (before, !=, between);
  g_assert_cmpstr (between, !=, after);

  changes = tl_store_apply_changeset (store, updated, TRUE, state, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((TlRowChange *) changes->pdata[0])->id, ==, tl_entity_get_id (TL_ENTITY (organisation)));
  undone = tl_store_dup_digest (store, &error);
  g_assert_cmpstr (undone, ==, between);
  g_assert_cmpstr (tl_store_get_state (store), ==, state);

  g_ptr_array_unref (changes);
  changes = tl_store_apply_changeset (store, updated, FALSE, state, &error);
  redone = tl_store_dup_digest (store, &error);
  g_assert_cmpstr (redone, ==, after);

  joined = tl_changeset_join (inserted, updated);
  g_ptr_array_unref (changes);
  changes = tl_store_apply_changeset (store, joined, TRUE, state, &error);
  g_assert_no_error (error);
  g_assert_true (((TlRowChange *) changes->pdata[0])->is_delete);
  g_free (undone);
  undone = tl_store_dup_digest (store, &error);
  g_assert_cmpstr (undone, ==, before);

  /* The row is no longer as the changeset left it: nothing happens, and it is said. */
  g_assert_null (tl_store_apply_changeset (store, updated, TRUE, state, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO);
}

static void
test_rollback_leaves_nothing (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlGoal) dangling = tl_goal_new ();
  g_autofree char *before = tl_store_dup_digest (store, &error);
  g_autofree char *after = NULL;

  /* A goal whose owner has no row breaks a foreign key, which is found at the end. */
  tl_goal_set_owner (dangling, TL_PARTY (organisation));
  g_assert_true (tl_store_begin (store, &error));
  g_assert_true (tl_store_insert (store, TL_ENTITY (dangling), &error));
  g_assert_null (tl_store_commit (store, &error));
  g_assert_nonnull (error);
  after = tl_store_dup_digest (store, NULL);
  g_assert_cmpstr (before, ==, after);

  /* ... and the next transaction is none the worse for it. */
  g_clear_error (&error);
  g_bytes_unref (insert_all (store, organisation, dangling, NULL));
}

/* A text that is too long is refused, and not kept as nothing. */
static void
test_too_long (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autofree char *text = g_strnfill (70 * 1024 * 1024, 'x');
  g_autoptr (GBytes) changeset = NULL;

  g_bytes_unref (insert_all (store, organisation, NULL));
  tl_organisation_set_notes (organisation, text);
  g_assert_true (tl_store_begin (store, &error));
  g_assert_false (tl_store_update (store, TL_ENTITY (organisation), &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_TOO_LONG);
  g_assert_nonnull (strstr (error->message, "64 MB"));
  tl_store_rollback (store);

  g_clear_error (&error);
  tl_organisation_set_notes (organisation, "short");
  g_assert_true (tl_store_begin (store, &error));
  g_assert_true (tl_store_update (store, TL_ENTITY (organisation), &error));
  changeset = tl_store_commit (store, &error);
  g_assert_no_error (error);
}

/* An entity whose row another program has taken away is not said to be saved. */
static void
test_row_that_is_gone (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();

  g_assert_true (tl_store_begin (store, &error));
  g_assert_false (tl_store_update (store, TL_ENTITY (organisation), &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (tl_store_delete (store, TL_ENTITY (organisation), &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO);
  tl_store_rollback (store);
}

static void
test_copy (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *copy_path = g_build_filename (folder, "b.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlStore) copy = NULL;
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autofree char *digest = NULL;
  g_autofree char *copy_digest = NULL;
  struct stat info;

  g_bytes_unref (insert_all (store, organisation, NULL));
  g_assert_true (tl_store_copy_to (store, copy_path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (copy_path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  copy = tl_store_open (copy_path, NULL, &error);
  g_assert_no_error (error);
  digest = tl_store_dup_digest (store, &error);
  copy_digest = tl_store_dup_digest (copy, &error);
  g_assert_cmpstr (digest, ==, copy_digest);
  g_assert_cmpstr (tl_store_get_id (copy), ==, tl_store_get_id (store));
  g_assert_cmpstr (tl_store_get_state (copy), ==, tl_store_get_state (store));

  g_assert_false (tl_store_copy_to (store, copy_path, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS);
}

/* Each transaction leads to another state; one that changed nothing leaves the file as it is. */
static void
test_state (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *copy_path = g_build_filename (folder, "b.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStore) store = tl_store_create (path, &error);
  g_autoptr (TlStore) copy = NULL;
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (GBytes) nothing = NULL;
  g_autofree char *id = g_strdup (tl_store_get_id (store));
  g_autofree char *first = g_strdup (tl_store_get_state (store));
  g_autofree char *second = NULL;

  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (g_uuid_string_is_valid (first));
  g_bytes_unref (insert_all (store, organisation, NULL));
  second = g_strdup (tl_store_get_state (store));
  g_assert_cmpstr (first, !=, second);

  g_assert_true (tl_store_begin (store, &error));
  g_assert_true (tl_store_update (store, TL_ENTITY (organisation), &error));
  nothing = tl_store_commit (store, &error);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_cmpstr (tl_store_get_state (store), ==, second);

  g_assert_true (tl_store_copy_as_new (store, copy_path, &error));
  copy = tl_store_open (copy_path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_store_get_id (copy), !=, id);

  tl_store_close (g_steal_pointer (&store));
  store = tl_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_store_get_id (store), ==, id);
  g_assert_cmpstr (tl_store_get_state (store), ==, second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/create-is-private", test_create_is_private);
  g_test_add_func ("/store/everything-comes-back", test_everything_comes_back);
  g_test_add_func ("/store/changeset-goes-both-ways", test_changeset_goes_both_ways);
  g_test_add_func ("/store/rollback-leaves-nothing", test_rollback_leaves_nothing);
  g_test_add_func ("/store/too-long", test_too_long);
  g_test_add_func ("/store/row-that-is-gone", test_row_that_is_gone);
  g_test_add_func ("/store/copy", test_copy);
  g_test_add_func ("/store/state", test_state);
  return g_test_run ();
}
