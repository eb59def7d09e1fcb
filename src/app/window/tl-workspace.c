/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open document in its window: the lenses at the left, the subject through the lens in the middle, the details
 * of what is selected at the right.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-focus.h"
#include "tl-late-menu.h"
#include "tl-words.h"

G_DEFINE_FINAL_TYPE (TlWorkspace, tl_workspace, GTK_TYPE_WIDGET)

/* How much of the place of the subject stands in the header, as far as there is room */
#define N_PLACE_CHARS 32
#define N_PLACE_CHARS_NARROW 20

/* Whoever clicks a card wants to know about it; whoever clicks beside it is back at the subject. */
static void
card_selected_cb (TlWorkspace *self,
                  const char  *id)
{
  g_assert (TL_IS_WORKSPACE (self));

  if (id != NULL)
    tl_workspace_show_side (self, "details");
  else
    tl_workspace_show_chosen_side (self);
}

/* Among the people it is whoever or whatever is selected: a unit and an organisation have their pages there as well.
 * What the cascade is narrowed down to is named by the trail above it. */
static TlEntity *
find_named (TlWorkspace *self)
{
  TlEntity *selected = tl_navigator_get_selected (self->navigator);
  TlEntity *subject = tl_navigator_get_subject (self->navigator);

  if (tl_navigator_get_lens (self->navigator) == TL_LENS_PEOPLE && TL_IS_PARTY (selected))
    return selected;

  return subject != tl_focus_get (self->navigator) ? subject : NULL;
}

/* Names what the lens is about in the header. */
void
tl_workspace_update_subject (TlWorkspace *self)
{
  TlEntity *subject = find_named (self);
  g_autofree char *place = subject != NULL ? tl_words_of_place (subject) : g_strdup ("");
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;

  /* The document's name stands above the lenses, unless these are shown by their icons only. */
  if (subject != NULL)
    name = tl_entity_dup_display_name (subject);
  else if (self->is_narrow)
    name = tl_document_dup_name (self->document);

  gtk_label_set_label (self->place, place);
  gtk_label_set_max_width_chars (self->place, self->is_narrow ? N_PLACE_CHARS_NARROW : N_PLACE_CHARS);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_label (self->subject, name != NULL ? name : "");

  /* Either may be too long to be shown as a whole. */
  if (name != NULL)
    whole = g_strconcat (place, name, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), whole);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subject), whole);
}

static void
update_organisation (TlWorkspace *self)
{
  g_autofree char *name = tl_document_dup_name (self->document);

  gtk_label_set_label (self->organisation, name);
}

/* There is nothing to draw in a document without goals, which invites to bring some in. */
static void
update_content (TlWorkspace *self)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_GOAL);
  TlLens lens = tl_navigator_get_lens (self->navigator);
  gboolean is_picture = lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE;
  gboolean is_empty = g_list_model_get_n_items (goals) == 0;

  gtk_stack_set_visible_child_name (self->content, is_empty && is_picture ? "empty" : "lens");
}

static void
insight_changed_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  update_content (self);
  update_organisation (self);
  tl_workspace_update_subject (self);
  tl_workspace_update_words (self);
  tl_workspace_update_reminders (self);
  tl_workspace_update_details (self);
}

static void
moved_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  tl_workspace_show_lens (self);
  update_content (self);
  tl_workspace_update_side (self);
  tl_workspace_update_subject (self);
  tl_workspace_update_words (self);
  tl_workspace_show_chosen_side (self);
}

static void
tl_workspace_dispose (GObject *object)
{
  TlWorkspace *self = TL_WORKSPACE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->filter);
  g_clear_object (&self->goal_actions);
  g_clear_object (&self->search);
  g_clear_object (&self->navigator);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_workspace_parent_class)->dispose (object);
}

static void
tl_workspace_class_init (TlWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_workspace_dispose;

  g_type_ensure (TL_TYPE_BANNER);
  g_type_ensure (TL_TYPE_DETAILS_PANE);
  g_type_ensure (TL_TYPE_FILTER_BAR);
  g_type_ensure (TL_TYPE_LENS_VIEW);
  g_type_ensure (TL_TYPE_SAVED_MARK);
  g_type_ensure (TL_TYPE_SEARCH_FIELD);
  g_type_ensure (TL_TYPE_SENTENCES_VIEW);
  g_type_ensure (TL_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, navigation);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, navigation_edge);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, organisation);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, saved_mark);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, sight_label);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, cascade_label);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, goals_label);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, people_label);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, coaching_label);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, coaching_button);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, coaching_count);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, place);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, subject);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, search_field);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, storage_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, access_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, health_banner);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, content);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, first_button);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, lenses);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, lens_view);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, side);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, side_tabs);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, side_stack);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, sentences);
  gtk_widget_class_bind_template_child (widget_class, TlWorkspace, details);
  gtk_widget_class_bind_template_callback_full (widget_class, "side_changed_cb",
                                                G_CALLBACK (tl_workspace_side_changed_cb));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_workspace_init (TlWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_document (TlWorkspace *self,
              TlDocument  *document,
              TlNavigator *navigator)
{
  TlModel *model = tl_document_get_model (document);

  self->document = g_object_ref (document);
  self->insight = tl_insight_new (model);
  self->navigator = g_object_ref (navigator);
  self->filter = tl_filter_new (model);
  self->search = tl_search_new (model);

  g_signal_connect_object (self->insight, "changed", G_CALLBACK (insight_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::subject", G_CALLBACK (tl_workspace_update_subject), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_lens_view_get_canvas (self->lens_view), "card-selected", G_CALLBACK (card_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens_view, "picture-changed", G_CALLBACK (tl_workspace_update_side), self, G_CONNECT_SWAPPED);
  tl_undo_buttons_set_document (self->undo_buttons, document);
  tl_workspace_init_details (self);
  tl_workspace_init_canvas (self);
  tl_search_field_set_search (self->search_field, self->search);
  tl_filter_bar_set_source (self->filter_bar, self->insight, self->filter);
  tl_lens_view_set_filter (self->lens_view, self->filter);
  tl_lens_view_set_source (self->lens_view, self->insight, self->navigator);
  insight_changed_cb (self);
  moved_cb (self);
}

/**
 * tl_workspace_new:
 * @document: an open document
 * @navigator: where in it one begins
 * @menu: the menu of the window
 *
 * Returns: (transfer full): a view of @document
 */
GtkWidget *
tl_workspace_new (TlDocument  *document,
                  TlNavigator *navigator,
                  GMenuModel  *menu)
{
  TlWorkspace *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_NAVIGATOR (navigator), NULL);

  self = g_object_new (TL_TYPE_WORKSPACE, NULL);
  tl_late_menu_set (self->menu_button, menu);
  set_document (self, document, navigator);
  return GTK_WIDGET (self);
}

/**
 * tl_workspace_get_insight:
 * @self: a workspace
 *
 * Returns: (transfer none): what is known of the document's model
 */
TlInsight *
tl_workspace_get_insight (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return self->insight;
}

/**
 * tl_workspace_get_navigator:
 * @self: a workspace
 *
 * Returns: (transfer none): what it is about
 */
TlNavigator *
tl_workspace_get_navigator (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return self->navigator;
}

/**
 * tl_workspace_get_filter:
 * @self: a workspace
 *
 * Returns: (transfer none): which goals its lenses show
 */
TlFilter *
tl_workspace_get_filter (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return self->filter;
}

/**
 * tl_workspace_get_lens_view:
 * @self: a workspace
 *
 * Returns: (transfer none): its middle
 */
TlLensView *
tl_workspace_get_lens_view (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return self->lens_view;
}

/**
 * tl_workspace_get_saved_mark:
 * @self: a workspace
 *
 * Returns: (transfer none): what says whether the document is on the disk
 */
TlSavedMark *
tl_workspace_get_saved_mark (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return self->saved_mark;
}

/**
 * tl_workspace_get_banner:
 * @self: a workspace
 * @place: what the banner is about
 *
 * Returns: (transfer none): the banner, which is there even while it is not shown
 */
TlBanner *
tl_workspace_get_banner (TlWorkspace   *self,
                         TlBannerPlace  place)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  switch (place)
    {
    case TL_BANNER_STORAGE:
      return self->storage_banner;

    case TL_BANNER_ACCESS:
      return self->access_banner;

    case TL_BANNER_HEALTH:
      return self->health_banner;
    }

  g_return_val_if_reached (NULL);
}

/**
 * tl_workspace_start_search:
 * @self: a workspace
 *
 * Moves the focus to the search field.
 */
void
tl_workspace_start_search (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  tl_search_field_start (self->search_field);
}

/**
 * tl_workspace_start_filter:
 * @self: a workspace
 *
 * Opens what the filter can ask for, from a lens that shows people in the one that shows goals.
 */
void
tl_workspace_start_filter (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    tl_navigator_set_lens (self->navigator, TL_LENS_GOALS);
  tl_filter_bar_start (self->filter_bar);
}

/**
 * tl_workspace_start:
 * @self: a workspace
 *
 * Moves the focus to the middle: the picture, or whatever can be done while there is none.
 */
void
tl_workspace_start (TlWorkspace *self)
{
  GtkWidget *lens;

  g_return_if_fail (TL_IS_WORKSPACE (self));

  lens = gtk_stack_get_visible_child (self->lenses);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "empty") == 0)
    gtk_widget_grab_focus (self->first_button);
  else if (!gtk_widget_grab_focus (lens))
    gtk_widget_child_focus (lens, GTK_DIR_TAB_FORWARD);
}

/**
 * tl_workspace_set_show_navigation:
 * @self: a workspace
 * @show_navigation: whether the lenses at the left are there
 */
void
tl_workspace_set_show_navigation (TlWorkspace *self,
                                  gboolean     show_navigation)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  gtk_widget_set_visible (self->navigation, show_navigation);
  gtk_widget_set_visible (self->navigation_edge, show_navigation);
}
