/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region.h"
#include "fz-search-match.h"

G_BEGIN_DECLS

/* A query as it was understood. */
typedef enum {
  FZ_NODE_PHRASE,  /* @text stands in the article; with a field, in that */
  FZ_NODE_NEAR,    /* children: phrases that stand near each other */
  FZ_NODE_AND,
  FZ_NODE_OR,
  FZ_NODE_NOT,     /* one child */
  FZ_NODE_REGION,  /* filed under one of @regions or below */
  FZ_NODE_FIGURES,
  /* The index does not know these. */
  FZ_NODE_DATE,    /* @since to @until, days, either NULL */
  FZ_NODE_UNREAD,
  FZ_NODE_STARRED,
  FZ_NODE_NOTE,    /* a note of the reader's has @text; any note where there is none */
  FZ_NODE_TAG,     /* a note has #text */
} FzNodeKind;

typedef enum {
  FZ_FIELD_NONE,
  FZ_FIELD_TITLE,
  FZ_FIELD_AUTHOR,
  FZ_FIELD_PAPER,
  FZ_FIELD_REGION,
  FZ_FIELD_DATE,
  FZ_FIELD_TAG,
  FZ_FIELD_NOTE,
  FZ_FIELD_HAS,
  FZ_FIELD_UNREAD,
  FZ_FIELD_STARRED,
  FZ_FIELD_IS,
} FzField;

typedef struct {
  FzNodeKind  kind;
  FzField     field;
  guint       column;   /* where it stands in the query, from 1 */
  char       *text;
  FzPhrase    phrase;   /* of @text */
  GArray     *regions;  /* FzRegion; none means filed under no region */
  char       *since;
  char       *until;
  guint       distance;
  GPtrArray  *children; /* FzNode */
} FzNode;

FzNode *fz_node_new  (FzNodeKind kind, guint column);
FzNode *fz_node_join (FzNodeKind kind, FzNode *first, FzNode *second);
void    fz_node_free (FzNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzNode, fz_node_free)

/* fz-search-parser.c */
FzNode *fz_node_parse (const char *query, GError **error);

G_END_DECLS
