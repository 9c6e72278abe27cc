/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-extents.h"
#include "fz-record.h"
#include "fz-search-index.h"
#include "fz-search-record.h"
#include "fz-signature.h"

G_BEGIN_DECLS

/* What is done to the tables, by subject.  Each of these runs within a
 * transaction of its caller's (fz_connection_run()), on the thread of its
 * connection; those that write assert that they were given the writer. */

/* fz-store-sources.c */
gboolean      fz_store_add_source         (FzConnection *writer, FzSource *source, gboolean *out_added, GError **error);
GBytes       *fz_store_get_bytes          (FzConnection *reader, gint64 source, GError **error);
gboolean      fz_store_set_source         (FzConnection *writer, gint64 id, const FzSource *source, GError **error);
gboolean      fz_store_unmake             (FzConnection *writer, gint64 article, GError **error);
FzStoredSource *fz_store_get_source       (FzConnection *reader, gint64 source, GError **error);
FzStoredSource *fz_store_load_source      (FzConnection *reader, gint64 source, GError **error);
GArray       *fz_store_list_sources       (FzConnection *reader, const char *engine, GError **error);

/* fz-store-corrections.c */
gboolean      fz_store_add_correction     (FzConnection *writer, gint64 source, FzCorrection *correction, GError **error);
gboolean      fz_store_remove_correction  (FzConnection *writer, gint64 source, gint64 correction, GError **error);
GPtrArray    *fz_store_get_corrections    (FzConnection *reader, gint64 source, GError **error);

/* fz-store-removal.c */
gboolean      fz_store_weigh_removal      (FzConnection *reader, gint64 source, FzRemoval *out, GError **error);
gboolean      fz_store_remove_source      (FzConnection *writer, gint64 source, GError **error);
gboolean      fz_store_take_orphans_back  (FzConnection *writer, gint64 id, const FzSource *source, GError **error);

/* fz-store-replace.c */
gboolean      fz_store_replace            (FzConnection *writer, FzRevision *revision, GError **error);

/* fz-store-verdicts.c */
gboolean      fz_store_take_judgement     (FzStatement *row, FzFigure *out);
gboolean      fz_store_check_verdicts     (FzConnection *reader, GError **error);
gboolean      fz_store_put_verdict        (FzConnection *writer, gint64 article, gint64 ordinal, const FzFigure *figure,
                                           GError **error);
gboolean      fz_store_add_own_figure     (FzConnection *writer, gint64 article, const FzFigure *figure, guint *out_ordinal,
                                           GError **error);
gboolean      fz_store_judge              (FzConnection *writer, gint64 article, const FzFigure *figure, guint *out_ordinal,
                                           GError **error);

/* fz-store-carry.c */
gboolean      fz_store_carry_annotations  (FzConnection *writer, const GPtrArray *annotations, const GArray *texts,
                                           GError **error);
GPtrArray    *fz_store_take_verdicts      (FzConnection *writer, gint64 source, GError **error);
gboolean      fz_store_carry_verdicts     (FzConnection *writer, const GPtrArray *verdicts, const FzSource *analysis,
                                           const GArray *extents, GError **error);

/* fz-store-marks.c */
GArray       *fz_store_mark               (FzConnection *writer, const GArray *articles, FzMark mark, gboolean on,
                                           GError **error);
gboolean      fz_store_inherit_marks      (FzConnection *writer, const FzExtent *extent, GError **error);
gboolean      fz_store_empty_bin          (FzConnection *writer, GError **error);

/* fz-store-positions.c */
gboolean      fz_store_get_position       (FzConnection *reader, gint64 article, gint64 *out_position, GError **error);
gboolean      fz_store_set_position       (FzConnection *writer, gint64 article, gint64 position, GError **error);
GPtrArray    *fz_store_take_positions     (FzConnection *writer, gint64 source, GError **error);
gboolean      fz_store_carry_positions    (FzConnection *writer, const GPtrArray *places, const GArray *texts,
                                           GError **error);

/* fz-store-saved.c */
GPtrArray    *fz_store_saved_searches     (FzConnection *reader, GError **error);
gboolean      fz_store_put_saved_search   (FzConnection *writer, const FzSavedSearch *saved, gint64 *out_id,
                                           GError **error);
gboolean      fz_store_remove_saved_search (FzConnection *writer, gint64 saved, GError **error);

/* fz-store-links.c */
gboolean      fz_store_add_jumps          (FzConnection *writer, gint64 id, const FzArticle *article, GError **error);
gboolean      fz_store_link_issue         (FzConnection *writer, const char *newspaper, const char *date, GError **error);
gboolean      fz_store_get_part           (FzConnection *reader, FzSql sql, gint64 article, gint64 *out_part, GError **error);

/* fz-store-articles.c */
gint64        fz_store_add_article        (FzConnection *writer, gint64 id, gint64 source, const FzArticle *article,
                                           const FzFacts *facts, GError **error);
FzStored     *fz_store_load               (FzConnection *reader, gint64 article, GError **error);

gboolean      fz_store_get_blocks         (FzConnection *reader, gint64 id, const char *text, FzArticle *article,
                                           GError **error);
char         *fz_store_get_text           (FzConnection *reader, gint64 article, GError **error);

/* fz-store-search.c */
FzHits       *fz_store_search             (FzConnection *reader, const FzSearchRequest *request, GError **error);

/* fz-store-hits.c */
gboolean      fz_store_count_hits         (FzConnection *reader, const char *query, gint64 most, gint64 *out_count,
                                           GError **error);

/* Is given the keys of hits from the latest to the earliest, until it answers FALSE. */
typedef gboolean (*FzKeyFunc) (gint64 key, gpointer user_data);
gboolean      fz_store_each_hit           (FzConnection *reader, const char *query, FzKeyFunc func, gpointer user_data,
                                           GError **error);

/* fz-store-reprints.c */
gboolean      fz_store_sign_source        (FzConnection *writer, gint64 source, const GPtrArray *articles,
                                           const GArray *ids, GError **error);
gboolean      fz_store_sign_article       (FzConnection *writer, gint64 id, gint64 source, const FzArticle *article,
                                           GError **error);

/* fz-store-signatures.c */
gboolean      fz_store_get_signature_state (FzConnection *reader, FzIndexState *state, GError **error);
gboolean      fz_store_step_signatures    (FzConnection *writer, FzIndexStep *out_step, GError **error);

/* Who has a minimum of a signature. */
typedef struct {
  guint32 minimum;
  gint64  article;
} FzBand;

/* fz-store-bands.c */
gboolean      fz_store_find_recent        (FzConnection *writer, GArray *minima, GArray *found, guint *out_n, GError **error);
gboolean      fz_store_add_recent         (FzConnection *writer, gint64 source, const GArray *bands, guint n, GError **error);
gboolean      fz_store_add_band           (FzConnection *writer, const FzBand *band, GError **error);
gboolean      fz_store_settle_bands       (FzConnection *writer, gint64 source, GError **error);

/* An article that shares minima with one that comes. */
typedef struct {
  gint64 article;
  guint  n_shared;
} FzCandidate;

/* fz-store-candidates.c */
GArray       *fz_store_find_candidates    (FzConnection *writer, const FzSignature *signature, const GArray *recent,
                                           GError **error);

/* fz-store-stories.c */
GPtrArray    *fz_store_keep_stories       (FzConnection *writer, gint64 source, GError **error);
gboolean      fz_store_restore_stories    (FzConnection *writer, const GPtrArray *kept, GError **error);
gboolean      fz_store_get_story_of       (FzConnection *reader, gint64 article, gint64 *out_story, guint *out_reprints,
                                           GError **error);
gboolean      fz_store_part               (FzConnection *writer, gint64 article, gint64 other, gboolean apart,
                                           GError **error);
GArray       *fz_store_ids_after          (FzConnection *connection, FzSql sql, gint64 after, guint limit, GError **error);
GArray       *fz_store_list_stories       (FzConnection *reader, gint64 after, guint limit, GError **error);

/* fz-store-facts.c */
gboolean      fz_store_add_facts          (FzConnection *writer, gint64 article, const FzFacts *facts, GError **error);
gboolean      fz_store_get_facts          (FzConnection *reader, gint64 id, const FzArticle *article, FzFacts *facts,
                                           GError **error);
gboolean      fz_store_add_figure         (FzConnection *writer, gint64 article, guint ordinal, const FzFigure *figure,
                                           GError **error);
void          fz_store_bind_days          (FzStatement *statement, const FzInterval *days);
gboolean      fz_store_take_figures       (FzStatement *statement, FzFacts *facts, GError **error);

/* fz-store-figures.c */
GArray       *fz_store_articles_of_figures (FzConnection *reader, const FzFigureQuery *query, GError **error);
FzStored     *fz_store_get_figures         (FzConnection *reader, const FzFigureQuery *query, gint64 article, GError **error);

/* fz-store-regions.c */
GArray       *fz_store_count_regions      (FzConnection *reader, GError **error);
GArray       *fz_store_count_regions_of   (FzConnection *connection, const GArray *articles, GError **error);
GArray       *fz_store_count_hits_by_region (FzConnection *reader, const char *query, gint64 most, gint64 *out_count,
                                             GError **error);

/* fz-store-lists.c */
FzEntry      *fz_store_get_entry          (FzConnection *reader, gint64 article, GError **error);
GPtrArray    *fz_store_list_of            (FzConnection *reader, FzSql sql, gint64 of, GError **error);
GPtrArray    *fz_store_take_entries       (FzStatement *rows, GError **error);

/* Where a page of a list by date begins: on the first article of this day or of an
 * earlier one, of those of no day from this source on. */
typedef struct {
  gint64 day;
  gint64 source;
  gint64 passed; /* how many of the list are before that */
} FzListStart;

/* fz-store-days.c */
gboolean      fz_store_count_days         (FzConnection *writer, gint64 source, gboolean come, GError **error);
gboolean      fz_store_has_days           (const FzQuery *query, const GArray *spans, gint64 *out_area);
gboolean      fz_store_find_days          (FzConnection *reader, gint64 area, char *spans, gint64 offset,
                                           FzListStart *start, gint64 *out_count, GError **error);

/* fz-store-pages.c */
GPtrArray    *fz_store_list               (FzConnection *reader, const FzQuery *query, guint offset, guint limit,
                                           GError **error);
gboolean      fz_store_last_article       (FzConnection *reader, gint64 *out_last, GError **error);
gboolean      fz_store_count              (FzConnection *reader, const FzQuery *query, gint64 *out_count, GError **error);
void          fz_query_span               (gboolean any, FzRegion region, gboolean below, FzRegion *first, FzRegion *last);

/* fz-store-annotations.c */
gboolean      fz_store_get_source_of      (FzConnection *reader, gint64 article, gint64 *out_source, GError **error);
gboolean      fz_store_put_annotation     (FzConnection *writer, const FzAnnotation *annotation, gint64 *out_id,
                                           GError **error);
gboolean      fz_store_remove_annotation  (FzConnection *writer, gint64 annotation, GError **error);
gboolean      fz_store_move_annotation    (FzConnection *writer, const FzAnnotation *annotation, GError **error);
GPtrArray    *fz_store_get_orphans        (FzConnection *reader, guint limit, GError **error);
GPtrArray    *fz_store_get_annotations    (FzConnection *reader, FzSql sql, gint64 of, GError **error);

G_END_DECLS
