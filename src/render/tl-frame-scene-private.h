/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a frame's layout share. */

#pragma once

#include "tl-frame.h"
#include "tl-scene.h"
#include "tl-statement-link.h"

G_BEGIN_DECLS

/* Between the cards of a column, and around them in its panel. */
#define TL_FRAME_GAP 14.0
#define TL_FRAME_PAD 10.0

/* Beneath the columns, for one loop. */
#define TL_FRAME_LOOP_STEP 26.0

/* Beside the columns, for the lines that leave or come in there. */
#define TL_FRAME_LANE_STEP 9.0

/* One statement of the frame.  Its number is that of its card. */
typedef struct
{
  TlStatement *statement;
  guint        column;
  guint        row;                 /* within its column, from the top */
  TlRect       box;
} TlFrameItem;

/* One link of the frame, by the numbers of its items. */
typedef struct
{
  TlStatementLink *link;
  guint            from;
  guint            to;
  gboolean         loop;
} TlFrameLink;

typedef struct
{
  TlScene *scene;
  GArray  *items;                                   /* TlFrameItem */
  GArray  *links;                                   /* TlFrameLink */
  GArray  *columns[TL_N_FRAME_COLUMNS];             /* guint: items from top to bottom */
  gboolean is_ordered[TL_N_FRAME_COLUMNS];          /* by the person, who wants to find it so again */
  TlRect   panels[TL_N_FRAME_COLUMNS];
  double   bottoms[TL_N_FRAME_COLUMNS];             /* of what stands in them */
} TlFrameLayout;

static inline TlFrameItem *
tl_frame_layout_get_item (TlFrameLayout *self,
                          guint          item)
{
  return &g_array_index (self->items, TlFrameItem, item);
}

static inline TlFrameLink *
tl_frame_layout_get_link (TlFrameLayout *self,
                          guint          link)
{
  return &g_array_index (self->links, TlFrameLink, link);
}

/* Whether a loop leaves or comes in at the lower edge of the card: nothing stands below it. */
static inline gboolean
tl_frame_layout_is_last (TlFrameLayout     *self,
                         const TlFrameItem *item)
{
  return item->row + 1 == self->columns[item->column]->len;
}

/* In tl-frame-scene-order.c. */
void        tl_frame_layout_order           (TlFrameLayout     *self);

/* In tl-frame-scene-lines.c. */
void        tl_frame_layout_add_lines       (TlFrameLayout     *self);

/* In tl-frame-scene-words.c. */
char       *tl_frame_scene_words_of_kicker  (TlStatement       *statement);
char       *tl_frame_scene_words_of_foot    (TlStatement       *statement);
char       *tl_frame_scene_words_of_all     (TlFrameLayout     *self,
                                             guint              item);
char       *tl_frame_scene_words_of_link    (const TlFrameLink *link);
const char *tl_frame_scene_words_of_loop    (TlStatement       *result);

G_END_DECLS
