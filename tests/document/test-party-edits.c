/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-cycle-edits.h"
#include "tl-document-fixture.h"
#include "tl-party-edits.h"

static TlUnit *
add_unit (Fixture    *fixture,
          const char *name,
          TlUnit     *parent)
{
  g_autoptr (GError) error = NULL;
  TlUnit *unit = tl_party_edits_add_unit (fixture->document, name, TL_UNIT_KIND_FUNCTION, NULL, parent, &error);

  g_assert_no_error (error);
  return unit;
}

static TlPerson *
add_person (Fixture    *fixture,
            const char *name,
            TlUnit     *unit)
{
  g_autoptr (GError) error = NULL;
  TlPerson *person = tl_party_edits_add_person (fixture->document, name, NULL, unit, &error);

  g_assert_no_error (error);
  return person;
}

static void
assert_one_step (Fixture    *fixture,
                 const char *label,
                 const char *before)
{
  g_autofree char *after = NULL;

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, label);
  undo (fixture);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (after, ==, before);
  redo (fixture);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlOrganisation *ours = tl_model_get_organisation (fixture->model);
  TlOrganisation *customer =
    tl_party_edits_add_organisation (fixture->document, " Acme ", TL_ORGANISATION_KIND_CUSTOMER, &error);
  TlUnit *theirs = tl_party_edits_add_unit (fixture->document, "Buying", TL_UNIT_KIND_TEAM, customer, NULL, &error);
  TlPerson *buyer = tl_party_edits_add_person (fixture->document, "A buyer", ours, theirs, &error);
  TlPerson *seller = add_person (fixture, "A seller", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (customer)), ==, "Acme");
  g_assert_true (tl_unit_get_organisation (theirs) == customer);
  g_assert_cmpint (tl_unit_get_kind (theirs), ==, TL_UNIT_KIND_TEAM);
  g_assert_true (tl_person_get_organisation (buyer) == customer);
  g_assert_true (tl_person_get_unit (buyer) == theirs);
  g_assert_true (tl_person_get_organisation (seller) == ours);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Person");

  g_assert_null (tl_party_edits_add_person (fixture->document, " \n", NULL, NULL, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

static void
test_move_unit (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlOrganisation *ours = tl_model_get_organisation (fixture->model);
  TlOrganisation *partner =
    tl_party_edits_add_organisation (fixture->document, "Partner", TL_ORGANISATION_KIND_PARTNER, &error);
  TlUnit *sales = add_unit (fixture, "Sales", NULL);
  TlUnit *north = add_unit (fixture, "North", sales);
  TlUnit *harbour = add_unit (fixture, "Harbour", north);
  TlPerson *person = add_person (fixture, "Somebody", harbour);
  g_autofree char *before = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);

  g_assert_false (tl_party_edits_move_unit (fixture->document, sales, NULL, harbour, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Harbour” → “North” → “Sales” → “Harbour”"));
  g_clear_error (&error);
  g_assert_false (tl_party_edits_move_unit (fixture->document, sales, NULL, sales, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (tl_party_edits_move_unit (fixture->document, north, partner, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (tl_unit_get_parent (north));
  g_assert_true (tl_unit_get_organisation (harbour) == partner);
  g_assert_true (tl_person_get_organisation (person) == partner);
  assert_one_step (fixture, "Move Unit", before);

  g_assert_true (tl_party_edits_move_unit (fixture->document, north, NULL, sales, &error));
  g_assert_true (tl_person_get_organisation (person) == ours);
  g_assert_true (tl_party_edits_move_unit (fixture->document, harbour, NULL, NULL, &error));
  g_assert_true (tl_unit_get_organisation (harbour) == ours);
  g_assert_null (tl_unit_get_parent (harbour));
}

static void
test_set_manager (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlPerson *head = add_person (fixture, "Head", NULL);
  TlPerson *lead = add_person (fixture, "Lead", NULL);
  TlPerson *seller = add_person (fixture, "Seller", NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *before = NULL;

  g_ptr_array_add (people, lead);
  g_assert_true (tl_party_edits_set_manager (fixture->document, people, head, &error));
  g_ptr_array_add (people, seller);
  tl_person_set_role (seller, "Account executive");
  flush (fixture);
  before = dup_memory_text (fixture->model);
  g_assert_true (tl_party_edits_set_manager (fixture->document, people, NULL, &error));
  assert_one_step (fixture, "Change Manager", before);
  undo (fixture);

  /* The seller could report to the lead, but the lead cannot report to the lead. */
  g_assert_false (tl_party_edits_set_manager (fixture->document, people, lead, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_null (tl_person_get_manager (seller));
  g_clear_error (&error);

  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, head);
  g_assert_false (tl_party_edits_set_manager (fixture->document, people, lead, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Lead” → “Head” → “Lead”"));
}

static void
test_set_unit (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlOrganisation *partner =
    tl_party_edits_add_organisation (fixture->document, "Partner", TL_ORGANISATION_KIND_PARTNER, &error);
  TlUnit *theirs = tl_party_edits_add_unit (fixture->document, "Delivery", TL_UNIT_KIND_TEAM, partner, NULL, &error);
  TlPerson *person = add_person (fixture, "Somebody", NULL);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *before = NULL;

  g_ptr_array_add (people, person);
  before = dup_memory_text (fixture->model);
  g_assert_true (tl_party_edits_set_unit (fixture->document, people, NULL, theirs, &error));
  g_assert_true (tl_person_get_organisation (person) == partner);
  assert_one_step (fixture, "Move Person", before);
  g_assert_true (tl_party_edits_set_unit (fixture->document, people, NULL, NULL, &error));
  g_assert_true (tl_person_get_organisation (person) == partner);
  g_assert_null (tl_person_get_unit (person));
}

/* A level that is taken out leaves no hole. */
static void
test_remove_closes_ranks (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlUnit *sales = add_unit (fixture, "Sales", NULL);
  TlUnit *north = add_unit (fixture, "North", sales);
  TlUnit *harbour = add_unit (fixture, "Harbour", north);
  TlPerson *head = add_person (fixture, "Head", sales);
  TlPerson *lead = add_person (fixture, "Lead", north);
  TlPerson *seller = add_person (fixture, "Seller", north);
  TlGoal *goal = add_goal (fixture, "Of the lead");
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();
  g_autofree char *before = NULL;

  tl_person_set_manager (lead, head);
  tl_person_set_manager (seller, lead);
  tl_goal_set_owner (goal, TL_PARTY (lead));
  flush (fixture);
  before = dup_memory_text (fixture->model);

  g_ptr_array_add (parties, north);
  g_ptr_array_add (parties, lead);
  g_assert_true (tl_party_edits_remove (fixture->document, parties, &error));
  g_assert_no_error (error);
  g_assert_true (tl_unit_get_parent (harbour) == sales);
  g_assert_true (tl_person_get_unit (seller) == sales);
  g_assert_true (tl_person_get_manager (seller) == head);
  g_assert_true (tl_goal_get_owner (goal) == TL_PARTY (sales));
  assert_one_step (fixture, "Remove People and Units", before);

  g_ptr_array_set_size (parties, 0);
  g_ptr_array_add (parties, tl_model_get_organisation (fixture->model));
  g_assert_false (tl_party_edits_remove (fixture->document, parties, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("move-unit", test_move_unit);
  ADD ("set-manager", test_set_manager);
  ADD ("set-unit", test_set_unit);
  ADD ("remove-closes-ranks", test_remove_closes_ranks);
  return g_test_run ();
}
