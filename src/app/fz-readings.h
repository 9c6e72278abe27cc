/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/**
 * FzReading:
 * @encoding: an ICU converter name
 * @text: (nullable): the first words that it makes of the bytes; %NULL where it
 *   cannot read them at all
 * @broken: how many characters it cannot read
 *
 * The bytes of a page, read in one encoding.
 */
typedef struct {
  char  *encoding;
  char  *text;
  guint  broken;
} FzReading;

void       fz_readings_load_async  (FzLibrary *library, gint64 source, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *fz_readings_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
