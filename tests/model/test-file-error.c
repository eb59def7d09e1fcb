/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "tl-file-error.h"

static void
test_reasons (void)
{
  struct { GQuark domain; int code; const char *reason; } cases[] = {
    { G_FILE_ERROR, G_FILE_ERROR_NOSPC, "there is no room left on the disk" },
    { G_IO_ERROR, G_IO_ERROR_NO_SPACE, "there is no room left on the disk" },
    { G_FILE_ERROR, G_FILE_ERROR_ROFS, "that disk can only be read" },
    { G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "you may not write there" },
    { G_FILE_ERROR, G_FILE_ERROR_NOENT, "there is no such folder" },
    { G_FILE_ERROR, G_FILE_ERROR_IO, "what GLib said" },
    { G_MARKUP_ERROR, G_FILE_ERROR_NOSPC, "what GLib said" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (cases[i].domain, cases[i].code, "what GLib said");
      g_autofree char *sentence = tl_file_error_describe ("some/folder/goals.csv", cause);
      g_autofree char *wanted = g_strdup_printf ("“goals.csv” could not be written: %s. What stood there is as it was; "
                                                 "choose another place.", cases[i].reason);

      g_assert_cmpstr (sentence, ==, wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/file-error/reasons", test_reasons);

  return g_test_run ();
}
