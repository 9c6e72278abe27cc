/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"
#include "fz-test-window.h"

/* Where the reader is in an article: what the running head tells, the outline, and
 * the article by itself. */

static gboolean
is_settled (gpointer user_data)
{
  return fz_reading_view_is_settled (fz_test_reader_view (user_data));
}

static FzTestReader *
new_reader (int width, int height)
{
  FzTestReader *reader = fz_test_reader_new (width, height);

  fz_test_reader_open (reader, reader->article);
  fz_test_wait (is_settled, reader);
  return reader;
}

static GtkAdjustment *
adjustment_of (FzTestReader *reader)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fz_test_reader_view (reader)));
}

/* Behind its middle the village has paragraphs of its body alone. */
static guint
body_from (FzTestReader *reader, guint position)
{
  g_autofree char *rest = fz_test_reader_text (reader, position, G_MAXUINT);
  guint n = g_utf8_strlen (rest, -1);

  for (const char *p = rest; *p != '\0'; p++)
    n -= *p == '\n';
  return n;
}

/* 400 characters take a minute. */
static void
test_progress (void)
{
  g_autoptr (FzTestReader) reader = new_reader (1200, 800);
  GtkAdjustment *adjustment = adjustment_of (reader);
  FzReadingView *view = fz_test_reader_view (reader);
  guint length = fz_manuscript_get_length (fz_reading_view_get_text (view)), end;
  guint body = fz_reading_pane_get_stored (reader->reading)->entry->length;
  g_autofree char *whole = g_strdup_printf ("%u minutes", (body + 200) / 400);
  g_autofree char *halfway = NULL;

  fz_test_assert_text (GTK_WIDGET (reader->window), whole);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  end = fz_reading_view_get_seen_end (view);
  g_assert_cmpuint (end, >, length / 2);
  g_assert_cmpuint (end, <, length);
  /* What is left is body, but for the line ends between its paragraphs. */
  halfway = g_strdup_printf ("%u %% · %u min left", 100 * end / length, MAX (1, (body_from (reader, end) + 200) / 400));
  fz_test_assert_text (GTK_WIDGET (reader->window), halfway);
  fz_test_reader_picture (reader, "progress-1200x800");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpuint (fz_reading_view_get_seen_end (view), ==, length);
  fz_test_assert_text (GTK_WIDGET (reader->window), "100 %");
}

/* What was at the top is there again, in whatever size the text is. */
static void
test_place (void)
{
  g_autoptr (FzTestReader) reader = new_reader (1200, 800);
  FzReadingView *view = fz_test_reader_view (reader);
  guint place, again;

  g_assert_cmpuint (fz_reading_view_get_place (view), ==, 0);
  gtk_adjustment_set_value (adjustment_of (reader), 1500);
  place = fz_reading_view_get_place (view);
  g_assert_cmpuint (place, >, 500);
  fz_reading_view_put_place (view, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment_of (reader)), ==, 0);
  fz_reading_view_put_place (view, place);
  g_assert_cmpuint (fz_reading_view_get_place (view), ==, place);
  fz_test_reader_activate (reader, "reading.zoom(1)");
  fz_reading_view_put_place (view, place);
  again = fz_reading_view_get_place (view);
  g_assert_cmpuint (again, <=, place);
  g_assert_cmpuint (place - again, <, 60);
}

static gboolean
all_is_kept (gpointer user_data)
{
  return !fz_reading_pane_is_writing (((FzTestReader *) user_data)->reading);
}

static gboolean
position_is_kept (gpointer user_data)
{
  g_autoptr (FzStored) stored = fz_test_reader_load (user_data);

  return stored->position == (gint64) fz_reading_view_get_place (fz_test_reader_view (user_data));
}

/* Another article and back, and another time: the reader goes on where it was left. */
static void
test_resumed (void)
{
  g_autoptr (FzTestReader) reader = new_reader (1200, 800);
  g_autoptr (FzArticle) other = fz_test_village (3);
  g_autoptr (FzFacts) facts = fz_facts_new ();
  gint64 second = fz_test_reader_add (reader, other, facts);
  g_autoptr (FzStored) stored = NULL;
  guint place;

  gtk_adjustment_set_value (adjustment_of (reader), 1500);
  place = fz_reading_view_get_place (fz_test_reader_view (reader));
  fz_test_reader_open (reader, second);
  g_assert_cmpuint (fz_reading_view_get_place (fz_test_reader_view (reader)), ==, 0);
  fz_test_wait (all_is_kept, reader);
  fz_test_reader_open (reader, reader->article);
  g_assert_cmpuint (fz_reading_view_get_place (fz_test_reader_view (reader)), ==, place);
  fz_test_wait (is_settled, reader);
  g_assert_cmpuint (fz_reading_view_get_place (fz_test_reader_view (reader)), ==, place);
  /* Back at the beginning, nothing is kept. */
  gtk_adjustment_set_value (adjustment_of (reader), 0);
  fz_reading_pane_keep_place (reader->reading);
  fz_test_wait (all_is_kept, reader);
  stored = fz_test_reader_load (reader);
  g_assert_cmpint (stored->position, ==, -1);
  /* Staying at a place is enough. */
  gtk_adjustment_set_value (adjustment_of (reader), 900);
  fz_test_wait (position_is_kept, reader);
}

static void
test_outline (void)
{
  g_autoptr (FzTestReader) reader = new_reader (1200, 800);
  FzReadingView *view = fz_test_reader_view (reader);
  GtkWidget *list, *popover;
  guint title, heading, end;

  fz_test_reader_find (reader, "麻车村：竹器", &title, &end);
  fz_test_reader_find (reader, "老手艺进了课堂", &heading, &end);
  fz_reading_view_put_place (view, 0);
  fz_test_reader_activate (reader, "reading.heading(1)");
  g_assert_cmpuint (fz_reading_view_get_caret (view), ==, title);
  fz_test_reader_activate (reader, "reading.heading(1)");
  g_assert_cmpuint (fz_reading_view_get_caret (view), ==, heading);
  fz_reading_view_select (view, heading + 2, heading + 2);
  fz_test_reader_activate (reader, "reading.heading(-1)");
  g_assert_cmpuint (fz_reading_view_get_caret (view), ==, heading);
  fz_test_reader_activate (reader, "reading.heading(-1)");
  g_assert_cmpuint (fz_reading_view_get_caret (view), ==, title);
  list = fz_test_find (GTK_WIDGET (reader->reading), GTK_TYPE_LIST_VIEW);
  popover = gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER);
  /* This screen has no pointer to grab. */
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  fz_test_reader_activate (reader, "reading.outline");
  fz_test_assert_text (popover, "老手艺进了课堂");
  fz_test_picture_of (popover, "outline");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpuint (fz_reading_view_get_caret (view), ==, heading);
  g_assert_false (gtk_widget_get_visible (popover));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/progress", test_progress);
  g_test_add_func ("/place/place", test_place);
  g_test_add_func ("/place/resumed", test_resumed);
  g_test_add_func ("/place/outline", test_outline);
  return g_test_run ();
}
