/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-attention.h"

G_BEGIN_DECLS

#define TL_TYPE_ATTENTION_ROW (tl_attention_row_get_type ())

G_DECLARE_FINAL_TYPE (TlAttentionRow, tl_attention_row, TL, ATTENTION_ROW, GtkListBoxRow)

GtkWidget *tl_attention_row_new (const TlAttention *attention,
                                 gboolean           is_read_only);

G_END_DECLS
