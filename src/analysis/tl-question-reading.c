/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a file with questions, and how to say what is wrong with one of them.
 *
 * GKeyFile does not know on which line something stands, takes a group that comes twice for one, and says nothing about
 * keys that nobody asks for: all three are what goes wrong when a person writes such a file.  So the lines are gone through
 * before it reads them. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-question-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-question-set.h"

static const char *const head_keys[] = { "Id", "Name", "Description", "Questions", NULL };
static const char *const kind_keys[] = {
  "When", "Text", "Hint", "Answer", "Facet", "Link", "Of", "At-Most", "Importance", NULL
};
static const char *const translated_keys[] = { "Name", "Description", "Text", "Hint", NULL };

static guint
get_line (TlQuestionReading *reading,
          const char        *group,
          const char        *key)
{
  g_autofree char *place = g_strdup_printf ("%s\n%s", group, key);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, place));

  if (line > 0 || *key == '\0')
    return line;

  return get_line (reading, group, "");
}

/* Says where it is, then what is wrong there; takes @reason. */
gboolean
tl_reading_fail (TlQuestionReading  *reading,
                 const char         *group,
                 const char         *key,
                 char               *reason,
                 GError            **error)
{
  guint line = get_line (reading, group, key);

  if (*key != '\0')
    g_set_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID,
                 /* Translators: the number of a line of a file, the name of a question in it, a key such as "Text", and
                  * a sentence about what is wrong there */
                 _("Line %u, “%s” of [%s]: %s"), line, key, group, reason);
  else
    g_set_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID,
                 /* Translators: the number of a line of a file, the name of a question in it, and a sentence */
                 _("Line %u, [%s]: %s"), line, group, reason);

  g_free (reason);
  return FALSE;
}

gboolean
tl_reading_fail_line (guint        line,
                      const char  *reason,
                      GError     **error)
{
  /* Translators: the number of a line of a file, and a sentence about what is wrong there */
  g_set_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID, _("Line %u: %s"), line, reason);
  return FALSE;
}

gboolean
tl_reading_is_name (const char *name)
{
  if (*name == '\0' || strlen (name) > 60)
    return FALSE;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
        return FALSE;
    }

  return TRUE;
}

/* Notes on which line something stands; fails when it stands there already. */
static gboolean
note_line (TlQuestionReading  *reading,
           const char         *group,
           const char         *key,
           guint               line,
           GError            **error)
{
  g_autofree char *place = g_strdup_printf ("%s\n%s", group, key);

  if (g_hash_table_contains (reading->lines, place))
    return tl_reading_fail_line (line, *key == '\0' ? _("a question with this name is there already.")
                                                    : _("this question has such a line already."), error);

  g_hash_table_insert (reading->lines, g_steal_pointer (&place), GUINT_TO_POINTER (line));
  return TRUE;
}

/* "Text[de]" is a known key when "Text" is one that is translated. */
static gboolean
is_known_key (const char *group,
              const char *key)
{
  const char *bracket = strchr (key, '[');
  g_autofree char *plain = bracket != NULL ? g_strndup (key, bracket - key) : g_strdup (key);

  if (bracket != NULL && (!g_str_has_suffix (key, "]") || !g_strv_contains (translated_keys, plain)))
    return FALSE;

  return g_strv_contains (g_str_equal (group, TL_QUESTION_SET_HEAD) ? head_keys : kind_keys, plain);
}

static gboolean
look_at_key (TlQuestionReading  *reading,
             const char         *group,
             const char         *text,
             guint               line,
             GError            **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *key = NULL;

  if (equals == NULL || equals == text)
    return tl_reading_fail_line (line, _("this is neither “Key=Value” nor a [name] in brackets nor a # comment."),
                                 error);
  if (group == NULL)
    return tl_reading_fail_line (line, _("the file begins with [Question Set]."), error);

  key = g_strchomp (g_strndup (text, equals - text));
  if (!note_line (reading, group, key, line, error))
    return FALSE;
  if (!is_known_key (group, key))
    {
      gboolean is_head = g_str_equal (group, TL_QUESTION_SET_HEAD);
      g_autofree char *known = g_strjoinv (", ", (char **) (is_head ? head_keys : kind_keys));

      return tl_reading_fail (reading, group, key,
                              /* Translators: a list of keys such as "When, Text, Hint", which are not translated */
                              g_strdup_printf (_("this key is not known; the keys are %s."), known), error);
    }

  return TRUE;
}

static gboolean
look_at_group (TlQuestionReading  *reading,
               const char         *text,
               guint               line,
               char              **group,
               GError            **error)
{
  const char *end = strchr (text, ']');

  if (end == NULL || end[1] != '\0')
    return tl_reading_fail_line (line, _("the name in brackets does not end with ]."), error);

  g_free (*group);
  *group = g_strndup (text + 1, end - text - 1);
  if (!g_str_equal (*group, TL_QUESTION_SET_HEAD) && !tl_reading_is_name (*group))
    return tl_reading_fail_line (line, _("the name of a question has only small letters from a to z, digits and "
                                         "hyphens."), error);

  return note_line (reading, *group, "", line, error);
}

gboolean
tl_reading_look_at_lines (TlQuestionReading  *reading,
                          const char         *text,
                          GError            **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[' ? !look_at_group (reading, line, i + 1, &group, error)
                       : !look_at_key (reading, group, line, i + 1, error))
        return FALSE;
    }

  return TRUE;
}
