/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain that stands out, above a picture that is painted already.
 *
 * The picture below is kept in tiles and not painted again: the chain's lines are drawn over it, and where the rest is
 * to recede a veil in the colour of the ground is laid over everything first, with holes for the cards that do not
 * recede.  So the cards in the holes are the very same pixels, and nothing has to be set in type again.  Only what
 * recedes in the tiles themselves is painted anew when it is selected, found or in the chain.
 *
 * Lines end at the sides of their cards and are led around others, so that above the cards they run as they do below
 * them.  They are as wide on the screen from any distance, and so are the edges of the cards: that is how a chain of
 * five goals is found among ten thousand.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define LINE_WIDTH 3.0          /* on the screen */
#define EDGE_WIDTH 1.5          /* on the screen */
#define VEIL       0.75         /* a quarter of its strength is left of what recedes */

static double
snap (double value,
      double start,
      double scale)
{
  return floor ((value - start) * scale + 0.501) / scale + start;
}

/* The box on the pixels that the card has in a tile */
static TlRect
snap_box (const TlPainting *painting,
          const TlRect     *box)
{
  return (TlRect) {
    snap (box->x, painting->area.x, painting->painter->scale),
    snap (box->y, painting->area.y, painting->painter->scale), box->width, box->height,
  };
}

/* The hole for a card, on whole pixels.  Round corners leave a little of the ground in it, of which nothing is to be
 * seen.
 */
static TlRect
get_hole (const TlPainting *painting,
          const TlRect     *box)
{
  double scale = painting->painter->scale;
  TlRect hole = snap_box (painting, box);

  hole.width = snap (box->x + box->width, painting->area.x, scale) - hole.x;
  hole.height = snap (box->y + box->height, painting->area.y, scale) - hole.y;

  return hole;
}

/* Against the way round of the veil, so that what is inside is not filled. */
static void
add_hole (const TlPainting *painting,
          const TlRect     *box)
{
  TlPen *pen = painting->pen;

  tl_pen_move_to (pen, box->x, box->y);
  tl_pen_line_to (pen, box->x, box->y + box->height);
  tl_pen_line_to (pen, box->x + box->width, box->y + box->height);
  tl_pen_line_to (pen, box->x + box->width, box->y);
  tl_pen_close_path (pen);
}

static void
collect_visible (const TlPainting *painting,
                 const guint      *cards,
                 guint             n_cards,
                 GArray           *visible)
{
  for (guint i = 0; i < n_cards; i++)
    if (tl_painting_sees_card (painting, tl_scene_get_card (painting->scene, cards[i])))
      g_array_append_val (visible, cards[i]);
}

/* What does not recede and can be seen: the chain, what is selected and what was found, each once. */
static GArray *
list_strong (const TlPainting *painting)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_chain, n_selected, n_found, n_kept = 0;
  const guint *chain = tl_scene_get_chain (painting->scene, &n_chain);
  const guint *selected = tl_scene_get_selection (painting->scene, &n_selected);
  const guint *found = tl_scene_get_found (painting->scene, &n_found, NULL);

  collect_visible (painting, chain, n_chain, cards);
  collect_visible (painting, selected, n_selected, cards);
  collect_visible (painting, found, n_found, cards);
  g_array_sort (cards, tl_scene_compare_numbers);
  for (guint i = 0; i < cards->len; i++)
    if (n_kept == 0 || g_array_index (cards, guint, i) != g_array_index (cards, guint, n_kept - 1))
      g_array_index (cards, guint, n_kept++) = g_array_index (cards, guint, i);
  g_array_set_size (cards, n_kept);

  return cards;
}

/**
 * tl_painter_get_veil:
 * @self: how to paint
 * @scene: a picture
 *
 * Returns: the colour that is laid over what recedes behind the chain of @scene; transparent where nothing does
 */
TlColour
tl_painter_get_veil (const TlPainter *self,
                     TlScene         *scene)
{
  double veil = 0.0;

  g_return_val_if_fail (self != NULL && TL_IS_SCENE (scene), (TlColour) { 0 });

  tl_scene_get_chain_strength (scene, &veil);

  return tl_colour_with_alpha (self->palette->background, VEIL * veil);
}

static void
paint_veil (const TlPainting *painting,
            GArray           *strong)
{
  const TlRect *area = &painting->area;
  TlPen *pen = painting->pen;
  TlColour colour = tl_painter_get_veil (painting->painter, painting->scene);

  tl_pen_move_to (pen, area->x, area->y);
  tl_pen_line_to (pen, area->x + area->width, area->y);
  tl_pen_line_to (pen, area->x + area->width, area->y + area->height);
  tl_pen_line_to (pen, area->x, area->y + area->height);
  tl_pen_close_path (pen);
  for (guint i = 0; i < strong->len; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, g_array_index (strong, guint, i));
      const TlRect hole = get_hole (painting, &card->box);

      add_hole (painting, &hole);
    }
  tl_pen_fill (pen, &colour);
}

/* What recedes in the picture below, and is not to. */
static void
paint_dimmed (const TlPainting *painting,
              GArray           *strong)
{
  TlPainting undimmed = *painting;
  guint n_dimmed = 0;

  for (guint i = 0; i < strong->len; i++)
    if (tl_scene_get_card (painting->scene, g_array_index (strong, guint, i))->emphasis == TL_EMPHASIS_DIMMED)
      g_array_index (strong, guint, n_dimmed++) = g_array_index (strong, guint, i);
  g_array_set_size (strong, n_dimmed);

  undimmed.undims = TRUE;
  if (painting->detail == TL_DETAIL_BLOCK && n_dimmed > 0)
    tl_painting_paint_blocks (&undimmed, strong);
  for (guint i = 0; painting->detail != TL_DETAIL_BLOCK && i < n_dimmed; i++)
    {
      TlCard card = *tl_scene_get_card (painting->scene, g_array_index (strong, guint, i));

      card.emphasis = TL_EMPHASIS_NORMAL;
      card.box = snap_box (painting, &card.box);
      tl_painting_paint_card (painting, &card);
    }
}

static void
paint_lines (const TlPainting *painting)
{
  double width = LINE_WIDTH * tl_painting_get_pixel (painting);
  guint n_edges;
  const guint *edges = tl_scene_get_chain_edges (painting->scene, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    tl_painting_paint_above (painting, edges[i], width);
}

/* A selected card has a ring already. */
static void
paint_card_edges (const TlPainting *painting)
{
  const TlStroke stroke = {
    .colour = painting->palette->accent, .width = EDGE_WIDTH * MAX (1.0, tl_painting_get_pixel (painting)),
  };
  guint n_cards;
  const guint *cards = tl_scene_get_chain (painting->scene, &n_cards);

  for (guint i = 0; i < n_cards; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, cards[i]);

      if (tl_painting_sees_card (painting, card) && !tl_scene_is_selected (painting->scene, cards[i]))
        tl_painting_stroke_around (painting, card, -stroke.width / 2.0, &stroke);
    }
}

/* Lays the veil, if any, and brings back what is not to recede. */
static void
paint_rest (const TlPainting *painting,
            double            veil)
{
  g_autoptr (GArray) strong = NULL;

  if (veil == 0.0 && !tl_scene_is_receding (painting->scene))
    return;

  strong = list_strong (painting);
  if (veil > 0.0)
    paint_veil (painting, strong);
  paint_dimmed (painting, strong);
}

void
tl_painting_paint_chain (const TlPainting *painting)
{
  double veil;
  double strength = tl_scene_get_chain_strength (painting->scene, &veil);
  TlPalette palette = *painting->palette;
  TlPainting above = *painting;

  paint_rest (painting, veil);
  if (strength == 0.0)
    return;

  palette.accent = tl_colour_with_alpha (palette.accent, strength);
  above.palette = &palette;
  paint_lines (&above);
  paint_card_edges (&above);
}
