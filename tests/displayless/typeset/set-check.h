/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "set-text.h"

/* What was seen while lines were checked. */
typedef struct {
  guint lines;
  guint loose;  /* wider than bounds, since no other break was there */
  guint broken; /* within a word longer than the line */
  guint short_; /* loose, and without any gap to widen */
} SetTally;

/* What holds for the lines of any text. */
void set_check (const SetText *self, FzProhibition level, SetTally *tally);
