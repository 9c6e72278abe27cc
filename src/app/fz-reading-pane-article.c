/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-language.h"
#include "fz-reading-folio.h"
#include "fz-reading-text.h"

/* How an article comes into the pane, and its annotations with it.
 *
 * One load is under way at most.  Asking for another article cancels it, and an
 * answer counts only if it carries the generation of the last question, for a
 * load that was cancelled may have answered already.  An article whose
 * annotations are still being written is not asked for before that is done, for
 * what is read could be older.  What was shown stays until the answer, or until
 * it is late enough for a spinner. */

#define LATE_MSEC 200

typedef struct {
  FzReadingPane *pane;
  guint          generation;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->pane);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)


static gboolean
is_being_written (FzReadingPane *self, gint64 article)
{
  for (guint i = 0; i < self->writing->len; i++)
    if (fz_annotation_list_is_of (g_ptr_array_index (self->writing, i), article))
      return TRUE;
  return FALSE;
}

static void
on_list_changed (FzReadingPane *self, FzAnnotationList *list)
{
  if (!fz_annotation_list_is_writing (list) || g_ptr_array_find (self->writing, list, NULL))
    return;
  g_ptr_array_add (self->writing, g_object_ref (list));
  fz_reading_pane_tell_writing (self);
}

static void
on_list_failed (FzReadingPane *self)
{
  self->refusals++;
}

static void load (FzReadingPane *self);

static void
on_list_settled (FzReadingPane *self, FzAnnotationList *list)
{
  g_ptr_array_remove (self->writing, list);
  fz_reading_pane_tell_writing (self);
  if (self->asking && !is_being_written (self, self->article))
    load (self);
}

/* What is shown now; of a former list too it is heard when it is written. */
void
fz_reading_pane_set_annotations (FzReadingPane *self, FzAnnotationList *list)
{
  fz_annotation_controller_set_list (self->controller, list);
  if (!g_set_object (&self->annotations, list) || list == NULL)
    return;
  g_signal_connect_object (list, "changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "failed", G_CALLBACK (on_list_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "settled", G_CALLBACK (on_list_settled), self, G_CONNECT_SWAPPED);
}

static void
drop_article (FzReadingPane *self)
{
  g_clear_handle_id (&self->stayed, g_source_remove);
  fz_reading_pane_set_annotations (self, NULL);
  fz_reading_view_set_text (self->view, NULL);
  self->printed = FALSE;
  fz_reprints_bar_show (self->reprints, NULL, 0, NULL);
  g_clear_pointer (&self->story, fz_story_unref);
  g_clear_pointer (&self->stored, fz_stored_free);
}

static void
add_span (FzRanges *layer, const FzArticle *article, const FzSpan *span)
{
  fz_ranges_add (layer, fz_reading_position (article, span->block, span->start),
                 fz_reading_position (article, span->block, span->end), 0);
}

static void
show_figures (FzReadingPane *self, const FzArticle *article, const FzFacts *facts)
{
  FzRanges *layer = fz_reading_view_get_layer (self->view, FZ_LAYER_FIGURE);

  fz_ranges_clear (layer);
  for (guint i = 0; i < facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (facts->figures, FzFigure, i);

      if (figure->verdict != FZ_VERDICT_REJECTED)
        add_span (layer, article, &figure->span);
    }
  fz_reading_view_layer_changed (self->view, FZ_LAYER_FIGURE);
}

/* What the story that is shown states, where it stands in the text. */
void
fz_reading_pane_show_facts (FzReadingPane *self)
{
  const FzArticle *article = self->story->article;
  const FzFacts *facts = self->story->facts;
  FzRanges *places = fz_reading_view_get_layer (self->view, FZ_LAYER_PLACE);

  show_figures (self, article, facts);
  fz_ranges_clear (places);
  for (guint i = 0; i < facts->places->len; i++)
    add_span (places, article, &g_array_index (facts->places, FzPlace, i).span);
  fz_reading_view_layer_changed (self->view, FZ_LAYER_PLACE);
}

/* The lines of the page beside the text, or not, as the reader wants it now. */
void
fz_reading_pane_show_printed (FzReadingPane *self)
{
  gboolean wanted = self->story != NULL && fz_reading_settings_get_printed_lines (self->settings);
  g_autoptr (FzManuscript) lines = NULL;
  g_autoptr (GArray) starts = NULL;

  if (wanted == self->printed)
    return;
  self->printed = wanted;
  if (wanted)
    lines = fz_reading_printed (self->story->article, &starts);
  fz_reading_view_set_printed (self->view, lines, starts);
}

static void
show_text (FzReadingPane *self, const FzArticle *article)
{
  g_autoptr (FzManuscript) text = fz_reading_manuscript (article);

  fz_reading_pane_set_language (self, fz_text_language (article->text));
  fz_reading_view_set_text (self->view, text);
  self->shown_text = NULL;
  self->printed = FALSE;
  fz_reading_pane_show_printed (self);
  fz_reading_pane_show_script (self);
  fz_reading_pane_show_facts (self);
  fz_reading_pane_show_outline (self);
  fz_reading_pane_find (self);
}

static void
show_head (FzReadingPane *self, const FzEntry *entry)
{
  g_autofree char *folio = fz_reading_folio (entry);
  const char *title = entry->title ? entry->title : entry->opening;

  gtk_label_set_text (self->folio, folio);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folio), folio);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : _("Article"), -1);
}

static void
show_stored (FzReadingPane *self, FzStored *stored)
{
  g_autoptr (FzStory) story = fz_story_new (stored);
  g_autoptr (FzAnnotationList) list = fz_annotation_list_new (self->library, stored, story);
  gboolean again = self->stored != NULL && self->stored->entry->id == stored->entry->id;
  /* What is shown again, as after a correction, is where the reader is; what the library
   * carried over into the new text it knows better. */
  gboolean here = again && (self->keeping > 0 || stored->position < 0);
  gint64 place = here ? self->place : stored->position;

  drop_article (self);
  self->stored = stored;
  self->story = g_steal_pointer (&story);
  show_text (self, self->story->article);
  fz_reading_pane_resume (self, place);
  fz_reading_pane_set_annotations (self, list);
  show_head (self, stored->entry);
  fz_reprints_bar_show (self->reprints, self->library, stored->entry->id, stored->reprints);
  gtk_stack_set_visible_child_name (self->stack, "article");
  fz_reading_pane_tell_loaded (self);
}

static void
show_error (FzReadingPane *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  drop_article (self);
  adw_status_page_set_description (self->error, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
  fz_reading_pane_tell_loaded (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  FzReadingPane *self = load->pane;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_library_load_finish (FZ_LIBRARY (source), result, &error);

  if (load->generation != self->generation)
    return;
  fz_reading_pane_stop (self);
  if (stored != NULL)
    show_stored (self, g_steal_pointer (&stored));
  else
    show_error (self, error);
}

static gboolean
on_late (gpointer user_data)
{
  FzReadingPane *self = user_data;

  self->late = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
load (FzReadingPane *self)
{
  Load *load = g_new0 (Load, 1);

  self->asking = FALSE;
  load->pane = g_object_ref (self);
  load->generation = self->generation;
  self->cancellable = g_cancellable_new ();
  fz_library_load_async (self->library, self->article, self->cancellable, on_loaded, load);
}

/* Asks the library for the article, now or as soon as it holds all of it. */
void
fz_reading_pane_ask (FzReadingPane *self)
{
  self->late = g_timeout_add (LATE_MSEC, on_late, self);
  if (is_being_written (self, self->article))
    self->asking = TRUE;
  else
    load (self);
}

/* No answer to what was asked is wanted any more. */
void
fz_reading_pane_stop (FzReadingPane *self)
{
  self->generation++;
  self->asking = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->late, g_source_remove);
}

void
fz_reading_pane_show_nothing (FzReadingPane *self)
{
  drop_article (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  fz_reading_pane_tell_loaded (self);
}
