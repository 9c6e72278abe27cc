/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-decimal.h"

G_BEGIN_DECLS

typedef enum {
  FZ_NUMBER_CHINESE = 1 << 0, /* written in Chinese numerals alone */
  FZ_NUMBER_BARE    = 1 << 1, /* 百 千 万 亿 without a digit before them */
  FZ_NUMBER_VAGUE   = 1 << 2, /* 数 几, or two neighbours: 三四千 */
  FZ_NUMBER_MORE    = 1 << 3, /* 余 多 */
  FZ_NUMBER_SINGLE  = 1 << 4, /* one Chinese numeral and nothing more */
  FZ_NUMBER_DIGITS  = 1 << 5, /* Chinese digits read one by one: 二〇二三 */
  FZ_NUMBER_PAIR    = 1 << 6, /* two neighbours: @top is the upper one */
  FZ_NUMBER_WHOLE   = 1 << 7, /* Arabic, no point, no comma, no multiplier */
} FzNumberFlags;

/**
 * FzNumber:
 * @length: bytes of it
 * @value: its value, 余 多 几 数 left out
 * @top: the upper value of a pair, else @value
 * @power: the power of ten of its last multiplier, 4 for 万; 0 without one
 * @flags: how it was written
 *
 * A number as printed.
 */
typedef struct {
  gsize          length;
  FzDecimal      value;
  FzDecimal      top;
  guint8         power;
  FzNumberFlags  flags;
} FzNumber;

gboolean fz_number_starts_at (const char *p, const char *end);
gboolean fz_number_read      (const char *p, const char *end, FzNumber *out);
gboolean fz_number_scale     (FzDecimal *value, guint power);

G_END_DECLS
