/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTypedError:
 * @TL_TYPED_ERROR_NOT_UNDERSTOOD: what was typed is not of the kind that is asked for
 *
 * Errors of reading what somebody typed.  The message is a sentence to show beside the field.
 */
typedef enum
{
  TL_TYPED_ERROR_NOT_UNDERSTOOD,
} TlTypedError;

#define TL_TYPED_ERROR (tl_typed_error_quark ())

GQuark   tl_typed_error_quark   (void);

gboolean tl_typed_number_parse  (const char  *text,
                                 const char  *unit,
                                 double      *value,
                                 GError     **error);
char    *tl_typed_number_format (double       value);

G_END_DECLS
