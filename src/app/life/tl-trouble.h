/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/* As many ways out as a sentence can carry before it is a menu */
#define TL_TROUBLE_N_WAYS 3

/**
 * TlWayOut:
 * @label: what the button says, in header capitals
 * @action: the action it stands for, without a parameter
 *
 * Something that helps.
 */
typedef struct
{
  const char *label;
  const char *action;
} TlWayOut;

/**
 * TlTrouble:
 * @heading: what has happened, in a few words and header capitals
 * @summary: (nullable): the same in a few words, to stand beside the document's name
 * @sentence: what has happened, to which file, and what to do; not markup
 * @ways: what helps, the best first; those without a label are none
 *
 * One way in which a document can be in trouble.
 */
typedef struct
{
  char     *heading;
  char     *summary;
  char     *sentence;
  TlWayOut  ways[TL_TROUBLE_N_WAYS];
} TlTrouble;

TlTrouble *tl_trouble_new          (const char     *heading,
                                    const char     *sentence);
void       tl_trouble_free         (TlTrouble      *self);
void       tl_trouble_add_way      (TlTrouble      *self,
                                    const char     *label,
                                    const char     *action);

TlTrouble *tl_trouble_of_opening   (GFile          *file,
                                    gboolean        has_backups,
                                    const GError   *error);
TlTrouble *tl_trouble_of_storage   (const char     *name,
                                    const GError   *error);
TlTrouble *tl_trouble_of_read_only (TlDocument     *document);
TlTrouble *tl_trouble_of_health    (guint           n_problems,
                                    const GError   *backup_error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTrouble, tl_trouble_free)

G_END_DECLS
