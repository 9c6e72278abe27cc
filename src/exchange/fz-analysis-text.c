/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-text.h"
#include "fz-page-text.h"
#include "fz-table.h"
#include "fz-exchange.h"

static void
print_rule (const FzAnalysis *self, const FzArticle *article, FzRegion region, GString *out)
{
  g_autofree char *path = fz_region_dup_path (region);

  g_string_append (out, "── ");
  fz_text_append_safe (out, self->name, -1);
  g_string_append_printf (out, " · %u · %s · ", article->number, fz_article_kind_name (article->kind));
  g_string_append_printf (out, _("lines %u–%u"), article->first_line, article->last_line);
  if (*path != '\0')
    g_string_append_printf (out, " · %s", path);
  g_string_append (out, " ──\n");
}

/**
 * fz_analysis_print_text:
 * @out: what is to be known of the page and its articles are appended to it, for
 *   people
 */
void
fz_analysis_print_text (const FzAnalysis *self, GString *out)
{
  fz_page_print_notes (self->page, self->name, out);
  for (guint i = 0; i < self->page->articles->len; i++)
    {
      const FzArticle *article = self->page->articles->pdata[i];
      const FzFacts *facts = self->facts->pdata[i];

      print_rule (self, article, facts->region, out);
      fz_article_print_text (article, facts, out);
      g_string_append_c (out, '\n');
    }
}
