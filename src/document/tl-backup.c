/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One backup, as its file's name tells of it: when and why it was made, and how much it holds.
 *
 * The name holds it all, so that a list is made without opening a single file, and so that there is no index that
 * could disagree with what is there.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-document-keep-private.h"

#define SUFFIX ".throughline"

/* 2026-11-21T22-45-35.123456Z */
#define STAMP_LENGTH 27

/* No backup is from elsewhere. */
#define FIRST_YEAR 1970
#define LAST_YEAR 9998

struct _TlBackup
{
  GObject         parent_instance;

  GFile          *file;
  GDateTime      *date;
  TlBackupReason  reason;
  guint           n_goals;
  guint           n_people;
  guint64         size;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_DATE,
  PROP_REASON,
  PROP_REASON_LABEL,
  PROP_N_GOALS,
  PROP_N_PEOPLE,
  PROP_SIZE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TlBackup, tl_backup, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* By TlBackupReason, as they stand in the names of files */
static const char *const nicks[TL_N_BACKUP_REASONS] = {
  "daily", "migration", "import", "delete", "restore", "merge",
};

static void
tl_backup_finalize (GObject *object)
{
  TlBackup *self = TL_BACKUP (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->date, g_date_time_unref);

  G_OBJECT_CLASS (tl_backup_parent_class)->finalize (object);
}

static void
tl_backup_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlBackup *self = TL_BACKUP (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    case PROP_REASON:
      g_value_set_uint (value, self->reason);
      break;
    case PROP_REASON_LABEL:
      g_value_take_string (value, tl_backup_dup_reason_label (self));
      break;
    case PROP_N_GOALS:
      g_value_set_uint (value, self->n_goals);
      break;
    case PROP_N_PEOPLE:
      g_value_set_uint (value, self->n_people);
      break;
    case PROP_SIZE:
      g_value_set_uint64 (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_backup_class_init (TlBackupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tl_backup_finalize;
  object_class->get_property = tl_backup_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_REASON] = g_param_spec_uint ("reason", NULL, NULL, 0, TL_N_BACKUP_REASONS - 1, 0, flags);
  properties[PROP_REASON_LABEL] = g_param_spec_string ("reason-label", NULL, NULL, NULL, flags);
  properties[PROP_N_GOALS] = g_param_spec_uint ("n-goals", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PEOPLE] = g_param_spec_uint ("n-people", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SIZE] = g_param_spec_uint64 ("size", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_backup_init (TlBackup *self)
{
}

/**
 * tl_backup_make_name:
 * @date: when the backup is made
 * @reason: why
 * @n_goals: how many goals it holds
 * @n_people: how many people it holds
 *
 * Names sort by date.
 *
 * Returns: (transfer full): the name of its file
 */
char *
tl_backup_make_name (GDateTime      *date,
                     TlBackupReason  reason,
                     guint           n_goals,
                     guint           n_people)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (date);
  g_autofree char *stamp = g_date_time_format (utc, "%Y-%m-%dT%H-%M-%S");

  return g_strdup_printf ("%s.%06dZ %s %u %u" SUFFIX, stamp, g_date_time_get_microsecond (utc), nicks[reason],
                          n_goals, n_people);
}

static GDateTime *
parse_stamp (const char *name)
{
  int year, month, day, hour, minute, end = 0;
  double seconds;
  g_autofree char *stamp = g_strndup (name, STAMP_LENGTH);

  if (sscanf (stamp, "%4d-%2d-%2dT%2d-%2d-%n", &year, &month, &day, &hour, &minute, &end) != 5 || end == 0)
    return NULL;

  /* A time so far out has no name in some time zones. */
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return NULL;

  seconds = g_ascii_strtod (stamp + end, NULL);
  return g_date_time_new_utc (year, month, day, hour, minute, seconds);
}

static gboolean
parse_reason (const char     *nick,
              TlBackupReason *reason)
{
  for (guint i = 0; i < TL_N_BACKUP_REASONS; i++)
    {
      if (g_str_equal (nicks[i], nick))
        {
          *reason = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tl_backup_new_for_file:
 * @folder: a folder of backups
 * @name: the name of a file in it
 *
 * Returns: (transfer full) (nullable): the backup; %NULL when that is none
 */
TlBackup *
tl_backup_new_for_file (const char *folder,
                        const char *name)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *path = NULL;
  TlBackupReason reason;
  TlBackup *self;
  GStatBuf info;

  if (!g_str_has_suffix (name, SUFFIX))
    return NULL;

  words = g_strsplit (name, " ", 5);
  path = g_build_filename (folder, name, NULL);
  date = parse_stamp (name);
  if (date == NULL || g_strv_length (words) != 4 || !parse_reason (words[1], &reason) ||
      g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;

  self = g_object_new (TL_TYPE_BACKUP, NULL);
  self->file = g_file_new_for_path (path);
  self->date = g_steal_pointer (&date);
  self->reason = reason;
  self->n_goals = (guint) g_ascii_strtoull (words[2], NULL, 10);
  self->n_people = (guint) g_ascii_strtoull (words[3], NULL, 10);
  self->size = info.st_size;
  return self;
}

/**
 * tl_backup_get_file:
 * @self: a backup
 *
 * Returns: (transfer none): the file it is kept in
 */
GFile *
tl_backup_get_file (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), NULL);

  return self->file;
}

/**
 * tl_backup_get_date:
 * @self: a backup
 *
 * Returns: (transfer none): when it was made, in UTC
 */
GDateTime *
tl_backup_get_date (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), NULL);

  return self->date;
}

/**
 * tl_backup_format_date:
 * @self: a backup
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): when it was made, in the user's time zone
 */
char *
tl_backup_format_date (TlBackup   *self,
                       const char *format)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (TL_IS_BACKUP (self), NULL);

  local = g_date_time_to_local (self->date);
  return g_date_time_format (local, format);
}

/**
 * tl_backup_get_reason:
 * @self: a backup
 *
 * Returns: why it was made
 */
TlBackupReason
tl_backup_get_reason (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), TL_BACKUP_DAILY);

  return self->reason;
}

/**
 * tl_backup_dup_reason_label:
 * @self: a backup
 *
 * Returns: (transfer full): why it was made, for people
 */
char *
tl_backup_dup_reason_label (TlBackup *self)
{
  static const char *const labels[TL_N_BACKUP_REASONS] = {
    /* Translators: these say when a backup was made */
    N_("Before the first edit of the day"),
    N_("Before the file was brought to a newer format"),
    N_("Before an import"),
    N_("Before things were removed"),
    N_("Before a backup was restored"),
    N_("Before another copy was merged"),
  };

  g_return_val_if_fail (TL_IS_BACKUP (self), NULL);

  return g_strdup (_(labels[self->reason]));
}

/**
 * tl_backup_get_n_goals:
 * @self: a backup
 *
 * Returns: how many goals it holds
 */
guint
tl_backup_get_n_goals (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), 0);

  return self->n_goals;
}

/**
 * tl_backup_get_n_people:
 * @self: a backup
 *
 * Returns: how many people it holds
 */
guint
tl_backup_get_n_people (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), 0);

  return self->n_people;
}

/**
 * tl_backup_get_size:
 * @self: a backup
 *
 * Returns: how large its file is, in bytes
 */
guint64
tl_backup_get_size (TlBackup *self)
{
  g_return_val_if_fail (TL_IS_BACKUP (self), 0);

  return self->size;
}
