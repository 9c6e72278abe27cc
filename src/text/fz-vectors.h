/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Before a function whose loops the compiler takes many bytes or characters at once
 * in: it is there once for processors that take 32 bytes and once for all others, and
 * which of them it is, is found when the program starts.  Not under the sanitizers,
 * which have to be set up before anything is looked for. */
#if defined (__x86_64__) && defined (__GLIBC__) && !defined (__SANITIZE_ADDRESS__) && !defined (__SANITIZE_THREAD__) && !defined (__clang__)
#define FZ_VECTORS __attribute__ ((target_clones ("avx2", "default")))
#else
#define FZ_VECTORS
#endif

/**
 * fz_first_set:
 * @flags: bytes, each 0 or 1
 * @n: how many, eight or a multiple of it
 *
 * Returns: the index of the first that is 1, @n where none is
 */
static inline guint
fz_first_set (const guint8 *flags, guint n)
{
  guint64 eight, any = 0;

  for (guint i = 0; i < n; i += (guint) sizeof eight)
    {
      memcpy (&eight, flags + i, sizeof eight);
      any |= eight;
    }
  for (guint i = 0; any != 0; i += (guint) sizeof eight)
    {
      memcpy (&eight, flags + i, sizeof eight);
      if (eight != 0)
        return i + (guint) __builtin_ctzll (GUINT64_FROM_LE (eight)) / 8;
    }

  return n;
}

/**
 * fz_flags_to_bits:
 * @flags: 32 bytes, each 0 or 1
 *
 * For who goes from one that is 1 to the next.
 *
 * Returns: a bit for each, that of the first one the lowest
 */
static inline guint32
fz_flags_to_bits (const guint8 *flags)
{
  guint32 bits = 0;

  for (guint i = 0; i < 32; i += 8)
    {
      guint64 eight;

      memcpy (&eight, flags + i, sizeof eight);
      bits |= (guint32) (GUINT64_FROM_LE (eight) * G_GUINT64_CONSTANT (0x0102040810204080) >> 56) << i;
    }

  return bits;
}

/**
 * fz_bits_below:
 * @n: how many
 *
 * Returns: the lowest @n bits, all 32 where it is more
 */
static inline guint32
fz_bits_below (guint n)
{
  return n < 32 ? (1u << n) - 1 : G_MAXUINT32;
}

G_END_DECLS
