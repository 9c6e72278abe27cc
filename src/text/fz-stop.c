/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-stop.h"

/* A page of many megabytes takes seconds, and whoever waits for it may change his
 * mind.  Each pass over a page says how much of it is done; for every so many bytes
 * the question is asked.  Once it is answered with yes nobody is asked again, and all
 * passes end; what was made until then is thrown away by who set the question. */

static _Thread_local struct {
  FzStopFunc asked;
  gpointer   user_data;
  gsize      passed;  /* bytes since the last question */
  gboolean   stopped;
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
  stop.passed = 0;
  stop.stopped = FALSE;
}

/**
 * fz_stop_asked:
 *
 * Returns: whether the work of this thread is to stop
 */
gboolean
fz_stop_asked (void)
{
  stop.passed = 0;
  if (!stop.stopped)
    stop.stopped = stop.asked != NULL && stop.asked (stop.user_data);

  return stop.stopped;
}

/**
 * fz_stop_asked_after:
 * @bytes: how much more of a text a pass has read
 *
 * As [func@stop_asked], but asks only where %FZ_STOP_BYTES were read since the last
 * question, so that it costs little to call for each line.
 *
 * Returns: whether the work of this thread is to stop
 */
gboolean
fz_stop_asked_after (gsize bytes)
{
  stop.passed += bytes;

  return stop.passed < FZ_STOP_BYTES ? stop.stopped : fz_stop_asked ();
}
