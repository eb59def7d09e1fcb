/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `new`: an empty document, one that begins with a template, or the example organisation. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cli.h"
#include "tl-example.h"
#include "tl-template.h"

static char *
make_name (const char *path)
{
  char *name = g_filename_display_basename (path);
  char *dot = g_strrstr (name, ".");

  if (dot != NULL && dot != name)
    *dot = '\0';

  return name;
}

/* By ISO 4217 a currency has three capital letters. */
static gboolean
is_currency (const char *code)
{
  for (const char *p = code; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return FALSE;

  return strlen (code) == 3;
}

static TlDocument *
create (GFile       *file,
        const char  *path,
        const char  *name,
        const char  *currency,
        TlTemplate  *template,
        GError     **error)
{
  g_autofree char *own_name = name != NULL ? g_strdup (name) : make_name (path);
  TlDocument *document = template != NULL ? tl_template_create (template, file, own_name, error)
                                          : tl_document_create (file, own_name, error);

  if (document != NULL && currency != NULL)
    tl_settings_set_currency (tl_model_get_settings (tl_document_get_model (document)), currency);

  return document;
}

static int
refuse_template (const char *id)
{
  g_autoptr (GListModel) list = tl_template_list ();
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlTemplate) template = g_list_model_get_item (list, i);

      g_string_append_printf (known, i > 0 ? ", %s" : "%s", tl_template_get_id (template));
    }

  return tl_cli_wrong_use (_("There is no template “%s”. There are: %s."), id, known->str);
}

/**
 * tl_cli_new:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_new (int    argc,
            char **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *template_id = NULL;
  gboolean is_example = FALSE;
  GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("The name of the organisation"), "NAME" },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &currency, N_("The currency of its amounts, such as EUR"), "CODE" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_id,
      N_("Begin with a template: sales-team, product-company or public-agency"), "TEMPLATE" },
    { "example", 0, 0, G_OPTION_ARG_NONE, &is_example, N_("Begin with the example organisation"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (TlTemplate) template = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = NULL;
  GError *error = NULL;

  if (!tl_cli_parse (_("FILE"), _("Makes a document. A file of that name must not exist."),
                     entries, argc, argv, 1, 1, &arguments))
    return TL_CLI_WRONG_USE;

  if (is_example && template_id != NULL)
    return tl_cli_wrong_use (_("A document begins with the example or with a template, not with both."));
  if (template_id != NULL)
    template = tl_template_find (template_id);
  if (template_id != NULL && template == NULL)
    return refuse_template (template_id);

  if (is_example && (name != NULL || currency != NULL))
    return tl_cli_wrong_use (_("The example has a name and a currency of its own."));

  if (currency != NULL && !is_currency (currency))
    return tl_cli_wrong_use (_("“%s” is no code of a currency. Those have three capital letters, such as EUR."), currency);

  file = g_file_new_for_commandline_arg (arguments[0]);
  document = is_example ? tl_example_create (file, &error)
                        : create (file, arguments[0], name, currency, template, &error);
  if (document == NULL || !tl_document_close (document, &error))
    return tl_cli_fail (error);

  return TL_CLI_DONE;
}
