/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "fz-library.h"
#include "fz-schema.h"
#include "fz-search-index.h"
#include "fz-search-plan.h"
#include "bench.h"
#include "lists.h"
#include "maker.h"

/* A library of many articles: how fast they come in, how large the index is, and
 * how soon the first page of hits is there, with snippets.
 *
 *   bench-search [--articles=N] [--folder=FOLDER] [--no-bare] [--slowest]
 *
 * A library that FOLDER has is taken as it is.  Prints a row a measure: name,
 * figure, unit, ratio and what it is a ratio to; with --slowest also, on standard
 * error, the ten queries of each list that took longest and what FTS5 is asked
 * for them.
 * The same texts go, bare, into the same FTS5 table in another file, with as many
 * in a transaction; import is compared with that.  Queries are pieces of one to
 * twelve characters of the texts, and words by how often they come, so that some
 * stand in one article and some in each; each is asked once, from a library that
 * was just opened, when what it does while nobody writes is done.  The times are
 * the processor's, of all threads of the program; waiting for a disk is not in
 * them, and the system may have the file in memory. */

#define ARTICLES_A_PAGE 8
#define N_QUERIES       200
#define PAGE            50
#define N_SLOWEST       10

typedef struct {
  int     articles;
  char   *folder;
  gboolean no_bare;
  gboolean slowest;
  gint64  text_bytes;
  double  import_seconds;
  double  bare_seconds;
} Bench;

static char *
file_of (const Bench *self,
         const char  *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* A million takes an hour: who waits is told, beside the rows. */
static void
tell (const Bench *self,
      const char  *what,
      guint        done,
      double       seconds)
{
  const guint often = 10000;

  if (done % often == 0)
    g_printerr ("%s: %u of %d, %.0f a second\n", what, done, self->articles, done / seconds);
}

static void
import (Bench *self)
{
  g_autofree char *path = file_of (self, "library.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, &error);
  g_autoptr (Maker) maker = maker_new (FZ_TEST_DATA, 1);

  bench_check (library != NULL, error);
  for (guint i = 0; i < (guint) self->articles / ARTICLES_A_PAGE; i++)
    {
      g_autoptr (FzSource) source = maker_source (maker, i, ARTICLES_A_PAGE);
      double start = bench_seconds_now ();

      bench_check (fz_library_add (library, source, NULL, NULL, &error), error);
      self->import_seconds += (bench_seconds_now () - start);
      for (guint k = 0; k < ARTICLES_A_PAGE; k++)
        self->text_bytes += (gint64) strlen (((FzArticle *) source->page->articles->pdata[k])->text);
      tell (self, "import", (i + 1) * ARTICLES_A_PAGE, self->import_seconds);
    }
  fz_library_close (library);
}

static gboolean
insert_bare (FzConnection  *writer,
             gpointer       data,
             GError       **error)
{
  const FzSource *source = data;
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_INDEX_ROW, error);
  static gint64 key;

  for (guint i = 0; add != NULL && i < source->page->articles->len; i++)
    {
      const FzArticle *article = source->page->articles->pdata[i];

      fz_statement_bind_int (add, ++key);
      fz_statement_bind_text (add, article->title);
      fz_statement_bind_text (add, article->text);
      fz_statement_bind_text (add, NULL);
      fz_statement_bind_text (add, NULL);
      fz_statement_bind_text (add, NULL);
      if (!fz_statement_run (add, error))
        return FALSE;
    }
  return add != NULL;
}

static void
insert_all_bare (Bench *self)
{
  g_autofree char *path = file_of (self, "bare.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) writer = fz_schema_open (path, NULL, &error);
  g_autoptr (Maker) maker = maker_new (FZ_TEST_DATA, 1);

  bench_check (writer != NULL, error);
  for (guint i = 0; i < (guint) self->articles / ARTICLES_A_PAGE; i++)
    {
      g_autoptr (FzSource) source = maker_source (maker, i, ARTICLES_A_PAGE);
      double start = bench_seconds_now ();

      bench_check (fz_connection_run (writer, FZ_TRANSACTION_WRITE, insert_bare, source, NULL, &error), error);
      self->bare_seconds += (bench_seconds_now () - start);
      tell (self, "bare", (i + 1) * ARTICLES_A_PAGE, self->bare_seconds);
    }
}

static gboolean
step (FzConnection  *writer,
      gpointer       out_step,
      GError       **error)
{
  return fz_search_index_step (writer, out_step, error);
}

/* What the library does while nobody writes. */
static void
merge (const Bench *self)
{
  g_autofree char *path = file_of (self, "library.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) writer = fz_schema_open (path, NULL, &error);
  FzIndexStep did = FZ_INDEX_MERGED;
  double start = bench_seconds_now (), longest = 0;

  while (did != FZ_INDEX_NOTHING)
    {
      double before = bench_seconds_now ();

      bench_check (fz_connection_run (writer, FZ_TRANSACTION_WRITE, step, &did, NULL, &error), error);
      longest = MAX (longest, bench_seconds_now () - before);
    }
  g_print ("search-merge\t%.1f\ts\t", bench_seconds_now () - start);
  if (self->import_seconds > 0)
    g_print ("%.2f\tthe import; ", (bench_seconds_now () - start) / self->import_seconds);
  else
    g_print ("-\tnot compared; ");
  g_print ("the longest step took %.0f ms\n", longest * 1000);
}

static void
print_import (const Bench *self)
{
  if (self->no_bare)
    g_print ("search-import\t%.0f\tarticles/s\t-\tnot compared\n", self->articles / self->import_seconds);
  else
    g_print ("search-import\t%.0f\tarticles/s\t%.2f\ta bare insert of the same text\n",
             self->articles / self->import_seconds, self->bare_seconds / self->import_seconds);
}

static gint64
ask (const Bench *self,
     const char  *sql)
{
  g_autofree char *path = file_of (self, "library.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (FzConnection) reader = fz_connection_open (path, FZ_CONNECTION_READER, NULL, &error);
  gint64 answer = 0;

  bench_check (reader != NULL && fz_connection_ask (reader, sql, &answer, &error), error);
  return answer;
}

static void
print_size (const Bench *self)
{
  gint64 text = ask (self, "SELECT sum (length (CAST (text AS BLOB))) FROM article_text");
  gint64 size = ask (self, "SELECT (SELECT sum (length (block)) FROM search_data) + (SELECT sum (length (sz) + 12) FROM search_docsize)");

  g_print ("search-index-size\t%.1f\tMB\t%.2f\tthe text\n", (double) size / 1e6, (double) size / (double) text);
}

typedef struct {
  double time; /* ms */
  guint  n;    /* of hits on the page */
  char  *query;
} Asked;

static void
asked_clear (gpointer data)
{
  g_free (((Asked *) data)->query);
}

static int
compare_asked (gconstpointer a,
               gconstpointer b)
{
  double first = ((const Asked *) a)->time, second = ((const Asked *) b)->time;

  return (first > second) - (first < second);
}

static Asked
time_query (FzLibrary  *library,
            const char *words,
            const char *filter)
{
  Asked asked = { .query = g_strconcat ("“", words, "” ", filter, NULL) };
  FzSearchRequest request = { .query = asked.query, .limit = PAGE };
  g_autoptr (GError) error = NULL;
  double start = bench_seconds_now ();
  g_autoptr (FzHits) hits = fz_library_search (library, &request, NULL, &error);

  asked.time = (bench_seconds_now () - start) * 1000;
  bench_check (hits != NULL, error);
  asked.n = hits->rows->len;
  return asked;
}

static void
print_slowest (GArray *asked)
{
  for (guint i = 1; i <= MIN (asked->len, N_SLOWEST); i++)
    {
      const Asked *one = &g_array_index (asked, Asked, asked->len - i);
      g_autoptr (FzSearchPlan) plan = fz_search_plan_new (one->query, NULL);

      g_printerr ("  %.1f ms, %u on the page: %s: %s\n", one->time, one->n, one->query, plan->match);
    }
}

/* @filter stands behind each query. */
static void
time_queries (const Bench *self,
              GPtrArray   *queries,
              const char  *name,
              const char  *filter)
{
  g_autofree char *path = file_of (self, "library.db");
  g_autoptr (FzLibrary) library = fz_library_open (path, NULL, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Asked));
  double most, median;

  g_array_set_clear_func (all, asked_clear);
  for (guint i = 0; i < queries->len; i++)
    {
      Asked asked = time_query (library, queries->pdata[i], filter);

      g_array_append_val (all, asked);
    }
  g_array_sort (all, compare_asked);
  most = g_array_index (all, Asked, all->len * 95 / 100).time;
  median = g_array_index (all, Asked, all->len / 2).time;
  g_print ("%s\t%.2f\tms, 95th percentile\t%.2f\tthe median; the slowest took %.0f ms, %s\n", name, most, most / median,
           g_array_index (all, Asked, all->len - 1).time, g_array_index (all, Asked, all->len - 1).query);
  if (self->slowest)
    print_slowest (all);
  fz_library_close (library);
}

/* Without what is no query: marks alone, line ends. */
static GPtrArray *
choose_queries (void)
{
  g_autoptr (Maker) maker = maker_new (FZ_TEST_DATA, 1);
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);

  while (queries->len < N_QUERIES)
    {
      g_autoptr (FzSource) source = maker_source (maker, queries->len, 1);
      char *query = maker_query (maker, ((FzArticle *) source->page->articles->pdata[0])->text);

      if (strpbrk (query, "\n\"") == NULL && strstr (query, "“") == NULL && strstr (query, "”") == NULL &&
          g_unichar_isalnum (g_utf8_get_char (query)))
        g_ptr_array_add (queries, query);
      else
        g_free (query);
    }
  return queries;
}

/* A filter for the paper of the first page. */
static char *
choose_paper (void)
{
  g_autoptr (Maker) maker = maker_new (FZ_TEST_DATA, 1);
  g_autoptr (FzSource) source = maker_source (maker, 0, 1);

  return g_strconcat ("paper:", source->newspaper.value, NULL);
}

static void
remove_file (const Bench *self,
             const char  *name)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (name, suffixes[i], NULL);
      g_autofree char *path = file_of (self, file);

      g_unlink (path);
    }
}

static void
make_library (Bench *self)
{
  import (self);
  if (!self->no_bare)
    insert_all_bare (self);
  remove_file (self, "bare.db");
  print_import (self);
}

static void
run (Bench *self)
{
  g_autoptr (GPtrArray) queries = choose_queries ();
  g_autofree char *path = file_of (self, "library.db");
  g_autofree char *paper = choose_paper ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    make_library (self);
  merge (self);
  print_size (self);
  lists_time (path);
  time_queries (self, queries, "search-first-page", "");
  time_queries (self, queries, "search-first-page-of-region", "region:浙江");
  time_queries (self, queries, "search-first-page-of-paper", paper);
  time_queries (self, queries, "search-first-page-of-time", "date:2012..2014");
  time_queries (self, queries, "search-first-page-unread", "unread:");
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { .articles = 4000 };
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_INT, &self.articles, "How many", "N" },
    { "no-bare", 0, 0, G_OPTION_ARG_NONE, &self.no_bare, "Do not make the index without a library", NULL },
    { "slowest", 0, 0, G_OPTION_ARG_NONE, &self.slowest, "Name the queries that took longest", NULL },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the library is made, and left", "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  bench_check (g_option_context_parse (options, &argc, &argv, &error), error);
  self.folder = folder != NULL ? folder : g_dir_make_tmp ("fz-bench-XXXXXX", NULL);
  run (&self);
  if (folder == NULL)
    {
      remove_file (&self, "library.db");
      g_rmdir (self.folder);
      g_free (self.folder);
    }
  return 0;
}
