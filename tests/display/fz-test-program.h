/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The program itself, started as a person starts it in a folder of its own, and
 * driven from outside: seen through the accessibility bus, and pressed keys of. */
typedef struct {
  char        *folder;
  GSubprocess *program; /* (nullable): while it runs */
} FzTestProgram;

/* Of the keyboard that Xvfb pretends to have. */
typedef enum {
  FZ_TEST_KEY_NONE,
  FZ_TEST_KEY_ESCAPE  = 9,
  FZ_TEST_KEY_2       = 11,
  FZ_TEST_KEY_TAB     = 23,
  FZ_TEST_KEY_Q       = 24,
  FZ_TEST_KEY_W       = 25,
  FZ_TEST_KEY_Y       = 29,
  FZ_TEST_KEY_RETURN  = 36,
  FZ_TEST_KEY_CONTROL = 37,
  FZ_TEST_KEY_A       = 38,
  FZ_TEST_KEY_F       = 41,
  FZ_TEST_KEY_L       = 46,
  FZ_TEST_KEY_SHIFT   = 50,
  FZ_TEST_KEY_Z       = 52,
  FZ_TEST_KEY_C       = 54,
  FZ_TEST_KEY_B       = 56,
  FZ_TEST_KEY_M       = 58,
  FZ_TEST_KEY_SLASH   = 61,
  FZ_TEST_KEY_F7      = 73,
  FZ_TEST_KEY_F10     = 76,
  FZ_TEST_KEY_HOME    = 110,
  FZ_TEST_KEY_UP      = 111,
  FZ_TEST_KEY_RIGHT   = 114,
  FZ_TEST_KEY_DOWN    = 116,
} FzTestKey;

typedef gboolean (*FzTestMatch) (AtspiAccessible *accessible, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

void             fz_test_program_init      (void);
void             fz_test_program_set_up    (FzTestProgram *self, gconstpointer user_data);
void             fz_test_program_tear_down (FzTestProgram *self, gconstpointer user_data);
void             fz_test_program_start     (FzTestProgram *self, const char *file);
void             fz_test_program_wait      (FzTestProgram *self);
char            *fz_test_program_write     (FzTestProgram *self, const char *page);

gboolean         fz_test_has_name          (AtspiAccessible *accessible, const char *what);
gboolean         fz_test_has_text          (AtspiAccessible *accessible, const char *what);
AtspiAccessible *fz_test_wait_for          (FzTestMatch match, const char *what);
void             fz_test_press             (FzTestKey key, FzTestKey modifier);
void             fz_test_click             (const char *what, FzTestKey modifier);
void             fz_test_drag              (const char *what, const char *target);

G_END_DECLS
