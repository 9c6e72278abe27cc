/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

G_BEGIN_DECLS

/* Looking for articles.
 *
 * A query is words, all of which must be there; “words that follow each other”;
 * AND OR NOT (与 或 非) and brackets; NEAR(水库 移民, 30); region: with what lies
 * in it, region:- for none; paper: author: title:; date:2021..2023-05; tag: and
 * note: of the reader's own; has:figures; unread:; starred:; is:read.  Half and full width, capitals
 * and small letters, traditional and simplified characters are the same, and so
 * are 12.3万 and 123000. */

typedef enum {
  FZ_SEARCH_BY_RELEVANCE, /* the best first */
  FZ_SEARCH_BY_DATE,      /* the latest first */
} FzSearchOrder;

/**
 * FzSearchAfter:
 * @is_set: %FALSE for the first page
 *
 * Where a page ended; the next one begins behind it, whatever came in between.
 */
typedef struct {
  gboolean is_set;
  gboolean by_date;
  double   rank;
  gint64   key;
} FzSearchAfter;

/**
 * FzSearchRequest:
 * @query: as a person types it
 * @limit: how many hits a page has
 * @after: where the page before ended
 * @narrowed: whether only articles of @region are wanted, as the tree has them: of
 *   it and of what lies in it; of the country those about no region of it, and of
 *   %FZ_REGION_NONE those of none
 * @stories: whether each hit is to say of which story it is
 */
typedef struct {
  const char    *query;
  FzSearchOrder  order;
  guint          limit;
  FzSearchAfter  after;
  gboolean       narrowed;
  FzRegion       region;
  gboolean       stories;
} FzSearchRequest;

/**
 * FzSavedSearch:
 * @id: 0 for one that is new
 * @name: what the reader calls it
 * @query: as a person types it
 * @order: of its hits
 * @place: where it stands among the others; a new one stands last, one that is put
 *   back where it stood
 */
typedef struct {
  gint64         id;
  char          *name;
  char          *query;
  FzSearchOrder  order;
  gint64         place;
} FzSavedSearch;

FzSavedSearch *fz_saved_search_new  (const char *name, const char *query, FzSearchOrder order);
FzSavedSearch *fz_saved_search_copy (const FzSavedSearch *self);
void           fz_saved_search_free (FzSavedSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzSavedSearch, fz_saved_search_free)

/**
 * FzTextRange:
 * @start: first code point
 * @end: one past the last
 */
typedef struct {
  guint start;
  guint end;
} FzTextRange;

/**
 * FzHit:
 * @entry: the article
 * @snippet: a piece of its text, with what was found where that stands there
 * @marks: (element-type FzTextRange): what was found, in @snippet
 * @ranges: (element-type FzTextRange): what was found, in the canonical text
 * @story: where that was asked for: the story that it is one of, 0 where it stands alone
 * @reprints: how many others of that there are
 */
typedef struct {
  FzEntry *entry;
  char    *snippet;
  GArray  *marks;
  GArray  *ranges;
  gint64   story;
  guint    reprints;
} FzHit;

/**
 * FzHits:
 * @rows: (element-type FzHit): a page of them
 * @more: whether there are more behind it
 * @after: then, for the next page
 * @by_date: whether they are in the order of their dates: as was asked, or since
 *   what was looked for stands in so many articles that no order says much
 * @whole: %FALSE while the index is being made, and articles may be missing
 */
typedef struct {
  GPtrArray     *rows;
  gboolean       more;
  FzSearchAfter  after;
  gboolean       by_date;
  gboolean       whole;
} FzHits;

FzHit  *fz_hit_new   (void);
void    fz_hit_free  (FzHit *self);
FzHits *fz_hits_new  (void);
void    fz_hits_free (FzHits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzHit, fz_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzHits, fz_hits_free)

G_END_DECLS
