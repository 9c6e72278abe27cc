/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-tags.h"

/* How an article is set: one tag for the whole text, one a role, one each for
 * figures, places and the mark.  What is added later lies over what was added
 * before. */

typedef enum { TONE_FULL, TONE_DIM, TONE_FAINT } Tone;

/* At least 4.5:1 on the view background of either scheme. */
static const struct {
  const char *light;
  const char *dark;
} tones[] = {
  [TONE_FULL]  = { "#1d1c22", "#f2f1ef" },
  [TONE_DIM]   = { "#5e5c64", "#c0bfbc" },
  [TONE_FAINT] = { "#716f77", "#9a9996" },
};

static const struct {
  const char *light;
  const char *dark;
} figure_line = { "#1a5fb480", "#99c1f180" },
  place_line = { "#26a26980", "#8ff0a466" },
  mark_fill = { "#ffcf8f", "#7a4b0c" };

/* How each role is set; @above, @below and @indent in em of the body. */
static const struct {
  const char *name;
  double      scale;
  int         weight;
  double      above;
  double      below;
  double      indent;
  Tone        tone;
} styles[] = {
  [FZ_ROLE_TITLE]    = { "title",    1.75, PANGO_WEIGHT_BOLD,   0.1, 0.5, 0, TONE_FULL },
  [FZ_ROLE_KICKER]   = { "kicker",   1.05, PANGO_WEIGHT_NORMAL, 0.0, 0.2, 0, TONE_DIM },
  [FZ_ROLE_SUBTITLE] = { "subtitle", 1.1,  PANGO_WEIGHT_MEDIUM, 0.0, 0.4, 0, TONE_DIM },
  [FZ_ROLE_BYLINE]   = { "byline",   0.9,  PANGO_WEIGHT_NORMAL, 0.0, 0.6, 0, TONE_DIM },
  [FZ_ROLE_BODY]     = { "body",     1.0,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 2, TONE_FULL },
  [FZ_ROLE_HEADING]  = { "heading",  1.05, PANGO_WEIGHT_BOLD,   0.9, 0.3, 0, TONE_FULL },
  [FZ_ROLE_CAPTION]  = { "caption",  0.85, PANGO_WEIGHT_NORMAL, 0.3, 0.2, 0, TONE_DIM },
  [FZ_ROLE_CREDIT]   = { "credit",   0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.4, 0, TONE_DIM },
  [FZ_ROLE_MASTHEAD] = { "masthead", 0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
  [FZ_ROLE_JUMP]     = { "jump",     0.85, PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
  [FZ_ROLE_NOISE]    = { "noise",    0.8,  PANGO_WEIGHT_NORMAL, 0.0, 0.3, 0, TONE_FAINT },
};

#define FONTS "Noto Serif CJK SC, Noto Sans CJK SC, serif"
/* What a line of the Noto CJK faces takes of itself, in em. */
#define NATURAL_LINE_HEIGHT 1.448

static const struct {
  const char     *name;
  PangoUnderline  underline;
} marks[] = {
  [FZ_READING_PLACE]  = { "place", PANGO_UNDERLINE_SINGLE },
  [FZ_READING_FIGURE] = { "figure", PANGO_UNDERLINE_SINGLE },
  [FZ_READING_MARK]   = { "mark", PANGO_UNDERLINE_NONE },
};

static GtkTextTag *
lookup (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/**
 * fz_reading_tags_text:
 * @buffer: whose tags were added
 *
 * Returns: (transfer none): the tag of the whole text
 */
GtkTextTag *
fz_reading_tags_text (GtkTextBuffer *buffer)
{
  return lookup (buffer, "text");
}

/**
 * fz_reading_tags_role:
 * @buffer: whose tags were added
 *
 * Returns: (transfer none): the tag of a block of that role
 */
GtkTextTag *
fz_reading_tags_role (GtkTextBuffer *buffer, FzRole role)
{
  return lookup (buffer, styles[role].name);
}

/**
 * fz_reading_tags_mark:
 * @buffer: whose tags were added
 *
 * Returns: (transfer none): the tag of what is set apart within a block
 */
GtkTextTag *
fz_reading_tags_mark (GtkTextBuffer *buffer, FzReadingMark mark)
{
  return lookup (buffer, marks[mark].name);
}

/**
 * fz_reading_tags_add:
 * @buffer: a text without tags
 */
void
fz_reading_tags_add (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "text", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_text_buffer_create_tag (buffer, styles[i].name,
                                "scale", styles[i].scale,
                                "weight", styles[i].weight,
                                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_text_buffer_create_tag (buffer, marks[i].name, "underline", marks[i].underline, NULL);
  fz_reading_tags_set_dark (buffer, FALSE);
}

/**
 * fz_reading_tags_set_em:
 * @em: the size of the body, in pixels
 */
void
fz_reading_tags_set_em (GtkTextBuffer *buffer, double em)
{
  PangoFontDescription *font = pango_font_description_from_string (FONTS);

  pango_font_description_set_absolute_size (font, em * PANGO_SCALE);
  g_object_set (fz_reading_tags_text (buffer), "font-desc", font, NULL);
  pango_font_description_free (font);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      /* What is set large needs less air than the body. */
      double height = styles[i].scale > 1.5 ? 1.5 : FZ_READING_LINE_HEIGHT;
      int leading = (height - NATURAL_LINE_HEIGHT) * styles[i].scale * em + 0.5;

      g_object_set (fz_reading_tags_role (buffer, i),
                    "pixels-inside-wrap", leading,
                    "pixels-above-lines", (int) (styles[i].above * em),
                    "pixels-below-lines", (int) (styles[i].below * em) + leading,
                    "indent", (int) (styles[i].indent * em),
                    NULL);
    }
}

static void
set_color (GtkTextTag *tag, const char *property, const char *color)
{
  GdkRGBA rgba;

  if (gdk_rgba_parse (&rgba, color))
    g_object_set (tag, property, &rgba, NULL);
}

/**
 * fz_reading_tags_set_dark:
 * @dark: whether the text stands light on dark
 */
void
fz_reading_tags_set_dark (GtkTextBuffer *buffer, gboolean dark)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    set_color (fz_reading_tags_role (buffer, i), "foreground-rgba",
               dark ? tones[styles[i].tone].dark : tones[styles[i].tone].light);
  set_color (fz_reading_tags_mark (buffer, FZ_READING_FIGURE), "underline-rgba", dark ? figure_line.dark : figure_line.light);
  set_color (fz_reading_tags_mark (buffer, FZ_READING_PLACE), "underline-rgba", dark ? place_line.dark : place_line.light);
  set_color (fz_reading_tags_mark (buffer, FZ_READING_MARK), "background-rgba", dark ? mark_fill.dark : mark_fill.light);
}
