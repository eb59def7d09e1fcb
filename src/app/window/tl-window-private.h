/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlWindow share. */

#pragma once

#include "tl-welcome-page.h"
#include "tl-window.h"
#include "tl-workspace.h"

G_BEGIN_DECLS

struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  GSettings        *settings;
  TlDocument       *document;
  TlWorkspace      *workspace;      /* of the document; owned by the stack */
  GCancellable     *export_cancellable;
  char             *export_path;    /* what was exported last, for the toast's button */

  AdwToastOverlay  *toasts;
  GtkStack         *pages;
  TlWelcomePage    *welcome;
  AdwStatusPage    *failure;
  GMenu            *menu;
  GMenu            *edit_section;
};

/* tl-window-actions.c */
void tl_window_class_add_actions (GtkWidgetClass *widget_class);
void tl_window_init_actions      (TlWindow       *self);
void tl_window_update_actions    (TlWindow       *self);

/* tl-window-export.c */
void tl_window_export_cb         (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_export_to_cb      (GSimpleAction  *action,
                                  GVariant       *parameter,
                                  gpointer        user_data);
void tl_window_cancel_export_cb  (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_show_export_cb    (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);

/* tl-window-import.c */
void tl_window_import_cb         (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_import_files_cb   (GSimpleAction  *action,
                                  GVariant       *parameter,
                                  gpointer        user_data);
void tl_window_init_drop         (TlWindow       *self);

G_END_DECLS
