/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-export.h"

typedef struct
{
  GString *text;
  guint    depth;
  guint    n_texts;
  gboolean in_text;
} Reading;

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reading *reading = data;

  reading->depth++;
  reading->in_text = g_str_equal (name, "text");
  reading->n_texts += reading->in_text;
}

static void
end_element (GMarkupParseContext  *context,
             const char           *name,
             gpointer              data,
             GError              **error)
{
  Reading *reading = data;

  reading->depth--;
  reading->in_text = FALSE;
}

static void
read_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              data,
           GError              **error)
{
  Reading *reading = data;

  if (!reading->in_text)
    return;

  g_string_append_len (reading->text, text, length);
  g_string_append_c (reading->text, '\n');
}

/* Reads the document as XML and gives back what stands in its text elements, line by line. */
static char *
read_svg (GBytes *document)
{
  static const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = read_text };
  Reading reading = { .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (document, &length);

  g_assert_true (g_utf8_validate_len (data, length, NULL));
  g_markup_parse_context_parse (context, data, length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading.depth, ==, 0);

  return g_string_free (reading.text, FALSE);
}

static void
check_contains (const char *text,
                const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static void
test_svg (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), NULL, &error);

  g_assert_no_error (error);

  g_autofree char *text = read_svg (document);

  check_contains (text, "Halden Instruments\n");
  check_contains (text, "The whole cascade, as of 2026-09-01\n");
  check_contains (text, "Ines Okafor\n");
  check_contains (text, "Win 12 new regional accounts\n");
  check_contains (text, "Objectives\n");
  check_contains (text, "On track\n");
  check_contains (text, "−10 %\n");
}

static void
test_svg_hostile (void)
{
  static const char * const titles[] = {
    "", "   ", "<script>alert(1)</script>", "]]> & \"quotes\" 'too'", "\x01\x02 control \x1f", "\xff\xfe bytes",
    "نص من اليمين إلى اليسار مع English في الوسط ثم المزيد من الكلمات", "顧客がその顧客との絆を深めるのを助ける",
    "👩‍💻 🚀 🇩🇰 emoji", "gpj.\xe2\x80\xaeseliforp", "no character \xef\xbf\xbf here",
  };
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
  g_autofree char *endless = g_strnfill (300, 'W');

  tl_scene_set_title (scene, "<svg onload=x> & \x01");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    sample_scene_add_title (scene, titles[i], 0.0, i * 100.0);
  sample_scene_add_title (scene, endless, 300.0, 0.0);

  g_autoptr (GBytes) document = tl_export_to_svg (scene, tl_palette_get (TRUE, FALSE), NULL, NULL);
  g_autofree char *text = read_svg (document);

  check_contains (text, "<script>alert(1)");
  check_contains (text, "顧客がその");
  check_contains (text, "gpj.seliforp");
  check_contains (text, "Untitled goal");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));
}

static void
test_pdf (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_RIGHT);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = g_dir_make_tmp ("tl-render-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "picture.pdf", NULL);

  for (TlPaper paper = TL_PAPER_PICTURE; paper <= TL_PAPER_A3; paper++)
    {
      const TlPictureForm form = { .paper = paper };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) document = tl_export_to_pdf (scene, tl_palette_get (FALSE, FALSE), &form, NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (memcmp (g_bytes_get_data (document, NULL), "%PDF-", 5), ==, 0);
      g_assert_true (tl_export_write (document, file, &error));
      if (program == NULL)
        continue;

      const char *command[] = { program, file, "-", NULL };

      g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                                   &error));
      check_contains (text, "Halden Instruments");
      check_contains (text, "Win 12 new regional accounts");
    }

  g_remove (file);
  g_rmdir (folder);
}

static void
test_png (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (GError) error = NULL;
  const TlPictureForm natural = { .scale = 1.0 };
  g_autoptr (GBytes) image = tl_export_to_png (scene, tl_palette_get (FALSE, FALSE), &natural, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (memcmp (g_bytes_get_data (image, NULL), "\x89PNG", 4), ==, 0);

  sample_scene_add_title (scene, "Far away", 1e6, 0.0);
  g_assert_null (tl_export_to_png (scene, tl_palette_get (FALSE, FALSE), &natural, NULL, NULL, &error));
  g_assert_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_TOO_LARGE);

  /* The others take any size. */
  g_autoptr (GBytes) svg = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), NULL, NULL);
  g_autoptr (GBytes) pdf = tl_export_to_pdf (scene, tl_palette_get (FALSE, FALSE), &natural, NULL, NULL, NULL);

  g_assert_nonnull (svg);
  g_assert_nonnull (pdf);
}

static void
test_files (void)
{
  static const char * const names[] = { "a.svg", "b.PDF", "c.png" };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  const TlPalette *palette = tl_palette_get (FALSE, FALSE);
  g_autofree char *folder = g_dir_make_tmp ("tl-render-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (folder, names[i], NULL);

      g_assert_true (tl_export_file (scene, palette, NULL, file, &error));
      g_assert_no_error (error);
      /* Nothing else is left behind, and it can be replaced. */
      g_assert_true (tl_export_file (scene, palette, NULL, file, &error));
      g_remove (file);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    }

  g_autofree char *odd = g_build_filename (folder, "picture.bmp", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "folder.svg", NULL);

  g_assert_false (tl_export_file (scene, palette, NULL, odd, &error));
  g_assert_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (tl_export_file (scene, palette, NULL, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_rmdir (folder);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* Exports the sample in a thread, and gives up the scene at once. */
static gboolean
export_in_thread (const char    *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  TlScene *scene = sample_scene_new (TL_SCENE_DOWN);
  g_autoptr (GAsyncResult) result = NULL;

  tl_export_file_async (scene, tl_palette_get (FALSE, FALSE), NULL, file, NULL, cancellable, finished_cb, &result);
  g_object_unref (scene);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tl_export_file_finish (result, error);
}

static void
test_thread (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  g_autofree char *folder = g_dir_make_tmp ("tl-render-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (GBytes) expected = tl_export_to_bytes (scene, tl_palette_get (FALSE, FALSE), NULL, file, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (export_in_thread (file, NULL, &error));
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_remove (file);

  g_cancellable_cancel (cancellable);
  g_assert_false (export_in_thread (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  g_assert_false (export_in_thread (file, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/svg-hostile", test_svg_hostile);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/files", test_files);
  g_test_add_func ("/export/thread", test_thread);

  return g_test_run ();
}
