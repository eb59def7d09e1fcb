/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the making of a diagram share.
 *
 * Places are said relative to the direction of the cascade: along it (from the objectives to those that help), and
 * across it (along a row).  Only the last step turns them into x and y.
 */

#pragma once

#include "tl-diagram.h"
#include "tl-levels.h"

G_BEGIN_DECLS

/* One point a line is led through. */
typedef struct
{
  double across;
  double along;
} TlDiagramPoint;

/* A link between two of the goals shown. */
typedef struct
{
  guint link;               /* its index in the graph */
  guint from;               /* the places of its ends in the selection */
  guint to;
  guint first_bend;         /* in bends; from the goal that helps to the goal that is helped */
  guint n_bends;
} TlDiagramLink;

/* A row of cards.  The rows of one shelf follow one another from the objectives on. */
typedef struct
{
  TlLevel level;
  guint   shelf;
  guint   n_slots;          /* the height of its tallest stack; 0 when it is empty */
  double  stack_gap;        /* between the cards of a stack */
  double  run;              /* how far a line runs across in the gap below it */
  double  start;            /* along */
  double  end;
} TlDiagramRow;

/* The rows of one level on one shelf. */
typedef struct
{
  TlLevel level;
  double  start;            /* along */
  double  end;
} TlDiagramBand;

/* One organisation's goals on one shelf, or those on it that nothing connects. */
typedef struct
{
  guint    organisation;    /* TL_GRAPH_NONE for goals of none */
  gboolean loose;           /* whether it is the goals that nothing connects */
  guint    shelf;
  guint   *members;
  guint    n_members;
  guint64  fingerprint;     /* of what stands in it and where */
  double   start;           /* across */
  double   end;
} TlDiagramPart;

/* What is remembered of a goal from a picture before. */
typedef struct
{
  guint64  id;
  guint64  top;             /* of its column: itself when it stands alone */
  guint64  parent;          /* 0 for none */
  guint64  helped;          /* what it helped, in one number */
  guint    shelf;
  guint    slot;
  gboolean stacked;
  double   centre;          /* of its node, across, from where its part begins */
} TlDiagramTrace;

typedef struct _TlDiagramMemory TlDiagramMemory;

/* How the goals of a level stand, and those that nothing connects. */
typedef enum
{
  TL_DIAGRAM_NO_GOALS,      /* there are none */
  TL_DIAGRAM_SIDE_BY_SIDE,  /* or beside the others */
  TL_DIAGRAM_IN_LISTS,      /* or on a shelf of their own */
} TlDiagramBreaking;

/* What is folded away beneath a goal, and whether something is shown there. */
typedef struct
{
  guint    n_goals;
  guint    by_health[TL_N_HEALTHS];
  gboolean has_shown;
} TlDiagramBeneath;

typedef struct
{
  TlGraph                *graph;
  TlScores               *scores;
  const TlDiagramOptions *options;
  gboolean                down;

  guint                  *goals;          /* the selection */
  guint                   n_goals;
  TlDiagramBeneath       *beneath;        /* by place */
  guint                  *place_of;       /* goal -> its place in the selection, or TL_GRAPH_NONE */

  GArray                 *rows;           /* of TlDiagramRow */
  GArray                 *bands;          /* of TlDiagramBand */
  GArray                 *shelves;        /* of double: where each begins and ends, along */
  GArray                 *parts;          /* of TlDiagramPart */
  GArray                 *links;          /* of TlDiagramLink */
  GArray                 *bends;          /* of TlDiagramPoint */
  guint                   n_homes;        /* how many organisations there are goals of */

  guint                  *parents;        /* place -> the place it stands under, or TL_GRAPH_NONE */
  guint                  *parent_links;   /* place -> the link to that, in links */
  guint                  *first_child;    /* place -> where in children what stands under it begins; one more at the end */
  guint                  *children;
  guint                  *by_row;         /* the places from the topmost row down */
  gboolean               *loose;          /* place -> whether nothing connects it */
  guint                   n_loose;
  gboolean               *listable;       /* place -> whether it may stand in a list */

  guint                  *ranks;          /* place -> its row by its level and what it helps there */
  guint                  *row_of;         /* place -> the row it stands in: of a list, where that begins */
  guint                  *part_of;        /* place -> its part */
  guint                  *stack_of;       /* place -> the place at the top of its column, or TL_GRAPH_NONE */
  guint                  *slots;          /* place -> how far down its column */
  guint                  *indents;        /* place -> how many steps it is indented in it */
  guint                  *deepest;        /* place at the top of a column -> how many steps are indented most */
  gboolean               *listed;         /* place -> whether its column is a list beneath a goal, with a rail */
  double                 *node_centres;   /* across from where its part begins, of the node a place is in */
  double                 *centres;        /* across, by place */

  guint64                *ids;            /* by place */
  guint64                 fingerprint;    /* of the goals and links */
  GPtrArray              *memories;       /* of TlDiagramMemory, the last at the end */
  const TlDiagramMemory  *base;           /* (nullable): the one whose decisions hold */
  guint                   tallest;        /* how tall lists are about */
  guint                   n_shelves;      /* without one for goals that nothing connects */
  guint                   n_shaped;       /* how many goals there were when that was decided */
  guint                   n_rows;         /* of one shelf */
  TlDiagramBreaking       breaking[TL_N_LEVELS];
  TlDiagramBreaking       loose_breaking;

  double                  breadth;        /* across, of all */
  double                  depth;          /* along, of a card */
  double                  width;          /* across, of a card */
} TlDiagram;

/* The room a region leaves around its cards, across. */
#define TL_DIAGRAM_REGION_PAD 24.0

/* Above the bands when there are regions, whose names stand on their upper border. */
#define TL_DIAGRAM_HEADROOM   16.0

/* The shape of a picture that fills a screen. */
#define TL_DIAGRAM_ASPECT     1.6

/* Between two cards of a row, across. */
#define TL_DIAGRAM_CARD_GAP   28.0
#define TL_DIAGRAM_COLUMN_GAP 20.0

/* Between the cards of a column, when no handle needs more; how far those of a list are indented below the goal they help, and in the list below
 * another; and how far to the left of them their rail runs, which is then below that goal's card.
 */
#define TL_DIAGRAM_STACK_GAP  12.0
#define TL_DIAGRAM_INDENT     64.0
#define TL_DIAGRAM_STEP       24.0
#define TL_DIAGRAM_RAIL       12.0

void tl_diagram_select_goals  (TlDiagram *self);
void tl_diagram_list_rows     (TlDiagram *self);
void tl_diagram_widen_row     (TlDiagram *self,
                               guint      row,
                               guint      place);
void tl_diagram_plant_forest  (TlDiagram *self);
void tl_diagram_form_lists    (TlDiagram *self,
                               guint      tallest);
void tl_diagram_stack_loose   (TlDiagram *self,
                               double     breadth);
void tl_diagram_choose_shape  (TlDiagram *self);
void tl_diagram_fill_shelves  (TlDiagram *self);
void tl_diagram_recall        (TlDiagram *self);
void tl_diagram_remember      (TlDiagram *self);
void tl_diagram_hand_over     (TlDiagram *self,
                               TlScene   *scene);
void tl_diagram_split_parts   (TlDiagram *self);
void tl_diagram_place_parts   (TlDiagram *self);
void tl_diagram_stack_rows    (TlDiagram *self);
void tl_diagram_add_cards     (TlDiagram *self,
                               TlScene   *scene);
void tl_diagram_add_links     (TlDiagram *self,
                               TlScene   *scene);
void tl_diagram_add_tensions  (TlDiagram *self,
                               TlScene   *scene);

double *tl_diagram_measure_trees   (TlDiagram   *self);
void    tl_diagram_measure_shelves (TlDiagram   *self,
                                    const guint *shelf_of,
                                    guint        n_shelves,
                                    double      *across,
                                    double      *along);
double  tl_diagram_measure_fit     (TlDiagram   *self,
                                    double       across,
                                    double       along);

const TlDiagramTrace *tl_diagram_get_trace   (TlDiagram           *self,
                                              guint                place);
const TlDiagramPoint *tl_diagram_get_way     (TlDiagram           *self,
                                              const TlDiagramLink *link,
                                              guint               *n_bends);
guint64              *tl_diagram_sum_helped  (TlDiagram           *self);
gboolean              tl_diagram_recall_part (TlDiagram           *self,
                                              TlDiagramPart       *part,
                                              GArray              *part_links);

static inline TlDiagramPart *
tl_diagram_get_part (TlDiagram *self,
                     guint      part)
{
  return &g_array_index (self->parts, TlDiagramPart, part);
}

static inline TlDiagramRow *
tl_diagram_get_row (TlDiagram *self,
                    guint      row)
{
  return &g_array_index (self->rows, TlDiagramRow, row);
}

/* Decides whether so many goals stand side by side, which @few can.  After an edit that stays so for a while, for the one
 * goal that is too many should not move all others.
 */
static inline void
tl_diagram_break (TlDiagramBreaking *breaking,
                  guint              n_goals,
                  guint              few)
{
  guint most = *breaking == TL_DIAGRAM_NO_GOALS ? few : 2 * few;

  if (n_goals > 0 && *breaking != TL_DIAGRAM_IN_LISTS)
    *breaking = n_goals <= most ? TL_DIAGRAM_SIDE_BY_SIDE : TL_DIAGRAM_IN_LISTS;
}

/* Whether borders are drawn: around organisations when there are several, and around what nothing connects. */
static inline gboolean
tl_diagram_has_regions (TlDiagram *self)
{
  return self->n_homes > 1 || (self->n_loose > 0 && self->n_goals > 1);
}

/* The index of the organisation of a goal, or TL_GRAPH_NONE. */
static inline guint
tl_diagram_get_organisation (TlDiagram *self,
                             guint      place)
{
  return tl_graph_get_node (self->graph, self->goals[place])->organisation;
}

static inline TlLevel
tl_diagram_get_level (TlDiagram *self,
                      guint      place)
{
  return tl_graph_get_node (self->graph, self->goals[place])->level;
}

/* Whether a goal stands in a list below the one it helps. */
static inline gboolean
tl_diagram_is_listed (TlDiagram *self,
                      guint      place)
{
  return self->listed[place];
}

/* The card whose node a goal is in: itself, or the top of its column. */
static inline guint
tl_diagram_get_top (TlDiagram *self,
                    guint      place)
{
  return self->stack_of[place] != TL_GRAPH_NONE ? self->stack_of[place] : place;
}

/* Whether a line runs along that of the card at the top of its column, or stays inside the list. */
static inline gboolean
tl_diagram_is_led (TlDiagram *self,
                   guint      link)
{
  guint from = g_array_index (self->links, TlDiagramLink, link).from;

  return self->slots[from] > 0 && self->parent_links[from] == link;
}

/* Across, of where the lines of a goal leave its row. */
static inline double
tl_diagram_get_exit (TlDiagram *self,
                     guint      place)
{
  if (!tl_diagram_is_listed (self, place))
    return self->centres[place];

  return self->centres[tl_diagram_get_top (self, place)] - self->width / 2.0 - TL_DIAGRAM_RAIL;
}

/* Between two nodes of a row. */
static inline double
tl_diagram_get_gap (TlDiagram *self)
{
  return self->down ? TL_DIAGRAM_CARD_GAP : TL_DIAGRAM_COLUMN_GAP;
}

/* From where the node of a list begins to its cards, across.  Downwards the layout centres the node below the goal the
 * list helps; however far it reaches to the right, its rail is to run below that goal's card.  To the right there only
 * has to be room for the rail.
 */
static inline double
tl_diagram_get_lead (TlDiagram *self,
                     guint      top)
{
  if (!self->down)
    return 2.0 * TL_DIAGRAM_RAIL;

  return MAX (TL_DIAGRAM_INDENT, 40.0 + self->deepest[top] * TL_DIAGRAM_STEP);
}

/* What a card, or the column below it, takes across. */
static inline double
tl_diagram_get_breadth (TlDiagram *self,
                        guint      top)
{
  if (!tl_diagram_is_listed (self, top))
    return self->width;

  return tl_diagram_get_lead (self, top) + self->width + self->deepest[top] * TL_DIAGRAM_STEP;
}

/* Where the card of a goal begins, along the cascade. */
static inline double
tl_diagram_get_start (TlDiagram *self,
                      guint      place)
{
  const TlDiagramRow *row = tl_diagram_get_row (self, self->row_of[place]);

  return row->start + self->slots[place] * (self->depth + row->stack_gap);
}

static inline TlRect
tl_diagram_turn_rect (TlDiagram *self,
                      double     across,
                      double     along,
                      double     breadth,
                      double     depth)
{
  if (self->down)
    return (TlRect) { across, along, breadth, depth };

  return (TlRect) { along, across, depth, breadth };
}

G_END_DECLS
