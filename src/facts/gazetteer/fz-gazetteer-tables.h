/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-gazetteer-trie.h"

G_BEGIN_DECLS

/* The tables of data/gazetteer as they are read, before they are packed. */

typedef struct {
  guint32      code;
  const char  *name;
  const char  *short_name;
  FzRegionKind kind;
} Region;

typedef struct {
  GArray  *refs;
  guint16  flags;
} Name;

typedef struct {
  const char *folder;
  GPtrArray  *kept;     /* the files' texts, which all strings point into */
  GArray     *regions;  /* Region, sorted by code */
  GTree      *names;    /* text → Name, in byte order */
  guint16     symbols[FZ_GAZETTEER_SYMBOLS];
  GString    *strings;
  FzNameFlags mark;     /* what the table that is read says of its names */
} Tables;

typedef void (*RowFunc) (Tables *self, char **row);

/* fz-gazetteer-tables.c */
Tables     *tables_read         (const char *folder);
void        tables_read_file    (Tables *self, const char *name, guint columns, RowFunc take);
Name       *tables_name         (Tables *self, const char *text);
G_NORETURN void fail            (const char *file, guint line, const char *what);

/* fz-gazetteer-regions.c */
void        tables_read_regions (Tables *self);

/* fz-gazetteer-pack.c */
GByteArray *tables_pack         (Tables *self);

G_END_DECLS
