/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tune-pages.h"

#include <stdio.h>
#include <string.h>

#include "fz-columns.h"
#include "fz-decode.h"
#include "fz-kinds.h"
#include "fz-pairs.h"
#include "fz-region.h"
#include "fz-repeats.h"
#include "tune-variants.h"

static gboolean
names_place (const char *text, gsize length, gpointer user_data)
{
  return fz_region_text_names_one (text, length);
}

enum { CHANCES = 3 }; /* of each page to have been set otherwise */

static const FzPlaces places = { names_place, NULL };

static GStrv
read_rows (const char *folder, const char *page, const char *table)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.%s.tsv", folder, page, table);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    g_error ("cannot read %s", file);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static guint
cell_number (GStrv cells, guint i)
{
  return (guint) g_ascii_strtoull (cells[i], NULL, 10);
}

/* 0 where the line lies in no article, 1 where it opens one, else 2. */
static void
mark_spans (guint8 *spans, guint n, GStrv rows)
{
  for (guint row = 1; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);
      guint first = cell_number (cells, 2), last = cell_number (cells, 3);

      for (guint line = first; line <= last && line < n; line++)
        spans[line] = line == first ? 1 : 2;
    }
}

/* A label that no line can have is a slip of the table, or a case too rare. */
static FzLabel
coerce (const Page *page, guint line, FzRole role, FzPhase phase)
{
  static const FzRole stand_ins[] = { FZ_ROLE_KICKER, FZ_ROLE_NOISE };

  if (fz_label_exists (fz_label (role, phase)))
    return fz_label (role, phase);
  fprintf (stderr, "%s:%u: no %s can stand there (%u)\n", page->name, line, fz_role_name (role), phase);
  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    if (fz_label_exists (fz_label (stand_ins[i], phase)))
      return fz_label (stand_ins[i], phase);
  g_assert_not_reached ();
}

/* The line that the paragraph of @line goes on with: the one that the note names,
 * or the next of its role. */
static guint
joined_line (const Page *page, guint i, const char *note)
{
  guint number = g_str_has_prefix (note, "->") ? (guint) g_ascii_strtoull (note + 2, NULL, 10) : 0;

  for (guint next = i + 1; next < page->lines->lines->len; next++)
    if (number ? fz_lines_at (page->lines, next)->number == number : fz_label_role (page->gold[next]) == fz_label_role (page->gold[i]))
      return next;
  return FZ_LINE_NONE;
}

static void
read_joins (Page *page, GStrv rows)
{
  guint n = page->lines->lines->len, i = 0;

  page->next = g_new (guint, n);
  memset (page->next, 0xff, n * sizeof *page->next);
  for (guint row = 1; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);

      while (i < n && fz_lines_at (page->lines, i)->number < cell_number (cells, 0))
        i++;
      if (i < n && fz_lines_at (page->lines, i)->number == cell_number (cells, 0) && g_str_equal (cells[2], "yes"))
        page->next[i] = joined_line (page, i, cells[3]);
    }
}

static void
read_labels (Page *page, const char *folder)
{
  g_auto (GStrv) articles = read_rows (folder, page->name, "articles");
  g_auto (GStrv) rows = read_rows (folder, page->name, "lines");
  guint n = page->lines->lines->len ? fz_lines_at (page->lines, page->lines->lines->len - 1)->number + 1 : 1;
  g_autofree guint8 *spans = g_new0 (guint8, n);
  g_autofree int *roles = g_new (int, n);
  FzStage stage = FZ_STAGE_OUTSIDE;

  memset (roles, -1, n * sizeof *roles);
  mark_spans (spans, n, articles);
  for (guint row = 1; rows[row] != NULL; row++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);

      if (cell_number (cells, 0) < n)
        roles[cell_number (cells, 0)] = fz_role_from_name (cells[1]);
    }
  page->gold = g_new (FzLabel, page->lines->lines->len);
  for (guint i = 0; i < page->lines->lines->len; i++)
    {
      guint line = fz_lines_at (page->lines, i)->number;
      FzRole role = roles[line] < 0 ? FZ_ROLE_NOISE : (FzRole) roles[line];
      FzPhase phase = spans[line] == 0 ? FZ_PHASE_OUTSIDE : spans[line] == 1 ? FZ_PHASE_OPENS :
                      stage == FZ_STAGE_TEXT || role == FZ_ROLE_BODY || role == FZ_ROLE_HEADING ? FZ_PHASE_TEXT : FZ_PHASE_HEAD;

      page->gold[i] = coerce (page, line, role, phase);
      stage = fz_label_stage (page->gold[i]);
    }
  read_joins (page, rows);
}

/* What is seen of @text, which becomes the text of @page. */
void
tune_cut_lines (Page *page, const char *text, gsize length)
{
  gsize size;

  page->text = fz_lines_normalise (text, length, &size);
  page->lines = fz_lines_new (page->text, size);
  fz_columns_mark (page->lines);
  fz_pairs_mark (page->lines);
  fz_repeats_mark (page->lines);
  fz_kinds_mark (page->lines);
  page->observed = fz_observe (page->lines, &places);
}

static Page *
read_page (const char *folder, const char *gold, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.txt", folder, name);
  g_auto (FzDecoded) decoded = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  Page *page = g_new0 (Page, 1);
  char *data;
  gsize size;

  if (!g_file_get_contents (file, &data, &size, NULL))
    g_error ("cannot read %s", file);
  bytes = g_bytes_new_take (data, size);
  if (!fz_decode (bytes, NULL, &decoded, NULL))
    g_error ("cannot decode %s", file);
  page->name = g_strdup (name);
  tune_cut_lines (page, decoded.text->str, decoded.text->len);
  read_labels (page, gold);
  return page;
}

/* The pages of @folder that @gold has tables of, put behind those of @pages. */
void
tune_read_folder (GPtrArray *pages, const char *folder, const char *gold, guint times)
{
  g_autoptr (GDir) dir = g_dir_open (gold, 0, NULL);
  const char *file;

  if (dir == NULL)
    g_error ("cannot read %s", gold);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".articles.tsv"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".articles.tsv"));
        Page *page = read_page (folder, gold, name);

        page->times = times;
        g_ptr_array_add (pages, page);
      }
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Page * const *) a)->name, (*(Page * const *) b)->name);
}

/* Numbers the pages by their names and puts their other forms behind them. */
void
tune_add_forms (GPtrArray *pages)
{
  guint n = pages->len;

  g_ptr_array_sort (pages, compare_pages);
  for (guint i = 0; i < n; i++)
    ((Page *) pages->pdata[i])->number = i;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (pages, tune_variant_marked (pages->pdata[i]));
      g_ptr_array_add (pages, tune_variant_joined (pages->pdata[i]));
      for (guint turn = 0; turn < CHANCES; turn++)
        g_ptr_array_add (pages, tune_variant_by_chance (pages->pdata[i], turn));
    }
}
