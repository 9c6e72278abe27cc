/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "fz-exchange.h"
#include "fz-stop.h"

/* How long who wants a large page no longer has to wait.
 *
 * A page is cut and read in full, and the longest time between two questions whether
 * to stop is kept: by the thread's own clock, so that what else the machine does counts
 * little.  Prints a row a page: name, milliseconds, and their ratio to the whole time.
 */

#define PAGE_BYTES (16 * 1000 * 1000)
#define ROUNDS 3

static const struct {
  const char *name;
  const char *start, *middle, *end;  /* of each piece of the page */
  gboolean    gb18030;
} pages[] = {
  { "stories", "茶园添新绿\n\n本报讯 ", "今年1月至9月，该镇茶叶产值达3.2亿元，同比增长12%。", "\n\n", FALSE },
  { "stories in GB18030", "茶园添新绿\n\n本报讯 ", "今年1月至9月，该镇茶叶产值达3.2亿元，同比增长12%。", "\n\n", TRUE },
  { "one paragraph of lines", "", "茶农们在茶园里采茶，茶商在店里卖茶，今年产茶32吨", "\n", FALSE },
  { "one line", "", "茶农们在茶园里采茶，茶商在店里卖茶，今年产茶32吨，", "", FALSE },
};

typedef struct {
  gint64 last, longest;
  guint  asked;
} Clock;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static gboolean
note (gpointer user_data)
{
  Clock *self = user_data;
  gint64 here = now ();

  self->longest = MAX (self->longest, here - self->last);
  self->last = here;
  self->asked++;
  return FALSE;
}

static gboolean
names_place (const char *text, gsize length, gpointer user_data)
{
  return fz_region_text_names_one (text, length);
}

static GBytes *
make_page (guint which)
{
  GString *text = g_string_new (NULL);
  gsize length;
  char *gb18030;

  while (text->len < PAGE_BYTES)
    g_string_append_printf (text, "%s%s%s", pages[which].start, pages[which].middle, pages[which].end);
  if (!pages[which].gb18030)
    return g_string_free_to_bytes (text);
  gb18030 = g_convert (text->str, (gssize) text->len, "GB18030", "UTF-8", NULL, &length, NULL);
  g_string_free (text, TRUE);
  return g_bytes_new_take (gb18030, length);
}

static void
read_page (GBytes *bytes)
{
  g_autoptr (FzPage) page = fz_page_read (bytes, NULL, names_place, NULL, NULL);
  const FzPlaceContext context = { 0, FZ_REGION_NONE };

  for (guint i = 0; i < page->articles->len; i++)
    fz_facts_unref (fz_facts_read (page->articles->pdata[i], &context));
}

int
main (int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = make_page (i);
      gint64 best = G_MAXINT64, whole = G_MAXINT64;

      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 start = now ();
          Clock clock = { .last = start };

          fz_stop_set (note, &clock);
          read_page (bytes);
          fz_stop_set (NULL, NULL);
          best = MIN (best, clock.longest);
          whole = MIN (whole, now () - start);
        }
      g_print ("stop %s\t%.2f\tms\t%.4f of reading the page\n", pages[i].name, best / 1e6, (double) best / whole);
    }
  return 0;
}
