/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No strip: what follows no heading of a table. */
#define TL_PAPER_NO_HEADER G_MAXUINT

/* How strongly a strip clings to the one after it, the weakest first. */
typedef enum
{
  TL_PAPER_BOND_NONE,      /* a page may end here */
  TL_PAPER_BOND_GROUP,     /* the two were asked to stay together */
  TL_PAPER_BOND_CLOSE,     /* a heading and what it heads, the first two and the last two lines of a paragraph */
  TL_PAPER_BOND_ROW,       /* two lines of one row of a table */
} TlPaperBond;

/* What no page break goes through: a line of text, a row of a table, a drawing.  Lengths are in points. */
typedef struct
{
  double      space;       /* above it; nothing at the head of a page */
  double      height;
  TlPaperBond bond;        /* to the strip that follows */
  guint       header;      /* the strip that is repeated above it at the head of a page, or TL_PAPER_NO_HEADER */
  gboolean    breaks;      /* whether a page begins with it */
} TlPaperStrip;

/* A strip on a page.  A strip higher than a page comes in several pieces. */
typedef struct
{
  guint  strip;
  guint  page;
  double y;                /* of its upper end, from the upper end of what can be printed on */
  double from;             /* how much of the strip stood on pages before */
  double height;           /* how much of it stands here */
} TlPaperPiece;

GArray *tl_paper_pages_place (const TlPaperStrip *strips,
                              guint               n_strips,
                              double              height);

G_END_DECLS
