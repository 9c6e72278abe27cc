/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-interval.h"

G_BEGIN_DECLS

/* A time expression on its way through the rules of fz-interval-point.c. */
typedef struct {
  const char  *p;
  const char  *end;
  const GDate *page;
  int          year;  /* 0 where none was read */
  gboolean     ahead; /* 到年底 is still to come */
  gboolean     doubt;
} FzDayReader;

gboolean fz_day_take       (FzDayReader *r, const char *word);
gboolean fz_day_take_point (FzDayReader *r, FzInterval *out);
gboolean fz_day_set        (GDate *date, int year, int month, int day);

G_END_DECLS
