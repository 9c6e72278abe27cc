/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-json.h"
#include "fz-exchange.h"

/**
 * fz_analysis_print_json:
 * @out: JSON lines are appended to it
 *
 * One object an article on a line of its own: `source`, `engine`, then the keys
 * that fz-article-json.c specifies.
 */
void
fz_analysis_print_json (const FzAnalysis *self, GString *out)
{
  FzJson json = FZ_JSON (out);

  for (guint i = 0; i < self->page->articles->len; i++)
    {
      fz_json_open_object (&json);
      fz_json_add_string (&json, "source", self->name);
      fz_json_add_string (&json, "engine", FZ_ENGINE_VERSION);
      fz_json_article_fields (&json, self->page->articles->pdata[i], self->facts->pdata[i]);
      fz_json_close_object (&json);
      fz_json_end_line (&json);
    }
}
