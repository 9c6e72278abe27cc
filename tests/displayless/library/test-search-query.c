/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What queries mean: which articles of a small library answer, in which order,
 * what is shown of them; and what is said of a query that is wrong. */

#include "config.h"

#include <string.h>

#include "fz-search-dates.h"
#include "samples.h"

typedef struct {
  const char *title;
  const char *body;
  const char *author;
  const char *newspaper;
  const char *date;
  FzRegion    region;
} Story;

#define ZHEJIANG   G_GUINT64_CONSTANT (330000000000)
#define JINHUA     G_GUINT64_CONSTANT (330700000000)
#define WUCHENG    G_GUINT64_CONSTANT (330702000000)
#define CHENGDU    G_GUINT64_CONSTANT (510100000000)

/* Their ids are 1, 2, 3 … */
static const Story stories[] = {
  { "水库移民住进新村", "婺城区水库移民三百户住进新村，投资12.3万元修路。", "沈越", "双溪日报", "2021-03-05", WUCHENG },
  { "新村办起图书室", "图书室有书4,200册，水库边的老屋改成了阅览室。", "陆小满", "双溪日报", "2022-06-30", JINHUA },
  { "城東菜場翻新", "城東菜場翻新工程投入123000元，攤位增至86個。", "林秋", "锦江晚报", "2023-01-15", CHENGDU },
  { "GDP增长与就业", "一季度GDP增长5.2%，GDP，增长的背后是就业。", "沈越", "锦江晚报", "2023-05-06", CHENGDU },
  { "无题", "移民的孩子在水边读书。从水库到移民新村要走很长的一段路，翻过两座山，蹚过一条河。", "何川", NULL, NULL, FZ_REGION_NONE },
  { "浙江推广节水灌溉", "全省节水灌溉面积一千万亩。", "陆小满", "双溪日报", "2023-12-31", ZHEJIANG },
};

typedef struct {
  const char *query;
  const char *articles; /* ids in order by date */
} Case;

static const Case cases[] = {
  { "水库", "2 1 5" },
  { "水庫", "2 1 5" },
  { "水库 移民", "1 5" },
  { "水库 AND 移民", "1 5" },
  { "水库 与 移民", "1 5" },
  { "水库移民", "1" },
  { "“水库移民”", "1" },
  { "「水库移民」", "1" },
  { "水库 NOT 移民", "2" },
  { "水库 非 移民", "2" },
  { "NOT 水库", "6 4 3" },
  { "NOT 水库 NOT 菜场", "6 4" },
  { "图书室 OR 菜场", "3 2" },
  { "图书室 或 菜场", "3 2" },
  { "水库 (移民 OR 图书室)", "2 1 5" },
  { "水库 （移民 OR 图书室） NOT 婺城", "2 5" },
  { "NEAR(水库 移民, 2)", "1 5" },
  { "NEAR(移民 读书, 3)", "" },
  { "NEAR(移民 读书, 10)", "5" },
  { "NEAR(阅览 图书, 2)", "" },
  { "水", "6 2 1 5" },
  { "水 NOT 移", "6 2" },
  { "123000元", "3 1" },
  { "12.3万", "3 1" },
  { "万元", "1" },
  { "4200册", "2" },
  { "200", "" },
  { "GDP增长", "4" },
  { "gdp", "4" },
  { "GD", "" },
  { "GD*", "4" },
  { "增长的", "4" },
  { "城东", "3" },
  { "title:新村", "2 1" },
  { "标题：新村", "2 1" },
  { "title:阅览", "" },
  { "author:沈越", "4 1" },
  { "author:沈", "4 1" },
  { "作者:陆小满 图书室", "2" },
  { "author:图书", "" },
  { "沈越", "" },
  { "paper:双溪", "6 2 1" },
  { "paper:晚报 NOT 就业", "3" },
  { "region:金华", "2 1" },
  { "region:浙江省", "6 2 1" },
  { "region:金华/婺城区", "1" },
  { "region:330700000000", "2 1" },
  { "region:- 移民", "5" },
  { "region:金华 OR region:成都", "4 3 2 1" },
  { "NOT region:浙江", "4 3 5" },
  { "date:2023", "6 4 3" },
  { "date:2023-05", "4" },
  { "date:2023-05-06", "4" },
  { "date:2023-05-07", "" },
  { "date:2021..2022", "2 1" },
  { "date:..2022-06-29", "1" },
  { "date:2023-05-07..", "6" },
  { "date:2021..2023 水库", "2 1" },
  { "has:figures", "" },
  { "unread: 水库", "2 5" },
  { "NOT unread:", "1" },
  { "note:", "3 2" },
  { "note:核实", "3" },
  { "NOT note: 水库", "1 5" },
  { "tag:待查", "2" },
  { "tag:待", "" },
  { "note:待查 水库", "2" },
  { "starred:", "4" },
  { "is:starred", "4" },
  { "is:星标 就业", "4" },
  { "NOT starred: 水库", "2 1 5" },
  { "is:unread 水库", "2 5" },
  { "is:read", "1" },
  { "NOT is:read 水库", "2 5" },
  { "tag:待查 OR starred:", "4 2" },
  { "(note: OR is:read) 水库", "2 1" },
  { "NOT (note: OR is:read) 水库", "5" },
  { "NOT (note: date:2022)", "6 4 3 1 5" },
  { "date:2021 OR date:2023-12", "6 1" },
  { "NOT date:2023", "2 1 5" },
  { "NOT date:2023 NOT note:", "1 5" },
  { "水库 OR date:2023", "6 4 3 2 1 5" },
  { "图书室 OR date:2023-12", "6 2" },
  { "NOT (水库 unread:)", "6 4 3 1" },
  { "(水库 date:2021) OR (增长 starred:) OR note:核实", "4 3 1" },
  { "水库 (移民 OR note:)", "2 1 5" },
  { "水库 NOT (移民 unread:)", "2 1" },
  { "NOT (水库 OR date:2023)", "" },
  { "走很长的一段路", "5" },
  { "走很长的两段路", "" },
  { "“水库移民住进新村” region:浙江", "1" },
};

static FzSource *
make_source (guint        number,
             const Story *story)
{
  FzSource *source = sample_small (number, story->region);
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 1, 0 };

  g_ptr_array_set_size (source->page->articles, 0);
  sample_cut (source, 0);
  article->number = 1;
  article->first_line = article->last_line = 1;
  article->title = g_strdup (story->title);
  g_ptr_array_add (article->authors, fz_author_new ("记者", story->author));
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, story->title, -1, &piece, 1);
  fz_article_append_block (article, FZ_ROLE_BODY, 0, story->body, -1, &piece, 1);
  g_ptr_array_add (source->page->articles, article);
  g_ptr_array_add (source->facts, fz_facts_new ());
  ((FzFacts *) source->facts->pdata[0])->region = story->region;
  fz_claim_set (&source->newspaper, story->newspaper, story->newspaper != NULL ? FZ_PROVENANCE_READ : FZ_PROVENANCE_NONE);
  fz_claim_set (&source->date, story->date, story->date != NULL ? FZ_PROVENANCE_READ : FZ_PROVENANCE_NONE);
  return source;
}

static void
add_note (Fixture    *fixture,
          gint64      article,
          const char *note)
{
  g_autoptr (FzAnnotation) annotation = fz_annotation_new (article, stories[article - 1].title, 0, 2, 0);

  annotation->note = g_strdup (note);
  g_assert_cmpint (fz_library_put_annotation (fixture->library, annotation, NULL, NULL), >, 0);
}

static void
star_fourth (Fixture *fixture)
{
  static const gint64 fourth = 4;
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof fourth);
  g_autoptr (GArray) changed = NULL;

  g_array_append_val (one, fourth);
  changed = fz_library_mark (fixture->library, one, FZ_MARK_STARRED, TRUE, NULL, NULL);
  g_assert_cmpuint (changed->len, ==, 1);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;

  fixture_set_up (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    g_assert_true (fixture_add (fixture, make_source (i + 1, &stories[i])));
  fz_library_set_read_async (fixture->library, 1, TRUE, NULL, keep_result, &result);
  g_assert_true (fz_library_set_read_finish (fixture->library, wait_result (&result), NULL));
  star_fourth (fixture);
  add_note (fixture, 2, "去镇里问 #待查");
  add_note (fixture, 3, "攤位數要核實");
}

static FzHits *
search (Fixture         *fixture,
        const char      *query,
        FzSearchOrder    order,
        guint            limit,
        FzSearchAfter    after)
{
  FzSearchRequest request = { query, order, limit, after };
  g_autoptr (GError) error = NULL;
  FzHits *hits = fz_library_search (fixture->library, &request, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

static void
append_ids (GString      *ids,
            const FzHits *hits)
{
  for (guint i = 0; i < hits->rows->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", ((FzHit *) hits->rows->pdata[i])->entry->id);
}

static guint
bits_of (const FzHits *hits)
{
  guint bits = 0;

  for (guint i = 0; i < hits->rows->len; i++)
    bits |= 1u << (((FzHit *) hits->rows->pdata[i])->entry->id - 1);
  return bits;
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FzHits) hits = NULL, ranked = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);

      ranked = search (fixture, cases[i].query, FZ_SEARCH_BY_RELEVANCE, 100, (FzSearchAfter) { 0 });
      hits = search (fixture, cases[i].query, FZ_SEARCH_BY_DATE, 100, (FzSearchAfter) { 0 });
      append_ids (ids, hits);
      g_assert_true (hits->whole);
      g_assert_cmpint (fz_library_count_hits (fixture->library, cases[i].query, 100, NULL, NULL), ==, hits->rows->len);
      if (!g_str_equal (ids->str, cases[i].articles) || bits_of (ranked) != bits_of (hits))
        {
          g_test_message ("%s: %s, not %s", cases[i].query, ids->str, cases[i].articles);
          g_test_fail ();
        }
    }
}

/* What a query may be made of, and whether it holds of a story, said once more. */
static gboolean
has_reservoir (guint i)
{
  return strstr (stories[i].body, "水库") != NULL || strstr (stories[i].title, "水库") != NULL;
}

static gboolean
has_migrants (guint i)
{
  return strstr (stories[i].body, "移民") != NULL || strstr (stories[i].title, "移民") != NULL;
}

static gboolean
has_water (guint i)
{
  return strstr (stories[i].body, "水") != NULL || strstr (stories[i].title, "水") != NULL;
}

static gboolean
is_of_2023 (guint i)
{
  return stories[i].date != NULL && g_str_has_prefix (stories[i].date, "2023");
}

static gboolean
is_of_before_2023 (guint i)
{
  return stories[i].date != NULL && strcmp (stories[i].date, "2023") < 0;
}

static gboolean
is_of_shuangxi (guint i)
{
  return g_strcmp0 (stories[i].newspaper, "双溪日报") == 0;
}

static gboolean
is_unread (guint i)
{
  return i != 0;
}

static gboolean
is_starred (guint i)
{
  return i == 3;
}

static gboolean
has_note (guint i)
{
  return i == 1 || i == 2;
}

static const struct {
  const char *query;
  gboolean (*holds) (guint story);
} leaves[] = {
  { "水库", has_reservoir }, { "移民", has_migrants }, { "水", has_water }, { "paper:双溪", is_of_shuangxi },
  { "date:2023", is_of_2023 }, { "date:..2022", is_of_before_2023 }, { "unread:", is_unread },
  { "starred:", is_starred }, { "note:", has_note },
};

/* A query made by chance, and of which stories it holds: a bit for each. */
static guint
append_chance (GString *query,
               guint    depth)
{
  int kind = depth > 0 ? g_test_rand_int_range (0, 4) : 0;
  guint holds = 0, first, second;

  if (kind == 0)
    {
      guint leaf = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (leaves));

      g_string_append (query, leaves[leaf].query);
      for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
        holds |= leaves[leaf].holds (i) ? 1u << i : 0;
      return holds;
    }
  if (kind == 1)
    {
      g_string_append (query, "NOT (");
      first = append_chance (query, depth - 1);
      g_string_append_c (query, ')');
      return ~first & ((1u << G_N_ELEMENTS (stories)) - 1);
    }
  g_string_append_c (query, '(');
  first = append_chance (query, depth - 1);
  g_string_append (query, kind == 2 ? " OR " : " AND ");
  second = append_chance (query, depth - 1);
  g_string_append_c (query, ')');
  return kind == 2 ? first | second : first & second;
}

/* Words and conditions, in each other as they may: the hits are those of a plain
 * scan, none comes twice, and page after page is the same. */
static void
test_chance (Fixture       *fixture,
             gconstpointer  unused)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      guint expected = append_chance (query, 3), paged = 0, n = 0;
      g_autoptr (FzHits) whole = search (fixture, query->str, FZ_SEARCH_BY_RELEVANCE, 100, (FzSearchAfter) { 0 });
      FzSearchAfter after = { 0 };
      gboolean more = TRUE;

      while (more)
        {
          g_autoptr (FzHits) page = search (fixture, query->str, FZ_SEARCH_BY_DATE, 2, after);

          paged |= bits_of (page);
          n += page->rows->len;
          more = page->more;
          after = page->after;
        }
      if (bits_of (whole) != expected || paged != expected || n != whole->rows->len ||
          fz_library_count_hits (fixture->library, query->str, 100, NULL, NULL) != n)
        {
          g_test_message ("%s: %x, by page %x, not %x", query->str, bits_of (whole), paged, expected);
          g_test_fail ();
          return;
        }
    }
}

/* Narrowed to a region, however the hits are found. */
static void
test_narrowed (Fixture       *fixture,
               gconstpointer  unused)
{
  static const struct {
    const char *query;
    FzRegion    region;
    guint       stories; /* a bit for each */
  } narrowed[] = {
    { "水库", JINHUA, 1 << 0 | 1 << 1 },
    { "水库 OR date:2023", JINHUA, 1 << 0 | 1 << 1 },
    { "水库 OR date:2023", CHENGDU, 1 << 2 | 1 << 3 },
    { "“水库移民住进新村”", JINHUA, 1 << 0 },
    { "“水库移民住进新村”", CHENGDU, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (narrowed); i++)
    {
      FzSearchRequest request = { narrowed[i].query, FZ_SEARCH_BY_RELEVANCE, 100, { 0 }, TRUE, narrowed[i].region };
      g_autoptr (GError) error = NULL;
      g_autoptr (FzHits) hits = fz_library_search (fixture->library, &request, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (bits_of (hits), ==, narrowed[i].stories);
    }
}

/* Page after page is the whole, in both orders. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  unused)
{
  static const FzSearchOrder orders[] = { FZ_SEARCH_BY_RELEVANCE, FZ_SEARCH_BY_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (FzHits) all = search (fixture, "水 OR GDP OR 菜场", orders[i], 100, (FzSearchAfter) { 0 });
      g_autoptr (GString) whole = g_string_new (NULL), paged = g_string_new (NULL);
      FzSearchAfter after = { 0 };
      gboolean more = TRUE;

      append_ids (whole, all);
      g_assert_cmpuint (all->rows->len, ==, 6);
      g_assert_false (all->more);
      while (more)
        {
          g_autoptr (FzHits) page = search (fixture, "水 OR GDP OR 菜场", orders[i], 2, after);

          g_assert_cmpuint (page->rows->len, ==, 2);
          append_ids (paged, page);
          after = page->after;
          more = page->more;
        }
      g_assert_cmpstr (paged->str, ==, whole->str);
    }
}

/* What stands in the title comes before what only stands in the text. */
static void
test_relevance (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (FzHits) hits = search (fixture, "移民", FZ_SEARCH_BY_RELEVANCE, 100, (FzSearchAfter) { 0 });
  g_autoptr (FzHits) dated = search (fixture, "移民", FZ_SEARCH_BY_DATE, 100, (FzSearchAfter) { 0 });
  g_autoptr (GString) ids = g_string_new (NULL);

  append_ids (ids, hits);
  g_assert_cmpstr (ids->str, ==, "1 5");
  g_assert_false (hits->by_date);
  g_assert_true (dated->by_date);
}

static const struct {
  const char *query;
  gint64      article;
  const char *snippet; /* what is marked stands in brackets */
  const char *ranges;
} shown[] = {
  { "12.3万", 1, "婺城区水库移民三百户住进新村，投资[12.3万]元修路。", "26-31" },
  { "图书室", 2, "[图书室]有书4,200册，水库边的老屋改成了阅览室。", "4-7 8-11" },
  { "4200", 2, "图书室有书[4,200]册，水库边的老屋改成了阅览室。", "13-18" },
  { "GDP，增长", 4, "一季度GDP增长5.2%，[GDP，增长]的背后是就业。", "22-28" },
  { "title:无题", 5, "移民的孩子在水边读书。从水库到移民新村要走很长的一段路，翻过两座山，蹚过一条河。", "0-2" },
  { "unread:", 6, "全省节水灌溉面积一千万亩。", "" },
};

static char *
with_brackets (const FzHit *hit)
{
  g_autoptr (GString) text = g_string_new (hit->snippet);

  for (guint i = hit->marks->len; i-- > 0;)
    {
      FzTextRange range = g_array_index (hit->marks, FzTextRange, i);

      g_string_insert (text, g_utf8_offset_to_pointer (text->str, range.end) - text->str, "]");
      g_string_insert (text, g_utf8_offset_to_pointer (text->str, range.start) - text->str, "[");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_shown (Fixture       *fixture,
            gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (FzHits) hits = search (fixture, shown[i].query, FZ_SEARCH_BY_DATE, 100, (FzSearchAfter) { 0 });
      const FzHit *hit = NULL;
      g_autofree char *snippet = NULL;
      g_autoptr (GString) ranges = g_string_new (NULL);

      for (guint k = 0; k < hits->rows->len; k++)
        if (((FzHit *) hits->rows->pdata[k])->entry->id == shown[i].article)
          hit = hits->rows->pdata[k];
      g_assert_nonnull (hit);
      for (guint k = 0; k < hit->ranges->len; k++)
        g_string_append_printf (ranges, "%s%u-%u", k > 0 ? " " : "", g_array_index (hit->ranges, FzTextRange, k).start,
                                g_array_index (hit->ranges, FzTextRange, k).end);
      snippet = with_brackets (hit);
      g_assert_cmpstr (snippet, ==, shown[i].snippet);
      g_assert_cmpstr (ranges->str, ==, shown[i].ranges);
    }
}

/* Where it is wrong, and a word of what is said. */
static const struct {
  const char *query;
  guint       column;
  const char *word;
} wrong[] = {
  { "", 1, "missing" },
  { "   ", 4, "missing" },
  { "水库 (移民", 4, "closed" },
  { "水库 移民)", 6, "opened" },
  { "水库 “移民", 4, "closed" },
  { "水库 AND", 7, "missing" },
  { "OR 水库", 1, "missing" },
  { "水库 OR OR 移民", 7, "missing" },
  { "水库 NOT", 7, "missing" },
  { "()", 2, "missing" },
  { "foo:水库", 1, "foo:" },
  { "水库 title:", 4, "colon" },
  { "date:去年", 6, "date" },
  { "date:2023-13", 6, "date" },
  { "date:2023..2021", 6, "date" },
  { "region:乌有之乡", 8, "region" },
  { "has:pictures", 5, "figures" },
  { "NEAR(水库)", 1, "two" },
  { "NEAR(水库 移民", 11, "NEAR" },
  { "NEAR(水库 移民, 远)", 13, "1000" },
  { "is:blue", 4, "starred" },
  { "is:", 1, "missing" },
  { "starred:yes", 9, "space" },
  { "水库 unread:移民", 11, "移民" },
  { "starred:“水库”", 9, "水库" },
  { "，。", 1, "nothing" },
};

static void
test_wrong (Fixture       *fixture,
            gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      FzSearchRequest request = { .query = wrong[i].query, .limit = 1 };
      g_autoptr (GError) error = NULL;
      g_autofree char *start = g_strdup_printf ("Character %u: ", wrong[i].column);

      g_assert_null (fz_library_search (fixture->library, &request, NULL, &error));
      g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_QUERY);
      if (!g_str_has_prefix (error->message, start) || strstr (error->message, wrong[i].word) == NULL)
        {
          g_test_message ("%s: %s", wrong[i].query, error->message);
          g_test_fail ();
        }
    }
}

/* Brackets in brackets, and words without end, are refused and crash nothing. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  unused)
{
  static const char * const parts[] = { "(", "NOT ", "水 ", "NEAR(", "title:", "\"", "水 OR ", "x* " };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      FzSearchRequest request = { .limit = 1 };

      while (query->len < 2900)
        g_string_append (query, parts[i]);
      g_string_append (query, "水");
      request.query = query->str;
      g_assert_null (fz_library_search (fixture->library, &request, NULL, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search-query/answers", Fixture, NULL, set_up, test_answers, fixture_tear_down);
  g_test_add ("/search-query/chance", Fixture, NULL, set_up, test_chance, fixture_tear_down);
  g_test_add ("/search-query/narrowed", Fixture, NULL, set_up, test_narrowed, fixture_tear_down);
  g_test_add ("/search-query/pages", Fixture, NULL, set_up, test_pages, fixture_tear_down);
  g_test_add ("/search-query/relevance", Fixture, NULL, set_up, test_relevance, fixture_tear_down);
  g_test_add ("/search-query/shown", Fixture, NULL, set_up, test_shown, fixture_tear_down);
  g_test_add ("/search-query/wrong", Fixture, NULL, set_up, test_wrong, fixture_tear_down);
  g_test_add ("/search-query/hostile", Fixture, NULL, set_up, test_hostile, fixture_tear_down);
  return g_test_run ();
}
