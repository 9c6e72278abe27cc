/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-citation.h"

/* After GB/T 7714—2015, 4.5 and 8.2: authors, three at most; title[N]; newspaper, date
 * (page).  It is Chinese whatever the interface is, as what it cites. */

#define MAX_AUTHORS 3

/* Who wrote it; who took or gave a picture is no author of the words. */
static gboolean
is_author (const FzAuthor *author)
{
  static const char * const roles[] = { "记者", "见习记者", "通讯员", "作者", "融媒体", NULL };

  return g_strv_contains (roles, author->role);
}

static void
append_authors (GString *text, const FzArticle *article)
{
  guint n = 0;

  for (guint i = 0; i < article->authors->len; i++)
    {
      const FzAuthor *author = article->authors->pdata[i];

      if (!is_author (author))
        continue;
      if (n == MAX_AUTHORS)
        {
          g_string_append (text, "，等");
          break;
        }
      g_string_append_printf (text, "%s%s", n++ > 0 ? "，" : "", author->name);
    }
  if (n > 0)
    g_string_append (text, ". ");
}

/**
 * fz_reading_citation:
 * @stored: an article
 * @quote: words of it
 *
 * Returns: (transfer full): the words in quotation marks, unless they bring their own,
 *   and behind them in brackets where they are from, as far as it is known
 */
char *
fz_reading_citation (const FzStored *stored, const char *quote)
{
  const FzEntry *entry = stored->entry;
  gboolean quoted = g_str_has_prefix (quote, "“") && g_str_has_suffix (quote, "”");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s%s%s（", quoted ? "" : "“", quote, quoted ? "" : "”");
  append_authors (text, stored->article);
  g_string_append_printf (text, "%s[N]", entry->title != NULL ? entry->title : entry->opening);
  if (entry->newspaper != NULL)
    g_string_append_printf (text, ". %s", entry->newspaper);
  if (entry->date != NULL)
    g_string_append_printf (text, ", %s", entry->date);
  if (entry->edition != NULL)
    g_string_append_printf (text, "(%s)", entry->edition);
  g_string_append (text, "）");
  return g_string_free_and_steal (text);
}
