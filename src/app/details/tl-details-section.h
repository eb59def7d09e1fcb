/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_DETAILS_SECTION (tl_details_section_get_type ())

G_DECLARE_FINAL_TYPE (TlDetailsSection, tl_details_section, TL, DETAILS_SECTION, GtkBox)

GtkWidget *tl_details_section_new        (const char       *key,
                                          const char       *title,
                                          const char       *icon_name);

void       tl_details_section_add        (TlDetailsSection *self,
                                          GtkWidget        *child);
void       tl_details_section_add_end    (TlDetailsSection *self,
                                          GtkWidget        *button);
void       tl_details_section_set_count  (TlDetailsSection *self,
                                          guint             count);
void       tl_details_section_unfold     (TlDetailsSection *self);

G_END_DECLS
