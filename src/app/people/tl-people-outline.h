/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"

G_BEGIN_DECLS

/**
 * TlPeopleShape:
 * @TL_PEOPLE_UNITS: organisations, their units, and the people in these
 * @TL_PEOPLE_LINES: who reports to whom
 * @TL_PEOPLE_ALPHABET: everybody by name
 *
 * The shapes that the list of people can have.
 */
typedef enum
{
  TL_PEOPLE_UNITS,
  TL_PEOPLE_LINES,
  TL_PEOPLE_ALPHABET,
} TlPeopleShape;

#define TL_N_PEOPLE_SHAPES 3

/**
 * TlPeopleLine:
 * @party: who it is about; not owned, valid until the model changes
 * @depth: how many lines stand above it, from 0
 * @n_children: how many stand below it, shown or not
 * @is_expanded: whether those below it are shown
 *
 * A line of the list.
 */
typedef struct
{
  TlParty  *party;
  guint     depth;
  guint     n_children;
  gboolean  is_expanded;
} TlPeopleLine;

/* Whether the lines below @party are to be shown. */
typedef gboolean (*TlPeopleExpandedFunc) (TlParty  *party,
                                          guint     depth,
                                          gpointer  user_data);

typedef struct _TlPeopleOutline TlPeopleOutline;

TlPeopleOutline *tl_people_outline_new    (TlModel               *model);
void             tl_people_outline_free   (TlPeopleOutline       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPeopleOutline, tl_people_outline_free)

GArray          *tl_people_outline_make   (TlPeopleOutline       *self,
                                           TlPeopleShape          shape,
                                           const char            *filter,
                                           TlPeopleExpandedFunc   is_expanded,
                                           gpointer               user_data);
TlParty         *tl_people_outline_get_parent (TlPeopleOutline   *self,
                                               TlPeopleShape      shape,
                                               TlParty           *party);

G_END_DECLS
