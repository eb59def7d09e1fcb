/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The set that a conversation uses when it names none */
#define TL_QUESTION_SET_DEFAULT "work-impact-result"

/* What a file with questions may hold at most: nobody writes more by hand. */
#define TL_QUESTION_SET_MAX_SIZE (256 * 1024)
#define TL_QUESTION_SET_MAX_QUESTIONS 100

#define TL_QUESTION_SET_ERROR (tl_question_set_error_quark ())

/**
 * TlQuestionSetError:
 * @TL_QUESTION_SET_ERROR_INVALID: the file says something that makes no question; its author can put it right
 */
typedef enum
{
  TL_QUESTION_SET_ERROR_INVALID,
} TlQuestionSetError;

#define TL_TYPE_QUESTION_SET (tl_question_set_get_type ())

G_DECLARE_FINAL_TYPE (TlQuestionSet, tl_question_set, TL, QUESTION_SET, GObject)

GQuark         tl_question_set_error_quark     (void);

TlQuestionSet *tl_question_set_new             (const char     *data,
                                                gsize           length,
                                                GError        **error);
const char    *tl_question_set_get_id          (TlQuestionSet  *self);
const char    *tl_question_set_get_name        (TlQuestionSet  *self);
const char    *tl_question_set_get_description (TlQuestionSet  *self);

G_END_DECLS
