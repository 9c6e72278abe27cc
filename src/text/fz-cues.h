/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

/* The tables of words by which a newspaper says what a line is.  Each stands
 * in fz-cue-words.c for a person who reads newspapers to extend. */
typedef enum {
  FZ_CUE_LEAD,           /* 本报讯 … opens a story */
  FZ_CUE_AGENCY,         /* 新华社 …, before place, date and 电 */
  FZ_CUE_WIRE,           /* 电 電 讯, that end a dateline */
  FZ_CUE_REPORTS,        /* 报道 報導, that end a reporter's line */
  FZ_CUE_CONTINUED,      /* 上接 … */
  FZ_CUE_TURNS,          /* 下转 … */
  FZ_CUE_POINTS,         /* 详见 …, that point to a story on another page */
  FZ_CUE_CREDIT_END,     /* 摄 …, behind a name */
  FZ_CUE_CREDIT_START,   /* 摄影： …, before a name */
  FZ_CUE_SUPPLIED,       /* 提供 供图 …, behind who gave the picture */
  FZ_CUE_PICTURE,        /* 图为 …, of captions */
  FZ_CUE_PICTURE_END,    /* 鸟瞰图 …, at the end of captions */
  FZ_CUE_DOING,          /* 正在 …, what one sees people do in pictures */
  FZ_CUE_IMPRINT,        /* 责任编辑： … */
  FZ_CUE_CONTACT,        /* 电话 …, beside a number */
  FZ_CUE_PAGE_NOTE,      /* 样张 …, of notes in brackets about the page */
  FZ_CUE_NEWSPAPER_END,  /* 日报 … */
  FZ_CUE_PAPER_END,      /* 报 …, of names of newspapers beside a date */
  FZ_CUE_PAGE_STAFF,     /* 责任编辑 校对 电话 …, in heads of pages before a name or number */
  FZ_CUE_DIGEST,         /* 导读 …, above pointers to other pages */
  FZ_CUE_COLUMN,         /* 图片新闻 简讯 …, that head a picture or a row of briefs */
  FZ_CUE_ITEM,           /* 启事 声明 天气预报 …, a headline that only names a kind of notice or box */
  FZ_CUE_NAME_END,       /* 区 镇 局 …, at the end of a bare name */
  FZ_CUE_OFFICE,         /* 融媒体 …, in the names of newsrooms */
  FZ_CUE_LIST_MARK,      /* ● ■ … */
  FZ_CUE_AFFILIATION,    /* 作者单位 …, of notes on the author */
  FZ_CUE_EDITOR_NOTE,    /* 编者按 …, that open a note above a story */
  FZ_CUE_TALK,           /* 问： 答： …, that open a turn of an interview */
  FZ_CUE_SALUTATION,     /* 编辑同志： …, at the end of the line that opens a letter */
  FZ_CUE_CLOSING,        /* 特此公告 …, that close a notice or letter */
  FZ_CUE_KICKER_END,     /* 强调 …, that lead from a kicker to the title */
  FZ_CUE_PEOPLE,         /* 村民 …, whom pictures show */
  FZ_CUE_NEWS_END,       /* 通车 …, that headlines of news end with */
  FZ_CUE_RECENT,         /* 近日 …, that open the text of a picture story */
  FZ_CUE_LINK,           /* 此外 他 …, by which a text goes on */
  FZ_N_CUE_SETS,
} FzCueSet;

/* Of each table a bit. */
typedef guint64 FzCueSets;

#define FZ_CUE_SETS(set) (G_GUINT64_CONSTANT (1) << (set))

/* Most lines have no cue.  By three bytes, the first or the last ones, is told of
 * which tables a word can stand there, of all tables at once; every word of the
 * tables has three bytes at least. */
#define FZ_CUE_SLOT_BITS 10
#define FZ_CUE_SLOTS     (1 << FZ_CUE_SLOT_BITS)

/* The tables that have a word whose first bytes have this slot. */
extern FzCueSets fz_cue_starts[FZ_CUE_SLOTS];

static inline guint32
fz_cue_three_bytes (const char *bytes)
{
  guint16 first_two;

  memcpy (&first_two, bytes, sizeof first_two);
  return first_two | (guint32) (guchar) bytes[2] << 16;
}

static inline guint
fz_cue_slot (const char *bytes)
{
  return fz_cue_three_bytes (bytes) * 0x9E3779B1u >> (32 - FZ_CUE_SLOT_BITS);
}

static inline FzCueSets
fz_cue_sets_that_may_start (FzText text)
{
  return text.length < 3 ? 0 : fz_cue_starts[fz_cue_slot (text.start)];
}

/**
 * fz_cue_may_start:
 * @set: which table
 * @text: a run
 *
 * Returns: whether a word of @set may begin with the three bytes that @text starts with
 */
static inline gboolean
fz_cue_may_start (FzCueSet set, FzText text)
{
  return (fz_cue_sets_that_may_start (text) & FZ_CUE_SETS (set)) != 0;
}

gsize       fz_cue_length        (FzCueSet set, FzText text);

/**
 * fz_cue_start:
 * @set: which table
 * @text: a run
 *
 * Returns: bytes of the word of @set that @text starts with, 0 for none
 */
static inline gsize
fz_cue_start (FzCueSet set, FzText text)
{
  return fz_cue_may_start (set, text) ? fz_cue_length (set, text) : 0;
}

gboolean    fz_cue_end           (FzCueSet set, FzText text);
FzCueSets   fz_cue_sets_at_start (FzCueSets sets, FzText text);
FzCueSets   fz_cue_sets_at_end   (FzCueSets sets, FzText text);
gboolean    fz_cue_within        (FzCueSet set, FzText text);
gboolean    fz_cue_opens         (FzCueSets sets, FzText text, guint most);
FzCueSets   fz_cue_sets_within   (FzCueSets sets, FzText text);

gsize       fz_cue_author        (FzText text, const char **role);
gboolean    fz_cue_numbered      (FzText text);
gboolean    fz_cue_surname       (FzText name);
gsize       fz_cue_spaced_name   (FzText text);

G_END_DECLS
