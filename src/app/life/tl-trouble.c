/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every way in which a document can fail to open, or be in trouble while it is open, with what helps.
 *
 * The sentence is that of the error, which names the file: it was written where most was known.  Here it gets a
 * heading and its ways out.  The failure page and the banners show the same object, and a test goes through all of
 * them without a display: a trouble without a way out is a mistake.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-trouble.h"

#include <glib/gi18n-lib.h>

#include "tl-store.h"

/**
 * tl_trouble_new:
 * @heading: what has happened, in a few words and header capitals
 * @sentence: what has happened, and what to do
 *
 * Returns: (transfer full): a trouble without a way out yet
 */
TlTrouble *
tl_trouble_new (const char *heading,
                const char *sentence)
{
  TlTrouble *self;

  g_return_val_if_fail (heading != NULL, NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_new0 (TlTrouble, 1);
  self->heading = g_strdup (heading);
  self->sentence = g_strdup (sentence);
  return self;
}

/**
 * tl_trouble_free:
 * @self: (transfer full): a trouble
 */
void
tl_trouble_free (TlTrouble *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->heading);
  g_free (self->summary);
  g_free (self->sentence);
  g_free (self);
}

/**
 * tl_trouble_add_way:
 * @self: a trouble with fewer than %TL_TROUBLE_N_WAYS ways out
 * @label: (transfer none): a text that stays, as the messages of a catalogue do
 * @action: (transfer none): the name of an action, which stays too
 *
 * Adds something that helps; what helps most comes first.
 */
void
tl_trouble_add_way (TlTrouble  *self,
                    const char *label,
                    const char *action)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL && action != NULL);

  for (guint i = 0; i < TL_TROUBLE_N_WAYS; i++)
    {
      if (self->ways[i].label == NULL)
        {
          self->ways[i] = (TlWayOut) { label, action };
          return;
        }
    }

  g_return_if_reached ();
}

/* What has happened, in a few words; the error says the rest. */
static const char *
name_failure (int code)
{
  switch (code)
    {
    case TL_STORE_ERROR_NOT_FOUND:
      return _("Not There");
    case TL_STORE_ERROR_NOT_A_DOCUMENT:
      return _("Not a Throughline Document");
    case TL_STORE_ERROR_NEWER:
      return _("Written by a Newer Throughline");
    case TL_STORE_ERROR_REFUSED:
      return _("Not Opened, for Safety");
    case TL_STORE_ERROR_DAMAGED:
      return _("Damaged");
    case TL_STORE_ERROR_BUSY:
      return _("In Use at the Moment");
    case TL_STORE_ERROR_OPEN:
      return _("Open Already");
    case TL_STORE_ERROR_READ_ONLY:
      return _("Cannot Be Put in Order Here");
    case TL_STORE_ERROR_FULL:
      return _("No Room on the Disk");
    case TL_STORE_ERROR_CANCELLED:
      return _("Stopped");
    default:
      return _("Could Not Be Opened");
    }
}

static gboolean
is_elsewhere (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path == NULL;
}

static void
add_ways_to_open (TlTrouble *self,
                  gboolean   is_far,
                  gboolean   has_backups,
                  int        code)
{
  switch (code)
    {
    case TL_STORE_ERROR_DAMAGED:
      if (has_backups)
        tl_trouble_add_way (self, _("Restore a Backup…"), "win.backups");
      tl_trouble_add_way (self, _("Rescue…"), "win.rescue");
      break;

    case TL_STORE_ERROR_NOT_FOUND:
      if (is_far)
        tl_trouble_add_way (self, _("Copy It Here…"), "win.copy-here");
      else if (has_backups)
        tl_trouble_add_way (self, _("Restore a Backup…"), "win.backups");
      break;

    case TL_STORE_ERROR_NEWER:
    case TL_STORE_ERROR_REFUSED:
    /* Something else has been put in the place of a document, or a program has emptied it. */
    case TL_STORE_ERROR_NOT_A_DOCUMENT:
      if (has_backups)
        tl_trouble_add_way (self, _("Restore a Backup…"), "win.backups");
      break;


    default:
      tl_trouble_add_way (self, _("Try Again"), "win.try-again");
      break;
    }
}

/* What to do with a damaged file depends on what there is besides it, which the error could not know. */
static char *
advise (const GError *error,
        int           code,
        gboolean      has_backups)
{
  if (code != TL_STORE_ERROR_DAMAGED)
    return g_strdup (error->message);

  if (has_backups)
    /* Translators: %s is a sentence that says that a file is damaged */
    return g_strdup_printf (_("%s Go back to a backup of it, or rescue what can still be read."), error->message);

  /* Translators: %s is a sentence that says that a file is damaged */
  return g_strdup_printf (_("%s There is no backup of it on this computer, but what can still be read can be rescued "
                            "into a new document."), error->message);
}

/**
 * tl_trouble_of_opening:
 * @file: what was to be opened
 * @has_backups: whether there are backups of it
 * @error: why that was not possible
 *
 * Returns: (transfer full): what to say of it, with at least one way out
 */
TlTrouble *
tl_trouble_of_opening (GFile        *file,
                       gboolean      has_backups,
                       const GError *error)
{
  g_autofree char *sentence = NULL;
  TlTrouble *self;
  int code;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error != NULL, NULL);

  code = error->domain == TL_STORE_ERROR ? error->code : -1;
  sentence = advise (error, code, has_backups);
  self = tl_trouble_new (is_elsewhere (file) ? _("On Another Computer") : name_failure (code), sentence);
  add_ways_to_open (self, is_elsewhere (file), has_backups, code);
  tl_trouble_add_way (self, _("Open Another…"), "app.open");
  return self;
}

/* What keeps the document from being saved, to be said beside its name. */
static const char *
summarise (int code)
{
  switch (code)
    {
    case TL_STORE_ERROR_FULL:
      return _("Not saved: no room on the disk");
    case TL_STORE_ERROR_BUSY:
      return _("Not saved: another program is writing to the file");
    case TL_STORE_ERROR_READ_ONLY:
      return _("Not saved: the file cannot be written to");
    case TL_STORE_ERROR_DAMAGED:
      return _("Not saved: the file is damaged");
    case TL_STORE_ERROR_TOO_LONG:
      return _("Not saved: a text is too long");
    case TL_STORE_ERROR_MOVED:
      return _("Not saved: the file was moved or deleted");
    case TL_STORE_ERROR_REPLACED:
      return _("Not saved: the file was replaced");
    default:
      return _("Not saved");
    }
}

/**
 * tl_trouble_of_storage:
 * @name: what to call the document
 * @error: why an edit did not reach the disk
 *
 * Returns: (transfer full): what to say of it: the edit is still on the screen, and can be brought to safety
 */
TlTrouble *
tl_trouble_of_storage (const char   *name,
                       const GError *error)
{
  g_autofree char *sentence = NULL;
  TlTrouble *self;
  int code;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  code = error->domain == TL_STORE_ERROR ? error->code : -1;
  /* Translators: the first %s is a sentence that says why something was not saved */
  sentence = g_strdup_printf (_("%s What you see in “%s” is still here."), error->message, name);
  self = tl_trouble_new (_("Not Saved"), sentence);
  self->summary = g_strdup (summarise (code));
  if (code != TL_STORE_ERROR_TOO_LONG)
    {
      tl_trouble_add_way (self, _("Try Again"), "win.try-again");
      tl_trouble_add_way (self, _("Save a Copy Elsewhere…"), "win.save-copy");
    }
  else
    {
      tl_trouble_add_way (self, _("Undo"), "win.undo");
      tl_trouble_add_way (self, _("Try Again"), "win.try-again");
    }
  return self;
}

/* Whether the folder, rather than the file, is what cannot be written to: SQLite needs both. */
static gboolean
is_folder_locked (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
}

static TlTrouble *
create_elsewhere (const TlLockHolder *holder)
{
  g_autofree char *who = tl_lock_holder_to_sentence (holder);
  /* Translators: %s is a sentence that says who has the document open */
  g_autofree char *sentence = g_strdup_printf (_("%s Until it is closed there, you can read it here."), who);
  TlTrouble *self = tl_trouble_new (_("Open Elsewhere"), holder->is_stale ? who : sentence);

  self->summary = g_strdup (_("Open elsewhere"));
  if (holder->is_stale)
    tl_trouble_add_way (self, _("Take Over"), "win.take-over");
  tl_trouble_add_way (self, _("Open a Copy…"), "win.open-copy");
  if (!holder->is_stale)
    {
      tl_trouble_add_way (self, _("Try Again"), "win.reopen");
      tl_trouble_add_way (self, _("Take Over…"), "win.take-over");
    }
  return self;
}

/**
 * tl_trouble_of_read_only:
 * @document: an open document that cannot be written to
 *
 * Returns: (transfer full): why, and what to do to go on with its content
 */
TlTrouble *
tl_trouble_of_read_only (TlDocument *document)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  TlTrouble *self;
  GFile *file;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  if (tl_document_get_lock_holder (document) != NULL)
    return create_elsewhere (tl_document_get_lock_holder (document));

  file = tl_document_get_file (document);
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  if (is_folder_locked (file))
    sentence = g_strdup_printf (_("“%s” can only be read, because nothing can be written to its folder. "
                                  "Save a copy elsewhere to change it."), name);
  else
    sentence = g_strdup_printf (_("“%s” can only be read, because the file is protected against changes. "
                                  "Save a copy elsewhere to change it."), name);

  self = tl_trouble_new (_("Read Only"), sentence);
  self->summary = g_strdup (_("Read only"));
  tl_trouble_add_way (self, _("Save a Copy Elsewhere…"), "win.save-copy");
  tl_trouble_add_way (self, _("Try Again"), "win.reopen");
  return self;
}

/**
 * tl_trouble_of_health:
 * @n_problems: how many problems were found in the document
 * @backup_error: (nullable): why the last backup of it could not be made
 *
 * Returns: (transfer full) (nullable): what to say of it; %NULL when there is nothing to say
 */
TlTrouble *
tl_trouble_of_health (guint         n_problems,
                      const GError *backup_error)
{
  g_autofree char *problems = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *sentence = NULL;
  TlTrouble *self;

  if (n_problems == 0 && backup_error == NULL)
    return NULL;

  if (n_problems > 0)
    problems = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This document has %u problem.",
                                             "This document has %u problems.", n_problems), n_problems);
  if (backup_error != NULL)
    /* Translators: %s is a sentence that says why */
    backup = g_strdup_printf (_("The last backup could not be made: %s"), backup_error->message);

  sentence = problems != NULL && backup != NULL ? g_strdup_printf ("%s %s", problems, backup) : NULL;
  self = tl_trouble_new (problems != NULL ? _("Problems Found") : _("No Backup"),
                         sentence != NULL ? sentence : problems != NULL ? problems : backup);
  if (problems != NULL)
    tl_trouble_add_way (self, _("Look…"), "win.health");
  if (backup != NULL)
    tl_trouble_add_way (self, _("Backups…"), "win.backups");
  return self;
}
