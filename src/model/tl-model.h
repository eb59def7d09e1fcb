/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-entity.h"
#include "tl-goal.h"
#include "tl-organisation.h"
#include "tl-settings.h"

G_BEGIN_DECLS

#define TL_TYPE_MODEL (tl_model_get_type ())

G_DECLARE_FINAL_TYPE (TlModel, tl_model, TL, MODEL, GObject)

const GType    *tl_model_get_types        (guint       *n_types);

TlModel        *tl_model_new              (void);
GListModel     *tl_model_get_list         (TlModel     *self,
                                           GType        type);
TlEntity       *tl_model_lookup           (TlModel     *self,
                                           const char  *id);
TlSettings     *tl_model_get_settings     (TlModel     *self);
TlOrganisation *tl_model_get_organisation (TlModel     *self);

void            tl_model_add              (TlModel     *self,
                                           TlEntity    *entity);
void            tl_model_remove           (TlModel     *self,
                                           TlEntity    *entity);
void            tl_model_begin_bulk       (TlModel     *self);
void            tl_model_end_bulk         (TlModel     *self);

/* For TlEntity */
void            tl_model_entity_changed   (TlModel     *self,
                                           TlEntity    *entity,
                                           GParamSpec  *pspec);

G_END_DECLS
