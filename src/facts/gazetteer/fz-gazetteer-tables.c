/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <stdlib.h>
#include <string.h>

/**
 * fail:
 * @file: where
 * @line: where in it
 * @what: what is wrong
 *
 * Ends the build.
 */
G_NORETURN void
fail (const char *file,
      guint       line,
      const char *what)
{
  g_printerr ("%s:%u: %s\n", file, line, what);
  exit (1);
}

/**
 * tables_read_file:
 * @self: tables
 * @name: a file of the folder
 * @columns: how many columns it has; its first line names them
 * @take: what takes a row
 */
void
tables_read_file (Tables     *self,
                  const char *name,
                  guint       columns,
                  RowFunc     take)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text, *line, *end;
  guint number = 1;

  if (!g_file_get_contents (path, &text, NULL, &error))
    fail (path, 0, error->message);
  g_ptr_array_add (self->kept, text);
  for (line = strchr (text, '\n'); line != NULL && line[1] != '\0'; line = end)
    {
      char **row;

      *line++ = '\0';
      end = strchr (line, '\n');
      if (end == NULL)
        fail (path, number + 1, "the last line is not ended");
      *end = '\0';
      row = g_strsplit (line, "\t", -1);
      *end = '\n';
      if (g_strv_length (row) != columns)
        fail (path, number + 1, "a row with another number of columns");
      take (self, row);
      g_ptr_array_add (self->kept, row);
      number++;
    }
}

/**
 * tables_name:
 * @self: tables
 * @text: a name
 *
 * Returns: its row, made where there is none
 */
Name *
tables_name (Tables     *self,
             const char *text)
{
  Name *name = g_tree_lookup (self->names, text);

  if (name == NULL)
    {
      name = g_new0 (Name, 1);
      name->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
      name->past = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_tree_insert (self->names, g_strdup (text), name);
    }
  return name;
}

/* A word of a table as the names of regions are written, 紐西蘭 as 紐西兰: it would
 * make a character of its own of 蘭, and 宜蘭 be none that is known. */
static Name *
name_of_word (Tables     *self,
              const char *word)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (folded, c < FZ_GAZETTEER_SYMBOLS && self->folds[c] != 0 ? self->folds[c] : c);
    }
  return tables_name (self, folded->str);
}

static void
take_mark (Tables *self,
           char  **row)
{
  name_of_word (self, row[0])->flags |= self->mark;
}

static void
take_natural (Tables *self,
              char  **row)
{
  take_mark (self, row);
  if (strcmp (row[2], "sight") == 0)
    name_of_word (self, row[0])->flags |= FZ_NAME_SIGHT;
}

/* A name of a region is no word, whatever the dictionary says. */
static void
take_longer_word (Tables *self,
                  char  **row)
{
  const Name *name = name_of_word (self, row[0]);

  if (name->refs->len == 0 && name->past->len == 0)
    take_mark (self, row);
}

static gboolean
count_uses (gpointer key,
              gpointer value,
              gpointer data)
{
  Tables *self = data;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FZ_GAZETTEER_SYMBOLS)
        fail (key, 0, "a character beyond the basic plane");
      self->uses[c]++;
    }
  return FALSE;
}

static void
take_fold (Tables *self,
           char  **row)
{
  gunichar printed = g_utf8_get_char (row[0]);

  if (printed < FZ_GAZETTEER_SYMBOLS && self->uses[printed] == 0)
    self->folds[printed] = (guint16) g_utf8_get_char (row[1]);
}

/* Of characters that no region's name has. */
static void
read_folds (Tables *self)
{
  g_tree_foreach (self->names, count_uses, self);
  tables_read_file (self, "folds.tsv", 2, take_fold);
}

/* Most used first, those used alike in their order. */
static int
compare_uses (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const guint *uses = data;
  const guint16 left = *(const guint16 *) a, right = *(const guint16 *) b;

  if (uses[left] != uses[right])
    return uses[left] > uses[right] ? -1 : 1;
  return (left > right) - (left < right);
}

static void
make_symbols (Tables *self)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint16));

  memset (self->uses, 0, sizeof self->uses);
  g_tree_foreach (self->names, count_uses, self);
  for (guint i = 0; i < FZ_GAZETTEER_SYMBOLS; i++)
    if (self->uses[i] != 0)
      g_array_append_val (used, (guint16) { (guint16) i });
  g_array_sort_with_data (used, compare_uses, self->uses);
  for (guint i = 0; i < used->len; i++)
    self->symbols[g_array_index (used, guint16, i)] = (guint16) (i + 1);
  for (guint i = 0; i < FZ_GAZETTEER_SYMBOLS; i++)
    if (self->folds[i] != 0 && self->symbols[i] == 0)
      self->symbols[i] = self->symbols[self->folds[i]];
}

static int
compare_text (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return strcmp (a, b);
}

static void
read_marks (Tables *self)
{
  static const struct {
    const char *file;
    guint       columns;
    FzNameFlags mark;
    RowFunc     take;
  } tables[] = {
    { "ordinary.tsv", 2, FZ_NAME_ORDINARY, take_mark },
    { "ordinary-townships.tsv", 1, FZ_NAME_ORDINARY_TOWNSHIP, take_mark },
    { "natural.tsv", 3, FZ_NAME_NATURAL, take_natural },
    { "words.tsv", 2, FZ_NAME_WORD, take_mark },
    { "longer-words.tsv", 1, FZ_NAME_WORD, take_longer_word },
    { "common-words.tsv", 1, FZ_NAME_COMMON, take_mark },
    { "distinctive.tsv", 1, FZ_NAME_DISTINCTIVE, take_mark },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      self->mark = tables[i].mark;
      tables_read_file (self, tables[i].file, tables[i].columns, tables[i].take);
    }
}

/**
 * tables_read:
 * @folder: where the tables are
 *
 * Returns: (transfer full): what they hold, for as long as the program runs
 */
Tables *
tables_read (const char *folder)
{
  Tables *self = g_new0 (Tables, 1);

  self->folder = folder;
  self->kept = g_ptr_array_new ();
  self->regions = g_array_new (FALSE, FALSE, sizeof (Region));
  self->history = g_array_new (FALSE, FALSE, sizeof (Former));
  self->names = g_tree_new_full (compare_text, NULL, NULL, NULL);
  self->strings = g_string_new (NULL);
  tables_read_regions (self);
  tables_read_pinyin (self);
  read_folds (self);
  read_marks (self);
  make_symbols (self);
  return self;
}
