/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-page.h"

#include "fz-line-row.h"
#include "fz-reading-view.h"

const char fz_test_page_text[] =
  "剡溪晚报 2024年3月1日 第1版\n"                            /* 1 */
  "嵊州建成梯田步道\n"                                       /* 2 */
  "\n"
  "本报讯 嵊州市新建梯田步道3公里,投资120万元。\n"           /* 4 */
  "步道边种下桂花200株,由村里的老人照看。游客走到半山腰,可以\n" /* 5 */
  "在树下歇脚喝茶。\n"                                        /* 6 */
  "\n"
  "新昌县村口书屋开门\n"                                     /* 8 */
  "\n"
  "本报讯(记者 于山)新昌县的村口书屋昨日开门,藏书2000册。\n" /* 10 */
  "孩子们放学后来读书。\n";                                  /* 11 */

FzPageView *
fz_test_page_view (FzTestWindow *self)
{
  return FZ_PAGE_VIEW (fz_test_child (self, FZ_TYPE_PAGE_VIEW));
}

FzReadingPane *
fz_test_page_reading (FzTestWindow *self)
{
  return FZ_READING_PANE (fz_test_child (self, FZ_TYPE_READING_PANE));
}

GtkListView *
fz_test_page_list (FzTestWindow *self)
{
  return GTK_LIST_VIEW (fz_test_find (GTK_WIDGET (fz_test_page_view (self)), GTK_TYPE_LIST_VIEW));
}

GtkSelectionModel *
fz_test_page_lines (FzTestWindow *self)
{
  return gtk_list_view_get_model (fz_test_page_list (self));
}

const FzSheet *
fz_test_page_sheet (FzTestWindow *self)
{
  const FzSheet *sheet = fz_page_view_get_sheet (fz_test_page_view (self));

  g_assert_nonnull (sheet);
  return sheet;
}

void
fz_test_page_win (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  fz_test_window_settle (self);
}

void
fz_test_page_act (FzTestWindow *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fz_test_page_view (self)), name, target));
  fz_test_window_settle (self);
}

void
fz_test_page_select (FzTestWindow *self, guint first, guint last)
{
  gtk_selection_model_select_range (fz_test_page_lines (self), first - 1, last - first + 1, TRUE);
}

void
fz_test_page_open (FzTestWindow *self, const char *text)
{
  g_autofree char *path = fz_test_write (self, "page.txt", text);

  fz_test_window_import (self, path);
}

/* A window of the page, shown with its first article open. */
FzTestWindow *
fz_test_page_window (int width, const char *text)
{
  FzTestWindow *self = fz_test_window_new (width, 700);

  fz_test_page_open (self, text);
  if (width < 680)
    fz_test_page_win (self, "win.next-article");
  fz_test_page_win (self, "win.toggle-page");
  return self;
}

const char *
fz_test_page_role (FzTestWindow *self, guint line)
{
  gint8 role = fz_sheet_line (fz_test_page_sheet (self), line - 1)->role;

  return role >= 0 ? fz_role_name ((FzRole) role) : "";
}

guint
fz_test_page_n_articles (FzTestWindow *self)
{
  return fz_test_page_sheet (self)->analysis->page->articles->len;
}

guint
fz_test_page_n_corrections (FzTestWindow *self)
{
  return fz_test_page_sheet (self)->source->corrections->len;
}

const FzArticle *
fz_test_page_article (FzTestWindow *self, guint line)
{
  return fz_sheet_article (fz_test_page_sheet (self), fz_sheet_line (fz_test_page_sheet (self), line - 1)->article);
}

const FzStored *
fz_test_page_opened (FzTestWindow *self)
{
  const FzStored *stored = fz_reading_pane_get_stored (fz_test_page_reading (self));

  g_assert_nonnull (stored);
  return stored;
}

static GtkWidget *
row_in (GtkWidget *root, guint index)
{
  GtkWidget *found = NULL;

  if (FZ_IS_LINE_ROW (root))
    {
      FzSheetRow *item = fz_line_row_get_item (FZ_LINE_ROW (root));

      return item != NULL && fz_sheet_row_get_index (item) == index ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found; child = gtk_widget_get_next_sibling (child))
    found = row_in (child, index);
  return found;
}

typedef struct {
  GtkWidget *list;
  guint      line;
} Sought;

static gboolean
is_seen (gpointer user_data)
{
  const Sought *sought = user_data;
  GtkWidget *row = row_in (sought->list, sought->line - 1);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* The row of a line, that is on the screen or comes there with the next frames. */
GtkWidget *
fz_test_page_row (FzTestWindow *self, guint line)
{
  Sought sought = { GTK_WIDGET (fz_test_page_list (self)), line };

  fz_test_wait (is_seen, &sought);
  return row_in (sought.list, line - 1);
}

void
fz_test_page_history (FzTestWindow *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fz_test_page_view (self)), action, NULL));
  fz_test_window_settle (self);
}

void
fz_test_page_assert_enabled (FzTestWindow *self, const char *action, gboolean enabled)
{
  GActionGroup *group = fz_reading_pane_get_annotation_actions (fz_test_page_reading (self));

  g_assert_cmpint (g_action_group_get_action_enabled (group, action), ==, enabled);
}

/* Highlights words of the article that is open. */
void
fz_test_page_mark (FzTestWindow *self, const char *words)
{
  GtkWidget *view = fz_test_find (GTK_WIDGET (fz_test_page_reading (self)), FZ_TYPE_READING_VIEW);
  gsize length;
  const char *text = fz_manuscript_get_text (fz_reading_view_get_text (FZ_READING_VIEW (view)), &length);
  const char *found = strstr (text, words);
  guint start;

  g_assert_nonnull (found);
  start = g_utf8_pointer_to_offset (text, found);
  fz_reading_view_select (FZ_READING_VIEW (view), start, start + g_utf8_strlen (words, -1));
  g_assert_true (gtk_widget_activate_action (view, "annotation.highlight", "u", 1));
  fz_test_window_settle (self);
}

guint
fz_test_page_n_marks (FzTestWindow *self)
{
  return g_list_model_get_n_items (fz_reading_pane_get_annotations (fz_test_page_reading (self)));
}
