/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-colour.h"
#include "tl-stamps.h"
#include "tl-text.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlRect;

/* How a line is drawn.  A dash of 0 is a solid line. */
typedef struct
{
  TlColour colour;
  double   width;
  double   dash;
  double   space;
  gboolean round;
} TlStroke;

/* One point of a hairline: a place, and how strong the line is there, 0 to 1. */
typedef struct
{
  double x;
  double y;
  double strength;
} TlThinPoint;

typedef struct _TlPen      TlPen;
typedef struct _TlPenClass TlPenClass;

/* What a back-end has to be able to do.  None may be NULL. */
struct _TlPenClass
{
  void (*begin_group) (TlPen          *pen,
                       const char     *id,
                       const char     *title,
                       const char     *description);
  void (*end_group)   (TlPen          *pen);
  void (*use_stamps)  (TlPen           *pen,
                       TlStamps        *stamps,
                       const TlPalette *palette);
  void (*snap)        (TlPen          *pen,
                       double         *x,
                       double         *y);
  gboolean (*begin_stamp) (TlPen  *pen,
                           guint   key,
                           double  x,
                           double  y);
  void (*end_stamp)   (TlPen          *pen);
  void (*begin_scaled) (TlPen *pen,
                        double x,
                        double y,
                        double factor);
  void (*end_scaled)  (TlPen          *pen);
  void (*begin_clip)  (TlPen          *pen,
                       const TlRect   *rect,
                       double          radius);
  void (*end_clip)    (TlPen          *pen);
  void (*fill_rect)   (TlPen          *pen,
                       const TlRect   *rect,
                       double          radius,
                       const TlColour *colour);
  void (*stroke_rect) (TlPen          *pen,
                       const TlRect   *rect,
                       double          radius,
                       const TlStroke *stroke);
  void (*move_to)     (TlPen          *pen,
                       double          x,
                       double          y);
  void (*line_to)     (TlPen          *pen,
                       double          x,
                       double          y);
  void (*curve_to)    (TlPen          *pen,
                       double          x1,
                       double          y1,
                       double          x2,
                       double          y2,
                       double          x3,
                       double          y3);
  void (*close_path)  (TlPen          *pen);
  void (*fill)        (TlPen          *pen,
                       const TlColour *colour);
  void (*stroke)      (TlPen          *pen,
                       const TlStroke *stroke);
  void (*begin_hairlines) (TlPen *pen);
  void (*draw_hairline)   (TlPen             *pen,
                           const TlThinPoint *points,
                           guint              n_points,
                           const TlColour    *colour);
  void (*end_hairlines)   (TlPen *pen);
  void (*draw_text)   (TlPen          *pen,
                       TlText         *text,
                       double          x,
                       double          y,
                       const TlColour *colour);
};

struct _TlPen
{
  const TlPenClass *klass;
};

double tl_thin_points_get_mean (const TlThinPoint *points,
                                guint              n_points);

void tl_pen_begin_group (TlPen          *self,
                         const char     *id,
                         const char     *title,
                         const char     *description);
void tl_pen_end_group   (TlPen          *self);
void tl_pen_use_stamps  (TlPen           *self,
                         TlStamps        *stamps,
                         const TlPalette *palette);
void tl_pen_snap        (TlPen          *self,
                         double         *x,
                         double         *y);
gboolean tl_pen_begin_stamp (TlPen *self,
                             guint  key,
                             double x,
                             double y);
void tl_pen_end_stamp   (TlPen          *self);
void tl_pen_begin_scaled (TlPen         *self,
                          double         x,
                          double         y,
                          double         factor);
void tl_pen_end_scaled  (TlPen          *self);
void tl_pen_begin_clip  (TlPen          *self,
                         const TlRect   *rect,
                         double          radius);
void tl_pen_end_clip    (TlPen          *self);
void tl_pen_fill_rect   (TlPen          *self,
                         const TlRect   *rect,
                         double          radius,
                         const TlColour *colour);
void tl_pen_stroke_rect (TlPen          *self,
                         const TlRect   *rect,
                         double          radius,
                         const TlStroke *stroke);
void tl_pen_move_to     (TlPen          *self,
                         double          x,
                         double          y);
void tl_pen_line_to     (TlPen          *self,
                         double          x,
                         double          y);
void tl_pen_curve_to    (TlPen          *self,
                         double          x1,
                         double          y1,
                         double          x2,
                         double          y2,
                         double          x3,
                         double          y3);
void tl_pen_close_path  (TlPen          *self);
void tl_pen_fill        (TlPen          *self,
                         const TlColour *colour);
void tl_pen_stroke      (TlPen          *self,
                         const TlStroke *stroke);
void tl_pen_begin_hairlines (TlPen          *self);
void tl_pen_draw_hairline   (TlPen             *self,
                             const TlThinPoint *points,
                             guint              n_points,
                             const TlColour    *colour);
void tl_pen_end_hairlines   (TlPen          *self);
void tl_pen_draw_text   (TlPen          *self,
                         TlText         *text,
                         double          x,
                         double          y,
                         const TlColour *colour);

G_END_DECLS
