/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a suggestion takes while somebody types, what is asked next in a long conversation, and goals of similar
 * wording among ten thousand */

#include "config.h"

#include <stdio.h>

#include "bench-times.h"
#include "tl-conversation.h"
#include "tl-cues.h"
#include "tl-goal.h"
#include "tl-question-flow.h"
#include "tl-similar.h"
#include "tl-statement-link.h"

#define N_GOALS 10000
#define N_STATEMENTS 60
#define N_RUNS 100

static const char * const words[] = {
  "grow", "customer", "revenue", "platform", "support", "team", "launch", "quality", "review", "market",
  "training", "pipeline", "account", "product", "response", "service", "cost", "delivery", "hiring", "partner",
};

static TlModel *
make_model (void)
{
  TlModel *model = tl_model_new ();

  tl_model_begin_bulk (model);
  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();
      GString *title = g_string_new (NULL);

      for (guint j = 0; j < 7; j++)
        g_string_append_printf (title, "%s ", words[(i * 31 + j * j * 7) % G_N_ELEMENTS (words)]);
      g_string_append_printf (title, "%u", i);
      tl_goal_set_title (goal, title->str);
      tl_model_add (model, TL_ENTITY (goal));
      g_string_free (title, TRUE);
    }
  tl_model_end_bulk (model);
  return model;
}

static void
bench_sorting (TlCues     *cues,
               const char *what,
               const char *text)
{
  double start = bench_get_work ();

  for (guint i = 0; i < N_RUNS; i++)
    tl_sorting_free (tl_cues_sort (cues, text));
  printf ("%-46s %7.3f ms\n", what, (bench_get_work () - start) / N_RUNS);
}

/* As much as is said in an hour: every third an Impact that the one before brings */
static TlConversation *
add_conversation (TlModel *model)
{
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autoptr (TlConversation) conversation = tl_conversation_new ();
  TlStatement *before = NULL;

  tl_model_add (model, TL_ENTITY (person));
  tl_conversation_set_person (conversation, person);
  tl_model_add (model, TL_ENTITY (conversation));
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      g_autoptr (TlStatement) statement = tl_statement_new ();
      g_autoptr (TlStatementLink) link = tl_statement_link_new ();
      g_autofree char *text = g_strdup_printf ("help %s %s of our customers with their %s", words[i % G_N_ELEMENTS (words)],
                                               words[i * 7 % G_N_ELEMENTS (words)], words[i * 3 % G_N_ELEMENTS (words)]);

      tl_statement_set_conversation (statement, conversation);
      tl_statement_set_text (statement, text);
      tl_statement_set_facet (statement, TL_FACET_WORK + i % 3);
      tl_model_add (model, TL_ENTITY (statement));
      if (i % 3 != 0)
        {
          tl_statement_link_set_from (link, before);
          tl_statement_link_set_to (link, statement);
          tl_model_add (model, TL_ENTITY (link));
        }
      before = statement;
    }

  return conversation;
}

static void
bench_questions (TlCues        *cues,
                 TlQuestionSet *set)
{
  g_autoptr (TlModel) model = tl_model_new ();
  TlConversation *conversation = add_conversation (model);
  double start = bench_get_work ();

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (TlQuestionFlow) flow = tl_question_flow_new (set, cues, conversation);
      g_autoptr (TlQuestion) question = tl_question_flow_next (flow);

      if (question == NULL || tl_question_flow_count (flow, TL_QUESTION_OPEN) < 2)
        g_error ("Nothing is asked.");
    }
  printf ("%-46s %7.3f ms\n", "what to ask after 60 statements", (bench_get_work () - start) / N_RUNS);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TlModel) model = make_model ();
  g_autofree char *data = NULL;
  g_autofree char *questions = NULL;
  g_autoptr (TlQuestionSet) set = NULL;
  TlCues *cues = NULL;
  g_autoptr (TlSimilar) similar = NULL;
  GString *text = g_string_new (NULL);
  double start;
  gsize size;

  if (argc < 3 || !g_file_get_contents (argv[1], &data, &size, NULL))
    return 1;

  start = bench_get_work ();
  cues = tl_cues_new (data, size, NULL);
  if (cues == NULL)
    return 1;
  printf ("%-46s %7.3f ms\n", "reading the cues", (bench_get_work () - start));

  bench_sorting (cues, "sorting a short statement", "help our client forge a strong bond with their customers");
  while (text->len < 2000)
    g_string_append (text, "deliver value to customers so that they can grow revenue and ");
  bench_sorting (cues, "sorting 2,000 characters", text->str);
  g_string_free (text, TRUE);

  if (!g_file_get_contents (argv[2], &questions, &size, NULL))
    return 1;
  set = tl_question_set_new (questions, size, NULL);
  if (set == NULL)
    return 1;
  bench_questions (cues, set);

  start = bench_get_work ();
  similar = tl_similar_new (model);
  printf ("%-46s %7.3f ms\n", "reading the titles of 10,000 goals", (bench_get_work () - start));

  start = bench_get_work ();
  for (guint i = 0; i < N_RUNS; i++)
    g_ptr_array_unref (tl_similar_find (similar, "grow account revenue with customers in the new market", 3));
  printf ("%-46s %7.3f ms\n", "similar goals among 10,000", (bench_get_work () - start) / N_RUNS);

  tl_cues_free (cues);
  return 0;
}
