/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* What is marked in the gap between lines: emphasis dots, lines of names and wavy lines of
 * titles, GB/T 15834—2011 4.13, 4.15 and 4.16.
 *
 * In horizontal text all of them are below the characters; in vertical text dots are to
 * the right of them and lines to the left (CLREQ 5.2 and 5.3).  Lines end a little before
 * the characters do, so that those of neighbours do not join. */

/* In ems: from the em box to the middle of a dot or a line, and how large they are. */
#define DOT_DISTANCE .17
#define DOT_RADIUS .075
#define LINE_DISTANCE .13
#define LINE_SHORT .06
#define LINE_WIDTH .0625
#define WAVE_LENGTH .3
#define WAVE_HEIGHT .045

static graphene_point_t
point (const FzDrawnLine *self, double x, double y)
{
  return fz_reading_view_from_page (self->view, x, y, 0, 0).origin;
}

/* On the page, from the edge of the em boxes; @above is the side where a line starts to
 * be read from. */
static double
beside (const FzDrawnLine *self, gboolean above, double ems)
{
  double middle = self->y + self->metrics.pitch / 2., em = self->metrics.em;

  return above ? middle - em * (.5 + ems) : middle + em * (.5 + ems);
}

static double
line_width (const FzDrawnLine *self)
{
  return MAX (1, self->metrics.em * LINE_WIDTH);
}

static const char *
text_at (const FzDrawnLine *self, guint position)
{
  FzManuscript *text = fz_flow_get_manuscript (self->view->flow);
  gsize length;

  return fz_manuscript_get_text (text, &length) + fz_manuscript_byte_at (text, position);
}

/* A dot with each character, none with marks and spaces. */
static void
add_dots (const FzDrawnLine *self, guint start, guint end, GskPathBuilder *path)
{
  double y = beside (self, self->view->vertical, DOT_DISTANCE), em = self->metrics.em;
  const char *p = text_at (self, start);

  for (guint i = start; i < end; i++, p = g_utf8_next_char (p))
    {
      double x = fz_drawn_line_x (self, i), width = MIN (fz_drawn_line_x (self, i + 1) - x, em);
      graphene_point_t middle = point (self, x + width / 2, y);

      if (g_unichar_isalnum (g_utf8_get_char (p)) && width > 0)
        gsk_path_builder_add_circle (path, &middle, em * DOT_RADIUS);
    }
}

static void
add_name (const FzDrawnLine *self, double from, double to, double y, GskPathBuilder *path)
{
  graphene_point_t start = point (self, from, y), end = point (self, to, y);

  gsk_path_builder_move_to (path, start.x, start.y);
  gsk_path_builder_line_to (path, end.x, end.y);
}

static void
add_wave (const FzDrawnLine *self, double from, double to, double y, GskPathBuilder *path)
{
  guint n = MAX (1, (guint) ((to - from) / (self->metrics.em * WAVE_LENGTH / 2) + .5));
  graphene_point_t start = point (self, from, y);

  gsk_path_builder_move_to (path, start.x, start.y);
  for (guint i = 0; i < n; i++)
    {
      double step = (to - from) / n, height = self->metrics.em * WAVE_HEIGHT * (i % 2 ? 2 : -2);
      graphene_point_t bow = point (self, from + step * (i + .5), y + height), end = point (self, from + step * (i + 1), y);

      gsk_path_builder_quad_to (path, bow.x, bow.y, end.x, end.y);
    }
}

static void
draw_dots (const FzDrawnLine *self, guint start, guint end, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  add_dots (self, start, end, builder);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (self->snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
draw_stroke (const FzDrawnLine *self, guint start, guint end, gboolean wavy, const GdkRGBA *color)
{
  double inset = self->metrics.em * LINE_SHORT, y = beside (self, FALSE, LINE_DISTANCE);
  double from = fz_drawn_line_x (self, start) + inset, to = fz_drawn_line_x (self, end) - inset;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (line_width (self));
  g_autoptr (GskPath) path = NULL;

  if (to > from)
    (wavy ? add_wave : add_name) (self, from, to, y, builder);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, color);
}

/* Draws the marks of a highlight with what of it stands in the line. */
void
fz_drawn_line_emphasise (const FzDrawnLine *self, const FzRange *range)
{
  guint first = self->passage->start + self->line->start, last = self->passage->start + self->line->stop;
  guint start = MAX (range->start, first), end = MIN (range->end, last);
  const GdkRGBA *color = &self->view->palette.tones[FZ_TONE_FULL];

  if (start >= end)
    return;
  if (range->value & 1u << FZ_HIGHLIGHT_DOTS)
    draw_dots (self, start, end, color);
  if (range->value & 1u << FZ_HIGHLIGHT_NAME)
    draw_stroke (self, start, end, FALSE, color);
  if (range->value & 1u << FZ_HIGHLIGHT_WAVE)
    draw_stroke (self, start, end, TRUE, color);
}
