/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "fz-exchange.h"
#include "temp-folder.h"

typedef struct {
  TempFolder    temp;
  FzLibrary    *library;
  GCancellable *cancellable;
  guint         told;      /* calls of progress */
  guint         stop_at;   /* the file before which it is cancelled, plus one */
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  temp_folder_init (&self->temp, NULL);
  path = temp_folder_path (&self->temp, "library.db");
  self->library = fz_library_open (path, NULL, &error);
  g_assert_no_error (error);
  self->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  /* The thread of an import may hold it a moment longer than its answer takes. */
  fz_library_close (self->library);
  g_object_add_weak_pointer (G_OBJECT (self->library), (gpointer *) &self->library);
  g_object_unref (self->library);
  while (g_atomic_pointer_get (&self->library) != NULL)
    g_usleep (1000);
  g_object_unref (self->cancellable);
  temp_folder_clear (&self->temp, NULL);
}

/* A page of one article that no other page is equal to. */
static void
write_page (Fixture *self, const char *name, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%s\n\n本报讯 去年，安吉县递铺街道新修竹廊%u米。\n", title, g_str_hash (title) % 9000 + 1000);

  g_free (temp_folder_write (&self->temp, name, text, -1));
}

static void
progress (guint done, guint total, const char *path, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpuint (done, <=, total);
  g_assert_nonnull (path);
  self->told++;
  if (self->stop_at != 0 && done + 1 == self->stop_at && total > 0)
    g_cancellable_cancel (self->cancellable);
}

static FzImportSummary *
import (Fixture *self, const char *name, const FzImportOptions *options)
{
  g_autofree char *path = temp_folder_path (&self->temp, name);
  const char *paths[] = { path, NULL };

  return fz_import (self->library, paths, options, progress, self, self->cancellable);
}

static GPtrArray *
list (Fixture *self)
{
  FzQuery query = FZ_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = fz_library_list (self->library, &query, 0, 1000, NULL, &error);

  g_assert_no_error (error);
  return entries;
}

static guint
count (Fixture *self)
{
  g_autoptr (GPtrArray) entries = list (self);

  return entries->len;
}

static void
assert_summary (const FzImportSummary *summary, guint added, guint present, guint failures)
{
  g_assert_no_error (summary->stopped);
  g_assert_cmpuint (summary->added, ==, added);
  g_assert_cmpuint (summary->present, ==, present);
  g_assert_cmpuint (summary->failures->len, ==, failures);
}

static void
test_counts (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) first = NULL;
  g_autoptr (FzImportSummary) again = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  write_page (self, "in/2.txt", "竹廊二");
  write_page (self, "in/deep/3.txt", "竹廊三");
  first = import (self, "in", NULL);
  assert_summary (first, 3, 0, 0);
  g_assert_cmpuint (first->articles, ==, count (self));
  g_assert_cmpuint (self->told, >=, 3);

  again = import (self, "in", NULL);
  assert_summary (again, 0, 3, 0);
  g_assert_cmpuint (again->articles, ==, 0);
  g_assert_cmpint (first->first, >, 0);
  g_assert_cmpint (again->first, ==, first->first);
  g_assert_cmpuint (first->articles, ==, count (self));
}

/* What is there stays as it is, and the reader is told where another newspaper was
 * named; not where the same one was, or none. */
static void
test_kept (Fixture *self, gconstpointer unused)
{
  const FzImportOptions one = { .newspaper = "竹乡晚报" }, other = { .newspaper = "递铺时报" };
  g_autoptr (FzImportSummary) first = NULL, second = NULL, third = NULL, fourth = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  first = import (self, "in", &one);
  assert_summary (first, 1, 0, 0);
  second = import (self, "in", &other);
  assert_summary (second, 0, 1, 0);
  g_assert_cmpuint (second->kept, ==, 1);
  g_assert_cmpuint (second->notes->len, ==, 1);
  g_assert_nonnull (strstr (((FzFailure *) second->notes->pdata[0])->reason, "竹乡晚报"));
  third = import (self, "in", &one);
  fourth = import (self, "in", NULL);
  g_assert_cmpuint (third->kept + third->notes->len + fourth->kept + fourth->notes->len, ==, 0);
  entries = list (self);
  g_assert_cmpstr (((FzEntry *) entries->pdata[0])->newspaper, ==, "竹乡晚报");
}

/* It has none, and gets none by being imported again. */
static void
test_kept_without (Fixture *self, gconstpointer unused)
{
  const FzImportOptions named = { .newspaper = "竹乡晚报" };
  g_autoptr (FzImportSummary) first = NULL, second = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  first = import (self, "in", NULL);
  second = import (self, "in", &named);
  g_assert_cmpuint (second->kept, ==, 1);
  g_assert_nonnull (strstr (((FzFailure *) second->notes->pdata[0])->reason, "without a newspaper"));
}

static void
test_failures (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  g_free (temp_folder_write (&self->temp, "in/2.txt", "", 0));
  g_free (temp_folder_write (&self->temp, "in/3.txt", "\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\x90\x10\0\0", 28));
  temp_folder_link (&self->temp, "in/4.txt", "nowhere");
  temp_folder_link (&self->temp, "in/5", ".");
  write_page (self, "in/6.txt", "竹廊六");
  summary = import (self, "in", NULL);
  assert_summary (summary, 2, 0, 3);
  g_assert_cmpuint (summary->notes->len, ==, 1);
  for (guint i = 0; i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];

      g_assert_true (g_str_has_prefix (failure->path, self->temp.path));
      g_assert_cmpuint (strlen (failure->reason), >, 5);
      g_assert_null (strchr (failure->reason, '\n'));
    }
}

static void
test_missing (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = import (self, "missing", NULL);

  assert_summary (summary, 0, 0, 1);
  g_assert_cmpstr (((FzFailure *) summary->failures->pdata[0])->reason, ==, "There is no such file");
}

/* Two papers may call a page alike; what tells them apart is what is in them. */
static void
test_names (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  write_page (self, "in/a/01.txt", "竹廊一");
  write_page (self, "in/b/01.txt", "竹廊二");
  write_page (self, "in/c/other.txt", "竹廊一");
  summary = import (self, "in", NULL);
  assert_summary (summary, 2, 1, 0);
  entries = list (self);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((FzEntry *) entries->pdata[i])->source_name, ==, "01.txt");
}

static void
test_typed (Fixture *self, gconstpointer unused)
{
  const FzImportOptions options = { .newspaper = "竹乡晚报", .date = "2019-03-05", .edition = "4" };
  g_autoptr (FzImportSummary) summary = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  summary = import (self, "in", &options);
  assert_summary (summary, 1, 0, 0);
  entries = list (self);
  g_assert_cmpuint (entries->len, >=, 1);
  g_assert_cmpstr (((FzEntry *) entries->pdata[0])->newspaper, ==, "竹乡晚报");
  g_assert_cmpstr (((FzEntry *) entries->pdata[0])->date, ==, "2019-03-05");
}

/* Where the only article of a page is filed that is imported with @options. */
static char *
filed_under (Fixture *self, const char *page, const FzImportOptions *options)
{
  g_autofree char *name = g_strdup_printf ("in-%u/1.txt", count (self));
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *bytes = g_strdup_printf ("%s\n\n    本报讯 记者 沈青禾 %s。到了傍晚,常有人来下棋,也有人带着孩子看桂花。"
                                            "公园由旧厂房边的空地改成,面积不大,却种了樟树。\n", page, page);
  g_autoptr (FzImportSummary) summary = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (GStrv) path = NULL;

  g_free (temp_folder_write (&self->temp, name, bytes, (gssize) strlen (bytes)));
  summary = import (self, folder, options);
  assert_summary (summary, 1, 0, 0);
  entries = list (self);
  path = fz_region_path (((FzEntry *) entries->pdata[entries->len - 1])->filed);
  return g_strjoinv ("/", path);
}

/* What the reader types of a page tells where its places are, and in which time. */
static void
test_typed_places (Fixture *self, gconstpointer unused)
{
  const FzImportOptions hangzhou = { .newspaper = "杭州日报" }, nanchang = { .newspaper = "南昌日报" };
  const FzImportOptions then = { .date = "1990-05-06" }, lately = { .date = "2020-05-06" };
  g_autofree char *open = filed_under (self, "西湖区新添一座公园", NULL);
  g_autofree char *first = filed_under (self, "西湖区新添两座公园", &hangzhou);
  g_autofree char *second = filed_under (self, "西湖区新添三座公园", &nanchang);
  g_autofree char *county = filed_under (self, "临安新添一座公园", &then);
  g_autofree char *district = filed_under (self, "临安新添两座公园", &lately);

  g_assert_cmpstr (open, ==, "");
  g_assert_cmpstr (first, ==, "浙江省/杭州市/西湖区");
  g_assert_cmpstr (second, ==, "江西省/南昌市/西湖区");
  g_assert_cmpstr (county, ==, "浙江省/杭州市/临安县");
  g_assert_cmpstr (district, ==, "浙江省/杭州市/临安区");
}

/* An option without a word takes nothing back and claims nothing. */
static void
test_typed_nothing (Fixture *self, gconstpointer unused)
{
  const FzImportOptions options = { .newspaper = "", .date = "", .edition = "" };
  g_autoptr (FzImportSummary) summary = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  summary = import (self, "in", &options);
  assert_summary (summary, 1, 0, 0);
  entries = list (self);
  g_assert_null (((FzEntry *) entries->pdata[0])->newspaper);
  g_assert_null (((FzEntry *) entries->pdata[0])->edition);
}

static void
test_cancelled (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  write_page (self, "in/2.txt", "竹廊二");
  write_page (self, "in/3.txt", "竹廊三");
  self->stop_at = 3;
  self->told = 0;
  summary = import (self, "in", NULL);
  g_assert_error (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (summary->added, ==, 2);
  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (count (self), ==, summary->articles);
}

static void
test_cancelled_before (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = NULL;

  write_page (self, "in/1.txt", "竹廊一");
  g_cancellable_cancel (self->cancellable);
  summary = import (self, "in", NULL);
  g_assert_error (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (summary->added, ==, 0);
  g_assert_cmpuint (count (self), ==, 0);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A page of some megabytes, cancelled while it is analysed: none of it comes in. */
static void
test_cancelled_midway (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) summary = NULL;
  g_autoptr (GString) title = g_string_new ("竹廊");
  g_autoptr (GThread) thread = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (title, "\n\n竹廊第%u段\n\n本报讯 婺城区种下%u株竹子，竹农笑了。", i, i);
  write_page (self, "in/1.txt", title->str);
  thread = g_thread_new ("impatient", cancel_soon, self->cancellable);
  summary = import (self, "in", NULL);
  g_thread_join (g_steal_pointer (&thread));
  g_assert_error (summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (summary->added, ==, 0);
  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (count (self), ==, 0);
}

static struct rlimit
limit_files (rlim_t bytes)
{
  struct rlimit before, now;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  now = (struct rlimit) { .rlim_cur = bytes, .rlim_max = before.rlim_max };
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &now));
  return before;
}

/* The library's files may not grow beyond some pages, as on a disk that gets
 * full: what came in until then stays, whole, and the rest is told once. */
static void
test_full (Fixture *self, gconstpointer unused)
{
  g_autoptr (FzImportSummary) stopped = NULL;
  g_autoptr (FzImportSummary) again = NULL;
  struct rlimit before;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", i);

      write_page (self, name, name);
    }
  signal (SIGXFSZ, SIG_IGN);
  before = limit_files (512 * 1024);
  stopped = import (self, "in", NULL);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  g_assert_error (stopped->stopped, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FULL);
  g_assert_cmpuint (stopped->failures->len, ==, 0);
  g_assert_cmpuint (stopped->added, >, 0);
  g_assert_cmpuint (stopped->added, <, 40);
  g_assert_cmpuint (count (self), ==, stopped->articles);

  again = import (self, "in", NULL);
  assert_summary (again, 40 - stopped->added, stopped->added, 0);
}

typedef struct {
  Fixture         *fixture;
  GMainLoop       *loop;
  GThread         *thread;
  FzImportSummary *summary;
  gboolean         destroyed;
} Async;

static void
async_progress (guint done, guint total, const char *path, gpointer user_data)
{
  Async *self = user_data;

  g_assert_true (g_thread_self () == self->thread);
  g_assert_null (self->summary);
  progress (done, total, path, self->fixture);
}

static void
async_destroy (gpointer user_data)
{
  Async *self = user_data;

  g_assert_true (g_thread_self () == self->thread);
  g_assert_false (self->destroyed);
  self->destroyed = TRUE;
}

static void
async_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Async *self = user_data;
  g_autoptr (GError) error = NULL;

  self->summary = fz_import_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (self->loop);
}

static void
run_async (Fixture *self, Async *async)
{
  g_autofree char *path = temp_folder_path (&self->temp, "in");
  const char *paths[] = { path, NULL };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  async->fixture = self;
  async->loop = loop;
  async->thread = g_thread_self ();
  fz_import_async (self->library, paths, NULL, async_progress, async, async_destroy,
                   self->cancellable, async_done, async);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (async->destroyed);
}

static void
test_async (Fixture *self, gconstpointer unused)
{
  Async async = { 0 };

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", i);

      write_page (self, name, name);
    }
  run_async (self, &async);
  assert_summary (async.summary, 30, 0, 0);
  g_assert_cmpuint (self->told, >, 0);
  fz_import_summary_free (async.summary);
}

static void
test_async_cancelled (Fixture *self, gconstpointer unused)
{
  Async async = { 0 };

  write_page (self, "in/1.txt", "竹廊一");
  g_cancellable_cancel (self->cancellable);
  run_async (self, &async);
  g_assert_error (async.summary->stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fz_import_summary_free (async.summary);
}

#define ADD(name, func) g_test_add ("/exchange/import/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts", test_counts);
  ADD ("kept", test_kept);
  ADD ("kept-without", test_kept_without);
  ADD ("failures", test_failures);
  ADD ("missing", test_missing);
  ADD ("names", test_names);
  ADD ("typed", test_typed);
  ADD ("typed-places", test_typed_places);
  ADD ("typed-nothing", test_typed_nothing);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-midway", test_cancelled_midway);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("full", test_full);
  ADD ("async", test_async);
  ADD ("async-cancelled", test_async_cancelled);
  return g_test_run ();
}
