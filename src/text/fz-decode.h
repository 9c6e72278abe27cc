/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-oddities.h"

G_BEGIN_DECLS

/**
 * FzDecoded:
 * @text: UTF-8 without NUL, without a byte order mark and without what only
 *   disturbs it, line ends as they were
 * @encoding: the ICU converter that read it
 * @rival: (nullable): another encoding, that would read it about as well or that
 *   some of its lines are in
 * @doubt: how likely @encoding is wrong, 0 to 100; 0 where it was named or marked
 * @replaced: characters that could not be read and stand as U+FFFD
 * @odd: what was met and is not printed
 */
typedef struct {
  GString    *text;
  char       *encoding;
  char       *rival;
  guint       doubt;
  guint       replaced;
  FzOddities  odd;
} FzDecoded;

gboolean fz_decode        (GBytes      *bytes,
                           const char  *encoding,
                           FzDecoded   *decoded,
                           GError     **error);
void     fz_decoded_clear (FzDecoded   *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FzDecoded, fz_decoded_clear)

G_END_DECLS
