/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "fz-region-node.h"
#include "fz-region-tree.h"
#include "fz-test-library.h"
#include "fz-test-window.h"
#include "fz-reading-pane.h"

/* Five articles in Zhejiang, of which two in Jinhua itself and one in Yiwu below
 * it; one in Dingxi; one of the country; two without a region. */
static void
fill (FzTestWindow *self)
{
  FzLibrary *library = fz_window_get_library (self->window);

  fz_test_fill (library, FZ_TEST_ZHEJIANG, "省报", 2);
  fz_test_fill (library, FZ_TEST_JINHUA, "市报", 2);
  fz_test_fill (library, FZ_TEST_YIWU, "县报", 1);
  fz_test_fill (library, FZ_TEST_DINGXI, "西报", 1);
  fz_test_fill (library, FZ_REGION_CHINA, "国报", 1);
  fz_test_fill (library, FZ_REGION_NONE, "杂报", 2);
  fz_test_window_settle (self);
}

static GListModel *
rows (FzTestWindow *self)
{
  GtkListView *view = GTK_LIST_VIEW (fz_test_find (fz_test_child (self, FZ_TYPE_REGION_TREE), GTK_TYPE_LIST_VIEW));

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

/* The whole tree in one line, but for the row of what is unread: regions with total and unread, articles by title,
 * each behind one '>' for a level. */
static char *
describe (FzTestWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model = rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      const FzEntry *entry = FZ_IS_ARTICLE_ITEM (item) ? fz_article_item_get_entry (FZ_ARTICLE_ITEM (item)) : NULL;

      for (guint depth = 0; depth < gtk_tree_list_row_get_depth (row); depth++)
        g_string_append_c (text, '>');
      if (FZ_IS_REGION_NODE (item) && fz_region_node_get_row (FZ_REGION_NODE (item)) == FZ_NODE_ROW_UNREAD)
        continue;
      if (FZ_IS_REGION_NODE (item))
        g_string_append_printf (text, "%s %d/%d ", fz_region_node_get_name (FZ_REGION_NODE (item)),
                                (int) fz_region_node_get_unread (FZ_REGION_NODE (item)),
                                (int) fz_region_node_get_total (FZ_REGION_NODE (item)));
      else
        g_string_append_printf (text, "%s%s ", entry ? entry->title : "?", entry && entry->read ? "" : "*");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_tree (FzTestWindow *self, const char *expected)
{
  g_autofree char *text = describe (self);

  g_assert_cmpstr (text, ==, expected);
}

static guint
position_of (FzTestWindow *self, const char *title)
{
  GListModel *model = rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      const FzEntry *entry = FZ_IS_ARTICLE_ITEM (item) ? fz_article_item_get_entry (FZ_ARTICLE_ITEM (item)) : NULL;

      if (FZ_IS_REGION_NODE (item) && g_str_equal (fz_region_node_get_name (FZ_REGION_NODE (item)), title))
        return i;
      if (entry && g_str_equal (entry->title, title))
        return i;
    }
  g_assert_not_reached ();
}

/* The one row that is selected. */
static guint
selected (FzTestWindow *self)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (rows (self)));

  g_assert_cmpuint (gtk_bitset_get_size (set), ==, 1);
  return gtk_bitset_get_minimum (set);
}

static void
activate_row (FzTestWindow *self, const char *title)
{
  GtkWidget *view = fz_test_find (fz_test_child (self, FZ_TYPE_REGION_TREE), GTK_TYPE_LIST_VIEW);

  g_assert_true (gtk_widget_activate_action (view, "list.activate-item", "u", position_of (self, title)));
  fz_test_window_settle (self);
}

static void
assert_title (FzTestWindow *self, const char *title)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, title);
}

static void
test_empty (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  fz_test_assert_text (GTK_WIDGET (self->window), "No Articles Yet");
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "No Article Selected"));
  fill (self);
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "No Articles Yet"));
  fz_test_assert_text (GTK_WIDGET (self->window), "No Article Selected");
  fz_test_window_picture (self, "nothing-selected");
}

static void
test_tree (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  fill (self);
  assert_tree (self,
               "浙江省 5/5 >金华市 3/3 >>义乌市 1/1 >>>县报第1篇* >>市报第1篇* >>市报第2篇* "
               ">省报第1篇* >省报第2篇* 甘肃省 1/1 >定西市 1/1 >>西报第1篇* "
               "中国 1/1 >国报第1篇* No Region 2/2 >杂报第1篇* >杂报第2篇* ");
}

static void
test_read (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  fill (self);
  activate_row (self, "市报第2篇");
  assert_title (self, "市报第2篇");
  activate_row (self, "甘肃省"); /* closes it */
  assert_tree (self,
               "浙江省 4/5 >金华市 2/3 >>义乌市 1/1 >>>县报第1篇* >>市报第1篇* >>市报第2篇 "
               ">省报第1篇* >省报第2篇* 甘肃省 1/1 "
               "中国 1/1 >国报第1篇* No Region 2/2 >杂报第1篇* >杂报第2篇* ");
}

/* What the library does meanwhile leaves closed regions closed and the selected
 * row selected. */
static void
test_kept (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autoptr (GtkTreeListRow) kept = NULL, now = NULL;

  fill (self);
  activate_row (self, "甘肃省");
  activate_row (self, "省报第1篇");
  kept = g_list_model_get_item (rows (self), selected (self));
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_GANSU, "新报", 1);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "又报", 1);
  fz_test_window_settle (self);
  assert_tree (self,
               "浙江省 5/6 >金华市 4/4 >>义乌市 1/1 >>>县报第1篇* >>市报第1篇* >>市报第2篇* >>又报第1篇* "
               ">省报第1篇 >省报第2篇* 甘肃省 2/2 "
               "中国 1/1 >国报第1篇* No Region 2/2 >杂报第1篇* >杂报第2篇* ");
  now = g_list_model_get_item (rows (self), selected (self));
  g_assert_true (now == kept);
}

static void
activate (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  fz_test_window_settle (self);
}

static void
test_step (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  fill (self);
  activate (self, "win.next-article");
  assert_title (self, "县报第1篇");
  activate (self, "win.next-article");
  assert_title (self, "市报第1篇");
  activate (self, "win.previous-article");
  assert_title (self, "县报第1篇");
  activate (self, "win.previous-article");
  assert_title (self, "县报第1篇");
}

static void
swipe (FzTestWindow *self, double x, double y)
{
  GtkGesture *gesture = fz_test_gesture (fz_test_child (self, FZ_TYPE_READING_PANE), GTK_TYPE_GESTURE_SWIPE);

  g_signal_emit_by_name (gesture, "swipe", x, y);
  fz_test_window_settle (self);
}

/* Leftwards to the next; what is slow, or scrolls, turns nothing. */
static void
test_swipe (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  fill (self);
  activate (self, "win.next-article");
  swipe (self, -900, 30);
  assert_title (self, "市报第1篇");
  swipe (self, -100, 0);
  swipe (self, -900, 800);
  assert_title (self, "市报第1篇");
  swipe (self, 900, -30);
  assert_title (self, "县报第1篇");
}

static void
assert_selected (FzTestWindow *self, const char *title)
{
  g_assert_cmpuint (selected (self), ==, position_of (self, title));
}

static void
press (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fz_test_child (self, FZ_TYPE_REGION_TREE), action, NULL));
}

/* Right opens a region and goes into it, Left goes back and closes it. */
static void
test_tree_keys (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  const char *closed = "浙江省 5/5 甘肃省 1/1 >定西市 1/1 >>西报第1篇* 中国 1/1 >国报第1篇* No Region 2/2 >杂报第1篇* >杂报第2篇* ";

  fill (self);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (self)), 1, TRUE);
  press (self, "tree.collapse");
  assert_tree (self, closed);
  press (self, "tree.collapse");
  assert_tree (self, closed);
  press (self, "tree.expand");
  assert_selected (self, "浙江省");
  press (self, "tree.expand");
  assert_selected (self, "金华市");
  press (self, "tree.collapse");
  press (self, "tree.collapse");
  assert_selected (self, "浙江省");
}

/* The keyboard starts among the regions. */
static void
test_first_focus (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  GtkWidget *focus;

  fill (self);
  fz_test_window_close (self);
  fz_test_window_present (self, 1200, 800);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fz_test_child (self, FZ_TYPE_REGION_TREE)));
}

/* A large region that is open costs pages, not rows: what is far from the screen
 * is not asked for, whatever the library does. */
static void
test_lazy (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  FzLibrary *library = fz_window_get_library (self->window);
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (FzRegionNode) node = NULL;

  fz_test_fill (library, FZ_TEST_ZHEJIANG, "省报", 5000);
  fz_test_window_settle (self);
  row = g_list_model_get_item (rows (self), 1);
  node = gtk_tree_list_row_get_item (row);
  gtk_tree_list_row_set_expanded (row, TRUE);
  fz_test_window_settle (self);
  fz_test_fill (library, FZ_TEST_DINGXI, "西报", 1);
  fz_test_window_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (rows (self)), >=, 5001);
  g_assert_cmpuint (fz_paged_list_n_held (FZ_PAGED_LIST (fz_region_node_get_articles (node))), <=, 5);
}

static void
test_sidebars (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
  AdwOverlaySplitView *figures = ADW_OVERLAY_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_OVERLAY_SPLIT_VIEW));

  g_assert_false (adw_navigation_split_view_get_collapsed (split));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (figures));
  activate (self, "win.toggle-sidebar");
  g_assert_true (adw_navigation_split_view_get_collapsed (split));
  g_assert_true (adw_navigation_split_view_get_show_content (split));
  activate (self, "win.toggle-figures");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (figures));
  activate (self, "win.toggle-sidebar");
  activate (self, "win.toggle-figures");
  g_assert_false (adw_navigation_split_view_get_collapsed (split));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (figures));
}

/* A second window of the same settings comes up as the first was left. */
static gboolean
regions_are_shown (FzTestWindow *window)
{
  return gtk_widget_get_mapped (fz_test_child (window, FZ_TYPE_REGION_TREE));
}

/* The article alone, and back: what is beside it is as the reader had it. */
static void
test_focus (void)
{
  g_autoptr (FzTestWindow) window = fz_test_window_samples (1200, 800);
  GtkWidget *widget = GTK_WIDGET (window->window);
  gboolean figures = FALSE;

  gtk_widget_activate_action (widget, "win.next-article", NULL);
  fz_test_window_settle (window);
  g_assert_true (regions_are_shown (window));
  gtk_widget_activate_action (widget, "win.focus", NULL);
  fz_test_window_settle (window);
  g_assert_false (regions_are_shown (window));
  g_object_get (widget, "figures-shown", &figures, NULL);
  g_assert_true (figures);
  fz_test_window_picture (window, "focus-1200x800");
  gtk_widget_activate_action (widget, "win.focus", NULL);
  fz_test_window_settle (window);
  g_assert_true (regions_are_shown (window));
  fz_test_window_close (window);
}

static void
test_state (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1100, 700);
  FzSettings *settings = fz_application_get_settings (self->application);
  AdwOverlaySplitView *figures;
  int width = 0, height = 0;

  activate (self, "win.toggle-figures");
  fz_test_window_close (self);
  g_object_get (settings, "window-width", &width, "window-height", &height, NULL);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 700);
  fz_test_window_present (self, width, height);
  figures = ADW_OVERLAY_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_OVERLAY_SPLIT_VIEW));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (figures));
  activate (self, "win.toggle-figures");
}

static void
test_dialogs (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  GActionGroup *actions = G_ACTION_GROUP (self->application);

  g_action_group_activate_action (actions, "shortcuts", NULL);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Next Article");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_action_group_activate_action (actions, "about", NULL);
  fz_test_window_settle (self);
  g_assert_true (ADW_IS_ABOUT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
test_scheme (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (800, 600);
  GActionGroup *actions = G_ACTION_GROUP (self->application);
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_action_group_activate_action (actions, "color-scheme", g_variant_new_string ("dark"));
  g_assert_true (adw_style_manager_get_dark (style));
  g_action_group_activate_action (actions, "color-scheme", g_variant_new_string ("light"));
  g_assert_false (adw_style_manager_get_dark (style));
  g_action_group_activate_action (actions, "color-scheme", g_variant_new_string ("system"));
}

/* A file that is no library is told as such, left as it is, and another one can
 * be opened in its place. */
static void
test_no_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = fz_test_write (self, "notes.txt", "This is a file of notes and no library at all.\n");
  g_autofree char *contents = NULL;

  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Not a Library");
  fz_test_assert_text (GTK_WIDGET (self->window), "Restore from a _Backup…");
  fz_test_assert_text (GTK_WIDGET (self->window), "“.before” behind its name");
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "_Keep What Still Reads"));
  fz_test_assert_text (gtk_window_get_focus (GTK_WINDOW (self->window)), "Open Another _Library…");
  fz_test_window_picture (self, "no-library");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "This is a file of notes and no library at all.\n");
  fz_window_open_library (self->window, self->library);
  fz_test_window_settle (self);
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "Not a Library"));
}

/* Of two libraries that are opened at once the second is shown. */
static void
test_opened_twice (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = fz_test_write (self, "notes.txt", "This is a file of notes and no library at all.\n");

  fz_window_open_library (self->window, path);
  fz_window_open_library (self->window, self->library);
  fz_test_window_settle (self);
  fz_test_pause (200);
  fz_test_assert_text (GTK_WIDGET (self->window), "No Articles Yet");
  fz_window_open_library (self->window, self->library);
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_pause (200);
  fz_test_assert_text (GTK_WIDGET (self->window), "Not a Library");
}

/* Bytes 60 to 63 of an SQLite file are its user version, the one number that
 * tells which Fangzhi wrote it. */
static void
make_newer (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 64);
  contents[61] = 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
test_newer_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = g_build_filename (self->folder, "newer.db", NULL);
  FzLibrary *library = fz_library_open (path, NULL, NULL);

  fz_library_close (library);
  g_object_unref (library);
  make_newer (path);
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Library of a Newer Version");
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "_Try Again"));
  fz_test_window_picture (self, "newer-library");
}

static gboolean
shows_newer (gpointer window)
{
  return fz_test_find_text (window, "Library of a Newer Version") != NULL;
}

/* A newer program brings it up to date while it is open here. */
static void
test_newer_meanwhile (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *mark = g_strconcat (self->library, ".damaged", NULL);
  FzConnection *other;

  fill (self);
  other = fz_connection_open (self->library, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (other, "PRAGMA user_version = 65536", NULL));
  fz_connection_close (other);
  fz_test_wait (shows_newer, self->window);
  fz_test_window_settle (self);
  g_assert_null (fz_window_get_library (self->window));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

/* Behind the head of the file, which says what it is, nothing can be read. */
static void
damage (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + 100, 0xff, 3000);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* A damaged library is brought back from a copy, and stays beside it; what is no copy
 * is refused, and the reader can try another. */
static void
test_damaged_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = g_build_filename (self->folder, "damaged.db", NULL);
  g_autofree char *copy = g_build_filename (self->folder, "copy.db", NULL);
  g_autofree char *before = g_strconcat (path, ".before", NULL);
  g_autofree char *text = fz_test_write (self, "text.txt", "这不是文库。");
  FzLibrary *library = fz_library_open (path, NULL, NULL);

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 2);
  g_assert_true (fz_library_backup (library, copy, NULL, NULL, NULL, NULL));
  g_assert_finalize_object (library);
  damage (path);
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Damaged Library");
  fz_test_assert_text (GTK_WIDGET (self->window), "Restore from a _Backup…");
  fz_test_window_picture (self, "damaged-library");
  fz_window_restore_library (self->window, text);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Damaged Library");
  fz_window_restore_library (self->window, copy);
  fz_test_window_settle (self);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
  g_assert_true (g_file_test (before, G_FILE_TEST_EXISTS));
}

/* A library that was found damaged says so before it is shown; it can be opened all
 * the same, and what still reads of it can take its place. */
static void
test_marked_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = g_build_filename (self->folder, "marked.db", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);
  g_autofree char *mark = g_strconcat (path, ".damaged", NULL);
  FzLibrary *library = fz_library_open (path, NULL, NULL);

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 2);
  g_assert_finalize_object (library);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Damaged Library");
  fz_test_window_picture (self, "marked-library");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-damaged", NULL);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
  fz_window_open_library (self->window, other);
  fz_test_window_settle (self);
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Damaged Library");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.salvage-library", NULL);
  fz_test_window_settle (self);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "All of the library could be read");
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

/* The leaf of an index, which is read only where the library is. */
static void
damage_index (const char *path, const char *index)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_autofree char *question = g_strdup_printf ("SELECT pageno FROM dbstat WHERE name = '%s' AND pagetype = 'leaf'", index);
  g_autofree char *contents = NULL;
  gint64 page = 0;
  gsize length;

  g_assert_true (fz_connection_ask (reader, question, &page, NULL));
  g_assert_cmpint (page, >, 1);
  g_clear_pointer (&reader, fz_connection_close);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + (page - 1) * 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* A fault that is met only where the library is read: it can be mended there. */
static void
test_damaged_counts (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = g_build_filename (self->folder, "counts.db", NULL);
  FzLibrary *library = fz_library_open (path, NULL, NULL);

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 2);
  g_assert_finalize_object (library);
  damage_index (path, "article_by_region");
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Damaged Library");
  g_assert_null (fz_window_get_library (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.salvage-library", NULL);
  fz_test_window_settle (self);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
}

/* A window that is closed meanwhile stays until the library is mended. */
static void
test_closed_while_mending (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  g_autofree char *path = g_build_filename (self->folder, "mended.db", NULL);
  g_autofree char *mark = g_strconcat (path, ".damaged", NULL);
  FzLibrary *library = fz_library_open (path, NULL, NULL);

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 2);
  g_assert_finalize_object (library);
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.salvage-library", NULL);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (self->window && gtk_widget_get_realized (GTK_WIDGET (self->window)));
  fz_test_window_close (self);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

/* A folder that nobody can write to, not even the superuser. */
static void
test_read_only_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);

  fz_window_open_library (self->window, "/proc/self/fangzhi.db");
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Library Cannot Be Written");
  fz_test_assert_text (GTK_WIDGET (self->window), "_Try Again");
  fz_test_window_picture (self, "read-only-library");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/window/empty", test_empty);
  g_test_add_func ("/display/window/tree", test_tree);
  g_test_add_func ("/display/window/read", test_read);
  g_test_add_func ("/display/window/kept", test_kept);
  g_test_add_func ("/display/window/step", test_step);
  g_test_add_func ("/display/window/swipe", test_swipe);
  g_test_add_func ("/display/window/tree-keys", test_tree_keys);
  g_test_add_func ("/display/window/first-focus", test_first_focus);
  g_test_add_func ("/display/window/lazy", test_lazy);
  g_test_add_func ("/display/window/sidebars", test_sidebars);
  g_test_add_func ("/display/window/focus", test_focus);
  g_test_add_func ("/display/window/state", test_state);
  g_test_add_func ("/display/window/dialogs", test_dialogs);
  g_test_add_func ("/display/window/scheme", test_scheme);
  g_test_add_func ("/display/window/no-library", test_no_library);
  g_test_add_func ("/display/window/opened-twice", test_opened_twice);
  g_test_add_func ("/display/window/newer-library", test_newer_library);
  g_test_add_func ("/display/window/newer-meanwhile", test_newer_meanwhile);
  g_test_add_func ("/display/window/damaged-library", test_damaged_library);
  g_test_add_func ("/display/window/marked-library", test_marked_library);
  g_test_add_func ("/display/window/damaged-counts", test_damaged_counts);
  g_test_add_func ("/display/window/closed-while-mending", test_closed_while_mending);
  g_test_add_func ("/display/window/read-only-library", test_read_only_library);
  return g_test_run ();
}
