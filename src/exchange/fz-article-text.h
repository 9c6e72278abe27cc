/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

G_BEGIN_DECLS

/* An article and what it says, for people. */
void  fz_article_print_text    (const FzArticle *article, const FzFacts *facts, GString *out);

/* Names and qualifiers as people read them. */
char *fz_region_dup_path       (FzRegion region);
char *fz_region_dup_era        (FzRegion filed, const char *separator);
char *fz_figure_dup_qualifiers (const FzFigure *figure, const char *separator);

G_END_DECLS
