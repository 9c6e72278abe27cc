/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-line-row.h"
#include "fz-test-page.h"

/* The whole page beside the article: its lines, and what the reader does to them. */

/* Presses a key where the lines are. */
static void
press (FzTestWindow *self, const char *accelerator)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fz_test_page_list (self)));
  gboolean pressed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !pressed; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !pressed; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_has_prefix (trigger, accelerator))
            pressed = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                    GTK_WIDGET (fz_test_page_list (self)), gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (pressed);
  fz_test_window_settle (self);
}

static void
assert_spoken (FzTestWindow *self, guint line, const char *spoken)
{
  gtk_test_accessible_assert_property (gtk_widget_get_parent (fz_test_page_row (self, line)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

/* Number, role and text of each line, in words. */
static void
test_lines (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fz_test_page_lines (self))), ==, 11);
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 2);
  fz_test_assert_text (fz_test_page_row (self, 2), "Title");
  fz_test_assert_text (fz_test_page_row (self, 2), "嵊州建成梯田步道");
  assert_spoken (self, 2, "Line 2, Title: 嵊州建成梯田步道");
  assert_spoken (self, 3, "Line 3, empty");
  assert_spoken (self, 8, "Article 2 begins. Line 8, Title: 新昌县村口书屋开门");
  assert_spoken (self, 6, "Line 6, Body, Joined to the line above: 在树下歇脚喝茶。");
  g_assert_nonnull (fz_test_find_text (fz_test_page_row (self, 6), "↳"));
  g_assert_null (fz_test_find_text (fz_test_page_row (self, 5), "↳"));
  fz_test_assert_text (GTK_WIDGET (fz_test_page_list (self)), "lines 8–11");
  fz_test_assert_text (GTK_WIDGET (fz_test_page_view (self)), "Read as UTF-8");
}

/* Every line is in one section; a blank one goes with what is above it. */
static void
test_sections (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkSectionModel *model = GTK_SECTION_MODEL (fz_test_page_lines (self));
  guint start, end;

  gtk_section_model_get_section (model, 6, &start, &end);
  g_assert_cmpuint (end, ==, 7);
  gtk_section_model_get_section (model, 7, &start, &end);
  g_assert_cmpuint (start, ==, 7);
  g_assert_cmpuint (end, ==, 11);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_first_child (gtk_widget_get_first_child (fz_test_page_row (self, 2))),
                                           "line-band"));
}

/* By menu and by key; the open article and what is selected stay. */
static void
test_split_and_merge (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  gint64 article = fz_test_page_opened (self)->entry->id;

  fz_test_page_select (self, 5, 5);
  fz_test_page_act (self, "page.begin");
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 3);
  g_assert_cmpuint (fz_test_page_article (self, 5)->number, ==, 2);
  g_assert_cmpint (fz_test_page_opened (self)->entry->id, ==, article);
  g_assert_true (gtk_selection_model_is_selected (fz_test_page_lines (self), 4));
  g_assert_null (strstr (fz_test_page_opened (self)->article->text, "桂花"));
  press (self, "<Control>BackSpace");
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 2);
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  g_assert_nonnull (strstr (fz_test_page_opened (self)->article->text, "桂花"));
  fz_test_page_act (self, "page.join");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
}

/* The article that is open may be the one that is no more. */
static void
test_merge_open (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  gint64 first = fz_test_page_opened (self)->entry->id;

  fz_test_page_win (self, "win.next-article");
  if (fz_test_page_opened (self)->entry->id == first)
    fz_test_page_win (self, "win.previous-article");
  g_assert_cmpstr (fz_test_page_opened (self)->entry->title, ==, "新昌县村口书屋开门");
  first = g_array_index (fz_test_page_sheet (self)->ids, gint64, 0);
  fz_test_page_select (self, 10, 10);
  fz_test_page_act (self, "page.join");
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 1);
  g_assert_cmpint (fz_test_page_opened (self)->entry->id, ==, first);
  g_assert_nonnull (strstr (fz_test_page_opened (self)->article->text, "书屋"));
  press (self, "<Control>Return");
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 2);
}

static void
test_roles (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  g_autoptr (GtkBitset) selected = NULL;

  fz_test_page_select (self, 11, 11);
  press (self, "c");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
  assert_spoken (self, 11, "Line 11, Caption: 孩子们放学后来读书。");
  fz_test_page_act (self, "page.role::credit");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "credit");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  fz_test_page_select (self, 4, 6);
  fz_test_page_act (self, "page.role::caption");
  for (guint line = 4; line <= 6; line++)
    g_assert_cmpstr (fz_test_page_role (self, line), ==, "caption");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 2);
  selected = gtk_selection_model_get_selection (fz_test_page_lines (self));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 3);
}

static void
test_undo (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  fz_test_page_select (self, 11, 11);
  fz_test_page_act (self, "page.role::caption");
  fz_test_page_act (self, "page.role::credit");
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "body");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  fz_test_page_assert_enabled (self, "undo", FALSE);
  fz_test_page_history (self, "annotation.redo");
  fz_test_page_history (self, "annotation.redo");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "credit");
  fz_test_page_assert_enabled (self, "redo", FALSE);
  fz_test_page_assert_enabled (self, "undo", TRUE);
}

/* One history with highlights: the last thing done is the first to be undone. */
static void
test_shared_history (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  fz_test_page_select (self, 5, 6);
  fz_test_page_act (self, "page.role::caption");
  fz_test_page_mark (self, "新建梯田");
  g_assert_cmpuint (fz_test_page_n_marks (self), ==, 1);
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpuint (fz_test_page_n_marks (self), ==, 0);
  g_assert_cmpstr (fz_test_page_role (self, 5), ==, "caption");
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpstr (fz_test_page_role (self, 5), ==, "body");
}

static char *
many_lines (guint n_articles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_articles; i++)
    g_string_append_printf (text, "第%u座桥通车\n\n本报讯 第%u座桥昨天通车,长%u米。\n两岸的人都来看。\n\n", i + 1, i + 1, 100 + i);
  return g_string_free (text, FALSE);
}

static guint
n_rows (GtkWidget *root)
{
  guint n = FZ_IS_LINE_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    n += n_rows (child);
  return n;
}

/* How far below the top of the list a line stands. */
static float
top_of (FzTestWindow *self, guint line)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (fz_test_page_row (self, line), GTK_WIDGET (fz_test_page_list (self)), &area));
  return area.origin.y;
}

/* A long page has as many widgets as a short one, is shown at the open article,
 * and stays where it is when it is analysed anew. */
static void
test_long_page (void)
{
  g_autofree char *text = many_lines (2000);
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, text);
  guint line;
  float top;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fz_test_page_lines (self))), ==, 10000);
  g_assert_cmpuint (n_rows (GTK_WIDGET (fz_test_page_list (self))), <, 400);
  fz_window_show_article (self->window, g_array_index (fz_test_page_sheet (self)->ids, gint64, 1000));
  fz_test_window_settle (self);
  line = fz_sheet_article (fz_test_page_sheet (self), 1000)->first_line;
  top = top_of (self, line);
  g_assert_cmpfloat (top, >=, 0);
  g_assert_cmpfloat (top, <, gtk_widget_get_height (GTK_WIDGET (fz_test_page_list (self))));
  fz_test_page_act (self, "page.role::kicker");
  g_assert_cmpstr (fz_test_page_role (self, line), ==, "kicker");
  g_assert_cmpfloat (ABS (top_of (self, line) - top), <, 50);
}

/* The first time it is shown, too. */
static void
test_begins_at_article (void)
{
  g_autofree char *text = many_lines (200);
  g_autoptr (FzTestWindow) self = fz_test_window_new (400, 700);
  const FzArticle *article;

  fz_test_page_open (self, text);
  fz_test_page_win (self, "win.next-article");
  for (guint i = 0; i < 20; i++)
    fz_test_page_win (self, "win.next-article");
  fz_test_page_win (self, "win.toggle-page");
  article = fz_sheet_article (fz_test_page_sheet (self), fz_sheet_find_article (fz_test_page_sheet (self), fz_test_page_opened (self)->entry->id));
  g_assert_cmpuint (article->number, >, 10);
  g_assert_nonnull (fz_test_page_row (self, article->first_line));
  g_assert_true (gtk_selection_model_is_selected (fz_test_page_lines (self), article->first_line - 1));
}

/* Beside the article where there is room, with the figures out of the way; else
 * in its place. */
static void
test_beside (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *reading = GTK_WIDGET (fz_test_page_reading (self)), *view = GTK_WIDGET (fz_test_page_view (self));

  g_assert_true (gtk_widget_get_mapped (reading));
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_cmpint (gtk_widget_get_width (reading), >=, 340);
  g_assert_cmpint (gtk_widget_get_width (view), >=, 340);
  fz_test_page_win (self, "win.toggle-page");
  g_assert_true (gtk_widget_get_mapped (reading));
  g_assert_false (gtk_widget_get_mapped (view));
}

/* A figure that is activated is shown where it is read. */
static void
test_figure_brings_article (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1000, fz_test_page_text);

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fz_test_page_reading (self))));
  fz_reading_pane_reveal (fz_test_page_reading (self), 2, 4);
  fz_test_window_settle (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fz_test_page_reading (self))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fz_test_page_view (self))));
}

/* Where the reader looked at the page it is still looked at after a correction, but
 * for the heading that this may bring or take. */
static void
test_keeps_place (void)
{
  g_autoptr (GString) text = g_string_new ("竹乡晚报 2024年3月1日 第1版\n");
  g_autoptr (FzTestWindow) self = NULL;
  GtkAdjustment *adjustment;
  double before;

  for (guint i = 0; i < 12; i++)
    g_string_append (text, "\n竹林里开起夜校\n\n本报讯 安吉县的夜校昨日开了课,来了三十人。\n"
                           "夜校每周两晚,教编竹篮。\n学员多是村里的后生。\n");
  self = fz_test_page_window (1200, text->str);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_page_list (self)));
  fz_test_page_select (self, 42, 42);
  gtk_list_view_scroll_to (fz_test_page_list (self), 41, GTK_LIST_SCROLL_NONE, NULL);
  fz_test_window_settle (self);
  before = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (before, >, 200);
  fz_test_page_act (self, "page.begin");
  fz_test_window_settle (self);
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), before, 80);
  fz_test_page_history (self, "annotation.undo");
  fz_test_window_settle (self);
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), before, 80);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/page/lines", test_lines);
  g_test_add_func ("/display/page/sections", test_sections);
  g_test_add_func ("/display/page/split-and-merge", test_split_and_merge);
  g_test_add_func ("/display/page/merge-open", test_merge_open);
  g_test_add_func ("/display/page/roles", test_roles);
  g_test_add_func ("/display/page/undo", test_undo);
  g_test_add_func ("/display/page/shared-history", test_shared_history);
  g_test_add_func ("/display/page/long-page", test_long_page);
  g_test_add_func ("/display/page/begins-at-article", test_begins_at_article);
  g_test_add_func ("/display/page/keeps-place", test_keeps_place);
  g_test_add_func ("/display/page/beside", test_beside);
  g_test_add_func ("/display/page/figure-brings-article", test_figure_brings_article);
  return g_test_run ();
}
