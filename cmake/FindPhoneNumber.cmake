# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# libphonenumber ships a CMake package in vcpkg and Homebrew only; Debian's has none.
find_package(libphonenumber CONFIG QUIET)
if(TARGET libphonenumber::phonenumber-shared OR TARGET libphonenumber::phonenumber)
  add_library(PhoneNumber::PhoneNumber INTERFACE IMPORTED)
  target_link_libraries(
    PhoneNumber::PhoneNumber
    INTERFACE $<IF:$<TARGET_EXISTS:libphonenumber::phonenumber-shared>,libphonenumber::phonenumber-shared,libphonenumber::phonenumber>
  )
  set(PhoneNumber_FOUND TRUE)
  return()
endif()
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(PhoneNumber_LIBRARY phonenumber)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber DEFAULT_MSG PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR)
if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
  add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
  set_target_properties(PhoneNumber::PhoneNumber PROPERTIES IMPORTED_LOCATION ${PhoneNumber_LIBRARY}
                                                            INTERFACE_INCLUDE_DIRECTORIES ${PhoneNumber_INCLUDE_DIR})
endif()
