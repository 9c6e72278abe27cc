/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The paragraphs of the texts below a folder, (element-type utf8): lines with at least
 * @least characters. */
GPtrArray *bench_paragraphs (const char *root, const char * const *folders, guint least);
