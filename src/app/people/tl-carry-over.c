/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals go on in another cycle: those that are not finished are ticked, and whoever looks takes some out or adds.
 *
 * The goals are held by identity: the window stays open while the document can change under it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-carry-over.h"

#include <glib/gi18n-lib.h>

#include "tl-cycle-edits.h"
#include "tl-drop-down.h"
#include "tl-goal-edits.h"
#include "tl-undo-toast.h"
#include "tl-window.h"
#include "tl-words.h"

struct _TlCarryOver
{
  AdwWindow parent_instance;

  TlDocument        *document;
  GtkWidget         *from;              /* where the toast is to be said */
  char              *cycle;             /* the identity of the cycle that the goals are in; NULL for none */
  GPtrArray         *targets;           /* identities; NULL for one that has to be made */
  GListStore        *goals;             /* of TlGoal */
  GtkMultiSelection *selection;

  GtkLabel          *title;
  GtkListView       *list_view;
  GtkDropDown       *target;
  GtkLabel          *count;
  GtkWidget         *carry_button;
};

enum
{
  CARRIED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlCarryOver, tl_carry_over, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static guint
count_chosen (TlCarryOver *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (chosen);
}

static void
update_count (TlCarryOver *self)
{
  guint n_chosen = count_chosen (self);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->goals));
  g_autofree char *text = NULL;

  g_assert (TL_IS_CARRY_OVER (self));

  /* Translators: how many of how many goals are chosen */
  text = g_strdup_printf (_("%'u of %'u"), n_chosen, n_all);
  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "carry.over", n_chosen > 0);
}

static GPtrArray *
collect_chosen (TlCarryOver *self)
{
  TlModel *model = tl_document_get_model (self->document);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->goals)); i++)
    {
      g_autoptr (TlEntity) shown = g_list_model_get_item (G_LIST_MODEL (self->goals), i);
      TlEntity *goal = tl_model_lookup (model, tl_entity_get_id (shown));

      if (TL_IS_GOAL (goal) && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_ptr_array_add (chosen, g_object_ref (goal));
    }

  return chosen;
}

/* The cycle that is chosen, made when it is the next one and does not exist yet. */
static TlCycle *
take_target (TlCarryOver  *self,
             GError      **error)
{
  TlModel *model = tl_document_get_model (self->document);
  const char *id = g_ptr_array_index (self->targets, gtk_drop_down_get_selected (self->target));
  const char *wanted = id != NULL ? id : self->cycle;
  TlEntity *cycle = wanted != NULL ? tl_model_lookup (model, wanted) : NULL;

  if (!TL_IS_CYCLE (cycle))
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED,
                           _("The cycle has been removed meanwhile."));
      return NULL;
    }

  return id != NULL ? TL_CYCLE (cycle) : tl_cycle_edits_add_next (self->document, TL_CYCLE (cycle), error);
}

static void
carry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlCarryOver *self = TL_CARRY_OVER (widget);
  g_autoptr (GPtrArray) chosen = collect_chosen (self);
  g_autoptr (GPtrArray) carried = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  TlCycle *target;

  tl_document_begin_group (self->document, _("Carry Over Goals"));
  target = take_target (self, &error);
  if (target != NULL)
    carried = tl_goal_edits_carry_over (self->document, chosen, target, &error);
  if (carried == NULL)
    {
      tl_document_cancel_group (self->document);
      tl_window_show_error (self->from, _("Nothing Was Carried Over"), error);
      return;
    }

  tl_document_finish_group (self->document);
  name = tl_entity_dup_display_name (TL_ENTITY (target));
  /* Translators: the last is the name of a cycle */
  text = g_strdup_printf (ngettext ("%u goal goes on in “%s”", "%u goals go on in “%s”", carried->len), carried->len,
                          name);
  g_signal_emit (self, signals[CARRIED], 0, carried);
  tl_undo_toast_show (self->from, self->document, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_carry_over_choose (TL_CARRY_OVER (widget), TRUE);
}

static void
choose_none_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tl_carry_over_choose (TL_CARRY_OVER (widget), FALSE);
}

static void
toggled_cb (GtkListItem    *item,
            GtkCheckButton *check)
{
  TlCarryOver *self = TL_CARRY_OVER (gtk_widget_get_root (GTK_WIDGET (check)));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position = gtk_list_item_get_position (item);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
selected_cb (GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);

  g_signal_handlers_block_by_func (check, toggled_cb, item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), gtk_list_item_get_selected (item));
  g_signal_handlers_unblock_by_func (check, toggled_cb, item);
}

static void
setup_item_cb (TlCarryOver *self,
               GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  g_assert (TL_IS_CARRY_OVER (self));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_cb), item, 0);
}

static void
bind_item_cb (TlCarryOver *self,
              GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  TlGoal *goal = gtk_list_item_get_item (item);
  g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (goal));
  g_autofree char *words = tl_words_of_goal (goal);
  g_autofree char *text = g_strdup_printf ("%s\n%s", title, words);

  g_assert (TL_IS_CARRY_OVER (self));

  gtk_label_set_label (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  selected_cb (item);
}

static void
tl_carry_over_dispose (GObject *object)
{
  TlCarryOver *self = TL_CARRY_OVER (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->document);
  g_clear_object (&self->goals);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tl_carry_over_parent_class)->dispose (object);
}

static void
tl_carry_over_finalize (GObject *object)
{
  TlCarryOver *self = TL_CARRY_OVER (object);

  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self->cycle);

  G_OBJECT_CLASS (tl_carry_over_parent_class)->finalize (object);
}

static void
tl_carry_over_class_init (TlCarryOverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_carry_over_dispose;
  object_class->finalize = tl_carry_over_finalize;

  /**
   * TlCarryOver::carried:
   * @self: the window
   * @goals: (element-type TlGoal): the goals that were made, in the order of those they go on with
   *
   * Emitted when it has been done.
   */
  signals[CARRIED] = g_signal_new ("carried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-carry-over.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCarryOver, title);
  gtk_widget_class_bind_template_child (widget_class, TlCarryOver, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlCarryOver, target);
  gtk_widget_class_bind_template_child (widget_class, TlCarryOver, count);
  gtk_widget_class_bind_template_child (widget_class, TlCarryOver, carry_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_item_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_item_cb);
  gtk_widget_class_install_action (widget_class, "carry.over", NULL, carry_cb);
  gtk_widget_class_install_action (widget_class, "carry.all", NULL, choose_all_cb);
  gtk_widget_class_install_action (widget_class, "carry.none", NULL, choose_none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_carry_over_init (TlCarryOver *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->targets = g_ptr_array_new_with_free_func (g_free);
  tl_drop_down_set_name (self->target, _("They go on in"));
}

static void
add_target (TlCarryOver   *self,
            GtkStringList *names,
            const char    *id,
            char          *name)
{
  g_ptr_array_add (self->targets, g_strdup (id));
  gtk_string_list_take (names, name);
}

/* The next cycle is chosen, whether it exists or not; beside it there are all others that are not closed. */
static void
fill_targets (TlCarryOver *self,
              TlCycle     *cycle)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_CYCLE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TlDate end = cycle != NULL ? tl_cycle_get_end (cycle) : TL_DATE_NONE;
  gboolean has_dates = end != TL_DATE_NONE && tl_cycle_get_start (cycle) != TL_DATE_NONE;
  guint next = 0;
  gboolean has_next = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlCycle) other = g_list_model_get_item (list, i);

      if (other == cycle || tl_cycle_get_closed (other))
        continue;

      if (has_dates && tl_cycle_get_start (other) == end + 1)
        {
          next = self->targets->len;
          has_next = TRUE;
        }
      add_target (self, names, tl_entity_get_id (TL_ENTITY (other)), tl_entity_dup_display_name (TL_ENTITY (other)));
    }

  if (has_dates && !has_next)
    {
      g_autofree char *name = tl_cycle_dup_next_name (tl_cycle_get_name (cycle));

      next = self->targets->len;
      /* Translators: a cycle that is made when it is chosen */
      add_target (self, names, NULL, g_strdup_printf (_("%s (new)"), name));
    }

  gtk_drop_down_set_model (self->target, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->target, next);
}

static gboolean
is_unfinished (TlGoal *goal)
{
  TlGoalState state = tl_goal_get_state (goal);

  return state == TL_GOAL_STATE_ACTIVE || state == TL_GOAL_STATE_DRAFT;
}

/* All at once: there may be ten thousand. */
static void
tick_unfinished (TlCarryOver *self,
                 GPtrArray   *goals)
{
  g_autoptr (GtkBitset) ticked = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, goals->len);

  for (guint i = 0; i < goals->len; i++)
    {
      if (is_unfinished (g_ptr_array_index (goals, i)))
        gtk_bitset_add (ticked, i);
    }

  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), ticked, all);
}

static void
fill_goals (TlCarryOver *self,
            GPtrArray   *goals)
{
  self->goals = g_list_store_new (TL_TYPE_GOAL);
  g_list_store_splice (self->goals, 0, 0, goals->pdata, goals->len);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->goals)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  tick_unfinished (self, goals);
  update_count (self);
}

/**
 * tl_carry_over_show:
 * @from: a widget of the document's window
 * @document: the document
 * @cycle: (nullable): the cycle whose goals go on
 * @goals: (nullable) (element-type TlGoal): the goals to choose from; %NULL for those of @cycle that are not finished
 *
 * Asks which goals go on, and in which cycle, and lets them.  Those that are not finished are ticked.  Where there is
 * no cycle to go on in, this is said instead.
 *
 * Returns: (transfer none) (nullable): the window that asks
 */
TlCarryOver *
tl_carry_over_show (GtkWidget  *from,
                    TlDocument *document,
                    TlCycle    *cycle,
                    GPtrArray  *goals)
{
  g_autoptr (GPtrArray) unfinished = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  TlCarryOver *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);
  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cycle == NULL || TL_IS_CYCLE (cycle), NULL);
  g_return_val_if_fail (cycle != NULL || goals != NULL, NULL);

  self = g_object_new (TL_TYPE_CARRY_OVER, "transient-for", gtk_widget_get_root (from), NULL);
  self->document = g_object_ref (document);
  self->cycle = cycle != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (cycle))) : NULL;
  g_set_weak_pointer (&self->from, from);
  fill_targets (self, cycle);
  if (self->targets->len == 0)
    {
      g_autoptr (GError) error = g_error_new_literal (TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED,
                                                      _("There is no other open cycle to go on in. One is made under Cycles, among the people."));

      tl_window_show_error (from, _("Nothing Was Carried Over"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }

  if (cycle != NULL)
    {
      name = tl_entity_dup_display_name (TL_ENTITY (cycle));
      /* Translators: the name of a cycle */
      title = g_strdup_printf (_("Which goals of “%s” go on?"), name);
    }
  gtk_label_set_label (self->title, title != NULL ? title : _("Which goals go on?"));
  unfinished = goals != NULL ? g_ptr_array_ref (goals) : tl_cycle_dup_unfinished (cycle);
  fill_goals (self, unfinished);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * tl_carry_over_choose:
 * @self: the window
 * @all: whether all goals are to go on, or none
 */
void
tl_carry_over_choose (TlCarryOver *self,
                      gboolean     all)
{
  g_return_if_fail (TL_IS_CARRY_OVER (self));

  if (all)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  else
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}
