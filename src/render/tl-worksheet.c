/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worksheet of a coaching conversation: what the person takes away.
 *
 * It is one page when it fits on one.  What can be smaller without being worse, the frame and the room for notes, is tried
 * in a few steps, the most generous first; when not even the tightest comes to one page, the frame is drawn as large
 * as it likes and the notes have the rest of the last page.  Rejected: smaller type.  A page that had to be squeezed is
 * handed over with an apology.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-worksheet-private.h"

/* From the most generous to the tightest, for one page; the first also for more */
static const TlWorksheetRoom rooms[] = {
  { 400.0, 6 }, { 340.0, 4 }, { 300.0, 3 }, { 260.0, 2 },
};

/* Between the statement it began with and the frame, and the least that a frame on the first page is given */
#define FRAME_GAP   18.0
#define LEAST_FRAME 300.0

static const TlWorksheetRoom free_room = { 0.0, 6 };

static char *
make_title (TlConversation *conversation)
{
  TlPerson *person = tl_conversation_get_person (conversation);
  const char *name = person != NULL ? tl_party_get_name (TL_PARTY (person)) : NULL;
  g_autofree char *isolated = tl_format_isolate (name != NULL ? name : "");
  g_autofree char *day = tl_worksheet_format_day (tl_conversation_get_date (conversation));

  if (*day == '\0')
    /* Translators: at the foot of a printed worksheet; the name of a person */
    return g_strdup_printf (_("Coaching worksheet · %s"), isolated);

  /* Translators: at the foot of a printed worksheet; the name of a person, and the day of the conversation */
  return g_strdup_printf (_("Coaching worksheet · %s · %s"), isolated, day);
}

static const char *
get_coach_name (TlConversation *conversation)
{
  TlPerson *coach = tl_conversation_get_coach (conversation);

  return coach != NULL ? tl_party_get_name (TL_PARTY (coach)) : tl_conversation_get_coach_name (conversation);
}

/* What the first page has left for the frame; a whole page when that is too little. */
static double
measure_rest (TlConversation    *conversation,
              GPtrArray         *statements,
              const TlPageSetup *setup)
{
  g_autoptr (TlPaperDocument) head = tl_paper_document_new (setup);
  double page = MAX (setup->height - setup->margin_top - setup->margin_bottom, 1.0);

  tl_worksheet_add_names (head, conversation);
  tl_worksheet_add_beginning (head, statements);

  double rest = page * (1.0 - tl_paper_document_get_fill (head, 0)) - FRAME_GAP;

  return tl_paper_document_get_n_pages (head) == 1 && rest >= LEAST_FRAME ? rest : page;
}

static TlPaperDocument *
compose (TlConversation        *conversation,
         TlGraph               *graph,
         TlCues                *cues,
         const TlPageSetup     *setup,
         TlWorksheetFlags       flags,
         const TlWorksheetRoom *room)
{
  TlPaperDocument *document = tl_paper_document_new (setup);
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autofree char *title = make_title (conversation);
  double height = room->figure > 0.0 ? room->figure : measure_rest (conversation, statements, setup);

  tl_paper_document_set_title (document, title);
  tl_paper_document_set_author (document, get_coach_name (conversation));
  tl_worksheet_add_names (document, conversation);
  tl_worksheet_add_beginning (document, statements);

  g_autoptr (TlScene) scene = tl_worksheet_add_frame (document, conversation, height);

  tl_worksheet_add_agreed (document, conversation, statements);
  tl_worksheet_add_results (document, statements);
  tl_worksheet_add_sight (document, conversation, statements, graph);
  tl_worksheet_add_questions (document, conversation, statements, cues);
  tl_worksheet_add_words (document, statements, scene, height);
  tl_worksheet_add_next (document, conversation);
  tl_worksheet_add_notes (document, room->n_notes);
  if (flags & TL_WORKSHEET_PRIVATE_NOTES)
    tl_worksheet_add_private (document, conversation);

  return document;
}

/**
 * tl_worksheet_new_coaching:
 * @conversation: what was said; it belongs to a model
 * @graph: (nullable): the cascade, for the line of sight to the objectives
 * @cues: (nullable): what statements are read by, for the questions that are still open
 * @setup: the page
 * @flags: what is printed beside what always is
 *
 * Makes the worksheet of a conversation.  It holds what it says by itself: the conversation may change or go.  Without
 * %TL_WORKSHEET_PRIVATE_NOTES nothing of the private notes is in it; with it they have pages of their own at the end.
 *
 * Returns: (transfer full): the worksheet
 */
TlPaperDocument *
tl_worksheet_new_coaching (TlConversation    *conversation,
                           TlGraph           *graph,
                           TlCues            *cues,
                           const TlPageSetup *setup,
                           TlWorksheetFlags   flags)
{
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation) && setup != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (TlPaperDocument) trial = compose (conversation, graph, cues, setup, TL_WORKSHEET_DEFAULT, &rooms[i]);

      if (tl_paper_document_get_n_pages (trial) == 1)
        return compose (conversation, graph, cues, setup, flags, &rooms[i]);
    }

  return compose (conversation, graph, cues, setup, flags, &free_room);
}
