/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one goal, each thing edited where it stands.
 *
 * It is made once and given one goal after the other; when something changes the same widgets are told, so that the
 * focus, the scrolling and what is being typed stay as they are.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-goal-details-private.h"

#include <glib/gi18n-lib.h>

#include "tl-check-in-row.h"
#include "tl-details-parts.h"
#include "tl-entity-rows.h"
#include "tl-enum-types.h"
#include "tl-fact-row.h"
#include "tl-goal-origins.h"
#include "tl-link-row.h"
#include "tl-measure-card.h"
#include "tl-words.h"

/* How many rows of one kind there are at first, and how many more at a click: a goal may be helped by thousands, and
 * each row takes its time to make. */
#define N_ROWS 20
#define N_MORE 50

G_DEFINE_FINAL_TYPE (TlGoalDetails, tl_goal_details, GTK_TYPE_BOX)

/* Which properties stand in the section of facts, in their order */
static const struct
{
  const char *property;
  const char *label;
  const char *none;
} facts[N_GOAL_FACTS] = {
  { "owner", N_("Owner"), NULL },
  { "state", N_("State"), NULL },
  { "facet", N_("Facet"), NULL },
  { "cycle", N_("Cycle"), N_("No cycle") },
  { "start", N_("Start"), NULL },
  { "due", N_("Due"), NULL },
  { "beneficiary", N_("For"), NULL },
  { "category", N_("Category"), NULL },
  { "stretch", N_("Stretch"), NULL },
};

const char *
tl_goal_details_get_fact (guint        fact,
                          const char **label,
                          const char **none)
{
  *label = _(facts[fact].label);
  *none = facts[fact].none != NULL ? _(facts[fact].none) : NULL;
  return facts[fact].property;
}

/* The kinds of rows */

static GtkWidget *
create_measure (TlEntity *entity,
                gpointer  user_data)
{
  return tl_measure_card_new (TL_GOAL_DETAILS (user_data)->document);
}

static void
update_measure (GtkWidget *row,
                TlEntity  *entity,
                gpointer   user_data)
{
  tl_measure_card_show (TL_MEASURE_CARD (row), TL_MEASURE (entity), TL_GOAL_DETAILS (user_data)->insight);
}

static GtkWidget *
create_link (TlEntity *entity,
             gpointer  user_data)
{
  return tl_link_row_new (TL_GOAL_DETAILS (user_data)->document);
}

static void
update_link (GtkWidget *row,
             TlEntity  *entity,
             gpointer   user_data)
{
  tl_link_row_show (TL_LINK_ROW (row), entity, TL_GOAL_DETAILS (user_data)->goal);
}

static GtkWidget *
create_check_in (TlEntity *entity,
                 gpointer  user_data)
{
  return tl_check_in_row_new (TL_GOAL_DETAILS (user_data)->document);
}

static void
update_check_in (GtkWidget *row,
                 TlEntity  *entity,
                 gpointer   user_data)
{
  tl_check_in_row_show (TL_CHECK_IN_ROW (row), TL_CHECK_IN (entity));
}

/* Leaves as many of the entities as are shown by now, and the one that somebody has just added. */
static void
hold_back (TlGoalDetails *self,
           TlGoalPart     part,
           GPtrArray     *entities)
{
  guint n_held = entities->len > self->n_shown[part] ? entities->len - self->n_shown[part] : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", n_held), n_held);
  TlEntity *last = entities->len > 0 ? entities->pdata[entities->len - 1] : NULL;

  gtk_button_set_label (GTK_BUTTON (self->more[part]), more);
  gtk_widget_set_visible (self->more[part], n_held > 0);
  if (n_held == 0)
    return;

  g_ptr_array_set_size (entities, self->n_shown[part]);
  if (self->wanted != NULL && self->wanted_part == part && g_str_equal (self->wanted, tl_entity_get_id (last)))
    entities->pdata[entities->len - 1] = last;
}

static void
sync_rows (TlGoalDetails     *self,
           TlGoalPart         part,
           GPtrArray         *entities,
           TlEntityRowCreate  create,
           TlEntityRowUpdate  update)
{
  gboolean is_editable = !tl_document_get_read_only (self->document);
  guint n_all = entities->len;

  hold_back (self, part, entities);
  tl_entity_rows_sync (GTK_BOX (self->rows[part]), entities, create, update, self);
  tl_details_section_set_count (TL_DETAILS_SECTION (self->sections[part]), n_all);
  gtk_widget_set_visible (self->words[part], n_all == 0);
  gtk_widget_set_visible (self->buttons[part], is_editable);

  /* What is empty and cannot be filled is not worth a heading. */
  gtk_widget_set_visible (self->sections[part], n_all > 0 || is_editable);
}

static void
sync_measures (TlGoalDetails *self,
               gboolean       is_other)
{
  g_autoptr (GPtrArray) measures = tl_entity_dup_referrers (TL_ENTITY (self->goal), TL_TYPE_MEASURE, "goal");

  sync_rows (self, PART_MEASURES, measures, create_measure, update_measure);

  /* The only measure of a goal is what its details are about. */
  if (is_other && measures->len == 1)
    tl_measure_card_set_open (TL_MEASURE_CARD (gtk_widget_get_first_child (self->rows[PART_MEASURES])), TRUE);
}

static void
sync_links (TlGoalDetails *self,
            TlGoalPart     part,
            GType          type,
            const char    *property)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (self->goal), type, property);

  sync_rows (self, part, links, create_link, update_link);
}

static int
compare_check_ins (gconstpointer a,
                   gconstpointer b)
{
  TlDate one = tl_check_in_get_date (*(TlCheckIn * const *) a);
  TlDate other = tl_check_in_get_date (*(TlCheckIn * const *) b);

  return one == other ? 0 : (one > other ? -1 : 1);
}

static void
sync_check_ins (TlGoalDetails *self)
{
  g_autoptr (GPtrArray) check_ins = tl_entity_dup_referrers (TL_ENTITY (self->goal), TL_TYPE_CHECK_IN, "goal");

  g_ptr_array_sort (check_ins, compare_check_ins);
  sync_rows (self, PART_CHECK_INS, check_ins, create_check_in, update_check_in);
}

static void
sync_parts (TlGoalDetails *self,
            gboolean       is_other)
{
  sync_measures (self, is_other);
  sync_links (self, PART_HELPED, TL_TYPE_CONTRIBUTION, "from");
  sync_links (self, PART_HELPERS, TL_TYPE_CONTRIBUTION, "to");
  sync_links (self, PART_TENSIONS, TL_TYPE_TENSION, NULL);
  sync_check_ins (self);
}

/* The first row that was not there, among those that are: @last was the last one, or NULL */
static GtkWidget *
find_new_row (GtkWidget *rows,
              GtkWidget *last)
{
  return last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (rows);
}

/* Shows more rows of the list that the button stands below.  The focus goes to the first of them: whoever has asked for
 * more goes on there, and the button may be gone. */
void
tl_goal_details_show_more (TlGoalDetails *self,
                           GtkWidget     *more)
{
  guint part = 0;
  GtkWidget *last, *row;

  g_assert (TL_IS_GOAL_DETAILS (self));

  while (part < N_PARTS && self->more[part] != more)
    part++;
  g_return_if_fail (part < N_PARTS);

  last = gtk_widget_get_last_child (self->rows[part]);
  self->n_shown[part] += N_MORE;
  sync_parts (self, FALSE);
  row = find_new_row (self->rows[part], last);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static gboolean
are_same_facts (GListStore *one,
                GListStore *other)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (one));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (other)))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlFact) fact = g_list_model_get_item (G_LIST_MODEL (one), i);
      g_autoptr (TlFact) other_fact = g_list_model_get_item (G_LIST_MODEL (other), i);
      g_autofree char *text = tl_explanation_to_text (tl_fact_get_explanation (fact));
      g_autofree char *other_text = tl_explanation_to_text (tl_fact_get_explanation (other_fact));

      if (!g_str_equal (text, other_text) || g_strcmp0 (tl_fact_get_title (fact), tl_fact_get_title (other_fact)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* A number that is being looked at stays, as long as it is the same. */
static void
update_progress (TlGoalDetails *self)
{
  g_autoptr (GListStore) now = g_list_store_new (TL_TYPE_FACT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  tl_facts_of_progress (now, self->insight, self->goal);
  if (are_same_facts (self->progress, now))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (now)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (now), i));
  g_list_store_splice (self->progress, 0, g_list_model_get_n_items (G_LIST_MODEL (self->progress)), items->pdata,
                       items->len);
}

static const char *
say_rollup (TlRollup rollup)
{
  switch (rollup)
    {
    case TL_ROLLUP_WEIGHTED:
      return _("What helps this goal counts by its weight: half of it done is half of the goal done.");
    case TL_ROLLUP_ALL:
      return _("All that helps this goal is needed: it stands as the worst of them stands.");
    case TL_ROLLUP_ANY:
      return _("Any one that helps this goal will do: it stands as the best of them stands.");
    case TL_ROLLUP_SUM:
      return _("What helps this goal is added up in its unit, so that a large target counts for more than a small one.");
    }

  g_return_val_if_reached (NULL);
}

static void
update_head (TlGoalDetails *self,
             gboolean       can_turn_to)
{
  g_autofree char *kicker = tl_words_of_level (self->goal);
  const char *style = tl_style_of_facet (tl_goal_get_facet (self->goal));
  const char *of_icon[] = { style, NULL };
  const char *of_kicker[] = { "caption-heading", style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), tl_icon_of_entity (TL_ENTITY (self->goal)));
  gtk_widget_set_css_classes (self->icon, of_icon);
  gtk_label_set_label (GTK_LABEL (self->kicker), kicker);
  gtk_widget_set_css_classes (self->kicker, of_kicker);
  gtk_widget_set_visible (self->turn_to, can_turn_to);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->turn_to), "s", tl_entity_get_id (TL_ENTITY (self->goal)));
}

static void
update_fields (TlGoalDetails *self)
{
  TlCycle *cycle = tl_goal_get_cycle (self->goal);
  g_autofree char *start = cycle != NULL ? tl_date_format (tl_cycle_get_start (cycle)) : NULL;
  g_autofree char *due = cycle != NULL ? tl_date_format (tl_cycle_get_end (cycle)) : NULL;

  tl_field_row_set_entity (TL_FIELD_ROW (self->title), TL_ENTITY (self->goal));
  tl_field_row_set_entity (TL_FIELD_ROW (self->description), TL_ENTITY (self->goal));
  tl_field_row_set_entity (TL_FIELD_ROW (self->rollup), TL_ENTITY (self->goal));
  tl_field_row_set_entity (TL_FIELD_ROW (self->private_notes), TL_ENTITY (self->goal));
  for (guint i = 0; i < N_GOAL_FACTS; i++)
    tl_field_row_set_entity (TL_FIELD_ROW (self->facts[i]), TL_ENTITY (self->goal));

  /* A goal without dates of its own goes by those of its cycle. */
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->facts[GOAL_FACT_START]), start);
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->facts[GOAL_FACT_DUE]), due);
  gtk_label_set_label (GTK_LABEL (self->rollup_words), say_rollup (tl_goal_get_rollup (self->goal)));
  gtk_widget_set_visible (self->description, !tl_document_get_read_only (self->document) ||
                                               tl_goal_get_description (self->goal) != NULL);
}

/* What has just been added gets the focus, to be filled in. */
static void
start_wanted (TlGoalDetails *self)
{
  GtkWidget *row;

  if (self->wanted == NULL)
    return;

  row = tl_entity_rows_find (GTK_BOX (self->rows[self->wanted_part]), self->wanted);
  if (row == NULL)
    return;

  g_clear_pointer (&self->wanted, g_free);
  if (TL_IS_MEASURE_CARD (row))
    tl_measure_card_start (TL_MEASURE_CARD (row));
  else if (TL_IS_CHECK_IN_ROW (row))
    tl_check_in_row_start (TL_CHECK_IN_ROW (row));
  else
    tl_field_row_start (TL_FIELD_ROW (gtk_widget_get_last_child (row)));
}

static void
update_private (TlGoalDetails *self)
{
  g_assert (TL_IS_GOAL_DETAILS (self));

  gtk_widget_set_visible (self->private_section, !g_settings_get_boolean (self->settings, "hide-private-notes"));
}

static void
tl_goal_details_finalize (GObject *object)
{
  TlGoalDetails *self = TL_GOAL_DETAILS (object);

  g_clear_object (&self->progress);
  g_clear_object (&self->goal);
  g_clear_object (&self->settings);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);
  g_free (self->wanted);

  G_OBJECT_CLASS (tl_goal_details_parent_class)->finalize (object);
}

static void
tl_goal_details_class_init (TlGoalDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_goal_details_finalize;
}

static void
tl_goal_details_init (TlGoalDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->progress = g_list_store_new (TL_TYPE_FACT);
}

/**
 * tl_goal_details_new:
 * @document: an open document
 * @insight: what is known of its model
 *
 * Returns: (transfer full): the details of no goal yet
 */
GtkWidget *
tl_goal_details_new (TlDocument *document,
                     TlInsight  *insight)
{
  TlGoalDetails *self = g_object_new (TL_TYPE_GOAL_DETAILS, NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  tl_goal_details_create_parts (self);
  g_signal_connect_object (self->settings, "changed::hide-private-notes", G_CALLBACK (update_private), self,
                           G_CONNECT_SWAPPED);
  update_private (self);
  return GTK_WIDGET (self);
}

/**
 * tl_goal_details_show:
 * @self: the details
 * @goal: a goal of the document
 * @can_turn_to: whether to offer to make it the subject
 */
void
tl_goal_details_show (TlGoalDetails *self,
                      TlGoal        *goal,
                      gboolean       can_turn_to)
{
  gboolean is_other;

  g_return_if_fail (TL_IS_GOAL_DETAILS (self));
  g_return_if_fail (TL_IS_GOAL (goal));

  is_other = self->goal == NULL ||
             !g_str_equal (tl_entity_get_id (TL_ENTITY (self->goal)), tl_entity_get_id (TL_ENTITY (goal)));
  g_set_object (&self->goal, goal);

  for (guint i = 0; is_other && i < N_PARTS; i++)
    self->n_shown[i] = N_ROWS;

  update_head (self, can_turn_to);
  update_fields (self);
  tl_goal_origins_show (TL_GOAL_ORIGINS (self->origins), goal);
  update_progress (self);
  sync_parts (self, is_other);
  start_wanted (self);
}

/**
 * tl_goal_details_edit:
 * @self: the details
 *
 * Moves the focus to the title.
 */
void
tl_goal_details_edit (TlGoalDetails *self)
{
  g_return_if_fail (TL_IS_GOAL_DETAILS (self));

  tl_field_row_start (TL_FIELD_ROW (self->title));
}

/**
 * tl_goal_details_connect:
 * @self: the details
 *
 * Opens the list of goals that this one can help.
 */
void
tl_goal_details_connect (TlGoalDetails *self)
{
  g_return_if_fail (TL_IS_GOAL_DETAILS (self));

  tl_details_section_unfold (TL_DETAILS_SECTION (self->sections[PART_HELPED]));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->buttons[PART_HELPED]));
}
