/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures on paper, read back from the PDF: that every title is there and whole, where a page ends, what it is called;
 * and the scenes that are parts of others.
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-export.h"
#include "tl-scene-copy.h"

#define N_COLUMNS 12
#define N_ROWS    9

/* A sheet of many cards in rows, with gaps that run all the way, and their names by row and column */
static TlScene *
make_grid (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  tl_scene_set_title (scene, "Everything there is");
  for (guint row = 0; row < N_ROWS; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_autofree char *title = g_strdup_printf ("Goal R%uC%u.", row, column);

        sample_scene_add_title (scene, title, column * 250.0, row * 140.0);
      }

  return scene;
}

static TlPicturePages *
make_pages (TlScene             *scene,
            const TlPictureForm *form)
{
  g_autoptr (GError) error = NULL;
  TlPicturePages *pages = tl_picture_pages_new (scene, tl_palette_get (FALSE, FALSE), form, &error);

  g_assert_no_error (error);
  return pages;
}

/* The words of a page, or NULL on a machine that cannot read them */
static char *
read_page (TlPicturePages *pages,
           guint           page)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = g_dir_make_tmp ("tl-render-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "picture.pdf", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  const char *command[] = { program, "-f", number, "-l", number, file, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (pages), NULL, NULL, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (tl_export_write (pdf, file, &error));
  if (program != NULL)
    g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error));
  g_remove (file);
  g_rmdir (folder);

  return text;
}

/* All paper there is, upright and lying, spread over some pages */
static void
test_tiles (void)
{
  g_autoptr (TlScene) scene = make_grid ();

  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_A3; paper++)
    for (guint across = 1; across <= 5; across += 2)
      {
        const TlPictureForm form = { .paper = paper, .landscape = across % 2 == 0, .across = across };
        g_autoptr (TlPicturePages) pages = make_pages (scene, &form);
        guint n_columns = tl_picture_pages_get_n_columns (pages);
        guint n_pages = tl_pages_get_n_pages (TL_PAGES (pages));

        g_assert_cmpuint (n_columns, ==, across);
        g_assert_cmpuint (n_pages, ==, n_columns * tl_picture_pages_get_n_rows (pages));
        g_assert_cmpuint (tl_picture_pages_get_n_cut (pages), ==, 0);

        for (guint i = 0; i < n_pages; i++)
          {
            TlRect tile, next;

            tl_picture_pages_get_tile (pages, i, &tile);
            if ((i + 1) % n_columns == 0)
              continue;
            tl_picture_pages_get_tile (pages, i + 1, &next);
            /* 10 mm, in units of 3/4 point */
            g_assert_cmpfloat_with_epsilon (tile.x + tile.width - next.x, 10.0 / 25.4 * 96.0, 1e-6);
          }
      }
}

/* A picture through which no gap runs: three sheets across, it would be a strip higher than three rows. */
static void
test_full_sheets (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
  const TlPictureForm form = { .paper = TL_PAPER_A4, .landscape = TRUE, .across = 3 };

  for (guint i = 0; i < 28 * 38; i++)
    {
      guint row = i / 28;
      guint column = i % 28;

      sample_scene_add_title (scene, "Goal", column * 250.0 + row * 37 % 250, row * 125.0 + column * 53 % 125);
    }

  g_autoptr (TlPicturePages) pages = make_pages (scene, &form);
  const TlPageSetup *setup = tl_pages_get_setup (TL_PAGES (pages));
  double width = (setup->width - setup->margin_left - setup->margin_right) / 0.75;
  double height = (setup->height - setup->margin_top - setup->margin_bottom) / 0.75;
  TlRect last;

  g_assert_cmpuint (tl_picture_pages_get_n_columns (pages), ==, 3);
  g_assert_cmpuint (tl_picture_pages_get_n_rows (pages), ==, 3);
  tl_picture_pages_get_tile (pages, 8, &last);
  g_assert_cmpfloat ((last.x + last.width) * (last.y + last.height), >, 0.8 * 9 * width * height);
}

/* What can be read on paper is there: all of a card where its small letters can be read, else its title, larger. */
static void
test_detail (void)
{
  static const struct { double scale, points; } sizes[] = { { 0.55, 13.0 }, { 0.5, 20.0 }, { 0.41, 20.0 }, { 0.34, 24.0 } };
  g_autoptr (TlScene) scene = make_grid ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const TlPictureForm form = { .paper = TL_PAPER_A4, .scale = sizes[i].scale };
      g_autoptr (TlPicturePages) pages = make_pages (scene, &form);

      g_assert_cmpfloat_with_epsilon (tl_picture_pages_get_title_size (pages), sizes[i].points * 0.75 * sizes[i].scale,
                                      1e-6);
      g_assert_cmpfloat (tl_picture_pages_get_title_size (pages), >, TL_PICTURE_LEAST_TITLE);
    }
}

/* Each title is whole on a page, and pages say which they are. */
static void
test_words (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm form = { .paper = TL_PAPER_A4, .across = 3 };
  g_autoptr (TlPicturePages) pages = make_pages (scene, &form);
  guint n_pages = tl_pages_get_n_pages (TL_PAGES (pages));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = read_page (pages, i);
      g_autofree char *label = g_strdup_printf ("%c%u of %u", 'A' + i / 3, i % 3 + 1, n_pages);

      if (text == NULL)
        return g_test_skip ("There is no pdftotext");

      g_assert_nonnull (strstr (text, label));
      g_assert_nonnull (strstr (text, "Everything there is"));
      g_string_append (all, text);
    }

  for (guint i = 0; i < N_ROWS * N_COLUMNS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal R%uC%u.", i / N_COLUMNS, i % N_COLUMNS);

      g_assert_nonnull (strstr (all->str, title));
    }
}

/* A page holds what is on it, and not all of the picture each time. */
static void
test_only_what_is_on_it (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm form = { .paper = TL_PAPER_A4, .landscape = TRUE, .across = 3 };
  g_autoptr (TlPicturePages) pages = make_pages (scene, &form);
  g_autofree char *first = read_page (pages, 0);

  if (first == NULL)
    return g_test_skip ("There is no pdftotext");

  g_assert_nonnull (strstr (first, "Goal R0C0."));
  g_assert_null (strstr (first, "Goal R0C11."));
  g_assert_null (strstr (first, "Goal R8C0."));
}

static void
test_one_page (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm upright = { .paper = TL_PAPER_A4 };
  const TlPictureForm lying = { .paper = TL_PAPER_A4, .landscape = TRUE };
  g_autoptr (TlPicturePages) one = make_pages (scene, &upright);
  g_autoptr (TlPicturePages) other = make_pages (scene, &lying);
  const TlPageSetup *setup = tl_pages_get_setup (TL_PAGES (other));

  g_assert_cmpuint (tl_pages_get_n_pages (TL_PAGES (one)), ==, 1);
  g_assert_cmpfloat (setup->width, >, setup->height);
  g_assert_cmpfloat (tl_picture_pages_get_scale (other), >, tl_picture_pages_get_scale (one));
}

/* A high picture stands on paper, a wide one lies; and its titles can be read on a few pages, or it is on forty. */
static void
test_best_form (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
      TlPictureForm one = { .paper = TL_PAPER_A4, .landscape = i == 0 };
      TlPictureForm many = one;

      for (guint j = 0; j < 40; j++)
        sample_scene_add_title (scene, "Goal", (i == 0 ? j % 4 : j % 20) * 250.0, (i == 0 ? j / 4 : j / 20) * 140.0);
      tl_picture_form_turn (&one, scene);
      g_assert_cmpint (one.landscape, ==, i == 1);
      tl_picture_form_spread (&many, scene);
      g_assert_cmpuint (many.across, >=, 1);

      g_autoptr (TlPicturePages) pages = make_pages (scene, &many);

      g_assert_cmpuint (tl_pages_get_n_pages (TL_PAGES (pages)), <=, 40);
      g_assert_cmpfloat (tl_picture_pages_get_title_size (pages), >=, TL_PICTURE_LEAST_TITLE);
    }
}

static void
test_size (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm natural = { .paper = TL_PAPER_A4, .scale = 1.0 };
  const TlPictureForm half = { .paper = TL_PAPER_A4, .scale = 0.5 };
  const TlPictureForm endless = { .paper = TL_PAPER_A4, .across = 5 };
  g_autoptr (TlPicturePages) large = make_pages (scene, &natural);
  g_autoptr (TlPicturePages) small = make_pages (scene, &half);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (tl_picture_pages_get_scale (large), ==, 1.0);
  g_assert_cmpuint (tl_pages_get_n_pages (TL_PAGES (large)), >, tl_pages_get_n_pages (TL_PAGES (small)));
  g_assert_cmpfloat (tl_picture_pages_get_title_size (large), >, TL_PICTURE_LEAST_TITLE);

  sample_scene_add_title (scene, "Far below", 0.0, 5e5);
  g_assert_null (tl_picture_pages_new (scene, tl_palette_get (FALSE, FALSE), &endless, &error));
  g_assert_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_TOO_LARGE);
}

/* What is asked for is what one gets, as large as it can be asked for (`throughline-cli export --scale`). */
static void
test_largest (void)
{
  const TlPictureForm form = { .paper = TL_PAPER_A3, .scale = 10.0 };
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);

  sample_scene_add_title (scene, "One goal", 0.0, 0.0);

  g_autoptr (TlPicturePages) pages = make_pages (scene, &form);

  g_assert_cmpfloat_with_epsilon (tl_picture_pages_get_scale (pages), 10.0, 1e-9);
}

/* Without a card, with one, with one that is larger than everything */
static void
test_extremes (void)
{
  g_autoptr (TlScene) none = tl_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlScene) one = tl_scene_new (TL_SCENE_RIGHT);
  TlScene *scenes[] = { none, one };

  sample_scene_add_title (one, "Alone", 0.0, 0.0);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    for (guint across = 0; across <= 4; across++)
      {
        const TlPictureForm form = { .paper = TL_PAPER_LETTER, .across = across };
        g_autoptr (TlPicturePages) pages = make_pages (scenes[i], &form);
        g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (pages), NULL, NULL, NULL);

        g_assert_nonnull (pdf);
        g_assert_cmpuint (tl_pages_get_n_pages (TL_PAGES (pages)), >=, 1);
      }
}

static void
test_cancel (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm form = { .paper = TL_PAPER_A4, .across = 3, .scale = 1.0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_export_to_pdf (scene, tl_palette_get (FALSE, FALSE), &form, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (tl_export_to_png (scene, tl_palette_get (FALSE, FALSE), &form, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is seen: cards of which a corner is seen are there, whole, and none beside them. */
static void
test_part (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlRect seen = { 200.0, 60.0, 400.0, 100.0 };
  TlRect covered;
  g_autoptr (TlScene) part = tl_scene_copy_part (scene, &seen, &covered);

  g_assert_cmpuint (tl_scene_get_n_cards (part), ==, 6);
  for (guint i = 0; i < tl_scene_get_n_cards (part); i++)
    {
      const TlRect *box = &tl_scene_get_card (part, i)->box;

      g_assert_cmpfloat (box->x, >=, covered.x);
      g_assert_cmpfloat (box->y, >=, covered.y);
      g_assert_cmpfloat (box->x + box->width, <=, covered.x + covered.width);
      g_assert_cmpfloat (box->y + box->height, <=, covered.y + covered.height);
    }

  g_autoptr (GBytes) svg = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), &seen, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_nonnull (strstr (text, "Goal R1C2."));
  g_assert_null (strstr (text, "Goal R1C3."));
  g_assert_null (strstr (text, "Goal R2C0."));
}

/* Lines that lead out of a part lead to its border; those that pass it by are not there. */
static void
test_part_lines (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const double out[] = { 100.0, 140.0, 100.0, 88.0 };
  const double past[] = { 2600.0, 140.0, 2600.0, 88.0 };
  const TlEdge leading_out = { .id = "out", .from = N_COLUMNS, .to = 0, .points = out, .n_points = 2 };
  const TlEdge elsewhere = { .id = "past", .from = N_COLUMNS + 10, .to = 10, .points = past, .n_points = 2 };
  const TlRect seen = { 0.0, 0.0, 100.0, 80.0 };
  TlRect covered;

  tl_scene_add_edge (scene, &leading_out);
  tl_scene_add_edge (scene, &elsewhere);

  g_autoptr (TlScene) part = tl_scene_copy_part (scene, &seen, &covered);
  g_autoptr (TlScene) whole = tl_scene_copy (scene);

  g_assert_cmpuint (tl_scene_get_n_edges (part), ==, 1);
  g_assert_cmpstr (tl_scene_get_edge (part, 0)->id, ==, "out");
  g_assert_cmpstr (tl_scene_get_card (part, tl_scene_get_edge (part, 0)->from)->title, ==, "Goal R1C0.");
  g_assert_cmpuint (tl_scene_get_n_edges (whole), ==, 2);
  g_assert_cmpuint (tl_scene_get_n_cards (whole), ==, N_COLUMNS * N_ROWS);
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  GInputStream *stream = closure;

  return g_input_stream_read_all (stream, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS
                                                                          : CAIRO_STATUS_READ_ERROR;
}

/* An image of several strips can be read, and has ink. */
static void
test_png_strips (void)
{
  g_autoptr (TlScene) scene = make_grid ();
  const TlPictureForm form = { .scale = 2.2 };
  const TlRect seen = { 0.0, 0.0, 2900.0, 1200.0 };
  const TlPictureForm small = { .scale = 0.5, .area = &seen };
  double width, height;
  double most = tl_export_measure_png (scene, tl_palette_get (FALSE, FALSE), &form, &width, &height);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = tl_export_to_png (scene, tl_palette_get (FALSE, FALSE), &form, NULL, NULL, &error);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  const guint8 *data = g_bytes_get_data (png, NULL);
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  const guint8 *pixels = cairo_image_surface_get_data (image);
  gsize n_dark = 0;

  g_assert_no_error (error);
  g_assert_cmpfloat (most, >, 2.2);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (read_number (data + 16), ==, (guint) width);
  g_assert_cmpuint (read_number (data + 20), ==, (guint) height);
  g_assert_cmpfloat (width * height, >, 2.0 * 8.0 * 1024.0 * 1024.0);

  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    {
      gsize stride = (gsize) cairo_image_surface_get_stride (image);
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + (gsize) y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (image); x++)
        n_dark += (row[x] & 0xff) < 0x80;
    }
  g_assert_cmpuint (n_dark, >, 50000);
  cairo_surface_destroy (image);

  g_autoptr (GBytes) part = tl_export_to_png (scene, tl_palette_get (FALSE, FALSE), &small, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (part);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-pages/tiles", test_tiles);
  g_test_add_func ("/picture-pages/full-sheets", test_full_sheets);
  g_test_add_func ("/picture-pages/detail", test_detail);
  g_test_add_func ("/picture-pages/words", test_words);
  g_test_add_func ("/picture-pages/only-what-is-on-it", test_only_what_is_on_it);
  g_test_add_func ("/picture-pages/one-page", test_one_page);
  g_test_add_func ("/picture-pages/best-form", test_best_form);
  g_test_add_func ("/picture-pages/size", test_size);
  g_test_add_func ("/picture-pages/extremes", test_extremes);
  g_test_add_func ("/picture-pages/largest", test_largest);
  g_test_add_func ("/picture-pages/cancel", test_cancel);
  g_test_add_func ("/picture-pages/part", test_part);
  g_test_add_func ("/picture-pages/part-lines", test_part_lines);
  g_test_add_func ("/picture-pages/png-strips", test_png_strips);

  return g_test_run ();
}
