# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads the sources under SOURCE and fails where a file uses a folder that ARCHITECTURE.md does not allow it, where
# app/ reaches for a widget, where a folder's own subfolders are used from outside it, and where a text would escape
# translation. With EXPECT, the faults found must be those of
# that file.
cmake_minimum_required(VERSION 3.25)

set(folders base journal sftp archive csv flows validation repair accounts reporting pipeline practice cli)
set(base_uses)
set(journal_uses base)
set(sftp_uses base)
set(archive_uses base)
set(csv_uses base)
set(flows_uses csv base)
set(validation_uses flows ${flows_uses})
set(repair_uses validation archive ${validation_uses})
set(accounts_uses repair sftp journal ${repair_uses})
set(reporting_uses accounts ${accounts_uses})
set(pipeline_uses reporting ${reporting_uses})
# All below, except what it must not lean on: the practice platform judges a file on its own, or a mistake in our
# checks would pass unseen on both sides.
set(practice_uses pipeline ${pipeline_uses})
list(REMOVE_ITEM practice_uses validation repair)
set(cli_uses practice pipeline ${pipeline_uses})

set(may_show_markup ui/board/detailspanel.cpp ui/style/housestyle.cpp)

set(faults)
file(GLOB_RECURSE files RELATIVE ${SOURCE} ${SOURCE}/app/*.h ${SOURCE}/app/*.cpp ${SOURCE}/ui/*.h ${SOURCE}/ui/*.cpp)
list(SORT files)
foreach(file IN LISTS files)
  file(STRINGS ${SOURCE}/${file} lines REGEX "#include|tr\\(const char|SPDX-License-Identifier|Qt::(Auto|Rich|Markdown)Text|setHtml")
  if(NOT lines MATCHES "SPDX-License-Identifier")
    list(APPEND faults "${file} names no licence")
  endif()

  # A free function called tr() hides the context from lupdate, which files the text under the namespace or class that
  # it is used in; the translation would never be found. Q_DECLARE_TR_FUNCTIONS and QCoreApplication::translate do it
  # right.
  if(lines MATCHES "tr\\(const char")
    list(APPEND faults "${file} has a tr() of its own")
  endif()

  # What lies in a folder of a folder (sftp/transport/) is its own business.
  string(REGEX REPLACE "^(app/)?([a-z]+)/.*" "\\2" home ${file})
  foreach(line IN LISTS lines)
    if(line MATCHES "#include \"(([a-z]+)/[a-z]+/)" AND NOT CMAKE_MATCH_2 STREQUAL home)
      list(APPEND faults "${file} reaches into ${CMAKE_MATCH_1}")
    endif()
  endforeach()

  # Names from servers and files are shown as they are: plain text is the rule (HouseStyle::polish), and what is markup
  # escapes all that it is given.
  if(lines MATCHES "Qt::(Auto|Rich|Markdown)Text|setHtml" AND NOT file IN_LIST may_show_markup)
    list(APPEND faults "${file} shows markup")
  endif()

  if(file MATCHES "^app/([a-z]+)/")
    set(folder ${CMAKE_MATCH_1})
    if(NOT folder IN_LIST folders)
      list(APPEND faults "${file} lies in a folder that the architecture does not know")
      continue()
    endif()
    foreach(line IN LISTS lines)
      if(line MATCHES "#include \"([a-z]+)/" AND NOT CMAKE_MATCH_1 STREQUAL folder
         AND NOT CMAKE_MATCH_1 IN_LIST ${folder}_uses)
        list(APPEND faults "${file} uses ${CMAKE_MATCH_1}/")
      endif()
      if(line MATCHES "#include <(Qt(Widgets|Charts|PrintSupport)/|Q[A-Za-z]*Widget|QApplication|QMessageBox|QFileDialog|QDialog|QChart|QPrinter)")
        list(APPEND faults "${file} uses a widget: ${CMAKE_MATCH_1}")
      endif()
    endforeach()
  endif()
endforeach()

if(EXPECT)
  file(STRINGS ${EXPECT} expected)
  if(NOT faults STREQUAL expected)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "Found:\n  ${text}")
  endif()
elseif(NOT files)
  message(FATAL_ERROR "No sources under ${SOURCE}")
elseif(faults)
  list(JOIN faults "\n  " text)
  message(FATAL_ERROR "Against the architecture:\n  ${text}\n")
endif()
