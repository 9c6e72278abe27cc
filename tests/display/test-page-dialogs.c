/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-page.h"

/* What is known of an article and its page, corrected in dialogs. */

static GtkWidget *
dialog_of (FzTestWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));

  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

static void
close_dialog (FzTestWindow *self)
{
  adw_dialog_force_close (ADW_DIALOG (dialog_of (self)));
}

/* The row of a dialog whose title begins with @title. */
static GtkWidget *
preference_in (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found; child = gtk_widget_get_next_sibling (child))
    found = preference_in (child, title);
  return found;
}

static GtkWidget *
preference (FzTestWindow *self, const char *title)
{
  GtkWidget *row = preference_in (dialog_of (self), title);

  g_assert_nonnull (row);
  return row;
}

static void
type (FzTestWindow *self, const char *title, const char *text)
{
  GtkWidget *row = preference (self, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  fz_test_window_settle (self);
}

static const char *
typed (FzTestWindow *self, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (preference (self, title)));
}

static void
test_details (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  fz_test_page_select (self, 10, 10);
  fz_test_page_act (self, "page.details");
  g_assert_cmpstr (typed (self, "Title"), ==, "新昌县村口书屋开门");
  g_assert_cmpstr (typed (self, "Authors"), ==, "记者:于山");
  g_assert_cmpstr (typed (self, "Newspaper"), ==, "剡溪晚报");
  g_assert_cmpstr (typed (self, "Date"), ==, "2024-03-01");
  type (self, "Title", "书屋开门了");
  g_assert_cmpstr (fz_test_page_article (self, 10)->title, ==, "书屋开门了");
  fz_test_assert_text (GTK_WIDGET (fz_test_page_list (self)), "书屋开门了");
  type (self, "Title", "村口书屋");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  type (self, "Authors", "记者:于山;通讯员:石桥");
  g_assert_cmpuint (fz_test_page_article (self, 10)->authors->len, ==, 2);
  type (self, "Edition", "4");
  g_assert_cmpstr (fz_test_page_sheet (self)->source->edition.value, ==, "4");
  g_assert_cmpint (fz_test_page_sheet (self)->source->edition.provenance, ==, FZ_PROVENANCE_TYPED);
  type (self, "Title", "");
  g_assert_null (fz_test_page_article (self, 10)->title);
  close_dialog (self);
}

/* What is wrong is said, and nothing changes. */
static void
test_wrong_date (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  fz_test_page_win (self, "win.details");
  type (self, "Date", "31. 1. 2023");
  fz_test_assert_text (dialog_of (self), "“31. 1. 2023” is no date");
  g_assert_true (gtk_widget_has_css_class (preference (self, "Date"), "error"));
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  type (self, "Date", "2023-01-31");
  g_assert_false (gtk_widget_has_css_class (preference (self, "Date"), "error"));
  g_assert_cmpstr (fz_test_page_sheet (self)->source->date.value, ==, "2023-01-31");
  g_assert_cmpstr (fz_test_page_opened (self)->entry->date, ==, "2023-01-31");
  type (self, "Date", "");
  g_assert_cmpstr (fz_test_page_sheet (self)->source->date.value, ==, "2024-03-01");
  g_assert_cmpstr (typed (self, "Date"), ==, "2024-03-01");
  type (self, "Date", "");
  g_assert_cmpstr (typed (self, "Date"), ==, "2024-03-01");
  close_dialog (self);
}

/* What the reader is writing in one row outlives that another is applied. */
static void
test_unfinished_row (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);

  fz_test_page_win (self, "win.details");
  gtk_editable_set_text (GTK_EDITABLE (preference (self, "Kicker")), "还没写完");
  type (self, "Subtitle", "三公里");
  g_assert_cmpstr (typed (self, "Kicker"), ==, "还没写完");
  g_assert_cmpstr (typed (self, "Subtitle"), ==, "三公里");
  g_assert_null (fz_test_page_article (self, 2)->kicker);
  close_dialog (self);
}

/* Rows that are applied faster than the library answers are all kept, the last
 * word of each. */
static void
test_rows_in_a_hurry (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  static const struct { const char *row, *text; } rows[] = {
    { "Kicker", "山里" }, { "Subtitle", "三公里" }, { "Kicker", "山里的路" }, { "Edition", "2" },
  };

  fz_test_page_win (self, "win.details");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (preference (self, rows[i].row)), rows[i].text);
      g_signal_emit_by_name (preference (self, rows[i].row), "apply");
    }
  fz_test_window_settle (self);
  g_assert_cmpstr (fz_test_page_article (self, 2)->kicker, ==, "山里的路");
  g_assert_cmpstr (fz_test_page_article (self, 2)->subtitle, ==, "三公里");
  g_assert_cmpstr (fz_test_page_sheet (self)->source->edition.value, ==, "2");
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 3);
  close_dialog (self);
}

static void
test_region (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *entry;

  fz_test_page_win (self, "win.details");
  g_signal_emit_by_name (preference (self, "Region"), "activated");
  fz_test_window_settle (self);
  entry = fz_test_find (dialog_of (self), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "义乌");
  fz_test_assert_text (dialog_of (self), "义乌市");
  g_signal_emit_by_name (entry, "activate");
  fz_test_window_settle (self);
  g_assert_cmpuint (fz_test_page_opened (self)->entry->region, ==, G_GUINT64_CONSTANT (330782000000));
  fz_test_assert_text (dialog_of (self), "浙江省 › 金华市 › 义乌市");
  close_dialog (self);
}

static const char gb18030[] = "本报讯 祁门县的老茶园昨天开园,茶农采下头一批新芽,每斤卖到三百元。\n";

static void
open_gb18030 (FzTestWindow *self)
{
  gsize length;
  g_autofree char *bytes = g_convert (gb18030, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autofree char *path = g_build_filename (self->folder, "tea.txt", NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  fz_test_window_import (self, path);
}

static void
test_encoding (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 700);

  open_gb18030 (self);
  fz_test_page_win (self, "win.toggle-page");
  fz_test_assert_text (GTK_WIDGET (fz_test_page_view (self)), "Read as GB18030");
  g_assert_nonnull (strstr (fz_test_page_sheet (self)->analysis->page->text, "祁门县"));
  fz_test_page_act (self, "page.encoding");
  fz_test_assert_text (dialog_of (self), "祁门县");
  g_assert_true (gtk_widget_activate_action (dialog_of (self), "encoding-dialog.choose", "s", "Big5-HKSCS"));
  fz_test_window_settle (self);
  g_assert_null (strstr (fz_test_page_sheet (self)->analysis->page->text, "祁门县"));
  fz_test_assert_text (GTK_WIDGET (fz_test_page_view (self)), "Big5-HKSCS, as you chose");
  fz_test_page_act (self, "page.encoding");
  g_assert_true (gtk_widget_activate_action (dialog_of (self), "encoding-dialog.guess", NULL));
  fz_test_window_settle (self);
  g_assert_nonnull (strstr (fz_test_page_sheet (self)->analysis->page->text, "祁门县"));
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  fz_test_page_history (self, "annotation.undo");
  g_assert_null (strstr (fz_test_page_sheet (self)->analysis->page->text, "祁门县"));
}

/* What the library refuses is told in one sentence, and nothing changes. */
static void
test_refused_encoding (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 700);

  open_gb18030 (self);
  fz_test_page_win (self, "win.toggle-page");
  fz_test_page_act (self, "page.encoding");
  fz_test_assert_text (dialog_of (self), "Cannot be read in it");
  g_assert_false (gtk_widget_get_sensitive (preference (self, "UTF-8")));
  g_assert_true (gtk_widget_activate_action (dialog_of (self), "encoding-dialog.choose", "s", "UTF-8"));
  fz_test_window_settle (self);
  fz_test_assert_text (GTK_WIDGET (self->window), "The text cannot be read in the encoding “UTF-8”");
  g_assert_nonnull (strstr (fz_test_page_sheet (self)->analysis->page->text, "祁门县"));
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 0);
  fz_test_page_assert_enabled (self, "undo", FALSE);
}

/* A highlight whose words another encoding makes others is kept, listed, and back
 * with its words. */
static void
test_lost_words (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (1200, 700);

  open_gb18030 (self);
  fz_test_page_mark (self, "老茶园");
  fz_test_page_win (self, "win.toggle-page");
  fz_test_page_act (self, "page.encoding");
  g_assert_true (gtk_widget_activate_action (dialog_of (self), "encoding-dialog.choose", "s", "Big5-HKSCS"));
  fz_test_window_settle (self);
  fz_test_page_act (self, "page.corrections");
  fz_test_assert_text (dialog_of (self), "Highlight whose words are gone");
  fz_test_assert_text (dialog_of (self), "老茶园");
  close_dialog (self);
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpuint (fz_test_page_n_marks (self), ==, 1);
}

/* Each is listed, and can be taken back alone. */
static void
test_corrections (void)
{
  g_autoptr (FzTestWindow) self = fz_test_page_window (1200, fz_test_page_text);
  GtkWidget *button;

  fz_test_page_act (self, "page.corrections");
  fz_test_assert_text (dialog_of (self), "No Corrections");
  close_dialog (self);
  fz_test_page_select (self, 11, 11);
  fz_test_page_act (self, "page.role::caption");
  fz_test_page_select (self, 5, 5);
  fz_test_page_act (self, "page.begin");
  fz_test_page_act (self, "page.corrections");
  fz_test_assert_text (dialog_of (self), "Role: Caption");
  fz_test_assert_text (dialog_of (self), "An article begins here");
  button = fz_test_find (fz_test_find (dialog_of (self), GTK_TYPE_LIST_VIEW), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  fz_test_window_settle (self);
  g_assert_cmpuint (fz_test_page_n_corrections (self), ==, 1);
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 2);
  g_assert_cmpstr (fz_test_page_role (self, 11), ==, "caption");
  close_dialog (self);
  fz_test_page_history (self, "annotation.undo");
  g_assert_cmpuint (fz_test_page_n_articles (self), ==, 3);
}

static void
test_narrow (gconstpointer user_data)
{
  int width = GPOINTER_TO_INT (user_data);
  g_autoptr (FzTestWindow) self = fz_test_page_window (width, fz_test_page_text);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  fz_test_page_select (self, 11, 11);
  fz_test_page_act (self, "page.role::caption");
  fz_test_page_act (self, "page.details");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  g_assert_cmpstr (typed (self, "Title"), ==, "新昌县村口书屋开门");
  close_dialog (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/page-dialogs/details", test_details);
  g_test_add_func ("/display/page-dialogs/wrong-date", test_wrong_date);
  g_test_add_func ("/display/page-dialogs/unfinished-row", test_unfinished_row);
  g_test_add_func ("/display/page-dialogs/rows-in-a-hurry", test_rows_in_a_hurry);
  g_test_add_func ("/display/page-dialogs/region", test_region);
  g_test_add_func ("/display/page-dialogs/encoding", test_encoding);
  g_test_add_func ("/display/page-dialogs/refused-encoding", test_refused_encoding);
  g_test_add_func ("/display/page-dialogs/lost-words", test_lost_words);
  g_test_add_func ("/display/page-dialogs/corrections", test_corrections);
  g_test_add_data_func ("/display/page-dialogs/400", GINT_TO_POINTER (400), test_narrow);
  g_test_add_data_func ("/display/page-dialogs/360", GINT_TO_POINTER (360), test_narrow);
  return g_test_run ();
}
