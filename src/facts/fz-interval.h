/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzInterval:
 * @since: its first day
 * @until: its last day
 * @doubt: whether a part of it is inferred (a year that is not printed, the
 *   year that 截至9月底 counts from) or told vaguely (近年来)
 *
 * The days that a time expression names, both ends among them.
 */
typedef struct {
  GDate     since;
  GDate     until;
  gboolean  doubt;
} FzInterval;

gboolean fz_interval_resolve         (const char *period, const GDate *page, FzInterval *out);
gboolean fz_interval_resolve_between (const char *period, const GDate *first, const GDate *last, FzInterval *out);
gboolean fz_interval_is_known        (const FzInterval *self);
char    *fz_interval_dup_day         (const GDate *day);
gboolean fz_interval_set_day         (GDate *day, const char *text);

G_END_DECLS
