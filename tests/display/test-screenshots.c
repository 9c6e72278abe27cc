/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "fz-page-view.h"
#include "fz-reading-pane.h"
#include "fz-region-tree.h"
#include "fz-search-pane.h"
#include "fz-test-window.h"

/* Pictures of the window's states for people to look at, in
 * tests/display/screenshots of the build folder, named after state, size, scheme
 * and language.  The test asserts that each can be drawn. */

static const struct { int width, height; } sizes[] = { { 1200, 800 }, { 400, 700 } };

static const char * const schemes[] = { "light", "dark" };

static const char *
language (void)
{
  return g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "zh") ? "zh_CN" : "en";
}

static void
picture (FzTestWindow *self, const char *state, guint size, const char *scheme)
{
  g_autofree char *name = g_strdup_printf ("%s-%dx%d-%s-%s", state, sizes[size].width, sizes[size].height,
                                           scheme, language ());

  fz_test_window_picture (self, name);
}

static void
set_scheme (FzTestWindow *self, const char *scheme)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "color-scheme", g_variant_new_string (scheme));
}

static void
drop_toasts (FzTestWindow *self)
{
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (fz_test_child (self, ADW_TYPE_TOAST_OVERLAY)));
}

static void
show_content (FzTestWindow *self, gboolean show)
{
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  adw_navigation_split_view_set_show_content (split, show);
}

/* A narrow window stays among the regions until an article is asked for. */
static void
open_first_article (FzTestWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.next-article", NULL);
  fz_test_window_settle (self);
  g_assert_nonnull (fz_reading_pane_get_stored (FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE))));
}

/* Regions, article and figures come one after the other. */
static void
narrow_pictures (FzTestWindow *self, guint size, const char *scheme)
{
  show_content (self, FALSE);
  picture (self, "regions", size, scheme);
  show_content (self, TRUE);
  picture (self, "article", size, scheme);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-figures", NULL);
  picture (self, "figures", size, scheme);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-figures", NULL);
}

static void
test_main (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_samples (sizes[size].width, sizes[size].height);

  drop_toasts (self);
  if (size != 0)
    open_first_article (self);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      set_scheme (self, schemes[i]);
      if (size == 0)
        picture (self, "main", size, schemes[i]);
      else
        narrow_pictures (self, size, schemes[i]);
    }
  set_scheme (self, "system");
}

static GtkWidget *
tree (FzTestWindow *self)
{
  return fz_test_child (self, FZ_TYPE_REGION_TREE);
}

static void
find_region (FzTestWindow *self, const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (fz_test_find (tree (self), GTK_TYPE_SEARCH_ENTRY)), query);
  fz_test_pause (200);
}

/* The finder, all regions, and several at once. */
static void
test_regions (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_samples (sizes[size].width, sizes[size].height);
  GtkListView *view = GTK_LIST_VIEW (fz_test_find (tree (self), GTK_TYPE_LIST_VIEW));

  drop_toasts (self);
  show_content (self, FALSE);
  gtk_selection_model_select_range (gtk_list_view_get_model (view), 0, 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      set_scheme (self, schemes[i]);
      picture (self, "several", size, schemes[i]);
      find_region (self, "h");
      picture (self, "found", size, schemes[i]);
      find_region (self, "不在此地");
      picture (self, "not-found", size, schemes[i]);
      find_region (self, "");
    }
  set_scheme (self, "system");
}

static void
search_for (FzTestWindow *self, const char *query, const char *text)
{
  GtkWidget *pane = fz_test_child (self, FZ_TYPE_SEARCH_PANE);

  gtk_editable_set_text (GTK_EDITABLE (fz_test_find (pane, GTK_TYPE_SEARCH_ENTRY)), query);
  fz_test_assert_text (pane, text);
}

/* Before anything is typed, what is found, and a query that is wrong; then what is
 * opened. */
static void
test_search (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_samples (sizes[size].width, sizes[size].height);
  GtkWidget *pane = fz_test_child (self, FZ_TYPE_SEARCH_PANE);
  GtkEditable *editable = GTK_EDITABLE (fz_test_find (pane, GTK_TYPE_SEARCH_ENTRY));

  drop_toasts (self);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      int end = 5;

      set_scheme (self, schemes[i]);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
      search_for (self, "", "title:");
      picture (self, "search-help", size, schemes[i]);
      search_for (self, "项目 投资", "投资");
      picture (self, "search", size, schemes[i]);
      g_signal_emit_by_name (editable, "activate");
      fz_test_window_settle (self);
      picture (self, "search-opened", size, schemes[i]);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
      gtk_editable_insert_text (editable, " date:昨天", -1, &end);
      fz_test_assert_text (pane, "昨天");
      picture (self, "search-wrong", size, schemes[i]);
    }
  set_scheme (self, "system");
}

static void
test_empty (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_new (sizes[size].width, sizes[size].height);

  picture (self, "empty", size, "light");
}

static void
test_dialogs (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  static const char * const actions[] = { "shortcuts", "about" };

  drop_toasts (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (self->application), actions[i], NULL);
      picture (self, actions[i], 0, "light");
      adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
    }
}

static void
test_failures (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 800);
  g_autofree char *empty = fz_test_write (self, "empty.txt", "");
  g_autofree char *missing = g_build_filename (self->folder, "missing.txt", NULL);
  const char *paths[] = { empty, missing, NULL };

  drop_toasts (self);
  fz_window_import (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  picture (self, "failures", 0, "light");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
show_dialog (FzTestWindow *self, const char *action, const char *state, guint size, const char *scheme)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (fz_test_child (self, FZ_TYPE_PAGE_VIEW), action, NULL));
  fz_test_window_settle (self);
  picture (self, state, size, scheme);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_nonnull (dialog);
  adw_dialog_force_close (dialog);
}

static void
correct_line (FzTestWindow *self, guint line, const char *role)
{
  GtkWidget *page = fz_test_child (self, FZ_TYPE_PAGE_VIEW);
  GtkListView *list = GTK_LIST_VIEW (fz_test_find (page, GTK_TYPE_LIST_VIEW));

  gtk_selection_model_select_item (gtk_list_view_get_model (list), line - 1, TRUE);
  gtk_widget_activate_action (page, "page.role", "s", role);
  fz_test_window_settle (self);
}

/* Where an article is filed, found while the reader types. */
static void
show_regions (FzTestWindow *self, guint size, const char *scheme)
{
  AdwDialog *dialog;
  GtkWidget *entry;

  gtk_widget_activate_action (fz_test_child (self, FZ_TYPE_PAGE_VIEW), "page.details", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (fz_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), "activated");
  fz_test_window_settle (self);
  entry = fz_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "临洮");
  fz_test_assert_text (GTK_WIDGET (dialog), "临洮县");
  picture (self, "region", size, scheme);
  adw_dialog_force_close (dialog);
}

/* A page of several articles, with one correction, and its dialogs. */
static void
test_page (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_new (sizes[size].width, sizes[size].height);
  g_autofree char *sample = fz_test_sample ("02-dingxi-front-page.txt");

  fz_test_window_import (self, sample);
  drop_toasts (self);
  if (size != 0)
    open_first_article (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toggle-page", NULL);
  fz_test_window_settle (self);
  correct_line (self, 28, "credit");
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      set_scheme (self, schemes[i]);
      picture (self, "page", size, schemes[i]);
      show_dialog (self, "page.details", "details", size, schemes[i]);
      show_dialog (self, "page.corrections", "corrections", size, schemes[i]);
      show_dialog (self, "page.encoding", "encoding", size, schemes[i]);
      show_regions (self, size, schemes[i]);
    }
  set_scheme (self, "system");
}

/* A story over two pages. */
static void
test_story (gconstpointer user_data)
{
  guint size = GPOINTER_TO_UINT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_new (sizes[size].width, sizes[size].height);
  g_autofree char *first = fz_test_write (self, "first.txt",
    "竹乡晚报 2024年3月1日 第1版\n\n戏班子进山来\n\n本报讯(记者 石桥) 戏班子昨日进了安吉县的山,唱了三天。"
    "台子搭在晒谷场上,附近五个村的人都来看。\n(下转第4版)\n");
  g_autofree char *fourth = fz_test_write (self, "fourth.txt",
    "竹乡晚报 2024年3月1日 第4版\n\n(上接第一版)又唱了两天,来了800人。村里人看了还想看,约好明年再来。\n");

  fz_test_window_import (self, fourth);
  fz_test_window_import (self, first);
  drop_toasts (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), size == 0 ? "win.previous-article" : "win.next-article", NULL);
  fz_test_window_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      set_scheme (self, schemes[i]);
      picture (self, "story", size, schemes[i]);
    }
  set_scheme (self, "system");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/display/screenshots/wide", GUINT_TO_POINTER (0), test_main);
  g_test_add_data_func ("/display/screenshots/narrow", GUINT_TO_POINTER (1), test_main);
  g_test_add_data_func ("/display/screenshots/regions-wide", GUINT_TO_POINTER (0), test_regions);
  g_test_add_data_func ("/display/screenshots/regions-narrow", GUINT_TO_POINTER (1), test_regions);
  g_test_add_data_func ("/display/screenshots/search-wide", GUINT_TO_POINTER (0), test_search);
  g_test_add_data_func ("/display/screenshots/search-narrow", GUINT_TO_POINTER (1), test_search);
  g_test_add_data_func ("/display/screenshots/empty-wide", GUINT_TO_POINTER (0), test_empty);
  g_test_add_data_func ("/display/screenshots/empty-narrow", GUINT_TO_POINTER (1), test_empty);
  g_test_add_data_func ("/display/screenshots/page-wide", GUINT_TO_POINTER (0), test_page);
  g_test_add_data_func ("/display/screenshots/page-narrow", GUINT_TO_POINTER (1), test_page);
  g_test_add_data_func ("/display/screenshots/story-wide", GUINT_TO_POINTER (0), test_story);
  g_test_add_data_func ("/display/screenshots/story-narrow", GUINT_TO_POINTER (1), test_story);
  g_test_add_func ("/display/screenshots/dialogs", test_dialogs);
  g_test_add_func ("/display/screenshots/failures", test_failures);
  return g_test_run ();
}
