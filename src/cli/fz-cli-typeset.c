/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "fz-cli.h"
#include "fz-decode.h"
#include "fz-language.h"

#define FAMILY "Noto Serif CJK SC"

typedef struct {
  FzFormat    format;
  FzSetting   setting;
  double      measure;
  double      size;
  const char *family;
  gboolean    positions;
} Typeset;

static const char * const levels[] = {
  [FZ_PROHIBIT_NONE] = "none",
  [FZ_PROHIBIT_BASIC] = "basic",
  [FZ_PROHIBIT_GB] = "gb",
  [FZ_PROHIBIT_STRICT] = "strict",
};

static void
print_paragraph (const Typeset *self, const FzFace *face, guint number, char *text, GString *out)
{
  g_autoptr (FzParagraph) paragraph = fz_paragraph_new (face, text, strlen (text), &self->setting);
  g_autoptr (GArray) lines = fz_paragraph_break (paragraph, self->measure, FZ_BREAKING_AUTO);

  if (self->format == FZ_FORMAT_JSON)
    fz_cli_print_set_json (paragraph, number, text, lines, self->positions, out);
  else
    fz_cli_print_set_text (paragraph, text, lines, out);
}

/* A line of the file is a paragraph; blank lines are none. */
static void
print_paragraphs (FzCli *cli, const Typeset *self, char *text)
{
  g_autoptr (FzFace) face = fz_face_new (pango_cairo_font_map_get_default (), self->family, self->size,
                                         fz_text_language (text));
  g_autoptr (GString) out = g_string_new (NULL);
  guint number = 0;

  for (char *p = text, *end; *p != '\0' && !g_cancellable_is_cancelled (cli->cancellable); p = end)
    {
      end = p + strcspn (p, "\r\n");
      if (*end != '\0')
        *end++ = '\0';
      if (*p == '\0')
        continue;
      print_paragraph (self, face, ++number, p, out);
      if (!fz_cli_write (cli, out))
        break;
    }
}

static int
typeset (FzCli *cli, const Typeset *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fz_input_read (path, cli->cancellable, &error);
  g_auto (FzDecoded) decoded = { 0 };

  if (bytes != NULL && fz_decode (bytes, NULL, &decoded, &error))
    print_paragraphs (cli, self, decoded.text->str);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fz_cli_fail (cli, path, error->message);
  return fz_cli_status (cli);
}

static gboolean
read_number (const char *option, const char *value, double least, double most, double *out)
{
  char *end;

  if (value == NULL)
    return TRUE;
  *out = g_ascii_strtod (value, &end);
  if (end != value && *end == '\0' && *out >= least && *out <= most)
    return TRUE;
  fz_cli_usage (_("--%s=%s is no number from %g to %g"), option, value, least, most);
  return FALSE;
}

static gboolean
read_level (const char *value, FzProhibition *out)
{
  if (value == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i], value))
      {
        *out = i;
        return TRUE;
      }
  fz_cli_usage (_("there is no --level=%s"), value);
  return FALSE;
}

int
fz_cli_typeset (FzCli *cli, char **argv)
{
  g_autofree char *width = NULL, *level = NULL, *format = NULL, *family = NULL, *size = NULL;
  Typeset self = { .format = FZ_FORMAT_TEXT, .setting = FZ_SETTING_DEFAULT, .size = 20 };
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_FILENAME, &width, N_("How long a line is, in characters"), N_("EM") },
    { "level", 0, 0, G_OPTION_ARG_FILENAME, &level, N_("What may not start or end a line: none, basic, gb or strict"), N_("LEVEL") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("How it is written: json or text"), N_("FORMAT") },
    { "positions", 0, 0, G_OPTION_ARG_NONE, &self.positions, N_("In JSON, also where each character stands"), NULL },
    { "vertical", 0, 0, G_OPTION_ARG_NONE, &self.setting.vertical, N_("Lines run from top to bottom"), NULL },
    { "font", 0, 0, G_OPTION_ARG_FILENAME, &family, N_("The family of the font"), N_("FAMILY") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &size, N_("The size of the font, in pixels"), N_("PX") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) options = fz_cli_options (cli, entries, argv[0], _("FILE"),
    _("Prints the lines of a text as they would be set, with what was done to each. A line of the file is a paragraph. “-” is standard input."));
  int status;

  if (!fz_cli_parse (cli, options, argv, &status))
    return status;
  if (width == NULL)
    return fz_cli_usage (_("typeset needs --width="));
  if (!read_number ("width", width, 4, 1000, &self.measure) || !read_number ("size", size, 1, 1000, &self.size)
      || !read_level (level, &self.setting.level) || !fz_cli_format (format, FZ_FORMAT_JSON, &self.format)
      || !fz_cli_check_utf8 ("font", family))
    return FZ_EXIT_USAGE;
  if (cli->arguments == NULL || cli->arguments[1] != NULL)
    return fz_cli_usage (_("typeset takes one file"));
  self.family = family != NULL ? family : FAMILY;
  fz_cli_catch_signals (cli);
  return typeset (cli, &self, cli->arguments[0]);
}
