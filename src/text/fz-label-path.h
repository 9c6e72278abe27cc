/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-role-weights.h"

G_BEGIN_DECLS

/* What is added to the weight of @label for line @i, beside its evidence. */
typedef int (*FzLabelPrice) (guint i, FzLabel label, gpointer user_data);

void fz_label_path_search (const FzObserved *observed, guint n, const FzRoleWeights *weights,
                           FzLabelPrice price, gpointer user_data, FzLabel *path);
void fz_label_path_find   (const FzLines *lines, const FzPlaces *places, const FzRoleWeights *weights,
                           FzLabelPrice price, gpointer user_data, FzLabel *path);

G_END_DECLS
