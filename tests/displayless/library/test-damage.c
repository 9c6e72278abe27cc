/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One byte of a library's file is another, on each page in turn, at several places;
 * or the file ends within its last page, as a copy does that was broken off.
 * Either the library says all that it said before, or whoever opens, reads or
 * checks it is told; nothing is shown that was never written. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fz-connection.h"
#include "fz-place.h"
#include "samples.h"

#define PAGE_SIZE       4096
#define PLACES_ON_PAGE  6

static gint64
ask (const char *path, const char *sql)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  gint64 n = 0;

  g_assert_true (fz_connection_ask (reader, sql, &n, NULL));
  return n;
}

static GBytes *
make_library (const char *path)
{
  Fixture fixture = { .path = (char *) path };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (1, "余杭试点“小板凳课堂”\n", 5, 8, 2);
  FzSource *corrected = sample_small (7, SAMPLE_CHENGDU);
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64)), counts = NULL;
  gint64 last;
  char *content;
  gsize length;

  fixture.library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  annotation->note = g_strdup ("再问问");
  corrected->corrections = fz_corrections_new ();
  g_ptr_array_add (corrected->corrections, fz_correction_new (FZ_CORRECTION_TITLE, 10, 0, "白鹭回来了"));
  g_assert_true (fixture_add (&fixture, sample_source ()));
  g_assert_true (fixture_add (&fixture, corrected));
  g_assert_true (fixture_add (&fixture, sample_large (12)));
  last = ask (path, "SELECT max (id) FROM article");
  g_array_append_val (read, last);
  counts = fz_library_mark (fixture.library, read, FZ_MARK_READ, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fz_library_put_annotation (fixture.library, annotation, NULL, NULL), >, 0);
  g_assert_finalize_object (fixture.library);
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static gboolean
print_article (FzLibrary  *library,
               gint64      id,
               GString    *out)
{
  g_autoptr (FzStored) stored = fz_library_load (library, id, NULL, NULL);

  if (stored == NULL)
    return FALSE;
  g_string_append_printf (out, "%s|%s|%s|%s", stored->entry->title, stored->entry->newspaper, stored->entry->date,
                          stored->article->text);
  for (guint i = 0; i < stored->facts->figures->len; i++)
    {
      const FzFigure *figure = &g_array_index (stored->facts->figures, FzFigure, i);
      g_autofree char *value = fz_decimal_print (figure->value);

      g_string_append_printf (out, "|%s %s %u", figure->surface, value, figure->span.start);
    }
  for (guint i = 0; i < stored->annotations->len; i++)
    {
      const FzAnnotation *annotation = stored->annotations->pdata[i];

      g_string_append_printf (out, "|%s %s %u", annotation->quote, annotation->note, annotation->start);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

static gboolean
print_sources (FzLibrary *library,
               GString   *out)
{
  g_autoptr (GPtrArray) corrections = fz_library_corrections (library, 0, NULL, NULL);

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autoptr (GBytes) bytes = fz_library_source_bytes (library, id, NULL, NULL);

      if (bytes == NULL)
        return FALSE;
      g_string_append_len (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    g_string_append (out, ((FzCorrection *) corrections->pdata[i])->value);
  return corrections != NULL;
}

static gboolean
print_regions (FzLibrary *library,
               GString   *out)
{
  g_autoptr (GArray) regions = fz_library_regions (library, NULL, NULL);

  for (guint i = 0; regions != NULL && i < regions->len; i++)
    {
      const FzRegionCount *count = &g_array_index (regions, FzRegionCount, i);

      g_string_append_printf (out, "%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT " ", count->region, count->total);
    }
  return regions != NULL;
}

static gboolean
print_hits (FzLibrary *library,
            GString   *out)
{
  static const char * const queries[] = { "余杭", "小板凳课堂", "写不完", "白鹭", "paper:溪口", "钟小麦" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 n = fz_library_count_hits (library, queries[i], 100, NULL, NULL);

      if (n < 0)
        return FALSE;
      g_string_append_printf (out, "%s %" G_GINT64_FORMAT "\n", queries[i], n);
    }
  return TRUE;
}

/* All that a person is shown of a library, or %NULL where something is refused. */
static char *
print_library (FzLibrary *library)
{
  g_autoptr (GString) out = g_string_new (NULL);
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (GPtrArray) rows = fz_library_list (library, &all, 0, 100, NULL, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!print_article (library, ((FzEntry *) rows->pdata[i])->id, out))
      return NULL;
  if (rows == NULL || !print_sources (library, out) || !print_regions (library, out) || !print_hits (library, out))
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* The articles, of a library that has other sources than print_library() knows. */
static char *
print_all (FzLibrary *library)
{
  GString *out = g_string_new (NULL);
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (GPtrArray) rows = fz_library_list (library, &all, 0, 100, NULL, NULL);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (print_article (library, ((FzEntry *) rows->pdata[i])->id, out));
  return g_string_free_and_steal (out);
}

/* Refused when it is opened or read, and then by who checks it as well; or all
 * there. */
static gboolean
is_told_or_harmless (const char *path,
                     const char *expected)
{
  g_autoptr (GError) error = NULL, reason = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *found = NULL;

  if (library == NULL)
    {
      g_assert_true (error->domain == FZ_LIBRARY_ERROR);
      return TRUE;
    }
  found = print_library (library);
  if (found != NULL)
    return g_str_equal (found, expected);
  faults = fz_library_check (library, NULL, NULL, NULL, &reason);
  return faults == NULL ? reason->domain == FZ_LIBRARY_ERROR : faults->len > 0;
}

static void
test_flipped (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GBytes) whole = make_library (path);
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autofree char *expected = print_library (library);
  g_autoptr (GPtrArray) faults = fz_library_check (library, NULL, NULL, NULL, NULL);
  gsize length = g_bytes_get_size (whole);
  guint untold = 0;

  g_assert_nonnull (expected);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&library));
  for (gsize page = 0; page < length; page += PAGE_SIZE)
    for (guint i = 0; i < PLACES_ON_PAGE; i++)
      {
        g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
        gsize at = page + (gsize) g_test_rand_int_range (0, PAGE_SIZE);
        g_autofree char *damaged = g_strdup_printf ("%s-%" G_GSIZE_FORMAT, path, at);

        /* Most of a page that is not full is empty: what is written is meant. */
        while (bytes[at] == 0 && g_test_rand_int_range (0, 200) != 0)
          at = page + (gsize) g_test_rand_int_range (0, PAGE_SIZE);
        bytes[at] ^= (guint8) g_test_rand_int_range (1, 256);
        g_assert_true (g_file_set_contents (damaged, (char *) bytes, (gssize) length, NULL));
        if (!is_told_or_harmless (damaged, expected))
          {
            g_test_message ("untold: page %" G_GSIZE_FORMAT " at %" G_GSIZE_FORMAT, page / PAGE_SIZE + 1, at - page);
            untold++;
          }
      }
  g_assert_cmpuint (untold, ==, 0);
  sample_folder_free (folder);
}

/* Of the last page of a long value SQLite reads no more than the value has; values
 * of all lengths that end on a page are read, and one with another byte is not. */
#define LONG_VALUES \
  "CREATE TABLE long (value BLOB);" \
  "WITH RECURSIVE n (i) AS (SELECT 8000 UNION ALL SELECT i + 1 FROM n WHERE i < 12100) " \
  "INSERT INTO long SELECT CAST (replace (hex (zeroblob (i)), '00', 'q') AS BLOB) FROM n"
#define N_READ "SELECT count (*) FROM long WHERE instr (value, 'z') = 0"

static void
test_long_values (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (FzConnection) writer = NULL, reader = NULL, damaged = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  gint64 n = 0;

  g_bytes_unref (make_library (path));
  writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (writer, LONG_VALUES, &error));
  g_clear_pointer (&writer, fz_connection_close);
  reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_assert_true (fz_connection_ask (reader, N_READ, &n, &error));
  g_assert_cmpint (n, ==, 4101);
  g_clear_pointer (&reader, fz_connection_close);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  *(char *) memmem (content + length / 2, length / 2, "qqqqqqqq", 8) = 'p';
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  damaged = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_assert_false (fz_connection_ask (damaged, N_READ, &n, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
  sample_folder_free (folder);
}

/* A copy that was cut within its last page is not taken for a backup's source,
 * however little of it is missing. */
static void
test_cut (void)
{
  static const gsize missing[] = { 1, 100, 2000, PAGE_SIZE - 1 };
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  g_autoptr (GBytes) whole = make_library (path);

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autofree char *cut = g_strdup_printf ("%s-%u", path, i);
      g_autoptr (FzLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (cut, g_bytes_get_data (whole, NULL),
                                          (gssize) (g_bytes_get_size (whole) - missing[i]), NULL));
      library = fz_library_open (cut, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (fz_library_backup (library, copy, NULL, NULL, NULL, &error));
      g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    }
  sample_folder_free (folder);
}

static gboolean
has_note (const char *path)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  gint64 n = 0;

  g_assert_true (fz_connection_ask (reader, "SELECT count (*) FROM annotation WHERE note = '再问问'", &n, NULL));
  return n == 1;
}

/* A page whose name is lost keeps its bytes; no id that a mark names comes again. */
static gboolean
is_nameless (const char *path, gint64 n_sources)
{
  g_assert_cmpint (ask (path, "SELECT ifnull (max (article), 0) <= ifnull ((SELECT seq FROM sqlite_sequence "
                              "WHERE name = 'article'), 0) FROM reading"), ==, 1);
  if (ask (path, "SELECT count (*) FROM source WHERE name = '?' AND removed = 0 AND engine IS NULL") == 0)
    return FALSE;
  g_assert_cmpint (ask (path, "SELECT count (*) FROM source_bytes"), ==, n_sources);
  return TRUE;
}

/* Whichever page is damaged: what is salvaged is a sound library, and the reader's
 * note is lost with no page but that on which it stands. */
static void
test_salvaged (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *whole_copy = g_strconcat (path, ".new", NULL);
  g_autoptr (GBytes) whole = make_library (path);
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL), copied = NULL;
  g_autofree char *expected = print_library (library), *found = NULL;
  gsize length = g_bytes_get_size (whole);
  /* Without the list of the tables nothing is found. */
  gint64 n_of_schema = ask (path, "SELECT count (*) FROM dbstat WHERE name = 'sqlite_schema'");
  guint n_lost = 0, n_refused = 0, n_nameless = 0;
  gboolean all = FALSE;

  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_true (fz_library_salvage (path, whole_copy, NULL, NULL, &all, NULL, NULL));
  g_assert_true (all);
  copied = fz_library_open (whole_copy, NULL, NULL);
  g_assert_true (fz_library_fill_index (copied, NULL, NULL, NULL, NULL));
  found = print_library (copied);
  g_assert_cmpstr (found, ==, expected);
  for (gsize page = 0; page < length; page += PAGE_SIZE)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autofree char *damaged = g_strdup_printf ("%s-%" G_GSIZE_FORMAT, path, page), *to = g_strconcat (damaged, ".new", NULL);
      g_autoptr (FzLibrary) salvaged = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;

      memset (bytes + page, 0xa5, PAGE_SIZE);
      g_assert_true (g_file_set_contents (damaged, (char *) bytes, (gssize) length, NULL));
      if (!fz_library_salvage (damaged, to, NULL, NULL, &all, NULL, &error))
        {
          g_assert_true (error->domain == FZ_LIBRARY_ERROR);
          g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
          n_refused++;
          continue;
        }
      salvaged = fz_library_open (to, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (fz_library_fill_index (salvaged, NULL, NULL, NULL, &error));
      faults = fz_library_check (salvaged, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);
      n_lost += !has_note (to);
      n_nameless += is_nameless (to, ask (path, "SELECT count (*) FROM source_bytes"));
    }
  g_assert_cmpint (n_refused, ==, n_of_schema);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpuint (n_nameless, ==, 1);
  sample_folder_free (folder);
}

/* The text of the first article has another byte. */
static void
damage_text (const char *path)
{
  static const char words[] = "添了";
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (char *at = content; (at = memmem (at, length - (gsize) (at - content), words, strlen (words))) != NULL; at++)
    *at ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static gboolean
was_damaged (const char *path)
{
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);

  g_assert_nonnull (library);
  return fz_library_was_damaged (library);
}

/* Reads all of it, and so meets its fault. */
static void
meet (const char *path)
{
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autofree char *found = print_library (library);

  g_assert_null (found);
}

static void
check (const char *path, gboolean sound)
{
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autoptr (GPtrArray) faults = fz_library_check (library, NULL, NULL, NULL, NULL);

  g_assert_nonnull (faults);
  g_assert_true (sound == (faults->len == 0));
}

/* Who meets a fault marks the library, and whoever opens it next is told so; until
 * it is found sound, or something sound is in its place. */
static void
test_marked (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *mark = g_strconcat (path, ".damaged", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL), *beside = g_strconcat (path, ".salvaged", NULL);
  g_autoptr (GBytes) whole = make_library (path);
  gboolean all = TRUE;

  g_assert_true (g_file_set_contents (copy, g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole), NULL));
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  g_assert_true (was_damaged (path));
  check (path, TRUE);
  g_assert_false (was_damaged (path));
  damage_text (path);
  g_assert_false (was_damaged (path));
  meet (path);
  g_assert_true (was_damaged (path));
  g_assert_true (fz_library_restore (path, copy, NULL, NULL, NULL, NULL, NULL));
  g_assert_false (was_damaged (path));
  damage_text (path);
  check (path, FALSE);
  g_assert_true (was_damaged (path));
  g_assert_true (fz_library_mend (path, NULL, NULL, &all, NULL, NULL, NULL));
  g_assert_false (all);
  g_assert_false (was_damaged (path));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_assert_true (has_note (path));
  check (path, TRUE);
  sample_folder_free (folder);
}

/* All pages of the index's own table. */
static void
damage_index (const char *path)
{
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_autofree char *content = NULL;
  gsize length;
  gint64 n = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (fz_connection_ask (reader, "SELECT count (*) FROM dbstat WHERE name = 'search_data' AND pagetype = 'leaf'", &n, NULL));
  g_assert_cmpint (n, >, 0);
  for (gint64 i = 0; i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT pageno FROM dbstat WHERE name = 'search_data' AND pagetype = 'leaf' "
                                              "LIMIT 1 OFFSET %" G_GINT64_FORMAT, i);
      gint64 page = 0;

      g_assert_true (fz_connection_ask (reader, sql, &page, NULL));
      memset (content + (page - 1) * PAGE_SIZE + 100, 0xa5, 100);
    }
  g_clear_pointer (&reader, fz_connection_close);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
on_damaged (gboolean *told)
{
  *told = TRUE;
}

/* Opens it, and waits for what the writer does by itself. */
static void
assert_is_noticed (const char *path)
{
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  g_assert_false (was_damaged (path));
  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (library, "damaged", G_CALLBACK (on_damaged), &told);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_true (was_damaged (path));
  check (path, FALSE);
}

/* Pages one by one, so that their parts of the index are to be merged. */
static void
add_pages (const char *path)
{
  Fixture fixture = { .path = (char *) path, .library = fz_library_open (path, NULL, NULL) };

  for (guint i = 0; i < 40; i++)
    g_assert_true (fixture_add (&fixture, sample_small (100 + i, SAMPLE_CHENGDU)));
  g_assert_finalize_object (fixture.library);
}

/* A fault that is met while nobody asks for anything: texts are read for signatures,
 * the index is made anew from them, or merged. */
static void
test_noticed (void)
{
  static const char * const behind[] = {
    "DELETE FROM signature; UPDATE signature_state SET filled = 0",
    "UPDATE index_state SET version = 0",
  };

  for (guint i = 0; i <= G_N_ELEMENTS (behind); i++)
    {
      char *folder = sample_folder ();
      g_autofree char *path = g_build_filename (folder, "library.db", NULL);
      g_autoptr (FzConnection) writer = NULL;

      g_bytes_unref (make_library (path));
      if (i < G_N_ELEMENTS (behind))
        {
          writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, NULL);
          g_assert_true (fz_connection_execute (writer, behind[i], NULL));
          g_clear_pointer (&writer, fz_connection_close);
          damage_text (path);
        }
      else
        {
          add_pages (path);
          damage_index (path);
        }
      assert_is_noticed (path);
      sample_folder_free (folder);
    }
}

/* How many bytes of each page a file leaves for its sum ("Database File Format", 1.3.4). */
static guint
bytes_of_sum (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 100);
  return (guchar) content[20];
}

/* A library of an earlier Fangzhi has pages without sums, and keeps them; what is
 * salvaged of it has all that it had, and sums. */
static void
test_sums_for_old (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *to = g_strconcat (path, ".new", NULL);
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library", "v5.db", NULL);
  g_autofree char *content = NULL, *expected = NULL, *found = NULL;
  g_autoptr (FzLibrary) library = NULL, salvaged = NULL;
  g_autoptr (GError) error = NULL;
  gboolean all = FALSE;
  gsize length;

  g_assert_true (g_file_get_contents (old, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  expected = print_all (library);
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_cmpuint (bytes_of_sum (path), ==, 0);
  g_assert_true (fz_library_salvage (path, to, NULL, NULL, &all, NULL, &error));
  g_assert_true (all);
  g_assert_cmpuint (bytes_of_sum (to), ==, 8);
  salvaged = fz_library_open (to, NULL, &error);
  g_assert_no_error (error);
  found = print_all (salvaged);
  g_assert_cmpstr (found, ==, expected);
  g_assert_finalize_object (g_steal_pointer (&salvaged));
  sample_folder_free (folder);
}

static void
copy_bytes (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

static void
assert_all (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = print_all (library);
  g_assert_cmpstr (found, ==, expected);
  g_assert_finalize_object (g_steal_pointer (&library));
}

/* What was made on the way. */
static gboolean
has_leavings (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;

  for (const char *name; !found && (name = g_dir_read_name (files)) != NULL;)
    found = strstr (name, ".salvaged") != NULL || strstr (name, ".part") != NULL;
  return found;
}

/* Each page that no table and no index has. */
static GArray *
free_pages (const char *path)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n = ask (path, "PRAGMA page_count");

  for (gint64 page = 2; page <= n; page++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM dbstat WHERE pageno = %" G_GINT64_FORMAT, page);

      if (ask (path, sql) == 0)
        g_array_append_val (pages, page);
    }
  return pages;
}

static void
damage_free_pages (const char *path)
{
  g_autoptr (FzConnection) writer = fz_connection_open (path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_autoptr (GArray) pages = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (fz_connection_execute (writer, "CREATE TABLE gone (value); INSERT INTO gone VALUES (randomblob (90000));"
                                                "DROP TABLE gone", NULL));
  g_clear_pointer (&writer, fz_connection_close);
  pages = free_pages (path);
  g_assert_cmpuint (pages->len, >, 15);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (guint i = 0; i < pages->len; i++)
    memset (content + (g_array_index (pages, gint64, i) - 1) * PAGE_SIZE + 2000, 0xa5, 50);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static char *
print_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);

  g_assert_no_error (error);
  return print_library (library);
}

/* Nothing that is kept is damaged: it is copied whole, and the library is not called
 * damaged. */
static void
test_backup_of_whole (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *mark = g_strconcat (path, ".damaged", NULL), *expected = NULL, *found = NULL;
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (make_library (path));
  expected = print_path (path);
  damage_free_pages (path);
  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  fz_library_backup (library, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_false (has_leavings (folder));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  check (copy, TRUE);
  g_assert_cmpuint (bytes_of_sum (copy), ==, 8);
  found = print_path (copy);
  g_assert_cmpstr (found, ==, expected);
  sample_folder_free (folder);
}

/* The same copy of the file, damaged where nothing stands, is restored without that. */
static void
test_restore_of_whole (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (make_library (path));
  expected = print_path (path);
  damage_free_pages (path);
  copy_bytes (path, copy);
  fz_library_restore (path, copy, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check (path, TRUE);
  found = print_path (path);
  g_assert_cmpstr (found, ==, expected);
  g_assert_false (has_leavings (folder));
  sample_folder_free (folder);
}

/* What keeps the way round the damage from being gone is told, and is no damage. */
static void
test_backup_kept_from (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *mark = g_strconcat (path, ".damaged", NULL), *way = g_strconcat (copy, ".part.rows", NULL);
  g_autofree char *stone = g_build_filename (way, "stone", NULL);
  g_autoptr (FzLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (make_library (path));
  damage_free_pages (path);
  g_assert_cmpint (g_mkdir_with_parents (stone, 0700), ==, 0);
  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (fz_library_backup (library, copy, NULL, NULL, NULL, &error));
  g_assert_false (g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_cmpint (g_remove (stone), ==, 0);
  g_assert_cmpint (g_remove (way), ==, 0);
  sample_folder_free (folder);
}

/* What has sums takes the place of a library of an earlier Fangzhi, which has none:
 * a copy and what is salvaged of it.  Of each that stood there the file stays as it
 * was, under a name of its own, and nothing is left of what was made on the way. */
static void
test_in_place_of_old (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *before = g_strconcat (path, ".before", NULL), *second = g_strconcat (before, ".2", NULL);
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library", "v5.db", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = NULL;
  gboolean all = FALSE;

  copy_bytes (old, path);
  library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  expected = print_all (library);
  g_assert_finalize_object (g_steal_pointer (&library));
  g_assert_true (fz_library_salvage (path, copy, NULL, NULL, &all, NULL, &error));
  for (guint i = 0; i < 2; i++)
    {
      if (i == 0)
        fz_library_restore (path, copy, NULL, NULL, NULL, NULL, &error);
      else
        fz_library_mend (path, NULL, NULL, &all, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (has_leavings (folder));
      g_assert_cmpuint (bytes_of_sum (path), ==, 8);
      assert_all (path, expected);
      g_assert_cmpuint (bytes_of_sum (before), ==, 0);
    }
  g_assert_cmpuint (bytes_of_sum (second), ==, 8);
  copy_bytes (before, path);
  fz_library_mend (path, NULL, NULL, &all, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_all (path, expected);
  sample_folder_free (folder);
}

/* Nothing takes the place of a library that somebody has open; a journal that a
 * library left goes with it. */
static void
test_held (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL), *kept = g_strconcat (path, ".before-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) reader = NULL;

  g_bytes_unref (make_library (path));
  copy_bytes (path, copy);
  reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, NULL);
  g_assert_true (fz_connection_execute (reader, "BEGIN; SELECT count (*) FROM article", NULL));
  g_assert_false (fz_library_restore (path, copy, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&reader, fz_connection_close);
  g_assert_true (g_file_set_contents (journal, "of the old one", -1, NULL));
  g_assert_true (fz_library_restore (path, copy, NULL, NULL, NULL, NULL, &error));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  check (path, TRUE);
  sample_folder_free (folder);
}

/* Where nothing takes the place, what stood there has it again, with its journal. */
static void
test_not_taken (void)
{
  char *folder = sample_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL), *whole = g_strconcat (path, ".part", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL), *before = g_strconcat (path, ".before", NULL);
  g_autofree char *kept = g_strconcat (before, "-wal", NULL), *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "a library", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "its journal", -1, NULL));
  g_assert_false (fz_place_take (path, whole, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "a library");
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  sample_folder_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/flipped", test_flipped);
  g_test_add_func ("/damage/long-values", test_long_values);
  g_test_add_func ("/damage/cut", test_cut);
  g_test_add_func ("/damage/salvaged", test_salvaged);
  g_test_add_func ("/damage/sums-for-old", test_sums_for_old);
  g_test_add_func ("/damage/in-place-of-old", test_in_place_of_old);
  g_test_add_func ("/damage/held", test_held);
  g_test_add_func ("/damage/not-taken", test_not_taken);
  g_test_add_func ("/damage/backup-of-whole", test_backup_of_whole);
  g_test_add_func ("/damage/restore-of-whole", test_restore_of_whole);
  g_test_add_func ("/damage/backup-kept-from", test_backup_kept_from);
  g_test_add_func ("/damage/marked", test_marked);
  g_test_add_func ("/damage/noticed", test_noticed);
  return g_test_run ();
}
