/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small company whose goals are drawn, and what has to be true of every picture of goals. */

#pragma once

#include "tl-diagram.h"

G_BEGIN_DECLS

typedef struct
{
  TlModel        *model;
  TlOrganisation *own;
  TlOrganisation *customer;
  TlUnit         *sales;
  TlPerson       *person;
  TlGraph        *graph;
  TlScores       *scores;
} Fixture;

void            fixture_set_up    (Fixture                *fixture,
                                   gconstpointer           data);
void            fixture_tear_down (Fixture                *fixture,
                                   gconstpointer           data);
TlScene        *fixture_draw      (Fixture                *fixture,
                                   const TlDiagramOptions *options);
const TlCard   *fixture_get_card  (TlScene                *scene,
                                   TlGoal                 *goal);

gpointer        add_entity        (Fixture                *fixture,
                                   gpointer                entity);
TlOrganisation *add_organisation  (Fixture                *fixture,
                                   const char             *name,
                                   TlOrganisationKind      kind);
TlGoal         *add_goal          (Fixture                *fixture,
                                   gpointer                owner,
                                   const char             *title);
void            connect_goals     (Fixture                *fixture,
                                   TlGoal                 *from,
                                   TlGoal                 *to,
                                   gboolean                critical);

gboolean        boxes_overlap     (const TlRect           *one,
                                   const TlRect           *other);
void            check_no_overlap  (TlScene                *scene);
void            check_lines       (TlScene                *scene);
void            check_bands       (Fixture                *fixture,
                                   TlScene                *scene,
                                   TlSceneDirection        direction);

#define ADD_DIAGRAM_TEST(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
