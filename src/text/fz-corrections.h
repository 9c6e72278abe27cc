/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

/* What the reader says about a source, as data.
 *
 * A correction is anchored to physical lines of the source, which outlive every
 * engine, and never to an article.  Those of starts, joins and roles are taken
 * as given while a page is cut, and outweigh all evidence; those of the head of
 * an article go to the article that holds their line; those of the source as a
 * whole have no line.  Of two that say different things of one matter the later
 * in the list holds.
 *
 *   kind       lines        value
 *   start      first        none: an article begins at this line
 *   join       first        none: the article that would begin at this line
 *                           goes on from the one before
 *   role       first..last  the name of an FzRole
 *   title kicker subtitle   the words; none where the article has none
 *   authors    first        记者:甲;通讯员:乙; none where nobody is named
 *   region     first        a 12-digit code; none where it is about no place
 *   place      first        朝阳区:110105000000, a name in the article and the
 *                           code of the region that it means there
 *   newspaper edition       the words
 *   section
 *   date                    ISO 8601
 *   encoding                an ICU converter name
 */
typedef enum {
  FZ_CORRECTION_START,
  FZ_CORRECTION_JOIN,
  FZ_CORRECTION_ROLE,
  FZ_CORRECTION_TITLE,
  FZ_CORRECTION_KICKER,
  FZ_CORRECTION_SUBTITLE,
  FZ_CORRECTION_AUTHORS,
  FZ_CORRECTION_REGION,
  FZ_CORRECTION_PLACE,
  FZ_CORRECTION_NEWSPAPER,
  FZ_CORRECTION_DATE,
  FZ_CORRECTION_EDITION,
  FZ_CORRECTION_SECTION,
  FZ_CORRECTION_ENCODING,
  FZ_N_CORRECTIONS
} FzCorrectionKind;

/* No reader has said so much of one page; more is no reader's. */
#define FZ_CORRECTIONS_MAX 2000

/**
 * FzCorrection:
 * @id: in the library; 0 for one that is not in it yet
 * @source: id of the source in the library, 0 likewise
 * @kind: what it says
 * @first_line: first physical line, from 1; 0 where it is of the source as a whole
 * @last_line: last physical line, @first_line but for roles
 * @value: (nullable): see the table above
 * @created: seconds since 1970
 */
typedef struct {
  gint64            id;
  gint64            source;
  FzCorrectionKind  kind;
  guint             first_line;
  guint             last_line;
  char             *value;
  gint64            created;
} FzCorrection;

FzCorrection *fz_correction_new   (FzCorrectionKind kind, guint first_line, guint last_line, const char *value);
FzCorrection *fz_correction_copy  (const FzCorrection *self);
void          fz_correction_free  (FzCorrection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzCorrection, fz_correction_free)

gboolean      fz_correction_check (const FzCorrection *self, GError **error);
gboolean      fz_correction_is_of_source (FzCorrectionKind kind);

/* The names as the store and the command line spell them; -1 for a stranger. */
const char   *fz_correction_kind_name      (FzCorrectionKind kind);
int           fz_correction_kind_from_name (const char *name);

/* Lists of them: (element-type FzCorrection), in the order in which they were
 * made; %NULL is an empty one. */
GPtrArray    *fz_corrections_new  (void);
const char   *fz_corrections_find (const GPtrArray *self, FzCorrectionKind kind);
GPtrArray    *fz_correction_read_authors (const char *value);
char         *fz_correction_read_place   (const char *value, const char **code);

/* Index of the article of @articles that holds a physical line: the last one
 * that begins at it or above it, or the first. */
guint         fz_articles_find_line (const GPtrArray *articles, guint line);

G_END_DECLS
