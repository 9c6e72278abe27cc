/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-gazetteer.h"

G_BEGIN_DECLS

/**
 * FzFormer:
 * @region: what articles are filed under, @today with its number in the past
 * @name: its full name
 * @pinyin: the syllables of it, joined by spaces
 * @code: its own, or %FZ_REGION_NONE where that is not known
 * @from: the year, or 0 where that is before the tables begin
 * @to: the year in which it went
 * @ended: how
 * @successor: the code of who took over, which may have gone as well
 * @today: the region that it is part of today
 *
 * A region of the past: 临安市, 330185, 1996 to 2017, a district since.
 */
typedef struct {
  FzRegion    region;
  const char *name;
  const char *pinyin;
  FzRegion    code;
  guint       from;
  guint       to;
  FzEnded     ended;
  FzRegion    successor;
  FzRegion    today;
} FzFormer;

guint       fz_history_n        (void);
FzFormer    fz_history_at       (guint index);
guint       fz_history_of       (FzRegion today, guint *first);
gboolean    fz_history_get      (FzRegion region, FzFormer *former);
gboolean    fz_history_in       (FzRegion today, guint year, FzFormer *former);
gboolean    fz_history_find     (FzRegion today, const char *name, gsize length, guint year, FzFormer *former);
const char *fz_ended_name       (FzEnded ended);

G_END_DECLS
