/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FZ_TYPE_FACT_PAGE (fz_fact_page_get_type ())
G_DECLARE_FINAL_TYPE (FzFactPage, fz_fact_page, FZ, FACT_PAGE, GtkWidget)

void        fz_fact_page_set_sections (FzFactPage *self, GListModel *sections);
void        fz_fact_page_add_sections (FzFactPage *self, GListModel *more);
void        fz_fact_page_update_sections (FzFactPage *self, GListModel *sections);
GListModel *fz_fact_page_get_model    (FzFactPage *self);

G_END_DECLS
