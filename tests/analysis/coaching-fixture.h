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
