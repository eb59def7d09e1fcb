/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlRescueKind:
 * @kind: (transfer none): a kind of entities, such as "goal"
 * @n_found: how many were saved
 * @n_lost: how many more the file knew of, as far as can be told
 */
typedef struct
{
  const char *kind;
  guint       n_found;
  guint       n_lost;
} TlRescueKind;

/**
 * TlRescueReport:
 * @kinds: (element-type TlRescueKind): what was found of each kind
 * @n_found: how many entities were saved
 * @n_lost: how many are lost, as far as can be told
 * @n_mended: how many references to what is lost were taken out or replaced
 * @sentences: (element-type utf8): all of that, for people
 *
 * What came of a rescue.
 */
typedef struct
{
  GPtrArray *kinds;
  guint      n_found;
  guint      n_lost;
  guint      n_mended;
  GPtrArray *sentences;
} TlRescueReport;

TlRescueReport *tl_rescue_run         (GFile           *damaged,
                                       GFile           *target,
                                       GCancellable    *cancellable,
                                       GError         **error);
void            tl_rescue_report_free (TlRescueReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRescueReport, tl_rescue_report_free)

G_END_DECLS
