# SPDX-License-Identifier: GPL-3.0-or-later
"""One of ICU's transforms, by its C interface."""
import ctypes
import ctypes.util
import re

UChar = ctypes.c_uint16


class Transform:
    def __init__(self, name):
        path = ctypes.util.find_library("icui18n")
        version = re.search(r"\.so\.(\d+)", path).group(1)
        library = ctypes.CDLL(path)
        opening = getattr(library, "utrans_openU_" + version)
        opening.restype = ctypes.c_void_p
        opening.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_int, ctypes.c_void_p,
                            ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p]
        self.run = getattr(library, "utrans_transUChars_" + version)
        self.run.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int32,
                             ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p]
        text = (UChar * len(name))(*map(ord, name))
        self.handle = opening(text, len(name), 0, None, 0, None, ctypes.byref(ctypes.c_int(0)))

    def __call__(self, character):
        buffer = (UChar * 16)(ord(character))
        length, limit, error = ctypes.c_int32(1), ctypes.c_int32(1), ctypes.c_int(0)
        self.run(self.handle, buffer, ctypes.byref(length), 16, 0, ctypes.byref(limit), ctypes.byref(error))
        return "".join(map(chr, buffer[:length.value]))
