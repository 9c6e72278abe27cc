/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"
#include "fz-json.h"

G_BEGIN_DECLS

/* The parts of the JSON contract that several verbs write.  Each `_fields`
 * writes keys into an object that is open. */
void fz_json_add_region      (FzJson *self, const char *key, FzRegion region);
void fz_json_article_fields  (FzJson *self, const FzArticle *article, const FzFacts *facts);
void fz_json_figure_fields   (FzJson *self, const FzFigure *figure);
void fz_json_figure_more     (FzJson *self, const FzFigure *figure);

G_END_DECLS
