/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"
#include "tl-history.h"
#include "tl-lock.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlPending:
 * @label: (nullable): what to call the step
 * @is_group: whether somebody has put a group around it, which makes it a step of its own
 * @added: (element-type TlEntity): entities without a row yet
 * @added_set: the same, to look them up
 * @removed: (element-type TlEntity): entities whose rows have to go
 * @changed: (element-type TlEntity): a set of entities whose rows have to be written
 * @subject: (nullable): the only entity changed so far
 * @property: (nullable): its only property changed so far
 *
 * What has happened in memory since the last transaction.
 */
typedef struct
{
  char       *label;
  gboolean    is_group;
  GPtrArray  *added;
  GHashTable *added_set;
  GPtrArray  *removed;
  GHashTable *changed;
  TlEntity   *subject;
  GParamSpec *property;
} TlPending;

struct _TlDocument
{
  GObject    parent_instance;

  GFile     *file;
  TlStore   *store;
  TlModel   *model;
  guint64    revision;

  TlPending  pending;
  guint      group_depth;
  guint      flush_source;
  gboolean   is_refreshing;

  TlHistory *history;         /* NULL once the document is closed */

  char      *storage_error;
  gboolean   saved;           /* as it was told last */

  TlLock            *lock;
  TlLockHolder      *lock_holder;
  struct _TlDrafts  *drafts;
  TlDate             backup_day;     /* the last day of which there is a backup */
  gint64             backup_retry;   /* not before, monotonic microseconds */
  GError            *backup_error;
};

/* tl-document.c */
char       *tl_document_dup_local_path    (GFile         *file,
                                           GError       **error);
void        tl_document_emit_changed      (TlDocument    *self,
                                           GPtrArray     *entities);
void        tl_document_notify_steps      (TlDocument    *self);
void        tl_document_set_storage_error (TlDocument    *self,
                                           const char    *message);
void        tl_document_set_backup_error  (TlDocument    *self,
                                           GError        *error);
void        tl_document_update_saved      (TlDocument    *self);
void        tl_document_hold_notices      (GPtrArray     *entities);
void        tl_document_release_notices   (GPtrArray     *entities);

/* tl-document-pending.c */
void        tl_document_init_pending      (TlDocument    *self);
void        tl_document_clear_pending     (TlDocument    *self);
gboolean    tl_document_has_pending       (TlDocument    *self);
void        tl_document_watch_model       (TlDocument    *self);
gboolean    tl_document_may_try_again     (TlDocument    *self,
                                           const GError  *error);

/* tl-document-undo.c */
void        tl_document_open_history      (TlDocument    *self);
const char *tl_document_begin_step        (TlDocument    *self,
                                           GBytes        *changeset);
gboolean    tl_document_apply_step        (TlDocument    *self,
                                           const char    *label,
                                           GBytes        *changeset,
                                           GError       **error);
void        tl_document_refresh           (TlDocument    *self,
                                           GPtrArray     *changes);

/* tl-edit-label.c */
const char *tl_edit_label_for_change   (TlEntity   *entity,
                                        GParamSpec *pspec);
const char *tl_edit_label_for_addition (TlEntity   *entity);
const char *tl_edit_label_for_removal  (TlEntity   *entity);

G_END_DECLS
