/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page-view-private.h"

#include "fz-sheet-words.h"

/* How a page comes into its view.
 *
 * It is loaded when somebody sees it or wants its details, in a thread; one load
 * is under way at most: another question cancels it.  While a page is loaded anew
 * after a correction it stays as it is, and takes no correction. */

void
fz_page_view_stop (FzPageView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
fz_page_view_update_spinner (FzPageView *self)
{
  gtk_widget_set_visible (self->spinner, self->cancellable != NULL
                          || (self->corrector != NULL && fz_corrector_is_busy (self->corrector)));
}

static void
show_head (FzPageView *self, const FzSheet *sheet)
{
  const FzPage *page = sheet->analysis->page;
  gboolean given = page->given & (1u << FZ_CORRECTION_ENCODING);
  g_autofree char *summary = fz_sheet_summary (sheet);
  g_autofree char *encoding = fz_sheet_encoding_text (sheet);

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  gtk_label_set_text (self->encoding, encoding);
  gtk_widget_set_visible (self->doubt, (page->doubtful && !given) || page->replaced > 0);
}

static const FzArticle *
open_article (FzPageView *self)
{
  FzSheet *sheet = fz_sheet_model_get_sheet (self->model);

  return sheet != NULL ? fz_sheet_article (sheet, fz_sheet_find_article (sheet, self->article)) : NULL;
}

/* A list scrolls no further than it must: it is sent to the last line first, so
 * that the first one comes to stand with what follows it. */
static gboolean
on_tick (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  FzPageView *self = user_data;
  const FzArticle *article = open_article (self);

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  if (article != NULL && self->reveal_end)
    gtk_list_view_scroll_to (self->list, article->last_line - 1, GTK_LIST_SCROLL_NONE, NULL);
  else if (article != NULL)
    gtk_list_view_scroll_to (self->list, article->first_line - 1, GTK_LIST_SCROLL_NONE, NULL);
  if (self->reveal_end)
    {
      self->reveal_end = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Selects where the open article begins, and brings it into view as soon as the
 * list has a size. */
void
fz_page_view_reveal_article (FzPageView *self)
{
  const FzArticle *article = open_article (self);

  if (article == NULL)
    return;
  gtk_list_view_scroll_to (self->list, article->first_line - 1, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  self->reveal_end = TRUE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_tick, self, NULL);
}

static void
take_sheet (FzPageView *self, FzSheet *sheet)
{
  const FzSheet *former = fz_sheet_model_get_sheet (self->model);
  gboolean other = former == NULL || former->source->id != sheet->source->id;

  fz_sheet_model_set_sheet (self->model, sheet);
  show_head (self, sheet);
  gtk_stack_set_visible_child_name (self->stack, "page");
  if (other)
    fz_page_view_reveal_article (self);
  if (self->details_dialog != NULL)
    fz_details_dialog_set_sheet (self->details_dialog, sheet);
  if (self->corrections_dialog != NULL)
    fz_corrections_dialog_set_sheet (self->corrections_dialog, sheet);
}

static void
show_error (FzPageView *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  fz_sheet_model_set_sheet (self->model, NULL);
  adw_status_page_set_description (self->error, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzSheet) sheet = fz_sheet_load_finish (result, &error);
  gboolean details = self->details;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->details = FALSE;
  if (sheet != NULL)
    take_sheet (self, sheet);
  else
    show_error (self, error);
  fz_page_view_update_spinner (self);
  fz_page_view_update_actions (self);
  fz_page_view_tell_loaded (self);
  if (details && sheet != NULL)
    fz_page_view_open_details (self);
  else if (details)
    fz_page_view_tell (self, error->message);
}

static void
load (FzPageView *self)
{
  fz_page_view_stop (self);
  self->cancellable = g_cancellable_new ();
  fz_sheet_load_async (self->library, self->source, self->cancellable, on_loaded, g_object_ref (self));
  fz_page_view_update_spinner (self);
  fz_page_view_update_actions (self);
}

gboolean
fz_page_view_holds_page (FzPageView *self)
{
  const FzSheet *sheet = fz_sheet_model_get_sheet (self->model);

  return sheet != NULL && sheet->source->id == self->source;
}

void
fz_page_view_load_if_wanted (FzPageView *self)
{
  if (self->library == NULL || self->source == 0 || fz_page_view_holds_page (self) || self->cancellable != NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (self->wanted || self->details)
    load (self);
}

/**
 * fz_page_view_reload:
 *
 * Loads the page again, whose analysis is another now.
 */
void
fz_page_view_reload (FzPageView *self)
{
  g_return_if_fail (FZ_IS_PAGE_VIEW (self));

  if (self->library != NULL && self->source != 0)
    load (self);
}

/**
 * fz_page_view_is_loading:
 *
 * Returns: whether a page is on its way
 */
gboolean
fz_page_view_is_loading (FzPageView *self)
{
  g_return_val_if_fail (FZ_IS_PAGE_VIEW (self), FALSE);

  return self->cancellable != NULL;
}
