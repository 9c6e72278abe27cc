/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void fz_fact_sections_update (GListStore *shown, GListModel *fresh);

G_END_DECLS
