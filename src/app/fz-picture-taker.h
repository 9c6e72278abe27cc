/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-window.h"

G_BEGIN_DECLS

/**
 * FzPictureDone:
 * @error: (nullable): why there is no picture
 * @user_data: what was given with it
 */
typedef void (*FzPictureDone) (const GError *error, gpointer user_data);

void fz_picture_take (FzWindow *window, const char *path, FzPictureDone done, gpointer user_data);

G_END_DECLS
