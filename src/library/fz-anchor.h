/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-record.h"

G_BEGIN_DECLS

/* A text that a mark may stand in. */
typedef struct {
  gint64      article;
  const char *text;
} FzAnchorText;

gboolean fz_anchor_find (FzAnnotation *self, const GArray *texts);

G_END_DECLS
