/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a frame: a panel in a breath of the facet's colour, and its heading with the facet's sign, name and
 * colour, which stays in view however far the frame is scrolled.
 *
 * An empty column is not blank: the outline of a card says what goes there and what to ask.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-glyphs.h"
#include "tl-painter-private.h"

#define RADIUS       12.0
#define TINT_LIGHT   0.05
#define TINT_DARK    0.07
#define PAD          12.0
#define SIGN_SIZE    18.0
#define SIGN_GAP     8.0
#define LABEL_Y      9.0
#define CAPTION_Y    35.0
#define RULE         2.0
#define SCALE_HEADINGS 0.11          /* from further away they would be specks */
#define GHOST_MARGIN 10.0
#define GHOST_PAD    14.0

static TlColour
get_panel_colour (const TlPainting *painting,
                  TlFacet           facet)
{
  const TlPalette *palette = painting->palette;

  if (palette->high_contrast)
    return palette->background;

  return tl_colour_mix (palette->background, palette->facets[facet], palette->dark ? TINT_DARK : TINT_LIGHT);
}

static TlText *
get_invitation (TlTextCache    *texts,
                const TlColumn *column)
{
  return tl_text_cache_get (texts, column->invitation, TL_FONT_BODY,
                            column->box.width - 2.0 * (GHOST_MARGIN + GHOST_PAD), TL_TEXT_MAX_LINES);
}

/**
 * tl_painter_measure_invitation:
 * @texts: the texts of the scene the column will stand in
 * @column: an empty column of a frame; of its box only the width is looked at
 *
 * Returns: how far below its upper edge its heading and its invitation reach
 */
double
tl_painter_measure_invitation (TlTextCache    *texts,
                               const TlColumn *column)
{
  g_return_val_if_fail (texts != NULL && column != NULL, 0.0);

  return TL_COLUMN_HEADING + GHOST_MARGIN + tl_text_get_height (get_invitation (texts, column)) + 2.0 * GHOST_PAD;
}

/* Where a card would stand, with the words of what would stand on it. */
static void
paint_ghost (const TlPainting *painting,
             const TlColumn   *column)
{
  const TlPalette *palette = painting->palette;
  double width = column->box.width - 2.0 * GHOST_MARGIN;
  double top = TL_COLUMN_HEADING + GHOST_MARGIN;
  const TlRect ghost = {
    column->box.x + GHOST_MARGIN, column->box.y + top, width,
    tl_painter_measure_invitation (tl_scene_get_texts (painting->scene), column) - top,
  };
  const TlStroke stroke = {
    .colour = tl_colour_mix (palette->facets[column->facet], get_panel_colour (painting, column->facet),
                             palette->high_contrast ? 0.0 : 0.5),
    .width = 1.5, .dash = 5.0, .space = 4.0,
  };

  tl_pen_stroke_rect (painting->pen, &ghost, 8.0, &stroke);
  tl_painting_draw_words (painting, column->invitation, TL_FONT_BODY, ghost.x + GHOST_PAD, ghost.y + GHOST_PAD,
                          width - 2.0 * GHOST_PAD, TL_TEXT_MAX_LINES, palette->dim_text);
}

/* The panels of the columns, and the invitations of those that are empty. */
void
tl_painting_paint_columns (const TlPainting *painting)
{
  guint n_columns;
  const TlColumn *columns = tl_scene_get_columns (painting->scene, &n_columns);
  const TlStroke border = { .colour = painting->palette->region, .width = 1.0 };

  for (guint i = 0; i < n_columns; i++)
    {
      TlColour colour = get_panel_colour (painting, columns[i].facet);

      tl_pen_fill_rect (painting->pen, &columns[i].box, RADIUS, &colour);
      if (painting->palette->high_contrast)
        tl_pen_stroke_rect (painting->pen, &columns[i].box, RADIUS, &border);
      if (*columns[i].invitation != '\0' && painting->detail == TL_DETAIL_FULL)
        paint_ghost (painting, &columns[i]);
    }
}

static void
paint_heading (const TlPainting *painting,
               const TlColumn   *column)
{
  const TlRect *box = &column->box;
  const TlColour *facet = &painting->palette->facets[column->facet];
  TlColour ground = get_panel_colour (painting, column->facet);
  double y = CLAMP (painting->area.y, box->y, box->y + box->height - TL_COLUMN_HEADING);
  const TlRect strip = { box->x, y, box->width, TL_COLUMN_HEADING - RULE };
  const TlRect rule = { box->x + PAD, y + TL_COLUMN_HEADING - RULE, box->width - 2.0 * PAD, RULE };

  /* Over what is scrolled beneath it; at its own place the panel is its ground. */
  if (y > box->y)
    tl_pen_fill_rect (painting->pen, &strip, 0.0, &ground);
  tl_glyph_draw_facet (painting->pen, column->facet, box->x + PAD, y + LABEL_Y + 2.5, SIGN_SIZE, facet);
  tl_painting_draw_words (painting, column->label, TL_FONT_FAR, box->x + PAD + SIGN_SIZE + SIGN_GAP, y + LABEL_Y,
                          box->width - 2.0 * PAD - SIGN_SIZE - SIGN_GAP, 1, *facet);
  if (painting->detail == TL_DETAIL_FULL)
    tl_painting_draw_words (painting, column->caption, TL_FONT_CAPTION, box->x + PAD, y + CAPTION_Y,
                            box->width - 2.0 * PAD, 1, painting->palette->dim_text);
  tl_pen_fill_rect (painting->pen, &rule, RULE / 2.0, facet);
}

/* The headings of the columns, at the upper edge of what is visible. */
void
tl_painting_paint_headings (const TlPainting *painting)
{
  guint n_columns;
  const TlColumn *columns = tl_scene_get_columns (painting->scene, &n_columns);

  if (painting->zoom < SCALE_HEADINGS)
    return;

  for (guint i = 0; i < n_columns; i++)
    {
      tl_pen_begin_group (painting->pen, NULL, columns[i].label, columns[i].caption);
      paint_heading (painting, &columns[i]);
      tl_pen_end_group (painting->pen);
    }
}
