/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-families.h"
#include "fz-reading-dialog.h"
#include "fz-reading-preview.h"
#include "fz-reading-settings.h"
#include "fz-reading-text.h"

/* The reading settings: each shows at once, and all go back. */

static FzTestReader *
new_reader (void)
{
  FzTestReader *reader = fz_test_reader_new (1200, 800);

  fz_test_reader_open (reader, reader->article);
  return reader;
}

/* Where a character stands in the view. */
static GdkRectangle
area_of (FzTestReader *reader, const char *words)
{
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  GdkRectangle area;
  guint start, end;

  fz_test_reader_find (reader, words, &start, &end);
  g_assert_true (fz_reading_view_get_area (FZ_READING_VIEW (view), start, start + 1, view, &area));
  return area;
}

/* Sets a setting as its row does, and lets it show. */
static void
set (FzReadingSettings *settings, const char *name, const char *value)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (settings), name);

  if (G_IS_PARAM_SPEC_STRING (spec))
    g_object_set (settings, name, value, NULL);
  else
    g_object_set (settings, name, atoi (value), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_lines (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  GdkRectangle before = area_of (reader, "本报讯"), after;

  set (settings, "line-gap", "130");
  after = area_of (reader, "本报讯");
  g_assert_cmpint (after.height, ==, (int) (before.height * 1.3 + .5));
  set (settings, "indent", "0");
  g_assert_cmpint (area_of (reader, "本报讯").x, ==, area_of (reader, "麻车村：竹器").x);
  set (settings, "indent", "4");
  g_assert_cmpint (area_of (reader, "本报讯").x, ==, area_of (reader, "麻车村：竹器").x + 72);
  set (settings, "measure", "20");
  g_assert_cmpint (area_of (reader, "本报讯").x, >, before.x);
  fz_reading_settings_reset (settings);
  fz_test_pause (50);
  after = area_of (reader, "本报讯");
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.y, ==, before.y);
  g_assert_cmpint (after.height, ==, before.height);
}

/* Between Chinese and digits is a quarter of an em, or nothing. */
static void
test_gap (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  int with = area_of (reader, "480万元").x - area_of (reader, "约480").x;

  set (settings, "justify", "0");
  with = area_of (reader, "480万元").x - area_of (reader, "约480").x;
  set (settings, "gap", "0");
  g_assert_cmpint (with - (area_of (reader, "480万元").x - area_of (reader, "约480").x), >=, 4);
  fz_reading_settings_reset (settings);
  fz_test_pause (50);
}

/* Two views of the settings are of the same ones. */
static void
test_kept (void)
{
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new (), other = fz_reading_settings_new ();
  FzFlowLook look;

  g_object_set (settings, "prohibition", "gb", "hang", TRUE, "family", "LXGW WenKai", "paper", "sepia", NULL);
  fz_reading_settings_get_look (other, &look);
  g_assert_cmpint (look.setting.level, ==, FZ_PROHIBIT_GB);
  g_assert_true (look.setting.hang);
  g_assert_cmpstr (look.family, ==, "LXGW WenKai");
  g_assert_cmpint (fz_reading_settings_get_paper (other), ==, FZ_PAPER_SEPIA);
  fz_reading_settings_reset (other);
  fz_reading_settings_get_look (settings, &look);
  g_assert_cmpint (look.setting.level, ==, FZ_PROHIBIT_STRICT);
  g_assert_false (look.setting.hang);
  g_assert_cmpint (fz_reading_settings_get_paper (settings), ==, FZ_PAPER_SYSTEM);
}

typedef struct {
  GtkWidget *view;
  int        width;
} Narrower;

static gboolean
is_narrower (gpointer user_data)
{
  const Narrower *self = user_data;

  return gtk_widget_get_width (self->view) < self->width;
}

/* Margins are before lines and behind them; where there is no room for both they give way. */
static void
test_margins (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  GtkWidget *view = GTK_WIDGET (fz_test_reader_view (reader));
  int width = gtk_widget_get_width (view), title;

  set (settings, "measure", "60");
  set (settings, "margin", "8");
  title = area_of (reader, "麻车村：竹器").x;
  g_assert_cmpint (title, >=, 8);
  g_assert_cmpint (title, <, 8 + 18);
  set (settings, "margin", "120");
  g_assert_cmpint (area_of (reader, "麻车村：竹器").x, >=, 120);
  g_assert_cmpint (area_of (reader, "麻车村：竹器").x, <, 120 + 18);
  gtk_window_set_default_size (reader->window, 600, 800);
  set (settings, "margin", "160");
  fz_test_wait (is_narrower, &(Narrower) { view, width });
  g_assert_cmpint (area_of (reader, "麻车村：竹器").x, <, 160);
  fz_reading_settings_reset (settings);
  fz_test_frames (view, 2);
}

/* A library that has settings of its own changes no other's, and gives them up again. */
static void
test_own (void)
{
  g_autoptr (FzReadingSettings) here = fz_reading_settings_new (), there = fz_reading_settings_new ();

  fz_reading_settings_set_library (here, "/shelf/a.db");
  fz_reading_settings_set_library (there, "/shelf/b.db");
  g_object_set (here, "measure", 30, NULL);
  g_assert_cmpuint (fz_reading_settings_get_measure (there), ==, 30);
  g_object_set (here, "own", TRUE, NULL);
  g_assert_cmpuint (fz_reading_settings_get_measure (here), ==, 30);
  g_object_set (here, "measure", 20, "paper", "sepia", NULL);
  g_assert_cmpuint (fz_reading_settings_get_measure (there), ==, 30);
  g_assert_cmpint (fz_reading_settings_get_paper (there), ==, FZ_PAPER_SYSTEM);
  fz_reading_settings_set_library (there, "/shelf/a.db");
  g_assert_cmpuint (fz_reading_settings_get_measure (there), ==, 20);
  fz_reading_settings_reset (there);
  g_assert_cmpuint (fz_reading_settings_get_measure (here), ==, FZ_READING_MEASURE);
  g_object_set (there, "own", FALSE, NULL);
  g_assert_cmpuint (fz_reading_settings_get_measure (here), ==, 30);
  fz_reading_settings_reset (here);
}

/* Of @words in a text, and before them. */
static guint
count_in (const char *text, const char *words)
{
  guint n = 0;

  for (; (text = strstr (text, words)) != NULL; text++)
    n++;
  return n;
}

static char *
text_of (FzManuscript *manuscript)
{
  gsize length;

  return g_strdup (fz_manuscript_get_text (manuscript, &length));
}

/* Each line of the page is there once, behind its number, and starts where its words do in
 * the text; a block of one line has the number alone. */
static void
test_printed_lines (void)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (GArray) starts = NULL;
  g_autoptr (FzManuscript) lines = NULL;
  g_autofree char *text = NULL;

  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "竹器出山", -1, &(FzPiece) { 3, 0 }, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, "清早的雾还没有散，晒场上已经摆开竹篮。", -1,
                           (const FzPiece[]) { { 9, 0 }, { 4, 8 }, { 5, 16 } }, 3);
  lines = fz_reading_printed (article, &starts);
  text = text_of (lines);
  g_assert_cmpstr (text, ==, "3\u2002\n9\u2002清早的雾还没有散\n4\u2002，晒场上已经摆开\n5\u2002竹篮。\n");
  g_assert_cmpuint (starts->len, ==, 4);
  g_assert_cmpuint (g_array_index (starts, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (starts, guint, 2), ==, 5 + 8);
}

static gint64
add_printed (FzTestReader *reader)
{
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFacts) facts = fz_facts_new ();
  FzPiece pieces[20];

  article->number = article->first_line = 1;
  article->last_line = 80;
  article->title = g_strdup ("晒场上的一天");
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "晒场上的一天", -1, &(FzPiece) { 1, 0 }, 1);
  for (guint block = 0; block < 3; block++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        {
          pieces[i] = (FzPiece) { 2 + block * G_N_ELEMENTS (pieces) + i, i * 10 };
          g_string_append (words, i % 2 ? "篮子一只只装好箱，贴" : "竹子要选三年生的冬竹");
        }
      fz_article_append_block (article, FZ_ROLE_BODY, 0, words->str, -1, pieces, G_N_ELEMENTS (pieces));
    }
  return fz_test_reader_add (reader, article, facts);
}

/* The text keeps its positions and what is copied; its paragraphs get the room that the
 * lines of the page need. */
static void
test_printed_beside (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  FzReadingView *view = fz_test_reader_view (reader);
  gint64 article = add_printed (reader);
  g_autofree char *before = NULL, *after = NULL;
  GdkRectangle here, second, narrow;

  fz_test_reader_open (reader, article);
  before = fz_test_reader_text (reader, 0, 500);
  set (settings, "printed-lines", "1");
  fz_test_frames (GTK_WIDGET (view), 2);
  here = area_of (reader, "竹子要选");
  g_assert_true (fz_reading_view_get_area (view, 7 + 201, 7 + 202, GTK_WIDGET (view), &second));
  /* Twenty lines of .72 ems, half as far apart again. */
  g_assert_cmpint (second.y - here.y, >=, 20 * 18 * .72 * 1.5);
  after = fz_test_reader_text (reader, 0, 500);
  g_assert_cmpstr (before, ==, after);
  fz_reading_view_select (view, 7 + 1, 7 + 9);
  g_clear_pointer (&after, g_free);
  after = fz_reading_view_dup_selection (view);
  g_assert_cmpuint (count_in (after, "子要选"), ==, 1);
  g_assert_cmpuint (g_utf8_strlen (after, -1), ==, 8);
  fz_test_reader_picture (reader, "printed-1200x800-light");
  set (settings, "paper", "sepia");
  fz_test_reader_picture (reader, "printed-1200x800-sepia");
  set (settings, "direction", "down");
  set (settings, "paper", "dark");
  fz_test_reader_picture (reader, "printed-vertical-1200x800-dark");
  set (settings, "direction", "across");
  set (settings, "printed-lines", "0");
  narrow = area_of (reader, "竹子要选");
  g_assert_true (fz_reading_view_get_area (view, 7 + 201, 7 + 202, GTK_WIDGET (view), &second));
  g_assert_cmpint (second.y - narrow.y, <, 20 * 18 * .72 * 1.5);
  fz_reading_settings_reset (settings);
  fz_test_pause (50);
}

static double
height_of_text (FzTestReader *reader)
{
  return gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_reader_view (reader))));
}

/* Where there is no room beside the text, the twenty lines of each paragraph, of .72 ems, stand below it. */
static void
test_printed_below (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (400, 700);
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  double alone;

  fz_test_reader_open (reader, add_printed (reader));
  alone = height_of_text (reader);
  set (settings, "printed-lines", "1");
  fz_test_reader_picture (reader, "printed-400x700-light");
  g_assert_cmpint (area_of (reader, "竹子要选").x, <, 80);
  g_assert_cmpfloat (height_of_text (reader), >=, alone + 3 * 20 * 18 * .72);
  fz_reading_settings_reset (settings);
  fz_test_pause (50);
}

static void
test_families (void)
{
  g_auto (GStrv) han = fz_families_list (TRUE), latin = fz_families_list (FALSE);

  g_assert_true (g_strv_contains ((const char * const *) han, "Noto Serif CJK SC"));
  g_assert_false (g_strv_contains ((const char * const *) latin, "Noto Serif CJK SC"));
  g_assert_true (g_strv_contains ((const char * const *) latin, "DejaVu Sans"));
  g_assert_false (g_strv_contains ((const char * const *) han, "DejaVu Sans"));
}

static void
picture (const char *paper, const char *family, int width, int height, const char *name)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (width, height);
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();

  g_object_set (settings, "paper", paper, "family", family, NULL);
  fz_test_reader_open (reader, reader->article);
  fz_test_reader_select (reader, "收入约480万元，同比");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 0)");
  fz_test_reader_select (reader, "请来8位老师傅");
  fz_test_reader_activate (reader, "annotation.highlight(uint32 2)");
  fz_test_reader_picture (reader, name);
  fz_reading_settings_reset (settings);
}

static void
test_pictures (void)
{
  g_autoptr (FzTestReader) reader = new_reader ();
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  GtkWidget *button = fz_test_find (GTK_WIDGET (reader->reading), GTK_TYPE_MENU_BUTTON);

  /* It is made when it is first wanted; this screen has no pointer to grab. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  fz_test_pause (100);
  gtk_popover_set_autohide (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), FALSE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fz_test_picture_of (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "look-popover");
  fz_test_reader_activate (reader, "reading.settings");
  fz_test_reader_picture (reader, "look-dialog");
  g_assert_nonnull (fz_test_find (GTK_WIDGET (reader->window), FZ_TYPE_READING_PREVIEW));
  picture ("sepia", "", 1200, 800, "look-sepia");
  picture ("paper", "LXGW WenKai", 1200, 800, "look-paper-wenkai");
  picture ("dark", "", 400, 700, "look-dark-narrow");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/lines", test_lines);
  g_test_add_func ("/look/gap", test_gap);
  g_test_add_func ("/look/kept", test_kept);
  g_test_add_func ("/look/margins", test_margins);
  g_test_add_func ("/look/own", test_own);
  g_test_add_func ("/look/printed-lines", test_printed_lines);
  g_test_add_func ("/look/printed-beside", test_printed_beside);
  g_test_add_func ("/look/printed-below", test_printed_below);
  g_test_add_func ("/look/families", test_families);
  g_test_add_func ("/look/pictures", test_pictures);
  return g_test_run ();
}
