/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decode.h"
#include "fz-stop.h"
#include "text-test.h"

/* A page is cut no further once somebody asks for it, wherever that is. */

typedef struct {
  guint asked;
  guint patience; /* how often the answer is to go on */
} Reader;

static gboolean
has_enough (gpointer user_data)
{
  Reader *self = user_data;

  return self->asked++ >= self->patience;
}

/* Stories of two lines each. */
static GString *
make_stories (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "茶园第%u号\n\n本报讯 茶农%u笑了。\n\n", i, i);

  return text;
}

/* One line, and no end to it. */
static GString *
make_line (void)
{
  GString *text = g_string_new ("茶园\n\n本报讯 ");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "今年%u名茶农笑了，", i);
  g_string_append (text, "茶香四溢。\n");

  return text;
}

/* One paragraph, of lines as a column has them. */
static GString *
make_column (void)
{
  GString *text = g_string_new ("茶园\n\n本报讯 ");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "茶农在茶园里笑了，茶商在店里也笑\n");
  g_string_append (text, "了。\n");

  return text;
}

static GBytes *
in_encoding (GString *text, const char *encoding)
{
  gsize length;
  char *bytes = g_convert (text->str, (gssize) text->len, encoding, "UTF-8", NULL, &length, NULL);

  g_string_free (text, TRUE);
  g_assert_nonnull (bytes);

  return g_bytes_new_take (bytes, length);
}

static FzPage *
read_page (GBytes *bytes, Reader *reader, GError **error)
{
  FzPage *page;

  fz_stop_set (has_enough, reader);
  page = fz_page_read (bytes, NULL, test_names_place, NULL, error);
  fz_stop_set (NULL, NULL);

  return page;
}

/* Whenever the answer is to stop, nothing is asked behind it. */
static void
check_stops (GString *text, const char *encoding)
{
  const gsize size = text->len;
  g_autoptr (GBytes) bytes = in_encoding (text, encoding);
  Reader patient = { .patience = G_MAXUINT };
  g_autoptr (FzPage) whole = read_page (bytes, &patient, NULL);

  g_assert_nonnull (whole);
  /* Of the passes over a page at least three ask for every so many bytes. */
  g_assert_cmpuint (patient.asked, >=, 3 * size / FZ_STOP_BYTES);
  for (guint i = 0; i <= 8; i++)
    {
      Reader reader = { .patience = (patient.asked - 1) * i / 8 };
      g_autoptr (GError) error = NULL;

      g_assert_null (read_page (bytes, &reader, &error));
      g_assert_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_STOPPED);
      g_assert_cmpuint (reader.asked, ==, reader.patience + 1);
    }
}

static void
test_stories (void)
{
  check_stops (make_stories (), "UTF-8");
}

static void
test_line (void)
{
  check_stops (make_line (), "UTF-8");
}

static void
test_column (void)
{
  check_stops (make_column (), "UTF-8");
}

/* While it is decoded too: each buffer of a converter counts. */
static void
test_decoding (void)
{
  GString *text = make_line ();
  const gsize size = text->len;
  g_autoptr (GBytes) bytes = in_encoding (text, "GB18030");
  g_auto (FzDecoded) decoded = { 0 };
  Reader patient = { .patience = G_MAXUINT };

  fz_stop_set (has_enough, &patient);
  g_assert_true (fz_decode (bytes, NULL, &decoded, NULL));
  fz_stop_set (NULL, NULL);
  g_assert_cmpuint (patient.asked, >=, size / FZ_STOP_BYTES - 1);
  check_stops (make_line (), "GB18030");
}

/* Bytes count until there are enough of them, and who said yes is not asked again. */
static void
test_counts (void)
{
  Reader reader = { .patience = 1 };

  fz_stop_set (has_enough, &reader);
  g_assert_false (fz_stop_asked_after (FZ_STOP_BYTES - 1));
  g_assert_cmpuint (reader.asked, ==, 0);
  g_assert_false (fz_stop_asked_after (1));
  g_assert_cmpuint (reader.asked, ==, 1);
  g_assert_false (fz_stop_asked_after (FZ_STOP_BYTES - 1));
  g_assert_true (fz_stop_asked_after (1));
  g_assert_true (fz_stop_asked_after (1));
  g_assert_true (fz_stop_asked ());
  g_assert_cmpuint (reader.asked, ==, 2);
  fz_stop_set (NULL, NULL);
  g_assert_false (fz_stop_asked_after (FZ_STOP_BYTES));
}

/* Who asked before is asked no more. */
static void
test_forgets (void)
{
  g_autoptr (FzPage) page = NULL;
  Reader reader = { 0 };

  fz_stop_set (has_enough, &reader);
  g_assert_true (fz_stop_asked ());
  fz_stop_set (NULL, NULL);
  g_assert_false (fz_stop_asked ());
  page = test_read ("茶园\n\n本报讯 茶农笑了。\n");
  g_assert_nonnull (page);
  g_assert_cmpuint (reader.asked, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/stop/stories", test_stories);
  g_test_add_func ("/text/stop/line", test_line);
  g_test_add_func ("/text/stop/column", test_column);
  g_test_add_func ("/text/stop/decoding", test_decoding);
  g_test_add_func ("/text/stop/counts", test_counts);
  g_test_add_func ("/text/stop/forgets", test_forgets);

  return g_test_run ();
}
