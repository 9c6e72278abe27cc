/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-tree.h"
#include "fz-test-page.h"

/* What the page view must bear, and what must outlive a correction. */

static char *
repeated (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* A page that was saved without a line end is one line of a megabyte. */
static void
test_one_line (void)
{
  g_autofree char *text = repeated ("村口的桥修好了,两岸的人都来看。", 20000);
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, text);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fz_test_page_lines (self))), ==, 1);
  fz_test_assert_text (fz_test_page_row (self, 1), "…");
  fz_test_page_select (self, 1, 1);
  fz_test_page_act (self, "page.begin");
  fz_test_page_act (self, "page.join");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  fz_test_page_act (self, "page.role::caption");
  g_assert_cmpstr (fz_test_page_role (self, 1), ==, "caption");
}

static void
test_many_lines (void)
{
  g_autofree char *text = repeated ("两岸的人都来看,桥下的水流得很急。\n", 100000);
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, text);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fz_test_page_lines (self))), ==, 100000);
  fz_test_page_select (self, 99999, 99999);
  fz_test_page_act (self, "page.role::caption");
  g_assert_cmpstr (fz_test_page_role (self, 99999), ==, "caption");
}

/* All lines at once are one correction. */
static void
test_all_lines (void)
{
  g_autofree char *text = repeated ("桥通车\n\n本报讯 桥昨天通车,长100米。\n", 1000);
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, text);

  gtk_selection_model_select_all (fz_test_page_lines (self));
  fz_test_page_act (self, "page.role::body");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
}

/* Where the reader says that nothing is text the page stays, and it can be undone. */
static void
test_nothing_is_text (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  gtk_selection_model_select_all (fz_test_page_lines (self));
  fz_test_page_act (self, "page.role::noise");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  g_assert_cmpstr (fz_test_page_role (self, 5), ==, "noise");
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpstr (fz_test_page_role (self, 5), ==, "body");
}

/* What is no text does not come in, and there is no page to call. */
static void
test_binary (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 700);
  g_autofree char *path = g_build_filename (self->folder, "picture.txt", NULL);
  const char *paths[] = { path, NULL };
  guint8 bytes[4096];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37 % 256);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, sizeof bytes, NULL));
  fz_window_import (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-page", NULL);
  fz_test_window_settle (self);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fz_test_page_view (self))));
  g_assert_null (fz_page_view_get_sheet (fz_test_page_view (self)));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
write_pages (FzTestWindow *self, const char *folder, guint n_pages)
{
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.txt", folder, i);
      g_autofree char *text = g_strdup_printf ("第%u座桥通车\n\n本报讯 义乌市第%u座桥昨天通车。\n", i, i);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
}

/* Neither waits for the other, and nothing of either is lost. */
static void
test_while_importing (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  g_autofree char *folder = g_build_filename (self->folder, "pages", NULL);
  const char *paths[] = { folder, NULL };

  write_pages (self, folder, 200);
  fz_window_import (self->window, (GStrv) paths);
  fz_test_page_select (self, 11, 11);
  gtk_widget_activate_action (GTK_WIDGET (fz_test_page_view (self)), "page.role", "s", "caption");
  fz_test_window_settle (self);
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
  fz_test_assert_text (fz_test_child (self, FZ_TYPE_REGION_TREE), "200");
}

/* The window stays until the library has it; what was corrected is there when it
 * is opened again, and can be taken back from the list. */
static void
test_closing_and_reopening (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *dialog;

  fz_test_page_select (self, 11, 11);
  gtk_widget_activate_action (GTK_WIDGET (fz_test_page_view (self)), "page.role", "s", "caption");
  fz_test_window_close (self);
  fz_test_window_present (self, 1200, 700);
  if (fz_reading_pane_get_stored (fz_test_page_reading (self)) == NULL)
    fz_test_page_win (self, "win.next-article");
  fz_test_page_win (self, "win.toggle-page");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
  fz_test_page_assert_enabled (self, "undo", FALSE);
  fz_test_page_act (self, "page.corrections");
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  fz_test_assert_text (dialog, "Role: Caption");
  g_signal_emit_by_name (fz_test_find (fz_test_find (dialog, GTK_TYPE_LIST_VIEW), GTK_TYPE_BUTTON), "clicked");
  fz_test_window_settle (self);
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "body");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Keys that are pressed faster than the library answers. */
static void
test_in_a_hurry (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *view = GTK_WIDGET (fz_test_page_view (self));

  fz_test_page_select (self, 11, 11);
  gtk_widget_activate_action (view, "page.role", "s", "caption");
  gtk_widget_activate_action (view, "page.role", "s", "credit");
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (view, "annotation.undo", NULL);
  fz_test_window_settle (self);
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "body");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  fz_test_page_history (self, "annotation.redo");
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
}

/* A mark of the reader's is where its words are, whatever becomes of the article. */
static void
test_marks_stay (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  g_autoptr (FzAnnotationItem) item = NULL;

  fz_test_page_mark (self, "桂花200株");
  fz_test_page_select (self, 4, 4);
  fz_test_page_act (self, "page.role::caption");
  fz_test_page_select (self, 5, 5);
  fz_test_page_act (self, "page.begin");
  fz_window_show_article (self->window, g_array_index (fz_test_page_sheet (self)->ids, gint64, 1));
  fz_test_window_settle (self);
  g_assert_cmpuint (fz_test_page_n_marks (self), ==, 1);
  item = g_list_model_get_item (fz_reading_pane_get_annotations (fz_test_page_reading (self)), 0);
  g_assert_cmpstr (fz_annotation_item_get_value (item)->quote, ==, "桂花200株");
}

/* The tree follows: an article is filed elsewhere, two become one. */
static void
test_tree_follows (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);

  fz_test_assert_text (tree, "新昌县");
  fz_test_page_select (self, 10, 10);
  fz_test_page_act (self, "page.join");
  g_assert_null (fz_test_find_text (tree, "新昌县"));
  fz_test_page_history (self, "annotation.undo");
  fz_test_assert_text (tree, "新昌县");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/page-hard/one-line", test_one_line);
  g_test_add_func ("/display/page-hard/many-lines", test_many_lines);
  g_test_add_func ("/display/page-hard/all-lines", test_all_lines);
  g_test_add_func ("/display/page-hard/nothing-is-text", test_nothing_is_text);
  g_test_add_func ("/display/page-hard/binary", test_binary);
  g_test_add_func ("/display/page-hard/while-importing", test_while_importing);
  g_test_add_func ("/display/page-hard/closing-and-reopening", test_closing_and_reopening);
  g_test_add_func ("/display/page-hard/in-a-hurry", test_in_a_hurry);
  g_test_add_func ("/display/page-hard/marks-stay", test_marks_stay);
  g_test_add_func ("/display/page-hard/tree-follows", test_tree_follows);
  return g_test_run ();
}
