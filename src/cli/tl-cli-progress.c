/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that lasts says so on the terminal, and for how long already.
 *
 * A thread of its own counts the seconds, so that the work need not know; how much of it is left nobody could say
 * truly, since most of the time goes into one transaction.
 */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "tl-cli-progress.h"

struct _TlCliProgress
{
  char     *label;
  GThread  *thread;
  GMutex    mutex;
  GCond     ended;
  gboolean  has_ended;
};

/* Waits for another second, or for the end, which it returns. */
static gboolean
wait_a_second (TlCliProgress *self)
{
  gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (!self->has_ended && g_cond_wait_until (&self->ended, &self->mutex, deadline))
    continue;

  return self->has_ended;
}

static gpointer
count_seconds (gpointer user_data)
{
  TlCliProgress *self = user_data;
  guint n_seconds;

  g_mutex_lock (&self->mutex);
  for (n_seconds = 0; !wait_a_second (self);)
    {
      n_seconds++;
      g_printerr ("\r");
      /* Translators: work under way, and its seconds so far, such as “Importing… 3 s” */
      g_printerr (_("%s… %u s"), self->label, n_seconds);
    }
  g_mutex_unlock (&self->mutex);

  if (n_seconds > 0)
    g_printerr ("\r\033[K");

  return NULL;
}

/**
 * tl_cli_progress_begin:
 * @label: what is under way, translated, such as "Importing"
 *
 * From the second second on, says on standard error how long the work has lasted; nothing when that is no terminal.
 *
 * Returns: (transfer full) (nullable): to be handed to tl_cli_progress_end() before anything else is printed
 */
TlCliProgress *
tl_cli_progress_begin (const char *label)
{
  TlCliProgress *self;

  if (!isatty (STDERR_FILENO))
    return NULL;

  self = g_new0 (TlCliProgress, 1);
  self->label = g_strdup (label);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended);
  self->thread = g_thread_new ("progress", count_seconds, self);
  return self;
}

/**
 * tl_cli_progress_end:
 * @self: (transfer full) (nullable): what tl_cli_progress_begin() returned
 *
 * Takes back what was said.
 */
void
tl_cli_progress_end (TlCliProgress *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->has_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->mutex);

  g_thread_join (self->thread);
  g_cond_clear (&self->ended);
  g_mutex_clear (&self->mutex);
  g_free (self->label);
  g_free (self);
}
