/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `worksheet`: a page to print and take along. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli.h"
#include "tl-cli-find.h"
#include "tl-cli-progress.h"
#include "tl-coaching-data.h"
#include "tl-conversation.h"
#include "tl-export.h"
#include "tl-paper.h"
#include "tl-worksheet.h"

typedef struct
{
  char     *kind;
  char     *person;
  char     *conversation;
  char     *paper;
  char     *out;
  gboolean  is_blank;
  gboolean  has_private;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->kind);
  g_free (request->person);
  g_free (request->conversation);
  g_free (request->paper);
  g_free (request->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* Worksheets are designed for two papers. */
static gboolean
find_paper (const char *name,
            TlPaper    *paper)
{
  *paper = tl_paper_get_default ();

  return name == NULL || (tl_paper_find (name, paper) && *paper != TL_PAPER_A3);
}

/* Returns what is wrong with the request, or nothing. */
static const char *
find_fault (const Request *request)
{
  g_autofree char *lower = request->out != NULL ? g_ascii_strdown (request->out, -1) : NULL;
  TlPaper paper;

  if (request->kind != NULL && !g_str_equal (request->kind, "coaching"))
    return _("There is no worksheet of that kind. The kinds there are: coaching.");
  if (request->out == NULL)
    return _("Where to? Give a file with -o.");
  if (!g_str_has_suffix (lower, ".pdf"))
    return _("The file has to end in .pdf.");
  if (!find_paper (request->paper, &paper))
    return _("The paper is “a4” or “letter”.");
  if (request->is_blank && (request->conversation != NULL || request->has_private))
    return _("A blank worksheet holds nothing of a conversation. Leave out --conversation and --private-notes.");
  if (!request->is_blank && request->person == NULL)
    return _("Whose conversation? Give a person with --person, or --blank for a worksheet to fill in by hand.");

  return NULL;
}

static char *
list_conversations (GPtrArray *conversations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < conversations->len; i++)
    {
      TlConversation *conversation = g_ptr_array_index (conversations, i);
      char date[TL_DATE_STRING_SIZE];

      tl_date_to_string (tl_conversation_get_date (conversation), date);
      g_string_append_printf (list, "\n  %s  %s", tl_entity_get_id (TL_ENTITY (conversation)), date);
    }

  return g_string_free (list, FALSE);
}

static gboolean
is_meant (TlConversation *conversation,
          const char     *name)
{
  TlDate date = tl_date_from_string (name);

  if (date != TL_DATE_NONE)
    return tl_conversation_get_date (conversation) == date;

  return *name != '\0' && g_str_has_prefix (tl_entity_get_id (TL_ENTITY (conversation)), name);
}

/* The one that @name means, which may be a day or the beginning of an identity; the newest without a name. */
static TlConversation *
choose_conversation (GPtrArray   *conversations,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (GPtrArray) meant = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (name == NULL)
    return g_ptr_array_index (conversations, 0);

  for (guint i = 0; i < conversations->len; i++)
    {
      if (is_meant (g_ptr_array_index (conversations, i), name))
        g_ptr_array_add (meant, g_ptr_array_index (conversations, i));
    }

  if (meant->len == 1)
    return g_ptr_array_index (meant, 0);

  list = list_conversations (meant->len > 0 ? meant : conversations);
  if (meant->len > 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 g_dngettext (GETTEXT_PACKAGE, "“%s” could be %u conversation. Give it by its id:%s",
                              "“%s” could be %u conversations. Give one by its id:%s", meant->len),
                 name, meant->len, list);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no conversation “%s”. There are:%s"), name, list);

  return NULL;
}

static TlConversation *
find_conversation (TlPerson    *person,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (GPtrArray) conversations = tl_person_dup_conversations (person);

  if (conversations->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There has been no conversation with %s yet. --blank makes a worksheet to fill in by hand."),
                   tl_party_get_name (TL_PARTY (person)));
      return NULL;
    }

  return choose_conversation (conversations, name, error);
}

static TlPaperDocument *
make_worksheet (const Request      *request,
                const char         *path,
                const TlPageSetup  *setup,
                GError            **error)
{
  TlWorksheetFlags flags = request->has_private ? TL_WORKSHEET_PRIVATE_NOTES : TL_WORKSHEET_DEFAULT;
  g_autoptr (TlDocument) document = tl_cli_open (path, error);
  g_autoptr (TlGraph) graph = NULL;
  TlConversation *conversation;
  TlPerson *person = NULL;

  if (document == NULL)
    return NULL;

  if (request->person != NULL)
    {
      person = tl_cli_find_person (tl_document_get_model (document), request->person, error);
      if (person == NULL)
        return NULL;
    }

  if (request->is_blank)
    return tl_worksheet_new_coaching_blank (person != NULL ? tl_party_get_name (TL_PARTY (person)) : NULL, setup);

  conversation = find_conversation (person, request->conversation, error);
  if (conversation == NULL)
    return NULL;

  graph = tl_graph_new (tl_document_get_model (document));
  return tl_worksheet_new_coaching (conversation, graph, tl_coaching_data_get_cues (), setup, flags);
}

static gboolean
write_worksheet (const Request  *request,
                 const char     *path,
                 GError        **error)
{
  g_autoptr (TlCliProgress) progress = tl_cli_progress_begin (_("Making the worksheet"));
  g_autoptr (TlPaperDocument) worksheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  TlPageSetup setup;
  TlPaper paper = TL_PAPER_A4;

  find_paper (request->paper, &paper);
  tl_page_setup_init (&setup, paper);
  worksheet = make_worksheet (request, path, &setup, error);
  if (worksheet == NULL)
    return FALSE;

  pdf = tl_pages_to_pdf (TL_PAGES (worksheet), NULL, NULL, error);
  return pdf != NULL && tl_export_write (pdf, request->out, error);
}

static int
refuse_word (const char *word)
{
  g_autofree char *shown = g_filename_display_name (word);

  return tl_cli_wrong_use (_("“%s” is a word too many. A person is given with --person, the kind of worksheet with --kind."),
                           shown);
}

/**
 * tl_cli_worksheet:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_worksheet (int    argc,
                  char **argv)
{
  g_auto (Request) request = { NULL };
  GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &request.kind, N_("Which worksheet: coaching, which is the only one so far"), "KIND" },
    { "person", 0, 0, G_OPTION_ARG_STRING, &request.person, N_("The person whose conversation it is"), "PERSON" },
    { "conversation", 0, 0, G_OPTION_ARG_STRING, &request.conversation,
      N_("The conversation of that day, or with that id, and not the newest"), "DAY|ID" },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &request.is_blank, N_("A worksheet to fill in by hand"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &request.paper, N_("a4 or letter; what is usual here unless told"), "PAPER" },
    { "private-notes", 0, 0, G_OPTION_ARG_NONE, &request.has_private,
      N_("With the coach’s private notes, which are left out otherwise"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.out, N_("Where to: a name that ends in .pdf"), "OUT.pdf" },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  GError *error = NULL;
  const char *fault;

  if (!tl_cli_parse (_("FILE --person PERSON -o OUT.pdf"),
                     _("Makes a page to print and take along: what was said in a coaching conversation, and what "
                       "was agreed."), entries, argc, argv, 1, -1, &arguments))
    return TL_CLI_WRONG_USE;

  /* A name behind the file is what comes to mind first. */
  if (arguments[1] != NULL)
    return refuse_word (arguments[1]);
  fault = find_fault (&request);
  if (fault != NULL)
    return tl_cli_wrong_use ("%s", fault);
  if (tl_cli_is_same_file (arguments[0], request.out))
    return tl_cli_wrong_use (_("The worksheet would take the place of the document. Give it another name."));

  if (!write_worksheet (&request, arguments[0], &error))
    return tl_cli_fail (error);

  return TL_CLI_DONE;
}
