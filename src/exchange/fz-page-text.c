/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-table.h"

/* What there is to know of how a page was read, before its articles. */

static char *
tell_encoding (const FzPage *page)
{
  if (page->doubt > 0 && page->rival != NULL)
    /* Translators: both %s are encodings, like Big5; %u is from 1 to 100 */
    return g_strdup_printf (_("Read as %s; %s is possible too (doubt %u of 100)"), page->encoding, page->rival, page->doubt);
  if (page->doubt > 0)
    return g_strdup_printf (_("Read as %s, but it hardly reads as Chinese (doubt %u of 100)"), page->encoding, page->doubt);
  if (page->rival != NULL)
    return g_strdup_printf (_("Read as %s, some lines as %s"), page->encoding, page->rival);
  if (strcmp (page->encoding, "UTF-8") != 0)
    return g_strdup_printf (_("Read as %s"), page->encoding);

  return NULL;
}

/* 2024-01-31 to 2024-02-03, and what that follows from. */
static char *
tell_date (const FzPage *page)
{
  g_auto (GStrv) grounds = NULL;
  g_autofree char *joined = NULL;

  if (page->date_since == NULL)
    return NULL;
  grounds = g_strsplit (page->date_ground, "\n", -1);
  joined = g_strjoinv ("; ", grounds);
  if (strcmp (page->date_since, page->date_until) == 0)
    /* Translators: the first %s is a date, the second the words it follows from, each behind the number of its line */
    return g_strdup_printf (_("Not dated; probably of %s (by line %s)"), page->date_since, joined);

  /* Translators: the first two %s are dates, the third the words they follow from, each behind the number of its line */
  return g_strdup_printf (_("Not dated; probably of %s to %s (by line %s)"), page->date_since, page->date_until, joined);
}

/* All notes, each a sentence. */
static GPtrArray *
gather_notes (const FzPage *page)
{
  GPtrArray *notes = fz_oddities_tell_all (&page->odd);
  char *encoding = tell_encoding (page);
  char *date = tell_date (page);

  if (encoding != NULL)
    g_ptr_array_insert (notes, 0, encoding);
  if (date != NULL)
    g_ptr_array_add (notes, date);

  return notes;
}

/**
 * fz_page_print_notes:
 * @page: a page
 * @name: what it is called
 * @out: appended to
 *
 * Appends in what encoding @page was read and what doubt there is of it, and what
 * its file has that is not printed, each on a line; nothing where @page is plain
 * UTF-8.
 */
void
fz_page_print_notes (const FzPage *page, const char *name, GString *out)
{
  g_autoptr (GPtrArray) notes = gather_notes (page);

  for (guint i = 0; i < notes->len; i++)
    {
      fz_text_append_safe (out, name, -1);
      g_string_append (out, ": ");
      fz_text_append_safe (out, notes->pdata[i], -1);
      g_string_append_c (out, '\n');
    }
}
