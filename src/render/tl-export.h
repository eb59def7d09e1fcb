/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-picture-pages.h"

G_BEGIN_DECLS

#define TL_RENDER_ERROR (tl_render_error_quark ())

/* What the caller can do about it. */
typedef enum
{
  TL_RENDER_ERROR_TOO_LARGE,     /* choose a smaller scale, show less, or take SVG or PDF */
  TL_RENDER_ERROR_FORMAT,        /* choose a name that ends in .svg, .pdf or .png */
  TL_RENDER_ERROR_FAILED,        /* tell the person */
} TlRenderError;

GQuark    tl_render_error_quark (void);

GBytes   *tl_export_to_svg      (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlRect         *area,
                                 GError              **error);
GBytes   *tl_export_to_pdf      (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 TlProgress           *progress,
                                 GCancellable         *cancellable,
                                 GError              **error);
GBytes   *tl_export_to_png      (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 TlProgress           *progress,
                                 GCancellable         *cancellable,
                                 GError              **error);
double    tl_export_measure_png (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 double               *width,
                                 double               *height);
gboolean  tl_export_check_png   (double                width,
                                 double                height,
                                 double                most_scale,
                                 GError              **error);
GBytes   *tl_export_to_bytes    (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 const char           *filename,
                                 TlProgress           *progress,
                                 GCancellable         *cancellable,
                                 GError              **error);
gboolean  tl_export_write       (GBytes               *document,
                                 const char           *filename,
                                 GError              **error);
gboolean  tl_export_file        (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 const char           *filename,
                                 GError              **error);
void      tl_export_file_async  (TlScene              *scene,
                                 const TlPalette      *palette,
                                 const TlPictureForm  *form,
                                 const char           *filename,
                                 TlProgress           *progress,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  tl_export_file_finish (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
