/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exchange-fixture.h"

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("tl-exchange-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.throughline", NULL);
  file = g_file_new_for_path (path);
  self->document = tl_document_create (file, "Ours", &error);
  g_assert_no_error (error);
  self->model = tl_document_get_model (self->document);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_assert_true (tl_document_close (self->document, NULL));
  g_clear_object (&self->document);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

GFile *
fixture_write (Fixture    *self,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* Imports and applies files given as name, text, name, text, ..., NULL. */
TlImport *
fixture_import (Fixture *self,
                ...)
{
  TlImport *import = tl_import_new (self->document);
  g_autoptr (GError) error = NULL;
  const char *name;
  va_list args;

  va_start (args, self);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GFile) file = fixture_write (self, name, va_arg (args, const char *));

      tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, &error);
      g_assert_no_error (error);
    }
  va_end (args);

  tl_import_prepare (import, NULL, &error);
  g_assert_no_error (error);
  tl_import_apply (import, &error);
  g_assert_no_error (error);
  return import;
}

TlGoal *
fixture_get_goal (Fixture    *self,
                  const char *reference)
{
  GListModel *goals = tl_model_get_list (self->model, TL_TYPE_GOAL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);

      if (g_strcmp0 (tl_goal_get_reference (goal), reference) == 0)
        return goal;
    }

  g_error ("There is no goal %s", reference);
}

gpointer
fixture_get_party (Fixture    *self,
                   GType       type,
                   const char *name)
{
  GListModel *parties = tl_model_get_list (self->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (TlParty) party = g_list_model_get_item (parties, i);

      if (g_strcmp0 (tl_party_get_name (party), name) == 0)
        return party;
    }

  g_error ("There is no %s called %s", g_type_name (type), name);
}

guint
fixture_count (Fixture *self,
               GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (self->model, type));
}

void
assert_skipped (TlImport   *import,
                const char *file,
                guint       line,
                const char *column,
                const char *mentions)
{
  for (guint i = 0; i < tl_import_get_n_skipped (import); i++)
    {
      const TlImportIssue *issue = tl_import_get_skipped (import, i);

      g_test_message ("%s:%u %s: %s", issue->file, issue->line, issue->column, issue->reason);
      if (issue->line == line && g_strcmp0 (issue->file, file) == 0 && g_strcmp0 (issue->column, column) == 0 &&
          strstr (issue->reason, mentions) != NULL)
        return;
    }

  g_error ("Nothing was said of %s:%u %s that mentions “%s”", file, line, column, mentions);
}

void
assert_remarked (TlImport   *import,
                 guint       line,
                 const char *mentions)
{
  for (guint i = 0; i < tl_import_get_n_remarks (import); i++)
    {
      const TlImportIssue *issue = tl_import_get_remark (import, i);

      g_test_message ("%s:%u %s: %s", issue->file, issue->line, issue->column, issue->reason);
      if (issue->line == line && strstr (issue->reason, mentions) != NULL)
        return;
    }

  g_error ("Nothing was remarked on line %u that mentions “%s”", line, mentions);
}

/* A file of the real data sets, or NULL where they are not at hand. */
char *
find_shared (const char *path)
{
  const char *shared = g_getenv ("TL_SHARED_DATA");
  g_autofree char *found = NULL;

  if (shared == NULL || *shared == '\0')
    found = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "..", "shared", "data", path, NULL);
  else
    found = g_build_filename (shared, path, NULL);

  return g_file_test (found, G_FILE_TEST_EXISTS) ? g_steal_pointer (&found) : NULL;
}

/* A cascade of five levels in the columns of a foreign generator, some goals with two parents */
void
append_cascade (GString *text,
                guint    n_goals)
{
  g_string_append (text, "id,parent_ids,level,owner,title\n");
  for (guint i = 0; i < n_goals; i++)
    {
      guint level = i < 8 ? 0 : i < 80 ? 1 : i < 600 ? 2 : i < 4000 ? 3 : 4;
      guint parent = i < 8 ? 0 : i < 80 ? i % 8 : i < 600 ? 8 + i % 72 : i < 4000 ? 80 + i % 520 : 600 + i % 3400;

      g_string_append_printf (text, "g%u,", i);
      if (level > 0)
        g_string_append_printf (text, i % 6 == 0 && level > 1 ? "g%u;g%u" : "g%u", parent, parent - 1);
      g_string_append_printf (text, ",%u,Owner %u of %u,Improve the supplier contracts number %u\n",
                              level, level > 2 ? i % 1700 : parent, level, i);
    }
}
