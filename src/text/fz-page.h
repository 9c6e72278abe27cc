/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-corrections.h"
#include "fz-oddities.h"

G_BEGIN_DECLS

/* Raised whenever a change of the rules makes other articles or facts from the
 * same bytes; kept with each article so that an old analysis can be told. */
#define FZ_ENGINE_VERSION "5"

#define FZ_TEXT_ERROR (fz_text_error_quark ())
GQuark fz_text_error_quark (void);

typedef enum {
  FZ_TEXT_ERROR_EMPTY,     /* no character that prints */
  FZ_TEXT_ERROR_BINARY,    /* not a text */
  FZ_TEXT_ERROR_ENCODING,  /* no encoding, or not the named one, reads it */
  FZ_TEXT_ERROR_TOO_LARGE, /* over FZ_PAGE_MAX_BYTES */
  FZ_TEXT_ERROR_CORRECTION, /* a correction that says nothing that can be */
  FZ_TEXT_ERROR_STOPPED,    /* somebody asked for it: fz-stop.h */
} FzTextError;

/* A page is some 40 kB; the largest saved supplement met had 2 MB. */
#define FZ_PAGE_MAX_BYTES (32 * 1024 * 1024)

/**
 * FzNamesPlaceFunc:
 * @text: a line, UTF-8, not ended by NUL
 * @length: its bytes
 *
 * Tells whether a line names an administrative region.  text/ knows no
 * gazetteer; who has one lends it, because of two headline lines the one that
 * names a place is the title.
 */
typedef gboolean (*FzNamesPlaceFunc) (const char *text, gsize length, gpointer user_data);

/**
 * FzPage:
 * @encoding: what the bytes were read as, an ICU converter name: "UTF-8", "gb18030" …
 * @doubtful: whether @encoding was a guess that another reading would also satisfy
 * @doubt: how likely @encoding is wrong, 0 to 100
 * @rival: (nullable): another encoding, that would read the bytes about as well,
 *   or that some of its lines are in
 * @replaced: how many characters could not be read and stand as U+FFFD
 * @odd: what the bytes have that is not printed, counted by kind
 * @text: the whole page in UTF-8, lines ended by '\n'
 * @newspaper: (nullable): where the page says so
 * @date: (nullable): ISO 8601, where the page says so
 * @edition: (nullable): 版次, as digits, where the page says so
 * @section: (nullable): 版名, where the page says so
 * @date_since: (nullable): ISO 8601, first day that the page can be of, where it
 *   says no date and the day follows from what its texts say; @date is %NULL then
 * @date_until: (nullable): the last such day
 * @date_ground: (nullable): what they follow from, the words of the page, each on
 *   a line behind the number of theirs: "5: 本报嘉兴1月31日电"
 * @given: which of these the reader said: bits 1 << #FzCorrectionKind
 * @articles: (element-type FzArticle): in page order
 */
typedef struct {
  grefcount  refs;
  char      *encoding;
  gboolean   doubtful;
  guint      doubt;
  char      *rival;
  guint      replaced;
  FzOddities odd;
  char      *text;
  char      *newspaper;
  char      *date;
  char      *edition;
  char      *section;
  char      *date_since;
  char      *date_until;
  char      *date_ground;
  guint      given;
  GPtrArray *articles;
} FzPage;

FzPage *fz_page_read  (GBytes            *bytes,
                       const char        *encoding,
                       FzNamesPlaceFunc   names_place,
                       gpointer           user_data,
                       GError           **error);
FzPage *fz_page_read_corrected (GBytes *bytes, const char *encoding, const GPtrArray *corrections,
                                FzNamesPlaceFunc names_place, gpointer user_data, GError **error);
FzPage *fz_page_ref   (FzPage *self);
void    fz_page_unref (FzPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzPage, fz_page_unref)

G_END_DECLS
