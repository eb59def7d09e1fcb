/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A backup is there before much is removed, and only then. */

#include "config.h"

#include "tl-backups.h"
#include "tl-document-fixture.h"
#include "tl-goal-edits.h"
#include "tl-party-edits.h"

static guint
count_bulk_backups (Fixture *fixture)
{
  g_autoptr (GListModel) list = tl_backups_list (tl_document_get_id (fixture->document));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlBackup) backup = g_list_model_get_item (list, i);

      n += tl_backup_get_reason (backup) == TL_BACKUP_BULK_DELETE;
    }

  return n;
}

static GPtrArray *
add_goals (Fixture *fixture,
           TlParty *owner,
           guint    n)
{
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (goals, g_object_ref (add_goal (fixture, "Know the clients")));
      if (owner != NULL)
        tl_goal_set_owner (g_ptr_array_index (goals, i), owner);
    }
  flush (fixture);
  return goals;
}

/* Ten goes without; an eleventh has a backup, and so has a unit or a person whom ten goals belong to. */
static void
test_bulk_removal (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) few = add_goals (fixture, NULL, 10);
  g_autoptr (GPtrArray) many = add_goals (fixture, NULL, 11);
  g_autoptr (GPtrArray) theirs = NULL;
  TlUnit *unit = tl_party_edits_add_unit (fixture->document, "Sales", TL_UNIT_KIND_FUNCTION, NULL, NULL, &error);
  TlOrganisation *customer =
    tl_party_edits_add_organisation (fixture->document, "Acme", TL_ORGANISATION_KIND_CUSTOMER, &error);
  g_autofree char *unit_id = g_strdup (tl_entity_get_id (TL_ENTITY (unit)));
  g_autofree char *customer_id = g_strdup (tl_entity_get_id (TL_ENTITY (customer)));

  g_assert_no_error (error);
  tl_goal_edits_remove (fixture->document, few);
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 0);
  tl_goal_edits_remove (fixture->document, many);
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 1);
  undo (fixture);

  theirs = add_goals (fixture, TL_PARTY (unit), 9);
  tl_document_remove (fixture->document, TL_ENTITY (unit));
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 1);
  undo (fixture);
  unit = TL_UNIT (tl_model_lookup (fixture->model, unit_id));
  tl_goal_set_owner (TL_GOAL (tl_model_lookup (fixture->model, tl_entity_get_id (g_ptr_array_index (many, 0)))),
                     TL_PARTY (unit));
  flush (fixture);
  tl_document_remove (fixture->document, TL_ENTITY (unit));
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 2);

  /* What goes with the people of an organisation goes with the organisation. */
  for (guint i = 0; i < 5; i++)
    {
      TlPerson *person = tl_party_edits_add_person (fixture->document, "Buyer", customer, NULL, &error);
      g_autoptr (GPtrArray) one = add_goals (fixture, TL_PARTY (person), 1);

      g_assert_no_error (error);
    }
  tl_document_begin_group (fixture->document, "Tidy Up");
  tl_document_remove (fixture->document, TL_ENTITY (customer));
  tl_document_end_group (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 2);
  undo (fixture);
  customer = TL_ORGANISATION (tl_model_lookup (fixture->model, customer_id));
  g_clear_pointer (&few, g_ptr_array_unref);
  few = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (few, g_object_ref (customer));
  g_assert_true (tl_party_edits_remove (fixture->document, few, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_bulk_backups (fixture), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("bulk-removal", test_bulk_removal);
  return g_test_run ();
}
