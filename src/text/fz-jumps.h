/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

typedef enum {
  FZ_JUMP_TO,   /* 下转第4版: the story goes on there */
  FZ_JUMP_FROM, /* 上接第一版: it began there */
  FZ_N_JUMPS
} FzJumpDirection;

/**
 * FzJump:
 * @edition: (nullable): the page that is named, as fz_edition_plain() has it
 * @title: (nullable): the headline that is named, 上接A1版《…》
 *
 * What a story says of where it goes on, or of where it began.
 */
typedef struct {
  char *edition;
  char *title;
} FzJump;

gboolean  fz_jump_read        (FzJump *self, const FzArticle *article, FzJumpDirection direction);
void      fz_jump_clear       (FzJump *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FzJump, fz_jump_clear)

char     *fz_edition_plain    (const char *edition);
gboolean  fz_titles_are_alike (const char *one, const char *other);

/* The names as the store spells them. */
const char *fz_jump_direction_name (FzJumpDirection direction);

G_END_DECLS
