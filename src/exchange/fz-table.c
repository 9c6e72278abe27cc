/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-table.h"

#define GAP 2

struct _FzTable {
  guint      n_columns;
  GPtrArray *cells; /* row after row */
};

/**
 * fz_table_new:
 *
 * Returns: (transfer full): a table of @n_columns columns without a row
 */
FzTable *
fz_table_new (guint n_columns)
{
  FzTable *self = g_new0 (FzTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
fz_table_free (FzTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * fz_text_append_safe:
 * @text: what stood in a file
 * @length: its bytes, or -1
 *
 * Appends @text as a terminal may be given it: what would move the cursor,
 * colour the screen or speak to the terminal is shown as U+FFFD, a tab as a
 * space.
 */
void
fz_text_append_safe (GString *out, const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        c = ' ';
      else if (c != '\n' && g_unichar_type (c) == G_UNICODE_CONTROL)
        c = 0xfffd;
      g_string_append_unichar (out, c);
    }
}

static char *
dup_safe (const char *text)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  fz_text_append_safe (safe, text, -1);
  g_strdelimit (safe->str, "\n", ' ');
  return g_string_free_and_steal (g_steal_pointer (&safe));
}

/**
 * fz_table_add:
 * @cell: (nullable): the next cell, left to right and row after row
 */
void
fz_table_add (FzTable *self, const char *cell)
{
  g_ptr_array_add (self->cells, dup_safe (cell != NULL ? cell : ""));
}

/**
 * fz_text_width:
 *
 * Returns: the columns that @text takes on a terminal: two for a character that
 *   is wide in East Asian text (UAX #11), none for one that combines
 */
guint
fz_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iswide (c) ? 2 : g_unichar_iszerowidth (c) ? 0 : 1;
    }
  return width;
}

static guint
column_width (const FzTable *self, guint column)
{
  guint width = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, fz_text_width (self->cells->pdata[i]));
  return width;
}

static void
print_row (const FzTable *self, guint row, const guint *widths, GString *out)
{
  guint pending = 0; /* blanks owed, so that no row ends with some */

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = self->cells->pdata[row * self->n_columns + i];

      if (*cell != '\0')
        {
          g_string_append_printf (out, "%*s%s", (int) pending, "", cell);
          pending = 0;
        }
      if (widths[i] > 0)
        pending += widths[i] - fz_text_width (cell) + GAP;
    }
  g_string_append_c (out, '\n');
}

/**
 * fz_table_print:
 * @indent: stands before each row
 *
 * Appends the rows to @out, each column as wide as its widest cell; a column
 * without a word takes no room.
 */
void
fz_table_print (const FzTable *self, const char *indent, GString *out)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = column_width (self, i);
  for (guint row = 0; row < self->cells->len / self->n_columns; row++)
    {
      g_string_append (out, indent);
      print_row (self, row, widths, out);
    }
}
