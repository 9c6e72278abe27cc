/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-print-private.h"

#include "fz-reading-styles.h"

/* A column of text on pages.
 *
 * A page ends where the next line has no room; but not below a heading, nor behind the
 * first line of a paragraph or before its last, if that is to be helped. */

static const double greys[FZ_N_TONES] = { 0, .3, .4 };

static guint
n_lines (FzFlow *flow, guint passage)
{
  return MAX (fz_flow_set_passage (flow, passage)->lines->len, 1);
}

/* Of the top of a line, in the column. */
gint64
fz_print_line_y (FzFlow *flow, const FzPageStart *line)
{
  FzFlowMetrics metrics;

  fz_flow_get_metrics (flow, line->passage, &metrics);
  return fz_flow_get_top (flow, line->passage) + metrics.above + (gint64) line->line * metrics.pitch;
}

static gboolean
is_heading (FzFlow *flow, guint passage)
{
  guint8 style = fz_manuscript_get_passage (fz_flow_get_manuscript (flow), passage)->style;

  return style == FZ_ROLE_HEADING || style == FZ_ROLE_TITLE || style == FZ_ROLE_KICKER;
}

/* A better place to end a page at than before @at, which lies behind @start. */
static FzPageStart
better (FzFlow *flow, FzPageStart at, const FzPageStart *start)
{
  guint n = n_lines (flow, at.passage);
  FzPageStart best = at;

  if (best.line + 1 == n && n > 2)
    best.line--;
  if (best.line == 1)
    best.line = 0;
  while (best.line == 0 && best.passage > 0 && is_heading (flow, best.passage - 1))
    best.passage--;
  if (best.passage < start->passage || (best.passage == start->passage && best.line <= start->line))
    return at;
  return best;
}

/**
 * fz_print_end_of_page:
 * @start: the first line of a page, or of a column
 * @height: of it
 *
 * Returns: the first line that has no room on it; a passage behind the last where all
 *   have
 */
FzPageStart
fz_print_end_of_page (FzFlow *flow, const FzPageStart *start, int height)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (flow));
  gint64 limit = fz_print_line_y (flow, start) + height;
  FzPageStart at = *start;

  for (; at.passage < n; at.passage++, at.line = 0)
    for (; at.line < n_lines (flow, at.passage); at.line++)
      {
        FzFlowMetrics metrics;
        gboolean first = at.passage == start->passage && at.line == start->line;

        fz_flow_get_metrics (flow, at.passage, &metrics);
        if (!first && fz_print_line_y (flow, &at) + metrics.pitch > limit)
          return better (flow, at, start);
      }
  return at;
}

/**
 * fz_print_paginate:
 * @height: of what is printed on a page
 *
 * Returns: (transfer full) (element-type FzPageStart): where each page starts, and one
 *   more, behind the last
 */
GArray *
fz_print_paginate (FzFlow *flow, int height)
{
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (flow));
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (FzPageStart));
  FzPageStart at = { 0, 0 };

  fz_flow_settle (flow, G_MAXINT64);
  for (; at.passage < n; at = fz_print_end_of_page (flow, &at, height))
    g_array_append_val (pages, at);
  g_array_append_val (pages, at);
  return pages;
}

/* On a page of vertical text that lies turned to the right: glyphs that stand upright in
 * it are turned back, from the left of the line's em. */
static void
draw_upright (const FzGlyphRun *run, const FzFlowMetrics *metrics, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y + (metrics->pitch + metrics->em) / 2);
  cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_glyph_string (cr, run->font, run->glyphs);
  cairo_restore (cr);
}

/* @y is the top of the line. */
static void
draw_line (const FzSetPassage *set, const FzSetLine *line, const FzFlowMetrics *metrics, gboolean vertical,
           cairo_t *cr, double x, double y)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, line);
  g_autoptr (GArray) runs = fz_set_line_runs (set->paragraph, line, adjustments);

  for (guint i = 0; i < runs->len; i++)
    {
      const FzGlyphRun *run = &g_array_index (runs, FzGlyphRun, i);
      double at = x + run->x / (double) PANGO_SCALE;

      if (vertical && !run->turned)
        {
          draw_upright (run, metrics, cr, at, y);
          continue;
        }
      cairo_move_to (cr, at, y + metrics->baseline);
      pango_cairo_show_glyph_string (cr, run->font, run->glyphs);
    }
}

static void
draw_passage (FzFlow *flow, guint passage, guint first, guint end, cairo_t *cr, double x, double y)
{
  const FzSetPassage *set = fz_flow_set_passage (flow, passage);
  guint8 style = fz_manuscript_get_passage (fz_flow_get_manuscript (flow), passage)->style;
  double grey = greys[fz_reading_style_tone (style)];
  FzFlowMetrics metrics;

  fz_flow_get_metrics (flow, passage, &metrics);
  cairo_set_source_rgb (cr, grey, grey, grey);
  for (guint i = first; i < MIN (end, set->lines->len); i++)
    {
      FzPageStart at = { passage, i };

      draw_line (set, &g_array_index (set->lines, FzSetLine, i), &metrics, fz_flow_is_vertical (flow), cr, x,
                 y + fz_print_line_y (flow, &at));
    }
}

/**
 * fz_print_draw_page:
 * @pages: as fz_print_paginate() gives them
 * @x: of the column; of its right edge in vertical text
 * @y: of its top
 */
void
fz_print_draw_page (FzFlow *flow, const GArray *pages, guint page, cairo_t *cr, double x, double y)
{
  const FzPageStart *start = &g_array_index (pages, FzPageStart, page);
  const FzPageStart *end = &g_array_index (pages, FzPageStart, page + 1);
  double top = -(double) fz_print_line_y (flow, start);
  guint n = fz_manuscript_n_passages (fz_flow_get_manuscript (flow));

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (fz_flow_is_vertical (flow))
    cairo_rotate (cr, G_PI / 2);
  for (guint i = start->passage; i < n && i <= end->passage; i++)
    draw_passage (flow, i, i == start->passage ? start->line : 0, i == end->passage ? end->line : G_MAXUINT, cr, 0, top);
  cairo_restore (cr);
}
