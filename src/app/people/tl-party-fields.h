/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-party.h"

G_BEGIN_DECLS

/* The groups of fields on the page of a party. */
typedef enum
{
  TL_PARTY_FIELDS_TITLE,
  TL_PARTY_FIELDS_PERSON,
  TL_PARTY_FIELDS_UNIT,
  TL_PARTY_FIELDS_ORGANISATION,
  TL_PARTY_FIELDS_PERSON_NOTES,
  TL_PARTY_FIELDS_ORGANISATION_NOTES,
} TlPartyFieldsGroup;

typedef struct _TlPartyFields TlPartyFields;

TlPartyFields *tl_party_fields_new        (TlDocument         *document);
void           tl_party_fields_free       (TlPartyFields      *self);

void           tl_party_fields_put        (TlPartyFields      *self,
                                           TlPartyFieldsGroup  group,
                                           GtkBox             *box);
void           tl_party_fields_bind       (TlPartyFields      *self,
                                           TlParty            *party);
void           tl_party_fields_start_name (TlPartyFields      *self);

G_END_DECLS
