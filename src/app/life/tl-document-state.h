/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_DOCUMENT_STATE (tl_document_state_get_type ())

G_DECLARE_FINAL_TYPE (TlDocumentState, tl_document_state, TL, DOCUMENT_STATE, GObject)

TlDocumentState *tl_document_state_new         (const char         *document_id);
TlDocumentState *tl_document_state_of          (TlDocument         *document);

char            *tl_document_state_dup_string  (TlDocumentState    *self,
                                                const char         *key);
void             tl_document_state_set_string  (TlDocumentState    *self,
                                                const char         *key,
                                                const char         *value);
char           **tl_document_state_dup_strings (TlDocumentState    *self,
                                                const char         *key);
void             tl_document_state_set_strings (TlDocumentState    *self,
                                                const char         *key,
                                                const char *const  *values);
void             tl_document_state_flush       (TlDocumentState    *self);

G_END_DECLS
