/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlStoreSummary:
 * @id: (nullable): which document it is; %NULL when it does not say
 * @version: the version of its schema
 * @n_goals: how many goals it holds
 * @n_people: how many people it holds
 *
 * What can be said of a document without reading it whole.
 */
typedef struct
{
  char *id;
  int   version;
  guint n_goals;
  guint n_people;
} TlStoreSummary;

gboolean tl_store_summarise      (const char      *path,
                                  TlStoreSummary  *summary,
                                  GError         **error);
char    *tl_store_dup_id_of_file (const char      *path);
void     tl_store_summary_clear  (TlStoreSummary  *self);

GBytes  *tl_store_diff_to        (TlStore         *self,
                                  const char      *path,
                                  GError         **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlStoreSummary, tl_store_summary_clear)

G_END_DECLS
