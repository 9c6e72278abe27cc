/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-folio.h"

#include <glib/gi18n.h>

#include "fz-article-text.h"

static char *
edition_text (const FzEntry *entry)
{
  if (entry->edition == NULL)
    return g_strdup (entry->section);
  return entry->section != NULL ? g_strdup_printf (_("page %s, %s"), entry->edition, entry->section)
                                : g_strdup_printf (_("page %s"), entry->edition);
}

static char *
join (const char * const *parts, guint n_parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL && *parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * fz_reading_folio:
 * @entry: an article
 *
 * Returns: (transfer full): newspaper, date, page and place, as far as they are
 *   known, as the running head of a page has them
 */
char *
fz_reading_folio (const FzEntry *entry)
{
  g_autofree char *edition = edition_text (entry);
  g_autofree char *place = fz_region_dup_era (entry->filed, " › ");
  const char *parts[] = { entry->newspaper, entry->date, edition, place };

  return join (parts, G_N_ELEMENTS (parts));
}

/**
 * fz_reading_origin:
 * @entry: an article
 *
 * Returns: (transfer full): newspaper, date and page, as far as they are known;
 *   else the name of the file that it was cut from
 */
char *
fz_reading_origin (const FzEntry *entry)
{
  g_autofree char *edition = edition_text (entry);
  const char *parts[] = { entry->newspaper, entry->date, edition };
  g_autofree char *origin = join (parts, G_N_ELEMENTS (parts));

  return g_strdup (*origin ? origin : entry->source_name);
}
