/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worksheet of a coaching conversation: what the person takes away.
 *
 * It is one page when it fits on one, else two, and more only for forty statements.  What can be less without being
 * worse, the height of the frame, the chains that are told and the room for notes, is tried in a few steps, the most
 * generous first; the notes always have the rest of the last page.  Rejected: smaller type.  A page that had to be squeezed is
 * handed over with an apology.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-worksheet-private.h"

/* From the most generous to the tightest, for one page and for two */
static const TlWorksheetRoom rooms_of_one[] = {
  { 400.0, 3, 6 }, { 340.0, 2, 4 }, { 300.0, 2, 3 }, { 260.0, 1, 2 },
};
static const TlWorksheetRoom rooms_of_two[] = {
  { 0.0, 3, 6 }, { 0.0, 2, 4 }, { 400.0, 2, 3 }, { 340.0, 1, 2 }, { 300.0, 1, 2 },
};

/* For more than two */
static const TlWorksheetRoom free_room = { 0.0, 3, 6 };

/* Between the statement it began with and the frame, and the least that a frame on the first page is given */
#define FRAME_GAP   18.0
#define LEAST_FRAME 300.0

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

/* What all attempts have in common. */
typedef struct
{
  TlConversation    *conversation;
  GPtrArray         *statements;
  GPtrArray         *frames;
  TlGraph           *graph;
  TlCues            *cues;
  const TlPageSetup *setup;
} Making;

/* What the first page has left for the frame; a whole page when that is too little. */
static double
measure_rest (const Making *self)
{
  g_autoptr (TlPaperDocument) head = tl_paper_document_new (self->setup);
  double page = MAX (self->setup->height - self->setup->margin_top - self->setup->margin_bottom, 1.0);

  tl_worksheet_add_names (head, self->conversation);
  tl_worksheet_add_beginning (head, self->statements);

  double rest = page * (1.0 - tl_paper_document_get_fill (head, 0)) - FRAME_GAP;

  return tl_paper_document_get_n_pages (head) == 1 && rest >= LEAST_FRAME ? rest : page;
}

static TlPaperDocument *
compose (const Making          *self,
         const TlWorksheetRoom *room,
         TlWorksheetFlags       flags)
{
  TlPaperDocument *document = tl_paper_document_new (self->setup);
  g_autofree char *title = make_title (self->conversation);
  double height = room->figure > 0.0 ? room->figure : measure_rest (self);

  tl_paper_document_set_title (document, title);
  tl_paper_document_set_author (document, tl_worksheet_get_coach (self->conversation));
  tl_worksheet_add_names (document, self->conversation);
  tl_worksheet_add_beginning (document, self->statements);

  TlScene *frame = tl_worksheet_add_frame (document, self->conversation, self->frames, height);

  tl_worksheet_add_agreed (document, self->statements);
  tl_worksheet_add_difference (document, self->statements);
  tl_worksheet_add_results (document, self->statements);
  tl_worksheet_add_sight (document, self->conversation, self->statements, self->graph, room->n_chains);
  tl_worksheet_add_questions (document, self->conversation, self->statements, self->cues);
  tl_worksheet_add_words (document, self->statements, frame, height);
  /* Together, so that no page holds nothing but lines. */
  tl_paper_document_begin_group (document);
  tl_worksheet_add_next (document, self->conversation);
  tl_worksheet_add_notes (document, room->n_notes);
  tl_paper_document_end_group (document);
  if (flags & TL_WORKSHEET_PRIVATE_NOTES)
    tl_worksheet_add_private (document, self->conversation);

  return document;
}

/* The first of @rooms with which everything but the private notes comes to @n_pages; NULL when there is none. */
static const TlWorksheetRoom *
find_room (const Making          *self,
           const TlWorksheetRoom *rooms,
           guint                  n_rooms,
           guint                  n_pages)
{
  for (guint i = 0; i < n_rooms; i++)
    {
      g_autoptr (TlPaperDocument) attempt = compose (self, &rooms[i], TL_WORKSHEET_DEFAULT);

      if (tl_paper_document_get_n_pages (attempt) <= n_pages)
        return &rooms[i];
    }

  return NULL;
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

  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autoptr (GPtrArray) frames = tl_worksheet_new_frames ();
  const Making making = { conversation, statements, frames, graph, cues, setup };
  const TlWorksheetRoom *room = find_room (&making, rooms_of_one, G_N_ELEMENTS (rooms_of_one), 1);

  if (room == NULL)
    room = find_room (&making, rooms_of_two, G_N_ELEMENTS (rooms_of_two), 2);

  return compose (&making, room != NULL ? room : &free_room, flags);
}
