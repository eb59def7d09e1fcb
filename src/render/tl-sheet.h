/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "tl-scene.h"

G_BEGIN_DECLS

/* What a sheet in its natural size is on paper: points for a unit */
#define TL_SHEET_POINTS 0.75

/* Where everything stands on a sheet, in units of natural size, from its upper left corner; lives on the stack. */
typedef struct
{
  TlScene   *scene;              /* not owned */
  TlPalette  palette;
  double     zoom;               /* of the picture; the texts around it keep their size */
  double     width;
  double     height;
  double     text_width;
  double     least_width;        /* what the texts take, however narrow the picture */
  double     title_y;
  double     head_end;           /* the lower end of title and subtitle */
  double     subtitle_y;
  TlRect     picture;            /* in units of the scene: the area that is painted */
  gboolean   is_part;            /* whether the picture goes on beyond that */
  gboolean   is_cut;             /* into pages, each of which has names of its own */
  double     picture_x;
  double     picture_y;
  double     legend_y;
  double     legend_height;
} TlSheet;

void tl_sheet_init         (TlSheet         *self,
                            TlScene         *scene,
                            const TlPalette *palette,
                            const TlRect    *area,
                            double           text_width,
                            double           zoom);
void tl_sheet_resize       (TlSheet         *self,
                            double           zoom);
void tl_sheet_paint_frame  (const TlSheet   *self,
                            TlPen           *pen,
                            double           scale,
                            const TlRect    *part);
void tl_sheet_paint_picture (const TlSheet  *self,
                             TlPen          *pen,
                             double          scale,
                             const TlRect   *part);
void tl_sheet_draw         (const TlSheet   *self,
                            cairo_t         *cr,
                            double           scale,
                            gboolean         keep_stamps,
                            const TlRect    *part);

G_END_DECLS
