/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that is the application, for tests of whole windows. */

#pragma once

#include "tl-application.h"

G_BEGIN_DECLS

/* The application, for run_tests_in() */
static inline TlApplication *
create_application (void)
{
  TlApplication *application = tl_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_hold (G_APPLICATION (application));
  return application;
}

/* Runs the tests that were added, with an application that stays although between two tests there is no window. */
static inline int
run_tests_in (TlApplication *application)
{
  int status = g_test_run ();

  g_application_release (G_APPLICATION (application));
  return status;
}

G_END_DECLS
