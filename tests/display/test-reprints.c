/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-compare-dialog.h"
#include "fz-reading-pane.h"
#include "fz-reading-view.h"
#include "fz-reprints-bar.h"
#include "fz-test-window.h"

/* The same story in several papers: where else it stands, both beside each other,
 * and parted.  One window for all; each test leaves it as it was. */

#define MIDDLE "安吉县孝丰镇的竹艺合作社日前接到今年第一笔外销订单,客户定制竹编灯罩六千只,交货期三个月。" \
               "合作社把订单分到九个村的一百四十户农家,由质检员每周上门验收。"

static const char here_page[] =
  "竹乡晚报 2024年3月1日 第1版\n\n竹编灯罩出山\n\n" MIDDLE
  "社长说,农户在家里就能干活,手脚快的一天能编五只。\n";
static const char there_page[] =
  "湖滨日报 2024年3月2日 第4版\n\n一只灯罩编进九个村\n\n" MIDDLE
  "年后,合作社还将请来设计师,教村民编织新的花样。\n";
static const char other_page[] =
  "竹乡晚报 2024年3月4日 第1版\n\n龙窑点火\n\n"
  "龙泉市的青瓷小镇里,一座停烧三十年的龙窑昨夜重新点火。窑长四十三米,依山而建,共有二十六个投柴孔。\n";

static FzTestWindow *shared;

static FzReadingPane *
reading_of (FzTestWindow *self)
{
  return FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE));
}

static GtkWidget *
bar_of (FzTestWindow *self)
{
  return fz_test_child (self, FZ_TYPE_REPRINTS_BAR);
}

/* The article that was cut from the page of a paper. */
static gint64
id_of (FzTestWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (self->library, NULL, &error);
  g_autoptr (GPtrArray) entries = NULL;
  const FzQuery query = FZ_QUERY_ALL;

  g_assert_no_error (error);
  entries = fz_library_list (library, &query, 0, 10, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((FzEntry *) entries->pdata[i])->source_name, name))
      return ((FzEntry *) entries->pdata[i])->id;
  g_assert_not_reached ();
}

static void
open_page (FzTestWindow *self, const char *name)
{
  fz_window_show_article (self->window, id_of (self, name));
  fz_test_window_settle (self);
}

static void
import_text (FzTestWindow *self, const char *name, const char *text)
{
  g_autofree char *path = fz_test_write (self, name, text);

  fz_test_window_import (self, path);
}

static gboolean
is_seen (gpointer bar)
{
  return gtk_widget_get_visible (bar);
}

static gboolean
is_hidden (gpointer bar)
{
  return !gtk_widget_get_visible (bar);
}

static gboolean
is_idle (gpointer window)
{
  return ADW_IS_APPLICATION_WINDOW (window)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static GtkWidget *
open_comparison (FzTestWindow *self)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (bar_of (self), "reprints.compare", "x", id_of (self, "there.txt")));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_true (FZ_IS_COMPARE_DIALOG (dialog));
  fz_test_assert_text (GTK_WIDGET (dialog), "1 difference");
  return GTK_WIDGET (dialog);
}

/* A story that stands elsewhere says so; one that does not says nothing. */
static void
test_also_in (void)
{
  open_page (shared, "other.txt");
  g_assert_false (gtk_widget_get_visible (bar_of (shared)));
  open_page (shared, "here.txt");
  g_assert_true (gtk_widget_get_visible (bar_of (shared)));
  fz_test_assert_text (bar_of (shared), "Also in");
  fz_test_assert_text (bar_of (shared), "湖滨日报 · 2024-03-02 · page 4");
  fz_test_window_picture (shared, "reprints-also-in");
}

static void
test_opened (void)
{
  open_page (shared, "here.txt");
  g_assert_true (gtk_widget_activate_action (bar_of (shared), "reprints.open", "x", id_of (shared, "there.txt")));
  fz_test_window_settle (shared);
  fz_test_assert_text (bar_of (shared), "竹乡晚报 · 2024-03-01 · page 1");
  g_assert_cmpstr (fz_reading_pane_get_stored (reading_of (shared))->entry->newspaper, ==, "湖滨日报");
}

static GtkWidget *
view_at (GtkWidget *dialog, guint index)
{
  GtkWidget *pages = gtk_widget_get_ancestor (fz_test_find (dialog, FZ_TYPE_READING_VIEW), GTK_TYPE_STACK);
  GtkWidget *box = gtk_stack_get_visible_child (GTK_STACK (pages));

  return fz_test_find (index == 0 ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box),
                       FZ_TYPE_READING_VIEW);
}

/* Both sides have their own words marked, by colour and by a line, and by nothing
 * else; what is looked at is said. */
static void
test_compared (void)
{
  GtkWidget *dialog;

  open_page (shared, "here.txt");
  dialog = open_comparison (shared);
  for (guint i = 0; i < 2; i++)
    {
      FzReadingView *view = FZ_READING_VIEW (view_at (dialog, i));
      FzRanges *hits = fz_reading_view_get_layer (view, FZ_LAYER_HIT);
      const FzRange *hit = fz_ranges_get (hits, 0);
      g_autofree char *words = fz_manuscript_dup (fz_reading_view_get_text (view), hit->start, hit->end);

      g_assert_cmpuint (fz_ranges_n (hits), ==, 1);
      g_assert_cmpstr (words, ==, i == 0 ? "社长说,农户在家里就能干活,手脚快的一天能编五只"
                                         : "年后,合作社还将请来设计师,教村民编织新的花样");
      g_assert_nonnull (fz_ranges_at (fz_reading_view_get_layer (view, FZ_LAYER_HIGHLIGHT), hit->start));
    }
  g_assert_true (gtk_widget_activate_action (dialog, "compare.step", "i", 1));
  fz_test_assert_text (dialog, "1 of 1: “社长说,农户在家里就能干活,手脚快的一天能编五只” in the first, "
                               "“年后,合作社还将请来设计师,教村民编织新的花样” in the second");
  fz_test_window_picture (shared, "reprints-compare");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fz_test_wait (is_idle, shared->window);
}

/* Parted in the comparison, brought together again by the toast's button. */
static void
test_parted (void)
{
  GtkWidget *toasts, *label;

  open_page (shared, "here.txt");
  g_assert_true (gtk_widget_activate_action (open_comparison (shared), "compare.part", NULL));
  fz_test_wait (is_hidden, bar_of (shared));
  toasts = GTK_WIDGET (fz_test_find (GTK_WIDGET (reading_of (shared)), ADW_TYPE_TOAST_OVERLAY));
  fz_test_assert_text (toasts, "No longer taken for the same story");
  open_page (shared, "there.txt");
  g_assert_false (gtk_widget_get_visible (bar_of (shared)));
  open_page (shared, "here.txt");
  label = fz_test_find_text (toasts, "_Undo");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  fz_test_wait (is_seen, bar_of (shared));
  fz_test_assert_text (bar_of (shared), "湖滨日报 · 2024-03-02 · page 4");
}

static gboolean
offers_undo (gpointer window)
{
  return fz_test_find_text (window, "_Undo") != NULL;
}

static gboolean
is_open (gpointer window)
{
  return fz_window_get_library (window) != NULL && !fz_window_get_busy (window);
}

/* What can be taken back does not keep the library from being replaced. */
static void
test_restored_after (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *copy = g_build_filename (self->folder, "copy.db", NULL);

  import_text (self, "here.txt", here_page);
  import_text (self, "there.txt", there_page);
  g_assert_true (fz_library_backup (fz_window_get_library (self->window), copy, NULL, NULL, NULL, NULL));
  open_page (self, "here.txt");
  g_assert_true (gtk_widget_activate_action (bar_of (self), "reprints.part", "x", id_of (self, "there.txt")));
  fz_test_wait (offers_undo, self->window);
  fz_window_restore_library (self->window, copy);
  fz_test_wait (is_open, self->window);
  fz_test_assert_text (GTK_WIDGET (self->window), "The backup is in place; what was there before is “library.db.before” now");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shared = fz_test_window_new (1200, 800);
  import_text (shared, "here.txt", here_page);
  import_text (shared, "there.txt", there_page);
  import_text (shared, "other.txt", other_page);
  g_test_add_func ("/reprints/also-in", test_also_in);
  g_test_add_func ("/reprints/opened", test_opened);
  g_test_add_func ("/reprints/compared", test_compared);
  g_test_add_func ("/reprints/parted", test_parted);
  g_test_add_func ("/reprints/restored-after", test_restored_after);
  status = g_test_run ();
  fz_test_window_free (shared);
  return status;
}
