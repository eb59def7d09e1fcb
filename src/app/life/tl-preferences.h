/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_PREFERENCES (tl_preferences_get_type ())

G_DECLARE_FINAL_TYPE (TlPreferences, tl_preferences, TL, PREFERENCES, AdwPreferencesWindow)

GtkWidget *tl_preferences_new (GSettings  *settings,
                               TlDocument *document);

G_END_DECLS
