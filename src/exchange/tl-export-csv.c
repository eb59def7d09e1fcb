/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes our own CSV layouts, which the importer reads.
 *
 * UTF-8 with a byte order mark, because spreadsheets guess wrong without one; numbers with a point and dates as
 * year-month-day, whatever the language.  Text that a spreadsheet would run as a formula gets an apostrophe in
 * front; reading takes exactly that apostrophe off again (tl_csv_value_disarm()).
 *
 * Everything is written to memory first: a document of 10,000 goals is a few megabytes, and a folder of files is
 * only touched when all of them could be made.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-csv-value.h"
#include "tl-enum-types.h"
#include "tl-export-csv.h"
#include "tl-export-csv-private.h"
#include "tl-export-file.h"
#include "tl-statement-link.h"
#include "tl-vocabulary.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static void
write_cell (TlCsvWriter *self,
            const char  *cell)
{
  if (!self->at_start)
    g_string_append_c (self->text, ',');
  self->at_start = FALSE;

  if (strpbrk (cell, ",;\t\"\r\n") == NULL && *cell != ' ')
    {
      g_string_append (self->text, cell);
      return;
    }

  g_string_append_c (self->text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *cell);
    }
  g_string_append_c (self->text, '"');
}

/**
 * tl_csv_writer_text:
 * @self: a writer
 * @text: (nullable): text, which is disarmed
 */
void
tl_csv_writer_text (TlCsvWriter *self,
                    const char  *text)
{
  g_autofree char *cell = tl_csv_value_disarm (text != NULL ? text : "");

  write_cell (self, cell);
}

/**
 * tl_csv_format_number:
 * @number: a number that is known
 *
 * Returns: (transfer full): the shorter of two forms that gives the same number when it is read
 */
char *
tl_csv_format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_dtostr (text, sizeof text, number);

  return g_strdup (text);
}

/**
 * tl_csv_writer_number:
 * @self: a writer
 * @number: a number, or NAN for an empty cell
 */
void
tl_csv_writer_number (TlCsvWriter *self,
                      double       number)
{
  g_autofree char *cell = isnan (number) ? g_strdup ("") : tl_csv_format_number (number);

  write_cell (self, cell);
}

/**
 * tl_csv_writer_date:
 * @self: a writer
 * @date: a day, or %TL_DATE_NONE for an empty cell
 */
void
tl_csv_writer_date (TlCsvWriter *self,
                    TlDate       date)
{
  char cell[TL_DATE_STRING_SIZE] = "";

  if (date != TL_DATE_NONE)
    tl_date_to_string (date, cell);

  write_cell (self, cell);
}

/**
 * tl_csv_writer_boolean:
 * @self: a writer
 * @value: yes or no
 */
void
tl_csv_writer_boolean (TlCsvWriter *self,
                       gboolean     value)
{
  write_cell (self, value ? "yes" : "no");
}

/**
 * tl_csv_writer_choice:
 * @self: a writer
 * @type: one of the model's enumerations
 * @value: one of its values
 * @silent: the value that is an empty cell, or -1
 */
void
tl_csv_writer_choice (TlCsvWriter *self,
                      GType        type,
                      int          value,
                      int          silent)
{
  write_cell (self, value != silent ? tl_enum_to_nick (type, value) : "");
}

/**
 * tl_csv_writer_end_row:
 * @self: a writer
 */
void
tl_csv_writer_end_row (TlCsvWriter *self)
{
  g_string_append_c (self->text, '\n');
  self->at_start = TRUE;
}

/**
 * tl_export_csv_goal_id:
 * @goal: a goal
 *
 * Returns: (transfer none): what other rows call it: the id it came with, else its identity
 */
const char *
tl_export_csv_goal_id (TlGoal *goal)
{
  const char *reference = tl_goal_get_reference (goal);

  return reference != NULL && *reference != '\0' ? reference : tl_entity_get_id (TL_ENTITY (goal));
}

/**
 * tl_export_csv_organisation:
 * @model: the model of a document
 * @organisation: (nullable): one of its organisations
 *
 * Returns: (transfer none) (nullable): what other rows call it; nothing for our own
 */
const char *
tl_export_csv_organisation (TlModel        *model,
                            TlOrganisation *organisation)
{
  if (organisation == NULL || organisation == tl_model_get_organisation (model))
    return NULL;

  return tl_party_get_name (TL_PARTY (organisation));
}

static const char *
get_name (gpointer party)
{
  return party != NULL ? tl_party_get_name (party) : NULL;
}

static void
write_organisation (TlCsvWriter *writer,
                    TlModel     *model,
                    gpointer     entity)
{
  tl_csv_writer_text (writer, get_name (entity));
  tl_csv_writer_choice (writer, TL_TYPE_ORGANISATION_KIND, tl_organisation_get_kind (entity), -1);
  tl_csv_writer_text (writer, tl_organisation_get_notes (entity));
}

static void
write_unit (TlCsvWriter *writer,
            TlModel     *model,
            gpointer     entity)
{
  tl_csv_writer_text (writer, get_name (entity));
  tl_csv_writer_choice (writer, TL_TYPE_UNIT_KIND, tl_unit_get_kind (entity), -1);
  tl_csv_writer_text (writer, get_name (tl_unit_get_parent (entity)));
  tl_csv_writer_text (writer, tl_export_csv_organisation (model, tl_unit_get_organisation (entity)));
}

/* Somebody by what is least likely to be shared: the id, the e-mail address, the name. */
static const char *
call_person (TlPerson *person)
{
  const char *reference = person != NULL ? tl_person_get_reference (person) : NULL;
  const char *email = person != NULL ? tl_person_get_email (person) : NULL;

  if (reference != NULL && *reference != '\0')
    return reference;

  return email != NULL && *email != '\0' ? email : get_name (person);
}

static void
write_person (TlCsvWriter *writer,
              TlModel     *model,
              gpointer     entity)
{
  tl_csv_writer_text (writer, get_name (entity));
  tl_csv_writer_text (writer, tl_person_get_role (entity));
  tl_csv_writer_text (writer, get_name (tl_person_get_unit (entity)));
  tl_csv_writer_text (writer, call_person (tl_person_get_manager (entity)));
  tl_csv_writer_text (writer, tl_person_get_email (entity));
  tl_csv_writer_text (writer, tl_person_get_reference (entity));
  tl_csv_writer_text (writer, tl_export_csv_organisation (model, tl_person_get_organisation (entity)));
  tl_csv_writer_number (writer, tl_person_get_capacity (entity));
  tl_csv_writer_text (writer, tl_person_get_notes (entity));
  if (writer->has_private)
    tl_csv_writer_text (writer, tl_person_get_private_notes (entity));
}

static void
write_cycle (TlCsvWriter *writer,
             TlModel     *model,
             gpointer     entity)
{
  tl_csv_writer_text (writer, tl_cycle_get_name (entity));
  tl_csv_writer_date (writer, tl_cycle_get_start (entity));
  tl_csv_writer_date (writer, tl_cycle_get_end (entity));
}

static void
write_contribution (TlCsvWriter *writer,
                    TlModel     *model,
                    gpointer     entity)
{
  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_contribution_get_from (entity)));
  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_contribution_get_to (entity)));
  tl_csv_writer_number (writer, tl_contribution_get_weight (entity));
  tl_csv_writer_boolean (writer, tl_contribution_get_critical (entity));
  tl_csv_writer_text (writer, tl_contribution_get_rationale (entity));
}

static void
write_reading (TlCsvWriter *writer,
               TlModel     *model,
               gpointer     entity)
{
  TlMeasure *measure = tl_reading_get_measure (entity);

  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_measure_get_goal (measure)));
  tl_csv_writer_text (writer, tl_measure_get_name (measure));
  tl_csv_writer_date (writer, tl_reading_get_date (entity));
  tl_csv_writer_number (writer, tl_reading_get_value (entity));
  tl_csv_writer_text (writer, tl_reading_get_note (entity));
}

static void
write_tension (TlCsvWriter *writer,
               TlModel     *model,
               gpointer     entity)
{
  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_tension_get_first (entity)));
  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_tension_get_second (entity)));
  tl_csv_writer_text (writer, tl_tension_get_reason (entity));
}

static void
write_check_in (TlCsvWriter *writer,
                TlModel     *model,
                gpointer     entity)
{
  tl_csv_writer_text (writer, tl_export_csv_goal_id (tl_check_in_get_goal (entity)));
  tl_csv_writer_date (writer, tl_check_in_get_date (entity));
  tl_csv_writer_number (writer, tl_check_in_get_confidence (entity));
  tl_csv_writer_text (writer, tl_check_in_get_learned (entity));
}

static void
write_conversation (TlCsvWriter *writer,
                    TlModel     *model,
                    gpointer     entity)
{
  TlPerson *coach = tl_conversation_get_coach (entity);

  tl_csv_writer_text (writer, tl_entity_get_id (entity));
  tl_csv_writer_text (writer, call_person (tl_conversation_get_person (entity)));
  tl_csv_writer_date (writer, tl_conversation_get_date (entity));
  tl_csv_writer_text (writer, coach != NULL ? call_person (coach) : tl_conversation_get_coach_name (entity));
  tl_csv_writer_choice (writer, TL_TYPE_CONVERSATION_STATE, tl_conversation_get_state (entity), -1);
  tl_csv_writer_text (writer, tl_conversation_get_question_set (entity));
  tl_csv_writer_text (writer, tl_conversation_get_place (entity));
  tl_csv_writer_text (writer, tl_conversation_get_skipped (entity));
  tl_csv_writer_text (writer, tl_conversation_get_open_questions (entity));
  tl_csv_writer_date (writer, tl_conversation_get_look_again (entity));
  tl_csv_writer_text (writer, tl_conversation_get_private_notes (entity));
}

static void
write_statement (TlCsvWriter *writer,
                 TlModel     *model,
                 gpointer     entity)
{
  TlGoal *goal = tl_statement_get_goal (entity);

  tl_csv_writer_text (writer, tl_entity_get_id (TL_ENTITY (tl_statement_get_conversation (entity))));
  tl_csv_writer_text (writer, tl_entity_get_id (entity));
  tl_csv_writer_text (writer, tl_statement_get_text (entity));
  tl_csv_writer_choice (writer, TL_TYPE_FACET, tl_statement_get_facet (entity), TL_FACET_UNSET);
  tl_csv_writer_boolean (writer, tl_statement_get_reputation (entity));
  tl_csv_writer_choice (writer, TL_TYPE_BENEFICIARY, tl_statement_get_beneficiary (entity), TL_BENEFICIARY_UNSET);
  tl_csv_writer_text (writer, tl_statement_get_question (entity));
  tl_csv_writer_number (writer, tl_statement_get_position (entity));
  tl_csv_writer_text (writer, tl_statement_get_who (entity));
  tl_csv_writer_text (writer, tl_statement_get_detail (entity));
  tl_csv_writer_text (writer, tl_statement_get_skills (entity));
  tl_csv_writer_date (writer, tl_statement_get_due (entity));
  tl_csv_writer_boolean (writer, tl_statement_get_agreed (entity));
  tl_csv_writer_choice (writer, TL_TYPE_ACTION_STATE, tl_statement_get_action_state (entity), -1);
  tl_csv_writer_text (writer, tl_statement_get_learned (entity));
  tl_csv_writer_text (writer, goal != NULL ? tl_export_csv_goal_id (goal) : NULL);
}

static void
write_statement_link (TlCsvWriter *writer,
                      TlModel     *model,
                      gpointer     entity)
{
  tl_csv_writer_text (writer, tl_entity_get_id (TL_ENTITY (tl_statement_link_get_from (entity))));
  tl_csv_writer_text (writer, tl_entity_get_id (TL_ENTITY (tl_statement_link_get_to (entity))));
  tl_csv_writer_boolean (writer, tl_statement_link_get_loop (entity));
}

typedef struct
{
  GType       (*type) (void);
  void        (*write) (TlCsvWriter *writer,
                        TlModel     *model,
                        gpointer     entity);
  TlCsvField    columns[17];
} TlCsvLayout;

static const TlCsvLayout layouts[TL_N_IMPORT_KINDS] = {
  [TL_IMPORT_ORGANISATIONS] = {
    tl_organisation_get_type, write_organisation,
    { TL_CSV_FIELD_ORGANISATION, TL_CSV_FIELD_KIND, TL_CSV_FIELD_NOTE },
  },
  [TL_IMPORT_UNITS] = {
    tl_unit_get_type, write_unit,
    { TL_CSV_FIELD_UNIT, TL_CSV_FIELD_KIND, TL_CSV_FIELD_PARENT_UNIT, TL_CSV_FIELD_ORGANISATION },
  },
  [TL_IMPORT_PEOPLE] = {
    tl_person_get_type, write_person,
    { TL_CSV_FIELD_NAME, TL_CSV_FIELD_ROLE, TL_CSV_FIELD_UNIT, TL_CSV_FIELD_MANAGER, TL_CSV_FIELD_EMAIL,
      TL_CSV_FIELD_PERSON_ID, TL_CSV_FIELD_ORGANISATION, TL_CSV_FIELD_CAPACITY, TL_CSV_FIELD_NOTE,
      TL_CSV_FIELD_PRIVATE_NOTES },
  },
  [TL_IMPORT_CYCLES] = {
    tl_cycle_get_type, write_cycle,
    { TL_CSV_FIELD_CYCLE, TL_CSV_FIELD_START, TL_CSV_FIELD_DUE },
  },
  [TL_IMPORT_CONTRIBUTIONS] = {
    tl_contribution_get_type, write_contribution,
    { TL_CSV_FIELD_FROM, TL_CSV_FIELD_TO, TL_CSV_FIELD_WEIGHT, TL_CSV_FIELD_CRITICAL, TL_CSV_FIELD_RATIONALE },
  },
  [TL_IMPORT_READINGS] = {
    tl_reading_get_type, write_reading,
    { TL_CSV_FIELD_GOAL_ID, TL_CSV_FIELD_MEASURE, TL_CSV_FIELD_DATE, TL_CSV_FIELD_VALUE, TL_CSV_FIELD_NOTE },
  },
  [TL_IMPORT_TENSIONS] = {
    tl_tension_get_type, write_tension,
    { TL_CSV_FIELD_GOAL_ID, TL_CSV_FIELD_PULLS_AGAINST, TL_CSV_FIELD_REASON },
  },
  [TL_IMPORT_CHECK_INS] = {
    tl_check_in_get_type, write_check_in,
    { TL_CSV_FIELD_GOAL_ID, TL_CSV_FIELD_DATE, TL_CSV_FIELD_CONFIDENCE, TL_CSV_FIELD_LEARNED },
  },
  [TL_IMPORT_CONVERSATIONS] = {
    tl_conversation_get_type, write_conversation,
    { TL_CSV_FIELD_CONVERSATION_ID, TL_CSV_FIELD_PERSON, TL_CSV_FIELD_DATE, TL_CSV_FIELD_COACH, TL_CSV_FIELD_STATUS,
      TL_CSV_FIELD_QUESTION_SET, TL_CSV_FIELD_PLACE, TL_CSV_FIELD_SKIPPED, TL_CSV_FIELD_OPEN_QUESTIONS,
      TL_CSV_FIELD_LOOK_AGAIN, TL_CSV_FIELD_PRIVATE_NOTES },
  },
  [TL_IMPORT_STATEMENTS] = {
    tl_statement_get_type, write_statement,
    { TL_CSV_FIELD_CONVERSATION_ID, TL_CSV_FIELD_STATEMENT_ID, TL_CSV_FIELD_STATEMENT, TL_CSV_FIELD_FACET,
      TL_CSV_FIELD_REPUTATION, TL_CSV_FIELD_BENEFICIARY, TL_CSV_FIELD_QUESTION, TL_CSV_FIELD_POSITION, TL_CSV_FIELD_WHO,
      TL_CSV_FIELD_DETAIL, TL_CSV_FIELD_SKILLS, TL_CSV_FIELD_DUE, TL_CSV_FIELD_AGREED, TL_CSV_FIELD_STATUS,
      TL_CSV_FIELD_LEARNED, TL_CSV_FIELD_GOAL_ID },
  },
  [TL_IMPORT_STATEMENT_LINKS] = {
    tl_statement_link_get_type, write_statement_link,
    { TL_CSV_FIELD_FROM, TL_CSV_FIELD_TO, TL_CSV_FIELD_LOOP },
  },
};

static gboolean
is_private_kind (TlImportKind kind)
{
  return kind != TL_IMPORT_GOALS && tl_exchange_type_is_private (layouts[kind].type ());
}

static void
write_layout (TlCsvWriter  *writer,
              TlModel      *model,
              TlImportKind  kind)
{
  const TlCsvLayout *layout = &layouts[kind];
  GListModel *entities = tl_model_get_list (model, layout->type ());

  for (guint i = 0; i < G_N_ELEMENTS (layout->columns) && layout->columns[i] != TL_CSV_FIELD_NONE; i++)
    {
      if (layout->columns[i] != TL_CSV_FIELD_PRIVATE_NOTES || writer->has_private)
        tl_csv_writer_text (writer, tl_csv_columns_get_name (kind, layout->columns[i]));
    }
  tl_csv_writer_end_row (writer);

  if (is_private_kind (kind) && !writer->has_private)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (entities, i);

      layout->write (writer, model, entity);
      tl_csv_writer_end_row (writer);
    }
}

/**
 * tl_export_csv_to_string:
 * @model: the model of a document
 * @kind: which file
 * @flags: what it holds
 *
 * Returns: (transfer full): the file, with a byte order mark; only the names of the columns for conversations without
 *   %TL_EXPORT_PRIVATE_NOTES
 */
char *
tl_export_csv_to_string (TlModel       *model,
                         TlImportKind   kind,
                         TlExportFlags  flags)
{
  TlCsvWriter writer = { NULL, TRUE, (flags & TL_EXPORT_PRIVATE_NOTES) != 0 };

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);
  g_return_val_if_fail (kind > TL_IMPORT_AUTO && kind < TL_N_IMPORT_KINDS, NULL);

  writer.text = g_string_new (BYTE_ORDER_MARK);
  if (kind == TL_IMPORT_GOALS)
    tl_export_csv_goals (&writer, model);
  else
    write_layout (&writer, model, kind);

  return g_string_free (writer.text, FALSE);
}

static gboolean
save_kind (TlModel       *model,
           TlImportKind   kind,
           TlExportFlags  flags,
           GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *text = tl_export_csv_to_string (model, kind, flags);

  return tl_export_file_replace (file, text, strlen (text), cancellable, error);
}

/**
 * tl_export_csv_to_file:
 * @document: a document
 * @target: a file, or a folder that exists
 * @flags: what it holds
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Writes the goals to a file, or every kind to a file of its own in a folder: goals.csv, people.csv and so on;
 * conversations only when private notes are asked for.  Each file is replaced atomically.
 *
 * Returns: whether everything was written
 */
gboolean
tl_export_csv_to_file (TlDocument    *document,
                       GFile         *target,
                       TlExportFlags  flags,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TlModel *model;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  model = tl_document_get_model (document);
  if (g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    return save_kind (model, TL_IMPORT_GOALS, flags, target, cancellable, error);

  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (tl_import_kind_to_nick (kind), ".csv", NULL);
      g_autoptr (GFile) file = g_file_get_child (target, name);

      if (is_private_kind (kind) && !(flags & TL_EXPORT_PRIVATE_NOTES))
        continue;
      if (!save_kind (model, kind, flags, file, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
