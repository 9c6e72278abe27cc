/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <pango/pangocairo.h>

#include "fz-language.h"
#include "fz-typeset.h"
#include "paragraphs.h"

/* How even the gaps are that justifying leaves: no speed, but what a reader sees.
 *
 * Of each justified line, the last of a paragraph left out, the extra of a gap is what
 * expansion adds to the line over the places it can be added at.  Prints, a row a
 * measure and a corpus, the mean extra a gap over all lines, that of the worst line,
 * the largest single gap (with the gap between Han and Latin only what is over its
 * quarter em), and the lines that are loose, each in ems but the last; then how many
 * lines are reduced and by how much a line.
 */

typedef struct {
  guint  lines;
  guint  loose;
  guint  reduced;
  double extra;     /* the sum over lines of the extra a gap */
  double worst;
  double largest;
  double reduction;
} Gaps;

static gboolean
is_expansion (FzSetRule rule)
{
  return rule >= FZ_RULE_EXPAND_SPACE;
}

static gboolean
is_reduction (FzSetRule rule)
{
  return rule >= FZ_RULE_REDUCE_SPACE && rule < FZ_RULE_EXPAND_SPACE;
}

/* The places between two characters of a line, but for those within a word or number. */
static guint
count_places (const char *p, const char *end)
{
  guint places = 0;

  for (const char *next = g_utf8_next_char (p); p < end && next < end; p = next, next = g_utf8_next_char (next))
    places += !(g_ascii_isgraph (*p) && g_ascii_isgraph (*next));
  return places;
}

/* Adds up what is done at one place by several rules. */
static void
add_gaps (Gaps *self, const GArray *adjustments, double em, guint places)
{
  double sum = 0, here = 0, reduced = 0;
  guint cell = G_MAXUINT;

  for (guint i = 0; i < adjustments->len; i++)
    {
      const FzAdjustment *adjustment = &g_array_index (adjustments, FzAdjustment, i);

      if (is_reduction (adjustment->rule))
        reduced -= adjustment->amount / em;
      if (!is_expansion (adjustment->rule))
        continue;
      here = adjustment->cell == cell ? here + adjustment->amount / em : adjustment->amount / em;
      cell = adjustment->cell;
      sum += adjustment->amount / em;
      self->largest = MAX (self->largest, here);
    }
  self->extra += sum / MAX (places, 1);
  self->worst = MAX (self->worst, sum / MAX (places, 1));
  self->reduced += reduced > 0;
  self->reduction += reduced;
}

static void
add_paragraph (Gaps *self, const FzFace *face, const char *text, double measure)
{
  static const FzSetting setting = FZ_SETTING_DEFAULT;
  g_autoptr (FzParagraph) paragraph = fz_paragraph_new (face, text, strlen (text), &setting);
  g_autoptr (GArray) lines = fz_paragraph_break (paragraph, measure, FZ_BREAKING_OPTIMAL);

  for (guint i = 0; i < lines->len; i++)
    {
      const FzSetLine *line = &g_array_index (lines, FzSetLine, i);
      g_autoptr (GArray) adjustments = fz_set_line_adjust (paragraph, line);

      if (line->last)
        continue;
      self->lines++;
      self->loose += line->loose;
      add_gaps (self, adjustments, fz_paragraph_get_em (paragraph),
                count_places (text + line->byte, text + line->byte_end));
    }
}

static void
measure_at (const char *name, const GPtrArray *paragraphs, double measure)
{
  g_autoptr (FzFace) simplified = fz_face_new (pango_cairo_font_map_get_default (), "Noto Serif CJK SC", 20, "zh-cn");
  g_autoptr (FzFace) traditional = fz_face_new (pango_cairo_font_map_get_default (), "Noto Serif CJK TC", 20, "zh-tw");
  Gaps gaps = { 0 };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *text = paragraphs->pdata[i];
      gboolean is_simplified = g_str_equal (fz_text_language (text), "zh-cn");

      add_paragraph (&gaps, is_simplified ? simplified : traditional, text, measure);
    }
  g_print ("gaps %s at %g em: mean\t%.4f\tem\tof %u lines\n", name, measure, gaps.extra / MAX (gaps.lines, 1), gaps.lines);
  g_print ("gaps %s at %g em: worst line\t%.4f\tem\t\n", name, measure, gaps.worst);
  g_print ("gaps %s at %g em: largest\t%.4f\tem\t\n", name, measure, gaps.largest);
  g_print ("gaps %s at %g em: loose\t%u\tlines\t%.4f of all\n", name, measure, gaps.loose, (double) gaps.loose / MAX (gaps.lines, 1));
  g_print ("gaps %s at %g em: reduction\t%.4f\tem a line\t%.4f of the lines reduced\n", name, measure,
           gaps.reduction / MAX (gaps.lines, 1), (double) gaps.reduced / MAX (gaps.lines, 1));
}

static void
measure_folders (const char *name, const char *root, const char * const *folders)
{
  static const double measures[] = { 16, 24, 34 };
  g_autoptr (GPtrArray) paragraphs = bench_paragraphs (root, folders, 1);

  for (guint i = 0; i < G_N_ELEMENTS (measures) && paragraphs->len > 0; i++)
    measure_at (name, paragraphs, measures[i]);
}

int
main (void)
{
  static const char * const samples[] = { "samples", NULL };
  static const char * const pages[] = { "pages", NULL };
  const char *shared_root = g_getenv ("FANGZHI_SHARED");

  measure_folders ("samples", FZ_TEST_DATA, samples);
  if (shared_root != NULL)
    measure_folders ("pages", shared_root, pages);
  return 0;
}
