/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fz-test-reader.h"
#include "fz-test-window.h"

#include "fz-find.h"

/* Finding words in an article. */

static guint
count (const char *text, const char *words)
{
  g_autoptr (FzManuscript) manuscript = fz_manuscript_new ();
  g_autoptr (FzRanges) hits = fz_ranges_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    fz_manuscript_append (manuscript, 0, 0, lines[i], strlen (lines[i]));
  return fz_find (manuscript, words, hits);
}

static void
test_words (void)
{
  g_assert_cmpuint (count ("竹子和竹篮，竹", "竹"), ==, 3);
  g_assert_cmpuint (count ("竹子和竹篮", "竹篮"), ==, 1);
  g_assert_cmpuint (count ("GDP与gdp与ＧＤＰ", "gDp"), ==, 3);
  g_assert_cmpuint (count ("增长12.5%，12．5％", "12.5%"), ==, 2);
  g_assert_cmpuint (count ("竹\n篮", "竹篮"), ==, 0);
  g_assert_cmpuint (count ("竹篮", ""), ==, 0);
  g_assert_cmpuint (count ("", "竹"), ==, 0);
}

/* None lies over another, and what only began is gone back from. */
static void
test_repeats (void)
{
  g_autofree char *many = g_strnfill (3 * FZ_FIND_MAX, 'a');

  g_assert_cmpuint (count ("aaaaa", "aa"), ==, 2);
  g_assert_cmpuint (count ("ababcabab", "abab"), ==, 2);
  g_assert_cmpuint (count ("aabaabaac", "aabaac"), ==, 1);
  g_assert_cmpuint (count (many, "a"), ==, FZ_FIND_MAX);
}

static void
look_for (FzTestReader *reader, const char *words)
{
  GtkWidget *entry;

  fz_test_reader_activate (reader, "reading.find(0)");
  entry = fz_test_find (fz_test_find (GTK_WIDGET (reader->reading), GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static FzRanges *
hits_of (FzTestReader *reader)
{
  return fz_reading_view_get_layer (fz_test_reader_view (reader), FZ_LAYER_HIT);
}

static void
assert_at (FzTestReader *reader, guint hit)
{
  g_assert_cmpuint (fz_reading_view_get_caret (fz_test_reader_view (reader)), ==, fz_ranges_get (hits_of (reader), hit)->start);
}

static void
test_walk (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  GtkSearchBar *bar;

  fz_test_reader_open (reader, reader->article);
  look_for (reader, "安吉县");
  g_assert_cmpuint (fz_ranges_n (hits_of (reader)), ==, 2);
  assert_at (reader, 0);
  fz_test_assert_text (GTK_WIDGET (reader->reading), "1 of 2");
  fz_test_reader_activate (reader, "reading.find(1)");
  assert_at (reader, 1);
  fz_test_assert_text (GTK_WIDGET (reader->reading), "2 of 2");
  fz_test_reader_activate (reader, "reading.find(1)");
  assert_at (reader, 0);
  fz_test_reader_activate (reader, "reading.find(-1)");
  assert_at (reader, 1);
  fz_test_reader_picture (reader, "find");
  look_for (reader, "没有的话");
  fz_test_assert_text (GTK_WIDGET (reader->reading), "Not found");
  g_assert_cmpuint (fz_ranges_n (hits_of (reader)), ==, 0);
  look_for (reader, "竹");
  g_assert_cmpuint (fz_ranges_n (hits_of (reader)), >, 40);
  bar = GTK_SEARCH_BAR (fz_test_find (GTK_WIDGET (reader->reading), GTK_TYPE_SEARCH_BAR));
  gtk_search_bar_set_search_mode (bar, FALSE);
  g_assert_cmpuint (fz_ranges_n (hits_of (reader)), ==, 0);
}

/* What is far down is scrolled to; the bar stays for the next article. */
static void
test_far_and_next_article (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  GtkAdjustment *adjustment;

  fz_test_reader_open (reader, reader->article);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_reader_view (reader)));
  look_for (reader, "晒场那头");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  fz_test_reader_activate (reader, "reading.find(-1)");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);
  fz_test_reader_open (reader, reader->article);
  g_assert_cmpuint (fz_ranges_n (hits_of (reader)), ==, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/words", test_words);
  g_test_add_func ("/find/repeats", test_repeats);
  g_test_add_func ("/find/walk", test_walk);
  g_test_add_func ("/find/far-and-next-article", test_far_and_next_article);
  return g_test_run ();
}
