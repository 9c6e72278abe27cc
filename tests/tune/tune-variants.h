/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tune-pages.h"

/* A page as another printer would have set it or another reader saved it: what is
 * on it, and how it is cut, stays what it was. */

#define TUNE_N_VARIANTS 14

const char *tune_variant_name      (guint which);
Page       *tune_variant           (const Page *page, guint which);
Page       *tune_variant_marked    (const Page *page);
Page       *tune_variant_joined    (const Page *page);
Page       *tune_variant_by_chance (const Page *page, guint turn);
