/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a goal stands, drawn as on its card: the bar with the tick where it was expected to be, and the glyph. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tl-glyphs.h"
#include "tl-outline-cell-private.h"
#include "tl-pen-cairo.h"

#define BAR_HEIGHT 4.0
#define TICK_WIDTH 2.0
#define TICK_REACH 2.0          /* how far the tick stands out above and below */
#define GLYPH_SIZE 13.0
#define NUMBER_WIDTH 54.0       /* what the label with the number takes, "123 %" with its distance */
#define DOT_DISTANCE 5.0

static const TlPalette *
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return tl_palette_get (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
}

/* What is not known is drawn as not known: dots in place of a bar. */
static void
draw_unknown (TlPen           *pen,
              const TlRect    *bar,
              const TlPalette *palette)
{
  for (double x = bar->x; x + 2.0 <= bar->x + bar->width; x += DOT_DISTANCE)
    {
      TlRect dot = { x, bar->y + 1.0, 2.0, 2.0 };

      tl_pen_fill_rect (pen, &dot, 1.0, &palette->tick);
    }
}

static void
draw_bar (TlPen             *pen,
          double             width,
          double             height,
          const TlGoalScore *score,
          const TlPalette   *palette)
{
  TlRect bar = { 0, floor ((height - BAR_HEIGHT) / 2.0), width - NUMBER_WIDTH, BAR_HEIGHT };
  TlRect done = bar;

  if (bar.width < 2.0 * BAR_HEIGHT)
    return;

  if (isnan (score->attainment))
    {
      draw_unknown (pen, &bar, palette);
      return;
    }

  done.width = MAX (bar.width * CLAMP (score->attainment, 0.0, 1.0), BAR_HEIGHT);
  tl_pen_fill_rect (pen, &bar, BAR_HEIGHT / 2.0, &palette->track);
  if (score->attainment > 0.0)
    tl_pen_fill_rect (pen, &done, BAR_HEIGHT / 2.0, &palette->healths[score->health]);

  if (!isnan (score->expected))
    {
      double x = CLAMP (bar.width * score->expected - TICK_WIDTH / 2.0, 0.0, bar.width - TICK_WIDTH);
      TlRect tick = { round (x), bar.y - TICK_REACH, TICK_WIDTH, BAR_HEIGHT + 2.0 * TICK_REACH };

      tl_pen_fill_rect (pen, &tick, 0, &palette->tick);
    }
}

/**
 * tl_outline_cell_draw:
 * @widget: the cell
 * @snapshot: what to draw on
 * @column: %TL_OUTLINE_ATTAINMENT or %TL_OUTLINE_HEALTH
 * @score: how the goal stands
 *
 * Draws the bar or the glyph in the space of @widget.
 */
void
tl_outline_cell_draw (GtkWidget         *widget,
                      GtkSnapshot       *snapshot,
                      TlOutlineColumn    column,
                      const TlGoalScore *score)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  const TlPalette *palette = get_palette ();
  g_auto (TlPenCairo) cairo_pen = { 0 };
  TlPen *pen;
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  pen = tl_pen_cairo_init (&cairo_pen, cr);
  if (column == TL_OUTLINE_ATTAINMENT)
    draw_bar (pen, width, height, score, palette);
  else
    tl_glyph_draw_health (pen, score->health, floor ((width - GLYPH_SIZE) / 2.0), floor ((height - GLYPH_SIZE) / 2.0),
                          GLYPH_SIZE, &palette->healths[score->health]);
  cairo_destroy (cr);
}
