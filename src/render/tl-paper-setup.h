/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* A page, in points (1/72 inch).  The foot of the page stands inside the lower margin. */
typedef struct
{
  double width;
  double height;
  double margin_top;
  double margin_bottom;
  double margin_left;
  double margin_right;
} TlPageSetup;

TlPaper tl_paper_get_default (void);
void    tl_page_setup_init   (TlPageSetup *self,
                              TlPaper      paper);

G_END_DECLS
