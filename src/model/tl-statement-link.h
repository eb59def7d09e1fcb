/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-statement.h"

G_BEGIN_DECLS

#define TL_TYPE_STATEMENT_LINK (tl_statement_link_get_type ())

G_DECLARE_FINAL_TYPE (TlStatementLink, tl_statement_link, TL, STATEMENT_LINK, TlEntity)

TlStatementLink *tl_statement_link_new      (void);
TlStatement     *tl_statement_link_get_from (TlStatementLink *self);
void             tl_statement_link_set_from (TlStatementLink *self,
                                             TlStatement     *value);
TlStatement     *tl_statement_link_get_to   (TlStatementLink *self);
void             tl_statement_link_set_to   (TlStatementLink *self,
                                             TlStatement     *value);
gboolean         tl_statement_link_get_loop (TlStatementLink *self);
void             tl_statement_link_set_loop (TlStatementLink *self,
                                             gboolean         value);

G_END_DECLS
