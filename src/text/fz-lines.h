/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-chars.h"

G_BEGIN_DECLS

/* What can be said of a line by looking at it alone, and at the lines directly
 * above and below it.  The roles are weighed from these. */
typedef enum {
  FZ_MARK_ENDS_STOP    = 1 << 0,  /* 。！？… , also inside closing quotes */
  FZ_MARK_ENDS_PERIOD  = 1 << 1,  /* of these, 。 */
  FZ_MARK_ENDS_PAUSE   = 1 << 2,  /* ，、 */
  FZ_MARK_ENDS_LIST    = 1 << 3,  /* ；： */
  FZ_MARK_HOLDS_PERIOD = 1 << 4,  /* a 。 before its end */
  FZ_MARK_HOLDS_PAUSE  = 1 << 5,  /* a ， before its end */
  FZ_MARK_HALVES       = 1 << 6,  /* two halves with a space between */
  FZ_MARK_UNBALANCED   = 1 << 7,  /* opens a quote or bracket and does not close it */
  FZ_MARK_BRACKETED    = 1 << 8,  /* wholly inside one bracket */
  FZ_MARK_HASH         = 1 << 9,  /* starts with # : the page's highest such mark */
  FZ_MARK_SUBHASH      = 1 << 10, /* starts with a lower one, ## */
  FZ_MARK_NUMBERED     = 1 << 11, /* 一、 （二） 3. A ● */
  FZ_MARK_INDENTED     = 1 << 12, /* set in by two characters or so */
  FZ_MARK_FULL         = 1 << 13, /* fills the column that it stands in */
  FZ_MARK_COLUMN       = 1 << 14, /* stands in a column of wrapped lines */
  FZ_MARK_RUNS_ON      = 1 << 15, /* a word seems to go on in the next line */
  FZ_MARK_RUNS_IN      = 1 << 16, /* a word seems to come over from the line before */
  FZ_MARK_NAMES        = 1 << 17, /* nothing but personal names */
  FZ_MARK_PRINTS       = 1 << 18, /* has a letter, digit or Han character */
  FZ_MARK_PAGE_BREAK   = 1 << 19, /* a form feed stands before it */
  FZ_MARK_LONG         = 1 << 20, /* over 45 characters */
  FZ_MARK_VERY_LONG    = 1 << 21, /* over 100 */
  FZ_MARK_TINY         = 1 << 22, /* up to 8 characters and no mark among them */
  FZ_MARK_GAP          = 1 << 23, /* more blank lines before it than is usual on the page */
  FZ_MARK_WIDE_GAP     = 1 << 24, /* more by two: where a picture stood */
  FZ_MARK_ENDS_QUOTE   = 1 << 25, /* ” that closes no sentence */
  FZ_MARK_DASHED       = 1 << 26, /* starts with —— */
  FZ_MARK_ENDS_COLON   = 1 << 27, /* of FZ_MARK_ENDS_LIST, ： */
  FZ_MARK_MEDIUM       = 1 << 29, /* over 30 characters */
  FZ_MARK_HOLDS_PAUSES = 1 << 30, /* two ， or more */
  FZ_MARK_CLOSES       = (int) (1u << 31), /* closes a quote or bracket that it does not open */
  FZ_MARK_ENDS_TURN    = 1 << 28, /* ends with (下转第4版) or with its authors in brackets */
} FzLineMarks;

/* What a line is by its cues and its shape, before its place is looked at. */
typedef enum {
  FZ_KIND_TEXT,      /* running text */
  FZ_KIND_LEAD,      /* running text that opens a story: 本报讯 … */
  FZ_KIND_CONTINUED, /* running text that opens with (上接第一版) */
  FZ_KIND_APART,     /* a line of text that is no part of a paragraph: a salutation, a signature */
  FZ_KIND_HEAD,      /* a short line: headline, heading, caption or banner */
  FZ_KIND_BYLINE,
  FZ_KIND_CREDIT,    /* a credit alone */
  FZ_KIND_PICTURE,   /* a caption with its credit */
  FZ_KIND_JUMP,      /* (上接第一版) or (下转第4版) alone */
  FZ_KIND_MASTHEAD,  /* name, date, edition of the newspaper */
  FZ_KIND_NOISE,     /* imprint, notes about the page, rules */
  FZ_KIND_STUB,      /* a title that points to another page: …（详见第4版） */
} FzLineKind;

/* What the reader said of a line as the beginning of an article. */
typedef enum {
  FZ_GIVEN_NOTHING,
  FZ_GIVEN_START,
  FZ_GIVEN_JOIN,
} FzGiven;

#define FZ_LINE_NONE G_MAXUINT

/**
 * FzLine:
 * @text: the line without the spaces at its ends, and without a `# ` mark
 * @number: physical line, from 1
 * @first: where its code points begin in @points of #FzLines
 * @chars: how many there are
 * @width: half ems, as it was printed
 * @blanks: blank lines before it, up to 255
 * @indent: half ems that it is set in
 * @next: index of the line that its paragraph goes on with, or %FZ_LINE_NONE
 *
 * A physical line on which something is printed.
 */
typedef struct {
  FzText      text;
  guint       number;
  guint       first;
  guint       chars;
  guint       width;
  FzLineMarks marks;
  guint8      blanks;
  guint8      indent;
  guint8      hashes;
  guint8      kind;
  guint8      role;
  guint8      flags;
  guint8      flush;    /* fills its column to the last character */
  guint8      opens;    /* opens an article */
  guint8      outside;  /* stands between two articles */
  guint8      given;    /* FzGiven */
  guint8      said;     /* the role that the reader said, plus one; 0 for none */
  guint8      web;      /* sets the size of letters on a page of the web, and was never printed */
  guint8      follows;  /* goes on a paragraph that an earlier line began */
  guint       next;
  guint       repeats;  /* which line it nearly repeats, from 1; 0 for none */
} FzLine;

/**
 * FzLines:
 * @lines: (element-type FzLine): the lines on which something is printed
 * @points: the code points of their texts, and room for %FZ_LINES_SLACK more
 * @usual_gap: the blank lines that most often stand between two of them
 * @hostile: there are more lines than a page can have
 * @given: the reader said something of one of them
 */
typedef struct {
  GArray   *lines;
  gunichar *points;
  guint     usual_gap;
  gboolean  hostile;
  gboolean  given;
} FzLines;

#define FZ_LINES_MAX (1 << 20)

/* So many code points behind the last may be read by who takes many at once; what they
 * are means nothing. */
#define FZ_LINES_SLACK 64

FzLines *fz_lines_new       (const char *text, gsize length);
void     fz_lines_free      (FzLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzLines, fz_lines_free)

/**
 * fz_lines_at:
 * @self: lines
 * @index: which, from 0
 *
 * Returns: (transfer none): the line
 */
static inline FzLine *
fz_lines_at (const FzLines *self, guint index)
{
  return &g_array_index (self->lines, FzLine, index);
}

void     fz_line_scan       (FzLine *line, gunichar *points);
char    *fz_lines_normalise (const char *text, gsize length, gsize *new_length);

G_END_DECLS
