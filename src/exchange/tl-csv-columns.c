/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a file holds what, and what the rows of the file are.
 *
 * Columns are known by their names, never by their places: letter case, spaces and punctuation do not count, and
 * each field has the names that other programs give it.  Our own name goes before an alias when a file has both.
 * What the rows are is the kind of which most columns are recognised, among those whose needed columns are there.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-csv-columns.h"
#include "tl-csv-value.h"
#include "tl-exchange-error.h"

/* @aliases: normalised names, one of them between two bars */
typedef struct
{
  TlImportKind  kind;
  TlCsvField    field;
  gboolean      needed;
  const char   *name;
  const char   *aliases;
} TlCsvFieldName;

#define ORG_ALIASES   "|organization|company|business|"
#define UNIT_ALIASES  "|department|departments|function|team|businessunit|division|regionaloffice|office|"
#define GOAL_ALIASES  "|goal|id|goalref|goalreference|goalidentifier|reference|"
#define START_ALIASES "|start|starts|startdateyyyymmdd|begin|begins|from|"
#define DUE_ALIASES   "|due|end|enddate|deadline|targetdate|dueat|finish|"
#define BASE_ALIASES  "|baseline|startvalue|start|initialvalue|metricstartvalue|"
#define GOAL_VALUE_ALIASES "|target|goalvalue|metrictargetvalue|"
#define VALUE_ALIASES "|currentvalue|value|current|actual|actualvalue|reading|metriccurrentvalue|"

static const TlCsvFieldName field_names[] = {
  { TL_IMPORT_ORGANISATIONS, TL_CSV_FIELD_ORGANISATION, TRUE, "Organisation", ORG_ALIASES "name|" },
  { TL_IMPORT_ORGANISATIONS, TL_CSV_FIELD_KIND, TRUE, "Kind", "|type|relation|" },
  { TL_IMPORT_ORGANISATIONS, TL_CSV_FIELD_NOTE, FALSE, "Notes", "|note|" },

  { TL_IMPORT_UNITS, TL_CSV_FIELD_UNIT, TRUE, "Unit", UNIT_ALIASES "name|unitname|" },
  { TL_IMPORT_UNITS, TL_CSV_FIELD_KIND, FALSE, "Kind", "|type|unitkind|unittype|" },
  { TL_IMPORT_UNITS, TL_CSV_FIELD_PARENT_UNIT, FALSE, "Parent Unit", "|parent|partof|belongsto|parentdepartment|" },
  { TL_IMPORT_UNITS, TL_CSV_FIELD_ORGANISATION, FALSE, "Organisation", ORG_ALIASES },

  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_NAME, TRUE, "Name", "|fullname|person|employee|employeename|displayname|salesagent|firstname|givenname|forename|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_SURNAME, FALSE, "Last Name", "|surname|familyname|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_ROLE, FALSE, "Job Title", "|role|title|position|post|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_UNIT, FALSE, "Unit", UNIT_ALIASES },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_MANAGER, FALSE, "Manager", "|managername|manageremail|managerid|reportsto|reportstoseniorpost|linemanager|supervisor|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_EMAIL, FALSE, "Email", "|emailaddress|mail|workemail|contactemail|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_PERSON_ID, FALSE, "Person ID", "|id|employeeid|employeenumber|staffid|postuniquereference|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_ORGANISATION, FALSE, "Organisation", ORG_ALIASES },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_CAPACITY, FALSE, "Capacity", "|hours|hoursperweek|hoursaweek|weeklyhours|weeklycapacity|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_NOTE, FALSE, "Notes", "|note|" },
  { TL_IMPORT_PEOPLE, TL_CSV_FIELD_PRIVATE_NOTES, FALSE, "Private Notes", "|privatenote|" },

  { TL_IMPORT_CYCLES, TL_CSV_FIELD_CYCLE, TRUE, "Cycle", "|name|cyclename|period|goalcycle|" },
  { TL_IMPORT_CYCLES, TL_CSV_FIELD_START, TRUE, "Start Date", START_ALIASES },
  { TL_IMPORT_CYCLES, TL_CSV_FIELD_DUE, TRUE, "End Date", "|duedate|to|" DUE_ALIASES },

  { TL_IMPORT_GOALS, TL_CSV_FIELD_GOAL_ID, FALSE, "Goal ID", "|id|goalidentifier|goalref|goalreference|identifier|okrreference|reference|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_CONTRIBUTES_TO, FALSE, "Contributes To", "|parentids|parentid|parentgoalids|parentgoalid|parents|parent|parentgoal|parentgoals|parentokr|alignedto|supports|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_WEIGHT, FALSE, "Weight", "|weights|contributionweight|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_CRITICAL, FALSE, "Critical", "|iscritical|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_RATIONALE, FALSE, "Rationale", "|howdoesithelp|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_FACET, FALSE, "Facet", "|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_LEVEL, FALSE, "Level", "|scope|goallevel|layer|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_ORGANISATION, FALSE, "Organisation", ORG_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_UNIT, FALSE, "Unit", UNIT_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_OWNER, FALSE, "Owner", "|ownername|owneremail|owneremails|owneremailid|assignee|individualemails|responsible|accountable|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_TITLE, TRUE, "Title", "|goaltitle|goal|goalname|objective|objectivetitle|okr|okrtitle|name|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_DESCRIPTION, FALSE, "Description", "|goaldescription|details|notes|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_PRIVATE_NOTES, FALSE, "Private Notes", "|privatenote|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_CATEGORY, FALSE, "Category", "|categories|theme|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_BENEFICIARY, FALSE, "Beneficiary", "|forwhom|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_STRETCH, FALSE, "Stretch", "|stretchgoal|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_ROLLUP, FALSE, "Roll-up", "|rolluprule|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_CYCLE, FALSE, "Cycle", "|goalcycle|period|timeperiod|quarter|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_START, FALSE, "Start Date", START_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_DUE, FALSE, "Due Date", DUE_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_MEASURE, FALSE, "Measure", "|measurename|keyresult|metric|metricname|indicator|kpi|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_KIND, FALSE, "Kind", "|measurekind|measuretype|metrictype|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_MEASURE_UNIT, FALSE, "Measure Unit", "|unitofmeasure|unitofmeasurement|metricunit|uom|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_DIRECTION, FALSE, "Direction", "|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_LOW, FALSE, "Low", "|lowerlimit|minimum|min|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_HIGH, FALSE, "High", "|upperlimit|maximum|max|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_BASELINE, FALSE, "Starting Value", BASE_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_TARGET, FALSE, "Target Value", GOAL_VALUE_ALIASES },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_VALUE, FALSE, "Current Value", "|current|actual|actualvalue|metriccurrentvalue|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_LEADING, FALSE, "Leading", "|isleading|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_MEASURE_WEIGHT, FALSE, "Measure Weight", "|metricweight|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_MEASURE_START, FALSE, "Measure Start", "|measurestartdate|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_MEASURE_DUE, FALSE, "Measure Due", "|measureduedate|measureend|" },
  { TL_IMPORT_GOALS, TL_CSV_FIELD_STATUS, FALSE, "Status", "|state|progressstatus|goalstatus|" },

  { TL_IMPORT_CONTRIBUTIONS, TL_CSV_FIELD_FROM, TRUE, "From", "|fromgoal|fromgoalid|helper|goalid|child|childid|" },
  { TL_IMPORT_CONTRIBUTIONS, TL_CSV_FIELD_TO, TRUE, "To", "|togoal|togoalid|helped|contributesto|parent|parentid|" },
  { TL_IMPORT_CONTRIBUTIONS, TL_CSV_FIELD_WEIGHT, FALSE, "Weight", "|" },
  { TL_IMPORT_CONTRIBUTIONS, TL_CSV_FIELD_CRITICAL, FALSE, "Critical", "|iscritical|" },
  { TL_IMPORT_CONTRIBUTIONS, TL_CSV_FIELD_RATIONALE, FALSE, "Rationale", "|howdoesithelp|how|why|reason|" },

  { TL_IMPORT_READINGS, TL_CSV_FIELD_GOAL_ID, TRUE, "Goal ID", GOAL_ALIASES },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_MEASURE, FALSE, "Measure", "|measurename|keyresult|metric|metricname|indicator|kpi|" },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_DATE, TRUE, "Date", "|readingdate|asof|day|week|period|" },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_VALUE, TRUE, "Value", VALUE_ALIASES },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_NOTE, FALSE, "Note", "|notes|comment|" },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_BASELINE, FALSE, "Starting Value", BASE_ALIASES },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_TARGET, FALSE, "Target Value", GOAL_VALUE_ALIASES },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_INDICATOR, FALSE, "Indicator Type", "|kind|measurekind|" },
  { TL_IMPORT_READINGS, TL_CSV_FIELD_MEASURE_UNIT, FALSE, "Measure Unit", "|unit|" },

  { TL_IMPORT_TENSIONS, TL_CSV_FIELD_GOAL_ID, TRUE, "Goal ID", GOAL_ALIASES "first|firstgoal|" },
  { TL_IMPORT_TENSIONS, TL_CSV_FIELD_PULLS_AGAINST, TRUE, "Pulls Against", "|against|conflictswith|second|secondgoal|othergoal|" },
  { TL_IMPORT_TENSIONS, TL_CSV_FIELD_REASON, FALSE, "Reason", "|why|note|notes|" },

  { TL_IMPORT_CHECK_INS, TL_CSV_FIELD_GOAL_ID, TRUE, "Goal ID", GOAL_ALIASES },
  { TL_IMPORT_CHECK_INS, TL_CSV_FIELD_DATE, TRUE, "Date", "|checkindate|day|week|" },
  { TL_IMPORT_CHECK_INS, TL_CSV_FIELD_CONFIDENCE, TRUE, "Confidence", "|confidencepercent|" },
  { TL_IMPORT_CHECK_INS, TL_CSV_FIELD_LEARNED, FALSE, "Learned", "|learnt|whatwaslearned|whatwelearned|note|notes|comment|" },

  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_CONVERSATION_ID, FALSE, "Conversation ID", "|conversation|id|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_PERSON, TRUE, "Person", "|with|coachee|name|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_DATE, TRUE, "Date", "|conversationdate|day|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_COACH, FALSE, "Coach", "|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_STATUS, FALSE, "State", "|status|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_QUESTION_SET, FALSE, "Question Set", "|questions|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_PLACE, FALSE, "Place", "|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_SKIPPED, FALSE, "Skipped", "|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_OPEN_QUESTIONS, FALSE, "Open Questions", "|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_LOOK_AGAIN, FALSE, "Look Again", "|nextdate|nextconversation|" },
  { TL_IMPORT_CONVERSATIONS, TL_CSV_FIELD_PRIVATE_NOTES, FALSE, "Private Notes", "|privatenote|" },

  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_CONVERSATION_ID, TRUE, "Conversation ID", "|conversation|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_STATEMENT_ID, FALSE, "Statement ID", "|id|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_STATEMENT, TRUE, "Statement", "|text|words|answer|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_FACET, FALSE, "Facet", "|column|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_REPUTATION, FALSE, "Reputation", "|isreputation|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_BENEFICIARY, FALSE, "Beneficiary", "|forwhom|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_QUESTION, FALSE, "Question", "|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_POSITION, FALSE, "Position", "|order|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_WHO, FALSE, "Who", "|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_DETAIL, FALSE, "Detail", "|details|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_SKILLS, FALSE, "Skills", "|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_DUE, FALSE, "Due Date", DUE_ALIASES "bywhen|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_AGREED, FALSE, "Agreed", "|isagreed|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_STATUS, FALSE, "Action State", "|state|status|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_LEARNED, FALSE, "Learned", "|learnt|whatcameofit|" },
  { TL_IMPORT_STATEMENTS, TL_CSV_FIELD_GOAL_ID, FALSE, "Goal ID", "|goal|becamegoal|" },

  { TL_IMPORT_STATEMENT_LINKS, TL_CSV_FIELD_FROM, TRUE, "From Statement", "|fromstatementid|" },
  { TL_IMPORT_STATEMENT_LINKS, TL_CSV_FIELD_TO, TRUE, "To Statement", "|tostatementid|" },
  { TL_IMPORT_STATEMENT_LINKS, TL_CSV_FIELD_LOOP, FALSE, "Loop", "|isloop|" },
};

/**
 * tl_csv_columns_normalise:
 * @header: the name of a column
 *
 * Returns: (transfer full): @header without regard to case, spaces and punctuation, and without what stands in
 *   brackets behind it
 */
char *
tl_csv_columns_normalise (const char *header)
{
  g_autofree char *key = tl_csv_value_key (header);
  g_autoptr (GString) normal = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' && normal->len > 0)
        break;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (normal, c);
    }

  return g_string_free (g_steal_pointer (&normal), FALSE);
}

/* What the person said the column is goes before its own name. */
static char *
find_key (TlCsvTable *table,
          guint       column,
          GHashTable *mappings)
{
  g_autofree char *key = tl_csv_columns_normalise (tl_csv_table_get_header (table, column));
  const char *mapped = mappings != NULL ? g_hash_table_lookup (mappings, key) : NULL;

  return mapped != NULL ? tl_csv_columns_normalise (mapped) : g_steal_pointer (&key);
}

static gboolean
is_alias (const TlCsvFieldName *name,
          const char           *key)
{
  g_autofree char *needle = g_strconcat ("|", key, "|", NULL);

  return strstr (name->aliases, needle) != NULL;
}

static TlCsvField
find_field (TlImportKind  kind,
            const char   *key,
            gboolean      by_alias)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_names) && *key != '\0'; i++)
    {
      g_autofree char *own = NULL;

      if (field_names[i].kind != kind)
        continue;
      if (by_alias && is_alias (&field_names[i], key))
        return field_names[i].field;

      own = tl_csv_columns_normalise (field_names[i].name);
      if (!by_alias && g_str_equal (own, key))
        return field_names[i].field;
    }

  return TL_CSV_FIELD_NONE;
}

static guint
match_columns (TlCsvColumns *self,
               GStrv         keys,
               TlImportKind  kind)
{
  guint n_matched = 0;

  self->kind = kind;
  memset (self->columns, -1, sizeof self->columns);
  memset (self->fields, 0, sizeof (TlCsvField) * MAX (self->n_columns, 1));

  for (guint by_alias = 0; by_alias <= 1; by_alias++)
    for (guint i = 0; i < self->n_columns; i++)
      {
        TlCsvField field = find_field (kind, keys[i], by_alias);

        if (self->fields[i] != TL_CSV_FIELD_NONE || field == TL_CSV_FIELD_NONE || self->columns[field] >= 0)
          continue;
        self->fields[i] = field;
        self->columns[field] = i;
        n_matched++;
      }

  return n_matched;
}

static const TlCsvFieldName *
find_missing (const TlCsvColumns *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (field_names[i].kind == self->kind && field_names[i].needed && self->columns[field_names[i].field] < 0)
      return &field_names[i];

  return NULL;
}

/* One lucky hit among foreign columns does not make a file one of ours, unless it is a title. */
static gboolean
is_enough (const TlCsvColumns *self,
           GStrv               keys,
           guint               n_matched)
{
  if (find_missing (self) != NULL)
    return FALSE;
  if (n_matched >= 2 || n_matched == self->n_columns)
    return TRUE;

  return self->kind == TL_IMPORT_GOALS && !g_str_equal (keys[self->columns[TL_CSV_FIELD_TITLE]], "name");
}

static TlImportKind
guess_kind (TlCsvColumns *self,
            GStrv         keys)
{
  TlImportKind best = TL_IMPORT_AUTO;
  guint best_matched = 0;

  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    {
      guint n_matched = match_columns (self, keys, kind);

      if (n_matched > best_matched && is_enough (self, keys, n_matched))
        {
          best = kind;
          best_matched = n_matched;
        }
    }

  return best;
}

static GStrv
collect_keys (TlCsvTable *table,
              GHashTable *mappings)
{
  guint n_columns = tl_csv_table_get_n_columns (table);
  GStrv keys = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    keys[i] = find_key (table, i, mappings);

  return keys;
}

static char *
quote_headers (TlCsvTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_csv_table_get_n_columns (table) && i < 8; i++)
    {
      g_autofree char *header = g_utf8_substring (tl_csv_table_get_header (table, i), 0,
                                                  MIN (g_utf8_strlen (tl_csv_table_get_header (table, i), -1), 40));

      g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "", header);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_mappings (const TlCsvColumns  *self,
                TlCsvTable          *table,
                GHashTable          *mappings,
                GError             **error)
{
  for (guint i = 0; i < self->n_columns && mappings != NULL; i++)
    {
      g_autofree char *key = tl_csv_columns_normalise (tl_csv_table_get_header (table, i));
      const char *mapped = g_hash_table_lookup (mappings, key);

      if (mapped == NULL || *mapped == '\0' || self->fields[i] != TL_CSV_FIELD_NONE)
        continue;

      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER,
                   _("The column “%s” of “%s” cannot be read as “%s”: a file of %s has no such field, or another column has it."),
                   tl_csv_table_get_header (table, i), tl_csv_table_get_name (table), mapped,
                   tl_import_kind_to_label (self->kind));
      return FALSE;
    }

  return TRUE;
}

static void
set_header_error (TlCsvColumns  *self,
                  TlCsvTable    *table,
                  TlImportKind   as,
                  GError       **error)
{
  g_autofree char *headers = quote_headers (table);
  guint line = tl_csv_table_get_header_line (table);

  if (as == TL_IMPORT_AUTO)
    g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER,
                 _("The columns of “%s” are not ones we know. Line %u names them %s. A file of goals needs a column “Title”, one of people “Name”: rename the columns, or say which column is which."),
                 tl_csv_table_get_name (table), line, headers);
  else
    g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER,
                 _("“%s” has no column “%s”, which a file of %s needs. Line %u names %s: rename the column, or say which one it is."),
                 tl_csv_table_get_name (table), find_missing (self)->name, tl_import_kind_to_label (as), line, headers);
}

/**
 * tl_csv_columns_new:
 * @table: a table
 * @as: what its rows are, or %TL_IMPORT_AUTO
 * @mappings: (nullable) (element-type utf8 utf8): from the normalised name of a column to the name of the field it
 *   holds; an empty name leaves the column out
 * @error: return location for a #TlExchangeError
 *
 * Finds out which column holds what.
 *
 * Returns: (transfer full) (nullable): the columns; %NULL when what is needed cannot be found
 */
TlCsvColumns *
tl_csv_columns_new (TlCsvTable    *table,
                    TlImportKind   as,
                    GHashTable    *mappings,
                    GError       **error)
{
  g_autoptr (TlCsvColumns) self = NULL;
  g_auto (GStrv) keys = NULL;
  TlImportKind kind;

  g_return_val_if_fail (TL_IS_CSV_TABLE (table), NULL);

  self = g_new0 (TlCsvColumns, 1);
  self->n_columns = tl_csv_table_get_n_columns (table);
  self->fields = g_new0 (TlCsvField, MAX (self->n_columns, 1));
  keys = collect_keys (table, mappings);

  kind = as != TL_IMPORT_AUTO ? as : guess_kind (self, keys);
  if (kind != TL_IMPORT_AUTO)
    match_columns (self, keys, kind);

  if (kind == TL_IMPORT_AUTO || find_missing (self) != NULL)
    {
      set_header_error (self, table, as, error);
      return NULL;
    }
  if (!check_mappings (self, table, mappings, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tl_csv_columns_free:
 * @self: (nullable): columns
 */
void
tl_csv_columns_free (TlCsvColumns *self)
{
  if (self == NULL)
    return;

  g_free (self->fields);
  g_free (self);
}

/**
 * tl_csv_columns_get_name:
 * @kind: a kind of file
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the name we write above such a column; %NULL when files of this kind have none
 */
const char *
tl_csv_columns_get_name (TlImportKind kind,
                         TlCsvField   field)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (field_names[i].kind == kind && field_names[i].field == field)
      return field_names[i].name;

  return NULL;
}

/**
 * tl_csv_columns_describe:
 * @self: the columns of @table
 * @table: a table
 *
 * Returns: (transfer full) (nullable): a sentence that says which columns were left aside, or %NULL when none was
 */
char *
tl_csv_columns_describe (const TlCsvColumns *self,
                         TlCsvTable         *table)
{
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields[i] == TL_CSV_FIELD_NONE && *tl_csv_table_get_header (table, i) != '\0')
      g_string_append_printf (left, "%s“%s”", left->len > 0 ? ", " : "", tl_csv_table_get_header (table, i));

  return left->len > 0 ? g_strdup_printf (_("Columns that were left aside: %s."), left->str) : NULL;
}
