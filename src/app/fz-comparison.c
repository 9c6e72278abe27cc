/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-comparison.h"

#include "fz-diff.h"
#include "fz-folded.h"

/* Two articles beside each other; they are loaded and compared in a thread. */

/* Of a long difference its beginning is said. */
#define WORDS_LENGTH 24

typedef struct {
  gint64 articles[2];
} Question;

/**
 * fz_comparison_free:
 */
void
fz_comparison_free (FzComparison *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->stored); i++)
    g_clear_pointer (&self->stored[i], fz_stored_free);
  g_clear_pointer (&self->differences, g_array_unref);
  g_free (self);
}

/* Where the folded characters @from to @to stand; between two where there are none. */
static void
place (const FzFolded *folded, guint from, guint to, guint *start, guint *end)
{
  guint n = folded->places->len;

  if (from < n)
    *start = g_array_index (folded->places, guint, from);
  else
    *start = n > 0 ? g_array_index (folded->places, guint, n - 1) + 1 : 0;
  *end = to > from ? g_array_index (folded->places, guint, to - 1) + 1 : *start;
}

static void
add_difference (GArray *differences, const FzFolded *a, const FzFolded *b, const FzDiffSpan *span)
{
  FzDifference difference;

  if (span->same)
    return;
  place (a, span->a_start, span->a_end, &difference.start[0], &difference.end[0]);
  place (b, span->b_start, span->b_end, &difference.start[1], &difference.end[1]);
  g_array_append_val (differences, difference);
}

static void
compare (FzComparison *self)
{
  g_autoptr (FzFolded) a = fz_folded_whole (self->stored[0]->article);
  g_autoptr (FzFolded) b = fz_folded_whole (self->stored[1]->article);
  g_autoptr (GArray) spans = NULL;
  guint n_a, n_b;
  const gunichar *chars_a = fz_folded_chars (a, &n_a), *chars_b = fz_folded_chars (b, &n_b);

  spans = fz_diff_new (chars_a, n_a, chars_b, n_b);
  self->differences = g_array_new (FALSE, FALSE, sizeof (FzDifference));
  for (guint i = 0; i < spans->len; i++)
    add_difference (self->differences, a, b, &g_array_index (spans, FzDiffSpan, i));
}

static void
load_in_thread (GTask *task, gpointer library, gpointer task_data, GCancellable *cancellable)
{
  const Question *question = task_data;
  g_autoptr (FzComparison) self = g_new0 (FzComparison, 1);
  GError *error = NULL;

  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (self->stored); i++)
    self->stored[i] = fz_library_load (library, question->articles[i], cancellable, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  compare (self);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) fz_comparison_free);
}

/**
 * fz_comparison_load_async:
 * @library: where both are
 * @article: id of an article
 * @other: id of another one
 * @cancellable: (nullable): stops it
 */
void
fz_comparison_load_async (FzLibrary *library, gint64 article, gint64 other, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  const Question question = { { article, other } };

  g_task_set_source_tag (task, fz_comparison_load_async);
  g_task_set_task_data (task, g_memdup2 (&question, sizeof question), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * fz_comparison_load_finish:
 *
 * Returns: (transfer full): the two, or %NULL with a #FzLibraryError or
 *   %G_IO_ERROR_CANCELLED
 */
FzComparison *
fz_comparison_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_comparison_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fz_comparison_dup_words:
 * @difference: which of them
 * @side: 0 or 1
 *
 * Returns: (transfer full): what stands there, of much its beginning, on one line
 */
char *
fz_comparison_dup_words (const FzComparison *self, guint difference, guint side)
{
  const FzDifference *one = &g_array_index (self->differences, FzDifference, difference);
  guint end = MIN (one->end[side], one->start[side] + WORDS_LENGTH);
  g_autofree char *words = g_utf8_substring (self->stored[side]->article->text, one->start[side], end);

  g_strdelimit (words, "\n", ' ');
  return end < one->end[side] ? g_strconcat (words, "…", NULL) : g_steal_pointer (&words);
}
