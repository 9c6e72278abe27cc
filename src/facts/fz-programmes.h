/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-reading.h"

G_BEGIN_DECLS

/* Words of names, shared by the quoted and the unquoted ones. */
typedef enum {
  FZ_HEAD_BEHIND = 1 << 0, /* behind the quotation: “…”平台 */
  FZ_HEAD_INSIDE = 1 << 1, /* at the end of the quoted name: “…空间” */
  FZ_HEAD_LIST   = 1 << 2, /* what a list of names is said to be: 等政策 */
  FZ_HEAD_PLAIN  = 1 << 3, /* ends a name without quotation marks */
  FZ_HEAD_NOT    = 1 << 4, /* only begins like a head: 工程师 */
  FZ_HEAD_KIND   = 8,      /* the kind stands above this bit */
} FzHeadFlags;

gsize fz_head_at     (const char *p, const char *end, guint wanted, FzProgrammeKind *kind);
gsize fz_head_before (const char *start, const char *p, guint wanted, FzProgrammeKind *kind);

/* What is said of a quotation. */
gboolean fz_quote_may_be_name  (const FzReading *reading, const FzQuote *quote);
gboolean fz_quote_is_programme (const FzReading *reading, const FzQuote *quote, FzProgrammeKind *kind);
gboolean fz_quote_is_alias     (const FzReading *reading, const FzQuote *quote);
/* What short names are: 《意见》, （以下简称…）. */
const char *fz_short_title_of    (const char *title, guint *next);
const char *fz_behind_alias_word (const char *p, const char *end);

gboolean fz_quote_renames       (const FzReading *reading, const FzQuote *quote);
guint    fz_quote_row_end      (const FzReading *reading, guint i);
gboolean fz_quote_row_head     (const FzReading *reading, guint from, guint to, FzProgrammeKind *kind);

/* fz-programmes-key.c: which spellings are one programme. */
typedef struct _FzProgrammeKeys FzProgrammeKeys;
#define FZ_NO_PROGRAMME G_MAXUINT

FzProgrammeKeys *fz_programme_keys_new  (void);
void             fz_programme_keys_free (FzProgrammeKeys *self);
guint            fz_programme_keys_find (FzProgrammeKeys *self,
                                         const char      *name,
                                         gsize            length,
                                         gsize            region,
                                         gboolean        *by_stem);
void             fz_programme_keys_add  (FzProgrammeKeys *self, guint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzProgrammeKeys, fz_programme_keys_free)

/* The unquoted name that starts at @position: its end, or 0. */
gsize fz_plain_programme_at (const FzReading *reading, gsize position, gsize behind_place,
                             FzProgrammeKind *kind);

G_END_DECLS
