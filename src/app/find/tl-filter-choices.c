/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a filter can ask for, to choose from: a row for each of its parts.
 *
 * The lists are made when the rows are shown, because a list of 10,000 people is not kept for nobody to look at.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-filter-choices.h"

#include <glib/gi18n-lib.h>

#include "tl-drop-down.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"

typedef enum
{
  CHOICE_UNIT,
  CHOICE_CYCLE,
  CHOICE_CATEGORY,
  CHOICE_FACET,
  CHOICE_HEALTH,
  CHOICE_OWNER,
  CHOICE_STATE,
  N_CHOICES
} ChoiceKind;

struct _TlFilterChoices
{
  GtkWidget parent_instance;

  TlModel    *model;
  TlFilter   *filter;
  gboolean    is_filling;
  GPtrArray  *values[N_CHOICES];    /* of strings: identities, categories or numbers; the first one, NULL, is any */

  GtkSearchEntry *text;
  GtkDropDown    *drops[N_CHOICES];
};

G_DEFINE_FINAL_TYPE (TlFilterChoices, tl_filter_choices, GTK_TYPE_WIDGET)

static const char * const drop_names[N_CHOICES] = { "unit", "cycle", "category", "facet", "health", "owner", "state" };

typedef struct
{
  char *name;
  char *value;
} Option;

static void
option_free (gpointer data)
{
  Option *option = data;

  g_free (option->name);
  g_free (option->value);
  g_free (option);
}

static void
add_option (GPtrArray  *options,
            const char *name,
            const char *value)
{
  Option *option = g_new (Option, 1);

  option->name = g_strdup (name);
  option->value = g_strdup (value);
  g_ptr_array_add (options, option);
}

static int
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const Option *one = *(const Option **) a;
  const Option *other = *(const Option **) b;

  return g_utf8_collate (one->name, other->name);
}

static void
add_entities (TlFilterChoices *self,
              GPtrArray       *options,
              GType            type)
{
  GListModel *list = tl_model_get_list (self->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      g_autofree char *name = tl_entity_dup_display_name (entity);

      add_option (options, name, tl_entity_get_id (entity));
    }
}

/* Only those that a goal has: the others would find nothing. */
static void
add_categories (TlFilterChoices *self,
                GPtrArray       *options)
{
  GListModel *goals = tl_model_get_list (self->model, TL_TYPE_GOAL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);
      const char *category = tl_goal_get_category (goal);

      if (category != NULL && *category != '\0' && g_hash_table_add (seen, (gpointer) category))
        add_option (options, tl_category_to_label (category), category);
    }
}

static void
add_number (GPtrArray  *options,
            const char *name,
            int         number)
{
  g_autofree char *value = g_strdup_printf ("%d", number);

  add_option (options, name, value);
}

static GPtrArray *
collect_options (TlFilterChoices *self,
                 ChoiceKind       kind)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (option_free);

  switch (kind)
    {
    case CHOICE_UNIT:
      add_entities (self, options, TL_TYPE_UNIT);
      break;
    case CHOICE_CYCLE:
      add_entities (self, options, TL_TYPE_CYCLE);
      break;
    case CHOICE_CATEGORY:
      add_categories (self, options);
      break;
    case CHOICE_OWNER:
      add_entities (self, options, TL_TYPE_PERSON);
      add_entities (self, options, TL_TYPE_UNIT);
      add_entities (self, options, TL_TYPE_ORGANISATION);
      break;
    case CHOICE_FACET:
      for (TlFacet facet = TL_FACET_WORK; facet <= TL_FACET_RESULT; facet++)
        add_number (options, tl_enum_to_label (TL_TYPE_FACET, facet), facet);
      return options;
    case CHOICE_HEALTH:
      for (int health = TL_HEALTH_OFF_TRACK; health >= TL_HEALTH_NO_DATA; health--)
        add_number (options, tl_health_to_label (health), health);
      return options;
    case CHOICE_STATE:
      for (TlGoalState state = TL_GOAL_STATE_DRAFT; state <= TL_GOAL_STATE_DROPPED; state++)
        add_number (options, tl_enum_to_label (TL_TYPE_GOAL_STATE, state), state);
      return options;
    case N_CHOICES:
    default:
      g_assert_not_reached ();
    }

  g_ptr_array_sort (options, compare_options);
  return options;
}

static char *
dup_entity_value (gpointer entity)
{
  return entity != NULL ? g_strdup (tl_entity_get_id (entity)) : NULL;
}

/* What the filter asks for, in the form of the options' values; NULL for any */
static char *
dup_current (TlFilterChoices *self,
             ChoiceKind       kind)
{
  switch (kind)
    {
    case CHOICE_UNIT:
      return dup_entity_value (tl_filter_get_unit (self->filter));
    case CHOICE_CYCLE:
      return dup_entity_value (tl_filter_get_cycle (self->filter));
    case CHOICE_OWNER:
      return dup_entity_value (tl_filter_get_owner (self->filter));
    case CHOICE_CATEGORY:
      return g_strdup (tl_filter_get_category (self->filter));
    case CHOICE_FACET:
      return tl_filter_get_facet (self->filter) != TL_FACET_UNSET
             ? g_strdup_printf ("%d", tl_filter_get_facet (self->filter)) : NULL;
    case CHOICE_HEALTH:
      return tl_filter_get_health (self->filter) != TL_FILTER_ANY
             ? g_strdup_printf ("%d", tl_filter_get_health (self->filter)) : NULL;
    case CHOICE_STATE:
      return tl_filter_get_state (self->filter) != TL_FILTER_ANY
             ? g_strdup_printf ("%d", tl_filter_get_state (self->filter)) : NULL;
    case N_CHOICES:
    default:
      g_assert_not_reached ();
    }
}

static gpointer
look_up (TlFilterChoices *self,
         const char      *id)
{
  return id != NULL ? tl_model_lookup (self->model, id) : NULL;
}

static void
choose (TlFilterChoices *self,
        ChoiceKind       kind,
        const char      *value)
{
  switch (kind)
    {
    case CHOICE_UNIT:
      tl_filter_set_unit (self->filter, look_up (self, value));
      break;
    case CHOICE_CYCLE:
      tl_filter_set_cycle (self->filter, look_up (self, value));
      break;
    case CHOICE_OWNER:
      tl_filter_set_owner (self->filter, look_up (self, value));
      break;
    case CHOICE_CATEGORY:
      tl_filter_set_category (self->filter, value);
      break;
    case CHOICE_FACET:
      tl_filter_set_facet (self->filter, value != NULL ? atoi (value) : TL_FACET_UNSET);
      break;
    case CHOICE_HEALTH:
      tl_filter_set_health (self->filter, value != NULL ? atoi (value) : TL_FILTER_ANY);
      break;
    case CHOICE_STATE:
      tl_filter_set_state (self->filter, value != NULL ? atoi (value) : TL_FILTER_ANY);
      break;
    case N_CHOICES:
    default:
      g_assert_not_reached ();
    }
}

static void
fill (TlFilterChoices *self,
      ChoiceKind       kind)
{
  g_autoptr (GPtrArray) options = collect_options (self, kind);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *current = dup_current (self, kind);
  guint selected = 0;

  g_clear_pointer (&self->values[kind], g_ptr_array_unref);
  self->values[kind] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->values[kind], NULL);
  /* Translators: any unit, any cycle, any owner … */
  gtk_string_list_append (names, _("Any"));

  for (guint i = 0; i < options->len; i++)
    {
      const Option *option = g_ptr_array_index (options, i);

      gtk_string_list_append (names, option->name);
      g_ptr_array_add (self->values[kind], g_strdup (option->value));
      if (g_strcmp0 (option->value, current) == 0)
        selected = i + 1;
    }

  gtk_drop_down_set_model (self->drops[kind], G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drops[kind], selected);
  gtk_drop_down_set_enable_search (self->drops[kind], options->len > 12);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drops[kind]), options->len > 0);
}

static void
selected_cb (TlFilterChoices *self,
             GParamSpec      *pspec,
             GtkDropDown     *drop)
{
  g_assert (TL_IS_FILTER_CHOICES (self));

  for (ChoiceKind kind = 0; kind < N_CHOICES && !self->is_filling; kind++)
    {
      guint selected = gtk_drop_down_get_selected (drop);

      if (self->drops[kind] == drop && self->values[kind] != NULL && selected < self->values[kind]->len)
        choose (self, kind, g_ptr_array_index (self->values[kind], selected));
    }
}

static void
text_changed_cb (TlFilterChoices *self)
{
  g_assert (TL_IS_FILTER_CHOICES (self));

  if (!self->is_filling && self->filter != NULL)
    tl_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static gboolean
tl_filter_choices_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FILTER_CHOICES (widget)->text));
}

static void
tl_filter_choices_dispose (GObject *object)
{
  TlFilterChoices *self = TL_FILTER_CHOICES (object);
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  for (ChoiceKind kind = 0; kind < N_CHOICES; kind++)
    g_clear_pointer (&self->values[kind], g_ptr_array_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_filter_choices_parent_class)->dispose (object);
}

static void
tl_filter_choices_class_init (TlFilterChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_choices_dispose;
  widget_class->grab_focus = tl_filter_choices_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-filter-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFilterChoices, text);
  for (ChoiceKind kind = 0; kind < N_CHOICES; kind++)
    gtk_widget_class_bind_template_child_full (widget_class, drop_names[kind], FALSE,
                                               G_STRUCT_OFFSET (TlFilterChoices, drops) + kind * sizeof (GtkDropDown *));
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* By the words beside it */
static void
name_drop (GtkDropDown *drop)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (GTK_WIDGET (drop));

  tl_drop_down_set_name (drop, gtk_label_get_text (labels->data));
}

static void
tl_filter_choices_init (TlFilterChoices *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (ChoiceKind kind = 0; kind < N_CHOICES; kind++)
    name_drop (self->drops[kind]);
  self->is_filling = FALSE;
}

/**
 * tl_filter_choices_show:
 * @self: the choices
 * @model: what can be chosen from
 * @filter: what they are chosen for
 *
 * Shows what there is to choose from now, and what @filter asks for.
 */
void
tl_filter_choices_show (TlFilterChoices *self,
                        TlModel         *model,
                        TlFilter        *filter)
{
  const char *text;

  g_return_if_fail (TL_IS_FILTER_CHOICES (self));
  g_return_if_fail (TL_IS_MODEL (model));
  g_return_if_fail (TL_IS_FILTER (filter));

  g_set_object (&self->model, model);
  g_set_object (&self->filter, filter);
  text = tl_filter_get_text (filter);

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : "");
  for (ChoiceKind kind = 0; kind < N_CHOICES; kind++)
    fill (self, kind);
  self->is_filling = FALSE;
}
