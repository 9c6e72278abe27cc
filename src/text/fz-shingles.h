/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hashes of all the runs of so many characters in a text.  The hash rolls (Karp
 * and Rabin): the character that leaves the run is taken off with the power that
 * it has come to. */
#define FZ_SHINGLE_BASE 0x01000193u

static inline guint32
fz_shingle_power (guint run)
{
  guint32 power = 1;

  for (guint i = 1; i < run; i++)
    power *= FZ_SHINGLE_BASE;
  return power;
}

static inline guint32
fz_shingle_roll (guint32  rolling,
                 guint32  power,
                 gunichar leaving,
                 gunichar coming)
{
  return (rolling - leaving * power) * FZ_SHINGLE_BASE + coming;
}

/* What rolls has its order in the low bits; a hash to be compared by value has
 * none. */
static inline guint32
fz_shingle_mix (guint32 hash)
{
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  hash ^= hash >> 12;
  hash *= 0x297A2D39u;

  return hash ^ hash >> 15;
}

G_END_DECLS
