/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#include "fz-exchange.h"

/* How fast pages are analysed, whole and by stage.
 *
 * Prints a row a measure: name, figure, unit, ratio and what it is a ratio to.
 * The figures are megabytes (10⁶) of UTF-8 text a second on one thread, the
 * best of several rounds over the same pages, by the thread's own clock, so that
 * what else the machine does counts little; the ratio is to counting the code
 * points of the same text with g_utf8_strlen() in the same rounds, so that
 * two machines can be compared.  Reading the files is not part of it.
 *
 * Then texts that repeat what is hard to read: how fast their facts are read where
 * they are long, as a ratio to where they are an eighth as long.
 */

#define ROUNDS 7
/* A round goes over the pages until it has read this much. */
#define ROUND_BYTES (4 * 1000 * 1000)

typedef enum {
  STAGE_COUNT,
  STAGE_CUT,
  STAGE_PLACES,
  STAGE_BLOCKS,
  STAGE_FACTS,
  STAGE_JSON,
  STAGE_WHOLE,
  N_STAGES,
} Stage;

static const char * const stage_names[] = {
  "count", "decode and cut", "places", "figures and programmes", "all facts", "json", "whole",
};

typedef struct {
  GPtrArray *pages;     /* (element-type GBytes) */
  gsize      text_size; /* of all of them, in UTF-8 */
} Corpus;

/* Keeps the compiler from leaving out the count. */
static volatile glong sink;

static gboolean
names_place (const char *text, gsize length, gpointer user_data)
{
  return fz_region_text_names_one (text, length);
}

static FzPage *
cut (GBytes *bytes)
{
  return fz_page_read (bytes, NULL, names_place, NULL, NULL);
}

static void
add_file (Corpus *self, const char *path)
{
  g_autoptr (GBytes) bytes = fz_input_read (path, NULL, NULL);
  g_autoptr (FzPage) page = bytes != NULL ? cut (bytes) : NULL;

  if (page == NULL)
    return;
  self->text_size += strlen (page->text);
  g_ptr_array_add (self->pages, g_steal_pointer (&bytes));
}

static void
add_folder (Corpus *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".txt"))
        add_file (self, path);
    }
}

/* Nanoseconds that this thread has worked. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* Adds the time since @since to @total and starts anew. */
static void
lap (gint64 *since, gint64 *total)
{
  gint64 here = now ();

  *total += here - *since;
  *since = here;
}

static void
time_facts (const FzPage *page, GPtrArray *all, gint64 *times)
{
  for (guint i = 0; i < page->articles->len; i++)
    {
      const FzArticle *article = page->articles->pdata[i];
      FzFacts *facts = fz_facts_new ();
      gint64 since = now ();

      fz_places_find (facts, article, NULL);
      lap (&since, &times[STAGE_PLACES]);
      fz_blocks_read (facts, article);
      lap (&since, &times[STAGE_BLOCKS]);
      g_ptr_array_add (all, facts);
    }
}

static void
time_stages (GBytes *bytes, gint64 *times)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 since = now ();
  g_autoptr (FzPage) page = cut (bytes);
  FzAnalysis analysis = { .name = (char *) "page", .page = page, .facts = facts };

  lap (&since, &times[STAGE_CUT]);
  sink = g_utf8_strlen (page->text, -1);
  lap (&since, &times[STAGE_COUNT]);
  time_facts (page, facts, times);
  since = now ();
  fz_analysis_print_json (&analysis, out);
  lap (&since, &times[STAGE_JSON]);
}

static void
time_whole (GBytes *bytes, gint64 *times)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 since = now ();
  FzAnalysis *analysis = fz_analysis_new ("page", bytes, NULL, NULL, NULL);

  fz_analysis_print_json (analysis, out);
  fz_analysis_free (analysis);
  lap (&since, &times[STAGE_WHOLE]);
}

static void
run_round (const Corpus *self, guint repeats, gint64 *times)
{
  memset (times, 0, N_STAGES * sizeof *times);
  for (guint n = 0; n < repeats; n++)
    for (guint i = 0; i < self->pages->len; i++)
      {
        time_stages (self->pages->pdata[i], times);
        time_whole (self->pages->pdata[i], times);
      }
  times[STAGE_FACTS] = times[STAGE_PLACES] + times[STAGE_BLOCKS];
}

static void
print_rows (const char *name, gsize size, const gint64 *best)
{
  for (guint i = 0; i < N_STAGES; i++)
    g_print ("analyze %s: %s\t%.2f\tMB/s\t%.4f of counting the code points\n", name, stage_names[i],
             1000.0 * size / MAX (best[i], 1), (double) best[STAGE_COUNT] / MAX (best[i], 1));
}

static void
measure (const char *name, const Corpus *self)
{
  guint repeats = ROUND_BYTES / MAX (self->text_size, 1) + 1;
  gint64 best[N_STAGES], times[N_STAGES];

  for (guint i = 0; i < N_STAGES; i++)
    best[i] = G_MAXINT64;
  for (guint round = 0; round < ROUNDS; round++)
    {
      run_round (self, repeats, times);
      for (guint i = 0; i < N_STAGES; i++)
        best[i] = MIN (best[i], times[i]);
    }
  print_rows (name, repeats * self->text_size, best);
}

static void
measure_folders (const char *name, const char *root, const char * const *folders)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Corpus corpus = { .pages = pages };

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (root, folders[i], NULL);

      add_folder (&corpus, folder);
    }
  if (pages->len > 0)
    measure (name, &corpus);
}

/* The first sentences of a page say of what it is; the piece follows, over and over. */
static GBytes *
repeated (const char *piece, gsize bytes)
{
  GString *text = g_string_new ("金华市新闻\n本报讯 金华市启动“甜甜快办”平台，完成12件。");

  while (text->len < bytes)
    g_string_append (text, piece);
  return g_string_free_to_bytes (text);
}

/* Megabytes a second, the best of some rounds. */
static double
speed_of_facts (const char *piece, gsize bytes, Stage stage)
{
  g_autoptr (GBytes) text = repeated (piece, bytes);
  g_autoptr (FzPage) page = cut (text);
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_facts_unref);
      gint64 times[N_STAGES] = { 0 };

      time_facts (page, facts, times);
      best = MIN (best, times[stage]);
    }
  return 1000.0 * strlen (page->text) / MAX (best, 1);
}

static void
measure_growth (void)
{
  static const char *const pieces[] = {
    "9", "一", "百", "第1、", "分之", "3至", "1,000", "今年", "自", "以来", "“", "“甲”", "《甲条例》", "金华市", "每百户", "全市",
    "分别为1个、2个、", "三角五分", "甜甜快办平台", "增长3%", "比去年", "的", "千八百",
  };
  const gsize bytes = 40 * 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      double near = speed_of_facts (pieces[i], bytes, STAGE_BLOCKS), far = speed_of_facts (pieces[i], 8 * bytes, STAGE_BLOCKS);

      g_print ("analyze %s over and over: figures and programmes\t%.2f\tMB/s\t%.4f of an eighth of the text\n", pieces[i], far, far / near);
    }
}

int
main (void)
{
  static const char * const samples[] = { "samples", NULL };
  static const char * const shared[] = { "pages", "texts", NULL };
  const char *shared_root = g_getenv ("FANGZHI_SHARED");

  /* Pieces are told in Chinese. */
  setlocale (LC_ALL, "");
  measure_folders ("samples", FZ_TEST_DATA, samples);
  if (shared_root != NULL)
    measure_folders ("pages and texts", shared_root, shared);
  measure_growth ();
  return 0;
}
