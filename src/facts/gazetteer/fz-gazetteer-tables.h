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
  GArray  *past;   /* refs of those that had the name once */
  guint16  flags;
} Name;

typedef struct {
  guint32     code;
  guint32     successor;
  guint32     today;
  const char *name;
  guint16     from;
  guint16     to;
  FzEnded     ended;
} Former;

typedef struct {
  const char *folder;
  GPtrArray  *kept;     /* the files' texts, which all strings point into */
  GArray     *regions;  /* Region, sorted by code */
  GArray     *history;  /* Former, sorted by what it is today and its end */
  GTree      *names;    /* text → Name, in byte order */
  guint       uses[FZ_GAZETTEER_SYMBOLS];    /* how often a character stands in names */
  guint16     symbols[FZ_GAZETTEER_SYMBOLS];
  guint16     folds[FZ_GAZETTEER_SYMBOLS];   /* of characters that no region has, the one that it has for them; or 0 */
  GHashTable *readings; /* character or part of a name → pinyin */
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
guint32     tables_parse_code   (const char *text);
Region     *tables_find_region  (Tables *self, guint32 code);
void        tables_add_name     (Tables *self, const char *text, const Region *region, gboolean is_short);
void        tables_add_past     (Tables *self, const char *text, const Region *region);

/* fz-gazetteer-pinyin.c */
void        tables_read_pinyin  (Tables *self);
char       *tables_dup_pinyin   (Tables *self, const char *name);

/* fz-gazetteer-history.c */
void        tables_read_history (Tables *self);

/* fz-gazetteer-pack.c */
GByteArray *tables_pack         (Tables *self);

G_END_DECLS
