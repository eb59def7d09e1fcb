/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the selected goal from wherever it is selected: the actions "goal.edit", "goal.connect",
 * "goal.add-beneath", "goal.duplicate" and "goal.remove" of everything inside a widget.
 *
 * The outline has actions of its own beside these, for several goals at once and for its rows; both call the same
 * verbs.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-goal-actions.h"

#include <glib/gi18n-lib.h>

#include "tl-goal-edits.h"
#include "tl-undo-toast.h"
#include "tl-window.h"

struct _TlGoalActions
{
  GObject parent_instance;

  GtkWidget          *widget;           /* not owned: it owns the actions */
  TlDocument         *document;
  TlNavigator        *navigator;
  GSimpleActionGroup *group;
};

enum
{
  EDIT,
  CONNECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlGoalActions, tl_goal_actions, G_TYPE_OBJECT)

static TlGoal *
get_goal (TlGoalActions *self)
{
  TlEntity *selected = tl_navigator_get_selected (self->navigator);

  return TL_IS_GOAL (selected) ? TL_GOAL (selected) : NULL;
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_signal_emit (user_data, signals[EDIT], 0);
}

static void
connect_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_signal_emit (user_data, signals[CONNECT], 0);
}

/* The new goal has a title to be replaced, and the focus is there. */
static void
add_beneath_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlGoalActions *self = user_data;
  g_autoptr (GError) error = NULL;
  TlGoal *goal;

  if (get_goal (self) == NULL)
    return;

  goal = tl_goal_edits_quick_add (self->document, get_goal (self), NULL, _("New goal"), &error);
  if (goal == NULL)
    {
      tl_window_show_error (self->widget, _("No Goal Was Added"), error);
      return;
    }

  tl_navigator_set_selected (self->navigator, TL_ENTITY (goal));
  g_signal_emit (self, signals[EDIT], 0);
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TlGoalActions *self = user_data;
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;

  if (get_goal (self) == NULL)
    return;

  g_ptr_array_add (goals, get_goal (self));
  copies = tl_goal_edits_duplicate (self->document, goals);
  if (copies != NULL && copies->len > 0)
    tl_navigator_set_selected (self->navigator, copies->pdata[0]);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlGoalActions *self = user_data;
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (get_goal (self) == NULL)
    return;

  g_ptr_array_add (goals, g_object_ref (get_goal (self)));
  title = tl_entity_dup_display_name (goals->pdata[0]);
  tl_goal_edits_remove (self->document, goals);

  /* Translators: the title of a goal */
  text = g_strdup_printf (_("“%s” removed"), title);
  tl_undo_toast_show (self->widget, self->document, text);
}

static void
update_enabled (TlGoalActions *self)
{
  static const char *const edits[] = { "connect", "add-beneath", "duplicate", "remove" };
  gboolean has_goal = get_goal (self) != NULL;
  gboolean is_writable = !tl_document_get_read_only (self->document);
  GAction *edit = g_action_map_lookup_action (G_ACTION_MAP (self->group), "edit");

  g_assert (TL_IS_GOAL_ACTIONS (self));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (edit), has_goal);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), edits[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_goal && is_writable);
    }
}

static void
tl_goal_actions_dispose (GObject *object)
{
  TlGoalActions *self = TL_GOAL_ACTIONS (object);

  g_clear_object (&self->group);
  g_clear_object (&self->navigator);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_goal_actions_parent_class)->dispose (object);
}

static void
tl_goal_actions_class_init (TlGoalActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_goal_actions_dispose;

  /**
   * TlGoalActions::edit:
   *
   * The details of the selected goal are to get the focus.
   */
  signals[EDIT] = g_signal_new ("edit", TL_TYPE_GOAL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlGoalActions::connect:
   *
   * What the selected goal helps is to be chosen.
   */
  signals[CONNECT] = g_signal_new ("connect", TL_TYPE_GOAL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_goal_actions_init (TlGoalActions *self)
{
  static const GActionEntry entries[] = {
    { "edit", edit_cb },
    { "connect", connect_cb },
    { "add-beneath", add_beneath_cb },
    { "duplicate", duplicate_cb },
    { "remove", remove_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_goal_actions_new:
 * @widget: what has the actions, and owns them
 * @document: an open document
 * @navigator: knows which goal is selected
 *
 * Returns: (transfer full): the actions, to be kept as long as @widget
 */
TlGoalActions *
tl_goal_actions_new (GtkWidget   *widget,
                     TlDocument  *document,
                     TlNavigator *navigator)
{
  TlGoalActions *self = g_object_new (TL_TYPE_GOAL_ACTIONS, NULL);

  self->widget = widget;
  self->document = g_object_ref (document);
  self->navigator = g_object_ref (navigator);
  gtk_widget_insert_action_group (widget, "goal", G_ACTION_GROUP (self->group));
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (update_enabled), self, G_CONNECT_SWAPPED);
  update_enabled (self);
  return self;
}
