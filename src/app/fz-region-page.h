/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FZ_TYPE_REGION_PAGE (fz_region_page_get_type ())
G_DECLARE_FINAL_TYPE (FzRegionPage, fz_region_page, FZ, REGION_PAGE, AdwNavigationPage)

AdwNavigationPage *fz_region_page_new (void);

G_END_DECLS
