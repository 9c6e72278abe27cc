/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-stop.h"

/* A page of many megabytes takes seconds, and whoever waits for it may change his
 * mind.  Each pass over a page asks between its pieces; what was made until then
 * is thrown away by who set the question. */

static _Thread_local struct {
  FzStopFunc asked;
  gpointer   user_data;
} stop;

/**
 * fz_stop_set:
 * @asked: (nullable) (scope forever): who is asked, cheaply; %NULL for nobody
 * @user_data: for @asked
 *
 * Says who is to be asked, from now on in this thread, whether work is to stop.
 */
void
fz_stop_set (FzStopFunc asked,
             gpointer   user_data)
{
  stop.asked = asked;
  stop.user_data = user_data;
}

/**
 * fz_stop_asked:
 *
 * Returns: whether the work of this thread is to stop
 */
gboolean
fz_stop_asked (void)
{
  return stop.asked != NULL && stop.asked (stop.user_data);
}
