/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conversations a goal came from, each a button that leads there. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-goal-origins.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-rows.h"
#include "tl-statement.h"

struct _TlGoalOrigins
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TlGoalOrigins, tl_goal_origins, GTK_TYPE_BOX)

static GtkWidget *
create_origin (TlEntity *entity,
               gpointer  user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fact-link");
  gtk_widget_add_css_class (button, "to");
  gtk_widget_set_tooltip_text (button, _("Open the conversation"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_entity_get_id (entity));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.turn-to");
  return button;
}

static void
update_origin (GtkWidget *button,
               TlEntity  *entity,
               gpointer   user_data)
{
  TlConversation *conversation = TL_CONVERSATION (entity);
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (tl_conversation_get_person (conversation)));
  g_autofree char *date = tl_date_format (tl_conversation_get_date (conversation));
  /* Translators: the name of a person, and a date */
  g_autofree char *text = g_strdup_printf (_("From the conversation with \u2068%s\u2069 on %s"), name, date);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
tl_goal_origins_class_init (TlGoalOriginsClass *klass)
{
}

static void
tl_goal_origins_init (TlGoalOrigins *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * tl_goal_origins_new:
 *
 * Returns: (transfer full): the origins of no goal yet
 */
GtkWidget *
tl_goal_origins_new (void)
{
  return g_object_new (TL_TYPE_GOAL_ORIGINS, NULL);
}

/**
 * tl_goal_origins_show:
 * @self: the origins
 * @goal: a goal; one that came from no conversation has none, and nothing is shown
 */
void
tl_goal_origins_show (TlGoalOrigins *self,
                      TlGoal        *goal)
{
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (GPtrArray) conversations = NULL;

  g_return_if_fail (TL_IS_GOAL_ORIGINS (self));
  g_return_if_fail (TL_IS_GOAL (goal));

  statements = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_STATEMENT, "goal");
  conversations = g_ptr_array_new ();
  for (guint i = 0; i < statements->len; i++)
    {
      TlConversation *conversation = tl_statement_get_conversation (g_ptr_array_index (statements, i));

      if (!g_ptr_array_find (conversations, conversation, NULL))
        g_ptr_array_add (conversations, conversation);
    }

  tl_entity_rows_sync (GTK_BOX (self), conversations, create_origin, update_origin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), conversations->len > 0);
}
