/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was copied elsewhere and is pasted into the cascade: one step, which can be taken back whole */

#include "fuzz-target.h"
#include "tl-hook-vfs.h"
#include "tl-import.h"

#define UNDER 1
#define OWNED 2

static TlDocument *document;
static TlGoal *above;
static TlPerson *person;

static void
make_document (void)
{
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "fuzz.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlOrganisation *organisation;

  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  document = tl_document_create (file, "Lumen", NULL);
  g_assert (document != NULL);
  organisation = tl_model_get_organisation (tl_document_get_model (document));
  person = tl_person_new ();
  tl_party_set_name (TL_PARTY (person), "Ann Barker");
  tl_person_set_organisation (person, organisation);
  tl_document_add (document, TL_ENTITY (person));
  above = tl_goal_new ();
  tl_goal_set_title (above, "Answer within a day");
  tl_goal_set_owner (above, TL_PARTY (organisation));
  tl_document_add (document, TL_ENTITY (above));
  g_assert (tl_document_flush (document, NULL));
}

static guint
count_goals (void)
{
  return g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = NULL;
  g_autoptr (TlImport) import = NULL;
  g_autoptr (GError) error = NULL;
  guint n_before;

  if (size < 1)
    return 0;
  if (document == NULL)
    make_document ();

  /* The first byte says where it is pasted; the rest need not be text at all. */
  text = g_strndup ((const char *) data + 1, size - 1);
  n_before = count_goals ();
  import = tl_import_prepare_text (document, text, (data[0] & UNDER) != 0 ? above : NULL,
                                   (data[0] & OWNED) != 0 ? TL_PARTY (person) : NULL, NULL, &error);
  g_assert ((import == NULL) == (error != NULL));
  g_assert (count_goals () == n_before);

  if (import != NULL && tl_import_apply (import, NULL) && count_goals () != n_before)
    {
      g_assert (tl_document_undo (document, NULL));
      g_assert (count_goals () == n_before);
    }

  return 0;
}
