/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-test.h"

/* A simplified and a traditional paragraph; what they say is of no matter, but
 * they must be long enough to be told apart in encodings that overlap. */
static const char simplified[] =
  "嵊州茶香飘万家\n\n本报讯(记者 於陵)今年以来，嵊州市的茶农在政府的支持下新建了三个加工中心，收入比去年同期增长了两成。\n";
static const char traditional[] =
  "茶鄉的春天來了\n\n縣政府表示，今年來自各地的遊客對這裡的產業發展很有興趣，農會將繼續開設課程，讓更多的人學會製茶。\n";

static void
assert_reads (const char *encoding,
              const char *explicit_encoding,
              const char *prefix,
              gsize       prefix_length,
              const char *text,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) data = g_string_new_len (prefix, (gssize) prefix_length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FzPage) page = NULL;
  g_autofree char *encoded = NULL;
  gsize length;

  encoded = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_string_append_len (data, encoded, (gssize) length);
  bytes = g_bytes_new (data->str, data->len);

  page = fz_page_read (bytes, explicit_encoding, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->text, ==, text);
  g_assert_cmpstr (page->encoding, ==, name);
  g_assert_cmpuint (page->replaced, ==, 0);
}

static void
test_guessed (void)
{
  assert_reads ("UTF-8", NULL, "", 0, simplified, "UTF-8");
  assert_reads ("GB18030", NULL, "", 0, simplified, "gb18030");
  assert_reads ("GBK", NULL, "", 0, traditional, "gb18030");
  assert_reads ("BIG5", NULL, "", 0, traditional, "Big5");
}

/* Names of vegetables hold hardly a character that is common in prose; what
 * GB18030 cannot read in these bytes tells them. */
static void
test_guessed_by_broken (void)
{
  assert_reads ("BIG5", NULL, "", 0,
                "蘿蔔、菠菜、芹菜、韭菜、茼蒿、莧菜、芥藍、蕃薯、芋頭、薑蒜、蔥韭、茄子、苦瓜、絲瓜、冬瓜。\n", "Big5");
}

static void
test_marked (void)
{
  assert_reads ("UTF-8", NULL, "\xEF\xBB\xBF", 3, simplified, "UTF-8");
  assert_reads ("UTF-16LE", NULL, "\xFF\xFE", 2, simplified, "UTF-16LE");
  assert_reads ("UTF-16BE", NULL, "\xFE\xFF", 2, simplified, "UTF-16BE");
  assert_reads ("UTF-32LE", NULL, "\xFF\xFE\0\0", 4, simplified, "UTF-32LE");
  assert_reads ("UTF-32BE", NULL, "\0\0\xFE\xFF", 4, simplified, "UTF-32BE");
  assert_reads ("GB18030", NULL, "\x84\x31\x95\x33", 4, simplified, "gb18030");
}

static void
test_explicit (void)
{
  assert_reads ("BIG5", "Big5", "", 0, traditional, "Big5");
  assert_reads ("UTF-16LE", "UTF-16LE", "", 0, simplified, "UTF-16LE");
  assert_reads ("GB18030", "GB18030", "", 0, simplified, "GB18030");
}

static void
assert_fails (const void  *data,
              gsize        size,
              const char  *encoding,
              FzTextError  code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (fz_page_read (bytes, encoding, NULL, NULL, &error));
  g_assert_error (error, FZ_TEXT_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_errors (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\10\6\0\0\0";
  g_autofree char *large = g_malloc0 (FZ_PAGE_MAX_BYTES + 1);
  g_autofree char *random = g_malloc (4096);
  g_autofree char *newlines = g_malloc (2 * (FZ_LINES_MAX + 1));

  assert_fails ("", 0, NULL, FZ_TEXT_ERROR_EMPTY);
  assert_fails (" \n\t\r\n\f", 6, NULL, FZ_TEXT_ERROR_EMPTY);
  assert_fails ("\xEF\xBB\xBF\n", 4, NULL, FZ_TEXT_ERROR_EMPTY);
  assert_fails ("\xE3\x80\x80", 3, NULL, FZ_TEXT_ERROR_EMPTY);
  assert_fails (png, sizeof png - 1, NULL, FZ_TEXT_ERROR_BINARY);
  assert_fails (large, FZ_PAGE_MAX_BYTES + 1, NULL, FZ_TEXT_ERROR_TOO_LARGE);
  assert_fails ("abc", 3, "no-such-encoding", FZ_TEXT_ERROR_ENCODING);
  assert_fails ("\xFF\xFF\xFF\xFF\xFF\xFF", 6, "UTF-8", FZ_TEXT_ERROR_ENCODING);

  for (guint i = 0; i < 4096; i++)
    random[i] = (char) (i % 3 == 0 ? 0xFF : 0x80 + i % 0x7F);
  assert_fails (random, 4096, NULL, FZ_TEXT_ERROR_ENCODING);

  for (guint i = 0; i <= FZ_LINES_MAX; i++)
    memcpy (newlines + 2 * i, "x\n", 2);
  assert_fails (newlines, 2 * (FZ_LINES_MAX + 1), NULL, FZ_TEXT_ERROR_TOO_LARGE);
}

/* A few broken sequences in an otherwise good text. */
static void
test_replaced (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FzPage) page = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, simplified);
  g_string_append (text, "坏\xFF字\xC3\n");
  page = test_read_bytes (text->str, text->len);
  g_assert_cmpstr (page->encoding, ==, "UTF-8");
  g_assert_cmpuint (page->replaced, ==, 2);
  g_assert_nonnull (strstr (page->text, "坏\xEF\xBF\xBD字\xEF\xBF\xBD"));
}

/* NUL is counted as unreadable, and never comes out. */
static void
test_nul (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FzPage) page = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, simplified);
  g_string_append_len (text, "a\0b", 3);
  page = test_read_bytes (text->str, text->len);
  g_assert_cmpuint (page->replaced, ==, 1);
  g_assert_true (g_str_has_suffix (page->text, "a\xEF\xBF\xBD" "b"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/decode/guessed", test_guessed);
  g_test_add_func ("/text/decode/guessed-by-broken", test_guessed_by_broken);
  g_test_add_func ("/text/decode/marked", test_marked);
  g_test_add_func ("/text/decode/explicit", test_explicit);
  g_test_add_func ("/text/decode/errors", test_errors);
  g_test_add_func ("/text/decode/replaced", test_replaced);
  g_test_add_func ("/text/decode/nul", test_nul);

  return g_test_run ();
}
