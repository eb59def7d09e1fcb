/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn above the picture only as long as it is dragged or chosen: the rubber band, and the line to what is to
 * be helped.  And what is said meanwhile.
 *
 * What is said is a widget of its own, so that it is read aloud when it appears.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"
#include "tl-drawn-link.h"

/* From what is said to what it is about */
#define HINT_GAP 14

#define HINT_WIDTH 56

static void
draw_band (TlCanvas    *self,
           GtkSnapshot *snapshot)
{
  const TlColour *accent = &self->palette->accent;
  const TlRect band = tl_canvas_get_band (self);
  graphene_rect_t area = tl_viewport_rect_to_screen (self->viewport,
                                                     &GRAPHENE_RECT_INIT (band.x, band.y, band.width, band.height));
  const GdkRGBA edge = { accent->red, accent->green, accent->blue, 0.9 };
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { accent->red, accent->green, accent->blue, 0.12 }, &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
}

/* Where a link leaves or reaches a card, on the screen: at the side before it along the cascade, or behind it. */
static graphene_point_t
find_end (TlCanvas *self,
          guint     card,
          gboolean  is_behind)
{
  const TlRect *box = &tl_scene_get_card (self->scene, card)->box;

  if (tl_scene_get_direction (self->scene) == TL_SCENE_DOWN)
    return tl_viewport_world_to_screen (self->viewport, box->x + box->width / 2, box->y + (is_behind ? box->height : 0));

  return tl_viewport_world_to_screen (self->viewport, box->x + (is_behind ? box->width : 0), box->y + box->height / 2);
}

/* A link mostly leads up the cascade; one that would lead down leaves the card at its other side. */
static void
draw_link (TlCanvas       *self,
           cairo_t        *cr,
           guint           card,
           const TlColour *colour)
{
  gboolean is_down = tl_scene_get_direction (self->scene) == TL_SCENE_DOWN;
  graphene_point_t from = find_end (self, card, FALSE);
  graphene_point_t to = GRAPHENE_POINT_INIT (self->pointer_x, self->pointer_y);
  gboolean leads_down;

  if (self->link_to != TL_SCENE_NONE)
    to = find_end (self, self->link_to, FALSE);

  leads_down = is_down ? to.y > from.y : to.x > from.x;
  from = find_end (self, card, leads_down);
  if (self->link_to != TL_SCENE_NONE)
    to = find_end (self, self->link_to, !leads_down);
  tl_drawn_link_draw (cr, colour, &from, &to, is_down ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      leads_down ? 1 : -1);
}

static void
draw_links (TlCanvas    *self,
            GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                                     gtk_widget_get_height (GTK_WIDGET (self)));
  const TlColour *colour = self->objection != NULL ? &self->palette->tension : &self->palette->accent;
  cairo_t *cr;

  if (self->link_to == TL_SCENE_NONE && self->drag != TL_CANVAS_DRAG_LINK)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < self->link_from->len; i++)
    draw_link (self, cr, g_array_index (self->link_from, guint, i), colour);
  cairo_destroy (cr);
}

/* Draws the band or the line, while there is one. */
void
tl_canvas_snapshot_marks (TlCanvas    *self,
                          GtkSnapshot *snapshot)
{
  if (self->band_base != NULL)
    draw_band (self, snapshot);
  if (self->link_from->len > 0)
    draw_links (self, snapshot);
}

/* Says something beside the pointer, or beside the card that is marked; nothing when it is NULL. */
void
tl_canvas_say (TlCanvas   *self,
               const char *text)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->hint)), text != NULL ? text : "") == 0)
    return;

  /* What appears is read aloud, what changes is not. */
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_label_set_label (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, text != NULL);
}

/* What the words must not hide: the point that is pointed at, or the card that is marked */
static graphene_rect_t
find_subject (TlCanvas *self)
{
  const TlRect *box;

  if (self->scene == NULL || !tl_canvas_is_choosing (self))
    return GRAPHENE_RECT_INIT (self->pointer_x + HINT_GAP, self->pointer_y, 0, 0);

  box = &tl_scene_get_card (self->scene, self->link_mark)->box;
  return tl_viewport_rect_to_screen (self->viewport, &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));
}

/* Puts what is said below what it is about, or above it where there is no room. */
void
tl_canvas_allocate_hint (TlCanvas *self)
{
  graphene_rect_t subject = find_subject (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int minimum;
  GtkAllocation area;

  if (!gtk_widget_should_layout (self->hint))
    return;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &area.width, NULL, NULL);
  area.width = MAX (minimum, MIN (area.width, width));
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL, NULL);
  area.x = CLAMP (subject.origin.x, 0, MAX (0, width - area.width));
  area.y = subject.origin.y + subject.size.height + HINT_GAP;
  if (area.y + area.height > height - tl_viewport_get_foot (self->viewport))
    area.y = subject.origin.y - HINT_GAP - area.height;

  gtk_widget_size_allocate (self->hint, &area, -1);
}

/* Gives a new canvas what says something. */
void
tl_canvas_init_marks (TlCanvas *self)
{
  self->hint = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                             "visible", FALSE,
                             "can-target", FALSE,
                             "wrap", TRUE,
                             "wrap-mode", PANGO_WRAP_WORD_CHAR,
                             "max-width-chars", HINT_WIDTH,
                             "xalign", 0.0,
                             NULL);
  gtk_widget_add_css_class (self->hint, "canvas-hint");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}
