/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <string.h>

#include "fz-decode.h"
#include "fz-page.h"

/* What a reader may name; which of them is tried goes by the input's size. */
static const char * const names[] = {
  "UTF-8", "gb18030", "GBK", "Big5", "Big5-HKSCS", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32", "Shift_JIS",
  "EUC-TW", "ISO-2022-CN", "HZ-GB-2312", "UTF-7", "windows-1252",
};

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
    n++;

  return n;
}

/* What is promised of every text that was read. */
static void
check (const FzDecoded *decoded)
{
  const FzOddities *odd = &decoded->odd;

  g_assert_true (g_utf8_validate (decoded->text->str, (gssize) decoded->text->len, NULL));
  g_assert_cmpuint (strlen (decoded->text->str), ==, decoded->text->len);
  g_assert_cmpuint (count (decoded->text->str, "\uFFFD"), ==, decoded->replaced);
  g_assert_cmpuint (count (decoded->text->str, "\uFEFF"), ==, 0);
  g_assert_cmpuint (count (decoded->text->str, "\x1B"), ==, 0);
  g_assert_cmpuint (odd->counts[FZ_ODD_BROKEN] + odd->counts[FZ_ODD_HALF] + odd->counts[FZ_ODD_NUL] + odd->counts[FZ_ODD_REPLACEMENT],
                    ==, decoded->replaced);
  g_assert_cmpuint (decoded->doubt, <=, 100);
  g_assert_nonnull (decoded->encoding);
}

static void
decode (GBytes     *bytes,
        const char *encoding)
{
  g_auto (FzDecoded) decoded = { 0 };
  g_autoptr (GError) error = NULL;

  if (fz_decode (bytes, encoding, &decoded, &error))
    check (&decoded);
  else
    g_assert_nonnull (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  decode (bytes, NULL);
  decode (bytes, names[size % G_N_ELEMENTS (names)]);

  return 0;
}
