/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"
#include "fz-reading-view.h"
#include "fz-test-library.h"
#include "fz-test-window.h"

#include "fz-connection.h"

/* A copy takes the place of the library that is open in the window, with all that the
 * reader did kept beside it; can be stopped; and what was mended is analysed anew,
 * whichever window was closed in between. */

static char *
in_folder (FzTestWindow *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* The library has two articles more than the copy. */
static char *
fill_and_copy (FzTestWindow *self)
{
  FzLibrary *library = fz_window_get_library (self->window);
  char *copy = in_folder (self, "copy.db");

  fz_test_fill (library, FZ_TEST_JINHUA, "婺江报", 2);
  g_assert_true (fz_library_backup (library, copy, NULL, NULL, NULL, NULL));
  fz_test_fill (library, FZ_TEST_DINGXI, "陇中报", 2);
  fz_test_window_settle (self);
  return copy;
}

static gint64
ask (const char *path, const char *sql)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  gint64 answer = -1;

  g_assert_true (fz_connection_ask (reader, sql, &answer, NULL));
  return answer;
}

static void
highlight (FzTestWindow *self)
{
  GtkWidget *view;

  fz_window_show_article (self->window, 1);
  fz_test_window_settle (self);
  view = fz_test_find (fz_test_child (self, FZ_TYPE_READING_PANE), FZ_TYPE_READING_VIEW);
  fz_reading_view_select (FZ_READING_VIEW (view), 0, 3);
  g_assert_true (gtk_widget_activate_action (view, "annotation.highlight", "u", 2));
}

static gboolean
has_annotation (gpointer path)
{
  return ask (path, "SELECT count (*) FROM annotation") > 0;
}

static gboolean
is_open (gpointer window)
{
  return fz_window_get_library (window) != NULL && !fz_window_get_busy (window);
}

static void
test_open (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *before = g_strconcat (self->library, ".before", NULL);

  fz_test_assert_text (GTK_WIDGET (self->window), "陇中报第1篇");
  highlight (self);
  fz_window_restore_library (self->window, copy);
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "The backup is in place; what was there before is “library.db.before” now");
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "陇中报第1篇"));
  g_assert_cmpint (ask (self->library, "SELECT count (*) FROM article"), ==, 2);
  g_assert_cmpint (ask (before, "SELECT count (*) FROM article"), ==, 4);
  g_assert_cmpint (ask (before, "SELECT count (*) FROM annotation"), ==, 1);
}

/* What is no copy is refused, and the library is open as before. */
static void
test_refused (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *text = fz_test_write (self, "text.txt", "这不是文库。");

  fz_window_restore_library (self->window, text);
  g_assert_null (fz_window_get_library (self->window));
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "陇中报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "This is not a Fangzhi library");
}

/* What is no library makes room for a backup, and stays beside it. */
static void
test_not_library (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *text = fz_test_write (self, "notes.txt", "这不是文库。");
  g_autofree char *before = g_strconcat (text, ".before", NULL), *kept = NULL;

  fz_window_open_library (self->window, text);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "Not a Library");
  fz_window_restore_library (self->window, copy);
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "婺江报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "what was there before is “notes.txt.before” now");
  g_assert_true (g_file_get_contents (before, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "这不是文库。");
}

/* A backup that is not there is no fault of the library's. */
static void
test_missing (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *missing = in_folder (self, "missing.db");

  fz_window_restore_library (self->window, missing);
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "This backup cannot be read, and the library stays as it was");
  fz_test_assert_text (GTK_WIDGET (self->window), "陇中报第1篇");
}

/* The whole way stands in the window, and can be stopped there. */
static void
test_cancelled (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *before = g_strconcat (self->library, ".before", NULL);
  g_autoptr (FzConnection) other = fz_connection_open (self->library, FZ_CONNECTION_READER, NULL, NULL);

  /* It waits for another program, so that there is something to cancel. */
  g_assert_true (fz_connection_execute (other, "BEGIN; SELECT count (*) FROM article", NULL));
  fz_window_restore_library (self->window, copy);
  fz_test_assert_text (GTK_WIDGET (self->window), "Putting the Backup in Place");
  g_assert_true (gtk_widget_get_mapped (fz_test_child (self, GTK_TYPE_PROGRESS_BAR)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-restore", NULL));
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "陇中报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "Nothing was changed");
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
}

static void
assert_restored (FzTestWindow *self, const char *copy)
{
  fz_window_restore_library (self->window, copy);
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "The backup is in place; what was there before is “library.db.before” now");
}

static gboolean
offers_undo (gpointer window)
{
  return fz_test_find_text (window, "_Undo") != NULL;
}

/* What can still be taken back, in the toast that is seen and in the one behind it,
 * holds the library no longer. */
static void
test_undoable (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self);
  FzLibrary *library = fz_window_get_library (self->window);
  g_autoptr (FzSavedSearch) saved = fz_saved_search_new ("竹廊", "竹廊", FZ_SEARCH_BY_DATE);
  gint64 article = 1, search = fz_library_put_saved_search (library, saved, NULL, NULL);
  GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &article, 1, sizeof article);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.mark", "(@axub)", ids, (guint) FZ_MARK_BINNED, TRUE);
  fz_test_wait (offers_undo, self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.remove-search", "x", search);
  fz_test_assert_text (GTK_WIDGET (self->window), "was removed");
  assert_restored (self, copy);
  g_assert_cmpint (ask (self->library, "SELECT count (*) FROM bin"), ==, 0);
}

/* A restore that waits for what is being written is given up with its library: the
 * other one that is opened stays as it is, and the window open. */
static void
test_left (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self), *other = in_folder (self, "other.db");
  g_autofree char *before = g_strconcat (other, ".before", NULL);

  highlight (self);
  fz_window_restore_library (self->window, copy);
  g_assert_nonnull (fz_window_get_library (self->window));
  fz_window_open_library (self->window, other);
  fz_test_window_settle (self);
  fz_test_wait (has_annotation, self->library);
  fz_test_window_settle (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  g_assert_cmpstr (fz_library_get_path (fz_window_get_library (self->window)), ==, other);
  g_assert_cmpint (ask (other, "SELECT count (*) FROM article"), ==, 0);
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
}

/* Another program has it open: it stays as it is, and open in the window. */
static void
test_held (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = fill_and_copy (self);
  g_autoptr (FzConnection) other = fz_connection_open (self->library, FZ_CONNECTION_READER, NULL, NULL);

  g_assert_true (fz_connection_execute (other, "BEGIN; SELECT count (*) FROM article", NULL));
  fz_window_restore_library (self->window, copy);
  fz_test_wait (is_open, self->window);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "陇中报第1篇");
  fz_test_assert_text (GTK_WIDGET (self->window), "The library is held by another program; try again later");
}

static gboolean
is_made (gpointer path)
{
  return ask (path, "SELECT count (*) FROM source WHERE engine IS NULL") == 0;
}

/* What was mended says so in the library itself. */
static void
test_goes_on (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *path = in_folder (self, "mended.db"), *page = fz_test_write (self, "page.txt", "竹廊修到山脚下\n\n本报讯 安吉县去年新修竹廊1.2公里。\n");
  FzConnection *writer;

  fz_window_open_library (self->window, path);
  fz_test_window_settle (self);
  fz_test_window_import (self, page);
  fz_window_open_library (self->window, self->library);
  fz_test_window_settle (self);
  writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (writer, "UPDATE source SET engine = NULL; UPDATE article SET title = '旧题'", NULL));
  fz_connection_close (writer);
  fz_window_open_library (self->window, path);
  fz_test_wait (is_made, path);
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "1 page was analysed anew");
  fz_test_assert_text (GTK_WIDGET (self->window), "竹廊修到山脚下");
}

static gboolean
shows_article (gpointer window)
{
  FzStored *stored = fz_reading_pane_get_stored (FZ_READING_PANE (fz_test_find (window, FZ_TYPE_READING_PANE)));

  return stored != NULL && g_strcmp0 (stored->entry->title, "竹廊修到山脚下") == 0;
}

/* An article that cannot be read as it was stored is made again when it is opened. */
static void
test_unreadable (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *page = fz_test_write (self, "page.txt", "竹廊修到山脚下\n\n本报讯 安吉县去年新修竹廊1.2公里。\n");
  g_autofree char *mark = g_strconcat (self->library, ".damaged", NULL);
  FzConnection *writer;

  fz_test_window_import (self, page);
  writer = fz_connection_open (self->library, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (writer, "UPDATE block SET role = 'x'", NULL));
  fz_connection_close (writer);
  fz_window_open_library (self->window, self->library);
  fz_test_window_settle (self);
  fz_window_show_article (self->window, 1);
  fz_test_wait (shows_article, self->window);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/restore/open", test_open);
  g_test_add_func ("/display/restore/refused", test_refused);
  g_test_add_func ("/display/restore/not-library", test_not_library);
  g_test_add_func ("/display/restore/missing", test_missing);
  g_test_add_func ("/display/restore/cancelled", test_cancelled);
  g_test_add_func ("/display/restore/undoable", test_undoable);
  g_test_add_func ("/display/restore/left", test_left);
  g_test_add_func ("/display/restore/held", test_held);
  g_test_add_func ("/display/restore/goes-on", test_goes_on);
  g_test_add_func ("/display/restore/unreadable", test_unreadable);
  return g_test_run ();
}
