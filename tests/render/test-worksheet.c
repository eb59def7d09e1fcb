/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The coaching worksheet: what has to be on it, on how many pages, with little and with much to say. */

#include <string.h>

#include "paper-reading.h"
#include "sample-frame.h"
#include "tl-contribution.h"
#include "tl-worksheet.h"

static TlPageSetup
get_setup (TlPaper paper)
{
  TlPageSetup setup;

  tl_page_setup_init (&setup, paper);

  return setup;
}

static TlPaperDocument *
make (SampleFrame      *sample,
      TlPaper           paper,
      TlWorksheetFlags  flags)
{
  TlPageSetup setup = get_setup (paper);
  g_autoptr (TlGraph) graph = tl_graph_new (sample->model);

  return tl_worksheet_new_coaching (sample->conversation, graph, NULL, &setup, flags);
}

static TlGoal *
add_goal (SampleFrame *self,
          const char  *title,
          gpointer     owner,
          TlGoal      *helped)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
  tl_goal_set_owner (goal, owner);
  tl_model_add (self->model, TL_ENTITY (goal));
  if (helped != NULL)
    {
      g_autoptr (TlContribution) contribution = tl_contribution_new ();

      tl_contribution_set_from (contribution, goal);
      tl_contribution_set_to (contribution, helped);
      tl_contribution_set_rationale (contribution, "Customers who feel known buy again.");
      tl_model_add (self->model, TL_ENTITY (contribution));
    }

  return goal;
}

/* The worked example as a coach would leave it: everything filled in, and a chain to an objective. */
static void
fill_whole (SampleFrame *self)
{
  TlPerson *person = tl_conversation_get_person (self->conversation);
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  TlStatement **said = self->statements;

  /* It began with this. */
  sample_frame_say (self, TL_FACET_UNSET, "We want to grow revenue, and to be the people they call first.");
  sample_frame_fill (self);
  tl_party_set_name (TL_PARTY (organisation), "Halden Instruments");
  tl_model_add (self->model, TL_ENTITY (organisation));
  tl_person_set_organisation (person, organisation);
  tl_person_set_role (person, "Account Executive");
  tl_conversation_set_coach_name (self->conversation, "Dara Holm");
  tl_conversation_set_date (self->conversation, tl_date_new (2026, 11, 20));
  tl_conversation_set_look_again (self->conversation, tl_date_new (2027, 1, 15));
  tl_conversation_set_open_questions (self->conversation, "Who knows their customers better than we do?\n\nWhich of the two "
                                                          "projects would show it first?");
  tl_conversation_set_private_notes (self->conversation, "MARKER-PRIVATE is unsure about the new team.");

  tl_statement_set_skills (said[SAMPLE_UNDERSTAND], "two interviews with their sales leads, and last year’s survey");
  tl_statement_set_detail (said[SAMPLE_BOND], "Their customers name a person when they are asked who helps them.");
  tl_statement_set_agreed (said[SAMPLE_APPLY], TRUE);
  tl_statement_set_due (said[SAMPLE_APPLY], tl_date_new (2026, 12, 18));

  TlGoal *objective = add_goal (self, "Grow revenue to 40 M", organisation, NULL);
  TlGoal *account = add_goal (self, "Grow account revenue", person, objective);
  TlGoal *work = add_goal (self, "Understand the client’s strategy", person, account);

  tl_statement_set_goal (said[SAMPLE_UNDERSTAND], work);
}

static void
test_worked_example (void)
{
  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_LETTER; paper++)
    {
      SampleFrame sample;

      sample_frame_init (&sample);
      fill_whole (&sample);

      g_autoptr (TlPaperDocument) document = make (&sample, paper, TL_WORKSHEET_DEFAULT);

      paper_keep (document, paper == TL_PAPER_A4 ? "worked-a4" : "worked-letter");
      g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 2);
      if (paper_can_read ())
        {
          g_autofree char *text = paper_read (document);

          paper_contains (text, "Ines Okafor");
          paper_contains (text, "Account Executive");
          paper_contains (text, "with Dara Holm");
          paper_contains (text, "20 November 2026");
          paper_contains (text, "“We want to grow revenue");
          paper_contains (text, "stronger bond");
          paper_contains (text, "The difference it makes");
          paper_contains (text, "For: ");
          paper_contains (text, "What it looks like: Their customers name a person");
          paper_contains (text, "two interviews with");
          paper_contains (text, "18 Dec 2026");
          paper_contains (text, "Results for them");
          paper_contains (text, "Client grows revenue");
          paper_contains (text, "Grow revenue to 40 M");
          paper_contains (text, "Who knows their customers");
          paper_contains (text, "15 January 2027");
          paper_contains (text, "Page 1 of ");
          paper_lacks (text, "MARKER-PRIVATE");
        }
      sample_frame_clear (&sample);
    }
}

static void
test_private (void)
{
  SampleFrame sample;

  sample_frame_init (&sample);
  fill_whole (&sample);

  g_autoptr (TlPaperDocument) without = make (&sample, TL_PAPER_A4, TL_WORKSHEET_DEFAULT);
  g_autoptr (TlPaperDocument) with = make (&sample, TL_PAPER_A4, TL_WORKSHEET_PRIVATE_NOTES);
  guint n_pages = tl_paper_document_get_n_pages (without);

  paper_keep (with, "private");
  g_assert_cmpuint (tl_paper_document_get_n_pages (with), ==, n_pages + 1);
  if (paper_can_read ())
    {
      g_autofree char *text = paper_read (with);
      g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

      for (guint i = 0; i < n_pages; i++)
        {
          paper_lacks (pages[i], "MARKER-PRIVATE");
          paper_lacks (pages[i], "Private");
        }
      paper_contains (pages[n_pages], "MARKER-PRIVATE");
      paper_contains (pages[n_pages], "For the coach only.");
      paper_contains (pages[n_pages], "Private · Page");
    }

  /* Nobody wrote any: nothing is added. */
  tl_conversation_set_private_notes (sample.conversation, NULL);

  g_autoptr (TlPaperDocument) none = make (&sample, TL_PAPER_A4, TL_WORKSHEET_PRIVATE_NOTES);

  g_assert_cmpuint (tl_paper_document_get_n_pages (none), ==, n_pages);
  sample_frame_clear (&sample);
}

static void
test_nothing_said (void)
{
  SampleFrame sample;

  sample_frame_init (&sample);

  g_autoptr (TlPaperDocument) document = make (&sample, TL_PAPER_A4, TL_WORKSHEET_DEFAULT);

  paper_keep (document, "nothing-said");
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 1);
  if (paper_can_read ())
    {
      g_autofree char *text = paper_read (document);

      paper_contains (text, "Ines Okafor");
      paper_contains (text, "What we agreed");
      paper_lacks (text, "“");
      paper_lacks (text, "To think about");
      paper_lacks (text, "The difference it makes");
    }
  sample_frame_clear (&sample);
}

static void
test_short (void)
{
  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_LETTER; paper++)
    {
      SampleFrame sample;

      sample_frame_init (&sample);
      tl_conversation_set_date (sample.conversation, tl_date_new (2026, 11, 20));
      sample_frame_say (&sample, TL_FACET_RESULT, "Grow revenue");

      g_autoptr (TlPaperDocument) document = make (&sample, paper, TL_WORKSHEET_DEFAULT);

      paper_keep (document, paper == TL_PAPER_A4 ? "short-a4" : "short-letter");
      g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 1);
      g_assert_cmpfloat (tl_paper_document_get_fill (document, 0), >, 0.9);
      sample_frame_clear (&sample);
    }
}

static void
test_forty (void)
{
  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_LETTER; paper++)
    {
      SampleFrame sample;

      sample_frame_init (&sample);
      fill_whole (&sample);
      for (guint i = SAMPLE_N_STATEMENTS; i < 40; i++)
        {
          TlFacet facet = TL_FACET_WORK + i % 3;
          g_autofree char *text = g_strdup_printf ("Statement %u: help the people in the branch offices see sooner what "
                                                   "their customers need", i);
          TlStatement *statement = sample_frame_say (&sample, facet, text);

          if (facet == TL_FACET_WORK)
            tl_statement_set_agreed (statement, TRUE);
        }

      g_autoptr (TlPaperDocument) document = make (&sample, paper, TL_WORKSHEET_DEFAULT);
      guint n_pages = tl_paper_document_get_n_pages (document);

      paper_keep (document, paper == TL_PAPER_A4 ? "forty-a4" : "forty-letter");
      g_assert_cmpuint (n_pages, >=, 3);
      g_assert_cmpuint (n_pages, <=, 5);
      if (paper_can_read ())
        {
          g_autofree char *text = paper_read (document);

          for (guint i = SAMPLE_N_STATEMENTS; i < 40; i++)
            {
              g_autofree char *begin = g_strdup_printf ("Statement %u: help the people", i);

              paper_contains (text, begin);
            }
        }
      sample_frame_clear (&sample);
    }
}

/* One answer of two thousand letters, a title of three hundred, a name from right to left. */
static void
test_long (void)
{
  SampleFrame sample;
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("%s %s", "ליאורה בן־דוד", "of the Northern and Eastern Regions");
  g_autofree char *title = g_strnfill (300, 'T');

  while (answer->len < 1980)
    g_string_append_printf (answer, "part%03u of it; ", (guint) (answer->len % 1000));
  g_string_append (answer, "and the end.");

  sample_frame_init (&sample);
  fill_whole (&sample);
  tl_party_set_name (TL_PARTY (tl_conversation_get_person (sample.conversation)), name);
  tl_goal_set_title (tl_statement_get_goal (sample.statements[SAMPLE_UNDERSTAND]), title);
  tl_statement_set_text (sample.statements[SAMPLE_UNDERSTAND], answer->str);
  sample_frame_say (&sample, TL_FACET_RESULT, answer->str);
  /* What is cut on its card and stands nowhere else */
  sample_frame_say (&sample, TL_FACET_IMPACT, "Help the people in the shops of the client and the people who come there to "
                    "know each other by name, so that a visit is something to look forward to, for both, every single "
                    "week of the year, until the very last of them says so.");

  g_autoptr (TlPaperDocument) document = make (&sample, TL_PAPER_A4, TL_WORKSHEET_DEFAULT);

  paper_keep (document, "long");
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), <=, 6);
  if (paper_can_read ())
    {
      g_autofree char *text = paper_read (document);

      paper_contains (text, "and the end.");
      paper_contains (text, "very last of them says so.");
      paper_contains (text, "ליאורה");
    }
  sample_frame_clear (&sample);
}

static void
test_done_and_let_go (void)
{
  SampleFrame sample;

  sample_frame_init (&sample);
  fill_whole (&sample);
  tl_statement_set_action_state (sample.statements[SAMPLE_UNDERSTAND], TL_ACTION_STATE_DONE);
  tl_statement_set_learned (sample.statements[SAMPLE_UNDERSTAND], "They want to be called first.");
  tl_statement_set_action_state (sample.statements[SAMPLE_APPLY], TL_ACTION_STATE_LET_GO);

  g_autoptr (TlPaperDocument) document = make (&sample, TL_PAPER_A4, TL_WORKSHEET_DEFAULT);

  if (paper_can_read ())
    {
      g_autofree char *text = paper_read (document);

      paper_contains (text, "They want to be called first.");
      /* It is in the frame still, and not among what was agreed. */
      paper_contains (text, "Let go");
      paper_lacks (text, "Ines Okafor 18 Dec 2026");
    }
  sample_frame_clear (&sample);
}

/* The document holds what it says: the person may be erased while the preview is open. */
static void
test_outlives (void)
{
  SampleFrame sample;

  sample_frame_init (&sample);
  fill_whole (&sample);

  g_autoptr (TlPaperDocument) document = make (&sample, TL_PAPER_A4, TL_WORKSHEET_DEFAULT);

  sample_frame_clear (&sample);

  g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (document), NULL, NULL, NULL);

  g_assert_nonnull (pdf);
}

static void
test_blank (void)
{
  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_LETTER; paper++)
    {
      TlPageSetup setup = get_setup (paper);
      g_autoptr (TlPaperDocument) document = tl_worksheet_new_coaching_blank (NULL, &setup);

      paper_keep (document, paper == TL_PAPER_A4 ? "blank-a4" : "blank-letter");
      g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 1);
      g_assert_cmpfloat (tl_paper_document_get_fill (document, 0), >, 0.9);
      if (!paper_can_read ())
        continue;

      g_autofree char *text = paper_read (document);

      paper_contains (text, "How do you think about success?");
      paper_contains (text, "Work");
      paper_contains (text, "Impact");
      paper_contains (text, "By when");
      paper_contains (text, "invest again?");
      paper_contains (text, "We look again on");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worksheet/worked-example", test_worked_example);
  g_test_add_func ("/worksheet/private", test_private);
  g_test_add_func ("/worksheet/nothing-said", test_nothing_said);
  g_test_add_func ("/worksheet/short", test_short);
  g_test_add_func ("/worksheet/forty", test_forty);
  g_test_add_func ("/worksheet/long", test_long);
  g_test_add_func ("/worksheet/done-and-let-go", test_done_and_let_go);
  g_test_add_func ("/worksheet/outlives", test_outlives);
  g_test_add_func ("/worksheet/blank", test_blank);

  return g_test_run ();
}
