/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So much of a page takes a pass a few milliseconds at most. */
#define FZ_STOP_BYTES (64 * 1024)

/**
 * FzStopFunc:
 *
 * Tells whether somebody wants the work of this thread to stop.
 */
typedef gboolean (*FzStopFunc) (gpointer user_data);

void     fz_stop_set         (FzStopFunc asked, gpointer user_data);
gboolean fz_stop_asked       (void);
gboolean fz_stop_asked_after (gsize bytes);

G_END_DECLS
