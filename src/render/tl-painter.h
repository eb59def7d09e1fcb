/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/* What is to be painted; the order of the flags is the order from below to above. */
typedef enum
{
  TL_LAYER_BACKGROUND = 1 << 0,     /* the ground and the stripes of the bands */
  TL_LAYER_REGIONS    = 1 << 1,     /* the borders of organisations */
  TL_LAYER_EDGES      = 1 << 2,     /* contributions and tensions */
  TL_LAYER_CARDS      = 1 << 3,
  TL_LAYER_LABELS     = 1 << 4,     /* names of bands, kept at the edge of what is visible */
  TL_LAYER_STATE      = 1 << 5,     /* the rings of what is selected and pointed at; below the names, the chain */
  TL_LAYER_GREEKED    = 1 << 6,     /* bars in place of text: a picture without fonts */
  TL_LAYER_STILL      = 1 << 7,     /* nothing that is there only to be pressed: files and paper */
} TlLayers;

#define TL_LAYERS_FILE   (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS | TL_LAYER_LABELS)
#define TL_LAYERS_SCREEN (TL_LAYERS_FILE | TL_LAYER_STATE)

/* How a scene is to be painted; lives on the stack. */
typedef struct
{
  const TlPalette *palette;
  double           scale;           /* device pixels for a unit of the picture: what lines are drawn by */
  double           density;         /* device pixels for a pixel of the screen, 0 for 1: detail goes by size on the screen */
  TlLayers         layers;
} TlPainter;

void   tl_painter_paint          (const TlPainter *self,
                                  TlScene         *scene,
                                  TlPen           *pen,
                                  const TlRect    *area);
GArray *tl_painter_collect_labels (const TlPainter *self,
                                   TlScene         *scene,
                                   const TlRect    *area);
TlColour tl_painter_get_veil     (const TlPainter *self,
                                  TlScene         *scene);
gboolean tl_painter_is_statement_cut (TlTextCache *texts,
                                      const TlCard *card);
double tl_painter_measure_statement (TlTextCache  *texts,
                                     const TlCard *card,
                                     double        width);
gboolean tl_painter_shows_statement (TlTextCache  *texts,
                                     const TlCard *card);
double tl_painter_measure_invitation (TlTextCache    *texts,
                                      const TlColumn *column);
double tl_painter_measure_legend (TlScene         *scene,
                                  double           width);
void   tl_painter_paint_legend   (const TlPainter *self,
                                  TlScene         *scene,
                                  TlPen           *pen,
                                  double           x,
                                  double           y,
                                  double           width);

G_END_DECLS
