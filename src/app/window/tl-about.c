/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what the program is.  The only file that knows which window does it on this platform. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * tl_about_show:
 * @parent: (nullable): the window it was asked for in
 */
void
tl_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Throughline"),
                         "application-icon", TL_APPLICATION_ID,
                         "developer-name", _("The Throughline Contributors"),
                         "version", TL_VERSION,
                         "comments", _("See how each person’s work reaches the objectives of the organisation."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
