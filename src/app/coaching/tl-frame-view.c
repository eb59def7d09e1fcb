/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a conversation, to look at and to work on together.
 *
 * It is a canvas with another picture (tl-frame-scene.h), so that it is drawn, zoomed, walked about in and read aloud
 * like the cascade.  Here is what a conversation needs beyond that: a layout for the width there is, the selection, and
 * following the document.  What one does with it is in the files beside this one; whatever changes something is a verb
 * of the document.
 *
 * The frame is laid out as wide as the view: the type keeps its size and lines break earlier, because a picture that
 * shrinks cannot be read from across a table.  Only below a least width it shrinks, and with much room it grows.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-frame-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Around the frame, on the screen */
#define RIM 12.0

/* From this width on a frame becomes larger rather than wider, up to a size. */
#define WIDTH_MOST 720.0
#define ZOOM_MOST  1.5

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

enum
{
  EDIT_STATEMENT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFrameView, tl_frame_view, GTK_TYPE_WIDGET)

TlConversation *
tl_frame_view_get_conversation (TlFrameView *self)
{
  TlEntity *entity = self->document != NULL && self->conversation != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->conversation) : NULL;

  return TL_IS_CONVERSATION (entity) ? TL_CONVERSATION (entity) : NULL;
}

/* The statement of that identity, which may have come back from an undone step as another object. */
TlStatement *
tl_frame_view_find_statement (TlFrameView *self,
                              const char  *id)
{
  TlEntity *entity = self->document != NULL && id != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), id) : NULL;

  return TL_IS_STATEMENT (entity) ? TL_STATEMENT (entity) : NULL;
}

gboolean
tl_frame_view_can_edit (TlFrameView *self)
{
  return tl_frame_view_get_conversation (self) != NULL && !tl_document_get_read_only (self->document);
}

const TlCard *
tl_frame_view_find_card (TlFrameView *self,
                         const char  *id)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint card = scene != NULL ? tl_scene_find_card (scene, id) : TL_SCENE_NONE;

  return card != TL_SCENE_NONE ? tl_scene_get_card (scene, card) : NULL;
}

/* Where the card is on the screen. */
graphene_rect_t
tl_frame_view_get_card_area (TlFrameView  *self,
                             const TlCard *card)
{
  return tl_viewport_rect_to_screen (tl_canvas_get_viewport (self->canvas),
                                     &GRAPHENE_RECT_INIT (card->box.x, card->box.y, card->box.width,
                                                          card->box.height));
}

/* Returns: the identity of the statement at a point of the screen, or NULL */
const char *
tl_frame_view_pick (TlFrameView *self,
                    double       x,
                    double       y)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  graphene_point_t point = tl_viewport_screen_to_world (tl_canvas_get_viewport (self->canvas), x, y);
  guint card = scene != NULL ? tl_scene_get_card_at (scene, point.x, point.y) : TL_SCENE_NONE;

  return card != TL_SCENE_NONE ? tl_scene_get_card (scene, card)->id : NULL;
}

/* Says something below the frame, until something else is said; nothing when it is NULL. */
void
tl_frame_view_say (TlFrameView *self,
                   const char  *text)
{
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

static double
get_page (TlFrameView *self,
          gboolean     vertical)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return MAX ((vertical ? gtk_widget_get_height (widget) : gtk_widget_get_width (widget)) - 2 * RIM, 1);
}

/* How large the frame is to be shown, and so how wide it is laid out. */
static double
choose_zoom (TlFrameView *self)
{
  double natural = tl_viewport_get_natural_zoom (tl_canvas_get_viewport (self->canvas));
  double width = get_page (self, FALSE) / natural;

  if (width < TL_FRAME_WIDTH_LEAST)
    return natural * width / TL_FRAME_WIDTH_LEAST;

  return natural * CLAMP (width / WIDTH_MOST, 1, ZOOM_MOST);
}

/* The picture takes all the height there is, so that a short one stands at the top and grows downwards. */
static void
fill_height (TlFrameView *self,
             TlScene     *scene,
             double       zoom)
{
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  bounds.height = MAX (bounds.height, floor (get_page (self, TRUE) / zoom));
  tl_scene_set_extent (scene, &bounds);
}

static TlScene *
create_scene (TlFrameView *self)
{
  TlConversation *conversation = tl_frame_view_get_conversation (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->canvas));
  double zoom = choose_zoom (self);
  TlScene *scene;

  if (conversation == NULL)
    return NULL;

  scene = tl_frame_scene_new (conversation,
                              pango_font_description_get_family (pango_context_get_font_description (context)),
                              floor (get_page (self, FALSE) / zoom));
  fill_height (self, scene, zoom);

  return scene;
}

static gboolean
has_card_focus (TlFrameView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->canvas));

  return focus != NULL && gtk_widget_has_focus (focus);
}

/* Shows the frame as the model has it now, where one looks at it now. */
static void
refresh (TlFrameView *self)
{
  g_autoptr (TlScene) scene = create_scene (self);
  gboolean had_focus = has_card_focus (self);

  if (scene != NULL && self->selected != NULL)
    tl_scene_set_selected (scene, tl_scene_find_card (scene, self->selected));

  tl_canvas_set_scene (self->canvas, scene);
  if (had_focus)
    tl_canvas_focus_selected (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));

  if (self->edited != NULL && tl_frame_view_find_card (self, self->edited) == NULL)
    tl_frame_view_stop_editing (self, FALSE);
  if (self->connecting != NULL && tl_frame_view_find_card (self, self->connecting) == NULL)
    tl_frame_view_stop_connecting (self);
  gtk_widget_queue_resize (self->editor);
  tl_frame_view_update_actions (self);
}

/* Lays the frame out for the room there is, and shows it from its top. */
void
tl_frame_view_fit (TlFrameView *self)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);

  refresh (self);
  tl_viewport_zoom_about (viewport, choose_zoom (self), 0, 0);
  tl_viewport_set_scroll (viewport, 0, 0);
  self->zoom = tl_viewport_get_zoom (viewport);
}

static gboolean
layout_cb (gpointer user_data)
{
  TlFrameView *self = user_data;
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  gboolean is_own_zoom = self->zoom == 0 || tl_viewport_get_zoom (viewport) == self->zoom;
  double scroll = tl_viewport_get_scroll (viewport, TRUE);

  self->layout_id = 0;
  if (!is_own_zoom)
    {
      refresh (self);
      return G_SOURCE_REMOVE;
    }

  tl_frame_view_fit (self);
  tl_viewport_set_scroll (viewport, 0, scroll);
  return G_SOURCE_REMOVE;
}

/* A view that is getting its place cannot change what is in it. */
static void
queue_layout (TlFrameView *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add (layout_cb, self);
}

/* Whoever likes larger text gets a frame laid out for less room, shown larger. */
static void
text_size_changed_cb (TlFrameView *self)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  tl_viewport_set_natural_zoom (tl_canvas_get_viewport (self->canvas),
                                g_settings_get_double (self->settings, "canvas-text-size"));
  queue_layout (self);
}

static gboolean
is_of_frame (gpointer entity)
{
  return TL_IS_STATEMENT (entity) || TL_IS_STATEMENT_LINK (entity) || TL_IS_CONVERSATION (entity);
}

static void
document_changed_cb (TlFrameView *self,
                     GPtrArray   *entities)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  for (guint i = 0; i < entities->len; i++)
    if (is_of_frame (g_ptr_array_index (entities, i)))
      {
        refresh (self);
        return;
      }
}

static void
take_selected (TlFrameView *self,
               const char  *id)
{
  if (g_strcmp0 (self->selected, id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  if (self->connecting == NULL)
    tl_frame_view_say (self, NULL);
  tl_frame_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
card_selected_cb (TlFrameView *self,
                  const char  *id)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  take_selected (self, id);
}

static void
card_activated_cb (TlFrameView *self,
                   const char  *id)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  tl_frame_view_edit (self, id);
}

static void
viewport_changed_cb (TlFrameView *self)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  if (self->edited != NULL)
    gtk_widget_queue_resize (self->editor);
}

static void
tl_frame_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TL_FRAME_VIEW (widget)->overlay), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
tl_frame_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);

  if (width != tl_viewport_get_page (viewport, FALSE) || height != tl_viewport_get_page (viewport, TRUE))
    queue_layout (self);
  gtk_widget_allocate (GTK_WIDGET (self->overlay), width, height, baseline, NULL);
}

static void
tl_frame_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (tl_frame_view_parent_class)->snapshot (widget, snapshot);
  tl_frame_view_snapshot_drag (TL_FRAME_VIEW (widget), snapshot);
}

/* Tab comes in to a card, and not first to the whole. */
static gboolean
tl_frame_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (TL_FRAME_VIEW (widget)->overlay), direction);
}

static gboolean
tl_frame_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FRAME_VIEW (widget)->canvas));
}

static void
tl_frame_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, TL_FRAME_VIEW (object)->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_frame_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      tl_frame_view_set_selected (TL_FRAME_VIEW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_frame_view_dispose (GObject *object)
{
  TlFrameView *self = TL_FRAME_VIEW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (self->overlay != NULL)
    {
      tl_frame_view_stop_editing (self, TRUE);
      gtk_widget_unparent (GTK_WIDGET (self->overlay));
      self->overlay = NULL;
    }
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_frame_view_parent_class)->dispose (object);
}

static void
tl_frame_view_finalize (GObject *object)
{
  TlFrameView *self = TL_FRAME_VIEW (object);

  g_free (self->conversation);
  g_free (self->selected);
  g_free (self->edited);
  g_free (self->connecting);
  g_free (self->dragged);

  G_OBJECT_CLASS (tl_frame_view_parent_class)->finalize (object);
}

static void
tl_frame_view_class_init (TlFrameViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_frame_view_get_property;
  object_class->set_property = tl_frame_view_set_property;
  object_class->dispose = tl_frame_view_dispose;
  object_class->finalize = tl_frame_view_finalize;

  widget_class->measure = tl_frame_view_measure;
  widget_class->size_allocate = tl_frame_view_size_allocate;
  widget_class->snapshot = tl_frame_view_snapshot;
  widget_class->focus = tl_frame_view_focus;
  widget_class->grab_focus = tl_frame_view_grab_focus;

  /**
   * TlFrameView:selected: (nullable)
   *
   * The identity of the selected statement.
   */
  properties[PROP_SELECTED] =
    g_param_spec_string ("selected", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlFrameView::edit-statement:
   * @self: the view
   * @id: the identity of a statement
   *
   * Somebody wants to say more about the statement than its words: who, what it looks like, by when.
   */
  signals[EDIT_STATEMENT] = g_signal_new ("edit-statement", TL_TYPE_FRAME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  tl_frame_view_class_add_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "frame-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_hint (void)
{
  GtkWidget *hint = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (hint, "osd");
  gtk_widget_add_css_class (hint, "frame-hint");
  gtk_widget_set_halign (hint, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (hint, GTK_ALIGN_END);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_visible (hint, FALSE);

  return hint;
}

static void
tl_frame_view_init (TlFrameView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->canvas = TL_CANVAS (tl_canvas_new ());
  self->hint = GTK_LABEL (create_hint ());
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_overlay_set_child (self->overlay, scroller);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->hint));
  gtk_widget_set_parent (GTK_WIDGET (self->overlay), GTK_WIDGET (self));
  tl_frame_view_init_editor (self);
  tl_frame_view_init_input (self);

  tl_viewport_set_rim (tl_canvas_get_viewport (self->canvas), RIM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Statements"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Frame"), -1);

  g_signal_connect_object (self->canvas, "card-selected", G_CALLBACK (card_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "card-activated", G_CALLBACK (card_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "create-menu", G_CALLBACK (tl_frame_view_create_menu), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_canvas_get_viewport (self->canvas), "changed", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::canvas-text-size", G_CALLBACK (text_size_changed_cb), self,
                           G_CONNECT_SWAPPED);
  text_size_changed_cb (self);
  tl_frame_view_update_actions (self);
}

/**
 * tl_frame_view_new:
 *
 * Returns: (transfer full): a view that shows no conversation yet
 */
GtkWidget *
tl_frame_view_new (void)
{
  return g_object_new (TL_TYPE_FRAME_VIEW, NULL);
}

/**
 * tl_frame_view_set_conversation:
 * @self: a view
 * @document: (nullable): an open document; with %NULL nothing is shown
 * @conversation: (nullable): a conversation of it
 *
 * Shows the frame of @conversation from its top, and follows the document from then on.  In a document that can only be
 * read nothing can be changed.
 */
void
tl_frame_view_set_conversation (TlFrameView    *self,
                                TlDocument     *document,
                                TlConversation *conversation)
{
  const char *id;

  g_return_if_fail (TL_IS_FRAME_VIEW (self));
  g_return_if_fail (document == NULL || TL_IS_DOCUMENT (document));
  g_return_if_fail (conversation == NULL || (TL_IS_CONVERSATION (conversation) && document != NULL));

  id = conversation != NULL ? tl_entity_get_id (TL_ENTITY (conversation)) : NULL;
  if (document == self->document && g_strcmp0 (id, self->conversation) == 0)
    return;

  tl_frame_view_stop_editing (self, TRUE);
  tl_frame_view_stop_connecting (self);
  if (document != self->document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_data (self->document, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        {
          g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (document, "notify::read-only", G_CALLBACK (tl_frame_view_update_actions), self,
                                   G_CONNECT_SWAPPED);
        }
    }

  g_free (self->conversation);
  self->conversation = g_strdup (id);
  take_selected (self, NULL);
  tl_frame_view_fit (self);
}

/**
 * tl_frame_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): the canvas that shows the frame, for who zooms or exports it
 */
TlCanvas *
tl_frame_view_get_canvas (TlFrameView *self)
{
  g_return_val_if_fail (TL_IS_FRAME_VIEW (self), NULL);

  return self->canvas;
}

/**
 * tl_frame_view_get_selected:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): the identity of the selected statement
 */
const char *
tl_frame_view_get_selected (TlFrameView *self)
{
  g_return_val_if_fail (TL_IS_FRAME_VIEW (self), NULL);

  return self->selected;
}

/**
 * tl_frame_view_set_selected:
 * @self: a view
 * @id: (nullable): the identity of a statement, which need not be in the frame
 *
 * Selects the statement and brings it into view.
 */
void
tl_frame_view_set_selected (TlFrameView *self,
                            const char  *id)
{
  g_return_if_fail (TL_IS_FRAME_VIEW (self));

  tl_canvas_select (self->canvas, id);
  take_selected (self, id);
}
