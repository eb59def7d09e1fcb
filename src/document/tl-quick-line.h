/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-measure.h"
#include "tl-model.h"

G_BEGIN_DECLS

/**
 * TlQuickLine:
 * @title: what is left when the marks are taken off; may be empty
 * @owner: (nullable): who `@Name` names
 * @facet: what `#work`, `#impact` or `#result` says, else %TL_FACET_UNSET
 * @due: what `!31 Dec` says, else %TL_DATE_NONE
 * @target: what `=1200000 EUR` says, else NAN
 * @unit: (nullable): the unit after the target, such as "EUR"
 * @kind: what the unit says of the kind of measure; only meaningful with a target
 *
 * A line of text that is to become a goal.
 */
typedef struct
{
  char         *title;
  TlParty      *owner;
  TlFacet       facet;
  TlDate        due;
  double        target;
  char         *unit;
  TlMeasureKind kind;
} TlQuickLine;

TlQuickLine *tl_quick_line_parse (TlModel      *model,
                                  const char   *line,
                                  TlDate        today,
                                  GError      **error);
void         tl_quick_line_free  (TlQuickLine  *self);

TlDate       tl_quick_date_parse (const char   *text,
                                  TlDate        today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuickLine, tl_quick_line_free)

G_END_DECLS
