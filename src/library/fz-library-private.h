/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"
#include "fz-pool.h"
#include "fz-search-index.h"
#include "fz-store.h"

G_BEGIN_DECLS

/* One question to the store and its answer, whoever waits for it.  A work
 * function reads the first half and fills in the second. */
typedef struct {
  FzQuery              query;   /* its spans are kept with a reference */
  const FzFigureQuery *figures; /* borrowed: only asked by who waits */
  const gint64        *ids;     /* borrowed, too */
  guint                n_ids;
  guint                offset;
  guint                limit;
  gint64               id;
  gint64               other;
  gboolean             apart;
  gboolean             on;
  FzMark               mark;
  gboolean             told;     /* what is marked is told with its regions */
  GArray              *articles; /* owned */
  FzSavedSearch       *saved;
  FzRemoval            removal;
  FzSource            *source; /* borrowed, or @own_source */
  FzSource            *own_source;
  FzAnnotation        *annotation;
  FzFigure            *figure;
  const char          *engine;   /* borrowed */
  FzRevision          *revision; /* borrowed */
  FzSearchRequest      search;   /* its query borrowed, or @own_query */
  char                *own_query;
  FzHitsFunc           hits_func;
  gpointer             user_data; /* for @hits_func */
  FzSql                sql;      /* which check */
  const char          *table;    /* borrowed */

  gboolean             added;
  gint64               number;
  gint64               last;   /* the greatest id of an article */
  GPtrArray           *rows;
  GArray              *array;
  GArray              *counts;
  FzStored            *stored;
  GBytes              *bytes;
  FzStoredSource      *stored_source;
  FzHits              *hits;
  FzIndexState         index;
} FzCall;

void     fz_call_clear (FzCall *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FzCall, fz_call_clear)

FzPool  *fz_library_get_pool    (FzLibrary *self);
void     fz_library_unmake      (FzLibrary *self, gint64 article);
void     fz_library_unmake_now  (FzLibrary *self, gint64 article, GCancellable *cancellable);
void     fz_library_tell_marked (FzLibrary *self, const FzCall *call);

/* fz-library-call.c */
void     fz_library_push_task   (FzLibrary *self, FzJobKind kind, FzWork work, GTask *task);
gboolean fz_library_call        (FzLibrary *self, FzJobKind kind, FzWork work, FzCall *call,
                                 GCancellable *cancellable, GError **error);
void     fz_library_call_async  (FzLibrary *self, FzJobKind kind, FzWork work, const FzCall *call, gpointer tag,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
FzCall  *fz_library_call_finish (FzLibrary *self, GAsyncResult *result, gpointer tag, GError **error);

G_END_DECLS
