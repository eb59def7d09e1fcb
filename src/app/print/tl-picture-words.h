/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-picture-pages.h"

G_BEGIN_DECLS

char *tl_picture_words_of_pages (TlPicturePages      *pages);
char *tl_picture_words_of_doubt (TlPicturePages      *pages,
                                 const TlPictureForm *form);
char *tl_picture_words_of_png   (double               width,
                                 double               height,
                                 double               most_scale);

G_END_DECLS
