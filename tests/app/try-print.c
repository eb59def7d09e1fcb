#include "config.h"
#include <adwaita.h>
#include "tl-print-preview.h"
static TlPaperDocument *make (const TlPageSetup *setup, TlWorksheetFlags flags, gpointer d)
{
  TlPaperDocument *p = tl_paper_document_new (setup);
  tl_paper_document_set_title (p, "Worksheet");
  for (int i = 0; i < 30; i++) {
  tl_paper_document_add_text (p, TL_PAPER_STYLE_HEADING_1, "The frame");
  tl_paper_document_add_text (p, TL_PAPER_STYLE_BODY, "Frame and so on and so on and so forth. Frame and so on and so on and so forth. Frame and so on and so on and so forth"); }
  if (flags) tl_paper_document_add_text (p, TL_PAPER_STYLE_QUOTE, "Private");
  return p;
}
static void activate (GtkApplication *app) {
  GtkWidget *w = gtk_application_window_new (app); gtk_window_set_default_size (GTK_WINDOW (w), 1500, 900);
  gtk_window_present (GTK_WINDOW (w));
  tl_print_preview_present (w, "Worksheet for Ines Moreau", TL_WORKSHEET_PRIVATE_NOTES, make, NULL, NULL);
}
int main (int argc, char **argv) { 
  g_autoptr(AdwApplication) a = adw_application_new (TL_APPLICATION_ID, 0); g_signal_connect (a, "activate", G_CALLBACK (activate), NULL); return g_application_run (G_APPLICATION (a), 1, argv); }
