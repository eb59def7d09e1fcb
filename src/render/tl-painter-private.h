/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the painter share. */

#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* How much of a card can be made out. */
typedef enum
{
  TL_DETAIL_FULL,
  TL_DETAIL_TITLE,     /* only the title, larger */
  TL_DETAIL_BLOCK,     /* a card without words, and in the end only its colour and its sign */
} TlDetail;

/* One painting, on the stack of tl_painter_paint(). */
typedef struct
{
  const TlPainter *painter;
  const TlPalette *palette;
  TlScene         *scene;
  TlPen           *pen;             /* NULL when only the places of names are asked for */
  TlRect           area;
  TlRect           bounds;
  TlDetail         detail;
  double           zoom;            /* pixels of the screen for a unit of the picture, never 0 */
  GArray          *taken;           /* of TlRect: where names stand; NULL when there are none */
  gboolean         undims;          /* what recedes is painted as if it did not */
} TlPainting;

/* A name on a small ground of its own, so that what passes behind does not disturb it; as large on the screen from any
 * distance.
 */
typedef struct
{
  const char *string;
  TlFont      font;
  double      most;                 /* how wide its letters may be, on the screen; 0 for as wide as they are */
  int         n_lines;
  double      pad;                  /* of its ground, left and right */
  TlColour    colour;
  TlColour    ground;
  double      text_width;           /* how wide and high its letters are, on the screen */
  double      text_height;
  double      factor;
  TlRect      box;                  /* of its ground, in the picture */
} TlSign;

/* The names of goals and units, whose ground lets lines shine through a little. */
#define TL_NAME_PAD    4.0
#define TL_NAME_GROUND 0.86

/* Half the widest line, its dot included. */
#define TL_LINE_REACH 8.0

/* Whether a line with these bounds can be seen. */
static inline gboolean
tl_painting_touches (const TlPainting *self,
                     const TlRect     *box)
{
  const TlRect *area = &self->area;

  return box->x - TL_LINE_REACH <= area->x + area->width && box->x + box->width + TL_LINE_REACH >= area->x
         && box->y - TL_LINE_REACH <= area->y + area->height && box->y + box->height + TL_LINE_REACH >= area->y;
}

TlDetail tl_painter_choose_detail  (double            zoom);
double   tl_painter_get_card_reach (TlScene *scene);
double   tl_painter_measure_crowd  (TlScene *scene);
double   tl_painter_get_title_size (double            zoom);
const char *tl_painter_get_untitled (TlCardKind       kind);

TlColour tl_painting_shade         (const TlPainting *self,
                                    TlColour          colour,
                                    TlEmphasis        emphasis);
void     tl_painting_draw_words    (const TlPainting *self,
                                    const char       *string,
                                    TlFont            font,
                                    double            x,
                                    double            y,
                                    double            width,
                                    int               n_lines,
                                    TlColour          colour);

void     tl_painting_draw_large_words (const TlPainting *self,
                                       const char       *string,
                                       TlFont            font,
                                       double            factor,
                                       const TlRect     *box,
                                       int               n_lines,
                                       TlColour          colour);
double   tl_painting_get_sign_factor (const TlPainting *self);
void     tl_painting_measure_sign  (const TlPainting *self,
                                    TlSign           *sign);
void     tl_painting_paint_sign    (const TlPainting *self,
                                    const TlSign     *sign);
gboolean tl_painting_is_taken      (const TlPainting *self,
                                    const TlRect     *box,
                                    double            gap);
gboolean tl_painting_hides_card    (const TlPainting *self,
                                    const TlRect     *box);
TlRect   tl_painting_get_strip     (const TlPainting *self,
                                    const TlBand     *band);
void     tl_painting_paint_ground  (const TlPainting *self);
void     tl_painting_paint_regions (const TlPainting *self);
void     tl_painting_paint_labels  (const TlPainting *self);
void     tl_painting_paint_lines   (const TlPainting *self);
TlColour tl_painting_get_edge_colour (const TlPainting *self,
                                      const TlEdge     *edge);
double   tl_painting_get_edge_width  (const TlPainting *self,
                                      const TlEdge     *edge);
gboolean tl_painting_is_thin       (const TlPainting *self,
                                    const TlEdge     *edge);
void     tl_painting_paint_thin    (const TlPainting *self,
                                    GArray           *edges,
                                    TlEmphasis        emphasis);
void     tl_painting_paint_card    (const TlPainting *self,
                                    const TlCard     *card);
void     tl_painting_draw_body     (const TlPainting *self,
                                    const TlCard     *card);
void     tl_painting_stamp         (const TlPainting *self,
                                    const TlCard     *card,
                                    void            (*draw) (const TlPainting *, const TlCard *));
void     tl_painting_paint_title   (const TlPainting *self,
                                    const TlCard     *card);
void     tl_painting_paint_blocks  (const TlPainting *self,
                                    GArray           *cards);
void     tl_painting_paint_names   (const TlPainting *self);
guint    tl_painting_paint_places  (const TlPainting *self);
void     tl_painting_paint_statement (const TlPainting *self,
                                      const TlCard     *card);
void     tl_painting_paint_columns  (const TlPainting *self);
void     tl_painting_paint_headings (const TlPainting *self);
void     tl_painting_paint_above   (const TlPainting *self,
                                    guint             edge,
                                    double            width);
void     tl_painting_paint_links_of (const TlPainting *self,
                                     guint             card);
double   tl_painting_measure_fold  (const TlPainting *self,
                                    const TlCard     *card);
void     tl_painting_paint_fold    (const TlPainting *self,
                                    const TlCard     *card);
double   tl_painting_get_pixel     (const TlPainting *self);
gboolean tl_painting_sees_card     (const TlPainting *self,
                                    const TlCard     *card);
void     tl_painting_stroke_around (const TlPainting *self,
                                    const TlCard     *card,
                                    double            away,
                                    const TlStroke   *stroke);
void     tl_painting_paint_chain   (const TlPainting *self);
void     tl_painting_paint_state   (const TlPainting *self);

G_END_DECLS
