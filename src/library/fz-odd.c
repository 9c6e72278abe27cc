/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-odd.h"

#include <string.h>

/* A kind that is new is none to an older Fangzhi, that passes it over. */
static const char * const names[] = {
  [FZ_ODD_BROKEN] = "broken",
  [FZ_ODD_REPLACEMENT] = "replacement",
  [FZ_ODD_NUL] = "nul",
  [FZ_ODD_HALF] = "half",
  [FZ_ODD_PAIR] = "pair",
  [FZ_ODD_CONTROL] = "control",
  [FZ_ODD_PRIVATE] = "private",
  [FZ_ODD_SOFT_HYPHEN] = "soft-hyphen",
  [FZ_ODD_ZERO_WIDTH] = "zero-width",
  [FZ_ODD_ORDER_MARK] = "order-mark",
  [FZ_ODD_FOREIGN_LINE] = "foreign-line",
  [FZ_ODD_CRLF] = "crlf",
  [FZ_ODD_CR] = "cr",
  [FZ_ODD_NEL] = "nel",
  [FZ_ODD_SEPARATOR] = "separator",
  [FZ_ODD_PAGE_BREAK] = "page-break",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == FZ_N_ODD);

/**
 * fz_odd_print:
 * @self: counts
 *
 * Returns: (transfer full) (nullable): the object, or %NULL where all are 0
 */
char *
fz_odd_print (const FzOddities *self)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < FZ_N_ODD; i++)
    if (self->counts[i] > 0)
      g_string_append_printf (json, "%c\"%s\":%u", json->len > 0 ? ',' : '{', names[i], self->counts[i]);
  if (json->len == 0)
    return NULL;
  g_string_append_c (json, '}');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

/**
 * fz_odd_parse:
 * @json: (nullable): what was printed, from a file that may have been tampered with
 * @self: (out): the counts that stand there
 */
void
fz_odd_parse (const char *json,
              FzOddities *self)
{
  *self = (FzOddities) { 0 };
  for (guint i = 0; json != NULL && i < FZ_N_ODD; i++)
    {
      g_autofree char *key = g_strdup_printf ("\"%s\":", names[i]);
      const char *at = strstr (json, key);

      if (at != NULL)
        self->counts[i] = (guint) MIN (g_ascii_strtoull (at + strlen (key), NULL, 10), G_MAXUINT);
    }
}
