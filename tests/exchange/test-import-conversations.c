/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conversations, statements and their links as CSV: read, refused by line, read twice, written and read again; and that
 * nothing of them is in an export that was not asked for it.
 */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "tl-export-csv.h"
#include "tl-export-json.h"
#include "tl-statement-link.h"

static const char people[] = "Name,Email\nIda,ida@x.example\nBo,bo@x.example\n";
static const char goals[] = "Goal ID,Title,Owner\nG-1,Understand them,Ida\n";
static const char conversations[] =
  "Conversation ID,Person,Date,Coach,State,Place,Skipped,Open Questions,Look Again,Private Notes\n"
  "C-1,ida@x.example,2026-03-02,Bo,finished,work:S-2,\"loop:S-2\nfurther-out\",What next?,2026-06-01,Tired\n"
  "C-2,Ida,2026-06-01,Somebody Else,open,,,,,\n"
  "C-3,Ida,2026-06-01,,,,,,,\n";
static const char statements[] =
  "Conversation ID,Statement ID,Statement,Facet,Reputation,Beneficiary,Question,Position,Who,Detail,Skills,Due Date,"
  "Agreed,Action State,Learned,Goal ID\n"
  "C-1,S-1,grow revenue,Result,,organisation,success,1,,,,2026-12-31,,,,\n"
  "C-1,S-2,a stronger bond,Impact,no,the client,impact-for-result:S-1,1,Their shoppers,They come back,,,,,,\n"
  "C-1,S-3,understand their strategy,Work,,,work:S-2,,Ida,,Interviews,2026-05-01,yes,done,They think in weeks,G-1\n"
  "C-1,S-4,be seen as an adviser,Result,yes,,,,,,,,,,,\n"
  "C-1,S-5,=a thought,,,,,,,,,,,,,\n";
static const char links[] = "From Statement,To Statement,Loop\nS-3,S-2,\nS-2,S-1,no\nS-1,S-2,yes\n";

static void
fill (Fixture *fixture)
{
  g_autoptr (TlImport) import =
    fixture_import (fixture, "links.csv", links, "statements.csv", statements, "conversations.csv", conversations,
                    "people.csv", people, "goals.csv", goals, NULL);

  for (guint i = 0; i < tl_import_get_n_skipped (import); i++)
    g_test_message ("%s", tl_import_get_skipped (import, i)->reason);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
}

static TlStatement *
get_statement (Fixture    *fixture,
               const char *text)
{
  GListModel *list = tl_model_get_list (fixture->model, TL_TYPE_STATEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlStatement) statement = g_list_model_get_item (list, i);

      if (g_str_equal (tl_statement_get_text (statement), text))
        return statement;
    }

  g_error ("There is no statement “%s”", text);
}

static void
test_conversation (Fixture       *fixture,
                   gconstpointer  data)
{
  TlPerson *ida;
  TlPerson *bo;
  TlStatement *bond;
  TlConversation *conversation;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *place = NULL;
  g_autofree char *skipped = NULL;

  fill (fixture);
  ida = fixture_get_party (fixture, TL_TYPE_PERSON, "Ida");
  bo = fixture_get_party (fixture, TL_TYPE_PERSON, "Bo");
  bond = get_statement (fixture, "a stronger bond");
  all = tl_person_dup_conversations (ida);
  g_assert_cmpuint (all->len, ==, 3);

  conversation = tl_statement_get_conversation (bond);
  place = g_strconcat ("work:", tl_entity_get_id (TL_ENTITY (bond)), NULL);
  skipped = g_strconcat ("loop:", tl_entity_get_id (TL_ENTITY (bond)), "\nfurther-out", NULL);
  g_assert_true (tl_conversation_get_person (conversation) == ida);
  g_assert_true (tl_conversation_get_coach (conversation) == bo);
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_FINISHED);
  g_assert_cmpstr (tl_conversation_get_place (conversation), ==, place);
  g_assert_cmpstr (tl_conversation_get_skipped (conversation), ==, skipped);
  g_assert_cmpint (tl_conversation_get_look_again (conversation), ==, tl_date_new (2026, 6, 1));
  g_assert_cmpstr (tl_conversation_get_private_notes (conversation), ==, "Tired");

  /* Whoever is nobody in the document is kept by name. */
  conversation = all->pdata[0];
  if (tl_conversation_get_coach_name (conversation) == NULL)
    conversation = all->pdata[1];
  g_assert_null (tl_conversation_get_coach (conversation));
  g_assert_cmpstr (tl_conversation_get_coach_name (conversation), ==, "Somebody Else");
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_OPEN);
}

static void
test_statements (Fixture       *fixture,
                 gconstpointer  data)
{
  TlStatement *revenue, *bond, *strategy, *thought;
  g_autofree char *question = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  guint n_loops = 0;

  fill (fixture);
  revenue = get_statement (fixture, "grow revenue");
  bond = get_statement (fixture, "a stronger bond");
  strategy = get_statement (fixture, "understand their strategy");
  thought = get_statement (fixture, "=a thought");

  g_assert_cmpint (tl_statement_get_facet (revenue), ==, TL_FACET_RESULT);
  g_assert_false (tl_statement_get_reputation (revenue));
  g_assert_true (tl_statement_get_reputation (get_statement (fixture, "be seen as an adviser")));
  g_assert_cmpint (tl_statement_get_facet (thought), ==, TL_FACET_UNSET);
  g_assert_cmpint (tl_statement_get_beneficiary (bond), ==, TL_BENEFICIARY_CUSTOMER);
  g_assert_cmpfloat (tl_statement_get_position (bond), ==, 1);
  g_assert_cmpstr (tl_statement_get_who (bond), ==, "Their shoppers");
  g_assert_cmpstr (tl_statement_get_detail (bond), ==, "They come back");

  question = g_strconcat ("work:", tl_entity_get_id (TL_ENTITY (bond)), NULL);
  g_assert_cmpstr (tl_statement_get_question (strategy), ==, question);
  g_assert_cmpstr (tl_statement_get_skills (strategy), ==, "Interviews");
  g_assert_cmpint (tl_statement_get_due (strategy), ==, tl_date_new (2026, 5, 1));
  g_assert_true (tl_statement_get_agreed (strategy));
  g_assert_cmpint (tl_statement_get_action_state (strategy), ==, TL_ACTION_STATE_DONE);
  g_assert_cmpstr (tl_statement_get_learned (strategy), ==, "They think in weeks");
  g_assert_true (tl_statement_get_goal (strategy) == fixture_get_goal (fixture, "G-1"));

  linked = tl_conversation_dup_links (tl_statement_get_conversation (bond));
  g_assert_cmpuint (linked->len, ==, 3);
  for (guint i = 0; i < linked->len; i++)
    n_loops += tl_statement_link_get_loop (linked->pdata[i]);
  g_assert_cmpuint (n_loops, ==, 1);
}

/* All of it is one step. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  fill (fixture);
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONVERSATION), ==, 0);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_STATEMENT), ==, 0);
  g_assert_true (tl_document_redo (fixture->document, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONVERSATION), ==, 3);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_STATEMENT), ==, 5);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_STATEMENT_LINK), ==, 3);
}

/* The second of a day is found again as the second. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  fill (fixture);
  after = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;

  fill (fixture);
  import = fixture_import (fixture, "c.csv",
                           "Conversation ID,Person,Date\nC-8,Nobody,2026-01-01\nC-9,Ida,\nC-9,Ida,31/02/2026\n"
                           "C-9,Ida,2026-01-01\nC-9,Ida,2026-01-01\n",
                           "s.csv",
                           "Conversation ID,Statement ID,Statement,Facet,Reputation,Goal ID\nC-7,A,x,,,\nC-9,B,,,,\n"
                           "C-9,C,Do it,Work,yes,\nC-9,D,Be it,Result,,G-9\nC-9,E,Mean it,Impact,,\nC-9,F,A note,,,\n"
                           "C-9,G,Also do it,Work,,\nC-9,G,Once more,Work,,\n",
                           "l.csv",
                           "From Statement,To Statement,Loop\nC,C,\nC,Z,\nD,C,\nD,C,yes\nC,F,\nC,G,\nG,C,\nC,E,\n", NULL);

  assert_skipped (import, "c.csv", 2, "Person", "Nobody");
  assert_skipped (import, "c.csv", 3, "Date", "no date");
  assert_skipped (import, "c.csv", 4, "Date", "no such day");
  assert_skipped (import, "c.csv", 6, "Conversation ID", "same id");
  assert_skipped (import, "s.csv", 2, "Conversation ID", "C-7");
  assert_skipped (import, "s.csv", 3, "Statement", "no statement");
  assert_skipped (import, "s.csv", 4, "Reputation", "result");
  assert_skipped (import, "s.csv", 5, "Goal ID", "G-9");
  assert_skipped (import, "s.csv", 9, "Statement ID", "same id");
  assert_skipped (import, "l.csv", 2, "To Statement", "itself");
  assert_skipped (import, "l.csv", 3, "To Statement", "Z");
  assert_skipped (import, "l.csv", 4, "To Statement", "from work to impact");
  assert_skipped (import, "l.csv", 5, "To Statement", "from a result back");
  assert_skipped (import, "l.csv", 6, "To Statement", "note");
  assert_skipped (import, "l.csv", 8, "To Statement", "loop");
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 15);
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_CONVERSATION), ==, 1);
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_STATEMENT), ==, 5);
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_STATEMENT_LINK), ==, 2);
}

/* What somebody made with one identity for everything is still all of it, each with an identity of its own. */
static void
test_shared_identity (Fixture       *fixture,
                      gconstpointer  data)
{
#define SAME "11111111-2222-4333-8444-555555555555"
  g_autoptr (TlImport) import = NULL;
  TlEntity *conversation;

  fill (fixture);
  import = fixture_import (fixture, "c.csv", "Conversation ID,Person,Date\n" SAME ",Ida,2026-09-01\n",
                           "s.csv", "Conversation ID,Statement ID,Statement,Facet\n" SAME "," SAME ",Ask them,Work\n", NULL);

  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  conversation = tl_model_lookup (fixture->model, SAME);
  g_assert_true (TL_IS_CONVERSATION (conversation));
  g_assert_true (TL_ENTITY (tl_statement_get_conversation (get_statement (fixture, "Ask them"))) == conversation);
#undef SAME
}

/* A statement that is no Result any more is no reputation either. */
static void
test_sorted_anew (Fixture       *fixture,
                  gconstpointer  data)
{
  TlStatement *statement;
  g_autoptr (TlImport) import = NULL;
  g_autofree char *row = NULL;

  fill (fixture);
  statement = get_statement (fixture, "be seen as an adviser");
  row = g_strdup_printf ("Conversation ID,Statement ID,Statement,Facet\n%s,%s,be seen as an adviser,Impact\n",
                         tl_entity_get_id (TL_ENTITY (tl_statement_get_conversation (statement))),
                         tl_entity_get_id (TL_ENTITY (statement)));
  import = fixture_import (fixture, "s.csv", row, NULL);

  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  statement = get_statement (fixture, "be seen as an adviser");
  g_assert_cmpint (tl_statement_get_facet (statement), ==, TL_FACET_IMPACT);
  g_assert_false (tl_statement_get_reputation (statement));
}

/* A file that cannot be read stops the import, with nothing changed. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GBytes) good = g_bytes_new_static (people, strlen (people));
  g_autoptr (GBytes) bad = g_bytes_new_static ("Conversation ID,Person,Date\n\"C-1,Ida\n", 37);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_import_add_bytes (import, good, "people.csv", TL_IMPORT_AUTO, NULL, NULL));
  g_assert_false (tl_import_add_bytes (import, bad, "c.csv", TL_IMPORT_AUTO, NULL, &error));
  g_assert_nonnull (strstr (error->message, "line 2"));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_PERSON), ==, 0);
}

static GPtrArray *
export_all (TlModel       *model,
            TlExportFlags  flags)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    g_ptr_array_add (files, tl_export_csv_to_string (model, kind, flags));

  return files;
}

/* What was exported comes in again as it was, in another document and in the same one: with the same identities. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  Fixture other = { NULL, };

  fill (fixture);
  first = export_all (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  fixture_set_up (&other, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlImport) import = tl_import_new (other.document);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < first->len; j++)
        {
          g_autoptr (GBytes) bytes = g_bytes_new_static (first->pdata[j], strlen (first->pdata[j]));

          g_assert_true (tl_import_add_bytes (import, bytes, "x.csv", TL_IMPORT_AUTO, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpint (tl_import_get_file_kind (import, j), ==, TL_IMPORT_ORGANISATIONS + j);
        }
      g_assert_true (tl_import_apply (import, &error));
      g_assert_no_error (error);

      g_clear_pointer (&second, g_ptr_array_unref);
      second = export_all (other.model, TL_EXPORT_PRIVATE_NOTES);
      for (guint j = TL_IMPORT_CONVERSATIONS - TL_IMPORT_ORGANISATIONS; j < first->len; j++)
        g_assert_cmpstr (first->pdata[j], ==, second->pdata[j]);
    }
  fixture_tear_down (&other, NULL);
}

/* Writes a marker into every text of @type; a property that is added later is in the test without a line here. */
static guint
mark_all (Fixture *fixture,
          GType    type)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  GListModel *list = tl_model_get_list (fixture->model, type);
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields ((TlEntityClass *) class, &n_fields);
  guint n_marked = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);

      for (guint j = 0; j < n_fields; j++)
        {
          if (fields[j].type != TL_FIELD_STRING)
            continue;

          g_object_set (entity, fields[j].pspec->name, "marker-7f3a", NULL);
          n_marked++;
        }
    }

  return n_marked;
}

static guint
count_markers (const char *text)
{
  guint n = 0;

  for (const char *p = strstr (text, "marker"); p != NULL; p = strstr (p + 1, "marker"))
    n++;

  return n;
}

/* How many files a folder of tables has. */
static guint
count_files (Fixture       *fixture,
             TlExportFlags  flags)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tables", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_assert_true (tl_export_csv_to_file (fixture->document, folder, flags, NULL, &error));
  g_assert_no_error (error);

  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      g_assert_true (g_file_delete (file, NULL, NULL));
      n++;
    }
  g_assert_true (g_file_delete (folder, NULL, NULL));
  return n;
}

/* Nothing of a conversation leaves unless it is asked for: no word, no identity, not even that there was one. */
static void
test_privacy (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *json = NULL;
  g_autofree char *private_json = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) private_tables = NULL;
  guint n_marked, n_in_tables = 0;

  fill (fixture);
  n_marked = mark_all (fixture, TL_TYPE_CONVERSATION) + mark_all (fixture, TL_TYPE_STATEMENT) +
             mark_all (fixture, TL_TYPE_STATEMENT_LINK);
  g_assert_cmpuint (n_marked, ==, 3 * 6 + 5 * 6);

  json = tl_export_json_to_string (fixture->model, TL_EXPORT_DEFAULT);
  g_assert_cmpuint (count_markers (json), ==, 0);
  g_assert_null (strstr (json, "conversation"));
  g_assert_null (strstr (json, "statement"));
  private_json = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpuint (count_markers (private_json), ==, n_marked);

  tables = export_all (fixture->model, TL_EXPORT_DEFAULT);
  private_tables = export_all (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  for (guint i = 0; i < tables->len; i++)
    {
      g_assert_cmpuint (count_markers (tables->pdata[i]), ==, 0);
      n_in_tables += count_markers (private_tables->pdata[i]);
    }
  /* A coach who is somebody in the document is written as such, and the name kept beside is not. */
  g_assert_cmpuint (n_in_tables, ==, n_marked - 1);

  g_assert_cmpuint (count_files (fixture, TL_EXPORT_DEFAULT), ==, TL_N_IMPORT_KINDS - 4);
  g_assert_cmpuint (count_files (fixture, TL_EXPORT_PRIVATE_NOTES), ==, TL_N_IMPORT_KINDS - 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-conversations/conversation", test_conversation);
  ADD ("/import-conversations/statements", test_statements);
  ADD ("/import-conversations/undo", test_undo);
  ADD ("/import-conversations/twice", test_twice);
  ADD ("/import-conversations/refusals", test_refusals);
  ADD ("/import-conversations/shared-identity", test_shared_identity);
  ADD ("/import-conversations/sorted-anew", test_sorted_anew);
  ADD ("/import-conversations/all-or-nothing", test_all_or_nothing);
  ADD ("/import-conversations/round-trip", test_round_trip);
  ADD ("/import-conversations/privacy", test_privacy);

  return g_test_run ();
}
