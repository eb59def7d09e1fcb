/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <unistd.h>

#include "tl-check-in.h"
#include "tl-document-fixture.h"
#include "tl-measure.h"
#include "tl-tension.h"

static void
test_new_document (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *name = tl_document_dup_name (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Lumen");
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_model_get_organisation (fixture->model))), ==, "Lumen");
  g_assert_false (tl_document_can_undo (fixture->document));
  g_assert_false (tl_document_get_read_only (fixture->document));
  g_assert_true (tl_document_get_file (fixture->document) == fixture->file);

  g_assert_null (tl_document_create (fixture->file, "Again", &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS);
}

static void
test_loop_is_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlGoal *work = add_goal (fixture, "Visit every site");
  TlGoal *impact = add_goal (fixture, "Crews feel heard");
  TlGoal *result = add_goal (fixture, "Fewer leave");
  TlContribution *link = tl_document_connect (fixture->document, work, impact, &error);

  g_assert_nonnull (link);
  g_assert_true (tl_document_connect (fixture->document, work, impact, &error) == link);
  g_assert_nonnull (tl_document_connect (fixture->document, impact, result, &error));
  g_assert_null (tl_document_connect (fixture->document, result, work, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message,
                            "“Visit every site” → “Crews feel heard” → “Fewer leave” → “Visit every site”"));
  g_clear_error (&error);
  g_assert_null (tl_document_connect (fixture->document, work, work, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION)), ==, 2);
}

static void
test_remove_takes_dependants (Fixture       *fixture,
                              gconstpointer  data)
{
  TlOrganisation *organisation = tl_model_get_organisation (fixture->model);
  g_autoptr (TlUnit) unit = tl_unit_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlCycle) cycle = tl_cycle_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");
  TlGoal *helper = add_goal (fixture, "Help");

  tl_unit_set_organisation (unit, organisation);
  tl_document_add (fixture->document, TL_ENTITY (unit));
  tl_person_set_organisation (person, organisation);
  tl_person_set_unit (person, unit);
  tl_document_add (fixture->document, TL_ENTITY (person));
  tl_document_add (fixture->document, TL_ENTITY (cycle));
  tl_goal_set_owner (helper, TL_PARTY (person));
  tl_goal_set_cycle (helper, cycle);
  tl_measure_set_goal (measure, goal);
  tl_document_add (fixture->document, TL_ENTITY (measure));
  tl_document_connect (fixture->document, helper, goal, NULL);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_document_remove (fixture->document, TL_ENTITY (cycle));
  g_assert_null (tl_goal_get_cycle (helper));
  tl_document_remove (fixture->document, TL_ENTITY (person));
  g_assert_true (tl_goal_get_owner (helper) == TL_PARTY (unit));
  tl_document_remove (fixture->document, TL_ENTITY (unit));
  g_assert_true (tl_goal_get_owner (helper) == TL_PARTY (organisation));
  tl_document_remove (fixture->document, TL_ENTITY (goal));
  g_assert_null (tl_entity_get_model (TL_ENTITY (measure)));
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Remove Goal");

  for (guint i = 0; i < 4; i++)
    undo (fixture);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

/* An organisation goes with its people and with all that they were to do. */
static void
test_remove_organisation (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (TlOrganisation) customer = tl_organisation_new ();
  g_autoptr (TlUnit) unit = tl_unit_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlGoal *ours = add_goal (fixture, "Ours");
  TlGoal *of_unit = add_goal (fixture, "The unit’s");
  TlGoal *of_person = add_goal (fixture, "The person’s");

  tl_document_add (fixture->document, TL_ENTITY (customer));
  tl_unit_set_organisation (unit, customer);
  tl_document_add (fixture->document, TL_ENTITY (unit));
  tl_person_set_organisation (person, customer);
  tl_document_add (fixture->document, TL_ENTITY (person));
  tl_goal_set_owner (of_unit, TL_PARTY (unit));
  tl_goal_set_owner (of_person, TL_PARTY (person));
  g_assert_nonnull (tl_document_connect (fixture->document, of_person, ours, NULL));
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_document_remove (fixture->document, TL_ENTITY (customer));
  flush (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_PERSON)), ==, 0);

  undo (fixture);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

/* In a damaged document a unit can be part of itself; its goals still find somebody who owns them. */
static void
test_remove_unit_of_a_circle (Fixture       *fixture,
                              gconstpointer  data)
{
  TlOrganisation *organisation = tl_model_get_organisation (fixture->model);
  g_autoptr (TlUnit) unit = tl_unit_new ();
  TlGoal *goal = add_goal (fixture, "Grow");

  tl_unit_set_organisation (unit, organisation);
  tl_document_add (fixture->document, TL_ENTITY (unit));
  tl_unit_set_parent (unit, unit);
  tl_goal_set_owner (goal, TL_PARTY (unit));
  flush (fixture);

  tl_document_remove (fixture->document, TL_ENTITY (unit));
  g_assert_true (tl_goal_get_owner (goal) == TL_PARTY (organisation));
}

/* Without its settings or its last organisation a document could not be opened again. */
static void
test_last_organisation_stays (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (TlOrganisation) customer = tl_organisation_new ();
  g_autofree char *text = NULL;
  g_autofree char *reopened = NULL;

  g_assert_false (tl_document_can_remove (fixture->document, TL_ENTITY (tl_model_get_settings (fixture->model))));
  g_assert_false (tl_document_can_remove (fixture->document,
                                          TL_ENTITY (tl_model_get_organisation (fixture->model))));
  tl_document_remove (fixture->document, TL_ENTITY (tl_model_get_organisation (fixture->model)));
  tl_document_remove (fixture->document, TL_ENTITY (tl_model_get_settings (fixture->model)));
  g_assert_false (tl_document_can_undo (fixture->document));

  text = dup_memory_text (fixture->model);
  reopened = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, reopened);

  tl_document_add (fixture->document, TL_ENTITY (customer));
  g_assert_true (tl_document_can_remove (fixture->document, TL_ENTITY (customer)));
}

/* What cannot be written here can still be written elsewhere, with all that is on the screen. */
static void
test_copy_has_what_could_not_be_written (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *copy_text = NULL;
  TlGoal *goal = add_goal (fixture, "Written");

  flush (fixture);
  g_assert_cmpint (g_remove (g_file_peek_path (fixture->file)), ==, 0);
  tl_goal_set_title (goal, "Changed");
  g_assert_nonnull (tl_document_connect (fixture->document, goal, add_goal (fixture, "Added"), NULL));
  g_assert_false (tl_document_flush (fixture->document, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_MOVED);

  text = dup_memory_text (fixture->model);
  copy_text = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, copy_text);

  tl_document_cancel_group (fixture->document);
}

static void
test_copy_has_an_open_group (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *copy_text = NULL;

  tl_document_begin_group (fixture->document, "Plan");
  add_goal (fixture, "Not quite done");
  text = dup_memory_text (fixture->model);
  copy_text = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, copy_text);
  tl_document_cancel_group (fixture->document);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0400), ==, 0);
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_document_get_read_only (fixture->document));
  fixture->model = tl_document_get_model (fixture->document);
  add_goal (fixture, "Refused");
  g_assert_false (tl_document_flush (fixture->document, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
  tl_document_cancel_group (fixture->document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-document", test_new_document);
  ADD ("loop-is-refused", test_loop_is_refused);
  ADD ("remove-takes-dependants", test_remove_takes_dependants);
  ADD ("remove-organisation", test_remove_organisation);
  ADD ("remove-unit-of-a-circle", test_remove_unit_of_a_circle);
  ADD ("last-organisation-stays", test_last_organisation_stays);
  ADD ("copy-has-what-could-not-be-written", test_copy_has_what_could_not_be_written);
  ADD ("copy-has-an-open-group", test_copy_has_an_open_group);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
