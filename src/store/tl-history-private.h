/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "tl-history.h"

G_BEGIN_DECLS

/**
 * TlStep:
 * @row: where it is kept on the disk; 0 while it is only in memory
 * @label: what to call it, such as "Rename Goal"
 * @before: the state of the document before it
 * @after: the state of the document after it
 * @changeset: (nullable): what it did to the rows; %NULL while it is only on the disk
 * @length: the length of that
 * @digest: SHA-256 of all of the above but @row
 * @subject: (nullable): the only entity it changed, while typing may go on
 * @property: (nullable): the only property of @subject it changed
 *
 * One step from a state of a document to the next.
 */
typedef struct
{
  gint64      row;
  char       *label;
  char       *before;
  char       *after;
  GBytes     *changeset;
  gsize       length;
  char       *digest;
  char       *subject;
  const char *property;
} TlStep;

TlStep *tl_step_new         (const char *label,
                             const char *before,
                             const char *after,
                             GBytes     *changeset);
void    tl_step_free        (TlStep     *self);
char   *tl_step_dup_digest  (TlStep     *self,
                             GBytes     *changeset);

/**
 * TlHistoryFile:
 *
 * The steps of a document on the disk.
 */
typedef struct _TlHistoryFile TlHistoryFile;

TlHistoryFile *tl_history_file_new    (const char    *document_id);
void           tl_history_file_free   (TlHistoryFile *self);
GPtrArray     *tl_history_file_load   (TlHistoryFile *self);
GBytes        *tl_history_file_read   (TlHistoryFile *self,
                                       TlStep        *step);
void           tl_history_file_forget (TlHistoryFile *self,
                                       TlStep        *step);
void           tl_history_file_write  (TlHistoryFile *self,
                                       GPtrArray     *steps);

G_END_DECLS
