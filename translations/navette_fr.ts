<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AccountFile</name>
    <message>
        <source>a host name or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of the key to sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fingerprint that begins with SHA256:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty, &quot;system&quot;, or an address with socks5:// or http://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group of keys in { }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one separator character such as ; or ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alphabet such as &quot;utf-8&quot; or &quot;iso-8859-1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two capital letters of a country, such as FR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application&apos;s number, such as &quot;6&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the member column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an account file: it is not JSON text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not an account file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account file %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for an account file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the account file %1, &quot;%2&quot; must be %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account file %1 lacks &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account file %1 holds &quot;%2&quot;; passwords belong in the system&apos;s keychain, never in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account file %1 holds a key that Navette does not know: &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountStoreText</name>
    <message>
        <source>This account&apos;s identifier cannot be a file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account %1 could not be saved in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such account any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that you may read it and that no other program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is incomplete: its end is missing. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged. Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would unpack to more than %2 MB, which Navette does not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is packed with %2, which Navette does not open. Unpack it first, or pack it as a zip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to write “%1”. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check that you may write in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already; it is not overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This zip file is not whole, or not a zip file. Fetch it or make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of this zip file contradict each other, so it is not opened. Make it again with the usual means of your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This zip file says different things about “%1”, so it is not opened. Make it again with the usual means of your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This zip file would unpack to more than %1 MB, which Navette does not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This zip file is one part of several. Join them, or make one whole zip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This zip file holds more than %1 files, which Navette does not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in this zip file is damaged. Fetch the zip file or make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in this zip file is protected by a password. Make a zip file without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is packed in a way that Navette does not know. Make the zip file again with the usual means of your computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in this zip file is a link to another place, not a file, so it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not in the zip file any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogText</name>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a base that does not lead back here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flow descriptions are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true, as others extend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that no other flow has</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnText</name>
    <message>
        <source>a pattern such as %Y-%m-%d, or any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column of plain texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kind of phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column&apos;s label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepositPlan</name>
    <message>
        <source>The platform would refuse the file as it is. Tick “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform would refuse the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s) can’t be taken. Correct them in your file, or tick to leave them out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No contact of this file can be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Deposit %Ln contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronise with %Ln contact(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %Ln contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %Ln contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln contact(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deposit %Ln profile(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %Ln device(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These contacts no longer receive %1 messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These contacts receive %1 messages again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These contacts are deleted from the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A static list of that name is replaced; else it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices are updated. An empty cell empties the value on the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform would refuse this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no contacts in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln contact(s) can’t be taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln contact(s) can be taken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DepositStateText</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken, outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Import contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out of e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out of SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out of voice calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out of voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt in to e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt in to SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt in to voice calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt in to voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions to campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions of devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices update</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowText</name>
    <message>
        <source>one punctuation character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label “%1” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a label that no other column has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column&apos;s description in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name ending in .csv with the places %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a directory relative to the account&apos;s root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform/flow, such as digitaleo/import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing, as a base is no flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description %1 cannot be used: it is not JSON from line %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the flow&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the flow&apos;s title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key, here or in a base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern of the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name beginning with the platform&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way of uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a way of uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing, as the platform writes this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most maxBytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule about the column “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule about keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column with the role device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryExport</name>
    <message>
        <source>Deposited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalText</name>
    <message>
        <source>The journal %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so the journal %1 could not be written. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 may not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 could not be used just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Navette. Update Navette on this computer to use it; nothing in it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder where the journal should be a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 for the journal could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of earlier deposits was damaged. It was kept as %1, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 is damaged and could not be put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal does not know this deposit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>The description %1 cannot be used: at %2 there is %3, where %4 was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text that is not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unknown key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeychainText</name>
    <message>
        <source>The system&apos;s keychain did not let Navette in. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain is running on this computer, so passwords cannot be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not answer as expected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivateFolder</name>
    <message>
        <source>No temporary folder can be made on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemotePlace</name>
    <message>
        <source>Import mode: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports, one folder a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files from the platform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui</name>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and short month, as in &quot;18 Nov&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day and a time of the day, as in &quot;18 Nov 16:02&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Date and time, then the time zone&apos;s abbreviation.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::CsvCellDelegate</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::CsvHeaderView</name>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::CsvTableModel</name>
    <message>
        <source>In your file: “%1”. Sent as: “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column is left out of the copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::CsvTableView</name>
    <message>
        <source>Contents of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row, as a spreadsheet numbers it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) of the selection were copied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navette::ui::FindingsModel</name>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) about the file as a whole are repaired in the copy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed here; the table shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::FindingsView</name>
    <message>
        <source>What was found in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::HistoryModel</name>
    <message>
        <source>Deposited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole history as a file for your spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can’t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deposit yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file that you deposit from this computer is listed here, with where it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 deposit from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deposits from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navette history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::RemoteTreeModel</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navette::ui::StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
