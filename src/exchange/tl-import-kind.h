/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlImportKind:
 * @TL_IMPORT_AUTO: to be guessed by the names of the columns
 *
 * What the rows of a file are.  The files of one import are taken in in this order, whatever order they were
 * given in, so that goals find their owners and readings their goals.
 */
typedef enum
{
  TL_IMPORT_AUTO,
  TL_IMPORT_ORGANISATIONS,
  TL_IMPORT_UNITS,
  TL_IMPORT_PEOPLE,
  TL_IMPORT_CYCLES,
  TL_IMPORT_GOALS,
  TL_IMPORT_CONTRIBUTIONS,
  TL_IMPORT_READINGS,
  TL_IMPORT_TENSIONS,
  TL_IMPORT_CHECK_INS,
  TL_IMPORT_CONVERSATIONS,
  TL_IMPORT_STATEMENTS,
  TL_IMPORT_STATEMENT_LINKS,
} TlImportKind;

#define TL_N_IMPORT_KINDS (TL_IMPORT_STATEMENT_LINKS + 1)

const char *tl_import_kind_to_nick      (TlImportKind  kind);
gboolean    tl_import_kind_from_nick    (const char   *nick,
                                         TlImportKind *kind);
const char *tl_import_kind_to_label     (TlImportKind  kind);

const char *tl_exchange_plural_for_type (GType         type);
gboolean    tl_exchange_type_is_private (GType         type);

G_END_DECLS
