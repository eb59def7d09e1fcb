/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-contribution.h"
#include "tl-lock.h"
#include "tl-model.h"

G_BEGIN_DECLS

/**
 * TlDocumentError:
 * @TL_DOCUMENT_ERROR_REFUSED: what was asked for would break the model, such as a link that closes a cycle
 * @TL_DOCUMENT_ERROR_READ_ONLY: the document cannot be written to
 *
 * Errors of documents.  Opening also raises #TlStoreError.
 */
typedef enum
{
  TL_DOCUMENT_ERROR_REFUSED,
  TL_DOCUMENT_ERROR_READ_ONLY,
} TlDocumentError;

#define TL_DOCUMENT_ERROR (tl_document_error_quark ())

GQuark tl_document_error_quark (void);

/**
 * TlDocumentOpenFlags:
 * @TL_DOCUMENT_OPEN_DEFAULT: to be edited, if the file and its folder allow it
 * @TL_DOCUMENT_OPEN_READ_ONLY: to be read only
 */
typedef enum
{
  TL_DOCUMENT_OPEN_DEFAULT = 0,
  TL_DOCUMENT_OPEN_READ_ONLY = 1 << 0,
} TlDocumentOpenFlags;

#define TL_TYPE_DOCUMENT (tl_document_get_type ())

G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

TlDocument     *tl_document_create            (GFile                *file,
                                               const char           *name,
                                               GError              **error);
TlDocument     *tl_document_open              (GFile                *file,
                                               GCancellable         *cancellable,
                                               GError              **error);
TlDocument     *tl_document_open_full         (GFile                *file,
                                               TlDocumentOpenFlags   flags,
                                               GCancellable         *cancellable,
                                               GError              **error);
gboolean        tl_document_close             (TlDocument           *self,
                                               GError              **error);
void            tl_document_abandon           (TlDocument           *self);

GFile          *tl_document_get_file          (TlDocument           *self);
const char     *tl_document_get_id            (TlDocument           *self);
char           *tl_document_dup_name          (TlDocument           *self);
TlModel        *tl_document_get_model         (TlDocument           *self);
guint64         tl_document_get_revision      (TlDocument           *self);
gboolean        tl_document_get_read_only     (TlDocument           *self);
gboolean        tl_document_get_saved         (TlDocument           *self);
const char     *tl_document_get_storage_error (TlDocument           *self);

const TlLockHolder *tl_document_get_lock_holder (TlDocument         *self);
gboolean        tl_document_take_over         (TlDocument           *self,
                                               GError              **error);

void            tl_document_begin_group       (TlDocument           *self,
                                               const char           *label);
gboolean        tl_document_end_group         (TlDocument           *self,
                                               GError              **error);
void            tl_document_finish_group      (TlDocument           *self);
void            tl_document_cancel_group      (TlDocument           *self);
gboolean        tl_document_flush             (TlDocument           *self,
                                               GError              **error);
void            tl_document_end_typing        (TlDocument           *self);

void            tl_document_add               (TlDocument           *self,
                                               TlEntity             *entity);
gboolean        tl_document_can_remove        (TlDocument           *self,
                                               TlEntity             *entity);
void            tl_document_remove            (TlDocument           *self,
                                               TlEntity             *entity);
gboolean        tl_document_can_connect       (TlDocument           *self,
                                               TlGoal               *from,
                                               TlGoal               *to,
                                               GError              **error);
TlContribution *tl_document_connect           (TlDocument           *self,
                                               TlGoal               *from,
                                               TlGoal               *to,
                                               GError              **error);

gboolean        tl_document_can_undo          (TlDocument           *self);
gboolean        tl_document_can_redo          (TlDocument           *self);
const char     *tl_document_get_undo_label    (TlDocument           *self);
const char     *tl_document_get_redo_label    (TlDocument           *self);
gboolean        tl_document_undo              (TlDocument           *self,
                                               GError              **error);
gboolean        tl_document_redo              (TlDocument           *self,
                                               GError              **error);

void            tl_document_check_async       (TlDocument           *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray      *tl_document_check_finish      (TlDocument           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

gboolean        tl_document_save_copy         (TlDocument           *self,
                                               GFile                *file,
                                               GError              **error);

G_END_DECLS
