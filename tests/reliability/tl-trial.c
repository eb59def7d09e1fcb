/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of reliability have in common: a document with something in it, what a person does to it, and how
 * to know whether it is still the same.
 *
 * Every program works in a folder of its own that also holds its user's data folder, so that what is kept beside a
 * document goes through the same accidents as the document.
 */

#define G_LOG_DOMAIN "tl-trial"

#include "tl-trial.h"

#include <glib/gstdio.h>

#include "tl-document-fixture.h"
#include "tl-import.h"
#include "tl-measure.h"
#include "tl-reading.h"

#define N_BASE_GOALS 24
#define N_IMPORTED_GOALS 50

static char *root;
static char *documents;

/**
 * tl_trial_init:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * To be called before anything else: the user's data folder is asked for once in a process.
 */
void
tl_trial_init (int    *argc,
               char ***argv)
{
  g_autofree char *data = NULL;

  root = g_dir_make_tmp ("tl-reliability-XXXXXX", NULL);
  g_assert_nonnull (root);
  documents = g_build_filename (root, "documents", NULL);
  data = g_build_filename (root, "data", NULL);
  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (argc, argv, NULL);
}

static void
remove_folder (const char *folder,
               gboolean    keep_folders)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path, keep_folders);
      else
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  if (!keep_folders)
    g_rmdir (folder);
}

/**
 * tl_trial_run:
 *
 * Returns: what main() returns
 */
int
tl_trial_run (void)
{
  int status = g_test_run ();

  remove_folder (root, FALSE);
  g_clear_pointer (&documents, g_free);
  g_clear_pointer (&root, g_free);
  return status;
}

/**
 * tl_trial_get_root:
 *
 * Returns: (transfer none): the folder with everything of this program in it
 */
const char *
tl_trial_get_root (void)
{
  return root;
}

/**
 * tl_trial_get_folder:
 *
 * Returns: (transfer none): the folder for documents
 */
const char *
tl_trial_get_folder (void)
{
  return documents;
}

/**
 * tl_trial_dup_path:
 * @name: the name of a file
 *
 * Returns: (transfer full): its path in the folder for documents
 */
char *
tl_trial_dup_path (const char *name)
{
  return g_build_filename (documents, name, NULL);
}

/**
 * tl_trial_empty_folder:
 * @folder: the path of a folder
 *
 * Deletes all files in it and below, and leaves the folders.
 */
void
tl_trial_empty_folder (const char *folder)
{
  remove_folder (folder, TRUE);
}

/**
 * tl_trial_remove_folder:
 * @folder: the path of a folder
 *
 * Deletes it with all that is in it.
 */
void
tl_trial_remove_folder (const char *folder)
{
  remove_folder (folder, FALSE);
}

/**
 * tl_trial_copy_folder:
 * @from: the path of a folder
 * @to: the path of another one
 *
 * Copies the ordinary files in @from, and those in its folders.
 */
void
tl_trial_copy_folder (const char *from,
                      const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir_with_parents (to, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;
      FILE *file;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          tl_trial_copy_folder (source, target);
          continue;
        }

      g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
      file = g_fopen (target, "wb");
      g_assert_nonnull (file);
      g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
      g_assert_cmpint (fclose (file), ==, 0);
    }
}

/**
 * tl_trial_choose:
 * @fast: a number for every run of the tests
 * @endurance: the number for `meson test --suite=endurance`
 *
 * Returns: the one that counts now
 */
guint
tl_trial_choose (guint fast,
                 guint endurance)
{
  return g_getenv ("TL_ENDURANCE") != NULL ? endurance : fast;
}

static TlUnit *
add_unit (TlDocument *document,
          const char *name,
          TlUnit     *parent)
{
  TlModel *model = tl_document_get_model (document);
  g_autoptr (TlUnit) unit = tl_unit_new ();

  tl_party_set_name (TL_PARTY (unit), name);
  tl_unit_set_organisation (unit, tl_model_get_organisation (model));
  tl_unit_set_parent (unit, parent);
  tl_document_add (document, TL_ENTITY (unit));
  return unit;
}

static TlGoal *
add_goal_of (TlDocument *document,
             const char *title,
             TlParty    *owner)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, owner);
  tl_document_add (document, TL_ENTITY (goal));
  return goal;
}

static gpointer
get_entity (TlDocument *document,
            GType       type,
            guint       number)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (document), type);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (TlEntity) entity = n > 0 ? g_list_model_get_item (list, number % n) : NULL;

  return entity;
}

/**
 * tl_trial_make_document:
 * @path: of a file that does not exist
 *
 * Returns: (transfer full): a document with units, people, and goals that help one another
 */
TlDocument *
tl_trial_make_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_create (file, "Lumen", &error);

  g_assert_no_error (error);
  tl_document_begin_group (document, "Fill");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Team %u", i);
      g_autoptr (TlPerson) person = tl_person_new ();
      TlUnit *unit = add_unit (document, name, i >= 3 ? get_entity (document, TL_TYPE_UNIT, i - 3) : NULL);

      tl_party_set_name (TL_PARTY (person), "Somebody Of The Team");
      tl_person_set_organisation (person, tl_unit_get_organisation (unit));
      tl_person_set_unit (person, unit);
      tl_document_add (document, TL_ENTITY (person));
    }

  for (guint i = 0; i < N_BASE_GOALS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u of the beginning", i);
      TlParty *owner = get_entity (document, i % 2 == 0 ? TL_TYPE_UNIT : TL_TYPE_PERSON, i);
      TlGoal *goal = add_goal_of (document, title, owner);

      if (i > 0)
        g_assert_nonnull (tl_document_connect (document, goal, get_entity (document, TL_TYPE_GOAL, i / 2), NULL));
    }
  g_assert_true (tl_document_end_group (document, &error));
  g_assert_no_error (error);
  return document;
}

/**
 * tl_trial_close:
 * @document: (transfer full): a document
 *
 * Closes it, having saved everything.
 */
void
tl_trial_close (TlDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (document, &error));
  g_assert_no_error (error);
  g_object_unref (document);
}

/**
 * tl_trial_dup_digest:
 * @path: of a document that is not open
 * @problem: (out): what is wrong with it
 *
 * Opens the file as the program does, and checks all there is to check.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL when something is wrong with it
 */
char *
tl_trial_dup_digest (const char  *path,
                     char       **problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlStore) store = tl_store_open (path, NULL, &error);

  if (store == NULL || !tl_store_check (store, problems, NULL, &error))
    {
      *problem = g_strdup (error->message);
      return NULL;
    }

  if (problems->len > 0)
    {
      *problem = g_strdup (g_ptr_array_index (problems, 0));
      return NULL;
    }

  *problem = NULL;
  return tl_store_dup_digest (store, NULL);
}

/**
 * tl_trial_dup_memory_digest:
 * @document: a document
 *
 * Returns: (transfer full): what it holds in memory
 */
char *
tl_trial_dup_memory_digest (TlDocument *document)
{
  g_autofree char *text = dup_memory_text (tl_document_get_model (document));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
add_one_goal (TlDocument  *document,
              guint        number,
              GError     **error)
{
  g_autofree char *title = g_strdup_printf ("Goal %u that was added", number);

  tl_document_begin_group (document, "Add Goal");
  add_goal_of (document, title, get_entity (document, TL_TYPE_PERSON, number));
  return tl_document_end_group (document, error);
}

/* A short title and a description that needs pages of its own */
static gboolean
rename_goal (TlDocument  *document,
             guint        number,
             GError     **error)
{
  TlGoal *goal = get_entity (document, TL_TYPE_GOAL, number * 7);
  g_autofree char *title = g_strdup_printf ("Renamed as number %u", number);
  g_autofree char *description = g_strnfill (number % 3 == 0 ? 9000 : 40, 'a' + number % 26);

  tl_document_begin_group (document, "Rename Goal");
  tl_goal_set_title (goal, title);
  tl_goal_set_description (goal, description);
  return tl_document_end_group (document, error);
}

static gboolean
remove_unit (TlDocument  *document,
             guint        number,
             GError     **error)
{
  TlUnit *unit = get_entity (document, TL_TYPE_UNIT, number);

  tl_document_begin_group (document, "Remove Unit");
  if (unit != NULL)
    tl_document_remove (document, TL_ENTITY (unit));
  add_unit (document, "Another team", NULL);
  return tl_document_end_group (document, error);
}

static gboolean
measure_goal (TlDocument  *document,
              guint        number,
              GError     **error)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();

  tl_document_begin_group (document, "Add Measure");
  tl_measure_set_goal (measure, get_entity (document, TL_TYPE_GOAL, number * 5));
  tl_measure_set_name (measure, "Revenue");
  tl_measure_set_target (measure, 100 + number);
  tl_document_add (document, TL_ENTITY (measure));
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (TlReading) reading = tl_reading_new ();

      tl_reading_set_measure (reading, measure);
      tl_reading_set_date (reading, tl_date_new (2026, 1 + i, 1));
      tl_reading_set_value (reading, i);
      tl_document_add (document, TL_ENTITY (reading));
    }
  return tl_document_end_group (document, error);
}

static gboolean
import_goals (TlDocument  *document,
              guint        number,
              GError     **error)
{
  g_autofree char *path = g_strdup_printf ("%s-import.csv", root);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("id,parent_ids,owner,title\n");
  g_autoptr (TlImport) import = tl_import_new (document);
  gboolean is_read;

  for (guint i = 0; i < N_IMPORTED_GOALS; i++)
    g_string_append_printf (text, "i%u-%u,%s,,Imported goal %u\n", number, i, "", i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  is_read = tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, error) &&
            tl_import_prepare (import, NULL, error);
  g_unlink (path);
  return is_read && tl_import_apply (import, error);
}

static gboolean
remove_goal (TlDocument  *document,
             guint        number,
             GError     **error)
{
  tl_document_begin_group (document, "Remove Goal");
  tl_document_remove (document, get_entity (document, TL_TYPE_GOAL, number * 3));
  return tl_document_end_group (document, error);
}

static gboolean
undo_step (TlDocument  *document,
           guint        number,
           GError     **error)
{
  return tl_document_undo (document, error);
}

static gboolean
redo_step (TlDocument  *document,
           guint        number,
           GError     **error)
{
  return tl_document_redo (document, error);
}

static const TlTrialAction actions[] = {
  { "add a goal", add_one_goal },
  { "rename a goal", rename_goal },
  { "add a measure", measure_goal },
  { "remove a unit", remove_unit },
  { "undo", undo_step },
  { "redo", redo_step },
  { "import 50 goals", import_goals },
  { "undo the import", undo_step },
  { "remove a goal", remove_goal },
  { "undo the removal", undo_step },
};

/**
 * tl_trial_get_actions:
 * @n_actions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_actions): what a person does, each of which changes the document when they
 *   are done in this order
 */
const TlTrialAction *
tl_trial_get_actions (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * tl_trial_act:
 * @document: a document
 * @number: of the action, counted without end
 * @error: return location for an error
 *
 * Does one action after the other.
 *
 * Returns: whether it was saved
 */
gboolean
tl_trial_act (TlDocument  *document,
              guint        number,
              GError     **error)
{
  return actions[number % G_N_ELEMENTS (actions)].run (document, number, error);
}
