/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>

#include "fz-gazetteer.h"
#include "fz-region-search.h"

/* How long the gazetteer takes to be ready, in a program that has just started:
 * from nothing of it read to the first answers of its automaton and its tables.
 * Each time is that of a program of its own, because the second question of one
 * costs nothing.  Then what a finder costs that is asked at each key. */

#define RUNS   25
#define ROUNDS 40

/* In the child: nanoseconds, on standard output. */
static int
time_first_answers (void)
{
  const char *text = "浙江省杭州市临安区";
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  gint64 start = g_get_monotonic_time (), end;
  guint n = fz_gazetteer_match (text, text + strlen (text), matches);
  const char *name = fz_region_name (fz_region_from_code ("330112"));

  end = g_get_monotonic_time ();
  g_print ("%" G_GINT64_FORMAT, end - start);
  return n > 0 && name != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* Of sorted times. */
static double
median (const GArray *times)
{
  return g_array_index (times, double, times->len / 2);
}

static void
measure_start (const char *program)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "once", NULL);
      g_autofree char *printed = NULL;
      double ms;

      if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &printed, NULL, NULL))
        continue;
      ms = g_ascii_strtod (printed, NULL) / 1000;
      g_array_append_val (times, ms);
    }
  g_array_sort (times, compare);
  if (times->len > 0)
    printf ("gazetteer: map to ready\t%.3f\tms\tmedian of %u starts, at most %.3f\n", median (times), times->len,
            g_array_index (times, double, times->len - 1));
}

static void
measure_search (const char *query)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint found = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) regions = fz_region_search (query, 60);
      double ms = (double) (g_get_monotonic_time () - start) / 1000;

      found = regions->len;
      g_array_append_val (times, ms);
    }
  g_array_sort (times, compare);
  printf ("gazetteer: find “%s”\t%.3f\tms\t%u found\n", query, median (times), found);
}

int
main (int argc, char **argv)
{
  if (argc > 1)
    return time_first_answers ();
  measure_start (argv[0]);
  measure_search ("l");
  measure_search ("la");
  measure_search ("临安");
  return EXIT_SUCCESS;
}
