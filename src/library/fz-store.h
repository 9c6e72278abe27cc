/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-record.h"

G_BEGIN_DECLS

/* What is done to the tables, by subject.  Each of these runs within a
 * transaction of its caller's (fz_connection_run()), on the thread of its
 * connection; those that write assert that they were given the writer. */

/* fz-store-sources.c */
gboolean      fz_store_add_source         (FzConnection *writer, FzSource *source, gboolean *out_added, GError **error);
GBytes       *fz_store_get_bytes          (FzConnection *reader, gint64 source, GError **error);

/* fz-store-articles.c */
gint64        fz_store_add_article        (FzConnection *writer, gint64 source, const FzArticle *article,
                                           const FzFacts *facts, GError **error);
FzStored     *fz_store_load               (FzConnection *reader, gint64 article, GError **error);

/* fz-store-facts.c */
gboolean      fz_store_add_facts          (FzConnection *writer, gint64 article, const FzFacts *facts, GError **error);
gboolean      fz_store_get_facts          (FzConnection *reader, gint64 id, const FzArticle *article, FzFacts *facts,
                                           GError **error);
gboolean      fz_store_take_figures       (FzStatement *statement, FzFacts *facts, GError **error);

/* fz-store-figures.c */
GArray       *fz_store_articles_of_figures (FzConnection *reader, const FzFigureQuery *query, GError **error);
FzStored     *fz_store_get_figures         (FzConnection *reader, const FzFigureQuery *query, gint64 article, GError **error);

/* fz-store-regions.c */
GArray       *fz_store_count_regions      (FzConnection *reader, GError **error);

/* fz-store-lists.c */
FzEntry      *fz_store_get_entry          (FzConnection *reader, gint64 article, GError **error);
GPtrArray    *fz_store_list               (FzConnection *reader, const FzQuery *query, guint offset, guint limit,
                                           GError **error);
gboolean      fz_store_count              (FzConnection *reader, const FzQuery *query, gint64 *out_count, GError **error);
void          fz_query_span               (gboolean any, FzRegion region, gboolean below, FzRegion *first, FzRegion *last);

/* fz-store-annotations.c */
gboolean      fz_store_set_read           (FzConnection *writer, gint64 article, gboolean read, GError **error);
gboolean      fz_store_put_annotation     (FzConnection *writer, const FzAnnotation *annotation, gint64 *out_id,
                                           GError **error);
gboolean      fz_store_remove_annotation  (FzConnection *writer, gint64 annotation, GError **error);
GPtrArray    *fz_store_get_annotations    (FzConnection *reader, gint64 article, GError **error);

G_END_DECLS
