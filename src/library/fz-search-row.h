/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region.h"

G_BEGIN_DECLS

/* The columns of the index, in order.  What is in the first one takes two bytes
 * less for each token and article. */
typedef enum {
  FZ_SEARCH_TEXT,   /* the article's canonical text; the title stands there, too */
  FZ_SEARCH_TITLE,  /* kicker, title and subtitle */
  FZ_SEARCH_AUTHOR, /* names, a line each */
  FZ_SEARCH_PAPER,  /* the newspaper */
  FZ_SEARCH_FILED,  /* words of our own, see below, and the codes of its regions */
} FzSearchColumn;

/* Words of the last column. */
#define FZ_SEARCH_FILED_ALL     "all"     /* each article */
#define FZ_SEARCH_FILED_FIGURES "figures" /* those with a figure */
#define FZ_SEARCH_FILED_NOWHERE "nowhere" /* those of no region */

/* An article's row of the index bears its date and its id, so that the index
 * itself gives the hits of any query by date. */
gint64 fz_search_key     (gint64 article, const char *date);
gint64 fz_search_day     (const char *date);
gint64 fz_search_article (gint64 key);
char  *fz_search_filed   (FzRegion region, const char *others, guint n_figures);

G_END_DECLS
