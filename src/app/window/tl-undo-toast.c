/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what has just been done, and offers to take it back: the program does not ask "are you sure?".
 *
 * The step is known by the revision of the document.  Once another edit has come the toast goes, because its button
 * would take back something else than what its words say.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-undo-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-window.h"

/* What a toast offers, as data of the toast */
#define OFFER "tl-undo-offer"

typedef struct
{
  GtkWidget  *from;         /* NULL when it has gone */
  TlDocument *document;
  guint64     revision;
} UndoOffer;

static void
undo_offer_free (gpointer data)
{
  UndoOffer *offer = data;

  g_clear_weak_pointer (&offer->from);
  g_object_unref (offer->document);
  g_free (offer);
}

static gboolean
is_last_step (const UndoOffer *offer)
{
  return tl_document_get_revision (offer->document) == offer->revision;
}

static void
undo_clicked_cb (AdwToast *toast,
                 gpointer  user_data)
{
  UndoOffer *offer = g_object_get_data (G_OBJECT (toast), OFFER);
  g_autoptr (GError) error = NULL;

  if (!is_last_step (offer) || tl_document_undo (offer->document, &error))
    return;

  if (offer->from != NULL)
    tl_window_show_error (offer->from, _("Nothing Was Undone"), error);
}

static void
document_changed_cb (AdwToast   *toast,
                     GPtrArray  *entities,
                     TlDocument *document)
{
  g_assert (ADW_IS_TOAST (toast));

  if (!is_last_step (g_object_get_data (G_OBJECT (toast), OFFER)))
    adw_toast_dismiss (toast);
}

/* The overlay around @widget; a window stands around it, and a dialog above the window it was opened from. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (overlay != NULL)
    return ADW_TOAST_OVERLAY (overlay);
  if (TL_IS_WINDOW (root))
    return tl_window_get_toast_overlay (TL_WINDOW (root));
  if (parent != NULL)
    return find_overlay (GTK_WIDGET (parent));

  return NULL;
}

/**
 * tl_undo_toast_show:
 * @from: a widget in the window in which it was done
 * @document: an open document, not within a group
 * @text: what was done, in a few words: "3 goals removed"; not markup
 *
 * Says that the last step of @document was done, and lets it be undone as long as no other edit has come.  What is
 * still pending is written first, so that it belongs to the step.
 */
void
tl_undo_toast_show (GtkWidget  *from,
                    TlDocument *document,
                    const char *text)
{
  g_autofree char *markup = NULL;
  AdwToastOverlay *overlay;
  AdwToast *toast;
  UndoOffer *offer;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (text != NULL);

  overlay = find_overlay (from);
  if (overlay == NULL)
    return;

  /* What does not reach the disk is told by the document itself. */
  tl_document_flush (document, NULL);

  offer = g_new0 (UndoOffer, 1);
  g_set_weak_pointer (&offer->from, from);
  offer->document = g_object_ref (document);
  offer->revision = tl_document_get_revision (document);

  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), OFFER, offer, undo_offer_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), NULL);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}
