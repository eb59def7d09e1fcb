/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rescue: what can be read of a damaged document goes into a new one.  The damaged file is only read, and a file that
 * is there already is never written over.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-rescue-private.h"

/* The part of the first page that says how the file is made */
#define HEADER_BYTES 100

/* A file that says it is longer is not believed. */
#define MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* In the order of the sentences; what belongs to another thing stands behind it. */
static const struct { const char *kind; const char *sentence; } kinds[] = {
  { "goal", N_("Goals: %u found, %u lost") },
  { "person", N_("People: %u found, %u lost") },
  { "unit", N_("Units: %u found, %u lost") },
  { "organisation", N_("Organisations: %u found, %u lost") },
  { "cycle", N_("Cycles: %u found, %u lost") },
  { "contribution", N_("Contributions: %u found, %u lost") },
  { "tension", N_("Tensions: %u found, %u lost") },
  { "measure", N_("Measures: %u found, %u lost") },
  { "reading", N_("Readings: %u found, %u lost") },
  { "check-in", N_("Check-ins: %u found, %u lost") },
  { "conversation", N_("Conversations: %u found, %u lost") },
  { "statement", N_("Statements in conversations: %u found, %u lost") },
  { "statement-link", N_("Links between statements: %u found, %u lost") },
};

static TlRescueReport *
make_report (void)
{
  TlRescueReport *self = g_new0 (TlRescueReport, 1);

  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_rescue_report_free:
 * @self: (transfer full): what came of a rescue
 */
void
tl_rescue_report_free (TlRescueReport *self)
{
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->sentences);
  g_free (self);
}

/* The file as SQLite would have it: as long as its first page says.  What is missing of one that was cut short is
 * filled with zeros, because SQLite reads nothing at all of a file that is too short. */
static guchar *
read_bytes (const char *path,
            gsize      *size)
{
  g_autofree char *contents = NULL;
  guint page_size;
  guint64 n_pages;
  guchar *bytes;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL) || length < HEADER_BYTES)
    return NULL;

  bytes = (guchar *) contents;
  page_size = (guint) bytes[16] << 8 | bytes[17];
  n_pages = (guint64) bytes[28] << 24 | bytes[29] << 16 | bytes[30] << 8 | bytes[31];
  *size = page_size < 512 || page_size * n_pages > MAX_BYTES ? length : MAX (length, page_size * n_pages);

  bytes = sqlite3_malloc64 (*size);
  if (bytes == NULL)
    return NULL;
  memcpy (bytes, contents, length);
  memset (bytes + length, 0, *size - length);

  /* The forms of reading and writing: with a write-ahead log it could not be read without that. */
  bytes[18] = bytes[19] = 1;
  return bytes;
}

/* Reads a file that SQLite does not open: one that was cut short, or that has a journal beside it which cannot be
 * played back. */
static gboolean
open_bytes (TlStore    *reader,
            const char *path)
{
  gsize size = 0;
  guchar *bytes = read_bytes (path, &size);
  gint64 n_tables;

  g_clear_pointer (&reader->db, sqlite3_close);
  if (sqlite3_open_v2 (":memory:", &reader->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK || bytes == NULL)
    {
      sqlite3_free (bytes);
      return FALSE;
    }

  tl_store_configure (reader);
  return sqlite3_deserialize (reader->db, "main", bytes, size, size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
         tl_store_query_int (reader, "SELECT count(*) FROM sqlite_schema", &n_tables, NULL);
}

static gboolean
open_damaged (TlStore       *reader,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 n_tables;

  if (!tl_store_open_to_look (reader, path, cancellable, error))
    return FALSE;

  if (!tl_store_query_int (reader, "SELECT count(*) FROM sqlite_schema", &n_tables, NULL) &&
      !open_bytes (reader, path))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
                   _("Nothing can be rescued from “%s”: the beginning of the file, which says where everything "
                     "is, cannot be read. Restore a backup instead."), reader->display_name);
      return FALSE;
    }

  tl_store_limit (reader, cancellable, 0);
  return tl_store_execute (reader, "PRAGMA query_only = ON; PRAGMA cell_size_check = OFF", error);
}

static void
count (TlRescueReport *report,
       TlStore        *reader,
       TlRescuedTable *tables,
       TlModel        *model)
{
  for (guint i = 0; i < reader->n_tables; i++)
    {
      TlRescueKind *kind = g_new0 (TlRescueKind, 1);
      guint n_present = g_list_model_get_n_items (tl_model_get_list (model, reader->tables[i].type));

      kind->kind = g_intern_string (reader->tables[i].klass->kind);
      kind->n_found = MIN (n_present, tables[i].rows != NULL ? g_hash_table_size (tables[i].rows) : 0);
      kind->n_lost = tables[i].n_known - kind->n_found;
      report->n_found += kind->n_found;
      report->n_lost += kind->n_lost;
      g_ptr_array_add (report->kinds, kind);
    }
}

static const TlRescueKind *
find_kind (TlRescueReport *report,
           const char     *name)
{
  for (guint i = 0; i < report->kinds->len; i++)
    {
      const TlRescueKind *kind = g_ptr_array_index (report->kinds, i);

      if (g_str_equal (kind->kind, name))
        return kind;
    }

  return NULL;
}

static void
describe (TlRescueReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const TlRescueKind *kind = find_kind (report, kinds[i].kind);

      if (kind == NULL || kind->n_found + kind->n_lost == 0)
        continue;
      #pragma GCC diagnostic push
      #pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_ptr_array_add (report->sentences, g_strdup_printf (_(kinds[i].sentence), kind->n_found, kind->n_lost));
      #pragma GCC diagnostic pop
    }

  if (report->n_mended > 0)
    g_ptr_array_add (report->sentences,
                     g_strdup_printf (ngettext ("%u thing named something that is lost, and was mended or left out.",
                                                "%u things named something that is lost, and were mended or left out.",
                                                report->n_mended), report->n_mended));
}

static char *
make_name (const char *path)
{
  char *name = g_filename_display_basename (path);
  char *suffix = g_strrstr (name, ".throughline");

  if (suffix != NULL && suffix != name)
    *suffix = '\0';
  return name;
}

static gboolean
check_found (TlRescueReport  *report,
             TlStore         *reader,
             GError         **error)
{
  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
    return FALSE;

  if (report->n_found > 0)
    return TRUE;

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
               _("Nothing can be rescued from “%s”. Restore a backup instead."), reader->display_name);
  return FALSE;
}

static TlRescueReport *
rescue (TlStore     *reader,
        const char  *target,
        GError     **error)
{
  g_autofree TlRescuedTable *tables = g_new0 (TlRescuedTable, reader->n_tables);
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlRescueReport) report = make_report ();
  g_autofree char *name = make_name (reader->path);

  for (guint i = 0; i < reader->n_tables; i++)
    tl_rescue_read_table (reader, &reader->tables[i], &tables[i]);

  report->n_mended = tl_rescue_fill_model (reader, tables, model, name);
  count (report, reader, tables, model);
  for (guint i = 0; i < reader->n_tables; i++)
    tl_rescued_table_clear (&tables[i]);

  if (!check_found (report, reader, error) || (target != NULL && !tl_store_write_model (target, model, error)))
    return NULL;

  describe (report);
  return g_steal_pointer (&report);
}

/**
 * tl_rescue_run:
 * @damaged: a document that cannot be opened, or not be trusted
 * @target: (nullable): a file that does not exist; %NULL only to see what could be rescued
 * @cancellable: (nullable): stops it
 * @error: return location for a #TlStoreError, or %G_IO_ERROR_CANCELLED
 *
 * Makes a new document of every row of @damaged that can still be read.  @damaged is left as it is.  What refers to
 * something that is lost is mended or left out, so that @target is a sound document.
 *
 * May be called in a thread.
 *
 * Returns: (transfer full): what came of it; %NULL when nothing did, and then there is no @target
 */
TlRescueReport *
tl_rescue_run (GFile         *damaged,
               GFile         *target,
               GCancellable  *cancellable,
               GError       **error)
{
  TlRescueReport *report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *target_path = NULL;
  TlStore reader;

  g_return_val_if_fail (G_IS_FILE (damaged), NULL);
  g_return_val_if_fail (target == NULL || G_IS_FILE (target), NULL);

  path = g_file_get_path (damaged);
  target_path = target != NULL ? g_file_get_path (target) : NULL;
  if (path == NULL || (target != NULL && target_path == NULL))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("Only a file on this computer can be rescued. Copy it here first."));
      return NULL;
    }

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND, _("There is no file named “%s”."), name);
      return NULL;
    }

  if (open_damaged (&reader, path, cancellable, error))
    {
      tl_store_init_tables (&reader);
      report = rescue (&reader, target_path, error);
      tl_store_clear_tables (&reader);
    }
  tl_store_end_look (&reader);
  return report;
}
