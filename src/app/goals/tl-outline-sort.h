/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-outline.h"

G_BEGIN_DECLS

/**
 * TlOutlineEntry:
 * @goal: the index of the goal in the graph
 * @serial: when the outline first saw it; what comes back from an undo keeps its own
 * @group: where its organisation comes among the organisations, for goals at the top; else 0
 * @level: where it stands in its organisation, for goals at the top; else 0
 * @position: the place that somebody gave it, NAN when nobody has
 * @number: what it is sorted by, NAN when unknown or when it is sorted by @key
 * @key: (nullable): what it is sorted by
 *
 * A goal on its way into the right order among its siblings.
 */
typedef struct
{
  guint   goal;
  guint   serial;
  guint   group;
  guint   level;
  double  position;
  double  number;
  char   *key;
} TlOutlineEntry;

void tl_outline_entry_clear  (gpointer        data);
void tl_outline_entry_load   (TlOutlineEntry *entry,
                              TlInsight      *insight,
                              int             column);
void tl_outline_sort_entries (GArray         *entries,
                              gboolean        is_descending);

/* tl-outline-ways.c */
void tl_outline_add_headings (TlOutline      *self,
                              GArray         *entries,
                              GPtrArray      *items);

G_END_DECLS
