/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-manuscript.h"
#include "fz-typeset.h"

G_BEGIN_DECLS

/* A manuscript set in one column, of which only what is asked for is composed.
 *
 * Lengths are whole pixels, counted from where the first line starts: x along the lines,
 * y from line to line, which in vertical text is to the left; a passage
 * that was not composed yet has a height by the width of its characters, and when it
 * is, all that lies below moves by what that was wrong. */

/**
 * FzFlowStyle:
 * @scale: its size, in that of the body
 * @weight: of its strokes
 * @pitch: from line to line, in its own em
 * @above: in ems of the body
 * @below: in ems of the body
 * @body: whether the reader's indent and flush lines are for it; else it is set
 *   ragged, in lines of about one length
 */
typedef struct {
  double       scale;
  PangoWeight  weight;
  double       pitch;
  double       above;
  double       below;
  gboolean     body;
} FzFlowStyle;

/**
 * FzFlowLook:
 * @family: for Han, and for all where @latin is %NULL
 * @latin: (nullable): for Latin letters and digits
 * @language: as fz_text_language() says it
 * @size: of the body, in pixels
 * @leading: the distance of lines, in that of the styles
 * @setting: how paragraphs are set
 * @prepare: (nullable): says in a context how glyphs are drawn, before fonts are loaded
 */
typedef struct {
  const char *family;
  const char *latin;
  const char *language;
  double      size;
  double      leading;
  FzSetting   setting;
  void      (*prepare) (PangoContext *context);
} FzFlowLook;

/**
 * FzFlowMetrics:
 * @em: its size in pixels
 * @pitch: from line to line
 * @baseline: from the top of a line
 * @above: between the passage before and the first line
 * @below: between the last line and the next passage
 */
typedef struct {
  double em;
  int    pitch;
  int    baseline;
  int    above;
  int    below;
} FzFlowMetrics;

/**
 * FzSetPassage:
 * @paragraph: as it is shaped
 * @lines: (element-type FzSetLine): one at least, but for an empty passage
 *
 * A passage as it is set; it is there until the next is asked for.
 */
typedef struct {
  FzParagraph *paragraph;
  GArray      *lines;
} FzSetPassage;

/**
 * FzFlowPlace:
 * @passage: its index
 * @line: its index in the passage
 * @x: in the column
 * @y: of the top of its line
 * @height: of its line
 *
 * Where a position stands.
 */
typedef struct {
  guint  passage;
  guint  line;
  double x;
  gint64 y;
  int    height;
} FzFlowPlace;

/**
 * FzFlowHit:
 * @position: of the character that lies there, or nearest
 * @caret: the place between characters that is nearest
 * @back: whether @caret is meant at the end of its line, not at the start of the next
 * @inside: whether the point lies on a character
 *
 * What stands at a point.
 */
typedef struct {
  guint    position;
  guint    caret;
  gboolean back;
  gboolean inside;
} FzFlowHit;

/**
 * FzFlowRoom:
 * @passage: its index
 * @lines: what its lines need, in pixels
 * @exact: whether it is composed now, and not guessed
 *
 * Returns: what it needs with all that stands beside or below its lines
 */
typedef int (*FzFlowRoom) (guint passage, int lines, gboolean exact, gpointer user_data);

typedef struct _FzFlow FzFlow;

FzFlow             *fz_flow_new            (PangoFontMap *map, const FzFlowStyle *styles, guint n_styles);
void                fz_flow_free           (FzFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFlow, fz_flow_free)

void                fz_flow_set_manuscript (FzFlow *self, FzManuscript *manuscript);
void                fz_flow_set_look       (FzFlow *self, const FzFlowLook *look);
void                fz_flow_set_width      (FzFlow *self, int width);
int                 fz_flow_get_width      (const FzFlow *self);
void                fz_flow_set_room       (FzFlow *self, FzFlowRoom room, gpointer user_data);
gboolean            fz_flow_is_vertical    (const FzFlow *self);
FzManuscript       *fz_flow_get_manuscript (const FzFlow *self);
void                fz_flow_get_metrics    (const FzFlow *self, guint passage, FzFlowMetrics *metrics);

gint64              fz_flow_get_height     (const FzFlow *self);
gint64              fz_flow_get_top        (const FzFlow *self, guint passage);
guint               fz_flow_passage_at     (const FzFlow *self, gint64 y);
const FzSetPassage *fz_flow_set_passage    (FzFlow *self, guint passage);
gboolean            fz_flow_settle         (FzFlow *self, gint64 until);

/* fz-flow-places.c */
void                fz_flow_locate         (FzFlow *self, guint position, gboolean back, FzFlowPlace *place);
void                fz_flow_hit            (FzFlow *self, double x, gint64 y, FzFlowHit *hit);
void                fz_flow_line_bounds    (FzFlow *self, const FzFlowPlace *place, guint *start, guint *end);

G_END_DECLS
