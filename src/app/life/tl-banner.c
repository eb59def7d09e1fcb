/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence across the window, with what helps.  It stays until the trouble is over: nothing else in the window
 * says the same, and it takes nothing away that is on the screen.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-banner.h"

struct _TlBanner
{
  GtkWidget parent_instance;

  GtkLabel  *sentence;
  GtkBox    *ways;
  GtkWidget *hide_button;
};

G_DEFINE_FINAL_TYPE (TlBanner, tl_banner, GTK_TYPE_WIDGET)

static void
clear_ways (TlBanner *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ways))) != NULL)
    gtk_box_remove (self->ways, child);
}

static void
add_way (TlBanner       *self,
         const TlWayOut *way)
{
  GtkWidget *button = gtk_button_new_with_label (way->label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), way->action);
  gtk_box_append (self->ways, button);
}

static void
tl_banner_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_banner_parent_class)->dispose (object);
}

static void
tl_banner_class_init (TlBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBanner, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlBanner, ways);
  gtk_widget_class_bind_template_child (widget_class, TlBanner, hide_button);
  gtk_widget_class_bind_template_callback (widget_class, tl_banner_hide);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
}

static void
tl_banner_init (TlBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_banner_new:
 *
 * Returns: (transfer full): a banner that is not shown yet
 */
GtkWidget *
tl_banner_new (void)
{
  return g_object_new (TL_TYPE_BANNER, NULL);
}

/**
 * tl_banner_show:
 * @self: a banner
 * @trouble: what to say, and what helps
 *
 * Shows it in place of what the banner said before.  Saying the same again leaves the buttons as they are, with the
 * focus on them.
 */
void
tl_banner_show (TlBanner        *self,
                const TlTrouble *trouble)
{
  g_return_if_fail (TL_IS_BANNER (self));
  g_return_if_fail (trouble != NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self)) && g_str_equal (tl_banner_get_sentence (self), trouble->sentence))
    return;

  gtk_label_set_label (self->sentence, trouble->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, trouble->sentence, -1);
  clear_ways (self);
  for (guint i = 0; i < TL_TROUBLE_N_WAYS && trouble->ways[i].label != NULL; i++)
    add_way (self, &trouble->ways[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * tl_banner_hide:
 * @self: a banner
 *
 * The trouble is over, or somebody has read of it.
 */
void
tl_banner_hide (TlBanner *self)
{
  g_return_if_fail (TL_IS_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_banner_get_sentence:
 * @self: a banner
 *
 * Returns: (transfer none): what it says, or said last; "" when it has never said anything
 */
const char *
tl_banner_get_sentence (TlBanner *self)
{
  g_return_val_if_fail (TL_IS_BANNER (self), NULL);

  return gtk_label_get_label (self->sentence);
}

/**
 * tl_banner_set_can_hide:
 * @self: a banner
 * @can_hide: whether there is a button that hides it, for what is good to know and no trouble
 */
void
tl_banner_set_can_hide (TlBanner *self,
                        gboolean  can_hide)
{
  g_return_if_fail (TL_IS_BANNER (self));

  gtk_widget_set_visible (self->hide_button, can_hide);
}
