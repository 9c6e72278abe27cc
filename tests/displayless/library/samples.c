/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include <glib/gstdio.h>

static FzPage *
page_new (void)
{
  FzPage *page = g_new0 (FzPage, 1);

  g_ref_count_init (&page->refs);
  page->encoding = g_strdup ("UTF-8");
  page->text = g_strdup ("");
  page->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_article_unref);
  return page;
}

static GPtrArray *
facts_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
}

static FzSource *
source_new (const char *name,
            const char *bytes,
            FzPage     *page,
            GPtrArray  *facts)
{
  g_autoptr (GBytes) raw = g_bytes_new (bytes, strlen (bytes));
  FzSource *source = fz_source_new (name, raw, page, facts);

  fz_page_unref (page);
  g_ptr_array_unref (facts);
  return source;
}

static FzArticle *
long_article (void)
{
  /* Its second line was printed in the column before. */
  static const FzPiece body[] = { { 9, 0 }, { 4, 12 }, { 10, 20 } };
  static const FzPiece one[] = { { 3, 0 } };
  FzArticle *article = fz_article_new ();

  article->number = 1;
  article->kind = FZ_ARTICLE_KIND_ARTICLE;
  article->first_line = 3;
  article->last_line = 10;
  article->title = g_strdup ("余杭试点“小板凳课堂”");
  article->kicker = g_strdup ("家门口的学问 / 树荫下的笑声");
  article->dateline = g_strdup ("本报讯");
  g_ptr_array_add (article->authors, fz_author_new ("记者", "钟小麦"));
  g_ptr_array_add (article->authors, fz_author_new ("通讯员", "柳芽"));
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, "余杭试点“小板凳课堂”", -1, one, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, FZ_BLOCK_FLAG_MISPLACED | FZ_BLOCK_FLAG_REPEATED,
                           "余杭区投入约32.50万元,添了𠀋凳,三至五成居民来过。", -1, body, G_N_ELEMENTS (body));
  fz_article_append_block (article, FZ_ROLE_CREDIT, FZ_BLOCK_FLAG_TRUNCATED, "", -1, NULL, 0);
  return article;
}

static FzFacts *
long_facts (void)
{
  FzFacts *facts = fz_facts_new ();
  FzPlace place = { { 1, 0, 3, 9 }, g_strdup ("余杭区"), SAMPLE_YUHANG, TRUE };
  FzFigure money = {
    .span = { 1, 5, 13, 9 }, .surface = g_strdup ("约32.50万元"), .kind = FZ_FIGURE_MONEY,
    .value = { 325000, 0 }, .unit = g_strdup ("元"), .qualifiers = FZ_QUALIFIER_APPROX,
    .change = FZ_CHANGE_UP, .indicator = g_strdup ("投入"), .period = g_strdup ("今年"), .rule = "sample-money",
    .against = g_strdup ("比上年"), .against_days = { .doubt = TRUE },
  };
  FzFigure range = {
    .span = { 1, 19, 23, 10 }, .surface = g_strdup ("三至五成"), .kind = FZ_FIGURE_PERCENT,
    .value = { -305, 1 }, .max = { 5012345678901234, 12 }, .qualifiers = FZ_QUALIFIER_RANGE | FZ_QUALIFIER_OVER,
    .rule = "sample-range", .region = SAMPLE_CHENGDU,
  };
  FzProgramme programme = { { 0, 5, 10, 3 }, g_strdup ("小板凳课堂"), FZ_PROGRAMME_CAMPAIGN };

  fz_interval_set_day (&money.against_days.since, "2030-01-01");
  fz_interval_set_day (&money.against_days.until, "2030-12-31");
  facts->region = SAMPLE_YUHANG;
  g_array_append_val (facts->places, place);
  g_array_append_val (facts->figures, money);
  g_array_append_val (facts->figures, range);
  g_array_append_val (facts->programmes, programme);
  return facts;
}

static FzArticle *
plain_article (guint       number,
               const char *title,
               const char *body)
{
  FzPiece piece = { number * 10, 0 };
  FzArticle *article = fz_article_new ();

  article->number = number;
  article->first_line = article->last_line = number * 10;
  article->title = g_strdup (title);
  if (title != NULL)
    fz_article_append_block (article, FZ_ROLE_TITLE, 0, title, -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, body, -1, &piece, 1);
  return article;
}

static FzFacts *
plain_facts (FzRegion region)
{
  FzFacts *facts = fz_facts_new ();
  FzFigure figure = {
    .span = { 0, 0, 2, 10 }, .surface = g_strdup ("七只"), .kind = FZ_FIGURE_COUNT, .value = { 7, 0 },
    .unit = g_strdup ("只"), .indicator = g_strdup ("白鹭数量"), .rule = "sample-count",
  };

  facts->region = region;
  g_array_append_val (facts->figures, figure);
  return facts;
}

/**
 * sample_source:
 *
 * Returns: (transfer full): a page of two articles, the first with one of
 *   everything, the second with next to nothing
 */
FzSource *
sample_source (void)
{
  FzPage *page = page_new ();
  GPtrArray *facts = facts_array_new ();
  FzSource *source;

  page->doubtful = TRUE;
  page->replaced = 2;
  page->newspaper = g_strdup ("溪口晚报");
  page->date = g_strdup ("2031-05-06");
  g_ptr_array_add (page->articles, long_article ());
  g_ptr_array_add (page->articles, plain_article (2, NULL, "湖面起雾。"));
  g_ptr_array_add (facts, long_facts ());
  g_ptr_array_add (facts, fz_facts_new ());
  source = source_new ("溪口 05版.txt", "abc", page, facts);
  fz_claim_set (&source->edition, "5", FZ_PROVENANCE_TYPED);
  return source;
}

/**
 * sample_small:
 * @number: tells one from the other
 * @region: what its one article is about
 *
 * Returns: (transfer full): a page of one article with one figure, of day @number of June
 */
FzSource *
sample_small (guint    number,
              FzRegion region)
{
  g_autofree char *name = g_strdup_printf ("%03u.txt", number);
  g_autofree char *title = g_strdup_printf ("白鹭回来了之%03u", number);
  FzPage *page = page_new ();
  GPtrArray *facts = facts_array_new ();

  page->date = g_strdup_printf ("2031-06-%02u", number % 30 + 1);
  g_ptr_array_add (page->articles, plain_article (1, title, "七只白鹭落在田里。"));
  g_ptr_array_add (facts, plain_facts (region));
  return source_new (name, title, page, facts);
}

/**
 * sample_story:
 * @number: tells one from the other
 * @newspaper: which paper has it
 * @body: what it tells
 *
 * Returns: (transfer full): a page of one article, of day @number of July
 */
FzSource *
sample_story (guint       number,
              const char *newspaper,
              const char *body)
{
  g_autofree char *name = g_strdup_printf ("story-%u.txt", number);
  FzPage *page = page_new ();
  GPtrArray *facts = facts_array_new ();

  page->newspaper = g_strdup (newspaper);
  page->date = g_strdup_printf ("2031-07-%02u", number % 31 + 1);
  g_ptr_array_add (page->articles, plain_article (1, newspaper, body));
  g_ptr_array_add (facts, plain_facts (SAMPLE_HANGZHOU));
  return source_new (name, name, page, facts);
}

/**
 * sample_large:
 * @n_articles: how many
 *
 * Returns: (transfer full): one page of very many articles
 */
FzSource *
sample_large (guint n_articles)
{
  FzPage *page = page_new ();
  GPtrArray *facts = facts_array_new ();

  for (guint i = 1; i <= n_articles; i++)
    {
      g_ptr_array_add (page->articles, plain_article (i, "长卷", "一页写不完的事。"));
      g_ptr_array_add (facts, plain_facts (SAMPLE_CHENGDU));
    }
  return source_new ("长卷.txt", "a page of very many articles", page, facts);
}

/**
 * sample_cut:
 * @source: a source
 * @n_facts: how many of its facts to leave
 *
 * Makes an analysis that stops in its middle.
 */
void
sample_cut (FzSource *source,
            guint     n_facts)
{
  g_ptr_array_set_size (source->facts, (int) n_facts);
}

/**
 * sample_folder:
 *
 * Returns: (transfer full): a new empty folder, to be given to sample_folder_free()
 */
char *
sample_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("fz-library-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
sample_folder_free (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sample_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->library);
  fz_library_wait_closed ();
  g_free (fixture->path);
  sample_folder_free (fixture->folder);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->library);
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

/**
 * fixture_add:
 * @source: (transfer full): what to add
 *
 * Returns: whether it was new
 */
gboolean
fixture_add (Fixture  *fixture,
             FzSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FzSource) owned = source;
  gboolean added = FALSE;

  fz_library_add (fixture->library, owned, &added, NULL, &error);
  g_assert_no_error (error);
  return added;
}

GPtrArray *
fixture_list (Fixture *fixture,
              FzQuery  query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = fz_library_list (fixture->library, &query, 0, G_MAXUINT, NULL, &error);

  g_assert_no_error (error);
  return rows;
}

gint64
fixture_count (Fixture *fixture,
               FzQuery  query)
{
  g_autoptr (GError) error = NULL;
  gint64 number = fz_library_count (fixture->library, &query, NULL, &error);

  g_assert_no_error (error);
  return number;
}

FzStored *
fixture_load (Fixture *fixture,
              gint64   article)
{
  g_autoptr (GError) error = NULL;
  FzStored *stored = fz_library_load (fixture->library, article, NULL, &error);

  g_assert_no_error (error);
  return stored;
}

/**
 * fixture_id:
 * @index: of a row of the whole library in page order
 *
 * Returns: the id of its article
 */
gint64
fixture_id (Fixture *fixture,
            guint    index)
{
  FzQuery all = FZ_QUERY_ALL;
  g_autoptr (GPtrArray) rows = fixture_list (fixture, all);

  g_assert_cmpuint (rows->len, >, index);
  return ((FzEntry *) g_ptr_array_index (rows, index))->id;
}

void
keep_result (GObject      *object,
             GAsyncResult *result,
             gpointer      kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

/**
 * wait_result:
 * @kept: where keep_result() puts it
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
wait_result (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *kept;
}
