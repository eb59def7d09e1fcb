/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a cascade as data: what stands where, and how strongly.
 *
 * A scene is built once, in units of the picture, and then drawn any number of times: on the screen, into a file,
 * on paper.  What a pointer or a search changes (selection, emphasis) is changed in place and moves nothing.
 * The texts that have been set for it live here too, because they are worth keeping exactly as long.
 *
 * Finding things by place is the business of tl-scene-index.c, what is selected and stands out that of
 * tl-scene-state.c, the chain of a card that of tl-scene-chain.c, the handles of what is folded away that of
 * tl-scene-fold.c.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-scene-private.h"

G_DEFINE_FINAL_TYPE (TlScene, tl_scene, G_TYPE_OBJECT)

static void
tl_scene_finalize (GObject *object)
{
  TlScene *self = TL_SCENE (object);

  tl_scene_drop_index (self);
  g_clear_pointer (&self->texts, tl_text_cache_free);
  g_clear_pointer (&self->stamps, tl_stamps_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->edge_bounds, g_array_unref);
  g_clear_pointer (&self->tensions, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->chain_of, g_array_unref);
  g_clear_pointer (&self->chain_cards, g_array_unref);
  g_clear_pointer (&self->chain_edges, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (tl_scene_parent_class)->finalize (object);
}

static void
tl_scene_class_init (TlSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_scene_finalize;
}

static void
tl_scene_init (TlScene *self)
{
  self->strings = g_string_chunk_new (4096);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cards = g_array_new (FALSE, FALSE, sizeof (TlCard));
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlEdge));
  self->edge_bounds = g_array_new (FALSE, FALSE, sizeof (TlRect));
  self->tensions = g_array_new (FALSE, FALSE, sizeof (TlTensionLine));
  self->bands = g_array_new (FALSE, FALSE, sizeof (TlBand));
  self->regions = g_array_new (FALSE, FALSE, sizeof (TlRegion));
  self->columns = g_array_new (FALSE, FALSE, sizeof (TlColumn));
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->texts = tl_text_cache_new (NULL);
  self->stamps = tl_stamps_new ();
  self->selection = g_array_new (FALSE, FALSE, sizeof (guint));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chain_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chain_cards = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chain_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selected = TL_SCENE_NONE;
  self->found_current = TL_SCENE_NONE;
  self->target = TL_SCENE_NONE;
  self->chain_alone = TL_SCENE_NONE;
  self->hovered = TL_SCENE_NONE;
}

static const char *
keep_string (TlScene    *self,
             const char *string)
{
  return g_string_chunk_insert_const (self->strings, string != NULL ? string : "");
}

/* Of a string that hardly another card has too: looking for it would take longer than the room is worth. */
static const char *
keep_own_string (TlScene    *self,
                 const char *string)
{
  return g_string_chunk_insert (self->strings, string != NULL ? string : "");
}

static void
grow_bounds (TlRect *bounds,
             double  x,
             double  y)
{
  double right = MAX (bounds->x + bounds->width, x);
  double bottom = MAX (bounds->y + bounds->height, y);

  bounds->x = MIN (bounds->x, x);
  bounds->y = MIN (bounds->y, y);
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
}

/**
 * tl_scene_new:
 * @direction: which way the cascade runs
 *
 * Returns: (transfer full): an empty scene, to be used in one thread only
 */
TlScene *
tl_scene_new (TlSceneDirection direction)
{
  TlScene *self = g_object_new (TL_TYPE_SCENE, NULL);

  self->direction = direction;

  return self;
}

/**
 * tl_scene_get_direction:
 * @self: a scene
 *
 * Returns: which way the cascade runs
 */
TlSceneDirection
tl_scene_get_direction (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_DOWN);

  return self->direction;
}

/**
 * tl_scene_get_title:
 * @self: a scene
 *
 * Returns: (nullable) (transfer none): what stands above the picture in a file
 */
const char *
tl_scene_get_title (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), NULL);

  return self->title;
}

/**
 * tl_scene_set_title:
 * @self: a scene
 * @title: (nullable): what stands above the picture in a file
 */
void
tl_scene_set_title (TlScene    *self,
                    const char *title)
{
  g_return_if_fail (TL_IS_SCENE (self));

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * tl_scene_get_subtitle:
 * @self: a scene
 *
 * Returns: (nullable) (transfer none): the smaller line below the title
 */
const char *
tl_scene_get_subtitle (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), NULL);

  return self->subtitle;
}

/**
 * tl_scene_set_subtitle:
 * @self: a scene
 * @subtitle: (nullable): the smaller line below the title, usually what is shown and as of which date
 */
void
tl_scene_set_subtitle (TlScene    *self,
                       const char *subtitle)
{
  g_return_if_fail (TL_IS_SCENE (self));

  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

/**
 * tl_scene_set_font_family:
 * @self: a scene
 * @family: (nullable): the family of the desktop's font, or a list separated by commas; %NULL for the default
 *
 * Drops every text that has been set.
 */
void
tl_scene_set_font_family (TlScene    *self,
                          const char *family)
{
  g_return_if_fail (TL_IS_SCENE (self));

  tl_text_cache_free (self->texts);
  self->texts = tl_text_cache_new (family);
}

/**
 * tl_scene_get_texts:
 * @self: a scene
 *
 * Returns: (transfer none): the texts that have been set for it
 */
TlTextCache *
tl_scene_get_texts (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), NULL);

  return self->texts;
}

/* What the cards have in common, as pixels, for the pens that draw any. */
TlStamps *
tl_scene_get_stamps (TlScene *self)
{
  return self->stamps;
}

/**
 * tl_scene_add_card:
 * @self: a scene
 * @card: what to show; its strings are copied
 *
 * Returns: the number of the card, by which edges and states name it
 */
guint
tl_scene_add_card (TlScene      *self,
                   const TlCard *card)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && card != NULL, TL_SCENE_NONE);
  g_return_val_if_fail (card->facet < TL_N_FACETS && card->health < TL_N_HEALTHS, TL_SCENE_NONE);

  TlCard kept = *card;

  kept.id = keep_own_string (self, card->id);
  kept.kicker = keep_string (self, card->kicker);
  kept.note = keep_string (self, card->note);
  kept.title = keep_own_string (self, card->title);
  kept.detail = keep_string (self, card->detail);
  kept.owner = keep_string (self, card->owner);
  kept.unit = keep_string (self, card->unit);
  kept.function = keep_string (self, card->function);
  kept.attainment_text = keep_string (self, card->attainment_text);
  kept.description = keep_own_string (self, card->description);
  g_array_append_val (self->cards, kept);
  if (*kept.id != '\0')
    g_hash_table_insert (self->by_id, (gpointer) kept.id, GUINT_TO_POINTER (self->cards->len));
  tl_scene_drop_index (self);

  return self->cards->len - 1;
}

/**
 * tl_scene_add_edge:
 * @self: a scene
 * @edge: a link between two cards of the scene, with at least two points, the first at the card that helps; points
 *   and strings are copied
 *
 * Returns: the number of the edge
 */
guint
tl_scene_add_edge (TlScene      *self,
                   const TlEdge *edge)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && edge != NULL, TL_SCENE_NONE);
  g_return_val_if_fail (edge->n_points >= 2, TL_SCENE_NONE);
  g_return_val_if_fail (edge->curve != TL_CURVE_FREE || edge->n_points == 4, TL_SCENE_NONE);
  g_return_val_if_fail (edge->from < self->cards->len && edge->to < self->cards->len, TL_SCENE_NONE);

  TlEdge kept = *edge;
  TlRect bounds = { edge->points[0], edge->points[1], 0.0, 0.0 };

  kept.id = keep_string (self, edge->id);
  kept.label = keep_string (self, edge->label);
  kept.points = g_memdup2 (edge->points, 2 * edge->n_points * sizeof (double));
  kept.description = keep_string (self, edge->description);
  g_ptr_array_add (self->points, (gpointer) kept.points);

  /* The curves between two points keep to the box of the two. */
  for (guint i = 1; i < edge->n_points; i++)
    grow_bounds (&bounds, edge->points[2 * i], edge->points[2 * i + 1]);
  g_array_append_val (self->edges, kept);
  g_array_append_val (self->edge_bounds, bounds);
  tl_scene_drop_index (self);

  return self->edges->len - 1;
}

/**
 * tl_scene_add_tension:
 * @self: a scene
 * @tension: two goals that pull against each other; its strings are copied
 */
void
tl_scene_add_tension (TlScene             *self,
                      const TlTensionLine *tension)
{
  g_return_if_fail (TL_IS_SCENE (self) && tension != NULL);
  g_return_if_fail (tension->first < self->cards->len && tension->second < self->cards->len);

  TlTensionLine kept = *tension;

  kept.description = keep_string (self, tension->description);
  g_array_append_val (self->tensions, kept);
  tl_scene_drop_index (self);
}

/**
 * tl_scene_add_band:
 * @self: a scene
 * @band: the strip of one level; its strings are copied
 */
void
tl_scene_add_band (TlScene      *self,
                   const TlBand *band)
{
  g_return_if_fail (TL_IS_SCENE (self) && band != NULL);

  TlBand kept = *band;

  kept.label = keep_string (self, band->label);
  g_array_append_val (self->bands, kept);
  tl_scene_drop_index (self);
}

/**
 * tl_scene_add_region:
 * @self: a scene
 * @region: the border around goals that belong together; its strings are copied
 */
void
tl_scene_add_region (TlScene        *self,
                     const TlRegion *region)
{
  g_return_if_fail (TL_IS_SCENE (self) && region != NULL);

  TlRegion kept = *region;

  kept.name = keep_string (self, region->name);
  g_array_append_val (self->regions, kept);
  tl_scene_drop_index (self);
}

/**
 * tl_scene_add_column:
 * @self: a scene
 * @column: a column of a frame; its strings are copied
 */
void
tl_scene_add_column (TlScene        *self,
                     const TlColumn *column)
{
  g_return_if_fail (TL_IS_SCENE (self) && column != NULL);
  g_return_if_fail (column->facet < TL_N_FACETS);

  TlColumn kept = *column;

  kept.label = keep_string (self, column->label);
  kept.caption = keep_string (self, column->caption);
  kept.invitation = keep_string (self, column->invitation);
  g_array_append_val (self->columns, kept);
  tl_scene_drop_index (self);
}

/**
 * tl_scene_set_extent:
 * @self: a scene
 * @extent: the room the picture takes even where nothing stands in it, as for its margins
 */
void
tl_scene_set_extent (TlScene      *self,
                     const TlRect *extent)
{
  g_return_if_fail (TL_IS_SCENE (self) && extent != NULL);

  self->extent = *extent;
  tl_scene_drop_index (self);
}

/**
 * tl_scene_get_n_cards:
 * @self: a scene
 *
 * Returns: how many cards it has
 */
guint
tl_scene_get_n_cards (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), 0);

  return self->cards->len;
}

/**
 * tl_scene_get_card:
 * @self: a scene
 * @card: the number of a card
 *
 * Returns: (transfer none): the card, until another is added
 */
const TlCard *
tl_scene_get_card (TlScene *self,
                   guint    card)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && card < self->cards->len, NULL);

  return &g_array_index (self->cards, TlCard, card);
}

/**
 * tl_scene_get_n_edges:
 * @self: a scene
 *
 * Returns: how many contributions it shows
 */
guint
tl_scene_get_n_edges (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), 0);

  return self->edges->len;
}

/**
 * tl_scene_get_edge:
 * @self: a scene
 * @edge: the number of an edge
 *
 * Returns: (transfer none): the edge, until another is added
 */
const TlEdge *
tl_scene_get_edge (TlScene *self,
                   guint    edge)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && edge < self->edges->len, NULL);

  return &g_array_index (self->edges, TlEdge, edge);
}

/**
 * tl_scene_get_edge_bounds:
 * @self: a scene
 * @edge: the number of an edge
 *
 * Returns: (transfer none): the box its middle line keeps to
 */
const TlRect *
tl_scene_get_edge_bounds (TlScene *self,
                          guint    edge)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && edge < self->edge_bounds->len, NULL);

  return &g_array_index (self->edge_bounds, TlRect, edge);
}

/**
 * tl_scene_get_tensions:
 * @self: a scene
 * @n_tensions: (out): how many there are
 *
 * Returns: (array length=n_tensions) (transfer none): the tensions
 */
const TlTensionLine *
tl_scene_get_tensions (TlScene *self,
                       guint   *n_tensions)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_tensions != NULL, NULL);

  *n_tensions = self->tensions->len;

  return (const TlTensionLine *) (gpointer) self->tensions->data;
}

/**
 * tl_scene_get_bands:
 * @self: a scene
 * @n_bands: (out): how many there are
 *
 * Returns: (array length=n_bands) (transfer none): the bands
 */
const TlBand *
tl_scene_get_bands (TlScene *self,
                    guint   *n_bands)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_bands != NULL, NULL);

  *n_bands = self->bands->len;

  return (const TlBand *) (gpointer) self->bands->data;
}

/**
 * tl_scene_get_regions:
 * @self: a scene
 * @n_regions: (out): how many there are
 *
 * Returns: (array length=n_regions) (transfer none): the regions
 */
const TlRegion *
tl_scene_get_regions (TlScene *self,
                      guint   *n_regions)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_regions != NULL, NULL);

  *n_regions = self->regions->len;

  return (const TlRegion *) (gpointer) self->regions->data;
}

/**
 * tl_scene_get_columns:
 * @self: a scene
 * @n_columns: (out): how many there are; none but in a frame
 *
 * Returns: (array length=n_columns) (transfer none): the columns, from left to right
 */
const TlColumn *
tl_scene_get_columns (TlScene *self,
                      guint   *n_columns)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_columns != NULL, NULL);

  *n_columns = self->columns->len;

  return (const TlColumn *) (gpointer) self->columns->data;
}
