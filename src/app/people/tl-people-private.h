/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TlPeopleView share: the lens itself, and what can be done in it. */

#pragma once

#include "tl-cycles-page.h"
#include "tl-party-page.h"
#include "tl-people-tree.h"
#include "tl-people-view.h"

G_BEGIN_DECLS

struct _TlPeopleView
{
  GtkWidget parent_instance;

  TlDocument         *document;
  TlInsight          *insight;
  TlNavigator        *navigator;
  TlPeopleTree       *tree;
  GtkSingleSelection *selection;
  gboolean            is_syncing;       /* the list follows the navigator, and not the other way round */
  gboolean            is_stale;         /* the model has changed while nobody looked */
  gboolean            shows_cycles;
  GType               added_type;       /* what the line for adding makes */
  char               *added_below;      /* the identity of the party it goes to, or NULL */

  GtkWidget          *list_pane;
  GtkStack           *list_stack;
  GtkListView        *list_view;
  GtkSearchEntry     *search;
  GtkMenuButton      *add_button;
  GtkWidget          *adder;
  GtkLabel           *adder_label;
  GtkEntry           *adder_entry;
  GtkPopover         *menu;
  GtkStack           *pages;
  TlPartyPage        *party_page;
  TlCyclesPage       *cycles_page;
};

/* tl-people-view.c */
TlParty *tl_people_view_get_shown      (TlPeopleView   *self);
void     tl_people_view_show_party     (TlPeopleView   *self,
                                        TlParty        *party);
void     tl_people_view_refresh        (TlPeopleView   *self);

/* tl-people-edits.c */
void     tl_people_view_class_add_edits (GtkWidgetClass *widget_class);
void     tl_people_view_update_edits   (TlPeopleView   *self);
void     tl_people_view_add            (TlPeopleView   *self);
void     tl_people_view_stop_adding    (TlPeopleView   *self);

G_END_DECLS
