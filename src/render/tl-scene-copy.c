/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another scene with the same things in it, or with those in an area.
 *
 * A part is what somebody sees: every card of which something is in the area, whole.  So it covers a little more than
 * the area, and of the cards that would come into that little by their edges only, none is there.  Lines that lead out
 * of the part lead to its border; what they lead to lies beyond it, where nothing is painted.
 *
 * What stands out because it is selected or pointed at is no more a part of the picture than the ring around it.  But
 * where somebody has had the rest dimmed behind a chain, that is what they show: the chain stands out in the copy, and
 * the rest recedes.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-copy.h"

/* Around a part: rings and shadows reach so far beyond a card. */
#define MARGIN 12.0

static void
copy_ground (TlScene *copy,
             TlScene *scene)
{
  guint n_bands, n_regions, n_columns;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);
  const TlColumn *columns = tl_scene_get_columns (scene, &n_columns);

  for (guint i = 0; i < n_bands; i++)
    tl_scene_add_band (copy, &bands[i]);
  for (guint i = 0; i < n_regions; i++)
    tl_scene_add_region (copy, &regions[i]);
  for (guint i = 0; i < n_columns; i++)
    tl_scene_add_column (copy, &columns[i]);
}

static gboolean
touches (const TlRect *a,
         const TlRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

static void
grow (TlRect       *rect,
      const TlRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

/* What recedes behind a chain on the screen recedes in the copy. */
typedef struct
{
  TlScene *scene;
  guint    next_edge;         /* the place in the chain's lines, which are asked for in ascending order */
  gboolean is_dimmed;
} Dimming;

static void
dim_card (Dimming *self,
          guint    number,
          TlCard  *card)
{
  if (self->is_dimmed)
    card->emphasis = tl_scene_is_in_chain (self->scene, number) ? TL_EMPHASIS_HIGHLIGHTED
                     : tl_scene_is_selected (self->scene, number) ? TL_EMPHASIS_NORMAL : TL_EMPHASIS_DIMMED;
}

static void
dim_edge (Dimming *self,
          guint    number,
          TlEdge  *edge)
{
  guint n_edges;
  const guint *edges = tl_scene_get_chain_edges (self->scene, &n_edges);

  if (!self->is_dimmed)
    return;

  while (self->next_edge < n_edges && edges[self->next_edge] < number)
    self->next_edge++;
  edge->emphasis = self->next_edge < n_edges && edges[self->next_edge] == number ? TL_EMPHASIS_HIGHLIGHTED
                                                                                 : TL_EMPHASIS_DIMMED;
}

static Dimming
begin_dimming (TlScene *scene)
{
  double veil;

  tl_scene_get_chain_strength (scene, &veil);

  return (Dimming) { .scene = scene, .is_dimmed = veil > 0.0 };
}

/* Copies the cards for which @keeps is set, and what joins them; @covered is NULL for all. */
static TlScene *
copy_kept (TlScene       *scene,
           const guint8  *keeps,
           const TlRect  *covered)
{
  TlScene *copy = tl_scene_new (tl_scene_get_direction (scene));
  guint n_cards = tl_scene_get_n_cards (scene);
  g_autofree guint *places = g_new (guint, MAX (n_cards, 1));
  guint n_tensions;
  const TlTensionLine *tensions = tl_scene_get_tensions (scene, &n_tensions);
  Dimming dimming = begin_dimming (scene);

  tl_scene_set_font_family (copy, tl_text_cache_get_family (tl_scene_get_texts (scene)));
  tl_scene_set_title (copy, tl_scene_get_title (scene));
  tl_scene_set_subtitle (copy, tl_scene_get_subtitle (scene));
  for (guint i = 0; i < n_cards; i++)
    {
      TlCard card = *tl_scene_get_card (scene, i);

      dim_card (&dimming, i, &card);
      places[i] = keeps == NULL || keeps[i] ? tl_scene_add_card (copy, &card) : TL_SCENE_NONE;
    }
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      TlEdge edge = *tl_scene_get_edge (scene, i);

      dim_edge (&dimming, i, &edge);
      edge.from = places[edge.from];
      edge.to = places[edge.to];
      if (edge.from != TL_SCENE_NONE && edge.to != TL_SCENE_NONE &&
          (covered == NULL || touches (tl_scene_get_edge_bounds (scene, i), covered)))
        tl_scene_add_edge (copy, &edge);
    }
  for (guint i = 0; i < n_tensions; i++)
    {
      TlTensionLine tension = tensions[i];

      if (dimming.is_dimmed)
        tension.emphasis = TL_EMPHASIS_DIMMED;
      tension.first = places[tension.first];
      tension.second = places[tension.second];
      if (tension.first != TL_SCENE_NONE && tension.second != TL_SCENE_NONE)
        tl_scene_add_tension (copy, &tension);
    }
  copy_ground (copy, scene);

  return copy;
}

/* Beyond what is covered, the cards at the other ends of lines that come into it */
static void
keep_ends (TlScene      *scene,
           const TlRect *covered,
           guint8       *keeps)
{
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const guint ends[] = { edge->from, edge->to };

      if (!touches (tl_scene_get_edge_bounds (scene, i), covered))
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          if (!touches (&tl_scene_get_card (scene, ends[j])->box, covered))
            keeps[ends[j]] = TRUE;
        }
    }
}

/**
 * tl_scene_copy:
 * @self: a scene
 *
 * Returns: (transfer full): all that is exported of it, with the rest dimmed where it is; not what is selected or
 *   pointed at, nor the texts that have been set, which belong to a thread
 */
TlScene *
tl_scene_copy (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), NULL);

  return copy_kept (self, NULL, NULL);
}

/**
 * tl_scene_copy_part:
 * @self: a scene
 * @area: what somebody sees of it
 * @covered: (out): the area of the part, with a margin; what is beyond it is not to be painted
 *
 * Returns: (transfer full): the cards that are seen, whole, and the lines between and from them
 */
TlScene *
tl_scene_copy_part (TlScene      *self,
                    const TlRect *area,
                    TlRect       *covered)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && area != NULL && covered != NULL, NULL);

  guint n_cards = tl_scene_get_n_cards (self);
  g_autofree guint8 *keeps = g_new0 (guint8, MAX (n_cards, 1));
  TlRect bounds;

  *covered = *area;
  for (guint i = 0; i < n_cards; i++)
    {
      const TlCard *card = tl_scene_get_card (self, i);

      keeps[i] = touches (&card->box, area);
      if (keeps[i])
        grow (covered, &card->box);
    }

  tl_scene_get_bounds (self, &bounds);
  covered->width = MIN (covered->x + covered->width, bounds.x + bounds.width) + MARGIN;
  covered->height = MIN (covered->y + covered->height, bounds.y + bounds.height) + MARGIN;
  covered->x = MAX (covered->x, bounds.x) - MARGIN;
  covered->y = MAX (covered->y, bounds.y) - MARGIN;
  covered->width = MAX (covered->width - covered->x, 1.0);
  covered->height = MAX (covered->height - covered->y, 1.0);
  keep_ends (self, covered, keeps);

  return copy_kept (self, keeps, covered);
}
