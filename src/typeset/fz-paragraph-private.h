/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-marks.h"

G_BEGIN_DECLS

struct _FzFace {
  PangoContext *context;
  char         *latin; /* (nullable): the family of what is Latin */
  int           em;
};

/* Whether a line may end before a cell, and where not, in which distress it may. */
typedef enum {
  FZ_BREAK_FREE,
  FZ_BREAK_WORD,   /* within a word or number that is longer than a line */
  FZ_BREAK_BARRED, /* against a prohibition, where a line has no other break */
  FZ_BREAK_NONE,   /* a space stays with what stands before it */
} FzCellBreak;

/* How a character stands in a vertical line. */
typedef enum {
  FZ_STANDS_TURNED,  /* as if the line were turned to the right */
  FZ_STANDS_UPRIGHT,
  FZ_STANDS_BESIDE,  /* upright, to the right of the one before it */
} FzStands;

typedef enum {
  FZ_CELL_FULL    = 1 << 0, /* a mark on a whole em, half of which it can give up */
  FZ_CELL_SHOWN   = 1 << 1, /* half-width in the text, shown full width */
  FZ_CELL_INSIDE  = 1 << 2, /* one thing with the cell before it: nothing comes between */
  FZ_CELL_GAP     = 1 << 3, /* a gap of a quarter em before it */
  FZ_CELL_STRETCH = 1 << 4, /* lines may be widened before it */
  FZ_CELL_UNICODE = 1 << 5, /* Unicode's line breaking lets a line end before it */
  FZ_CELL_TURNED  = 1 << 6, /* turned to the right in a vertical line */
  FZ_CELL_QUOTE   = 1 << 7, /* shown in the form of vertical text */
} FzCellFlags;

/**
 * FzCell:
 * @start: its first code point
 * @byte: where it starts in the paragraph
 * @glyph: its first glyph in the glyphs of its item
 * @advance: as shaped, Pango units
 * @kind: what it is, #FzMarkKind
 * @breaks: whether a line may end before it, #FzCellBreak
 * @halved: the rule by which it gave way to its neighbour, or 0
 *
 * What is set as one: a character with what is combined with it.
 */
typedef struct {
  guint32 start;
  guint32 byte;
  guint32 glyph;
  gint32  advance;
  guint8  kind;
  guint8  breaks;
  guint8  flags;
  guint8  halved;
} FzCell;

/* A length, and how far it can grow and give way. */
typedef struct {
  gint64 width;
  gint64 stretch;
  gint64 shrink;
} FzGlue;

/* The same of what an edge of a line takes away. */
typedef struct {
  gint32 width;
  gint32 stretch;
  gint32 shrink;
} FzTrim;

/**
 * FzShaped:
 * @cell: its first cell
 *
 * A run of one font and one direction.
 */
typedef struct {
  PangoItem        *item;
  PangoGlyphString *glyphs;
  guint             cell;
} FzShaped;

/**
 * FzParagraph:
 * @shown: the text as it is shaped
 * @stands: (nullable): of each code point, in a vertical line, how it stands; it is
 *   there as long as cells are made
 * @cells: (array length=n_cells): and one more, which ends the last
 * @ruby: (nullable): the annotations of its words
 * @pads: (nullable): of each cell, by how much an annotation widens it
 * @sums: of each cell, all that stands before it, with the gap before it left out
 *   of none but the first
 * @head: of each cell, what a line is short of that starts with it
 * @tail: of each cell, what a line is short of that ends before it
 * @edge: by how much a stop at a line's end can stand over it
 */
struct _FzParagraph {
  FzSetting  setting;
  int        em;
  char      *shown;
  gsize      shown_length;
  guint8    *stands;
  GArray    *shaped;
  FzCell    *cells;
  guint      n_cells;
  GArray    *ruby;
  gint32    *pads;
  FzGlue    *sums;
  FzTrim    *head;
  FzTrim    *tail;
  int        edge;
};

/* fz-cells.c: shapes, and makes the table of cells */
void   fz_cells_make    (FzParagraph *self, const FzFace *face, const char *text, gsize length);
/* fz-upright.c: how characters stand in vertical lines */
void    fz_upright_show_quotes (char *shown, gsize length, const char *language);
guint8 *fz_upright_find        (const char *shown, gsize length);
void    fz_upright_add_forms   (const guint8 *stands, const char *shown, gsize length, PangoAttrList *list);
/* fz-cell-breaks.c: where lines may break, and where gaps are */
void   fz_cells_join    (FzParagraph *self, const FzFace *face);
/* fz-cell-widths.c: how wide it all is */
void   fz_cells_measure (FzParagraph *self);
int    fz_cell_half     (const FzParagraph *self, guint cell);
FzTrim fz_cell_inner    (const FzParagraph *self, guint cell);
FzTrim fz_cell_before   (const FzParagraph *self, guint cell);
int    fz_cell_edge     (const FzParagraph *self, guint cell);
FzSetRule fz_cell_end_rule (const FzParagraph *self, guint cell);

/* fz-stand.c: where ink lies along a line, and what stands upright */
void     fz_cells_stand        (FzParagraph *self);
gboolean fz_cell_is_half_empty (const FzParagraph *self, guint cell);
int      fz_cell_before_ink    (const FzParagraph *self, guint cell, int given);
int      fz_run_stand          (const FzParagraph *self, guint item, guint first, guint end, PangoGlyphString *glyphs);
/* fz-ruby.c: annotations, and the room they take */
void     fz_ruby_make          (FzParagraph *self, const FzFace *face, const FzRubyWord *words, guint n_words);
/* fz-runs.c */
void     fz_glyph_run_clear    (gpointer data);
guint    fz_cell_item          (const FzParagraph *self, guint cell);
void     fz_cell_glyphs        (const FzParagraph *self, guint item, guint first, guint end, guint *from, guint *to);

static inline int
fz_cell_pad (const FzParagraph *self, guint cell)
{
  return self->pads != NULL ? self->pads[cell] : 0;
}

static inline guint
fz_cells_visible (const FzParagraph *self, guint first, guint end)
{
  while (end > first && self->cells[end - 1].kind == FZ_KIND_SPACE)
    end--;
  return end;
}

G_END_DECLS
