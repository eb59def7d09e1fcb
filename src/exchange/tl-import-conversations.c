/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coaching conversations, what was said in them, and how the statements are linked.
 *
 * Neither has a name by which people would know it, and the document keeps no reference of theirs.  In a file each has
 * an id: whatever its author liked, or the identity that an export writes.  A row with an identity is only ever that
 * very one, and keeps it where it is new, so that an export comes in as it was.  A row with any other id is found again
 * by what it holds: a conversation by person and day, a statement by its words; the second of that day is the second.
 *
 * Questions are known by keys with the id of a statement in them.  They are put right once all statements are there.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-enum-types.h"
#include "tl-import-private.h"
#include "tl-statement-link.h"

/* Whether @id is one of those that the program gives, not one that somebody made up. */
static gboolean
is_identity (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p))
        return FALSE;
    }

  return g_uuid_string_is_valid (id);
}

/* A conversation and a statement may have the same id in their files, but only one of them that identity. */
static gboolean
is_taken (TlImport   *self,
          const char *id)
{
  return tl_model_lookup (tl_document_get_model (self->document), id) != NULL
         || tl_import_index_find (self->index, TL_IMPORT_BY_CONVERSATION_ID, NULL, 0, id, NULL) != NULL
         || tl_import_index_find (self->index, TL_IMPORT_BY_STATEMENT_ID, NULL, 0, id, NULL) != NULL;
}

static gpointer
create (TlImport   *self,
        GType       type,
        const char *id)
{
  gpointer entity = tl_import_create (self, type);

  if (is_identity (id) && !is_taken (self, id))
    tl_entity_load_id (entity, id);

  return entity;
}

/* Reports a row that is about the same as an earlier one; else remembers that @entity has been spoken of, and its id. */
static gboolean
claim (const TlImportRow *row,
       TlCsvField         field,
       TlImportSpace      space,
       const char        *id,
       gpointer           entity)
{
  TlImport *self = row->import;

  if (!g_hash_table_add (self->claimed, entity))
    {
      tl_import_row_skip (row, field, _("An earlier row of the file has the same id; this one was left out."));
      return FALSE;
    }

  if (*id != '\0' && tl_import_index_find (self->index, space, NULL, 0, id, NULL) == NULL)
    tl_import_index_add (self->index, space, NULL, 0, id, entity);
  return TRUE;
}

static TlPerson *
get_person (const TlImportRow *row)
{
  TlImport *self = row->import;
  g_autofree char *name = tl_import_row_dup_name (row, TL_CSV_FIELD_PERSON, NULL);
  guint n_skipped = self->skipped->len;
  TlPerson *person = *name != '\0' ? tl_import_find_person (row, TL_CSV_FIELD_PERSON, NULL, name) : NULL;

  if (person == NULL && *name == '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_PERSON, _("The row names nobody with whom the conversation was held."));
  else if (person == NULL && self->skipped->len == n_skipped)
    tl_import_row_skip (row, TL_CSV_FIELD_PERSON,
                        _("There is nobody called “%s”. The conversation was left out."), tl_import_quote (self, name));

  return person;
}

static TlConversation *
match_conversation (const TlImportRow *row,
                    const char        *id,
                    TlPerson          *person,
                    TlDate             date)
{
  TlImport *self = row->import;
  TlConversation *conversation =
    tl_import_index_find (self->index, TL_IMPORT_BY_CONVERSATION_ID, NULL, 0, id, NULL);

  if (conversation == NULL && !is_identity (id))
    conversation = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_CONVERSATION_DATE, person, date, NULL,
                                                   self->claimed);
  if (conversation != NULL)
    return conversation;

  conversation = create (self, TL_TYPE_CONVERSATION, id);
  tl_import_index_add (self->index, TL_IMPORT_BY_CONVERSATION_DATE, person, date, NULL, conversation);
  return conversation;
}

/* Whoever is not in the document is kept by name: many a coach comes from outside. */
static void
set_coach (const TlImportRow *row,
           TlConversation    *edited)
{
  g_autofree char *name = tl_import_row_dup_name (row, TL_CSV_FIELD_COACH, NULL);
  TlPerson *coach;

  if (*name == '\0')
    return;

  coach = tl_import_find_person (row, TL_CSV_FIELD_COACH, NULL, name);
  tl_conversation_set_coach (edited, coach);
  tl_conversation_set_coach_name (edited, coach == NULL ? name : NULL);
}

static void
set_conversation_texts (const TlImportRow *row,
                        TlConversation    *edited)
{
  g_autofree char *question_set = tl_import_row_dup_name (row, TL_CSV_FIELD_QUESTION_SET, NULL);
  g_autofree char *place = tl_import_row_dup_name (row, TL_CSV_FIELD_PLACE, NULL);
  g_autofree char *skipped = tl_import_row_dup_block (row, TL_CSV_FIELD_SKIPPED);
  g_autofree char *open_questions = tl_import_row_dup_block (row, TL_CSV_FIELD_OPEN_QUESTIONS);
  g_autofree char *private_notes = tl_import_row_dup_block (row, TL_CSV_FIELD_PRIVATE_NOTES);

  if (*question_set != '\0')
    tl_conversation_set_question_set (edited, question_set);
  if (*place != '\0')
    tl_conversation_set_place (edited, place);
  if (*skipped != '\0')
    tl_conversation_set_skipped (edited, skipped);
  if (*open_questions != '\0')
    tl_conversation_set_open_questions (edited, open_questions);
  if (*private_notes != '\0')
    tl_conversation_set_private_notes (edited, private_notes);
}

/**
 * tl_import_read_conversation:
 * @row: a row of a file of conversations
 */
void
tl_import_read_conversation (const TlImportRow *row)
{
  g_autofree char *id = tl_import_row_dup_name (row, TL_CSV_FIELD_CONVERSATION_ID, NULL);
  TlPerson *person = get_person (row);
  TlConversation *conversation;
  TlConversation *edited;
  TlDate date, look_again;
  int state;

  if (person == NULL)
    return;
  if (!tl_import_row_has (row, TL_CSV_FIELD_DATE))
    tl_import_row_skip (row, TL_CSV_FIELD_DATE, _("The conversation has no date, and was left out."));
  if (!tl_import_row_get_date (row, TL_CSV_FIELD_DATE, &date))
    return;

  conversation = match_conversation (row, id, person, date);
  if (!claim (row, TL_CSV_FIELD_CONVERSATION_ID, TL_IMPORT_BY_CONVERSATION_ID, id, conversation))
    return;

  edited = tl_import_edit (row->import, conversation);
  tl_conversation_set_person (edited, person);
  tl_conversation_set_date (edited, date);
  set_coach (row, edited);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_STATUS, TL_TYPE_CONVERSATION_STATE, &state))
    tl_conversation_set_state (edited, state);
  if (tl_import_row_get_date (row, TL_CSV_FIELD_LOOK_AGAIN, &look_again))
    tl_conversation_set_look_again (edited, look_again);
  set_conversation_texts (row, edited);
}

static TlConversation *
get_conversation (const TlImportRow *row)
{
  g_autofree char *id = tl_import_row_dup_name (row, TL_CSV_FIELD_CONVERSATION_ID, NULL);
  TlConversation *conversation =
    tl_import_index_find (row->import->index, TL_IMPORT_BY_CONVERSATION_ID, NULL, 0, id, NULL);

  if (conversation == NULL && *id == '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_CONVERSATION_ID, _("The row names no conversation here."));
  else if (conversation == NULL)
    tl_import_row_skip (row, TL_CSV_FIELD_CONVERSATION_ID,
                        _("There is no conversation “%s”, in the document or in these files."),
                        tl_import_quote (row->import, id));

  return conversation;
}

static TlStatement *
match_statement (const TlImportRow *row,
                 const char        *id,
                 TlConversation    *conversation,
                 const char        *text)
{
  TlImport *self = row->import;
  TlStatement *statement = tl_import_index_find (self->index, TL_IMPORT_BY_STATEMENT_ID, NULL, 0, id, NULL);
  g_autofree char *key = tl_csv_value_key (text);

  if (statement == NULL && !is_identity (id))
    statement = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_STATEMENT_TEXT, conversation, 0, key,
                                                self->claimed);
  if (statement != NULL)
    return statement;

  statement = create (self, TL_TYPE_STATEMENT, id);
  tl_import_index_add (self->index, TL_IMPORT_BY_STATEMENT_TEXT, conversation, 0, key, statement);
  return statement;
}

static void
set_statement_texts (const TlImportRow *row,
                     TlStatement       *edited)
{
  static const struct { TlCsvField field; void (*set) (TlStatement *self, const char *text); } texts[] = {
    { TL_CSV_FIELD_QUESTION, tl_statement_set_question },
    { TL_CSV_FIELD_WHO, tl_statement_set_who },
    { TL_CSV_FIELD_DETAIL, tl_statement_set_detail },
    { TL_CSV_FIELD_SKILLS, tl_statement_set_skills },
    { TL_CSV_FIELD_LEARNED, tl_statement_set_learned },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tl_import_row_dup_block (row, texts[i].field);

      if (*text != '\0')
        texts[i].set (edited, text);
    }
}

/* Which column it stands in, and where */
static void
set_statement_place (const TlImportRow *row,
                     TlStatement       *edited)
{
  int facet, beneficiary;
  gboolean reputation;
  double position;

  if (tl_import_row_get_choice (row, TL_CSV_FIELD_FACET, TL_TYPE_FACET, &facet))
    tl_statement_set_facet (edited, facet);
  if (tl_statement_get_facet (edited) != TL_FACET_RESULT)
    tl_statement_set_reputation (edited, FALSE);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_BENEFICIARY, TL_TYPE_BENEFICIARY, &beneficiary))
    tl_statement_set_beneficiary (edited, beneficiary);
  if (tl_import_row_get_number (row, TL_CSV_FIELD_POSITION, &position, NULL, NULL))
    tl_statement_set_position (edited, position);
  if (!tl_import_row_get_boolean (row, TL_CSV_FIELD_REPUTATION, &reputation))
    return;

  if (!reputation || tl_statement_get_facet (edited) == TL_FACET_RESULT)
    tl_statement_set_reputation (edited, reputation);
  else
    tl_import_row_skip (row, TL_CSV_FIELD_REPUTATION, _("Only a result can be a reputation."));
}

static void
set_statement_action (const TlImportRow *row,
                      TlStatement       *edited)
{
  g_autofree char *reference = tl_import_row_dup_name (row, TL_CSV_FIELD_GOAL_ID, NULL);
  TlGoal *goal = *reference != '\0' ? tl_import_find_goal (row->import, reference) : NULL;
  gboolean agreed;
  TlDate due;
  int state;

  if (tl_import_row_get_date (row, TL_CSV_FIELD_DUE, &due))
    tl_statement_set_due (edited, due);
  if (tl_import_row_get_boolean (row, TL_CSV_FIELD_AGREED, &agreed))
    tl_statement_set_agreed (edited, agreed);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_STATUS, TL_TYPE_ACTION_STATE, &state))
    tl_statement_set_action_state (edited, state);
  if (goal != NULL)
    tl_statement_set_goal (edited, goal);
  else if (*reference != '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_GOAL_ID, _("There is no goal “%s”, in the document or in these files."),
                        tl_import_quote (row->import, reference));
}

/**
 * tl_import_read_statement:
 * @row: a row of a file of statements
 */
void
tl_import_read_statement (const TlImportRow *row)
{
  TlConversation *conversation = get_conversation (row);
  g_autofree char *id = tl_import_row_dup_name (row, TL_CSV_FIELD_STATEMENT_ID, NULL);
  g_autofree char *text = NULL;
  TlStatement *statement;
  TlStatement *edited;
  gboolean too_long;

  if (conversation == NULL)
    return;

  text = tl_import_row_dup_line (row, TL_CSV_FIELD_STATEMENT, TL_ANSWER_MAX_LENGTH, &too_long);
  if (*text == '\0')
    {
      if (!too_long)
        tl_import_row_skip (row, TL_CSV_FIELD_STATEMENT, _("The row has no statement."));
      return;
    }

  statement = match_statement (row, id, conversation, text);
  if (!claim (row, TL_CSV_FIELD_STATEMENT_ID, TL_IMPORT_BY_STATEMENT_ID, id, statement))
    return;

  edited = tl_import_edit (row->import, statement);
  tl_statement_set_conversation (edited, conversation);
  tl_statement_set_text (edited, text);
  set_statement_place (row, edited);
  set_statement_texts (row, edited);
  set_statement_action (row, edited);
}

/* "work:B-2" with the identity of what the files call B-2; a key without a statement, or with one that nobody knows,
 * as it is. */
static char *
settle_key (TlImport   *self,
            const char *key)
{
  const char *colon = strchr (key, ':');
  TlEntity *about =
    colon != NULL ? tl_import_index_find (self->index, TL_IMPORT_BY_STATEMENT_ID, NULL, 0, colon + 1, NULL) : NULL;

  if (about == NULL)
    return g_strdup (key);

  return g_strdup_printf ("%.*s:%s", (int) (colon - key), key, tl_entity_get_id (about));
}

static void
settle_property (TlImport   *self,
                 TlEntity   *edited,
                 const char *property)
{
  g_autofree char *keys = NULL;
  g_autofree char *settled = NULL;
  g_auto (GStrv) lines = NULL;

  g_object_get (edited, property, &keys, NULL);
  if (keys == NULL || strchr (keys, ':') == NULL)
    return;

  lines = g_strsplit (keys, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = lines[i];

      lines[i] = settle_key (self, line);
    }
  settled = g_strjoinv ("\n", lines);
  g_object_set (edited, property, settled, NULL);
}

static void
settle_entity (TlImport *self,
               gpointer  entity)
{
  gpointer edited = tl_import_view (self, entity);

  if (TL_IS_STATEMENT (entity))
    settle_property (self, edited, "question");
  if (!TL_IS_CONVERSATION (entity))
    return;

  settle_property (self, edited, "place");
  settle_property (self, edited, "skipped");
}

/**
 * tl_import_settle_questions:
 * @self: an import whose files of statements have been read
 *
 * Lets the keys of questions name the statements that they are about.
 */
void
tl_import_settle_questions (TlImport *self)
{
  for (guint i = 0; i < self->added->len; i++)
    settle_entity (self, g_ptr_array_index (self->added, i));
  for (guint i = 0; i < self->shadowed->len; i++)
    settle_entity (self, g_ptr_array_index (self->shadowed, i));
}

static TlStatement *
get_statement (const TlImportRow *row,
               TlCsvField         field)
{
  g_autofree char *id = tl_import_row_dup_name (row, field, NULL);
  TlStatement *statement = tl_import_index_find (row->import->index, TL_IMPORT_BY_STATEMENT_ID, NULL, 0, id, NULL);

  if (statement == NULL && *id == '\0')
    tl_import_row_skip (row, field, _("The row names no statement here."));
  else if (statement == NULL)
    tl_import_row_skip (row, field, _("There is no statement “%s”, in the document or in these files."),
                        tl_import_quote (row->import, id));

  return statement;
}

/* Returns why the two cannot be linked, or NULL. */
static const char *
find_fault (TlImport    *self,
            TlStatement *from,
            TlStatement *to,
            gboolean     loop)
{
  TlFacet helps = tl_statement_get_facet (tl_import_view (self, from));
  TlFacet is_helped = tl_statement_get_facet (tl_import_view (self, to));

  if (from == to)
    return _("A statement does not help itself.");
  if (tl_statement_get_conversation (tl_import_view (self, from)) !=
      tl_statement_get_conversation (tl_import_view (self, to)))
    return _("The statements are of two conversations.");
  if (helps == TL_FACET_UNSET || is_helped == TL_FACET_UNSET)
    return _("A note is not part of the frame, and has no links.");
  if (loop && (helps != TL_FACET_RESULT || is_helped != TL_FACET_IMPACT))
    return _("A loop leads from a result back to an impact.");
  if (!loop && helps > is_helped)
    return _("Links lead from work to impact to result; back there is only a loop.");

  return NULL;
}

static TlLinkGraph *
collect_links (TlImport *self)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_STATEMENT_LINK);
  TlLinkGraph *graph = tl_link_graph_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlStatementLink) link = g_list_model_get_item (list, i);

      if (!tl_statement_link_get_loop (link))
        tl_link_graph_add (graph, tl_statement_link_get_from (link), tl_statement_link_get_to (link));
    }

  return graph;
}

static gboolean
goes_round (const TlImportRow *row,
            TlStatement       *from,
            TlStatement       *to)
{
  TlImport *self = row->import;
  g_autoptr (GPtrArray) circle = NULL;
  g_autofree char *names = NULL;

  if (self->statement_graph == NULL)
    self->statement_graph = collect_links (self);

  circle = tl_link_graph_find_loop (self->statement_graph, from, to);
  if (circle == NULL)
    {
      tl_link_graph_add (self->statement_graph, from, to);
      return FALSE;
    }

  names = tl_link_graph_name_loop (circle);
  tl_import_row_skip (row, TL_CSV_FIELD_TO, _("This link would close the loop %s, and was left out."), names);
  return TRUE;
}

/**
 * tl_import_read_statement_link:
 * @row: a row of a file of links between statements
 */
void
tl_import_read_statement_link (const TlImportRow *row)
{
  TlImport *self = row->import;
  TlStatement *from = get_statement (row, TL_CSV_FIELD_FROM);
  TlStatement *to = from != NULL ? get_statement (row, TL_CSV_FIELD_TO) : NULL;
  TlStatementLink *link;
  const char *fault;
  const char *kind;
  gboolean loop = FALSE;

  if (to == NULL)
    return;

  tl_import_row_get_boolean (row, TL_CSV_FIELD_LOOP, &loop);
  fault = find_fault (self, from, to, loop);
  if (fault != NULL)
    {
      tl_import_row_skip (row, TL_CSV_FIELD_TO, "%s", fault);
      return;
    }

  kind = loop ? "loop" : NULL;
  link = tl_import_index_find (self->index, TL_IMPORT_BY_STATEMENT_LINK, from, GPOINTER_TO_SIZE (to), kind, NULL);
  if (link != NULL)
    {
      tl_import_edit (self, link);
      return;
    }
  if (!loop && goes_round (row, from, to))
    return;

  link = tl_import_create (self, TL_TYPE_STATEMENT_LINK);
  tl_statement_link_set_from (link, from);
  tl_statement_link_set_to (link, to);
  tl_statement_link_set_loop (link, loop);
  tl_import_index_add (self->index, TL_IMPORT_BY_STATEMENT_LINK, from, GPOINTER_TO_SIZE (to), kind, link);
}
