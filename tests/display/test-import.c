/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-closures.h"
#include "fz-import-job.h"
#include "fz-region-tree.h"
#include "fz-test-window.h"

static gint64
n_articles (FzTestWindow *self)
{
  FzQuery query = FZ_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  gint64 n = fz_library_count (fz_window_get_library (self->window), &query, NULL, &error);

  g_assert_no_error (error);
  return n;
}

static FzImportJob *
job_of (FzTestWindow *self)
{
  g_autoptr (FzImportJob) job = NULL;

  g_object_get (self->window, "import-job", &job, NULL);
  return job;
}

static AdwDialog *
dialog_of (FzTestWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
test_samples (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);

  g_assert_cmpint (n_articles (self), >=, 6);
  g_assert_null (dialog_of (self));
  fz_test_assert_text (GTK_WIDGET (self->window), " from ");
}

static void
test_twice (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autofree char *samples = fz_test_sample (NULL);
  gint64 before = n_articles (self);

  fz_test_window_import (self, samples);
  g_assert_cmpint (n_articles (self), ==, before);
}

/* What cannot be imported is named with its reason; what can be, is there. */
static void
test_failures (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *good = fz_test_sample ("01-anji-one-story.txt");
  g_autofree char *empty = fz_test_write (self, "empty.txt", "");
  g_autofree char *missing = g_build_filename (self->folder, "missing.txt", NULL);
  const char *paths[] = { empty, good, missing, NULL };
  g_autofree char *copied = NULL;

  fz_window_import (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  g_assert_nonnull (dialog_of (self));
  fz_test_assert_text (GTK_WIDGET (dialog_of (self)), "empty.txt");
  fz_test_assert_text (GTK_WIDGET (dialog_of (self)), "missing.txt");
  fz_test_assert_text (GTK_WIDGET (dialog_of (self)), "2 files could not be imported");
  fz_test_window_picture (self, "failures");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog_of (self)), "import-dialog.copy", NULL));
  g_assert_cmpint (n_articles (self), >=, 1);
  adw_dialog_force_close (dialog_of (self));
}

static GtkDropTarget *
drop_target_of (FzTestWindow *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fz_test_child (self, ADW_TYPE_TOAST_OVERLAY));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

/* Files that are dropped on the window come in as if they had been chosen. */
static void
test_drop (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *path = fz_test_sample ("01-anji-one-story.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  GtkDropTarget *target = drop_target_of (self);
  gboolean taken = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  fz_test_window_settle (self);
  g_assert_cmpint (n_articles (self), >=, 1);
}

/* A page that is opened is shown, one that is imported waits to be chosen. */
static void
test_shown (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autofree char *first = fz_test_write (self, "first.txt", "义乌市一号桥通车\n本报讯 昨日,义乌市一号桥通车。\n");
  g_autofree char *second = fz_test_write (self, "second.txt", "义乌市二号桥通车\n本报讯 昨日,义乌市二号桥通车。\n");
  const char *paths[] = { second, NULL };
  g_autofree char *title = g_strdup (gtk_window_get_title (GTK_WINDOW (self->window)));

  fz_test_window_import (self, first);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, title);
  fz_window_open_files (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "义乌市二号桥通车");
}

/* A page that is opened is shown, also one that was there already. */
static void
test_present (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autofree char *first = fz_test_write (self, "first.txt", "义乌市一号桥通车\n本报讯 昨日,义乌市一号桥通车。\n");
  g_autofree char *second = fz_test_write (self, "second.txt", "义乌市二号桥通车\n本报讯 昨日,义乌市二号桥通车。\n");
  const char *paths[] = { second, NULL };

  fz_test_window_import (self, first);
  fz_test_window_import (self, second);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "义乌市一号桥通车");
  fz_window_open_files (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "义乌市二号桥通车");
  g_assert_cmpint (n_articles (self), ==, 2);
}

/* What the library refuses ends the import, and is said in a dialog. */
static void
test_stopped (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();
  g_autoptr (GError) error = g_error_new (FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FULL, "The shelf is full");
  FzImportSummary summary = { .failures = failures, .stopped = error };

  g_signal_emit_by_name (job_of (self), "finished", fz_window_get_library (self->window), &summary);
  fz_test_window_settle (self);
  g_assert_nonnull (dialog_of (self));
  fz_test_assert_text (GTK_WIDGET (dialog_of (self)), "The shelf is full");
  adw_dialog_force_close (dialog_of (self));
}

static void
write_pages (FzTestWindow *self, guint n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%03u.txt", i);
      g_autofree char *text = g_strdup_printf ("义乌市第%u号桥通车\n本报讯 昨日,义乌市第%u号桥通车。\n", i, i);

      g_free (fz_test_write (self, name, text));
    }
}

/* While nobody knows how many will come, no region is opened for being small. */
static void
test_tree_while_importing (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);

  g_free (fz_test_write (self, "a.txt", "定西市修路\n本报讯 昨日,定西市安定区修路。\n"));
  write_pages (self, 100);
  fz_test_window_import (self, self->folder);
  fz_test_assert_text (GTK_WIDGET (self->window), "浙江省");
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "义乌市"));
}

static void
import_at_once (FzTestWindow *self)
{
  const char *paths[] = { self->folder, NULL };
  g_autoptr (FzImportSummary) summary = fz_import (fz_window_get_library (self->window), paths, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (summary->failures->len, ==, 0);
}

/* The import is over before its last pages are counted: what was counted halfway
 * opens nothing. */
static void
test_tree_counts_late (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE);

  g_object_set (tree, "importing", TRUE, NULL);
  g_free (fz_test_write (self, "a.txt", "定西市修路\n本报讯 昨日,定西市安定区修路。\n"));
  write_pages (self, 3);
  import_at_once (self);
  fz_test_window_settle (self);
  write_pages (self, 100);
  import_at_once (self);
  g_signal_emit_by_name (fz_window_get_library (self->window), "changed");
  g_object_set (tree, "importing", FALSE, NULL);
  fz_test_window_settle (self);
  fz_test_assert_text (tree, "浙江省");
  g_assert_null (fz_test_find_text (tree, "义乌市"));
}

static void
count_up (guint *n)
{
  ++*n;
}

static gboolean
is_not_running (gpointer job)
{
  return !fz_import_job_get_running (job);
}

/* Progress is told, the bar is shown while it lasts, and imports asked for
 * meanwhile follow. */
static void
test_progress (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  FzImportJob *job = job_of (self);
  g_autofree char *sample = fz_test_sample ("01-anji-one-story.txt");
  const char *folder[] = { self->folder, NULL };
  const char *file[] = { sample, NULL };
  guint n_notified = 0, n_finished = 0;
  double fraction = 0;

  write_pages (self, 40);
  g_signal_connect_swapped (job, "notify::fraction", G_CALLBACK (count_up), &n_notified);
  g_signal_connect_swapped (job, "finished", G_CALLBACK (count_up), &n_finished);
  fz_window_import (self->window, (GStrv) folder);
  fz_window_import (self->window, (GStrv) file);
  g_assert_true (fz_import_job_get_running (job));
  fz_test_assert_text (GTK_WIDGET (self->window), "Importing");
  fz_test_wait (is_not_running, job);
  fz_test_window_settle (self);
  g_assert_cmpuint (n_finished, ==, 2);
  g_assert_cmpuint (n_notified, >=, 3);
  g_object_get (job, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 1);
  g_assert_cmpint (n_articles (self), >=, 41);
}

static void
test_cancel (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  FzImportJob *job = job_of (self);
  const char *folder[] = { self->folder, NULL };

  write_pages (self, 300);
  fz_window_import (self->window, (GStrv) folder);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-import", NULL));
  fz_test_wait (is_not_running, job);
  fz_test_window_settle (self);
  g_assert_cmpint (n_articles (self), <, 300);
  g_assert_null (fz_test_find_text (GTK_WIDGET (self->window), "Importing"));
  fz_test_assert_text (GTK_WIDGET (self->window), "Import cancelled");
}

static void
assert_summary (guint added, guint articles, guint present, const char *expected)
{
  FzImportSummary summary = { .added = added, .articles = articles, .present = present };
  g_autofree char *text = fz_import_summary_text (&summary);

  g_assert_cmpstr (text, ==, expected);
}

/* Which of many notes are listed is said behind what they are. */
static void
test_orphans_text (void)
{
  g_autofree char *text = fz_orphans_text ("No article has them.", 10, 12);

  g_assert_cmpstr (text, ==, "No article has them.\nListed are the first 10 of 12.");
}

static void
test_left_out (void)
{
  FzImportSummary summary = { .added = 1, .articles = 2, .present = 1 };
  g_autofree char *text = NULL;

  summary.odd.counts[FZ_ODD_CONTROL] = 3;
  summary.odd.counts[FZ_ODD_CRLF] = 40;
  text = fz_import_summary_text (&summary);
  g_assert_cmpstr (text, ==, "2 articles from 1 page; 3 control characters left out; 1 page was in the library already");
}

static void
test_kept (void)
{
  const FzImportSummary summary = { .present = 2, .kept = 1 };
  g_autofree char *text = fz_import_summary_text (&summary);

  g_assert_cmpstr (text, ==, "2 pages were in the library already; 1 page keeps the newspaper that it has");
}

static void
test_sentences (void)
{
  assert_summary (3, 12, 0, "12 articles from 3 pages");
  assert_summary (1, 1, 0, "1 article from 1 page");
  assert_summary (0, 0, 2, "2 pages were in the library already");
  assert_summary (1, 4, 1, "4 articles from 1 page; 1 page was in the library already");
  assert_summary (0, 0, 0, "There was nothing to import");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/import/samples", test_samples);
  g_test_add_func ("/display/import/twice", test_twice);
  g_test_add_func ("/display/import/failures", test_failures);
  g_test_add_func ("/display/import/shown", test_shown);
  g_test_add_func ("/display/import/present", test_present);
  g_test_add_func ("/display/import/stopped", test_stopped);
  g_test_add_func ("/display/import/drop", test_drop);
  g_test_add_func ("/display/import/tree", test_tree_while_importing);
  g_test_add_func ("/display/import/tree-counts-late", test_tree_counts_late);
  g_test_add_func ("/display/import/progress", test_progress);
  g_test_add_func ("/display/import/cancel", test_cancel);
  g_test_add_func ("/display/import/left-out", test_left_out);
  g_test_add_func ("/display/import/orphans-text", test_orphans_text);
  g_test_add_func ("/display/import/sentences", test_sentences);
  g_test_add_func ("/display/import/kept", test_kept);
  return g_test_run ();
}
