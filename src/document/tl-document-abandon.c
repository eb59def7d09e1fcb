/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way to lose an edit, and only because somebody has said so. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include "tl-document-private.h"

/**
 * tl_document_abandon:
 * @self: a document
 *
 * Lets go of the file without writing what has not been written yet.  For a document whose edits cannot reach the
 * disk, when somebody has a copy of it or does not want them; tl_document_close() for all others.
 */
void
tl_document_abandon (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  tl_document_clear_pending (self);
  tl_document_init_pending (self);
  self->group_depth = 0;
  if (!tl_document_close (self, &error))
    g_warning ("A document could not be abandoned: %s", error->message);
}
