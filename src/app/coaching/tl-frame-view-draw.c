/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn above the frame only as long as one points, drags or links: handles, a shadow, a line.
 *
 * It is not part of the picture, which is kept in tiles: what moves with the pointer is drawn anew each time.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-drawn-link.h"
#include "tl-frame-view-private.h"

/* Of the handles at the sides of a card, on the screen */
#define HANDLE_RADIUS 4.5

static void
set_colour (cairo_t        *cr,
            const TlColour *colour,
            double          alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
draw_round (cairo_t               *cr,
            const graphene_rect_t *area,
            double                 radius)
{
  double right = area->origin.x + area->size.width;
  double bottom = area->origin.y + area->size.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, area->origin.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, area->origin.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, area->origin.x + radius, area->origin.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Where links can be drawn from. */
static void
draw_handles (TlFrameView *self,
              cairo_t     *cr)
{
  const TlPalette *palette = tl_canvas_get_palette (self->canvas);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  graphene_rect_t area = tl_frame_view_get_card_area (self, tl_scene_get_card (scene, tl_scene_get_hovered (scene)));

  for (int side = 0; side <= 1; side++)
    {
      cairo_arc (cr, area.origin.x + side * area.size.width, area.origin.y + area.size.height / 2, HANDLE_RADIUS, 0,
                 2 * G_PI);
      set_colour (cr, &palette->card, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, &palette->accent, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

/* The card as a shadow under the pointer, and the place it would take. */
static void
draw_move (TlFrameView *self,
           cairo_t     *cr)
{
  const TlPalette *palette = tl_canvas_get_palette (self->canvas);
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  const TlCard *card = tl_frame_view_find_card (self, self->dragged);
  graphene_rect_t area;
  TlFrameSlot slot;

  if (card == NULL)
    return;

  area = tl_frame_view_get_card_area (self, card);
  graphene_rect_offset (&area, self->drag_x - self->start_x, self->drag_y - self->start_y);
  draw_round (cr, &area, 8);
  set_colour (cr, &palette->accent, 0.12);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->accent, 0.7);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);

  if (!tl_frame_view_find_slot (self, &slot))
    return;

  area = tl_viewport_rect_to_screen (viewport, &GRAPHENE_RECT_INIT (slot.line.x, slot.line.y, slot.line.width, 0));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 4);
  set_colour (cr, &palette->accent, 1);
  cairo_move_to (cr, area.origin.x, area.origin.y);
  cairo_line_to (cr, area.origin.x + area.size.width, area.origin.y);
  cairo_stroke (cr);
}

/* A line from one side of a card to a point, as the link will run. */
static void
draw_line (TlFrameView  *self,
           cairo_t      *cr,
           const TlCard *card,
           gboolean      from_right,
           double        x,
           double        y)
{
  graphene_rect_t area = tl_frame_view_get_card_area (self, card);
  graphene_point_t start = GRAPHENE_POINT_INIT (area.origin.x + (from_right ? area.size.width : 0),
                                                area.origin.y + area.size.height / 2);

  tl_drawn_link_draw (cr, &tl_canvas_get_palette (self->canvas)->accent, &start, &GRAPHENE_POINT_INIT (x, y),
                      GTK_ORIENTATION_HORIZONTAL, from_right ? 1 : -1);
}

static void
draw_ring (TlFrameView  *self,
           cairo_t      *cr,
           const TlCard *card)
{
  graphene_rect_t area = tl_frame_view_get_card_area (self, card);

  graphene_rect_inset (&area, -3, -3);
  draw_round (cr, &area, 10);
  set_colour (cr, &tl_canvas_get_palette (self->canvas)->accent, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
draw_link (TlFrameView *self,
           cairo_t     *cr)
{
  const TlCard *card = tl_frame_view_find_card (self, self->dragged);
  const char *end = tl_frame_view_find_end (self);

  if (card == NULL)
    return;

  draw_line (self, cr, card, self->drag == TL_FRAME_DRAG_HELPS, self->drag_x, self->drag_y);
  if (end != NULL)
    draw_ring (self, cr, tl_frame_view_find_card (self, end));
}

/* From the statement a link begins at to the one that is selected now. */
static void
draw_connecting (TlFrameView *self,
                 cairo_t     *cr)
{
  const TlCard *start = tl_frame_view_find_card (self, self->connecting);
  const TlCard *end = tl_frame_view_find_card (self, self->selected);
  graphene_rect_t area;
  gboolean from_right;

  if (start == NULL)
    return;

  draw_ring (self, cr, start);
  if (end == NULL || end == start)
    return;

  area = tl_frame_view_get_card_area (self, end);
  from_right = end->box.x >= start->box.x;
  draw_line (self, cr, start, from_right, area.origin.x + (end->box.x > start->box.x ? 0 : area.size.width),
             area.origin.y + area.size.height / 2);
}

/* Mostly there is nothing, and then no surface as large as the view is made for it. */
static gboolean
has_anything_to_draw (TlFrameView *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);

  if (scene == NULL || self->edited != NULL)
    return FALSE;
  if (self->connecting != NULL || self->is_dragging)
    return TRUE;

  return tl_scene_get_hovered (scene) != TL_SCENE_NONE && tl_frame_view_can_edit (self);
}

/* Draws what only lasts as long as one drags, links or points. */
void
tl_frame_view_snapshot_drag (TlFrameView *self,
                             GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                               gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr;

  if (!has_anything_to_draw (self))
    return;

  gtk_snapshot_push_clip (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->connecting != NULL)
    draw_connecting (self, cr);
  else if (!self->is_dragging)
    draw_handles (self, cr);
  else if (self->drag == TL_FRAME_DRAG_MOVE)
    draw_move (self, cr);
  else
    draw_link (self, cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}
