/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlPicturePages share. */

#pragma once

#include "tl-picture-pages.h"
#include "tl-sheet.h"

G_BEGIN_DECLS

struct _TlPicturePages
{
  GObject      parent_instance;

  TlScene     *scene;
  TlSheet      sheet;
  TlPageSetup  setup;
  double       points;       /* for a unit of the sheet */
  double       x;            /* where the sheet, or a tile of it, is on the page, in points */
  double       y;
  double       overlap;      /* of two pages, in units of the sheet */
  GArray      *columns;      /* of double: the seams from left to right, in units of the sheet */
  GArray      *rows;
  guint        n_cut;
  char        *family;       /* of the fonts a copy takes when it is first drawn, since they are kept by thread */
};

/* tl-picture-pages-fit.c */
void     tl_picture_pages_take_seams  (TlPicturePages       *self,
                                       GArray               *columns,
                                       GArray               *rows);
void     tl_picture_pages_fit_picture (TlPicturePages       *self,
                                       const TlPalette      *palette,
                                       const TlRect         *area);
void     tl_picture_pages_fit_page    (TlPicturePages       *self,
                                       const TlPalette      *palette,
                                       const TlRect         *area);
gboolean tl_picture_pages_spread      (TlPicturePages       *self,
                                       const TlPalette      *palette,
                                       const TlRect         *area,
                                       const TlPictureForm  *form,
                                       GError              **error);

/* tl-picture-pages-marks.c */
void     tl_picture_pages_draw_marks  (TlPicturePages       *self,
                                       cairo_t              *cr,
                                       guint                 page);

G_END_DECLS
