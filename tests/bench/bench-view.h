/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the benchmarks of views share: a large document in a folder of its own */

#pragma once

#include <glib/gstdio.h>

#include "tl-document.h"

/* A document that @fill has filled in one step, for bench_document_discard() */
static inline TlDocument *
bench_document_new (void (*fill) (TlDocument *))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", &error);
  g_autoptr (GFile) file = NULL;
  TlDocument *document;

  g_assert_no_error (error);
  file = g_file_new_build_filename (folder, "Bench.throughline", NULL);
  document = tl_document_create (file, "Bench", &error);
  g_assert_no_error (error);
  tl_document_begin_group (document, "Fill");
  tl_model_begin_bulk (tl_document_get_model (document));
  fill (document);
  tl_model_end_bulk (tl_document_get_model (document));
  tl_document_end_group (document, &error);
  g_assert_no_error (error);
  return document;
}

static inline gpointer
bench_document_add (TlDocument *document,
                    gpointer    entity)
{
  tl_document_add (document, entity);
  g_object_unref (entity);
  return entity;
}

/* Closes the document and removes it, with its folder. */
static inline void
bench_document_discard (TlDocument *document)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (document));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  tl_document_close (document, NULL);
  g_object_unref (document);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}
