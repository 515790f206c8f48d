# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where a translation is unfinished. With COPY (and LUPDATE, OPTIONS, SOURCES) the file is copied there and brought
# up to date with the sources first, so that texts it lacks count too.
#   cmake -DTS=file [-DCOPY=file -DLUPDATE=program -DOPTIONS=list -DSOURCES=list] -P CheckTranslations.cmake
cmake_minimum_required(VERSION 3.25)

set(file ${TS})
if(COPY)
  set(file ${COPY})
  # Each language's file keeps its name's ending, from which lupdate guesses the language.
  file(COPY_FILE ${TS} ${COPY})
  execute_process(COMMAND ${LUPDATE} ${OPTIONS} ${SOURCES} -ts ${COPY} RESULT_VARIABLE result ERROR_VARIABLE messages)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "lupdate failed:\n${messages}")
  endif()
  # Such a text would never be translated, and be missed by no one.
  if(messages MATCHES "Cannot invoke tr|tr\\(\\) cannot be called without context|lacks Q_OBJECT")
    message(FATAL_ERROR "lupdate cannot take some texts:\n${messages}")
  endif()
endif()

# A semicolon or bracket in a text must not split the list of lines.
file(READ ${file} content)
string(REGEX REPLACE "[][;]" " " content "${content}")
string(REPLACE "<message" ";<message" content "${content}")
set(open)
foreach(message IN LISTS content)
  if(message MATCHES "type=\"unfinished\"" OR message MATCHES "<translation></translation>"
     OR message MATCHES "<numerusform></numerusform>")
    string(REGEX MATCH "<source>(.*)</source>" _ "${message}")
    list(APPEND open "${CMAKE_MATCH_1}")
  endif()
endforeach()
list(LENGTH open count)
if(count GREATER 0)
  list(JOIN open "\n  " lines)
  message(FATAL_ERROR "${file}: ${count} texts are not translated:\n  ${lines}\n")
endif()
