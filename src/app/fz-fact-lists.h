/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-record.h"

G_BEGIN_DECLS

/* What an article names as lists of lists of #FzFactItem, a list a section. */
GListModel *fz_fact_lists_places (const FzStored *stored);
GListModel *fz_fact_lists_all    (const FzStored *stored);
GListModel *fz_fact_lists_sought (const FzStored *stored);

guint       fz_fact_lists_paragraphs (const FzStored *stored);

G_END_DECLS
