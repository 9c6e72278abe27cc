/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "fz-language.h"
#include "fz-typeset.h"

/* The first byte chooses the setting, the second the measure; the rest is the text. */

static FzSetting
choose_setting (uint8_t byte)
{
  return (FzSetting) {
    .level = byte & 3,
    .indent = byte & 4 ? 2 : 0,
    .compress = (byte & 8) != 0,
    .hang = (byte & 16) != 0,
    .gap = (byte & 32) != 0,
    .full_width = (byte & 64) != 0,
    .justify = (byte & 128) != 0,
  };
}

/* Walks what a widget walks, so that a wrong position is read. */
static void
walk_line (const FzParagraph *paragraph, const FzSetLine *line)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (paragraph, line);
  g_autoptr (GArray) positions = fz_set_line_positions (paragraph, line, adjustments);
  g_autoptr (GArray) runs = fz_set_line_runs (paragraph, line, adjustments);

  g_assert_cmpuint (positions->len, ==, line->stop - line->start + 1);
  g_assert_cmpint (g_array_index (positions, gint64, positions->len - 1), ==, line->width);
  for (guint i = 0; i < runs->len; i++)
    g_assert_cmpuint (g_array_index (runs, FzGlyphRun, i).end, >, g_array_index (runs, FzGlyphRun, i).start);
}

static void
walk (const FzParagraph *paragraph, double measure, FzBreaking breaking, gsize length)
{
  g_autoptr (GArray) lines = fz_paragraph_break (paragraph, measure, breaking);
  gsize byte = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FzSetLine *line = &g_array_index (lines, FzSetLine, i);

      g_assert_cmpuint (line->byte, ==, byte);
      g_assert_cmpuint (line->byte_end, >, byte);
      byte = line->byte_end;
      walk_line (paragraph, line);
    }
  g_assert_cmpuint (byte, ==, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = NULL;
  g_autoptr (FzFace) face = NULL;
  g_autoptr (FzParagraph) paragraph = NULL;
  FzSetting setting;

  if (size < 2)
    return 0;
  setting = choose_setting (data[0]);
  text = g_utf8_make_valid ((const char *) data + 2, size - 2);
  face = fz_face_new (pango_cairo_font_map_get_default (), "Noto Serif CJK SC", 20, fz_text_language (text));
  paragraph = fz_paragraph_new (face, text, strlen (text), &setting);
  walk (paragraph, data[1] % 60, FZ_BREAKING_OPTIMAL, strlen (text));
  walk (paragraph, data[1] % 60, FZ_BREAKING_GREEDY, strlen (text));
  return 0;
}
