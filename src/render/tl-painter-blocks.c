/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards from where nothing on them can be read: what matters then is where the goals are that are not well.
 *
 * Blocks have bars in place of words and the sign of the health; further away they take on the colour of their facet
 * little by little, until there is only that and the sign, which is never smaller than can be seen.  All parts of one
 * colour are one path, which takes a thirtieth of the time of a path for each; so nothing here may cross anything of
 * its own colour.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-glyphs.h"
#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define STRIPE       14.0
#define BORDER       2.0
#define SIGN         42.0           /* in a block */
#define SIGN_MARGIN  12.0
#define WORDS_X      30.0
#define WORDS_HEIGHT 13.0

/* From the first scale down to the second a block takes on the colour of its facet. */
#define SCALE_WHITE  0.18
#define SCALE_TINTED 0.09
#define TINT         0.6            /* of the facet's colour, in the end */

/* On the screen: what a block is at least, what the sign of a goal that is not well is, the line around a block that
 * stands out, and how large a disc is that can be told from a square.
 */
#define LEAST        1.0
#define LEAST_SIGN   4.0
#define OUTLINE      1.5
#define ROUND_SIGN   5.0

/* What is looked at again and again, close together. */
typedef struct
{
  TlRect     box;
  TlFacet    facet;
  TlHealth   health;
  TlEmphasis emphasis;
  gboolean   is_goal;
} Block;

typedef struct
{
  const TlPainting *painting;
  TlEmphasis        emphasis;       /* of those that are being painted */
  GArray           *blocks;
  double            pixel;
  double            tint;           /* 0 near, 1 far */
  gboolean          any;            /* whether there is a path */
} Blocks;

static void
add_box (Blocks *self,
         double  x,
         double  y,
         double  width,
         double  height)
{
  TlPen *pen = self->painting->pen;

  tl_pen_move_to (pen, x, y);
  tl_pen_line_to (pen, x + width, y);
  tl_pen_line_to (pen, x + width, y + height);
  tl_pen_line_to (pen, x, y + height);
  tl_pen_close_path (pen);
  self->any = TRUE;
}

static void
fill (Blocks   *self,
      TlColour  colour)
{
  TlColour shaded = tl_painting_shade (self->painting, colour, self->emphasis);

  if (self->any)
    tl_pen_fill (self->painting->pen, &shaded);
  self->any = FALSE;
}

/* The next block of this emphasis from @i on; NULL when there is none. */
static const Block *
find_block (Blocks *self,
            guint  *i)
{
  for (; *i < self->blocks->len; (*i)++)
    {
      const Block *block = &g_array_index (self->blocks, Block, *i);

      if (block->emphasis == self->emphasis)
        return block;
    }

  return NULL;
}

/* The line around blocks that stand out is as wide on the screen from any distance. */
static void
paint_borders (Blocks *self)
{
  const TlPalette *palette = self->painting->palette;
  gboolean highlighted = self->emphasis == TL_EMPHASIS_HIGHLIGHTED;
  double reach = highlighted ? MAX (BORDER, OUTLINE * self->pixel) : 0.0;
  const Block *block;

  if (!highlighted && self->tint == 1.0)
    return;

  for (guint i = 0; (block = find_block (self, &i)) != NULL; i++)
    add_box (self, block->box.x - reach, block->box.y - reach, block->box.width + 2.0 * reach,
             block->box.height + 2.0 * reach);
  fill (self, highlighted ? palette->accent : palette->card_border);
}

static void
paint_grounds (Blocks  *self,
               TlFacet  facet)
{
  const TlPalette *palette = self->painting->palette;
  double inset = self->emphasis == TL_EMPHASIS_HIGHLIGHTED ? 0.0 : BORDER * (1.0 - self->tint);
  double least = LEAST * self->pixel;
  const Block *block;

  for (guint i = 0; (block = find_block (self, &i)) != NULL; i++)
    if (block->facet == facet)
      add_box (self, block->box.x + inset, block->box.y + inset, MAX (block->box.width - 2.0 * inset, least),
               MAX (block->box.height - 2.0 * inset, least));
  fill (self, tl_colour_mix (palette->card, palette->facets[facet], TINT * self->tint));
}

static void
paint_stripes (Blocks  *self,
               TlFacet  facet)
{
  const TlPalette *palette = self->painting->palette;
  const Block *block;

  if (self->tint == 1.0)
    return;

  for (guint i = 0; (block = find_block (self, &i)) != NULL; i++)
    if (block->facet == facet)
      add_box (self, block->box.x, block->box.y, STRIPE, block->box.height);
  fill (self, tl_colour_mix (palette->facets[facet], tl_colour_mix (palette->card, palette->facets[facet], TINT),
                             self->tint));
}

/* Bars where the words would be, of a length of their own; they fade as the ground takes on its colour. */
static void
paint_words (Blocks  *self,
             TlFacet  facet)
{
  const TlPalette *palette = self->painting->palette;
  TlColour ground = tl_colour_mix (palette->card, palette->facets[facet], TINT * self->tint);
  const Block *block;

  if (self->tint >= 0.9)
    return;

  for (guint i = 0; (block = find_block (self, &i)) != NULL; i++)
    {
      double room = MIN (126.0, block->box.width - WORDS_X - SIGN - SIGN_MARGIN);

      if (block->facet != facet)
        continue;
      add_box (self, block->box.x + WORDS_X, block->box.y + block->box.height * 0.23, room, WORDS_HEIGHT);
      add_box (self, block->box.x + WORDS_X, block->box.y + block->box.height * 0.54, room * 2.0 / 3.0, WORDS_HEIGHT);
    }
  fill (self, tl_colour_mix (tl_colour_mix (palette->text, palette->card, 0.6), ground, self->tint));
}

/* What is well is a disc, and from where that could not be told from a square a square, which takes a tenth of the time;
 * of what nobody knows there is then nothing to see.
 */
static void
add_sign (Blocks   *self,
          TlHealth  health,
          double    x,
          double    y,
          double    size)
{
  if (health == TL_HEALTH_ON_TRACK && size < ROUND_SIGN * self->pixel)
    add_box (self, x + size * 0.12, y + size * 0.12, size * 0.76, size * 0.76);
  else
    tl_glyph_add_health (self->painting->pen, health, x, y, size);
  self->any = TRUE;
}

/* From far away only what is not well keeps its sign. */
static void
paint_signs (Blocks   *self,
             TlHealth  health)
{
  gboolean well = health == TL_HEALTH_ON_TRACK || health == TL_HEALTH_NO_DATA;
  double size = well ? SIGN : MAX (SIGN * (1.0 + 0.6 * self->tint), LEAST_SIGN * self->pixel);
  const Block *block;

  if ((well && size < LEAST_SIGN * self->pixel * 0.7)
      || (health == TL_HEALTH_NO_DATA && size < ROUND_SIGN * self->pixel))
    return;

  for (guint i = 0; (block = find_block (self, &i)) != NULL; i++)
    {
      const TlRect *box = &block->box;

      if (block->health != health || !block->is_goal)
        continue;
      add_sign (self, health, MAX (box->x + box->width - size - SIGN_MARGIN, box->x + (box->width - size) / 2.0),
                box->y + (box->height - size) / 2.0, size);
    }
  fill (self, self->painting->palette->healths[health]);
}

static void
paint_emphasis (Blocks     *self,
                TlEmphasis  emphasis)
{
  static const TlHealth order[] = { TL_HEALTH_NO_DATA, TL_HEALTH_ON_TRACK, TL_HEALTH_AT_RISK, TL_HEALTH_OFF_TRACK };

  self->emphasis = emphasis;
  paint_borders (self);
  for (TlFacet facet = 0; facet < TL_N_FACETS; facet++)
    {
      paint_grounds (self, facet);
      paint_stripes (self, facet);
      paint_words (self, facet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    paint_signs (self, order[i]);
}

/* Onto whole pixels, where that is known: edges are sharp then, and filled several times as fast. */
static TlRect
snap_box (const TlPainting *painting,
          const TlRect     *box)
{
  double left = box->x, top = box->y;
  double right = box->x + box->width, bottom = box->y + box->height;

  tl_pen_snap (painting->pen, &left, &top);
  tl_pen_snap (painting->pen, &right, &bottom);

  return (TlRect) { left, top, right - left, bottom - top };
}

static void
collect_blocks (const TlPainting *painting,
                GArray           *cards,
                GArray           *blocks)
{
  for (guint i = 0; i < cards->len; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, g_array_index (cards, guint, i));
      gboolean undims = painting->undims && card->emphasis == TL_EMPHASIS_DIMMED;

      g_array_append_vals (blocks, &(Block) {
        snap_box (painting, &card->box), card->facet, card->health, undims ? TL_EMPHASIS_NORMAL : card->emphasis,
        card->kind == TL_CARD_GOAL,
      }, 1);
    }
}

void
tl_painting_paint_blocks (const TlPainting *painting,
                          GArray           *cards)
{
  g_autoptr (GArray) collected = g_array_sized_new (FALSE, FALSE, sizeof (Block), cards->len);
  Blocks blocks = {
    .painting = painting, .blocks = collected, .pixel = 1.0 / painting->zoom,
    .tint = CLAMP ((SCALE_WHITE - painting->zoom) / (SCALE_WHITE - SCALE_TINTED), 0.0, 1.0),
  };

  tl_pen_use_stamps (painting->pen, tl_scene_get_stamps (painting->scene), painting->palette);
  collect_blocks (painting, cards, collected);
  tl_pen_use_stamps (painting->pen, NULL, painting->palette);
  paint_emphasis (&blocks, TL_EMPHASIS_DIMMED);
  paint_emphasis (&blocks, TL_EMPHASIS_NORMAL);
  paint_emphasis (&blocks, TL_EMPHASIS_HIGHLIGHTED);
}
