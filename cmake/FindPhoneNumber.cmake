# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# libphonenumber by its header and library on Linux: Debian 12 ships no CMake package, and Debian 13's names a static
# library that it does not ship and so stops every build. vcpkg's and Homebrew's packages are whole, and know what a
# static library needs beside itself.
include(FindPackageHandleStandardArgs)
if(WIN32 OR APPLE)
  find_package(libphonenumber CONFIG QUIET)
  foreach(target IN ITEMS libphonenumber::phonenumber-shared libphonenumber::phonenumber)
    if(TARGET ${target} AND NOT TARGET PhoneNumber::PhoneNumber)
      add_library(PhoneNumber::PhoneNumber INTERFACE IMPORTED)
      target_link_libraries(PhoneNumber::PhoneNumber INTERFACE ${target})
    endif()
  endforeach()
  find_package_handle_standard_args(PhoneNumber DEFAULT_MSG libphonenumber_DIR)
  return()
endif()
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(PhoneNumber_LIBRARY phonenumber)
find_package_handle_standard_args(PhoneNumber DEFAULT_MSG PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR)
if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
  add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
  set_target_properties(PhoneNumber::PhoneNumber PROPERTIES IMPORTED_LOCATION ${PhoneNumber_LIBRARY}
                                                            INTERFACE_INCLUDE_DIRECTORIES ${PhoneNumber_INCLUDE_DIR})
endif()
