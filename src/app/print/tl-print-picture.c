/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of goals in the preview, on a page or on many that are put together. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-picture.h"

#include "tl-picture-choices.h"
#include "tl-picture-settings.h"
#include "tl-picture-words.h"
#include "tl-print-preview.h"
#include "tl-scene-copy.h"

typedef struct
{
  TlScene          *scene;        /* a copy: what is printed is what was looked at */
  TlRect            seen;
  gboolean          has_part;     /* whether there is more than what is seen */
  GSettings        *settings;
  TlPictureLayout   chosen;       /* instead of many pages, see tl_picture_settings_fit() */
  TlPictureChoices *choices;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  tl_picture_settings_leave (subject->settings, subject->chosen);
  g_object_unref (subject->settings);
  g_object_unref (subject->scene);
  g_object_unref (subject->choices);
  g_free (subject);
}

/* What would be too many pages is shown on fewer, and it is said why. */
static TlPages *
make (GSettings        *settings,
      TlWorksheetFlags  flags,
      gpointer          user_data)
{
  const Subject *subject = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *doubt = NULL;
  TlPicturePages *pages;
  TlPictureForm form;

  tl_picture_settings_get_form (settings, TRUE, subject->has_part ? &subject->seen : NULL, &form);
  pages = tl_picture_pages_new (subject->scene, tl_palette_get (FALSE, FALSE), &form, &error);
  while (pages == NULL)
    {
      form.across--;
      pages = tl_picture_pages_new (subject->scene, tl_palette_get (FALSE, FALSE), &form, NULL);
    }

  words = tl_picture_words_of_pages (pages);
  doubt = error != NULL ? g_strdup (error->message) : tl_picture_words_of_doubt (pages, &form);
  tl_picture_choices_tell (subject->choices, words, doubt);
  return TL_PAGES (pages);
}

/**
 * tl_print_picture_present:
 * @from: a widget of the window that is to be in front of
 * @settings: the settings of the application
 * @scene: the picture, which is copied; files of it are called by its title
 * @seen: (nullable): what is seen of it; %NULL when all of it is
 *
 * Shows the picture on paper, to be printed or saved as a PDF.
 */
void
tl_print_picture_present (GtkWidget    *from,
                          GSettings    *settings,
                          TlScene      *scene,
                          const TlRect *seen)
{
  Subject *subject;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (TL_IS_SCENE (scene));

  subject = g_new0 (Subject, 1);
  subject->scene = tl_scene_copy (scene);
  subject->has_part = seen != NULL;
  if (seen != NULL)
    subject->seen = *seen;
  subject->settings = g_object_ref (settings);
  subject->chosen = tl_picture_settings_fit (settings, TRUE, subject->scene, seen);
  subject->choices = g_object_ref_sink (TL_PICTURE_CHOICES (tl_picture_choices_new (settings, TRUE, seen != NULL)));
  tl_picture_choices_describe (subject->choices, scene);
  tl_print_preview_present (from, tl_scene_get_title (scene), GTK_WIDGET (subject->choices),
                            TL_WORKSHEET_DEFAULT, make, subject, subject_free);
}
