/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of cards while they are looked at: selected, pointed at, found, and whether a line may end there.
 *
 * All of it keeps its width on the screen however far away the card is.  A found card has a halo, a selected one a
 * ring; where a line may end is whole and doubled, where it may not is dashed and crossed out, so that neither has
 * to be told by its colour.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"

#define RADIUS 8.0
#define BADGE  9.0           /* the radius of the sign at a refused card, on the screen */

/* A pixel of the screen, in units of the picture */
double
tl_painting_get_pixel (const TlPainting *painting)
{
  return 1.0 / MAX (painting->zoom, 0.01);
}

/* A line of @width around a card whose inner edge is @away from it. */
static void
stroke_around (const TlPainting *painting,
               const TlCard     *card,
               double            away,
               const TlStroke   *stroke)
{
  double reach = away + stroke->width / 2.0;
  const TlRect ring = {
    card->box.x - reach, card->box.y - reach, card->box.width + 2.0 * reach, card->box.height + 2.0 * reach,
  };

  tl_pen_stroke_rect (painting->pen, &ring, RADIUS + reach, stroke);
}

/* The handle stands astride the side of the card, and above what goes around it. */
void
tl_painting_stroke_around (const TlPainting *painting,
                           const TlCard     *card,
                           double            away,
                           const TlStroke   *stroke)
{
  stroke_around (painting, card, away, stroke);
  tl_painting_paint_fold (painting, card);
}

static void
paint_halo (const TlPainting *painting,
            const TlCard     *card,
            gboolean          current)
{
  double pixel = tl_painting_get_pixel (painting);
  const TlPalette *palette = painting->palette;
  double width = current ? MAX (5.0, 3.0 * pixel) : MAX (3.0, 2.0 * pixel);
  const TlStroke halo = { .colour = palette->found, .width = width };
  const TlStroke line = {
    .colour = current ? palette->text : tl_colour_mix (palette->found, palette->text, 0.5),
    .width = current ? MAX (1.5, 1.5 * pixel) : MAX (1.0, pixel),
  };

  tl_painting_stroke_around (painting, card, 0.0, &halo);
  tl_painting_stroke_around (painting, card, width, &line);
}

static void
paint_hovered (const TlPainting *painting,
               const TlCard     *card)
{
  double width = MAX (1.5, 1.5 * tl_painting_get_pixel (painting));
  const TlStroke stroke = {
    .colour = tl_colour_mix (painting->palette->accent, painting->palette->card, 0.35), .width = width,
  };

  tl_painting_stroke_around (painting, card, -width / 2.0, &stroke);
}

static void
paint_selected (const TlPainting *painting,
                const TlCard     *card,
                gboolean          primary)
{
  double pixel = tl_painting_get_pixel (painting);
  const TlStroke stroke = {
    .colour = painting->palette->accent, .width = primary ? MAX (3.0, 2.0 * pixel) : MAX (2.0, 1.25 * pixel),
  };

  tl_painting_stroke_around (painting, card, MIN (2.0, 2.0 * pixel), &stroke);
}

/* A disc with a cross at the upper right corner of the card. */
static void
paint_refusal (const TlPainting *painting,
               const TlCard     *card)
{
  double radius = MAX (BADGE, BADGE * tl_painting_get_pixel (painting));
  double arm = radius * 0.4;
  double x = card->box.x + card->box.width;
  double y = card->box.y;
  const TlRect disc = { x - radius, y - radius, 2.0 * radius, 2.0 * radius };
  const TlStroke cross = { .colour = painting->palette->card, .width = radius * 0.22, .round = TRUE };

  tl_pen_fill_rect (painting->pen, &disc, radius, &painting->palette->tension);
  tl_pen_move_to (painting->pen, x - arm, y - arm);
  tl_pen_line_to (painting->pen, x + arm, y + arm);
  tl_pen_stroke (painting->pen, &cross);
  tl_pen_move_to (painting->pen, x + arm, y - arm);
  tl_pen_line_to (painting->pen, x - arm, y + arm);
  tl_pen_stroke (painting->pen, &cross);
}

static void
paint_target (const TlPainting *painting,
              const TlCard     *card,
              gboolean          allowed)
{
  double unit = MAX (1.0, tl_painting_get_pixel (painting));
  const TlStroke whole = { .colour = painting->palette->accent, .width = 3.0 * unit };
  const TlStroke second = { .colour = painting->palette->accent, .width = unit };
  const TlStroke dashed = {
    .colour = painting->palette->tension, .width = 3.0 * unit, .dash = 7.0 * unit, .space = 5.0 * unit,
  };

  tl_painting_stroke_around (painting, card, 2.0 * unit, allowed ? &whole : &dashed);
  if (allowed)
    tl_painting_stroke_around (painting, card, 7.0 * unit, &second);
  else
    paint_refusal (painting, card);
}

/* Whether the card, or what goes around it, can be seen */
gboolean
tl_painting_sees_card (const TlPainting *painting,
                       const TlCard     *card)
{
  double reach = 12.0 * MAX (1.0, tl_painting_get_pixel (painting));
  const TlRect *area = &painting->area;

  return card->box.x - reach <= area->x + area->width && card->box.x + card->box.width + reach >= area->x
         && card->box.y - reach <= area->y + area->height && card->box.y + card->box.height + reach >= area->y;
}

static void
paint_found (const TlPainting *painting)
{
  guint n_found, current;
  const guint *found = tl_scene_get_found (painting->scene, &n_found, &current);

  for (guint i = 0; i < n_found; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, found[i]);

      if (found[i] != current && tl_painting_sees_card (painting, card))
        paint_halo (painting, card, FALSE);
    }
  if (current != TL_SCENE_NONE)
    paint_halo (painting, tl_scene_get_card (painting->scene, current), TRUE);
}

static void
paint_selection (const TlPainting *painting)
{
  guint primary = tl_scene_get_selected (painting->scene);
  guint n_selected;
  const guint *selected = tl_scene_get_selection (painting->scene, &n_selected);

  for (guint i = 0; i < n_selected; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, selected[i]);

      if (tl_painting_sees_card (painting, card))
        paint_selected (painting, card, selected[i] == primary);
    }
}

void
tl_painting_paint_state (const TlPainting *painting)
{
  guint hovered = tl_scene_get_hovered (painting->scene);
  guint selected = tl_scene_get_selected (painting->scene);
  gboolean allowed;
  guint target = tl_scene_get_target (painting->scene, &allowed);

  if (selected != TL_SCENE_NONE && tl_scene_get_direction (painting->scene) == TL_SCENE_COLUMNS)
    tl_painting_paint_links_of (painting, selected);
  paint_found (painting);
  if (hovered != TL_SCENE_NONE && !tl_scene_is_selected (painting->scene, hovered))
    paint_hovered (painting, tl_scene_get_card (painting->scene, hovered));
  paint_selection (painting);
  if (target != TL_SCENE_NONE)
    paint_target (painting, tl_scene_get_card (painting->scene, target), allowed);
}
