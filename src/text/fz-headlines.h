/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-lines.h"
#include "fz-page.h"

G_BEGIN_DECLS

/* Lends the gazetteer of who reads the page. */
typedef struct {
  FzNamesPlaceFunc  names_place;
  gpointer          user_data;
} FzPlaces;

gboolean fz_headlines_name_place (FzText text, const FzPlaces *places);
guint    fz_headlines_choose     (const FzLines *lines, guint first, guint end, const guint8 *names_place);

G_END_DECLS
