/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a file while it is written and when it is: how far that has come, with Cancel, as soon as it takes long;
 * and where it is.  The export and the print preview say the same.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-output-toast.h"

#include <glib/gi18n-lib.h>

/* Until this many milliseconds have gone by, nobody needs to be told that it takes long; then so often how far it is. */
#define PATIENCE 400
#define INTERVAL 150

struct _TlOutputToast
{
  AdwToastOverlay  *overlay;        /* NULL when its window has gone */
  char             *path;
  const TlProgress *progress;
  const char       *cancel_action;
  guint             source;
  AdwToast         *toast;          /* once it takes long */
};

static gboolean
update_cb (gpointer data)
{
  TlOutputToast *self = data;
  g_autofree char *words = tl_output_toast_dup_words (self->path, self->progress);

  adw_toast_set_title (self->toast, words);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_over_cb (gpointer data)
{
  TlOutputToast *self = data;
  g_autofree char *words = tl_output_toast_dup_words (self->path, self->progress);

  self->source = 0;
  if (self->overlay == NULL)
    return G_SOURCE_REMOVE;

  self->toast = g_object_ref (adw_toast_new (words));
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_button_label (self->toast, _("Cancel"));
  adw_toast_set_action_name (self->toast, self->cancel_action);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
  self->source = g_timeout_add (INTERVAL, update_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * tl_output_toast_new:
 * @overlay: where it is said
 * @path: the file
 * @progress: how far its writing has come; it has to be there as long as this is
 * @cancel_action: (transfer none): the action that gives it up; static
 *
 * Returns: (transfer full): says that the file is being written, with Cancel, if that takes long; until it is freed
 */
TlOutputToast *
tl_output_toast_new (AdwToastOverlay  *overlay,
                     const char       *path,
                     const TlProgress *progress,
                     const char       *cancel_action)
{
  TlOutputToast *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (path != NULL && progress != NULL && cancel_action != NULL, NULL);

  self = g_new0 (TlOutputToast, 1);
  g_set_weak_pointer (&self->overlay, overlay);
  self->path = g_strdup (path);
  self->progress = progress;
  self->cancel_action = cancel_action;
  self->source = g_timeout_add (PATIENCE, patience_over_cb, self);
  return self;
}

/**
 * tl_output_toast_free:
 * @self: (transfer full): what was said
 *
 * The writing is over.
 */
void
tl_output_toast_free (TlOutputToast *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->toast != NULL && self->overlay != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->overlay);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_output_toast_dup_words:
 * @path: a file that is being written
 * @progress: how far that has come
 *
 * Returns: (transfer full): that, in words: pages are counted, images have a share of their rows
 */
char *
tl_output_toast_dup_words (const char       *path,
                           const TlProgress *progress)
{
  g_autofree char *lower = NULL;
  guint done, all;

  g_return_val_if_fail (path != NULL && progress != NULL, NULL);

  if (!tl_progress_ask (progress, &done, &all) || all == 1)
    return g_strdup (_("Writing the file…"));

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".png"))
    /* Translators: a share in percent */
    return g_strdup_printf (_("Writing the file… %u %%"), 100 * done / all);

  /* Translators: which page of how many */
  return g_strdup_printf (_("Writing the file… page %u of %u"), MIN (done + 1, all), all);
}

/**
 * tl_output_toast_tell_done:
 * @overlay: where it is said
 * @path: the file that was written
 * @words: a sentence with “%s” for its name
 * @button: what a button says
 * @action: what the button does
 */
void
tl_output_toast_tell_done (AdwToastOverlay *overlay,
                           const char      *path,
                           const char      *words,
                           const char      *button,
                           const char      *action)
{
  g_autofree char *name = NULL;
  g_autofree char *safe = NULL;
  g_autoptr (GString) text = NULL;
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (path != NULL && words != NULL && button != NULL && action != NULL);

  /* Toasts are markup, and names are not. */
  name = g_filename_display_basename (path);
  safe = g_markup_escape_text (name, -1);
  text = g_string_new (words);
  g_string_replace (text, "%s", safe, 1);
  toast = adw_toast_new (text->str);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (overlay, toast);
}
