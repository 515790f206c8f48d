<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>DepositPlan</name>
    <message numerus="yes">
        <source>%Ln contact(s) can’t be taken. Correct them in your file, or tick to leave them out.</source>
        <translation>
            <numerusform>%Ln contact can’t be taken. Correct it in your file, or tick to leave it out.</numerusform>
            <numerusform>%Ln contacts can’t be taken. Correct them in your file, or tick to leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deposit %Ln contact(s)</source>
        <translation>
            <numerusform>Deposit %Ln contact</numerusform>
            <numerusform>Deposit %Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise with %Ln contact(s)…</source>
        <translation>
            <numerusform>Synchronise with %Ln contact…</numerusform>
            <numerusform>Synchronise with %Ln contacts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln contact(s)</source>
        <translation>
            <numerusform>Deactivate %Ln contact</numerusform>
            <numerusform>Deactivate %Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %Ln contact(s)</source>
        <translation>
            <numerusform>Reactivate %Ln contact</numerusform>
            <numerusform>Reactivate %Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln contact(s)…</source>
        <translation>
            <numerusform>Delete %Ln contact…</numerusform>
            <numerusform>Delete %Ln contacts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deposit %Ln profile(s)…</source>
        <translation>
            <numerusform>Deposit %Ln profile…</numerusform>
            <numerusform>Deposit %Ln profiles…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln device(s)</source>
        <translation>
            <numerusform>Update %Ln device</numerusform>
            <numerusform>Update %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln contact(s) can’t be taken</source>
        <translation>
            <numerusform>%1 of %Ln contact can’t be taken</numerusform>
            <numerusform>%1 of %Ln contacts can’t be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln contact(s) can be taken</source>
        <translation>
            <numerusform>The %Ln contact can be taken</numerusform>
            <numerusform>All %Ln contacts can be taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::AccountForm</name>
    <message numerus="yes">
        <source>%n named: %1</source>
        <translation>
            <numerusform>%n named: %1</numerusform>
            <numerusform>%n named: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declared: %1</source>
        <translation>
            <numerusform>%n declared: %1</numerusform>
            <numerusform>%n declared: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::BoardColumns</name>
    <message numerus="yes">
        <source>None of the %n file(s) here matches.</source>
        <translation>
            <numerusform>The %n file here does not match.</numerusform>
            <numerusform>None of the %n files here matches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::CardFace</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::CsvTableView</name>
    <message numerus="yes">
        <source>The first %n row(s) of the selection were copied.</source>
        <translation>
            <numerusform>The first row of the selection was copied (%n).</numerusform>
            <numerusform>The first %n rows of the selection were copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::DepositPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) will be emptied.</source>
        <translation>
            <numerusform>%Ln value will be emptied.</numerusform>
            <numerusform>%Ln values will be emptied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise the list “%1” with %Ln contact(s)?</source>
        <translation>
            <numerusform>Synchronise the list “%1” with %Ln contact?</numerusform>
            <numerusform>Synchronise the list “%1” with %Ln contacts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace the static list “%1” by %Ln profile(s)?</source>
        <translation>
            <numerusform>Replace the static list “%1” by %Ln profile?</numerusform>
            <numerusform>Replace the static list “%1” by %Ln profiles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln contact(s) from %1?</source>
        <translation>
            <numerusform>Delete %Ln contact from %1?</numerusform>
            <numerusform>Delete %Ln contacts from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln contact(s)</source>
        <translation>
            <numerusform>Delete %Ln contact</numerusform>
            <numerusform>Delete %Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused contact(s) saved as %1</source>
        <translation>
            <numerusform>%Ln refused contact saved as %1</numerusform>
            <numerusform>%Ln refused contacts saved as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A list is named like its file, so the contacts are added to %n list(s) and not to “%1”: %2. A list that is not there yet is made.</source>
        <translation>
            <numerusform>A list is named like its file, so the contacts are added to %n list and not to “%1”: %2. A list that is not there yet is made.</numerusform>
            <numerusform>A list is named like its file, so the contacts are added to %n lists and not to “%1”: %2. A list that is not there yet is made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each file makes a list of its own, so there will be %n list(s) instead of one: %1.</source>
        <translation>
            <numerusform>Each file makes a list of its own, so there will be %n list instead of one: %1.</numerusform>
            <numerusform>Each file makes a list of its own, so there will be %n lists instead of one: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), one after another:</source>
        <translation>
            <numerusform>%n file, one after another:</numerusform>
            <numerusform>%n files, one after another:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are sent one after another</source>
        <translation>
            <numerusform>%n file is sent</numerusform>
            <numerusform>%n files are sent one after another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same content as in %n of these files was sent before</source>
        <translation>
            <numerusform>The same content as in %n of these files was sent before</numerusform>
            <numerusform>The same content as in %n of these files was sent before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::DetailsPanel</name>
    <message numerus="yes">
        <source>and %n more, in the file</source>
        <translation>
            <numerusform>and %n more, in the file</numerusform>
            <numerusform>and %n more, in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::FileListModel</name>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s) refused</source>
        <translation>
            <numerusform>%Ln contact refused</numerusform>
            <numerusform>%Ln contacts refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::FileToolBar</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::FindingsModel</name>
    <message numerus="yes">
        <source>%n thing(s) about the file as a whole are repaired in the copy</source>
        <translation>
            <numerusform>%n thing about the file as a whole is repaired in the copy</numerusform>
            <numerusform>%n things about the file as a whole are repaired in the copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::FlowTabs</name>
    <message numerus="yes">
        <source>%n file(s) refused</source>
        <translation>
            <numerusform>%n file refused</numerusform>
            <numerusform>%n files refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are still being transferred.</source>
        <translation>
            <numerusform>%n file is still being transferred.</numerusform>
            <numerusform>%n files are still being transferred.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::NavigationModel</name>
    <message numerus="yes">
        <source>%n file(s) refused</source>
        <translation>
            <numerusform>%n file refused</numerusform>
            <numerusform>%n files refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n file(s) refused</source>
        <translation>
            <numerusform>%1, %n file refused</numerusform>
            <numerusform>%1, %n files refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::PartsBanner</name>
    <message numerus="yes">
        <source>All %n part(s) of %1 are on the platform.</source>
        <translation>
            <numerusform>%n part of %1 is on the platform.</numerusform>
            <numerusform>All %n parts of %1 are on the platform.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the missing part(s)</source>
        <translation>
            <numerusform>Send the missing part</numerusform>
            <numerusform>Send the missing parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::ProfileCheck</name>
    <message numerus="yes">
        <source>%n export(s) of devices</source>
        <translation>
            <numerusform>%n export of devices</numerusform>
            <numerusform>%n exports of devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked against the %Ln profile(s) of %1.</source>
        <translation>
            <numerusform>Checked against the %Ln profile of %1.</numerusform>
            <numerusform>Checked against the %Ln profiles of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::ProfilesDialog</name>
    <message numerus="yes">
        <source>Check against %n export(s)</source>
        <translation>
            <numerusform>Check against %n export</numerusform>
            <numerusform>Check against %n exports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every %n minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::Text</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::SavedNames</name>
    <message numerus="yes">
        <source>%n file(s) were saved under another name, because their own does not work on every computer or is that of another file in the folder: %1</source>
        <translation>
            <numerusform>%n file was saved under another name, because its own does not work on every computer or is that of another file in the folder: %1</numerusform>
            <numerusform>%n files were saved under another name, because their own does not work on every computer or is that of another file in the folder: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::TransfersStrip</name>
    <message numerus="yes">
        <source>%n transfer(s) did not get through</source>
        <translation>
            <numerusform>%n transfer did not get through</numerusform>
            <numerusform>%n transfers did not get through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n done today</numerusform>
            <numerusform>%n done today</numerusform>
        </translation>
    </message>
</context>
</TS>
