/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"

G_BEGIN_DECLS

TlGoal     *tl_cli_find_goal   (TlModel     *model,
                                const char  *name,
                                GError     **error);
TlPerson   *tl_cli_find_person (TlModel     *model,
                                const char  *name,
                                GError     **error);
TlUnit     *tl_cli_find_unit   (TlModel     *model,
                                const char  *name,
                                GError     **error);
const char *tl_cli_get_goal_id (TlModel     *model,
                                TlGoal      *goal);

G_END_DECLS
