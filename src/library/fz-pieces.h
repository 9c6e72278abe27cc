/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

/* The lines that were joined into a block, packed.
 *
 * Two numbers a piece, its line and its start, each as the difference to the
 * piece before it (to 0 for the first), zigzag-coded so that a small negative
 * difference stays small (0, -1, 1, -2 become 0, 1, 2, 3), then seven bits a
 * byte, the lowest first, the high bit set on all bytes but the last.  A line
 * of a column is some twenty characters, so a piece takes two bytes.  Nothing
 * stands before the first piece or behind the last. */
GByteArray *fz_pieces_pack   (const FzPiece *pieces, guint n);
GArray     *fz_pieces_unpack (GBytes *packed);

G_END_DECLS
