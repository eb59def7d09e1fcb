/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-import.h"

G_BEGIN_DECLS

/* A new document in a folder of its own, and the CSV files beside it */
typedef struct
{
  char       *folder;
  TlDocument *document;
  TlModel    *model;
} Fixture;

void      fixture_set_up      (Fixture       *self,
                               gconstpointer  data);
void      fixture_tear_down   (Fixture       *self,
                               gconstpointer  data);
GFile    *fixture_write       (Fixture       *self,
                               const char    *name,
                               const char    *text);
TlImport *fixture_import      (Fixture       *self,
                               ...) G_GNUC_NULL_TERMINATED;
TlGoal   *fixture_get_goal    (Fixture       *self,
                               const char    *reference);
gpointer  fixture_get_party   (Fixture       *self,
                               GType          type,
                               const char    *name);
guint     fixture_count       (Fixture       *self,
                               GType          type);
void      assert_skipped      (TlImport      *import,
                               const char    *file,
                               guint          line,
                               const char    *column,
                               const char    *mentions);
void      assert_remarked     (TlImport      *import,
                               guint          line,
                               const char    *mentions);
char     *find_shared         (const char    *path);
void      append_cascade      (GString       *text,
                               guint          n_goals);

G_END_DECLS
