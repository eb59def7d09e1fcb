/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where on the canvas one looks: arriving at a picture, bringing a card into view, and the steps of the zoom. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <math.h>

#include "tl-canvas-private.h"
#include "tl-scene-walk.h"

/* All of these are shares of the natural zoom, which is larger for whoever likes larger text. */

/* Below this, titles can no longer be read: rather than fitting all of it, a picture is then shown in part. */
#define READABLE_ZOOM 0.45

/* The zoom for a picture that is too large to be shown as a whole. */
#define ARRIVAL_ZOOM 0.8

static graphene_rect_t
to_graphene (const TlRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

/* How large to show a picture of which only a part can be read at once: all levels of it, so that one scrolls along
 * them. */
static double
choose_zoom (TlCanvas *self)
{
  const double natural = tl_viewport_get_natural_zoom (self->viewport);
  gboolean is_upright = tl_scene_get_direction (self->scene) == TL_SCENE_DOWN;
  TlRect bounds;
  double zoom;

  tl_scene_get_bounds (self->scene, &bounds);
  zoom = tl_viewport_get_room (self->viewport, is_upright) / MAX (1, is_upright ? bounds.height : bounds.width);
  return CLAMP (zoom, READABLE_ZOOM * natural, ARRIVAL_ZOOM * natural);
}

/* What stands out while all else recedes; returns whether anything does. */
static gboolean
get_foreground (TlCanvas        *self,
                graphene_rect_t *bounds)
{
  gboolean any = FALSE;
  gboolean any_receding = FALSE;

  for (guint i = 0; i < tl_scene_get_n_cards (self->scene); i++)
    {
      const TlCard *card = tl_scene_get_card (self->scene, i);
      graphene_rect_t box = to_graphene (&card->box);

      any_receding |= card->emphasis == TL_EMPHASIS_DIMMED;
      if (card->emphasis != TL_EMPHASIS_HIGHLIGHTED)
        continue;

      if (any)
        graphene_rect_union (bounds, &box, bounds);
      else
        *bounds = box;
      any = TRUE;
    }

  return any && any_receding;
}

/* Returns whether all that stands out can be read at once. */
static gboolean
look_at_foreground (TlCanvas *self)
{
  const double natural = tl_viewport_get_natural_zoom (self->viewport);
  graphene_rect_t bounds;
  double zoom;

  if (!get_foreground (self, &bounds))
    return FALSE;

  zoom = tl_viewport_get_zoom_for (self->viewport, &bounds);
  if (zoom < READABLE_ZOOM * natural)
    return FALSE;

  tl_viewport_zoom_about (self->viewport, MIN (zoom, ARRIVAL_ZOOM * natural), 0, 0);
  tl_viewport_centre_on (self->viewport, &bounds);
  return TRUE;
}

static void
look_around (TlCanvas *self)
{
  guint card = self->anchor != NULL ? tl_scene_find_card (self->scene, self->anchor) : TL_SCENE_NONE;
  double arrival = ARRIVAL_ZOOM * tl_viewport_get_natural_zoom (self->viewport);
  double zoom = card != TL_SCENE_NONE ? arrival : choose_zoom (self);
  const TlRect *box;

  if (card == TL_SCENE_NONE)
    card = tl_scene_enter (self->scene);
  if (card == TL_SCENE_NONE)
    return;

  box = &tl_scene_get_card (self->scene, card)->box;
  tl_viewport_zoom_about (self->viewport, zoom, 0, 0);
  tl_viewport_centre_on (self->viewport, &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));
}

static void
get_place (TlCanvas *self,
           double    place[3])
{
  place[0] = tl_viewport_get_zoom (self->viewport);
  place[1] = tl_viewport_get_scroll (self->viewport, FALSE);
  place[2] = tl_viewport_get_scroll (self->viewport, TRUE);
}

/* The whole of it if that can be read, else what stands out, else the surroundings of where one arrives. */
void
tl_canvas_arrive_now (TlCanvas *self)
{
  self->is_arriving = FALSE;
  tl_viewport_fit (self->viewport);
  if (tl_viewport_get_zoom (self->viewport) < READABLE_ZOOM * tl_viewport_get_natural_zoom (self->viewport) &&
      !look_at_foreground (self))
    look_around (self);

  get_place (self, self->arrival);
}

/* Whatever has become of the picture, nobody has moved it. */
void
tl_canvas_stay_arrived (TlCanvas *self)
{
  get_place (self, self->arrival);
}

/* Brings the card into view; in a frame, from below the headings of the columns, which stay at the top. */
void
tl_canvas_reveal_card (TlCanvas *self,
                       guint     card)
{
  const TlRect *box = &tl_scene_get_card (self->scene, card)->box;
  double heading = tl_scene_get_direction (self->scene) == TL_SCENE_COLUMNS ? TL_COLUMN_HEADING : 0;

  tl_viewport_reveal (self->viewport,
                      &GRAPHENE_RECT_INIT (box->x, box->y - heading, box->width, box->height + heading));
}

/**
 * tl_canvas_approach:
 * @self: a canvas
 * @id: the identity of a goal, which need not be in the picture
 *
 * Brings the goal's card into view, and comes so near that its title can be read; whoever is near enough stays where
 * they are.
 */
void
tl_canvas_approach (TlCanvas   *self,
                    const char *id)
{
  const double readable = READABLE_ZOOM * tl_viewport_get_natural_zoom (self->viewport);
  TlCanvasPlace from;
  guint card;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  card = self->scene != NULL ? tl_scene_find_card (self->scene, id) : TL_SCENE_NONE;
  if (card == TL_SCENE_NONE || self->is_arriving)
    return;

  tl_canvas_begin_glide (self, &from);
  if (tl_viewport_get_zoom (self->viewport) < readable)
    {
      tl_viewport_zoom_about (self->viewport, readable, 0, 0);
      tl_canvas_look_at (self, &tl_scene_get_card (self->scene, card)->box);
    }
  tl_canvas_reveal_card (self, card);
  tl_canvas_end_glide (self, &from);
}

/* From the middle of a card to a point */
static double
measure_distance (const TlRect *box,
                  double        x,
                  double        y)
{
  return hypot (box->x + box->width / 2 - x, box->y + box->height / 2 - y);
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  TlCanvas *self = user_data;
  const TlRect *box = &tl_scene_get_card (self->scene, tl_scene_get_selected (self->scene))->box;
  double x = box->x + box->width / 2;
  double y = box->y + box->height / 2;
  double one = measure_distance (&tl_scene_get_card (self->scene, *(const guint *) a)->box, x, y);
  double other = measure_distance (&tl_scene_get_card (self->scene, *(const guint *) b)->box, x, y);

  return one < other ? -1 : one > other;
}

/* What helps the selected card, the nearest first */
static GArray *
list_beneath (TlCanvas *self)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_scene_get_n_edges (self->scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (self->scene, i);

      if (edge->to == tl_scene_get_selected (self->scene))
        g_array_append_val (cards, edge->from);
    }

  g_array_sort_with_data (cards, compare_distances, self);
  return cards;
}

static gboolean
is_on_screen (TlCanvas              *self,
              const graphene_rect_t *area)
{
  const graphene_rect_t screen = GRAPHENE_RECT_INIT (0, 0, tl_viewport_get_page (self->viewport, FALSE),
                                                     tl_viewport_get_page (self->viewport, TRUE));
  const graphene_rect_t rect = tl_viewport_rect_to_screen (self->viewport, area);

  return graphene_rect_contains_rect (&screen, &rect);
}

/**
 * tl_canvas_reveal_beneath:
 * @self: a canvas
 *
 * Scrolls as little as possible to have the selected card in view with as many of those that help it as find room
 * beside it.
 */
void
tl_canvas_reveal_beneath (TlCanvas *self)
{
  g_autoptr (GArray) beneath = NULL;
  graphene_rect_t area;
  double zoom, width, height;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL || self->is_arriving || tl_scene_get_selected (self->scene) == TL_SCENE_NONE)
    return;

  zoom = tl_viewport_get_zoom (self->viewport);
  width = (tl_viewport_get_page (self->viewport, FALSE) - 2 * TL_VIEWPORT_RIM) / zoom;
  height = (tl_viewport_get_page (self->viewport, TRUE) - 2 * TL_VIEWPORT_RIM) / zoom;
  area = to_graphene (&tl_scene_get_card (self->scene, tl_scene_get_selected (self->scene))->box);
  beneath = list_beneath (self);
  for (guint i = 0; i < beneath->len; i++)
    {
      graphene_rect_t box = to_graphene (&tl_scene_get_card (self->scene, g_array_index (beneath, guint, i))->box);

      graphene_rect_union (&area, &box, &box);
      if (box.size.width <= width && box.size.height <= height)
        area = box;
    }

  /* What is in view stays where it is, up to the edge: the pointer may be on the handle. */
  if (!is_on_screen (self, &area))
    tl_viewport_reveal (self->viewport, &area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_is_as_arrived:
 * @self: a canvas
 *
 * Returns: whether nobody has moved the picture since it was arrived at, so that one may arrive anew when it, or the
 *   room for it, has become another
 */
gboolean
tl_canvas_is_as_arrived (TlCanvas *self)
{
  double place[3];

  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  get_place (self, place);
  return place[0] == self->arrival[0] && place[1] == self->arrival[1] && place[2] == self->arrival[2];
}

/**
 * tl_canvas_arrive:
 * @self: a canvas with a scene
 * @anchor: (nullable): the id of the card to begin at, when the whole is too large to be read
 *
 * Goes to where one begins to look at a picture; waits for the canvas to have a size.
 */
void
tl_canvas_arrive (TlCanvas   *self,
                  const char *anchor)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  g_free (self->anchor);
  self->anchor = g_strdup (anchor);
  self->is_arriving = TRUE;
  tl_canvas_drop_change (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_canvas_select:
 * @self: a canvas
 * @id: (nullable): the identity of a goal, which need not be in the picture
 *
 * Marks the goal's card and brings it into view.  When it is the primary one of several already, these stay selected.
 */
void
tl_canvas_select (TlCanvas   *self,
                  const char *id)
{
  guint card = TL_SCENE_NONE;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL)
    return;

  if (id != NULL)
    card = tl_scene_find_card (self->scene, id);

  tl_canvas_mark_selected (self, card);
  if (card != TL_SCENE_NONE && !self->is_arriving)
    tl_canvas_reveal_card (self, card);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_focus_selected:
 * @self: a canvas
 *
 * Gives the focus to the selected card, and brings it into view; to the canvas when nothing is selected.
 */
void
tl_canvas_focus_selected (TlCanvas *self)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene != NULL && tl_scene_get_selected (self->scene) != TL_SCENE_NONE)
    tl_canvas_focus_card (self, tl_scene_get_selected (self->scene));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* About the selected card when it is in view, else about the middle of the screen */
static void
zoom_about_selected (TlCanvas *self,
                     double    zoom)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->scene != NULL && tl_scene_get_selected (self->scene) != TL_SCENE_NONE)
    {
      const TlRect *box = &tl_scene_get_card (self->scene, tl_scene_get_selected (self->scene))->box;
      graphene_point_t middle =
        tl_viewport_world_to_screen (self->viewport, box->x + box->width / 2, box->y + box->height / 2);

      if (gtk_widget_contains (GTK_WIDGET (self), middle.x, middle.y))
        {
          x = middle.x;
          y = middle.y;
        }
    }

  tl_viewport_zoom_about (self->viewport, zoom, x, y);
}

/**
 * tl_canvas_zoom_by:
 * @self: a canvas
 * @factor: how much larger
 *
 * Zooms about the selected card when it is in view, else about the middle of the screen.  As all verbs that are
 * asked for by a key or a button it lets the picture glide there.
 */
void
tl_canvas_zoom_by (TlCanvas *self,
                   double    factor)
{
  TlCanvasPlace from;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (factor > 0);

  tl_canvas_begin_glide (self, &from);
  zoom_about_selected (self, tl_viewport_get_zoom (self->viewport) * factor);
  tl_canvas_end_glide (self, &from);
}

/**
 * tl_canvas_set_text_size:
 * @self: a canvas
 * @size: how large the text on the cards is, where 1 is the size of the desktop's own text
 *
 * The cards grow with their text, so that as much of it stands on each: what is set is the zoom that is called 100 %.
 * Larger letters on cards of the same size would cut the titles, which are what one reads.
 */
void
tl_canvas_set_text_size (TlCanvas *self,
                         double    size)
{
  double before;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (size > 0);

  before = tl_viewport_get_natural_zoom (self->viewport);
  if (size == before)
    return;

  tl_viewport_set_natural_zoom (self->viewport, size);
  if (self->scene == NULL || self->is_arriving)
    return;

  if (tl_canvas_is_as_arrived (self))
    tl_canvas_arrive_now (self);
  else
    zoom_about_selected (self, tl_viewport_get_zoom (self->viewport) * size / before);
}

/* Whoever comes nearer without having chosen a card is not left between the cards. */
static void
avoid_emptiness (TlCanvas *self)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  graphene_rect_t visible = tl_viewport_get_visible (self->viewport);
  graphene_point_t middle;
  guint nearest = TL_SCENE_NONE;
  double least = G_MAXDOUBLE;

  graphene_rect_get_center (&visible, &middle);
  tl_scene_collect_cards (self->scene, &(TlRect) {
    visible.origin.x, visible.origin.y, visible.size.width, visible.size.height,
  }, seen);
  if (seen->len > 0)
    return;

  for (guint i = 0; i < tl_scene_get_n_cards (self->scene); i++)
    {
      double distance = measure_distance (&tl_scene_get_card (self->scene, i)->box, middle.x, middle.y);

      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  if (nearest != TL_SCENE_NONE)
    tl_canvas_look_at (self, &tl_scene_get_card (self->scene, nearest)->box);
}

/**
 * tl_canvas_zoom_natural:
 * @self: a canvas
 *
 * Shows cards at their natural size; those nearest to where one looks, if there would be none.
 */
void
tl_canvas_zoom_natural (TlCanvas *self)
{
  TlCanvasPlace from;

  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_begin_glide (self, &from);
  zoom_about_selected (self, tl_viewport_get_natural_zoom (self->viewport));
  if (self->scene != NULL)
    avoid_emptiness (self);
  tl_canvas_end_glide (self, &from);
}

/**
 * tl_canvas_zoom_fit:
 * @self: a canvas
 *
 * Shows all of the picture.
 */
void
tl_canvas_zoom_fit (TlCanvas *self)
{
  TlCanvasPlace from;

  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_begin_glide (self, &from);
  tl_viewport_fit (self->viewport);
  tl_canvas_end_glide (self, &from);
}

/**
 * tl_canvas_look_at:
 * @self: a canvas
 * @area: a part of the picture
 *
 * Scrolls so that the middle of @area is in the middle, as far as the picture goes, at the zoom there is, and at once:
 * for whoever drags.
 */
void
tl_canvas_look_at (TlCanvas     *self,
                   const TlRect *area)
{
  graphene_rect_t rect;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (area != NULL);

  rect = to_graphene (area);
  tl_viewport_centre_on (self->viewport, &rect);
}

/**
 * tl_canvas_zoom_to:
 * @self: a canvas
 * @area: a part of the picture
 *
 * Shows all of @area, in the middle, and as large as it can be without being larger than natural.
 */
void
tl_canvas_zoom_to (TlCanvas     *self,
                   const TlRect *area)
{
  graphene_rect_t rect;
  TlCanvasPlace from;

  g_return_if_fail (TL_IS_CANVAS (self));
  g_return_if_fail (area != NULL);

  rect = to_graphene (area);
  tl_canvas_begin_glide (self, &from);
  tl_viewport_zoom_about (self->viewport, tl_viewport_get_zoom_for (self->viewport, &rect), 0, 0);
  tl_viewport_centre_on (self->viewport, &rect);
  tl_canvas_end_glide (self, &from);
}
