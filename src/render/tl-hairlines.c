/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Very many thin lines, drawn straight into the pixels of a picture.
 *
 * Seen from far away a cascade is ten thousand lines of less than a pixel.  cairo makes a polygon of each, which takes
 * 20 us smoothed and 3 us not; here a line is one step along its longer axis for each pixel, and each step mixes the
 * colour into the two pixels the line passes between, by how near it passes to each (as Xiaolin Wu's do).  A line
 * that is thinner than a pixel is as much fainter, so that many thin lines look like many thin lines.
 *
 * Only for pictures in memory whose clip is one rectangle; whoever draws anything else asks cairo.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-hairlines.h"

#include <math.h>

/* Lines that lean less than this over their whole length are drawn along the pixels, where they are sharp. */
#define UPRIGHT 0.05

/* What is fainter than this cannot be told from the ground. */
#define FAINTEST 0.03

/* An end of a piece of a line, in pixels. */
typedef TlThinPoint End;

static gboolean
find_clip (TlHairlines *self,
           cairo_t     *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean single = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (single)
    {
      const cairo_rectangle_t *clip = &list->rectangles[0];
      double x0 = clip->x, y0 = clip->y;
      double x1 = clip->x + clip->width, y1 = clip->y + clip->height;

      cairo_matrix_transform_point (&self->matrix, &x0, &y0);
      cairo_matrix_transform_point (&self->matrix, &x1, &y1);
      self->left = MAX (0, (int) lround (MIN (x0, x1)));
      self->top = MAX (0, (int) lround (MIN (y0, y1)));
      self->right = MIN (cairo_image_surface_get_width (self->surface), (int) lround (MAX (x0, x1)));
      self->bottom = MIN (cairo_image_surface_get_height (self->surface), (int) lround (MAX (y0, y1)));
    }
  cairo_rectangle_list_destroy (list);

  return single && self->left < self->right && self->top < self->bottom;
}

/**
 * tl_hairlines_begin:
 * @self: (out caller-allocates): the pixels
 * @cr: what is drawn on; nothing else may draw on it before tl_hairlines_end()
 *
 * Returns: whether lines can be drawn here; when not, there is nothing to end
 */
gboolean
tl_hairlines_begin (TlHairlines *self,
                    cairo_t     *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double scale_x, scale_y, offset_x, offset_y;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  cairo_format_t format = cairo_image_surface_get_format (surface);

  cairo_get_matrix (cr, &self->matrix);
  if ((format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32) || self->matrix.xy != 0.0 || self->matrix.yx != 0.0)
    return FALSE;

  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  cairo_matrix_multiply (&self->matrix, &self->matrix,
                         &(cairo_matrix_t) { scale_x, 0.0, 0.0, scale_y, offset_x, offset_y });

  self->surface = surface;
  if (!find_clip (self, cr))
    return FALSE;

  cairo_surface_flush (surface);
  self->pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  self->stride = cairo_image_surface_get_stride (surface) / sizeof (guint32);

  return self->pixels != NULL;
}

/**
 * tl_hairlines_end:
 * @self: what has begun
 */
void
tl_hairlines_end (TlHairlines *self)
{
  cairo_surface_mark_dirty (self->surface);
}

/* Mixes @share (of 256) of a colour, whose alpha is full, into a pixel whose colour is multiplied by its alpha. */
static inline void
mix_pixel (guint32 *pixel,
           guint32  colour,
           guint32  share)
{
  guint32 rest = 256 - share;
  guint32 even = ((*pixel & 0xff00ff) * rest + (colour & 0xff00ff) * share) >> 8;
  guint32 odd = ((*pixel >> 8) & 0xff00ff) * rest + ((colour >> 8) & 0xff00ff) * share;

  *pixel = (even & 0xff00ff) | (odd & 0xff00ff00);
}

/* Cuts a piece to where its @along coordinate is within two limits; whether anything is left. */
static gboolean
cut_piece (End      *from,
           End      *to,
           gboolean  upright,
           double    least,
           double    most)
{
  double a = upright ? from->y : from->x;
  double b = upright ? to->y : to->x;
  const End first = *from;
  const End last = *to;

  if (MAX (a, b) < least || MIN (a, b) > most)
    return FALSE;
  if (a == b)
    return TRUE;

  double enter = (least - a) / (b - a);
  double leave = (most - a) / (b - a);
  double start = MAX (0.0, MIN (enter, leave));
  double end = MIN (1.0, MAX (enter, leave));

  *from = (End) { first.x + (last.x - first.x) * start, first.y + (last.y - first.y) * start,
                  first.strength + (last.strength - first.strength) * start };
  *to = (End) { first.x + (last.x - first.x) * end, first.y + (last.y - first.y) * end,
                first.strength + (last.strength - first.strength) * end };

  return TRUE;
}

/* A walk along one axis, in fixed numbers of 16 binary places. */
typedef struct
{
  int first;
  int beyond;
  int level;                /* across the walk; at its beginning, and how much it changes with each step */
  int level_step;
  int share;                /* of 256 */
  int share_step;
} Steps;

static inline int
to_fixed (double number)
{
  return (int) lrint (number * 65536.0);
}

/* @along and @across are how far apart the pixels of a step, and those beside each other, are. */
static inline void
walk_steps (guint32     *pixels,
            gsize        along,
            gsize        across,
            int          least,
            int          beyond,
            const Steps *steps,
            guint32      colour)
{
  int level = steps->level;
  int share = steps->share;

  for (int step = steps->first; step < steps->beyond; step++)
    {
      int at = level >> 16;
      guint32 whole = (guint32) CLAMP (share >> 16, 0, 256);
      guint32 second = (whole * (guint32) ((level >> 8) & 0xff)) >> 8;
      guint32 *pixel = pixels + (gssize) along * step + (gssize) across * at;

      if (at >= least && at < beyond)
        mix_pixel (pixel, colour, whole - second);
      if (second > 0 && at + 1 >= least && at + 1 < beyond)
        mix_pixel (pixel + across, colour, second);
      level += steps->level_step;
      share += steps->share_step;
    }
}

/* Steps from pixel to pixel along the longer axis.  A piece begins with the pixel whose middle it passes first and
 * ends before that of the next piece, so that no pixel is drawn into twice.
 */
static void
draw_steps (TlHairlines *self,
            End          from,
            End          to,
            gboolean     upright,
            guint32      colour)
{
  double start = upright ? from.y : from.x;
  double end = upright ? to.y : to.x;
  double side = upright ? from.x : from.y;
  double slope = upright ? to.x - from.x : to.y - from.y;
  double fade = to.strength - from.strength;
  double length = end - start;

  if (length < 0.0)
    {
      draw_steps (self, to, from, upright, colour);
      return;
    }

  int first = MAX ((int) ceil (start - 0.5), upright ? self->top : self->left);
  int beyond = MIN ((int) ceil (end - 0.5), upright ? self->bottom : self->right);
  double per_step = length > 0.0 ? 1.0 / length : 0.0;
  double t = (first + 0.5 - start) * per_step;
  gboolean straight = fabs (slope) < UPRIGHT;
  const Steps steps = {
    .first = first,
    .beyond = beyond,
    .level = to_fixed (straight ? floor (side) : side + slope * t - 0.5),
    .level_step = straight ? 0 : to_fixed (slope * per_step),
    .share = to_fixed ((from.strength + fade * t) * 256.0),
    .share_step = to_fixed (fade * per_step * 256.0),
  };

  if (upright)
    walk_steps (self->pixels, self->stride, 1, self->left, self->right, &steps, colour);
  else
    walk_steps (self->pixels, 1, self->stride, self->top, self->bottom, &steps, colour);
}

static void
draw_piece (TlHairlines *self,
            End          from,
            End          to,
            guint32      colour)
{
  if (!cut_piece (&from, &to, FALSE, self->left - 1.0, self->right + 1.0)
      || !cut_piece (&from, &to, TRUE, self->top - 1.0, self->bottom + 1.0))
    return;

  draw_steps (self, from, to, fabs (to.y - from.y) > fabs (to.x - from.x), colour);
}

/**
 * tl_hairlines_draw:
 * @self: what has begun
 * @points: (array length=n_points): the line, in units of the picture
 * @n_points: how many
 * @colour: its colour; its alpha is not looked at, the strength of its points says as much
 */
void
tl_hairlines_draw (TlHairlines       *self,
                   const TlThinPoint *points,
                   guint              n_points,
                   const TlColour    *colour)
{
  guint32 rgb = 0xff000000u | tl_colour_to_rgb (colour);
  End from = { 0 };

  for (guint i = 0; i < n_points; i++)
    {
      End to = {
        points[i].x * self->matrix.xx + self->matrix.x0, points[i].y * self->matrix.yy + self->matrix.y0,
        CLAMP (points[i].strength, 0.0, 1.0),
      };

      if (i > 0 && MAX (from.strength, to.strength) >= FAINTEST)
        draw_piece (self, from, to, rgb);
      from = to;
    }
}
