/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of an import: which rows come in, what they say of one another, and that all of it can be taken back */

#include "fuzz-target.h"
#include "tl-hook-vfs.h"
#include "tl-import-kind.h"
#include "tl-import.h"

static TlDocument *
make_document (void)
{
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "fuzz.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlDocument *document;

  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  document = tl_document_create (file, "Lumen", NULL);
  g_assert (document != NULL);
  return document;
}

/* The first byte says what the file is about, so that a fuzzer need not find the words for it. */
static TlImportKind
choose_kind (guint8 byte)
{
  return byte % TL_N_IMPORT_KINDS;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static TlDocument *document;
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "fuzz.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlImport) import = NULL;

  if (size < 1)
    return 0;
  if (document == NULL)
    document = make_document ();

  g_assert (g_file_set_contents (path, (const char *) data + 1, size - 1, NULL));
  import = tl_import_new (document);
  if (tl_import_add_file (import, file, choose_kind (data[0]), NULL, NULL) &&
      tl_import_prepare (import, NULL, NULL) &&
      tl_import_apply (import, NULL) &&
      tl_document_can_undo (document))
    g_assert (tl_document_undo (document, NULL));

  return 0;
}
