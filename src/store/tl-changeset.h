/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlRowChange:
 * @kind: (transfer none): the kind of the entity
 * @id: its identity
 * @is_insert: the row has come into being
 * @is_delete: the row has gone
 *
 * What a changeset did to one row; neither flag means that columns of it changed.
 */
typedef struct
{
  const char *kind;
  char       *id;
  gboolean    is_insert;
  gboolean    is_delete;
} TlRowChange;

GPtrArray *tl_store_apply_changeset (TlStore     *self,
                                     GBytes      *changeset,
                                     gboolean     invert,
                                     const char  *state,
                                     GError     **error);
GPtrArray *tl_store_list_all_rows   (TlStore     *self,
                                     TlModel     *model,
                                     GError     **error);
GBytes    *tl_changeset_join        (GBytes      *first,
                                     GBytes      *second);

G_END_DECLS
