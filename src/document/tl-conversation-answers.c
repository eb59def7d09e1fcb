/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says, taken into the conversation: as a statement of its own, or as a part of one that is there.
 *
 * Nothing that is said is refused for what it is: an answer that cannot be linked as the question would have it, such
 * as a Result where Work was asked for, is taken without the link.  Whoever answers in the words of a statement that is
 * there means that one: then the link is added, and not the words a second time. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-edits-private.h"
#include "tl-enum-types.h"
#include "tl-text-fold.h"
#include "tl-vocabulary.h"

/* A statement stands on a card: its words are one line, however they were pasted. */
static char *
dup_statement_text (const char *text)
{
  g_autofree char *cut = tl_edits_dup_clean_text (text, TL_ANSWER_MAX_LENGTH);

  return tl_edits_dup_clean_line (cut);
}

static TlStatement *
add_statement (TlDocument     *document,
               TlConversation *conversation,
               const char     *text,
               TlFacet         facet,
               gboolean        reputation,
               TlBeneficiary   beneficiary,
               const char     *question)
{
  g_autoptr (TlStatement) statement = tl_statement_new ();

  tl_statement_set_conversation (statement, conversation);
  tl_statement_set_text (statement, text);
  tl_statement_set_facet (statement, facet);
  tl_statement_set_reputation (statement, reputation && facet == TL_FACET_RESULT);
  tl_statement_set_beneficiary (statement, beneficiary);
  tl_statement_set_question (statement, question);
  tl_document_add (document, TL_ENTITY (statement));
  return statement;
}

/* What is answered is not skipped any more, and is where the conversation stands: the next question comes after it. */
static void
move_on (TlConversation *conversation,
         const char     *question)
{
  if (question == NULL || *question == '\0')
    return;

  tl_edits_set_skipped (conversation, question, FALSE);
  tl_conversation_set_place (conversation, question);
}

/**
 * tl_conversation_edits_add:
 * @document: a document
 * @conversation: a conversation of it
 * @text: what was said; without words nothing is added
 * @facet: its column; %TL_FACET_UNSET for a note, which is not part of the frame
 * @reputation: whether it is about being seen as something; for a Result only
 * @beneficiary: whose life it makes better
 * @question: (nullable): the key of the question it answers
 *
 * Adds a statement, after all in its column.  The conversation stays where it is.
 *
 * Returns: (transfer none) (nullable): the statement, or %NULL when there is none
 */
TlStatement *
tl_conversation_edits_add (TlDocument     *document,
                           TlConversation *conversation,
                           const char     *text,
                           TlFacet         facet,
                           gboolean        reputation,
                           TlBeneficiary   beneficiary,
                           const char     *question)
{
  g_autofree char *line = NULL;
  TlStatement *statement;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  line = dup_statement_text (text);
  if (*line == '\0' || !tl_edits_check_writable (document, NULL))
    return NULL;

  tl_document_begin_group (document, _("Add Statement"));
  statement = add_statement (document, conversation, line, facet, reputation, beneficiary, question);
  tl_document_finish_group (document);

  return statement;
}

static gboolean
is_loop (TlStatement *from,
         TlStatement *to)
{
  return tl_statement_get_facet (from) == TL_FACET_RESULT && tl_statement_get_facet (to) == TL_FACET_IMPACT;
}

/* Which of the two is the one that helps, for a link of the kind that the question asks for */
static void
choose_ends (TlStatement  *answer,
             TlStatement  *about,
             TlAnswerLink  link,
             TlStatement **from,
             TlStatement **to)
{
  gboolean answer_helps = link == TL_ANSWER_LINK_HELPS || (link == TL_ANSWER_LINK_LOOP && is_loop (answer, about));

  *from = answer_helps ? answer : about;
  *to = answer_helps ? about : answer;
}

static gboolean
can_link (TlDocument   *document,
          TlStatement  *answer,
          TlStatement  *about,
          TlAnswerLink  link)
{
  TlStatement *from;
  TlStatement *to;

  if (about == NULL || link == TL_ANSWER_LINK_NONE)
    return FALSE;

  choose_ends (answer, about, link, &from, &to);
  return tl_conversation_edits_can_connect (document, from, to, link == TL_ANSWER_LINK_LOOP, NULL);
}

/* The statement that says the same as @line and can be linked as asked for; in another column it would leave the question
 * open, which would be asked again at once. */
static TlStatement *
find_said (TlDocument     *document,
           TlConversation *conversation,
           const char     *line,
           TlFacet         facet,
           TlStatement    *about,
           TlAnswerLink    link)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autofree char *folded = tl_text_fold (line);

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);
      g_autofree char *other = tl_text_fold (tl_statement_get_text (statement));

      if (tl_statement_get_facet (statement) == facet && g_strcmp0 (folded, other) == 0
          && can_link (document, statement, about, link))
        return statement;
    }

  return NULL;
}

/**
 * tl_conversation_edits_answer:
 * @document: a document
 * @conversation: a conversation of it
 * @question: the key of the question
 * @about: (nullable): the statement of @conversation that it is about
 * @link: what the answer has to do with @about
 * @text: what was said; without words nothing happens
 * @facet: its column; %TL_FACET_UNSET for a note
 * @reputation: whether it is about being seen as something; for a Result only
 * @beneficiary: whose life it makes better
 *
 * Adds what was said, linked to @about where the frame allows that, and moves the conversation on to @question.  When it
 * is what another statement of that column says already, that one is linked instead.
 *
 * Returns: (transfer none) (nullable): the statement, new or not, or %NULL when there is none
 */
TlStatement *
tl_conversation_edits_answer (TlDocument     *document,
                              TlConversation *conversation,
                              const char     *question,
                              TlStatement    *about,
                              TlAnswerLink    link,
                              const char     *text,
                              TlFacet         facet,
                              gboolean        reputation,
                              TlBeneficiary   beneficiary)
{
  g_autofree char *line = NULL;
  TlStatement *answer;
  TlStatement *from;
  TlStatement *to;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);
  g_return_val_if_fail (about == NULL || TL_IS_STATEMENT (about), NULL);

  line = dup_statement_text (text);
  if (*line == '\0' || !tl_edits_check_writable (document, NULL))
    return NULL;

  tl_document_begin_group (document, _("Answer Question"));
  answer = find_said (document, conversation, line, facet, about, link);
  if (answer == NULL)
    answer = add_statement (document, conversation, line, facet, reputation, beneficiary, question);
  if (can_link (document, answer, about, link))
    {
      choose_ends (answer, about, link, &from, &to);
      tl_conversation_edits_connect (document, from, to, link == TL_ANSWER_LINK_LOOP, NULL);
    }
  move_on (conversation, question);
  tl_document_finish_group (document);

  return answer;
}

/* What a question may ask for: a set of questions can be anybody's, and names properties as text. */
static GParamSpec *
find_property (TlEntity    *entity,
               const char  *property,
               GError     **error)
{
  static const char * const of_statement[] = {
    "who", "detail", "skills", "due", "agreed", "learned", "action-state", "beneficiary", NULL,
  };
  static const char * const of_conversation[] = { "open-questions", "look-again", NULL };

  if (!g_strv_contains (TL_IS_STATEMENT (entity) ? of_statement : of_conversation, property))
    {
      tl_edits_refuse (error, _("This question asks for “%s”, which there is no room for. Its set of questions has to be mended."), property);
      return NULL;
    }

  return g_object_class_find_property (G_OBJECT_GET_CLASS (entity), property);
}

static gboolean
parse_date (const char  *text,
            GValue      *value,
            GError     **error)
{
  TlDate date = tl_date_from_string (text);

  if (date == TL_DATE_NONE)
    return tl_edits_refuse (error, _("“%s” is not a date. Write the day, the month and the year."), text);

  g_value_take_boxed (value, tl_date_to_gdate (date));
  return TRUE;
}

static gboolean
parse_choice (const char  *text,
              GValue      *value,
              GError     **error)
{
  int number;

  if (!tl_enum_from_nick (G_VALUE_TYPE (value), text, &number))
    return tl_edits_refuse (error, _("“%s” is none of the answers to choose from."), text);

  g_value_set_enum (value, number);
  return TRUE;
}

static gboolean
parse_yes_no (const char  *text,
              GValue      *value,
              GError     **error)
{
  g_value_set_boolean (value, g_str_equal (text, "yes"));
  return g_value_get_boolean (value) || g_str_equal (text, "no") ||
         tl_edits_refuse (error, _("“%s” is neither yes nor no."), text);
}

static gboolean
parse_value (const char  *text,
             GValue      *value,
             GError     **error)
{
  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, text);
  else if (G_VALUE_HOLDS_ENUM (value))
    return parse_choice (text, value, error);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    return parse_yes_no (text, value, error);
  else
    return parse_date (text, value, error);

  return TRUE;
}

/**
 * tl_conversation_edits_answer_field:
 * @document: a document
 * @conversation: a conversation of it
 * @question: the key of the question
 * @about: (nullable): the statement that it is about, which may be of an earlier conversation; %NULL when it is about
 *   the conversation
 * @property: what of it is asked for: "who", "detail", "skills", "due", "agreed", "learned", "action-state" or "beneficiary"
 *   of a statement, "open-questions" or "look-again" of the conversation
 * @value: the answer: plain text, a day as "2026-11-21", "yes" or "no", or the nick of one of those to choose from
 * @error: return location for a #TlDocumentError
 *
 * Sets the property to what was said, and moves the conversation on to @question.
 *
 * Returns: whether it was done; not without an answer
 */
gboolean
tl_conversation_edits_answer_field (TlDocument      *document,
                                    TlConversation  *conversation,
                                    const char      *question,
                                    TlStatement     *about,
                                    const char      *property,
                                    const char      *value,
                                    GError         **error)
{
  TlEntity *entity = about != NULL ? TL_ENTITY (about) : TL_ENTITY (conversation);
  g_auto (GValue) parsed = G_VALUE_INIT;
  g_autofree char *text = NULL;
  GParamSpec *pspec;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), FALSE);
  g_return_val_if_fail (about == NULL || TL_IS_STATEMENT (about), FALSE);
  g_return_val_if_fail (property != NULL, FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;

  text = tl_edits_dup_clean_text (value, TL_ANSWER_MAX_LENGTH);
  if (*text == '\0')
    return tl_edits_refuse (error, _("There is no answer yet. Write one, or skip the question."));
  pspec = find_property (entity, property, error);
  if (pspec == NULL)
    return FALSE;
  g_value_init (&parsed, G_PARAM_SPEC_VALUE_TYPE (pspec));
  if (!parse_value (text, &parsed, error))
    return FALSE;

  tl_document_begin_group (document, _("Answer Question"));
  g_object_set_property (G_OBJECT (entity), property, &parsed);
  move_on (conversation, question);
  tl_document_finish_group (document);

  return TRUE;
}
