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
  for (guint i = 0; i < n; i += (guint) sizeof (guint64))
    {
      guint64 eight;

      memcpy (&eight, flags + i, sizeof eight);
      if (eight != 0)
        return i + (guint) __builtin_ctzll (GUINT64_FROM_LE (eight)) / 8;
    }

  return n;
}

G_END_DECLS
