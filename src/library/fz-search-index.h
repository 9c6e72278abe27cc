/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"

G_BEGIN_DECLS

typedef struct {
  gboolean whole; /* every article is in the index */
  gint64   done;  /* of @total, roughly, where it is not */
  gint64   total;
} FzIndexState;

/* What a step did. */
typedef enum {
  FZ_INDEX_NOTHING, /* there was nothing left to do */
  FZ_INDEX_FILLED,  /* put articles in */
  FZ_INDEX_WHOLE,   /* found that all of them are in now */
  FZ_INDEX_MERGED,
} FzIndexStep;

gboolean fz_search_index_prepare   (FzConnection *writer, GCancellable *cancellable, GError **error);
gboolean fz_search_index_renew     (FzConnection *writer, GError **error);
gboolean fz_search_index_renew_old (FzConnection *writer, GError **error);
gboolean fz_search_index_state     (FzConnection *reader, FzIndexState *state, GError **error);
gboolean fz_search_index_step      (FzConnection *writer, FzIndexStep *out_step, GError **error);

/* fz-search-index-rows.c */
gboolean fz_search_index_take       (FzConnection *writer, gint64 source, GError **error);
gboolean fz_search_index_take_after (FzConnection *writer, gint64 filled, gint64 *out_last, GError **error);
gboolean fz_search_index_forget     (FzConnection *writer, gint64 source, GError **error);
gboolean fz_search_index_follow     (FzConnection *writer, gint64 article, GError **error);
gboolean fz_search_index_retake     (FzConnection *writer, gint64 article, GError **error);

G_END_DECLS
