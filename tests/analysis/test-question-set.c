/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file with questions may say, and what is said to somebody who wrote it otherwise. */

#include "config.h"

#include <string.h>

#include "coaching-fixture.h"
#include "tl-question-set-private.h"

#define HEAD "[Question Set]\nId=mine\nName=Mine\n"
#define FIRST "[first]\nWhen=always\nText=What is it?\n"

static void
test_read (void)
{
  static const char data[] =
    "# A comment\n\n" HEAD "Description=For a Monday\nQuestions=7\n"
    "[first]\n  When = always \nText=What is it, {person}?\nHint=Anything.\n"
    "[second]\nWhen=impact-without-work\nText=What leads to “{statement}” for {beneficiary}?\nAnswer=statement\n"
    "Facet=work\nLink=answer-helps\nOf=first; third\nAt-Most=2\nImportance=3\n"
    "[third]\nWhen=work-without-due\nText=By when: “{statement}”?\nAnswer=due\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlQuestionSet) set = tl_question_set_new (data, strlen (data), &error);
  const TlQuestionSetContent *content;
  const TlQuestionKind *kind;

  g_assert_no_error (error);
  g_assert_cmpstr (tl_question_set_get_id (set), ==, "mine");
  g_assert_cmpstr (tl_question_set_get_name (set), ==, "Mine");
  g_assert_cmpstr (tl_question_set_get_description (set), ==, "For a Monday");
  content = tl_question_set_peek_content (set);
  g_assert_cmpuint (content->limit, ==, 7);
  g_assert_cmpuint (content->kinds->len, ==, 3);

  kind = g_ptr_array_index (content->kinds, 0);
  g_assert_cmpstr (kind->name, ==, "first");
  g_assert_cmpint (kind->when, ==, TL_FRAME_ALWAYS);
  g_assert_cmpint (kind->answer, ==, TL_ANSWER_STATEMENT);
  g_assert_cmpuint (kind->importance, ==, TL_IMPORTANCE_USUAL);

  kind = g_ptr_array_index (content->kinds, 1);
  g_assert_cmpint (kind->facet, ==, TL_FACET_WORK);
  g_assert_true (kind->answer_helps);
  g_assert_false (kind->loop);
  g_assert_cmpstr (kind->of[1], ==, "third");
  g_assert_cmpuint (kind->at_most, ==, 2);
  g_assert_cmpuint (kind->importance, ==, 3);

  kind = g_ptr_array_index (content->kinds, 2);
  g_assert_cmpint (kind->answer, ==, TL_ANSWER_FIELD);
  g_assert_cmpstr (kind->property, ==, "due");
}

static void
test_properties (void)
{
  static const char data[] = HEAD "Description=For a Monday\n" FIRST;
  g_autoptr (TlQuestionSet) set = tl_question_set_new (data, strlen (data), NULL);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_object_get (set, "id", &id, "name", &name, "description", &description, NULL);
  g_assert_cmpstr (id, ==, "mine");
  g_assert_cmpstr (name, ==, "Mine");
  g_assert_cmpstr (description, ==, "For a Monday");
}

static const struct
{
  const char *data;
  const char *message;
} refused[] = {
  { "", "Line 1: the file is empty." },
  { HEAD "Na\xffme=1\n", "Line 4: this is no text in UTF-8." },
  { FIRST, "Line 1: the file begins with [Question Set]." },
  { "Id=mine\n" HEAD, "Line 1: the file begins with [Question Set]." },
  { "[Question Set]\nName=Mine\n" FIRST, "Line 1, [Question Set]: “Id” is missing." },
  { "[Question Set]\nId=My set\nName=Mine\n" FIRST,
    "Line 2, “Id” of [Question Set]: this has only small letters from a to z, digits and hyphens." },
  { "[Question Set]\nId=mine\nName=\n" FIRST, "Line 1, [Question Set]: “Name” is missing." },
  { HEAD, "Line 1, [Question Set]: there is no question in this file." },
  { HEAD "Questions=0\n" FIRST, "Line 4, “Questions” of [Question Set]: this has to be a number from 1 to 100." },
  { HEAD "Questions=many\n" FIRST, "Line 4, “Questions” of [Question Set]: this has to be a number from 1 to 100." },
  { HEAD "Colour=red\n" FIRST,
    "Line 4, “Colour” of [Question Set]: this key is not known; the keys are Id, Name, Description, Questions." },
  { HEAD FIRST FIRST, "Line 7: a question with this name is there already." },
  { HEAD FIRST "Text=And again?\n", "Line 7: this question has such a line already." },
  { HEAD FIRST "And now\n", "Line 7: this is neither “Key=Value” nor a [name] in brackets nor a # comment." },
  { HEAD FIRST "[second\n", "Line 7: the name in brackets does not end with ]." },
  { HEAD FIRST "[The Second]\n",
    "Line 7: the name of a question has only small letters from a to z, digits and hyphens." },
  { HEAD "[first]\nText=What is it?\n", "Line 4, [first]: “When” is missing." },
  { HEAD "[first]\nWhen=always\n", "Line 4, [first]: “Text” is missing." },
  { HEAD FIRST "Txt=What?\n",
    "Line 7, “Txt” of [first]: this key is not known; the keys are When, Text, Hint, Answer, Facet, Link, Of, At-Most, "
    "Importance." },
  { HEAD FIRST "When[de]=always\n",
    "Line 7, “When[de]” of [first]: this key is not known; the keys are When, Text, Hint, Answer, Facet, Link, Of, At-Most, "
    "Importance." },
  { HEAD FIRST "Answer=who\n",
    "Line 7, “Answer” of [first]: this needs a statement to be kept with, and the question is about none." },
  { HEAD FIRST "Answer=colour\n",
    "Line 7, “Answer” of [first]: “colour” is no kind of answer; they are statement, note, none, who, detail, skills, due "
    "and learned." },
  { HEAD FIRST "Facet=unset\n", "Line 7, “Facet” of [first]: “unset” is no column; they are work, impact and result." },
  { HEAD FIRST "Link=loop\n",
    "Line 7, “Link” of [first]: only an answer that is a statement, to a question about one, has a link." },
  { HEAD FIRST "Of=first\n", "Line 7, “Of” of [first]: this question is not about a statement of this conversation." },
  { HEAD FIRST "At-Most=-1\n", "Line 7, “At-Most” of [first]: this has to be a number from 1 to 100." },
  { HEAD FIRST "Importance=4\n", "Line 7, “Importance” of [first]: this has to be a number from 1 to 3." },
  { HEAD FIRST "Hint=See {statement}.\n",
    "Line 7, “Hint” of [first]: the slots are {person} and, in questions about a statement, {statement}, {beneficiary}, "
    "{wider} and {date}." },
  { HEAD FIRST "Hint=One\\nTwo\n", "Line 7, “Hint” of [first]: this has to be a single line." },
  { HEAD "[first]\nWhen=no-loop\nText=Which?\n", "Line 4, [first]: “Link” is missing." },
  { HEAD "[first]\nWhen=no-loop\nText=Which?\nLink=round\n",
    "Line 7, “Link” of [first]: “round” is no link; they are answer-helps, answer-is-helped and loop." },
  { HEAD "[first]\nWhen=no-loop\nText=Which?\nLink=loop\nOf=second\n",
    "Line 8, “Of” of [first]: there is no question [second]." },
  { HEAD "[first]\nWhen=open-action\nText=What came of it?\n",
    "Line 4, “Answer” of [first]: an answer about an earlier conversation is learned, a note or none." },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlQuestionSet) set = tl_question_set_new (refused[i].data, strlen (refused[i].data), &error);

      g_assert_null (set);
      g_assert_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, refused[i].message);
    }
}

/* The one that people will meet: it names the line, the key and the whole vocabulary. */
static void
test_unknown_condition (void)
{
  static const char data[] = HEAD FIRST "\n# More\n[second]\nText=Why?\nWhen=result-without-reason\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlQuestionSet) set = tl_question_set_new (data, strlen (data), &error);

  g_assert_null (set);
  g_assert_true (g_str_has_prefix (error->message, "Line 11, “When” of [second]: “result-without-reason” is no condition; "
                                                   "the conditions are always, frame-empty, open-action, "));
  g_assert_true (g_str_has_suffix (error->message, ", no-loop."));
}

static void
test_too_much (void)
{
  GString *data = g_string_new (HEAD);
  g_autofree char *text = NULL;
  g_autofree char *huge = g_strnfill (TL_QUESTION_SET_MAX_SIZE + 1, '\n');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TL_QUESTION_SET_MAX_QUESTIONS; i++)
    g_string_append_printf (data, "[q%u]\nWhen=always\nText=What?\n", i);
  text = g_string_free (data, FALSE);

  g_assert_null (tl_question_set_new (text, strlen (text), &error));
  g_assert_cmpstr (error->message, ==, "Line 1, [Question Set]: there are more than 100 questions.");
  g_clear_error (&error);
  g_assert_null (tl_question_set_new (huge, strlen (huge), &error));
  g_assert_cmpstr (error->message, ==, "It is larger than 256 KiB, which no set of questions is.");
  g_clear_error (&error);
  g_assert_null (tl_question_set_new ("a\0b", 3, &error));
  g_assert_error (error, TL_QUESTION_SET_ERROR, TL_QUESTION_SET_ERROR_INVALID);
}

static void
test_translated (void)
{
  static const char data[] = HEAD "Name[de]=Meine\n" FIRST "Text[de]=Was ist es?\nText[pt_BR]=O que é?\n";
  g_autoptr (TlQuestionSet) set = NULL;
  g_autoptr (TlQuestionSet) other = NULL;
  const TlQuestionKind *kind;

  g_setenv ("LANGUAGE", "de_AT:en", TRUE);
  set = tl_question_set_new (data, strlen (data), NULL);
  g_assert_cmpstr (tl_question_set_get_name (set), ==, "Meine");
  kind = g_ptr_array_index (tl_question_set_peek_content (set)->kinds, 0);
  g_assert_cmpstr (kind->text, ==, "Was ist es?");

  g_setenv ("LANGUAGE", "fr", TRUE);
  other = tl_question_set_new (data, strlen (data), NULL);
  kind = g_ptr_array_index (tl_question_set_peek_content (other)->kinds, 0);
  g_assert_cmpstr (kind->text, ==, "What is it?");
  g_unsetenv ("LANGUAGE");
}

static void
test_conditions (void)
{
  for (guint i = 0; i < TL_N_FRAME_CONDITIONS; i++)
    {
      TlFrameCondition found;

      g_assert_true (tl_frame_condition_from_nick (tl_frame_condition_to_nick (i), &found));
      g_assert_cmpint (found, ==, i);
    }
}

/* What comes with the program: each a question in one sentence, that names what it is about. */
static void
test_installed (gconstpointer data)
{
  g_autoptr (TlQuestionSet) set = load_set (data);
  const TlQuestionSetContent *content = tl_question_set_peek_content (set);

  g_assert_cmpstr (content->id, ==, data);
  g_assert_nonnull (content->description);
  for (guint i = 0; i < content->kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (content->kinds, i);
      gboolean is_about = tl_frame_condition_get_subject (kind->when) != TL_FRAME_SUBJECT_NONE;

      g_assert_true (g_str_has_suffix (kind->text, "?"));
      g_assert_null (strchr (kind->text, '!'));
      g_assert_true (strchr (kind->text, '?') == kind->text + strlen (kind->text) - 1);
      g_assert_true ((strstr (kind->text, "“{statement}”") != NULL) == is_about);
      g_assert_false (g_str_has_prefix (kind->text, "“"));
      g_assert_cmpint (g_utf8_strlen (kind->text, -1), <, 100);
      g_assert_nonnull (kind->hint);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question-set/read", test_read);
  g_test_add_func ("/question-set/properties", test_properties);
  g_test_add_func ("/question-set/refused", test_refused);
  g_test_add_func ("/question-set/unknown-condition", test_unknown_condition);
  g_test_add_func ("/question-set/too-much", test_too_much);
  g_test_add_func ("/question-set/translated", test_translated);
  g_test_add_func ("/question-set/conditions", test_conditions);
  g_test_add_data_func ("/question-set/work-impact-result", "work-impact-result", test_installed);
  g_test_add_data_func ("/question-set/grow", "grow", test_installed);

  return g_test_run ();
}
