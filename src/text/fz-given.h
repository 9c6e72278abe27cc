/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-labels.h"
#include "fz-lines.h"
#include "fz-page.h"

G_BEGIN_DECLS

/* Corrections as a page is cut: marked on its lines before the roles are
 * weighed, weighed with them, settled behind that, and at last put on the head
 * matter. */
void fz_given_mark   (FzLines *lines, const GPtrArray *corrections);
int  fz_given_price  (guint i, FzLabel label, gpointer lines);
void fz_given_settle (FzLines *lines);
void fz_given_head   (FzPage *page, const GPtrArray *corrections);

G_END_DECLS
