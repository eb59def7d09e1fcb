/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the selected goals from wherever they are selected: the actions "goal.edit", "goal.connect",
 * "goal.connect-with", "goal.add-beneath", "goal.duplicate" and "goal.remove" of everything inside a widget.
 *
 * The navigator knows of one selected goal; where several can be selected together, whoever shows them says which.  What
 * makes sense for one only is disabled meanwhile.  The outline has actions of its own beside these, for its rows; both
 * call the same verbs.
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
  GPtrArray          *several;          /* the identities of those selected together; NULL while it is not more than one */
  gboolean            is_in_picture;    /* so that what they help can be chosen there */
  GSimpleActionGroup *group;
};

enum
{
  EDIT,
  CONNECT,
  CONNECT_WITH,
  FIND_SUCCESSOR,
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

/* All that are selected: several of them, one or none */
static GPtrArray *
dup_goals (TlGoalActions *self)
{
  TlModel *model = tl_document_get_model (self->document);
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->several != NULL && i < self->several->len; i++)
    {
      TlEntity *entity = tl_model_lookup (model, g_ptr_array_index (self->several, i));

      if (TL_IS_GOAL (entity))
        g_ptr_array_add (goals, g_object_ref (entity));
    }

  if (goals->len == 0 && get_goal (self) != NULL)
    g_ptr_array_add (goals, g_object_ref (get_goal (self)));
  return goals;
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

static void
connect_with_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_signal_emit (user_data, signals[CONNECT_WITH], 0);
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
  g_autoptr (GPtrArray) goals = dup_goals (self);
  g_autoptr (GPtrArray) copies = NULL;

  if (goals->len == 0)
    return;

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
  g_autoptr (GPtrArray) goals = dup_goals (self);
  g_autofree char *successor = NULL;
  TlEntity *next;

  if (goals->len == 0)
    return;

  g_signal_emit (self, signals[FIND_SUCCESSOR], 0, &successor);
  tl_goal_actions_remove (self->widget, self->document, goals);
  next = successor != NULL ? tl_model_lookup (tl_document_get_model (self->document), successor) : NULL;
  if (next != NULL)
    tl_navigator_set_selected (self->navigator, next);
}

static void
set_enabled (TlGoalActions *self,
             const char    *name,
             gboolean       is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_enabled (TlGoalActions *self)
{
  gboolean is_one = self->several == NULL && get_goal (self) != NULL;
  gboolean is_any = self->several != NULL || is_one;
  gboolean is_writable = !tl_document_get_read_only (self->document);

  g_assert (TL_IS_GOAL_ACTIONS (self));

  set_enabled (self, "edit", is_one);
  set_enabled (self, "connect", is_one && is_writable);
  set_enabled (self, "connect-with", is_any && is_writable && self->is_in_picture);
  set_enabled (self, "add-beneath", is_one && is_writable);
  set_enabled (self, "duplicate", is_any && is_writable);
  set_enabled (self, "remove", is_any && is_writable);
}

static void
tl_goal_actions_dispose (GObject *object)
{
  TlGoalActions *self = TL_GOAL_ACTIONS (object);

  g_clear_pointer (&self->several, g_ptr_array_unref);
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

  /**
   * TlGoalActions::connect-with:
   *
   * What the selected goals help is to be chosen in the picture.
   */
  signals[CONNECT_WITH] = g_signal_new ("connect-with", TL_TYPE_GOAL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * TlGoalActions::find-successor:
   *
   * The selected goals are about to be removed.
   *
   * Returns: (transfer full) (nullable): the identity of what is to be selected then
   */
  signals[FIND_SUCCESSOR] = g_signal_new ("find-successor", TL_TYPE_GOAL_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                          g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_STRING, 0);
}

static void
tl_goal_actions_init (TlGoalActions *self)
{
  static const GActionEntry entries[] = {
    { "edit", edit_cb },
    { "connect", connect_cb },
    { "connect-with", connect_with_cb },
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

/**
 * tl_goal_actions_set_picture:
 * @self: the actions
 * @ids: (nullable) (element-type utf8): the identities of the goals that are selected in a picture; %NULL while there
 *   is no picture
 *
 * Tells of a selection of several, which the navigator does not know.
 */
void
tl_goal_actions_set_picture (TlGoalActions *self,
                             GPtrArray     *ids)
{
  g_return_if_fail (TL_IS_GOAL_ACTIONS (self));

  g_clear_pointer (&self->several, g_ptr_array_unref);
  if (ids != NULL && ids->len > 1)
    self->several = g_ptr_array_ref (ids);
  self->is_in_picture = ids != NULL && ids->len > 0;
  update_enabled (self);
}

/**
 * tl_goal_actions_remove:
 * @from: a widget in the window in which it is done
 * @document: a document that can be written
 * @goals: (element-type TlGoal): goals of it, owned by the array, one or more
 *
 * Removes them in one step, and says so with a toast that undoes it.
 */
void
tl_goal_actions_remove (GtkWidget  *from,
                        TlDocument *document,
                        GPtrArray  *goals)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (goals != NULL && goals->len > 0);

  title = tl_entity_dup_display_name (g_ptr_array_index (goals, 0));
  if (goals->len == 1)
    /* Translators: the title of a goal */
    text = g_strdup_printf (_("“%s” removed"), title);
  else
    text = g_strdup_printf (ngettext ("%u goal removed", "%u goals removed", goals->len), goals->len);

  tl_goal_edits_remove (document, goals);
  tl_undo_toast_show (from, document, text);
}
