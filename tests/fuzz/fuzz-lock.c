/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lock file, which anybody who can write to the folder may have written */

#include "fuzz-target.h"
#include "tl-lock-private.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  for (gboolean is_held = FALSE; is_held <= TRUE; is_held++)
    {
      g_autoptr (TlLockHolder) holder = tl_lock_holder_parse ((const char *) data, size, is_held);
      g_autofree char *sentence = holder != NULL ? tl_lock_holder_to_sentence (holder) : NULL;

      g_assert (sentence == NULL || g_utf8_validate (sentence, -1, NULL));
    }

  return 0;
}
