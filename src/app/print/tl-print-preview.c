/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What will be printed, page by page, before it is.
 *
 * The window asks for something that has pages and draws them itself: there is no file until somebody wants one, so
 * nothing of a conversation lies about in a folder for temporary files.  What is private is on the pages only while
 * its tick is set, and that is never kept.  Moving about in the pages is in tl-print-preview-actions.c; printing and
 * saving are in tl-print-preview-output.c.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-preview-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-print-settings.h"

#define HIDE_PRIVATE_NOTES "hide-private-notes"

/* How large the window is at most, and how much it leaves to see of the one behind it */
#define MAX_WIDTH  1180
#define MAX_HEIGHT 1000
#define EDGE       32

enum
{
  PROP_FIT = 1,
  PROP_PRIVATE_NOTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlPrintPreview, tl_print_preview, ADW_TYPE_WINDOW)

/* The rows of the choices, in their order */
static const TlPaper papers[] = { TL_PAPER_A4, TL_PAPER_LETTER };
static const TlPrintMargins margins[] = { TL_PRINT_MARGINS_NARROW, TL_PRINT_MARGINS_NORMAL, TL_PRINT_MARGINS_WIDE };

/* How the fits are called as the state of an action */
static const char *const fit_names[] = { "width", "page", "none" };

static void
update_labels (TlPrintPreview *self)
{
  const TlPrintColumn *column = tl_print_pages_get_column (self->pages);
  guint page = tl_print_pages_get_page (self->pages);
  double percent = 100 * tl_print_column_get_zoom (column) / TL_PRINT_NATURAL;
  /* Translators: which page of how many */
  g_autofree char *where = g_strdup_printf (_("Page %u of %u"), page + 1, column->n_pages);
  /* Translators: a size in percent */
  g_autofree char *zoom = g_strdup_printf (_("%.0f %%"), percent);

  adw_window_title_set_subtitle (self->title, where);
  gtk_label_set_label (self->zoom_label, zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.next-page", page + 1 < column->n_pages);
}

static void
pages_changed_cb (TlPrintPreview *self)
{
  g_assert (TL_IS_PRINT_PREVIEW (self));

  update_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

static guint
find_paper (TlPaper paper)
{
  return paper == TL_PAPER_LETTER ? 1 : 0;
}

/* Makes the pages anew.  When there is nothing left to make them of, there is nothing to look at either. */
static gboolean
refresh (TlPrintPreview *self)
{
  g_autoptr (TlPages) source = self->make (self->settings, self->flags, self->user_data);

  if (source == NULL)
    return FALSE;

  g_set_object (&self->source, source);
  tl_print_pages_set_source (self->pages, source);

  self->is_updating = TRUE;
  adw_combo_row_set_selected (self->paper, find_paper (tl_print_settings_get_paper (self->settings)));
  adw_combo_row_set_selected (self->margins, tl_print_settings_get_margins (self->settings));
  self->is_updating = FALSE;
  return TRUE;
}

static gboolean
refresh_cb (gpointer data)
{
  TlPrintPreview *self = data;

  self->refresh_id = 0;
  if (!refresh (self))
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* Once for all that changes together */
static void
queue_refresh (TlPrintPreview *self)
{
  g_assert (TL_IS_PRINT_PREVIEW (self));

  if (self->refresh_id == 0 && self->make != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_DEFAULT, refresh_cb, self, NULL);
}

static void
set_flag (TlPrintPreview   *self,
          TlWorksheetFlags  flag,
          gboolean          is_set)
{
  TlWorksheetFlags flags = is_set ? self->flags | flag : self->flags & ~flag;

  if (self->flags == flags)
    return;

  self->flags = flags;
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRIVATE_NOTES]);
}

/* Whoever shares the screen has asked for private notes not to be on it, before the window was opened or since. */
static void
update_notes (TlPrintPreview *self)
{
  gboolean is_offered = (self->offered & TL_WORKSHEET_PRIVATE_NOTES) != 0 &&
                        !g_settings_get_boolean (self->settings, HIDE_PRIVATE_NOTES);

  gtk_widget_set_visible (self->notes_group, is_offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.private-notes", is_offered);
  if (!is_offered)
    set_flag (self, TL_WORKSHEET_PRIVATE_NOTES, FALSE);
}

static void
settings_changed_cb (TlPrintPreview *self,
                     const char     *key)
{
  g_assert (TL_IS_PRINT_PREVIEW (self));

  if (g_str_equal (key, HIDE_PRIVATE_NOTES))
    update_notes (self);
  else if (g_str_has_prefix (key, "print-") || g_str_has_prefix (key, "picture-"))
    queue_refresh (self);
}

static void
choice_cb (TlPrintPreview *self)
{
  guint paper = adw_combo_row_get_selected (self->paper);
  guint margin = adw_combo_row_get_selected (self->margins);

  g_assert (TL_IS_PRINT_PREVIEW (self));

  if (self->is_updating || paper >= G_N_ELEMENTS (papers) || margin >= G_N_ELEMENTS (margins))
    return;

  if (papers[paper] != tl_print_settings_get_paper (self->settings))
    tl_print_settings_set_paper (self->settings, papers[paper]);
  if (margins[margin] != tl_print_settings_get_margins (self->settings))
    tl_print_settings_set_margins (self->settings, margins[margin]);
}

/* The buttons of the template ask before it has pages. */
static const char *
get_fit (TlPrintPreview *self)
{
  return fit_names[self->pages != NULL ? tl_print_pages_get_column (self->pages)->fit : TL_PRINT_FIT_WIDTH];
}

static void
set_fit (TlPrintPreview *self,
         const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fit_names); i++)
    {
      if (g_strcmp0 (fit_names[i], name) == 0)
        tl_print_pages_set_fit (self->pages, i);
    }
}

/* As large as the window behind it lets it be, whose edges stay in sight */
static void
choose_size (TlPrintPreview *self,
             GtkWindow      *behind)
{
  int width = gtk_widget_get_width (GTK_WIDGET (behind));
  int height = gtk_widget_get_height (GTK_WIDGET (behind));

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 2 * EDGE, 640, MAX_WIDTH),
                                 CLAMP (height - 2 * EDGE, 440, MAX_HEIGHT));
}

static void
save_pdf_to_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_print_preview_save_pdf (TL_PRINT_PREVIEW (user_data), g_variant_get_string (parameter, NULL));
}

static void
remove_action_cb (GActionMap *behind)
{
  g_action_map_remove_action (behind, "save-pdf-to");
}

/* What has to be told where to: scripts reach the actions of the window behind, and of no other. */
static void
lend_action (TlPrintPreview *self,
             GtkWindow      *behind)
{
  g_autoptr (GSimpleAction) action = NULL;

  if (!G_IS_ACTION_MAP (behind))
    return;

  action = g_simple_action_new ("save-pdf-to", G_VARIANT_TYPE_STRING);
  g_signal_connect_object (action, "activate", G_CALLBACK (save_pdf_to_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (behind), G_ACTION (action));
  g_signal_connect_object (self, "destroy", G_CALLBACK (remove_action_cb), behind, G_CONNECT_SWAPPED);
}

static void
tl_print_preview_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_FIT:
      g_value_set_string (value, get_fit (self));
      break;

    case PROP_PRIVATE_NOTES:
      g_value_set_boolean (value, (self->flags & TL_WORKSHEET_PRIVATE_NOTES) != 0);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_print_preview_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_FIT:
      set_fit (self, g_value_get_string (value));
      break;

    case PROP_PRIVATE_NOTES:
      set_flag (self, TL_WORKSHEET_PRIVATE_NOTES, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_print_preview_dispose (GObject *object)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  tl_print_preview_stop_output (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->save_cancellable);
  g_clear_object (&self->settings);
  if (self->destroy != NULL)
    g_steal_pointer (&self->destroy) (self->user_data);
  self->make = NULL;

  G_OBJECT_CLASS (tl_print_preview_parent_class)->dispose (object);
}

static void
tl_print_preview_finalize (GObject *object)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  g_free (self->saved_path);

  G_OBJECT_CLASS (tl_print_preview_parent_class)->finalize (object);
}

static void
tl_print_preview_class_init (TlPrintPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_print_preview_get_property;
  object_class->set_property = tl_print_preview_set_property;
  object_class->dispose = tl_print_preview_dispose;
  object_class->finalize = tl_print_preview_finalize;

  properties[PROP_FIT] = g_param_spec_string ("fit", NULL, NULL, fit_names[TL_PRINT_FIT_WIDTH],
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRIVATE_NOTES] =
    g_param_spec_boolean ("private-notes", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TL_TYPE_PRINT_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, title);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, margins);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, paper_group);
  gtk_widget_class_bind_template_child (widget_class, TlPrintPreview, notes_group);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  tl_print_preview_init_actions (widget_class);
  tl_print_preview_init_output (widget_class);
}

static void
tl_print_preview_init (TlPrintPreview *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.open-folder", FALSE);
  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->save_cancellable = g_cancellable_new ();
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_print_preview_new:
 * @title: what is to be printed, in header capitals; files of it are called so
 * @choices: (nullable): the choices there are for such pages, which change settings; %NULL for paper and margins
 * @offered: what somebody can ask for beside what is printed anyway; what there is none of is not offered
 * @make: makes the pages
 * @user_data: for @make
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full) (nullable): a window with the pages; %NULL when there are none
 */
GtkWidget *
tl_print_preview_new (const char       *title,
                      GtkWidget        *choices,
                      TlWorksheetFlags  offered,
                      TlPagesFunc       make,
                      gpointer          user_data,
                      GDestroyNotify    destroy)
{
  TlPrintPreview *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (make != NULL, NULL);

  self = g_object_new (TL_TYPE_PRINT_PREVIEW, "title", title, NULL);
  self->make = make;
  self->user_data = user_data;
  self->destroy = destroy;
  self->offered = offered;
  update_notes (self);
  adw_window_title_set_title (self->title, title);
  if (choices != NULL)
    {
      gtk_widget_set_visible (self->paper_group, FALSE);
      gtk_box_prepend (self->choices, choices);
    }

  if (!refresh (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }

  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->pages)));
  return GTK_WIDGET (self);
}

/**
 * tl_print_preview_present:
 * @from: a widget of the window that is to be in front of
 * @title: as for tl_print_preview_new()
 * @choices: (nullable): as for tl_print_preview_new()
 * @offered: as for tl_print_preview_new()
 * @make: makes the pages
 * @user_data: for @make
 * @destroy: (nullable): frees @user_data
 *
 * Shows the pages in a window in front of that of @from, with which it goes.  When there are none, nothing happens.
 */
void
tl_print_preview_present (GtkWidget        *from,
                          const char       *title,
                          GtkWidget        *choices,
                          TlWorksheetFlags  offered,
                          TlPagesFunc       make,
                          gpointer          user_data,
                          GDestroyNotify    destroy)
{
  GtkWidget *preview;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));

  preview = tl_print_preview_new (title, choices, offered, make, user_data, destroy);
  if (preview == NULL)
    return;

  root = gtk_widget_get_root (from);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (preview), TRUE);
      choose_size (TL_PRINT_PREVIEW (preview), GTK_WINDOW (root));
      lend_action (TL_PRINT_PREVIEW (preview), GTK_WINDOW (root));
    }

  gtk_window_present (GTK_WINDOW (preview));
}
