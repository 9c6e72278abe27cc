/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many lines of a page take a few milliseconds. */
#define FZ_STOP_LINES 4096

/**
 * FzStopFunc:
 *
 * Tells whether somebody wants the work of this thread to stop.
 */
typedef gboolean (*FzStopFunc) (gpointer user_data);

void     fz_stop_set   (FzStopFunc asked, gpointer user_data);
gboolean fz_stop_asked (void);

G_END_DECLS
