/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-trouble.h"

G_BEGIN_DECLS

#define TL_TYPE_FAILURE_PAGE (tl_failure_page_get_type ())

G_DECLARE_FINAL_TYPE (TlFailurePage, tl_failure_page, TL, FAILURE_PAGE, GtkWidget)

void tl_failure_page_show (TlFailurePage   *self,
                           const TlTrouble *trouble);

G_END_DECLS
