/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-print-pages.h"
#include "tl-print-preview.h"

G_BEGIN_DECLS

struct _TlPrintPreview
{
  AdwWindow parent_instance;

  GSettings           *settings;
  TlPagesFunc          make;
  gpointer             user_data;
  GDestroyNotify       destroy;
  TlWorksheetFlags     offered;         /* what there is to be ticked */
  TlWorksheetFlags     flags;           /* what is ticked */
  gboolean             is_updating;     /* the rows follow the settings */
  guint                refresh_id;

  TlPages             *source;
  GtkPrintOperation   *operation;       /* while it runs */
  GCancellable        *save_cancellable;
  char                *saved_path;      /* of the PDF that was saved last */

  AdwWindowTitle      *title;
  AdwToastOverlay     *toasts;
  TlPrintPages        *pages;
  GtkLabel            *zoom_label;
  AdwComboRow         *paper;
  AdwComboRow         *margins;
  GtkBox              *choices;
  GtkWidget           *paper_group;
  GtkWidget           *notes_group;
};

/* tl-print-preview-actions.c */
void tl_print_preview_init_actions (GtkWidgetClass *widget_class);

/* tl-print-preview-output.c */
void tl_print_preview_init_output  (GtkWidgetClass *widget_class);
void tl_print_preview_stop_output  (TlPrintPreview *self);

G_END_DECLS
