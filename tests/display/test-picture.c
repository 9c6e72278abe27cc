/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "fz-picture-taker.h"
#include "fz-test-window.h"

/* The picture of a window is taken when it has done all it was asked for, once,
 * whatever it does then. */

typedef struct {
  guint  n_told;
  GQuark domain;
  int    code;
} Told;

static void
on_taken (const GError *error, gpointer user_data)
{
  Told *told = user_data;

  told->n_told++;
  if (error)
    *told = (Told) { told->n_told, error->domain, error->code };
}

static gboolean
was_told (gpointer told)
{
  return ((Told *) told)->n_told > 0;
}

static char *
take (FzTestWindow *self, const char *name, Told *told)
{
  char *path = g_build_filename (self->folder, name, NULL);

  fz_picture_take (self->window, path, on_taken, told);
  return path;
}

/* Makes it busy for a while. */
static void
import (FzTestWindow *self, const char *name, const char *text)
{
  g_autofree char *page = fz_test_write (self, name, text);

  fz_test_window_import (self, page);
}

/* Who takes a second picture waits as long as it would take to take the first once
 * more. */
static void
test_once (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  Told first = { 0 }, second = { 0 };
  g_autofree char *one = take (self, "one.png", &first), *two = NULL;

  import (self, "page.txt", "竹廊修到山脚下\n\n本报讯 安吉县去年新修竹廊1.2公里。\n");
  fz_test_wait (was_told, &first);
  g_assert_cmpint (g_unlink (one), ==, 0);
  two = take (self, "two.png", &second);
  import (self, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n");
  fz_test_wait (was_told, &second);
  g_assert_true (g_file_test (two, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (one, G_FILE_TEST_EXISTS));
  fz_test_window_close (self);
  g_assert_cmpuint (first.n_told, ==, 1);
  g_assert_cmpuint (second.n_told, ==, 1);
  g_assert_cmpuint (first.domain, ==, 0);
}

/* Who is never idle again is told that there is no picture. */
static void
test_closed (void)
{
  g_autoptr (FzTestWindow) self = fz_test_window_new (900, 600);
  Told told = { 0 };
  g_autofree char *path = take (self, "one.png", &told);

  fz_test_window_close (self);
  g_assert_cmpuint (told.n_told, ==, 1);
  g_assert_cmpuint (told.domain, ==, G_IO_ERROR);
  g_assert_cmpint (told.code, ==, G_IO_ERROR_CLOSED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/picture/once", test_once);
  g_test_add_func ("/display/picture/closed", test_closed);
  return g_test_run ();
}
