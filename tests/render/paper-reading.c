/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a printed document back with pdftotext.  With TL_PAPER_KEEP set to a folder the files stay there, to be
 * looked at.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "paper-reading.h"
#include "tl-export.h"

gboolean
paper_can_read (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  return program != NULL;
}

static GBytes *
make_pdf (TlPaperDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *file = tl_pages_to_pdf (TL_PAGES (document), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (file, NULL), "%PDF-", 5), ==, 0);

  return file;
}

/* The text in reading order, each run of white space one space; pages are parted by a form feed. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '\n')
        {
          space = TRUE;
          continue;
        }
      if (space)
        g_string_append_c (squeezed, ' ');
      space = FALSE;
      g_string_append_c (squeezed, *p);
    }

  return g_string_free (squeezed, FALSE);
}

char *
paper_read (TlPaperDocument *document)
{
  g_autoptr (GBytes) pdf = make_pdf (document);
  g_autofree char *folder = g_dir_make_tmp ("tl-paper-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "paper.pdf", NULL);
  const char *command[] = { "pdftotext", "-enc", "UTF-8", file, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_export_write (pdf, file, &error));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_remove (file);
  g_rmdir (folder);

  return squeeze (text);
}

void
paper_keep (TlPaperDocument *document,
            const char      *name)
{
  const char *folder = g_getenv ("TL_PAPER_KEEP");

  if (folder == NULL)
    return;

  g_autoptr (GBytes) pdf = make_pdf (document);
  g_autofree char *file = g_strdup_printf ("%s/%s.pdf", folder, name);

  g_assert_true (tl_export_write (pdf, file, NULL));
}

void
paper_contains (const char *text,
                const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

void
paper_lacks (const char *text,
             const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in %s", part, text);
}
