/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-decimal.h"
#include "fz-interval.h"
#include "fz-region.h"

G_BEGIN_DECLS

typedef enum {
  FZ_FIGURE_MONEY,
  FZ_FIGURE_COUNT,
  FZ_FIGURE_PERCENT,
  FZ_FIGURE_AREA,
  FZ_FIGURE_LENGTH,
  FZ_FIGURE_MASS,
  FZ_FIGURE_VOLUME,
  FZ_FIGURE_ENERGY,
  FZ_FIGURE_DURATION,
  FZ_FIGURE_SPEED,
  FZ_FIGURE_RATIO,
  FZ_FIGURE_RANK,
  FZ_FIGURE_OTHER,
} FzFigureKind;

/* In the order in which they are written. */
typedef enum {
  FZ_QUALIFIER_APPROX = 1 << 0,
  FZ_QUALIFIER_OVER   = 1 << 1,
  FZ_QUALIFIER_UNDER  = 1 << 2,
  FZ_QUALIFIER_EACH   = 1 << 3,
  FZ_QUALIFIER_RANGE  = 1 << 4,
  FZ_QUALIFIER_TARGET = 1 << 5,
} FzQualifiers;

typedef enum {
  FZ_CHANGE_NONE,
  FZ_CHANGE_UP,
  FZ_CHANGE_DOWN,
} FzChange;

typedef enum {
  FZ_PROGRAMME_PROGRAMME,
  FZ_PROGRAMME_PLATFORM,
  FZ_PROGRAMME_CAMPAIGN,
  FZ_PROGRAMME_DOCUMENT,
} FzProgrammeKind;

/* What the reader says of a figure. */
typedef enum {
  FZ_VERDICT_AUTO,      /* nothing: it is as the engine read it */
  FZ_VERDICT_CONFIRMED,
  FZ_VERDICT_CORRECTED, /* value, unit, indicator and period are the reader's */
  FZ_VERDICT_REJECTED,
  FZ_VERDICT_ADDED,     /* the engine knows nothing of it */
} FzVerdict;

/**
 * FzSpan:
 * @block: index of the block in the article
 * @start: first code point in the block
 * @end: one past its last code point
 * @line: the physical line that it starts on
 *
 * Where a fact stands.
 */
typedef struct {
  guint block;
  guint start;
  guint end;
  guint line;
} FzSpan;

/**
 * FzPlace:
 * @surface: as printed; the part on its first line where a line break cuts it
 * @region: what it names
 * @score: out of a hundred: 100 where the name has one region and nothing speaks
 *   against it, or its chain leaves one; 90 where it has one and the company
 *   that it wants; else how far what the text lends to @region is ahead of
 *   what it lends to the next, from 50
 * @primary: whether it is the article's own region or lies in it
 */
typedef struct {
  FzSpan    span;
  char     *surface;
  FzRegion  region;
  guint     score;
  gboolean  primary;
} FzPlace;

/**
 * FzOpenPlace:
 * @surface: as printed
 * @candidates: (element-type FzRegion): what it may name, the likeliest first
 *
 * A region's name, where nothing tells which of several regions has it.
 */
typedef struct {
  FzSpan  span;
  char   *surface;
  GArray *candidates;
} FzOpenPlace;

/**
 * FzFigure:
 * @surface: number and unit as printed
 * @value: in base units; the lower end of a range
 * @max: the upper end where @qualifiers has %FZ_QUALIFIER_RANGE
 * @unit: base unit or classifier; "-" is never written, %NULL is none
 * @indicator: (nullable): the noun phrase of the text that says what is measured
 * @period: (nullable): the time expression that governs it, as printed
 * @rule: name of the rule that read it, static
 * @days: the days of @period; without valid dates where they cannot be told
 * @verdict: what the reader says of it
 * @words: (nullable): number and unit as the reader wrote them
 * @ordinal: its number in the library, by which a verdict is given, or
 *   %FZ_FIGURE_NEW
 * @region: of which region it is said, where that is not the article's, or
 *   %FZ_REGION_NONE
 * @against: (nullable): what a change is compared with, as printed: 同比,
 *   比2012年
 * @against_days: the days of @against, as far as they can be told
 */
typedef struct {
  FzSpan        span;
  char         *surface;
  FzFigureKind  kind;
  FzDecimal     value;
  FzDecimal     max;
  char         *unit;
  FzQualifiers  qualifiers;
  FzChange      change;
  char         *indicator;
  char         *period;
  const char   *rule;
  FzInterval    days;
  FzVerdict     verdict;
  char         *words;
  guint         ordinal;
  FzRegion      region;
  char         *against;
  FzInterval    against_days;
} FzFigure;

/* The rule of a figure that the reader added. */
#define FZ_RULE_READER "reader"
#define FZ_FIGURE_NEW  G_MAXUINT

/**
 * FzProgramme:
 * @name: without quotes and without the head noun behind them
 */
typedef struct {
  FzSpan           span;
  char            *name;
  FzProgrammeKind  kind;
} FzProgramme;

/**
 * FzProgrammeMention:
 * @programme: index of the programme in the facts
 *
 * Where a programme is named, the first time or again.
 */
typedef struct {
  FzSpan  span;
  guint   programme;
} FzProgrammeMention;

/**
 * FzProgrammeTold:
 * @region: the region that the programme belongs to, or %FZ_REGION_NONE
 * @year: in which it began or for which it is made, or 0
 * @figures: (element-type guint): indices of the figures that are stated of it
 *
 * What an article tells of one of its programmes.
 */
typedef struct {
  FzRegion  region;
  int       year;
  GArray   *figures;
} FzProgrammeTold;

/**
 * FzFacts:
 * @region: the one region that the article is about
 * @past: what @region was when the page was printed, or %FZ_REGION_NONE; the
 *   article is filed there
 * @seconds: (element-type FzRegion): other regions that it is strongly about, or
 *   what those were
 * @places: (element-type FzPlace): in text order
 * @open_places: (element-type FzOpenPlace): in text order
 * @figures: (element-type FzFigure): in text order
 * @programmes: (element-type FzProgramme): in text order
 * @page: the day of its page, not valid where it is not known
 * @told: (nullable) (element-type FzProgrammeTold): of each programme, where it
 *   was asked for
 * @mentions: (nullable) (element-type FzProgrammeMention): likewise
 *
 * What one article says.
 */
typedef struct {
  grefcount  refs;
  FzRegion   region;
  FzRegion   past;
  GArray    *seconds;
  GArray    *places;
  GArray    *open_places;
  GArray    *figures;
  GArray    *programmes;
  GDate      page;
  GArray    *told;
  GArray    *mentions;
} FzFacts;

/**
 * FzPlaceContext:
 * @year: in which the page was printed, or 0
 * @home: the region of the newspaper, or %FZ_REGION_NONE
 * @settled: (nullable) (element-type utf8 FzRegion): what the reader says of names
 *   that the text leaves open
 *
 * What is known of a page or an article beside its text.
 */
typedef struct {
  guint       year;
  FzRegion    home;
  GHashTable *settled;
} FzPlaceContext;

/* fz-places-page.c */
FzRegion  fz_facts_home          (const GPtrArray *facts);
gboolean  fz_facts_is_away       (const FzFacts *self, FzRegion home);

/* fz-figures-words.c */
FzFigure *fz_figure_copy         (const FzFigure *self);
void      fz_figure_free         (FzFigure *self);
void      fz_figure_clear        (FzFigure *self);
void      fz_figure_tell_days    (FzFigure *self, const char *date, const char *since, const char *until);
void      fz_figure_tell_against (FzFigure *self, const char *date);
char     *fz_figure_dup_readable (const FzFigure *self);
gboolean  fz_figure_read_words   (FzFigure *self, const char *number, const char *unit);
void      fz_figure_read_against (FzFigure *self);
void      fz_figure_split_words  (const char *words, char **number, char **unit);
gboolean  fz_figure_find_words   (const char *text, guint *start, guint *end);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFigure, fz_figure_free)

FzFacts    *fz_facts_new   (void);
FzFacts    *fz_facts_read  (const FzArticle *article, const FzPlaceContext *context);
void        fz_facts_set_region (FzFacts *self, FzRegion region);
FzRegion    fz_facts_get_filed  (const FzFacts *self);
void        fz_facts_tell_days  (FzFacts *self, const char *date, const char *since, const char *until);
FzFacts    *fz_facts_ref   (FzFacts *self);
void        fz_facts_unref (FzFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzFacts, fz_facts_unref)

/* fz-mentions.c */
GArray     *fz_facts_find_mentions (const FzFacts *self, const FzArticle *article);

/* fz-programmes-told.c */
GArray     *fz_facts_tell_programmes (const FzFacts *self, const FzArticle *article, const GDate *page);

/* The steps of fz_facts_read().  The second needs the places: an indicator never
 * runs over one. */
void        fz_places_find     (FzFacts *self, const FzArticle *article, const FzPlaceContext *context);
void        fz_places_find_open (FzFacts *self, const FzArticle *article, const FzPlaceContext *context);
void        fz_blocks_read     (FzFacts *self, const FzArticle *article);

/* The names as the JSON contract and the store spell them; -1 for a stranger. */
const char *fz_figure_kind_name         (FzFigureKind kind);
int         fz_figure_kind_from_name    (const char *name);
const char *fz_programme_kind_name      (FzProgrammeKind kind);
int         fz_programme_kind_from_name (const char *name);
const char *fz_change_name              (FzChange change);
int         fz_change_from_name         (const char *name);
const char *fz_verdict_name             (FzVerdict verdict);
int         fz_verdict_from_name        (const char *name);
/* One bit of #FzQualifiers to its name, and back; 0 for a stranger. */
const char *fz_qualifier_name           (FzQualifiers one);
FzQualifiers fz_qualifier_from_name     (const char *name);

G_END_DECLS
