/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changing the words of a statement where they stand: a field above the card, as wide as the card and as high as the
 * words.  Enter and leaving keep what was typed, Esc leaves it as it was; no words at all change nothing.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-drafts.h"
#include "tl-frame-view-private.h"
#include "tl-text.h"

/* The field is never smaller than this, however small the card is shown. */
#define WIDTH_LEAST  220
#define HEIGHT_LEAST 64

/* What was typed, on one line and no longer than a statement may be. */
static char *
dup_typed (TlFrameView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *typed = NULL;
  g_autofree char *clean = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  clean = tl_text_clean (typed);
  if (g_utf8_strlen (clean, -1) > TL_ANSWER_MAX_LENGTH)
    return g_utf8_substring (clean, 0, TL_ANSWER_MAX_LENGTH);

  return g_steal_pointer (&clean);
}

static void
keep_typed (TlFrameView *self,
            TlStatement *statement)
{
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0' || g_strcmp0 (typed, tl_statement_get_text (statement)) == 0)
    return;

  tl_document_begin_group (self->document, _("Edit Statement"));
  tl_statement_set_text (statement, typed);
  tl_document_finish_group (self->document);
}

/* What is being typed outlives a crash; no words at all change nothing then, either. */
static void
changed_cb (TlFrameView *self)
{
  g_autofree char *typed = NULL;

  g_assert (TL_IS_FRAME_VIEW (self));

  if (self->edited == NULL)
    return;

  typed = dup_typed (self);
  if (*typed != '\0')
    tl_document_keep_draft (self->document, self->edited, "text", typed);
  else
    tl_document_drop_draft (self->document, self->edited, "text");
}

/* Takes the field away; what was typed is kept or not. */
void
tl_frame_view_stop_editing (TlFrameView *self,
                            gboolean     keep)
{
  g_autofree char *id = g_steal_pointer (&self->edited);
  TlStatement *statement = tl_frame_view_find_statement (self, id);
  gboolean had_focus;

  if (id == NULL)
    return;

  had_focus = gtk_widget_has_focus (GTK_WIDGET (self->text));
  gtk_widget_set_visible (self->editor, FALSE);
  if (keep && statement != NULL && tl_frame_view_can_edit (self))
    keep_typed (self, statement);
  tl_document_drop_draft (self->document, id, "text");
  if (had_focus)
    tl_canvas_focus_selected (self->canvas);
}

/* Shows the field above the card, with its words selected. */
void
tl_frame_view_edit (TlFrameView *self,
                    const char  *id)
{
  TlStatement *statement = tl_frame_view_find_statement (self, id);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  if (statement == NULL || !tl_frame_view_can_edit (self) || tl_frame_view_find_card (self, id) == NULL)
    return;

  tl_frame_view_stop_editing (self, TRUE);
  tl_frame_view_stop_connecting (self);
  tl_frame_view_set_selected (self, id);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, tl_statement_get_text (statement) != NULL ? tl_statement_get_text (statement) : "",
                            -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->edited = g_strdup (id);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Above the card, but wholly within the view. */
static gboolean
place_cb (TlFrameView  *self,
          GtkWidget    *child,
          GdkRectangle *place)
{
  const TlCard *card = tl_frame_view_find_card (self, self->edited);
  int width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
  graphene_rect_t area;
  int natural;

  if (child != self->editor || card == NULL)
    return FALSE;

  area = tl_frame_view_get_card_area (self, card);
  place->width = CLAMP ((int) area.size.width, MIN (WIDTH_LEAST, width), width);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, place->width, NULL, &natural, NULL, NULL);
  place->height = CLAMP (MAX (natural, (int) area.size.height), MIN (HEIGHT_LEAST, height), height);
  place->x = CLAMP ((int) area.origin.x, 0, width - place->width);
  place->y = CLAMP ((int) area.origin.y, 0, height - place->height);
  return TRUE;
}

static gboolean
ends_editing (guint     keyval,
              gboolean *keep)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      *keep = TRUE;
      return TRUE;

    case GDK_KEY_Escape:
      *keep = FALSE;
      return TRUE;

    default:
      return FALSE;
    }
}

/* An input method that is in the middle of a word wants its own Enter and Esc first. */
static gboolean
key_cb (TlFrameView        *self,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state,
        GtkEventController *controller)
{
  gboolean keep;

  g_assert (TL_IS_FRAME_VIEW (self));

  if (!ends_editing (keyval, &keep))
    return GDK_EVENT_PROPAGATE;

  if (!gtk_text_view_im_context_filter_keypress (self->text, gtk_event_controller_get_current_event (controller)))
    tl_frame_view_stop_editing (self, keep);
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (TlFrameView *self)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  tl_frame_view_stop_editing (self, TRUE);
}

/* Makes the field, which is not to be seen yet. */
void
tl_frame_view_init_editor (TlFrameView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *text = gtk_text_view_new ();

  self->text = GTK_TEXT_VIEW (text);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words of the Statement"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, focus);

  self->editor = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->editor), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->editor), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->editor), text);
  gtk_widget_add_css_class (self->editor, "frame-editor");
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->editor);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
}
