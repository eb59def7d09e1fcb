/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "tl-pen.h"

G_BEGIN_DECLS

/* A square of a picture at one level.  The level is how many pixels of the tile there are for a unit of the picture.
 * Lives on the stack, and as a key in a table.
 */
typedef struct
{
  double level;
  int    column;
  int    row;
} TlTile;

/* How the picture stands on the screen, all of it in pixels of the device; lives on the stack. */
typedef struct
{
  double scale;         /* pixels for a unit of the picture */
  double x;             /* where the picture's origin is, a whole number */
  double y;
  double width;         /* of the screen */
  double height;
  double density;       /* pixels of the device for one of the screen, 0 for 1 */
} TlTileScreen;

int      tl_tile_get_side        (double              level);
guint    tl_tile_hash            (gconstpointer       tile);
gboolean tl_tile_equal           (gconstpointer       one,
                                  gconstpointer       other);
void     tl_tile_get_area        (const TlTile       *self,
                                  TlRect             *area);
void     tl_tile_place           (const TlTile       *self,
                                  const TlTileScreen *screen,
                                  TlRect             *place);
void     tl_tile_screen_get_seen (const TlTileScreen *self,
                                  TlRect             *area);
gboolean tl_tile_rects_touch     (const TlRect       *one,
                                  const TlRect       *other);

double   tl_tile_plan_step       (double              scale);
double   tl_tile_plan_base       (const TlRect       *bounds);
double   tl_tile_plan_blur       (double              level,
                                  double              scale);
void     tl_tile_plan_visible    (const TlTileScreen *screen,
                                  double              level,
                                  GArray             *tiles);
void     tl_tile_plan_next       (const TlTileScreen *screen,
                                  double              level,
                                  double              dx,
                                  double              dy,
                                  GArray             *tiles);
void     tl_tile_plan_all        (const TlRect       *bounds,
                                  double              level,
                                  GArray             *tiles);

G_END_DECLS
