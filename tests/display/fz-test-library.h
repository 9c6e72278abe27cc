/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

/* Regions that the tests file articles under. */
#define FZ_TEST_ZHEJIANG G_GUINT64_CONSTANT (330000000000)
#define FZ_TEST_JINHUA   G_GUINT64_CONSTANT (330700000000)
#define FZ_TEST_YIWU     G_GUINT64_CONSTANT (330782000000)
#define FZ_TEST_GANSU    G_GUINT64_CONSTANT (620000000000)
#define FZ_TEST_DINGXI   G_GUINT64_CONSTANT (621100000000)

void fz_test_fill (FzLibrary *library, FzRegion region, const char *name, guint n_articles);
void fz_test_fill_second (FzLibrary *library, FzRegion region, FzRegion second, const char *name);

G_END_DECLS
