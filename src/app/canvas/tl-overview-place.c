/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the overview stands, so that it covers nothing that one reads.
 *
 * While the picture moves one looks for a place, and the overview is there to find it; when the picture has come to
 * rest one reads, and the overview stands in a corner without cards and names or makes room.  It comes back with the
 * next movement, when it gets the focus, and at a key and a button.  Whoever is in it, with the pointer or the focus,
 * keeps it.  It never lies over the selected card, nor is it there while somebody says what a goal helps.
 *
 * Rejected: a strip of its own beside the picture, which would take a fifth of a small window from it; and an overview
 * that lets the cards shine through, since then neither can be read.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-overview-private.h"

#include "tl-painter.h"

/* So long after the last step one reads. */
#define REST_MS  900

/* Smaller than this nothing on a card is read: see tl_painter_choose_detail(). */
#define READABLE 0.3

/* The margin that the style gives it, and how much of it is to stay free, in pixels */
#define MARGIN   12
#define ROOM     4

#define FOLDED   "folded"

/* The upper or the lower corner at the beginning of the lines, on the canvas; with a little room around it */
static graphene_rect_t
get_corner (TlOverview *self,
            GtkAlign    align)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  gboolean is_left = gtk_widget_get_direction (canvas) != GTK_TEXT_DIR_RTL;
  graphene_rect_t corner;
  int width, height;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  corner = GRAPHENE_RECT_INIT (is_left ? 0 : gtk_widget_get_width (canvas) - width,
                               align == GTK_ALIGN_START ? 0 : gtk_widget_get_height (canvas) - height, width, height);
  graphene_rect_inset (&corner, MARGIN - ROOM, MARGIN - ROOM);
  return corner;
}

/* What of the picture is in an area of the screen */
static TlRect
to_world (TlOverview            *self,
          const graphene_rect_t *area)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  double zoom = tl_viewport_get_zoom (viewport);
  graphene_point_t start = tl_viewport_screen_to_world (viewport, area->origin.x, area->origin.y);

  return (TlRect) { start.x, start.y, area->size.width / zoom, area->size.height / zoom };
}

static gboolean
covers (TlOverview            *self,
        const graphene_rect_t *corner,
        const TlRect          *place)
{
  graphene_rect_t box = tl_viewport_rect_to_screen (tl_canvas_get_viewport (self->canvas),
                                                    &GRAPHENE_RECT_INIT (place->x, place->y,
                                                                         place->width, place->height));

  return graphene_rect_intersection (corner, &box, NULL);
}

static gboolean
covers_cards (TlOverview            *self,
              const graphene_rect_t *corner)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  const TlRect area = to_world (self, corner);

  if (tl_viewport_get_zoom (tl_canvas_get_viewport (self->canvas)) < READABLE)
    return FALSE;

  tl_scene_collect_cards (tl_canvas_get_scene (self->canvas), &area, cards);
  return cards->len > 0;
}

static gboolean
covers_names (TlOverview            *self,
              const graphene_rect_t *corner)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  const TlPainter painter = {
    .palette = tl_canvas_get_palette (self->canvas),
    .scale = tl_viewport_get_zoom (tl_canvas_get_viewport (self->canvas)),
  };
  const TlRect area =
    to_world (self, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas)));
  g_autoptr (GArray) names = tl_painter_collect_labels (&painter, tl_canvas_get_scene (self->canvas), &area);

  for (guint i = 0; i < names->len; i++)
    {
      if (covers (self, corner, &g_array_index (names, TlRect, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
covers_selected (TlOverview *self,
                 GtkAlign    align)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint card = tl_scene_get_selected (scene);
  graphene_rect_t corner = get_corner (self, align);

  return card != TL_SCENE_NONE && covers (self, &corner, &tl_scene_get_card (scene, card)->box);
}

/* Whether one would read what is in the corner. */
static gboolean
covers_anything (TlOverview *self,
                 GtkAlign    align)
{
  graphene_rect_t corner = get_corner (self, align);

  return covers_selected (self, align) || covers_cards (self, &corner) || covers_names (self, &corner);
}

/* The overlay it lies in gives its children their places when one of them asks for another size, not for another side. */
static void
go_to (TlOverview *self,
       GtkAlign    align)
{
  if (gtk_widget_get_valign (GTK_WIDGET (self)) == align)
    return;

  gtk_widget_set_valign (GTK_WIDGET (self), align);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Out of the way it cannot be hit; the focus still finds it. */
static void
set_folded (TlOverview *self,
            gboolean    is_folded)
{
  if (is_folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), FOLDED);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), FOLDED);
  gtk_widget_set_can_target (GTK_WIDGET (self), !is_folded);
}

static gboolean
rest_cb (gpointer data)
{
  TlOverview *self = data;

  self->rest_id = 0;
  tl_overview_rest (self);
  return G_SOURCE_REMOVE;
}

/* Something has moved, or somebody comes or goes: it is there for a while at least. */
static void
come_up (TlOverview *self)
{
  g_assert (TL_IS_OVERVIEW (self));

  set_folded (self, self->canvas != NULL && tl_canvas_is_linking (self->canvas));
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* The picture, or the part of it in view, may be another: comes up when somebody has moved it, and lets go of the
 * selected card.  A picture that becomes another by an edit has not been moved.
 */
void
tl_overview_follow (TlOverview *self)
{
  GtkAlign align = gtk_widget_get_valign (GTK_WIDGET (self));
  GtkAlign other = align == GTK_ALIGN_START ? GTK_ALIGN_END : GTK_ALIGN_START;
  graphene_rect_t visible = tl_overview_get_visible (self);
  gboolean is_same = tl_canvas_get_scene (self->canvas) == self->scene;

  if (self->scene == NULL || (is_same && !graphene_rect_equal (&visible, &self->visible)))
    come_up (self);
  else if (!is_same && self->rest_id == 0)
    tl_overview_rest (self);
  self->visible = visible;

  if (tl_overview_is_folded (self) || gtk_widget_has_focus (GTK_WIDGET (self)) || !covers_selected (self, align))
    return;

  if (covers_selected (self, other))
    set_folded (self, TRUE);
  else
    go_to (self, other);
}

/* Nothing moves any longer: stands where nothing is to be read, the lower corner first, or makes room. */
void
tl_overview_rest (TlOverview *self)
{
  gboolean is_upper;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || tl_canvas_get_scene (self->canvas) == NULL)
    return;
  if (tl_canvas_is_linking (self->canvas))
    {
      set_folded (self, TRUE);
      return;
    }
  if (self->is_pointed_at || gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  is_upper = covers_anything (self, GTK_ALIGN_END);
  if (is_upper && covers_anything (self, GTK_ALIGN_START))
    {
      set_folded (self, TRUE);
      return;
    }

  set_folded (self, FALSE);
  go_to (self, is_upper ? GTK_ALIGN_START : GTK_ALIGN_END);
}

/* Whether it has made room. */
gboolean
tl_overview_is_folded (TlOverview *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), FOLDED);
}

static void
enter_cb (TlOverview *self)
{
  g_assert (TL_IS_OVERVIEW (self));

  self->is_pointed_at = TRUE;
}

static void
leave_cb (TlOverview *self)
{
  g_assert (TL_IS_OVERVIEW (self));

  self->is_pointed_at = FALSE;
  come_up (self);
}

/* Watches who is in a new overview. */
void
tl_overview_init_place (TlOverview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (come_up), NULL);
}
