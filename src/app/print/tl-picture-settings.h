/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-picture-pages.h"

G_BEGIN_DECLS

/* What kind of file a picture becomes. */
typedef enum
{
  TL_PICTURE_PDF,
  TL_PICTURE_SVG,
  TL_PICTURE_PNG,
} TlPictureFormat;

/* What pages a picture is on. */
typedef enum
{
  TL_PICTURE_OWN_PAGE,        /* as large as itself */
  TL_PICTURE_ONE_PAGE,
  TL_PICTURE_MANY_PAGES,
} TlPictureLayout;

TlPictureFormat  tl_picture_settings_get_format (GSettings     *settings);
const char      *tl_picture_settings_get_suffix (GSettings     *settings);
TlPictureLayout  tl_picture_settings_get_layout (GSettings     *settings,
                                                 gboolean       for_printer);
TlPictureLayout  tl_picture_settings_fit        (GSettings     *settings,
                                                 gboolean       for_printer,
                                                 TlScene       *scene,
                                                 const TlRect  *seen);
void             tl_picture_settings_leave      (GSettings     *settings,
                                                 TlPictureLayout chosen);
void             tl_picture_settings_get_form   (GSettings     *settings,
                                                 gboolean       for_printer,
                                                 const TlRect  *seen,
                                                 TlPictureForm *form);

G_END_DECLS
