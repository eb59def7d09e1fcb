/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame on the worksheet of a coaching conversation: the drawing, and in words what the drawing cannot show.
 *
 * Rejected: a frame drawn over several pages.  Lines that lead off the paper show nothing of what hangs together, which is
 * what the frame is for; an overview that fits and a list beside it show both.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-frame-scene.h"
#include "tl-painter.h"
#include "tl-paper-private.h"
#include "tl-statement.h"
#include "tl-vocabulary.h"
#include "tl-worksheet-private.h"

/* A frame whose words are set smaller than this share of their size on the screen is an overview: what was said is then
 * also set in words. */
#define LEAST_SCALE 0.62

/* How wide a frame is laid out, to be shrunk to the width of the page: the wider, the lower it gets. */
#define FIRST_WIDTH 600.0
#define WIDTH_STEP  25.0
#define N_WIDTHS    37

static double
measure_scale (TlPaperDocument *document,
               TlScene         *scene,
               double           max_height)
{
  TlRect bounds;

  tl_paper_measure_scene (scene, &bounds);

  return MIN (tl_paper_document_get_width (document) / MAX (bounds.width, 1.0), max_height / MAX (bounds.height, 1.0));
}

static void
free_frame (gpointer data)
{
  g_clear_object ((TlScene **) &data);
}

/**
 * tl_worksheet_new_frames:
 *
 * Returns: (transfer full) (element-type TlScene): room for a frame in several widths, which are laid out when
 *   tl_worksheet_add_frame() looks at them
 */
GPtrArray *
tl_worksheet_new_frames (void)
{
  GPtrArray *frames = g_ptr_array_new_with_free_func (free_frame);

  g_ptr_array_set_size (frames, N_WIDTHS);

  return frames;
}

static TlScene *
get_frame (GPtrArray      *frames,
           TlConversation *conversation,
           guint           i)
{
  if (frames->pdata[i] == NULL)
    frames->pdata[i] = tl_frame_scene_new (conversation, NULL, FIRST_WIDTH + i * WIDTH_STEP);

  return frames->pdata[i];
}

static gboolean
fills_width (TlPaperDocument *document,
             TlScene         *scene,
             double           max_height)
{
  TlRect bounds;

  tl_paper_measure_scene (scene, &bounds);

  return bounds.height * tl_paper_document_get_width (document) <= max_height * bounds.width;
}

/**
 * tl_worksheet_add_frame:
 * @document: what to add to
 * @conversation: whose frame
 * @frames: (element-type TlScene): of tl_worksheet_new_frames()
 * @max_height: how high it may be, in points
 *
 * Adds the frame as a drawing: the narrowest, whose words come out largest, of those that are no higher when they are as
 * wide as the lines.
 *
 * Returns: (transfer none): the drawing
 */
TlScene *
tl_worksheet_add_frame (TlPaperDocument *document,
                        TlConversation  *conversation,
                        GPtrArray       *frames,
                        double           max_height)
{
  guint least = 0;
  guint most = frames->len - 1;

  while (least < most)
    {
      guint middle = (least + most) / 2;

      if (fills_width (document, get_frame (frames, conversation, middle), max_height))
        most = middle;
      else
        least = middle + 1;
    }

  TlScene *found = get_frame (frames, conversation, least);

  tl_paper_document_add_figure (document, found, max_height);

  return found;
}

/* What was agreed, the results and what an Impact looks like stand on the worksheet in full anyway. */
static gboolean
is_told_elsewhere (TlStatement *statement)
{
  return tl_statement_get_facet (statement) == TL_FACET_RESULT || tl_worksheet_tells_difference (statement)
         || (tl_statement_get_agreed (statement) && tl_statement_get_action_state (statement) != TL_ACTION_STATE_LET_GO);
}

static gboolean
is_cut (TlStatement *statement,
        TlScene     *scene)
{
  guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (statement)));

  return card != TL_SCENE_NONE
         && tl_painter_is_statement_cut (tl_scene_get_texts (scene), tl_scene_get_card (scene, card));
}

static GPtrArray *
collect_unreadable (GPtrArray *statements,
                    TlScene   *scene,
                    gboolean   is_small)
{
  GPtrArray *unreadable = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = statements->pdata[i];

      if (tl_statement_get_facet (statement) != TL_FACET_UNSET && !is_told_elsewhere (statement)
          && (is_small || is_cut (statement, scene)))
        g_ptr_array_add (unreadable, statement);
    }

  return unreadable;
}

/**
 * tl_worksheet_add_words:
 * @document: what to add to
 * @statements: (element-type TlStatement): what was said, column by column
 * @scene: the frame that is drawn on it
 * @max_height: how high it may be there, in points
 *
 * Adds in words what cannot be read in the drawing, because that has become small or because it is cut there, and does
 * not stand elsewhere on the worksheet.
 */
void
tl_worksheet_add_words (TlPaperDocument *document,
                        GPtrArray       *statements,
                        TlScene         *scene,
                        double           max_height)
{
  gboolean is_small = measure_scale (document, scene, max_height) < LEAST_SCALE;
  g_autoptr (GPtrArray) unreadable = collect_unreadable (statements, scene, is_small);
  TlFacet last = TL_FACET_UNSET;

  if (unreadable->len > 0)
    /* Translators: a heading on the worksheet, above what the drawing has no room for */
    tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Also in the frame"));

  for (guint i = 0; i < unreadable->len; i++)
    {
      TlFacet facet = tl_statement_get_facet (unreadable->pdata[i]);

      if (facet != last)
        tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_2, tl_enum_to_label (TL_TYPE_FACET, facet));
      last = facet;
      tl_paper_document_add_bullet (document, tl_statement_get_text (unreadable->pdata[i]));
    }
}
