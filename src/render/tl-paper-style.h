/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-colour.h"
#include "tl-paper.h"

G_BEGIN_DECLS

/* The rhythm: every line and every space is a multiple of a quarter of a line of the body. */
#define TL_PAPER_LINE    14.0
#define TL_PAPER_QUARTER 3.5

/* From one line for handwriting to the next: 7.4 mm */
#define TL_PAPER_PITCH   21.0

/* Between columns side by side */
#define TL_PAPER_GUTTER  21.0

/* The weights of lines */
#define TL_PAPER_HAIR    0.5
#define TL_PAPER_FINE    0.75
#define TL_PAPER_STRONG  1.25

/* How a style is set; lengths in points. */
typedef struct
{
  double   size;
  double   leading;
  double   before;
  double   after;
  int      weight;
  double   spacing;      /* between the letters */
  TlColour colour;
  gboolean tabular;
  gboolean heads;        /* whether it clings to what comes after it */
  gboolean balanced;     /* whether its lines are made equally long */
} TlPaperType;

const TlPaperType *tl_paper_get_type     (TlPaperStyle style);
const char        *tl_paper_get_family   (void);
const TlColour    *tl_paper_get_accent   (void);
const TlColour    *tl_paper_get_wash     (void);
const TlColour    *tl_paper_get_hairline (void);
const TlColour    *tl_paper_get_rule     (void);

G_END_DECLS
