/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a document of one of the odd cascades: make-odd NAME FILE; without arguments it lists them, with how many goals
 * each has. */

#include "config.h"

#include <stdio.h>

#include "odd-cascades.h"
#include "tl-document.h"

static int
make (const OddCascade *odd,
      const char       *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_create (file, "Lumen", &error);

  g_assert_no_error (error);
  tl_document_begin_group (document, "Fill");
  tl_model_begin_bulk (tl_document_get_model (document));
  odd->fill (tl_document_get_model (document));
  tl_model_end_bulk (tl_document_get_model (document));
  tl_document_end_group (document, &error);
  g_assert_no_error (error);
  tl_document_close (document, &error);
  g_assert_no_error (error);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (odd_cascades); i++)
    {
      if (argc < 3)
        printf ("%s %u\n", odd_cascades[i].name, odd_cascades[i].n_goals);
      else if (g_str_equal (argv[1], odd_cascades[i].name))
        return make (&odd_cascades[i], argv[2]);
    }

  return argc < 3 ? 0 : 1;
}
