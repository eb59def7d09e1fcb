/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlProgress:
 *
 * How far a long work has come: how many of how many parts of it are done.  The thread that does it tells, any other may
 * ask; it belongs to whoever wants to know, who keeps it until the work is over.  All zero is a work that has not begun.
 */
typedef struct
{
  int done;
  int all;
} TlProgress;

void     tl_progress_tell (TlProgress       *self,
                           guint             done,
                           guint             all);
gboolean tl_progress_ask  (const TlProgress *self,
                           guint            *done,
                           guint            *all);

G_END_DECLS
