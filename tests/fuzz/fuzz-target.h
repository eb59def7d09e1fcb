/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libFuzzer calls with bytes of its own making; always returns 0 */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

char *fuzz_get_folder    (void);
void  fuzz_write_changed (const char   *path,
                          const char   *sound,
                          gsize         sound_size,
                          const guint8 *data,
                          gsize         size);

G_END_DECLS
