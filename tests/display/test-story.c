/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-page.h"
#include "fz-fact-text.h"
#include "fz-figure-page.h"
#include "fz-reading-pane.h"
#include "fz-reading-view.h"
#include "fz-test-window.h"

/* A story that goes on on another page, read as one article. */

static const char first_page[] =
  "竹乡晚报 2024年3月1日 第1版\n\n戏班子进山来\n\n"
  "本报讯 戏班子昨日进了安吉县的山,唱了三天,观众有300人,\n(下转第4版)\n";
static const char fourth_page[] =
  "竹乡晚报 2024年3月1日 第4版\n\n(上接第一版)又唱了两天,村里人看了还想看,观众有800人。\n";

static FzTestWindow *
window_of_story (void)
{
  FzTestWindow *self = fz_test_window_new (1200, 700);
  g_autofree char *first = fz_test_write (self, "first.txt", first_page);
  g_autofree char *fourth = fz_test_write (self, "fourth.txt", fourth_page);

  fz_test_window_import (self, first);
  fz_test_window_import (self, fourth);
  return self;
}

static FzReadingPane *
reading_of (FzTestWindow *self)
{
  return FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE));
}

static FzReadingView *
view_of (FzTestWindow *self)
{
  return FZ_READING_VIEW (fz_test_find (GTK_WIDGET (reading_of (self)), FZ_TYPE_READING_VIEW));
}

static char *
text_of (FzTestWindow *self)
{
  return fz_manuscript_dup (fz_reading_view_get_text (view_of (self)), 0, G_MAXUINT);
}

static guint
position_of (FzTestWindow *self, const char *words)
{
  g_autofree char *text = text_of (self);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return (guint) g_utf8_pointer_to_offset (text, at);
}

/* Opens the article that was cut from a file. */
static gint64
open_part (FzTestWindow *self, const char *source_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (GPtrArray) entries = NULL;
  const FzQuery query = FZ_QUERY_ALL;
  gint64 id = 0;

  g_assert_no_error (error);
  entries = fz_library_list (library, &query, 0, 10, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((FzEntry *) entries->pdata[i])->source_name, source_name))
      id = ((FzEntry *) entries->pdata[i])->id;
  g_assert_cmpint (id, !=, 0);
  fz_window_show_article (self->window, id);
  fz_test_window_settle (self);
  return id;
}

/* The one annotation that the library has of an article. */
static FzAnnotation *
kept_of (FzTestWindow *self, gint64 article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (FzStored) stored = fz_library_load (library, article, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stored->annotations->len, ==, 1);
  return fz_annotation_copy (stored->annotations->pdata[0]);
}

static void
highlight (FzTestWindow *self, const char *from, const char *to)
{
  fz_reading_view_select (view_of (self), position_of (self, from), position_of (self, to) + g_utf8_strlen (to, -1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view_of (self)), "annotation.highlight", "u", 1));
  fz_test_window_settle (self);
}

static gboolean
is_marked (FzTestWindow *self, guint position)
{
  const FzRange *mark = fz_ranges_at (fz_reading_view_get_layer (view_of (self), FZ_LAYER_MARK), position);

  return mark != NULL && mark->start == position;
}

static FzAnnotationItem *
first_mark (FzTestWindow *self)
{
  g_autoptr (FzAnnotationItem) item = g_list_model_get_item (fz_reading_pane_get_annotations (reading_of (self)), 0);

  g_assert_nonnull (item);
  return item;
}

/* From either end: both parts in reading order, each below the page that it is of. */
static void
test_one_article (gconstpointer source_name)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  guint first, page, second;

  open_part (self, source_name);
  g_assert_cmpuint (position_of (self, "竹乡晚报 · 2024-03-01 · page 1"), ==, 0);
  first = position_of (self, "唱了三天");
  page = position_of (self, "竹乡晚报 · 2024-03-01 · page 4");
  second = position_of (self, "又唱了两天");
  g_assert_cmpuint (first, <, page);
  g_assert_cmpuint (page, <, second);
}

/* A page that is alone has no such line. */
static void
test_alone (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 700);
  g_autofree char *first = fz_test_write (self, "first.txt", first_page);
  g_autofree char *text = NULL;

  fz_test_window_import (self, first);
  text = text_of (self);
  g_assert_nonnull (strstr (text, "唱了三天"));
  g_assert_null (strstr (text, "page 1"));
}

/* What is marked in a part that was not opened is kept with that part, at its own
 * positions, and is there when the part is opened itself. */
static void
test_mark_in_other_part (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  gint64 fourth = open_part (self, "fourth.txt");
  g_autoptr (FzAnnotation) kept = NULL;

  open_part (self, "first.txt");
  highlight (self, "村里人", "还想看");
  kept = kept_of (self, fourth);
  g_assert_cmpstr (kept->quote, ==, "村里人看了还想看");
  open_part (self, "fourth.txt");
  g_assert_cmpuint (kept->start, <, position_of (self, "村里人"));
  g_assert_cmpuint (g_list_model_get_n_items (fz_reading_pane_get_annotations (reading_of (self))), ==, 1);
  fz_reading_pane_reveal_annotation (reading_of (self), first_mark (self));
  g_assert_true (is_marked (self, position_of (self, "村里人")));
}

/* A mark is of one part: over both, it is of the one that it begins in. */
static void
test_mark_over_both (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  gint64 first = open_part (self, "first.txt");
  g_autoptr (FzAnnotation) kept = NULL;

  highlight (self, "唱了三天", "又唱了两天");
  kept = kept_of (self, first);
  g_assert_true (g_str_has_prefix (kept->quote, "唱了三天"));
  g_assert_null (strstr (kept->quote, "page 4"));
  g_assert_null (strstr (kept->quote, "又唱"));
}

/* The line that names a page is nobody's text. */
static void
test_mark_on_head (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();

  open_part (self, "first.txt");
  highlight (self, "2024-03-01 · page 4", "page 4");
  g_assert_cmpuint (g_list_model_get_n_items (fz_reading_pane_get_annotations (reading_of (self))), ==, 0);
}

/* From their end, so that the caret is where they start. */
static void
select_words (FzTestWindow *self, const char *words)
{
  guint start = position_of (self, words);

  fz_reading_view_select (view_of (self), start + (guint) g_utf8_strlen (words, -1), start);
}

static FzFigurePage *
figures_of (FzTestWindow *self)
{
  return FZ_FIGURE_PAGE (fz_test_child (self, FZ_TYPE_FIGURE_PAGE));
}

/* Where a figure is listed. */
static guint
place_of (FzTestWindow *self, const char *surface)
{
  GListModel *model = fz_figure_page_get_model (figures_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FzFigureItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (fz_figure_item_get_figure (item)->surface, surface))
        return i;
    }
  g_assert_not_reached ();
}

/* Whichever part was opened, the sidebar lists the figures of all, in reading
 * order, and each is marked where it stands. */
static void
test_figures (gconstpointer source_name)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fz_figure_page_get_model (figures_of (self)));

  open_part (self, source_name);
  g_assert_cmpuint (place_of (self, "300人"), <, place_of (self, "800人"));
  gtk_selection_model_select_item (model, place_of (self, "800人"), TRUE);
  g_assert_true (is_marked (self, position_of (self, "800人")));
  gtk_selection_model_select_item (model, place_of (self, "300人"), TRUE);
  g_assert_true (is_marked (self, position_of (self, "300人")));
}

/* The caret chooses the figure that it is in, in whichever part. */
static void
test_caret (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();

  open_part (self, "fourth.txt");
  select_words (self, "800人");
  g_assert_cmpstr (fz_figure_item_get_figure (fz_figure_page_get_selected (figures_of (self)))->surface, ==, "800人");
  select_words (self, "300人");
  g_assert_cmpstr (fz_figure_item_get_figure (fz_figure_page_get_selected (figures_of (self)))->surface, ==, "300人");
  select_words (self, "村里人");
  g_assert_null (fz_figure_page_get_selected (figures_of (self)));
}

/* What is selected is of the part that it stands in; what lies over two is of none. */
static void
test_selection (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  g_autofree char *selected = NULL;
  const FzStored *part;
  guint start, end;

  open_part (self, "fourth.txt");
  select_words (self, "300人");
  part = fz_fact_text_get_selection (reading_of (self), &start, &end);
  g_assert_nonnull (part);
  g_assert_cmpstr (part->entry->source_name, ==, "first.txt");
  selected = g_utf8_substring (part->article->text, start, end);
  g_assert_cmpstr (selected, ==, "300人");
  fz_reading_view_select (view_of (self), position_of (self, "唱了三天"), position_of (self, "村里人"));
  g_assert_null (fz_fact_text_get_selection (reading_of (self), &start, &end));
}

static FzVerdict
verdict_of (FzTestWindow *self, gint64 article, const char *surface)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (FzStored) stored = fz_library_load (library, article, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < stored->facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (stored->facts->figures, FzFigure, i);

      if (g_str_equal (figure->surface, surface))
        return figure->verdict;
    }
  g_assert_not_reached ();
}

/* What is said of a figure of the part that was not opened is kept with that part,
 * and taken back there. */
static void
test_verdict_in_other_part (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  gint64 fourth = open_part (self, "fourth.txt");
  gint64 first = open_part (self, "first.txt");

  select_words (self, "800人");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (figures_of (self)), "figure.reject", NULL));
  fz_test_window_settle (self);
  g_assert_cmpint (verdict_of (self, fourth, "800人"), ==, FZ_VERDICT_REJECTED);
  g_assert_cmpint (verdict_of (self, first, "300人"), ==, FZ_VERDICT_AUTO);
  g_assert_cmpstr (fz_figure_item_get_figure (fz_figure_page_get_selected (figures_of (self)))->surface, ==, "800人");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (figures_of (self)), "figure.undo", NULL));
  fz_test_window_settle (self);
  g_assert_cmpint (verdict_of (self, fourth, "800人"), ==, FZ_VERDICT_AUTO);
}

/* A place that only the first page names is walked to from the fourth. */
static void
test_places (void)
{
  g_autoptr (FzTestWindow) self = window_of_story ();
  FzFactPage *places = FZ_FACT_PAGE (fz_test_child (self, FZ_TYPE_FACT_PAGE));
  GtkListView *list = GTK_LIST_VIEW (fz_test_find (GTK_WIDGET (places), GTK_TYPE_LIST_VIEW));

  open_part (self, "fourth.txt");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_true (is_marked (self, position_of (self, "安吉县")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/display/story/from-first", "first.txt", test_one_article);
  g_test_add_data_func ("/display/story/from-fourth", "fourth.txt", test_one_article);
  g_test_add_func ("/display/story/alone", test_alone);
  g_test_add_func ("/display/story/mark-in-other-part", test_mark_in_other_part);
  g_test_add_func ("/display/story/mark-over-both", test_mark_over_both);
  g_test_add_func ("/display/story/mark-on-head", test_mark_on_head);
  g_test_add_data_func ("/display/story/figures-from-first", "first.txt", test_figures);
  g_test_add_data_func ("/display/story/figures-from-fourth", "fourth.txt", test_figures);
  g_test_add_func ("/display/story/caret", test_caret);
  g_test_add_func ("/display/story/selection", test_selection);
  g_test_add_func ("/display/story/verdict-in-other-part", test_verdict_in_other_part);
  g_test_add_func ("/display/story/places", test_places);
  return g_test_run ();
}
