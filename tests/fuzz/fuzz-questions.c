/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file with questions, which people write by hand and pass on; what can be read is also asked */

#include <string.h>

#include "fuzz-target.h"
#include "tl-model.h"
#include "tl-question-flow.h"
#include "tl-statement-link.h"

/* Each of these lacks something, so that most conditions are true of one of them. */
static TlConversation *
make_conversation (void)
{
  TlModel *model = tl_model_new ();
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  TlConversation *conversation = tl_conversation_new ();

  tl_party_set_name (TL_PARTY (person), "Ann");
  tl_model_add (model, TL_ENTITY (organisation));
  tl_person_set_organisation (person, organisation);
  tl_model_add (model, TL_ENTITY (person));
  tl_conversation_set_person (conversation, person);
  tl_model_add (model, TL_ENTITY (conversation));
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (TlStatement) statement = tl_statement_new ();

      tl_statement_set_conversation (statement, conversation);
      tl_statement_set_text (statement, "Something {statement}");
      tl_statement_set_facet (statement, i % 4);
      tl_statement_set_reputation (statement, i == 7);
      tl_model_add (model, TL_ENTITY (statement));
    }

  return conversation;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static TlConversation *conversation;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlQuestionSet) set = tl_question_set_new ((const char *) data, size, &error);
  g_autoptr (TlQuestionFlow) flow = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert ((set == NULL) == (error != NULL));
  if (set == NULL)
    {
      g_assert (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  if (conversation == NULL)
    conversation = make_conversation ();
  flow = tl_question_flow_new (set, NULL, conversation);
  list = tl_question_flow_list (flow);
  for (guint i = 0; i < list->len; i++)
    {
      const TlQuestion *question = g_ptr_array_index (list, i);
      g_autoptr (TlQuestion) found = tl_question_flow_find (flow, question->key);

      g_assert (g_utf8_validate (question->text, -1, NULL));
      g_assert (found != NULL && g_str_equal (found->text, question->text));
    }

  return 0;
}
