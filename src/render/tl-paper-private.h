/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a paper document share: blocks, and the strips they are shaped into. */

#pragma once

#include "tl-paper-pages.h"
#include "tl-paper-style.h"
#include "tl-paper.h"

G_BEGIN_DECLS

typedef struct _TlPaperBlock TlPaperBlock;
typedef struct _TlPaperFlow  TlPaperFlow;

/* What a kind of block has to be able to do.
 *
 * shape adds the strips of the block, for lines of @width, whose headers count from the first strip of the block;
 * draw draws one of them with its upper left corner at 0, 0; clear gives back all that the block holds but itself.
 */
typedef struct
{
  gsize size;
  void (*shape) (TlPaperBlock *block,
                 PangoContext *context,
                 double        width,
                 GArray       *strips);
  void (*draw)  (TlPaperBlock *block,
                 cairo_t      *cr,
                 guint         strip);
  void (*clear) (TlPaperBlock *block);
} TlPaperBlockClass;

struct _TlPaperBlock
{
  const TlPaperBlockClass *klass;
  double                   before;      /* the least space above it */
  double                   after;       /* the least space below it */
  guint                    group;       /* 0, or the number of what it stays together with */
  gboolean                 heads;       /* whether it stays with what comes after it */
  gboolean                 breaks;      /* whether a page begins with it */
};

/* A strip's block, and which of the block's strips it is. */
typedef struct
{
  TlPaperBlock *block;
  guint         strip;
} TlPaperOwner;

/* Blocks one beneath the other. */
struct _TlPaperFlow
{
  GPtrArray *blocks;
  GArray    *strips;      /* of TlPaperStrip, once shaped */
  GArray    *owners;      /* of TlPaperOwner, for each strip */
};

void         tl_paper_flow_init  (TlPaperFlow  *self);
void         tl_paper_flow_clear (TlPaperFlow  *self);
void         tl_paper_flow_shape (TlPaperFlow  *self,
                                  PangoContext *context,
                                  double        width);
void         tl_paper_flow_draw  (TlPaperFlow  *self,
                                  cairo_t      *cr,
                                  guint         strip);

/* For the files that make blocks */
gpointer     tl_paper_document_add_block (TlPaperDocument         *self,
                                          const TlPaperBlockClass *klass);
TlPaperFlow *tl_paper_document_get_flow  (TlPaperDocument         *self);
void         tl_paper_document_set_flow  (TlPaperDocument         *self,
                                          TlPaperFlow             *flow);

void         tl_paper_measure_scene   (TlScene           *scene,
                                       TlRect            *frame);
gboolean     tl_paper_document_is_in_columns (TlPaperDocument     *self);

/* One line of a text: what it shows, and how far from the left end of the text it begins. */
typedef struct
{
  PangoLayoutLine *shaped;
  double           x;
} TlPaperLine;

/* A text that has been set: its lines, each on the grid. */
typedef struct
{
  PangoLayout *layout;
  GArray      *lines;         /* of TlPaperLine */
  double       leading;
  double       size;
  double       shift;         /* of the whole text to the left: what hangs in the margin */
  TlColour     colour;
} TlPaperText;

void         tl_paper_text_set        (TlPaperText       *self,
                                       PangoContext      *context,
                                       TlPaperStyle       style,
                                       const char        *text,
                                       double             width);
void         tl_paper_text_mark       (TlPaperText       *self,
                                       const TlPaperSpan *spans,
                                       guint              n_spans);
void         tl_paper_text_begin_left (TlPaperText       *self);
void         tl_paper_text_align_figures (TlPaperText    *self);
void         tl_paper_text_shorten    (TlPaperText       *self);
void         tl_paper_text_clear      (TlPaperText       *self);
guint        tl_paper_text_get_n_lines (const TlPaperText *self);
double       tl_paper_text_get_height (const TlPaperText *self);
void         tl_paper_text_draw_line  (const TlPaperText *self,
                                       cairo_t           *cr,
                                       guint              line,
                                       double             x,
                                       double             y);
void         tl_paper_text_draw       (const TlPaperText *self,
                                       cairo_t           *cr,
                                       double             x,
                                       double             y);
void         tl_paper_text_draw_part  (const TlPaperText *self,
                                       cairo_t           *cr,
                                       double             x,
                                       double             y,
                                       double             from,
                                       double             to);
double       tl_paper_text_get_width  (const TlPaperText *self);
char        *tl_paper_clean           (const char        *text);

void         tl_paper_draw_line       (cairo_t           *cr,
                                       double             x,
                                       double             y,
                                       double             width,
                                       const TlColour    *colour,
                                       double             weight);
guint        tl_paper_ruled_get_room  (TlPaperBlock      *block,
                                       double             height);
void         tl_paper_ruled_add_lines (TlPaperBlock      *block,
                                       guint              n_lines);

G_END_DECLS
