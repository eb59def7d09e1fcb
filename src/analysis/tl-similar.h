/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"

G_BEGIN_DECLS

GPtrArray *tl_similar_goals (TlModel    *model,
                             const char *text,
                             guint       max);

G_END_DECLS
