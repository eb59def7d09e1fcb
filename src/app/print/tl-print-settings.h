/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-paper-setup.h"

G_BEGIN_DECLS

/* How much of the page stays white. */
typedef enum
{
  TL_PRINT_MARGINS_NARROW,
  TL_PRINT_MARGINS_NORMAL,      /* what the worksheets are designed for */
  TL_PRINT_MARGINS_WIDE,
} TlPrintMargins;

TlPaper        tl_print_settings_get_paper   (GSettings         *settings);
void           tl_print_settings_set_paper   (GSettings         *settings,
                                              TlPaper            paper);
TlPrintMargins tl_print_settings_get_margins (GSettings         *settings);
void           tl_print_settings_set_margins (GSettings         *settings,
                                              TlPrintMargins     margins);

void           tl_print_settings_get_setup   (GSettings         *settings,
                                              TlPageSetup       *setup);

G_END_DECLS
