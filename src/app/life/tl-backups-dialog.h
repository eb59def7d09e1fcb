/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-backups.h"

G_BEGIN_DECLS

#define TL_TYPE_BACKUPS_DIALOG (tl_backups_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlBackupsDialog, tl_backups_dialog, TL, BACKUPS_DIALOG, AdwWindow)

GtkWidget *tl_backups_dialog_new (const char *name,
                                  GListModel *backups,
                                  gboolean    can_restore);

G_END_DECLS
