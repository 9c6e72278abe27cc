/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-jumps.h"

G_BEGIN_DECLS

/**
 * FzPart:
 * @article: id of the article
 * @source: id of its source
 * @number: its place on the page
 * @title: (nullable): its headline
 * @kicker: (nullable): the line above it
 * @edition: (nullable): the page that it stands on, as fz_edition_plain() has it
 * @jump: what its mark names
 *
 * An article with a mark that its story goes on elsewhere, or began there.
 */
typedef struct {
  gint64  article;
  gint64  source;
  guint   number;
  char   *title;
  char   *kicker;
  char   *edition;
  FzJump  jump;
} FzPart;

/* The articles of two parts of one story. */
typedef struct {
  gint64 first;
  gint64 second;
} FzLink;

void    fz_part_clear (FzPart *self);
GArray *fz_links_find (const GArray *to, const GArray *from);

G_END_DECLS
