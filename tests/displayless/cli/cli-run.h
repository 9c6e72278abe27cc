/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "temp-folder.h"

/* One run of fangzhi-cli as a person's shell would start it. */
typedef struct {
  int   status; /* what it exited with, or 128 + the signal that ended it */
  char *out;
  char *err;
} CliRun;

/* The program, in an environment whose data folder lies in @temp. */
GSubprocessLauncher *cli_launcher (const TempFolder *temp, GSubprocessFlags flags);
GSubprocess         *cli_spawn    (GSubprocessLauncher *launcher, const char * const *arguments);
void                 cli_finish   (CliRun *self, GSubprocess *process, const char *input, gssize length);

/* Arguments up to NULL.  A run that is given input has to read it to its end. */
void cli_run       (CliRun *self, const TempFolder *temp, ...) G_GNUC_NULL_TERMINATED;
void cli_run_input (CliRun *self, const TempFolder *temp, const char *input, gssize length, ...) G_GNUC_NULL_TERMINATED;
void cli_run_clear (CliRun *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRun, cli_run_clear)

/* What a run that succeeds writes to standard error, where that is a terminal. */
char *cli_run_terminal (const TempFolder *temp, const char * const *arguments);

/* "fangzhi-cli: WHAT: REASON\n" is the whole of standard error. */
void cli_assert_failed (const CliRun *self, int status, const char *what, const char *reason);
guint cli_count_lines  (const char *text);
