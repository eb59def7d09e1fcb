/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the worksheet of a coaching conversation, part by part.
 *
 * A part without anything to say is left out, unless there is something to be written there by hand: on paper an
 * empty table is an invitation.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "tl-format.h"
#include "tl-sentences.h"
#include "tl-statement.h"
#include "tl-worksheet-private.h"

/* How long a statement may be to be set large, in letters */
#define LONGEST_QUOTE 150
#define LONGEST_LEAD  420

/* Of the questions that the frame asks, when none was written down */
#define MOST_PROMPTS 3

#define BLANK_ROWS 2

/* What the frame tells, turned into a question to take home: what it says itself is said to the coach. */
static const char * const prompts[] = {
  [TL_FRAME_FINDING_ONLY_RESULTS] = N_("What would have to become better for other people, for these results to come?"),
  [TL_FRAME_FINDING_INSIDE] = N_("Who outside your own organisation would be better off?"),
  [TL_FRAME_FINDING_METRIC] = N_("Whom does this number serve, beside ourselves?"),
  [TL_FRAME_FINDING_REPUTATION] = N_("What would you change for others, to be seen that way?"),
  [TL_FRAME_FINDING_RESULT] = N_("What would have to become better for other people, for these results to come?"),
  [TL_FRAME_FINDING_WHO] = N_("Whom exactly is it for?"),
  [TL_FRAME_FINDING_DETAIL] = N_("What would it look like for them, specifically?"),
  [TL_FRAME_FINDING_WORK] = N_("What work would bring it about?"),
  [TL_FRAME_FINDING_DIFFERENCE] = N_("Whom does this work help, and how?"),
  [TL_FRAME_FINDING_EVIDENCE] = N_("How would you see that it has worked?"),
  [TL_FRAME_FINDING_SKILLS] = N_("Which people, skills and activities does it take?"),
  [TL_FRAME_FINDING_DUE] = N_("By when would you like to have done it?"),
  [TL_FRAME_FINDING_THEIR_RESULTS] = N_("What would it bring them?"),
  [TL_FRAME_FINDING_WIDER] = N_("Who beyond them would be better off?"),
  [TL_FRAME_FINDING_LOOP] = N_("Which result would let you, and them, invest again?"),
};

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

/**
 * tl_worksheet_format_day:
 * @date: a day
 *
 * Returns: (transfer full): the day as it is written out in the user's locale, "12 September 2026"; empty for
 *   %TL_DATE_NONE
 */
char *
tl_worksheet_format_day (TlDate date)
{
  char string[96];

  if (date == TL_DATE_NONE)
    return g_strdup ("");

  g_autoptr (GDate) day = tl_date_to_gdate (date);

  /* Where the short form has the month first, so has the long one.  Of the locale without a home that means nothing. */
  if (g_str_has_prefix (nl_langinfo (D_FMT), "%m") && !g_str_equal (nl_langinfo (D_FMT), "%m/%d/%y"))
    g_date_strftime (string, sizeof string, "%B %-d, %Y", day);
  else
    /* Translators: a day written out, see strftime(3) */
    g_date_strftime (string, sizeof string, _("%-d %B %Y"), day);

  return g_strdup (string);
}

static const char *
get_name (gpointer party)
{
  const char *name = party != NULL ? tl_party_get_name (TL_PARTY (party)) : NULL;

  return has_text (name) ? name : NULL;
}

/**
 * tl_worksheet_get_coach:
 * @conversation: a conversation
 *
 * Returns: (transfer none) (nullable): the name of whoever asked
 */
const char *
tl_worksheet_get_coach (TlConversation *conversation)
{
  TlPerson *coach = tl_conversation_get_coach (conversation);
  const char *name = tl_conversation_get_coach_name (conversation);

  if (coach != NULL)
    return get_name (coach);

  return has_text (name) ? name : NULL;
}

static void
append_part (GString    *line,
             const char *part)
{
  if (!has_text (part))
    return;

  g_autofree char *isolated = tl_format_isolate (part);

  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, isolated);
}

/* The role, where, and with whom: "Account Executive · Northwind · with Dara Holm" */
static char *
describe_person (TlConversation *conversation)
{
  TlPerson *person = tl_conversation_get_person (conversation);
  const char *coach = tl_worksheet_get_coach (conversation);
  g_autoptr (GString) line = g_string_new (NULL);

  if (person != NULL)
    {
      append_part (line, tl_person_get_role (person));
      append_part (line, get_name (tl_person_get_organisation (person)));
    }
  if (coach != NULL)
    {
      g_autofree char *isolated = tl_format_isolate (coach);
      /* Translators: at the head of a worksheet, after a role and an organisation: the name of the coach */
      g_autofree char *with = g_strdup_printf (_("with %s"), isolated);

      append_part (line, with);
    }

  return g_strdup (line->str);
}

/**
 * tl_worksheet_add_names:
 * @document: what to add to
 * @conversation: whose
 *
 * Adds who spoke with whom, and when.
 */
void
tl_worksheet_add_names (TlPaperDocument *document,
                        TlConversation  *conversation)
{
  const char *name = get_name (tl_conversation_get_person (conversation));
  g_autofree char *day = tl_worksheet_format_day (tl_conversation_get_date (conversation));
  g_autofree char *line = describe_person (conversation);
  g_autofree char *kicker = *day != '\0' ? g_strconcat (_("Coaching conversation"), " · ", day, NULL)
                                         : g_strdup (_("Coaching conversation"));

  tl_paper_document_add_text (document, TL_PAPER_STYLE_KICKER, kicker);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, name != NULL ? name : _("Unnamed person"));
  tl_paper_document_add_text (document, TL_PAPER_STYLE_CAPTION, line);
}

static TlStatement *
find_first (GPtrArray *statements)
{
  TlStatement *first = NULL;

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = statements->pdata[i];

      if (has_text (tl_statement_get_text (statement))
          && (first == NULL
              || tl_entity_get_rank (TL_ENTITY (statement)) < tl_entity_get_rank (TL_ENTITY (first))))
        first = statement;
    }

  return first;
}

/**
 * tl_worksheet_add_beginning:
 * @document: what to add to
 * @statements: (element-type TlStatement): what was said
 *
 * Adds the statement with which it began, set large.
 */
void
tl_worksheet_add_beginning (TlPaperDocument *document,
                            GPtrArray       *statements)
{
  TlStatement *first = find_first (statements);

  if (first == NULL)
    return;

  g_autofree char *valid = g_utf8_make_valid (tl_statement_get_text (first), -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  g_autofree char *text = g_strjoinv (" ", lines);
  /* Translators: the quotation marks of your language around what somebody said */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), g_strstrip (text));
  glong length = g_utf8_strlen (quoted, -1);

  tl_paper_document_add_text (document,
                              length <= LONGEST_QUOTE  ? TL_PAPER_STYLE_QUOTE
                              : length <= LONGEST_LEAD ? TL_PAPER_STYLE_LEAD
                                                       : TL_PAPER_STYLE_BODY,
                              quoted);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  TlDate one = tl_statement_get_due (*(TlStatement * const *) a);
  TlDate other = tl_statement_get_due (*(TlStatement * const *) b);

  /* Without a day: last. */
  return (one - 1 > other - 1) - (one - 1 < other - 1);
}

static GPtrArray *
collect_agreed (GPtrArray *statements)
{
  GPtrArray *agreed = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = statements->pdata[i];

      if (tl_statement_get_agreed (statement) && tl_statement_get_action_state (statement) != TL_ACTION_STATE_LET_GO)
        g_ptr_array_add (agreed, statement);
    }
  g_ptr_array_sort (agreed, compare_due);

  return agreed;
}

/**
 * tl_worksheet_begin_actions:
 * @document: what to add to
 *
 * Begins the table of who does what by when, with a box to tick.
 */
void
tl_worksheet_begin_actions (TlPaperDocument *document)
{
  const TlPaperColumn columns[] = {
    { NULL, TL_PAPER_CELL_TICK, 0.0, 10.0 },
    /* Translators: the heading of a column on the worksheet: what was agreed to do */
    { _("What"), TL_PAPER_CELL_TEXT, 3.0, 0.0 },
    { _("Who"), TL_PAPER_CELL_TEXT, 1.0, 0.0 },
    { _("By when"), TL_PAPER_CELL_NUMBER, 0.0, 76.0 },
  };

  tl_paper_document_begin_table (document, columns, G_N_ELEMENTS (columns));
}

static char *
describe_action (TlStatement *statement)
{
  g_autoptr (GString) note = g_string_new (NULL);
  const char *skills = tl_statement_get_skills (statement);
  const char *learned = tl_statement_get_learned (statement);

  if (has_text (skills))
    {
      /* Translators: beneath agreed work: the people, skills and activities it takes */
      g_autofree char *part = g_strdup_printf (_("It takes: %s"), skills);

      append_part (note, part);
    }
  if (has_text (learned))
    {
      /* Translators: beneath agreed work that has been done */
      g_autofree char *part = g_strdup_printf (_("What came of it: %s"), learned);

      append_part (note, part);
    }

  return g_strdup (note->str);
}

static void
add_action (TlPaperDocument *document,
            TlStatement     *statement)
{
  g_autofree char *doer = tl_statement_dup_doer (statement);
  g_autofree char *due = tl_date_format (tl_statement_get_due (statement));
  g_autofree char *note = describe_action (statement);
  gboolean done = tl_statement_get_action_state (statement) == TL_ACTION_STATE_DONE;
  const TlPaperCell cells[] = {
    { done ? "x" : NULL, NULL },
    { tl_statement_get_text (statement), note },
    { doer, NULL },
    { due, NULL },
  };

  tl_paper_document_add_row (document, cells);
}

/**
 * tl_worksheet_add_agreed:
 * @document: what to add to
 * @statements: (element-type TlStatement): what was said
 *
 * Adds the agreed work; when there is none, rows to write it into.
 */
void
tl_worksheet_add_agreed (TlPaperDocument *document,
                         GPtrArray       *statements)
{
  g_autoptr (GPtrArray) agreed = collect_agreed (statements);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("What we agreed"));
  tl_worksheet_begin_actions (document);
  for (guint i = 0; i < agreed->len; i++)
    add_action (document, agreed->pdata[i]);
  for (guint i = agreed->len; i < BLANK_ROWS; i++)
    tl_paper_document_add_row (document, NULL);
  tl_paper_document_end_table (document);
}

/* For whom the results are that nobody has been named for: they are stated by us, for ourselves. */
static gboolean
is_for_them (TlStatement *statement)
{
  return tl_statement_get_beneficiary (statement) >= TL_BENEFICIARY_CUSTOMER;
}

static void
add_side (TlPaperDocument *document,
          GPtrArray       *statements,
          gboolean         for_them,
          const char      *heading,
          const char      *prompt)
{
  gboolean found = FALSE;

  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, heading);
  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = statements->pdata[i];

      if (tl_statement_get_facet (statement) != TL_FACET_RESULT || is_for_them (statement) != for_them
          || !has_text (tl_statement_get_text (statement)))
        continue;

      tl_paper_document_add_bullet (document, tl_statement_get_text (statement));
      found = TRUE;
    }

  if (found)
    return;

  tl_paper_document_add_text (document, TL_PAPER_STYLE_SMALL, prompt);
  tl_paper_document_add_ruled (document, 1, FALSE);
}

/**
 * tl_worksheet_add_results:
 * @document: what to add to
 * @statements: (element-type TlStatement): what was said
 *
 * Adds the results, theirs and ours side by side.
 */
void
tl_worksheet_add_results (TlPaperDocument *document,
                          GPtrArray       *statements)
{
  tl_paper_document_begin_group (document);
  tl_paper_document_begin_columns (document, 2, TL_PAPER_BETWEEN_NOTHING);
  add_side (document, statements, TRUE, _("Results for them"), _("What would it bring them?"));
  tl_paper_document_next_column (document);
  add_side (document, statements, FALSE, _("Results for us"), _("How would we see that it worked?"));
  tl_paper_document_end_columns (document);
  tl_paper_document_end_group (document);
}

static TlLineOfSight *
find_sight (TlConversation *conversation,
            GPtrArray      *statements,
            TlGraph        *graph)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (guint));
  TlPerson *person = tl_conversation_get_person (conversation);

  for (guint i = 0; i < statements->len; i++)
    {
      TlGoal *goal = tl_statement_get_goal (statements->pdata[i]);
      int index = goal != NULL ? tl_graph_find (graph, goal) : -1;
      guint number = (guint) MAX (index, 0);

      if (index >= 0)
        g_array_append_val (goals, number);
    }

  if (goals->len > 0)
    return tl_line_of_sight_new (graph, (const guint *) (gpointer) goals->data, goals->len);

  return person != NULL ? tl_line_of_sight_new_for_owner (graph, TL_PARTY (person)) : NULL;
}

static void
add_paragraph (TlPaperDocument   *document,
               const TlParagraph *paragraph)
{
  g_autofree TlPaperSpan *spans = g_new0 (TlPaperSpan, paragraph->n_spans);

  for (guint i = 0; i < paragraph->n_spans; i++)
    spans[i] = (TlPaperSpan) { paragraph->spans[i].start, paragraph->spans[i].length };
  tl_paper_document_add_marked (document, TL_PAPER_STYLE_BODY, paragraph->text, spans, paragraph->n_spans);
}

/**
 * tl_worksheet_add_sight:
 * @document: what to add to
 * @conversation: whose
 * @statements: (element-type TlStatement): what was said
 * @graph: (nullable): the cascade
 * @n_chains: how many of the chains to tell at most
 *
 * Adds in words how the work leads up to the objectives: the goals that came of the conversation, else those the
 * person has.
 */
void
tl_worksheet_add_sight (TlPaperDocument *document,
                        TlConversation  *conversation,
                        GPtrArray       *statements,
                        TlGraph         *graph,
                        guint            n_chains)
{
  g_autoptr (TlLineOfSight) line = graph != NULL ? find_sight (conversation, statements, graph) : NULL;
  guint n_objectives = 0;
  guint n_told = 0;
  guint n_left = 0;

  if (line != NULL)
    tl_line_of_sight_get_objectives (line, &n_objectives);
  if (n_objectives == 0)
    return;

  g_autoptr (GPtrArray) paragraphs = tl_sentences_new (line);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Line of sight to the objectives"));
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TlParagraph *paragraph = paragraphs->pdata[i];

      if (paragraph->kind == TL_PARAGRAPH_CHAIN && n_told++ >= n_chains)
        n_left++;
      else if (paragraph->kind == TL_PARAGRAPH_LEAD || paragraph->kind == TL_PARAGRAPH_CHAIN)
        add_paragraph (document, paragraph);
    }

  if (n_left == 0)
    return;

  g_autofree char *rest = g_strdup_printf (ngettext ("There is %u more way up, to be seen on the screen.",
                                                     "There are %u more ways up, to be seen on the screen.", n_left),
                                           n_left);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_SMALL, rest);
}

static gboolean
add_lines (TlPaperDocument *document,
           const char      *heading,
           const char      *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  gboolean begun = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;

      if (!begun)
        tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, heading);
      begun = TRUE;
      tl_paper_document_add_bullet (document, lines[i]);
    }

  return begun;
}

static gboolean
has_frame (GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    if (tl_statement_get_facet (statements->pdata[i]) != TL_FACET_UNSET)
      return TRUE;

  return FALSE;
}

/* What the frame would ask next, each question once. */
static void
add_prompts (TlPaperDocument *document,
             TlConversation  *conversation,
             TlCues          *cues)
{
  g_autoptr (TlFrame) frame = tl_frame_new (cues, conversation);
  g_autoptr (GPtrArray) findings = tl_frame_dup_findings (frame);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();

  for (guint i = 0; i < findings->len && asked->len < MOST_PROMPTS; i++)
    {
      guint kind = ((const TlFrameFinding *) findings->pdata[i])->kind;
      const char *prompt = kind < G_N_ELEMENTS (prompts) ? _(prompts[kind]) : NULL;

      if (prompt == NULL || g_ptr_array_find_with_equal_func (asked, prompt, g_str_equal, NULL))
        continue;

      if (asked->len == 0)
        tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("To think about"));
      g_ptr_array_add (asked, (gpointer) prompt);
      tl_paper_document_add_bullet (document, prompt);
    }
}

/**
 * tl_worksheet_add_questions:
 * @document: what to add to
 * @conversation: whose
 * @statements: (element-type TlStatement): what was said
 * @cues: (nullable): what statements are read by
 *
 * Adds the open questions; when none was written down and something was said, what the frame would ask next.
 */
void
tl_worksheet_add_questions (TlPaperDocument *document,
                            TlConversation  *conversation,
                            GPtrArray       *statements,
                            TlCues          *cues)
{
  if (!add_lines (document, _("Open questions"), tl_conversation_get_open_questions (conversation))
      && has_frame (statements))
    add_prompts (document, conversation, cues);
}

/**
 * tl_worksheet_add_next:
 * @document: what to add to
 * @conversation: whose
 *
 * Adds when the two look at it again, or a line to write the day on.
 */
void
tl_worksheet_add_next (TlPaperDocument *document,
                       TlConversation  *conversation)
{
  g_autofree char *day = tl_worksheet_format_day (tl_conversation_get_look_again (conversation));

  /* Translators: on the worksheet, followed by the day of the next conversation, or by a line to write it on */
  tl_paper_document_add_callout (document, _("We look again on"), *day != '\0' ? day : NULL);
}

/**
 * tl_worksheet_add_notes:
 * @document: what to add to
 * @n_lines: how many lines at least
 *
 * Adds room for handwriting, down to the foot of the page.
 */
void
tl_worksheet_add_notes (TlPaperDocument *document,
                        guint            n_lines)
{
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Notes"));
  tl_paper_document_add_ruled (document, n_lines, TRUE);
}

/**
 * tl_worksheet_add_private:
 * @document: what to add to
 * @conversation: whose
 *
 * Adds the coach's private notes, on pages of their own that say what they are, so that they can be taken off.
 */
void
tl_worksheet_add_private (TlPaperDocument *document,
                          TlConversation  *conversation)
{
  const char *notes = tl_conversation_get_private_notes (conversation);

  if (!has_text (notes))
    return;

  /* Translators: at the foot of a page, beside its number */
  tl_paper_document_break_page (document, _("Private"));
  tl_paper_document_add_text (document, TL_PAPER_STYLE_KICKER, _("Private"));
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, _("Private notes"));
  /* Translators: set in bold, before "Take this page off before you hand over the worksheet." */
  tl_paper_document_add_callout (document, _("For the coach only."),
                                 _("Take this page off before you hand over the worksheet."));
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, notes);
}
