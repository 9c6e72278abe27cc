/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-node.h"

/**
 * fz_node_new:
 * @kind: what it says
 * @column: where it stands in the query, from 1
 *
 * Returns: (transfer full): a node without children
 */
FzNode *
fz_node_new (FzNodeKind kind,
             guint      column)
{
  FzNode *self = g_new0 (FzNode, 1);

  self->kind = kind;
  self->column = column;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_node_free);
  return self;
}

/**
 * fz_node_join:
 * @kind: %FZ_NODE_AND or %FZ_NODE_OR
 * @first: (transfer full): what stands before
 * @second: (transfer full): and behind
 *
 * Returns: (transfer full): both as one; three of a kind are one list
 */
FzNode *
fz_node_join (FzNodeKind  kind,
              FzNode     *first,
              FzNode     *second)
{
  FzNode *self = first;

  if (first->kind != kind)
    {
      self = fz_node_new (kind, first->column);
      g_ptr_array_add (self->children, first);
    }
  g_ptr_array_add (self->children, second);
  return self;
}

/**
 * fz_node_free:
 * @self: (nullable): a node
 */
void
fz_node_free (FzNode *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->phrase.atoms, fz_atoms_free);
  g_clear_pointer (&self->regions, g_array_unref);
  g_free (self->text);
  g_free (self->since);
  g_free (self->until);
  g_free (self);
}
