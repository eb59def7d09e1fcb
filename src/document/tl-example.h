/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

char       *tl_example_dup_path    (void);
TlDocument *tl_example_create      (GFile       *file,
                                    GError     **error);
TlPerson   *tl_example_find_person (TlDocument  *document);

G_END_DECLS
