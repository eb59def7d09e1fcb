/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlWindow share. */

#pragma once

#include "tl-failure-page.h"
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
  GCancellable     *check_cancellable;  /* of the check after opening */
  char             *export_path;    /* what was exported last, for the toast's button */
  GFile            *failed_file;    /* what could not be opened, on the page that says so */
  guint64           copied_revision; /* the revision of which there is a copy elsewhere; G_MAXUINT64 for none */
  guint             n_problems;     /* that the check after opening has found */
  gboolean          may_lose;       /* somebody has said that the last change need not reach the disk */

  AdwToastOverlay  *toasts;
  GtkStack         *pages;
  TlWelcomePage    *welcome;
  TlFailurePage    *failure;
  GMenu            *menu;
  GMenu            *edit_section;
};

/* tl-window.c */
GFile *tl_window_get_file        (TlWindow       *self);
void tl_window_let_go            (TlWindow       *self);

/* tl-window-actions.c */
void tl_window_class_add_actions (GtkWidgetClass *widget_class);
void tl_window_init_actions      (TlWindow       *self);
void tl_window_update_actions    (TlWindow       *self);
void tl_window_disable_actions   (TlWindow       *self);
void tl_window_update_ways_out   (TlWindow       *self);
void tl_window_set_enabled       (TlWindow       *self,
                                  const char *const *names,
                                  gboolean        is_enabled);

/* tl-window-copy.c */
void tl_window_save_copy_cb      (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_save_copy_to_cb   (GSimpleAction  *action,
                                  GVariant       *parameter,
                                  gpointer        user_data);
void tl_window_open_copy_cb      (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_copy_here_cb      (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);

/* tl-window-backups.c */
void tl_window_backups_cb        (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);

/* tl-window-dialogs.c */
void tl_window_show_above        (TlWindow       *self,
                                  GtkWidget      *dialog);
void tl_window_preferences_cb    (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_rescue_cb         (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_health_cb         (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);

/* tl-window-export.c */
void tl_window_print_cb          (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_copy_picture_cb   (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
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

/* tl-window-life.c */
void tl_window_start_life        (TlWindow       *self);
gboolean tl_window_end_life      (TlWindow       *self);
void tl_window_commit_field      (TlWindow       *self);
void tl_window_try_again_cb      (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_take_over_cb      (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);
void tl_window_reopen_cb         (GtkWidget      *widget,
                                  const char     *action_name,
                                  GVariant       *parameter);

/* tl-window-focus.c */
void tl_window_class_add_focus_actions (GtkWidgetClass *widget_class);
void tl_window_update_focus      (TlWindow       *self);

/* tl-window-picture.c */
void tl_window_class_add_picture_actions (GtkWidgetClass *widget_class);
void tl_window_init_picture_actions (TlWindow    *self);
void tl_window_restore_direction (TlWindow       *self);
void tl_window_update_picture    (TlWindow       *self);
void tl_window_update_folds      (TlWindow       *self);
void tl_window_update_rest       (TlWindow       *self);

/* tl-window-side.c */
void tl_window_class_add_side_actions (GtkWidgetClass *widget_class);
void tl_window_init_side_actions (TlWindow       *self);
void tl_window_update_side       (TlWindow       *self);

/* tl-window-zoom.c */
void tl_window_class_add_zoom_actions (GtkWidgetClass *widget_class);
void tl_window_update_zoom       (TlWindow       *self);
void tl_window_update_selection  (TlWindow       *self);

/* tl-window-view.c */
const char *tl_window_name_lens  (TlLens          lens);
gboolean tl_window_find_lens     (const char     *name,
                                  TlLens         *lens);
void tl_window_restore_place     (TlWindow       *self,
                                  TlNavigator    *navigator);
void tl_window_restore_view      (TlWindow       *self);

G_END_DECLS
