/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks how a picture is to become a file, and shows what it will be before anybody has to think of a name. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-export-dialog.h"

#include <math.h>

#include "tl-export.h"
#include "tl-picture-choices.h"
#include "tl-picture-outline.h"
#include "tl-picture-settings.h"
#include "tl-picture-words.h"
#include "tl-scene-copy.h"

struct _TlExportDialog
{
  AdwWindow parent_instance;

  GSettings        *settings;
  TlScene          *scene;         /* a copy: what is exported is what was looked at */
  TlRect            seen;
  gboolean          has_part;      /* whether there is more than what is seen */
  TlPictureLayout   chosen;        /* instead of many pages, see tl_picture_settings_fit() */
  guint             refresh_id;

  GtkWidget        *export;
  TlPictureOutline *outline;
  GtkBox           *choices_box;
  TlPictureChoices *choices;
};

enum
{
  EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

/* Says what becomes of it; returns whether anything does. */
static gboolean
tell (TlExportDialog       *self,
      const TlPictureForm  *form,
      TlPicturePages       *pages,
      GError              **error)
{
  g_autofree char *words = NULL;
  g_autofree char *doubt = NULL;
  double width, height, most;
  double offered = 0;

  switch (tl_picture_settings_get_format (self->settings))
    {
    case TL_PICTURE_PNG:
      most = tl_export_measure_png (self->scene, tl_palette_get (FALSE, FALSE), form, &width, &height);
      words = tl_picture_words_of_png (width, height, most);
      if (!tl_export_check_png (width, height, most, error))
        {
          doubt = g_strdup ((*error)->message);
          offered = floor (100.0 * most) / 100.0;
        }
      break;

    case TL_PICTURE_PDF:
      words = tl_picture_words_of_pages (pages);
      doubt = tl_picture_words_of_doubt (pages, form);
      break;

    case TL_PICTURE_SVG:
    default:
      words = g_strdup ("");
      break;
    }

  tl_picture_choices_tell (self->choices, words, doubt);
  tl_picture_choices_offer_scale (self->choices, offered);
  tl_picture_outline_set_pages (self->outline, pages, words);
  return *error == NULL;
}

static void
refresh (TlExportDialog *self)
{
  g_autoptr (TlPicturePages) pages = NULL;
  g_autoptr (GError) error = NULL;
  TlPictureForm form, on_page;
  gboolean can_export = FALSE;

  tl_export_dialog_get_form (self, &form);
  on_page = form;
  /* An image is shown as the page it would be. */
  if (form.paper == TL_PAPER_PICTURE)
    on_page.scale = 0;
  pages = tl_picture_pages_new (self->scene, tl_palette_get (FALSE, FALSE), &on_page, &error);
  if (pages != NULL)
    can_export = tell (self, &form, pages, &error);
  else
    tl_picture_choices_tell (self->choices, "", error->message);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-place", can_export);
}

static gboolean
refresh_cb (gpointer data)
{
  TlExportDialog *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes together */
static void
settings_changed_cb (TlExportDialog *self,
                     const char     *key)
{
  g_assert (TL_IS_EXPORT_DIALOG (self));

  if (g_str_has_prefix (key, "picture-") && self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_DEFAULT, refresh_cb, self, NULL);
}

static void
choose_place_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXPORT], 0);
}

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  if (self->settings != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->settings, settings_changed_cb, self);
      tl_picture_settings_leave (self->settings, self->chosen);
    }

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_export_dialog_dispose;

  /**
   * TlExportDialog::export:
   * @self: the dialog
   *
   * Somebody has chosen how; it has to be asked where to.  The dialog stays open until it is closed.
   */
  signals[EXPORT] = g_signal_new ("export", TL_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  0);

  g_type_ensure (TL_TYPE_PICTURE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, outline);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, choices_box);
  gtk_widget_class_install_action (widget_class, "export.choose-place", NULL, choose_place_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "export.choose-place", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "export.choose-place", NULL);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_export_dialog_new:
 * @settings: the settings of the application, in which the choices are kept
 * @scene: what is looked at, which is copied
 * @seen: (nullable): what is seen of it; %NULL when all of it is
 *
 * Returns: (transfer full): a dialog
 */
GtkWidget *
tl_export_dialog_new (GSettings    *settings,
                      TlScene      *scene,
                      const TlRect *seen)
{
  TlExportDialog *self = g_object_new (TL_TYPE_EXPORT_DIALOG, NULL);

  g_return_val_if_fail (G_IS_SETTINGS (settings) && TL_IS_SCENE (scene), NULL);

  self->settings = g_object_ref (settings);
  self->scene = tl_scene_copy (scene);
  self->has_part = seen != NULL;
  if (seen != NULL)
    self->seen = *seen;
  self->chosen = tl_picture_settings_fit (settings, FALSE, self->scene, seen);
  self->choices = TL_PICTURE_CHOICES (tl_picture_choices_new (settings, FALSE, self->has_part));
  tl_picture_choices_describe (self->choices, self->scene);
  gtk_box_append (self->choices_box, GTK_WIDGET (self->choices));
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  /* Whoever exports as the last time has only to press Enter. */
  gtk_widget_grab_focus (self->export);

  return GTK_WIDGET (self);
}

/**
 * tl_export_dialog_get_scene:
 * @self: the dialog
 *
 * Returns: (transfer none): what is to be exported
 */
TlScene *
tl_export_dialog_get_scene (TlExportDialog *self)
{
  g_return_val_if_fail (TL_IS_EXPORT_DIALOG (self), NULL);

  return self->scene;
}

/**
 * tl_export_dialog_get_form:
 * @self: the dialog
 * @form: (out): how, as it is chosen now; what it points to belongs to the dialog
 */
void
tl_export_dialog_get_form (TlExportDialog *self,
                           TlPictureForm  *form)
{
  g_return_if_fail (TL_IS_EXPORT_DIALOG (self) && form != NULL);

  tl_picture_settings_get_form (self->settings, FALSE, self->has_part ? &self->seen : NULL, form);
}
