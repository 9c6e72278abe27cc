/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "fz-application.h"
#include "fz-library.h"

/* $FANGZHI_LOCALEDIR is for running without installing. */
static void
init_translations (void)
{
  const char *folder = g_getenv ("FANGZHI_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FzApplication) application = NULL;
  int status;

  init_translations ();
  application = fz_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  fz_library_wait_closed ();
  return status ? status : fz_application_get_status (application);
}
