/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a file with questions.
 *
 * GKeyFile reads it, since translations, escapes and comments are then what every desktop file has.  It does not know on
 * which line something stands, takes a group that comes twice for one, and says nothing about keys that nobody asks for:
 * all three are what goes wrong when a person writes such a file.  So the lines are gone through first. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-question-set-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-enum-types.h"
#include "tl-vocabulary.h"

/* The group with what is said of the set as a whole */
#define HEAD "Question Set"

/* A question is one sentence; this is a long one. */
#define LONGEST_TEXT 400

/* What the numbers may be at most */
#define MOST_QUESTIONS 100

typedef struct
{
  GKeyFile   *file;
  GHashTable *lines;            /* "group\nkey" -> its line; with an empty key the group's */
  char      **groups;           /* in the order of the file */
} Reading;

static const char *const head_keys[] = { "Id", "Name", "Description", "Questions", NULL };
static const char *const kind_keys[] = {
  "When", "Text", "Hint", "Answer", "Facet", "Link", "Of", "At-Most", "Importance", NULL
};
static const char *const translated_keys[] = { "Name", "Description", "Text", "Hint", NULL };

/* What an answer becomes, as a file says it */
static const struct
{
  const char   *nick;
  TlAnswerKind  answer;
  const char   *property;
} answers[] = {
  { "statement", TL_ANSWER_STATEMENT, NULL },
  { "note", TL_ANSWER_NOTE, NULL },
  { "none", TL_ANSWER_NONE, NULL },
  { "who", TL_ANSWER_FIELD, "who" },
  { "detail", TL_ANSWER_FIELD, "detail" },
  { "skills", TL_ANSWER_FIELD, "skills" },
  { "due", TL_ANSWER_FIELD, "due" },
  { "learned", TL_ANSWER_FIELD, "learned" },
};

/* How an answer is linked with the statement asked about */
static const struct
{
  const char *nick;
  gboolean    answer_helps;
  gboolean    loop;
} links[] = {
  { "answer-helps", TRUE, FALSE },
  { "answer-is-helped", FALSE, FALSE },
  { "loop", TRUE, TRUE },
};

/* The slots of a text, and whether they need a statement that is asked about */
static const struct
{
  const char *slot;
  gboolean    of_statement;
} slots[] = {
  { "{person}", FALSE },
  { "{statement}", TRUE },
  { "{beneficiary}", TRUE },
  { "{wider}", TRUE },
  { "{date}", TRUE },
};

static guint
get_line (Reading    *reading,
          const char *group,
          const char *key)
{
  g_autofree char *place = g_strdup_printf ("%s\n%s", group, key);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, place));

  if (line > 0 || *key == '\0')
    return line;

  return get_line (reading, group, "");
}

/* Says where it is, then what is wrong there; takes @reason. */
static gboolean
fail (Reading     *reading,
      const char  *group,
      const char  *key,
      char        *reason,
      GError     **error)
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

static gboolean
fail_line (guint        line,
           const char  *reason,
           GError     **error)
{
  /* Translators: the number of a line of a file, and a sentence about what is wrong there */
  g_set_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID, _("Line %u: %s"), line, reason);
  return FALSE;
}

static gboolean
is_name (const char *name)
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
note_line (Reading     *reading,
           const char  *group,
           const char  *key,
           guint        line,
           GError     **error)
{
  g_autofree char *place = g_strdup_printf ("%s\n%s", group, key);

  if (g_hash_table_contains (reading->lines, place))
    return fail_line (line, *key == '\0' ? _("a question with this name is there already.")
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

  return g_strv_contains (g_str_equal (group, HEAD) ? head_keys : kind_keys, plain);
}

static gboolean
look_at_key (Reading     *reading,
             const char  *group,
             const char  *text,
             guint        line,
             GError     **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *key = NULL;

  if (equals == NULL || equals == text)
    return fail_line (line, _("this is neither “Key=Value” nor a [name] in brackets nor a # comment."), error);
  if (group == NULL)
    return fail_line (line, _("the file begins with [Question Set]."), error);

  key = g_strchomp (g_strndup (text, equals - text));
  if (!note_line (reading, group, key, line, error))
    return FALSE;
  if (!is_known_key (group, key))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) (g_str_equal (group, HEAD) ? head_keys : kind_keys));

      return fail (reading, group, key,
                   /* Translators: a list of keys such as "When, Text, Hint", which are not translated */
                   g_strdup_printf (_("this key is not known; the keys are %s."), known), error);
    }

  return TRUE;
}

static gboolean
look_at_group (Reading      *reading,
               const char   *text,
               guint         line,
               char        **group,
               GError      **error)
{
  const char *end = strchr (text, ']');

  if (end == NULL || end[1] != '\0')
    return fail_line (line, _("the name in brackets does not end with ]."), error);

  g_free (*group);
  *group = g_strndup (text + 1, end - text - 1);
  if (!g_str_equal (*group, HEAD) && !is_name (*group))
    return fail_line (line, _("the name of a question has only small letters from a to z, digits and hyphens."), error);

  return note_line (reading, *group, "", line, error);
}

static gboolean
look_at_lines (Reading     *reading,
               const char  *text,
               GError     **error)
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

static gboolean
is_slot_known (const char     *text,
               TlFrameSubject  subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      if (g_str_has_prefix (text, slots[i].slot))
        return subject != TL_FRAME_SUBJECT_NONE || !slots[i].of_statement;
    }

  return FALSE;
}

static gboolean
check_text (Reading         *reading,
            const char      *group,
            const char      *key,
            const char      *text,
            TlFrameSubject   subject,
            GError         **error)
{
  if (g_utf8_strlen (text, -1) > LONGEST_TEXT)
    return fail (reading, group, key,
                 g_strdup_printf (_("this is longer than %u characters."), LONGEST_TEXT), error);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return fail (reading, group, key, g_strdup (_("this has to be a single line.")), error);
      if (*p == '{' && !is_slot_known (p, subject))
        return fail (reading, group, key,
                     g_strdup (_("the slots are {person} and, in questions about a statement, {statement}, "
                                 "{beneficiary}, {wider} and {date}.")), error);
    }

  return TRUE;
}

/* A text in the user's language; %NULL with no error when it is not there */
static gboolean
read_text (Reading         *reading,
           const char      *group,
           const char      *key,
           TlFrameSubject   subject,
           char           **text,
           GError         **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *found = NULL;

  if (!g_key_file_has_key (reading->file, group, key, NULL))
    return TRUE;

  found = g_key_file_get_locale_string (reading->file, group, key, NULL, &trouble);
  if (found == NULL)
    return fail (reading, group, key, g_strdup (trouble->message), error);

  g_strstrip (found);
  if (!check_text (reading, group, key, found, subject, error))
    return FALSE;

  *text = *found != '\0' ? g_steal_pointer (&found) : NULL;
  return TRUE;
}

static gboolean
read_needed_text (Reading         *reading,
                  const char      *group,
                  const char      *key,
                  TlFrameSubject   subject,
                  char           **text,
                  GError         **error)
{
  if (!read_text (reading, group, key, subject, text, error))
    return FALSE;
  if (*text == NULL)
    /* Translators: a key of a file, such as "Text", which is not translated */
    return fail (reading, group, "", g_strdup_printf (_("“%s” is missing."), key), error);

  return TRUE;
}

/* A word of a closed vocabulary; @word stays as it is when the key is not there. */
static gboolean
read_word (Reading     *reading,
           const char  *group,
           const char  *key,
           char       **word,
           GError     **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *found = NULL;

  if (!g_key_file_has_key (reading->file, group, key, NULL))
    return TRUE;

  found = g_key_file_get_string (reading->file, group, key, &trouble);
  if (found == NULL)
    return fail (reading, group, key, g_strdup (trouble->message), error);

  g_free (*word);
  *word = g_strdup (g_strstrip (found));
  return TRUE;
}

static gboolean
read_number (Reading     *reading,
             const char  *group,
             const char  *key,
             guint        greatest,
             guint       *number,
             GError     **error)
{
  g_autofree char *word = NULL;
  guint64 value;

  if (!read_word (reading, group, key, &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (word, 10, 1, greatest, &value, NULL))
    return fail (reading, group, key, g_strdup_printf (_("this has to be a number from 1 to %u."), greatest), error);

  *number = value;
  return TRUE;
}

static gboolean
read_when (Reading         *reading,
           TlQuestionKind  *kind,
           GError         **error)
{
  g_autofree char *word = NULL;
  g_autofree char *known = NULL;

  if (!read_word (reading, kind->name, "When", &word, error))
    return FALSE;
  if (word == NULL)
    return fail (reading, kind->name, "", g_strdup_printf (_("“%s” is missing."), "When"), error);
  if (tl_frame_condition_from_nick (word, &kind->when))
    return TRUE;

  known = tl_frame_condition_list ();
  /* Translators: what a file says, and a list of conditions, which are not translated */
  return fail (reading, kind->name, "When",
               g_strdup_printf (_("“%s” is no condition; the conditions are %s."), word, known), error);
}

static gboolean
read_answer (Reading         *reading,
             TlQuestionKind  *kind,
             GError         **error)
{
  TlFrameSubject subject = tl_frame_condition_get_subject (kind->when);
  g_autofree char *word = g_strdup ("statement");
  guint found = 0;

  if (!read_word (reading, kind->name, "Answer", &word, error))
    return FALSE;

  while (found < G_N_ELEMENTS (answers) && !g_str_equal (answers[found].nick, word))
    found++;
  if (found == G_N_ELEMENTS (answers))
    return fail (reading, kind->name, "Answer",
                 g_strdup_printf (_("“%s” is no kind of answer; they are statement, note, none, who, detail, skills, due and "
                                    "learned."), word), error);

  kind->answer = answers[found].answer;
  kind->property = answers[found].property;
  if (kind->property != NULL && subject == TL_FRAME_SUBJECT_NONE)
    return fail (reading, kind->name, "Answer",
                 g_strdup (_("this needs a statement to be kept with, and the question is about none.")), error);
  if (subject == TL_FRAME_SUBJECT_EARLIER && kind->answer == TL_ANSWER_STATEMENT)
    return fail (reading, kind->name, "Answer",
                 g_strdup (_("an answer about an earlier conversation is learned, a note or none.")), error);

  return TRUE;
}

static gboolean
read_facet (Reading         *reading,
            TlQuestionKind  *kind,
            GError         **error)
{
  g_autofree char *word = NULL;
  int facet = TL_FACET_UNSET;

  if (!read_word (reading, kind->name, "Facet", &word, error))
    return FALSE;
  if (word != NULL && (!tl_enum_from_nick (TL_TYPE_FACET, word, &facet) || facet == TL_FACET_UNSET))
    return fail (reading, kind->name, "Facet",
                 g_strdup_printf (_("“%s” is no column; they are work, impact and result."), word), error);

  kind->facet = facet;
  return TRUE;
}

/* How answer and statement are linked has to be said where there are both, and nowhere else. */
static gboolean
read_link (Reading         *reading,
           TlQuestionKind  *kind,
           GError         **error)
{
  gboolean is_linked = kind->answer == TL_ANSWER_STATEMENT
                       && tl_frame_condition_get_subject (kind->when) != TL_FRAME_SUBJECT_NONE;
  g_autofree char *word = NULL;

  if (!read_word (reading, kind->name, "Link", &word, error))
    return FALSE;
  if (word == NULL && !is_linked)
    return TRUE;
  if (word == NULL)
    return fail (reading, kind->name, "", g_strdup_printf (_("“%s” is missing."), "Link"), error);
  if (!is_linked)
    return fail (reading, kind->name, "Link",
                 g_strdup (_("only an answer that is a statement, to a question about one, has a link.")), error);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      if (!g_str_equal (links[i].nick, word))
        continue;

      kind->answer_helps = links[i].answer_helps;
      kind->loop = links[i].loop;
      return TRUE;
    }

  return fail (reading, kind->name, "Link",
               g_strdup_printf (_("“%s” is no link; they are answer-helps, answer-is-helped and loop."), word), error);
}

static gboolean
read_of (Reading         *reading,
         TlQuestionKind  *kind,
         GError         **error)
{
  TlFrameSubject subject = tl_frame_condition_get_subject (kind->when);
  g_autofree char *word = NULL;

  if (!read_word (reading, kind->name, "Of", &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;
  if (subject != TL_FRAME_SUBJECT_STATEMENT && subject != TL_FRAME_SUBJECT_WHOLE)
    return fail (reading, kind->name, "Of", g_strdup (_("this question is not about a statement of this conversation.")),
                 error);

  kind->of = g_strsplit (word, ";", -1);
  for (guint i = 0; kind->of[i] != NULL; i++)
    {
      g_strstrip (kind->of[i]);
      if (!g_strv_contains ((const char *const *) reading->groups, kind->of[i]) || g_str_equal (kind->of[i], HEAD))
        return fail (reading, kind->name, "Of", g_strdup_printf (_("there is no question [%s]."), kind->of[i]), error);
    }

  return TRUE;
}

static TlQuestionKind *
read_kind (Reading     *reading,
           const char  *name,
           GError     **error)
{
  g_autoptr (TlQuestionKind) kind = g_new0 (TlQuestionKind, 1);
  TlFrameSubject subject;

  kind->name = g_strdup (name);
  kind->at_most = MOST_QUESTIONS;
  kind->importance = TL_IMPORTANCE_USUAL;
  if (!read_when (reading, kind, error))
    return NULL;

  subject = tl_frame_condition_get_subject (kind->when);
  if (!read_needed_text (reading, name, "Text", subject, &kind->text, error)
      || !read_text (reading, name, "Hint", subject, &kind->hint, error)
      || !read_answer (reading, kind, error)
      || !read_facet (reading, kind, error)
      || !read_link (reading, kind, error)
      || !read_of (reading, kind, error)
      || !read_number (reading, name, "At-Most", MOST_QUESTIONS, &kind->at_most, error)
      || !read_number (reading, name, "Importance", TL_IMPORTANCE_MOST, &kind->importance, error))
    return NULL;

  return g_steal_pointer (&kind);
}

static gboolean
read_head (Reading               *reading,
           TlQuestionSetContent  *content,
           GError               **error)
{
  if (!g_key_file_has_group (reading->file, HEAD))
    return fail_line (1, _("the file begins with [Question Set]."), error);

  content->limit = TL_QUESTION_SET_USUAL_LIMIT;
  if (!read_word (reading, HEAD, "Id", &content->id, error))
    return FALSE;
  if (content->id == NULL)
    return fail (reading, HEAD, "", g_strdup_printf (_("“%s” is missing."), "Id"), error);
  if (!is_name (content->id))
    return fail (reading, HEAD, "Id", g_strdup (_("this has only small letters from a to z, digits and hyphens.")), error);

  return read_needed_text (reading, HEAD, "Name", TL_FRAME_SUBJECT_NONE, &content->name, error)
         && read_text (reading, HEAD, "Description", TL_FRAME_SUBJECT_NONE, &content->description, error)
         && read_number (reading, HEAD, "Questions", MOST_QUESTIONS, &content->limit, error);
}

static gboolean
read_kinds (Reading               *reading,
            TlQuestionSetContent  *content,
            GError               **error)
{
  content->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_question_kind_free);
  for (guint i = 0; reading->groups[i] != NULL; i++)
    {
      TlQuestionKind *kind;

      if (g_str_equal (reading->groups[i], HEAD))
        continue;
      kind = read_kind (reading, reading->groups[i], error);
      if (kind == NULL)
        return FALSE;
      g_ptr_array_add (content->kinds, kind);
    }

  if (content->kinds->len == 0)
    return fail (reading, HEAD, "", g_strdup (_("there is no question in this file.")), error);
  if (content->kinds->len > TL_QUESTION_SET_MAX_QUESTIONS)
    return fail (reading, HEAD, "",
                 g_strdup_printf (_("there are more than %u questions."), TL_QUESTION_SET_MAX_QUESTIONS), error);

  return TRUE;
}

static gboolean
check_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  const char *end = data;

  if (length > TL_QUESTION_SET_MAX_SIZE)
    {
      g_set_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID,
                   _("It is larger than %u KiB, which no set of questions is."), TL_QUESTION_SET_MAX_SIZE / 1024);
      return FALSE;
    }
  if (length == 0 || !g_utf8_validate_len (data, length, &end))
    {
      guint line = 1;

      for (const char *p = data; p < end; p++)
        line += *p == '\n';
      return fail_line (line, length == 0 ? _("the file is empty.") : _("this is no text in UTF-8."), error);
    }

  return TRUE;
}

/**
 * tl_question_kind_free:
 * @kind: (transfer full): a kind of question
 */
void
tl_question_kind_free (TlQuestionKind *kind)
{
  g_free (kind->name);
  g_free (kind->text);
  g_free (kind->hint);
  g_strfreev (kind->of);
  g_free (kind);
}

/**
 * tl_question_set_read:
 * @data: what the file holds
 * @length: its size
 * @content: (out caller-allocates): all zero; what was read, and when it could not be, as much as there was
 * @error: return location for a #GError of the domain %TL_QUESTION_SET_ERROR
 *
 * Returns: %TRUE, or %FALSE when something in @data makes no sense
 */
gboolean
tl_question_set_read (const char            *data,
                      gsize                  length,
                      TlQuestionSetContent  *content,
                      GError               **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) trouble = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;
  Reading reading = { file, lines, NULL };

  if (!check_bytes (data, length, error))
    return FALSE;

  text = g_strndup (data, length);
  if (!look_at_lines (&reading, text, error))
    return FALSE;
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &trouble))
    return fail_line (1, trouble->message, error);

  groups = g_key_file_get_groups (file, NULL);
  reading.groups = groups;
  return read_head (&reading, content, error) && read_kinds (&reading, content, error);
}
