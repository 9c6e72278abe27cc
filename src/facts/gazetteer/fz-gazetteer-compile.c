/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <string.h>

/* fz-gazetteer-compile TABLES OUT.bin OUT.S
 *
 * Makes the binary of fz-gazetteer-format.h from the tables of the folder
 * TABLES, and the assembler file that links it in.  Runs on the machine that
 * builds; a fault in a table ends the build with the file and line. */

static void
write_file (const char *path,
            const void *data,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) length, &error))
    fail (path, 0, error->message);
}

static void
write_source (const char *path,
              const char *binary)
{
  g_autofree char *text = g_strdup_printf ("\t.section .rodata\n"
                                           "\t.balign 16\n"
                                           "\t.globl fz_gazetteer_data\n"
                                           "\t.hidden fz_gazetteer_data\n"
                                           "fz_gazetteer_data:\n"
                                           "\t.incbin \"%s\"\n"
                                           "\t.section .note.GNU-stack,\"\",%%progbits\n",
                                           binary);

  write_file (path, text, strlen (text));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GByteArray) binary = NULL;

  if (argc != 4)
    fail ("fz-gazetteer-compile", 0, "TABLES OUT.bin OUT.S");
  binary = tables_pack (tables_read (argv[1]));
  write_file (argv[2], binary->data, binary->len);
  write_source (argv[3], argv[2]);
  return 0;
}
