/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-chars.h"

G_BEGIN_DECLS

/* A day of the Gregorian calendar. */
typedef struct {
  int year, month, day;
} FzDay;

gsize    fz_day_read        (FzText text, FzDay *day);
gsize    fz_day_read_month     (FzText text, int *month);
gsize    fz_day_read_month_day (FzText text, FzDay *day);
gsize    fz_day_read_civil     (FzText text, FzDay *day);
gboolean fz_day_is_calendar (FzText word);

G_END_DECLS
