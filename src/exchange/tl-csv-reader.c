/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads records of comma-, semicolon- or tab-separated text.
 *
 * The text is decoded once into a buffer of our own, and cells are cut out of it where they stand: the separator
 * after a cell becomes its terminating zero, doubled quotes are closed up leftwards.  Reading costs one pass and
 * no allocation per cell, and every cell stays valid as long as the reader lives.
 *
 * Lenient where meaning is not in doubt (spaces before an opening quote, letters after a closing one, rows of
 * uneven length), strict where it is: a quote that is never closed would swallow the rest of the file, so it is
 * an error that names the line on which it opened.
 *
 * The separator is the one that splits the first records most often and most evenly; a list inside a cell, or a
 * decimal comma, does neither in the header.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-csv-reader.h"
#include "tl-exchange-error.h"

#define SNIFF_RECORDS 20

/* Looking at the clockwork of a cancellable takes a lock; once in so many records is often enough. */
#define CANCEL_INTERVAL 1024

struct _TlCsvReader
{
  GObject        parent_instance;

  char          *name;
  char          *text;
  char          *at;
  GPtrArray     *cells;
  guint          line;
  guint          record_line;
  guint          n_records;
  TlCsvEncoding  encoding;
  char           separator;
};

G_DEFINE_FINAL_TYPE (TlCsvReader, tl_csv_reader, G_TYPE_OBJECT)

static const char candidates[] = { ',', ';', '\t' };

/* How many of each candidate the record that starts at @p holds outside quotes. */
static const char *
count_separators (const char *p,
                  guint      *counts)
{
  gboolean quoted = FALSE;
  gboolean at_start = TRUE;

  memset (counts, 0, sizeof (guint) * G_N_ELEMENTS (candidates));

  for (; *p != '\0'; p++)
    {
      const char *found = memchr (candidates, *p, G_N_ELEMENTS (candidates));

      if (*p == '"' && (quoted || at_start))
        quoted = !quoted;
      else if (!quoted && (*p == '\n' || *p == '\r'))
        break;
      else if (!quoted && found != NULL)
        counts[found - candidates]++;

      at_start = found != NULL || (at_start && *p == ' ');
    }

  while (*p == '\n' || *p == '\r')
    p++;

  return p;
}

static char
sniff_separator (const char *text)
{
  guint header[G_N_ELEMENTS (candidates)];
  guint n_same[G_N_ELEMENTS (candidates)] = { 0, 0, 0 };
  guint best = 0;
  const char *p = count_separators (text, header);

  for (guint i = 0; i < SNIFF_RECORDS && *p != '\0'; i++)
    {
      guint counts[G_N_ELEMENTS (candidates)];

      p = count_separators (p, counts);
      for (guint c = 0; c < G_N_ELEMENTS (candidates); c++)
        n_same[c] += counts[c] == header[c];
    }

  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (header[c] * (n_same[c] + 1) > header[best] * (n_same[best] + 1))
      best = c;

  return candidates[best];
}

/* Spreadsheets may say the separator on a line of its own: sep=; */
static gboolean
read_separator_line (TlCsvReader *self)
{
  const char *p = self->text;

  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || p[4] == '\0' || memchr (candidates, p[4], G_N_ELEMENTS (candidates)) == NULL)
    return FALSE;
  if (p[5] != '\n' && p[5] != '\r')
    return FALSE;

  self->separator = p[4];
  self->at = self->text + (p[5] == '\r' && p[6] == '\n' ? 7 : 6);
  self->line = 2;
  return TRUE;
}

static gboolean
fail_too_long (TlCsvReader  *self,
               guint         line,
               gboolean      quoted,
               GError      **error)
{
  if (quoted)
    g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_SYNTAX,
                 _("In “%s”, the quote that opens on line %u is not closed within 1 MB. Close it, or remove it, and import again."),
                 self->name, line);
  else
    g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_LIMIT,
                 _("In “%s”, a cell on line %u is longer than 1 MB. Shorten it and import again."),
                 self->name, line);
  return FALSE;
}

/* Moves what lies between the quotes to @write, which never runs ahead of the reading.  Leaves self->at behind
 * the closing quote. */
static gboolean
read_quoted (TlCsvReader  *self,
             char        **write,
             GError      **error)
{
  char *start = self->at;
  guint opened = self->line;
  char *w = *write;
  char *r = self->at + 1;

  for (;;)
    {
      char c = *r;

      if (c == '\0')
        {
          g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_SYNTAX,
                       _("In “%s”, the quote that opens on line %u is never closed. Close it, or remove it, and import again."),
                       self->name, opened);
          return FALSE;
        }
      if (c == '"')
        {
          if (r[1] != '"')
            break;
          r++;
        }
      else if (c == '\n' || (c == '\r' && r[1] != '\n'))
        self->line++;

      *w++ = *r++;
      if (r - start > TL_CSV_MAX_CELL_SIZE)
        return fail_too_long (self, opened, TRUE, error);
    }

  self->at = r + 1;
  *write = w;
  return TRUE;
}

/* Adds the cell at self->at and stands behind its separator; *more tells whether the record goes on. */
static gboolean
read_cell (TlCsvReader  *self,
           gboolean     *more,
           GError      **error)
{
  char *start = self->at;
  char *w = start;
  char *p;
  char stop;

  for (p = start; *p == ' '; p++)
    ;
  if (*p == '"')
    {
      self->at = p;
      if (!read_quoted (self, &w, error))
        return FALSE;
    }

  for (p = self->at; *p != self->separator && *p != '\n' && *p != '\r' && *p != '\0'; p++)
    *w++ = *p;

  if (w - start > TL_CSV_MAX_CELL_SIZE)
    return fail_too_long (self, self->line, FALSE, error);

  stop = *p;
  if (stop != '\0')
    p++;
  if (stop == '\r' && *p == '\n')
    p++;
  if (stop == '\r' || stop == '\n')
    self->line++;

  /* Only now: the end of the cell may be where the separator stood. */
  *w = '\0';
  self->at = p;
  *more = stop == self->separator;
  g_ptr_array_add (self->cells, start);
  return TRUE;
}

static void
tl_csv_reader_finalize (GObject *object)
{
  TlCsvReader *self = TL_CSV_READER (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_csv_reader_parent_class)->finalize (object);
}

static void
tl_csv_reader_class_init (TlCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_csv_reader_finalize;
}

static void
tl_csv_reader_init (TlCsvReader *self)
{
  self->cells = g_ptr_array_new ();
  self->line = 1;
}

/**
 * tl_csv_reader_new:
 * @bytes: what stood in the file; it is copied
 * @name: what to call the file in a message
 * @error: return location for a #TlExchangeError
 *
 * Prepares to read @bytes: makes out the encoding and the separator.  A file that is no text or is empty is refused.
 *
 * Returns: (transfer full) (nullable): a reader that stands before the first record
 */
TlCsvReader *
tl_csv_reader_new (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (TlCsvReader) self = NULL;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (TL_TYPE_CSV_READER, NULL);
  self->name = g_strdup (name);
  self->text = tl_csv_text_decode (bytes, name, &length, &self->encoding, error);
  if (self->text == NULL)
    return NULL;

  self->at = self->text;
  if (!read_separator_line (self))
    self->separator = sniff_separator (self->text);

  return g_steal_pointer (&self);
}

/**
 * tl_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: what the file was written in
 */
TlCsvEncoding
tl_csv_reader_get_encoding (TlCsvReader *self)
{
  g_return_val_if_fail (TL_IS_CSV_READER (self), TL_CSV_ENCODING_UTF8);

  return self->encoding;
}

/**
 * tl_csv_reader_get_separator:
 * @self: a reader
 *
 * Returns: what stands between two cells: a comma, a semicolon or a tab
 */
char
tl_csv_reader_get_separator (TlCsvReader *self)
{
  g_return_val_if_fail (TL_IS_CSV_READER (self), ',');

  return self->separator;
}

/**
 * tl_csv_reader_next:
 * @self: a reader
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Reads the next record.  An empty line is a record of one empty cell.
 *
 * Returns: %TRUE when there was one; %FALSE without @error at the end of the file, and with @error when reading
 * cannot go on
 */
gboolean
tl_csv_reader_next (TlCsvReader   *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gboolean more = TRUE;

  g_return_val_if_fail (TL_IS_CSV_READER (self), FALSE);

  g_ptr_array_set_size (self->cells, 0);
  if (*self->at == '\0')
    return FALSE;
  if (self->n_records++ % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->record_line = self->line;
  while (more)
    {
      if (self->cells->len == TL_CSV_MAX_COLUMNS)
        {
          g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_LIMIT,
                       _("Line %u of “%s” has more than %d columns. Remove those that are not needed and import again."),
                       self->record_line, self->name, TL_CSV_MAX_COLUMNS);
          return FALSE;
        }
      if (!read_cell (self, &more, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tl_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line of the file, counted from 1, on which the current record begins
 */
guint
tl_csv_reader_get_line (TlCsvReader *self)
{
  g_return_val_if_fail (TL_IS_CSV_READER (self), 0);

  return self->record_line;
}

/**
 * tl_csv_reader_get_n_cells:
 * @self: a reader
 *
 * Returns: how many cells the current record has
 */
guint
tl_csv_reader_get_n_cells (TlCsvReader *self)
{
  g_return_val_if_fail (TL_IS_CSV_READER (self), 0);

  return self->cells->len;
}

/**
 * tl_csv_reader_get_cell:
 * @self: a reader
 * @index: which cell of the current record, from 0
 *
 * Returns: (transfer none): the cell as it stood in the file, without its quotes, valid as long as @self;
 * an empty string beyond the last
 */
const char *
tl_csv_reader_get_cell (TlCsvReader *self,
                        guint        index)
{
  g_return_val_if_fail (TL_IS_CSV_READER (self), "");

  return index < self->cells->len ? g_ptr_array_index (self->cells, index) : "";
}
