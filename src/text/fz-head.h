/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

void fz_head_read (FzArticle *article);

G_END_DECLS
