/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"
#include "fz-page.h"

G_BEGIN_DECLS

/* The values that go into the library and come out of it. */

typedef enum {
  FZ_PROVENANCE_NONE,
  FZ_PROVENANCE_READ,     /* stands on the page */
  FZ_PROVENANCE_INFERRED, /* follows from what stands there */
  FZ_PROVENANCE_TYPED,    /* the reader said so */
} FzProvenance;

/* The names as the store spells them; -1 for a stranger. */
const char *fz_provenance_name      (FzProvenance provenance);
int         fz_provenance_from_name (const char *name);

/* A word about a source, and how it is known. */
typedef struct {
  char         *value; /* (nullable) */
  FzProvenance  provenance;
} FzClaim;

/**
 * FzSource:
 * @name: the file's name as imported, for people
 * @bytes: the raw bytes, never altered
 * @hash: SHA-256 of @bytes, hex; filled in by the library
 * @page: what the engine made of it: encoding and articles
 * @facts: (element-type FzFacts): of each article of @page
 * @newspaper: its newspaper
 * @date: ISO 8601
 * @edition: 版次
 * @section: 版名
 * @corrections: (nullable) (element-type FzCorrection): what the reader said of
 *   it, that @page was made with
 * @article: id of its first article, 0 where it has none; filled in by the library
 */
typedef struct {
  char      *name;
  GBytes    *bytes;
  char      *hash;
  FzPage    *page;
  GPtrArray *facts;
  FzClaim    newspaper;
  FzClaim    date;
  FzClaim    edition;
  FzClaim    section;
  GPtrArray *corrections;
  gint64     article;
} FzSource;

FzSource *fz_source_new  (const char *name, GBytes *bytes, FzPage *page, GPtrArray *facts);
FzSource *fz_source_copy (const FzSource *self);
void      fz_source_free (FzSource *self);
void      fz_claim_set   (FzClaim *self, const char *value, FzProvenance provenance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzSource, fz_source_free)

/**
 * FzEntry:
 * @id: of the article in the library
 * @title: (nullable): %NULL where it has none; then @opening is to be shown
 * @opening: its first words
 * @region: what it is about, as it is today
 * @filed: where it is filed: @region, or what that was when the page was printed
 * @second: whether a list has it because it is strongly about a second region
 * @length: code points of its body
 *
 * What a row of a list shows.
 */
typedef struct {
  gint64         id;
  gint64         source;
  guint          number;
  FzArticleKind  kind;
  FzRegion       region;
  FzRegion       filed;
  gboolean       second;
  char          *title;
  char          *opening;
  char          *source_name;
  char          *newspaper; /* (nullable) */
  char          *date;      /* (nullable) */
  char          *edition;   /* (nullable) */
  char          *section;   /* (nullable) */
  guint          length;
  guint          n_figures;
  gboolean       read;
  gboolean       starred;
  gboolean       binned;
} FzEntry;

void     fz_entry_free (FzEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzEntry, fz_entry_free)

typedef enum {
  FZ_SORT_PAGE,  /* by source as imported, then as on the page */
  FZ_SORT_DATE,  /* latest first */
  FZ_SORT_TITLE, /* by pinyin */
  FZ_SORT_LENGTH, /* longest first */
  FZ_N_SORT
} FzSort;

/* Which articles a list is made of. */
typedef enum {
  FZ_SHELF_LIBRARY, /* all but those in the bin */
  FZ_SHELF_STARRED,
  FZ_SHELF_BIN,
} FzShelf;

/* What the reader says of an article. */
typedef enum {
  FZ_MARK_READ,
  FZ_MARK_STARRED,
  FZ_MARK_BINNED,
  FZ_N_MARKS
} FzMark;

/**
 * FzRemoval:
 * @n_articles: articles that go with a source
 * @n_notes: notes and marks that stay without their articles
 * @n_corrections: what the reader corrected in it, which goes, too
 */
typedef struct {
  guint n_articles;
  guint n_notes;
  guint n_corrections;
} FzRemoval;

/* From the one code to the other: what lies in a region, see fz_region_span(). */
typedef struct {
  FzRegion first;
  FzRegion last;
} FzRegionSpan;

/**
 * FzQuery:
 * @region: articles of this one; %FZ_REGION_NONE with @any_region FALSE is those without one
 * @below: and of all that lie in it
 * @spans: (nullable) (element-type FzRegionSpan): articles of all of these, each
 *   once; then @region and @below say nothing
 * @until: articles with greater ids came in later and are left out of lists, 0 for
 *   none of them
 *
 * An article is of the region that it is filed under and of the others that it
 * is strongly about.
 */
typedef struct {
  gboolean any_region;
  FzRegion region;
  gboolean below;
  gboolean unread;
  FzSort   sort;
  FzShelf  shelf;
  GArray  *spans;
  gint64   until;
} FzQuery;

#define FZ_QUERY_ALL { .any_region = TRUE }

/**
 * FzRegionCount:
 * @total: articles of it and of what is below, each counted once
 * @unread: those of them that were not read
 * @own: those filed under this very region
 * @own_unread: those of them that were not read
 * @also: those filed elsewhere and strongly about this very region
 * @until: the greatest id that an article had when this was counted
 */
typedef struct {
  FzRegion region;
  gint64   total;
  gint64   unread;
  gint64   own;
  gint64   own_unread;
  gint64   also;
  gint64   until;
} FzRegionCount;

/**
 * FzAnnotation:
 * @start: first code point in the article's canonical text
 * @end: one past the last
 * @quote: the text between, as it was when the mark was made
 * @prefix: up to 32 code points before it
 * @suffix: up to 32 code points behind it
 * @color: 0..3: yellow, green, blue, pink; 4: dots below each character, 5: a line
 *   below, 6: a wavy line below
 * @note: (nullable): the reader's words
 * @created: seconds since 1970
 * @modified: seconds since 1970
 *
 * Quote, prefix and suffix are the TextQuoteSelector of the W3C Web Annotation
 * model, start and end its TextPositionSelector.
 */
typedef struct {
  gint64  id;
  gint64  article;
  guint   start;
  guint   end;
  char   *quote;
  char   *prefix;
  char   *suffix;
  guint   color;
  char   *note;
  gint64  created;
  gint64  modified;
} FzAnnotation;

FzAnnotation *fz_annotation_new  (gint64 article, const char *text, guint start, guint end, guint color);
FzAnnotation *fz_annotation_copy (const FzAnnotation *self);
void          fz_annotation_free (FzAnnotation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzAnnotation, fz_annotation_free)

/**
 * FzOrphan:
 * @annotation: a mark whose words stand in no article any more, with its quote
 * @source_name: the file that the words stood in
 *
 * What the reader made is kept, whatever becomes of the article.
 */
typedef struct {
  FzAnnotation *annotation;
  char         *source_name;
} FzOrphan;

void fz_orphan_free (FzOrphan *self);

/**
 * FzStored:
 * @position: the code point at which the reader stopped, or -1
 * @annotations: (element-type FzAnnotation): by position
 * @before: (element-type FzStored): where it is a continuation from another
 *   page, the parts of the story that come before it, in reading order; empty
 *   where they are not in the library or not known for sure
 * @after: (element-type FzStored): the parts that come behind it, likewise
 * @reprints: (nullable) (element-type FzEntry): the same story elsewhere, the
 *   earliest first; %NULL in a part
 *
 * Shown as one article @before, the article itself and @after follow each
 * other, each with its own entry, text and annotations.  The parts have no
 * parts of their own.
 */
typedef struct {
  FzEntry   *entry;
  FzArticle *article;
  FzFacts   *facts;
  GPtrArray *annotations;
  gint64     position;
  GPtrArray *before;
  GPtrArray *after;
  GPtrArray *reprints;
} FzStored;

void fz_stored_free (FzStored *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzStored, fz_stored_free)

/**
 * FzStoredSource:
 * @id: of the source in the library
 * @name: the file's name as imported
 * @bytes: as they were imported
 * @encoding: what they were read as
 * @doubtful: whether @encoding was a guess that another reading would also satisfy
 * @replaced: how many characters could not be read
 * @doubt: how likely @encoding is wrong, 0 to 100
 * @rival: (nullable): another encoding, see [struct@Page]
 * @odd: what the bytes have that is not printed
 * @engine: (nullable): version of the engine that made its articles
 * @date_since: (nullable): see [struct@Page]
 * @date_until: (nullable): see [struct@Page]
 * @date_ground: (nullable): see [struct@Page]
 * @corrections: (element-type FzCorrection): in the order in which they were made
 * @entries: (element-type FzEntry): its articles in page order
 * @orphans: (element-type FzAnnotation): the reader's marks whose words stand in
 *   no article of it any more; their article is 0
 *
 * The whole of a source but for the texts of its articles.
 */
typedef struct {
  gint64     id;
  char      *name;
  GBytes    *bytes;
  char      *encoding;
  gboolean   doubtful;
  guint      replaced;
  guint      doubt;
  char      *rival;
  FzOddities odd;
  char      *engine;
  FzClaim    newspaper;
  FzClaim    date;
  FzClaim    edition;
  FzClaim    section;
  char      *date_since;
  char      *date_until;
  char      *date_ground;
  GPtrArray *corrections;
  GPtrArray *entries;
  GPtrArray *orphans;
} FzStoredSource;

void fz_stored_source_free (FzStoredSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzStoredSource, fz_stored_source_free)

/**
 * FzRevision:
 * @source: id of the source that is made anew
 * @analysis: the new analysis: page and facts, made with @known less @remove
 *   and with @add; its bytes and name are not looked at
 * @known: (element-type FzCorrection): what the library held when the analysis
 *   was made, as [struct@StoredSource] gave it
 * @add: (nullable) (element-type FzCorrection): put into the library in the same
 *   transaction; one with an id comes back under it; ids are filled in
 * @remove: (nullable) (element-type gint64): ids of corrections that are taken out
 */
typedef struct {
  gint64           source;
  FzSource        *analysis;
  const GPtrArray *known;
  GPtrArray       *add;
  const GArray    *remove;
} FzRevision;

/* All that is set must hold; %NULL and zero ask for nothing. */
typedef struct {
  FzRegion    region;    /* of the article, with what is below */
  const char *indicator; /* stands in the indicator */
  int         kind;      /* an FzFigureKind, or -1 */
  const char *since;     /* a day that the figure's period, or else its page, */
  const char *until;     /* reaches to or starts before, ISO 8601 */
} FzFigureQuery;

#define FZ_FIGURE_QUERY_ALL { .kind = -1 }

/* One figure and where it comes from; valid during the call that is given it. */
typedef struct {
  gint64           article;
  const char      *source_name;
  const char      *newspaper;
  const char      *date;
  const char      *title;
  FzRegion         region;
  const FzFigure  *figure;
} FzFigureRow;

G_END_DECLS
