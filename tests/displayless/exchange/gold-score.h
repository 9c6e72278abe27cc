/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-exchange.h"
#include "gold-board.h"
#include "gold-table.h"

/* The page @folder/@page.txt of tests/data, through the whole way of a page. */
FzAnalysis *gold_analyse   (const char *folder, const char *page);

/* One page measured against its tables; @articles is its table of articles. */
void gold_score_articles   (GoldBoard *board, const FzAnalysis *found, const GoldTable *articles);
void gold_score_lines      (GoldBoard *board, const FzAnalysis *found, const GoldTable *lines);
void gold_score_places     (GoldBoard *board, const FzAnalysis *found, const GoldTable *places);
void gold_score_figures    (GoldBoard *board, const FzAnalysis *found, const GoldTable *figures);
void gold_score_programmes (GoldBoard *board, const FzAnalysis *found, const GoldTable *programmes,
                            const GoldTable *articles);

char *gold_region_path     (FzRegion region);
