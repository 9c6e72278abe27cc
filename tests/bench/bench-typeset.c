/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include <pango/pangocairo.h>

#include "paragraphs.h"
#include "fz-typeset.h"

/* How fast paragraphs are composed, beside PangoLayout's own wrapping of the same.
 *
 * Prints a row a measure: name, figure, unit, ratio.  The figures are millions of
 * characters a second on one thread, by its own clock, the best of several rounds over
 * the same paragraphs at 24 em; the ratio is to PangoLayout's in the same rounds.
 * Composing is shaping and breaking; breaking alone is what a new width needs;
 * adjusting is what a line needs that is shown.
 */

#define ROUNDS 7
#define ROUND_CHARS 300000
#define MEASURE 24
#define SIZE 20

typedef enum {
  STAGE_LAYOUT,
  STAGE_SHAPE,
  STAGE_GREEDY,
  STAGE_OPTIMAL,
  STAGE_ADJUST,
  N_STAGES,
} Stage;

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

static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif CJK SC");

  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

static void
time_layout (PangoContext *context, const char *text, gint64 *times)
{
  gint64 since = now ();
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_width (layout, MEASURE * SIZE * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_line_count (layout);
  g_object_unref (layout);
  lap (&since, &times[STAGE_LAYOUT]);
}

static void
adjust_lines (const FzParagraph *paragraph, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_array_unref (fz_set_line_adjust (paragraph, &g_array_index (lines, FzSetLine, i)));
}

static void
time_composing (const FzFace *face, const char *text, gint64 *times)
{
  static const FzSetting setting = FZ_SETTING_DEFAULT;
  gint64 since = now ();
  FzParagraph *paragraph = fz_paragraph_new (face, text, strlen (text), &setting);
  GArray *greedy, *optimal;

  lap (&since, &times[STAGE_SHAPE]);
  greedy = fz_paragraph_break (paragraph, MEASURE, FZ_BREAKING_GREEDY);
  lap (&since, &times[STAGE_GREEDY]);
  optimal = fz_paragraph_break (paragraph, MEASURE, FZ_BREAKING_OPTIMAL);
  lap (&since, &times[STAGE_OPTIMAL]);
  adjust_lines (paragraph, optimal);
  lap (&since, &times[STAGE_ADJUST]);
  g_array_unref (greedy);
  g_array_unref (optimal);
  fz_paragraph_free (paragraph);
}

static void
print_row (const char *name, const char *what, guint64 chars, gint64 time, gint64 layout)
{
  g_print ("typeset %s: %s\t%.2f\tM chars/s\t%.2f of PangoLayout\n", name, what,
           1000.0 * chars / MAX (time, 1), (double) layout / MAX (time, 1));
}

static void
print_rows (const char *name, guint64 chars, const gint64 *best)
{
  gint64 layout = best[STAGE_LAYOUT], shape = best[STAGE_SHAPE];

  print_row (name, "PangoLayout", chars, layout, layout);
  print_row (name, "composing greedy", chars, shape + best[STAGE_GREEDY], layout);
  print_row (name, "composing optimal", chars, shape + best[STAGE_OPTIMAL], layout);
  print_row (name, "shaping", chars, shape, layout);
  print_row (name, "breaking greedy", chars, best[STAGE_GREEDY], layout);
  print_row (name, "breaking optimal", chars, best[STAGE_OPTIMAL], layout);
  print_row (name, "adjusting", chars, best[STAGE_ADJUST], layout);
}

static guint64
run_round (const GPtrArray *paragraphs, const FzFace *face, PangoContext *context, gint64 *times)
{
  guint64 chars = 0;

  memset (times, 0, N_STAGES * sizeof *times);
  while (chars < ROUND_CHARS)
    for (guint i = 0; i < paragraphs->len; i++)
      {
        time_layout (context, paragraphs->pdata[i], times);
        time_composing (face, paragraphs->pdata[i], times);
        chars += g_utf8_strlen (paragraphs->pdata[i], -1);
      }
  return chars;
}

static void
measure (const char *name, const GPtrArray *paragraphs)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = make_context (map);
  g_autoptr (FzFace) face = fz_face_new (map, "Noto Serif CJK SC", SIZE, "zh-cn");
  gint64 best[N_STAGES], times[N_STAGES];
  guint64 chars = 0;

  for (guint i = 0; i < N_STAGES; i++)
    best[i] = G_MAXINT64;
  for (guint round = 0; round < ROUNDS; round++)
    {
      chars = run_round (paragraphs, face, context, times);
      for (guint i = 0; i < N_STAGES; i++)
        best[i] = MIN (best[i], times[i]);
    }
  print_rows (name, chars, best);
  g_object_unref (context);
}

static void
measure_folders (const char *name, const char *root, const char * const *folders)
{
  g_autoptr (GPtrArray) paragraphs = bench_paragraphs (root, folders, 1);

  if (paragraphs->len > 0)
    measure (name, paragraphs);
}

int
main (void)
{
  static const char * const samples[] = { "samples", NULL };
  static const char * const shared[] = { "pages", "texts", NULL };
  const char *shared_root = g_getenv ("FANGZHI_SHARED");

  measure_folders ("samples", FZ_TEST_DATA, samples);
  if (shared_root != NULL)
    measure_folders ("pages and texts", shared_root, shared);
  return 0;
}
