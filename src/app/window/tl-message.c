/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says something that must not be missed.  The only file that knows which dialog does it on this platform. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  TlMessageFunc  func;
  GObject       *user_data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->user_data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *question = user_data;

  if (!g_str_equal (response, "close"))
    question->func (response, question->user_data);
}

/**
 * tl_message_show:
 * @parent: (nullable): the window it is about
 * @heading: what has happened, in a few words
 * @body: a sentence that names the file, the reason, and what to do
 *
 * Shows the message above @parent until it is closed.
 */
void
tl_message_show (GtkWindow  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (body != NULL);

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * tl_message_ask:
 * @parent: (nullable): the window it is about
 * @heading: what has happened, in a few words
 * @body: a sentence that names the file, the reason, and what to do
 * @answers: the ways on, ended by one without an identity; the first is what most people want
 * @func: called with the identity of the answer, not when somebody has cancelled
 * @user_data: an object for @func, kept alive until then
 *
 * Asks above @parent.  For what cannot be undone only: all else happens, and a toast offers to undo it.
 */
void
tl_message_ask (GtkWindow             *parent,
                const char            *heading,
                const char            *body,
                const TlMessageAnswer *answers,
                TlMessageFunc          func,
                GObject               *user_data)
{
  AdwMessageDialog *dialog;
  Question *question;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (body != NULL);
  g_return_if_fail (answers != NULL && answers[0].id != NULL);
  g_return_if_fail (func != NULL);
  g_return_if_fail (G_IS_OBJECT (user_data));

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "close", _("_Cancel"));
  for (guint i = 0; answers[i].id != NULL; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      if (answers[i].is_harmful)
        adw_message_dialog_set_response_appearance (dialog, answers[i].id, ADW_RESPONSE_DESTRUCTIVE);
    }
  if (!answers[0].is_harmful)
    {
      adw_message_dialog_set_response_appearance (dialog, answers[0].id, ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, answers[0].id);
    }
  adw_message_dialog_set_close_response (dialog, "close");

  question = g_new0 (Question, 1);
  question->func = func;
  question->user_data = g_object_ref (user_data);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
