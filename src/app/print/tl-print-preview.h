/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-pages.h"
#include "tl-worksheet.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_PREVIEW (tl_print_preview_get_type ())

G_DECLARE_FINAL_TYPE (TlPrintPreview, tl_print_preview, TL, PRINT_PREVIEW, AdwWindow)

/**
 * TlPagesFunc:
 * @settings: the settings of the application, in which the paper is kept
 * @flags: what somebody wants on it
 * @user_data: what was given
 *
 * Makes what is to be printed; called again whenever the paper or what is wanted on it changes.
 *
 * Returns: (transfer full) (nullable): the pages; %NULL when what they are about is there no longer
 */
typedef TlPages *(*TlPagesFunc) (GSettings        *settings,
                                 TlWorksheetFlags  flags,
                                 gpointer          user_data);

GtkWidget *tl_print_preview_new         (const char              *title,
                                         GtkWidget               *choices,
                                         TlWorksheetFlags         offered,
                                         TlPagesFunc              make,
                                         gpointer                 user_data,
                                         GDestroyNotify           destroy);
void       tl_print_preview_present     (GtkWidget               *from,
                                         const char              *title,
                                         GtkWidget               *choices,
                                         TlWorksheetFlags         offered,
                                         TlPagesFunc              make,
                                         gpointer                 user_data,
                                         GDestroyNotify           destroy);

void       tl_print_preview_print       (TlPrintPreview          *self,
                                         GtkPrintOperationAction  action,
                                         const char              *export_path);
void       tl_print_preview_save_pdf    (TlPrintPreview          *self,
                                         const char              *path);
void       tl_print_preview_cancel_save (TlPrintPreview          *self);

G_END_DECLS
