/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-dated.h"

G_BEGIN_DECLS

/* One block in which is looked. */
typedef struct {
  const FzBlock *block;
  FzText         text;
  GArray        *found;
} FzDater;

void        fz_dater_add        (const FzDater *self, FzDated dated, const char *start, const char *end);
void        fz_dater_add_years  (const FzDater *self, FzDatedKind kind, int year, const char *start, const char *end);
FzText      fz_dater_rest       (const FzDater *self, const char *p);
FzText      fz_dater_before     (const FzDater *self, const char *p);
gboolean    fz_dater_is_to_come (const FzDater *self, const char *start, const char *end);
gboolean    fz_dater_is_recent  (const FzDater *self, const char *p);
void        fz_dater_scan       (const FzDater *self, gboolean in_head);
const char *fz_dater_this_year  (const FzDater *self, const char *p);
gint64      fz_dater_julian     (int year, int month, int day);

enum {
  FZ_DATED_WIRE_DAYS = 3,
  FZ_DATED_FIRST_YEAR = 1912,
  FZ_DATED_LAST_YEAR = 2099,
};

G_END_DECLS
