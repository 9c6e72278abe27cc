/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FzDecoded:
 * @text: UTF-8 without NUL and without a byte order mark, line ends as they were
 * @encoding: the ICU converter that read it
 * @doubtful: whether another encoding reads it about as well
 * @replaced: characters that could not be read and stand as U+FFFD
 */
typedef struct {
  GString  *text;
  char     *encoding;
  gboolean  doubtful;
  guint     replaced;
} FzDecoded;

gboolean fz_decode        (GBytes      *bytes,
                           const char  *encoding,
                           FzDecoded   *decoded,
                           GError     **error);
void     fz_decoded_clear (FzDecoded   *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FzDecoded, fz_decoded_clear)

G_END_DECLS
