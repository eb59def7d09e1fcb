/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of a scene share. */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/* What the names of bands need above a cascade that runs to the right, and those of regions between. */
#define TL_SCENE_HEADROOM        34.0
#define TL_SCENE_REGION_HEADROOM 8.0

/* A row (a column, when the cascade runs to the right): a run of the sorted cards, and the strip it fills. */
typedef struct
{
  double start;
  double end;
  guint  first;
  guint  n_cards;
} TlSceneRow;

/* Lines that begin in the same strip and are about as long. */
typedef struct
{
  double start;           /* across, of the first, and where the last ends */
  double end;
  double longest;         /* along */
  guint  first;           /* a run of the sorted lines */
  guint  n_edges;
} TlSceneSheaf;

typedef struct
{
  double start;
  double end;
} TlSceneExtent;

/* The lines at each card, of those it is the one end of: @edges[@first[card]] to @edges[@first[card + 1]]. */
typedef struct
{
  guint *first;
  guint *edges;
} TlSceneLinks;

struct _TlScene
{
  GObject           parent_instance;

  TlSceneDirection  direction;
  char             *title;
  char             *subtitle;

  GStringChunk     *strings;
  GHashTable       *by_id;          /* id -> number + 1 */
  GArray           *cards;
  GArray           *edges;
  GArray           *edge_bounds;
  GArray           *tensions;
  GArray           *bands;
  GArray           *regions;
  GArray           *columns;
  TlRect            extent;         /* the room it takes even where nothing stands */
  GPtrArray        *points;

  guint             selected;       /* the primary one of the selection */
  GArray           *selection;      /* of guint, ascending */
  GArray           *found;          /* of guint, ascending */
  guint             found_current;
  guint             target;
  gboolean          target_allowed;
  guint             hovered;
  gboolean          is_receding;    /* whether some cards do */
  GArray           *chain_of;       /* of guint: the cards it was asked for; see tl-scene-chain.c */
  guint             chain_alone;    /* the one of these whose chain is shown without those of the others, or none */
  GArray           *chain_cards;    /* of guint, ascending */
  GArray           *chain_edges;
  double            chain_strength;
  double            veil;           /* over what is not in the chain */
  TlTextCache      *texts;
  TlStamps         *stamps;

  /* The index; all of it is dropped in tl_scene_drop_index(). */
  gboolean          indexed;
  guint            *sorted;         /* the cards by row, then along the row */
  GArray           *rows;
  double            deepest;        /* the largest extent of a row across the direction of rows */
  double            widest;         /* the largest extent of a card along its row */
  double            fold_reach;     /* how far a handle reaches beyond its card at most */
  guint            *sorted_edges;   /* by sheaf, then along it */
  GArray           *sheaves;        /* of TlSceneSheaf */
  float            *weights;        /* by card; NULL until somebody asks */
  GArray           *landmarks;      /* of guint; NULL until somebody asks, and again when other cards stand out */
  TlSceneLinks      upwards;        /* to what a card helps; both NULL until somebody asks */
  TlSceneLinks      downwards;      /* to what helps it */
  TlRect            bounds;
};

/* In tl-scene.c. */
TlStamps *tl_scene_get_stamps  (TlScene *self);

/* In tl-scene-state.c. */
void  tl_scene_fill_set        (TlScene     *self,
                                GArray      *set,
                                const guint *cards,
                                guint        n_cards);
gboolean tl_scene_is_receding  (TlScene     *self);

/* In tl-scene-index.c. */
void  tl_scene_ensure_index    (TlScene *self);
void  tl_scene_drop_index      (TlScene *self);

double tl_scene_get_fold_reach (TlScene *self);
gboolean tl_scene_has_card_in  (TlScene      *self,
                                const TlRect *area);

/* In tl-scene-edges.c. */
void  tl_scene_index_edges     (TlScene *self);
void  tl_scene_drop_edge_index (TlScene *self);

/* Sorts cards or lines as they were added; for g_array_sort(). */
static inline gint
tl_scene_compare_numbers (gconstpointer a,
                          gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* Where something begins and ends across the rows. */
static inline TlSceneExtent
tl_scene_get_across (TlScene      *self,
                     const TlRect *box)
{
  if (self->direction == TL_SCENE_DOWN)
    return (TlSceneExtent) { box->y, box->y + box->height };

  return (TlSceneExtent) { box->x, box->x + box->width };
}

/* Where something begins and ends along the rows. */
static inline TlSceneExtent
tl_scene_get_along (TlScene      *self,
                    const TlRect *box)
{
  if (self->direction == TL_SCENE_DOWN)
    return (TlSceneExtent) { box->x, box->x + box->width };

  return (TlSceneExtent) { box->y, box->y + box->height };
}

/* In tl-scene-links.c. */
void   tl_scene_drop_links     (TlScene *self);
const guint *tl_scene_get_links_up   (TlScene *self,
                                      guint    card,
                                      guint   *n_edges);
const guint *tl_scene_get_links_down (TlScene *self,
                                      guint    card,
                                      guint   *n_edges);

/* In tl-scene-weights.c. */
GArray *tl_scene_get_landmarks (TlScene *self);
void    tl_scene_drop_landmarks (TlScene *self);

/* In tl-scene-fold.c. */

/* What stands on the handle of a card that is closed: a number, of everything or of one health. */
typedef struct
{
  gboolean total;
  TlHealth health;
  guint    count;
  double   indent;            /* of the number, behind its sign; 0 when it has none */
  TlRect   box;               /* from the corner of the handle, as if that were not enlarged */
} TlFoldItem;

#define TL_FOLD_MAX_ITEMS (1 + TL_N_HEALTHS)
#define TL_FOLD_SIGN      9.0

typedef struct
{
  TlRect     box;             /* in units of the picture; empty when there is no handle */
  double     factor;          /* how many times as large everything on it is */
  guint      n_items;
  TlFoldItem items[TL_FOLD_MAX_ITEMS];
} TlFoldHandle;

void   tl_card_lay_out_fold    (const TlCard     *card,
                                TlSceneDirection  direction,
                                double            scale,
                                TlFoldHandle     *handle);

/* In tl-scene-curve.c. */
guint tl_edge_get_n_curves (const TlEdge     *edge);
void  tl_edge_get_curve    (const TlEdge     *edge,
                            TlSceneDirection  direction,
                            guint             curve,
                            double            points[8]);
TlRect tl_curve_get_bounds (const double      p[8]);
void  tl_curve_halve       (const double      p[8],
                            double            first[8],
                            double            second[8]);

G_END_DECLS
