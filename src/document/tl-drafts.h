/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlDraft:
 * @entity_id: the entity whose property is being typed, or a name such as "quick-add"
 * @property: its property
 * @text: what stands in the field
 *
 * What somebody is typing and has not finished.
 */
typedef struct
{
  char *entity_id;
  char *property;
  char *text;
} TlDraft;

void       tl_document_keep_draft   (TlDocument  *self,
                                     const char  *entity_id,
                                     const char  *property,
                                     const char  *text);
void       tl_document_drop_draft   (TlDocument  *self,
                                     const char  *entity_id,
                                     const char  *property);
char      *tl_document_dup_draft    (TlDocument  *self,
                                     const char  *entity_id,
                                     const char  *property);
GPtrArray *tl_document_dup_drafts   (TlDocument  *self);
guint      tl_document_apply_drafts (TlDocument  *self);

G_END_DECLS
