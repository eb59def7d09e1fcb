/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <unistd.h>

#include "tl-check-in.h"
#include "tl-document.h"
#include "tl-measure.h"
#include "tl-store.h"
#include "tl-tension.h"
#include "tl-test-folder.h"

typedef struct
{
  char       *folder;
  GFile      *file;
  TlDocument *document;
  TlModel    *model;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = tl_test_make_folder ();
  path = g_build_filename (fixture->folder, "a.throughline", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = tl_document_create (fixture->file, "Lumen", &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
  tl_test_remove_folder (fixture->folder);
}

static TlGoal *
add_goal (Fixture    *fixture,
          const char *title)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (fixture->model)));
  tl_document_add (fixture->document, TL_ENTITY (goal));
  return goal;
}

static void
flush (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_flush (fixture->document, &error));
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_undo (fixture->document, &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_redo (fixture->document, &error));
  g_assert_no_error (error);
}

/* What the file says, read by nobody who could be wrong about it: after the document has let go of it */
static char *
dup_disk_digest (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy.throughline", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  TlStore *store;
  char *digest;

  g_assert_true (tl_document_save_copy (fixture->document, copy, &error));
  g_assert_no_error (error);
  store = tl_store_open (copy_path, NULL, &error);
  g_assert_no_error (error);
  digest = tl_store_dup_digest (store, &error);
  tl_store_close (store);
  g_remove (copy_path);
  return digest;
}

static void
append_slot (GString       *text,
             const TlField *field,
             const TlSlot  *slot)
{
  if (field->type == TL_FIELD_STRING)
    g_string_append_printf (text, "|%s", slot->string != NULL ? slot->string : "(null)");
  else if (field->type == TL_FIELD_REFERENCE)
    g_string_append_printf (text, "|%s", slot->reference != NULL ? tl_entity_get_id (slot->reference) : "-");
  else
    g_string_append_printf (text, "|%" G_GINT64_FORMAT, slot->integer);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* What the objects say, in the order of their identities */
static char *
dup_memory_text (TlModel *model)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = tl_model_get_list (model, types[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TlEntity) entity = g_list_model_get_item (list, j);
          GString *line = g_string_new (tl_entity_get_id (entity));
          guint n_fields;
          const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);

          for (guint k = 0; k < n_fields; k++)
            append_slot (line, &fields[k], &tl_entity_peek_slots (entity)[k]);
          g_ptr_array_add (lines, g_string_free (line, FALSE));
        }
    }

  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_reopened_text (Fixture *fixture)
{
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy.throughline", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = NULL;
  char *text;

  g_assert_true (tl_document_save_copy (fixture->document, copy, &error));
  document = tl_document_open (copy, NULL, &error);
  g_assert_no_error (error);
  text = dup_memory_text (tl_document_get_model (document));
  g_assert_true (tl_document_close (document, &error));
  g_remove (copy_path);
  return text;
}

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
test_edit_is_written_when_idle (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = dup_disk_digest (fixture);
  g_autofree char *after = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  after = dup_disk_digest (fixture);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");

  tl_goal_set_title (goal, "Grow faster");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Rename Goal");
}

static void
test_undo_refreshes_the_same_object (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "One");

  flush (fixture);
  tl_goal_set_facet (goal, TL_FACET_IMPACT);
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Edit Goal");

  undo (fixture);
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_UNSET);
  g_assert_cmpstr (tl_document_get_redo_label (fixture->document), ==, "Edit Goal");
  redo (fixture);
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_IMPACT);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
  redo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);

  /* A new edit takes the place of what could have been done again. */
  add_goal (fixture, "Two");
  flush (fixture);
  g_assert_false (tl_document_can_redo (fixture->document));
}

static void
test_typing_is_one_step (Fixture       *fixture,
                         gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "");
  TlGoal *other = add_goal (fixture, "Other");

  flush (fixture);
  tl_goal_set_title (goal, "G");
  flush (fixture);
  tl_goal_set_title (goal, "Gr");
  flush (fixture);
  tl_goal_set_title (goal, "Gro");
  flush (fixture);
  tl_goal_set_title (other, "Otter");
  flush (fixture);

  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (other), ==, "Other");
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Gro");
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "");
  redo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Gro");
}

static void
test_group_is_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlGoal *first;

  tl_document_begin_group (fixture->document, "Plan");
  first = add_goal (fixture, "First");
  tl_document_begin_group (fixture->document, "Inner");
  g_assert_nonnull (tl_document_connect (fixture->document, add_goal (fixture, "Second"), first, &error));
  g_assert_true (tl_document_end_group (fixture->document, &error));
  tl_goal_set_title (first, "First of all");
  g_assert_true (tl_document_end_group (fixture->document, &error));

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Plan");
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION)), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
}

static void
test_cancelled_group_never_was (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlGoal *kept = add_goal (fixture, "Kept");
  TlGoal *removed = add_goal (fixture, "Removed for a moment");

  g_assert_nonnull (tl_document_connect (fixture->document, removed, kept, NULL));
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_document_begin_group (fixture->document, "Never mind");
  tl_goal_set_title (kept, "Changed");
  add_goal (fixture, "New");
  tl_document_remove (fixture->document, TL_ENTITY (removed));
  tl_document_cancel_group (fixture->document);

  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
  g_free (after);
  after = dup_reopened_text (fixture);
  g_assert_cmpstr (before, ==, after);
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
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);

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
test_empty_group_leaves_no_label (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tl_document_begin_group (fixture->document, "Import");
  g_assert_true (tl_document_end_group (fixture->document, &error));
  add_goal (fixture, "Grow");
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");
}

static void
test_two_groups_are_two_steps (Fixture       *fixture,
                               gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  tl_document_begin_group (fixture->document, "Mark as Achieved");
  tl_goal_set_state (goal, TL_GOAL_STATE_ACHIEVED);
  g_assert_true (tl_document_end_group (fixture->document, NULL));
  tl_document_begin_group (fixture->document, "Mark as Dropped");
  tl_goal_set_state (goal, TL_GOAL_STATE_DROPPED);
  g_assert_true (tl_document_end_group (fixture->document, NULL));

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Mark as Dropped");
  undo (fixture);
  g_assert_cmpint (tl_goal_get_state (goal), ==, TL_GOAL_STATE_ACHIEVED);
}

/* Typing a letter and taking it away again leaves nothing to undo. */
static void
test_typing_back_is_no_step (Fixture       *fixture,
                             gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  tl_goal_set_title (goal, "Grows");
  flush (fixture);
  tl_goal_set_title (goal, "Grow");
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");

  tl_goal_set_title (goal, "Grown");
  flush (fixture);
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Grow");
}

static void
edit_once_cb (TlDocument *document,
              GParamSpec *pspec,
              TlGoal     *goal)
{
  if (tl_goal_get_description (goal) == NULL)
    tl_goal_set_description (goal, "Because of that");
}

/* Who hears of a step may answer with an edit. */
static void
test_edit_in_answer_to_a_step (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *reopened = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  g_signal_connect (fixture->document, "notify::undo-label", G_CALLBACK (edit_once_cb), goal);
  tl_goal_set_title (goal, "Grow faster");
  flush (fixture);
  flush (fixture);

  text = dup_memory_text (fixture->model);
  reopened = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, reopened);
}

/* A document that is closed in the middle of something keeps what is on the screen. */
static void
test_close_ends_the_group (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tl_document_begin_group (fixture->document, "Plan");
  add_goal (fixture, "Half done");
  g_assert_true (tl_document_close (fixture->document, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->document);

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);
}

static void
test_cancel_puts_back_what_came_again (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (TlGoal) goal = g_object_ref (add_goal (fixture, "Grow"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_document_begin_group (fixture->document, "Never mind");
  tl_document_remove (fixture->document, TL_ENTITY (goal));
  tl_goal_set_title (goal, "Changed meanwhile");
  tl_document_add (fixture->document, TL_ENTITY (goal));
  tl_document_cancel_group (fixture->document);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

static void
collect_cb (TlDocument *document,
            GPtrArray  *entities,
            guint      *n_entities)
{
  *n_entities = entities->len;
}

static void
test_changed_names_what_changed (Fixture       *fixture,
                                 gconstpointer  data)
{
  guint n_entities = 0;
  guint64 revision = tl_document_get_revision (fixture->document);
  TlGoal *goal;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (collect_cb), &n_entities);
  goal = add_goal (fixture, "A");
  tl_goal_set_title (goal, "B");
  flush (fixture);
  g_assert_cmpuint (n_entities, ==, 1);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), >, revision);
  revision = tl_document_get_revision (fixture->document);
  undo (fixture);
  g_assert_cmpuint (n_entities, ==, 1);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), >, revision);
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

static TlEntity *
pick (TlModel *model,
      GType    type)
{
  GListModel *list = tl_model_get_list (model, type);
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (TlEntity) entity = NULL;

  if (n_items == 0)
    return NULL;

  entity = g_list_model_get_item (list, g_test_rand_int_range (0, n_items));
  return entity;
}

static void
add_at_random (Fixture *fixture)
{
  TlModel *model = fixture->model;
  TlOrganisation *organisation = TL_ORGANISATION (pick (model, TL_TYPE_ORGANISATION));
  g_autoptr (TlEntity) entity = NULL;
  TlEntity *goal = pick (model, TL_TYPE_GOAL);

  switch (g_test_rand_int_range (0, 7))
    {
    case 6:
      entity = TL_ENTITY (tl_organisation_new ());
      tl_organisation_set_kind (TL_ORGANISATION (entity), TL_ORGANISATION_KIND_CUSTOMER);
      break;
    case 0:
      entity = TL_ENTITY (tl_unit_new ());
      tl_unit_set_organisation (TL_UNIT (entity), organisation);
      tl_unit_set_parent (TL_UNIT (entity), (TlUnit *) pick (model, TL_TYPE_UNIT));
      break;
    case 1:
      entity = TL_ENTITY (tl_person_new ());
      tl_person_set_organisation (TL_PERSON (entity), organisation);
      tl_person_set_unit (TL_PERSON (entity), (TlUnit *) pick (model, TL_TYPE_UNIT));
      tl_person_set_manager (TL_PERSON (entity), (TlPerson *) pick (model, TL_TYPE_PERSON));
      break;
    case 2:
      if (goal != NULL)
        {
          entity = TL_ENTITY (tl_measure_new ());
          tl_measure_set_goal (TL_MEASURE (entity), TL_GOAL (goal));
          break;
        }
      G_GNUC_FALLTHROUGH;
    case 3:
      if (goal != NULL)
        {
          entity = TL_ENTITY (tl_tension_new ());
          tl_tension_set_first (TL_TENSION (entity), TL_GOAL (goal));
          tl_tension_set_second (TL_TENSION (entity), TL_GOAL (pick (model, TL_TYPE_GOAL)));
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      entity = TL_ENTITY (tl_goal_new ());
      tl_goal_set_owner (TL_GOAL (entity),
                         pick (model, TL_TYPE_PERSON) != NULL ? TL_PARTY (pick (model, TL_TYPE_PERSON))
                                                              : TL_PARTY (organisation));
      break;
    }

  tl_document_add (fixture->document, entity);
}

static void
edit_at_random (Fixture *fixture)
{
  TlModel *model = fixture->model;
  TlEntity *goal = pick (model, TL_TYPE_GOAL);
  TlEntity *other = pick (model, TL_TYPE_GOAL);
  TlEntity *person = pick (model, TL_TYPE_PERSON);

  switch (g_test_rand_int_range (0, 11))
    {
    case 10:
      if (g_test_rand_int_range (0, 12) == 0)
        tl_document_remove (fixture->document, pick (model, TL_TYPE_ORGANISATION));
      break;
    case 0:
    case 1:
    case 2:
      add_at_random (fixture);
      break;
    case 3:
      if (goal != NULL)
        tl_document_connect (fixture->document, TL_GOAL (goal), TL_GOAL (other), NULL);
      break;
    case 4:
      if (goal != NULL && g_test_rand_int_range (0, 3) == 0)
        tl_document_remove (fixture->document, goal);
      break;
    case 5:
      if (person != NULL && g_test_rand_int_range (0, 4) == 0)
        tl_document_remove (fixture->document, person);
      break;
    case 6:
      if (person != NULL && goal != NULL)
        tl_goal_set_owner (TL_GOAL (goal), TL_PARTY (person));
      break;
    case 7:
      if (pick (model, TL_TYPE_UNIT) != NULL && g_test_rand_int_range (0, 6) == 0)
        tl_document_remove (fixture->document, pick (model, TL_TYPE_UNIT));
      break;
    default:
      if (goal != NULL)
        {
          g_autofree char *title = g_strdup_printf ("Goal %d", g_test_rand_int ());

          tl_goal_set_title (TL_GOAL (goal), title);
          tl_goal_set_facet (TL_GOAL (goal), g_test_rand_int_range (0, 4));
        }
      break;
    }
}

/* Everything that can be done can be undone and done again, exactly, in memory as on the disk. */
static void
test_random_edits (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *first = dup_disk_digest (fixture);
  g_autofree char *last = NULL;
  g_autofree char *last_text = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *text = NULL;
  guint n_steps = 0;

  for (guint i = 0; i < 1000; i++)
    {
      edit_at_random (fixture);
      flush (fixture);

      /* ... also in the middle */
      if (i % 100 == 50)
        {
          undo (fixture);
          undo (fixture);
          redo (fixture);
        }
    }

  last = dup_disk_digest (fixture);
  last_text = dup_memory_text (fixture->model);
  text = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, last_text);
  g_assert_cmpstr (first, !=, last);

  for (; tl_document_can_undo (fixture->document); n_steps++)
    undo (fixture);
  g_test_message ("%u steps", n_steps);
  g_assert_cmpuint (n_steps, >, 300);
  digest = dup_disk_digest (fixture);
  g_assert_cmpstr (digest, ==, first);

  while (tl_document_can_redo (fixture->document))
    redo (fixture);
  g_free (text);
  text = dup_memory_text (fixture->model);
  g_assert_cmpstr (text, ==, last_text);

  g_free (digest);
  digest = dup_disk_digest (fixture);
  g_assert_cmpstr (digest, ==, last);
}

#define ADD(name, function) \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-document", test_new_document);
  ADD ("edit-is-written-when-idle", test_edit_is_written_when_idle);
  ADD ("undo-refreshes-the-same-object", test_undo_refreshes_the_same_object);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("group-is-one-step", test_group_is_one_step);
  ADD ("cancelled-group-never-was", test_cancelled_group_never_was);
  ADD ("loop-is-refused", test_loop_is_refused);
  ADD ("remove-takes-dependants", test_remove_takes_dependants);
  ADD ("remove-organisation", test_remove_organisation);
  ADD ("remove-unit-of-a-circle", test_remove_unit_of_a_circle);
  ADD ("last-organisation-stays", test_last_organisation_stays);
  ADD ("copy-has-what-could-not-be-written", test_copy_has_what_could_not_be_written);
  ADD ("copy-has-an-open-group", test_copy_has_an_open_group);
  ADD ("empty-group-leaves-no-label", test_empty_group_leaves_no_label);
  ADD ("two-groups-are-two-steps", test_two_groups_are_two_steps);
  ADD ("typing-back-is-no-step", test_typing_back_is_no_step);
  ADD ("edit-in-answer-to-a-step", test_edit_in_answer_to_a_step);
  ADD ("close-ends-the-group", test_close_ends_the_group);
  ADD ("cancel-puts-back-what-came-again", test_cancel_puts_back_what_came_again);
  ADD ("changed-names-what-changed", test_changed_names_what_changed);
  ADD ("read-only", test_read_only);
  ADD ("random-edits", test_random_edits);
  return g_test_run ();
}
