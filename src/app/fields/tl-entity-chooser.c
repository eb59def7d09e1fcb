/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A popover in which one goal, person, unit, cycle or whoever can own a goal is chosen by typing a part of the name.
 *
 * It is filled when it opens and emptied when it closes: the names are folded once for all the letters that are
 * typed, and no list has to follow the model while nobody looks.  Rejected: GtkDropDown with a search, which has no
 * place for what tells two of the same name apart and no word for "none".
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-entity-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cycle.h"
#include "tl-search-result.h"
#include "tl-text-fold.h"

/* More than anybody reads; who does not find it here types another letter. */
#define N_RESULTS_MAX 60

#define PAGE 8

typedef struct
{
  TlEntity *entity;
  char     *name;               /* folded */
  char     *key;                /* for sorting */
} Candidate;

struct _TlEntityChooser
{
  GtkPopover parent_instance;

  TlDocument            *document;
  GType                  type;
  TlEntityChooserFilter  filter;
  gpointer               filter_data;
  GDestroyNotify         filter_destroy;
  GPtrArray             *candidates;    /* NULL while it is closed */

  GtkSearchEntry        *entry;
  GListStore            *results;
  GtkSingleSelection    *selection;
  GtkStack              *stack;
  GtkListView           *list;
  GtkLabel              *nothing;
  GtkButton             *none;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEntityChooser, tl_entity_chooser, GTK_TYPE_POPOVER)

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_object_unref (candidate->entity);
  g_free (candidate->name);
  g_free (candidate->key);
  g_free (candidate);
}

static void
add_candidates (TlEntityChooser *self,
                GType            type)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      g_autofree char *name = NULL;
      Candidate *candidate;

      if (self->filter != NULL && !self->filter (entity, self->filter_data))
        continue;

      name = tl_entity_dup_display_name (entity);
      candidate = g_new0 (Candidate, 1);
      candidate->name = tl_text_fold (name);
      candidate->key = g_utf8_collate_key_for_filename (candidate->name, -1);
      candidate->entity = g_steal_pointer (&entity);
      g_ptr_array_add (self->candidates, candidate);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Candidate *one = *(const Candidate * const *) a;
  const Candidate *other = *(const Candidate * const *) b;

  return strcmp (one->key, other->key);
}

/* Cycles have an order of their own: the latest first, as most goals belong to it. */
static int
compare_cycles (gconstpointer a,
                gconstpointer b)
{
  const Candidate *one = *(const Candidate * const *) a;
  const Candidate *other = *(const Candidate * const *) b;
  TlDate start = tl_cycle_get_start (TL_CYCLE (one->entity));
  TlDate other_start = tl_cycle_get_start (TL_CYCLE (other->entity));

  return start == other_start ? strcmp (one->key, other->key) : (start > other_start ? -1 : 1);
}

static void
fill (TlEntityChooser *self)
{
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  if (self->type == TL_TYPE_PARTY)
    {
      add_candidates (self, TL_TYPE_ORGANISATION);
      add_candidates (self, TL_TYPE_UNIT);
      add_candidates (self, TL_TYPE_PERSON);
    }
  else
    {
      add_candidates (self, self->type);
    }

  /* Organisations and units stay before people until something is typed. */
  if (self->type != TL_TYPE_PARTY)
    g_ptr_array_sort (self->candidates, self->type == TL_TYPE_CYCLE ? compare_cycles : compare_names);
}

/* 0 for a name that begins with the word, 1 where another word of it does, 2 when it is within a word, -1 when it
 * is not there. */
static int
rank_word (const char *name,
           const char *word)
{
  int rank = -1;

  if (g_str_has_prefix (name, word))
    return 0;

  for (const char *p = strstr (name, word); p != NULL; p = strstr (p + 1, word))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
        return 1;
      rank = 2;
    }

  return rank;
}

static int
rank_candidate (const Candidate *candidate,
                char           **words)
{
  int best = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int rank = rank_word (candidate->name, words[i]);

      if (rank < 0)
        return -1;
      best = MAX (best, rank);
    }

  return best;
}

static void
announce (TlEntityChooser *self)
{
  TlSearchResult *result = gtk_single_selection_get_selected_item (self->selection);

  if (result != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    tl_search_result_get_title (result), -1);
}

static void
update_results (TlEntityChooser *self)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = tl_text_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  for (int rank = 0; self->candidates != NULL && rank <= 2; rank++)
    {
      for (guint i = 0; i < self->candidates->len && results->len < N_RESULTS_MAX; i++)
        {
          const Candidate *candidate = g_ptr_array_index (self->candidates, i);

          if (rank_candidate (candidate, words) == rank)
            g_ptr_array_add (results, tl_search_result_new (candidate->entity, NULL, (const char * const *) words));
        }
    }

  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), results->pdata,
                       results->len);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->stack, results->len > 0 ? "results" : "nothing");
  announce (self);
}

static void
choose (TlEntityChooser *self,
        TlEntity        *entity)
{
  g_autoptr (TlEntity) kept = entity != NULL ? g_object_ref (entity) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, kept);
}

static void
choose_position (TlEntityChooser *self,
                 guint            position)
{
  g_autoptr (TlSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (result != NULL)
    choose (self, tl_search_result_get_entity (result));
}

static void
entry_activate_cb (TlEntityChooser *self)
{
  g_assert (TL_IS_ENTITY_CHOOSER (self));

  choose_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (TlEntityChooser *self,
                  guint            position)
{
  g_assert (TL_IS_ENTITY_CHOOSER (self));

  choose_position (self, position);
}

/* By its own single click the list would also select whatever row opens under a resting pointer. */
static void
list_click_cb (TlEntityChooser *self,
               int              n_press,
               double           x,
               double           y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  g_assert (TL_IS_ENTITY_CHOOSER (self));

  if (picked != NULL && picked != list)
    entry_activate_cb (self);
}

static void
none_cb (TlEntityChooser *self)
{
  g_assert (TL_IS_ENTITY_CHOOSER (self));

  choose (self, NULL);
}

static void
stop_cb (TlEntityChooser *self)
{
  g_assert (TL_IS_ENTITY_CHOOSER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
move_selection (TlEntityChooser *self,
                int              step)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  selected = CLAMP ((int) selected + step, 0, (int) n_items - 1);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  announce (self);
}

static gboolean
key_pressed_cb (TlEntityChooser *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_ENTITY_CHOOSER (self));

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, +1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
      move_selection (self, +PAGE);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
      move_selection (self, -PAGE);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
tl_entity_chooser_show (GtkWidget *widget)
{
  TlEntityChooser *self = TL_ENTITY_CHOOSER (widget);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update_results (self);

  GTK_WIDGET_CLASS (tl_entity_chooser_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
tl_entity_chooser_hide (GtkWidget *widget)
{
  TlEntityChooser *self = TL_ENTITY_CHOOSER (widget);

  GTK_WIDGET_CLASS (tl_entity_chooser_parent_class)->hide (widget);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_list_store_remove_all (self->results);
}

static void
tl_entity_chooser_dispose (GObject *object)
{
  TlEntityChooser *self = TL_ENTITY_CHOOSER (object);

  tl_entity_chooser_set_filter (self, NULL, NULL, NULL);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_entity_chooser_parent_class)->dispose (object);
}

static void
tl_entity_chooser_class_init (TlEntityChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_entity_chooser_dispose;
  widget_class->show = tl_entity_chooser_show;
  widget_class->hide = tl_entity_chooser_hide;

  /**
   * TlEntityChooser::chosen:
   * @entity: (nullable): what was chosen; %NULL for none
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", TL_TYPE_ENTITY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TL_TYPE_ENTITY);

  g_type_ensure (TL_TYPE_SEARCH_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-entity-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, results);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, nothing);
  gtk_widget_class_bind_template_child (widget_class, TlEntityChooser, none);
  gtk_widget_class_bind_template_callback (widget_class, update_results);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_click_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tl_entity_chooser_init (TlEntityChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_words (TlEntityChooser *self,
           const char      *prompt,
           const char      *nothing)
{
  g_object_set (self->entry, "placeholder-text", prompt, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_label_set_label (self->nothing, nothing);
}

static void
set_type (TlEntityChooser *self,
          GType            type)
{
  self->type = type;
  if (type == TL_TYPE_GOAL)
    set_words (self, _("Find a goal"), _("No goal has all of these words."));
  else if (type == TL_TYPE_PERSON)
    set_words (self, _("Find a person"), _("No person has all of these words."));
  else if (type == TL_TYPE_UNIT)
    set_words (self, _("Find a unit"), _("No unit has all of these words."));
  else if (type == TL_TYPE_CYCLE)
    set_words (self, _("Find a cycle"), _("No cycle has all of these words."));
  else
    set_words (self, _("Find a person, unit or organisation"), _("Nobody has all of these words."));
}

/**
 * tl_entity_chooser_new:
 * @document: an open document
 * @type: what to choose: goals, people, units, organisations, cycles, or %TL_TYPE_PARTY for whoever can own a goal
 *
 * Returns: (transfer full): a popover, for a #GtkMenuButton or with a parent of its own
 */
GtkWidget *
tl_entity_chooser_new (TlDocument *document,
                       GType       type)
{
  TlEntityChooser *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (g_type_is_a (type, TL_TYPE_ENTITY), NULL);

  self = g_object_new (TL_TYPE_ENTITY_CHOOSER, NULL);
  self->document = g_object_ref (document);
  set_type (self, type);
  return GTK_WIDGET (self);
}

/**
 * tl_entity_chooser_set_none:
 * @self: a chooser
 * @label: (nullable): the word for choosing nothing, such as "Nobody"; %NULL when something has to be chosen
 */
void
tl_entity_chooser_set_none (TlEntityChooser *self,
                            const char      *label)
{
  g_return_if_fail (TL_IS_ENTITY_CHOOSER (self));

  gtk_button_set_label (self->none, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->none), label != NULL);
}

/**
 * tl_entity_chooser_set_filter:
 * @self: a chooser
 * @filter: (nullable): says which entities can be chosen; asked each time it opens
 * @user_data: for @filter
 * @destroy: (nullable): frees @user_data
 */
void
tl_entity_chooser_set_filter (TlEntityChooser       *self,
                              TlEntityChooserFilter  filter,
                              gpointer               user_data,
                              GDestroyNotify         destroy)
{
  g_return_if_fail (TL_IS_ENTITY_CHOOSER (self));

  if (self->filter_destroy != NULL)
    self->filter_destroy (self->filter_data);
  self->filter = filter;
  self->filter_data = user_data;
  self->filter_destroy = destroy;
}
