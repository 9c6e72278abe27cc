/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-typeset.h"

G_BEGIN_DECLS

/* What a character is for the composition. */
typedef enum {
  FZ_KIND_HAN,       /* 字, and kana and hangul, which are set alike */
  FZ_KIND_WORD,      /* a letter */
  FZ_KIND_DIGIT,
  FZ_KIND_SYMBOL,    /* what stands within Latin: . , ( - @ */
  FZ_KIND_PREFIX,    /* keeps to the number behind it: ￥ № ± */
  FZ_KIND_SUFFIX,    /* keeps to the number before it: % ℃ ° */
  FZ_KIND_OTHER,     /* other scripts and pictures: Pango knows where they break */
  FZ_KIND_SPACE,
  FZ_KIND_STOP,      /* 。？！ */
  FZ_KIND_PAUSE,     /* ，、；： */
  FZ_KIND_OPEN,      /* “《（ */
  FZ_KIND_CLOSE,     /* ”》） */
  FZ_KIND_MIDDLE,    /* · */
  FZ_KIND_CONNECTOR, /* ～ – and a single — */
  FZ_KIND_SOLIDUS,   /* ／ */
  FZ_KIND_DASH,      /* —— */
  FZ_KIND_ELLIPSIS,  /* …… */
  FZ_N_KINDS,
} FzMarkKind;

#define FZ_KINDS(kind) (1u << (kind))
#define FZ_KINDS_LATIN (FZ_KINDS (FZ_KIND_WORD) | FZ_KINDS (FZ_KIND_DIGIT) | FZ_KINDS (FZ_KIND_SYMBOL) \
                        | FZ_KINDS (FZ_KIND_PREFIX) | FZ_KINDS (FZ_KIND_SUFFIX) | FZ_KINDS (FZ_KIND_OTHER))
/* Of marks that stand on a whole em with half of it empty. */
#define FZ_KINDS_HALVED (FZ_KINDS (FZ_KIND_STOP) | FZ_KINDS (FZ_KIND_PAUSE) | FZ_KINDS (FZ_KIND_OPEN) \
                         | FZ_KINDS (FZ_KIND_CLOSE) | FZ_KINDS (FZ_KIND_MIDDLE))
#define FZ_KINDS_MARKS (FZ_KINDS_HALVED | FZ_KINDS (FZ_KIND_CONNECTOR) | FZ_KINDS (FZ_KIND_SOLIDUS) \
                        | FZ_KINDS (FZ_KIND_DASH) | FZ_KINDS (FZ_KIND_ELLIPSIS))

static inline gboolean
fz_kind_is (FzMarkKind kind, guint kinds)
{
  return (FZ_KINDS (kind) & kinds) != 0;
}

FzMarkKind fz_mark_kind         (gunichar c);
FzMarkKind fz_mark_kind_between (gunichar before, gunichar c, gunichar after);
gboolean   fz_mark_barred_start (FzMarkKind kind, FzProhibition level);
gboolean   fz_mark_barred_end   (FzMarkKind kind, FzProhibition level);
char      *fz_marks_show_full   (const char *text, gsize length, gsize *new_length);

G_END_DECLS
