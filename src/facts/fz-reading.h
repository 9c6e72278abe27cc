/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"
#include "fz-words.h"

G_BEGIN_DECLS

typedef enum {
  FZ_QUOTE_NAME,   /* a name or a slogan: no sentence ends in it */
  FZ_QUOTE_SPEECH, /* somebody speaks */
  FZ_QUOTE_BOOK,   /* 《…》 */
} FzQuoteKind;

/* Every position here is a byte offset into FzReading.text; each struct opens
 * with its start, by which the arrays are sorted and searched. */

typedef struct {
  gsize        start; /* of the opening mark */
  gsize        inner;
  gsize        inner_end;
  gsize        end;   /* behind the closing mark */
  FzQuoteKind  kind;
} FzQuote;

typedef enum {
  FZ_TIME_FORWARD = 1 << 0, /* looks ahead: 到2027年, 接下来 */
  FZ_TIME_CARRY   = 1 << 1, /* governs the sentences after it too: 截至9月底 */
  FZ_TIME_PLAN    = 1 << 2, /* what stands under it is planned: 到2027年 */
} FzTimeFlags;

typedef struct {
  gsize        start;
  gsize        end;
  FzTimeFlags  flags;
} FzTime;

typedef struct {
  gsize  start;
  gsize  end;
} FzStretch;

/* What may begin at a character. */
typedef enum {
  FZ_STOP_NUMBER = 1 << 0,
  FZ_STOP_TIME   = 1 << 1, /* a word of a time */
  FZ_STOP_PLAN   = 1 << 2, /* a word after which figures are planned ones */
} FzStopKinds;

typedef struct {
  gsize    start;
  guint32  kinds;  /* of FzStopKinds */
  guint32  number; /* bytes of the number here, 0 where it has not been read */
} FzStop;

/**
 * FzReading:
 * @text: the block, UTF-8, not ended by NUL
 * @length: its bytes
 * @sentences: (element-type FzStretch): cut behind 。！？
 * @items: (element-type FzStretch): sentences cut behind ； as well
 * @quotes: (element-type FzQuote): closed quotations, by their opening marks
 * @places: (element-type FzStretch): the places found in the block
 * @regions: (element-type FzRegion): what each of @places is
 * @times: (element-type FzTime): time expressions
 * @plans: (element-type FzStretch): words after which figures are planned ones
 * @carried: (element-type int): for each sentence the time that an earlier one
 *   lends it, an index into @times, or -1
 * @found: (nullable): the figures on their way, whose type fz_figures_find() knows
 * @stops: (array length=n_stops): the places at which something but a mark may
 *   begin, by the first character alone
 *
 * A block as the rules read it.  One is used for all blocks of an article.
 */
typedef struct {
  const char *text;
  gsize       length;
  GArray     *sentences;
  GArray     *items;
  GArray     *quotes;
  GArray     *places;
  GArray     *regions;
  GArray     *times;
  GArray     *plans;
  GArray     *carried;
  GArray     *found;
  FzStop     *stops;
  guint       n_stops;
  guint       max_stops;
} FzReading;

FzReading     *fz_reading_new        (void);
void           fz_reading_free       (FzReading *self);
void           fz_reading_open       (FzReading       *self,
                                      const FzFacts   *facts,
                                      const FzArticle *article,
                                      guint            block);
void           fz_reading_cut        (FzReading *self);
guint          fz_reading_first_stop (const FzReading *self, gsize position);
void           fz_reading_tell_times (FzReading *self, gsize position);
guint          fz_reading_search_last (const GArray *array, gsize position);
gboolean       fz_reading_in_name    (const FzReading *self, gsize position);
gboolean       fz_reading_in_place   (const FzReading *self, gsize start, gsize end);
const FzQuote *fz_reading_quote_ending (const FzReading *self, gsize end);
const FzQuote *fz_reading_quote_starting (const FzReading *self, gsize start);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzReading, fz_reading_free)

/**
 * fz_reading_next_stop:
 * @self: a reading
 * @stop: (inout): the stop to look on from
 * @p: a place in the text, not before the stops that were passed
 * @kinds: what is looked for
 *
 * Most characters of a text begin nothing; they are passed over.
 *
 * Returns: the first place at or behind @p where one of @kinds may begin, or the
 *   end of the text
 */
static inline const char *
fz_reading_next_stop (const FzReading *self, guint *stop, const char *p, guint kinds)
{
  const gsize from = (gsize) (p - self->text);

  while (*stop < self->n_stops && (self->stops[*stop].start < from || !(self->stops[*stop].kinds & kinds)))
    ++*stop;
  return self->text + (*stop < self->n_stops ? self->stops[*stop].start : self->length);
}

#define FZ_NOT_FOUND G_MAXUINT

/**
 * fz_reading_last:
 * @array: an array of structs that open with their start, sorted
 * @position: a position
 *
 * Most blocks have few quotations, places and times, many none.
 *
 * Returns: the index of the last one that starts at or before @position, or
 *   %FZ_NOT_FOUND
 */
static inline guint
fz_reading_last (const GArray *array, gsize position)
{
  return array->len > 0 ? fz_reading_search_last (array, position) : FZ_NOT_FOUND;
}

/* Deeper nesting than a quotation in a title in a quotation is not Chinese. */
#define FZ_READING_MAX_DEPTH 6

G_END_DECLS
