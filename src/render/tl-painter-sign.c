/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs: the names that stand on a picture, as large on the screen from any distance, and what each must keep clear of. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define RADIUS   5.0
#define SMALLEST 0.86               /* what becomes of a sign on the screen */
#define BAR      60.0               /* in place of a name, in a picture without fonts */
#define TOUCH    0.001              /* what reaches less far into a card only touches it */

/* How many times as large as their step of type signs are, so that on the screen they are as large from any distance
 * (a little smaller from afar), and grow with the picture from near.
 */
double
tl_painting_get_sign_factor (const TlPainting *painting)
{
  return painting->zoom >= 1.0 ? 1.0 : MAX (painting->zoom, SMALLEST) / painting->zoom;
}

/* Says how large a sign is, as it is filled in. */
void
tl_painting_measure_sign (const TlPainting *painting,
                          TlSign           *sign)
{
  sign->factor = tl_painting_get_sign_factor (painting);
  if (painting->painter->layers & TL_LAYER_GREEKED)
    {
      sign->text_width = sign->most > 0.0 ? MIN (sign->most, BAR) : BAR;
      sign->text_height = tl_font_get_line_height (sign->font);
    }
  else
    {
      TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), sign->string, sign->font, sign->most,
                                        sign->n_lines);

      sign->text_width = tl_text_get_width (text);
      sign->text_height = tl_text_get_height (text);
    }
  sign->box.width = (sign->text_width + 2.0 * sign->pad) * sign->factor;
  sign->box.height = (sign->text_height + 2.0) * sign->factor;
}

/* Paints a sign that was measured where its box is, and keeps other names from there. */
void
tl_painting_paint_sign (const TlPainting *painting,
                        const TlSign     *sign)
{
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  const TlRect ground = { 0.0, 0.0, sign->text_width + 2.0 * sign->pad, sign->text_height + 2.0 };

  g_array_append_val (painting->taken, sign->box);
  if (painting->pen == NULL)
    return;

  tl_pen_begin_scaled (painting->pen, sign->box.x, sign->box.y, sign->factor);
  tl_pen_fill_rect (painting->pen, &ground, RADIUS, &sign->ground);
  tl_painting_draw_words (painting, sign->string, sign->font, sign->pad, 1.0, greeked ? sign->text_width : sign->most,
                          sign->n_lines, sign->colour);
  tl_pen_end_scaled (painting->pen);
}

/* Whether two boxes have something in common; those that only touch have not. */
static gboolean
meet (const TlRect *one,
      const TlRect *other,
      double        gap)
{
  return one->x < other->x + other->width + gap && other->x < one->x + one->width + gap
         && one->y < other->y + other->height + gap && other->y < one->y + one->height + gap;
}

/* Whether a name stands in a place, or nearer to it than @gap. */
gboolean
tl_painting_is_taken (const TlPainting *painting,
                      const TlRect     *box,
                      double            gap)
{
  for (guint i = 0; i < painting->taken->len; i++)
    if (meet (box, &g_array_index (painting->taken, TlRect, i), gap))
      return TRUE;

  return FALSE;
}

/* Whether a card stands in a place, and does not only touch it. */
gboolean
tl_painting_hides_card (const TlPainting *painting,
                        const TlRect     *box)
{
  const TlRect inside = {
    box->x + TOUCH, box->y + TOUCH, box->width - 2.0 * TOUCH, box->height - 2.0 * TOUCH,
  };

  return tl_scene_has_card_in (painting->scene, &inside);
}
