/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes questions of what a file says.
 *
 * GKeyFile reads it, since translations, escapes and comments are then what every desktop file has; what it does not look
 * at has been looked at in tl-question-reading.c.  The vocabulary is small and closed, and every word of it is checked. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-question-set-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-enum-types.h"
#include "tl-question-reading-private.h"
#include "tl-vocabulary.h"

/* A question is one sentence; this is a long one. */
#define LONGEST_TEXT 400

/* What the numbers may be at most */
#define MOST_QUESTIONS 100

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
check_text (TlQuestionReading  *reading,
            const char         *group,
            const char         *key,
            const char         *text,
            TlFrameSubject      subject,
            GError            **error)
{
  if (g_utf8_strlen (text, -1) > LONGEST_TEXT)
    return tl_reading_fail (reading, group, key,
                            g_strdup_printf (_("this is longer than %u characters."), LONGEST_TEXT), error);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return tl_reading_fail (reading, group, key, g_strdup (_("this has to be a single line.")), error);
      if (*p == '{' && !is_slot_known (p, subject))
        return tl_reading_fail (reading, group, key,
                                g_strdup (_("the slots are {person} and, in questions about a statement, {statement}, "
                                            "{beneficiary}, {wider} and {date}.")), error);
    }

  return TRUE;
}

/* A text in the user's language; %NULL with no error when it is not there */
static gboolean
read_text (TlQuestionReading  *reading,
           const char         *group,
           const char         *key,
           TlFrameSubject      subject,
           char              **text,
           GError            **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *found = NULL;

  if (!g_key_file_has_key (reading->file, group, key, NULL))
    return TRUE;

  found = g_key_file_get_locale_string (reading->file, group, key, NULL, &trouble);
  if (found == NULL)
    return tl_reading_fail (reading, group, key, g_strdup (trouble->message), error);

  g_strstrip (found);
  if (!check_text (reading, group, key, found, subject, error))
    return FALSE;

  *text = *found != '\0' ? g_steal_pointer (&found) : NULL;
  return TRUE;
}

static gboolean
read_needed_text (TlQuestionReading  *reading,
                  const char         *group,
                  const char         *key,
                  TlFrameSubject      subject,
                  char              **text,
                  GError            **error)
{
  if (!read_text (reading, group, key, subject, text, error))
    return FALSE;
  if (*text == NULL)
    /* Translators: a key of a file, such as "Text", which is not translated */
    return tl_reading_fail (reading, group, "", g_strdup_printf (_("“%s” is missing."), key), error);

  return TRUE;
}

/* A word of a closed vocabulary; @word stays as it is when the key is not there. */
static gboolean
read_word (TlQuestionReading  *reading,
           const char         *group,
           const char         *key,
           char              **word,
           GError            **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *found = NULL;

  if (!g_key_file_has_key (reading->file, group, key, NULL))
    return TRUE;

  found = g_key_file_get_string (reading->file, group, key, &trouble);
  if (found == NULL)
    return tl_reading_fail (reading, group, key, g_strdup (trouble->message), error);

  g_free (*word);
  *word = g_strdup (g_strstrip (found));
  return TRUE;
}

static gboolean
read_number (TlQuestionReading  *reading,
             const char         *group,
             const char         *key,
             guint               greatest,
             guint              *number,
             GError            **error)
{
  g_autofree char *word = NULL;
  guint64 value;

  if (!read_word (reading, group, key, &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (word, 10, 1, greatest, &value, NULL))
    return tl_reading_fail (reading, group, key, g_strdup_printf (_("this has to be a number from 1 to %u."), greatest),
                            error);

  *number = value;
  return TRUE;
}

static gboolean
read_when (TlQuestionReading  *reading,
           TlQuestionKind     *kind,
           GError            **error)
{
  g_autofree char *word = NULL;
  g_autofree char *known = NULL;

  if (!read_word (reading, kind->name, "When", &word, error))
    return FALSE;
  if (word == NULL)
    return tl_reading_fail (reading, kind->name, "", g_strdup_printf (_("“%s” is missing."), "When"), error);
  if (tl_frame_condition_from_nick (word, &kind->when))
    return TRUE;

  known = tl_frame_condition_list ();
  /* Translators: what a file says, and a list of conditions, which are not translated */
  return tl_reading_fail (reading, kind->name, "When",
                          g_strdup_printf (_("“%s” is no condition; the conditions are %s."), word, known), error);
}

static gboolean
read_answer (TlQuestionReading  *reading,
             TlQuestionKind     *kind,
             GError            **error)
{
  TlFrameSubject subject = tl_frame_condition_get_subject (kind->when);
  g_autofree char *word = g_strdup ("statement");
  guint found = 0;

  if (!read_word (reading, kind->name, "Answer", &word, error))
    return FALSE;

  while (found < G_N_ELEMENTS (answers) && !g_str_equal (answers[found].nick, word))
    found++;
  if (found == G_N_ELEMENTS (answers))
    return tl_reading_fail (reading, kind->name, "Answer",
                            g_strdup_printf (_("“%s” is no kind of answer; they are statement, note, none, who, detail, skills, due and "
                                               "learned."), word), error);

  kind->answer = answers[found].answer;
  kind->property = answers[found].property;
  if (kind->property != NULL && subject == TL_FRAME_SUBJECT_NONE)
    return tl_reading_fail (reading, kind->name, "Answer",
                            g_strdup (_("this needs a statement to be kept with, and the question is about none.")), error);
  if (subject == TL_FRAME_SUBJECT_EARLIER && kind->answer == TL_ANSWER_STATEMENT)
    return tl_reading_fail (reading, kind->name, "Answer",
                            g_strdup (_("an answer about an earlier conversation is learned, a note or none.")), error);

  return TRUE;
}

static gboolean
read_facet (TlQuestionReading  *reading,
            TlQuestionKind     *kind,
            GError            **error)
{
  g_autofree char *word = NULL;
  int facet = TL_FACET_UNSET;

  if (!read_word (reading, kind->name, "Facet", &word, error))
    return FALSE;
  if (word != NULL && (!tl_enum_from_nick (TL_TYPE_FACET, word, &facet) || facet == TL_FACET_UNSET))
    return tl_reading_fail (reading, kind->name, "Facet",
                            g_strdup_printf (_("“%s” is no column; they are work, impact and result."), word), error);

  kind->facet = facet;
  return TRUE;
}

/* How answer and statement are linked has to be said where there are both, and nowhere else. */
static gboolean
read_link (TlQuestionReading  *reading,
           TlQuestionKind     *kind,
           GError            **error)
{
  gboolean is_linked = kind->answer == TL_ANSWER_STATEMENT
                       && tl_frame_condition_get_subject (kind->when) != TL_FRAME_SUBJECT_NONE;
  g_autofree char *word = NULL;

  if (!read_word (reading, kind->name, "Link", &word, error))
    return FALSE;
  if (word == NULL && !is_linked)
    return TRUE;
  if (word == NULL)
    return tl_reading_fail (reading, kind->name, "", g_strdup_printf (_("“%s” is missing."), "Link"), error);
  if (!is_linked)
    return tl_reading_fail (reading, kind->name, "Link",
                            g_strdup (_("only an answer that is a statement, to a question about one, has a link.")), error);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      if (!g_str_equal (links[i].nick, word))
        continue;

      kind->answer_helps = links[i].answer_helps;
      kind->loop = links[i].loop;
      return TRUE;
    }

  return tl_reading_fail (reading, kind->name, "Link",
                          g_strdup_printf (_("“%s” is no link; they are answer-helps, answer-is-helped and loop."), word), error);
}

static gboolean
read_of (TlQuestionReading  *reading,
         TlQuestionKind     *kind,
         GError            **error)
{
  TlFrameSubject subject = tl_frame_condition_get_subject (kind->when);
  g_autofree char *word = NULL;

  if (!read_word (reading, kind->name, "Of", &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;
  if (subject != TL_FRAME_SUBJECT_STATEMENT && subject != TL_FRAME_SUBJECT_WHOLE)
    return tl_reading_fail (reading, kind->name, "Of", g_strdup (_("this question is not about a statement of this conversation.")),
                            error);

  kind->of = g_strsplit (word, ";", -1);
  for (guint i = 0; kind->of[i] != NULL; i++)
    {
      g_strstrip (kind->of[i]);
      if (!tl_reading_is_name (kind->of[i]) || !g_strv_contains ((const char *const *) reading->groups, kind->of[i]))
        return tl_reading_fail (reading, kind->name, "Of", g_strdup_printf (_("there is no question [%s]."), kind->of[i]),
                                error);
    }

  return TRUE;
}

static TlQuestionKind *
read_kind (TlQuestionReading  *reading,
           const char         *name,
           GError            **error)
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
read_head (TlQuestionReading     *reading,
           TlQuestionSetContent  *content,
           GError               **error)
{
  if (!g_key_file_has_group (reading->file, TL_QUESTION_SET_HEAD))
    return tl_reading_fail_line (1, _("the file begins with [Question Set]."), error);

  content->limit = TL_QUESTION_SET_USUAL_LIMIT;
  if (!read_word (reading, TL_QUESTION_SET_HEAD, "Id", &content->id, error))
    return FALSE;
  if (content->id == NULL)
    return tl_reading_fail (reading, TL_QUESTION_SET_HEAD, "", g_strdup_printf (_("“%s” is missing."), "Id"), error);
  if (!tl_reading_is_name (content->id))
    return tl_reading_fail (reading, TL_QUESTION_SET_HEAD, "Id",
                            g_strdup (_("this has only small letters from a to z, digits and hyphens.")), error);

  return read_needed_text (reading, TL_QUESTION_SET_HEAD, "Name", TL_FRAME_SUBJECT_NONE, &content->name, error)
         && read_text (reading, TL_QUESTION_SET_HEAD, "Description", TL_FRAME_SUBJECT_NONE, &content->description, error)
         && read_number (reading, TL_QUESTION_SET_HEAD, "Questions", MOST_QUESTIONS, &content->limit, error);
}

static gboolean
read_kinds (TlQuestionReading     *reading,
            TlQuestionSetContent  *content,
            GError               **error)
{
  content->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_question_kind_free);
  for (guint i = 0; reading->groups[i] != NULL; i++)
    {
      TlQuestionKind *kind;

      if (g_str_equal (reading->groups[i], TL_QUESTION_SET_HEAD))
        continue;
      kind = read_kind (reading, reading->groups[i], error);
      if (kind == NULL)
        return FALSE;
      g_ptr_array_add (content->kinds, kind);
    }

  if (content->kinds->len == 0)
    return tl_reading_fail (reading, TL_QUESTION_SET_HEAD, "", g_strdup (_("there is no question in this file.")), error);
  if (content->kinds->len > TL_QUESTION_SET_MAX_QUESTIONS)
    return tl_reading_fail (reading, TL_QUESTION_SET_HEAD, "",
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
      return tl_reading_fail_line (line, length == 0 ? _("the file is empty.") : _("this is no text in UTF-8."), error);
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
  TlQuestionReading reading = { file, lines, NULL };

  if (!check_bytes (data, length, error))
    return FALSE;

  text = g_strndup (data, length);
  if (!tl_reading_look_at_lines (&reading, text, error))
    return FALSE;
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &trouble))
    return tl_reading_fail_line (1, trouble->message, error);

  groups = g_key_file_get_groups (file, NULL);
  reading.groups = groups;
  return read_head (&reading, content, error) && read_kinds (&reading, content, error);
}
