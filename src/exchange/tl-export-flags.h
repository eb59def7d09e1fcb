/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlExportFlags:
 * @TL_EXPORT_DEFAULT: what may be shared
 * @TL_EXPORT_PRIVATE_NOTES: private notes too, which somebody has to ask for each time
 *
 * What an export of facts holds.
 */
typedef enum
{
  TL_EXPORT_DEFAULT = 0,
  TL_EXPORT_PRIVATE_NOTES = 1 << 0,
} TlExportFlags;

G_END_DECLS
