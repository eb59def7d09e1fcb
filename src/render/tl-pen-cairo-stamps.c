/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pen of cairo does with what comes often: on a screen it is drawn once as pixels, which outlive the pen
 * (tl-stamps.c), in a file once as a form that is put wherever it comes again.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-pen-cairo-private.h"

/* The room a stamp has around its origin, in units of the picture, with plenty to spare.  Without bounds cairo 1.16 would
 * measure every stamp when it comes into a PDF, and never free what it measured with.
 */
static const cairo_rectangle_t stamp_room = { -100.0, -100.0, 1000.0, 600.0 };

/* The same for stamps as pixels, which are the blanks of cards: these with their shadows and what is folded beneath.  At
 * a larger scale so few cards are in view that their pixels would only take room.
 */
static const cairo_rectangle_t stamp_pixels = { -8.0, -8.0, 244.0, 116.0 };

#define LARGEST_STAMP 1.6

/* A kept stamp is so many times as large as it is put on the page.  When cairo 1.16 looks through a page it takes parts of
 * a stamp for standing beside their place, by that place times the scale: far enough from it to be beyond the page, which
 * it then counts in thousands of rectangles.
 */
#define STAMP_UNITS 50.0

/* Cairo measures each line before it writes it into a file, which takes longer than writing it unless roughly is enough.
 * The file is the same: how fine curves become is up to who shows it.
 */
#define ROUGH_TOLERANCE 1.0

/* Whether pixels of the target are those of the picture, only larger or smaller. */
static gboolean
find_scale (cairo_t *cr,
            double  *scale)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double scale_x, scale_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  *scale = matrix.xx;

  return cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE && scale_x == 1.0 && scale_y == 1.0
         && matrix.xx == matrix.yy && matrix.xy == 0.0 && matrix.yx == 0.0 && matrix.xx > 0.0;
}

void
tl_pen_cairo_use_stamps (TlPen           *pen,
                         TlStamps        *stamps,
                         const TlPalette *palette)
{
  TlPenCairo *self = (TlPenCairo *) pen;
  double scale = 0.0;

  self->pixels = NULL;
  if (stamps == NULL || self->stamps != NULL || !find_scale (self->cr, &scale) || scale > LARGEST_STAMP)
    return;

  tl_stamps_fit (stamps, palette, scale);
  self->pixels = stamps;
  self->scale = scale;
}

/* Onto whole pixels; a little more than half a pixel up, so that no rounding error decides between two tiles. */
void
tl_pen_cairo_snap (TlPen  *pen,
                   double *x,
                   double *y)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->pixels == NULL)
    return;

  cairo_user_to_device (self->cr, x, y);
  *x = floor (*x + 0.501);
  *y = floor (*y + 0.501);
  cairo_device_to_user (self->cr, x, y);
}

static void
put_pixels (TlPenCairo      *self,
            cairo_surface_t *stamp)
{
  double x = self->stamp_x;
  double y = self->stamp_y;
  double margin = ceil (-stamp_pixels.x * self->scale);

  cairo_user_to_device (self->cr, &x, &y);
  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_translate (self->cr, round (x) - margin, round (y) - margin);
  cairo_set_source_surface (self->cr, stamp, 0.0, 0.0);
  cairo_rectangle (self->cr, 0.0, 0.0, cairo_image_surface_get_width (stamp), cairo_image_surface_get_height (stamp));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
put_stamp (TlPenCairo *self)
{
  cairo_surface_t *stamp;

  if (self->pixels != NULL)
    {
      put_pixels (self, tl_stamps_find (self->pixels, self->stamp));
      return;
    }

  stamp = g_hash_table_lookup (self->stamps, GUINT_TO_POINTER (self->stamp));
  cairo_save (self->cr);
  cairo_translate (self->cr, self->stamp_x, self->stamp_y);
  cairo_scale (self->cr, 1.0 / STAMP_UNITS, 1.0 / STAMP_UNITS);
  cairo_set_source_surface (self->cr, stamp, 0.0, 0.0);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
}

static gboolean
has_stamp (TlPenCairo *self,
           guint       key)
{
  if (self->pixels != NULL)
    return tl_stamps_find (self->pixels, key) != NULL;

  return g_hash_table_contains (self->stamps, GUINT_TO_POINTER (key));
}

static cairo_t *
begin_pixels (TlPenCairo *self,
              guint       key)
{
  double margin = ceil (-stamp_pixels.x * self->scale);
  cairo_surface_t *stamp = tl_stamps_add (self->pixels, key, (int) ceil (stamp_pixels.width * self->scale),
                                          (int) ceil (stamp_pixels.height * self->scale));
  cairo_t *cr = cairo_create (stamp);

  cairo_translate (cr, margin, margin);
  cairo_scale (cr, self->scale, self->scale);

  return cr;
}

static cairo_t *
begin_recording (TlPenCairo *self,
                 guint       key)
{
  const cairo_rectangle_t room = {
    stamp_room.x * STAMP_UNITS, stamp_room.y * STAMP_UNITS, stamp_room.width * STAMP_UNITS, stamp_room.height * STAMP_UNITS,
  };
  cairo_surface_t *stamp = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &room);
  cairo_t *cr = cairo_create (stamp);

  g_hash_table_insert (self->stamps, GUINT_TO_POINTER (key), stamp);
  cairo_set_tolerance (cr, ROUGH_TOLERANCE * STAMP_UNITS);
  cairo_scale (cr, STAMP_UNITS, STAMP_UNITS);

  return cr;
}

gboolean
tl_pen_cairo_begin_stamp (TlPen  *pen,
                          guint   key,
                          double  x,
                          double  y)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->stamps == NULL && self->pixels == NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, x, y);
      return TRUE;
    }

  self->stamp = key;
  self->stamp_x = x;
  self->stamp_y = y;
  if (has_stamp (self, key))
    {
      put_stamp (self);
      return FALSE;
    }

  self->page = self->cr;
  self->cr = self->pixels != NULL ? begin_pixels (self, key) : begin_recording (self, key);

  return TRUE;
}

void
tl_pen_cairo_end_stamp (TlPen *pen)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->stamps == NULL && self->pixels == NULL)
    {
      cairo_restore (self->cr);
      return;
    }

  cairo_destroy (self->cr);
  self->cr = g_steal_pointer (&self->page);
  put_stamp (self);
}

/**
 * tl_pen_cairo_keep_stamps:
 * @self: a pen that has not drawn yet
 *
 * Lets the pen draw every stamp once and put it wherever it comes again: a PDF of ten thousand goals takes half the
 * time and a sixth of the room.  On a screen it would only cost.  tl_pen_cairo_clear() has to be called then, and the
 * tolerance of the context is another until it is restored.
 */
void
tl_pen_cairo_keep_stamps (TlPenCairo *self)
{
  g_return_if_fail (self != NULL && self->stamps == NULL);

  self->stamps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
  cairo_set_tolerance (self->cr, ROUGH_TOLERANCE);
}

/**
 * tl_pen_cairo_clear:
 * @self: a pen that keeps stamps, or not
 */
void
tl_pen_cairo_clear (TlPenCairo *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->stamps, g_hash_table_unref);
}
