/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that SQLite reads and that make no sense.  What was made of a page is that
 * article's trouble: who opens it is told, lists and search show it all the same, its
 * page is due for a new analysis, and the library is not called damaged.  What the
 * reader said cannot be made again: there the library is damaged, and the check that
 * a person asks for finds what whoever met it was told. */

#include "config.h"

#include "fz-connection.h"
#include "samples.h"

static const char * const derived[] = {
  "UPDATE figure SET kind = 'x'",
  "UPDATE figure SET value = 'zwei'",
  "UPDATE figure SET change = 'x'",
  "UPDATE programme SET kind = 'x'",
  "UPDATE place SET block = 99",
  "UPDATE block SET role = 'x'",
  "UPDATE block SET pieces = x'ff'",
  "UPDATE block SET start = 1",
  "UPDATE article SET kind = 'x'",
  "UPDATE article_text SET text = '短'",
  "DELETE FROM article_text",
};

static const char * const said[] = {
  "INSERT INTO correction (source, kind, first_line, last_line, value, created) VALUES (1, 'x', 0, 0, '', 0)",
  "INSERT INTO verdict (article, ordinal, surface, verdict, kind, value) VALUES (1, 0, '三', 'corrected', 'x', 'zwei')",
};

typedef struct {
  Fixture  fixture;
  char    *mark;
} Trial;

static void
set_up (Trial *self, const char *sql)
{
  g_autoptr (FzConnection) writer = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->fixture, NULL);
  g_assert_true (fixture_add (&self->fixture, sample_source ()));
  g_assert_true (fixture_add (&self->fixture, sample_small (7, SAMPLE_CHENGDU)));
  g_assert_finalize_object (g_steal_pointer (&self->fixture.library));
  self->mark = g_strconcat (self->fixture.path, ".damaged", NULL);
  writer = fz_connection_open (self->fixture.path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (writer, sql, &error));
  g_assert_no_error (error);
  self->fixture.library = fz_library_open (self->fixture.path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Trial *self)
{
  fixture_tear_down (&self->fixture, NULL);
  g_free (self->mark);
}

static guint
count_faults (Trial *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = fz_library_check (self->fixture.library, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return faults->len;
}

static void
assert_is_due (Trial *self)
{
  g_autoptr (GArray) due = fz_library_sources (self->fixture.library, FZ_ENGINE_VERSION, NULL, NULL);

  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (g_array_index (due, gint64, 0), ==, 1);
}

static void
assert_is_shown (Trial *self)
{
  g_autoptr (GPtrArray) rows = fixture_list (&self->fixture, (FzQuery) FZ_QUERY_ALL);
  FzSearchRequest request = { .query = "余杭", .limit = 10 };
  g_autoptr (FzHits) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rows->len, >, 1);
  hits = fz_library_search (self->fixture.library, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->rows->len, >, 0);
}

static void
test_derived (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      Trial trial = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (FzStored) stored = NULL;

      set_up (&trial, derived[i]);
      g_test_message ("%s", derived[i]);
      stored = fz_library_load (trial.fixture.library, 1, NULL, &error);
      g_assert_null (stored);
      g_assert_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE);
      assert_is_shown (&trial);
      assert_is_due (&trial);
      g_assert_false (g_file_test (trial.mark, G_FILE_TEST_EXISTS));
      g_assert_cmpuint (count_faults (&trial), ==, 0);
      tear_down (&trial);
    }
}

/* From whom a date is, nobody knows any more: nothing else is lost by that. */
static void
test_source (void)
{
  Trial trial = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStoredSource) source = NULL;

  set_up (&trial, "UPDATE source SET date_by = 'x'");
  source = fz_library_load_source (trial.fixture.library, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (trial.mark, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_faults (&trial), ==, 0);
  tear_down (&trial);
}

/* A page like one that cannot be read comes in. */
static void
test_like (void)
{
  const char *body = "余杭试点小板凳课堂，老师把课堂搬到村口的樟树底下，孩子们坐着小板凳听讲，老人也在旁边跟着认字，"
                     "一个暑假下来，村里办了二十四场，场场都坐得满满当当，连邻村的人也搬着凳子赶来。";
  Trial trial = { 0 };
  g_autoptr (FzConnection) writer = NULL;

  set_up (&trial, "SELECT 1");
  g_assert_true (fixture_add (&trial.fixture, sample_story (1, "甲报", body)));
  writer = fz_connection_open (trial.fixture.path, FZ_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (fz_connection_execute (writer, "UPDATE block SET role = 'x'", NULL));
  g_assert_true (fixture_add (&trial.fixture, sample_story (2, "乙报", body)));
  g_clear_pointer (&writer, fz_connection_close);
  tear_down (&trial);
}

/* Who reads all of it meets it, and so does the check. */
static void
test_said (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      Trial trial = { 0 };

      set_up (&trial, said[i]);
      g_test_message ("%s", said[i]);
      g_assert_cmpuint (count_faults (&trial), ==, 1);
      g_assert_true (g_file_test (trial.mark, G_FILE_TEST_EXISTS));
      tear_down (&trial);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unreadable/derived", test_derived);
  g_test_add_func ("/unreadable/source", test_source);
  g_test_add_func ("/unreadable/like", test_like);
  g_test_add_func ("/unreadable/said", test_said);
  return g_test_run ();
}
