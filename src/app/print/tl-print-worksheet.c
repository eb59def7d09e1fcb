/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worksheets of coaching conversations in the preview.
 *
 * The conversation is known by its identity: while the preview is open it may go, with the person or by an undo in
 * another window of the same document, and come back as another object.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-worksheet.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-print-preview.h"
#include "tl-print-settings.h"

typedef struct
{
  TlDocument *document;
  char       *conversation;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->document);
  g_free (subject->conversation);
  g_free (subject);
}

static TlPages *
make_coaching (GSettings        *settings,
               TlWorksheetFlags  flags,
               gpointer          user_data)
{
  const Subject *subject = user_data;
  TlModel *model = tl_document_get_model (subject->document);
  TlEntity *conversation = tl_model_lookup (model, subject->conversation);
  g_autoptr (TlGraph) graph = NULL;
  TlPageSetup setup;

  if (!TL_IS_CONVERSATION (conversation))
    return NULL;

  graph = tl_graph_new (model);
  tl_print_settings_get_setup (settings, &setup);
  return TL_PAGES (tl_worksheet_new_coaching (TL_CONVERSATION (conversation), graph, tl_coaching_data_get_cues (),
                                              &setup, flags));
}

static TlPages *
make_blank (GSettings        *settings,
            TlWorksheetFlags  flags,
            gpointer          user_data)
{
  TlPageSetup setup;

  tl_print_settings_get_setup (settings, &setup);
  return TL_PAGES (tl_worksheet_new_coaching_blank (user_data, &setup));
}

/* What the window and files of it are called */
static char *
make_title (TlConversation *conversation)
{
  TlPerson *person = tl_conversation_get_person (conversation);
  g_autofree char *name = person != NULL ? tl_entity_dup_display_name (TL_ENTITY (person)) : g_strdup ("");
  g_autofree char *date = tl_date_format (tl_conversation_get_date (conversation));

  if (*date == '\0')
    return g_strdup_printf (_("Worksheet for %s"), name);

  /* Translators: a page about a conversation: with whom, and the day */
  return g_strdup_printf (_("Worksheet for %s, %s"), name, date);
}

static gboolean
has_private_notes (TlConversation *conversation)
{
  g_autofree char *notes = g_strdup (tl_conversation_get_private_notes (conversation));

  return notes != NULL && *g_strstrip (notes) != '\0';
}

/**
 * tl_print_worksheet_present:
 * @from: a widget of the window that is to be in front of
 * @document: the document
 * @conversation: a conversation of it
 *
 * Shows the worksheet of @conversation, to be printed or saved as a PDF.
 */
void
tl_print_worksheet_present (GtkWidget      *from,
                            TlDocument     *document,
                            TlConversation *conversation)
{
  g_autofree char *title = NULL;
  Subject *subject;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  title = make_title (conversation);
  subject = g_new0 (Subject, 1);
  subject->document = g_object_ref (document);
  subject->conversation = g_strdup (tl_entity_get_id (TL_ENTITY (conversation)));
  tl_print_preview_present (from, title, NULL,
                            has_private_notes (conversation) ? TL_WORKSHEET_PRIVATE_NOTES : TL_WORKSHEET_DEFAULT,
                            make_coaching, subject, subject_free);
}

/**
 * tl_print_worksheet_present_blank:
 * @from: a widget of the window that is to be in front of
 * @name: (nullable): with whom the conversation will be; %NULL for a line to write the name on
 *
 * Shows a worksheet to be filled in by hand.
 */
void
tl_print_worksheet_present_blank (GtkWidget  *from,
                                  const char *name)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));

  if (name != NULL)
    /* Translators: a page to be filled in by hand, with the name of somebody on it */
    title = g_strdup_printf (_("Blank Worksheet for %s"), name);
  else
    title = g_strdup (_("Blank Worksheet"));
  tl_print_preview_present (from, title, NULL, TL_WORKSHEET_DEFAULT, make_blank, g_strdup (name), g_free);
}
