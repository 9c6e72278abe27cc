/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-manuscript.h"
#include "fz-script.h"

G_BEGIN_DECLS

FzManuscript *fz_reading_manuscript (const FzArticle *article);
FzManuscript *fz_reading_printed   (const FzArticle *article, GArray **starts);
FzManuscript *fz_reading_in_script  (const FzManuscript *text, FzScript script);
guint         fz_reading_position   (const FzArticle *article, guint block, guint offset);

G_END_DECLS
