/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-columns.h"
#include "fz-cutter.h"
#include "fz-decode.h"
#include "fz-given.h"
#include "fz-guess.h"
#include "fz-inferred.h"
#include "fz-kinds.h"
#include "fz-masthead.h"
#include "fz-pairs.h"
#include "fz-paragraphs.h"
#include "fz-repeats.h"
#include "fz-roles.h"
#include "fz-stop.h"

/* The way of a page: bytes are decoded, cut into physical lines, each line is
 * looked at alone (marks), then by its cues and shape (kind), then in its place
 * (role); lines are joined to paragraphs, paragraphs gathered to articles, and
 * head matter is read from them.  Each step is one pass over the page. */

G_DEFINE_QUARK (fz-text-error-quark, fz_text_error)

static FzPage *
page_new (FzDecoded *decoded)
{
  FzPage *self = g_new0 (FzPage, 1);

  g_ref_count_init (&self->refs);
  self->encoding = g_steal_pointer (&decoded->encoding);
  self->rival = g_steal_pointer (&decoded->rival);
  self->doubt = decoded->doubt;
  self->doubtful = decoded->doubt >= FZ_GUESS_DOUBTFUL;
  self->replaced = decoded->replaced;
  self->odd = decoded->odd;

  return self;
}

/* What can be seen of the lines before their places are looked at; %FALSE where
 * it is to stop. */
static gboolean
mark (FzLines         *lines,
      const GPtrArray *corrections)
{
  if (fz_stop_asked ())
    return FALSE;
  fz_columns_mark (lines);
  fz_pairs_mark (lines);
  if (fz_stop_asked ())
    return FALSE;
  fz_repeats_mark (lines);
  fz_kinds_mark (lines);
  fz_given_mark (lines, corrections);

  return !fz_stop_asked ();
}

static gboolean
cut (FzPage           *self,
     FzLines          *lines,
     const GPtrArray  *corrections,
     FzNamesPlaceFunc  names_place,
     gpointer          user_data)
{
  if (!mark (lines, corrections))
    return FALSE;
  fz_roles_assign (lines, names_place, user_data);
  fz_repeats_place (lines);
  fz_paragraphs_join (lines);
  if (fz_stop_asked ())
    return FALSE;
  self->articles = fz_cutter_cut (lines);
  if (fz_stop_asked ())
    return FALSE;
  fz_masthead_read (self, lines);
  fz_inferred_read (self);
  fz_given_head (self, corrections);

  return !fz_stop_asked ();
}

/* Where every line ends with '\n' alone, as most do, the text is taken as it is. */
static char *
take_text (FzDecoded *decoded,
           gsize     *length)
{
  static const FzOdd ends[] = { FZ_ODD_CRLF, FZ_ODD_CR, FZ_ODD_NEL, FZ_ODD_SEPARATOR, FZ_ODD_PAGE_BREAK };
  gboolean plain = memchr (decoded->text->str, '\n', decoded->text->len) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    plain = plain && decoded->odd.counts[ends[i]] == 0;
  if (!plain)
    return fz_lines_normalise (decoded->text->str, decoded->text->len, length);
  *length = decoded->text->len;

  return g_string_free_and_steal (g_steal_pointer (&decoded->text));
}

static FzPage *
stopped (GError **error)
{
  g_set_error_literal (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_STOPPED, _("The operation was cancelled"));

  return NULL;
}

/**
 * fz_page_read:
 * @bytes: a file as it is
 * @encoding: (nullable): an encoding that the reader names, else it is guessed
 * @names_place: (nullable) (scope call): tells whether a line names a region
 * @user_data: for @names_place
 * @error: return location for a #FzTextError
 *
 * Reads a newspaper page and cuts it into its articles.  Takes time linear in
 * the page, and touches nothing that other threads could see.  Where the thread
 * is asked to stop, by [func@stop_set], it does so within a fraction of a second.
 *
 * Returns: (transfer full) (nullable): the page, with at least one article
 */
FzPage *
fz_page_read (GBytes            *bytes,
              const char        *encoding,
              FzNamesPlaceFunc   names_place,
              gpointer           user_data,
              GError           **error)
{
  return fz_page_read_corrected (bytes, encoding, NULL, names_place, user_data, error);
}

/**
 * fz_page_read_corrected:
 * @bytes: a file as it is
 * @encoding: (nullable): an encoding that the reader names, else it is guessed
 * @corrections: (nullable) (element-type FzCorrection): what the reader said of
 *   the page, in the order in which it was said; one that says nothing that can
 *   be is passed over, and only the first %FZ_CORRECTIONS_MAX are looked at
 * @names_place: (nullable) (scope call): tells whether a line names a region
 * @user_data: for @names_place
 * @error: return location for a #FzTextError
 *
 * As [func@page_read], with the reader's corrections: they outweigh all that
 * the page says.  An encoding among them outweighs @encoding.
 *
 * Returns: (transfer full) (nullable): the page, with at least one article
 */
FzPage *
fz_page_read_corrected (GBytes            *bytes,
                        const char        *encoding,
                        const GPtrArray   *corrections,
                        FzNamesPlaceFunc   names_place,
                        gpointer           user_data,
                        GError           **error)
{
  const char *said = fz_corrections_find (corrections, FZ_CORRECTION_ENCODING);
  g_auto (FzDecoded) decoded = { 0 };
  g_autoptr (GError) reason = NULL;
  g_autoptr (FzPage) self = NULL;
  g_autoptr (FzLines) lines = NULL;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!fz_decode (bytes, said != NULL ? said : encoding, &decoded, &reason) && !fz_stop_asked ())
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (fz_stop_asked ())
    return stopped (error);

  self = page_new (&decoded);
  self->text = take_text (&decoded, &length);
  lines = fz_lines_new (self->text, length);
  if (lines->hostile)
    {
      g_set_error_literal (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_TOO_LARGE,
                           _("The text has more lines than a newspaper page can have"));
      return NULL;
    }
  if (!cut (self, lines, corrections, names_place, user_data))
    return stopped (error);

  return g_steal_pointer (&self);
}

/**
 * fz_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
FzPage *
fz_page_ref (FzPage *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

/**
 * fz_page_unref:
 * @self: (transfer full): a page
 */
void
fz_page_unref (FzPage *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_free (self->encoding);
  g_free (self->rival);
  g_free (self->text);
  g_free (self->newspaper);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->section);
  g_free (self->date_since);
  g_free (self->date_until);
  g_free (self->date_ground);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_free (self);
}
