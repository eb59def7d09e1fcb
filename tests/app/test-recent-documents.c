/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "tl-recent-documents.h"

static GFile *
name_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  return g_file_new_for_path (path);
}

static void
assert_titles (TlRecentDocuments *recent,
               const char        *titles)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (recent)); i++)
    {
      g_autoptr (TlRecentDocument) document = g_list_model_get_item (G_LIST_MODEL (recent), i);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", tl_recent_document_get_title (document));
    }

  g_assert_cmpstr (found->str, ==, titles);
  g_string_free (found, TRUE);
}

static void
test_newest_first (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APPLICATION_ID);
  g_autoptr (TlRecentDocuments) recent = tl_recent_documents_new (settings);
  g_autoptr (GFile) one = name_file ("One.throughline");
  g_autoptr (GFile) two = name_file ("Two.throughline");

  tl_recent_documents_add (recent, one);
  tl_recent_documents_add (recent, two);
  assert_titles (recent, "Two|One");
  tl_recent_documents_add (recent, one);
  assert_titles (recent, "One|Two");
  tl_recent_documents_remove (recent, one);
  assert_titles (recent, "Two");
  tl_recent_documents_clear (recent);
  assert_titles (recent, "");
}

static void
test_is_capped (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APPLICATION_ID);
  g_autoptr (TlRecentDocuments) recent = tl_recent_documents_new (settings);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.throughline", i);
      g_autoptr (GFile) file = name_file (name);

      tl_recent_documents_add (recent, file);
    }

  assert_titles (recent, "19|18|17|16|15|14|13|12");
  tl_recent_documents_clear (recent);
}

static void
test_missing (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APPLICATION_ID);
  g_autoptr (TlRecentDocuments) recent = tl_recent_documents_new (settings);
  g_autofree char *folder = g_dir_make_tmp ("tl-recent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Here.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlRecentDocument) there = NULL;
  g_autoptr (TlRecentDocument) gone = NULL;

  g_file_set_contents (path, "", 0, NULL);
  tl_recent_documents_add (recent, file);
  there = g_list_model_get_item (G_LIST_MODEL (recent), 0);
  g_assert_false (tl_recent_document_get_missing (there));

  g_unlink (path);
  tl_recent_documents_refresh (recent);
  gone = g_list_model_get_item (G_LIST_MODEL (recent), 0);
  g_assert_true (tl_recent_document_get_missing (gone));
  tl_recent_documents_clear (recent);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recent-documents/newest-first", test_newest_first);
  g_test_add_func ("/recent-documents/is-capped", test_is_capped);
  g_test_add_func ("/recent-documents/missing", test_missing);

  return g_test_run ();
}
