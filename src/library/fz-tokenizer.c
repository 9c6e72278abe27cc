/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tokenizer `fangzhi` of FTS5, and its rank function.
 *
 * Through version 1 of the interface, which every SQLite has that has FTS5;
 * version 2 (3.47) adds locales, of which this tokenizer knows none. */

#include "config.h"

#include "fz-tokenizer.h"

#include "fz-search-rank.h"
#include "fz-tokens.h"

typedef struct {
  void *context;
  int (*token) (void *, int, const char *, int, int, int);
} Sink;

/* FTS5 asks for an object; there is nothing to keep. */
static int
on_create (void        *unused,
           const char **arguments,
           int          n_arguments,
           Fts5Tokenizer **out)
{
  static int nothing;

  *out = (Fts5Tokenizer *) (gpointer) &nothing;
  return SQLITE_OK;
}

static void
on_delete (Fts5Tokenizer *unused)
{
}

static int
on_token (gpointer    data,
          gboolean    same_place,
          const char *token,
          gsize       length,
          gsize       start,
          gsize       end)
{
  const Sink *sink = data;

  return sink->token (sink->context, same_place ? FTS5_TOKEN_COLOCATED : 0, token, (int) length, (int) start, (int) end);
}

static int
on_tokenize (Fts5Tokenizer *unused,
             void          *context,
             int            flags,
             const char    *text,
             int            length,
             int (*token) (void *, int, const char *, int, int, int))
{
  g_autoptr (FzAtoms) atoms = fz_atoms_new (text, (gsize) MAX (length, 0));
  gboolean of_number = length > 0 && *text == *FZ_TOKENIZER_OTHER_WAY;
  Sink sink = { context, token };

  return (flags & FTS5_TOKENIZE_QUERY) != 0 ? fz_tokens_of_phrase (atoms, of_number, on_token, &sink)
                                            : fz_tokens_of_text (atoms, on_token, &sink);
}

static fts5_api *
find_api (sqlite3 *db)
{
  sqlite3_stmt *ask = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?)", -1, &ask, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (ask, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (ask);
    }
  sqlite3_finalize (ask);
  return api;
}

/**
 * fz_tokenizer_register:
 * @db: a database that was just opened
 *
 * Returns: %SQLITE_OK, or why the index cannot be used through @db
 */
int
fz_tokenizer_register (sqlite3 *db)
{
  fts5_tokenizer tokenizer = { on_create, on_delete, on_tokenize };
  fts5_api *api = find_api (db);
  int code;

  if (api == NULL)
    return SQLITE_ERROR;
  code = api->xCreateTokenizer (api, "fangzhi", NULL, &tokenizer, NULL);
  if (code == SQLITE_OK)
    code = api->xCreateFunction (api, "fz_rank", NULL, fz_search_rank, NULL);
  return code;
}
