/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-trie.h"

#include <string.h>

/* A double array is built breadth first: for each unit, the first base is
 * taken at which all its children fall on free units.  The order of the keys
 * alone decides the outcome, so the same tables give the same bytes. */

typedef struct {
  guint unit;
  guint first;  /* keys that pass through the unit: first, … */
  guint last;   /* … up to, not including, last */
  guint depth;
} Task;

typedef struct {
  GArray *keys;
  GArray *units;
  guint   search_from;
} Builder;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const FzTrieKey *left = a;
  const FzTrieKey *right = b;

  for (guint i = 0; i < MIN (left->length, right->length); i++)
    if (left->symbols[i] != right->symbols[i])
      return left->symbols[i] < right->symbols[i] ? -1 : 1;
  return (left->length > right->length) - (left->length < right->length);
}

static void
grow (GArray *units,
      guint   size)
{
  const FzGazetteerUnit unused = { 0, FZ_GAZETTEER_FREE, 0 };

  while (units->len < size)
    g_array_append_val (units, unused);
}

static gboolean
is_free (Builder *self,
         guint    at)
{
  return at >= self->units->len || g_array_index (self->units, FzGazetteerUnit, at).check == FZ_GAZETTEER_FREE;
}

static gboolean
fits (Builder *self,
      guint    base,
      GArray  *symbols)
{
  for (guint i = 0; i < symbols->len; i++)
    if (!is_free (self, base + g_array_index (symbols, guint16, i)))
      return FALSE;
  return TRUE;
}

static guint
find_base (Builder *self,
           GArray  *symbols)
{
  guint first = g_array_index (symbols, guint16, 0);
  guint at = MAX (self->search_from, first + 1);

  while (!is_free (self, self->search_from))
    self->search_from++;
  while (!is_free (self, at) || !fits (self, at - first, symbols))
    at++;
  return at - first;
}

/* The symbols that follow @task's prefix, once each; its own key ends it. */
static GArray *
children_of (Builder *self,
             Task    *task)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  FzTrieKey *key = &g_array_index (self->keys, FzTrieKey, task->first);

  if (key->length == task->depth)
    {
      g_array_index (self->units, FzGazetteerUnit, task->unit).name = key->name;
      task->first++;
    }
  for (guint i = task->first; i < task->last; i++)
    {
      guint16 symbol = g_array_index (self->keys, FzTrieKey, i).symbols[task->depth];

      if (symbols->len == 0 || g_array_index (symbols, guint16, symbols->len - 1) != symbol)
        g_array_append_val (symbols, symbol);
    }
  return symbols;
}

static void
queue_children (Builder *self,
                GQueue  *queue,
                Task    *task,
                guint    base)
{
  guint from = task->first;

  while (from < task->last)
    {
      guint16 symbol = g_array_index (self->keys, FzTrieKey, from).symbols[task->depth];
      Task *child = g_new (Task, 1);
      guint to = from;

      while (to < task->last && g_array_index (self->keys, FzTrieKey, to).symbols[task->depth] == symbol)
        to++;
      *child = (Task) { base + symbol, from, to, task->depth + 1 };
      g_array_index (self->units, FzGazetteerUnit, base + symbol).check = task->unit;
      g_queue_push_tail (queue, child);
      from = to;
    }
}

static void
place (Builder *self,
       GQueue  *queue,
       Task    *task)
{
  g_autoptr (GArray) symbols = children_of (self, task);
  guint base;

  if (symbols->len == 0)
    return;
  base = find_base (self, symbols);
  grow (self->units, base + g_array_index (symbols, guint16, symbols->len - 1) + 1);
  g_array_index (self->units, FzGazetteerUnit, task->unit).base = base;
  queue_children (self, queue, task, base);
}

/**
 * fz_trie_build:
 * @keys: (element-type FzTrieKey): distinct keys; they are sorted
 *
 * Returns: (transfer full) (element-type FzGazetteerUnit): the double array
 */
GArray *
fz_trie_build (GArray *keys)
{
  Builder self = { keys, g_array_new (FALSE, FALSE, sizeof (FzGazetteerUnit)), 1 };
  GQueue queue = G_QUEUE_INIT;
  Task *task = g_new (Task, 1);

  g_array_sort (keys, compare_keys);
  grow (self.units, 1);
  *task = (Task) { 0, 0, keys->len, 0 };
  g_queue_push_tail (&queue, task);
  while ((task = g_queue_pop_head (&queue)) != NULL)
    {
      place (&self, &queue, task);
      g_free (task);
    }
  return self.units;
}
