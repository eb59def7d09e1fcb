/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "tl-model.h"
#include "tl-statement-link.h"

typedef struct
{
  TlModel        *model;
  TlOrganisation *organisation;
  TlPerson       *person;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->model = tl_model_new ();
  fixture->organisation = tl_organisation_new ();
  tl_model_add (fixture->model, TL_ENTITY (fixture->organisation));
  fixture->person = tl_person_new ();
  tl_person_set_organisation (fixture->person, fixture->organisation);
  tl_model_add (fixture->model, TL_ENTITY (fixture->person));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->person);
  g_object_unref (fixture->organisation);
  g_object_unref (fixture->model);
}

/* Returns: (transfer none): owned by the model */
static TlConversation *
add_conversation (Fixture *fixture,
                  TlDate   date)
{
  g_autoptr (TlConversation) conversation = tl_conversation_new ();

  tl_conversation_set_person (conversation, fixture->person);
  tl_conversation_set_date (conversation, date);
  tl_model_add (fixture->model, TL_ENTITY (conversation));
  return conversation;
}

static TlStatement *
add_statement (Fixture        *fixture,
               TlConversation *conversation,
               TlFacet         facet,
               double          position)
{
  g_autoptr (TlStatement) statement = tl_statement_new ();

  tl_statement_set_conversation (statement, conversation);
  tl_statement_set_facet (statement, facet);
  tl_statement_set_position (statement, position);
  tl_model_add (fixture->model, TL_ENTITY (statement));
  return statement;
}

static void
add_link (Fixture     *fixture,
          TlStatement *from,
          TlStatement *to)
{
  g_autoptr (TlStatementLink) link = tl_statement_link_new ();

  tl_statement_link_set_from (link, from);
  tl_statement_link_set_to (link, to);
  tl_model_add (fixture->model, TL_ENTITY (link));
}

static void
test_begins_empty (Fixture       *fixture,
                   gconstpointer  user_data)
{
  TlConversation *conversation = add_conversation (fixture, TL_DATE_NONE);
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autoptr (GPtrArray) links = tl_conversation_dup_links (conversation);

  g_assert_cmpstr (tl_conversation_get_question_set (conversation), ==, "work-impact-result");
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_OPEN);
  g_assert_cmpuint (statements->len, ==, 0);
  g_assert_cmpuint (links->len, ==, 0);
  g_assert_null (tl_conversation_get_previous (conversation));
}

static void
test_columns_then_places (Fixture       *fixture,
                          gconstpointer  user_data)
{
  TlConversation *conversation = add_conversation (fixture, tl_date_new (2026, 3, 1));
  TlConversation *other = add_conversation (fixture, tl_date_new (2026, 3, 2));
  TlStatement *note = add_statement (fixture, conversation, TL_FACET_UNSET, 0);
  TlStatement *result = add_statement (fixture, conversation, TL_FACET_RESULT, NAN);
  TlStatement *unplaced = add_statement (fixture, conversation, TL_FACET_WORK, NAN);
  TlStatement *second = add_statement (fixture, conversation, TL_FACET_WORK, 2);
  TlStatement *first = add_statement (fixture, conversation, TL_FACET_WORK, 1);
  TlStatement *impact = add_statement (fixture, conversation, TL_FACET_IMPACT, NAN);
  TlStatement *expected[] = { first, second, unplaced, impact, result, note };
  g_autoptr (GPtrArray) statements = NULL;

  add_statement (fixture, other, TL_FACET_WORK, 0);
  statements = tl_conversation_dup_statements (conversation);
  g_assert_cmpuint (statements->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_ptr_array_index (statements, i) == expected[i]);
}

static void
test_links_of_its_own (Fixture       *fixture,
                       gconstpointer  user_data)
{
  TlConversation *conversation = add_conversation (fixture, tl_date_new (2026, 3, 1));
  TlConversation *other = add_conversation (fixture, tl_date_new (2026, 3, 1));
  TlStatement *work = add_statement (fixture, conversation, TL_FACET_WORK, NAN);
  TlStatement *impact = add_statement (fixture, conversation, TL_FACET_IMPACT, NAN);
  g_autoptr (GPtrArray) links = NULL;

  add_link (fixture, impact, add_statement (fixture, conversation, TL_FACET_RESULT, NAN));
  add_link (fixture, work, impact);
  add_link (fixture, add_statement (fixture, other, TL_FACET_WORK, NAN),
            add_statement (fixture, other, TL_FACET_IMPACT, NAN));

  links = tl_conversation_dup_links (conversation);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_true (tl_statement_link_get_from (g_ptr_array_index (links, 0)) == work);
  g_assert_true (tl_statement_link_get_from (g_ptr_array_index (links, 1)) == impact);
}

/* Of two on one day the one that was begun last is the newer one; one without a date is older than all. */
static void
test_newest_first (Fixture       *fixture,
                   gconstpointer  user_data)
{
  TlConversation *morning = add_conversation (fixture, tl_date_new (2026, 3, 1));
  TlConversation *undated = add_conversation (fixture, TL_DATE_NONE);
  TlConversation *early = add_conversation (fixture, tl_date_new (2026, 1, 9));
  TlConversation *evening = add_conversation (fixture, tl_date_new (2026, 3, 1));
  TlConversation *expected[] = { evening, morning, early, undated };
  g_autoptr (GPtrArray) conversations = tl_person_dup_conversations (fixture->person);

  g_assert_cmpuint (conversations->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_ptr_array_index (conversations, i) == expected[i]);

  g_assert_true (tl_conversation_get_previous (evening) == morning);
  g_assert_true (tl_conversation_get_previous (early) == undated);
  g_assert_null (tl_conversation_get_previous (undated));
}

static void
check_doer (TlStatement *statement,
            const char  *expected)
{
  g_autofree char *doer = tl_statement_dup_doer (statement);

  g_assert_cmpstr (doer, ==, expected);
}

/* The person does what nobody else was named for, if it is something to do. */
static void
test_doer (Fixture       *fixture,
           gconstpointer  user_data)
{
  TlConversation *conversation = add_conversation (fixture, TL_DATE_NONE);
  TlStatement *work = add_statement (fixture, conversation, TL_FACET_WORK, 0);
  TlStatement *impact = add_statement (fixture, conversation, TL_FACET_IMPACT, 0);

  check_doer (work, NULL);
  tl_party_set_name (TL_PARTY (fixture->person), "Ines Okafor");
  check_doer (work, "Ines Okafor");
  check_doer (impact, NULL);
  tl_statement_set_who (work, "Dara Holm");
  check_doer (work, "Dara Holm");
  tl_statement_set_who (work, "  ");
  check_doer (work, "Ines Okafor");
  tl_statement_set_agreed (impact, TRUE);
  check_doer (impact, "Ines Okafor");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/conversation/empty", Fixture, NULL, set_up, test_begins_empty, tear_down);
  g_test_add ("/conversation/order", Fixture, NULL, set_up, test_columns_then_places, tear_down);
  g_test_add ("/conversation/links", Fixture, NULL, set_up, test_links_of_its_own, tear_down);
  g_test_add ("/conversation/newest-first", Fixture, NULL, set_up, test_newest_first, tear_down);
  g_test_add ("/conversation/doer", Fixture, NULL, set_up, test_doer, tear_down);

  return g_test_run ();
}
