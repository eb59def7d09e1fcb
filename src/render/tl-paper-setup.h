/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PICTURE is a page as large as the picture on it; worksheets are made for A4 and LETTER. */
typedef enum
{
  TL_PAPER_PICTURE,
  TL_PAPER_A4,
  TL_PAPER_LETTER,
  TL_PAPER_A3,
} TlPaper;

/* A page, in points (1/72 inch).  The foot of the page stands inside the lower margin. */
typedef struct
{
  TlPaper  paper;
  gboolean landscape;
  double   width;
  double   height;
  double   margin_top;
  double   margin_bottom;
  double   margin_left;
  double   margin_right;
} TlPageSetup;

TlPaper  tl_paper_get_default     (void);
gboolean tl_paper_find            (const char  *name,
                                   TlPaper     *paper);
void     tl_page_setup_init       (TlPageSetup *self,
                                   TlPaper      paper);
void     tl_page_setup_init_sheet (TlPageSetup *self,
                                   TlPaper      paper,
                                   gboolean     landscape);

G_END_DECLS
