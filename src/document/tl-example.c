/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The example organisation, which is made when the program is built and installed beside it.
 *
 * Everybody works on a copy of their own, so that nothing is lost by trying things out.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-example.h"
#include "tl-installed.h"
#include "tl-store.h"

/* The example's name, and whose line of sight is the one to begin with, as data/example/README.md says */
#define NAME "Kelderwick"
#define FIRST_PERSON "K-004"

/**
 * tl_example_dup_path:
 *
 * Returns: (transfer full) (type filename): where the example is, as tl_installed_dup_path() finds it
 */
char *
tl_example_dup_path (void)
{
  return tl_installed_dup_path ("example.throughline");
}

/**
 * tl_example_create:
 * @file: a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Makes a copy of the example organisation, which is found as tl_example_dup_path() says.
 *
 * Returns: (transfer full): the copy, opened
 */
TlDocument *
tl_example_create (GFile   *file,
                   GError **error)
{
  g_autofree char *source = tl_example_dup_path ();
  g_autoptr (TlStore) store = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (path == NULL)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("The example can only be put on this computer."));
      return NULL;
    }

  if (!g_file_test (source, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("The example organisation did not come with this program. Install it with “meson install”, or name the folder that holds it in THROUGHLINE_DATADIR."));
      return NULL;
    }

  absolute = g_canonicalize_filename (path, NULL);
  store = tl_store_open_full (source, TL_STORE_OPEN_READ_ONLY, NULL, NULL, NULL, error);
  if (store == NULL || !tl_store_copy_as_new (store, absolute, error))
    return NULL;

  return tl_document_open (file, NULL, error);
}

/**
 * tl_example_find_person:
 * @document: a copy of the example, or any other document
 *
 * Returns: (transfer none) (nullable): the person whose line of sight the example begins with; %NULL in a document
 *   that has no such person
 */
TlPerson *
tl_example_find_person (TlDocument *document)
{
  g_autofree char *name = NULL;
  GListModel *people;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  name = tl_document_dup_name (document);
  if (!g_str_equal (name, NAME))
    return NULL;

  people = tl_model_get_list (tl_document_get_model (document), TL_TYPE_PERSON);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (tl_person_get_reference (person), FIRST_PERSON) == 0)
        return person;
    }

  return NULL;
}
