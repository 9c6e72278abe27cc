/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-find.h"
#include "fz-link.h"
#include "fz-reading-citation.h"
#include "fz-reading-settings.h"
#include "fz-reading-text.h"
#include "fz-reading-told.h"

/* The reading view by itself: keys, pointer, what is copied, and what a screen reader
 * is told. */

static FzTestReader *
new_reader (void)
{
  FzTestReader *reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  return reader;
}

static GListModel *
controllers_of (GtkWidget *widget)
{
  return gtk_widget_observe_controllers (widget);
}

/* Does what a key of the view's class does. */
static void
press (FzTestReader *reader, const char *key)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  g_autoptr (GListModel) controllers = controllers_of (view);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);

  g_assert_nonnull (wanted);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view,
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_error ("No key %s", key);
}

static guint
caret (FzTestReader *reader)
{
  return fz_reading_view_get_caret (fz_test_reader_view (reader));
}

static void
put_caret (FzTestReader *reader, const char *words)
{
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  fz_reading_view_select (fz_test_reader_view (reader), start, start);
}

static void
assert_selected (FzTestReader *reader, const char *words)
{
  g_autofree char *text = fz_reading_view_dup_selection (fz_test_reader_view (reader));

  g_assert_cmpstr (text, ==, words);
}

static void
assert_caret_before (FzTestReader *reader, const char *words)
{
  g_autofree char *text = fz_test_reader_text (reader, caret (reader), caret (reader) + g_utf8_strlen (words, -1));

  g_assert_cmpstr (text, ==, words);
}

static void
test_characters_and_words (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  put_caret (reader, "收入约480万元");
  press (reader, "<Shift>Right");
  press (reader, "<Shift>Right");
  assert_selected (reader, "收入");
  press (reader, "Right");
  assert_caret_before (reader, "约480");
  press (reader, "<Control><Shift>Left");
  assert_selected (reader, "收入");
  press (reader, "Left");
  assert_caret_before (reader, "收入约");
  put_caret (reader, "480万元");
  press (reader, "<Control>Right");
  assert_caret_before (reader, "万元");
  press (reader, "Left");
  press (reader, "<Control>Left");
  assert_caret_before (reader, "480万元");
}

static void
test_sentences_and_paragraphs (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  put_caret (reader, "去年，村里卖出");
  press (reader, "<Alt><Shift>Right");
  assert_selected (reader, "去年，村里卖出竹器3.2万件，收入约480万元，同比增长12.5%；每户平均多收入6000元。");
  press (reader, "<Alt>Right");
  assert_caret_before (reader, "村民竹海生说");
  press (reader, "<Alt>Left");
  assert_caret_before (reader, "“以前挑到镇上");
  press (reader, "<Control>Down");
  assert_caret_before (reader, "老手艺进了课堂\n");
  press (reader, "<Control>Up");
  assert_caret_before (reader, "本报讯");
  press (reader, "<Control>Up");
  assert_caret_before (reader, "本报记者");
}

static int
y_of (FzTestReader *reader, guint position)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle area;

  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), position, position, view, &area));
  return area.y;
}

/* Down and up again through lines of other lengths and sizes comes to where it began. */
static void
test_lines (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  guint start, line;

  put_caret (reader, "收入约480万元");
  start = caret (reader);
  for (guint i = 0; i < 6; i++)
    press (reader, "Down");
  g_assert_cmpint (y_of (reader, caret (reader)), >, y_of (reader, start) + 120);
  for (guint i = 0; i < 6; i++)
    press (reader, "Up");
  g_assert_cmpuint (caret (reader), ==, start);
  press (reader, "Home");
  line = caret (reader);
  g_assert_cmpint (y_of (reader, line), ==, y_of (reader, start));
  g_assert_cmpint (y_of (reader, line - 1), <, y_of (reader, start));
  press (reader, "<Shift>End");
  g_assert_cmpint (y_of (reader, caret (reader) - 1), ==, y_of (reader, start));
  /* The end of this line, not the start of the next. */
  press (reader, "Home");
  g_assert_cmpuint (caret (reader), ==, line);
}

static void
test_pages_and_ends (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzReadingView *view = fz_test_reader_view (reader);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  guint first;

  press (reader, "<Control>Home");
  g_assert_cmpuint (caret (reader), ==, 0);
  press (reader, "Page_Down");
  first = caret (reader);
  g_assert_cmpuint (first, >, 100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 400);
  press (reader, "Page_Up");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  press (reader, "<Control><Shift>End");
  g_assert_cmpuint (caret (reader), ==, fz_manuscript_get_length (fz_reading_view_get_text (view)) - 1);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment),
                                  gtk_adjustment_get_upper (adjustment), 80);
  press (reader, "<Control><Shift>a");
  assert_selected (reader, "");
}

/* What is copied is the text itself, whatever is shown for its marks. */
static void
test_copy_is_canonical (void)
{
  static const char text[] = "今年(上半年)增长,好!";
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  const FzPiece piece = { 1, 0 };

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "题目", -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, text, -1, &piece, 1);
  reader->article = fz_test_reader_add (reader, article, facts);
  fz_test_reader_open (reader, reader->article);
  press (reader, "<Control>a");
  assert_selected (reader, "题目\n今年(上半年)增长,好!");
}

/* After GB/T 7714: who, what, where and when, of those that are known. */
static void
test_citation (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  FzStored *stored = fz_reading_pane_get_stored (reader->reading);
  g_autofree char *plain = fz_reading_citation (stored, "心要静");
  g_autofree char *whole = NULL;

  g_assert_cmpstr (plain, ==, "“心要静”（麻车村：竹器出山路更宽[N]. 山谷日报, 2025-07-18）");
  g_set_str (&stored->entry->edition, "4");
  g_ptr_array_add (stored->article->authors, fz_author_new ("记者", "林知远"));
  g_ptr_array_add (stored->article->authors, fz_author_new ("摄影", "竹影"));
  g_ptr_array_add (stored->article->authors, fz_author_new ("通讯员", "竹海平"));
  whole = fz_reading_citation (stored, "“一天卖不出五只。”");
  g_assert_cmpstr (whole, ==, "“一天卖不出五只。”（林知远，竹海平. 麻车村：竹器出山路更宽[N]. 山谷日报, 2025-07-18(4)）");
}

static GtkGesture *
gesture_of (FzTestReader *reader, GType type, guint button)
{
  g_autoptr (GListModel) controllers = controllers_of (GTK_WIDGET (fz_test_reader_view (reader)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
click (FzTestReader *reader, const char *words, guint button, int n_press)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle area;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), start, start + 1, view, &area));
  g_signal_emit_by_name (gesture_of (reader, GTK_TYPE_GESTURE_CLICK, button), "pressed", n_press,
                         area.x + area.width * .3, area.y + area.height * .5);
}

static void
test_clicks (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();

  click (reader, "订单一个", GDK_BUTTON_PRIMARY, 1);
  assert_caret_before (reader, "订单一个");
  assert_selected (reader, "");
  click (reader, "订单一个", GDK_BUTTON_PRIMARY, 2);
  assert_selected (reader, "订单");
  click (reader, "手艺进了", GDK_BUTTON_PRIMARY, 3);
  assert_selected (reader, "老手艺进了课堂");
  /* Within the selection the menu is about it, elsewhere about what lies there. */
  click (reader, "手艺进了", GDK_BUTTON_SECONDARY, 1);
  assert_selected (reader, "老手艺进了课堂");
  click (reader, "订单一个", GDK_BUTTON_SECONDARY, 1);
  assert_selected (reader, "");
  assert_caret_before (reader, "订单一个");
}

static GtkEventController *
controller_named (FzTestReader *reader, GType type, const char *name)
{
  g_autoptr (GListModel) controllers = controllers_of (GTK_WIDGET (fz_test_reader_view (reader)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller;
    }
  g_assert_not_reached ();
}

/* Where words stand in the view. */
static void
area_of (FzTestReader *reader, const char *words, GdkRectangle *area)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), start, end, view, area));
}

static char *
dragged_from (FzTestReader *reader, const char *words)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GdkRectangle area;

  area_of (reader, words, &area);
  g_signal_emit_by_name (controller_named (reader, GTK_TYPE_DRAG_SOURCE, NULL), "prepare", area.x + 2.,
                         area.y + area.height * .5, &provider);
  if (provider == NULL)
    return NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, &error));
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
test_links (void)
{
  static const struct { const char *text, *at, *link; } texts[] = {
    { "详见https://www.example.org/a/1?b=2（下同）", "example", "https://www.example.org/a/1?b=2" },
    { "详见https://www.example.org/a/1?b=2（下同）", "https", "https://www.example.org/a/1?b=2" },
    { "详见https://www.example.org/a/1?b=2（下同）", "见", NULL },
    { "网址是www.example.org。", "example", "http://www.example.org" },
    { "see www.example.org.", "org", "http://www.example.org" },
    { "see www.example.org.", "see", NULL },
    { "GDP增长12.5%", "12", NULL },
    { "http://", "http", NULL },
    { "awww.example", "example", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FzManuscript) text = fz_manuscript_new ();
      g_autofree char *link = NULL;
      const char *at = strstr (texts[i].text, texts[i].at);

      fz_manuscript_append (text, FZ_ROLE_BODY, 0, texts[i].text, strlen (texts[i].text));
      link = fz_link_at (text, g_utf8_pointer_to_offset (texts[i].text, at));
      g_assert_cmpstr (link, ==, texts[i].link);
    }
}

/* A press on the selection drags it out, and one elsewhere does not. */
static void
test_drag_out (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autofree char *dragged = NULL, *beside = NULL, *cited = NULL;

  fz_test_reader_select (reader, "收入约480万元");
  dragged = dragged_from (reader, "480万元");
  g_assert_cmpstr (dragged, ==, "收入约480万元");
  beside = dragged_from (reader, "订单一个");
  g_assert_null (beside);
  cited = fz_reading_view_dup_quote (fz_test_reader_view (reader), TRUE);
  g_assert_nonnull (strstr (cited, "收入约480万元"));
  g_assert_nonnull (strstr (cited, "山谷日报"));
  /* Pressed and let go without a move, the caret comes there. */
  click (reader, "480万元", GDK_BUTTON_PRIMARY, 1);
  assert_selected (reader, "收入约480万元");
}

/* A finger that stays selects a word, whose ends it can then take along. */
static void
test_handles (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkEventController *handles = controller_named (reader, GTK_TYPE_GESTURE_DRAG, "handles");
  GdkRectangle word, far;

  area_of (reader, "订单", &word);
  area_of (reader, "订单一个", &far);
  g_signal_emit_by_name (controller_named (reader, GTK_TYPE_GESTURE_LONG_PRESS, NULL), "pressed", word.x + 5.,
                         word.y + word.height * .5);
  assert_selected (reader, "订单");
  fz_test_reader_picture (reader, "handles-1200x800");
  g_signal_emit_by_name (handles, "drag-begin", (double) word.x + word.width, word.y + word.height + 9.);
  g_signal_emit_by_name (handles, "drag-update", (double) far.width - word.width, 0.);
  assert_selected (reader, "订单一个");
  /* Onto the other end nothing would be left. */
  g_signal_emit_by_name (handles, "drag-update", -(double) word.width, 0.);
  assert_selected (reader, "订单一个");
  g_signal_emit_by_name (handles, "drag-end", -(double) word.width, 0.);
  /* A pointer has no handles. */
  click (reader, "手艺进了", GDK_BUTTON_PRIMARY, 2);
  area_of (reader, "老手艺", &word);
  g_signal_emit_by_name (handles, "drag-begin", (double) word.x + word.width, word.y + word.height + 9.);
  g_signal_emit_by_name (handles, "drag-update", 100., 0.);
  assert_selected (reader, "手艺");
}

static guint
position_at_top (FzTestReader *reader)
{
  guint position;

  fz_reading_view_position_at (fz_test_reader_view (reader), 200, 1, &position);
  return position;
}

/* Whatever size the text takes, what is read stays at the top. */
static void
test_zoom_keeps_place (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_reader_view (reader)));
  guint top;

  gtk_adjustment_set_value (adjustment, 1500);
  top = position_at_top (reader);
  g_assert_cmpuint (top, >, 500);
  for (guint i = 0; i < 6; i++)
    fz_test_reader_activate (reader, "reading.zoom(1)");
  g_assert_cmpuint (top - position_at_top (reader), <, 40);
  for (guint i = 0; i < 6; i++)
    fz_test_reader_activate (reader, "reading.zoom(-1)");
  g_assert_cmpuint (position_at_top (reader), ==, top);
}

static char *
told_at (FzTestReader *reader, guint offset, GtkAccessibleTextGranularity granularity)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fz_test_reader_view (reader));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *between = NULL;
  unsigned int start, end;

  bytes = GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents_at (text, offset, granularity, &start, &end);
  g_assert_cmpuint (start, <=, offset);
  g_assert_cmpuint (end, >, offset);
  between = fz_test_reader_text (reader, start, end);
  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, between);
  return g_strdup (between);
}

static void
assert_told (FzTestReader *reader, const char *words, GtkAccessibleTextGranularity granularity, const char *expected)
{
  g_autofree char *told = NULL;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  told = told_at (reader, start, granularity);
  g_assert_cmpstr (told, ==, expected);
}

static void
assert_comes_into (FzTestReader *reader, const char *words, guint *state, const char *expected)
{
  g_autofree char *told = NULL;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  told = fz_reading_told (fz_test_reader_view (reader), start, state);
  g_assert_cmpstr (told, ==, expected);
}

/* Said when the caret comes into it, and not again before it has left. */
static void
test_told_on_the_way (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  guint state = 0;

  fz_test_reader_select (reader, "去年，村里卖出竹器3.2");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  assert_comes_into (reader, "竹器出山", &state, "Title");
  assert_comes_into (reader, "器出山", &state, NULL);
  assert_comes_into (reader, "村里卖出", &state, "Highlighted");
  assert_comes_into (reader, "3.2万件", &state, "Figure");
  assert_comes_into (reader, "万件", &state, NULL);
  assert_comes_into (reader, "480万元", &state, NULL);
  assert_comes_into (reader, "同比增长", &state, NULL);
  assert_comes_into (reader, "480万元", &state, "Figure");
  assert_comes_into (reader, "手艺进了课堂", &state, "Heading");
}

static char *
shown_at (FzTestReader *reader, guint start, guint end)
{
  return fz_manuscript_dup (fz_reading_view_get_shown (fz_test_reader_view (reader)), start, end);
}

static gboolean
is_as_printed (gpointer user_data)
{
  FzReadingView *view = fz_test_reader_view (user_data);

  return fz_reading_view_get_shown (view) == fz_reading_view_get_text (view);
}

static gboolean
is_traditional (gpointer user_data)
{
  return !is_as_printed (user_data);
}

/* What is seen is in the other script; what is copied, told and found is the text. */
static void
test_script (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  FzReadingView *view = fz_test_reader_view (reader);
  g_autofree char *shown = NULL, *again = NULL;
  g_autoptr (FzRanges) hits = fz_ranges_new ();
  guint start, end;

  fz_test_reader_select (reader, "卖出竹器3.2万件");
  g_assert_true (fz_reading_view_get_selection (view, &start, &end));
  g_object_set (settings, "script", "traditional", NULL);
  fz_test_wait (is_traditional, reader);
  shown = shown_at (reader, start, end);
  g_assert_cmpstr (shown, ==, "賣出竹器3.2萬件");
  assert_selected (reader, "卖出竹器3.2万件");
  g_assert_true (fz_test_reader_has (reader, FZ_LAYER_FIGURE, start + 4));
  assert_told (reader, "村民竹海生说", GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "村");
  g_assert_cmpuint (fz_find (fz_reading_view_get_text (view), "賣出竹器", hits), ==, 1);
  g_assert_cmpuint (fz_find (fz_reading_view_get_text (view), "卖出竹器", hits), ==, 1);
  g_assert_cmpuint (fz_ranges_get (hits, 0)->start, ==, start);
  fz_test_reader_picture (reader, "traditional-1200x800");
  /* One that is printed so is left alone. */
  g_object_set (settings, "script", "simplified", NULL);
  fz_test_wait (is_as_printed, reader);
  again = shown_at (reader, start, end);
  g_assert_cmpstr (again, ==, "卖出竹器3.2万件");
  fz_reading_settings_reset (settings);
}

static void
test_told_by_units (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autofree char *line = NULL, *all = NULL;

  assert_told (reader, "订单", GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "订");
  assert_told (reader, "单一个", GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, "订单");
  assert_told (reader, "返乡", GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE,
               "今年1至6月，已有260人学成出师，返乡开店的占到三成。");
  assert_told (reader, "手艺进了", GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, "老手艺进了课堂\n");
  assert_told (reader, "手艺进了", GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH, "老手艺进了课堂\n");
  /* Lines follow each other and leave nothing out. */
  all = g_strdup ("");
  for (guint at = 0, length = fz_manuscript_get_length (fz_reading_view_get_text (fz_test_reader_view (reader))); at < length;)
    {
      g_autofree char *old = all;

      g_free (line);
      line = told_at (reader, at, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE);
      at += g_utf8_strlen (line, -1);
      all = g_strconcat (old, line, NULL);
    }
  g_assert_cmpstr (all, ==, fz_reading_pane_get_stored (reader->reading)->article->text);
}

static char *
attribute_at (FzTestReader *reader, const char *words, const char *name)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fz_test_reader_view (reader));
  g_autofree GtkAccessibleTextRange *ranges = NULL;
  g_auto (GStrv) names = NULL, values = NULL;
  char *found = NULL;
  guint start, end;
  gsize n;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_attributes (text, start, &n, &ranges, &names, &values));
  g_assert_cmpuint (g_strv_length (names), ==, n);
  g_assert_cmpuint (g_strv_length (values), ==, n);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (ranges[i].start, <=, start);
      g_assert_cmpuint (ranges[i].start + ranges[i].length, >, start);
      if (g_str_equal (names[i], name))
        g_set_str (&found, values[i]);
    }
  return found;
}

static void
assert_attribute (FzTestReader *reader, const char *words, const char *name, const char *expected)
{
  g_autofree char *value = attribute_at (reader, words, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_told_what_is_marked (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fz_test_reader_view (reader));
  g_autofree GtkAccessibleTextRange *ranges = NULL;
  guint start, end;
  gsize n;

  assert_attribute (reader, "老手艺进了", "paragraph-style", "heading");
  assert_attribute (reader, "老手艺进了", "weight", "700");
  assert_attribute (reader, "480万元", "text-style", "figure");
  assert_attribute (reader, "安吉县麻车村", "text-style", "place");
  assert_attribute (reader, "青篾", "mark", NULL);
  fz_test_reader_select (reader, "青篾课堂");
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_selection (text, &n, &ranges));
  fz_test_reader_find (reader, "青篾课堂", &start, &end);
  g_assert_cmpuint (ranges[0].start, ==, start);
  g_assert_cmpuint (ranges[0].length, ==, 4);
  g_assert_cmpuint (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_caret_position (text), ==, end);
  fz_test_reader_activate (reader, "annotation.highlight(uint32 1)");
  assert_attribute (reader, "青篾", "mark", "true");
}

static void
test_told_where (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (fz_test_reader_view (reader));
  graphene_rect_t area, next;
  unsigned int offset;
  guint start, end;

  fz_test_reader_find (reader, "老手艺进了", &start, &end);
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_extents (text, start, start + 1, &area));
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_extents (text, start + 1, start + 2, &next));
  g_assert_cmpfloat_with_epsilon (area.origin.x + area.size.width, next.origin.x, .1);
  g_assert_cmpfloat (area.size.height, >, 20);
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_offset (
      text, &GRAPHENE_POINT_INIT (next.origin.x + next.size.width / 2, next.origin.y + 5), &offset));
  g_assert_cmpuint (offset, ==, start + 1);
}

/* Everything that can be done to it, with texts that nobody means well with. */
static void
abuse (FzTestReader *reader, const char *text)
{
  g_autoptr (FzManuscript) manuscript = fz_manuscript_new ();
  static const char * const keys[] = {
    "<Control>a", "Right", "<Control>Home", "<Shift>Down", "<Control><Shift>Right", "<Alt>Right", "End", "Page_Down",
    "<Control>Down", "<Control>End", "Up", "Left", "<Control>Left", "<Alt>Left", "Home",
  };

  fz_manuscript_append (manuscript, FZ_ROLE_BODY, 0, text, strlen (text));
  fz_reading_view_set_text (fz_test_reader_view (reader), manuscript);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (reader, keys[i]);
      g_main_context_iteration (NULL, FALSE);
    }
  fz_test_pause (50);
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free_and_steal (text);
}

static void
test_hostile (void)
{
  static const struct { const char *piece; guint n; } texts[] = {
    { "山高水长。", 200000 },
    { "\xcc\x81", 100000 },
    { "\u202e\u2066א竹a\u2069\u202c", 3000 },
    { "\U000e1234\U0010ffff\ue000", 3000 },
    { "𰻝", 10 },
    { "\u200d", 5000 },
    { " ", 5000 },
  };
  g_autoptr (FzTestReader) reader = new_reader ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = repeat (texts[i].piece, texts[i].n);

      abuse (reader, text);
    }
}

/* Of WCAG 2.2, relative luminance. */
static double
luminance (const GdkRGBA *color)
{
  const double parts[] = { color->red, color->green, color->blue }, weights[] = { .2126, .7152, .0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (parts[i] <= .04045 ? parts[i] / 12.92 : pow ((parts[i] + .055) / 1.055, 2.4));
  return sum;
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + .05) / (MIN (x, y) + .05);
}

static void
test_contrast (void)
{
  FzPalette palette;

  for (guint i = 0; i < 2 * FZ_N_PAPERS; i++)
    {
      fz_palette_load (&palette, i / 2, i % 2);
      for (guint tone = 0; tone < FZ_N_TONES; tone++)
        g_assert_cmpfloat (contrast (&palette.page, &palette.tones[tone]), >=, 4.5);
      for (guint set = 1; set < 1 << FZ_HIGHLIGHT_COLORS; set++)
        g_assert_cmpfloat (contrast (&palette.highlights[set], &palette.tones[FZ_TONE_FULL]), >=, 7);
      for (guint ink = FZ_INK_MARK; ink <= FZ_INK_HIT_NOW; ink++)
        g_assert_cmpfloat (contrast (&palette.inks[ink], &palette.tones[FZ_TONE_FULL]), >=, 4.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/characters-and-words", test_characters_and_words);
  g_test_add_func ("/view/sentences-and-paragraphs", test_sentences_and_paragraphs);
  g_test_add_func ("/view/lines", test_lines);
  g_test_add_func ("/view/pages-and-ends", test_pages_and_ends);
  g_test_add_func ("/view/copy-is-canonical", test_copy_is_canonical);
  g_test_add_func ("/view/citation", test_citation);
  g_test_add_func ("/view/clicks", test_clicks);
  g_test_add_func ("/view/links", test_links);
  g_test_add_func ("/view/drag-out", test_drag_out);
  g_test_add_func ("/view/handles", test_handles);
  g_test_add_func ("/view/told-on-the-way", test_told_on_the_way);
  g_test_add_func ("/view/script", test_script);
  g_test_add_func ("/view/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/view/told-by-units", test_told_by_units);
  g_test_add_func ("/view/told-what-is-marked", test_told_what_is_marked);
  g_test_add_func ("/view/told-where", test_told_where);
  g_test_add_func ("/view/hostile", test_hostile);
  g_test_add_func ("/view/contrast", test_contrast);
  return g_test_run ();
}
