/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <sqlite3.h>

#include "fz-article-text.h"
#include "fz-exchange.h"
#include "fz-sums.h"
#include "temp-folder.h"

/* The reader's corrections, applied, taken back and carried over to another
 * engine, on a page of two stories. */

static const char page_text[] =
  "剡溪晚报 2024年3月1日 第1版\n"                            /* 1 */
  "嵊州建成梯田步道\n"                                       /* 2 */
  "\n"
  "本报讯 嵊州市新建梯田步道3公里,投资120万元。\n"           /* 4 */
  "步道边种下桂花200株。\n"                                  /* 5 */
  "\n"
  "新昌县村口书屋开门\n"                                     /* 7 */
  "\n"
  "本报讯(记者 于山)新昌县的村口书屋昨日开门,藏书2000册。\n" /* 9 */
  "孩子们放学后来读书。\n";                                  /* 10 */

#define XINCHANG "330624000000"

typedef struct {
  TempFolder  temp;
  char       *path;
  FzLibrary  *library;
} Fixture;

static FzLibrary *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  FzLibrary *library = fz_library_open (path, NULL, &error);

  g_assert_no_error (error);
  return library;
}

static void
import (Fixture *fixture, const char *name, const char *text, const FzImportOptions *options)
{
  g_autofree char *path = temp_folder_write (&fixture->temp, name, text, -1);
  const char *paths[] = { path, NULL };
  g_autoptr (FzImportSummary) summary = fz_import (fixture->library, paths, options, NULL, NULL, NULL);

  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (summary->added, ==, 1);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  temp_folder_init (&fixture->temp, NULL);
  fixture->path = temp_folder_path (&fixture->temp, "library.db");
  fixture->library = open_library (fixture->path);
  import (fixture, "page.txt", page_text, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  /* The thread of a task may hold it a moment longer than its answer takes. */
  fz_library_close (fixture->library);
  g_object_add_weak_pointer (G_OBJECT (fixture->library), (gpointer *) &fixture->library);
  g_object_unref (fixture->library);
  while (g_atomic_pointer_get (&fixture->library) != NULL)
    g_usleep (1000);
  g_free (fixture->path);
  temp_folder_clear (&fixture->temp, NULL);
}

static int
append_row (void *data, int n, char **values, char **names)
{
  GString *all = data;

  for (int i = 0; i < n; i++)
    g_string_append_printf (all, "%s|", values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (all, '\n');
  return 0;
}

static void
run_sql (const Fixture *fixture, const char *sql, GString *out)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READWRITE, fz_sums_vfs ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, out != NULL ? append_row : NULL, out, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* All rows of what is derived, and of what the reader made of it. */
static char *
dump (const Fixture *fixture)
{
  static const char * const tables[] = {
    "source", "article", "article_text", "author", "block", "place", "figure", "programme", "jump", "continuation",
    "(SELECT article, 1 FROM reading)", "annotation",
  };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM %s ORDER BY 2, 3", tables[i], tables[i]);

      run_sql (fixture, sql, all);
    }
  run_sql (fixture, "SELECT article, ordinal, quote (pieces) FROM block ORDER BY 1, 2", all);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static GPtrArray *
correct (Fixture *fixture, FzCorrectionKind kind, guint first, guint last, const char *value)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *added;

  g_ptr_array_add (add, fz_correction_new (kind, first, last, value));
  added = fz_correct (fixture->library, 1, add, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpint (((FzCorrection *) added->pdata[0])->id, >, 0);
  return added;
}

static void
take_back (Fixture *fixture, const GPtrArray *added)
{
  g_autoptr (GArray) remove = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < added->len; i++)
    g_array_append_val (remove, ((FzCorrection *) added->pdata[i])->id);
  none = fz_correct (fixture->library, 1, NULL, remove, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static FzStored *
load (Fixture *fixture, guint number)
{
  g_autoptr (FzStoredSource) source = fz_library_load_source (fixture->library, 1, NULL, NULL);
  FzEntry *entry;

  g_assert_cmpuint (number, <=, source->entries->len);
  entry = source->entries->pdata[number - 1];
  return fz_library_load (fixture->library, entry->id, NULL, NULL);
}

/* One line of what may be corrected: of the source, then of each article. */
static char *
describe (Fixture *fixture)
{
  g_autoptr (FzStoredSource) source = fz_library_load_source (fixture->library, 1, NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  g_string_append_printf (all, "%s %s/%s %s/%s %s", source->newspaper.value, source->date.value,
                          fz_provenance_name (source->date.provenance), source->edition.value,
                          source->section.value, source->encoding);
  for (guint i = 0; i < source->entries->len; i++)
    {
      g_autoptr (FzStored) stored = load (fixture, i + 1);
      const FzArticle *article = stored->article;
      g_autofree char *region = fz_region_dup_path (stored->facts->region);

      g_string_append_printf (all, " [%u-%u %s/%s/%s %s %u %u]", article->first_line, article->last_line,
                              article->kicker, article->title, article->subtitle, region,
                              article->authors->len, article->blocks->len);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

#define PAPER "剡溪晚报 2024-03-01/read 1/(null) UTF-8 "
#define TRAIL "[2-5 (null)/嵊州建成梯田步道/(null) 浙江省/绍兴市/嵊州市 0 4]"
#define BOOKS "[7-10 (null)/新昌县村口书屋开门/(null) 浙江省/绍兴市/新昌县 1 3]"

static const struct {
  const char       *name;
  FzCorrectionKind  kind;
  guint             first, last;
  const char       *value;
  const char       *expected;
} cases[] = {
  { "start", FZ_CORRECTION_START, 5, 5, NULL,
    PAPER "[2-4 (null)/嵊州建成梯田步道/(null) 浙江省/绍兴市/嵊州市 0 3] [5-5 (null)/(null)/(null)  0 1] " BOOKS },
  { "join", FZ_CORRECTION_JOIN, 7, 7, NULL,
    PAPER "[2-10 (null)/嵊州建成梯田步道/(null) 浙江省/绍兴市/嵊州市 1 7]" },
  { "role", FZ_CORRECTION_ROLE, 7, 7, "kicker",
    PAPER TRAIL " [7-10 新昌县村口书屋开门/(null)/(null) 浙江省/绍兴市/新昌县 1 3]" },
  { "title", FZ_CORRECTION_TITLE, 9, 9, "书屋来了",
    PAPER TRAIL " [7-10 (null)/书屋来了/(null) 浙江省/绍兴市/新昌县 1 3]" },
  { "kicker", FZ_CORRECTION_KICKER, 7, 7, "乡村",
    PAPER TRAIL " [7-10 乡村/新昌县村口书屋开门/(null) 浙江省/绍兴市/新昌县 1 3]" },
  { "subtitle", FZ_CORRECTION_SUBTITLE, 7, 7, "两千册书",
    PAPER TRAIL " [7-10 (null)/新昌县村口书屋开门/两千册书 浙江省/绍兴市/新昌县 1 3]" },
  { "authors", FZ_CORRECTION_AUTHORS, 10, 10, "记者:于山;通讯员:柳芽;摄影:钟麦",
    PAPER TRAIL " [7-10 (null)/新昌县村口书屋开门/(null) 浙江省/绍兴市/新昌县 3 3]" },
  { "region", FZ_CORRECTION_REGION, 4, 4, XINCHANG,
    PAPER "[2-5 (null)/嵊州建成梯田步道/(null) 浙江省/绍兴市/新昌县 0 4] " BOOKS },
  { "no-region", FZ_CORRECTION_REGION, 4, 4, NULL,
    PAPER "[2-5 (null)/嵊州建成梯田步道/(null)  0 4] " BOOKS },
  { "newspaper", FZ_CORRECTION_NEWSPAPER, 0, 0, "越乡晚报", "越乡晚报 2024-03-01/read 1/(null) UTF-8 " TRAIL " " BOOKS },
  { "date", FZ_CORRECTION_DATE, 0, 0, "2024-03-02", "剡溪晚报 2024-03-02/typed 1/(null) UTF-8 " TRAIL " " BOOKS },
  { "edition", FZ_CORRECTION_EDITION, 0, 0, "A6", "剡溪晚报 2024-03-01/read A6/(null) UTF-8 " TRAIL " " BOOKS },
  { "section", FZ_CORRECTION_SECTION, 0, 0, "乡村", "剡溪晚报 2024-03-01/read 1/乡村 UTF-8 " TRAIL " " BOOKS },
  { "encoding", FZ_CORRECTION_ENCODING, 0, 0, "UTF-8", PAPER TRAIL " " BOOKS },
};

/* As if an engine before this one had made it, and had made it otherwise. */
static void
make_old (Fixture *fixture)
{
  run_sql (fixture, "UPDATE source SET engine = '0'; DELETE FROM figure; DELETE FROM author;"
                    "UPDATE article SET engine = '0', title = 'x', region = 0, n_figures = 0", NULL);
}

static void
reanalyze (Fixture *fixture, gboolean all, guint expected)
{
  g_autoptr (FzReanalysisSummary) summary = fz_reanalyze (fixture->library, all ? FZ_REANALYSIS_ALL : FZ_REANALYSIS_OUTDATED, NULL, NULL, NULL);

  g_assert_no_error (summary->stopped);
  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (summary->done, ==, expected);
}

static void
annotate (Fixture *fixture, guint number, const char *quote)
{
  g_autoptr (FzStored) stored = load (fixture, number);
  const char *text = stored->article->text;
  guint start = (guint) g_utf8_pointer_to_offset (text, strstr (text, quote));
  g_autoptr (FzAnnotation) mark = fz_annotation_new (stored->entry->id, text, start,
                                                     start + (guint) g_utf8_strlen (quote, -1), 0);

  g_assert_cmpint (fz_library_put_annotation (fixture->library, mark, NULL, NULL), >, 0);
}

/* Each kind is applied, survives another engine, and taken back leaves the very
 * rows that there were, and the reader's marks where they were. */
static void
test_kind (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *before = NULL, *after = NULL, *said = NULL, *with = NULL, *again = NULL;
  g_autoptr (GPtrArray) added = NULL;

  annotate (fixture, 1, "桂花");
  annotate (fixture, 2, "藏书2000册");
  before = dump (fixture);
  added = correct (fixture, cases[i].kind, cases[i].first, cases[i].last, cases[i].value);
  said = describe (fixture);
  g_assert_cmpstr (said, ==, cases[i].expected);
  with = dump (fixture);
  make_old (fixture);
  reanalyze (fixture, FALSE, 1);
  again = dump (fixture);
  g_assert_cmpstr (again, ==, with);
  take_back (fixture, added);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static const char open_text[] =
  "街巷新闻 2024年3月2日 第2版\n"
  "早点铺六点开门\n"
  "\n"
  "本报讯 鼓楼区的早点铺六点开门,豆浆一碗2元。\n"
  "鼓楼区的早点铺有30家。\n";

typedef struct {
  FzStored *stored;
  gboolean  done;
} Answer;

static void
on_open_places (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->stored = fz_load_open_places_finish (FZ_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static FzStored *
load_open (Fixture *fixture, gint64 article)
{
  Answer answer = { 0 };

  fz_load_open_places_async (fixture->library, article, NULL, on_open_places, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer.stored;
}

/* A name that several regions have is settled in its article, also for the next
 * engine, and open again when that is taken back. */
static void
test_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  g_autoptr (GArray) remove = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) added = NULL, none = NULL;
  g_autoptr (FzStoredSource) source = NULL;
  g_autoptr (FzStored) open = NULL, settled = NULL;
  g_autofree char *before = NULL, *with = NULL, *again = NULL, *after = NULL;
  gint64 article;

  import (fixture, "open.txt", open_text, NULL);
  source = fz_library_load_source (fixture->library, 2, NULL, NULL);
  article = ((FzEntry *) source->entries->pdata[0])->id;
  open = load_open (fixture, article);
  g_assert_cmpuint (open->facts->places->len, ==, 0);
  g_assert_cmpuint (open->facts->open_places->len, ==, 2);
  before = dump (fixture);

  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_PLACE, 4, 0, "鼓楼区:320106000000"));
  added = fz_correct (fixture->library, 2, add, NULL, NULL, NULL);
  g_assert_nonnull (added);
  settled = load_open (fixture, article);
  g_assert_cmpuint (settled->facts->places->len, ==, 2);
  g_assert_cmpuint (g_array_index (settled->facts->places, FzPlace, 1).region, ==, fz_region_from_code ("320106"));
  g_assert_cmpuint (settled->facts->open_places->len, ==, 0);
  g_assert_cmpuint (open->entry->filed, ==, FZ_REGION_NONE);
  g_assert_cmpuint (settled->entry->filed, ==, fz_region_from_code ("320106"));
  with = dump (fixture);
  reanalyze (fixture, TRUE, 2);
  again = dump (fixture);
  g_assert_cmpstr (again, ==, with);

  g_array_append_val (remove, ((FzCorrection *) added->pdata[0])->id);
  none = fz_correct (fixture->library, 2, NULL, remove, NULL, NULL);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Several said together are taken back together, and said again have their ids. */
static void
test_together (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  g_autoptr (GPtrArray) added = NULL, again = NULL;
  g_autofree char *before = dump (fixture), *with = NULL, *after = NULL, *redone = NULL;

  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_JOIN, 7, 0, NULL));
  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_ROLE, 7, 0, "caption"));
  added = fz_correct (fixture->library, 1, add, NULL, NULL, NULL);
  g_assert_cmpuint (added->len, ==, 2);
  with = dump (fixture);
  g_assert_cmpstr (with, !=, before);
  take_back (fixture, added);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  again = fz_correct (fixture->library, 1, added, NULL, NULL, NULL);
  g_assert_cmpint (((FzCorrection *) again->pdata[1])->id, ==, ((FzCorrection *) added->pdata[1])->id);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, with);
}

/* An earlier one that comes back stands before a later one, that holds. */
static void
test_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) one = correct (fixture, FZ_CORRECTION_TITLE, 2, 0, "一");
  g_autoptr (GPtrArray) two = correct (fixture, FZ_CORRECTION_TITLE, 2, 0, "二");
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (FzStored) stored = NULL;

  take_back (fixture, one);
  again = fz_correct (fixture->library, 1, one, NULL, NULL, NULL);
  stored = load (fixture, 1);
  g_assert_cmpstr (stored->article->title, ==, "二");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    FzCorrectionKind  kind;
    guint             line;
    const char       *value;
    FzTextError       code;
  } refused[] = {
    { FZ_CORRECTION_REGION, 4, "999999000000", FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_PLACE, 4, "嵊州市:999999000000", FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_ROLE, 4, "Title", FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_DATE, 0, "gestern", FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_TITLE, 11, "湖岸新事", FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_START, 4000000000u, NULL, FZ_TEXT_ERROR_CORRECTION },
    { FZ_CORRECTION_ENCODING, 0, "US-ASCII", FZ_TEXT_ERROR_ENCODING },
  };
  g_autofree char *before = dump (fixture), *after = NULL;
  g_autoptr (GPtrArray) corrections = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GPtrArray) add = fz_corrections_new ();
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (add, fz_correction_new (refused[i].kind, refused[i].line, 0, refused[i].value));
      g_assert_null (fz_correct (fixture->library, 1, add, NULL, NULL, &error));
      g_assert_error (error, FZ_TEXT_ERROR, (int) refused[i].code);
    }
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  corrections = fz_library_corrections (fixture->library, 0, NULL, NULL);
  g_assert_cmpuint (corrections->len, ==, 0);
}

static void
test_no_such_source (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fz_correct (fixture->library, 4711, NULL, NULL, NULL, &error));
  g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

/* What was typed at an import outlives the engine. */
static void
test_import_options (Fixture *fixture, gconstpointer unused)
{
  const FzImportOptions options = { .newspaper = "越乡晚报", .date = "2024-03-03", .edition = "2", .encoding = "UTF-8" };
  g_autoptr (FzStoredSource) source = NULL;

  import (fixture, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n", &options);
  make_old (fixture);
  reanalyze (fixture, FALSE, 2);
  source = fz_library_load_source (fixture->library, 2, NULL, NULL);
  g_assert_cmpuint (source->corrections->len, ==, 4);
  g_assert_cmpstr (source->newspaper.value, ==, "越乡晚报");
  g_assert_cmpint (source->newspaper.provenance, ==, FZ_PROVENANCE_TYPED);
  g_assert_cmpstr (source->date.value, ==, "2024-03-03");
  g_assert_cmpstr (source->edition.value, ==, "2");
  g_assert_cmpint (source->edition.provenance, ==, FZ_PROVENANCE_TYPED);
  g_assert_cmpstr (source->engine, ==, FZ_ENGINE_VERSION);
}

static void
count_progress (guint done, guint total, const char *path, gpointer data)
{
  guint *count = data;

  g_assert_cmpuint (done, ==, *count);
  g_assert_cmpuint (total, ==, 3);
  (*count)++;
}

/* What this engine made is left alone unless all are asked for. */
static void
test_reanalyze (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (FzReanalysisSummary) summary = NULL;
  guint count = 0;

  import (fixture, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n", NULL);
  import (fixture, "third.txt", "书屋开门\n\n本报讯 书屋昨日开门。\n", NULL);
  before = dump (fixture);
  reanalyze (fixture, FALSE, 0);
  run_sql (fixture, "UPDATE source SET engine = '0' WHERE id = 2", NULL);
  reanalyze (fixture, FALSE, 1);
  summary = fz_reanalyze (fixture->library, FZ_REANALYSIS_ALL, count_progress, &count, NULL);
  g_assert_cmpuint (summary->done, ==, 3);
  g_assert_cmpuint (summary->articles, ==, 4);
  g_assert_cmpuint (count, ==, 3);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static char *
titles (const Fixture *fixture)
{
  GString *all = g_string_new (NULL);

  run_sql (fixture, "SELECT source, title FROM article ORDER BY source, number", all);
  return g_string_free_and_steal (all);
}

/* What was mended is made anew, and of what an older engine made nothing. */
static void
test_reanalyze_unmade (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzReanalysisSummary) first = NULL, second = NULL;
  g_autoptr (GArray) older = NULL;
  g_autofree char *after = NULL;

  import (fixture, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n", NULL);
  import (fixture, "third.txt", "书屋开门\n\n本报讯 书屋昨日开门。\n", NULL);
  run_sql (fixture, "UPDATE article SET title = 'x';"
                    "UPDATE source SET engine = NULL WHERE id = 2; UPDATE source SET engine = '0' WHERE id <> 2", NULL);
  first = fz_reanalyze (fixture->library, FZ_REANALYSIS_UNMADE, NULL, NULL, NULL);
  g_assert_no_error (first->stopped);
  g_assert_cmpuint (first->done, ==, 1);
  after = titles (fixture);
  g_assert_cmpstr (after, ==, "1|x|\n1|x|\n2|水渠修好|\n3|x|\n");
  older = fz_library_sources (fixture->library, FZ_ENGINE_VERSION, NULL, NULL);
  g_assert_cmpuint (older->len, ==, 2);
  second = fz_reanalyze (fixture->library, FZ_REANALYSIS_UNMADE, NULL, NULL, NULL);
  g_assert_cmpuint (second->done, ==, 0);
}

/* A source that cannot be read any more stays as it was, and the rest is done. */
static void
test_reanalyze_failure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzReanalysisSummary) summary = NULL;
  g_autoptr (FzStoredSource) source = NULL;
  const FzFailure *failure;

  import (fixture, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n", NULL);
  make_old (fixture);
  run_sql (fixture, "INSERT INTO correction (source, kind, first_line, last_line, value, created) "
                    "VALUES (1, 'encoding', 0, 0, 'US-ASCII', 0)", NULL);
  summary = fz_reanalyze (fixture->library, FZ_REANALYSIS_OUTDATED, NULL, NULL, NULL);
  g_assert_cmpuint (summary->done, ==, 1);
  g_assert_cmpuint (summary->failures->len, ==, 1);
  failure = summary->failures->pdata[0];
  g_assert_cmpstr (failure->path, ==, "page.txt");
  g_assert_no_error (summary->stopped);
  source = fz_library_load_source (fixture->library, 1, NULL, NULL);
  g_assert_cmpstr (source->engine, ==, "0");
  g_assert_cmpuint (source->entries->len, ==, 2);
}

static void
cancel (guint done, guint total, const char *path, gpointer cancellable)
{
  if (done == 1)
    g_cancellable_cancel (cancellable);
}

static void
test_reanalyze_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FzReanalysisSummary) summary = NULL;
  g_autoptr (GArray) rest = NULL;

  import (fixture, "other.txt", "水渠修好\n\n本报讯 水渠昨日修好。\n", NULL);
  make_old (fixture);
  summary = fz_reanalyze (fixture->library, FZ_REANALYSIS_OUTDATED, cancel, cancellable, cancellable);
  g_assert_error (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (summary->done, ==, 1);
  rest = fz_library_sources (fixture->library, FZ_ENGINE_VERSION, NULL, NULL);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpint (g_array_index (rest, gint64, 0), ==, 2);
}

static void
keep_result (GObject *object, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

static GAsyncResult *
wait_result (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *kept;
}

static void
test_async (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  g_autoptr (GAsyncResult) corrected = NULL, anew = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (FzReanalysisSummary) summary = NULL;

  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_START, 5, 0, NULL));
  fz_correct_async (fixture->library, 1, add, NULL, NULL, keep_result, &corrected);
  added = fz_correct_finish (fixture->library, wait_result (&corrected), NULL);
  g_assert_cmpuint (added->len, ==, 1);
  fz_reanalyze_async (fixture->library, TRUE, NULL, NULL, NULL, NULL, keep_result, &anew);
  summary = fz_reanalyze_finish (wait_result (&anew), NULL);
  g_assert_cmpuint (summary->articles, ==, 3);
}

/* Through the whole way: a story that goes on on another page. */
static void
test_continuation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FzStored) first = NULL, second = NULL;
  g_autoptr (FzAnnotation) mark = NULL;

  import (fixture, "a1.txt",
          "越乡晚报 2024年3月1日 第1版\n\n戏班子进山来\n\n本报讯 戏班子昨日进了新昌县的山,唱了三天,\n(下转第4版)\n", NULL);
  import (fixture, "a4.txt",
          "越乡晚报 2024年3月1日 第4版\n\n(上接第一版)又唱了两天,村里人看了还想看。\n", NULL);
  first = fz_library_load (fixture->library, 3, NULL, NULL);
  g_assert_cmpuint (first->before->len, ==, 0);
  g_assert_cmpuint (first->after->len, ==, 1);
  second = fz_library_load (fixture->library, 4, NULL, NULL);
  g_assert_cmpuint (second->before->len, ==, 1);
  g_assert_cmpint (second->article->kind, ==, FZ_ARTICLE_KIND_CONTINUATION);
  g_assert_cmpstr (((FzStored *) second->before->pdata[0])->article->title, ==, "戏班子进山来");
}

#define ADD(name, func) g_test_add ("/correct/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/correct/kind/", cases[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_kind, tear_down);
    }
  ADD ("place", test_place);
  ADD ("together", test_together);
  ADD ("order", test_order);
  ADD ("refused", test_refused);
  ADD ("no-such-source", test_no_such_source);
  ADD ("import-options", test_import_options);
  ADD ("reanalyze", test_reanalyze);
  ADD ("reanalyze-unmade", test_reanalyze_unmade);
  ADD ("reanalyze-failure", test_reanalyze_failure);
  ADD ("reanalyze-cancelled", test_reanalyze_cancelled);
  ADD ("async", test_async);
  ADD ("continuation", test_continuation);
  return g_test_run ();
}
