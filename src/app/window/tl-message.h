/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMessageFunc:
 * @response: the identity of what was chosen
 * @user_data: what was given
 *
 * Called when somebody has answered.
 */
typedef void (*TlMessageFunc) (const char *response,
                               gpointer    user_data);

/**
 * TlMessageAnswer:
 * @id: what the answer is called by
 * @label: what its button says, in header capitals, with a mnemonic
 * @is_harmful: whether something is lost by it
 *
 * One of the ways on that a message offers.
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean    is_harmful;
} TlMessageAnswer;

void tl_message_show (GtkWindow  *parent,
                      const char *heading,
                      const char *body);
void tl_message_ask  (GtkWindow             *parent,
                      const char            *heading,
                      const char            *body,
                      const TlMessageAnswer *answers,
                      TlMessageFunc          func,
                      GObject               *user_data);

G_END_DECLS
