/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected on the canvas: a set of cards, one of which is the primary one, whose details are shown.
 *
 * The scene holds the set, because it draws it; here is what clicks, keys and the rubber band make of it.  While the
 * band is drawn the scene shows what it would take, and everybody else hears of it only when it is let go.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"
#include "tl-scene-walk.h"

/* So many selected cards are passed over in each direction to find one that is not. */
#define MOST_STEPS 256

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GArray *
dup_selected (TlScene *scene)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_cards;
  const guint *selected = tl_scene_get_selection (scene, &n_cards);

  if (n_cards > 0)
    g_array_append_vals (cards, selected, n_cards);
  return cards;
}

/* The place of the card among @cards, or their number. */
static guint
find (GArray *cards,
      guint   card)
{
  guint i = 0;

  while (i < cards->len && g_array_index (cards, guint, i) != card)
    i++;

  return i;
}

static void
show (TlCanvas *self,
      GArray   *cards,
      guint     primary)
{
  tl_scene_set_selection (self->scene, (const guint *) (gpointer) cards->data, cards->len, primary);
  tl_canvas_forget_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The card alone, or nothing */
static void
show_only (TlCanvas *self,
           guint     card)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  if (card != TL_SCENE_NONE)
    g_array_append_val (cards, card);
  show (self, cards, card);
}

/* Tells of another selection; of the primary card first, because that decides on what stands beside the picture. */
static void
tell (TlCanvas *self)
{
  tl_canvas_update_selected_cards (self);
  tl_canvas_tell_primary (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* What is selected in another way is not what the keys have extended. */
static void
forget_way (TlCanvas *self)
{
  g_array_set_size (self->extended_from, 0);
}

/* Selects the card alone, or nothing, on behalf of a person. */
void
tl_canvas_choose (TlCanvas *self,
                  guint     card)
{
  if (self->scene == NULL)
    return;

  forget_way (self);
  show_only (self, card);
  tell (self);
}

static void
add (TlCanvas *self,
     guint     card)
{
  g_autoptr (GArray) cards = dup_selected (self->scene);

  if (find (cards, card) == cards->len)
    g_array_append_val (cards, card);
  show (self, cards, card);
  tell (self);
}

/* Takes the card out of the selected ones. */
static void
release (TlCanvas *self,
         guint     card,
         guint     primary)
{
  g_autoptr (GArray) cards = dup_selected (self->scene);
  guint place = find (cards, card);

  if (place < cards->len)
    g_array_remove_index (cards, place);
  if (primary == card)
    primary = cards->len > 0 ? g_array_index (cards, guint, cards->len - 1) : TL_SCENE_NONE;
  show (self, cards, primary);
  tell (self);
}

/* Adds the card to the selected ones, as the primary one. */
void
tl_canvas_extend (TlCanvas *self,
                  guint     card)
{
  forget_way (self);
  add (self, card);
}

/* Adds the card, or takes it out again. */
void
tl_canvas_toggle (TlCanvas *self,
                  guint     card)
{
  forget_way (self);
  if (tl_scene_is_selected (self->scene, card))
    release (self, card, tl_scene_get_selected (self->scene));
  else
    add (self, card);
}

/* Extends the selection to the card that a key has led to from the primary one; each step back takes one back. */
void
tl_canvas_extend_by_key (TlCanvas *self,
                         guint     card)
{
  GArray *way = self->extended_from;
  guint primary = tl_scene_get_selected (self->scene);
  gboolean is_selected = tl_scene_is_selected (self->scene, card);

  if (way->len > 0 && is_selected && g_array_index (way, guint, way->len - 1) == card)
    {
      g_array_set_size (way, way->len - 1);
      release (self, primary, card);
      return;
    }

  if (is_selected || primary == TL_SCENE_NONE)
    forget_way (self);
  else
    g_array_append_val (way, primary);
  add (self, card);
}

/* The selection lives on in the next picture, where the same goals have other numbers. */
void
tl_canvas_carry_selection (TlCanvas *self,
                           TlScene  *before)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_before, primary;
  const guint *selected = tl_scene_get_selection (before, &n_before);

  for (guint i = 0; i < n_before; i++)
    {
      guint card = tl_scene_find_card (self->scene, tl_scene_get_card (before, selected[i])->id);

      if (card != TL_SCENE_NONE)
        g_array_append_val (cards, card);
    }

  primary = tl_scene_get_selected (before);
  if (primary != TL_SCENE_NONE)
    primary = tl_scene_find_card (self->scene, tl_scene_get_card (before, primary)->id);
  if (primary == TL_SCENE_NONE && cards->len > 0)
    primary = g_array_index (cards, guint, cards->len - 1);

  forget_way (self);
  show (self, cards, primary);
  if (cards->len != n_before)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Marks the card on behalf of the program, which knows of the primary one only: when it is that one already, the
 * others stay.
 */
void
tl_canvas_mark_selected (TlCanvas *self,
                         guint     card)
{
  if (tl_scene_get_selected (self->scene) == card)
    return;

  forget_way (self);
  show_only (self, card);
  tl_canvas_update_selected_cards (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Begins a rubber band at a point of the picture, which adds to what is selected. */
void
tl_canvas_begin_band (TlCanvas *self,
                      double    x,
                      double    y)
{
  forget_way (self);
  self->band_start = tl_viewport_screen_to_world (self->viewport, x, y);
  self->band_end = self->band_start;
  self->band_primary = tl_scene_get_selected (self->scene);
  g_clear_pointer (&self->band_base, g_array_unref);
  self->band_base = dup_selected (self->scene);
}

/* Where the band is, in the picture. */
TlRect
tl_canvas_get_band (TlCanvas *self)
{
  return (TlRect) {
    MIN (self->band_start.x, self->band_end.x), MIN (self->band_start.y, self->band_end.y),
    ABS (self->band_end.x - self->band_start.x), ABS (self->band_end.y - self->band_start.y),
  };
}

/* Shows what the band would take with its other corner at a point of the screen. */
void
tl_canvas_stretch_band (TlCanvas *self,
                        double    x,
                        double    y)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint primary = self->band_primary;
  guint n_taken;
  TlRect band;

  self->band_end = tl_viewport_screen_to_world (self->viewport, x, y);
  band = tl_canvas_get_band (self);
  tl_scene_collect_cards (self->scene, &band, cards);
  n_taken = cards->len;
  if (n_taken > 0)
    primary = g_array_index (cards, guint, n_taken - 1);

  for (guint i = 0; i < self->band_base->len; i++)
    g_array_append_val (cards, g_array_index (self->band_base, guint, i));
  show (self, cards, primary);
}

/* Lets go of the band: what it took stays selected, or, when @is_kept is not, what was selected before. */
void
tl_canvas_end_band (TlCanvas *self,
                    gboolean  is_kept)
{
  if (self->band_base == NULL)
    return;

  if (!is_kept && self->scene != NULL)
    show (self, self->band_base, self->band_primary);
  g_clear_pointer (&self->band_base, g_array_unref);
  if (is_kept && self->scene != NULL)
    tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Declares what tells of the selection. */
void
tl_canvas_class_add_select (TlCanvasClass *klass)
{
  /**
   * TlCanvas::selection-changed:
   * @self: the canvas
   *
   * Other cards are selected than before, by a person, by tl_canvas_select(), or because they are gone.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
}

/**
 * tl_canvas_dup_selection:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type utf8): the identities of the selected cards, the primary one first
 */
GPtrArray *
tl_canvas_dup_selection (TlCanvas *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const guint *selected;
  guint n_selected;

  g_return_val_if_fail (TL_IS_CANVAS (self), ids);

  if (self->scene == NULL)
    return ids;

  selected = tl_scene_get_selection (self->scene, &n_selected);
  for (guint i = 0; i < n_selected; i++)
    {
      char *id = g_strdup (tl_scene_get_card (self->scene, selected[i])->id);

      g_ptr_array_insert (ids, selected[i] == tl_scene_get_selected (self->scene) ? 0 : -1, id);
    }

  return ids;
}

/* The next card in that direction that is not selected itself, or TL_SCENE_NONE.  Thousands are no longer beside it: each
 * step may have to look through a stack of cards. */
static guint
find_beside (TlCanvas *self,
             TlWalk    walk)
{
  guint card = tl_scene_get_selected (self->scene);

  for (guint i = 0; i < MOST_STEPS; i++)
    {
      card = tl_scene_walker_walk (tl_canvas_get_walker (self), card, walk);
      if (card == TL_SCENE_NONE || !tl_scene_is_selected (self->scene, card))
        return card;
    }

  return TL_SCENE_NONE;
}

/**
 * tl_canvas_dup_successor:
 * @self: a canvas
 *
 * Whoever removes what is selected wants to go on with the keyboard where they are.
 *
 * Returns: (transfer full) (nullable): the identity of a card beside the primary one that stays when all that are
 *   selected go; %NULL when there is none
 */
char *
tl_canvas_dup_successor (TlCanvas *self)
{
  static const TlWalk walks[2][4] = {
    { TL_WALK_RIGHT, TL_WALK_LEFT, TL_WALK_UP, TL_WALK_DOWN },
    { TL_WALK_DOWN, TL_WALK_UP, TL_WALK_LEFT, TL_WALK_RIGHT },
  };
  gboolean is_down;

  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  if (self->scene == NULL || tl_scene_get_selected (self->scene) == TL_SCENE_NONE)
    return NULL;

  is_down = tl_scene_get_direction (self->scene) == TL_SCENE_DOWN;
  for (guint i = 0; i < G_N_ELEMENTS (walks[0]); i++)
    {
      guint card = find_beside (self, walks[is_down ? 0 : 1][i]);

      if (card != TL_SCENE_NONE)
        return g_strdup (tl_scene_get_card (self->scene, card)->id);
    }

  return NULL;
}

/**
 * tl_canvas_select_all:
 * @self: a canvas
 *
 * Selects every card of the picture; the primary one stays.  Does nothing where only one can be selected.
 */
void
tl_canvas_select_all (TlCanvas *self)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL || !self->can_select_many || tl_scene_get_n_cards (self->scene) == 0)
    return;

  for (guint i = 0; i < tl_scene_get_n_cards (self->scene); i++)
    g_array_append_val (cards, i);
  forget_way (self);
  show (self, cards, tl_scene_enter (self->scene));
  tell (self);
}

/**
 * tl_canvas_zoom_selection:
 * @self: a canvas
 *
 * Shows the selected cards as large as they fit together.
 */
void
tl_canvas_zoom_selection (TlCanvas *self)
{
  const guint *selected;
  guint n_selected;
  graphene_rect_t area;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL)
    return;

  selected = tl_scene_get_selection (self->scene, &n_selected);
  for (guint i = 0; i < n_selected; i++)
    {
      const TlRect *box = &tl_scene_get_card (self->scene, selected[i])->box;
      graphene_rect_t rect = GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);

      if (i == 0)
        area = rect;
      else
        graphene_rect_union (&area, &rect, &area);
    }

  if (n_selected > 0)
    tl_canvas_zoom_to (self, &(TlRect) { area.origin.x, area.origin.y, area.size.width, area.size.height });
}

/**
 * tl_canvas_set_can_select_many:
 * @self: a canvas
 * @can_select_many: whether several cards can be selected together
 */
void
tl_canvas_set_can_select_many (TlCanvas *self,
                               gboolean  can_select_many)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->can_select_many == can_select_many)
    return;

  self->can_select_many = can_select_many;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, can_select_many, -1);
  g_object_notify (G_OBJECT (self), "can-select-many");
}
