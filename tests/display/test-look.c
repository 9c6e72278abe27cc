/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-families.h"
#include "fz-reading-dialog.h"
#include "fz-reading-preview.h"
#include "fz-reading-settings.h"

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
  g_test_add_func ("/look/families", test_families);
  g_test_add_func ("/look/pictures", test_pictures);
  return g_test_run ();
}
