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
  FZ_CUE_RECENT,         /* 近日 …, that open the text of a picture story */
  FZ_N_CUE_SETS,
} FzCueSet;

/* Of each table a bit. */
typedef guint64 FzCueSets;

#define FZ_CUE_SETS(set) (G_GUINT64_CONSTANT (1) << (set))

gsize       fz_cue_start         (FzCueSet set, FzText text);
gboolean    fz_cue_may_start     (FzCueSet set, FzText text);
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
