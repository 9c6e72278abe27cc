/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Chinese composition: a paragraph in, lines of placed glyphs out.
 *
 * Pango finds fonts and shapes; where lines break and how wide everything is, is
 * decided here, after the W3C's Requirements for Chinese Text Layout (CLREQ) and
 * GB/T 15834—2011.  A paragraph is shaped once; another measure needs the breaking
 * alone.  Lengths are Pango units, 1/1024 of a pixel, where they are whole numbers,
 * and ems of the body where they are fractions.  Positions are code points of the
 * paragraph.
 *
 * A line has one axis, along which its cells advance: x in horizontal lines, y in
 * vertical ones.  Where lines break and how wide everything is, is the same for both.
 */

/* Which marks may not start or end a line, CLREQ 6.1.1; each level holds those
 * before it. */
typedef enum {
  FZ_PROHIBIT_NONE,
  FZ_PROHIBIT_BASIC,
  FZ_PROHIBIT_GB,
  FZ_PROHIBIT_STRICT,
} FzProhibition;

/**
 * FzSetting:
 * @level: what may not start or end a line
 * @indent: of the first line, in ems
 * @compress: marks give way to each other, and at the edges of lines
 * @hang: stops and commas at the end of a line stand outside the measure
 * @gap: a quarter of an em between Han and Latin or digits
 * @full_width: half-width marks among Han are shown full width
 * @justify: lines are as long as the measure
 * @vertical: lines run from top to bottom
 *
 * How a paragraph is to be set.
 */
typedef struct {
  FzProhibition level;
  double        indent;
  gboolean      compress;
  gboolean      hang;
  gboolean      gap;
  gboolean      full_width;
  gboolean      justify;
  gboolean      vertical;
} FzSetting;

#define FZ_SETTING_DEFAULT { \
  .level = FZ_PROHIBIT_STRICT, .indent = 2, .compress = TRUE, .gap = TRUE, .full_width = TRUE, .justify = TRUE }

typedef struct _FzFace FzFace;
typedef struct _FzParagraph FzParagraph;

FzFace     *fz_face_new  (PangoFontMap *map, const char *family, double size, const char *language);
PangoContext *fz_face_get_context (FzFace *self);
void        fz_face_set_weight (FzFace *self, PangoWeight weight);
void        fz_face_set_latin  (FzFace *self, const char *family);
void        fz_face_free (FzFace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFace, fz_face_free)

/**
 * FzRubyWord:
 * @start: first code point
 * @end: the code point behind its last
 * @text: UTF-8, its pinyin or what else is to stand beside it
 */
typedef struct {
  guint       start;
  guint       end;
  const char *text;
} FzRubyWord;

FzParagraph *fz_paragraph_new        (const FzFace *face, const char *text, gsize length, const FzSetting *setting);
FzParagraph *fz_paragraph_new_ruby   (const FzFace *face, const char *text, gsize length, const FzSetting *setting,
                                      const FzRubyWord *words, guint n_words);
void         fz_paragraph_free       (FzParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzParagraph, fz_paragraph_free)
int          fz_paragraph_get_em     (const FzParagraph *self);
int          fz_paragraph_get_ruby_room (const FzParagraph *self);
guint        fz_paragraph_get_length (const FzParagraph *self);

/* How lines are chosen: each for itself, or all together. */
typedef enum {
  FZ_BREAKING_AUTO,    /* all together, but for very long paragraphs */
  FZ_BREAKING_GREEDY,
  FZ_BREAKING_OPTIMAL,
} FzBreaking;

/**
 * FzSetLine:
 * @first: its first cell
 * @end: the cell behind its last
 * @visible: the cell behind the last that shows; spaces at the end do not
 * @start: its first code point
 * @stop: the code point behind its last
 * @byte: where it starts in the paragraph, in bytes
 * @byte_end: where it ends
 * @measure: how long it should be, Pango units
 * @indent: what stands before its first character
 * @natural: how long it is before it is stretched or shrunk, with the indent
 * @width: how long it is
 * @last: the paragraph ends with it
 * @loose: no break was within bounds, and gaps are wider than they should be
 * @broken: a word or a number longer than the line is broken at its end, or a
 *   prohibition where no other break is
 */
typedef struct {
  guint    first;
  guint    end;
  guint    visible;
  guint    start;
  guint    stop;
  gsize    byte;
  gsize    byte_end;
  gint64   measure;
  gint64   indent;
  gint64   natural;
  gint64   width;
  guint    last : 1;
  guint    loose : 1;
  guint    broken : 1;
} FzSetLine;

GArray *fz_paragraph_break (const FzParagraph *self, double measure, FzBreaking breaking);

/* What was done to a line, in the order of the pen. */
typedef enum {
  FZ_RULE_INDENT,
  FZ_RULE_FULL_WIDTH,
  FZ_RULE_VERTICAL_QUOTE,
  FZ_RULE_GAP,
  FZ_RULE_RUBY,
  FZ_RULE_CLOSE_BEFORE_OPEN,
  FZ_RULE_CLOSE_BEFORE_CLOSE,
  FZ_RULE_CLOSE_BEFORE_MIDDLE,
  FZ_RULE_STOP_BEFORE_STOP,
  FZ_RULE_OPEN_AFTER_OPEN,
  FZ_RULE_OPEN_AFTER_MIDDLE,
  FZ_RULE_LINE_START_HALF,
  FZ_RULE_LINE_START_SPACE,
  FZ_RULE_LINE_END_HALF,
  FZ_RULE_LINE_END_SPACE,
  FZ_RULE_HANG,
  FZ_RULE_REDUCE_SPACE,
  FZ_RULE_REDUCE_MIDDLE,
  FZ_RULE_REDUCE_BRACKET,
  FZ_RULE_REDUCE_PAUSE,
  FZ_RULE_REDUCE_GAP,
  FZ_RULE_REDUCE_STOP,
  FZ_RULE_REDUCE_EDGE,
  FZ_RULE_EXPAND_SPACE,
  FZ_RULE_EXPAND_GAP,
  FZ_RULE_EXPAND_HAN,
  FZ_RULE_EXPAND_BEYOND,
  FZ_N_RULES,
} FzSetRule;

/**
 * FzAdjustment:
 * @cell: whose advance it changes
 * @at: the code point that the cell starts with
 * @rule: why
 * @amount: by how much, Pango units
 */
typedef struct {
  guint     cell;
  guint     at;
  FzSetRule rule;
  int       amount;
} FzAdjustment;

const char *fz_set_rule_name       (FzSetRule rule);
GArray     *fz_set_line_adjust     (const FzParagraph *self, const FzSetLine *line);
GArray     *fz_set_line_positions  (const FzParagraph *self, const FzSetLine *line, const GArray *adjustments);

/**
 * FzGlyphRun:
 * @font: (transfer full): of all of its glyphs
 * @glyphs: (transfer full): with their widths as set; those that stand upright in a
 *   vertical line have no widths, and are placed from the corner of the line's em
 *   where they start
 * @x: where the pen starts, from the start of the line, Pango units
 * @length: how far it goes
 * @turned: in a vertical line, whether its glyphs are turned to the right
 * @start: its first code point
 * @end: the code point behind its last
 */
typedef struct {
  PangoFont        *font;
  PangoGlyphString *glyphs;
  gint64            x;
  gint64            length;
  guint             start;
  guint             end;
  gboolean          turned;
} FzGlyphRun;

/* Where the baseline of Han stands in its em (OpenType's ideographic em box). */
#define FZ_HAN_ASCENT .88

GArray *fz_set_line_runs (const FzParagraph *self, const FzSetLine *line, const GArray *adjustments);
GArray *fz_set_line_ruby (const FzParagraph *self, const FzSetLine *line, const GArray *positions);

G_END_DECLS
