/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an article lies on its page, and which one it is. */
typedef struct {
  gint64   id;   /* 0 for one that is new */
  guint    first_line;
  guint    last_line;
  gboolean read;
  gboolean starred;
  guint    binned; /* 1 in the bin, 2 emptied out of it */
} FzExtent;

void fz_extents_match (const GArray *old, const GArray *former, GArray *fresh);

G_END_DECLS
