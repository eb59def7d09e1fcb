/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture is to be taken out: the rows that the export and the print preview share.
 *
 * They are bound to the settings, so that whoever exports every week need not choose anew, and whoever shows the rows
 * listens to the settings.  Only rows that matter for what is chosen above them are shown.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture-choices.h"

#include <glib/gi18n-lib.h>

#include "tl-picture-settings.h"

struct _TlPictureChoices
{
  GtkBox parent_instance;

  GSettings     *settings;
  gboolean       for_printer;

  AdwComboRow   *extent;
  AdwComboRow   *format;
  AdwComboRow   *layout;
  AdwComboRow   *paper;
  AdwComboRow   *orientation;
  GtkWidget     *across_row;
  GtkSpinButton *across;
  GtkWidget     *scale_row;
  GtkSpinButton *scale;
  GtkLabel      *words;
  GtkWidget     *doubt_box;
  GtkLabel      *doubt;
  GtkButton     *remedy;
  double         offered;        /* the scale that would do */
};

G_DEFINE_FINAL_TYPE (TlPictureChoices, tl_picture_choices, GTK_TYPE_BOX)

/* What the settings call the rows of each choice, in their order */
static const char *const extents[] = { "whole", "seen", NULL };
static const char *const formats[] = { "pdf", "svg", "png", NULL };
static const char *const layouts[] = { "own-page", "one-page", "many-pages", NULL };
static const char *const printed_layouts[] = { "one-page", "many-pages", NULL };
static const char *const papers[] = { "a4", "a3", "letter", NULL };

static gboolean
find_row (GValue   *value,
          GVariant *variant,
          gpointer  user_data)
{
  const char *const *names = user_data;
  const char *name = g_variant_get_string (variant, NULL);
  guint row = 0;

  /* The paper of the locale; a page that printers do not have */
  if (names == papers && g_str_equal (name, "locale"))
    name = tl_paper_get_default () == TL_PAPER_LETTER ? "letter" : "a4";
  for (guint i = 0; names[i] != NULL; i++)
    row = g_str_equal (names[i], name) ? i : row;
  g_value_set_uint (value, row);

  return TRUE;
}

static GVariant *
name_row (const GValue       *value,
          const GVariantType *type,
          gpointer            user_data)
{
  const char *const *names = user_data;
  guint row = g_value_get_uint (value);

  return row < g_strv_length ((char **) names) ? g_variant_new_string (names[row]) : NULL;
}

static void
bind_row (TlPictureChoices  *self,
          const char        *key,
          AdwComboRow       *row,
          const char *const *names)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, find_row, name_row,
                                (gpointer) names, NULL);
}

static gboolean
find_orientation (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  g_value_set_uint (value, g_variant_get_boolean (variant) ? 1 : 0);

  return TRUE;
}

static GVariant *
name_orientation (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  return g_variant_new_boolean (g_value_get_uint (value) == 1);
}

static void
update_rows (TlPictureChoices *self)
{
  TlPictureFormat format = self->for_printer ? TL_PICTURE_PDF : tl_picture_settings_get_format (self->settings);
  TlPictureLayout layout = tl_picture_settings_get_layout (self->settings, self->for_printer);
  gboolean is_pdf = format == TL_PICTURE_PDF;
  gboolean is_paper = is_pdf && layout != TL_PICTURE_OWN_PAGE;

  g_assert (TL_IS_PICTURE_CHOICES (self));

  gtk_widget_set_visible (GTK_WIDGET (self->layout), is_pdf);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), is_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation), is_paper);
  gtk_widget_set_visible (self->across_row, is_pdf && layout == TL_PICTURE_MANY_PAGES);
  gtk_widget_set_visible (self->scale_row, format == TL_PICTURE_PNG);
}

static void
bind_rows (TlPictureChoices *self)
{
  bind_row (self, "picture-extent", self->extent, extents);
  bind_row (self, "picture-format", self->format, formats);
  bind_row (self, "picture-layout", self->layout, self->for_printer ? printed_layouts : layouts);
  bind_row (self, "picture-paper", self->paper, papers);
  g_settings_bind_with_mapping (self->settings, "picture-landscape", self->orientation, "selected",
                                G_SETTINGS_BIND_DEFAULT, find_orientation, name_orientation, NULL, NULL);
  g_settings_bind (self->settings, "picture-across", gtk_spin_button_get_adjustment (self->across), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "picture-scale", gtk_spin_button_get_adjustment (self->scale), "value",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
remedy_clicked_cb (TlPictureChoices *self)
{
  g_assert (TL_IS_PICTURE_CHOICES (self));

  gtk_spin_button_set_value (self->scale, self->offered);
}

static void
tl_picture_choices_dispose (GObject *object)
{
  TlPictureChoices *self = TL_PICTURE_CHOICES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_picture_choices_parent_class)->dispose (object);
}

static void
tl_picture_choices_class_init (TlPictureChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picture_choices_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-picture-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, extent);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, format);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, layout);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, paper);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, orientation);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, across_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, across);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, scale_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, scale);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, words);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, doubt);
  gtk_widget_class_bind_template_child (widget_class, TlPictureChoices, remedy);
}

static void
tl_picture_choices_init (TlPictureChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->remedy, "clicked", G_CALLBACK (remedy_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_picture_choices_new:
 * @settings: the settings of the application, in which every choice is kept at once
 * @for_printer: whether a printer is to take the picture, and not a file
 * @has_part: whether what is seen of the picture is not all of it
 *
 * Returns: (transfer full): the choices
 */
GtkWidget *
tl_picture_choices_new (GSettings *settings,
                        gboolean   for_printer,
                        gboolean   has_part)
{
  TlPictureChoices *self = g_object_new (TL_TYPE_PICTURE_CHOICES, NULL);

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self->settings = g_object_ref (settings);
  self->for_printer = for_printer;
  gtk_widget_set_visible (GTK_WIDGET (self->extent), has_part);
  gtk_widget_set_visible (GTK_WIDGET (self->format), !for_printer);
  if (for_printer)
    gtk_string_list_remove (GTK_STRING_LIST (adw_combo_row_get_model (self->layout)), 0);
  bind_rows (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  update_rows (self);

  return GTK_WIDGET (self);
}

/**
 * tl_picture_choices_describe:
 * @self: the choices
 * @scene: the picture
 *
 * Says how much of the goals the whole picture has, when some are folded away in it.
 */
void
tl_picture_choices_describe (TlPictureChoices *self,
                             TlScene          *scene)
{
  gboolean is_folded = FALSE;
  GtkWidget *group;

  g_return_if_fail (TL_IS_PICTURE_CHOICES (self));
  g_return_if_fail (TL_IS_SCENE (scene));

  for (guint i = 0; i < tl_scene_get_n_cards (scene) && !is_folded; i++)
    is_folded = tl_scene_get_card (scene, i)->n_below > 0;

  group = gtk_widget_get_ancestor (GTK_WIDGET (self->extent), ADW_TYPE_PREFERENCES_GROUP);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         is_folded ? tl_scene_get_subtitle (scene) : NULL);
}

/**
 * tl_picture_choices_tell:
 * @self: the choices
 * @words: what becomes of the picture by them
 * @doubt: (nullable): what speaks against that, or for it
 */
void
tl_picture_choices_tell (TlPictureChoices *self,
                         const char       *words,
                         const char       *doubt)
{
  g_return_if_fail (TL_IS_PICTURE_CHOICES (self));

  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  gtk_label_set_label (self->doubt, doubt != NULL ? doubt : "");
  gtk_widget_set_visible (self->doubt_box, doubt != NULL);
}

/**
 * tl_picture_choices_offer_scale:
 * @self: the choices
 * @scale: the scale that would do, beside what speaks against the one that is chosen; 0 for none
 */
void
tl_picture_choices_offer_scale (TlPictureChoices *self,
                                double            scale)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TL_IS_PICTURE_CHOICES (self));

  /* Translators: a button that chooses a scale, such as 0.40 */
  label = g_strdup_printf (_("Use %.2f"), scale);
  self->offered = scale;
  gtk_button_set_label (self->remedy, label);
  gtk_widget_set_visible (GTK_WIDGET (self->remedy),
                          scale > 0 && scale >= gtk_adjustment_get_lower (gtk_spin_button_get_adjustment (self->scale)));
}
