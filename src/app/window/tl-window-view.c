/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one was in a document when its window was closed: the lens, and what it was about. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-document-state.h"
#include "tl-example.h"
#include "tl-focus.h"
#include "tl-window-private.h"

/* The nicks of the setting last-lens are the names of the action. */
static const char *const lens_names[TL_N_LENSES] = { "line-of-sight", "cascade", "goals", "people", "coaching" };

/* What the lens is called in the action "lens" and in what is remembered. */
const char *
tl_window_name_lens (TlLens lens)
{
  g_assert (lens < TL_N_LENSES);

  return lens_names[lens];
}

/* Returns whether @name is the name of a lens, which @lens is then.  What is remembered may have been written by a
 * Throughline with other lenses. */
gboolean
tl_window_find_lens (const char *name,
                     TlLens     *lens)
{
  for (guint i = 0; name != NULL && i < TL_N_LENSES; i++)
    {
      if (g_str_equal (lens_names[i], name))
        {
          *lens = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
restore_lens (TlWindow        *self,
              TlNavigator     *navigator,
              TlDocumentState *state)
{
  g_autofree char *name = tl_document_state_dup_string (state, "lens");
  TlLens lens = TL_LENS_LINE_OF_SIGHT;

  if (name == NULL)
    name = g_settings_get_string (self->settings, "last-lens");
  tl_window_find_lens (name, &lens);
  tl_navigator_set_lens (navigator, lens);
}

/* Who opens the example for the first time sees at once what a line of sight is. */
static void
restore_subject (TlWindow        *self,
                 TlNavigator     *navigator,
                 TlDocumentState *state)
{
  g_autofree char *id = tl_document_state_dup_string (state, "subject");
  TlPerson *first = tl_example_find_person (self->document);
  TlEntity *subject = id != NULL ? tl_model_lookup (tl_document_get_model (self->document), id) : TL_ENTITY (first);

  if (TL_IS_PERSON (subject) || TL_IS_GOAL (subject))
    tl_navigator_set_subject (navigator, subject);
}

/* Last, because it is the nearest: a part of the cascade alone. */
static void
restore_focus (TlWindow        *self,
               TlDocumentState *state)
{
  g_autofree char *id = tl_document_state_dup_string (state, "focus");

  if (id != NULL && tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace)) == TL_LENS_CASCADE)
    tl_workspace_focus_on (self->workspace, id);
}

static void
moved_cb (TlWindow    *self,
          TlNavigator *navigator)
{
  TlDocumentState *state = tl_document_state_of (self->document);
  TlEntity *subject = tl_navigator_get_subject (navigator);
  TlEntity *focus = tl_focus_get (navigator);
  const char *lens = tl_window_name_lens (tl_navigator_get_lens (navigator));

  g_assert (TL_IS_WINDOW (self));

  tl_document_state_set_string (state, "lens", lens);
  /* Nothing is a subject too: the whole organisation. */
  tl_document_state_set_string (state, "subject", subject != NULL ? tl_entity_get_id (subject) : "");
  tl_document_state_set_string (state, "focus", focus != NULL ? tl_entity_get_id (focus) : NULL);
  g_settings_set_string (self->settings, "last-lens", lens);
}

/* Goes to where one was in the document that the window has got, before anything is shown: no lens is filled only to
 * give way to another. */
void
tl_window_restore_place (TlWindow    *self,
                         TlNavigator *navigator)
{
  TlDocumentState *state = tl_document_state_of (self->document);

  restore_lens (self, navigator, state);
  restore_subject (self, navigator, state);
}

/* Shows it as it was shown there, and remembers from now on where one goes. */
void
tl_window_restore_view (TlWindow *self)
{
  TlNavigator *navigator = tl_workspace_get_navigator (self->workspace);

  tl_window_restore_direction (self);
  restore_focus (self, tl_document_state_of (self->document));
  g_signal_connect_object (navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}
