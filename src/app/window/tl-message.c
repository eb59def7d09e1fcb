/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says something that must not be missed.  The only file that knows which dialog does it on this platform. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * tl_message_show:
 * @parent: (nullable): the window it is about
 * @heading: what has happened, in a few words
 * @body: a sentence that names the file, the reason, and what to do
 *
 * Shows the message above @parent until it is closed.
 */
void
tl_message_show (GtkWindow  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (body != NULL);

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
