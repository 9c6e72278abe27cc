/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-pane.h"
#include "fz-note-popover.h"
#include "fz-reading-pane.h"
#include "fz-reading-view.h"
#include "fz-test-library.h"
#include "fz-test-window.h"

/* A window that is closed at once: what the reader did just before is kept. */

static FzTestWindow *
new_window (void)
{
  FzTestWindow *self = fz_test_window_new (1200, 800);

  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "市报", 1);
  fz_window_show_article (self->window, 1);
  fz_test_window_settle (self);
  return self;
}

static void
activate (FzTestWindow *self, const char *action)
{
  GtkWidget *view = fz_test_find (fz_test_child (self, FZ_TYPE_READING_PANE), FZ_TYPE_READING_VIEW);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (view, name, target));
}

static void
select_range (FzTestWindow *self, guint start, guint end)
{
  GtkWidget *view = fz_test_find (fz_test_child (self, FZ_TYPE_READING_PANE), FZ_TYPE_READING_VIEW);

  fz_reading_view_select (FZ_READING_VIEW (view), start, end);
}

static GPtrArray *
kept (FzTestWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (FzStored) stored = NULL;

  g_assert_no_error (error);
  stored = fz_library_load (library, 1, NULL, &error);
  g_assert_no_error (error);
  return g_ptr_array_ref (stored->annotations);
}

/* Three changes to one highlight wait for each other when the window closes. */
static void
test_queued_changes (void)
{
  g_autoptr (FzTestWindow) self = new_window ();
  g_autoptr (GPtrArray) annotations = NULL;

  select_range (self, 0, 3);
  activate (self, "annotation.highlight(uint32 2)");
  activate (self, "annotation.undo");
  activate (self, "annotation.redo");
  fz_test_window_close (self);
  annotations = kept (self);
  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpuint (((FzAnnotation *) g_ptr_array_index (annotations, 0))->color, ==, 2);
}

static void
test_open_note (void)
{
  g_autoptr (FzTestWindow) self = new_window ();
  g_autoptr (GPtrArray) annotations = NULL;

  select_range (self, 0, 3);
  activate (self, "annotation.note");
  fz_test_pause (50);
  fz_note_popover_set_note (FZ_NOTE_POPOVER (fz_test_child (self, FZ_TYPE_NOTE_POPOVER)), "写到一半");
  fz_test_window_close (self);
  annotations = kept (self);
  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpstr (((FzAnnotation *) g_ptr_array_index (annotations, 0))->note, ==, "写到一半");
}

static gboolean
failure_is_told (gpointer user_data)
{
  return fz_test_find_text (user_data, "was not kept") != NULL;
}

/* What the library refuses keeps the window open, once. */
static void
test_refusal (void)
{
  g_autoptr (FzTestWindow) self = new_window ();

  fz_library_close (fz_window_get_library (self->window));
  select_range (self, 0, 3);
  activate (self, "annotation.highlight(uint32 2)");
  gtk_window_close (GTK_WINDOW (self->window));
  fz_test_wait (failure_is_told, self->window);
  fz_test_pause (100);
  g_assert_nonnull (self->window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  fz_test_window_close (self);
}

/* So does a note that was still open. */
static void
test_refused_note (void)
{
  g_autoptr (FzTestWindow) self = new_window ();

  fz_library_close (fz_window_get_library (self->window));
  select_range (self, 0, 3);
  activate (self, "annotation.note");
  fz_test_pause (50);
  fz_note_popover_set_note (FZ_NOTE_POPOVER (fz_test_child (self, FZ_TYPE_NOTE_POPOVER)), "写到一半");
  gtk_window_close (GTK_WINDOW (self->window));
  fz_test_wait (failure_is_told, self->window);
  fz_test_window_close (self);
}

/* Puts the caret into the first figure of the article that is shown. */
static void
select_figure (FzTestWindow *self)
{
  FzReadingPane *pane = FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE));
  const FzStored *stored = fz_reading_pane_get_stored (pane);
  const FzFigure *figure;
  guint start;

  g_assert_cmpuint (stored->facts->figures->len, >, 0);
  figure = &g_array_index (stored->facts->figures, FzFigure, 0);
  start = fz_article_block (stored->article, figure->span.block)->start + figure->span.start;
  select_range (self, start, start);
}

/* A window on an article of one figure, which is selected. */
static FzTestWindow *
new_window_on_figure (void)
{
  FzTestWindow *self = fz_test_window_new (1200, 800);
  g_autofree char *page = fz_test_write (self, "page.txt", "竹器卖出山\n本报讯 去年，全村竹器销售收入480万元。\n");

  fz_test_window_import (self, page);
  fz_window_show_article (self->window, 1);
  fz_test_window_settle (self);
  select_figure (self);
  return self;
}

static void
judge (FzTestWindow *self, const char *action)
{
  FzFiguresPane *pane = FZ_FIGURES_PANE (fz_test_child (self, FZ_TYPE_FIGURES_PANE));

  g_assert_true (g_action_group_get_action_enabled (fz_figures_pane_get_figure_actions (pane), action));
  g_action_group_activate_action (fz_figures_pane_get_figure_actions (pane), action, NULL);
}

static FzVerdict
kept_verdict (FzTestWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (FzStored) stored = NULL;

  g_assert_no_error (error);
  stored = fz_library_load (library, 1, NULL, &error);
  g_assert_no_error (error);
  return g_array_index (stored->facts->figures, FzFigure, 0).verdict;
}

/* What is said of a figure just before is kept. */
static void
test_verdict (void)
{
  g_autoptr (FzTestWindow) self = new_window_on_figure ();

  judge (self, "reject");
  fz_test_window_close (self);
  g_assert_cmpint (kept_verdict (self), ==, FZ_VERDICT_REJECTED);
}

/* Where it is refused the window stays, once, and says so. */
static void
test_refused_verdict (void)
{
  g_autoptr (FzTestWindow) self = new_window_on_figure ();

  fz_library_close (fz_window_get_library (self->window));
  judge (self, "confirm");
  gtk_window_close (GTK_WINDOW (self->window));
  fz_test_wait (failure_is_told, self->window);
  fz_test_pause (100);
  g_assert_nonnull (self->window);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  fz_test_window_close (self);
}

/* So too when another article has been opened since. */
static void
test_refused_verdict_of_former (void)
{
  g_autoptr (FzTestWindow) self = new_window_on_figure ();

  fz_library_close (fz_window_get_library (self->window));
  judge (self, "confirm");
  fz_reading_pane_show_article (FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE)), 0);
  gtk_window_close (GTK_WINDOW (self->window));
  fz_test_wait (failure_is_told, self->window);
  g_assert_nonnull (self->window);
  fz_test_window_close (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/closing/queued-changes", test_queued_changes);
  g_test_add_func ("/display/closing/open-note", test_open_note);
  g_test_add_func ("/display/closing/refusal", test_refusal);
  g_test_add_func ("/display/closing/refused-note", test_refused_note);
  g_test_add_func ("/display/closing/verdict", test_verdict);
  g_test_add_func ("/display/closing/refused-verdict", test_refused_verdict);
  g_test_add_func ("/display/closing/refused-verdict-of-former", test_refused_verdict_of_former);
  return g_test_run ();
}
