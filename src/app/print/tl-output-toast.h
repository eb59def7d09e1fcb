/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-progress.h"

G_BEGIN_DECLS

typedef struct _TlOutputToast TlOutputToast;

TlOutputToast *tl_output_toast_new       (AdwToastOverlay  *overlay,
                                          const char       *path,
                                          const TlProgress *progress,
                                          const char       *cancel_action);
void           tl_output_toast_free      (TlOutputToast    *self);

char          *tl_output_toast_dup_words (const char       *path,
                                          const TlProgress *progress);
void           tl_output_toast_tell_done (AdwToastOverlay  *overlay,
                                          const char       *path,
                                          const char       *words,
                                          const char       *button,
                                          const char       *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOutputToast, tl_output_toast_free)

G_END_DECLS
