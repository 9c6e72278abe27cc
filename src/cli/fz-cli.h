/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-exchange.h"
#include "fz-typeset.h"

G_BEGIN_DECLS

/* fangzhi-cli: a verb, its options, its arguments.
 *
 * Exit status: 0 done; 1 some inputs failed and the rest is done; 2 wrong
 * usage; 128 + the signal's number where a signal ended it before its end, as
 * shells have it (130 for Ctrl-C).
 *
 * Standard output is UTF-8 whatever the locale, and holds nothing but the
 * answer.  Standard error has one line an input that failed,
 * `fangzhi-cli: FILE: reason`, one alike for a link that was not followed
 * because it leads back to where it lies, which is no failure, and, on a
 * terminal, how far the work is.
 */

typedef enum {
  FZ_EXIT_DONE,
  FZ_EXIT_FAILED,
  FZ_EXIT_USAGE,
  FZ_EXIT_SIGNAL = 128,
} FzExit;

typedef enum {
  FZ_FORMAT_TEXT,
  FZ_FORMAT_JSON,
  FZ_FORMAT_CSV,
} FzFormat;

/**
 * FzCli:
 * @library_path: (nullable): as given
 * @arguments: (nullable): what stands behind the options
 * @help: whether help was asked for
 * @cancellable: cancelled by Ctrl-C
 * @signal: the signal that came, or 0
 * @failed: an input failed
 * @closed: nobody reads standard output any more
 */
typedef struct {
  char         *library_path;
  GStrv         arguments;
  gboolean      help;
  GCancellable *cancellable;
  int           signal;
  gboolean      failed;
  gboolean      closed;
} FzCli;

/* fz-cli.c: options, errors, output */
GOptionContext *fz_cli_options    (FzCli *self, const GOptionEntry *entries, const char *verb,
                                   const char *parameters, const char *summary);
gboolean        fz_cli_parse      (FzCli *self, GOptionContext *options, char **argv, int *status);
int             fz_cli_usage      (const char *format, ...) G_GNUC_PRINTF (1, 2);
void            fz_cli_note       (const char *what, const char *reason);
void            fz_cli_fail       (FzCli *self, const char *what, const char *reason);
gboolean        fz_cli_write      (FzCli *self, GString *out);
int             fz_cli_status     (FzCli *self);
FzLibrary      *fz_cli_open       (FzCli *self, gboolean make);
FzLibrary      *fz_cli_open_to_check (FzCli *self, gboolean make);

/* fz-cli-values.c: what options may be */
gboolean        fz_cli_check_utf8 (const char *option, const char *value);
gboolean        fz_cli_format     (const char *value, FzFormat last, FzFormat *out);
gboolean        fz_cli_date       (const char *option, const char *value);
gboolean        fz_cli_encoding   (const char *value);
gboolean        fz_cli_number     (const char *option, const char *value, gint64 *out);
gboolean        fz_cli_sort       (const char *value, FzSort *out);

/* fz-cli-corrections.c */
void            fz_cli_print_corrections (const GPtrArray *corrections, FzFormat format, GString *out);

/* fz-cli-region.c */
gboolean        fz_cli_region     (const char *value, FzRegion *out);

/* fz-cli-streams.c: standard input, output and error */
void            fz_cli_keep_streams (void);
gboolean        fz_cli_write_all    (int fd, const char *text, gsize length);

/* fz-cli-signal.c */
void            fz_cli_catch_signals (FzCli *self);

/* fz-cli-typeset-print.c */
void            fz_cli_print_set_json (const FzParagraph *paragraph, guint number, const char *text, const GArray *lines,
                                       gboolean positions, GString *out);
void            fz_cli_print_set_text (const FzParagraph *paragraph, const char *text, const GArray *lines, GString *out);

/* one file a verb */
int             fz_cli_analyze    (FzCli *self, char **argv);
int             fz_cli_import     (FzCli *self, char **argv);
int             fz_cli_list       (FzCli *self, char **argv);
int             fz_cli_mark       (FzCli *self, char **argv);
int             fz_cli_remove     (FzCli *self, char **argv);
int             fz_cli_show       (FzCli *self, char **argv);
int             fz_cli_search     (FzCli *self, char **argv);
int             fz_cli_reprints   (FzCli *self, char **argv);
int             fz_cli_figures    (FzCli *self, char **argv);
int             fz_cli_regions    (FzCli *self, char **argv);
int             fz_cli_place      (FzCli *self, char **argv);
int             fz_cli_typeset    (FzCli *self, char **argv);
int             fz_cli_correct    (FzCli *self, char **argv);
int             fz_cli_corrections (FzCli *self, char **argv);
int             fz_cli_reanalyze  (FzCli *self, char **argv);
int             fz_cli_check      (FzCli *self, char **argv);
int             fz_cli_backup     (FzCli *self, char **argv);
int             fz_cli_restore    (FzCli *self, char **argv);
int             fz_cli_salvage    (FzCli *self, char **argv);

G_END_DECLS
