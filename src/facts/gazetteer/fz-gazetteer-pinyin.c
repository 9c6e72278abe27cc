/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <string.h>

/* How names are read: pinyin-names.tsv by hand, the longest part of a name that
 * stands there, else pinyin.tsv, a character at a time. */

static void
take_reading (Tables *self,
              char  **row)
{
  if (!g_hash_table_contains (self->readings, row[0]))
    g_hash_table_insert (self->readings, row[0], row[1]);
}

/**
 * tables_read_pinyin:
 * @self: the tables
 */
void
tables_read_pinyin (Tables *self)
{
  self->readings = g_hash_table_new (g_str_hash, g_str_equal);
  tables_read_file (self, "pinyin-names.tsv", 3, take_reading);
  tables_read_file (self, "pinyin.tsv", 2, take_reading);
}

/* The longest part at @at that has a reading, its bytes in @length. */
static const char *
reading_at (Tables     *self,
            const char *at,
            gsize      *length)
{
  const glong longest = 4;
  glong left = MIN (g_utf8_strlen (at, -1), longest);

  *length = 0;
  for (; left > 0; left--)
    {
      const char *end = g_utf8_offset_to_pointer (at, left);
      g_autofree char *part = g_strndup (at, (gsize) (end - at));
      const char *reading = g_hash_table_lookup (self->readings, part);

      *length = (gsize) (end - at);
      if (reading != NULL)
        return reading;
    }
  return NULL;
}

/**
 * tables_dup_pinyin:
 * @self: the tables
 * @name: a region's name
 *
 * Returns: (transfer full): its syllables, joined by spaces
 */
char *
tables_dup_pinyin (Tables     *self,
                   const char *name)
{
  g_autoptr (GString) pinyin = g_string_new (NULL);

  while (*name != '\0')
    {
      gsize length;
      const char *reading = reading_at (self, name, &length);

      if (reading != NULL)
        g_string_append_printf (pinyin, "%s%s", pinyin->len > 0 ? " " : "", reading);
      name += length;
    }
  return g_string_free_and_steal (g_steal_pointer (&pinyin));
}
