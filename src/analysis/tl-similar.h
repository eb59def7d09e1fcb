/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"

G_BEGIN_DECLS

typedef struct _TlSimilar TlSimilar;

TlSimilar *tl_similar_new  (TlModel    *model);
void       tl_similar_free (TlSimilar  *self);
GPtrArray *tl_similar_find (TlSimilar  *self,
                            const char *text,
                            guint       max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSimilar, tl_similar_free)

G_END_DECLS
