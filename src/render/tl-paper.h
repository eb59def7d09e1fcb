/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tl-pages.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/* What a paragraph is. */
typedef enum
{
  TL_PAPER_STYLE_TITLE,         /* one for a document */
  TL_PAPER_STYLE_KICKER,        /* the small line above a title */
  TL_PAPER_STYLE_HEADING_1,
  TL_PAPER_STYLE_HEADING_2,
  TL_PAPER_STYLE_QUOTE,         /* somebody's words, set large; an opening quotation mark hangs in the margin */
  TL_PAPER_STYLE_LEAD,          /* what is read first: a step larger than the body */
  TL_PAPER_STYLE_BODY,
  TL_PAPER_STYLE_SMALL,
  TL_PAPER_STYLE_CAPTION,       /* beside or beneath something else, grey */
} TlPaperStyle;

#define TL_PAPER_N_STYLES 9

/* A part of a text that is set in bold, in bytes. */
typedef struct
{
  guint start;
  guint length;
} TlPaperSpan;

typedef enum
{
  TL_PAPER_CELL_TEXT,
  TL_PAPER_CELL_NUMBER,         /* numbers and dates: figures of one width */
  TL_PAPER_CELL_TICK,           /* a box to tick; ticked when there is a text */
} TlPaperCellKind;

/* A column of a table.  The shares of all columns but those with a width come to what is left. */
typedef struct
{
  const char      *heading;     /* nullable */
  TlPaperCellKind  kind;
  double           share;
  double           width;       /* in points; 0 to go by the share */
} TlPaperColumn;

/* What a row says in one column; both may be NULL.  The note stands below, smaller. */
typedef struct
{
  const char *text;
  const char *note;
} TlPaperCell;

/* A blank of a form: what is asked, and the answer, or a line to write it on. */
typedef struct
{
  const char *label;
  const char *value;            /* NULL for a line */
  double      share;            /* of the width of the form */
} TlPaperField;

/* What stands between columns side by side. */
typedef enum
{
  TL_PAPER_BETWEEN_NOTHING,
  TL_PAPER_BETWEEN_ARROWS,      /* the left leads to the right; beside the first line of each column */
} TlPaperBetween;

/* Draws from 0, 0 to @width, @height, in points. */
typedef void (*TlPaperDrawFunc) (cairo_t  *cr,
                                 double    width,
                                 double    height,
                                 gpointer  data);

#define TL_TYPE_PAPER_DOCUMENT (tl_paper_document_get_type ())
G_DECLARE_FINAL_TYPE (TlPaperDocument, tl_paper_document, TL, PAPER_DOCUMENT, GObject)

TlPaperDocument   *tl_paper_document_new           (const TlPageSetup   *setup);
const TlPageSetup *tl_paper_document_get_setup     (TlPaperDocument     *self);
double             tl_paper_document_get_width     (TlPaperDocument     *self);
const char        *tl_paper_document_get_title     (TlPaperDocument     *self);
void               tl_paper_document_set_title     (TlPaperDocument     *self,
                                                    const char          *title);
void               tl_paper_document_set_author    (TlPaperDocument     *self,
                                                    const char          *author);

/* Putting something into it, in the order in which it is read */
void               tl_paper_document_add_text      (TlPaperDocument     *self,
                                                    TlPaperStyle         style,
                                                    const char          *text);
void               tl_paper_document_add_marked    (TlPaperDocument     *self,
                                                    TlPaperStyle         style,
                                                    const char          *text,
                                                    const TlPaperSpan   *spans,
                                                    guint                n_spans);
void               tl_paper_document_add_bullet    (TlPaperDocument     *self,
                                                    const char          *text);
void               tl_paper_document_begin_table   (TlPaperDocument     *self,
                                                    const TlPaperColumn *columns,
                                                    guint                n_columns);
void               tl_paper_document_add_row       (TlPaperDocument     *self,
                                                    const TlPaperCell   *cells);
void               tl_paper_document_end_table     (TlPaperDocument     *self);
void               tl_paper_document_add_figure    (TlPaperDocument     *self,
                                                    TlScene             *scene,
                                                    double               max_height);
void               tl_paper_document_add_drawing   (TlPaperDocument     *self,
                                                    double               height,
                                                    TlPaperDrawFunc      draw,
                                                    gpointer             data,
                                                    GDestroyNotify       destroy);
void               tl_paper_document_add_ruled     (TlPaperDocument     *self,
                                                    guint                n_lines,
                                                    gboolean             fills);
void               tl_paper_document_add_fields    (TlPaperDocument     *self,
                                                    const TlPaperField  *fields,
                                                    guint                n_fields);
void               tl_paper_document_add_callout   (TlPaperDocument     *self,
                                                    const char          *label,
                                                    const char          *value);
void               tl_paper_document_begin_columns (TlPaperDocument     *self,
                                                    guint                n_columns,
                                                    TlPaperBetween       between);
void               tl_paper_document_next_column   (TlPaperDocument     *self);
void               tl_paper_document_end_columns   (TlPaperDocument     *self);
void               tl_paper_document_begin_group   (TlPaperDocument     *self);
void               tl_paper_document_end_group     (TlPaperDocument     *self);
void               tl_paper_document_add_space     (TlPaperDocument     *self,
                                                    double               height);
void               tl_paper_document_break_page    (TlPaperDocument     *self,
                                                    const char          *mark);

/* What becomes of it */
guint              tl_paper_document_get_n_pages   (TlPaperDocument     *self);
double             tl_paper_document_get_fill      (TlPaperDocument     *self,
                                                    guint                page);

G_END_DECLS
