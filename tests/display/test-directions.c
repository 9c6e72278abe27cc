/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-test-reader.h"

#include <math.h>

#include "fz-test-window.h"

#include "fz-reading-settings.h"

/* Text from top to bottom, and in columns: what keys do, where things stand and what a
 * screen reader is told, in one window. */

typedef struct {
  FzTestReader      *reader;
  FzReadingView     *view;
  FzReadingSettings *settings;
} Fixture;

static void
set (Fixture *self, const char *name, const char *value)
{
  g_object_set (self->settings, name, value, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
press (Fixture *self, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && k < g_list_model_get_n_items (shortcuts); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->view),
                                        gtk_shortcut_get_arguments (shortcut));
          return;
        }
    }
  g_assert_not_reached ();
}

static guint
put_caret (Fixture *self, const char *words)
{
  guint start, end;

  fz_test_reader_find (self->reader, words, &start, &end);
  fz_reading_view_scroll_to (self->view, start);
  return start;
}

static guint
caret (Fixture *self)
{
  return fz_reading_view_get_caret (self->view);
}

/* Where a screen reader is told that a character stands. */
static graphene_rect_t
extents_at (Fixture *self, guint position)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (self->view);
  graphene_rect_t rect;

  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_extents (text, position, position + 1, &rect));
  return rect;
}

/* What a screen reader finds at the middle of a character is that character, and so does
 * the pointer. */
static void
assert_there_and_back (Fixture *self, guint position)
{
  graphene_rect_t rect = extents_at (self, position);
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (self->view);
  graphene_point_t middle;
  unsigned int found;
  guint hit;

  graphene_rect_get_center (&rect, &middle);
  g_assert_true (GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_offset (text, &middle, &found));
  g_assert_cmpuint (found, ==, position);
  g_assert_true (fz_reading_view_position_at (self->view, middle.x, middle.y, &hit));
  g_assert_cmpuint (hit, ==, position);
}

static void
check_vertical_keys (Fixture *self)
{
  guint start = put_caret (self, "收入约480万元");
  graphene_rect_t here = extents_at (self, start), there;

  press (self, GDK_KEY_Down, 0);
  g_assert_cmpuint (caret (self), ==, start + 1);
  there = extents_at (self, caret (self));
  g_assert_cmpfloat (there.origin.y, >, here.origin.y);
  g_assert_cmpfloat (there.origin.x, ==, here.origin.x);
  press (self, GDK_KEY_Up, 0);
  press (self, GDK_KEY_Left, 0);
  there = extents_at (self, caret (self));
  g_assert_cmpfloat (there.origin.x, <, here.origin.x);
  g_assert_cmpfloat_with_epsilon (there.origin.y, here.origin.y, here.size.height);
  press (self, GDK_KEY_Right, 0);
  g_assert_cmpuint (caret (self), ==, start);
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpuint (caret (self), ==, start + 2);
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  g_assert_cmpuint (caret (self), ==, start);
  press (self, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpuint (caret (self), >, start + 5);
}

/* The beginning is at the right; what follows comes in from the left. */
static void
check_vertical_scrolling (Fixture *self)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  double most = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
  graphene_rect_t first, last;

  press (self, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpfloat (most, >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, most);
  first = extents_at (self, 0);
  g_assert_cmpfloat (first.origin.x, >, width / 2);
  press (self, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), <, most);
  last = extents_at (self, caret (self) - 1);
  g_assert_cmpfloat (last.origin.x, >=, 0);
  g_assert_cmpfloat (last.origin.x, <, width);
  gtk_adjustment_set_value (across, most);
  first = extents_at (self, 0);
  g_assert_cmpfloat (first.origin.x, >, width / 2);
}

/* From a position to the end of its paragraph, or to its start. */
static guint
left_of_paragraph (Fixture *self, guint position, gboolean before)
{
  g_autofree char *text = before ? fz_test_reader_text (self->reader, 0, position)
                                 : fz_test_reader_text (self->reader, position, position + 2000);
  char *end = before ? strrchr (text, '\n') : strchr (text, '\n');

  return before ? g_utf8_strlen (end != NULL ? end + 1 : text, -1) : g_utf8_strlen (text, end - text);
}

/* Lines of the body are 31 pixels apart in all columns, on one grid; and where a paragraph
 * goes on in the next column, more than a line of it stands in both. */
static void
check_grid (Fixture *self)
{
  double phase = -1, x = -1;
  guint switches = 0;

  press (self, GDK_KEY_Home, GDK_CONTROL_MASK);
  for (guint i = 0; i < 40; i++)
    {
      graphene_rect_t here = extents_at (self, caret (self));
      guint before = left_of_paragraph (self, caret (self), TRUE);

      if (here.size.height == 31)
        {
          phase = phase < 0 ? fmod (here.origin.y, 31) : phase;
          g_assert_cmpfloat (fmod (here.origin.y, 31), ==, phase);
        }
      if (x >= 0 && here.origin.x > x + 300)
        {
          switches++;
          if (before > 0)
            {
              g_assert_cmpuint (before, >, 25);
              g_assert_cmpuint (left_of_paragraph (self, caret (self), FALSE), >, 25);
            }
        }
      x = here.origin.x;
      press (self, GDK_KEY_Down, 0);
    }
  g_assert_cmpfloat (phase, >=, 0);
  g_assert_cmpuint (switches, >, 0);
}

static void
check_columns (Fixture *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->view)), height = gtk_widget_get_height (GTK_WIDGET (self->view));
  gboolean left = FALSE, right = FALSE;
  graphene_rect_t before;

  press (self, GDK_KEY_Home, GDK_CONTROL_MASK);
  before = extents_at (self, 0);
  for (guint i = 0; i < 60; i++)
    {
      graphene_rect_t here = extents_at (self, caret (self));

      left = left || here.origin.x < width / 2;
      right = right || here.origin.x > width / 2;
      g_assert_cmpfloat (here.origin.y, >=, 0);
      g_assert_cmpfloat (here.origin.y + here.size.height, <=, height);
      assert_there_and_back (self, caret (self));
      press (self, GDK_KEY_Down, 0);
    }
  g_assert_true (left && right);
  press (self, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpfloat (extents_at (self, 0).origin.x, ==, before.origin.x);
  g_assert_cmpfloat (extents_at (self, 0).origin.y, ==, before.origin.y);
}

/* A page of columns starts with the line that had no room on the one before. */
static void
check_pages_of_columns (Fixture *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->view)), width = gtk_widget_get_width (GTK_WIDGET (self->view));
  guint last = 0, next;

  press (self, GDK_KEY_Home, GDK_CONTROL_MASK);
  fz_reading_view_position_at (self->view, width - 30, height - 5, &last);
  fz_reading_view_turn_page (self->view, TRUE);
  fz_reading_view_position_at (self->view, 0, 0, &next);
  g_assert_cmpuint (next, >, last);
  g_assert_cmpuint (next, <=, last + 30);
  g_assert_cmpfloat (extents_at (self, next).origin.y, <, 40);
}

static void
picture (Fixture *self, const char *paper, const char *name)
{
  set (self, "paper", paper);
  fz_test_reader_picture (self->reader, name);
}

static void
select_some (Fixture *self)
{
  guint start = put_caret (self, "收入约480万元");

  fz_reading_view_scroll_to_top (self->view);
  fz_reading_view_select (self->view, start - 40, start + 3);
}

static void
test_vertical_and_columns (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (1200, 800);
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  Fixture self = { reader, fz_test_reader_view (reader), settings };

  fz_test_reader_open (reader, reader->article);
  set (&self, "direction", "down");
  check_vertical_keys (&self);
  for (guint i = 0; i < 30; i++)
    assert_there_and_back (&self, put_caret (&self, "竹子") + i);
  check_vertical_scrolling (&self);
  select_some (&self);
  picture (&self, "paper", "vertical-1200x800-light");
  picture (&self, "sepia", "vertical-1200x800-sepia");
  picture (&self, "dark", "vertical-1200x800-dark");
  set (&self, "direction", "across");
  set (&self, "columns", "two");
  check_columns (&self);
  check_grid (&self);
  check_pages_of_columns (&self);
  select_some (&self);
  picture (&self, "paper", "columns-1200x800-light");
  picture (&self, "dark", "columns-1200x800-dark");
  fz_reading_settings_reset (settings);
}

static void
test_narrow (void)
{
  g_autoptr (FzTestReader) reader = fz_test_reader_new (400, 700);
  g_autoptr (FzReadingSettings) settings = fz_reading_settings_new ();
  Fixture self = { reader, fz_test_reader_view (reader), settings };

  fz_test_reader_open (reader, reader->article);
  set (&self, "columns", "two");
  g_assert_cmpfloat (extents_at (&self, 0).origin.x, <, 100);
  set (&self, "direction", "down");
  picture (&self, "paper", "vertical-400x700-light");
  fz_reading_settings_reset (settings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/directions/vertical-and-columns", test_vertical_and_columns);
  g_test_add_func ("/directions/narrow", test_narrow);
  return g_test_run ();
}
