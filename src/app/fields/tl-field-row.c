/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One property of an entity, in its place: a label, the value, and below it what was not understood.
 *
 * What is typed is committed by tl-field-row-typing.c; choices, switches and references are when they are made.
 *
 * Undo brings objects back as new ones, so the identity of the entity is what a field holds on to: a commit goes to
 * whatever entity of the model has it then.
 *
 * A field can edit the same property of several entities: it shows what they share, and sets it for all.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-field-row-private.h"

#include <glib/gi18n-lib.h>

/* The label's column, where it stands beside the value, in characters */
#define LABEL_WIDTH 11

G_DEFINE_FINAL_TYPE (TlFieldRow, tl_field_row, GTK_TYPE_WIDGET)

/* The object of the model that stands for @entity now; %NULL when it is gone */
static TlEntity *
find_living (TlFieldRow *self,
             TlEntity   *entity)
{
  TlModel *model = tl_document_get_model (self->document);

  return tl_entity_get_model (entity) == model ? entity : tl_model_lookup (model, tl_entity_get_id (entity));
}

static GPtrArray *
list_living (TlFieldRow *self)
{
  GPtrArray *living = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entities->len; i++)
    {
      TlEntity *entity = find_living (self, g_ptr_array_index (self->entities, i));

      if (entity != NULL)
        g_ptr_array_add (living, g_object_ref (entity));
    }

  return living;
}

TlEntity *
tl_field_row_get_first (TlFieldRow *self)
{
  return self->entities->len > 0 ? g_ptr_array_index (self->entities, 0) : NULL;
}

/* What all of them share; FALSE when they do not. */
static gboolean
read_shared (TlFieldRow *self,
             GValue     *value)
{
  tl_field_value_read (tl_field_row_get_first (self), self->property, value);

  for (guint i = 1; i < self->entities->len; i++)
    {
      g_auto (GValue) other = G_VALUE_INIT;

      tl_field_value_read (g_ptr_array_index (self->entities, i), self->property, &other);
      if (!tl_field_value_equal (value, &other))
        return FALSE;
    }

  return TRUE;
}

/* Says what was not understood, or refused, below the value; NULL for nothing. */
void
tl_field_row_set_problem (TlFieldRow *self,
                          const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  if (TL_IS_FIELD_TEXT (self->editor))
    tl_field_text_set_problem (TL_FIELD_TEXT (self->editor), problem != NULL);
}

static const char *
get_placeholder (TlFieldRow *self)
{
  if (self->is_mixed)
    return _("Several values");
  if (self->placeholder != NULL)
    return self->placeholder;

  switch (self->kind)
    {
    case TL_FIELD_KIND_DATE:
      return _("No date");
    case TL_FIELD_KIND_NUMBER:
      return _("Not known");
    default:
      return _("Not said yet");
    }
}

static void
show_text (TlFieldRow   *self,
           const GValue *value)
{
  g_autofree char *text = self->is_mixed ? g_strdup ("") : tl_field_value_to_text (self->kind, value);

  tl_field_text_set_placeholder (TL_FIELD_TEXT (self->editor), get_placeholder (self));
  tl_field_text_set_text (TL_FIELD_TEXT (self->editor), text);
  tl_field_text_set_suffix (TL_FIELD_TEXT (self->editor), *text != '\0' ? self->suffix : NULL);
}

/* Shows what the entity says now, unless somebody is typing. */
void
tl_field_row_show_value (TlFieldRow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (self->editor == NULL || self->entities->len == 0 || self->is_typing)
    return;

  self->is_mixed = !read_shared (self, &value);
  tl_field_row_set_problem (self, NULL);
  if (tl_field_row_is_typed (self))
    show_text (self, &value);
  else
    tl_field_row_show_pick (self, &value);
}

static void
value_changed_cb (TlFieldRow *self)
{
  g_assert (TL_IS_FIELD_ROW (self));

  /* What has been said since counts for more than what was left unfinished before. */
  if (self->is_resumed)
    tl_field_row_end_typing (self);
  tl_field_row_show_value (self);
}

/* The owner of a goal is told by three properties. */
static const char *const *
list_watched (TlFieldRow *self)
{
  static const char *const owner[] = { "notify::organisation", "notify::unit", "notify::person", NULL };

  return g_str_equal (self->property, "owner") ? owner : (const char *const *) self->watched;
}

static void
watch (TlFieldRow *self)
{
  const char *const *watched = list_watched (self);

  for (guint i = 0; i < self->entities->len; i++)
    {
      for (guint j = 0; watched[j] != NULL; j++)
        g_signal_connect_object (g_ptr_array_index (self->entities, i), watched[j], G_CALLBACK (value_changed_cb),
                                 self, G_CONNECT_SWAPPED);
    }
}

static void
unwatch (TlFieldRow *self)
{
  for (guint i = 0; i < self->entities->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->entities, i), value_changed_cb, self);
}

static gboolean
set_plainly (TlFieldRow    *self,
             GPtrArray     *entities,
             const GValue  *value)
{
  g_autofree char *step = tl_field_value_dup_step_name (entities->pdata[0], self->property, self->label);
  g_autoptr (GError) error = NULL;

  /* Whatever else has happened until now is a step of its own, and so is this. */
  tl_document_flush (self->document, NULL);
  tl_document_end_typing (self->document);
  if (step != NULL)
    tl_document_begin_group (self->document, step);
  for (guint i = 0; i < entities->len; i++)
    tl_field_value_write (entities->pdata[i], self->property, value);

  if (step != NULL)
    tl_document_finish_group (self->document);
  else if (!tl_document_flush (self->document, &error))
    g_signal_emit_by_name (self->document, "storage-failed", error);
  tl_document_end_typing (self->document);
  return TRUE;
}

static gboolean
is_new (TlFieldRow   *self,
        GPtrArray    *entities,
        const GValue *value)
{
  for (guint i = 0; i < entities->len; i++)
    {
      g_auto (GValue) now = G_VALUE_INIT;

      tl_field_value_read (entities->pdata[i], self->property, &now);
      if (!tl_field_value_equal (&now, value))
        return TRUE;
    }

  return FALSE;
}

/* Sets the property of all the entities there still are; says why when that was refused.  FALSE as well when all of
 * them are gone. */
gboolean
tl_field_row_set_value (TlFieldRow   *self,
                        const GValue *value)
{
  g_autoptr (GPtrArray) living = list_living (self);
  g_autoptr (GError) error = NULL;

  if (living->len == 0)
    return FALSE;
  if (tl_document_get_read_only (self->document) || !is_new (self, living, value))
    return TRUE;

  if (!tl_field_value_check (living->pdata[0], self->property, value, &error))
    {
      tl_field_row_set_problem (self, error->message);
      return FALSE;
    }

  if (self->setter == NULL)
    return set_plainly (self, living, value);
  if (self->setter (self->document, living, value, self->setter_data, &error))
    return TRUE;

  tl_field_row_set_problem (self, error->message);
  return FALSE;
}

static void
tl_field_row_root (GtkWidget *widget)
{
  TlFieldRow *self = TL_FIELD_ROW (widget);

  GTK_WIDGET_CLASS (tl_field_row_parent_class)->root (widget);

  tl_field_row_resume_typing (self);
  tl_field_row_watch_window (self);
}

static void
tl_field_row_unroot (GtkWidget *widget)
{
  TlFieldRow *self = TL_FIELD_ROW (widget);

  tl_field_row_commit (self);
  tl_field_row_leave_typing (self);
  tl_field_row_show_value (self);

  GTK_WIDGET_CLASS (tl_field_row_parent_class)->unroot (widget);
}

static gboolean
tl_field_row_grab_focus (GtkWidget *widget)
{
  TlFieldRow *self = TL_FIELD_ROW (widget);

  return self->editor != NULL && gtk_widget_grab_focus (self->editor);
}

static void
tl_field_row_dispose (GObject *object)
{
  TlFieldRow *self = TL_FIELD_ROW (object);
  GtkWidget *child;

  if (self->entities != NULL)
    unwatch (self);
  if (self->document != NULL)
    tl_field_row_leave_typing (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = NULL;

  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_field_row_parent_class)->dispose (object);
}

static void
tl_field_row_finalize (GObject *object)
{
  TlFieldRow *self = TL_FIELD_ROW (object);

  g_free (self->property);
  g_free (self->label);
  g_free (self->placeholder);
  g_free (self->suffix);
  g_free (self->none);
  g_free (self->watched[0]);

  G_OBJECT_CLASS (tl_field_row_parent_class)->finalize (object);
}

static void
tl_field_row_class_init (TlFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_field_row_dispose;
  object_class->finalize = tl_field_row_finalize;
  widget_class->root = tl_field_row_root;
  widget_class->unroot = tl_field_row_unroot;
  widget_class->grab_focus = tl_field_row_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_field_row_init (TlFieldRow *self)
{
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
create_children (TlFieldRow *self)
{
  gboolean is_above = (self->flags & (TL_FIELD_ABOVE | TL_FIELD_MULTILINE | TL_FIELD_TITLE)) != 0;

  self->line = gtk_box_new (is_above ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, is_above ? 0 : 12);
  self->name = gtk_label_new (self->label);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_yalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_widget_add_css_class (self->name, "name");
  gtk_widget_add_css_class (self->name, "dim-label");
  gtk_widget_set_visible (self->name, (self->flags & (TL_FIELD_TITLE | TL_FIELD_NO_LABEL)) == 0);
  if (!is_above)
    g_object_set (self->name, "width-chars", LABEL_WIDTH, "max-width-chars", LABEL_WIDTH, NULL);
  gtk_box_append (GTK_BOX (self->line), self->name);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

/**
 * tl_field_row_new:
 * @document: the document whose entities it edits
 * @property: the name of one of their stored properties; "owner" for the owner of a goal
 * @label: what to call it, in header capitals
 * @flags: how it looks
 *
 * Returns: (transfer full): a field, empty until it is given an entity
 */
GtkWidget *
tl_field_row_new (TlDocument   *document,
                  const char   *property,
                  const char   *label,
                  TlFieldFlags  flags)
{
  TlFieldRow *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (TL_TYPE_FIELD_ROW, NULL);
  self->document = g_object_ref (document);
  self->property = g_strdup (property);
  self->label = g_strdup (label);
  self->flags = flags;
  self->watched[0] = g_strconcat ("notify::", property, NULL);
  if ((flags & TL_FIELD_TITLE) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  create_children (self);
  return GTK_WIDGET (self);
}

static gboolean
are_the_same (GPtrArray *entities,
              GPtrArray *others)
{
  if (entities->len != others->len)
    return FALSE;

  for (guint i = 0; i < entities->len; i++)
    {
      if (!g_str_equal (tl_entity_get_id (entities->pdata[i]), tl_entity_get_id (others->pdata[i])))
        return FALSE;
    }

  return TRUE;
}

/* A row edits the same property all its life, but does not know of which class until it is given an entity. */
static void
ensure_editor (TlFieldRow *self)
{
  TlEntity *first = tl_field_row_get_first (self);

  if (self->editor == NULL && first != NULL)
    {
      self->kind = tl_field_value_get_kind (first, self->property);
      tl_field_row_create_editor (self);
      gtk_box_append (GTK_BOX (self->line), self->editor);
      gtk_widget_set_hexpand (self->editor, TRUE);
    }

  if (self->editor != NULL)
    gtk_widget_set_visible (self->editor, first != NULL);
}

/**
 * tl_field_row_set_entities:
 * @self: a field
 * @entities: (element-type TlEntity): entities of one class, of the document; may be empty
 *
 * Shows and edits the property of all of them.  What is being typed is committed first, to the entities it was typed
 * for, or kept as a draft when it is not understood; when they are still the same, be it as new objects, the typing
 * goes on.  A draft of one entity is shown again.
 */
void
tl_field_row_set_entities (TlFieldRow *self,
                           GPtrArray  *entities)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));
  g_return_if_fail (entities != NULL);

  if (!are_the_same (self->entities, entities))
    {
      tl_field_row_commit (self);
      tl_field_row_leave_typing (self);
    }

  unwatch (self);
  g_ptr_array_set_size (self->entities, 0);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (self->entities, g_object_ref (entities->pdata[i]));

  ensure_editor (self);
  if (self->entities->len > 0)
    watch (self);
  tl_field_row_refresh (self);
  tl_field_row_resume_typing (self);
}

/**
 * tl_field_row_set_entity:
 * @self: a field
 * @entity: (nullable): an entity of the document
 *
 * Like tl_field_row_set_entities() for one entity, or none.
 */
void
tl_field_row_set_entity (TlFieldRow *self,
                         TlEntity   *entity)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();

  g_return_if_fail (entity == NULL || TL_IS_ENTITY (entity));

  if (entity != NULL)
    g_ptr_array_add (entities, entity);
  tl_field_row_set_entities (self, entities);
}

/**
 * tl_field_row_refresh:
 * @self: a field
 *
 * Shows again what can have changed without the property: the name of what it refers to, whether the document can be
 * written to.  What is being typed stays.
 */
void
tl_field_row_refresh (TlFieldRow *self)
{
  gboolean is_editable;

  g_return_if_fail (TL_IS_FIELD_ROW (self));

  if (self->editor == NULL)
    return;

  is_editable = !tl_document_get_read_only (self->document);
  if (TL_IS_FIELD_TEXT (self->editor))
    tl_field_text_set_editable (TL_FIELD_TEXT (self->editor), is_editable);
  else
    gtk_widget_set_sensitive (self->editor, is_editable);
  tl_field_row_show_value (self);
}

static char *
replace (char       *old,
         const char *text)
{
  g_free (old);
  return g_strdup (text);
}

/**
 * tl_field_row_set_placeholder:
 * @self: a field
 * @placeholder: (nullable): what stands there while there is no value, instead of the usual words
 */
void
tl_field_row_set_placeholder (TlFieldRow *self,
                              const char *placeholder)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  self->placeholder = replace (self->placeholder, placeholder);
  tl_field_row_show_value (self);
}

/**
 * tl_field_row_set_suffix:
 * @self: a field
 * @suffix: (nullable): the unit that stands behind the number
 */
void
tl_field_row_set_suffix (TlFieldRow *self,
                         const char *suffix)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  if (g_strcmp0 (self->suffix, suffix) == 0)
    return;

  self->suffix = replace (self->suffix, suffix);
  tl_field_row_show_value (self);
}

/**
 * tl_field_row_set_none:
 * @self: a field of a reference
 * @none: (nullable): the word for a reference to nothing, "Nobody", which can then be chosen
 */
void
tl_field_row_set_none (TlFieldRow *self,
                       const char *none)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  self->none = replace (self->none, none);
  tl_field_row_update_chooser (self);
  tl_field_row_show_value (self);
}

/**
 * tl_field_row_set_setter:
 * @self: a field
 * @setter: (nullable): changes the property instead of the field
 * @user_data: for @setter
 */
void
tl_field_row_set_setter (TlFieldRow    *self,
                         TlFieldSetter  setter,
                         gpointer       user_data)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  self->setter = setter;
  self->setter_data = user_data;
}

/**
 * tl_field_row_set_filter:
 * @self: a field of a reference
 * @filter: (nullable): says which entities can be chosen
 * @user_data: for @filter
 */
void
tl_field_row_set_filter (TlFieldRow            *self,
                         TlEntityChooserFilter  filter,
                         gpointer               user_data)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  self->filter = filter;
  self->filter_data = user_data;
  tl_field_row_update_chooser (self);
}

/**
 * tl_field_row_start:
 * @self: a field
 *
 * Moves the focus into the field and selects what stands in it.
 */
void
tl_field_row_start (TlFieldRow *self)
{
  g_return_if_fail (TL_IS_FIELD_ROW (self));

  if (gtk_widget_grab_focus (GTK_WIDGET (self)) && TL_IS_FIELD_TEXT (self->editor))
    tl_field_text_select_all (TL_FIELD_TEXT (self->editor));
}
