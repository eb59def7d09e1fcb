/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/* The width of a frame at its natural size, and the least at which its words can be set. */
#define TL_FRAME_WIDTH       880.0
#define TL_FRAME_WIDTH_LEAST 540.0

/* A place between two cards of a column, or at one of its ends. */
typedef struct
{
  TlFacet column;
  guint   index;            /* how many of its other cards stand above */
  TlRect  line;             /* from the left to the right edge of the column's cards, without height */
} TlFrameSlot;

TlScene   *tl_frame_scene_new        (TlConversation *conversation,
                                      const char     *family,
                                      double          width);
GPtrArray *tl_frame_scene_dup_column (TlScene        *scene,
                                      TlFacet         facet);
gboolean   tl_frame_scene_find_slot  (TlScene        *scene,
                                      const char     *moving,
                                      double          x,
                                      double          y,
                                      TlFrameSlot    *slot);

G_END_DECLS
