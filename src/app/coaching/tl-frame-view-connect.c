/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linking two statements: the first is selected, the second is chosen with the arrow keys and Enter or with a click.
 *
 * Nobody has to know the direction of a link: it leads from Work to Impact to Result whichever end was chosen first.
 * A loop is asked for by its own name, because from a Result to an Impact both would be possible.  Why a link cannot be
 * is said below the frame, and one goes on choosing.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-frame-view-private.h"

/* Links lead from left to right, loops from right to left. */
static gboolean
is_turned (TlStatement *one,
           TlStatement *other,
           gboolean     is_loop)
{
  if (is_loop)
    return tl_statement_get_facet (one) < tl_statement_get_facet (other);

  return tl_statement_get_facet (one) > tl_statement_get_facet (other);
}

/* Links two statements as one step, or says why not. */
gboolean
tl_frame_view_connect (TlFrameView *self,
                       const char  *one,
                       const char  *other,
                       gboolean     is_loop)
{
  TlStatement *from = tl_frame_view_find_statement (self, one);
  TlStatement *to = tl_frame_view_find_statement (self, other);
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL || !tl_frame_view_can_edit (self))
    return FALSE;

  if (is_turned (from, to, is_loop))
    {
      TlStatement *turned = from;

      from = to;
      to = turned;
    }
  if (tl_conversation_edits_connect (self->document, from, to, is_loop, &error) == NULL)
    {
      tl_frame_view_say (self, error->message);
      return FALSE;
    }

  tl_frame_view_say (self, NULL);
  return TRUE;
}

/* Begins to link the selected statement. */
void
tl_frame_view_start_connecting (TlFrameView *self,
                                gboolean     is_loop)
{
  if (!tl_frame_view_can_edit (self) || tl_frame_view_find_card (self, self->selected) == NULL)
    return;

  g_free (self->connecting);
  self->connecting = g_strdup (self->selected);
  self->is_loop = is_loop;
  tl_frame_view_say (self, is_loop ? _("Which one does it lead back to? Choose with the arrow keys and Enter, or click. "
                                       "Esc leaves.")
                                   : _("Which one is it linked to? Choose with the arrow keys and Enter, or click. "
                                       "Esc leaves."));
  tl_canvas_focus_selected (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Leaves without a link. */
void
tl_frame_view_stop_connecting (TlFrameView *self)
{
  if (self->connecting == NULL)
    return;

  g_clear_pointer (&self->connecting, g_free);
  tl_frame_view_say (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes the other end of the link; what cannot be one leaves the question open. */
void
tl_frame_view_choose_end (TlFrameView *self,
                          const char  *id)
{
  g_autofree char *start = g_strdup (self->connecting);

  if (start == NULL || id == NULL || g_str_equal (start, id))
    return;

  if (tl_frame_view_connect (self, start, id, self->is_loop))
    tl_frame_view_stop_connecting (self);
}
