/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "analysis-fixture.h"
#include "tl-sentences.h"

static GPtrArray *
tell (TlModel *model,
      gpointer owner)
{
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (graph, owner);

  return tl_sentences_new (line);
}

static const TlParagraph *
get_paragraph (GPtrArray *paragraphs,
               guint      index)
{
  g_assert_cmpuint (index, <, paragraphs->len);
  return g_ptr_array_index (paragraphs, index);
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not said in:\n%s", words, text);
}

static guint
count_words (const char *text,
             const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;

  return n;
}

static void
test_worked_example (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlPerson *person = add_account_executive (model);
  g_autoptr (GPtrArray) paragraphs = tell (model, person);
  g_autofree char *text = tl_sentences_to_text (paragraphs);

  g_test_message ("%s", text);

  g_assert_cmpint (get_paragraph (paragraphs, 0)->kind, ==, TL_PARAGRAPH_LEAD);
  assert_says (get_paragraph (paragraphs, 0)->text, "Amara Lindqvist, what you do reaches 2 objectives");
  assert_says (get_paragraph (paragraphs, 0)->text, "“Client grows revenue” of Brightwater");

  g_assert_cmpint (get_paragraph (paragraphs, 1)->kind, ==, TL_PARAGRAPH_CHAIN);
  assert_says (get_paragraph (paragraphs, 1)->text, "Your work begins with “Deeply understand");
  assert_says (get_paragraph (paragraphs, 1)->text, "The people who gain are the customer’s customers.");
  g_assert_cmpuint (count_words (text, "customer’s customers"), ==, 1);
  assert_says (get_paragraph (paragraphs, 1)->text, "Nobody can help people they do not know.");
  assert_says (get_paragraph (paragraphs, 1)->text, "cannot be met without it");

  /* What others build on it is a paragraph of its own. */
  g_assert_null (strstr (get_paragraph (paragraphs, 1)->text, "Sales"));
  g_assert_cmpint (get_paragraph (paragraphs, 2)->kind, ==, TL_PARAGRAPH_CHAIN);
  assert_says (get_paragraph (paragraphs, 2)->text, "Sales");
  assert_says (get_paragraph (paragraphs, 2)->text, "our objective “Grow revenue to 40 M”.");

  /* The upper part is told once, and the second chain says where it joins. */
  g_assert_cmpuint (count_words (text, "Advisers are asked before the tender is written."), ==, 1);
  assert_says (text, "You also work on “Apply knowledge");
  assert_says (text, "Technology is how the bond becomes something their customers can feel.");
  g_assert_null (strstr (text, "{"));
  g_assert_null (strstr (text, ".."));
}

static void
test_spans (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlPerson *person = add_account_executive (model);
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (graph, TL_PARTY (person));
  g_autoptr (GPtrArray) paragraphs = tl_sentences_new (line);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TlParagraph *paragraph = get_paragraph (paragraphs, i);
      guint end = 0;

      g_assert_true (g_utf8_validate (paragraph->text, -1, NULL));
      for (guint j = 0; j < paragraph->n_spans; j++)
        {
          const TlTextSpan *span = &paragraph->spans[j];
          g_autofree char *named = g_strndup (paragraph->text + span->start, span->length);

          g_assert_cmpuint (span->start, >=, end);
          g_assert_cmpstr (named, ==, tl_goal_get_title (tl_graph_get_goal (graph, span->goal)));
          end = span->start + span->length;
        }
      g_assert_cmpuint (end, <=, strlen (paragraph->text));
    }
}

static void
test_gaps (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *loose = add_person (model, "Loose", own);
  TlPerson *nowhere = add_person (model, "Nowhere", own);
  TlPerson *idle = add_person (model, "Idle", own);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlGoal *start = add_goal (model, "Tidy the shed", nowhere);
  TlGoal *end = add_goal (model, "A tidy yard", team);

  add_goal (model, "One", loose);
  add_goal (model, "Two", loose);
  link_goals (model, start, end, 1, FALSE, NULL);

  g_autoptr (GPtrArray) gaps = tell (model, loose);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpint (get_paragraph (gaps, 0)->kind, ==, TL_PARAGRAPH_GAP);
  assert_says (get_paragraph (gaps, 0)->text, "Nothing connects “One” and “Two” to an objective yet.");

  g_autoptr (GPtrArray) ends = tell (model, nowhere);
  assert_says (get_paragraph (ends, ends->len - 1)->text, "nothing connects “A tidy yard” to an objective yet.");

  g_autoptr (GPtrArray) nothing = tell (model, idle);
  g_assert_cmpuint (nothing->len, ==, 1);
  assert_says (get_paragraph (nothing, 0)->text, "Idle has no goals here yet.");
}

/* A line that starts from a goal speaks of it and to nobody. */
static void
test_of_goals (void)
{
  g_autoptr (TlModel) model = new_model ();
  const guint understand = 0;
  const guint objective = 6;

  add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new (graph, &understand, 1);
  g_autoptr (TlLineOfSight) top = tl_line_of_sight_new (graph, &objective, 1);
  g_autoptr (GPtrArray) paragraphs = tl_sentences_new (line);
  g_autoptr (GPtrArray) nothing = tl_sentences_new (top);
  g_autofree char *text = tl_sentences_to_text (paragraphs);

  assert_says (text, "From here the way leads to 2 objectives");
  assert_says (text, "It begins with “Deeply understand");
  g_assert_null (strstr (text, "your"));
  assert_says (get_paragraph (nothing, 0)->text, "nothing leads on from here.");
}

static void
test_hostile_titles (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "%s {goal}", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "{name} %n", own);
  TlGoal *start = add_goal (model, "One\nwith \u202e{goals} and %s", person);
  TlGoal *end = add_goal (model, "Two", own);

  link_goals (model, start, end, 1, FALSE, "{owner} <b>%d</b>\n");

  g_autoptr (GPtrArray) paragraphs = tell (model, person);
  g_autofree char *text = tl_sentences_to_text (paragraphs);

  assert_says (text, "{name} %n, what you do reaches an objective: “Two”.");
  assert_says (text, "“One with {goals} and %s”");
  assert_says (text, "{owner} <b>%d</b>.");
}

static void
test_long_and_dense (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "Deep", own);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlGoal *layers[21][3];

  for (guint i = 0; i < 21; i++)
    {
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *title = g_strdup_printf ("Goal %u.%u", i, j);

          layers[i][j] = add_goal (model, title, i == 0 ? (gpointer) person : i == 20 ? (gpointer) own : team);
          for (guint k = 0; k < 3 && i > 0; k++)
            link_goals (model, layers[i - 1][k], layers[i][j], 1, FALSE, NULL);
        }
    }

  g_autoptr (GPtrArray) paragraphs = tell (model, person);

  g_assert_cmpuint (paragraphs->len, ==, 7);
  assert_says (get_paragraph (paragraphs, 1)->text, "more steps lead from there to");
}

/* Which of the two needs the other is never left open, whoever the goal belongs to. */
static void
test_critical (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlOrganisation *client = add_organisation (model, "Client", TL_ORGANISATION_KIND_CUSTOMER);
  TlPerson *person = add_person (model, "Someone", own);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlGoal *goals[] = {
    add_goal (model, "A", person), add_goal (model, "B", person), add_goal (model, "C", team),
    add_goal (model, "D", client), add_goal (model, "E", own),
  };

  for (guint i = 1; i < G_N_ELEMENTS (goals); i++)
    link_goals (model, goals[i - 1], goals[i], 1, TRUE, NULL);
  link_goals (model, goals[0], goals[2], 1, TRUE, NULL);

  g_autoptr (GPtrArray) paragraphs = tell (model, person);

  g_assert_cmpuint (paragraphs->len, ==, 3);
  g_assert_cmpstr (get_paragraph (paragraphs, 1)->text, ==,
                   "You have set out to “A”. Without it, your own “B” cannot be met. Team builds on that and could "
                   "not meet “C” without it. What Client wants to achieve, “D”, cannot do without that. Our objective "
                   "“E” cannot do without that.");
  g_assert_cmpstr (get_paragraph (paragraphs, 2)->text, ==,
                   "Without “A”, Team cannot meet “C”. From there you know the way: it leads to “E”.");
}

/* After the first, chains are told in a sentence or two, and nothing is told twice. */
static void
test_brief (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "Someone", own);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlGoal *work = add_goal (model, "Work", person);
  TlGoal *first = add_goal (model, "First", own);
  TlGoal *second = add_goal (model, "Second", own);
  TlGoal *third = add_goal (model, "Third", own);
  TlGoal *middle[] = { add_goal (model, "M1", team), add_goal (model, "M2", team), add_goal (model, "M3", team) };

  link_goals (model, work, first, 9, FALSE, "Because it does.");
  link_goals (model, work, middle[0], 5, FALSE, "Because it does.");
  link_goals (model, middle[0], middle[1], 1, FALSE, "Not told.");
  link_goals (model, middle[1], second, 1, FALSE, "Not told.");
  link_goals (model, work, middle[2], 1, FALSE, "Somebody asked for it.");
  link_goals (model, middle[2], third, 1, FALSE, "Third words");
  link_goals (model, middle[2], middle[1], 1, FALSE, "Not told.");

  g_autoptr (GPtrArray) paragraphs = tell (model, person);

  g_assert_cmpuint (paragraphs->len, ==, 5);
  g_assert_cmpstr (get_paragraph (paragraphs, 1)->text, ==,
                   "You have set out to “Work”. It goes straight to one of our objectives: “First”. Because it does.");
  g_assert_cmpstr (get_paragraph (paragraphs, 2)->text, ==,
                   "Team builds on “Work” as well, for “M1”. 2 more steps lead from there to “Second”.");
  g_assert_cmpstr (get_paragraph (paragraphs, 3)->text, ==,
                   "“Work” also helps Team with “M3”. Somebody asked for it. And that is how it reaches one of our "
                   "objectives: “Third”. Third words.");
  g_assert_cmpstr (get_paragraph (paragraphs, 4)->text, ==, "1 further link is in the picture.");
}

/* What a branch leads to is worth more than its weight: objectives that have not been named come first. */
static void
test_news_first (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "Someone", own);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlGoal *work = add_goal (model, "Work", person);
  TlGoal *known = add_goal (model, "Known", own);

  link_goals (model, work, known, 9, FALSE, NULL);
  for (guint i = 0; i < 6; i++)
    {
      TlGoal *detour = add_goal (model, "Detour", team);

      link_goals (model, work, detour, 5, TRUE, NULL);
      link_goals (model, detour, known, 5, TRUE, NULL);
    }
  link_goals (model, work, add_goal (model, "News", own), 1, FALSE, NULL);

  g_autoptr (GPtrArray) paragraphs = tell (model, person);

  assert_says (get_paragraph (paragraphs, 2)->text, "“News”");
}

/* Nobody listens for an hour, but what is left out is said. */
static void
test_very_many (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "Busy", own);

  for (guint i = 0; i < 30; i++)
    link_goals (model, add_goal (model, "Work", person), add_goal (model, "Objective", own), 1, FALSE, NULL);

  g_autoptr (GPtrArray) paragraphs = tell (model, person);
  const TlParagraph *last = get_paragraph (paragraphs, paragraphs->len - 1);

  g_assert_cmpuint (paragraphs->len, ==, 7);
  g_assert_cmpint (last->kind, ==, TL_PARAGRAPH_NOTE);
  assert_says (last->text, "25 further links are in the picture.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/sentences/worked-example", test_worked_example);
  g_test_add_func ("/analysis/sentences/spans", test_spans);
  g_test_add_func ("/analysis/sentences/gaps", test_gaps);
  g_test_add_func ("/analysis/sentences/of-goals", test_of_goals);
  g_test_add_func ("/analysis/sentences/hostile-titles", test_hostile_titles);
  g_test_add_func ("/analysis/sentences/long-and-dense", test_long_and_dense);
  g_test_add_func ("/analysis/sentences/critical", test_critical);
  g_test_add_func ("/analysis/sentences/brief", test_brief);
  g_test_add_func ("/analysis/sentences/news-first", test_news_first);
  g_test_add_func ("/analysis/sentences/very-many", test_very_many);

  return g_test_run ();
}
