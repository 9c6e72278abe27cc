/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "fz-region-tree.h"
#include "fz-test-library.h"
#include "fz-test-window.h"

/* What is marked is what was selected, also of rows that were never drawn, and whatever
 * another program imports meanwhile. */

#define N_OLD 700
#define N_NEW 40

static gint64
ask (FzTestWindow *self, const char *sql)
{
  g_autoptr (FzConnection) reader = fz_connection_open (self->library, FZ_CONNECTION_READER, NULL, NULL);
  gint64 answer = -1;

  g_assert_true (fz_connection_ask (reader, sql, &answer, NULL));
  return answer;
}

/* In front of all that is there, in the order of the titles. */
static void
import_elsewhere (FzTestWindow *self)
{
  g_autoptr (FzLibrary) other = fz_library_open (self->library, NULL, NULL);

  fz_test_fill (other, FZ_TEST_JINHUA, "阿城报", N_NEW);
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
act (GtkWidget *widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static gboolean
all_read (gpointer self)
{
  return ask (self, "SELECT count (*) FROM reading") >= N_OLD;
}

static gboolean
none_read (gpointer self)
{
  return ask (self, "SELECT count (*) FROM reading") == 0;
}

static void
test_imported_meanwhile (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 800);
  GtkWidget *tree = fz_test_child (self, FZ_TYPE_REGION_TREE), *undo;

  g_object_set (tree, "sort", "title", NULL);
  fz_test_fill (fz_window_get_library (self->window), FZ_TEST_JINHUA, "婺江报", N_OLD);
  fz_test_window_settle (self);
  fz_region_tree_reveal (FZ_REGION_TREE (tree), 1, FZ_TEST_JINHUA);
  fz_test_window_settle (self);
  act (tree, "tree.select-articles");
  import_elsewhere (self);
  act (tree, "articles.mark-read");
  fz_test_wait (all_read, self);
  fz_test_window_settle (self);
  g_assert_cmpint (ask (self, "SELECT count (*) FROM reading"), ==, N_OLD);
  g_assert_cmpint (ask (self, "SELECT count (*) FROM reading JOIN article ON article.id = reading.article "
                              "JOIN source ON source.id = article.source WHERE source.name = '阿城报'"), ==, 0);
  undo = fz_test_find_text (GTK_WIDGET (self->window), "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  fz_test_wait (none_read, self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/marking/imported-meanwhile", test_imported_meanwhile);
  return g_test_run ();
}
