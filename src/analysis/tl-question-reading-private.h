/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The group with what is said of the set as a whole */
#define TL_QUESTION_SET_HEAD "Question Set"

/**
 * TlQuestionReading:
 * @file: what is read
 * @lines: "group\nkey" -> the number of its line; with an empty key that of the group
 * @groups: the names of the groups, in the order of the file
 *
 * A file with questions while it is read.
 */
typedef struct
{
  GKeyFile    *file;
  GHashTable  *lines;
  char       **groups;
} TlQuestionReading;

gboolean tl_reading_look_at_lines (TlQuestionReading  *reading,
                                   const char         *text,
                                   GError            **error);
gboolean tl_reading_is_name       (const char         *name);
gboolean tl_reading_fail          (TlQuestionReading  *reading,
                                   const char         *group,
                                   const char         *key,
                                   char               *reason,
                                   GError            **error);
gboolean tl_reading_fail_line     (guint               line,
                                   const char         *reason,
                                   GError            **error);

G_END_DECLS
