/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-refiler.h"

#include "fz-closures.h"
#include "fz-exchange.h"
#include "fz-sheet.h"

/* An article is filed under another region by hand: a correction of its page like
 * those that the page view makes, so that it is undone with them.  It is anchored
 * to a line of the article, which is looked up first, and takes the place of what
 * was said of its region before. */

typedef struct {
  FzRefiler *refiler;
  FzRegion   region;
  FzStored  *stored; /* (nullable): until it has come */
} Filing;

struct _FzRefiler {
  GObject      parent_instance;

  FzCorrector *corrector;
  Filing      *current; /* (nullable): given to the corrector, no answer yet */
  gint64       undoable; /* the page that was filed last and not corrected since, or 0 */
};

G_DEFINE_FINAL_TYPE (FzRefiler, fz_refiler, G_TYPE_OBJECT)

enum { FILED, OVERTAKEN, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
filing_free (Filing *self)
{
  g_clear_pointer (&self->stored, fz_stored_free);
  g_object_unref (self->refiler);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)

static void
tell_filed (FzRefiler *self, const Filing *filing)
{
  g_autofree char *title = fz_entry_shown_title (filing->stored->entry);

  self->undoable = filing->stored->entry->source;
  g_signal_emit (self, signals[FILED], 0, title, filing->region);
}

/* A page was made anew: for the filing that waits, or for another act, after
 * which the filing is no longer what is undone first. */
static void
on_corrected (FzRefiler *self, gint64 source)
{
  g_autoptr (Filing) filing = NULL;

  if (self->current && self->current->stored->entry->source == source)
    {
      filing = g_steal_pointer (&self->current);
      tell_filed (self, filing);
    }
  else if (source == self->undoable)
    {
      self->undoable = 0;
      g_signal_emit (self, signals[OVERTAKEN], 0);
    }
}

/* It was refused, which who listens to the corrector tells, or its library was left
 * before it was its turn. */
static void
on_changed (FzRefiler *self)
{
  if (!fz_corrector_is_busy (self->corrector))
    g_clear_pointer (&self->current, filing_free);
}

/* What was said of the region of this article before. */
static GPtrArray *
list_replaced (const Filing *filing, GPtrArray *corrections)
{
  const FzArticle *article = filing->stored->article;
  GPtrArray *replaced = fz_corrections_new ();

  for (guint i = 0; i < corrections->len; i++)
    {
      const FzCorrection *one = corrections->pdata[i];

      if (one->kind == FZ_CORRECTION_REGION && one->first_line >= article->first_line
          && one->first_line <= article->last_line)
        g_ptr_array_add (replaced, fz_correction_copy (one));
    }
  return replaced;
}

static void
apply (Filing *filing, GPtrArray *corrections)
{
  FzRefiler *self = filing->refiler;
  g_autofree char *code = filing->region != FZ_REGION_NONE ? fz_region_code (filing->region) : NULL;
  guint line = fz_article_anchor (filing->stored->article);
  GPtrArray *add = fz_corrections_new ();

  g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_REGION, line, line, code));
  g_clear_pointer (&self->current, filing_free);
  self->current = filing;
  fz_corrector_do_to (self->corrector, filing->stored->entry->source, add, list_replaced (filing, corrections));
}

static void
on_corrections (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) corrections = fz_library_corrections_finish (FZ_LIBRARY (source), result, &error);

  if (!corrections)
    g_signal_emit (filing->refiler, signals[FAILED], 0, error->message);
  /* Another library may be open by now, in which the page is another one. */
  else if (fz_corrector_get_library (filing->refiler->corrector) == FZ_LIBRARY (source))
    apply (g_steal_pointer (&filing), corrections);
}

static void
on_article (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Filing) filing = user_data;
  g_autoptr (GError) error = NULL;
  gint64 page;

  filing->stored = fz_library_load_finish (FZ_LIBRARY (source), result, &error);
  if (!filing->stored)
    {
      g_signal_emit (filing->refiler, signals[FAILED], 0, error->message);
      return;
    }
  if (filing->stored->entry->filed == filing->region)
    return;
  page = filing->stored->entry->source;
  fz_library_corrections_async (FZ_LIBRARY (source), page, NULL, on_corrections, g_steal_pointer (&filing));
}

static void
fz_refiler_finalize (GObject *object)
{
  FzRefiler *self = FZ_REFILER (object);

  g_clear_object (&self->corrector);
  G_OBJECT_CLASS (fz_refiler_parent_class)->finalize (object);
}

static void
fz_refiler_class_init (FzRefilerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_refiler_finalize;

  /* The article with this title is filed under this region now. */
  signals[FILED] = g_signal_new ("filed", FZ_TYPE_REFILER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT64);
  /* Its page was corrected since: the filing is not what fz_refiler_undo() would take back. */
  signals[OVERTAKEN] = g_signal_new ("overtaken", FZ_TYPE_REFILER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  /* What the filing needs could not be read, with one sentence why. */
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_REFILER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fz_refiler_init (FzRefiler *self)
{
}

/**
 * fz_refiler_new:
 * @corrector: what corrections go to
 *
 * Returns: (transfer full): one that has filed nothing
 */
FzRefiler *
fz_refiler_new (FzCorrector *corrector)
{
  FzRefiler *self = g_object_new (FZ_TYPE_REFILER, NULL);

  self->corrector = g_object_ref (corrector);
  g_signal_connect_object (corrector, "corrected", G_CALLBACK (on_corrected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (corrector, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fz_refiler_file:
 * @self: a refiler
 * @library: the library that the corrector has
 * @article: an article's id
 * @region: where it is filed from now on, %FZ_REGION_NONE for nowhere
 *
 * Files the article under @region; where it is there already nothing is done.
 */
void
fz_refiler_file (FzRefiler *self, FzLibrary *library, gint64 article, FzRegion region)
{
  Filing *filing;

  g_return_if_fail (FZ_IS_REFILER (self));

  filing = g_new0 (Filing, 1);
  filing->refiler = g_object_ref (self);
  filing->region = region;
  fz_library_load_async (library, article, NULL, on_article, filing);
}

/**
 * fz_refiler_undo:
 * @self: a refiler
 *
 * Takes back what was filed last.
 */
void
fz_refiler_undo (FzRefiler *self)
{
  g_return_if_fail (FZ_IS_REFILER (self));

  if (self->undoable != 0)
    fz_corrector_undo_of (self->corrector, self->undoable);
}
