/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-window.h"

static AdwNavigationSplitView *
split_of (FzTestWindow *self)
{
  return ADW_NAVIGATION_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static AdwOverlaySplitView *
figures_of (FzTestWindow *self)
{
  return ADW_OVERLAY_SPLIT_VIEW (fz_test_child (self, ADW_TYPE_OVERLAY_SPLIT_VIEW));
}

static void
activate (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  fz_test_window_settle (self);
}

/* The figures give way first. */
static void
test_medium (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (900, 700);

  g_assert_false (adw_navigation_split_view_get_collapsed (split_of (self)));
  g_assert_true (adw_overlay_split_view_get_collapsed (figures_of (self)));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
  activate (self, "win.toggle-figures");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
}

/* Regions, article and figures are three screens, and the window is no wider
 * than it is meant to be in any of them. */
static void
test_width (gconstpointer user_data)
{
  int width = GPOINTER_TO_INT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_window_samples (width, 700);

  g_assert_true (adw_navigation_split_view_get_collapsed (split_of (self)));
  g_assert_true (adw_overlay_split_view_get_collapsed (figures_of (self)));
  adw_navigation_split_view_set_show_content (split_of (self), FALSE);
  fz_test_window_settle (self);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  activate (self, "win.next-article");
  g_assert_true (adw_navigation_split_view_get_show_content (split_of (self)));
  activate (self, "win.toggle-sidebar");
  g_assert_false (adw_navigation_split_view_get_show_content (split_of (self)));
  activate (self, "win.toggle-sidebar");
  g_assert_true (adw_navigation_split_view_get_show_content (split_of (self)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  activate (self, "win.toggle-figures");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
}

/* A page that is opened is shown; one that only comes in is not read unseen. */
static void
test_opened (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (400, 700);
  g_autofree char *sample = fz_test_sample ("01-anji-one-story.txt");
  const char *paths[] = { sample, NULL };
  FzQuery unread = { .any_region = TRUE, .unread = TRUE };

  fz_test_window_import (self, sample);
  g_assert_false (adw_navigation_split_view_get_show_content (split_of (self)));
  g_assert_cmpint (fz_library_count (fz_window_get_library (self->window), &unread, NULL, NULL), ==, 1);
  fz_window_open_files (self->window, (GStrv) paths);
  fz_test_window_settle (self);
  g_assert_true (adw_navigation_split_view_get_show_content (split_of (self)));
  g_assert_cmpint (fz_library_count (fz_window_get_library (self->window), &unread, NULL, NULL), ==, 0);
}

/* What a narrow window hides is shown again by a wide one. */
static void
test_remembered (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_samples (400, 700);

  fz_test_window_close (self);
  fz_test_window_present (self, 1200, 800);
  g_assert_false (adw_navigation_split_view_get_collapsed (split_of (self)));
  g_assert_false (adw_overlay_split_view_get_collapsed (figures_of (self)));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
}

static gboolean
is_narrow (gpointer self)
{
  return gtk_widget_get_width (GTK_WIDGET (((FzTestWindow *) self)->window)) == 360;
}

/* The reader hides the figures and then makes the window narrow, and wide again;
 * nothing is complained of on the way, for here a warning ends the test. */
static void
test_narrowed (void)
{
  static const int widths[] = { 1000, 700, 500, 400, 360 };
  g_autoptr (FzTestWindow) self = fz_test_window_samples (1200, 700);

  activate (self, "win.toggle-figures");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 700);
      fz_test_window_settle (self);
    }
  fz_test_wait (is_narrow, self);
  g_assert_true (adw_overlay_split_view_get_collapsed (figures_of (self)));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (figures_of (self)));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  fz_test_window_settle (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 700);
  fz_test_wait (is_narrow, self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  fz_test_window_settle (self);
  activate (self, "win.toggle-figures");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/narrow/900", test_medium);
  g_test_add_data_func ("/display/narrow/400", GINT_TO_POINTER (400), test_width);
  g_test_add_data_func ("/display/narrow/360", GINT_TO_POINTER (360), test_width);
  g_test_add_func ("/display/narrow/narrowed", test_narrowed);
  g_test_add_func ("/display/narrow/opened", test_opened);
  g_test_add_func ("/display/narrow/remembered", test_remembered);
  return g_test_run ();
}
