/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs for people, units and organisations, with the manners of tl-goal-edits.h.  To remove one of them is
 * tl_document_remove(); to remove several in one step tl_party_edits_remove(). */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

TlPerson       *tl_party_edits_add_person       (TlDocument          *document,
                                                 const char          *name,
                                                 TlOrganisation      *organisation,
                                                 TlUnit              *unit,
                                                 GError             **error);
TlUnit         *tl_party_edits_add_unit         (TlDocument          *document,
                                                 const char          *name,
                                                 TlUnitKind           kind,
                                                 TlOrganisation      *organisation,
                                                 TlUnit              *parent,
                                                 GError             **error);
TlOrganisation *tl_party_edits_add_organisation (TlDocument          *document,
                                                 const char          *name,
                                                 TlOrganisationKind   kind,
                                                 GError             **error);
gboolean        tl_party_edits_move_unit        (TlDocument          *document,
                                                 TlUnit              *unit,
                                                 TlOrganisation      *organisation,
                                                 TlUnit              *parent,
                                                 GError             **error);
gboolean        tl_party_edits_set_manager      (TlDocument          *document,
                                                 GPtrArray           *people,
                                                 TlPerson            *manager,
                                                 GError             **error);
gboolean        tl_party_edits_set_unit         (TlDocument          *document,
                                                 GPtrArray           *people,
                                                 TlOrganisation      *organisation,
                                                 TlUnit              *unit,
                                                 GError             **error);
gboolean        tl_party_edits_remove           (TlDocument          *document,
                                                 GPtrArray           *parties,
                                                 GError             **error);

G_END_DECLS
