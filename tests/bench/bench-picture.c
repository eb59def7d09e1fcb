/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to paint a cascade: a whole screen, one tile of it, all of it into a file; and what the picture
 * takes in memory.  Processor time of the one thread that paints, medians.
 *
 *   bench-picture [N_GOALS] [FOLDER]
 *
 * With a folder it also writes there what it painted, as PNG, to be looked at.
 */

#include "config.h"

#include <malloc.h>
#include <math.h>
#include <stdlib.h>

#include "bench-cascade.h"
#include "bench-times.h"
#include "tl-diagram.h"
#include "tl-export.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"

#define WIDTH    1920
#define HEIGHT   1080
#define TILE     512
#define N_ROUNDS 15
#define LAYERS_TILE (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS)

typedef struct
{
  TlScene         *scene;
  const TlPalette *palette;
  cairo_surface_t *surface;
  const char      *folder;
} Bench;

/* Paints what lies around a point of the picture and returns how long that took. */
static double
paint_at (Bench   *self,
          double   zoom,
          double   x,
          double   y,
          int      width,
          int      height,
          TlLayers layers)
{
  const TlPainter painter = { .palette = self->palette, .scale = zoom, .layers = layers };
  const TlRect area = { x - width / 2.0 / zoom, y - height / 2.0 / zoom, width / zoom, height / zoom };
  cairo_t *cr = cairo_create (self->surface);
  double start = bench_get_work ();
  TlPenCairo pen;

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -area.x, -area.y);
  tl_painter_paint (&painter, self->scene, tl_pen_cairo_init (&pen, cr), &area);
  cairo_surface_flush (self->surface);
  start = bench_get_work () - start;
  cairo_destroy (cr);

  return start;
}

static void
write_picture (Bench      *self,
               const char *name)
{
  g_autofree char *filename = NULL;

  if (self->folder == NULL)
    return;

  filename = g_strdup_printf ("%s/%s.png", self->folder, name);
  cairo_surface_write_to_png (self->surface, filename);
}

/* Screens from one end of the picture to the other, through the middle of each row; each painted twice, so that what
 * the first time costs (text is set then) stands beside what every later frame does.
 */
static void
time_screens (Bench      *self,
              const char *name,
              double      zoom)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (double));
  TlRect bounds;

  tl_scene_get_bounds (self->scene, &bounds);
  for (guint i = 0; i < N_ROUNDS * 5; i++)
    {
      double x = bounds.x + bounds.width * (i % N_ROUNDS + 0.5) / N_ROUNDS;
      double y = bounds.y + bounds.height * (i / N_ROUNDS % 5 + 0.5) / 5;
      double took = paint_at (self, zoom, x, y, WIDTH, HEIGHT, TL_LAYERS_SCREEN);

      g_array_append_val (first, took);
      took = paint_at (self, zoom, x, y, WIDTH, HEIGHT, TL_LAYERS_SCREEN);
      g_array_append_val (again, took);
    }

  g_print ("screen %-5s (%6.4f): first %6.2f ms, again %6.2f ms, 95 of 100 under %6.2f, worst %6.2f\n", name, zoom,
           bench_get_share (first, 0.5), bench_get_share (again, 0.5), bench_get_share (again, 0.95),
           bench_get_share (again, 1.0));
  paint_at (self, zoom, bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0, WIDTH, HEIGHT, TL_LAYERS_SCREEN);
  write_picture (self, name);
}

static void
time_tiles (Bench      *self,
            const char *name,
            double      zoom)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  TlRect bounds;

  tl_scene_get_bounds (self->scene, &bounds);

  guint n_across = MAX (1, (guint) ceil (bounds.width * zoom / TILE));
  guint n_down = MAX (1, (guint) ceil (bounds.height * zoom / TILE));
  guint step = MAX (1, n_across * n_down / 400);

  for (guint i = 0; i < n_across * n_down; i += step)
    {
      double x = bounds.x + (i % n_across + 0.5) * TILE / zoom;
      double y = bounds.y + (i / n_across + 0.5) * TILE / zoom;
      double took;

      paint_at (self, zoom, x, y, TILE, TILE, LAYERS_TILE);
      took = paint_at (self, zoom, x, y, TILE, TILE, LAYERS_TILE);
      g_array_append_val (times, took);
    }

  g_print ("tile   %-5s (%6.4f): %6.2f ms, 95 of 100 under %6.2f, worst %6.2f (%u of %u)\n", name, zoom,
           bench_get_share (times, 0.5), bench_get_share (times, 0.95), bench_get_share (times, 1.0), times->len,
           n_across * n_down);
}

static void
time_file (Bench      *self,
           const char *ending,
           guint       n_rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *filename = g_strconcat ("picture.", ending, NULL);
  gsize size = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = bench_get_work ();
      g_autoptr (GBytes) bytes = tl_export_to_bytes (self->scene, self->palette, NULL, filename, NULL, NULL, &error);
      double took = bench_get_work () - start;

      g_assert_no_error (error);
      size = g_bytes_get_size (bytes);
      g_array_append_val (times, took);
      if (self->folder != NULL && i == 0)
        {
          g_autofree char *path = g_build_filename (self->folder, filename, NULL);

          tl_export_write (bytes, path, NULL);
        }
    }

  g_print ("%s of all: %.0f ms, %.1f MB\n", ending, bench_get_share (times, 0.5), size / 1e6);
}

static TlScene *
make_scene (TlGraph  *graph,
            TlScores *scores)
{
  const TlDiagramOptions options = { .title = "Lumen" };

  return tl_diagram_new (graph, scores, &options);
}

static void
measure_memory (Bench *self,
                gsize  before,
                gsize  empty)
{
  guint n_cards = tl_scene_get_n_cards (self->scene);
  guint n_edges = tl_scene_get_n_edges (self->scene);

  g_print ("%u cards, %u edges: %.1f MiB, %.0f bytes for each card and its edges; what painting kept (texts, index): "
           "%.1f MiB\n", n_cards, n_edges, before / 1048576.0, (double) before / n_cards, empty / 1048576.0);
}

int
main (int   argc,
      char *argv[])
{
  guint n_goals = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  g_autoptr (TlModel) model = bench_cascade_new (n_goals, 1);
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, tl_date_new (2026, 7, 1), NULL);
  Bench self = { .palette = tl_palette_get (FALSE, FALSE), .folder = argc > 2 ? argv[2] : NULL };
  TlRect bounds;
  gsize before, made;
  double fit;

  g_object_unref (make_scene (graph, scores));
  malloc_trim (0);
  before = mallinfo2 ().uordblks;
  self.scene = make_scene (graph, scores);
  made = mallinfo2 ().uordblks;
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  tl_scene_get_bounds (self.scene, &bounds);
  fit = MIN (WIDTH / bounds.width, HEIGHT / bounds.height);
  time_screens (&self, "1", 1.0);
  time_screens (&self, "0.5", 0.5);
  time_screens (&self, "0.3", 0.3);
  time_screens (&self, "0.1", 0.1);
  time_screens (&self, "fit", fit);
  time_tiles (&self, "1", 1.0);
  time_tiles (&self, "0.5", 0.5);
  time_tiles (&self, "0.3", 0.3);
  time_tiles (&self, "0.1", 0.1);
  time_tiles (&self, "fit", fit);
  measure_memory (&self, made - before, mallinfo2 ().uordblks - made);
  time_file (&self, "svg", 7);
  time_file (&self, "pdf", 3);

  cairo_surface_destroy (self.surface);
  g_object_unref (self.scene);
  return 0;
}
