/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <jansson.h>

#include "tl-document.h"
#include "tl-scores.h"

G_BEGIN_DECLS

/* Exit statuses, the same for every verb */
#define TL_CLI_DONE      0
#define TL_CLI_FAILED    1
#define TL_CLI_WRONG_USE 2

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/**
 * TlCliAnalysis:
 * @document: the document that was opened
 * @graph: its goals
 * @scores: their numbers as of the date asked for
 *
 * What most verbs begin with.
 */
typedef struct
{
  TlDocument *document;
  TlGraph    *graph;
  TlScores   *scores;
} TlCliAnalysis;

gboolean    tl_cli_parse          (const char          *usage,
                                   const char          *summary,
                                   const GOptionEntry  *entries,
                                   int                  argc,
                                   char               **argv,
                                   int                  min_arguments,
                                   int                  max_arguments,
                                   GStrv               *arguments);
int         tl_cli_wrong_use      (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
int         tl_cli_fail           (GError              *error);
void        tl_cli_print          (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
void        tl_cli_print_json     (json_t              *json);

TlDocument *tl_cli_open           (const char          *path,
                                   GError             **error);
gboolean    tl_cli_is_same_file   (const char          *path,
                                   const char          *out);
gboolean    tl_cli_analyse        (TlCliAnalysis       *analysis,
                                   const char          *path,
                                   const char          *date,
                                   GError             **error);
void        tl_cli_analysis_clear (TlCliAnalysis       *analysis);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliAnalysis, tl_cli_analysis_clear)

json_t     *tl_cli_json_string    (const char          *text);
json_t     *tl_cli_json_number    (double               value);
json_t     *tl_cli_json_date      (TlDate               date);

/* The verbs: each takes its own name and what follows it, and returns an exit status */
int         tl_cli_new            (int                  argc,
                                   char               **argv);
int         tl_cli_import         (int                  argc,
                                   char               **argv);
int         tl_cli_show           (int                  argc,
                                   char               **argv);
int         tl_cli_chain          (int                  argc,
                                   char               **argv);
int         tl_cli_classify        (int                  argc,
                                   char               **argv);
int         tl_cli_export         (int                  argc,
                                   char               **argv);
int         tl_cli_verify         (int                  argc,
                                   char               **argv);
int         tl_cli_worksheet      (int                  argc,
                                   char               **argv);

G_END_DECLS
