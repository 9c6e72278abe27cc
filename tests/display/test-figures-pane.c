/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-fact-item.h"
#include "fz-fact-lists.h"
#include "fz-fact-page.h"
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

static FzFactItem *
row (FzTestReader *reader, const char *name, guint index)
{
  GListModel *model = fz_fact_page_get_model (FZ_FACT_PAGE (page (reader, name)));
  g_autoptr (FzFactItem) item = g_list_model_get_item (model, index);

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
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fz_test_reader_view (reader));
  GtkTextTag *mark = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "mark");
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_forward_to_tag_toggle (&start, mark))
    return NULL;
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, mark);
  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

static FzTestReader *
new_reader (void)
{
  FzTestReader *reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  return reader;
}

/* By kind, and within a kind as they stand in the text. */
static void
test_list_matches_the_store (void)
{
  static const struct {
    const char *section, *title, *value, *badges, *change, *period;
  } expected[] = {
    { "Money", "收入", "480万元", "about", "", "去年" },
    { "Money", "多收入", "6000元", "each", "", NULL },
    { "Counts", "竹器", "3.2万件", "", "", "去年" },
    { "Counts", "已有260人学成出师", "260人", "", "", "今年1至6月" },
    { "Percentages", "同比增长12.5%", "12.5%", "", "↑", "去年" },
    { "Areas", "教学面积", "1200平方米", "over", "", NULL },
  };
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzStored) stored = fz_test_reader_load (reader);
  GListModel *model = fz_fact_page_get_model (FZ_FACT_PAGE (page (reader, "figures")));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, stored->facts->figures->len);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      FzFactItem *item = row (reader, "figures", i);

      assert_row (item, "section", expected[i].section);
      assert_row (item, "title", expected[i].title);
      assert_row (item, "value", expected[i].value);
      assert_row (item, "badges", expected[i].badges);
      assert_row (item, "change", expected[i].change);
      assert_row (item, "period", expected[i].period);
    }
  assert_row (row (reader, "figures", 4), "spoken", "同比增长12.5%, 12.5%, up, 去年");
}

static void
test_activation_reveals (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autofree char *found = NULL;

  activate (reader, "figures", 5);
  found = marked (reader);
  g_assert_cmpstr (found, ==, "1200平方米");
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
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fz_test_reader_view (reader));
  int first, second, third;

  assert_row (row (reader, "places", 0), "title", "安吉县");
  assert_row (row (reader, "places", 0), "count", "2");
  assert_row (row (reader, "places", 1), "title", "青篾课堂");
  activate (reader, "places", 0);
  g_object_get (buffer, "cursor-position", &first, NULL);
  assert_row (row (reader, "places", 0), "count", "1 of 2");
  activate (reader, "places", 0);
  g_object_get (buffer, "cursor-position", &second, NULL);
  assert_row (row (reader, "places", 0), "count", "2 of 2");
  activate (reader, "places", 0);
  g_object_get (buffer, "cursor-position", &third, NULL);
  g_assert_cmpint (first, <, second);
  g_assert_cmpint (first, ==, third);
  go_back (reader, "places", 0);
  g_object_get (buffer, "cursor-position", &third, NULL);
  g_assert_cmpint (third, ==, second);
  assert_row (row (reader, "places", 0), "count", "2 of 2");
  fz_test_assert_text (page (reader, "places"), "2 of 2");
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
  g_assert_cmpuint (fz_fact_lists_minutes (0), ==, 1);
  g_assert_cmpuint (fz_fact_lists_minutes (599), ==, 1);
  g_assert_cmpuint (fz_fact_lists_minutes (600), ==, 2);
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

static void
test_nothing_open_nothing_listed (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  fz_test_assert_text (GTK_WIDGET (reader->figures), "About This Article");
  fz_reading_pane_show_article (reader->reading, 0);
  g_assert_cmpuint (g_list_model_get_n_items (fz_fact_page_get_model (FZ_FACT_PAGE (page (reader, "figures")))), ==, 0);
  g_assert_null (fz_test_find_text (GTK_WIDGET (reader->figures), "About This Article"));
}

static void
picture (AdwColorScheme scheme, const char *places, const char *notes)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
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
  picture (ADW_COLOR_SCHEME_FORCE_LIGHT, "places-light", "notes-light");
  picture (ADW_COLOR_SCHEME_FORCE_DARK, "places-dark", "notes-dark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-pane/list-matches-the-store", test_list_matches_the_store);
  g_test_add_func ("/figures-pane/activation-reveals", test_activation_reveals);
  g_test_add_func ("/figures-pane/places-are-walked", test_places_are_walked);
  g_test_add_func ("/figures-pane/most-named-place-is-first", test_most_named_place_is_first);
  g_test_add_func ("/figures-pane/about", test_about);
  g_test_add_func ("/figures-pane/notes-are-listed-opened-and-removed", test_notes_are_listed_opened_and_removed);
  g_test_add_func ("/figures-pane/nothing-open-nothing-listed", test_nothing_open_nothing_listed);
  g_test_add_func ("/figures-pane/pictures", test_pictures);
  return g_test_run ();
}
