/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The values of an article as it was cut from a page.
 *
 * Positions.  Every position that is kept, stored or written counts Unicode
 * code points.  Block positions count in the article's canonical text: the
 * blocks in page order, each ended by one '\n'.  Positions of what was found
 * inside a block (facts/) count in that block.  Byte offsets stand beside them
 * only to reach into the UTF-8 without walking it.
 *
 * Lines are the physical lines of the page's file, counted from 1.
 */

typedef enum {
  FZ_ARTICLE_KIND_ARTICLE,
  FZ_ARTICLE_KIND_PHOTO,        /* caption, credit and a title, no body */
  FZ_ARTICLE_KIND_CONTINUATION, /* continued from another page */
  FZ_ARTICLE_KIND_STUB,         /* a headline with nothing below it */
} FzArticleKind;

typedef enum {
  FZ_ROLE_TITLE,
  FZ_ROLE_KICKER,
  FZ_ROLE_SUBTITLE,
  FZ_ROLE_BYLINE,
  FZ_ROLE_BODY,
  FZ_ROLE_HEADING,
  FZ_ROLE_CAPTION,
  FZ_ROLE_CREDIT,
  FZ_ROLE_MASTHEAD,
  FZ_ROLE_JUMP,
  FZ_ROLE_NOISE,
} FzRole;

typedef enum {
  FZ_BLOCK_FLAG_REPEATED  = 1 << 0,
  FZ_BLOCK_FLAG_MISPLACED = 1 << 1,
  FZ_BLOCK_FLAG_TRUNCATED = 1 << 2,
} FzBlockFlags;

/**
 * FzPiece:
 * @line: the physical line that the piece was printed on
 * @start: where in the block the piece starts, in code points
 *
 * One physical line of those that were joined into a block.
 */
typedef struct {
  guint line;
  guint start;
} FzPiece;

/**
 * FzPieces:
 * @len: how many
 * @data: (array length=len): the lines joined into a block, in order
 */
typedef struct {
  guint   len;
  FzPiece data[];
} FzPieces;

/**
 * FzBlock:
 * @role: what the block is
 * @flags: what is doubtful about it
 * @start: first code point in the article's canonical text
 * @end: one past its last code point (the '\n' is not part of it)
 * @byte_start: @start as an offset into [struct@Article].text
 * @byte_end: @end as an offset into [struct@Article].text
 * @pieces: the lines joined into it
 */
typedef struct {
  FzRole        role;
  FzBlockFlags  flags;
  guint         start;
  guint         end;
  gsize         byte_start;
  gsize         byte_end;
  FzPieces     *pieces;
} FzBlock;

/**
 * FzAuthor:
 * @role: the role word, in Chinese as gold tables have it: 记者, 见习记者,
 *   通讯员, 摄影, 作者, 供图, 融媒体
 * @name: the person, or for 供图 also an office
 */
typedef struct {
  char *role;
  char *name;
} FzAuthor;

/**
 * FzArticle:
 * @number: its place on the page, from 1
 * @kind: what kind of story it is
 * @first_line: first physical line that belongs to it
 * @last_line: last physical line that belongs to it
 * @title: (nullable): the main headline
 * @kicker: (nullable): the line above it; two are joined with " / "
 * @subtitle: (nullable): the line below it
 * @dateline: (nullable): 本报讯, 本报嘉兴1月31日电 …
 * @authors: (element-type FzAuthor): who made it, in page order
 * @text: the canonical text, UTF-8
 * @blocks: (element-type FzBlock): in page order
 * @capacity: bytes that @text has room for, as long as blocks are appended
 */
typedef struct {
  grefcount      refs;
  guint          number;
  FzArticleKind  kind;
  guint          first_line;
  guint          last_line;
  char          *title;
  char          *kicker;
  char          *subtitle;
  char          *dateline;
  GPtrArray     *authors;
  char          *text;
  GArray        *blocks;
  gsize          capacity;
} FzArticle;

FzArticle  *fz_article_new           (void);
FzArticle  *fz_article_new_sized     (gsize size, guint n_blocks);
FzArticle  *fz_article_ref           (FzArticle *self);
void        fz_article_unref         (FzArticle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzArticle, fz_article_unref)

FzAuthor   *fz_author_new            (const char *role, const char *name);
void        fz_author_free           (FzAuthor *self);

FzBlock    *fz_article_block         (const FzArticle *self, guint index);
char       *fz_article_dup_block     (const FzArticle *self, guint index);
void        fz_article_append_block  (FzArticle *self, FzRole role, FzBlockFlags flags,
                                      const char *text, gssize length,
                                      const FzPiece *pieces, guint n_pieces);
guint       fz_block_line_at         (const FzBlock *self, guint position);

/* The names as the JSON contract and the store spell them; -1 for a stranger. */
const char *fz_role_name             (FzRole role);
int         fz_role_from_name        (const char *name);
const char *fz_article_kind_name     (FzArticleKind kind);
int         fz_article_kind_from_name (const char *name);

G_END_DECLS
