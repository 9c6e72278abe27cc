/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzDecimal:
 * @digits: the number without its point
 * @scale: how many of its digits stand behind the point, 0..12
 *
 * An exact decimal: @digits / 10^@scale.  Figures are compared and added as
 * printed; a binary fraction would make 32.37亿 something else.
 */
typedef struct {
  gint64 digits;
  guint8 scale;
} FzDecimal;

/* A sign, the digits of a guint64 or a nought before the point, the point. */
#define FZ_DECIMAL_MAX_BYTES 24

gboolean fz_decimal_parse    (const char *text, gssize length, FzDecimal *out);
gboolean fz_decimal_multiply (FzDecimal a, FzDecimal b, FzDecimal *out);
gboolean fz_decimal_add      (FzDecimal a, FzDecimal b, FzDecimal *out);
int      fz_decimal_compare  (FzDecimal a, FzDecimal b);
gsize    fz_decimal_write    (FzDecimal value, char out[FZ_DECIMAL_MAX_BYTES]);
char    *fz_decimal_print    (FzDecimal value);
double   fz_decimal_to_double (FzDecimal value);

G_END_DECLS
