/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-diagram.h"

G_BEGIN_DECLS

#define TL_TYPE_FOLDING (tl_folding_get_type ())

G_DECLARE_FINAL_TYPE (TlFolding, tl_folding, TL, FOLDING, GObject)

TlFolding     *tl_folding_new         (void);

gboolean       tl_folding_is_used     (TlFolding     *self);
gboolean       tl_folding_has_opened  (TlFolding     *self);
TlDiagramFold  tl_folding_get         (TlFolding     *self,
                                       const char    *id);
void           tl_folding_set         (TlFolding     *self,
                                       const char    *id,
                                       TlDiagramFold  fold);
void           tl_folding_open_all    (TlFolding     *self,
                                       const TlGraph *graph,
                                       const GArray  *goals);
void           tl_folding_close_all   (TlFolding     *self);
void           tl_folding_forget      (TlFolding     *self);
guint8        *tl_folding_dup         (TlFolding     *self,
                                       TlGraph       *graph);
guint8        *tl_folding_close_first (guint8        *folds,
                                       const TlGraph *graph,
                                       const GArray  *goals);

G_END_DECLS
