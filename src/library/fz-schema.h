/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"

G_BEGIN_DECLS

/* "FzLb"; stands at offset 68 of the file, where file(1) can see it. */
#define FZ_SCHEMA_APPLICATION_ID 0x467a4c62

/* A version that was released is frozen: what it made is never made otherwise,
 * and the next one says why it exists in one line. */
typedef enum {
  FZ_SCHEMA_NONE,
  FZ_SCHEMA_SOURCES_ARTICLES_FACTS, /* 1: the first: pages, what they say, what the reader made of it */
  FZ_SCHEMA_CORRECTIONS,            /* 2: what the reader corrects, dates as intervals, stories over two pages */
  FZ_SCHEMA_SECOND_REGIONS,         /* 3: articles that are strongly about more regions than one */
  FZ_SCHEMA_VERDICTS,               /* 4: the days of a figure, and what the reader says instead of it */
  FZ_SCHEMA_INDEX,                  /* 5: an index for search, that is kept right with the articles */
  FZ_SCHEMA_SHELVES,                /* 6: stars, a bin, where one stopped reading, saved searches, orders of lists */
  FZ_SCHEMA_REPRINTS,               /* 7: which articles are one story, and what the reader parted */
  FZ_SCHEMA_COMPARISONS,            /* 8: with what a figure's change is compared, and of which region a figure is */
  FZ_SCHEMA_ORDERS,                 /* 9: any page of a list at once, and fewer indexes to write */
  FZ_SCHEMA_RECENT_BANDS,           /* 10: what reprints are found by is written many at a time */
  FZ_SCHEMA_DAY_COUNTS,             /* 11: how many articles of a region are of which days */
  FZ_N_SCHEMA
} FzSchemaVersion;

#define FZ_SCHEMA_CURRENT (FZ_N_SCHEMA - 1)

FzConnection *fz_schema_open    (const char *path, GCancellable *cancellable, GError **error);
gboolean      fz_schema_is_readable (const char *path, GCancellable *cancellable);
gboolean      fz_schema_inspect (const char *path, GError **error);

/* fz-schema-steps.c */
const char   *fz_schema_step    (FzSchemaVersion version);

G_END_DECLS
