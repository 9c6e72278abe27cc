/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-table.h"

/* @folder: one of tests/data */
GoldTable *
gold_table_read (const char *folder, const char *page, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.tsv", page, name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GoldTable *self = g_new0 (GoldTable, 1);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_nonnull (lines[0]);

  self->columns = g_strsplit (lines[0], "\t", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      GStrv cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (self->columns));
      g_ptr_array_add (self->rows, cells);
    }
  return self;
}

void
gold_table_free (GoldTable *self)
{
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* A column that the table has not is a mistake in the test. */
const char *
gold_table_cell (const GoldTable *self, guint row, const char *column)
{
  char **cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->columns[i] != NULL; i++)
    if (g_str_equal (self->columns[i], column))
      return cells[i];
  g_assert_not_reached ();
}

guint
gold_table_line (const GoldTable *self, guint row, const char *column)
{
  return g_ascii_strtoull (gold_table_cell (self, row, column), NULL, 10);
}
