/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-record.h"

/* As long as the W3C model's own examples: enough to tell two equal quotes of
 * one article apart, little enough to survive a change next to it. */
#define CONTEXT_LENGTH 32

static const char * const provenances[] = {
  [FZ_PROVENANCE_NONE] = "none",
  [FZ_PROVENANCE_READ] = "read",
  [FZ_PROVENANCE_INFERRED] = "inferred",
  [FZ_PROVENANCE_TYPED] = "typed",
};

/**
 * fz_provenance_name:
 * @provenance: how a word about a source is known
 *
 * Returns: (transfer none): its name as the store spells it
 */
const char *
fz_provenance_name (FzProvenance provenance)
{
  g_return_val_if_fail (provenance < G_N_ELEMENTS (provenances), NULL);
  return provenances[provenance];
}

/**
 * fz_provenance_from_name:
 * @name: (nullable): a name as the store spells it
 *
 * Returns: the #FzProvenance, or -1 for a stranger
 */
int
fz_provenance_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (provenances); i++)
    if (g_strcmp0 (provenances[i], name) == 0)
      return (int) i;
  return -1;
}

static FzProvenance
provenance_of (const FzPage     *page,
               FzCorrectionKind  kind)
{
  return page->given & (1u << kind) ? FZ_PROVENANCE_TYPED : FZ_PROVENANCE_READ;
}

/**
 * fz_source_new:
 * @name: the file's name, for people
 * @bytes: the raw bytes
 * @page: what the engine made of them
 * @facts: (element-type FzFacts): of each article of @page, in its order
 *
 * Makes a source to be added to a library.  What the page says of itself
 * becomes its claims, as read, and what the reader said of it as typed; see
 * [func@claim_set] for the rest.  The three parts are shared, not copied.
 *
 * Returns: (transfer full): the source
 */
FzSource *
fz_source_new (const char *name,
               GBytes     *bytes,
               FzPage     *page,
               GPtrArray  *facts)
{
  FzSource *self = g_new0 (FzSource, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->page = fz_page_ref (page);
  self->facts = g_ptr_array_ref (facts);
  fz_claim_set (&self->newspaper, page->newspaper, provenance_of (page, FZ_CORRECTION_NEWSPAPER));
  fz_claim_set (&self->date, page->date, provenance_of (page, FZ_CORRECTION_DATE));
  fz_claim_set (&self->edition, page->edition, provenance_of (page, FZ_CORRECTION_EDITION));
  fz_claim_set (&self->section, page->section, provenance_of (page, FZ_CORRECTION_SECTION));
  return self;
}

static gpointer
copy_correction (gconstpointer correction,
                 gpointer      unused)
{
  return fz_correction_copy (correction);
}

/**
 * fz_source_copy:
 * @self: a source
 *
 * Returns: (transfer full): one that shares the bytes, the page and the facts
 */
FzSource *
fz_source_copy (const FzSource *self)
{
  FzSource *copy = fz_source_new (self->name, self->bytes, self->page, self->facts);

  copy->hash = g_strdup (self->hash);
  fz_claim_set (&copy->newspaper, self->newspaper.value, self->newspaper.provenance);
  fz_claim_set (&copy->date, self->date.value, self->date.provenance);
  fz_claim_set (&copy->edition, self->edition.value, self->edition.provenance);
  fz_claim_set (&copy->section, self->section.value, self->section.provenance);
  if (self->corrections != NULL)
    copy->corrections = g_ptr_array_copy (self->corrections, copy_correction, NULL);
  if (copy->corrections != NULL)
    g_ptr_array_set_free_func (copy->corrections, (GDestroyNotify) fz_correction_free);
  return copy;
}

void
fz_source_free (FzSource *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->hash);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->page, fz_page_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_free (self->newspaper.value);
  g_free (self->date.value);
  g_free (self->edition.value);
  g_free (self->section.value);
  g_free (self);
}

/**
 * fz_claim_set:
 * @self: the claim
 * @value: (nullable): what is claimed; %NULL takes the claim back
 * @provenance: how it is known; that of %NULL is always %FZ_PROVENANCE_NONE
 */
void
fz_claim_set (FzClaim      *self,
              const char   *value,
              FzProvenance  provenance)
{
  g_set_str (&self->value, value);
  self->provenance = value != NULL ? provenance : FZ_PROVENANCE_NONE;
}

void
fz_entry_free (FzEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->opening);
  g_free (self->source_name);
  g_free (self->newspaper);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->section);
  g_free (self);
}

/**
 * fz_annotation_new:
 * @article: the article's id in the library
 * @text: the article's canonical text
 * @start: first code point to mark
 * @end: one past the last; both are held within the text
 * @color: 0..6, what it looks like
 *
 * Makes a mark with the quote and the context that find its place again, as
 * the W3C Web Annotation model has them.  It is not in the library until
 * [method@Library.put_annotation].
 *
 * Returns: (transfer full): the annotation, of now
 */
FzAnnotation *
fz_annotation_new (gint64      article,
                   const char *text,
                   guint       start,
                   guint       end,
                   guint       color)
{
  FzAnnotation *self = g_new0 (FzAnnotation, 1);
  glong length = g_utf8_strlen (text, -1);
  glong first = MIN ((glong) start, length);
  glong last = CLAMP ((glong) end, first, length);

  self->article = article;
  self->start = (guint) first;
  self->end = (guint) last;
  self->quote = g_utf8_substring (text, first, last);
  self->prefix = g_utf8_substring (text, MAX (first - CONTEXT_LENGTH, 0), first);
  self->suffix = g_utf8_substring (text, last, MIN (last + CONTEXT_LENGTH, length));
  self->color = color;
  self->created = self->modified = g_get_real_time () / G_USEC_PER_SEC;
  return self;
}

/**
 * fz_orphan_free:
 * @self: (nullable): a mark without an article
 */
void
fz_orphan_free (FzOrphan *self)
{
  if (self == NULL)
    return;
  fz_annotation_free (self->annotation);
  g_free (self->source_name);
  g_free (self);
}

/**
 * fz_annotation_copy:
 * @self: an annotation
 *
 * Returns: (transfer full): its equal
 */
FzAnnotation *
fz_annotation_copy (const FzAnnotation *self)
{
  FzAnnotation *copy = g_memdup2 (self, sizeof *self);

  copy->quote = g_strdup (self->quote);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  copy->note = g_strdup (self->note);
  return copy;
}

void
fz_annotation_free (FzAnnotation *self)
{
  if (self == NULL)
    return;
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->note);
  g_free (self);
}

void
fz_stored_free (FzStored *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->entry, fz_entry_free);
  g_clear_pointer (&self->article, fz_article_unref);
  g_clear_pointer (&self->facts, fz_facts_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_pointer (&self->reprints, g_ptr_array_unref);
  g_free (self);
}

void
fz_stored_source_free (FzStoredSource *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->encoding);
  g_free (self->rival);
  g_free (self->engine);
  g_free (self->newspaper.value);
  g_free (self->date.value);
  g_free (self->edition.value);
  g_free (self->section.value);
  g_free (self->date_since);
  g_free (self->date_until);
  g_free (self->date_ground);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
  g_free (self);
}
