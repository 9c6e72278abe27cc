/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same story in several papers, as a library keeps it. */

#include "config.h"

#include <string.h>

#include "fz-connection.h"
#include "fz-folded.h"
#include "samples.h"
#include "sql-plan.h"

#define STORY "衢州市柯城区石梁镇的古樟群完成挂牌，五十六株古樟有了各自的编号和养护人，村民扫码就能看到树龄和养护记录。"
#define ADDED STORY "镇里还请来园林部门的人给老树做了体检。"
#define TRADITIONAL "衢州市柯城區石梁鎮的古樟群完成掛牌，五十六株古樟有了各自的編號和養護人，村民掃碼就能看到樹齡和養護記錄。"
#define OTHER "台州市黄岩区的蜜橘博物馆昨日开馆，馆内收藏了从清代到当代的柑橘农具、契约和包装纸，全部由橘农捐赠。"

static void
add_story (Fixture    *fixture,
           guint       number,
           const char *newspaper,
           const char *body)
{
  g_assert_true (fixture_add (fixture, sample_story (number, newspaper, body)));
}

/* The others of an article's story, as "2 3". */
static char *
reprints_of (Fixture *fixture,
             gint64   article)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < stored->reprints->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((const FzEntry *) stored->reprints->pdata[i])->id);
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

#define assert_reprints(fixture, article, expected) \
  G_STMT_START { \
    g_autofree char *are = reprints_of (fixture, article); \
    g_assert_cmpstr (are, ==, expected); \
  } G_STMT_END

static void
part (Fixture  *fixture,
      gint64    article,
      gint64    other,
      gboolean  apart)
{
  g_autoptr (GError) error = NULL;

  fz_library_part (fixture->library, article, other, apart, NULL, &error);
  g_assert_no_error (error);
}

/* The same page analysed again, its article saying @body. */
static void
say_again (Fixture    *fixture,
           gint64      source,
           guint       number,
           const char *body)
{
  g_autoptr (FzSource) analysis = sample_story (number, "浙中日报", body);
  g_autoptr (GPtrArray) known = fz_library_corrections (fixture->library, source, NULL, NULL);
  g_autoptr (GError) error = NULL;
  FzRevision revision = { .source = source, .analysis = analysis, .known = known };

  fz_library_replace (fixture->library, &revision, NULL, &error);
  g_assert_no_error (error);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  g_autoptr (FzConnection) connection = fz_connection_open (fixture->path, FZ_CONNECTION_READER, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  fz_connection_ask (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (FzConnection) writer = fz_connection_open (fixture->path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fz_connection_execute (writer, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture_set_up (fixture, unused);
  add_story (fixture, 0, "浙中日报", STORY);
  add_story (fixture, 1, "衢江晚报", ADDED);
  add_story (fixture, 2, "海島時報", TRADITIONAL);
  add_story (fixture, 3, "浙中日报", OTHER);
}

static void
test_found (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GArray) stories = fz_library_stories (fixture->library, 0, 10, NULL, NULL);
  g_autoptr (GPtrArray) articles = NULL;

  assert_reprints (fixture, 1, "2 3");
  assert_reprints (fixture, 2, "1 3");
  assert_reprints (fixture, 3, "1 2");
  assert_reprints (fixture, 4, "");
  g_assert_cmpuint (stories->len, ==, 1);
  articles = fz_library_story (fixture->library, g_array_index (stories, gint64, 0), NULL, NULL);
  g_assert_cmpuint (articles->len, ==, 3);
  g_assert_cmpstr (((FzEntry *) articles->pdata[1])->newspaper, ==, "衢江晚报");
}

/* What the reader parts stays apart, over another analysis of either; undone, it
 * is as it was. */
static void
test_parted (Fixture       *fixture,
             gconstpointer  unused)
{
  part (fixture, 1, 2, TRUE);
  assert_reprints (fixture, 1, "3");
  assert_reprints (fixture, 2, "");
  say_again (fixture, 2, 1, ADDED);
  assert_reprints (fixture, 2, "");
  say_again (fixture, 1, 0, STORY);
  assert_reprints (fixture, 1, "3");
  say_again (fixture, 3, 2, TRADITIONAL);
  assert_reprints (fixture, 1, "3");
  part (fixture, 1, 2, FALSE);
  assert_reprints (fixture, 1, "2 3");
  part (fixture, 1, 4, FALSE);
  assert_reprints (fixture, 4, "");
}

/* Whichever of the two is named first, the one that had left comes back; not to a
 * story that another tells from which it was parted. */
static void
test_joined_again (Fixture       *fixture,
                   gconstpointer  unused)
{
  part (fixture, 1, 2, TRUE);
  part (fixture, 2, 1, FALSE);
  assert_reprints (fixture, 1, "2 3");
  part (fixture, 1, 2, TRUE);
  part (fixture, 3, 2, TRUE);
  part (fixture, 1, 2, FALSE);
  assert_reprints (fixture, 1, "3");
  assert_reprints (fixture, 2, "");
  part (fixture, 3, 2, FALSE);
  assert_reprints (fixture, 1, "2 3");
}

static void
test_parted_is_kept (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  part (fixture, 1, 2, TRUE);
  fixture_reopen (fixture);
  assert_reprints (fixture, 1, "3");
  g_assert_false (fz_library_part (fixture->library, 1, 99, TRUE, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

/* An article that says something else now leaves its story, and comes back. */
static void
test_another_text (Fixture       *fixture,
                   gconstpointer  unused)
{
  say_again (fixture, 2, 1, OTHER);
  assert_reprints (fixture, 1, "3");
  assert_reprints (fixture, 2, "4");
  say_again (fixture, 2, 1, ADDED);
  assert_reprints (fixture, 1, "2 3");
  assert_reprints (fixture, 4, "");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band WHERE article NOT IN (SELECT id FROM article)"), ==, 0);
}

/* What lies in the bin is nobody's reprint; what is removed leaves nothing behind. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  static const gint64 second = 2;
  g_autoptr (GArray) binned = g_array_new (FALSE, FALSE, sizeof second);
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) stories = NULL;
  g_autoptr (GError) error = NULL;

  part (fixture, 1, 3, TRUE);
  assert_reprints (fixture, 1, "2");
  g_array_append_val (binned, second);
  changed = fz_library_mark (fixture->library, binned, FZ_MARK_BINNED, TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_reprints (fixture, 1, "");
  stories = fz_library_stories (fixture->library, 0, 10, NULL, NULL);
  g_assert_cmpuint (stories->len, ==, 0);
  g_assert_true (fz_library_remove_source (fixture->library, 3, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM parted"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature WHERE article = 3"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band WHERE article = 3"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM recent_band WHERE source = 3"), ==, 0);
}

/* What was there before there were signatures gets them. */
static void
test_older (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->library);
  execute (fixture, "DELETE FROM recent_band; DELETE FROM signature; UPDATE signature_state SET filled = 0");
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  add_story (fixture, 4, "瓯江早报", STORY "牌子由木匠制作。");
  g_assert_true (fz_library_fill_signatures (fixture->library, NULL, NULL, NULL, &error));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature_state WHERE filled IS NULL"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature"), ==, 5);
  assert_reprints (fixture, 1, "2 3 5");
}

/* A text that cannot be read keeps no other from its signature. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->library);
  execute (fixture, "DELETE FROM recent_band; DELETE FROM signature; UPDATE signature_state SET filled = 0; DELETE FROM article_text WHERE article = 1");
  fixture->library = fz_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fz_library_fill_signatures (fixture->library, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature_state WHERE filled IS NULL"), ==, 1);
  assert_reprints (fixture, 2, "3");
}

/* A sentence that stands in a thousand articles: the same notice finds the latest
 * of them, and a story that has the sentence in it finds its own kind. */
static void
test_boilerplate (Fixture       *fixture,
                  gconstpointer  unused)
{
  static const char closing[] = "以上内容由本报编辑部负责解释，未经许可不得转载，联系方式见本报第一版报头下方。";
  g_autofree char *first = g_strconcat (OTHER "馆长介绍，收集工作历时四年，足迹遍及十九个乡镇街道。", closing, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *body = g_strdup_printf ("第%u号消息：编号%u的仓库存粮%u担。%s", i, i * 7, i * 13, closing);

      add_story (fixture, 100 + i, "浙中日报", body);
    }
  add_story (fixture, 2000, "椒江晚报", first);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM signature AS a JOIN signature AS b ON b.story = a.story "
                                 "WHERE a.article = 4 AND b.article <> 4"), ==, 1);
}

/* Pairs of one article's, below 256, as of many that have just come, see
 * fz-store-bands.c. */
static char *
print_pairs (guint n,
             guint article)
{
  GString *hex = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (hex, "%08X%02X00000000000000", GUINT32_SWAP_LE_BE (i), article);
  return g_string_free_and_steal (hex);
}

/* What came last is found, and so it is once there is so much of it that it goes
 * where the rest is. */
static void
test_many_recent (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autofree char *pairs = print_pairs (32760, 4);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO recent_band (source, bands) SELECT id, x'%s' FROM source "
                                          "WHERE id NOT IN (SELECT source FROM recent_band) LIMIT 1", pairs);
  gint64 n;

  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM recent_band"), ==, 4);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band"), ==, 0);
  n = ask (fixture, "SELECT sum (length (bands)) / 12 FROM recent_band");
  g_assert_cmpint (n, ==, 4 * 8);
  execute (fixture, "DELETE FROM recent_band WHERE source = 4");
  execute (fixture, sql);
  add_story (fixture, 4, "瓯江早报", STORY "牌子由木匠制作。");
  assert_reprints (fixture, 1, "2 3 5");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM recent_band"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band"), ==, n - 8 + 32760 + 8);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band WHERE article = 5"), ==, 8);
  add_story (fixture, 5, "台州晨报", STORY "木匠又做了两块。");
  assert_reprints (fixture, 1, "2 3 5 6");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM recent_band"), ==, 1);
}

/* A pair whose article has no signature any more keeps nobody from coming in, though
 * nothing shares more with who comes; and it goes when the others are settled. */
static void
test_stale_pair (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autofree char *pairs = print_pairs (32760, 2);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO recent_band (source, bands) VALUES (4, x'%s')", pairs);

  execute (fixture, "DELETE FROM signature WHERE article = 2");
  add_story (fixture, 4, "瓯江早报", ADDED "牌子由木匠制作。");
  assert_reprints (fixture, 1, "3 5");
  execute (fixture, "DELETE FROM recent_band WHERE source = 4");
  execute (fixture, sql);
  add_story (fixture, 5, "台州晨报", STORY "木匠又做了两块。");
  assert_reprints (fixture, 1, "3 5 6");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM recent_band"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band WHERE article = 2"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM band WHERE article = 5"), ==, 8);
}

/* A row that is no list of pairs is damage, and nothing comes in over it. */
static void
test_damaged_recent (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (FzSource) source = sample_story (9, "瓯江早报", STORY);
  g_autoptr (GError) error = NULL;

  execute (fixture, "UPDATE recent_band SET bands = x'0102' WHERE source = 2");
  g_assert_false (fz_library_add (fixture->library, source, NULL, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED);
}

/* Candidates and stories are found on an index, however many articles there are. */
static void
test_indexed (Fixture       *fixture,
              gconstpointer  unused)
{
  static const FzSql looked_up[] = {
    FZ_SQL_FIND_BAND, FZ_SQL_RECENT_BANDS, FZ_SQL_STANDING_OF_ARTICLE, FZ_SQL_NEXT_STORY, FZ_SQL_IS_PARTED, FZ_SQL_STORIES_OF_SOURCE,
    FZ_SQL_MINIMA_OF_ARTICLE, FZ_SQL_LIST_STORIES, FZ_SQL_ENTRIES_OF_STORY, FZ_SQL_REPRINTS_OF_ARTICLE, FZ_SQL_UNSIGNED_AFTER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (looked_up); i++)
    {
      g_autofree char *plan = sql_plan (fixture->path, looked_up[i]);

      g_test_message ("%s\n%s", fz_sql_text (looked_up[i]), plan);
      g_assert_nonnull (strstr (plan, "SEARCH "));
      g_assert_null (strstr (plan, "SCAN article"));
      g_assert_null (strstr (plan, "SCAN signature"));
      g_assert_null (strstr (plan, "SCAN band"));
    }
}

#define ADD(name, func) g_test_add ("/reprints/" name, Fixture, NULL, set_up, func, fixture_tear_down)

/* By its beginning a long text is told from others; two of them are compared whole. */
static void
test_folded_whole (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (FzArticle) article = fz_article_new ();
  g_autoptr (FzFolded) beginning = NULL, whole = NULL;
  guint n_beginning, n_whole;

  for (guint i = 0; i < 12500; i++)
    g_string_append (body, "湖山");
  fz_article_append_block (article, FZ_ROLE_BODY, 0, body->str, -1, NULL, 0);
  beginning = fz_folded_of (article);
  whole = fz_folded_whole (article);
  fz_folded_chars (beginning, &n_beginning);
  fz_folded_chars (whole, &n_whole);
  g_assert_cmpuint (n_beginning, ==, 20000);
  g_assert_cmpuint (n_whole, ==, 25000);
  g_assert_cmpuint (g_array_index (whole->places, guint, 24999), ==, 24999);
}

/* What a search of all pages told: article, story, reprints. */
typedef struct {
  Fixture *fixture;
  GString *told;
} Told;

/* While the first page is looked at, another program bins an article and parts two. */
static gboolean
tell_and_write (const FzHits *hits,
                gpointer      user_data)
{
  Told *self = user_data;
  g_autoptr (FzLibrary) other = fz_library_open (self->fixture->path, NULL, NULL);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64)), changed = NULL;
  const FzHit *hit = hits->rows->pdata[0];
  gint64 binned = 1;

  g_assert_cmpuint (hits->rows->len, ==, 1);
  g_string_append_printf (self->told, "%d of %d with %u; ", (int) hit->entry->id, (int) hit->story, hit->reprints);
  g_array_append_val (one, binned);
  changed = fz_library_mark (other, one, FZ_MARK_BINNED, TRUE, NULL, NULL);
  g_assert_nonnull (changed);
  g_assert_true (fz_library_part (other, 2, 3, TRUE, NULL, NULL));
  return TRUE;
}

static void
test_all_of_one_state (Fixture       *fixture,
                       gconstpointer  data)
{
  FzSearchRequest request = { .query = "古樟", .order = FZ_SEARCH_BY_DATE, .limit = 1, .stories = TRUE };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  Told self = { fixture, told };
  gint64 story;

  story = ask (fixture, "SELECT min (story) FROM signature");
  expected = g_strdup_printf ("3 of %d with 2; 2 of %d with 2; 1 of %d with 2; ", (int) story, (int) story, (int) story);
  g_assert_true (fz_library_fill_index (fixture->library, NULL, NULL, NULL, &error));
  g_assert_true (fz_library_search_all (fixture->library, &request, tell_and_write, &self, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, expected);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM bin"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("found", test_found);
  ADD ("parted", test_parted);
  ADD ("joined-again", test_joined_again);
  ADD ("parted-is-kept", test_parted_is_kept);
  ADD ("another-text", test_another_text);
  ADD ("gone", test_gone);
  ADD ("older", test_older);
  ADD ("unreadable", test_unreadable);
  ADD ("boilerplate", test_boilerplate);
  ADD ("many-recent", test_many_recent);
  ADD ("stale-pair", test_stale_pair);
  ADD ("damaged-recent", test_damaged_recent);
  ADD ("all-of-one-state", test_all_of_one_state);
  ADD ("indexed", test_indexed);
  g_test_add_func ("/reprints/folded-whole", test_folded_whole);
  return g_test_run ();
}
