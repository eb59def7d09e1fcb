/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document can begin with instead of nothing: a small set of goals with Work, Impact and Result, the units and
 * roles that own them, and measures with targets, for somebody to put their own in the place of.
 *
 * A template is a folder of CSV files that people can read, brought in by the importer.  A document as a template was
 * rejected: it would have to be migrated, would say nothing in a comparison of two versions, and could not follow the
 * calendar, which here is one word to replace.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-exchange-error.h"
#include "tl-import.h"
#include "tl-installed.h"
#include "tl-template.h"

/* What stands for the year in which a document is made */
#define YEAR "{year}"

struct _TlTemplate
{
  GObject parent_instance;

  const char *id;               /* also the name of its folder */
  const char *name;             /* not translated yet */
  const char *description;
};

enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlTemplate, tl_template, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *name;
  const char *description;
} templates[] = {
  { "sales-team", N_("Sales Team"),
    N_("Revenue and reputation, the difference made to customers, and what account executives do each week") },
  { "product-company", N_("Product Company"),
    N_("Growth and renewals, what customers succeed at, and the work of product, engineering and customer success") },
  { "public-agency", N_("Public Agency"),
    N_("Trust, decisions in time and the budget, what changes for citizens, and the work of case officers and digital") },
};

/* The files of a template, owners before goals and goals before what is said of them */
static const struct
{
  const char   *name;
  TlImportKind  kind;
} parts[] = {
  { "units.csv", TL_IMPORT_UNITS },
  { "people.csv", TL_IMPORT_PEOPLE },
  { "cycles.csv", TL_IMPORT_CYCLES },
  { "goals.csv", TL_IMPORT_GOALS },
  { "tensions.csv", TL_IMPORT_TENSIONS },
};

static void
tl_template_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlTemplate *self = TL_TEMPLATE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, tl_template_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, tl_template_get_name (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, tl_template_get_description (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_template_class_init (TlTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_template_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_template_init (TlTemplate *self)
{
}

static TlTemplate *
make_template (guint index)
{
  TlTemplate *self = g_object_new (TL_TYPE_TEMPLATE, NULL);

  self->id = templates[index].id;
  self->name = templates[index].name;
  self->description = templates[index].description;
  return self;
}

/**
 * tl_template_list:
 *
 * Returns: (transfer full): a list of #TlTemplate, in the order to show them in
 */
GListModel *
tl_template_list (void)
{
  GListStore *list = g_list_store_new (TL_TYPE_TEMPLATE);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autoptr (TlTemplate) template = make_template (i);

      g_list_store_append (list, template);
    }

  return G_LIST_MODEL (list);
}

/**
 * tl_template_find:
 * @id: what a template is called on the command line, such as "sales-team"
 *
 * Returns: (transfer full) (nullable): the template
 */
TlTemplate *
tl_template_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      if (g_str_equal (templates[i].id, id))
        return make_template (i);
    }

  return NULL;
}

/**
 * tl_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): what it is called on the command line
 */
const char *
tl_template_get_id (TlTemplate *self)
{
  g_return_val_if_fail (TL_IS_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * tl_template_get_name:
 * @self: a template
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
tl_template_get_name (TlTemplate *self)
{
  g_return_val_if_fail (TL_IS_TEMPLATE (self), NULL);

  return _(self->name);
}

/**
 * tl_template_get_description:
 * @self: a template
 *
 * Returns: (transfer none): what is in it, in a line, translated
 */
const char *
tl_template_get_description (TlTemplate *self)
{
  g_return_val_if_fail (TL_IS_TEMPLATE (self), NULL);

  return _(self->description);
}

static GBytes *
load_part (TlTemplate  *self,
           const char  *name,
           GError     **error)
{
  g_autofree char *relative = g_build_filename ("templates", self->id, name, NULL);
  g_autofree char *path = tl_installed_dup_path (relative);
  g_autofree char *text = NULL;
  g_autofree char *year = NULL;
  g_autoptr (GDate) today = tl_date_to_gdate (tl_date_today ());
  GString *filled;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                   _("The template “%s” did not come with this program. Install it with “meson install”, or name the folder that holds it in THROUGHLINE_DATADIR."),
                   tl_template_get_name (self));
      return NULL;
    }

  year = g_strdup_printf ("%d", g_date_get_year (today));
  filled = g_string_new (text);
  g_string_replace (filled, YEAR, year, 0);
  return g_string_free_to_bytes (filled);
}

static gboolean
fill (TlTemplate  *self,
      TlDocument  *document,
      GError     **error)
{
  g_autoptr (TlImport) import = tl_import_new (document);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) bytes = load_part (self, parts[i].name, error);

      if (bytes == NULL || !tl_import_add_bytes (import, bytes, parts[i].name, parts[i].kind, NULL, error))
        return FALSE;
    }

  if (!tl_import_prepare (import, NULL, error))
    return FALSE;

  /* The group of the import is within this one, which names the step. */
  tl_document_begin_group (document, _("New from Template"));
  if (tl_import_apply (import, error))
    return tl_document_end_group (document, error);

  tl_document_cancel_group (document);
  return FALSE;
}

/**
 * tl_template_create:
 * @self: a template
 * @file: a file that does not exist
 * @name: the name of the document and of the organisation it is about
 * @error: return location for a #TlStoreError or a #TlExchangeError
 *
 * Makes a document that begins with @self, in a cycle that is this year.  Nothing is left behind when it fails.
 *
 * Returns: (transfer full) (nullable): the document, opened
 */
TlDocument *
tl_template_create (TlTemplate  *self,
                    GFile       *file,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (TlDocument) document = NULL;

  g_return_val_if_fail (TL_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = tl_document_create (file, name, error);
  if (document == NULL)
    return NULL;

  if (!fill (self, document, error))
    {
      tl_document_close (document, NULL);
      g_file_delete (file, NULL, NULL);
      return NULL;
    }

  return g_steal_pointer (&document);
}
