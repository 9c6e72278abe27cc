/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "samples.h"

/* Another analysis in the place of the old one: what the reader made of a
 * source is carried over, and what is said together is done together. */

typedef struct {
  guint       first_line;
  guint       last_line;
  const char *title;
  const char *body;
  const char *figure; /* its words, where it states one */
} Spec;

#define CANAL   "水渠修到田头，渠水清清。"
#define ORCHARD "果园里梨花开了，游人不断。"
#define SCHOOL  "夜校开了三个班，夜夜有灯。"

static const Spec three[] = {
  { 1, 10, "渠", CANAL, "三里" }, { 11, 20, "园", ORCHARD, NULL }, { 21, 30, "校", SCHOOL, "三个" },
};

static FzArticle *
make_article (const Spec *spec,
              guint       number)
{
  FzArticle *article = fz_article_new ();
  FzPiece title = { spec->first_line, 0 }, body = { spec->last_line, 0 };
  g_auto (GStrv) paragraphs = g_strsplit (spec->body, "\n", -1);

  article->number = number;
  article->first_line = spec->first_line;
  article->last_line = spec->last_line;
  article->title = g_strdup (spec->title);
  fz_article_append_block (article, FZ_ROLE_TITLE, 0, spec->title, -1, &title, 1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    fz_article_append_block (article, FZ_ROLE_BODY, 0, paragraphs[i], -1, &body, 1);
  return article;
}

static FzFacts *
make_facts (const Spec *spec)
{
  FzFacts *facts = fz_facts_new ();
  FzFigure figure = {
    .span = { 1, 2, 4, spec->last_line }, .surface = g_strdup (spec->figure), .kind = FZ_FIGURE_COUNT,
    .value = { 3, 0 }, .rule = "sample",
  };

  if (spec->figure != NULL)
    g_array_append_val (facts->figures, figure);
  return facts;
}

static FzSource *
make_source (const Spec *specs,
             guint       n)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("一页", strlen ("一页"));
  g_autoptr (FzPage) page = fz_page_read (bytes, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);

  g_ptr_array_set_size (page->articles, 0);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (page->articles, make_article (&specs[i], i + 1));
      g_ptr_array_add (facts, make_facts (&specs[i]));
    }
  return fz_source_new ("一页.txt", bytes, page, facts);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture_set_up (fixture, unused);
  g_assert_true (fixture_add (fixture, make_source (three, G_N_ELEMENTS (three))));
}

static gboolean
try_replace (Fixture     *fixture,
             const Spec  *specs,
             guint        n,
             GPtrArray   *add,
             GArray      *remove,
             GError     **error)
{
  g_autoptr (FzSource) analysis = make_source (specs, n);
  g_autoptr (GPtrArray) known = fz_library_corrections (fixture->library, 1, NULL, NULL);
  FzRevision revision = { .source = 1, .analysis = analysis, .known = known, .add = add, .remove = remove };

  return fz_library_replace (fixture->library, &revision, NULL, error);
}

static void
replace (Fixture    *fixture,
         const Spec *specs,
         guint       n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_replace (fixture, specs, n, NULL, NULL, &error));
  g_assert_no_error (error);
}

#define REPLACE(fixture, ...) \
  G_STMT_START { \
    static const Spec specs[] = { __VA_ARGS__ }; \
    replace (fixture, specs, G_N_ELEMENTS (specs)); \
  } G_STMT_END

static FzStoredSource *
load_source (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FzStoredSource *source = fz_library_load_source (fixture->library, 1, NULL, &error);

  g_assert_no_error (error);
  return source;
}

/* "1 2r 3": the ids of its articles in page order, r where it was read. */
static void
assert_ids (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (FzStoredSource) source = load_source (fixture);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < source->entries->len; i++)
    {
      const FzEntry *entry = source->entries->pdata[i];

      g_string_append_printf (all, "%s%" G_GINT64_FORMAT "%s", i > 0 ? " " : "", entry->id, entry->read ? "r" : "");
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
set_read (Fixture *fixture,
          gint64   article)
{
  g_autoptr (GAsyncResult) result = NULL;

  fz_library_set_read_async (fixture->library, article, TRUE, NULL, keep_result, &result);
  g_assert_true (fz_library_set_read_finish (fixture->library, wait_result (&result), NULL));
}

static void
test_same_articles (Fixture       *fixture,
                    gconstpointer  unused)
{
  set_read (fixture, 2);
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_ids (fixture, "1 2r 3");
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 3);
}

/* The greater part is the old one; both were read as it was. */
static void
test_split (Fixture       *fixture,
            gconstpointer  unused)
{
  set_read (fixture, 2);
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 13, "园", "果园里", NULL },
           { 14, 20, "花", "梨花开了，游人不断。", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_ids (fixture, "1 4r 2r 3");
}

/* What was merged and parted again is what it was, whichever part was greater. */
static void
test_merge_and_back (Fixture       *fixture,
                     gconstpointer  unused)
{
  set_read (fixture, 1);
  REPLACE (fixture, { 1, 20, "渠", CANAL ORCHARD, NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_ids (fixture, "1r 3");
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_ids (fixture, "1r 2 3");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 30, "园", ORCHARD SCHOOL, NULL });
  assert_ids (fixture, "1r 2");
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_ids (fixture, "1r 2 3");
}

/* An id that was given is never given to another article. */
static void
test_no_id_twice (Fixture       *fixture,
                  gconstpointer  unused)
{
  REPLACE (fixture, { 1, 30, "渠", CANAL ORCHARD SCHOOL, NULL });
  assert_ids (fixture, "1");
  REPLACE (fixture, { 1, 12, "渠", CANAL, NULL }, { 13, 30, "园", ORCHARD SCHOOL, NULL });
  assert_ids (fixture, "4 1");
}

static gint64
annotate (Fixture    *fixture,
          gint64      article,
          const char *quote)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);
  const char *at = strstr (stored->article->text, quote);
  guint start = (guint) g_utf8_pointer_to_offset (stored->article->text, at);
  g_autoptr (FzAnnotation) mark = fz_annotation_new (article, stored->article->text, start,
                                                     start + (guint) g_utf8_strlen (quote, -1), 1);

  mark->note = g_strdup ("记");
  return fz_library_put_annotation (fixture->library, mark, NULL, NULL);
}

/* The mark is at @quote in @article, and was not otherwise touched. */
static void
assert_mark (Fixture    *fixture,
             gint64      article,
             const char *text_before,
             const char *quote)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);
  const FzAnnotation *mark;
  g_autofree char *marked = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpuint (stored->annotations->len, ==, 1);
  mark = stored->annotations->pdata[0];
  marked = g_utf8_substring (stored->article->text, mark->start, mark->end);
  g_assert_cmpstr (marked, ==, quote);
  before = g_utf8_substring (stored->article->text, 0, mark->start);
  g_assert_true (g_str_has_suffix (before, text_before));
  g_assert_cmpstr (mark->note, ==, "记");
  g_assert_cmpuint (mark->color, ==, 1);
}

static void
assert_orphan (Fixture    *fixture,
               const char *quote)
{
  g_autoptr (FzStoredSource) source = load_source (fixture);
  const FzAnnotation *mark;

  g_assert_cmpuint (source->orphans->len, ==, 1);
  mark = source->orphans->pdata[0];
  g_assert_cmpint (mark->article, ==, 0);
  g_assert_cmpstr (mark->quote, ==, quote);
  g_assert_cmpstr (mark->note, ==, "记");
}

static void
test_mark_stays (Fixture       *fixture,
                 gconstpointer  unused)
{
  annotate (fixture, 2, "花");
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_mark (fixture, 2, "梨", "花");
}

/* Words were put before it, and the quote itself is now cut by a line end. */
static void
test_mark_shifts (Fixture       *fixture,
                  gconstpointer  unused)
{
  annotate (fixture, 2, "梨花开了");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 20, "春到果园", "果园里梨花\n开了，游人不断。", NULL },
           { 21, 30, "校", SCHOOL, NULL });
  assert_mark (fixture, 2, "果园里", "梨花\n开了");
}

/* The same words stand at the old place and elsewhere: what stands around tells. */
static void
test_mark_by_context (Fixture       *fixture,
                      gconstpointer  unused)
{
  annotate (fixture, 2, "花");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL },
           { 11, 20, "园", "桃李花红，果园里梨花开了，游人不断，花落满地。", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_mark (fixture, 2, "梨", "花");
}

static void
test_mark_moves (Fixture       *fixture,
                 gconstpointer  unused)
{
  annotate (fixture, 2, "游人");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 17, "园", "果园里梨花开了，", NULL },
           { 18, 30, "校", "游人不断。" SCHOOL, NULL });
  assert_ids (fixture, "1 2 3");
  assert_mark (fixture, 3, "校\n", "游人");
}

/* Its words are gone, and come back. */
static void
test_mark_orphaned (Fixture       *fixture,
                    gconstpointer  unused)
{
  annotate (fixture, 2, "梨花");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 20, "园", "????????", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_orphan (fixture, "梨花");
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_mark (fixture, 2, "果园里", "梨花");
}

/* Two places are as good and none is its own article's: nothing is guessed. */
static void
test_mark_ambiguous (Fixture       *fixture,
                     gconstpointer  unused)
{
  annotate (fixture, 2, "不断");
  REPLACE (fixture, { 1, 10, "渠", "游人不断。", NULL }, { 11, 20, "园", "无话。", NULL }, { 21, 30, "校", "游人不断。", NULL });
  assert_orphan (fixture, "不断");
}

/* A short word without anything of what stood around it is not the reader's. */
static void
test_mark_short (Fixture       *fixture,
                 gconstpointer  unused)
{
  annotate (fixture, 2, "花");
  REPLACE (fixture, { 1, 10, "渠", "渠边花香。", NULL }, { 11, 20, "园", "无话。", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_orphan (fixture, "花");
}

static void
mark_one (Fixture *fixture,
          gint64   article,
          FzMark   mark)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof article);
  g_autoptr (GArray) changed = NULL;

  g_array_append_val (one, article);
  changed = fz_library_mark (fixture->library, one, mark, TRUE, NULL, NULL);
  g_assert_cmpuint (changed->len, ==, 1);
}

/* "1s 2b": s where it is starred, b where it lies in the bin. */
static void
assert_shelves (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (FzStoredSource) source = load_source (fixture);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < source->entries->len; i++)
    {
      const FzEntry *entry = source->entries->pdata[i];

      g_string_append_printf (found, "%s%" G_GINT64_FORMAT "%s%s", i > 0 ? " " : "", entry->id,
                              entry->starred ? "s" : "", entry->binned ? "b" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Stars and the bin go the way that read marks go, to both parts of what was split. */
static void
test_shelves (Fixture       *fixture,
              gconstpointer  unused)
{
  mark_one (fixture, 1, FZ_MARK_STARRED);
  mark_one (fixture, 2, FZ_MARK_BINNED);
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_shelves (fixture, "1s 2b 3");
  REPLACE (fixture, { 1, 4, "渠", CANAL, NULL }, { 5, 10, "渠", CANAL, NULL }, { 11, 13, "园", "果园里", NULL },
           { 14, 20, "花", "梨花开了，游人不断。", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_shelves (fixture, "4s 1s 5b 2b 3");
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 3);
  g_assert_cmpint (fz_library_count_hits (fixture->library, "梨花 OR 果园", 9, NULL, NULL), ==, 0);
}

/* What was emptied out of the bin stays away, and takes no note to itself. */
static void
test_emptied (Fixture       *fixture,
              gconstpointer  unused)
{
  annotate (fixture, 2, "梨花开了");
  mark_one (fixture, 2, FZ_MARK_BINNED);
  fz_library_empty_bin (fixture->library, NULL, NULL);
  assert_orphan (fixture, "梨花开了");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 13, "园", "果园里", NULL },
           { 14, 20, "花", "梨花开了，游人不断。", NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_orphan (fixture, "梨花开了");
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 2);
  g_assert_cmpint (fixture_count (fixture, (FzQuery) { .any_region = TRUE, .shelf = FZ_SHELF_BIN }), ==, 0);
}

/* Nor does it hide what was not thrown away: an article that comes to hold both is
 * the one that was kept, and a part of it that is cut off later goes away again. */
static void
test_emptied_and_kept (Fixture       *fixture,
                       gconstpointer  unused)
{
  mark_one (fixture, 2, FZ_MARK_BINNED);
  fz_library_empty_bin (fixture->library, NULL, NULL);
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 30, "园", ORCHARD SCHOOL, NULL });
  assert_shelves (fixture, "1 3");
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 2);
  replace (fixture, three, G_N_ELEMENTS (three));
  assert_shelves (fixture, "1 2b 3");
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 2);
  REPLACE (fixture, { 1, 4, "渠", CANAL, NULL }, { 5, 20, "园", CANAL ORCHARD, NULL }, { 21, 30, "校", SCHOOL, NULL });
  g_assert_cmpint (fixture_count (fixture, (FzQuery) FZ_QUERY_ALL), ==, 3);
}

static void
assert_position (Fixture    *fixture,
                 gint64      article,
                 const char *behind)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, article);

  g_assert_cmpint (stored->position, >=, 0);
  g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (stored->article->text, stored->position), behind));
}

/* Where the reader stopped is where the same words stand, in whichever article. */
static void
test_position (Fixture       *fixture,
               gconstpointer  unused)
{
  static const char body[] = ORCHARD "村民说，今年的梨花比往年早了七天，城里来的人也多了。";
  g_autoptr (FzStored) stored = NULL;

  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 20, "园", body, NULL }, { 21, 30, "校", SCHOOL, NULL });
  fz_library_set_position (fixture->library, 2, 5, NULL, NULL);
  assert_position (fixture, 2, "梨花开了");
  REPLACE (fixture, { 1, 10, "渠", CANAL, NULL }, { 11, 20, "春到果园", body, NULL }, { 21, 30, "校", SCHOOL, NULL });
  assert_position (fixture, 2, "梨花开了");
  REPLACE (fixture, { 1, 20, "渠", CANAL, NULL }, { 21, 30, "校", body, NULL });
  assert_position (fixture, 3, "梨花开了");
  REPLACE (fixture, { 1, 20, "渠", CANAL, NULL }, { 21, 30, "校", SCHOOL, NULL });
  stored = fixture_load (fixture, 3);
  g_assert_cmpint (stored->position, ==, -1);
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
judge (Fixture *fixture)
{
  g_autoptr (FzConnection) writer = fz_connection_open (fixture->path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fz_connection_execute (writer, "INSERT INTO verdict (article, ordinal, surface, verdict) VALUES "
                                 "(3, 0, '三个', 'rejected'), (1, 0, '三里', 'confirmed')", &error);
  g_assert_no_error (error);
}

/* A verdict follows its figure to another article, waits while it is not read,
 * and never goes to one of the same words elsewhere. */
static void
test_verdicts (Fixture       *fixture,
               gconstpointer  unused)
{
  judge (fixture);
  REPLACE (fixture, { 1, 10, "渠", CANAL, "三个" }, { 11, 30, "园", ORCHARD SCHOOL, "三个" });
  assert_ids (fixture, "1 2");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM verdict WHERE article = 2 AND ordinal = 0 "
                                 "AND surface = '三个' AND verdict = 'rejected'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM verdict WHERE ordinal < 0 AND surface = '三里' "
                                 "AND verdict = 'confirmed'"), ==, 1);
  REPLACE (fixture, { 1, 10, "渠", CANAL, "三个" }, { 11, 30, "园", ORCHARD SCHOOL, NULL });
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM verdict WHERE ordinal < 0"), ==, 2);
  replace (fixture, three, G_N_ELEMENTS (three));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM verdict WHERE (article = 3 AND ordinal = 0 AND surface = '三个') "
                                 "OR (article = 1 AND ordinal = 0 AND surface = '三里')"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM verdict"), ==, 2);
}

static GPtrArray *
one_correction (const char *title)
{
  GPtrArray *corrections = fz_corrections_new ();

  g_ptr_array_add (corrections, fz_correction_new (FZ_CORRECTION_TITLE, 11, 0, title));
  return corrections;
}

static void
assert_corrections (Fixture    *fixture,
                    const char *expected)
{
  g_autoptr (FzStoredSource) source = load_source (fixture);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < source->corrections->len; i++)
    {
      const FzCorrection *correction = source->corrections->pdata[i];

      g_assert_cmpint (correction->source, ==, 1);
      g_string_append_printf (all, "%" G_GINT64_FORMAT ":%s:%u:%s ", correction->id,
                              fz_correction_kind_name (correction->kind), correction->first_line, correction->value);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_corrections (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr (GPtrArray) one = one_correction ("一");
  g_autoptr (GPtrArray) two = one_correction ("二");
  g_autoptr (GArray) remove = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (try_replace (fixture, three, 3, one, NULL, NULL));
  g_assert_true (try_replace (fixture, three, 3, two, NULL, NULL));
  assert_corrections (fixture, "1:title:11:一 2:title:11:二 ");
  g_assert_cmpint (((FzCorrection *) two->pdata[0])->id, ==, 2);
  g_array_append_val (remove, ((FzCorrection *) one->pdata[0])->id);
  g_assert_true (try_replace (fixture, three, 3, NULL, remove, NULL));
  assert_corrections (fixture, "2:title:11:二 ");
  g_assert_true (try_replace (fixture, three, 3, one, NULL, NULL));
  assert_corrections (fixture, "1:title:11:一 2:title:11:二 ");
}

/* Whatever is refused leaves everything as it was. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GPtrArray) add = one_correction ("一");
  g_autoptr (GPtrArray) stale = fz_corrections_new ();
  g_autoptr (GArray) remove = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FzSource) analysis = make_source (three, 1);
  FzRevision revision = { .source = 1, .analysis = analysis, .known = stale };
  g_autoptr (GError) unknown = NULL, changed = NULL, missing = NULL;
  gint64 stranger = 4711;

  g_array_append_val (remove, stranger);
  g_assert_false (try_replace (fixture, three, 1, add, remove, &unknown));
  g_assert_error (unknown, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
  assert_ids (fixture, "1 2 3");
  assert_corrections (fixture, "");
  g_assert_true (try_replace (fixture, three, 3, add, NULL, NULL));
  g_assert_false (fz_library_replace (fixture->library, &revision, NULL, &changed));
  g_assert_error (changed, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_CHANGED);
  assert_ids (fixture, "1 2 3");
  revision.source = 4711;
  g_assert_false (fz_library_replace (fixture->library, &revision, NULL, &missing));
  g_assert_error (missing, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_NOT_FOUND);
}

/* How the source was read is kept, and is that of the newest analysis. */
static void
test_reading_is_kept (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (FzSource) analysis = make_source (three, 3);
  g_autoptr (GPtrArray) known = fz_corrections_new ();
  FzRevision revision = { .source = 1, .analysis = analysis, .known = known };
  g_autoptr (FzStoredSource) before = load_source (fixture);
  g_autoptr (FzStoredSource) after = NULL;

  g_assert_cmpuint (before->odd.counts[FZ_ODD_CONTROL], ==, 0);
  g_assert_null (before->date_since);
  g_set_str (&analysis->page->date_since, "2024-03-01");
  g_set_str (&analysis->page->date_until, "2024-03-02");
  g_set_str (&analysis->page->date_ground, "5: 本报嘉兴1月31日电");
  g_set_str (&analysis->page->rival, "Big5");
  analysis->page->doubt = 40;
  analysis->page->odd.counts[FZ_ODD_CR] = 3;
  analysis->page->odd.counts[FZ_ODD_CONTROL] = 4000000000u;
  g_assert_true (fz_library_replace (fixture->library, &revision, NULL, NULL));
  after = load_source (fixture);
  g_assert_cmpstr (after->date_since, ==, "2024-03-01");
  g_assert_cmpstr (after->date_until, ==, "2024-03-02");
  g_assert_cmpstr (after->date_ground, ==, "5: 本报嘉兴1月31日电");
  g_assert_cmpstr (after->rival, ==, "Big5");
  g_assert_cmpuint (after->doubt, ==, 40);
  g_assert_cmpuint (after->odd.counts[FZ_ODD_CR], ==, 3);
  g_assert_cmpuint (after->odd.counts[FZ_ODD_CRLF], ==, 0);
  g_assert_cmpuint (after->odd.counts[FZ_ODD_CONTROL], ==, 4000000000u);
}

static void
test_sources_of_engine (Fixture       *fixture,
                        gconstpointer  unused)
{
  g_autoptr (GArray) current = fz_library_sources (fixture->library, FZ_ENGINE_VERSION, NULL, NULL);
  g_autoptr (GArray) other = fz_library_sources (fixture->library, "0", NULL, NULL);
  g_autoptr (GArray) all = fz_library_sources (fixture->library, NULL, NULL, NULL);

  g_assert_cmpuint (current->len, ==, 0);
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpint (g_array_index (other, gint64, 0), ==, 1);
  g_assert_cmpuint (all->len, ==, 1);
}

#define ADD(name, func) g_test_add ("/replace/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-articles", test_same_articles);
  ADD ("split", test_split);
  ADD ("merge-and-back", test_merge_and_back);
  ADD ("no-id-twice", test_no_id_twice);
  ADD ("mark-stays", test_mark_stays);
  ADD ("mark-shifts", test_mark_shifts);
  ADD ("mark-by-context", test_mark_by_context);
  ADD ("mark-moves", test_mark_moves);
  ADD ("mark-orphaned", test_mark_orphaned);
  ADD ("mark-ambiguous", test_mark_ambiguous);
  ADD ("mark-short", test_mark_short);
  ADD ("shelves", test_shelves);
  ADD ("emptied", test_emptied);
  ADD ("emptied-and-kept", test_emptied_and_kept);
  ADD ("position", test_position);
  ADD ("verdicts", test_verdicts);
  ADD ("corrections", test_corrections);
  ADD ("refused", test_refused);
  ADD ("reading-is-kept", test_reading_is_kept);
  ADD ("sources-of-engine", test_sources_of_engine);
  return g_test_run ();
}
