/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a document open: what a lock file says, and whether that can still be true.
 *
 * A process is known by its number and the moment it began, because numbers are used again; a computer by its machine
 * id and not its name, because a laptop is called something else in another network.  What cannot be looked at, such
 * as a process on another computer, is never said to be gone.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tl-date.h"
#include "tl-lock-private.h"

#define GROUP "Throughline Lock"

/* Names come from a file that others can write to: no more of them is shown. */
#define MAX_NAME 80

/* A day before or after is in the calendar too, in whatever time zone. */
#define FIRST_YEAR 2
#define LAST_YEAR 9998

/* In /proc/PID/stat, counted after the name of the program: the state of the process, and when it began, in ticks
 * since the boot */
#define STATE_FIELD 0
#define START_FIELD 19

static char *
read_line (const char *path)
{
  g_autofree char *line = NULL;

  if (!g_file_get_contents (path, &line, NULL, NULL))
    return g_strdup ("");

  return g_strdup (g_strstrip (line));
}

/* The id is confidential, so only its digest is written. */
static char *
dup_machine (void)
{
  g_autofree char *id = read_line ("/etc/machine-id");
  g_autofree char *salted = g_strconcat ("throughline lock ", *id != '\0' ? id : g_get_host_name (), NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
}

static char *
dup_boot (void)
{
  return read_line ("/proc/sys/kernel/random/boot_id");
}

/* Who has ended, but was not yet asked after by its parent, still has a number and a beginning; its files are closed. */
static gboolean
is_state_of_dead (const char *state)
{
  return g_str_equal (state, "Z") || g_str_equal (state, "X");
}

/* 0 when there is no such process, when it has ended, or when that cannot be seen. */
static guint64
get_start_of_process (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *line = read_line (path);
  const char *fields = strrchr (line, ')');
  g_auto (GStrv) words = NULL;

  if (fields == NULL)
    return 0;

  /* The name of the program may hold anything, so the counting begins behind it. */
  words = g_strsplit (fields + 1, " ", START_FIELD + 3);
  if (g_strv_length (words) <= START_FIELD + 1 || is_state_of_dead (words[STATE_FIELD + 1]))
    return 0;

  return g_ascii_strtoull (words[START_FIELD + 1], NULL, 10);
}

/**
 * tl_lock_holder_describe_self:
 *
 * Returns: (transfer full): what this process writes into a lock file
 */
char *
tl_lock_holder_describe_self (void)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  g_autofree char *machine = dup_machine ();
  g_autofree char *boot = dup_boot ();
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  g_key_file_set_string (keys, GROUP, "User", name);
  g_key_file_set_int64 (keys, GROUP, "Uid", getuid ());
  g_key_file_set_string (keys, GROUP, "Host", g_get_host_name ());
  g_key_file_set_string (keys, GROUP, "Machine", machine);
  g_key_file_set_string (keys, GROUP, "Boot", boot);
  g_key_file_set_integer (keys, GROUP, "Pid", getpid ());
  g_key_file_set_uint64 (keys, GROUP, "Start", get_start_of_process (getpid ()));
  g_key_file_set_string (keys, GROUP, "Since", since);
  return g_key_file_to_data (keys, NULL, NULL);
}

/* What may be shown of a name that somebody else wrote */
static char *
dup_name (GKeyFile   *keys,
          const char *key)
{
  g_autofree char *name = g_key_file_get_string (keys, GROUP, key, NULL);
  GString *clean = g_string_new (NULL);

  for (const char *p = name; p != NULL && *p != '\0' && clean->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isprint (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, clean->len == 0);
}

/* %NULL for a time that is no time, or so far out that it has no name in some time zones */
static GDateTime *
dup_since (GKeyFile *keys)
{
  g_autofree char *text = g_key_file_get_string (keys, GROUP, "Since", NULL);
  g_autoptr (GDateTime) since = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (since == NULL || g_date_time_get_year (since) < FIRST_YEAR || g_date_time_get_year (since) > LAST_YEAR)
    return NULL;

  return g_steal_pointer (&since);
}

static gboolean
is_equal (GKeyFile   *keys,
          const char *key,
          char       *own)
{
  g_autofree char *value = g_key_file_get_string (keys, GROUP, key, NULL);
  g_autofree char *mine = own;

  return value != NULL && g_str_equal (value, mine);
}

/* Whether it is certain that the process which wrote @keys on this computer runs no more */
static gboolean
is_gone (GKeyFile *keys,
         int       pid)
{
  guint64 start = g_key_file_get_uint64 (keys, GROUP, "Start", NULL);

  if (!is_equal (keys, "Boot", dup_boot ()))
    return TRUE;

  /* This process holds no lock on the file: it failed to take its lock file away earlier. */
  if (pid == getpid ())
    return TRUE;

  if (pid <= 0 || (kill (pid, 0) != 0 && errno == ESRCH))
    return TRUE;

  return start != get_start_of_process (pid);
}

/**
 * tl_lock_holder_parse:
 * @text: what a lock file says
 * @length: how many bytes
 * @is_held: whether some process has the file locked right now
 *
 * Returns: (transfer full): who that is
 */
TlLockHolder *
tl_lock_holder_parse (const char *text,
                      gsize       length,
                      gboolean    is_held)
{
  TlLockHolder *self = g_new0 (TlLockHolder, 1);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (keys, GROUP))
    return self;

  self->user = dup_name (keys, "User");
  self->host = dup_name (keys, "Host");
  self->pid = g_key_file_get_integer (keys, GROUP, "Pid", NULL);
  self->since = dup_since (keys);
  self->is_here = is_equal (keys, "Machine", dup_machine ());
  self->is_mine = self->is_here && g_key_file_get_int64 (keys, GROUP, "Uid", NULL) == getuid ();
  self->is_stale = !is_held && self->is_here && is_gone (keys, self->pid);
  return self;
}

static char *
format_since (const TlLockHolder *self)
{
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  TlDate date;

  if (self->since == NULL)
    /* Translators: stands for a date, in “has had it open since %s” */
    return g_strdup (_("an unknown time"));

  local = g_date_time_to_local (self->since);
  time = g_date_time_format (local, "%H:%M");
  date = tl_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                      g_date_time_get_day_of_month (local));
  if (date == tl_date_today ())
    return g_steal_pointer (&time);

  day = tl_date_format (date);
  return g_strdup_printf ("%s, %s", day, time);
}

/**
 * tl_lock_holder_to_sentence:
 * @self: who has a document open
 *
 * Returns: (transfer full): who, where and since when, in words for people; also whether that process is gone
 */
char *
tl_lock_holder_to_sentence (const TlLockHolder *self)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->user == NULL || self->host == NULL)
    return g_strdup (_("Somebody else may have this document open: the lock file beside it cannot be read."));

  since = format_since (self);
  if (self->is_stale)
    /* Translators: a person, a computer, and a time such as “14:05” or “21 Nov 2026, 14:05” */
    return g_strdup_printf (_("%s had this document open on “%s” since %s and did not close it properly: "
                              "that Throughline no longer runs."), self->user, self->host, since);

  if (self->is_mine)
    /* Translators: a time such as “14:05” or “21 Nov 2026, 14:05” */
    return g_strdup_printf (_("You have had this document open in another Throughline since %s."), since);

  if (self->is_here)
    /* Translators: a person, and a time such as “14:05” or “21 Nov 2026, 14:05” */
    return g_strdup_printf (_("%s has had this document open on this computer since %s."), self->user, since);

  /* Translators: a person, a computer, and a time such as “14:05” or “21 Nov 2026, 14:05” */
  return g_strdup_printf (_("%s has had this document open on “%s” since %s."), self->user, self->host, since);
}

/**
 * tl_lock_holder_free:
 * @self: (transfer full): who has a document open
 */
void
tl_lock_holder_free (TlLockHolder *self)
{
  g_free (self->user);
  g_free (self->host);
  g_clear_pointer (&self->since, g_date_time_unref);
  g_free (self);
}
