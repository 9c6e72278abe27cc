/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Phrases of any length, with marks, words and numbers in them: those that are read
 * from a few articles and those that the index finds are the hits of a plain scan of
 * all articles, by rank, by date and counted, all at once and page after page. */

#include "config.h"

#include <string.h>

#include "fz-search-match.h"
#include "samples.h"

/* More than are read for a phrase, so that some of its parts stand in too many. */
#define N_ARTICLES 900
#define N_SOURCES  9
#define N_QUERIES  300
#define N_PAGED    100

static const char * const parts[] = {
  "水库", "移民", "新村", "今天", "天气", "天", "的", "的", "的", "在", "了", "度", "年", "万元", "亿", "国", "國", "ＧＤＰ",
  "gdp", "5G", "12.3", "12.3万", "123000", "3", "3", "10", "2023", "，", "，", "。", "、", "%", " ", "“",
};

typedef struct {
  GPtrArray *texts;     /* (element-type utf8) */
  GPtrArray *atoms;     /* (element-type FzAtoms): of each text */
  GPtrArray *headlines; /* and of each headline */
} Scan;

static char *
chance_text (guint most)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (1, (gint32) most);

  for (int i = 0; i < n; i++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free_and_steal (text);
}

static void
add_article (FzSource *source,
             guint     number)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { number, 0 };
  g_autofree char *words = chance_text (5), *title = g_strconcat ("题", words, NULL), *body = chance_text (60);

  article->number = article->first_line = article->last_line = number;
  article->title = g_strdup (title);
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, title, -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, body, -1, &piece, 1);
  g_ptr_array_add (source->page->articles, article);
  g_ptr_array_add (source->facts, fz_facts_new ());
}

/* Not in the order in which they come; of two there is none. */
static char *
date_of (guint source)
{
  return source % 4 == 3 ? NULL : g_strdup_printf ("2031-0%u-11", 1 + source * 5 % 9);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture_set_up (fixture, NULL);
  for (guint i = 1; i <= N_SOURCES; i++)
    {
      FzSource *source = sample_small (i, FZ_REGION_NONE);
      g_autofree char *date = date_of (i);

      sample_cut (source, 0);
      fz_claim_set (&source->date, date, FZ_PROVENANCE_READ);
      g_ptr_array_set_size (source->page->articles, 0);
      for (guint k = 1; k <= N_ARTICLES / N_SOURCES; k++)
        add_article (source, k);
      g_assert_true (fixture_add (fixture, source));
    }
}

static void
scan_article (Scan      *scan,
              FzLibrary *library,
              gint64     id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_library_load (library, id, NULL, &error);
  const FzArticle *article;

  g_assert_no_error (error);
  article = stored->article;
  g_ptr_array_add (scan->texts, g_strdup (article->text));
  g_ptr_array_add (scan->atoms, fz_atoms_new (article->text, strlen (article->text)));
  g_ptr_array_add (scan->headlines, fz_atoms_new (article->title, strlen (article->title)));
}

static gboolean
stands_in (const FzPhrase *phrase,
           const FzAtoms  *atoms)
{
  guint start, end;

  return fz_phrase_find (phrase, atoms, 0, &start, &end);
}

/* A character for each article. */
static char *
hits_of_scan (const Scan     *scan,
              const FzPhrase *phrase)
{
  char *hits = g_strnfill (N_ARTICLES, '-');

  for (guint i = 0; i < N_ARTICLES; i++)
    if (stands_in (phrase, scan->atoms->pdata[i]) || stands_in (phrase, scan->headlines->pdata[i]))
      hits[i] = '+';
  return hits;
}

static char *
hits_of_library (FzLibrary     *library,
                 const char    *query,
                 FzSearchOrder  order)
{
  FzSearchRequest request = { query, order, N_ARTICLES, { 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzHits) found = fz_library_search (library, &request, NULL, &error);
  char *hits = g_strnfill (N_ARTICLES, '-');

  g_assert_no_error (error);
  for (guint i = 0; i < found->rows->len; i++)
    hits[((FzHit *) found->rows->pdata[i])->entry->id - 1] = '+';
  return hits;
}

static guint
count (const char *hits)
{
  guint n = 0;

  for (; *hits != '\0'; hits++)
    n += *hits == '+';
  return n;
}

static gboolean
is_same (FzLibrary  *library,
         const char *query,
         const char *expected)
{
  g_autofree char *ranked = hits_of_library (library, query, FZ_SEARCH_BY_RELEVANCE);
  g_autofree char *dated = hits_of_library (library, query, FZ_SEARCH_BY_DATE);

  return g_str_equal (ranked, expected) && g_str_equal (dated, expected) &&
         fz_library_count_hits (library, query, N_ARTICLES, NULL, NULL) == count (expected);
}

/* A piece of a text, that may begin and end anywhere, or what may stand nowhere. */
static char *
chance_phrase (const Scan *scan)
{
  const char *text = scan->texts->pdata[g_test_rand_int_range (0, N_ARTICLES)];
  gint32 length = (gint32) g_utf8_strlen (text, -1);
  gint32 start = g_test_rand_int_range (0, length), end = start + g_test_rand_int_range (2, 14);

  if (g_test_rand_int_range (0, 5) == 0)
    return chance_text (6);
  return g_utf8_substring (text, start, MIN (length, end));
}

typedef struct {
  gint64 article;
  double rank;
} PagedHit;

/* Page after page; each page says where it ended. */
static GArray *
read_pages (FzLibrary     *library,
            const char    *query,
            FzSearchOrder  order)
{
  FzSearchRequest request = { query, order, 0, { 0 } };
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PagedHit));
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (FzHits) page = NULL;

      request.limit = (guint) g_test_rand_int_range (1, 40);
      page = fz_library_search (library, &request, NULL, NULL);
      g_assert_cmpuint (page->rows->len, <=, request.limit);
      g_assert_true (!page->more || page->rows->len == request.limit);
      for (guint i = 0; i < page->rows->len; i++)
        {
          PagedHit hit = { ((FzHit *) page->rows->pdata[i])->entry->id, page->after.rank };

          g_array_append_val (all, hit);
        }
      more = page->more;
      request.after = page->after;
    }
  return all;
}

/* The latest first, what has no date last, of one day as they were imported. */
static int
compare_dates (gint64 a,
               gint64 b)
{
  guint n = N_ARTICLES / N_SOURCES;
  g_autofree char *first = date_of ((guint) (a - 1) / n + 1), *second = date_of ((guint) (b - 1) / n + 1);
  int order = g_strcmp0 (second, first);

  return order != 0 ? order : (a > b) - (a < b);
}

/* Each hit of the scan once, in one order whichever way it is cut into pages. */
static gboolean
has_same_pages (FzLibrary     *library,
                const char    *query,
                FzSearchOrder  order,
                const char    *expected)
{
  FzSearchRequest whole = { query, order, N_ARTICLES, { 0 } };
  g_autoptr (FzHits) once = fz_library_search (library, &whole, NULL, NULL);
  g_autoptr (GArray) paged = read_pages (library, query, order);
  g_autofree char *hits = g_strnfill (N_ARTICLES, '-');

  if (paged->len != once->rows->len)
    return FALSE;
  for (guint i = 0; i < paged->len; i++)
    {
      const PagedHit *hit = &g_array_index (paged, PagedHit, i), *before = hit - 1;

      if (((FzHit *) once->rows->pdata[i])->entry->id != hit->article || hits[hit->article - 1] == '+')
        return FALSE;
      if (i > 0 && (order == FZ_SEARCH_BY_DATE ? compare_dates (before->article, hit->article) >= 0 : before->rank < hit->rank))
        return FALSE;
      hits[hit->article - 1] = '+';
    }
  return g_str_equal (hits, expected);
}

static void
scan_clear (Scan *scan)
{
  g_ptr_array_unref (scan->texts);
  g_ptr_array_unref (scan->atoms);
  g_ptr_array_unref (scan->headlines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

static void
scan_all (Scan      *scan,
          FzLibrary *library)
{
  *scan = (Scan) {
    g_ptr_array_new_with_free_func (g_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) fz_atoms_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) fz_atoms_free),
  };
  for (gint64 id = 1; id <= N_ARTICLES; id++)
    scan_article (scan, library, id);
}

/* A query for a phrase, and what a scan finds for it; %NULL where it is no query. */
static char *
chance_query (const Scan  *scan,
              char       **out_expected)
{
  g_autofree char *phrase = chance_phrase (scan);
  g_autoptr (FzAtoms) atoms = fz_atoms_new (phrase, strlen (phrase));
  FzPhrase wanted = { .atoms = atoms };

  if (atoms->list->len == 0)
    return NULL;
  *out_expected = hits_of_scan (scan, &wanted);
  return g_strdup_printf ("「%s」", phrase);
}

static void
test_phrases (Fixture       *fixture,
              gconstpointer  unused)
{
  g_auto (Scan) scan = { NULL };
  guint n_found = 0;

  scan_all (&scan, fixture->library);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *expected = NULL, *query = chance_query (&scan, &expected);

      if (query == NULL)
        continue;
      n_found += count (expected) > 0;
      if (!is_same (fixture->library, query, expected))
        {
          g_test_message ("%s: other hits than a scan has", query);
          g_test_fail ();
          break;
        }
    }
  g_test_message ("%u of %u phrases stand somewhere", n_found, N_QUERIES);
  g_assert_cmpuint (n_found, >, N_QUERIES / 4);
}

/* The second page and those behind it, by rank and by date. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  unused)
{
  g_auto (Scan) scan = { NULL };
  guint n_over_one = 0;

  scan_all (&scan, fixture->library);
  for (guint i = 0; i < N_PAGED; i++)
    {
      g_autofree char *expected = NULL, *query = chance_query (&scan, &expected);

      if (query == NULL)
        continue;
      n_over_one += count (expected) > 40;
      if (!has_same_pages (fixture->library, query, FZ_SEARCH_BY_RELEVANCE, expected) ||
          !has_same_pages (fixture->library, query, FZ_SEARCH_BY_DATE, expected))
        {
          g_test_message ("%s: other pages than a scan has hits", query);
          g_test_fail ();
          break;
        }
    }
  g_test_message ("%u of %u phrases have more than a page", n_over_one, N_PAGED);
  g_assert_cmpuint (n_over_one, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-phrases/chance", Fixture, NULL, set_up, test_phrases, fixture_tear_down);
  g_test_add ("/search-phrases/pages", Fixture, NULL, set_up, test_pages, fixture_tear_down);
  return g_test_run ();
}
