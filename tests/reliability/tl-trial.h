/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlTrialAction:
 * @name: what a person does
 * @run: does it, and returns whether it was saved; number makes one run differ from the next
 */
typedef struct
{
  const char *name;
  gboolean  (*run) (TlDocument  *document,
                    guint        number,
                    GError     **error);
} TlTrialAction;

void                 tl_trial_init              (int          *argc,
                                                 char       ***argv);
int                  tl_trial_run               (void);
const char          *tl_trial_get_root          (void);
const char          *tl_trial_get_folder        (void);
char                *tl_trial_dup_path          (const char   *name);
void                 tl_trial_empty_folder      (const char   *folder);
void                 tl_trial_remove_folder     (const char   *folder);
void                 tl_trial_copy_folder       (const char   *from,
                                                 const char   *to);
guint                tl_trial_choose            (guint         fast,
                                                 guint         endurance);

TlDocument          *tl_trial_make_document     (const char   *path);
void                 tl_trial_close             (TlDocument   *document);
char                *tl_trial_dup_digest        (const char   *path,
                                                 char        **problem);
char                *tl_trial_dup_memory_digest (TlDocument   *document);
const TlTrialAction *tl_trial_get_actions       (guint        *n_actions);
gboolean             tl_trial_act               (TlDocument   *document,
                                                 guint         number,
                                                 GError      **error);

G_END_DECLS
