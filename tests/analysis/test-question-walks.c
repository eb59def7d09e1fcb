/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conversations at random: answers of every kind, skips, coming back, statements taken away, moved and added beside the
 * questions.  Whatever happens, they end; nothing is asked again that was answered; every question of a set is reached. */

#include "config.h"

#include <string.h>

#include "coaching-fixture.h"
#include "tl-question-set-private.h"

#define N_WALKS 150

/* So long somebody edits beside the questions; afterwards they are only answered or skipped. */
#define N_UNRULY_STEPS 60

/* More than this is no twenty minutes any more, with all that was done beside. */
#define MOST_STEPS 220

typedef struct
{
  TlModel        *model;
  TlConversation *conversation;
  TlQuestionSet  *set;
  GRand          *rand;
  GHashTable     *answered;     /* key -> what would have to be taken away for it to be asked again */
  GHashTable     *reached;      /* the kinds that were asked */
  guint           n_said;
} Walk;

static char *
make_text (Walk *walk)
{
  static const char *const words[] = { "help", "grow", "the client", "understand", "“trust”", "{person}", "%s", "a\nb", "Zoë" };
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (walk->rand, 1, g_rand_int_range (walk->rand, 0, 20) == 0 ? 400 : 6);

  g_string_append_printf (text, "%u", walk->n_said++);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %s", words[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static TlStatement *
pick_statement (Walk *walk)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (walk->conversation);

  if (statements->len == 0)
    return NULL;

  return g_ptr_array_index (statements, g_rand_int_range (walk->rand, 0, statements->len));
}

static TlFacet
pick_facet (Walk    *walk,
            TlFacet  probable)
{
  if (probable != TL_FACET_UNSET && g_rand_int_range (walk->rand, 0, 4) > 0)
    return probable;

  return g_rand_int_range (walk->rand, TL_FACET_UNSET, TL_FACET_RESULT + 1);
}

static void
reply (Walk             *walk,
       const TlQuestion *question)
{
  g_autofree char *text = make_text (walk);
  TlStatement *statement;
  TlFacet facet;

  if (question->answer == TL_ANSWER_NONE)
    {
      skip_question (walk->conversation, question);
      return;
    }
  if (question->answer == TL_ANSWER_FIELD)
    {
      fill_field (walk->conversation, question, text);
      g_hash_table_insert (walk->answered, g_strdup (question->key), g_strdup (question->about));
      return;
    }

  facet = question->answer == TL_ANSWER_NOTE ? TL_FACET_UNSET : pick_facet (walk, question->facet);
  statement = answer_question (walk->conversation, question, text, facet,
                               g_rand_int_range (walk->rand, TL_BENEFICIARY_UNSET, TL_BENEFICIARY_COMMUNITY + 1));
  if (facet == TL_FACET_RESULT)
    tl_statement_set_reputation (statement, g_rand_int_range (walk->rand, 0, 3) == 0);
  g_hash_table_insert (walk->answered, g_strdup (question->key), g_strdup (tl_entity_get_id (TL_ENTITY (statement))));
}

static void
take_away (Walk *walk)
{
  TlStatement *statement = pick_statement (walk);
  GHashTableIter iter;
  gpointer gone;

  if (statement == NULL)
    return;

  g_hash_table_iter_init (&iter, walk->answered);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    {
      if (g_str_equal (gone, tl_entity_get_id (TL_ENTITY (statement))))
        g_hash_table_iter_remove (&iter);
    }
  tl_model_remove (walk->model, TL_ENTITY (statement));
}

static void
come_back_to_any (Walk *walk)
{
  const char *skipped = tl_conversation_get_skipped (walk->conversation);
  g_auto (GStrv) keys = g_strsplit (skipped != NULL ? skipped : "", "\n", -1);
  guint n = g_strv_length (keys);
  g_autoptr (TlQuestion) question = NULL;
  g_autoptr (TlQuestion) next = NULL;
  const char *key;

  if (n == 0)
    return;

  key = keys[g_rand_int_range (walk->rand, 0, n)];
  question = find_question (walk->set, NULL, walk->conversation, key);
  if (question == NULL || question->state != TL_QUESTION_SKIPPED)
    return;

  come_back (walk->conversation, key);
  next = ask_next (walk->set, NULL, walk->conversation);
  g_assert_nonnull (next);
  g_assert_cmpstr (next->key, ==, key);
}

/* Something beside the questions */
static void
be_unruly (Walk *walk)
{
  g_autofree char *text = make_text (walk);
  TlStatement *statement = pick_statement (walk);
  TlStatement *other = pick_statement (walk);

  switch (g_rand_int_range (walk->rand, 0, 7))
    {
    case 0:
      take_away (walk);
      break;

    case 1:
      if (statement != NULL)
        tl_statement_set_facet (statement, pick_facet (walk, TL_FACET_UNSET));
      break;

    case 2:
      say (walk->conversation, text, pick_facet (walk, TL_FACET_UNSET));
      break;

    case 3:
      tl_conversation_set_place (walk->conversation, g_rand_boolean (walk->rand) ? "no-such-question:x" : NULL);
      break;

    case 4:
      if (statement != other)
        connect_statements (statement, other, g_rand_boolean (walk->rand));
      break;

    case 5:
      if (statement != NULL)
        tl_statement_set_position (statement, g_rand_double (walk->rand));
      break;

    default:
      come_back_to_any (walk);
      break;
    }
}

/* What is true of the questions at any moment */
static void
check_list (Walk             *walk,
            const TlQuestion *next)
{
  g_autoptr (GPtrArray) list = list_questions (walk->set, NULL, walk->conversation);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_open = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const TlQuestion *question = g_ptr_array_index (list, i);

      g_assert_true (g_hash_table_add (keys, question->key));
      g_assert_true (g_utf8_validate (question->text, -1, NULL));
      g_assert_true (strchr (question->text, '?') != NULL);
      g_assert_cmpint (g_utf8_strlen (question->text, -1), <, 300);
      g_assert_null (strchr (question->text, '\n'));
      if (question->about != NULL)
        g_assert_nonnull (tl_model_lookup (walk->model, question->about));
      for (guint j = 0; question->choices[j] != NULL; j++)
        g_assert_true (TL_IS_STATEMENT (tl_model_lookup (walk->model, question->choices[j])));
      n_open += question->state == TL_QUESTION_OPEN;
    }

  g_assert_true ((next != NULL) == (n_open > 0));
  if (next != NULL)
    g_assert_true (g_hash_table_contains (keys, next->key));
  /* One more than the limit when somebody came back to it. */
  g_assert_cmpuint (n_open, <=, tl_question_set_peek_content (walk->set)->limit + 1);
}

static gboolean
is_skipped (Walk       *walk,
            const char *key)
{
  const char *skipped = tl_conversation_get_skipped (walk->conversation);
  g_auto (GStrv) keys = g_strsplit (skipped != NULL ? skipped : "", "\n", -1);

  return g_strv_contains ((const char *const *) keys, key);
}

static gboolean
step (Walk     *walk,
      gboolean  unruly)
{
  g_autoptr (TlQuestion) question = ask_next (walk->set, NULL, walk->conversation);

  check_list (walk, question);
  if (question == NULL)
    return FALSE;

  g_assert_cmpint (question->state, ==, TL_QUESTION_OPEN);
  g_assert_false (g_hash_table_contains (walk->answered, question->key));
  g_assert_false (is_skipped (walk, question->key));
  g_hash_table_add (walk->reached, g_strdup (question->kind));
  if (unruly && g_rand_int_range (walk->rand, 0, 4) == 0)
    be_unruly (walk);
  else if (g_rand_int_range (walk->rand, 0, 6) == 0)
    skip_question (walk->conversation, question);
  else
    reply (walk, question);

  return TRUE;
}

static void
add_earlier (Walk     *walk,
             TlPerson *person)
{
  TlConversation *earlier = add_conversation (walk->model, person, DAY (2026, 11, 20));
  guint n = g_rand_int_range (walk->rand, 0, 4);

  for (guint i = 0; i < n; i++)
    tl_statement_set_agreed (say (earlier, "Agreed", TL_FACET_WORK), TRUE);
}

static void
walk_through (const char *set,
              guint32     seed,
              GHashTable *reached)
{
  g_autoptr (TlModel) model = new_model ();
  g_autoptr (TlQuestionSet) questions = load_set (set);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  TlPerson *person = add_person (model, "Amara Lindqvist",
                                 add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN));
  Walk walk = { model, NULL, questions, rand, answered, reached, 0 };
  guint n_unruly = seed % 3 == 0 ? 0 : N_UNRULY_STEPS;
  guint n_steps = 0;

  add_earlier (&walk, person);
  walk.conversation = add_conversation (model, person, DAY (2026, 11, 20));
  while (step (&walk, n_steps < n_unruly))
    g_assert_cmpuint (++n_steps, <, MOST_STEPS);
}

static void
test_walks (gconstpointer data)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TlQuestionSet) set = load_set (data);
  GPtrArray *kinds = tl_question_set_peek_content (set)->kinds;

  for (guint i = 0; i < N_WALKS; i++)
    walk_through (data, i, reached);

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlQuestionKind *kind = g_ptr_array_index (kinds, i);

      if (!g_hash_table_contains (reached, kind->name))
        g_error ("[%s] was never asked", kind->name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/question-walks/work-impact-result", "work-impact-result", test_walks);
  g_test_add_data_func ("/question-walks/grow", "grow", test_walks);

  return g_test_run ();
}
