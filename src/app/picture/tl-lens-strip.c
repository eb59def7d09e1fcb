/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Above a picture: which part of the cascade it shows and how much of it, and how far down and which way it goes.
 *
 * Where there is little room, how far down the cascade is shown is one word with a menu instead of four buttons.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-lens-strip.h"

#include <glib/gi18n-lib.h>

#include "tl-focus.h"
#include "tl-late-menu.h"
#include "tl-trail.h"

struct _TlLensStrip
{
  GtkWidget parent_instance;

  TlNavigator   *navigator;         /* of the picture; NULL before there is one */
  gboolean       is_cascade;
  gboolean       is_narrow;
  TlDiagramDepth depth;
  gboolean       is_whole_level;

  TlTrail       *trail;
  GtkLabel      *summary;
  GtkWidget     *depth_buttons;
  GtkWidget     *rest_button;
  GtkMenuButton *view_button;
  GMenuModel    *view_menu;
  GMenu         *rest_section;
};

G_DEFINE_FINAL_TYPE (TlLensStrip, tl_lens_strip, GTK_TYPE_WIDGET)

#define SPACING 6

/* By TlDiagramDepth */
static const char *const depth_labels[] = { N_("People"), N_("Objectives"), N_("Functions"), N_("Teams") };

static void
update_depth (TlLensStrip *self)
{
  gtk_widget_set_visible (self->depth_buttons, self->is_cascade && !self->is_narrow);
  if (self->is_cascade && self->is_narrow)
    gtk_menu_button_set_label (self->view_button, self->is_whole_level ? _(depth_labels[self->depth]) : _("Levels"));
  else
    gtk_menu_button_set_icon_name (self->view_button, "view-more-symbolic");
}

/* Around a line of sight the rest is not there until somebody wants it, and then dimmed; around a chain it always is. */
static void
update_rest (TlLensStrip *self)
{
  const char *label = self->is_cascade ? _("Di_m the Rest") : _("Show the _Rest, Dimmed");
  g_autoptr (GMenuItem) item = g_menu_item_new (label, "win.dim-rest");

  gtk_widget_set_visible (self->rest_button, !self->is_cascade);
  g_menu_remove_all (self->rest_section);
  g_menu_append_item (self->rest_section, item);
}

static void
tl_lens_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&TL_LENS_STRIP (object)->navigator);

  G_OBJECT_CLASS (tl_lens_strip_parent_class)->dispose (object);
}

static void
tl_lens_strip_class_init (TlLensStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_lens_strip_dispose;

  g_type_ensure (TL_TYPE_TRAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-lens-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, trail);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, depth_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, rest_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, view_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, view_menu);
  gtk_widget_class_bind_template_child (widget_class, TlLensStrip, rest_section);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_lens_strip_init (TlLensStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tl_late_menu_set (self->view_button, self->view_menu);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
}

/**
 * tl_lens_strip_show:
 * @self: the strip
 * @navigator: what the picture is about
 * @depth: how far down it is shown, in the cascade's lens
 * @is_whole_level: whether it is shown exactly so far down, and not further or less in places
 * @summary: how much there is in it
 */
void
tl_lens_strip_show (TlLensStrip    *self,
                    TlNavigator    *navigator,
                    TlDiagramDepth  depth,
                    gboolean        is_whole_level,
                    const char     *summary)
{
  g_return_if_fail (TL_IS_LENS_STRIP (self));
  g_return_if_fail (TL_IS_NAVIGATOR (navigator));

  g_set_object (&self->navigator, navigator);
  self->is_cascade = tl_navigator_get_lens (navigator) == TL_LENS_CASCADE;
  self->depth = depth;
  self->is_whole_level = is_whole_level;
  tl_trail_show (self->trail, tl_focus_get (navigator));
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  update_rest (self);
  update_depth (self);
}

/**
 * tl_lens_strip_set_narrow:
 * @self: the strip
 * @is_narrow: whether there is room for few words only
 */
void
tl_lens_strip_set_narrow (TlLensStrip *self,
                          gboolean     is_narrow)
{
  g_return_if_fail (TL_IS_LENS_STRIP (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  tl_trail_set_narrow (self->trail, is_narrow);
  if (self->navigator != NULL)
    tl_trail_show (self->trail, tl_focus_get (self->navigator));
  update_depth (self);
}
