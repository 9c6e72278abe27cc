/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cli-progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "fz-table.h"

#define INTERVAL (G_USEC_PER_SEC / 10)

/* Returns to the first column and empties the line (ECMA-48 CR, EL). */
#define CLEAR_LINE "\r\033[K"

static void
draw (const char *text)
{
  /* Nothing is lost where a terminal does not take it. */
  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    return;
}

static guint
terminal_width (void)
{
  struct winsize size;

  return ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/* A line that wraps could not be cleared again. */
static void
cut_to_width (GString *line, guint width)
{
  while (line->len > 0 && fz_text_width (line->str) >= width)
    g_string_truncate (line, g_utf8_find_prev_char (line->str, line->str + line->len) - line->str);
}

/**
 * fz_cli_progress_start:
 *
 * Readies @self; nothing is drawn yet.
 */
void
fz_cli_progress_start (FzCliProgress *self)
{
  *self = (FzCliProgress) { .terminal = isatty (STDERR_FILENO) };
}

/**
 * fz_cli_progress_tell:
 * @self: an #FzCliProgress
 *
 * An #FzProgressFunc.
 */
void
fz_cli_progress_tell (guint done, guint total, const char *path, gpointer data)
{
  FzCliProgress *self = data;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *name = NULL;
  g_autoptr (GString) line = NULL;

  if (!self->terminal || now < self->next)
    return;
  name = g_filename_display_basename (path);
  line = g_string_new (NULL);
  g_string_append_printf (line, "%u/%u ", done, total);
  fz_text_append_safe (line, name, -1);
  g_strdelimit (line->str, "\n", ' ');
  cut_to_width (line, terminal_width ());
  g_string_prepend (line, CLEAR_LINE);
  draw (line->str);
  self->shown = TRUE;
  self->next = now + INTERVAL;
}

/**
 * fz_cli_progress_end:
 *
 * Takes the line away, so that what is printed next stands alone.
 */
void
fz_cli_progress_end (FzCliProgress *self)
{
  if (self->shown)
    draw (CLEAR_LINE);
  self->shown = FALSE;
}
