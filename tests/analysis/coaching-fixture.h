/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conversations for the tests of this room, made in a line each. */

#pragma once

#include "analysis-fixture.h"
#include "tl-conversation.h"
#include "tl-question-flow.h"
#include "tl-statement-link.h"

FIXTURE_FUNCTION TlConversation *
add_conversation (TlModel  *model,
                  TlPerson *person,
                  TlDate    date)
{
  g_autoptr (TlConversation) conversation = tl_conversation_new ();

  tl_conversation_set_person (conversation, person);
  tl_conversation_set_date (conversation, date);
  tl_model_add (model, TL_ENTITY (conversation));
  return conversation;
}

FIXTURE_FUNCTION TlStatement *
say (TlConversation *conversation,
     const char     *text,
     TlFacet         facet)
{
  g_autoptr (TlStatement) statement = tl_statement_new ();

  tl_statement_set_conversation (statement, conversation);
  tl_statement_set_text (statement, text);
  tl_statement_set_facet (statement, facet);
  tl_model_add (tl_entity_get_model (TL_ENTITY (conversation)), TL_ENTITY (statement));
  return statement;
}

FIXTURE_FUNCTION TlStatementLink *
connect_statements (TlStatement *from,
                    TlStatement *to,
                    gboolean     loop)
{
  g_autoptr (TlStatementLink) link = tl_statement_link_new ();

  tl_statement_link_set_from (link, from);
  tl_statement_link_set_to (link, to);
  tl_statement_link_set_loop (link, loop);
  tl_model_add (tl_entity_get_model (TL_ENTITY (from)), TL_ENTITY (link));
  return link;
}

/* One of the sets that come with the program */
FIXTURE_FUNCTION TlQuestionSet *
load_set (const char *name)
{
  g_autofree char *file = g_strdup_printf ("questions-%s.ini", name);
  g_autofree char *path = g_build_filename (g_getenv ("THROUGHLINE_DATADIR"), "coaching", file, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  TlQuestionSet *set;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  set = tl_question_set_new (data, length, &error);
  g_assert_no_error (error);
  return set;
}

FIXTURE_FUNCTION TlQuestion *
ask_next (TlQuestionSet  *set,
          TlCues         *cues,
          TlConversation *conversation)
{
  g_autoptr (TlQuestionFlow) flow = tl_question_flow_new (set, cues, conversation);

  return tl_question_flow_next (flow);
}

FIXTURE_FUNCTION TlQuestion *
find_question (TlQuestionSet  *set,
               TlCues         *cues,
               TlConversation *conversation,
               const char     *key)
{
  g_autoptr (TlQuestionFlow) flow = tl_question_flow_new (set, cues, conversation);

  return tl_question_flow_find (flow, key);
}

/* In all of them there are as many of a state as are counted. */
FIXTURE_FUNCTION GPtrArray *
list_questions (TlQuestionSet  *set,
                TlCues         *cues,
                TlConversation *conversation)
{
  g_autoptr (TlQuestionFlow) flow = tl_question_flow_new (set, cues, conversation);
  GPtrArray *list = tl_question_flow_list (flow);
  guint n[TL_QUESTION_SKIPPED + 1] = { 0, };

  for (guint i = 0; i < list->len; i++)
    n[((TlQuestion *) g_ptr_array_index (list, i))->state]++;
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    g_assert_cmpuint (tl_question_flow_count (flow, i), ==, n[i]);

  return list;
}

/* As the window does: what was said, its link where the frame has room for it, and the place */
FIXTURE_FUNCTION TlStatement *
answer_question (TlConversation   *conversation,
                 const TlQuestion *question,
                 const char       *text,
                 TlFacet           facet,
                 TlBeneficiary     beneficiary)
{
  TlModel *model = tl_entity_get_model (TL_ENTITY (conversation));
  TlStatement *statement = say (conversation, text, facet);
  TlStatement *about = NULL;

  tl_statement_set_question (statement, question->key);
  tl_statement_set_beneficiary (statement, beneficiary != TL_BENEFICIARY_UNSET ? beneficiary : question->beneficiary);
  if (question->about != NULL && question->answer == TL_ANSWER_STATEMENT && facet != TL_FACET_UNSET)
    {
      about = TL_STATEMENT (tl_model_lookup (model, question->about));
      connect_statements (question->answer_helps ? statement : about, question->answer_helps ? about : statement,
                          question->loop);
    }
  tl_conversation_set_place (conversation, question->key);
  return statement;
}

/* An answer that is kept with the statement asked about */
FIXTURE_FUNCTION void
fill_field (TlConversation   *conversation,
            const TlQuestion *question,
            const char       *text)
{
  TlEntity *about = tl_model_lookup (tl_entity_get_model (TL_ENTITY (conversation)), question->about);

  g_assert_cmpint (question->answer, ==, TL_ANSWER_FIELD);
  if (g_str_equal (question->property, "due"))
    tl_statement_set_due (TL_STATEMENT (about), DAY (2027, 1, 31));
  else
    g_object_set (about, question->property, text, NULL);
  tl_conversation_set_place (conversation, question->key);
}

FIXTURE_FUNCTION void
skip_question (TlConversation   *conversation,
               const TlQuestion *question)
{
  const char *before = tl_conversation_get_skipped (conversation);
  g_autofree char *after = before != NULL ? g_strdup_printf ("%s\n%s", before, question->key) : g_strdup (question->key);

  tl_conversation_set_skipped (conversation, after);
  tl_conversation_set_place (conversation, question->key);
}

FIXTURE_FUNCTION void
come_back (TlConversation *conversation,
           const char     *key)
{
  g_auto (GStrv) keys = g_strsplit (tl_conversation_get_skipped (conversation), "\n", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (!g_str_equal (keys[i], key))
        g_string_append_printf (left, "%s%s", left->len > 0 ? "\n" : "", keys[i]);
    }

  tl_conversation_set_skipped (conversation, left->len > 0 ? left->str : NULL);
  tl_conversation_set_place (conversation, key);
}
