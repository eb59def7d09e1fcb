/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of the whole cascade is shown, from the top: "Whole cascade › Sales › Grow account revenue".  Each step but
 * the last is a button that leads back to it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-trail.h"

#include <glib/gi18n-lib.h>

#include "tl-focus.h"

struct _TlTrail
{
  GtkWidget parent_instance;

  char    *shown;               /* what the crumbs say, to leave them and the focus alone while it is the same */
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (TlTrail, tl_trail, GTK_TYPE_WIDGET)

/* A crumb shrinks so far and no further, that one can tell what it is. */
#define N_CHARS_MIN     6
#define N_CHARS_MIN_END 12
#define N_CHARS_MAX     28

/* Where there is little room, this many steps at the end are named; those before stand behind one button. */
#define N_NAMED_NARROW  2

static GtkWidget *
create_label (const char *text,
              int         n_chars_min)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (n_chars_min, g_utf8_strlen (text, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), N_CHARS_MAX);
  return label;
}

static void
append_arrow (TlTrail *self)
{
  GtkWidget *arrow = gtk_label_new ("›");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_set_parent (arrow, GTK_WIDGET (self));
}

static GtkWidget *
append_button (TlTrail    *self,
               const char *text,
               int         n_chars_min)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_label (text, n_chars_min));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
append_whole (TlTrail *self)
{
  GtkWidget *button = append_button (self, _("Whole cascade"), N_CHARS_MAX);

  gtk_widget_set_tooltip_text (button, _("Show the Whole Cascade"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whole cascade"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.whole-cascade");
}

static void
append_step (TlTrail  *self,
             TlEntity *entity,
             gboolean  is_named)
{
  g_autofree char *name = tl_entity_dup_display_name (entity);
  /* Translators: %s is the name of a unit or a person; the button shows the part of the cascade that belongs to it */
  g_autofree char *tooltip = g_strdup_printf (_("Show Only %s"), name);
  GtkWidget *button = append_button (self, is_named ? name : "…", N_CHARS_MIN);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_entity_get_id (entity));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.focus-on");
}

/* Where one is */
static void
append_end (TlTrail  *self,
            TlEntity *entity)
{
  g_autofree char *name = tl_entity_dup_display_name (entity);
  GtkWidget *label = create_label (name, N_CHARS_MIN_END);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "end");
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static char *
describe (TlTrail   *self,
          GPtrArray *trail)
{
  GString *text = g_string_new (self->is_narrow ? "narrow\n" : "");

  for (guint i = 0; i < trail->len; i++)
    {
      g_autofree char *name = tl_entity_dup_display_name (g_ptr_array_index (trail, i));

      g_string_append_printf (text, "%s %s\n", tl_entity_get_id (g_ptr_array_index (trail, i)), name);
    }

  return g_string_free (text, FALSE);
}

static void
remove_crumbs (TlTrail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
tl_trail_dispose (GObject *object)
{
  remove_crumbs (TL_TRAIL (object));

  G_OBJECT_CLASS (tl_trail_parent_class)->dispose (object);
}

static void
tl_trail_finalize (GObject *object)
{
  g_free (TL_TRAIL (object)->shown);

  G_OBJECT_CLASS (tl_trail_parent_class)->finalize (object);
}

static void
tl_trail_class_init (TlTrailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_trail_dispose;
  object_class->finalize = tl_trail_finalize;

  gtk_widget_class_set_css_name (widget_class, "trail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_trail_init (TlTrail *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which Part of the Cascade Is Shown"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_trail_show:
 * @self: the trail
 * @focus: (nullable): what is focused upon; without it the trail hides itself
 */
void
tl_trail_show (TlTrail  *self,
               TlEntity *focus)
{
  g_autoptr (GPtrArray) trail = NULL;
  g_autofree char *shown = NULL;
  guint first = 0;

  g_return_if_fail (TL_IS_TRAIL (self));

  gtk_widget_set_visible (GTK_WIDGET (self), focus != NULL);
  if (focus == NULL)
    return;

  trail = tl_focus_dup_trail (focus);
  shown = describe (self, trail);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  if (self->is_narrow && trail->len > N_NAMED_NARROW)
    first = trail->len - N_NAMED_NARROW - 1;

  remove_crumbs (self);
  append_whole (self);
  for (guint i = first; i < trail->len; i++)
    {
      append_arrow (self);
      if (i + 1 < trail->len)
        append_step (self, g_ptr_array_index (trail, i), !self->is_narrow || i + N_NAMED_NARROW >= trail->len);
      else
        append_end (self, g_ptr_array_index (trail, i));
    }

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

/**
 * tl_trail_set_narrow:
 * @self: the trail
 * @is_narrow: whether there is room for few steps only; the trail shows them the next time it is told what to show
 */
void
tl_trail_set_narrow (TlTrail  *self,
                     gboolean  is_narrow)
{
  g_return_if_fail (TL_IS_TRAIL (self));

  self->is_narrow = is_narrow;
}
