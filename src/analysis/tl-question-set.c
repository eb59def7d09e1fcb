/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A set of questions: what a conversation asks, in which order, and what has to be missing for it.
 *
 * A set never changes after it has been read; which of its questions stand at a moment of a conversation is worked out
 * in tl-question-flow.c. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-question-set.h"

#include "tl-question-set-private.h"

struct _TlQuestionSet
{
  GObject parent_instance;

  TlQuestionSetContent content;
};

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_DESCRIPTION,
  N_PROPS
};

G_DEFINE_QUARK (tl-question-set-error-quark, tl_question_set_error)
G_DEFINE_FINAL_TYPE (TlQuestionSet, tl_question_set, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
tl_question_set_finalize (GObject *object)
{
  TlQuestionSet *self = TL_QUESTION_SET (object);

  g_free (self->content.id);
  g_free (self->content.name);
  g_free (self->content.description);
  g_clear_pointer (&self->content.kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_question_set_parent_class)->finalize (object);
}

static void
tl_question_set_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlQuestionSet *self = TL_QUESTION_SET (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->content.id);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->content.name);
      break;

    case PROP_DESCRIPTION:
      g_value_set_string (value, self->content.description);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_question_set_class_init (TlQuestionSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_question_set_finalize;
  object_class->get_property = tl_question_set_get_property;

  /**
   * TlQuestionSet:id:
   *
   * The name of the set in files.
   */
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlQuestionSet:name:
   *
   * The name of the set for people.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlQuestionSet:description:
   *
   * What the set is good for.
   */
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_question_set_init (TlQuestionSet *self)
{
}

/**
 * tl_question_set_new:
 * @data: what a file with questions holds; docs/coaching.md says how it is written
 * @length: its size
 * @error: return location for a #GError of the domain %TL_QUESTION_SET_ERROR
 *
 * Reads a set of questions, in the user's language as far as @data has it.  Nothing is guessed: a word that is not known
 * is refused, with a sentence that names the line and the key, since a question that is silently never asked would be
 * looked for in the wrong place.
 *
 * Returns: (transfer full) (nullable): the set, or %NULL
 */
TlQuestionSet *
tl_question_set_new (const char  *data,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (TlQuestionSet) self = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self = g_object_new (TL_TYPE_QUESTION_SET, NULL);
  if (!tl_question_set_read (data, length, &self->content, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tl_question_set_get_id:
 * @self: a set of questions
 *
 * Returns: (transfer none): the name of @self in files
 */
const char *
tl_question_set_get_id (TlQuestionSet *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_SET (self), NULL);

  return self->content.id;
}

/**
 * tl_question_set_get_name:
 * @self: a set of questions
 *
 * Returns: (transfer none): the name of @self for people
 */
const char *
tl_question_set_get_name (TlQuestionSet *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_SET (self), NULL);

  return self->content.name;
}

/**
 * tl_question_set_get_description:
 * @self: a set of questions
 *
 * Returns: (transfer none) (nullable): what @self is good for
 */
const char *
tl_question_set_get_description (TlQuestionSet *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_SET (self), NULL);

  return self->content.description;
}

/**
 * tl_question_set_peek_content:
 * @self: a set of questions
 *
 * Returns: (transfer none): what was read
 */
const TlQuestionSetContent *
tl_question_set_peek_content (TlQuestionSet *self)
{
  g_return_val_if_fail (TL_IS_QUESTION_SET (self), NULL);

  return &self->content;
}
