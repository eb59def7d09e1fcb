/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlCliProgress TlCliProgress;

TlCliProgress *tl_cli_progress_begin (const char    *label);
void           tl_cli_progress_end   (TlCliProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCliProgress, tl_cli_progress_end)

G_END_DECLS
