/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlHistory:
 *
 * The steps of one document that can be undone or done again.
 */
typedef struct _TlHistory TlHistory;

TlHistory  *tl_history_new            (const char   *document_id,
                                       const char   *state);
void        tl_history_free           (TlHistory    *self);

void        tl_history_set_limits     (TlHistory    *self,
                                       guint         max_steps,
                                       gsize         max_bytes);

const char *tl_history_begin_step     (TlHistory    *self,
                                       const char   *label,
                                       GBytes       *changeset,
                                       const char   *subject,
                                       const char   *property,
                                       const char   *state);
void        tl_history_finish_step    (TlHistory    *self);
void        tl_history_abandon_step   (TlHistory    *self);
void        tl_history_end_typing     (TlHistory    *self);

const char *tl_history_get_undo_label (TlHistory    *self);
const char *tl_history_get_redo_label (TlHistory    *self);
GBytes     *tl_history_load_undo      (TlHistory    *self,
                                       const char  **state,
                                       GError      **error);
GBytes     *tl_history_load_redo      (TlHistory    *self,
                                       const char  **state,
                                       GError      **error);
void        tl_history_move_back      (TlHistory    *self);
void        tl_history_move_forward   (TlHistory    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHistory, tl_history_free)

G_END_DECLS
