/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-lines.h"

#include <string.h>

/* The bytes of the line end at @p, other than '\n' alone; 0 where there is none. */
static gsize
line_end_at (const char *p)
{
  static const char * const ends[] = { "\r\n", "\r", "\f", "\v", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (*p == *ends[i] && g_str_has_prefix (p, ends[i]))
      return strlen (ends[i]);

  return 0;
}

static gboolean
has_other_line_ends (const char *text,
                     gsize       length)
{
  static const char leads[] = { '\r', '\v', '\xC2', '\xE2' };
  const char *end = text + length;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    for (const char *p = text; (p = memchr (p, leads[i], (gsize) (end - p))) != NULL; p++)
      if (line_end_at (p) > 0)
        return TRUE;

  return memchr (text, '\n', length) == NULL;
}

/**
 * fz_lines_normalise:
 * @text: UTF-8 ended by NUL, line ends as they come
 * @length: its bytes
 * @new_length: (out): bytes of the answer
 *
 * Returns: (transfer full): the same text with every line ended by '\n' alone
 */
char *
fz_lines_normalise (const char *text,
                    gsize       length,
                    gsize      *new_length)
{
  gboolean has_newline = memchr (text, '\n', length) != NULL;
  GString *clean;
  const char *end = text + length;

  *new_length = length;
  if (!has_other_line_ends (text, length))
    return g_strndup (text, length);

  clean = g_string_sized_new (length);
  for (const char *p = text; p < end;)
    {
      gsize plain = strcspn (p, "\r\f\v\xC2\xE2");
      gsize found;

      g_string_append_len (clean, p, (gssize) plain);
      p += plain;
      if (p >= end)
        break;
      found = line_end_at (p);
      if (found == 0)
        g_string_append_c (clean, *p++);
      else if (found == 2 && *p == '\r')
        g_string_append_c (clean, '\n');
      else if (*p == '\f' && has_newline)
        g_string_append_c (clean, '\f');
      else
        g_string_append_c (clean, has_newline ? ' ' : '\n');
      p += found;
    }

  *new_length = clean->len;
  return g_string_free_and_steal (clean);
}
