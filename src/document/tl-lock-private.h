/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-lock.h"

G_BEGIN_DECLS

/* tl-lock-holder.c */
char         *tl_lock_holder_describe_self (void);
TlLockHolder *tl_lock_holder_parse         (const char   *text,
                                            gsize         length,
                                            gboolean      is_held);

G_END_DECLS
