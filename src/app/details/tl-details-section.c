/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the details under a heading, which folds it away.  Which parts are folded is remembered for all goals
 * and all windows: who never looks at tensions does not want to fold them away a hundred times.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-details-section.h"

#include <glib/gi18n-lib.h>

struct _TlDetailsSection
{
  GtkBox parent_instance;

  GSettings *settings;
  char      *key;
  char      *title;
  GtkWidget *heading;           /* the button that folds */
  GtkWidget *arrow;
  GtkWidget *count;
  GtkWidget *ends;
  GtkWidget *content;
  guint      n;
};

G_DEFINE_FINAL_TYPE (TlDetailsSection, tl_details_section, GTK_TYPE_BOX)

#define KEY_FOLDED "folded-sections"

static gboolean
is_folded (TlDetailsSection *self)
{
  g_auto (GStrv) folded = g_settings_get_strv (self->settings, KEY_FOLDED);

  return g_strv_contains ((const char *const *) folded, self->key);
}

static void
update (TlDetailsSection *self)
{
  gboolean is_open = !is_folded (self);
  g_autofree char *count = g_strdup_printf ("%u", self->n);

  g_assert (TL_IS_DETAILS_SECTION (self));

  gtk_widget_set_visible (self->content, is_open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_label (GTK_LABEL (self->count), self->n > 0 ? count : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

static void
set_folded (TlDetailsSection *self,
            gboolean          folded)
{
  g_auto (GStrv) old = g_settings_get_strv (self->settings, KEY_FOLDED);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) new = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    {
      if (!g_str_equal (old[i], self->key))
        g_strv_builder_add (builder, old[i]);
    }
  if (folded)
    g_strv_builder_add (builder, self->key);

  new = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY_FOLDED, (const char *const *) new);
}

static void
heading_clicked_cb (TlDetailsSection *self)
{
  g_assert (TL_IS_DETAILS_SECTION (self));

  set_folded (self, !is_folded (self));
}

static void
tl_details_section_dispose (GObject *object)
{
  TlDetailsSection *self = TL_DETAILS_SECTION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_details_section_parent_class)->dispose (object);
}

static void
tl_details_section_finalize (GObject *object)
{
  TlDetailsSection *self = TL_DETAILS_SECTION (object);

  g_free (self->key);
  g_free (self->title);

  G_OBJECT_CLASS (tl_details_section_parent_class)->finalize (object);
}

static void
tl_details_section_class_init (TlDetailsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_details_section_dispose;
  object_class->finalize = tl_details_section_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_details_section_init (TlDetailsSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section");
  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

static void
create_heading (TlDetailsSection *self,
                const char       *icon_name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (self->title);

  self->arrow = gtk_image_new ();
  self->count = gtk_label_new (NULL);
  self->heading = gtk_button_new ();
  self->ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->heading, "flat");
  gtk_widget_add_css_class (self->heading, "section-heading");
  gtk_box_append (GTK_BOX (inside), self->arrow);
  gtk_box_append (GTK_BOX (inside), title);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (inside), self->count);
  gtk_button_set_child (GTK_BUTTON (self->heading), inside);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_set_tooltip_text (self->heading, _("Fold or Unfold"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_signal_connect_object (self->heading, "clicked", G_CALLBACK (heading_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->heading);
  gtk_box_append (GTK_BOX (line), self->ends);
  gtk_box_append (GTK_BOX (self), line);
}

/**
 * tl_details_section_new:
 * @key: what it is called in the settings
 * @title: what it is called on the screen
 * @icon_name: (nullable): what stands beside the title
 *
 * Returns: (transfer full): an empty section
 */
GtkWidget *
tl_details_section_new (const char *key,
                        const char *title,
                        const char *icon_name)
{
  TlDetailsSection *self = g_object_new (TL_TYPE_DETAILS_SECTION, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  create_heading (self, icon_name);
  gtk_box_append (GTK_BOX (self), self->content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->settings, "changed::" KEY_FOLDED, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * tl_details_section_add:
 * @self: a section
 * @child: what comes next in it
 */
void
tl_details_section_add (TlDetailsSection *self,
                        GtkWidget        *child)
{
  g_return_if_fail (TL_IS_DETAILS_SECTION (self));

  gtk_box_append (GTK_BOX (self->content), child);
}

/**
 * tl_details_section_add_end:
 * @self: a section
 * @button: what stands at the end of its heading
 */
void
tl_details_section_add_end (TlDetailsSection *self,
                            GtkWidget        *button)
{
  g_return_if_fail (TL_IS_DETAILS_SECTION (self));

  gtk_box_append (GTK_BOX (self->ends), button);
}

/**
 * tl_details_section_set_count:
 * @self: a section
 * @count: how many things are in it; none is not said
 */
void
tl_details_section_set_count (TlDetailsSection *self,
                              guint             count)
{
  g_return_if_fail (TL_IS_DETAILS_SECTION (self));

  self->n = count;
  update (self);
}

/**
 * tl_details_section_unfold:
 * @self: a section
 *
 * Shows what is in it, because something has been put there.
 */
void
tl_details_section_unfold (TlDetailsSection *self)
{
  g_return_if_fail (TL_IS_DETAILS_SECTION (self));

  if (is_folded (self))
    set_folded (self, FALSE);
}
