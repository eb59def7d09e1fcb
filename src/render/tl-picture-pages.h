/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-pages.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/* Titles smaller than this, in points, are hard to read on paper. */
#define TL_PICTURE_LEAST_TITLE 5.0

/* No picture is spread over more pages. */
#define TL_PICTURE_MOST_PAGES 400

/**
 * TlPictureForm:
 * @paper: %TL_PAPER_PICTURE for one page as large as the picture
 * @landscape: whether the longer side of the paper lies
 * @across: how many pages side by side the picture is spread over; 0 for one page, unless @scale says otherwise
 * @scale: how large the picture is, 1 being natural, on as many pages as it takes; of a PNG, pixels for a unit, 0 to
 *   choose; 0 to go by @across
 * @area: (nullable): what somebody sees of the picture, in its units; %NULL for all
 *
 * How a picture is taken out.
 */
typedef struct
{
  TlPaper       paper;
  gboolean      landscape;
  guint         across;
  double        scale;
  const TlRect *area;
} TlPictureForm;

void            tl_picture_form_turn            (TlPictureForm        *self,
                                                 TlScene              *scene);
gboolean        tl_picture_form_is_readable     (const TlPictureForm  *self,
                                                 TlScene              *scene);
void            tl_picture_form_spread          (TlPictureForm        *self,
                                                 TlScene              *scene);

#define TL_TYPE_PICTURE_PAGES (tl_picture_pages_get_type ())
G_DECLARE_FINAL_TYPE (TlPicturePages, tl_picture_pages, TL, PICTURE_PAGES, GObject)

TlPicturePages *tl_picture_pages_new            (TlScene              *scene,
                                                 const TlPalette      *palette,
                                                 const TlPictureForm  *form,
                                                 GError              **error);
guint           tl_picture_pages_get_n_columns  (TlPicturePages       *self);
guint           tl_picture_pages_get_n_rows     (TlPicturePages       *self);
double          tl_picture_pages_get_scale      (TlPicturePages       *self);
double          tl_picture_pages_get_title_size (TlPicturePages       *self);
guint           tl_picture_pages_get_n_cut      (TlPicturePages       *self);
TlScene        *tl_picture_pages_get_scene      (TlPicturePages       *self);
void            tl_picture_pages_get_picture    (TlPicturePages       *self,
                                                 TlRect               *area,
                                                 TlRect               *place);
void            tl_picture_pages_get_tile       (TlPicturePages       *self,
                                                 guint                 page,
                                                 TlRect               *tile);

G_END_DECLS
