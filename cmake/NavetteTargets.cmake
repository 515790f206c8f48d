# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# How Navette's targets are made: one interface target with the house's compiler settings,
# one function for a folder of app/ or ui/, one for a test program.

set(NAVETTE_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them: address,undefined or thread")
option(NAVETTE_FUZZ "Build the fuzz targets; needs NAVETTE_SANITIZE and Clang with libFuzzer" OFF)

add_library(navette_settings INTERFACE)
target_compile_features(navette_settings INTERFACE cxx_std_20)
target_compile_definitions(
  navette_settings
  INTERFACE QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_FOREACH
            QT_NO_KEYWORDS
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            NAVETTE_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(navette_settings INTERFACE /W4 /WX /permissive- /utf-8 /Zc:__cplusplus)
  target_compile_definitions(navette_settings INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
  target_compile_options(navette_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                                    -Woverloaded-virtual -Wconversion -Wno-sign-conversion
                                                    # designated initialisers leave out what keeps its default
                                                    -Wno-missing-field-initializers -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 14 takes the unused half of a tl::expected for a value that is read before it is written.
  target_compile_options(navette_settings INTERFACE -Wno-maybe-uninitialized)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    # GCC 13 and 14 take a reference that a function with a temporary argument returns for one into that argument.
    target_compile_options(navette_settings INTERFACE -Wno-dangling-reference)
  endif()
endif()
if(NAVETTE_SANITIZE)
  target_compile_options(navette_settings INTERFACE -fsanitize=${NAVETTE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(navette_settings INTERFACE -fsanitize=${NAVETTE_SANITIZE})
endif()
if(NAVETTE_FUZZ)
  target_compile_options(navette_settings INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined)
endif()

# navette_folder(NAME DEPENDS targets… [EXCEPT files…]): the library of the current folder. What lies in the folder
# belongs to it: the folders are the architecture, so they are also the list of sources. A program's own are named.
function(navette_folder NAME)
  cmake_parse_arguments(ARG "" "" "DEPENDS;EXCEPT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
  list(TRANSFORM ARG_EXCEPT PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp ${ARG_EXCEPT})
  add_library(navette_${NAME} STATIC ${sources})
  # A folder that has only headers so far still is a library.
  set_target_properties(navette_${NAME} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(navette_${NAME} PUBLIC ${CMAKE_SOURCE_DIR}/app)
  target_link_libraries(navette_${NAME} PUBLIC ${ARG_DEPENDS} PRIVATE navette_settings)
endfunction()

# Public test files, kept outside the tree; the tests that read them skip where they are not there.
set(NAVETTE_SHARED_DIR "${CMAKE_SOURCE_DIR}/../shared" CACHE PATH "Where corpora/ of public test files lies")

# navette_test(NAME LINKS targets… [SOURCES files…] [DISPLAY offscreen|xvfb] [TIMEOUT s]):
# one Qt Test program from NAME.cpp.
function(navette_test NAME)
  cmake_parse_arguments(ARG "" "DISPLAY;TIMEOUT" "LINKS;SOURCES" ${ARGN})
  add_executable(${NAME} ${NAME}.cpp ${ARG_SOURCES})
  target_include_directories(${NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${NAME} PRIVATE navette_settings Qt6::Test ${ARG_LINKS})
  target_compile_definitions(
    ${NAME}
    PRIVATE NAVETTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" NAVETTE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}"
            NAVETTE_SHARED_DIR="${NAVETTE_SHARED_DIR}")
  if(NOT MSVC AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # Newer Qt's QTRY_… macros narrow a number in our code's name.
    set_source_files_properties(${NAME}.cpp PROPERTIES COMPILE_OPTIONS -Wno-conversion)
  endif()
  set(platform offscreen)
  if(ARG_DISPLAY STREQUAL "xvfb" AND UNIX AND NOT APPLE)
    set(platform xcb)
    add_test(NAME ${NAME} COMMAND xvfb-run -a -s "-screen 0 1600x1000x24" $<TARGET_FILE:${NAME}>)
  else()
    add_test(NAME ${NAME} COMMAND ${NAME})
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(NAVETTE_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 4")
  endif()
  set_tests_properties(
    ${NAME} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=${platform};QT_LOGGING_RULES=qt.qpa.*=false"
  )
endfunction()
