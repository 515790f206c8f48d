# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# libargon2 by its header and library: it ships no CMake package.
include(FindPackageHandleStandardArgs)
find_path(Argon2_INCLUDE_DIR argon2.h)
find_library(Argon2_LIBRARY argon2)
find_package_handle_standard_args(Argon2 DEFAULT_MSG Argon2_LIBRARY Argon2_INCLUDE_DIR)
if(Argon2_FOUND AND NOT TARGET Argon2::Argon2)
  add_library(Argon2::Argon2 UNKNOWN IMPORTED)
  set_target_properties(Argon2::Argon2 PROPERTIES IMPORTED_LOCATION ${Argon2_LIBRARY}
                                                  INTERFACE_INCLUDE_DIRECTORIES ${Argon2_INCLUDE_DIR})
endif()
