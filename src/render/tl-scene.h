/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "tl-palette.h"
#include "tl-pen.h"
#include "tl-text.h"

G_BEGIN_DECLS

/* The size of a card, in units of the picture; at a scale of 1 a unit is a pixel. */
#define TL_CARD_WIDTH  224.0
#define TL_CARD_HEIGHT 88.0

/* From our own team to the community. */
#define TL_N_CIRCLES 5

/* The heading of a column of a frame, which stays in view. */
#define TL_COLUMN_HEADING 58.0

/* No card, no edge. */
#define TL_SCENE_NONE G_MAXUINT

/* How strongly something is drawn: the chain that is looked at stands out, the rest recedes. */
typedef enum
{
  TL_EMPHASIS_NORMAL,
  TL_EMPHASIS_HIGHLIGHTED,
  TL_EMPHASIS_DIMMED,
} TlEmphasis;

/* Which way the picture runs: objectives above what helps them, or to the left of it; or, in a frame, columns in
 * which what helps stands to the left of what is helped.
 */
typedef enum
{
  TL_SCENE_DOWN,
  TL_SCENE_RIGHT,
  TL_SCENE_COLUMNS,
} TlSceneDirection;

/* What a card lacks; each is shown by a dashed edge on the side where it would be. */
typedef enum
{
  TL_GAP_NONE    = 0,
  TL_GAP_LINK    = 1 << 0,     /* nothing connects it upwards */
  TL_GAP_MEASURE = 1 << 1,     /* nothing measures it: no measure of its own, and no goal that helps it */
} TlGaps;

/* What a card stands for.  A statement has neither attainment nor health, its text takes as many lines as its box
 * has room for, and what is said about it (who, by when) stands beneath.
 */
typedef enum
{
  TL_CARD_GOAL,
  TL_CARD_STATEMENT,
} TlCardKind;

/* What is special about a statement: it says how somebody is seen; it is agreed. */
typedef enum
{
  TL_MARK_NONE,
  TL_MARK_SEEN,
  TL_MARK_CHECK,
} TlMark;

/* Whether what helps a goal can be opened or closed beneath its card. */
typedef enum
{
  TL_FOLD_NONE,
  TL_FOLD_CLOSED,     /* some of what helps it is not shown */
  TL_FOLD_OPEN,       /* all of what helps it is shown, and can be put away */
} TlFold;

/* One goal, or one statement.  A scene copies the strings of the card it is given; any of them may be NULL. */
typedef struct
{
  TlCardKind  kind;
  const char *id;
  TlRect      box;
  TlFacet     facet;
  TlHealth    health;
  TlGaps      gaps;
  TlEmphasis  emphasis;
  TlFold      fold;
  gboolean    is_partly_open;       /* of a closed one: whether something of what helps it is shown */
  guint       n_below;              /* how many goals are folded away beneath it */
  guint       below[TL_N_HEALTHS];  /* of these, by TlHealth */
  TlMark      mark;                 /* of a statement: beside its kicker */
  guint       circle;               /* of a statement: how far out it reaches, 1 to TL_N_CIRCLES; 0 when not said */
  double      attainment;           /* 0..1 and beyond; NAN when unknown */
  double      expected;             /* 0..1; NAN when unknown */
  const char *kicker;               /* the facet and whose it is: "Result · Sales" */
  const char *note;                 /* quiet words beside it: "Draft", "+ 7 below"; of a statement: for whom it is */
  const char *title;
  const char *detail;               /* of a statement: what it looks like; quiet, beneath its words */
  const char *owner;                /* of a statement: who, and by when */
  const char *unit;                 /* of a goal: the unit it belongs to; none for one of a whole organisation */
  const char *function;             /* of a goal: the largest unit that is part of; the unit itself when of none */
  const char *attainment_text;      /* "64 %", "no data" */
  const char *description;          /* everything on the card in a sentence, for who cannot see it */
} TlCard;

/* How a line runs: through its points, leaving and reaching each along the direction of the cascade; or as one cubic
 * curve of four points; or led as the first but leaving the side of a card, with a bend to its second point; or
 * straight along the axes from point to point, with round corners.
 */
typedef enum
{
  TL_CURVE_LED,
  TL_CURVE_FREE,
  TL_CURVE_RAIL,
  TL_CURVE_ROUNDED,
} TlCurve;

/* What a line says: a contribution as wide as its share; that one statement helps another, with an arrowhead; that
 * a result lets one invest again, in its own colour and with its word.
 */
typedef enum
{
  TL_EDGE_SHARE,
  TL_EDGE_LINK,
  TL_EDGE_LOOP,
} TlEdgeKind;

/* One link: from the card that helps to the card that is helped. */
typedef struct
{
  TlEdgeKind    kind;
  const char   *id;
  guint         from;
  guint         to;
  TlCurve       curve;
  const double *points;             /* x, y, x, y ... */
  guint         n_points;
  double        share;              /* 0..1 of what helps @to; the width of the line */
  gboolean      critical;
  TlEmphasis    emphasis;
  const char   *label;              /* stands on the line, in the middle of @label_x and on @label_y */
  double        label_x;
  double        label_y;
  const char   *description;
} TlEdge;

/* Two goals that pull against each other, joined by a cubic curve of four points. */
typedef struct
{
  guint       first;
  guint       second;
  double      points[8];
  TlEmphasis  emphasis;
  const char *description;
} TlTensionLine;

/* The strip of one level, from @start to @end across the direction of the scene. */
typedef struct
{
  const char *label;
  double      start;
  double      end;
} TlBand;

/* One column of a frame: what its statements have in common, and what is to stand there while nothing does. */
typedef struct
{
  TlFacet     facet;
  const char *label;
  const char *caption;
  const char *invitation;           /* empty when statements stand in the column */
  TlRect      box;                  /* with the heading */
} TlColumn;

/* What a border is around: the goals of one organisation, or those that nothing connects, which are quieter. */
typedef enum
{
  TL_REGION_ORGANISATION,
  TL_REGION_LOOSE,
} TlRegionKind;

typedef struct
{
  const char   *name;
  TlRect        box;
  TlRegionKind  kind;
} TlRegion;

#define TL_TYPE_SCENE (tl_scene_get_type ())
G_DECLARE_FINAL_TYPE (TlScene, tl_scene, TL, SCENE, GObject)

TlScene             *tl_scene_new             (TlSceneDirection     direction);
TlSceneDirection     tl_scene_get_direction   (TlScene             *self);
const char          *tl_scene_get_title       (TlScene             *self);
void                 tl_scene_set_title       (TlScene             *self,
                                               const char          *title);
const char          *tl_scene_get_subtitle    (TlScene             *self);
void                 tl_scene_set_subtitle    (TlScene             *self,
                                               const char          *subtitle);
void                 tl_scene_set_font_family (TlScene             *self,
                                               const char          *family);
TlTextCache         *tl_scene_get_texts       (TlScene             *self);

guint                tl_scene_add_card        (TlScene             *self,
                                               const TlCard        *card);
guint                tl_scene_add_edge        (TlScene             *self,
                                               const TlEdge        *edge);
void                 tl_scene_add_tension     (TlScene             *self,
                                               const TlTensionLine *tension);
void                 tl_scene_add_band        (TlScene             *self,
                                               const TlBand        *band);
void                 tl_scene_add_region      (TlScene             *self,
                                               const TlRegion      *region);
void                 tl_scene_add_column      (TlScene             *self,
                                               const TlColumn      *column);
void                 tl_scene_set_extent      (TlScene             *self,
                                               const TlRect        *extent);

guint                tl_scene_get_n_cards     (TlScene             *self);
const TlCard        *tl_scene_get_card        (TlScene             *self,
                                               guint                card);
guint                tl_scene_get_n_edges     (TlScene             *self);
const TlEdge        *tl_scene_get_edge        (TlScene             *self,
                                               guint                edge);
const TlRect        *tl_scene_get_edge_bounds (TlScene             *self,
                                               guint                edge);
const TlTensionLine *tl_scene_get_tensions    (TlScene             *self,
                                               guint               *n_tensions);
const TlBand        *tl_scene_get_bands       (TlScene             *self,
                                               guint               *n_bands);
const TlRegion      *tl_scene_get_regions     (TlScene             *self,
                                               guint               *n_regions);
const TlColumn      *tl_scene_get_columns     (TlScene             *self,
                                               guint               *n_columns);

void                 tl_scene_get_bounds      (TlScene             *self,
                                               TlRect              *bounds);
guint                tl_scene_find_card       (TlScene             *self,
                                               const char          *id);
guint                tl_scene_get_card_at     (TlScene             *self,
                                               double               x,
                                               double               y);
guint                tl_scene_get_edge_at     (TlScene             *self,
                                               double               x,
                                               double               y,
                                               double               reach);
void                 tl_scene_collect_cards   (TlScene             *self,
                                               const TlRect        *area,
                                               GArray              *cards);
void                 tl_scene_collect_edges   (TlScene             *self,
                                               const TlRect        *area,
                                               GArray              *edges);

guint                tl_scene_get_selected    (TlScene             *self);
void                 tl_scene_set_selected    (TlScene             *self,
                                               guint                card);
guint                tl_scene_get_hovered     (TlScene             *self);
void                 tl_scene_set_hovered     (TlScene             *self,
                                               guint                card);
void                 tl_scene_highlight       (TlScene             *self,
                                               const guint         *cards,
                                               guint                n_cards,
                                               gboolean             recede);
const guint         *tl_scene_get_selection   (TlScene             *self,
                                               guint               *n_cards);
void                 tl_scene_set_selection   (TlScene             *self,
                                               const guint         *cards,
                                               guint                n_cards,
                                               guint                primary);
gboolean             tl_scene_is_selected     (TlScene             *self,
                                               guint                card);
const guint         *tl_scene_get_found       (TlScene             *self,
                                               guint               *n_cards,
                                               guint               *current);
void                 tl_scene_set_found       (TlScene             *self,
                                               const guint         *cards,
                                               guint                n_cards,
                                               guint                current);
guint                tl_scene_get_target      (TlScene             *self,
                                               gboolean            *allowed);
void                 tl_scene_set_target      (TlScene             *self,
                                               guint                card,
                                               gboolean             allowed);

void                 tl_scene_collect_chain   (TlScene             *self,
                                               const guint         *roots,
                                               guint                n_roots,
                                               GArray              *cards,
                                               GArray              *edges);
gboolean             tl_scene_set_chain       (TlScene             *self,
                                               const guint         *cards,
                                               guint                n_cards,
                                               guint                primary);
const guint         *tl_scene_get_chain       (TlScene             *self,
                                               guint               *n_cards);
const guint         *tl_scene_get_chain_edges (TlScene             *self,
                                               guint               *n_edges);
gboolean             tl_scene_is_in_chain     (TlScene             *self,
                                               guint                card);
double               tl_scene_get_chain_strength (TlScene          *self,
                                                  double           *veil);
void                 tl_scene_set_chain_strength (TlScene          *self,
                                                  double            strength,
                                                  double            veil);

void                 tl_card_get_fold_box     (const TlCard        *card,
                                               TlSceneDirection     direction,
                                               double               scale,
                                               TlRect              *box);
double               tl_card_measure_fold     (const TlCard        *card,
                                               TlSceneDirection     direction);
guint                tl_scene_get_fold_at     (TlScene             *self,
                                               double               x,
                                               double               y,
                                               double               scale);

G_END_DECLS
