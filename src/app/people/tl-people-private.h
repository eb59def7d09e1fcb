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
  guint               n_frames;         /* since it is on the screen, up to two */
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
TlParty *tl_people_view_find_party     (TlPeopleView   *self,
                                        const char     *id);
gboolean tl_people_view_is_writable    (TlPeopleView   *self);
void     tl_people_view_refuse         (TlPeopleView   *self,
                                        const char     *heading,
                                        const GError   *error);
void     tl_people_view_popup_chooser  (TlPeopleView   *self,
                                        GtkWidget      *chooser,
                                        int             start,
                                        int             width);
GPtrArray      *tl_people_make_list        (gpointer    entity);
TlOrganisation *tl_people_get_organisation (TlParty    *party);
TlUnit         *tl_people_get_unit         (TlParty    *party);

/* tl-people-adding.c */
void     tl_people_view_class_add_adding (GtkWidgetClass *widget_class);
void     tl_people_view_add            (TlPeopleView   *self);
void     tl_people_view_start_adding   (TlPeopleView   *self,
                                        GType           type,
                                        TlParty        *party);
void     tl_people_view_stop_adding    (TlPeopleView   *self);

/* tl-people-state.c */
void     tl_people_view_load_state     (TlPeopleView   *self);
void     tl_people_view_save_state     (TlPeopleView   *self);

/* tl-people-moving.c */
void     tl_people_view_class_add_moving (GtkWidgetClass *widget_class);

/* tl-people-removing.c */
void     tl_people_view_class_add_removing (GtkWidgetClass *widget_class);

G_END_DECLS
