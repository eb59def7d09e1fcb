/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that somebody copied from somewhere else and pastes here.
 *
 * A spreadsheet puts its cells on the clipboard with tabs between them, with a header when that was copied too.  With
 * a header it is read like a file.  Without one it is found out by looking at the cells which column is the title,
 * the owner, the date, the number.  Lines without cells are an outline: what is indented, bulleted deeper, numbered
 * deeper or in a later column stands under what is above it.  Then everything goes through the same plan as a file,
 * with rows that cannot be read told of and nothing changed until somebody agrees.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-exchange-error.h"
#include "tl-import-private.h"

/* How much deeper than its indentation a line stands for being an item of a list, and for each number of one */
#define BULLET_DEPTH 1
#define INDENT_DEPTH 16

#define TAB_WIDTH 4

/* So many of the cells of a column have to be of a sort for the column to be. */
#define MOST(n) (((n) * 3 + 4) / 5)

typedef struct
{
  const char *title;            /* within the text, without its end */
  gsize       length;
  int         depth;
  guint       line;
} OutlineLine;

/* What the cells of a column look like */
typedef struct
{
  guint n_cells;
  guint n_dates;
  guint n_numbers;
  guint n_facets;
  guint n_owners;
  guint n_cycles;
  gsize length;
  TlCsvField field;
} ColumnLook;

static int
count_indent (const char **p)
{
  int indent = 0;

  for (; **p == ' ' || **p == '\t' || g_str_has_prefix (*p, "\xc2\xa0"); (*p)++)
    {
      if (**p == '\t')
        indent += TAB_WIDTH - indent % TAB_WIDTH;
      else
        indent++;
      if ((guchar) **p == 0xc2)
        (*p)++;
    }

  return indent;
}

static gboolean
skip_bullet (const char **p)
{
  static const char * const bullets[] = { "- ", "* ", "+ ", "– ", "— ", "• ", "· ", "◦ ", "▪ ", "‣ ", "o ", "-\t", "*\t", "•\t", "·\t", "o\t" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (*p, bullets[i]))
        {
          *p += strlen (bullets[i]);
          return TRUE;
        }
    }

  return FALSE;
}

/* "1.", "1.2", "1.2.3." and "2)", with a blank behind; how many numbers there are */
static int
skip_numbering (const char **p)
{
  const char *q = *p;
  int n_numbers = 0;

  while (g_ascii_isdigit (*q))
    {
      while (g_ascii_isdigit (*q))
        q++;
      n_numbers++;
      if (*q != '.' && *q != ')')
        break;
      q++;
    }

  /* "3 new customers" is no item numbered 3. */
  if (n_numbers == 0 || (*q != ' ' && *q != '\t') || (n_numbers == 1 && g_ascii_isdigit (q[-1])))
    return 0;

  *p = q;
  return n_numbers;
}

/* Headings of Markdown stand above everything that follows them. */
static int
skip_heading (const char **p)
{
  int n = strspn (*p, "#");

  if (n == 0 || n > 6 || (*p)[n] != ' ')
    return 0;

  *p += n;
  return n - 7;
}

static void
skip_check_box (const char **p)
{
  if ((g_str_has_prefix (*p, "[ ] ") || g_str_has_prefix (*p, "[x] ") || g_str_has_prefix (*p, "[X] ")))
    *p += 4;
}

static OutlineLine
read_outline_line (const char *line,
                   gsize       length,
                   guint       number)
{
  const char *p = line;
  int depth = count_indent (&p) * INDENT_DEPTH;
  int heading = skip_heading (&p);

  if (heading != 0)
    depth = heading;
  else if (skip_bullet (&p))
    depth += BULLET_DEPTH;
  else
    depth += skip_numbering (&p) * BULLET_DEPTH;

  while (*p == ' ' || *p == '\t')
    p++;
  skip_check_box (&p);

  return (OutlineLine) { p, p < line + length ? line + length - p : 0, depth, number };
}

/* Tabs at the beginning of a line indent it; those behind its text separate cells. */
static gboolean
is_outline_line (const char *line,
                 gsize       length)
{
  OutlineLine outline = read_outline_line (line, length, 0);

  while (outline.length > 0 && g_ascii_isspace (outline.title[outline.length - 1]))
    outline.length--;

  return memchr (outline.title, '\t', outline.length) == NULL;
}

static gboolean
is_outline (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_outline_line (lines[i], strlen (lines[i])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_depth (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (read_outline_line (lines[i], strlen (lines[i]), 0).depth != 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_quoted (GString    *table,
               const char *text,
               gsize       length)
{
  g_string_append_c (table, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, text[i]);
    }
  g_string_append_c (table, '"');
}

/* The nearest line above that is less deep */
static int
find_parent (GArray *lines,
             guint   index)
{
  int depth = g_array_index (lines, OutlineLine, index).depth;

  for (int i = (int) index - 1; i >= 0; i--)
    {
      if (g_array_index (lines, OutlineLine, i).depth < depth)
        return i;
    }

  return -1;
}

/* Blank lines stay, so that the lines that are told of are those somebody sees. */
static GArray *
read_outline (char    **lines,
              GString  *table)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (OutlineLine));

  g_string_append (table, tl_csv_columns_get_name (TL_IMPORT_GOALS, TL_CSV_FIELD_TITLE));
  g_string_append_c (table, '\n');
  for (guint i = 0; lines[i] != NULL; i++)
    {
      OutlineLine line = read_outline_line (lines[i], strlen (lines[i]), i + 1);

      while (line.length > 0 && g_ascii_isspace (line.title[line.length - 1]))
        line.length--;
      if (line.length > 0)
        {
          append_quoted (table, line.title, line.length);
          g_array_append_val (outline, line);
        }
      g_string_append_c (table, '\n');
    }

  return outline;
}

static gboolean
add_text_table (TlImport      *self,
                GString       *text,
                int           *parents,
                guint          n_header_lines,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (TlCsvTable) table = tl_csv_table_new (bytes, _("Pasted Rows"), cancellable, error);
  g_autoptr (TlCsvColumns) columns = table != NULL ? tl_csv_columns_new (table, TL_IMPORT_GOALS, NULL, error) : NULL;

  if (columns == NULL)
    {
      g_free (parents);
      return FALSE;
    }

  tl_import_add_outline (self, table, g_steal_pointer (&columns), parents, n_header_lines);
  return TRUE;
}

static gboolean
add_outline (TlImport      *self,
             char         **lines,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GArray) outline = read_outline (lines, table);
  int *parents = g_new (int, outline->len + 1);

  for (guint i = 0; i < outline->len; i++)
    parents[i] = find_parent (outline, i);

  return add_text_table (self, table, parents, 1, cancellable, error);
}

/* The keys of the names of all that are of that class, with those that are there already */
static void
add_names (GHashTable *names,
           TlModel    *model,
           GType       type)
{
  GListModel *list = tl_model_get_list (model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      g_autofree char *name = NULL;

      g_object_get (entity, "name", &name, NULL);
      if (name != NULL)
        g_hash_table_add (names, tl_csv_value_key (name));
    }
}

static void
look_at_cell (ColumnLook *look,
              GHashTable *owners,
              GHashTable *cycles,
              const char *cell)
{
  g_autofree char *clean = tl_csv_value_text (cell, TL_CSV_TEXT_LINE);
  g_autofree char *key = tl_csv_value_key (clean);
  TlDate date;
  double number;
  int facet;

  look->n_cells++;
  look->length += strlen (clean);
  look->n_cycles += g_hash_table_contains (cycles, key);
  look->n_owners += g_hash_table_contains (owners, key);
  look->n_facets += tl_import_find_word (TL_TYPE_FACET, clean, &facet);
  if (tl_csv_value_number (clean, tl_csv_value_sniff_decimal (clean), &number, NULL, NULL))
    look->n_numbers++;
  else if (tl_csv_value_date (clean, TL_CSV_DATE_DAY_FIRST, &date) != TL_CSV_DATE_NO_DATE)
    look->n_dates++;
}

static gboolean
take_field (ColumnLook *looks,
            guint       n_columns,
            guint       column,
            TlCsvField  field)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (looks[i].field == field)
        return FALSE;
    }

  looks[column].field = field;
  return TRUE;
}

/* What is a name of somebody, or of a cycle, is that before it is a number or a date: "2026" can be all three. */
static void
name_column (ColumnLook *looks,
             guint       n_columns,
             guint       column)
{
  ColumnLook *look = &looks[column];
  guint most = MAX (MOST (look->n_cells), 1);

  if (look->n_cells == 0)
    return;
  if (look->n_cycles >= most)
    take_field (looks, n_columns, column, TL_CSV_FIELD_CYCLE);
  else if (look->n_owners >= most)
    take_field (looks, n_columns, column, TL_CSV_FIELD_OWNER);
  else if (look->n_facets >= most)
    take_field (looks, n_columns, column, TL_CSV_FIELD_FACET);
  else if (look->n_dates >= most)
    take_field (looks, n_columns, column, TL_CSV_FIELD_DUE);
  else if (look->n_numbers >= most)
    take_field (looks, n_columns, column, TL_CSV_FIELD_TARGET);
}

/* The title is the column of words that says most. */
static int
find_title (const ColumnLook *looks,
            guint             n_columns)
{
  int best = -1;

  for (guint i = 0; i < n_columns; i++)
    {
      if (looks[i].field != TL_CSV_FIELD_NONE || looks[i].n_cells == 0)
        continue;
      if (best < 0 || looks[i].length > looks[best].length)
        best = i;
    }

  return best;
}

/* A second column of dates makes the first one the start. */
static void
settle_dates (ColumnLook *looks,
              guint       n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      for (guint j = i + 1; looks[i].field == TL_CSV_FIELD_DUE && j < n_columns; j++)
        {
          if (looks[j].field == TL_CSV_FIELD_NONE && looks[j].n_cells > 0 && looks[j].n_dates >= MOST (looks[j].n_cells))
            {
              looks[i].field = TL_CSV_FIELD_START;
              looks[j].field = TL_CSV_FIELD_DUE;
              return;
            }
        }
    }
}

static char *
guess_header (TlImport   *self,
              TlCsvTable *table)
{
  TlModel *model = tl_document_get_model (self->document);
  guint n_columns = tl_csv_table_get_n_columns (table);
  guint n_rows = tl_csv_table_get_n_rows (table);
  g_autofree ColumnLook *looks = g_new0 (ColumnLook, n_columns + 1);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) header = g_string_new (NULL);
  int title;

  add_names (owners, model, TL_TYPE_PERSON);
  add_names (owners, model, TL_TYPE_UNIT);
  add_names (owners, model, TL_TYPE_ORGANISATION);
  add_names (cycles, model, TL_TYPE_CYCLE);

  for (guint column = 0; column < n_columns; column++)
    {
      /* A table takes its first row for the header, which here is a row like the others. */
      for (guint row = 0; row <= MIN (n_rows, 200); row++)
        {
          const char *cell = row == 0 ? tl_csv_table_get_header (table, column)
                                      : tl_csv_table_get_cell (table, row - 1, column);

          if (!tl_csv_value_is_blank (cell))
            look_at_cell (&looks[column], owners, cycles, cell);
        }
      name_column (looks, n_columns, column);
    }

  settle_dates (looks, n_columns);
  title = find_title (looks, n_columns);
  if (title >= 0)
    looks[title].field = TL_CSV_FIELD_TITLE;

  for (guint column = 0; column < n_columns; column++)
    {
      const char *name = tl_csv_columns_get_name (TL_IMPORT_GOALS, looks[column].field);

      if (column > 0)
        g_string_append_c (header, '\t');
      /* Translators: a column without a name, by its number */
      if (name != NULL)
        g_string_append (header, name);
      else
        g_string_append_printf (header, _("Column %u"), column + 1);
    }

  return g_string_free (g_steal_pointer (&header), FALSE);
}

static gboolean
add_cells (TlImport      *self,
           const char    *text,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TlCsvTable) table = tl_csv_table_new (bytes, _("Pasted Rows"), cancellable, error);
  g_autoptr (GString) with_header = g_string_new (NULL);
  g_autofree char *header = NULL;

  if (table == NULL)
    return FALSE;

  header = guess_header (self, table);
  g_string_append_printf (with_header, "%s\n%s", header, text);
  return add_text_table (self, with_header, NULL, 1, cancellable, error);
}

/* Words with commas in them are no table; columns whose names we know are, whatever stands between them. */
static gboolean
add_with_header (TlImport     *self,
                 const char   *text,
                 GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_import_add_bytes (self, bytes, _("Pasted Rows"), TL_IMPORT_AUTO, cancellable, NULL);
}

static gboolean
add_text (TlImport      *self,
          const char    *text,
          GCancellable  *cancellable,
          GError       **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean outline;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);

  outline = is_outline (lines);
  if ((!outline || !has_depth (lines)) && add_with_header (self, text, cancellable))
    return TRUE;
  if (outline)
    return add_outline (self, lines, cancellable, error);

  return add_cells (self, text, cancellable, error);
}

/**
 * tl_import_prepare_text:
 * @document: the document to paste into
 * @text: what was copied elsewhere: cells with tabs between them, with or without a header, or the lines of an outline
 * @under: (nullable): the goal that goals without a parent are to stand under
 * @owner: (nullable): whose goals they are that do not say so; else the owner of @under, else our organisation
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Makes a plan of what pasting @text would add and change, as tl_import_prepare() does of files.  A table with a
 * header may also hold people, readings or anything else that a file may.
 *
 * Returns: (transfer full) (nullable): an import with its plan, for tl_import_apply()
 */
TlImport *
tl_import_prepare_text (TlDocument    *document,
                        const char    *text,
                        TlGoal        *under,
                        TlParty       *owner,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (TlImport) self = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (under == NULL || TL_IS_GOAL (under), NULL);
  g_return_val_if_fail (owner == NULL || TL_IS_PARTY (owner), NULL);

  if (!g_utf8_validate (text, -1, NULL) || tl_csv_value_is_blank (text))
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE,
                   _("What was copied holds no text that could be goals. Copy rows of a spreadsheet, or lines, and paste again."));
      return NULL;
    }

  self = tl_import_new (document);
  self->under_id = under != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (under))) : NULL;
  self->owner_id = owner != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (owner))) : NULL;
  if (!add_text (self, text, cancellable, error) || !tl_import_prepare (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}
