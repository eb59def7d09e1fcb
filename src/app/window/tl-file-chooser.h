/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFilesFunc:
 * @files: (element-type GFile): what was chosen, at least one file
 * @user_data: what was given
 *
 * Called when somebody has chosen; not when they changed their mind.
 */
typedef void (*TlFilesFunc) (GListModel *files,
                             gpointer    user_data);

char *tl_file_chooser_dup_name      (const char  *title,
                                     const char  *suffix);
char *tl_file_chooser_dup_path      (GListModel  *files,
                                     GError     **error);
char *tl_file_chooser_complete_path (const char  *path,
                                     const char  *suffix,
                                     GError     **error);

void tl_file_chooser_open_document (GtkWindow   *parent,
                                    GSettings   *settings,
                                    TlFilesFunc  func,
                                    GObject     *user_data);
void tl_file_chooser_new_document  (GtkWindow   *parent,
                                    GSettings   *settings,
                                    TlFilesFunc  func,
                                    GObject     *user_data);
void tl_file_chooser_save_document (GtkWindow   *parent,
                                    GSettings   *settings,
                                    const char  *title,
                                    const char  *name,
                                    TlFilesFunc  func,
                                    GObject     *user_data);
void tl_file_chooser_open_tables   (GtkWindow   *parent,
                                    GSettings   *settings,
                                    TlFilesFunc  func,
                                    GObject     *user_data);
void tl_file_chooser_save_picture  (GtkWindow   *parent,
                                    GSettings   *settings,
                                    const char  *name,
                                    TlFilesFunc  func,
                                    GObject     *user_data);
void tl_file_chooser_save_pdf      (GtkWindow   *parent,
                                    GSettings   *settings,
                                    const char  *name,
                                    TlFilesFunc  func,
                                    GObject     *user_data);

G_END_DECLS
