/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the importer share.  tl-import.c tells how they work together. */

#pragma once

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-csv-columns.h"
#include "tl-csv-table.h"
#include "tl-csv-value.h"
#include "tl-import.h"
#include "tl-reading.h"
#include "tl-tension.h"

G_BEGIN_DECLS

/* Longer names and titles are told of and not read: nothing could show them. */
#define TL_IMPORT_MAX_NAME 2000

/**
 * TlImportSource:
 * @table: the rows
 * @columns: which column holds what
 * @decimal: how to read "1.234" in this file
 * @orders: for each column, the order of days and months in it
 * @parents: (nullable): for each row of an outline, the row it stands under, or -1
 * @goals: (nullable): for each row of an outline, its goal, while a plan is made
 * @n_header_lines: how many lines of the table were not in what was pasted
 *
 * One file, or what was pasted.
 */
typedef struct
{
  TlCsvTable      *table;
  TlCsvColumns    *columns;
  TlCsvDecimal     decimal;
  TlCsvDateOrder  *orders;
  int             *parents;
  TlGoal         **goals;
  guint            n_header_lines;
} TlImportSource;

/**
 * TlImportRow:
 *
 * A row of a file, passed by value.
 */
typedef struct
{
  TlImport       *import;
  TlImportSource *source;
  guint           row;
} TlImportRow;

/**
 * TlImportSpace:
 *
 * What entities are looked up by.  The comments say what stands in for scope, number and text.
 */
typedef enum
{
  TL_IMPORT_BY_ORGANISATION_NAME, /* -, -, key of the name */
  TL_IMPORT_BY_UNIT_NAME,         /* organisation or NULL, -, key of the name */
  TL_IMPORT_BY_PERSON_REFERENCE,  /* organisation or NULL, -, reference */
  TL_IMPORT_BY_PERSON_EMAIL,      /* -, -, key of the address */
  TL_IMPORT_BY_PERSON_NAME,       /* organisation or NULL, -, key of the name */
  TL_IMPORT_BY_CYCLE_NAME,        /* -, -, key of the name */
  TL_IMPORT_BY_GOAL_REFERENCE,    /* -, -, reference */
  TL_IMPORT_BY_GOAL_TITLE,        /* owner, -, key of the title */
  TL_IMPORT_BY_MEASURE_NAME,      /* goal, -, key of the name */
  TL_IMPORT_BY_READING_DATE,      /* measure, date, - */
  TL_IMPORT_BY_CONTRIBUTION,      /* goal that helps, goal that is helped, - */
  TL_IMPORT_BY_TENSION,           /* first goal, second goal, - */
  TL_IMPORT_BY_CHECK_IN_DATE,     /* goal, date, - */
  TL_IMPORT_BY_CONVERSATION_ID,   /* -, -, what the files call it */
  TL_IMPORT_BY_CONVERSATION_DATE, /* person, date, - */
  TL_IMPORT_BY_STATEMENT_ID,      /* -, -, what the files call it */
  TL_IMPORT_BY_STATEMENT_TEXT,    /* conversation, -, key of the text */
  TL_IMPORT_BY_STATEMENT_LINK,    /* statement that helps, statement that is helped, "loop" or NULL */
  TL_N_IMPORT_SPACES,
} TlImportSpace;

typedef struct _TlImportIndex TlImportIndex;
typedef struct _TlLinkGraph   TlLinkGraph;

/* A link that waits until everything it could lead to has been read. */
typedef struct
{
  TlImportRow  row;
  TlCsvField   field;
  gpointer     from;
  char        *to;
  TlGoal      *goal;          /* (nullable): in place of @to, where it is known */
  double       weight;
  int          critical;      /* -1 when nothing was said */
  char        *rationale;
} TlImportLink;

/* A current value that waits until the readings have been read. */
typedef struct
{
  TlImportRow  row;
  TlMeasure   *measure;
  double       value;
} TlImportCurrent;

/* What becomes of the entities of one class. */
typedef struct
{
  guint n_added;
  guint n_updated;
  guint n_unchanged;
} TlImportCounts;

struct _TlImport
{
  GObject        parent_instance;

  TlDocument    *document;
  GPtrArray     *sources;           /* TlImportSource, in the order they were given in */
  GHashTable    *mappings;          /* normalised header -> name of a field */
  GHashTable    *used_mappings;
  char          *under_id;          /* what goals without a parent stand under, and whose they are */
  char          *owner_id;

  GCancellable  *cancellable;       /* borrowed, while a plan is made */

  /* The plan: what prepare finds, apply carries out, and the next prepare drops. */
  gboolean       is_prepared;
  guint64        revision;
  TlGoal        *under;             /* as they are in the model now */
  TlParty       *owner;
  GPtrArray     *added;             /* TlEntity that are part of no model yet */
  GHashTable    *added_set;
  GHashTable    *shadows;           /* TlEntity of the model -> its edited double */
  GPtrArray     *shadowed;          /* keys of shadows, in the order they were first edited */
  GHashTable    *provisional;       /* added entities that were only mentioned so far */
  GHashTable    *claimed;           /* entities that a row of the current file stands for */
  TlImportIndex *index;
  GArray        *unit_links;        /* TlImportLink */
  GArray        *manager_links;
  GArray        *goal_links;
  GArray        *currents;          /* TlImportCurrent */
  TlLinkGraph   *statement_graph;   /* NULL until it is needed */
  GStringChunk  *quotes;
  GHashTable    *counts;            /* GType -> TlImportCounts */
  GArray        *skipped;           /* TlImportIssue */
  GArray        *remarks;
};

/* tl-import.c */
void          tl_import_add_outline          (TlImport          *self,
                                              TlCsvTable        *table,
                                              TlCsvColumns      *columns,
                                              int               *parents,
                                              guint              n_header_lines);
gboolean      tl_import_is_cancelled         (TlImport          *self,
                                              guint              step);

/* tl-import-plan.c */
void          tl_import_clear_plan           (TlImport          *self);
gpointer      tl_import_create               (TlImport          *self,
                                              GType              type);
gpointer      tl_import_edit                 (TlImport          *self,
                                              gpointer           entity);
gpointer      tl_import_view                 (TlImport          *self,
                                              gpointer           entity);
void          tl_import_forget_claims        (TlImport          *self);
gboolean      tl_import_is_new               (TlImport          *self,
                                              gpointer           entity);
gboolean      tl_import_plan_is_empty        (TlImport          *self);
TlImportCounts *tl_import_get_counts         (TlImport          *self,
                                              GType              type);
void          tl_import_count                (TlImport          *self);
void          tl_import_carry_out            (TlImport          *self);
void          tl_import_link_clear           (TlImportLink      *link);

/* tl-import-index.c */
TlImportIndex *tl_import_index_new           (TlModel           *model);
void          tl_import_index_free           (TlImportIndex     *self);
void          tl_import_index_add            (TlImportIndex     *self,
                                              TlImportSpace      space,
                                              gconstpointer      scope,
                                              guint64            number,
                                              const char        *text,
                                              gpointer           entity);
gpointer      tl_import_index_find           (TlImportIndex     *self,
                                              TlImportSpace      space,
                                              gconstpointer      scope,
                                              guint64            number,
                                              const char        *text,
                                              guint             *n_found);
gpointer      tl_import_index_find_unclaimed (TlImportIndex     *self,
                                              TlImportSpace      space,
                                              gconstpointer      scope,
                                              guint64            number,
                                              const char        *text,
                                              GHashTable        *claimed);
void          tl_import_index_start_over     (TlImportIndex     *self);

/* tl-import-row.c */
const char   *tl_import_quote                (TlImport          *self,
                                              const char        *text);
void          tl_import_source_sniff         (TlImport          *self,
                                              TlImportSource    *source);
void          tl_import_row_skip             (const TlImportRow *row,
                                              TlCsvField         field,
                                              const char        *format,
                                              ...) G_GNUC_PRINTF (3, 4);
void          tl_import_row_remark           (const TlImportRow *row,
                                              TlCsvField         field,
                                              const char        *format,
                                              ...) G_GNUC_PRINTF (3, 4);
guint         tl_import_row_get_line         (const TlImportRow *row);
const char   *tl_import_row_peek             (const TlImportRow *row,
                                              TlCsvField         field);
gboolean      tl_import_row_has              (const TlImportRow *row,
                                              TlCsvField         field);
char         *tl_import_row_dup_line         (const TlImportRow *row,
                                              TlCsvField         field,
                                              guint              max,
                                              gboolean          *too_long);
char         *tl_import_row_dup_name         (const TlImportRow *row,
                                              TlCsvField         field,
                                              gboolean          *too_long);
char         *tl_import_row_dup_block        (const TlImportRow *row,
                                              TlCsvField         field);
gboolean      tl_import_row_get_number       (const TlImportRow *row,
                                              TlCsvField         field,
                                              double            *value,
                                              TlCsvUnitHint     *hint,
                                              char               currency[TL_CSV_CURRENCY_SIZE]);
gboolean      tl_import_row_get_date         (const TlImportRow *row,
                                              TlCsvField         field,
                                              TlDate            *date);
gboolean      tl_import_row_get_boolean      (const TlImportRow *row,
                                              TlCsvField         field,
                                              gboolean          *value);
gboolean      tl_import_row_get_choice       (const TlImportRow *row,
                                              TlCsvField         field,
                                              GType              type,
                                              int               *value);

/* tl-import-words.c */
gboolean      tl_import_find_word            (GType              type,
                                              const char        *text,
                                              int               *value);
gboolean      tl_import_find_level           (const char        *text,
                                              TlLevel           *level);

/* tl-import-parties.c */
void          tl_import_read_organisation    (const TlImportRow *row);
void          tl_import_read_unit            (const TlImportRow *row);
void          tl_import_read_person          (const TlImportRow *row);
void          tl_import_adopt_name           (TlImport          *self,
                                              TlImportSource    *source);
void          tl_import_link_units           (TlImport          *self);
void          tl_import_link_managers        (TlImport          *self);

/* tl-import-owners.c */
TlOrganisation *tl_import_find_organisation  (const TlImportRow *row,
                                              const char        *name);
TlOrganisation *tl_import_get_row_organisation (const TlImportRow *row);
TlUnit       *tl_import_find_unit            (const TlImportRow *row,
                                              TlOrganisation    *organisation,
                                              const char        *name,
                                              TlUnitKind         kind,
                                              gboolean           is_said);
TlPerson     *tl_import_find_person          (const TlImportRow *row,
                                              TlCsvField         field,
                                              TlOrganisation    *organisation,
                                              const char        *text);
void          tl_import_index_person         (TlImport          *self,
                                              TlPerson          *person);
void          tl_import_index_unit           (TlImport          *self,
                                              TlUnit            *unit);
TlParty      *tl_import_find_owner           (const TlImportRow *row);

/* tl-import-goals.c */
void          tl_import_read_cycle           (const TlImportRow *row);
void          tl_import_read_goal            (const TlImportRow *row,
                                              GHashTable        *seen);
TlGoal       *tl_import_find_goal            (TlImport          *self,
                                              const char        *reference);

/* tl-import-measures.c */
void          tl_import_read_measure         (const TlImportRow *row,
                                              TlGoal            *goal);
void          tl_import_read_reading         (const TlImportRow *row);
void          tl_import_settle_currents      (TlImport          *self);

/* tl-import-relations.c */
void          tl_import_read_contribution    (const TlImportRow *row);
void          tl_import_read_tension         (const TlImportRow *row);
void          tl_import_read_check_in        (const TlImportRow *row);
void          tl_import_link_goals           (TlImport          *self);

/* tl-import-conversations.c */
void          tl_import_read_conversation    (const TlImportRow *row);
void          tl_import_read_statement       (const TlImportRow *row);
void          tl_import_read_statement_link  (const TlImportRow *row);
void          tl_import_settle_questions     (TlImport          *self);

/* tl-link-graph.c */
TlLinkGraph  *tl_link_graph_new              (void);
void          tl_link_graph_free             (TlLinkGraph       *self);
void          tl_link_graph_add              (TlLinkGraph       *self,
                                              gpointer           from,
                                              gpointer           to);
GPtrArray    *tl_link_graph_find_loop        (TlLinkGraph       *self,
                                              gpointer           from,
                                              gpointer           to);
char         *tl_link_graph_name_loop        (GPtrArray         *loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLinkGraph, tl_link_graph_free)

G_END_DECLS
