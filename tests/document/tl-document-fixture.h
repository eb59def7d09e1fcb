/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document to try things on, and what it holds in memory and on the disk */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "tl-document-private.h"
#include "tl-test-folder.h"

G_BEGIN_DECLS

typedef struct
{
  char       *folder;
  GFile      *file;
  TlDocument *document;
  TlModel    *model;
} Fixture;

/* To be called first of all.  Tests run side by side, and some take the folder for what belongs to documents away. */
static inline G_GNUC_UNUSED void
use_own_data_folder (void)
{
  const char *root = g_getenv ("XDG_DATA_HOME");
  g_autofree char *folder = NULL;

  if (root == NULL)
    return;

  g_mkdir_with_parents (root, 0700);
  folder = g_build_filename (root, "test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
}

static inline void
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

/* Keeps every step, for a test that wants to go back to the first. */
static inline void
keep_all_steps (Fixture *fixture)
{
  tl_history_set_limits (fixture->document->history, G_MAXUINT, G_MAXSIZE);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
  tl_test_remove_folder (fixture->folder);
}

static inline TlGoal *
add_goal (Fixture    *fixture,
          const char *title)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (fixture->model)));
  tl_document_add (fixture->document, TL_ENTITY (goal));
  return goal;
}

static inline void
flush (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tl_document_flush (fixture->document, &error);
  g_assert_no_error (error);
}

static inline void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_undo (fixture->document, &error));
  g_assert_no_error (error);
}

static inline void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_redo (fixture->document, &error));
  g_assert_no_error (error);
}

/* What the file says, read by nobody who could be wrong about it: after the document has let go of it */
static inline char *
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

static inline void
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

static inline int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* What the objects say, in the order of their identities */
static inline char *
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

static inline char *
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

#define ADD(name, function) \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

G_END_DECLS
