/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-link.h"

#include <string.h>

/* Addresses of the web that a page has printed.  Nothing marks their ends but what no
 * address has; a stop or a bracket behind one is the sentence's. */

/* Longer is no address that a page prints. */
#define MAX_BYTES 2048

static const char * const starts[] = { "http://", "https://", "www." };

static gboolean
is_of_address (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

/* The start of the last address in a run of its characters that begins at or before
 * @at; %NULL for none. */
static const char *
start_in (const char *run, const char *at)
{
  for (const char *p = at; p >= run; p--)
    for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
      if (g_ascii_strncasecmp (p, starts[i], strlen (starts[i])) == 0
          && (i < 2 || p == run || !(g_ascii_isalnum (p[-1]) || p[-1] == '/')))
        return p;
  return NULL;
}

/**
 * fz_link_at:
 * @position: a code point of the text
 *
 * Returns: (transfer full) (nullable): the address that is printed there, with a scheme
 */
char *
fz_link_at (const FzManuscript *text, guint position)
{
  gsize length;
  const char *bytes = fz_manuscript_get_text (text, &length);
  const char *at = bytes + fz_manuscript_byte_at (text, position), *run = at, *end = at, *start;

  while (run > bytes && is_of_address (run[-1]) && at - run < MAX_BYTES)
    run--;
  while (end < bytes + length && is_of_address (*end) && end - at < MAX_BYTES)
    end++;
  if (at == end || (start = start_in (run, at)) == NULL)
    return NULL;
  while (end > start && strchr (".,;:!?')]", end[-1]) != NULL)
    end--;
  if (at >= end || !memchr (start + 4, '.', MAX (0, end - start - 4)))
    return NULL;
  return g_strdup_printf ("%s%.*s", g_ascii_strncasecmp (start, "www.", 4) == 0 ? "http://" : "", (int) (end - start), start);
}
