/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-fact-item.h"
#include "fz-fact-lists.h"
#include "fz-fact-page.h"
#include "fz-figure-dialog.h"
#include "fz-figure-item.h"
#include "fz-figure-line.h"
#include "fz-figure-page.h"
#include "fz-headed-scroller.h"
#include "fz-note-page.h"
#include "fz-note-popover.h"
#include "fz-note-row.h"

/* The page of the sidebar with that name, made the visible one. */
static GtkWidget *
page (FzTestReader *reader, const char *name)
{
  AdwViewStack *stack = ADW_VIEW_STACK (fz_test_find (GTK_WIDGET (reader->figures), ADW_TYPE_VIEW_STACK));

  adw_view_stack_set_visible_child_name (stack, name);
  fz_test_pause (50);
  return adw_view_stack_get_child_by_name (stack, name);
}

typedef struct {
  GListModel *model;
  guint       index;
} Wanted;

static gboolean
has_row (gpointer user_data)
{
  const Wanted *wanted = user_data;

  return g_list_model_get_n_items (wanted->model) > wanted->index;
}

/* What is sought in a thread stands behind the rest as soon as it is found. */
static FzFactItem *
row (FzTestReader *reader, const char *name, guint index)
{
  GListModel *model = fz_fact_page_get_model (FZ_FACT_PAGE (page (reader, name)));
  Wanted wanted = { model, index };
  g_autoptr (FzFactItem) item = NULL;

  fz_test_wait (has_row, &wanted);
  item = g_list_model_get_item (model, index);

  g_assert_nonnull (item);
  return item;
}

static void
assert_row (FzFactItem *item, const char *property, const char *expected)
{
  g_autofree char *found = NULL;

  g_object_get (item, property, &found, NULL);
  g_assert_cmpstr (found, ==, expected);
}

static void
activate (FzTestReader *reader, const char *name, guint index)
{
  GtkWidget *list = fz_test_find (page (reader, name), GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (list, "activate", index);
}

static char *
marked (FzTestReader *reader)
{
  FzRanges *marks = fz_reading_view_get_layer (fz_test_reader_view (reader), FZ_LAYER_MARK);

  if (fz_ranges_n (marks) == 0)
    return NULL;
  return fz_test_reader_text (reader, fz_ranges_get (marks, 0)->start, fz_ranges_get (marks, 0)->end);
}

static FzTestReader *
new_reader (void)
{
  FzTestReader *reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  return reader;
}

static FzFigurePage *
figures_page (FzTestReader *reader)
{
  return FZ_FIGURE_PAGE (page (reader, "figures"));
}

static guint
count_figures (FzTestReader *reader)
{
  return g_list_model_get_n_items (fz_figure_page_get_model (figures_page (reader)));
}

/* "收入: 480万元; …" of the figures as listed. */
static char *
listed (FzTestReader *reader)
{
  GListModel *model = fz_figure_page_get_model (figures_page (reader));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FzFigureItem) item = g_list_model_get_item (model, i);
      const FzFigure *figure = fz_figure_item_get_figure (item);
      g_autofree char *value = fz_figure_dup_readable (figure);
      const char *verdict = fz_verdict_name (figure->verdict);

      g_string_append_printf (all, "%s%s:%s%s%s", i ? " " : "", fz_figure_item_get_section (item), value,
                              figure->verdict ? "=" : "", figure->verdict ? verdict : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
assert_listed (FzTestReader *reader, const char *expected)
{
  g_autofree char *found = listed (reader);

  g_assert_cmpstr (found, ==, expected);
}

static void
choose (FzTestReader *reader, guint index)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fz_figure_page_get_model (figures_page (reader))), index, TRUE);
}

#define IN_TEXT_ORDER "竹器:3.2万件 收入:480万元 多收入:6000元 教学面积:1200平方米 Not Named:12.5% Not Named:260人"

/* Under their indicators, in the order in which the text first has these. */
static void
test_figures_are_grouped (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzFigureItem) item = NULL;
  g_autofree char *spoken = NULL;

  assert_listed (reader, IN_TEXT_ORDER);
  item = g_list_model_get_item (fz_figure_page_get_model (figures_page (reader)), 4);
  spoken = fz_figure_item_dup_spoken (item);
  g_assert_cmpstr (spoken, ==, "同比增长12.5%, 12.5%, up, compared: 同比 · 2023, 去年, 2024");
  g_assert_cmpstr (fz_figure_item_get_context (item), ==, "同比增长12.5%");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "教学面积");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "about");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "今年1至6月 · 2025-01 – 2025-06");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "compared: 同比 · 2023");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "of 湖州市");
}

/* Money before counts before shares, the larger first. */
static void
test_figures_by_size (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  gtk_widget_activate_action (GTK_WIDGET (reader->figures), "figure.order", "s", "size");
  assert_listed (reader, "收入:480万元 多收入:6000元 竹器:3.2万件 教学面积:1200平方米 Not Named:260人 Not Named:12.5%");
  gtk_widget_activate_action (GTK_WIDGET (reader->figures), "figure.order", "s", "text");
  assert_listed (reader, IN_TEXT_ORDER);
}

static void
test_figures_of_a_kind (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkDropDown *kind = GTK_DROP_DOWN (fz_test_find (page (reader, "figures"), GTK_TYPE_DROP_DOWN));
  GtkStringList *kinds = GTK_STRING_LIST (gtk_drop_down_get_model (kind));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (kinds)), ==, 5);
  g_assert_cmpstr (gtk_string_list_get_string (kinds, 1), ==, "Money");
  gtk_drop_down_set_selected (kind, 1);
  assert_listed (reader, "收入:480万元 多收入:6000元");
  gtk_drop_down_set_selected (kind, 0);
  assert_listed (reader, IN_TEXT_ORDER);
}

static void
assert_marked (FzTestReader *reader, const char *expected)
{
  g_autofree char *found = marked (reader);

  g_assert_cmpstr (found, ==, expected);
}

/* What is chosen is marked and has the caret; what is pointed at is marked alone. */
static void
test_choice_reveals (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzReadingView *view = fz_test_reader_view (reader);
  GtkWidget *line;
  guint before, after;

  choose (reader, 3);
  assert_marked (reader, "1200平方米");
  before = fz_reading_view_get_caret (view);
  line = fz_test_find (page (reader, "figures"), FZ_TYPE_FIGURE_LINE);
  g_signal_emit_by_name (line, "pointed", TRUE);
  assert_marked (reader, "3.2万件");
  after = fz_reading_view_get_caret (view);
  g_assert_cmpuint (before, ==, after);
  g_signal_emit_by_name (line, "pointed", FALSE);
  assert_marked (reader, NULL);
}

/* The first row of the list, which has the keyboard. */
static void
test_focus_marks (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkWidget *line = fz_test_find (page (reader, "figures"), FZ_TYPE_FIGURE_LINE);

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (line)));
  assert_marked (reader, "3.2万件");
  gtk_widget_grab_focus (GTK_WIDGET (reader->reading));
  assert_marked (reader, NULL);
}

static void
put_caret (FzTestReader *reader, const char *words, guint offset)
{
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  fz_reading_view_select (fz_test_reader_view (reader), start + offset, start + offset);
}

static const char *
selected_surface (FzTestReader *reader)
{
  FzFigureItem *item = fz_figure_page_get_selected (figures_page (reader));

  return item ? fz_figure_item_get_figure (item)->surface : NULL;
}

/* The caret selects in the list, and moves nothing in the text by that. */
static void
test_caret_selects (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  put_caret (reader, "480万元", 0);
  g_assert_cmpstr (selected_surface (reader), ==, "480万元");
  put_caret (reader, "480万元", 4);
  g_assert_cmpstr (selected_surface (reader), ==, "480万元");
  assert_marked (reader, NULL);
  put_caret (reader, "480万元", 5);
  g_assert_null (selected_surface (reader));
  put_caret (reader, "260人", 1);
  g_assert_cmpstr (selected_surface (reader), ==, "260人");
}

typedef struct {
  FzTestReader *reader;
  const char   *expected;
} Listing;

static gboolean
is_listed (gpointer user_data)
{
  const Listing *listing = user_data;
  g_autofree char *found = listed (listing->reader);

  return g_str_equal (found, listing->expected);
}

/* What the reader said goes through the library before it is shown. */
static void
wait_listed (FzTestReader *reader, const char *expected)
{
  Listing listing = { reader, expected };

  fz_test_wait (is_listed, &listing);
}

static void
act (FzTestReader *reader, const char *action)
{
  g_assert_true (gtk_widget_activate_action (page (reader, "figures"), action, NULL));
}

static gboolean
can (FzTestReader *reader, const char *action)
{
  return g_action_group_get_action_enabled (fz_figures_pane_get_figure_actions (reader->figures), action);
}

#define REST " 多收入:6000元 教学面积:1200平方米 Not Named:12.5% Not Named:260人"

/* Confirmed, rejected, back, and back again; after a restart it is what it was. */
static void
test_verdicts (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  choose (reader, 0);
  act (reader, "figure.confirm");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元" REST);
  choose (reader, 1);
  act (reader, "figure.reject");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元=rejected" REST);
  g_assert_cmpstr (selected_surface (reader), ==, "480万元");
  fz_test_assert_text (GTK_WIDGET (reader->figures), "5 figures");
  act (reader, "figure.undo");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元" REST);
  act (reader, "figure.undo");
  wait_listed (reader, "竹器:3.2万件 收入:480万元" REST);
  act (reader, "figure.redo");
  act (reader, "figure.redo");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元=rejected" REST);
  fz_test_reader_reopen (reader);
  assert_listed (reader, "竹器:3.2万件=confirmed 收入:480万元=rejected" REST);
  choose (reader, 1);
  act (reader, "figure.withdraw");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元" REST);
}

/* Whether @words begin underlined. */
static gboolean
is_underlined (FzTestReader *reader, const char *words)
{
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  return fz_test_reader_has (reader, FZ_LAYER_FIGURE, start);
}

/* The verdict of the figure that is written @words, as the pane has the article. */
static FzVerdict
stored_verdict (FzTestReader *reader, const char *words)
{
  const GArray *figures = fz_reading_pane_get_stored (reader->reading)->facts->figures;

  for (guint i = 0; i < figures->len; i++)
    if (g_str_equal (g_array_index (figures, FzFigure, i).surface, words))
      return g_array_index (figures, FzFigure, i).verdict;
  g_assert_not_reached ();
}

/* What is rejected is not underlined in the text, now and when it is opened again;
 * the others are, and it is once more when that is undone. */
static void
test_text_follows_verdicts (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  guint caret;

  g_assert_true (is_underlined (reader, "480万元") && is_underlined (reader, "3.2万件"));
  choose (reader, 1);
  caret = fz_reading_view_get_caret (fz_test_reader_view (reader));
  act (reader, "figure.reject");
  wait_listed (reader, "竹器:3.2万件 收入:480万元=rejected" REST);
  g_assert_false (is_underlined (reader, "480万元"));
  g_assert_true (is_underlined (reader, "3.2万件"));
  g_assert_cmpint (stored_verdict (reader, "480万元"), ==, FZ_VERDICT_REJECTED);
  g_assert_cmpuint (fz_reading_view_get_caret (fz_test_reader_view (reader)), ==, caret);
  fz_test_reader_reopen (reader);
  g_assert_false (is_underlined (reader, "480万元"));
  choose (reader, 1);
  act (reader, "figure.withdraw");
  wait_listed (reader, IN_TEXT_ORDER);
  g_assert_true (is_underlined (reader, "480万元"));
  g_assert_cmpint (stored_verdict (reader, "480万元"), ==, FZ_VERDICT_AUTO);
}

static gboolean
has_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window)) != NULL;
}

static FzFigureDialog *
dialog_of (FzTestReader *reader)
{
  fz_test_wait (has_dialog, reader->window);
  return FZ_FIGURE_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (reader->window)));
}

static void
write_entry (FzFigureDialog *dialog, const char *title, const char *text)
{
  GtkWidget *label;

  /* The dialog may be on its way yet. */
  fz_test_assert_text (GTK_WIDGET (dialog), title);
  label = fz_test_find_text (GTK_WIDGET (dialog), title);
  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)), text);
}

static void
test_correction (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzFigureDialog *dialog;

  choose (reader, 1);
  act (reader, "figure.correct");
  dialog = dialog_of (reader);
  write_entry (dialog, "Value", "很多");
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (dialog), "figure-dialog.apply", NULL)
                  && adw_window_get_visible_dialog (ADW_WINDOW (reader->window)) == NULL);
  write_entry (dialog, "Value", "0.048亿");
  write_entry (dialog, "Measured", " 竹器收入 ");
  fz_test_reader_picture (reader, "figure-dialog");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "figure-dialog.apply", NULL));
  wait_listed (reader, "竹器:3.2万件 竹器收入:0.048亿元=corrected" REST);
  act (reader, "figure.undo");
  wait_listed (reader, IN_TEXT_ORDER);
}

static void
test_figure_of_ones_own (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzFigureDialog *dialog;

  fz_test_reader_select (reader, "请来8位老师傅");
  fz_test_reader_activate (reader, "figure.add");
  dialog = dialog_of (reader);
  write_entry (dialog, "Measured", "老师傅");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "figure-dialog.apply", NULL));
  wait_listed (reader, "竹器:3.2万件 收入:480万元 多收入:6000元 老师傅:8位=added 教学面积:1200平方米 Not Named:12.5% Not Named:260人");
  g_assert_true (is_underlined (reader, "8位"));
  act (reader, "figure.undo");
  wait_listed (reader, IN_TEXT_ORDER);
  g_assert_false (is_underlined (reader, "8位"));
  act (reader, "figure.redo");
  wait_listed (reader, "竹器:3.2万件 收入:480万元 多收入:6000元 老师傅:8位=added 教学面积:1200平方米 Not Named:12.5% Not Named:260人");
  choose (reader, 3);
  assert_marked (reader, "8位");
  act (reader, "figure.withdraw");
  wait_listed (reader, IN_TEXT_ORDER);
}

/* What cannot be done now is not offered. */
static void
test_what_can_be_done (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkWidget *bar = fz_test_find (page (reader, "figures"), GTK_TYPE_ACTION_BAR);

  g_assert_false (gtk_action_bar_get_revealed (GTK_ACTION_BAR (bar)));
  g_assert_false (can (reader, "reject") || can (reader, "add") || can (reader, "undo"));
  choose (reader, 0);
  g_assert_true (gtk_action_bar_get_revealed (GTK_ACTION_BAR (bar)));
  g_assert_true (can (reader, "confirm") && can (reader, "correct") && can (reader, "reject"));
  g_assert_false (can (reader, "withdraw"));
  fz_test_reader_select (reader, "8位");
  g_assert_true (can (reader, "add"));
  fz_reading_pane_show_article (reader->reading, 0);
  g_assert_false (can (reader, "add") || can (reader, "confirm"));
}

/* What Shift+Return does on the row. */
static void
go_back (FzTestReader *reader, const char *name, guint index)
{
  GtkWidget *list = fz_test_find (page (reader, name), GTK_TYPE_LIST_VIEW);

  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), index, TRUE);
  g_assert_true (gtk_widget_activate_action (list, "fact.previous-mention", NULL));
}

/* One row a place; each activation goes to the next mention, and round. */
static void
test_places_are_walked (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzReadingView *view = fz_test_reader_view (reader);
  guint first, second, third;

  assert_row (row (reader, "places", 0), "title", "安吉县");
  assert_row (row (reader, "places", 0), "count", "2");
  assert_row (row (reader, "places", 1), "title", "青篾课堂");
  activate (reader, "places", 0);
  first = fz_reading_view_get_caret (view);
  assert_row (row (reader, "places", 0), "count", "1 of 2");
  activate (reader, "places", 0);
  second = fz_reading_view_get_caret (view);
  assert_row (row (reader, "places", 0), "count", "2 of 2");
  activate (reader, "places", 0);
  third = fz_reading_view_get_caret (view);
  g_assert_cmpuint (first, <, second);
  g_assert_cmpuint (first, ==, third);
  go_back (reader, "places", 0);
  third = fz_reading_view_get_caret (view);
  g_assert_cmpuint (third, ==, second);
  assert_row (row (reader, "places", 0), "count", "2 of 2");
  fz_test_assert_text (page (reader, "places"), "2 of 2");
}

/* What is named again without its place being kept is walked as well. */
static void
test_programmes_are_walked (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzArticle) article = fz_test_village (1);
  const FzPiece piece = { article->last_line + 1, 0 };
  g_autoptr (FzFacts) facts = NULL;

  fz_article_append_block (article, FZ_ROLE_BODY, 0, "入秋，“青篾课堂”还要再开。", -1, &piece, 1);
  facts = fz_test_village_facts (article);
  fz_test_reader_open (reader, fz_test_reader_add (reader, article, facts));
  assert_row (row (reader, "places", 1), "title", "青篾课堂");
  assert_row (row (reader, "places", 1), "count", "2");
  activate (reader, "places", 1);
  activate (reader, "places", 1);
  assert_row (row (reader, "places", 1), "count", "2 of 2");
  g_assert_cmpuint (fz_reading_view_get_caret (fz_test_reader_view (reader)), >,
                    fz_article_block (article, article->blocks->len - 1)->start);
}

/* The most named place first, whichever the text names first. */
static void
test_most_named_place_is_first (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzArticle) article = fz_test_village (1);
  g_autoptr (FzFacts) facts = fz_test_village_facts (article);
  const FzPlace once = { { 0, 0, 1, 1 }, g_strdup ("浙江"), G_GUINT64_CONSTANT (330000000000), FALSE };

  g_array_prepend_val (facts->places, once);
  fz_test_reader_open (reader, fz_test_reader_add (reader, article, facts));
  assert_row (row (reader, "places", 0), "title", "安吉县");
  assert_row (row (reader, "places", 1), "title", "浙江省");
  assert_row (row (reader, "places", 1), "count", "1");
}

static void
test_about (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkWidget *pane = GTK_WIDGET (reader->figures);

  fz_test_assert_text (pane, "42 paragraphs");
  fz_test_assert_text (pane, "6 figures");
}

static gboolean
nothing_is_kept (gpointer user_data)
{
  return fz_test_reader_kept (user_data) == 0;
}

static void
test_notes_are_listed_opened_and_removed (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autofree char *found = NULL;
  g_autofree char *spoken = NULL;
  g_autoptr (FzAnnotationItem) item = NULL;
  GtkWidget *notes, *note;

  fz_test_reader_select (reader, "竹影");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 2)");
  notes = page (reader, "notes");
  fz_test_assert_text (notes, "竹影");
  fz_test_reader_activate (reader, "annotation.note");
  fz_note_popover_set_note (FZ_NOTE_POPOVER (fz_test_find (GTK_WIDGET (reader->reading), FZ_TYPE_NOTE_POPOVER)), "谁拍的");
  gtk_popover_popdown (GTK_POPOVER (fz_test_find (GTK_WIDGET (reader->reading), FZ_TYPE_NOTE_POPOVER)));
  fz_test_assert_text (notes, "谁拍的");
  item = g_list_model_get_item (fz_reading_pane_get_annotations (reader->reading), 0);
  g_object_get (item, "spoken", &spoken, NULL);
  g_assert_cmpstr (spoken, ==, "竹影. Blue. Note: 谁拍的");
  activate (reader, "notes", 0);
  found = marked (reader);
  g_assert_cmpstr (found, ==, "竹影");
  note = fz_test_find (notes, FZ_TYPE_NOTE_ROW);
  g_signal_emit_by_name (note, "removed");
  fz_test_wait (nothing_is_kept, reader);
  fz_test_pause (50);
  g_assert_null (fz_test_find_text (notes, "竹影"));
  fz_test_assert_text (notes, "Select a passage");
}

/* The list of the figures; choosing the kind has one of its own. */
static GtkWidget *
list_of_figures (FzTestReader *reader)
{
  return fz_test_find (fz_test_find (page (reader, "figures"), FZ_TYPE_HEADED_SCROLLER), GTK_TYPE_LIST_VIEW);
}

/* How far the first heading is below the upper edge of its list. */
static float
heading_place (FzTestReader *reader)
{
  GtkWidget *list = list_of_figures (reader);
  GtkWidget *heading = gtk_widget_get_first_child (list);
  graphene_rect_t bounds;

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (heading), ==, "GtkListHeaderWidget");
  g_assert_true (gtk_widget_compute_bounds (heading, gtk_widget_get_parent (list), &bounds));
  return bounds.origin.y;
}

/* A list with more rows than there is room for begins with its first heading,
 * whenever it is filled, and also where it was scrolled before. */
static void
test_list_begins_with_its_heading (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 480);
  GtkAdjustment *adjustment;

  fz_test_reader_open (reader, reader->article);
  fz_test_frames (list_of_figures (reader), 2);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_of_figures (reader)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment) + 40);
  g_assert_cmpfloat (heading_place (reader), >=, 0);
  gtk_adjustment_set_value (adjustment, 40);
  fz_test_frames (list_of_figures (reader), 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 40);
  fz_test_reader_reopen (reader);
  fz_test_frames (list_of_figures (reader), 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpfloat (heading_place (reader), >=, 0);
}

/* Whether the upper edge of the list cuts a heading. */
static gboolean
cuts_a_heading (FzTestReader *reader)
{
  GtkWidget *list = list_of_figures (reader);
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkListHeaderWidget") && gtk_widget_compute_bounds (child, list, &bounds)
        && bounds.origin.y < -1 && bounds.origin.y + bounds.size.height > 1)
      return TRUE;
  return FALSE;
}

/* The row of the selected figure and the heading over it, if that is at the edge. */
static void
assert_in_view (FzTestReader *reader)
{
  GtkWidget *list = list_of_figures (reader);
  float height = gtk_widget_get_height (list);
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_SELECTED)
      {
        g_assert_true (gtk_widget_compute_bounds (child, list, &bounds));
        g_assert_cmpfloat (bounds.origin.y, >=, -1);
        g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height + 1);
        return;
      }
  g_assert_not_reached ();
}

/* Wherever the caret goes, the list that follows it leaves no half of a heading. */
static void
test_caret_leaves_no_half_heading (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 480);
  FzFigurePage *figures;
  guint n;

  fz_test_reader_open (reader, reader->article);
  figures = figures_page (reader);
  n = g_list_model_get_n_items (fz_figure_page_get_model (figures));
  for (guint i = 0; i < 2 * n; i++)
    {
      g_autoptr (FzFigureItem) item = g_list_model_get_item (fz_figure_page_get_model (figures), i < n ? i : 2 * n - 1 - i);

      fz_figure_page_select_at (figures, fz_figure_item_get_start (item));
      fz_test_frames (GTK_WIDGET (reader->figures), 2);
      g_assert_false (cuts_a_heading (reader));
      assert_in_view (reader);
    }
}

static void
test_nothing_open_nothing_listed (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_assert_text (GTK_WIDGET (reader->figures), "About This Article");
  fz_reading_pane_show_article (reader->reading, 0);
  g_assert_cmpuint (count_figures (reader), ==, 0);
  g_assert_null (fz_test_find_text (GTK_WIDGET (reader->figures), "About This Article"));
}

static void
picture (AdwColorScheme scheme, const char *figures, const char *places, const char *notes)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  choose (reader, 1);
  act (reader, "figure.reject");
  choose (reader, 0);
  act (reader, "figure.confirm");
  wait_listed (reader, "竹器:3.2万件=confirmed 收入:480万元=rejected" REST);
  fz_test_reader_picture (reader, figures);
  fz_test_reader_select (reader, "“以前挑到镇上零卖，一天卖不出五只。”");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  fz_test_reader_select (reader, "力争让竹器产值翻一番");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 3)");
  page (reader, "places");
  activate (reader, "places", 0);
  fz_test_reader_picture (reader, places);
  page (reader, "notes");
  fz_test_reader_picture (reader, notes);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_pictures (void)
{
  picture (ADW_COLOR_SCHEME_FORCE_LIGHT, "figures-light", "places-light", "notes-light");
  picture (ADW_COLOR_SCHEME_FORCE_DARK, "figures-dark", "places-dark", "notes-dark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-pane/figures-are-grouped", test_figures_are_grouped);
  g_test_add_func ("/figures-pane/figures-by-size", test_figures_by_size);
  g_test_add_func ("/figures-pane/figures-of-a-kind", test_figures_of_a_kind);
  g_test_add_func ("/figures-pane/choice-reveals", test_choice_reveals);
  g_test_add_func ("/figures-pane/focus-marks", test_focus_marks);
  g_test_add_func ("/figures-pane/caret-selects", test_caret_selects);
  g_test_add_func ("/figures-pane/verdicts", test_verdicts);
  g_test_add_func ("/figures-pane/text-follows-verdicts", test_text_follows_verdicts);
  g_test_add_func ("/figures-pane/correction", test_correction);
  g_test_add_func ("/figures-pane/figure-of-ones-own", test_figure_of_ones_own);
  g_test_add_func ("/figures-pane/what-can-be-done", test_what_can_be_done);
  g_test_add_func ("/figures-pane/places-are-walked", test_places_are_walked);
  g_test_add_func ("/figures-pane/programmes-are-walked", test_programmes_are_walked);
  g_test_add_func ("/figures-pane/most-named-place-is-first", test_most_named_place_is_first);
  g_test_add_func ("/figures-pane/about", test_about);
  g_test_add_func ("/figures-pane/notes-are-listed-opened-and-removed", test_notes_are_listed_opened_and_removed);
  g_test_add_func ("/figures-pane/list-begins-with-its-heading", test_list_begins_with_its_heading);
  g_test_add_func ("/figures-pane/caret-leaves-no-half-heading", test_caret_leaves_no_half_heading);
  g_test_add_func ("/figures-pane/nothing-open-nothing-listed", test_nothing_open_nothing_listed);
  g_test_add_func ("/figures-pane/pictures", test_pictures);
  return g_test_run ();
}
