/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

const char *tl_phrase_for_start       (TlFacet       facet,
                                       gboolean      is_objective,
                                       gboolean      is_somebodys,
                                       gboolean      is_first);
const char *tl_phrase_for_own_goal    (TlFacet       facet,
                                       gboolean      critical,
                                       guint         position);
const char *tl_phrase_for_other_goal  (TlFacet       facet,
                                       gboolean      critical,
                                       guint         position);
const char *tl_phrase_for_objective   (gboolean      ours,
                                       gboolean      critical,
                                       guint         position);
const char *tl_phrase_for_beneficiary (TlBeneficiary beneficiary);

G_END_DECLS
