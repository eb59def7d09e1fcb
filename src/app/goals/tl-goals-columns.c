/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the outline: what fills them, which are shown, how wide they are and what one sorts by.  All of that
 * is the same for every document, and is kept with the settings.
 *
 * The platform's header sorts a flat list.  Here only siblings are sorted, by the outline itself, so that the columns'
 * sorters never compare anything: they are there for the header to be clicked, and are asked which way it points.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-goals-view-private.h"

/* By TlOutlineColumn.  The title takes what is left. */
static const struct
{
  const char *name;
  const char *title;
  const char *property;
  const char *action;
  int         width;
} described[TL_OUTLINE_N_COLUMNS] = {
  { "title", N_("Title"), NULL, NULL, -1 },
  { "owner", N_("Owner"), "show-owner", "goals.show-owner", 150 },
  { "measures", N_("Measures"), "show-measures", "goals.show-measures", 170 },
  { "attainment", N_("Attainment"), "show-attainment", "goals.show-attainment", 140 },
  { "health", N_("Health"), "show-health", "goals.show-health", 64 },
  { "due", N_("Due"), "show-due", "goals.show-due", 110 },
};

/* What the title keeps, in pixels, before any other column is shown */
#define TITLE_WIDTH_MIN 250

static const char *const orders[] = { "", "-" };

static void
setup_cb (TlGoalsView *self,
          GtkListItem *item,
          gpointer     factory)
{
  TlOutlineColumn column = GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
  GtkWidget *cell = tl_outline_cell_new (self->outline, column);

  tl_goals_view_watch_cell (self, TL_OUTLINE_CELL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (TlGoalsView *self,
         GtkListItem *item)
{
  TlOutlineCell *cell = TL_OUTLINE_CELL (gtk_list_item_get_child (item));

  tl_outline_cell_bind (cell, gtk_list_item_get_item (item));
  g_hash_table_add (self->cells, cell);
}

static void
unbind_cb (TlGoalsView *self,
           GtkListItem *item)
{
  TlOutlineCell *cell = TL_OUTLINE_CELL (gtk_list_item_get_child (item));

  g_hash_table_remove (self->cells, cell);
  tl_outline_cell_bind (cell, NULL);
}

static GtkListItemFactory *
create_factory (TlGoalsView     *self,
                TlOutlineColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/* The one that is asked first is the one that is sorted by. */
static int
answer_cb (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  int *asked = user_data;

  *asked = TRUE;
  return -1;
}

/* What the header points at: the column, and whether downwards. */
static int
probe_header (TlGoalsView *self,
              gboolean    *is_descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->list);

  for (guint i = 0; i < TL_OUTLINE_N_COLUMNS; i++)
    {
      int asked = FALSE;
      GtkOrdering order;

      /* Each of the others says that all are equal, so that the answer can only be this one's.  Two different
       * things have to be compared: of a thing and itself nobody is asked. */
      self->is_probing = TRUE;
      gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorters[i]), answer_cb, &asked, NULL);
      order = gtk_sorter_compare (sorter, G_OBJECT (self), G_OBJECT (self->list));
      gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorters[i]), NULL, NULL, NULL);
      self->is_probing = FALSE;
      if (!asked)
        continue;

      *is_descending = order == GTK_ORDERING_LARGER;
      return i;
    }

  return TL_OUTLINE_UNSORTED;
}

static void
save_sort (TlGoalsView *self,
           int          column,
           gboolean     is_descending)
{
  g_autofree char *text = NULL;

  if (column != TL_OUTLINE_UNSORTED)
    text = g_strconcat (orders[is_descending], described[column].name, NULL);

  g_settings_set_string (self->settings, "goals-sort", text != NULL ? text : "");
}

/* The platform's header turns one column round and round: a third click returns to the outline's own order. */
static void
header_changed_cb (TlGoalsView *self)
{
  gboolean is_descending = FALSE;
  gboolean was_descending;
  int column, before;

  g_assert (TL_IS_GOALS_VIEW (self));

  if (self->is_probing)
    return;

  column = probe_header (self, &is_descending);
  before = tl_outline_get_sort (self->outline, &was_descending);
  if (column == before && was_descending == is_descending)
    return;

  if (column == before && was_descending && !is_descending)
    {
      gtk_column_view_sort_by_column (self->list, NULL, GTK_SORT_ASCENDING);
      return;
    }

  tl_outline_set_sort (self->outline, column, is_descending);
  tl_goals_view_sync (self);
  tl_goals_view_update_actions (self);
  save_sort (self, column, is_descending);
}

static void
restore_sort (TlGoalsView *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "goals-sort");
  gboolean is_descending = *text == '-';

  for (guint i = 0; i < TL_OUTLINE_N_COLUMNS; i++)
    {
      if (g_str_equal (text + is_descending, described[i].name))
        gtk_column_view_sort_by_column (self->list, self->columns[i],
                                        is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/* The columns that somebody wants, as long as the title keeps room: the ones that say least go first. */
static void
show_columns (TlGoalsView *self)
{
  static const TlOutlineColumn by_weight[] = {
    TL_OUTLINE_HEALTH, TL_OUTLINE_ATTAINMENT, TL_OUTLINE_OWNER, TL_OUTLINE_MEASURES, TL_OUTLINE_DUE,
  };
  int room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
  int rest = room - TITLE_WIDTH_MIN;
  int taken = 0;
  gboolean has_room = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (by_weight); i++)
    {
      GtkColumnViewColumn *column = self->columns[by_weight[i]];
      int width = gtk_column_view_column_get_fixed_width (column);
      gboolean is_shown;

      /* A narrow one does not stay when a wider one that says more has gone. */
      if (self->is_wanted[by_weight[i]] && taken + width > rest)
        has_room = FALSE;
      is_shown = self->is_wanted[by_weight[i]] && has_room;
      gtk_column_view_column_set_visible (column, is_shown);
      taken += is_shown ? width : 0;
    }

  /* A title that expands by itself keeps the width it had before columns went. */
  if (room > 0)
    gtk_column_view_column_set_fixed_width (self->columns[TL_OUTLINE_TITLE], MAX (room - taken, TITLE_WIDTH_MIN));
}

static gboolean
show_columns_cb (gpointer user_data)
{
  TlGoalsView *self = user_data;

  self->columns_source = 0;
  show_columns (self);
  return G_SOURCE_REMOVE;
}

/* Columns do not come and go in the middle of giving the list its size. */
static void
room_changed_cb (TlGoalsView *self)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  if (self->columns_source == 0 && self->list != NULL &&
      gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller)) != self->room)
    self->columns_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_columns_cb, self, NULL);
  self->room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
}

static void
save_hidden (TlGoalsView *self)
{
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 1; i < TL_OUTLINE_N_COLUMNS; i++)
    {
      if (!self->is_wanted[i])
        g_strv_builder_add (hidden, described[i].name);
    }

  names = g_strv_builder_end (hidden);
  g_settings_set_strv (self->settings, "goals-hidden-columns", (const char *const *) names);
}

/* Shows a column from now on, where there is room for it, or hides it. */
void
tl_goals_view_want_column (TlGoalsView     *self,
                           TlOutlineColumn  column,
                           gboolean         is_wanted)
{
  self->is_wanted[column] = is_wanted;
  show_columns (self);
  save_hidden (self);
}

static void
restore_hidden (TlGoalsView *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (self->settings, "goals-hidden-columns");

  for (guint i = 1; i < TL_OUTLINE_N_COLUMNS; i++)
    {
      self->is_wanted[i] = !g_strv_contains ((const char *const *) hidden, described[i].name);
      gtk_column_view_column_set_visible (self->columns[i], self->is_wanted[i]);
    }
}

static void
width_changed_cb (TlGoalsView *self)
{
  GVariantBuilder widths;

  g_assert (TL_IS_GOALS_VIEW (self));

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 1; i < TL_OUTLINE_N_COLUMNS; i++)
    g_variant_builder_add (&widths, "{si}", described[i].name,
                           gtk_column_view_column_get_fixed_width (self->columns[i]));

  g_settings_set_value (self->settings, "goals-column-widths", g_variant_builder_end (&widths));
  if (self->columns_source == 0)
    self->columns_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_columns_cb, self, NULL);
}

static int
get_width (TlGoalsView     *self,
           TlOutlineColumn  column)
{
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, "goals-column-widths");
  int width;

  if (g_variant_lookup (widths, described[column].name, "i", &width) && width > 24)
    return width;

  return described[column].width;
}

static void
add_column (TlGoalsView     *self,
            TlOutlineColumn  column)
{
  int width = get_width (self, column);

  self->columns[column] = gtk_column_view_column_new (_(described[column].title), create_factory (self, column));
  self->sorters[column] = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  gtk_column_view_column_set_sorter (self->columns[column], self->sorters[column]);
  gtk_column_view_column_set_expand (self->columns[column], column == TL_OUTLINE_TITLE);
  gtk_column_view_column_set_resizable (self->columns[column], column != TL_OUTLINE_TITLE);
  if (column != TL_OUTLINE_TITLE)
    gtk_column_view_column_set_fixed_width (self->columns[column], width);

  gtk_column_view_append_column (self->list, self->columns[column]);
  g_object_unref (self->columns[column]);
  g_object_unref (self->sorters[column]);
}

/* Declares an action for each column that can be hidden; the property of the same name is the view's. */
void
tl_goals_view_class_add_columns (GtkWidgetClass *widget_class)
{
  for (guint i = 1; i < TL_OUTLINE_N_COLUMNS; i++)
    {
      GParamSpec *pspec = g_param_spec_boolean (described[i].property, NULL, NULL, TRUE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

      g_object_class_install_property (G_OBJECT_CLASS (widget_class), i, pspec);
      gtk_widget_class_install_property_action (widget_class, described[i].action, described[i].property);
    }
}

/* Fills the list with its columns, as they were left. */
void
tl_goals_view_add_columns (TlGoalsView *self)
{
  for (guint i = 0; i < TL_OUTLINE_N_COLUMNS; i++)
    add_column (self, i);

  restore_hidden (self);
  restore_sort (self);
  header_changed_cb (self);

  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (header_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 1; i < TL_OUTLINE_N_COLUMNS; i++)
    g_signal_connect_object (self->columns[i], "notify::fixed-width", G_CALLBACK (width_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}
