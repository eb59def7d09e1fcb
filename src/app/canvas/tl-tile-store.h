/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-tile-plan.h"

G_BEGIN_DECLS

/* A tile that was painted; belongs to its store. */
typedef struct
{
  TlTile           tile;
  cairo_surface_t *surface;
  GdkTexture      *texture;      /* the same pixels, once they were asked for */
  guint            last_frame;   /* in which it was last of use */
} TlKeptTile;

/* A tile of another size than the one that is wanted, and where on the screen it would stand in. */
typedef struct
{
  TlKeptTile *kept;
  TlRect      place;            /* in pixels of the device */
  double      blur;             /* as of tl_tile_plan_blur(); without end for the base */
} TlSubstitute;

typedef struct _TlTileStore TlTileStore;

TlTileStore *tl_tile_store_new         (void);
void         tl_tile_store_free        (TlTileStore        *self);
void         tl_tile_store_clear       (TlTileStore        *self);
void         tl_tile_store_drop        (TlTileStore        *self,
                                        GArray             *places);
gsize        tl_tile_store_get_size    (TlTileStore        *self);
void         tl_tile_store_next_frame  (TlTileStore        *self);
TlKeptTile  *tl_tile_store_find        (TlTileStore        *self,
                                        const TlTile       *tile);
void         tl_tile_store_add         (TlTileStore        *self,
                                        const TlTile       *tile,
                                        cairo_surface_t    *surface);
GdkTexture  *tl_kept_tile_get_texture  (TlKeptTile         *self);
void         tl_tile_store_forget      (TlTileStore        *self,
                                        double              base,
                                        gsize               most);
GArray      *tl_tile_store_substitutes (TlTileStore        *self,
                                        const TlTileScreen *screen,
                                        double              level,
                                        double              base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTileStore, tl_tile_store_free)

G_END_DECLS
