/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-connection.h"
#include "samples.h"

#define TEXT "余杭试点“小板凳课堂”\n"

static FzAnnotation *
annotation_new (gint64 article)
{
  FzAnnotation *annotation = fz_annotation_new (article, TEXT, 5, 8, 2);

  annotation->note = g_strdup ("再问问");
  annotation->created = 1000;
  annotation->modified = 2000;
  return annotation;
}

static gint64
put (Fixture            *fixture,
     const FzAnnotation *annotation)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fz_library_put_annotation (fixture->library, annotation, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
drop (Fixture *fixture,
      gint64   annotation)
{
  g_autoptr (GError) error = NULL;

  fz_library_remove_annotation (fixture->library, annotation, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_annotations_equal (const FzAnnotation *a,
                          const FzAnnotation *b)
{
  g_assert_cmpint (a->article, ==, b->article);
  g_assert_cmpuint (a->start, ==, b->start);
  g_assert_cmpuint (a->end, ==, b->end);
  g_assert_cmpstr (a->quote, ==, b->quote);
  g_assert_cmpstr (a->prefix, ==, b->prefix);
  g_assert_cmpstr (a->suffix, ==, b->suffix);
  g_assert_cmpuint (a->color, ==, b->color);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->modified, ==, b->modified);
}

/* That the first article has this one annotation, under this id. */
static void
assert_only (Fixture            *fixture,
             const FzAnnotation *annotation,
             gint64              id)
{
  g_autoptr (FzStored) stored = fixture_load (fixture, fixture_id (fixture, 0));

  g_assert_cmpuint (stored->annotations->len, ==, 1);
  g_assert_cmpint (((FzAnnotation *) stored->annotations->pdata[0])->id, ==, id);
  assert_annotations_equal (stored->annotations->pdata[0], annotation);
}

static void
test_quote (void)
{
  g_autoptr (FzAnnotation) inner = fz_annotation_new (1, TEXT, 5, 8, 2);
  g_autoptr (FzAnnotation) beyond = fz_annotation_new (1, "田里", 1, 99, 0);
  g_autoptr (FzAnnotation) turned = fz_annotation_new (1, "田里", 2, 1, 0);
  g_autofree char *ribbon = g_strnfill (40, 'a');
  g_autofree char *text = g_strdup_printf ("%s田%s", ribbon, ribbon);
  g_autoptr (FzAnnotation) middle = fz_annotation_new (1, text, 40, 41, 0);

  g_assert_cmpstr (inner->quote, ==, "小板凳");
  g_assert_cmpstr (inner->prefix, ==, "余杭试点“");
  g_assert_cmpstr (inner->suffix, ==, "课堂”\n");
  g_assert_cmpstr (beyond->quote, ==, "里");
  g_assert_cmpuint (beyond->end, ==, 2);
  g_assert_cmpstr (turned->quote, ==, "");
  g_assert_cmpuint (strlen (middle->prefix), ==, 32);
  g_assert_cmpuint (strlen (middle->suffix), ==, 32);
}

static void
test_put (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (FzAnnotation) annotation = NULL;
  gint64 id;

  fixture_add (fixture, sample_source ());
  annotation = annotation_new (fixture_id (fixture, 0));
  id = put (fixture, annotation);
  assert_only (fixture, annotation, id);
  fixture_reopen (fixture);
  assert_only (fixture, annotation, id);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (FzAnnotation) annotation = NULL;

  fixture_add (fixture, sample_source ());
  annotation = annotation_new (fixture_id (fixture, 0));
  annotation->id = put (fixture, annotation);
  g_set_str (&annotation->note, NULL);
  annotation->color = 3;
  annotation->modified = 3000;
  g_assert_cmpint (put (fixture, annotation), ==, annotation->id);
  assert_only (fixture, annotation, annotation->id);
}

/* A new mark made in between must not be given the old one's id. */
static void
test_undo_of_removal (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (FzAnnotation) annotation = NULL;
  gint64 other;

  fixture_add (fixture, sample_source ());
  annotation = annotation_new (fixture_id (fixture, 0));
  annotation->id = put (fixture, annotation);
  drop (fixture, annotation->id);
  other = fz_library_put_annotation (fixture->library, &(FzAnnotation) {
                                       .article = annotation->article, .quote = (char *) "余",
                                       .prefix = (char *) "", .suffix = (char *) "", .end = 1,
                                     }, NULL, NULL);
  g_assert_cmpint (other, >, annotation->id);
  g_assert_cmpint (put (fixture, annotation), ==, annotation->id);
  drop (fixture, other);
  assert_only (fixture, annotation, annotation->id);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (FzAnnotation) annotation = NULL;
  g_autoptr (GAsyncResult) put_result = NULL, remove_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = NULL;
  gint64 article, id;

  fixture_add (fixture, sample_source ());
  article = fixture_id (fixture, 0);
  annotation = annotation_new (article);
  fz_library_put_annotation_async (fixture->library, annotation, NULL, keep_result, &put_result);
  id = fz_library_put_annotation_finish (fixture->library, wait_result (&put_result), &error);
  g_assert_no_error (error);
  assert_only (fixture, annotation, id);
  fz_library_remove_annotation_async (fixture->library, id, NULL, keep_result, &remove_result);
  g_assert_true (fz_library_remove_annotation_finish (fixture->library, wait_result (&remove_result), &error));
  g_assert_no_error (error);
  stored = fixture_load (fixture, article);
  g_assert_cmpuint (stored->annotations->len, ==, 0);
}

static void
execute (FzConnection *connection,
         const char   *sql)
{
  g_autoptr (GError) error = NULL;

  fz_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (FzConnection *connection,
     const char   *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  fz_connection_ask (connection, sql, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

/* What was derived goes and comes; what the reader made stays. */
static void
test_outlives_its_article (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (FzAnnotation) annotation = NULL;
  g_autoptr (FzConnection) connection = NULL;

  fixture_add (fixture, sample_source ());
  annotation = annotation_new (fixture_id (fixture, 0));
  put (fixture, annotation);
  connection = fz_connection_open (fixture->path, FZ_CONNECTION_WRITER, NULL, NULL);
  execute (connection, "DELETE FROM indexed; DELETE FROM article");
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM block"), ==, 0);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM figure"), ==, 0);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM annotation WHERE article IS NULL AND quote = '小板凳'"), ==, 1);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM annotation JOIN source ON source.id = annotation.source"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/quote", test_quote);
#define ADD(path, func) g_test_add ("/annotations/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("put", test_put);
  ADD ("change", test_change);
  ADD ("undo-of-removal", test_undo_of_removal);
  ADD ("async", test_async);
  ADD ("outlives-its-article", test_outlives_its_article);
#undef ADD
  return g_test_run ();
}
