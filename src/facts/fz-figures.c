/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-facts.h"

/**
 * fz_figures_find:
 * @self: the facts of @article, its places already found
 * @article: an article
 *
 * Appends the figures of @article in text order.
 */
void
fz_figures_find (FzFacts *self, const FzArticle *article)
{
}
