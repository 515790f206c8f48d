<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
    <context>
        <name>AccountFile</name>
        <message>
            <source>a host name or address</source>
            <translation>un nom de serveur ou une adresse</translation>
        </message>
        <message>
            <source>a user name</source>
            <translation>un nom d’utilisateur</translation>
        </message>
        <message>
            <source>the path of the key to sign in with</source>
            <translation>le chemin de la clé de connexion</translation>
        </message>
        <message>
            <source>a fingerprint that begins with SHA256:</source>
            <translation>une empreinte qui commence par SHA256:</translation>
        </message>
        <message>
            <source>empty, "system", or an address with socks5:// or http://</source>
            <translation>rien, "system", ou une adresse avec socks5:// ou http://</translation>
        </message>
        <message>
            <source>a group of keys in { }</source>
            <translation>un groupe de clés entre { }</translation>
        </message>
        <message>
            <source>a text in quotes</source>
            <translation>un texte entre guillemets</translation>
        </message>
        <message>
            <source>one separator character such as ; or ,</source>
            <translation>un seul caractère séparateur, comme ; ou ,</translation>
        </message>
        <message>
            <source>an alphabet such as "utf-8" or "iso-8859-1"</source>
            <translation>un alphabet comme "utf-8" ou "iso-8859-1"</translation>
        </message>
        <message>
            <source>the two capital letters of a country, such as FR</source>
            <translation>les deux majuscules d’un pays, comme FR</translation>
        </message>
        <message>
            <source>the application's number, such as "6"</source>
            <translation>le numéro de l’application, comme "6"</translation>
        </message>
        <message>
            <source>the name of the member column</source>
            <translation>le nom de la colonne des membres</translation>
        </message>
        <message>
            <source>%1 is not an account file: it is not JSON text.</source>
            <translation>%1 n’est pas un fichier de compte : ce n’est pas du texte JSON.</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>l’un de %1</translation>
        </message>
        <message>
            <source>There is no account file %1.</source>
            <translation>Il n’y a pas de fichier de compte %1.</translation>
        </message>
        <message>
            <source>%1 is a folder, not an account file.</source>
            <translation>%1 est un dossier, pas un fichier de compte.</translation>
        </message>
        <message>
            <source>The account file %1 cannot be read.</source>
            <translation>Le fichier de compte %1 ne peut pas être lu.</translation>
        </message>
        <message>
            <source>%1 is too large for an account file.</source>
            <translation>%1 est trop grand pour un fichier de compte.</translation>
        </message>
        <message>
            <source>In the account file %1, "%2" must be %3.</source>
            <translation>Dans le fichier de compte %1, "%2" doit être %3.</translation>
        </message>
        <message>
            <source>The account file %1 lacks "%2".</source>
            <translation>Il manque "%2" dans le fichier de compte %1.</translation>
        </message>
        <message>
            <source>a text that is not empty</source>
            <translation>un texte qui n’est pas vide</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true ou false</translation>
        </message>
        <message>
            <source>a whole number from %1 to %2</source>
            <translation>un nombre entier de %1 à %2</translation>
        </message>
        <message>
            <source>a list in [ ]</source>
            <translation>une liste entre [ ]</translation>
        </message>
        <message>
            <source>The account file %1 holds "%2"; passwords belong in the system's keychain, never in this file.</source>
            <translation>Le fichier de compte %1 contient "%2" ; les mots de passe vont dans le trousseau du système, jamais dans ce fichier.</translation>
        </message>
        <message>
            <source>The account file %1 holds a key that Navette does not know: "%2".</source>
            <translation>Le fichier de compte %1 contient une clé que Navette ne connaît pas : "%2".</translation>
        </message>
        <message>
            <source>an address without a password, which is asked for when the proxy wants it</source>
            <translation>une adresse sans mot de passe, qui est demandé quand le proxy le veut</translation>
        </message>
    </context>
    <context>
        <name>AccountStoreText</name>
        <message>
            <source>This account's identifier cannot be a file name.</source>
            <translation>L’identifiant de ce compte ne peut pas être un nom de fichier.</translation>
        </message>
        <message>
            <source>The account %1 could not be saved in %2.</source>
            <translation>Le compte %1 n’a pas pu être enregistré dans %2.</translation>
        </message>
        <message>
            <source>There is no such account any more.</source>
            <translation>Ce compte n’existe plus.</translation>
        </message>
        <message>
            <source>The account could not be removed from this computer.</source>
            <translation>Le compte n’a pas pu être retiré de cet ordinateur.</translation>
        </message>
    </context>
    <context>
        <name>Archive</name>
        <message>
            <source>“%1” is not there any more.</source>
            <translation>« %1 » n’est plus là.</translation>
        </message>
        <message>
            <source>“%1” is a folder, not a file.</source>
            <translation>« %1 » est un dossier, pas un fichier.</translation>
        </message>
        <message>
            <source>“%1” is not a plain file.</source>
            <translation>« %1 » n’est pas un fichier ordinaire.</translation>
        </message>
        <message>
            <source>“%1” cannot be opened. Check that you may read it and that no other program holds it.</source>
            <translation>« %1 » ne peut pas être ouvert. Vérifiez que vous avez le droit de le lire et qu’aucun autre programme ne le retient.</translation>
        </message>
        <message>
            <source>“%1” is incomplete: its end is missing. Fetch it again.</source>
            <translation>« %1 » est incomplet : sa fin manque. Récupérez-le de nouveau.</translation>
        </message>
        <message>
            <source>“%1” is damaged. Fetch it again.</source>
            <translation>« %1 » est abîmé. Récupérez-le de nouveau.</translation>
        </message>
        <message>
            <source>“%1” cannot be read.</source>
            <translation>« %1 » ne peut pas être lu.</translation>
        </message>
        <message>
            <source>“%1” would unpack to more than %2 MB, which Navette does not open.</source>
            <translation>« %1 » ferait plus de %2 Mo une fois décompressé ; Navette ne l’ouvre pas.</translation>
        </message>
        <message>
            <source>“%1” holds no file.</source>
            <translation>« %1 » ne contient aucun fichier.</translation>
        </message>
        <message>
            <source>“%1” is packed with %2, which Navette does not open. Unpack it first, or pack it as a zip file.</source>
            <translation>« %1 » est compressé avec %2, que Navette n’ouvre pas. Décompressez-le d’abord, ou faites-en un zip.</translation>
        </message>
        <message>
            <source>There is no room left to write “%1”. Free some space and try again.</source>
            <translation>Il n’y a plus de place pour écrire « %1 ». Libérez de l’espace, puis réessayez.</translation>
        </message>
        <message>
            <source>“%1” cannot be written. Check that you may write in this folder.</source>
            <translation>« %1 » ne peut pas être écrit. Vérifiez que vous avez le droit d’écrire dans ce dossier.</translation>
        </message>
        <message>
            <source>“%1” is there already; it is not overwritten.</source>
            <translation>« %1 » existe déjà ; il n’est pas remplacé.</translation>
        </message>
        <message>
            <source>This zip file is not whole, or not a zip file. Fetch it or make it again.</source>
            <translation>Ce zip n’est pas entier, ou n’est pas un zip. Récupérez-le ou refaites-le.</translation>
        </message>
        <message>
            <source>The parts of this zip file contradict each other, so it is not opened. Make it again with the usual means of your computer.</source>
            <translation>Les parties de ce zip se contredisent, il n’est donc pas ouvert. Refaites-le avec les moyens habituels de votre ordinateur.</translation>
        </message>
        <message>
            <source>This zip file says different things about “%1”, so it is not opened. Make it again with the usual means of your computer.</source>
            <translation>Ce zip dit des choses différentes de « %1 », il n’est donc pas ouvert. Refaites-le avec les moyens habituels de votre ordinateur.</translation>
        </message>
        <message>
            <source>This zip file would unpack to more than %1 MB, which Navette does not open.</source>
            <translation>Ce zip ferait plus de %1 Mo une fois décompressé ; Navette ne l’ouvre pas.</translation>
        </message>
        <message>
            <source>This zip file is one part of several. Join them, or make one whole zip file.</source>
            <translation>Ce zip n’est qu’une partie parmi plusieurs. Réunissez-les, ou faites un seul zip.</translation>
        </message>
        <message>
            <source>This zip file holds more than %1 files, which Navette does not open.</source>
            <translation>Ce zip contient plus de %1 fichiers ; Navette ne l’ouvre pas.</translation>
        </message>
        <message>
            <source>“%1” in this zip file is damaged. Fetch the zip file or make it again.</source>
            <translation>« %1 », dans ce zip, est abîmé. Récupérez le zip ou refaites-le.</translation>
        </message>
        <message>
            <source>“%1” in this zip file is protected by a password. Make a zip file without one.</source>
            <translation>« %1 », dans ce zip, est protégé par un mot de passe. Faites un zip sans mot de passe.</translation>
        </message>
        <message>
            <source>“%1” is packed in a way that Navette does not know. Make the zip file again with the usual means of your computer.</source>
            <translation>« %1 » est compressé d’une façon que Navette ne connaît pas. Refaites le zip avec les moyens habituels de votre ordinateur.</translation>
        </message>
        <message>
            <source>“%1” in this zip file is a link to another place, not a file, so it is not opened.</source>
            <translation>« %1 », dans ce zip, est un lien vers un autre endroit et non un fichier ; il n’est donc pas ouvert.</translation>
        </message>
        <message>
            <source>This file is not in the zip file any more.</source>
            <translation>Ce fichier n’est plus dans le zip.</translation>
        </message>
    </context>
    <context>
        <name>BinaryText</name>
        <message>
            <source>%1 is a spreadsheet workbook, not a CSV file. Open it in the spreadsheet program and save it as CSV.</source>
            <translation>%1 est un classeur de tableur, pas un fichier CSV. Ouvrez-le dans le tableur et enregistrez-le en CSV.</translation>
        </message>
        <message>
            <source>%1 is a zip archive, not a CSV file.</source>
            <translation>%1 est une archive zip, pas un fichier CSV.</translation>
        </message>
        <message>
            <source>%1 is a compressed file, not a CSV file.</source>
            <translation>%1 est un fichier compressé, pas un fichier CSV.</translation>
        </message>
        <message>
            <source>%1 is a PDF document, not a CSV file.</source>
            <translation>%1 est un document PDF, pas un fichier CSV.</translation>
        </message>
        <message>
            <source>%1 is a picture, not a CSV file.</source>
            <translation>%1 est une image, pas un fichier CSV.</translation>
        </message>
        <message>
            <source>%1 is not a text file, so it cannot be a CSV file.</source>
            <translation>%1 n’est pas un fichier texte, ce ne peut donc pas être un fichier CSV.</translation>
        </message>
    </context>
    <context>
        <name>BoardText</name>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Processing</source>
            <translation>En traitement</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Acceptés</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refusés</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>Non confirmés</translation>
        </message>
        <message>
            <source>Waiting for pick-up</source>
            <translation>En attente de relève</translation>
        </message>
        <message>
            <source>Picked up</source>
            <translation>Relevés</translation>
        </message>
        <message>
            <source>The folder %1 could not be listed: %2</source>
            <translation>Le dossier %1 n’a pas pu être listé : %2</translation>
        </message>
        <message>
            <source>The folder %1 holds more files than can be listed; not all are shown.</source>
            <translation>Le dossier %1 contient plus de fichiers qu’on ne peut en lister ; tous ne sont pas affichés.</translation>
        </message>
    </context>
    <context>
        <name>CatalogText</name>
        <message>
            <source>one of %1</source>
            <translation>l’un de %1</translation>
        </message>
        <message>
            <source>a base that does not lead back here</source>
            <translation>une base qui ne ramène pas ici</translation>
        </message>
        <message>
            <source>The description %1 cannot be read.</source>
            <translation>La description %1 ne peut pas être lue.</translation>
        </message>
        <message>
            <source>No flow descriptions are in %1.</source>
            <translation>Il n’y a pas de descriptions de flux dans %1.</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>true, as others extend it</source>
            <translation>true, puisque d’autres l’étendent</translation>
        </message>
        <message>
            <source>a name that no other flow has</source>
            <translation>un nom qu’aucun autre flux ne porte</translation>
        </message>
    </context>
    <context>
        <name>CliText</name>
        <message>
            <source>%1 is there already and is not overwritten. Choose another name.</source>
            <translation>%1 existe déjà et n’est pas remplacé. Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>error</source>
            <translation>erreur</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>avertissement</translation>
        </message>
        <message>
            <source>row %1: %2</source>
            <translation>ligne %1 : %2</translation>
        </message>
        <message>
            <source>All %1 rows checked: %2 valid, %3 not, %4 duplicates.</source>
            <translation>Les %1 lignes sont vérifiées : %2 bonnes, %3 non, %4 en double.</translation>
        </message>
        <message>
            <source>-o OUT is missing: the name of the copy to write.</source>
            <translation>Il manque -o OUT : le nom de la copie à écrire.</translation>
        </message>
        <message>
            <source>%1: %2 contacts, %3 bytes.</source>
            <translation>%1 : %2 contacts, %3 octets.</translation>
        </message>
        <message>
            <source>still there: %1</source>
            <translation>reste : %1</translation>
        </message>
        <message>
            <source>Files of %1 are not deposited on the account %2.</source>
            <translation>Les fichiers de %1 ne se déposent pas sur le compte %2.</translation>
        </message>
        <message>
            <source>%1: %2 (%3 contacts, %4 bytes) in %5</source>
            <translation>%1 : %2 (%3 contacts, %4 octets) dans %5</translation>
        </message>
        <message>
            <source>--mode takes new, add or sync, not "%1".</source>
            <translation>--mode prend new, add ou sync, pas "%1".</translation>
        </message>
        <message>
            <source>%1 has no import mode; leave --mode out.</source>
            <translation>%1 n’a pas de mode d’import ; enlevez --mode.</translation>
        </message>
        <message>
            <source>The same content was sent before: %1 on %2.</source>
            <translation>Le même contenu a déjà été envoyé : %1 le %2.</translation>
        </message>
        <message>
            <source>The platform has not finished with %1 yet.</source>
            <translation>La plateforme n’en a pas encore fini avec %1.</translation>
        </message>
        <message>
            <source>The platform refused %1. "navette-cli check" says what is wrong with a file.</source>
            <translation>La plateforme a refusé %1. "navette-cli check" dit ce qui ne va pas dans un fichier.</translation>
        </message>
        <message>
            <source>--%1 takes one character, not "%2".</source>
            <translation>--%1 prend un seul caractère, pas "%2".</translation>
        </message>
        <message>
            <source>Navette does not know the encoding "%1".</source>
            <translation>Navette ne connaît pas l’alphabet "%1".</translation>
        </message>
        <message>
            <source>--format takes jsonl or csv, not "%1".</source>
            <translation>--format prend jsonl ou csv, pas "%1".</translation>
        </message>
        <message>
            <source>  (next pick-up %1)</source>
            <translation>  (prochaine relève %1)</translation>
        </message>
        <message>
            <source>Two import modes are set at once. Choose one with --set.</source>
            <translation>Deux modes d’import sont posés à la fois. Choisissez-en un avec --set.</translation>
        </message>
        <message>
            <source>--set takes new, add or sync, not "%1".</source>
            <translation>--set prend new, add ou sync, pas "%1".</translation>
        </message>
        <message>
            <source>Only Digitaleo accounts have an import mode.</source>
            <translation>Seuls les comptes Digitaleo ont un mode d’import.</translation>
        </message>
        <message>
            <source>--root DIR is missing: the folder of the practice platform.</source>
            <translation>Il manque --root DIR : le dossier de la plateforme d’entraînement.</translation>
        </message>
        <message>
            <source>--platform takes digitaleo or accengage, not "%1".</source>
            <translation>--platform prend digitaleo ou accengage, pas "%1".</translation>
        </message>
        <message>
            <source>--port takes a number up to 65535.</source>
            <translation>--port prend un nombre jusqu’à 65535.</translation>
        </message>
        <message>
            <source>--tick takes seconds, such as 2 or 0.5.</source>
            <translation>--tick prend des secondes, comme 2 ou 0.5.</translation>
        </message>
        <message>
            <source>%1: %2 bytes.</source>
            <translation>%1 : %2 octets.</translation>
        </message>
        <message>
            <source>%1, saved as %2</source>
            <translation>%1, enregistré sous %2</translation>
        </message>
        <message>
            <source>done  </source>
            <translation>fait  </translation>
        </message>
        <message>
            <source>failed</source>
            <translation>échec</translation>
        </message>
        <message>
            <source>%1 is there already and is not overwritten.</source>
            <translation>%1 existe déjà et n’est pas remplacé.</translation>
        </message>
        <message>
            <source>There is no file %1.</source>
            <translation>Il n’y a pas de fichier %1.</translation>
        </message>
        <message>
            <source>%1 is not a file.</source>
            <translation>%1 n’est pas un fichier.</translation>
        </message>
        <message>
            <source>%1  %2 zips, %3 days left%4</source>
            <translation>%1  %2 zips, encore %3 jours%4</translation>
        </message>
        <message>
            <source>, kept here</source>
            <translation>, conservé ici</translation>
        </message>
        <message>
            <source>  kept here</source>
            <translation>  conservé ici</translation>
        </message>
        <message>
            <source>%1 is neither a reporting zip nor an export.</source>
            <translation>%1 n’est ni un zip de rapport ni un export.</translation>
        </message>
        <message>
            <source>  %1  %2 targets, %3 bounces, %4 sent, %5 reactions</source>
            <translation>  %1  %2 ciblés, %3 rebonds, %4 envoyés, %5 réactions</translation>
        </message>
        <message>
            <source>  %1 rows</source>
            <translation>  %1 lignes</translation>
        </message>
        <message>
            <source>--day takes a day such as 2026-03-29, not "%1".</source>
            <translation>--day prend un jour comme 2026-03-29, pas "%1".</translation>
        </message>
        <message>
            <source>Password of %1 on %2: </source>
            <translation>Mot de passe de %1 sur %2 : </translation>
        </message>
        <message>
            <source>There is no password for %1: neither in NAVETTE_PASSWORD nor in the keychain, and no terminal to ask on.</source>
            <translation>Il n’y a pas de mot de passe pour %1 : ni dans NAVETTE_PASSWORD ni dans le trousseau, et pas de terminal pour le demander.</translation>
        </message>
        <message>
            <source>%1 is not known yet. Its key (%2) has the fingerprint
  %3
Trust it from now on? (yes/no) </source>
            <translation>%1 n’est pas encore connu. Sa clé (%2) a l’empreinte
  %3
Lui faire confiance désormais ? (yes/no) </translation>
        </message>
        <message>
            <source>%1 is missing.</source>
            <translation>Il manque %1.</translation>
        </message>
        <message>
            <source>"%1" is one argument too many.</source>
            <translation>"%1" est un argument de trop.</translation>
        </message>
        <message>
            <source>--%1 is missing.</source>
            <translation>Il manque --%1.</translation>
        </message>
        <message>
            <source>--%1 takes a whole number, not "%2".</source>
            <translation>--%1 prend un nombre entier, pas "%2".</translation>
        </message>
        <message>
            <source>There is no flow "%1"; "navette-cli flows" lists those there are.</source>
            <translation>Il n’y a pas de flux "%1" ; "navette-cli flows" liste ceux qui existent.</translation>
        </message>
        <message>
            <source>The account %1 has no flow "%2" to deposit on.</source>
            <translation>Le compte %1 n’a pas de flux "%2" où déposer.</translation>
        </message>
        <message>
            <source>row %1, column %2: %3</source>
            <translation>ligne %1, colonne %2 : %3</translation>
        </message>
        <message>
            <source>Weight: %1 values (%2 columns, %3 profiles).</source>
            <translation>Poids : %1 valeurs (%2 colonnes, %3 profils).</translation>
        </message>
        <message>
            <source>%1: %2 bytes; an earlier try had brought %3 of them.</source>
            <translation>%1 : %2 octets ; une tentative précédente en avait apporté %3.</translation>
        </message>
        <message>
            <source>The same command goes on from there.</source>
            <translation>La même commande reprend à partir de là.</translation>
        </message>
        <message>
            <source>--duplicates takes first or last, not "%1".</source>
            <translation>--duplicates prend first ou last, pas « %1 ».</translation>
        </message>
        <message>
            <source>%1 Again in %2 s (try %3 of %4).</source>
            <translation>%1 Nouvel essai dans %2 s (essai %3 sur %4).</translation>
        </message>
        <message>
            <source>Passphrase of the key %1: </source>
            <translation>Phrase secrète de la clé %1 : </translation>
        </message>
        <message>
            <source>Password of %1 on the proxy %2: </source>
            <translation>Mot de passe de %1 sur le proxy %2 : </translation>
        </message>
        <message>
            <source>That was not accepted.</source>
            <translation>Cela n’a pas été accepté.</translation>
        </message>
        <message>
            <source>%1 asks:</source>
            <translation>%1 demande :</translation>
        </message>
        <message>
            <source>A certificate is expected of %1, which Navette cannot check: only the fingerprint can tell whether this is the right server.</source>
            <translation>On attend de %1 un certificat, que Navette ne sait pas vérifier : seule l’empreinte peut dire si c’est le bon serveur.</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>%1 ne peut pas être lu.</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>révoquée</translation>
        </message>
        <message>
            <source>The account file accepts only %1.</source>
            <translation>Le fichier de compte n’accepte que %1.</translation>
        </message>
        <message>
            <source>No key of %1 is known here.</source>
            <translation>Aucune clé de %1 n’est connue ici.</translation>
        </message>
        <message>
            <source>A fingerprint is "SHA256:" and 43 characters, as ssh-keygen -l shows it.</source>
            <translation>Une empreinte est « SHA256: » suivi de 43 caractères, comme ssh-keygen -l la montre.</translation>
        </message>
        <message>
            <source>Other users of this computer can read the key file %1; only its owner should (chmod 600).</source>
            <translation>D’autres utilisateurs de cet ordinateur peuvent lire le fichier de clé %1 ; seul son propriétaire le devrait (chmod 600).</translation>
        </message>
        <message>
            <source>"%1" is no Base64 of a path. Where a name really begins so, write "/%1".</source>
            <translation>« %1 » n’est pas un chemin en Base64. Si un nom commence vraiment ainsi, écrivez « /%1 ».</translation>
        </message>
        <message>
            <source>The account file itself names the fingerprint, and only that one is accepted: change "hostKeyFingerprint" there.</source>
            <translation>Le fichier de compte nomme lui-même l’empreinte, et seule celle-là est acceptée : modifiez « hostKeyFingerprint » dans ce fichier.</translation>
        </message>
        <message>
            <source>Once the platform's support has confirmed that fingerprint, this accepts the key: %1</source>
            <translation>Une fois que l’assistance de la plateforme a confirmé cette empreinte, cette commande accepte la clé : %1</translation>
        </message>
        <message>
            <source>Once the platform's support has confirmed that fingerprint, enter it as "hostKeyFingerprint" in the account file.</source>
            <translation>Une fois que l’assistance de la plateforme a confirmé cette empreinte, indiquez-la comme « hostKeyFingerprint » dans le fichier de compte.</translation>
        </message>
        <message>
            <source>"accounts" knows only "test" and "host-key".</source>
            <translation>« accounts » ne connaît que « test » et « host-key ».</translation>
        </message>
        <message>
            <source>The listing is incomplete: the directory holds more. With --all it is listed to its end.</source>
            <translation>La liste est incomplète : le dossier en contient davantage. Avec --all, il est listé jusqu’au bout.</translation>
        </message>
        <message>
            <source>The listing is incomplete: the server ceased to send names, and did not say that these are all.</source>
            <translation>La liste est incomplète : le serveur a cessé d’envoyer des noms sans dire que c’étaient les derniers.</translation>
        </message>
        <message>
            <source>%1 was saved as %2: on some computers its name would be that of another file in the folder.</source>
            <translation>%1 a été enregistré sous le nom %2 : sur certains ordinateurs, son nom serait celui d’un autre fichier du dossier.</translation>
        </message>
    </context>
    <context>
        <name>ColumnText</name>
        <message>
            <source>a pattern such as %Y-%m-%d, or any</source>
            <translation>un motif comme %Y-%m-%d, ou any</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>autre chose</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>l’un de %1</translation>
        </message>
        <message>
            <source>a list of values</source>
            <translation>une liste de valeurs</translation>
        </message>
        <message>
            <source>a column of plain texts</source>
            <translation>une colonne de textes simples</translation>
        </message>
        <message>
            <source>a kind of phone</source>
            <translation>une sorte de téléphone</translation>
        </message>
        <message>
            <source>the column's label</source>
            <translation>l’étiquette de la colonne</translation>
        </message>
        <message>
            <source>a smallest number</source>
            <translation>une plus petite valeur</translation>
        </message>
        <message>
            <source>a column of whole numbers</source>
            <translation>une colonne de nombres entiers</translation>
        </message>
        <message>
            <source>half a condition</source>
            <translation>la moitié d’une condition</translation>
        </message>
        <message>
            <source>a field and a value</source>
            <translation>un champ et une valeur</translation>
        </message>
    </context>
    <context>
        <name>ComparisonText</name>
        <message>
            <source>%1 cannot be read any more.</source>
            <translation>%1 n’est plus lisible.</translation>
        </message>
        <message>
            <source>%1 here and on the platform are not the same: one of them was changed, or the transfer went wrong. Transfer the file again if you did not change it.</source>
            <translation>%1 n’est pas le même ici et sur la plateforme : l’un des deux a été modifié, ou le transfert s’est mal passé. Transférez à nouveau le fichier si vous ne l’avez pas modifié.</translation>
        </message>
        <message>
            <source>compared with the platform</source>
            <translation>comparé avec la plateforme</translation>
        </message>
    </context>
    <context>
        <name>ConnectionText</name>
        <message>
            <source>not connected</source>
            <translation>pas connecté</translation>
        </message>
        <message>
            <source>not connected, again in %1 (try %2)</source>
            <translation>pas connecté, nouvel essai dans %1 (essai %2)</translation>
        </message>
        <message>
            <source>connecting…</source>
            <translation>connexion…</translation>
        </message>
        <message>
            <source>connecting… (try %1)</source>
            <translation>connexion… (essai %1)</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>connecté</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>hors ligne</translation>
        </message>
        <message>
            <source>old encryption allowed</source>
            <translation>ancien chiffrement permis</translation>
        </message>
    </context>
    <context>
        <name>CsvFileText</name>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 est vide.</translation>
        </message>
        <message>
            <source>%1 is too large for a file in UTF-16. Save it as UTF-8 and try again.</source>
            <translation>%1 est trop grand pour un fichier en UTF-16. Enregistrez-le en UTF-8 et réessayez.</translation>
        </message>
        <message>
            <source>%1 is not there.</source>
            <translation>%1 n’est pas là.</translation>
        </message>
        <message>
            <source>%1 is a folder, not a file.</source>
            <translation>%1 est un dossier, pas un fichier.</translation>
        </message>
        <message>
            <source>%1 is not a file that can be read.</source>
            <translation>%1 n’est pas un fichier lisible.</translation>
        </message>
        <message>
            <source>%1 cannot be opened. It may belong to somebody else or be in use by another program.</source>
            <translation>%1 ne peut pas être ouvert. Il appartient peut-être à quelqu’un d’autre, ou un autre programme l’utilise.</translation>
        </message>
        <message>
            <source>%1 could not be read to its end.</source>
            <translation>%1 n’a pas pu être lu jusqu’au bout.</translation>
        </message>
        <message>
            <source>%1 has more than %2 columns, which nothing can be done with. Check the file.</source>
            <translation>%1 a plus de %2 colonnes, ce qui est inexploitable. Vérifiez le fichier.</translation>
        </message>
    </context>
    <context>
        <name>Delimiter</name>
        <message>
            <source>semicolon</source>
            <translation>point-virgule</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>virgule</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>tabulation</translation>
        </message>
        <message>
            <source>vertical bar</source>
            <translation>barre verticale</translation>
        </message>
        <message>
            <source>colon</source>
            <translation>deux-points</translation>
        </message>
    </context>
    <context>
        <name>DepositJobs</name>
        <message>
            <source>This is a spreadsheet file. Open it in your spreadsheet program, save it as CSV (“CSV UTF-8”), and add that file.</source>
            <translation>C’est un fichier de tableur. Ouvrez-le dans votre tableur, enregistrez-le en CSV (« CSV UTF-8 ») et ajoutez ce fichier-là.</translation>
        </message>
    </context>
    <context>
        <name>DepositPlan</name>
        <message>
            <source>The platform would refuse the file as it is. Tick “%1”.</source>
            <translation>La plateforme refuserait le fichier tel quel. Cochez « %1 ».</translation>
        </message>
        <message>
            <source>The platform would refuse the file: %1</source>
            <translation>La plateforme refuserait le fichier : %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) can’t be taken. Correct them in your file, or tick to leave them out.</source>
            <translation>
                <numerusform>%Ln contact ne peut pas être pris. Corrigez-le dans votre fichier, ou cochez pour le laisser de côté.</numerusform>
                <numerusform>%Ln contacts ne peuvent pas être pris. Corrigez-les dans votre fichier, ou cochez pour les laisser de côté.</numerusform>
            </translation>
        </message>
        <message>
            <source>No contact of this file can be taken.</source>
            <translation>Aucun contact de ce fichier ne peut être pris.</translation>
        </message>
        <message numerus="yes">
            <source>Deposit %Ln contact(s)</source>
            <translation>
                <numerusform>Déposer %Ln contact</numerusform>
                <numerusform>Déposer %Ln contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Synchronise with %Ln contact(s)…</source>
            <translation>
                <numerusform>Synchroniser avec %Ln contact…</numerusform>
                <numerusform>Synchroniser avec %Ln contacts…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deactivate %Ln contact(s)</source>
            <translation>
                <numerusform>Désactiver %Ln contact</numerusform>
                <numerusform>Désactiver %Ln contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reactivate %Ln contact(s)</source>
            <translation>
                <numerusform>Réactiver %Ln contact</numerusform>
                <numerusform>Réactiver %Ln contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contact(s)…</source>
            <translation>
                <numerusform>Supprimer %Ln contact…</numerusform>
                <numerusform>Supprimer %Ln contacts…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deposit %Ln profile(s)…</source>
            <translation>
                <numerusform>Déposer %Ln profil…</numerusform>
                <numerusform>Déposer %Ln profils…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Update %Ln device(s)</source>
            <translation>
                <numerusform>Mettre à jour %Ln appareil</numerusform>
                <numerusform>Mettre à jour %Ln appareils</numerusform>
            </translation>
        </message>
        <message>
            <source>These contacts are deleted from the platform.</source>
            <translation>Ces contacts sont supprimés de la plateforme.</translation>
        </message>
        <message>
            <source>A static list of that name is replaced; else it is made.</source>
            <translation>Une liste statique de ce nom est remplacée ; sinon elle est créée.</translation>
        </message>
        <message>
            <source>Devices are updated. An empty cell empties the value on the platform.</source>
            <translation>Les appareils sont mis à jour. Une cellule vide efface la valeur sur la plateforme.</translation>
        </message>
        <message>
            <source>The platform would refuse this file</source>
            <translation>La plateforme refuserait ce fichier</translation>
        </message>
        <message>
            <source>There are no contacts in this file</source>
            <translation>Il n’y a pas de contacts dans ce fichier</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln contact(s) can’t be taken</source>
            <translation>
                <numerusform>%1 sur %Ln contact ne peut pas être pris</numerusform>
                <numerusform>%1 sur %Ln contacts ne peuvent pas être pris</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln contact(s) can be taken</source>
            <translation>
                <numerusform>Le seul contact peut être pris (%Ln)</numerusform>
                <numerusform>Les %Ln contacts peuvent tous être pris</numerusform>
            </translation>
        </message>
        <message>
            <source>voicemail messages</source>
            <translation>les messages vocaux</translation>
        </message>
        <message>
            <source>voice calls</source>
            <translation>les appels</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>les SMS</translation>
        </message>
        <message>
            <source>e-mails</source>
            <translation>les e-mails</translation>
        </message>
        <message>
            <source>These contacts no longer receive %1.</source>
            <translation>Ces contacts ne reçoivent plus %1.</translation>
        </message>
        <message>
            <source>These contacts receive %1 again.</source>
            <translation>Ces contacts reçoivent de nouveau %1.</translation>
        </message>
        <message>
            <source>The contact can be taken</source>
            <translation>Le contact peut être pris</translation>
        </message>
    </context>
    <context>
        <name>DepositStateText</name>
        <message>
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>En cours d’envoi</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Processing</source>
            <translation>En traitement</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Accepté</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refusé</translation>
        </message>
        <message>
            <source>Taken, outcome unknown</source>
            <translation>Pris, issue inconnue</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expiré</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Échoué</translation>
        </message>
    </context>
    <context>
        <name>DepositText</name>
        <message>
            <source>%1 is a folder, not a file.</source>
            <translation>%1 est un dossier, pas un fichier.</translation>
        </message>
        <message>
            <source>The file %1 is not there any more.</source>
            <translation>Le fichier %1 n’est plus là.</translation>
        </message>
        <message>
            <source>The file %1 cannot be read.</source>
            <translation>Le fichier %1 ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The file %1 cannot be read to its end.</source>
            <translation>Le fichier %1 ne peut pas être lu jusqu’au bout.</translation>
        </message>
        <message>
            <source>The platform writes the files of "%1"; none are deposited there.</source>
            <translation>C’est la plateforme qui écrit les fichiers de « %1 » ; on n’y dépose rien.</translation>
        </message>
        <message>
            <source>The account %1 is not on the platform of "%2".</source>
            <translation>Le compte %1 n’est pas sur la plateforme de « %2 ».</translation>
        </message>
        <message>
            <source>Contacts can be deleted only where the account has a uniqueness criterion, and %1 has none. Nothing was sent.</source>
            <translation>On ne peut supprimer des contacts que si le compte a un critère d’unicité, et %1 n’en a pas. Rien n’a été envoyé.</translation>
        </message>
        <message>
            <source>The platform cannot be given a file of this name. Choose a name without / or \, not beginning with a dot.</source>
            <translation>La plateforme ne peut pas recevoir un fichier de ce nom. Choisissez un nom sans / ni \, qui ne commence pas par un point.</translation>
        </message>
        <message>
            <source>The file %1 is empty.</source>
            <translation>Le fichier %1 est vide.</translation>
        </message>
        <message>
            <source>%1 has %2 bytes; the platform takes %3 at most. Zip it or split it.</source>
            <translation>%1 fait %2 octets ; la plateforme en prend %3 au plus. Faites-en un zip ou coupez-le.</translation>
        </message>
        <message>
            <source>Whether the platform has the earlier attempt of %1 cannot be told just now, so nothing was sent. Try again a little later; where that does not help, look at the list on the platform and choose another name.</source>
            <translation>On ne peut pas savoir pour l’instant si la plateforme a l’essai précédent de %1 : rien n’a donc été envoyé. Réessayez un peu plus tard ; si cela ne suffit pas, regardez la liste sur la plateforme et choisissez un autre nom.</translation>
        </message>
        <message>
            <source>Whether the platform took the earlier attempt of %1 cannot be told. Look at the list on the platform; if the contacts are missing there, deposit the file anew.</source>
            <translation>On ne peut pas savoir si la plateforme a pris l’essai précédent de %1. Regardez la liste sur la plateforme ; si les contacts n’y sont pas, déposez de nouveau le fichier.</translation>
        </message>
        <message>
            <source>Two import modes are set on the platform at once. Choose one of them first; nothing was sent.</source>
            <translation>Deux modes d’import sont posés à la fois sur la plateforme. Choisissez-en un d’abord ; rien n’a été envoyé.</translation>
        </message>
        <message>
            <source>A file named %1 is waiting on the platform already. Wait until it is taken, or choose another name.</source>
            <translation>Un fichier nommé %1 attend déjà sur la plateforme. Attendez qu’il soit pris, ou choisissez un autre nom.</translation>
        </message>
        <message>
            <source>The file %1 changed while it was being sent. Nothing was deposited.</source>
            <translation>Le fichier %1 a changé pendant l’envoi. Rien n’a été déposé.</translation>
        </message>
        <message>
            <source>What arrived on the platform is not what was sent. Nothing was deposited; send it again.</source>
            <translation>Ce qui est arrivé sur la plateforme n’est pas ce qui a été envoyé. Rien n’a été déposé ; envoyez-le de nouveau.</translation>
        </message>
        <message>
            <source>The import mode was changed by somebody else while the file was being sent. Nothing was deposited.</source>
            <translation>Quelqu’un d’autre a changé le mode d’import pendant l’envoi. Rien n’a été déposé.</translation>
        </message>
        <message>
            <source>%1 is on the platform, but the journal could not be written: %2</source>
            <translation>%1 est sur la plateforme, mais le journal n’a pas pu être écrit : %2</translation>
        </message>
        <message>
            <source>The connection was lost at the moment of the deposit of %1. Navette looks whether the platform has it before anything is sent again.</source>
            <translation>La connexion s’est perdue au moment du dépôt de %1. Navette regarde si la plateforme l’a avant d’envoyer quoi que ce soit de nouveau.</translation>
        </message>
        <message>
            <source>It was interrupted before the file was whole; nothing was deposited.</source>
            <translation>L’envoi a été interrompu avant que le fichier soit entier ; rien n’a été déposé.</translation>
        </message>
        <message>
            <source>The file is there but was not confirmed, so the platform will not take it.</source>
            <translation>Le fichier est là mais n’a pas été confirmé, la plateforme ne le prendra donc pas.</translation>
        </message>
        <message>
            <source>It was interrupted at the moment of the deposit, and the platform shows the file nowhere by now.</source>
            <translation>L’envoi a été interrompu au moment du dépôt, et la plateforme ne montre plus le fichier nulle part.</translation>
        </message>
        <message>
            <source>It was interrupted before the file was sent; nothing was deposited.</source>
            <translation>L’envoi a été interrompu avant de commencer ; rien n’a été déposé.</translation>
        </message>
        <message>
            <source>A temporary file, %1, may still be on the platform; Navette removes it when it looks at the platform next.</source>
            <translation>Un fichier temporaire, %1, est peut-être encore sur la plateforme ; Navette l’enlèvera dès qu’elle regardera de nouveau la plateforme.</translation>
        </message>
        <message>
            <source>It was cancelled at the moment of the deposit of %1, before the platform answered. Navette looks whether the platform has it before anything is sent again.</source>
            <translation>L’annulation est venue au moment même du dépôt de %1, avant la réponse de la plateforme. Navette vérifie si la plateforme l’a reçu avant tout nouvel envoi.</translation>
        </message>
        <message>
            <source>It was tried %1 times.</source>
            <translation>%1 essais ont été faits.</translation>
        </message>
        <message>
            <source>The connection broke off on the way; it was sent in %1 tries.</source>
            <translation>La connexion s’est interrompue en route ; l’envoi a pris %1 essais.</translation>
        </message>
    </context>
    <context>
        <name>ExportShares</name>
        <message>
            <source>not given</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>others</source>
            <translation>autres</translation>
        </message>
        <message>
            <source>Push allowed by the system</source>
            <translation>Push autorisés par le système</translation>
        </message>
        <message>
            <source>Push enabled in the app</source>
            <translation>Push activés dans l’application</translation>
        </message>
        <message>
            <source>In-app messages enabled</source>
            <translation>Messages in-app activés</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Countries</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>Devices that reacted</source>
            <translation>Appareils ayant réagi</translation>
        </message>
    </context>
    <context>
        <name>ExportTableText</name>
        <message>
            <source>%1 has no column “%2”, so it cannot be counted. It may be another kind of file.</source>
            <translation>%1 n’a pas de colonne « %2 » et ne peut donc pas être compté. C’est peut-être une autre sorte de fichier.</translation>
        </message>
    </context>
    <context>
        <name>Flow</name>
        <message>
            <source>Import contacts</source>
            <translation>Import de contacts</translation>
        </message>
        <message>
            <source>Delete contacts</source>
            <translation>Suppression de contacts</translation>
        </message>
        <message>
            <source>Opt out of e-mail</source>
            <translation>Désinscription e-mail</translation>
        </message>
        <message>
            <source>Opt out of SMS</source>
            <translation>Désinscription SMS</translation>
        </message>
        <message>
            <source>Opt out of voice calls</source>
            <translation>Désinscription appels</translation>
        </message>
        <message>
            <source>Opt out of voicemail</source>
            <translation>Désinscription messagerie vocale</translation>
        </message>
        <message>
            <source>Opt in to e-mail</source>
            <translation>Réinscription e-mail</translation>
        </message>
        <message>
            <source>Opt in to SMS</source>
            <translation>Réinscription SMS</translation>
        </message>
        <message>
            <source>Opt in to voice calls</source>
            <translation>Réinscription appels</translation>
        </message>
        <message>
            <source>Opt in to voicemail</source>
            <translation>Réinscription messagerie vocale</translation>
        </message>
        <message>
            <source>Reactions to campaigns</source>
            <translation>Réactions aux campagnes</translation>
        </message>
        <message>
            <source>Message statistics</source>
            <translation>Statistiques des messages</translation>
        </message>
        <message>
            <source>Reactions of devices</source>
            <translation>Réactions des appareils</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Appareils</translation>
        </message>
        <message>
            <source>Static list</source>
            <translation>Liste statique</translation>
        </message>
        <message>
            <source>Devices update</source>
            <translation>Mise à jour des appareils</translation>
        </message>
    </context>
    <context>
        <name>FlowText</name>
        <message>
            <source>one punctuation character</source>
            <translation>un signe de ponctuation</translation>
        </message>
        <message>
            <source>the label “%1” again</source>
            <translation>l’étiquette « %1 » une seconde fois</translation>
        </message>
        <message>
            <source>a label that no other column has</source>
            <translation>une étiquette qu’aucune autre colonne ne porte</translation>
        </message>
        <message>
            <source>a column's description in braces</source>
            <translation>la description d’une colonne entre accolades</translation>
        </message>
        <message>
            <source>an empty list</source>
            <translation>une liste vide</translation>
        </message>
        <message>
            <source>at least one column</source>
            <translation>au moins une colonne</translation>
        </message>
        <message>
            <source>a name ending in .csv with the places %1</source>
            <translation>un nom qui finit par .csv avec les places %1</translation>
        </message>
        <message>
            <source>a directory relative to the account's root</source>
            <translation>un dossier relatif à la racine du compte</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>l’un de %1</translation>
        </message>
        <message>
            <source>platform/flow, such as digitaleo/import</source>
            <translation>plateforme/flux, comme digitaleo/import</translation>
        </message>
        <message>
            <source>nothing, as a base is no flow</source>
            <translation>rien, puisqu’une base n’est pas un flux</translation>
        </message>
        <message>
            <source>The description %1 cannot be used: it is not JSON from line %2 on.</source>
            <translation>La description %1 n’est pas utilisable : ce n’est plus du JSON à partir de la ligne %2.</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>une liste</translation>
        </message>
        <message>
            <source>an object in braces</source>
            <translation>un objet entre accolades</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>the flow's name</source>
            <translation>le nom du flux</translation>
        </message>
        <message>
            <source>the flow's title</source>
            <translation>le titre du flux</translation>
        </message>
        <message>
            <source>this key, here or in a base</source>
            <translation>cette clé, ici ou dans une base</translation>
        </message>
        <message>
            <source>the pattern of the file's name</source>
            <translation>le motif du nom du fichier</translation>
        </message>
        <message>
            <source>a name beginning with the platform's</source>
            <translation>un nom qui commence par celui de la plateforme</translation>
        </message>
        <message>
            <source>the way of uploading</source>
            <translation>la façon d’envoyer</translation>
        </message>
        <message>
            <source>a way of uploading</source>
            <translation>une façon d’envoyer</translation>
        </message>
        <message>
            <source>nothing, as the platform writes this file</source>
            <translation>rien, puisque la plateforme écrit ce fichier</translation>
        </message>
        <message>
            <source>at most maxBytes</source>
            <translation>au plus maxBytes</translation>
        </message>
        <message>
            <source>a rule about the column “%1”</source>
            <translation>une règle sur la colonne « %1 »</translation>
        </message>
        <message>
            <source>the name of a column</source>
            <translation>le nom d’une colonne</translation>
        </message>
        <message>
            <source>a rule about keys</source>
            <translation>une règle sur les clés</translation>
        </message>
        <message>
            <source>a column with the role device</source>
            <translation>une colonne avec le rôle device</translation>
        </message>
        <message>
            <source>the same key a second time</source>
            <translation>la même clé une seconde fois</translation>
        </message>
        <message>
            <source>each key once</source>
            <translation>chaque clé une seule fois</translation>
        </message>
    </context>
    <context>
        <name>HistoryExport</name>
        <message>
            <source>Deposited</source>
            <translation>Déposé</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Flow</source>
            <translation>Flux</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Octets</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>Envoyé par</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Name on the platform</source>
            <translation>Nom sur la plateforme</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
    </context>
    <context>
        <name>ImportModeText</name>
        <message>
            <source>The import mode was changed by somebody else meanwhile. Look at it again, then choose.</source>
            <translation>Quelqu’un d’autre a changé le mode d’import entre-temps. Regardez-le de nouveau, puis choisissez.</translation>
        </message>
        <message>
            <source>New list each time</source>
            <translation>Une nouvelle liste à chaque fois</translation>
        </message>
        <message>
            <source>Add to the list</source>
            <translation>Ajouter à la liste</translation>
        </message>
        <message>
            <source>Synchronise the list</source>
            <translation>Synchroniser la liste</translation>
        </message>
        <message>
            <source>Every file makes a new list named after the file, even where a list of that name exists.</source>
            <translation>Chaque fichier fait une nouvelle liste à son nom, même s’il en existe déjà une.</translation>
        </message>
        <message>
            <source>The contacts are added to the list of the file's name; nobody is removed.</source>
            <translation>Les contacts sont ajoutés à la liste du nom du fichier ; personne n’en est retiré.</translation>
        </message>
        <message>
            <source>The list of the file's name will hold only the file's contacts; all others are removed from it.</source>
            <translation>La liste du nom du fichier ne contiendra plus que les contacts du fichier ; tous les autres en sont retirés.</translation>
        </message>
        <message>
            <source>The folder of the import mode holds too many entries to be read whole, so the mode is not known.</source>
            <translation>Le dossier du mode d’import contient trop d’entrées pour être lu en entier, le mode n’est donc pas connu.</translation>
        </message>
    </context>
    <context>
        <name>Job</name>
        <message>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
    </context>
    <context>
        <name>JournalText</name>
        <message>
            <source>The journal %1 is damaged.</source>
            <translation>Le journal %1 est abîmé.</translation>
        </message>
        <message>
            <source>The disk is full, so the journal %1 could not be written. Make room, then try again.</source>
            <translation>Le disque est plein, le journal %1 n’a donc pas pu être écrit. Libérez de la place, puis réessayez.</translation>
        </message>
        <message>
            <source>The journal %1 may not be written.</source>
            <translation>Le journal %1 ne peut pas être écrit : l’accès est refusé.</translation>
        </message>
        <message>
            <source>The journal %1 cannot be opened.</source>
            <translation>Le journal %1 ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>The journal %1 could not be used just now.</source>
            <translation>Le journal %1 n’a pas pu être utilisé à l’instant.</translation>
        </message>
        <message>
            <source>The journal %1 was written by a newer Navette. Update Navette on this computer to use it; nothing in it was changed.</source>
            <translation>Le journal %1 a été écrit par une version plus récente de Navette. Mettez Navette à jour sur cet ordinateur ; rien n’y a été changé.</translation>
        </message>
        <message>
            <source>%1 is a folder where the journal should be a file.</source>
            <translation>%1 est un dossier, là où le journal devrait être un fichier.</translation>
        </message>
        <message>
            <source>The folder %1 for the journal could not be made.</source>
            <translation>Le dossier %1 du journal n’a pas pu être créé.</translation>
        </message>
        <message>
            <source>The journal of earlier deposits was damaged. It was kept as %1, and a new one was begun.</source>
            <translation>Le journal des dépôts précédents était abîmé. Il est conservé sous %1, et un nouveau a été commencé.</translation>
        </message>
        <message>
            <source>The journal %1 is damaged and could not be put aside.</source>
            <translation>Le journal %1 est abîmé et n’a pas pu être mis de côté.</translation>
        </message>
        <message>
            <source>The journal does not know this deposit.</source>
            <translation>Le journal ne connaît pas ce dépôt.</translation>
        </message>
    </context>
    <context>
        <name>JsonText</name>
        <message>
            <source>The description %1 cannot be used: at %2 there is %3, where %4 was expected.</source>
            <translation>La description %1 n’est pas utilisable : en %2 il y a %3, là où on attendait %4.</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>un texte</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true ou false</translation>
        </message>
        <message>
            <source>a whole number of at least %1</source>
            <translation>un nombre entier d’au moins %1</translation>
        </message>
        <message>
            <source>a text that is not there yet</source>
            <translation>un texte qui n’y est pas encore</translation>
        </message>
        <message>
            <source>an object in braces</source>
            <translation>un objet entre accolades</translation>
        </message>
        <message>
            <source>a list in brackets</source>
            <translation>une liste entre crochets</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>l’un de %1</translation>
        </message>
        <message>
            <source>the unknown key “%1”</source>
            <translation>la clé inconnue « %1 »</translation>
        </message>
    </context>
    <context>
        <name>KeptText</name>
        <message>
            <source>The folder %1 cannot be made, so nothing can be kept there.</source>
            <translation>Le dossier %1 ne peut pas être créé, rien ne peut donc y être conservé.</translation>
        </message>
    </context>
    <context>
        <name>KeychainText</name>
        <message>
            <source>The system's keychain did not let Navette in. Unlock it, then try again.</source>
            <translation>Le trousseau du système a refusé l’accès à Navette. Déverrouillez-le, puis réessayez.</translation>
        </message>
        <message>
            <source>No keychain is running on this computer, so passwords cannot be kept.</source>
            <translation>Aucun trousseau ne fonctionne sur cet ordinateur, les mots de passe ne peuvent donc pas être conservés.</translation>
        </message>
        <message>
            <source>The system's keychain did not answer as expected.</source>
            <translation>Le trousseau du système n’a pas répondu comme prévu.</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>The practice platform’s file %1 can’t be read.</source>
            <translation>Le fichier %1 de la plateforme d’entraînement ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The practice platform’s key couldn’t be made.</source>
            <translation>La clé de la plateforme d’entraînement n’a pas pu être créée.</translation>
        </message>
        <message>
            <source>The practice platform’s file %1 can’t be written.</source>
            <translation>Le fichier %1 de la plateforme d’entraînement ne peut pas être écrit.</translation>
        </message>
        <message>
            <source>The practice platform’s key %1 is damaged. Remove the file to have a new one made.</source>
            <translation>La clé %1 de la plateforme d’entraînement est abîmée. Supprimez ce fichier pour qu’une nouvelle soit créée.</translation>
        </message>
        <message>
            <source>The practice folder %1 can’t be written to.</source>
            <translation>On ne peut pas écrire dans le dossier d’entraînement %1.</translation>
        </message>
        <message>
            <source>The practice platform in %1 is running already, perhaps in another window.</source>
            <translation>La plateforme d’entraînement de %1 fonctionne déjà, peut-être dans une autre fenêtre.</translation>
        </message>
        <message>
            <source>Practice (%1)</source>
            <translation>Entraînement (%1)</translation>
        </message>
        <message>
            <source>The practice platform couldn’t start: port %1 is in use on this computer.</source>
            <translation>La plateforme d’entraînement n’a pas pu démarrer : le port %1 est utilisé sur cet ordinateur.</translation>
        </message>
        <message>
            <source>The practice platform couldn’t start.</source>
            <translation>La plateforme d’entraînement n’a pas pu démarrer.</translation>
        </message>
    </context>
    <context>
        <name>PracticeSamples</name>
        <message>
            <source>A good static list of 1,240 devices</source>
            <translation>Une bonne liste statique de 1 240 appareils</translation>
        </message>
        <message>
            <source>Fields that are not protected by quotation marks</source>
            <translation>Des champs sans guillemets</translation>
        </message>
        <message>
            <source>Four rows without a device</source>
            <translation>Quatre lignes sans appareil</translation>
        </message>
        <message>
            <source>Two device numbers that are none</source>
            <translation>Deux numéros d’appareil qui n’en sont pas</translation>
        </message>
        <message>
            <source>Saved by a spreadsheet: a byte-order mark, Windows line ends, no quotation marks</source>
            <translation>Enregistré par un tableur : marque d’ordre des octets, fins de ligne Windows, pas de guillemets</translation>
        </message>
        <message>
            <source>A good static list under a name that the platform doesn’t know</source>
            <translation>Une bonne liste statique sous un nom que la plateforme ne connaît pas</translation>
        </message>
        <message>
            <source>A good update of 820 devices</source>
            <translation>Une bonne mise à jour de 820 appareils</translation>
        </message>
        <message>
            <source>An update that empties 13 values</source>
            <translation>Une mise à jour qui efface 13 valeurs</translation>
        </message>
        <message>
            <source>An update whose fields are not protected, with commas</source>
            <translation>Une mise à jour sans guillemets, avec des virgules</translation>
        </message>
        <message>
            <source>A hasty export: UTF-8, commas, Windows line ends, two columns with other names, 12 contacts nobody can reach</source>
            <translation>Un export fait à la hâte : UTF-8, virgules, fins de ligne Windows, deux colonnes sous d’autres noms, 12 contacts injoignables</translation>
        </message>
        <message>
            <source>A good file of 15,060 contacts with the account’s own fields</source>
            <translation>Un bon fichier de 15 060 contacts avec les champs propres au compte</translation>
        </message>
        <message>
            <source>A good small file</source>
            <translation>Un bon petit fichier</translation>
        </message>
        <message>
            <source>A good file in a zip</source>
            <translation>Un bon fichier dans un zip</translation>
        </message>
        <message>
            <source>Written as in the platform’s own document: blanks, a separator too many, numbers in every fashion</source>
            <translation>Écrit comme dans le document de la plateforme : espaces, un séparateur de trop, numéros de toutes les façons</translation>
        </message>
        <message>
            <source>Saved by a spreadsheet: UTF-8 with a byte-order mark, Windows line ends</source>
            <translation>Enregistré par un tableur : UTF-8 avec marque d’ordre des octets, fins de ligne Windows</translation>
        </message>
        <message>
            <source>Columns separated by commas</source>
            <translation>Des colonnes séparées par des virgules</translation>
        </message>
        <message>
            <source>Letters that the platform’s alphabet lacks: ’ œ</source>
            <translation>Des lettres absentes de l’alphabet de la plateforme : ’ œ</translation>
        </message>
        <message>
            <source>Windows letters: the platform takes them, and apostrophes vanish from names</source>
            <translation>Des lettres de Windows : la plateforme les prend, et les apostrophes disparaissent des noms</translation>
        </message>
        <message>
            <source>Columns under other names: E-mail, Portable …</source>
            <translation>Des colonnes sous d’autres noms : E-mail, Portable…</translation>
        </message>
        <message>
            <source>Six contacts without e-mail address and mobile number</source>
            <translation>Six contacts sans adresse e-mail ni numéro de mobile</translation>
        </message>
        <message>
            <source>Mistyped e-mail addresses and mobile numbers</source>
            <translation>Des adresses e-mail et des numéros de mobile mal saisis</translation>
        </message>
        <message>
            <source>Three contacts stand twice</source>
            <translation>Trois contacts en double</translation>
        </message>
        <message>
            <source>Blank rows between the contacts</source>
            <translation>Des lignes vides entre les contacts</translation>
        </message>
        <message>
            <source>A column that the platform doesn’t know</source>
            <translation>Une colonne que la plateforme ne connaît pas</translation>
        </message>
        <message>
            <source>No column with an e-mail address or a number</source>
            <translation>Aucune colonne d’adresse e-mail ni de numéro</translation>
        </message>
        <message>
            <source>No header: the first line is a contact</source>
            <translation>Pas d’en-tête : la première ligne est un contact</translation>
        </message>
        <message>
            <source>A quotation mark that is never closed</source>
            <translation>Un guillemet jamais refermé</translation>
        </message>
        <message>
            <source>An empty file</source>
            <translation>Un fichier vide</translation>
        </message>
        <message>
            <source>A good list of people who want no more e-mails</source>
            <translation>Une bonne liste de personnes qui ne veulent plus d’e-mails</translation>
        </message>
        <message>
            <source>People who want no more SMS; 24 without a mobile number</source>
            <translation>Des personnes qui ne veulent plus de SMS ; 24 sans numéro de mobile</translation>
        </message>
        <message>
            <source>An SMS opt-out without mobile numbers</source>
            <translation>Une désinscription SMS sans numéros de mobile</translation>
        </message>
        <message>
            <source>A good list of people who may be called again</source>
            <translation>Une bonne liste de personnes qu’on peut rappeler</translation>
        </message>
        <message>
            <source>Customers to delete</source>
            <translation>Des clients à supprimer</translation>
        </message>
    </context>
    <context>
        <name>PrepareText</name>
        <message>
            <source>The file %1 cannot be read.</source>
            <translation>Le fichier %1 ne peut pas être lu.</translation>
        </message>
        <message>
            <source>No temporary copy can be written on this computer.</source>
            <translation>Aucune copie temporaire ne peut être écrite sur cet ordinateur.</translation>
        </message>
        <message>
            <source>%1 cannot be read as a contact file.</source>
            <translation>%1 ne peut pas être lu comme un fichier de contacts.</translation>
        </message>
        <message>
            <source>The platform's file names carry the application's number. Enter it in the account's settings first.</source>
            <translation>Les noms de fichiers de la plateforme portent le numéro de l’application. Saisissez-le d’abord dans les réglages du compte.</translation>
        </message>
        <message>
            <source>The list has no name yet. Give it one.</source>
            <translation>La liste n’a pas encore de nom. Donnez-lui-en un.</translation>
        </message>
        <message>
            <source>%1 would have %2 bytes; the platform takes %3 at most.</source>
            <translation>%1 ferait %2 octets ; la plateforme en prend %3 au plus.</translation>
        </message>
        <message>
            <source>Synchronising takes one file: of several, each would leave in the list only its own contacts.</source>
            <translation>Synchroniser demande un seul fichier : de plusieurs, chacun ne laisserait dans la liste que ses propres contacts.</translation>
        </message>
    </context>
    <context>
        <name>PrivateFolder</name>
        <message>
            <source>No temporary folder can be made on this computer.</source>
            <translation>Aucun dossier temporaire ne peut être créé sur cet ordinateur.</translation>
        </message>
    </context>
    <context>
        <name>RefusedContacts</name>
        <message>
            <source>Refused</source>
            <translation>Refusés</translation>
        </message>
        <message>
            <source>%1 – to correct.csv</source>
            <translation>%1 – à corriger.csv</translation>
        </message>
        <message>
            <source>“%1” can’t be written there. Choose another folder.</source>
            <translation>« %1 » ne peut pas être écrit à cet endroit. Choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Why it was refused</source>
            <translation>Pourquoi il a été refusé</translation>
        </message>
    </context>
    <context>
        <name>RemotePlace</name>
        <message>
            <source>Import mode: %1</source>
            <translation>Mode d’import : %1</translation>
        </message>
        <message>
            <source>Contact files</source>
            <translation>Fichiers de contacts</translation>
        </message>
        <message>
            <source>Reports, one folder a day</source>
            <translation>Rapports, un dossier par jour</translation>
        </message>
        <message>
            <source>Reports of that day</source>
            <translation>Rapports de ce jour</translation>
        </message>
        <message>
            <source>Files for the platform</source>
            <translation>Fichiers pour la plateforme</translation>
        </message>
        <message>
            <source>Files from the platform</source>
            <translation>Fichiers de la plateforme</translation>
        </message>
        <message>
            <source>The account’s root</source>
            <translation>La racine du compte</translation>
        </message>
    </context>
    <context>
        <name>Repair</name>
        <message>
            <source>There is a file called “%1” already. Choose another name.</source>
            <translation>Il existe déjà un fichier « %1 ». Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>The disk is full. Free some space, then try again.</source>
            <translation>Le disque est plein. Libérez de l’espace, puis réessayez.</translation>
        </message>
        <message>
            <source>“%1” can't be written. Check the folder's permissions, or choose another one.</source>
            <translation>« %1 » ne peut pas être écrit. Vérifiez les droits du dossier, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <source>Remove the invisible mark at the beginning</source>
            <translation>Retirer la marque invisible du début</translation>
        </message>
        <message>
            <source>1 cell</source>
            <translation>1 cellule</translation>
        </message>
        <message>
            <source>%1 cells</source>
            <translation>%1 cellules</translation>
        </message>
        <message>
            <source>Alphabet %1 → %2</source>
            <translation>Alphabet %1 → %2</translation>
        </message>
        <message>
            <source>Separator: %1 → %2</source>
            <translation>Séparateur : %1 → %2</translation>
        </message>
        <message>
            <source>1 line</source>
            <translation>1 ligne</translation>
        </message>
        <message>
            <source>%1 lines</source>
            <translation>%1 lignes</translation>
        </message>
        <message>
            <source>Line ends of Unix</source>
            <translation>Fins de ligne Unix</translation>
        </message>
        <message>
            <source>Windows → Unix line ends</source>
            <translation>Fins de ligne Windows → Unix</translation>
        </message>
        <message>
            <source>Old Mac → Unix line ends</source>
            <translation>Fins de ligne ancien Mac → Unix</translation>
        </message>
        <message>
            <source>Mixed → Unix line ends</source>
            <translation>Fins de ligne mélangées → Unix</translation>
        </message>
        <message>
            <source>Every field in quotes</source>
            <translation>Tous les champs entre guillemets</translation>
        </message>
        <message>
            <source>1 field</source>
            <translation>1 champ</translation>
        </message>
        <message>
            <source>%1 fields</source>
            <translation>%1 champs</translation>
        </message>
        <message>
            <source>Quotes where they belong</source>
            <translation>Des guillemets là où il faut</translation>
        </message>
        <message>
            <source>1 row</source>
            <translation>1 ligne</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 lignes</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Rename 1 column</source>
            <translation>Renommer 1 colonne</translation>
        </message>
        <message>
            <source>Rename %1 columns</source>
            <translation>Renommer %1 colonnes</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>(sans nom)</translation>
        </message>
        <message>
            <source>Leave out 1 column</source>
            <translation>Laisser 1 colonne de côté</translation>
        </message>
        <message>
            <source>Leave out %1 columns</source>
            <translation>Laisser %1 colonnes de côté</translation>
        </message>
        <message>
            <source>Remove spaces around cells</source>
            <translation>Retirer les espaces autour des cellules</translation>
        </message>
        <message>
            <source>Restore lost letters, remove invisible characters</source>
            <translation>Rétablir les lettres perdues, retirer les caractères invisibles</translation>
        </message>
        <message>
            <source>Dates in the platform's form</source>
            <translation>Les dates dans la forme de la plateforme</translation>
        </message>
        <message>
            <source>Remove empty rows</source>
            <translation>Retirer les lignes vides</translation>
        </message>
        <message>
            <source>Give every row the same number of cells</source>
            <translation>Donner à chaque ligne le même nombre de cellules</translation>
        </message>
        <message>
            <source>Leave out 1 refused contact</source>
            <translation>Laisser de côté 1 contact refusé</translation>
        </message>
        <message>
            <source>Leave out %1 refused contacts</source>
            <translation>Laisser de côté %1 contacts refusés</translation>
        </message>
        <message>
            <source>the file on your disk keeps them</source>
            <translation>le fichier sur votre disque les garde</translation>
        </message>
        <message>
            <source>Leave out 1 earlier row of a contact that stands twice</source>
            <translation>Laisser de côté la 1re ligne d’un contact en double</translation>
        </message>
        <message>
            <source>Leave out %1 earlier rows of contacts that stand twice</source>
            <translation>Laisser de côté %1 lignes antérieures de contacts en double</translation>
        </message>
        <message>
            <source>the later row wins in any case</source>
            <translation>la dernière ligne l’emporte de toute façon</translation>
        </message>
        <message>
            <source>Phones as +33…</source>
            <translation>Téléphones sous la forme +33…</translation>
        </message>
        <message>
            <source>Phones with + and country code</source>
            <translation>Téléphones avec + et indicatif</translation>
        </message>
        <message>
            <source>the platform takes them as they are</source>
            <translation>la plateforme les prend tels quels</translation>
        </message>
        <message>
            <source>Send as a zip</source>
            <translation>Envoyer en zip</translation>
        </message>
        <message>
            <source>smaller, with the same content</source>
            <translation>plus petit, avec le même contenu</translation>
        </message>
        <message>
            <source>Name the copy by the platform's rule</source>
            <translation>Nommer la copie selon la règle de la plateforme</translation>
        </message>
        <message>
            <source>Row %1, column “%2”: the platform's alphabet has no %3, and nothing stands for it. Write it otherwise, or leave this contact out.</source>
            <translation>Ligne %1, colonne « %2 » : l’alphabet de la plateforme n’a pas de %3, et rien ne le remplace. Écrivez-le autrement, ou laissez ce contact de côté.</translation>
        </message>
        <message>
            <source>“%1” can't be read.</source>
            <translation>« %1 » ne peut pas être lu.</translation>
        </message>
        <message>
            <source>Leave out 1 later row of a contact that stands twice</source>
            <translation>Laisser de côté 1 ligne ultérieure d’un contact en double</translation>
        </message>
        <message>
            <source>Leave out %1 later rows of contacts that stand twice</source>
            <translation>Laisser de côté %1 lignes ultérieures de contacts en double</translation>
        </message>
        <message>
            <source>Leave out 1 profile that the platform does not know</source>
            <translation>Laisser de côté 1 profil que la plateforme ne connaît pas</translation>
        </message>
        <message>
            <source>Leave out %1 profiles that the platform does not know</source>
            <translation>Laisser de côté %1 profils que la plateforme ne connaît pas</translation>
        </message>
        <message>
            <source>by the export of devices</source>
            <translation>d’après l’export des appareils</translation>
        </message>
        <message>
            <source>1 letter replaced: %1</source>
            <translation>1 lettre remplacée : %1</translation>
        </message>
        <message>
            <source>%1 letters replaced: %2</source>
            <translation>%1 lettres remplacées : %2</translation>
        </message>
        <message>
            <source>%1 left out</source>
            <translation>sans %1</translation>
        </message>
        <message>
            <source>Columns in the platform's own order</source>
            <translation>Colonnes dans l’ordre de la plateforme</translation>
        </message>
        <message>
            <source>the platform takes them in any order</source>
            <translation>la plateforme les prend dans n’importe quel ordre</translation>
        </message>
        <message>
            <source>the first row stays instead</source>
            <translation>c’est la première ligne qui reste</translation>
        </message>
        <message>
            <source>A single row is larger than the %1 bytes that the platform takes, so the file can't be split.</source>
            <translation>Une seule ligne dépasse les %1 octets que la plateforme prend : le fichier ne peut pas être partagé.</translation>
        </message>
        <message>
            <source>Split into numbered files</source>
            <translation>Couper en fichiers numérotés</translation>
        </message>
        <message>
            <source>each as large as the platform takes, with the names of the columns</source>
            <translation>chacun aussi grand que la plateforme le prend, avec les noms des colonnes</translation>
        </message>
    </context>
    <context>
        <name>SaveAs</name>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>Fichiers CSV (*.csv)</translation>
        </message>
        <message>
            <source>The file could not be written: %1</source>
            <translation>Le fichier n’a pas pu être écrit : %1</translation>
        </message>
    </context>
    <context>
        <name>SessionText</name>
        <message>
            <source>The account is not connected just now.</source>
            <translation>Le compte n’est pas connecté en ce moment.</translation>
        </message>
        <message>
            <source>to %1</source>
            <translation>vers %1</translation>
        </message>
        <message>
            <source>The account is not connected just now. Try again when it is.</source>
            <translation>Le compte n’est pas connecté en ce moment. Réessayez quand il le sera.</translation>
        </message>
    </context>
    <context>
        <name>Sftp</name>
        <message>
            <source>“%1” is not on the server.</source>
            <translation>« %1 » n’est pas sur le serveur.</translation>
        </message>
        <message>
            <source>The server does not allow this account to do that with “%1”. The platform's support can change the permissions.</source>
            <translation>Le serveur ne permet pas cela à ce compte pour « %1 ». L’assistance de la plateforme peut changer les droits.</translation>
        </message>
        <message>
            <source>“%1” is already on the server.</source>
            <translation>« %1 » est déjà sur le serveur.</translation>
        </message>
        <message>
            <source>There is no space left on the server for “%1”.</source>
            <translation>Il n’y a plus de place sur le serveur pour « %1 ».</translation>
        </message>
        <message>
            <source>“%1” is not empty, so the server keeps it.</source>
            <translation>« %1 » n’est pas vide, le serveur le garde donc.</translation>
        </message>
        <message>
            <source>“%1” is a directory, not a file.</source>
            <translation>« %1 » est un dossier, pas un fichier.</translation>
        </message>
        <message>
            <source>“%1” is not a directory.</source>
            <translation>« %1 » n’est pas un dossier.</translation>
        </message>
        <message>
            <source>The server cannot do this with “%1”.</source>
            <translation>Le serveur ne sait pas faire cela pour « %1 ».</translation>
        </message>
        <message>
            <source>The server lost its own connection while working on “%1”. Trying again helps.</source>
            <translation>Le serveur a perdu sa propre connexion en travaillant sur « %1 ». Réessayer aide.</translation>
        </message>
        <message>
            <source>The server did not understand the request for “%1”.</source>
            <translation>Le serveur n’a pas compris la demande pour « %1 ».</translation>
        </message>
        <message>
            <source>The server refused this for “%1” without giving a reason.</source>
            <translation>Le serveur a refusé cela pour « %1 » sans dire pourquoi.</translation>
        </message>
        <message>
            <source>The connection to %1 broke off. What was not finished will be looked at again after the next connection.</source>
            <translation>La connexion avec %1 s’est rompue. Ce qui n’était pas terminé sera examiné à la prochaine connexion.</translation>
        </message>
        <message>
            <source>%1 no longer answers. The network or the server may be interrupted; trying again later helps.</source>
            <translation>%1 ne répond plus. Le réseau ou le serveur est peut-être coupé ; réessayez plus tard.</translation>
        </message>
        <message>
            <source>What answers at %1 is not an SFTP server. The port may be wrong, or another service is in between.</source>
            <translation>Ce qui répond à %1 n’est pas un serveur SFTP. Le port est peut-être faux, ou un autre service s’interpose.</translation>
        </message>
        <message>
            <source>The name “%1” could lead somewhere else than it shows, so it is not used. The platform's support can rename the file.</source>
            <translation>Le nom « %1 » pourrait mener ailleurs qu’il ne le montre, il n’est donc pas utilisé. L’assistance de la plateforme peut renommer le fichier.</translation>
        </message>
        <message>
            <source>“%1” is already on this computer and is not overwritten.</source>
            <translation>« %1 » est déjà sur cet ordinateur et n’est pas remplacé.</translation>
        </message>
        <message>
            <source>“%1” cannot be saved. The disk may be full.</source>
            <translation>« %1 » ne peut pas être enregistré. Le disque est peut-être plein.</translation>
        </message>
        <message>
            <source>“%1” cannot be saved, because another program is using it. Close it there, then try again.</source>
            <translation>« %1 » ne peut pas être enregistré, car un autre programme l’utilise. Fermez-le dans ce programme, puis réessayez.</translation>
        </message>
        <message>
            <source>“%1” cannot be saved in this folder. Another folder may be writable.</source>
            <translation>« %1 » ne peut pas être enregistré dans ce dossier. Un autre dossier conviendra peut-être.</translation>
        </message>
        <message>
            <source>“%1” cannot be saved, because the folder “%2” is not there. Make it first, or choose another one.</source>
            <translation>« %1 » ne peut pas être enregistré, car le dossier « %2 » n’existe pas. Créez-le d’abord, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <source>“%1” was not received whole, or changed on the server meanwhile. Nothing was saved; it can be fetched again.</source>
            <translation>« %1 » n’a pas été reçu en entier, ou a changé sur le serveur entre-temps. Rien n’a été enregistré ; on peut le récupérer de nouveau.</translation>
        </message>
        <message>
            <source>“%1” is not on this computer any more.</source>
            <translation>« %1 » n’est plus sur cet ordinateur.</translation>
        </message>
        <message>
            <source>“%1” is not a file.</source>
            <translation>« %1 » n’est pas un fichier.</translation>
        </message>
        <message>
            <source>“%1” cannot be read. Another program may hold it, or its permissions do not allow it.</source>
            <translation>« %1 » ne peut pas être lu. Un autre programme le retient peut-être, ou ses droits ne le permettent pas.</translation>
        </message>
        <message>
            <source>The server stopped taking “%1”. Most often there is no space left for this account; the platform's support can tell.</source>
            <translation>Le serveur a cessé de prendre « %1 ». Le plus souvent, il n’y a plus de place pour ce compte ; l’assistance de la plateforme peut le dire.</translation>
        </message>
        <message>
            <source>“%1” changed while it was being sent. Nothing of it was kept on the server; it can be sent again.</source>
            <translation>« %1 » a changé pendant l’envoi. Rien n’en a été gardé sur le serveur ; on peut l’envoyer de nouveau.</translation>
        </message>
        <message>
            <source>The server says that “%1” arrived with another size than it was sent with, so it does not count as sent. It can be sent again.</source>
            <translation>Le serveur dit que « %1 » est arrivé avec une autre taille qu’au départ, il ne compte donc pas comme envoyé. On peut l’envoyer de nouveau.</translation>
        </message>
        <message>
            <source>The server's answer does not follow the SFTP rules, so the connection was closed. Nothing was changed by that answer.</source>
            <translation>La réponse du serveur ne suit pas les règles du SFTP, la connexion a donc été fermée. Cette réponse n’a rien changé.</translation>
        </message>
        <message>
            <source>The name %1 could not be looked up in time. This computer may be offline.</source>
            <translation>Le nom %1 n’a pas pu être trouvé à temps. Cet ordinateur est peut-être hors ligne.</translation>
        </message>
        <message>
            <source>The name %1 is not known on the internet. It may be mistyped, or this computer is offline.</source>
            <translation>Le nom %1 est inconnu sur internet. Il est peut-être mal saisi, ou cet ordinateur est hors ligne.</translation>
        </message>
        <message>
            <source>%1 ended the connection before it was set up. Most often the platform's allow list does not hold this network's address yet, or the server is busy; trying again later helps.</source>
            <translation>%1 a mis fin à la connexion avant qu’elle soit établie. Le plus souvent, l’adresse de ce réseau n’est pas encore sur la liste des adresses autorisées de la plateforme, ou le serveur est occupé ; réessayez plus tard.</translation>
        </message>
        <message>
            <source>%1 ended this connection, while another one of Navette's to the same account is open. Most often the server allows no more connections at once; use the open one, or close it first.</source>
            <translation>%1 a mis fin à cette connexion alors qu’une autre connexion de Navette au même compte est ouverte. Le plus souvent, le serveur n’en accepte pas davantage à la fois ; utilisez celle qui est ouverte, ou fermez-la d’abord.</translation>
        </message>
        <message>
            <source>The proxy %1 looks %2 up</source>
            <translation>Le proxy %1 cherche %2</translation>
        </message>
        <message>
            <source>%1 is %2</source>
            <translation>%1 est %2</translation>
        </message>
        <message>
            <source>The proxy %1 cannot be reached on port %2.</source>
            <translation>Le proxy %1 est injoignable sur le port %2.</translation>
        </message>
        <message>
            <source>%1 does not answer on port %2. Most often the platform's allow list does not hold this network's address yet; the platform's support can add it.</source>
            <translation>%1 ne répond pas sur le port %2. Le plus souvent, l’adresse de ce réseau n’est pas encore sur la liste des adresses autorisées de la plateforme ; son assistance peut l’ajouter.</translation>
        </message>
        <message>
            <source>%1 cannot be reached on port %2. Most often the port is mistyped, or the platform's allow list does not hold this network's address yet; the platform's support can add it.</source>
            <translation>%1 est injoignable sur le port %2. Le plus souvent, le port est mal saisi, ou l’adresse de ce réseau n’est pas encore sur la liste des adresses autorisées de la plateforme ; son assistance peut l’ajouter.</translation>
        </message>
        <message>
            <source>Port %1 answers</source>
            <translation>Le port %1 répond</translation>
        </message>
        <message>
            <source>The directory “%1” named in the account is not on the server.</source>
            <translation>Le dossier « %1 » indiqué dans le compte n’est pas sur le serveur.</translation>
        </message>
        <message>
            <source>The account's directory opens</source>
            <translation>Le dossier du compte s’ouvre</translation>
        </message>
        <message>
            <source>The directory “%1” opens</source>
            <translation>Le dossier « %1 » s’ouvre</translation>
        </message>
        <message>
            <source>The server's key cannot be kept, because the file for it cannot be written.</source>
            <translation>La clé du serveur ne peut pas être conservée, car son fichier ne peut pas être écrit.</translation>
        </message>
        <message>
            <source>The key of %1 is not known here and was not accepted, so nothing was sent. Its fingerprint is %2; the platform's support can confirm it.</source>
            <translation>La clé de %1 n’est pas connue ici et n’a pas été acceptée, rien n’a donc été envoyé. Son empreinte est %2 ; l’assistance de la plateforme peut la confirmer.</translation>
        </message>
        <message>
            <source>The key of %1 was accepted: %2</source>
            <translation>La clé de %1 a été acceptée : %2</translation>
        </message>
        <message>
            <source>%1 shows no key, so nothing was sent.</source>
            <translation>%1 ne montre pas de clé, rien n’a donc été envoyé.</translation>
        </message>
        <message>
            <source>The key of %1 is the one in the account: %2</source>
            <translation>La clé de %1 est celle du compte : %2</translation>
        </message>
        <message>
            <source>The key of %1 is known: %2</source>
            <translation>La clé de %1 est connue : %2</translation>
        </message>
        <message>
            <source>The file of known server keys “%2” cannot be read, so the key of %1 cannot be compared and nothing was sent.</source>
            <translation>Le fichier des clés de serveurs connues « %2 » ne peut pas être lu ; la clé de %1 ne peut donc pas être comparée et rien n’a été envoyé.</translation>
        </message>
        <message>
            <source>The proxy %1 does not lead to the server. The people who run this network can allow it.</source>
            <translation>Le proxy %1 ne mène pas au serveur. Les personnes qui gèrent ce réseau peuvent l’autoriser.</translation>
        </message>
        <message>
            <source>The proxy %1 does not accept the user name or the password.</source>
            <translation>Le proxy %1 n’accepte pas le nom d’utilisateur ou le mot de passe.</translation>
        </message>
        <message>
            <source>The proxy has to be written as socks5://host:port or http://host:port in the account.</source>
            <translation>Dans le compte, le proxy s’écrit socks5://host:port ou http://host:port.</translation>
        </message>
        <message>
            <source>The key file “%1” named in the account is not on this computer.</source>
            <translation>Le fichier de clé « %1 » indiqué dans le compte n’est pas sur cet ordinateur.</translation>
        </message>
        <message>
            <source>The key file “%1” cannot be read.</source>
            <translation>Le fichier de clé « %1 » ne peut pas être lu.</translation>
        </message>
        <message>
            <source>“%1” is a kind of PuTTY key that is not possible here. PuTTYgen can make a new one: RSA, ECDSA and Ed25519 work.</source>
            <translation>« %1 » est une clé PuTTY d’un type qui ne fonctionne pas ici. PuTTYgen peut en créer une nouvelle : RSA, ECDSA et Ed25519 fonctionnent.</translation>
        </message>
        <message>
            <source>The PuTTY key “%1” is protected in a way that takes too much memory or time to open. PuTTYgen can save it again with the usual protection.</source>
            <translation>La clé PuTTY « %1 » est protégée d’une façon qui demande trop de mémoire ou de temps. PuTTYgen peut l’enregistrer à nouveau avec la protection habituelle.</translation>
        </message>
        <message>
            <source>The key file “%1” is damaged.</source>
            <translation>Le fichier de clé « %1 » est endommagé.</translation>
        </message>
        <message>
            <source>The key “%1” is protected, and its passphrase is missing.</source>
            <translation>La clé « %1 » est protégée, et il manque sa phrase secrète.</translation>
        </message>
        <message>
            <source>The passphrase does not open the key “%1”.</source>
            <translation>La phrase secrète n’ouvre pas la clé « %1 ».</translation>
        </message>
        <message>
            <source>“%1” does not hold a private key.</source>
            <translation>« %1 » ne contient pas de clé privée.</translation>
        </message>
        <message>
            <source>No key agent is running on this computer, so there is no key to sign in with.</source>
            <translation>Aucun agent de clés ne fonctionne sur cet ordinateur, il n’y a donc pas de clé pour se connecter.</translation>
        </message>
        <message>
            <source>The key agent of this computer did not answer in time. It may be waiting for an answer in a window of its own.</source>
            <translation>L’agent de clés de cet ordinateur n’a pas répondu à temps. Il attend peut-être une réponse dans une fenêtre à lui.</translation>
        </message>
        <message>
            <source>The key agent of this computer did not allow its key to be used. It may be locked, or its question was answered with no.</source>
            <translation>L’agent de clés de cet ordinateur n’a pas permis d’utiliser sa clé. Il est peut-être verrouillé, ou bien la réponse à sa question était non.</translation>
        </message>
        <message>
            <source>The key agent of this computer gave an answer that makes no sense, so it was not used.</source>
            <translation>L’agent de clés de cet ordinateur a donné une réponse qui n’a pas de sens, il n’a donc pas été utilisé.</translation>
        </message>
        <message>
            <source>The key agent of this computer has no key for this account. It may be locked, or the key still has to be added to it.</source>
            <translation>L’agent de clés de cet ordinateur n’a pas de clé pour ce compte. Il est peut-être verrouillé, ou bien la clé doit encore y être ajoutée.</translation>
        </message>
        <message>
            <source>The key agent of this computer does not have the key “%1” of this account. It may be locked, or the key still has to be added to it.</source>
            <translation>L’agent de clés de cet ordinateur n’a pas la clé « %1 » de ce compte. Il est peut-être verrouillé, ou bien la clé doit encore y être ajoutée.</translation>
        </message>
        <message>
            <source>The public half of the key “%1” named in the account cannot be read, so that it cannot be found in the key agent.</source>
            <translation>La partie publique de la clé « %1 » indiquée dans le compte ne peut pas être lue, elle ne peut donc pas être retrouvée dans l’agent de clés.</translation>
        </message>
        <message>
            <source>%1 does not accept this user name with this password. Typing both again helps most often; the platform's support can set a new password.</source>
            <translation>%1 n’accepte pas ce nom d’utilisateur avec ce mot de passe. Les saisir de nouveau suffit le plus souvent ; l’assistance de la plateforme peut donner un nouveau mot de passe.</translation>
        </message>
        <message>
            <source>There is no password for %1 on this computer, so none was sent. It can be entered in the account's settings.</source>
            <translation>Cet ordinateur n’a pas de mot de passe pour %1 : aucun n’a été envoyé. Il se saisit dans les réglages du compte.</translation>
        </message>
        <message>
            <source>%1 does not accept the key “%2” for the user “%3”. The platform's support needs its public part, which can be copied in the account's settings.</source>
            <translation>%1 n’accepte pas la clé « %2 » pour l’utilisateur « %3 ». L’assistance de la plateforme a besoin de sa partie publique, qui se copie dans les réglages du compte.</translation>
        </message>
        <message>
            <source>%1 accepts none of the key agent's keys for the user “%2”.</source>
            <translation>%1 n’accepte aucune des clés de l’agent pour l’utilisateur « %2 ».</translation>
        </message>
        <message>
            <source>%1 knows the user “%2”. Other users of this computer can read the key file; only its owner should.</source>
            <translation>%1 connaît l’utilisateur « %2 ». D’autres utilisateurs de cet ordinateur peuvent lire le fichier de clé ; seul son propriétaire le devrait.</translation>
        </message>
        <message>
            <source>%1 knows the user “%2”</source>
            <translation>%1 connaît l’utilisateur « %2 »</translation>
        </message>
        <message>
            <source>“%1” is not the name of a server.</source>
            <translation>« %1 » n’est pas le nom d’un serveur.</translation>
        </message>
        <message>
            <source>“%1” is not a user name.</source>
            <translation>« %1 » n’est pas un nom d’utilisateur.</translation>
        </message>
        <message>
            <source>The connection cannot be prepared.</source>
            <translation>La connexion ne peut pas être préparée.</translation>
        </message>
        <message>
            <source>%1 accepts the sign-in but offers no file transfer (SFTP) to this account. The platform's support can allow it.</source>
            <translation>%1 accepte la connexion mais n’offre pas de transfert de fichiers (SFTP) à ce compte. L’assistance de la plateforme peut l’autoriser.</translation>
        </message>
        <message>
            <source>What arrived is kept, and fetching “%1” into the same folder again goes on from there.</source>
            <translation>Ce qui est arrivé est conservé : un nouveau téléchargement de « %1 » dans le même dossier reprend à partir de là.</translation>
        </message>
        <message>
            <source>What was sent stays there as “%1”, and sending the file again goes on from there.</source>
            <translation>Ce qui a été envoyé reste sur place sous le nom « %1 » : un nouvel envoi du fichier reprend à partir de là.</translation>
        </message>
        <message>
            <source>Nothing was entered, so nothing was sent to %1. The next connection asks again.</source>
            <translation>Rien n’a été saisi, rien n’a donc été envoyé à %1. La prochaine connexion posera de nouveau la question.</translation>
        </message>
        <message>
            <source>%1 asks one question after another and never lets anybody in.</source>
            <translation>%1 pose une question après l’autre et ne laisse jamais entrer personne.</translation>
        </message>
        <message>
            <source>%1 asks more questions at once than anybody could answer.</source>
            <translation>%1 pose trop de questions à la fois : personne ne pourrait y répondre.</translation>
        </message>
        <message>
            <source>%1 did not wait any longer for what was to be entered. Connecting again asks anew.</source>
            <translation>%1 n’a pas attendu plus longtemps ce qui était à saisir. Se connecter de nouveau repose la question.</translation>
        </message>
        <message>
            <source>%1 does not accept what it was answered. A code serves only once, and for a short time.</source>
            <translation>%1 n’accepte pas la réponse donnée. Un code ne sert qu’une fois, et peu de temps.</translation>
        </message>
        <message>
            <source>%1 lets nobody in without a key. Choose a key in the account's settings, or ask the platform's support to allow a password.</source>
            <translation>%1 ne laisse entrer personne sans clé. Choisissez une clé dans les réglages du compte, ou demandez à l’assistance de la plateforme d’autoriser un mot de passe.</translation>
        </message>
        <message>
            <source>%1 wants a key to sign in with, and this account names no other.</source>
            <translation>%1 veut une clé pour se connecter, et ce compte n’en indique pas d’autre.</translation>
        </message>
        <message>
            <source>%1 asks for a way of signing in that Navette does not know. The platform's support can allow a key instead.</source>
            <translation>%1 demande une façon de se connecter que Navette ne connaît pas. L’assistance de la plateforme peut autoriser une clé à la place.</translation>
        </message>
        <message>
            <source>%1 asks for more than is kept on this computer, such as a one-time code, and nobody was there to be asked. The platform's support can allow a key instead.</source>
            <translation>%1 demande plus que ce qui est conservé sur cet ordinateur, par exemple un code à usage unique, et il n’y avait personne à qui le demander. L’assistance de la plateforme peut autoriser une clé à la place.</translation>
        </message>
        <message>
            <source>The proxy %1 wants to know who you are. Write your user name before its address in the account's settings: %3://name@%1:%2.</source>
            <translation>Le proxy %1 veut savoir qui vous êtes. Écrivez votre nom d’utilisateur devant son adresse dans les réglages du compte : %3://nom@%1:%2.</translation>
        </message>
        <message>
            <source>The proxy %1 wants to know who you are, and this computer's settings do not say it. Name the proxy in the account's settings, with your user name before its address: %3://name@%1:%2.</source>
            <translation>Le proxy %1 veut savoir qui vous êtes, et les réglages de cet ordinateur ne le disent pas. Indiquez le proxy dans les réglages du compte, avec votre nom d’utilisateur devant son adresse : %3://nom@%1:%2.</translation>
        </message>
        <message>
            <source>This computer did not say in time which proxy leads to %1. The account's settings can name the proxy, or none.</source>
            <translation>Cet ordinateur n’a pas dit à temps quel proxy mène à %1. Les réglages du compte peuvent indiquer le proxy, ou aucun.</translation>
        </message>
        <message>
            <source>The proxy %1 lets people sign in only in a way that Navette does not know. The people who run this network can let this server through without it.</source>
            <translation>Le proxy %1 ne laisse se connecter que d’une manière que Navette ne connaît pas. Les personnes qui gèrent ce réseau peuvent laisser passer ce serveur sans cela.</translation>
        </message>
        <message>
            <source>The proxy's password does not belong in the account. It is asked for when the proxy wants it, and can then be kept in this computer's keychain.</source>
            <translation>Le mot de passe du proxy n’a pas sa place dans le compte. Il est demandé quand le proxy le veut, et peut alors être conservé dans le trousseau de cet ordinateur.</translation>
        </message>
        <message>
            <source>The proxy %1 wants a password, and none is kept for it.</source>
            <translation>Le proxy %1 veut un mot de passe, et aucun n’est conservé pour lui.</translation>
        </message>
        <message>
            <source>The file of known server keys cannot be read.</source>
            <translation>Le fichier des clés de serveurs connues ne peut pas être lu.</translation>
        </message>
        <message>
            <source>“%1” changed on the server while its content was compared.</source>
            <translation>« %1 » a changé sur le serveur pendant la comparaison de son contenu.</translation>
        </message>
        <message>
            <source>%1 offers only encryption that is no longer safe (%2). Ask the platform's support to allow one of these: %3.</source>
            <translation>%1 ne propose que du chiffrement qui n’est plus sûr (%2). Demandez à l’assistance de la plateforme d’autoriser l’un de ceux-ci : %3.</translation>
        </message>
        <message>
            <source>%1 and Navette have no encryption in common: the server offers %2. Ask the platform's support to allow one of these: %3.</source>
            <translation>%1 et Navette n’ont aucun chiffrement en commun : le serveur propose %2. Demandez à l’assistance de la plateforme d’autoriser l’un de ceux-ci : %3.</translation>
        </message>
        <message>
            <source>Old encryption, as the account allows it: %1</source>
            <translation>Ancien chiffrement, comme le compte le permet : %1</translation>
        </message>
        <message>
            <source>%1 shows another key than the one known for it. Either the platform replaced its server, or somebody stands between this computer and the platform. Nothing was sent. Known: %2. Shown now: %3.</source>
            <translation>%1 montre une autre clé que celle qu’on lui connaît. Soit la plateforme a remplacé son serveur, soit quelqu’un se tient entre cet ordinateur et la plateforme. Rien n’a été envoyé. Connue : %2. Montrée maintenant : %3.</translation>
        </message>
        <message>
            <source>Ask the platform's support for the fingerprint of its key: the connection test in the account's settings takes the new key when that is entered there.</source>
            <translation>Demandez à l’assistance de la plateforme l’empreinte de sa clé : le test de connexion, dans les réglages du compte, accepte la nouvelle clé quand on y saisit cette empreinte.</translation>
        </message>
        <message>
            <source>The key that %1 shows is marked as revoked on this computer: it must not be used any more, as somebody else may have it. Nothing was sent. Ask the platform's support which key its server should show. Shown now: %2.</source>
            <translation>La clé que montre %1 est marquée comme révoquée sur cet ordinateur : elle ne doit plus servir, car quelqu’un d’autre peut l’avoir. Rien n’a été envoyé. Demandez à l’assistance de la plateforme quelle clé son serveur doit montrer. Montrée maintenant : %2.</translation>
        </message>
        <message>
            <source>The key that %1 shows is not the one whose fingerprint was entered, so nothing was sent. Entered: %2. Shown now: %3.</source>
            <translation>La clé que montre %1 n’est pas celle dont l’empreinte a été saisie ; rien n’a été envoyé. Saisie : %2. Montrée maintenant : %3.</translation>
        </message>
        <message>
            <source>A temporary file may be left on the server: %1</source>
            <translation>Il se peut qu’un fichier temporaire soit resté sur le serveur : %1</translation>
        </message>
        <message>
            <source>The folder “%1” is not on the server, so “%2” cannot be put there.</source>
            <translation>Le dossier « %1 » n’est pas sur le serveur, « %2 » ne peut donc pas y être mis.</translation>
        </message>
        <message>
            <source>The server does not allow this account to put “%2” into the folder “%1”. The platform's support can change the permissions.</source>
            <translation>Le serveur ne permet pas à ce compte de mettre « %2 » dans le dossier « %1 ». L’assistance de la plateforme peut changer les droits.</translation>
        </message>
    </context>
    <context>
        <name>UploadText</name>
        <message>
            <source>What arrived as “%1” is not what was sent. Nothing of it is kept on the server; it can be sent again.</source>
            <translation>Ce qui est arrivé sous « %1 » n’est pas ce qui a été envoyé. Rien n’en est gardé sur le serveur ; l’envoi peut être refait.</translation>
        </message>
    </context>
    <context>
        <name>Validation</name>
        <message>
            <source>It holds the invisible character %1. Remove it.</source>
            <translation>Elle contient le caractère invisible %1. Retirez-le.</translation>
        </message>
        <message>
            <source>It holds the invisible character %1, where “%2” was meant.</source>
            <translation>Elle contient le caractère invisible %1, là où « %2 » était voulu.</translation>
        </message>
        <message>
            <source>The platform's alphabet has no %1. Write it otherwise.</source>
            <translation>L’alphabet de la plateforme n’a pas de %1. Écrivez-le autrement.</translation>
        </message>
        <message>
            <source>The platform's alphabet has no %1; it is left out.</source>
            <translation>L’alphabet de la plateforme n’a pas de %1 ; il est laissé de côté.</translation>
        </message>
        <message>
            <source>The platform's alphabet has no %1; “%2” stands for it.</source>
            <translation>L’alphabet de la plateforme n’a pas de %1 ; « %2 » le remplace.</translation>
        </message>
        <message>
            <source>Some bytes of this cell are no letters in the alphabet chosen for the file.</source>
            <translation>Certains octets de cette cellule ne sont pas des lettres de l’alphabet choisi pour le fichier.</translation>
        </message>
        <message>
            <source>There are spaces before or after the text. Remove them.</source>
            <translation>Il y a des espaces avant ou après le texte. Retirez-les.</translation>
        </message>
        <message>
            <source>A spreadsheet would take this text for a formula and run it. Check that it is meant.</source>
            <translation>Un tableur prendrait ce texte pour une formule et l’exécuterait. Vérifiez que c’est voulu.</translation>
        </message>
        <message>
            <source>%1 is no date of the calendar. Write one such as 24/12/1990.</source>
            <translation>%1 n’est pas une date du calendrier. Écrivez-en une comme 24/12/1990.</translation>
        </message>
        <message>
            <source>%1 is a date in another form. Write it as %2.</source>
            <translation>%1 est une date sous une autre forme. Écrivez %2.</translation>
        </message>
        <message>
            <source>%1 is no date of the calendar. Write one such as %2.</source>
            <translation>%1 n’est pas une date du calendrier. Écrivez-en une comme %2.</translation>
        </message>
        <message>
            <source>a whole number, such as 12</source>
            <translation>un nombre entier, comme 12</translation>
        </message>
        <message>
            <source>a number with a decimal comma, such as 48,869</source>
            <translation>un nombre à virgule, comme 48,869</translation>
        </message>
        <message>
            <source>a number, such as 48.869</source>
            <translation>un nombre, comme 48.869</translation>
        </message>
        <message>
            <source>0 or 1</source>
            <translation>0 ou 1</translation>
        </message>
        <message>
            <source>an identifier such as 0291725A-BB67-4EB9-8914-EE14B283EC0C</source>
            <translation>un identifiant comme 0291725A-BB67-4EB9-8914-EE14B283EC0C</translation>
        </message>
        <message>
            <source>%1 does not fit. Write %2.</source>
            <translation>%1 ne convient pas. Écrivez %2.</translation>
        </message>
        <message>
            <source>It has %1 characters; the platform takes %2. Shorten it.</source>
            <translation>Elle fait %1 caractères ; la plateforme en prend %2. Raccourcissez-la.</translation>
        </message>
        <message>
            <source>%1 is not among the values allowed: %2.</source>
            <translation>%1 ne fait pas partie des valeurs admises : %2.</translation>
        </message>
        <message>
            <source>%1 is not an e-mail address.</source>
            <translation>%1 n’est pas une adresse e-mail.</translation>
        </message>
        <message>
            <source>The country code has no +. Write %1.</source>
            <translation>L’indicatif du pays n’a pas de +. Écrivez %1.</translation>
        </message>
        <message>
            <source>The first 0 is missing. Write %1.</source>
            <translation>Le premier 0 manque. Écrivez %1.</translation>
        </message>
        <message>
            <source>The file can't be read as a contact file</source>
            <translation>Le fichier ne peut pas être lu comme un fichier de contacts</translation>
        </message>
        <message>
            <source>Nothing of it can be sent.</source>
            <translation>Rien ne peut en être envoyé.</translation>
        </message>
        <message>
            <source>%1 or %2</source>
            <extracomment>The last two of a list of column names: "Email, Téléphone Fixe or Mobile"</extracomment>
            <translation>%1 ou %2</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>« %1 »</translation>
        </message>
        <message>
            <source>There is no @. Write an address such as name@example.org.</source>
            <translation>Il n’y a pas de @. Écrivez une adresse comme nom@example.org.</translation>
        </message>
        <message>
            <source>There is more than one @. Keep one address in the cell.</source>
            <translation>Il y a plus d’un @. Gardez une seule adresse dans la cellule.</translation>
        </message>
        <message>
            <source>There is nothing before the @. Write the name in front.</source>
            <translation>Il n’y a rien avant le @. Écrivez le nom devant.</translation>
        </message>
        <message>
            <source>It holds a character that no e-mail address can have, such as a space, a comma or an accent. Remove it.</source>
            <translation>Elle contient un caractère qu’aucune adresse e-mail ne peut avoir, comme une espace, une virgule ou un accent. Retirez-le.</translation>
        </message>
        <message>
            <source>A dot stands at the wrong place: at an end, or two in a row. Remove it.</source>
            <translation>Un point est mal placé : à un bout, ou deux de suite. Retirez-le.</translation>
        </message>
        <message>
            <source>There is nothing after the @. Add the domain, such as example.org.</source>
            <translation>Il n’y a rien après le @. Ajoutez le domaine, comme example.org.</translation>
        </message>
        <message>
            <source>The domain has no ending. Add it, such as .fr or .com.</source>
            <translation>Le domaine n’a pas de terminaison. Ajoutez-la, comme .fr ou .com.</translation>
        </message>
        <message>
            <source>It is too long: at most 64 characters before the @ and 254 in all.</source>
            <translation>Elle est trop longue : 64 caractères au plus avant le @ et 254 en tout.</translation>
        </message>
        <message>
            <source>semicolons</source>
            <translation>des points-virgules</translation>
        </message>
        <message>
            <source>commas</source>
            <translation>des virgules</translation>
        </message>
        <message>
            <source>tabs</source>
            <translation>des tabulations</translation>
        </message>
        <message>
            <source>vertical bars</source>
            <translation>des barres verticales</translation>
        </message>
        <message>
            <source>colons</source>
            <translation>des deux-points</translation>
        </message>
        <message>
            <source>The platform would refuse the whole file.</source>
            <translation>La plateforme refuserait le fichier entier.</translation>
        </message>
        <message>
            <source>The file differs from what the platform writes.</source>
            <translation>Le fichier diffère de ce que la plateforme écrit.</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .csv</source>
            <translation>Donner au fichier un nom qui finit par .csv</translation>
        </message>
        <message>
            <source>The platform recognises a file by its name.</source>
            <translation>La plateforme reconnaît un fichier à son nom.</translation>
        </message>
        <message>
            <source>%1 does not end in .csv. Navette names the copy that it sends.</source>
            <translation>%1 ne finit pas par .csv. Navette nomme la copie qu’il envoie.</translation>
        </message>
        <message>
            <source>Give the file the name that the platform expects</source>
            <translation>Donner au fichier le nom que la plateforme attend</translation>
        </message>
        <message>
            <source>The platform recognises a file by its name. Navette names the copy that it sends.</source>
            <translation>La plateforme reconnaît un fichier à son nom. Navette nomme la copie qu’il envoie.</translation>
        </message>
        <message>
            <source>The file is called %1; the platform expects a name such as %2.</source>
            <translation>Le fichier s’appelle %1 ; la plateforme attend un nom comme %2.</translation>
        </message>
        <message>
            <source>The file's name has a date without a time</source>
            <translation>Le nom du fichier a une date sans heure</translation>
        </message>
        <message>
            <source>The platform's document shows such a name, so it should be understood.</source>
            <translation>Le document de la plateforme montre un tel nom, il devrait donc être compris.</translation>
        </message>
        <message>
            <source>Write the date as YYYYMMDDhhmmss to be sure.</source>
            <translation>Écrivez la date sous la forme AAAAMMJJhhmmss pour en être sûr.</translation>
        </message>
        <message>
            <source>The file has %1 MB; the platform takes %2 MB</source>
            <translation>Le fichier fait %1 Mo ; la plateforme en prend %2 Mo</translation>
        </message>
        <message>
            <source>Send it as a zip, or split it into several files.</source>
            <translation>Envoyez-le en zip, ou coupez-le en plusieurs fichiers.</translation>
        </message>
        <message>
            <source>Split it into several files.</source>
            <translation>Coupez-le en plusieurs fichiers.</translation>
        </message>
        <message>
            <source>The file is close to the platform's limit of 20 MB</source>
            <translation>Le fichier est proche de la limite de 20 Mo de la plateforme</translation>
        </message>
        <message>
            <source>It is not certain that the platform counts a megabyte as we do.</source>
            <translation>Il n’est pas certain que la plateforme compte un mégaoctet comme nous.</translation>
        </message>
        <message>
            <source>Send it as a zip to be sure.</source>
            <translation>Envoyez-le en zip pour en être sûr.</translation>
        </message>
        <message>
            <source>Split it into several files to be sure.</source>
            <translation>Coupez-le en plusieurs fichiers pour en être sûr.</translation>
        </message>
        <message>
            <source>Its lines end as on Windows (CRLF); the platform reads lines that end as on Unix (LF).</source>
            <translation>Ses lignes finissent comme sous Windows (CRLF) ; la plateforme lit des lignes qui finissent comme sous Unix (LF).</translation>
        </message>
        <message>
            <source>Its lines end as on old Macs (CR); the platform reads lines that end as on Unix (LF).</source>
            <translation>Ses lignes finissent comme sur les anciens Mac (CR) ; la plateforme lit des lignes qui finissent comme sous Unix (LF).</translation>
        </message>
        <message>
            <source>Its lines end in different ways; the platform reads lines that end as on Unix (LF).</source>
            <translation>Ses lignes finissent de plusieurs façons ; la plateforme lit des lignes qui finissent comme sous Unix (LF).</translation>
        </message>
        <message>
            <source>Its lines end in another way than the platform's.</source>
            <translation>Ses lignes finissent autrement que celles de la plateforme.</translation>
        </message>
        <message>
            <source>Convert the line ends</source>
            <translation>Convertir les fins de ligne</translation>
        </message>
        <message>
            <source>The platform may read it all the same.</source>
            <translation>La plateforme le lira peut-être quand même.</translation>
        </message>
        <message>
            <source>Remove the invisible mark at the file's beginning</source>
            <translation>Retirer la marque invisible au début du fichier</translation>
        </message>
        <message>
            <source>The file begins with a byte-order mark, which the platform would take for a part of the first column's name.</source>
            <translation>Le fichier commence par une marque d’ordre des octets, que la plateforme prendrait pour une partie du nom de la première colonne.</translation>
        </message>
        <message>
            <source>Contacts can't be deleted without a uniqueness criterion</source>
            <translation>On ne peut pas supprimer de contacts sans critère d’unicité</translation>
        </message>
        <message>
            <source>The platform would not know which contacts to delete.</source>
            <translation>La plateforme ne saurait pas quels contacts supprimer.</translation>
        </message>
        <message>
            <source>The account's uniqueness criterion is “none”. Choose one on the platform and in the account's settings first: e-mail and phones, or the reference.</source>
            <translation>Le critère d’unicité du compte est « aucun ». Choisissez-en un d’abord sur la plateforme et dans les réglages du compte : e-mail et téléphones, ou la référence.</translation>
        </message>
        <message>
            <source>Convert the alphabet to %1</source>
            <translation>Convertir l’alphabet en %1</translation>
        </message>
        <message>
            <source>The file is written in %1; the platform reads %2, so letters with accents would turn into others. Convert it.</source>
            <translation>Le fichier est écrit en %1 ; la plateforme lit %2, les lettres accentuées deviendraient donc autre chose. Convertissez-le.</translation>
        </message>
        <message>
            <source>Separate the columns by %1</source>
            <translation>Séparer les colonnes par %1</translation>
        </message>
        <message>
            <source>The columns are separated by %1; the platform expects %2 for this account.</source>
            <translation>Les colonnes sont séparées par %1 ; la plateforme attend %2 pour ce compte.</translation>
        </message>
        <message>
            <source>The file holds no contacts</source>
            <translation>Le fichier ne contient aucun contact</translation>
        </message>
        <message>
            <source>There is nothing to send, and a synchronised list would be emptied.</source>
            <translation>Il n’y a rien à envoyer, et une liste synchronisée serait vidée.</translation>
        </message>
        <message>
            <source>There is a line of column names but no row under it. Choose another file, or add the contacts.</source>
            <translation>Il y a une ligne de noms de colonnes mais aucune ligne dessous. Choisissez un autre fichier, ou ajoutez les contacts.</translation>
        </message>
        <message>
            <source>The first line seems to hold a contact: put a line with the column names above it.</source>
            <translation>La première ligne semble être un contact : mettez au-dessus une ligne avec les noms des colonnes.</translation>
        </message>
        <message>
            <source>The file needs a column %1. Found: %2.</source>
            <translation>Il faut au fichier une colonne %1. Trouvées : %2.</translation>
        </message>
        <message>
            <source>Add a column %1</source>
            <translation>Ajouter une colonne %1</translation>
        </message>
        <message>
            <source>The file needs a column “%1”. Found: %2.</source>
            <translation>Il faut au fichier une colonne « %1 ». Trouvées : %2.</translation>
        </message>
        <message>
            <source>Add the column “%1”</source>
            <translation>Ajouter la colonne « %1 »</translation>
        </message>
        <message>
            <source>Add %1 missing columns</source>
            <translation>Ajouter %1 colonnes manquantes</translation>
        </message>
        <message>
            <source>The column “%1” stands twice. Keep one of them.</source>
            <translation>La colonne « %1 » est là deux fois. Gardez-en une.</translation>
        </message>
        <message>
            <source>The platform does not know a column “%1”; its own name for it is “%2”.</source>
            <translation>La plateforme ne connaît pas de colonne « %1 » ; elle l’appelle « %2 ».</translation>
        </message>
        <message>
            <source>“%1” seems to mean “%2”, which another column is already. Keep one of them.</source>
            <translation>« %1 » semble vouloir dire « %2 », qu’une autre colonne est déjà. Gardez-en une.</translation>
        </message>
        <message>
            <source>The platform does not know a column “%1”. Rename it to one that it knows, or leave it out.</source>
            <translation>La plateforme ne connaît pas de colonne « %1 ». Donnez-lui un nom connu, ou laissez-la de côté.</translation>
        </message>
        <message>
            <source>Rename 1 column</source>
            <translation>Renommer 1 colonne</translation>
        </message>
        <message>
            <source>Rename %1 columns</source>
            <translation>Renommer %1 colonnes</translation>
        </message>
        <message>
            <source>Remove 1 column that stands twice</source>
            <translation>Retirer 1 colonne présente deux fois</translation>
        </message>
        <message>
            <source>Remove %1 columns that stand twice</source>
            <translation>Retirer %1 colonnes présentes deux fois</translation>
        </message>
        <message>
            <source>Leave out 1 unknown column: %1</source>
            <translation>Laisser de côté 1 colonne inconnue : %1</translation>
        </message>
        <message>
            <source>Leave out %1 unknown columns: %2</source>
            <translation>Laisser de côté %1 colonnes inconnues : %2</translation>
        </message>
        <message>
            <source>The platform takes %1 custom fields in one file. Leave this one out.</source>
            <translation>La plateforme prend %1 champs personnalisés par fichier. Laissez celui-ci de côté.</translation>
        </message>
        <message>
            <source>Keep at most %1 custom fields; the file has %2</source>
            <translation>Garder au plus %1 champs personnalisés ; le fichier en a %2</translation>
        </message>
        <message>
            <source>The column has neither a name nor content. Leave it out.</source>
            <translation>La colonne n’a ni nom ni contenu. Laissez-la de côté.</translation>
        </message>
        <message>
            <source>The column has no name, but 1 filled cell. Name it, or leave it out.</source>
            <translation>La colonne n’a pas de nom, mais 1 cellule remplie. Nommez-la, ou laissez-la de côté.</translation>
        </message>
        <message>
            <source>The column has no name, but %1 filled cells. Name it, or leave it out.</source>
            <translation>La colonne n’a pas de nom, mais %1 cellules remplies. Nommez-la, ou laissez-la de côté.</translation>
        </message>
        <message>
            <source>1 column is empty and has no name</source>
            <translation>1 colonne est vide et sans nom</translation>
        </message>
        <message>
            <source>%1 columns are empty and have no name</source>
            <translation>%1 colonnes sont vides et sans nom</translation>
        </message>
        <message>
            <source>The platform takes the file all the same.</source>
            <translation>La plateforme prend le fichier quand même.</translation>
        </message>
        <message>
            <source>Name 1 column that has no name</source>
            <translation>Nommer 1 colonne sans nom</translation>
        </message>
        <message>
            <source>Name %1 columns that have no name</source>
            <translation>Nommer %1 colonnes sans nom</translation>
        </message>
        <message>
            <source>No country has this code. Write the code after the +, such as +33.</source>
            <translation>Aucun pays n’a cet indicatif. Écrivez l’indicatif après le +, comme +33.</translation>
        </message>
        <message>
            <source>No such number exists in its country. Check the digits.</source>
            <translation>Ce numéro n’existe pas dans son pays. Vérifiez les chiffres.</translation>
        </message>
        <message>
            <source>The row has %1 of %2 cells. Add separators for those that are empty.</source>
            <translation>La ligne a %1 cellules sur %2. Ajoutez des séparateurs pour celles qui sont vides.</translation>
        </message>
        <message>
            <source>The row has %1 cells, the header %2.</source>
            <translation>La ligne a %1 cellules, l’en-tête %2.</translation>
        </message>
        <message>
            <source>A quote opens in this row and nothing closes it. Close it, or remove it.</source>
            <translation>Un guillemet s’ouvre dans cette ligne et rien ne le referme. Refermez-le, ou retirez-le.</translation>
        </message>
        <message>
            <source>A quote stands inside a cell that is not in quotes, or text follows a closing quote.</source>
            <translation>Un guillemet se trouve dans une cellule sans guillemets, ou du texte suit un guillemet fermant.</translation>
        </message>
        <message>
            <source>The field stands without quotes. Put it in double quotes.</source>
            <translation>Le champ n’a pas de guillemets. Mettez-le entre guillemets doubles.</translation>
        </message>
        <message>
            <source>The contact can't be reached: its %1 is not usable. Correct one of them.</source>
            <translation>Le contact est injoignable : son %1 n’est pas utilisable. Corrigez l’un d’eux.</translation>
        </message>
        <message>
            <source>The contact can't be reached: %1 is empty. Fill it in.</source>
            <translation>Le contact est injoignable : %1 est vide. Remplissez-le.</translation>
        </message>
        <message>
            <source>The contact has no reference. Fill it in.</source>
            <translation>Le contact n’a pas de référence. Remplissez-la.</translation>
        </message>
        <message>
            <source>The row has no value in %1, so the platform can't tell whose it is. Fill it in.</source>
            <translation>La ligne n’a pas de valeur dans %1, la plateforme ne peut donc pas savoir de qui il s’agit. Remplissez-la.</translation>
        </message>
        <message>
            <source>The cell is empty, but the column needs a value. Fill it in.</source>
            <translation>La cellule est vide, mais la colonne demande une valeur. Remplissez-la.</translation>
        </message>
        <message>
            <source>The cell is empty: the platform will empty this value.</source>
            <translation>La cellule est vide : la plateforme effacera cette valeur.</translation>
        </message>
        <message>
            <source>%1 sent, but %2 targets less %3 bounces make %4.</source>
            <translation>%1 envoyés, mais %2 ciblés moins %3 rebonds font %4.</translation>
        </message>
        <message>
            <source>The same contact as in row %1. This later row wins.</source>
            <translation>Le même contact qu’à la ligne %1. Cette ligne-ci, plus loin, l’emporte.</translation>
        </message>
        <message>
            <source>The row is empty.</source>
            <translation>La ligne est vide.</translation>
        </message>
        <message>
            <source>The platform refuses this contact; it takes the others.</source>
            <translation>La plateforme refuse ce contact ; elle prend les autres.</translation>
        </message>
        <message>
            <source>The platform refuses these %1 contacts; it takes the others.</source>
            <translation>La plateforme refuse ces %1 contacts ; elle prend les autres.</translation>
        </message>
        <message>
            <source>The platform wrote these values; check the export before relying on its figures.</source>
            <translation>C’est la plateforme qui a écrit ces valeurs ; vérifiez l’export avant de vous fier à ses chiffres.</translation>
        </message>
        <message>
            <source>The contacts are taken all the same.</source>
            <translation>Les contacts sont pris quand même.</translation>
        </message>
        <message>
            <source>Correct 1 e-mail address</source>
            <translation>Corriger 1 adresse e-mail</translation>
        </message>
        <message>
            <source>Correct %1 e-mail addresses</source>
            <translation>Corriger %1 adresses e-mail</translation>
        </message>
        <message>
            <source>The contacts are taken by their other means; e-mails will not reach them.</source>
            <translation>Les contacts sont pris par leurs autres moyens ; les e-mails ne leur parviendront pas.</translation>
        </message>
        <message>
            <source>Correct 1 e-mail address or give this contact a mobile number</source>
            <translation>Corriger 1 adresse e-mail ou donner un mobile à ce contact</translation>
        </message>
        <message>
            <source>Correct %1 e-mail addresses or give these contacts a mobile number</source>
            <translation>Corriger %1 adresses e-mail ou donner un mobile à ces contacts</translation>
        </message>
        <message>
            <source>Another means would do as well: %1.</source>
            <translation>Un autre moyen conviendrait aussi : %1.</translation>
        </message>
        <message>
            <source>characters that no number has</source>
            <translation>des caractères qu’aucun numéro ne contient</translation>
        </message>
        <message>
            <source>too short</source>
            <translation>trop court</translation>
        </message>
        <message>
            <source>too long</source>
            <translation>trop long</translation>
        </message>
        <message>
            <source>unknown country</source>
            <translation>pays inconnu</translation>
        </message>
        <message>
            <source>not a mobile</source>
            <translation>pas un mobile</translation>
        </message>
        <message>
            <source>not a fixed line</source>
            <translation>pas un fixe</translation>
        </message>
        <message>
            <source>no such number</source>
            <translation>numéro inexistant</translation>
        </message>
        <message>
            <source>Put a + in front of 1 phone number</source>
            <translation>Mettre un + devant 1 numéro de téléphone</translation>
        </message>
        <message>
            <source>Put a + in front of %1 phone numbers</source>
            <translation>Mettre un + devant %1 numéros de téléphone</translation>
        </message>
        <message>
            <source>The country code stands there without its +; the platform takes the contacts.</source>
            <translation>L’indicatif du pays est là sans son + ; la plateforme prend les contacts.</translation>
        </message>
        <message>
            <source>Give 1 phone number its first 0 back</source>
            <translation>Rendre son premier 0 à 1 numéro de téléphone</translation>
        </message>
        <message>
            <source>Give %1 phone numbers their first 0 back</source>
            <translation>Rendre leur premier 0 à %1 numéros de téléphone</translation>
        </message>
        <message>
            <source>A spreadsheet drops a first 0; the numbers are understood all the same.</source>
            <translation>Un tableur enlève le premier 0 ; les numéros sont compris quand même.</translation>
        </message>
        <message>
            <source>Correct 1 mobile number</source>
            <translation>Corriger 1 numéro de mobile</translation>
        </message>
        <message>
            <source>Correct %1 mobile numbers</source>
            <translation>Corriger %1 numéros de mobile</translation>
        </message>
        <message>
            <source>Correct 1 fixed-line number</source>
            <translation>Corriger 1 numéro de fixe</translation>
        </message>
        <message>
            <source>Correct %1 fixed-line numbers</source>
            <translation>Corriger %1 numéros de fixe</translation>
        </message>
        <message>
            <source>Correct 1 phone number</source>
            <translation>Corriger 1 numéro de téléphone</translation>
        </message>
        <message>
            <source>Correct %1 phone numbers</source>
            <translation>Corriger %1 numéros de téléphone</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>"Correct 5 mobile numbers: too short"</extracomment>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>The contacts are taken, but not reached by this number.</source>
            <translation>Les contacts sont pris, mais injoignables par ce numéro.</translation>
        </message>
        <message>
            <source>1 letter doesn't exist in the platform's alphabet</source>
            <translation>1 lettre n’existe pas dans l’alphabet de la plateforme</translation>
        </message>
        <message>
            <source>%1 letters don't exist in the platform's alphabet</source>
            <translation>%1 lettres n’existent pas dans l’alphabet de la plateforme</translation>
        </message>
        <message>
            <source>Replace 1 letter that the platform's alphabet lacks</source>
            <translation>Remplacer 1 lettre absente de l’alphabet de la plateforme</translation>
        </message>
        <message>
            <source>Replace %1 letters that the platform's alphabet lacks</source>
            <translation>Remplacer %1 lettres absentes de l’alphabet de la plateforme</translation>
        </message>
        <message>
            <source>1 cell is not written in the alphabet chosen for the file</source>
            <translation>1 cellule n’est pas écrite dans l’alphabet choisi pour le fichier</translation>
        </message>
        <message>
            <source>%1 cells are not written in the alphabet chosen for the file</source>
            <translation>%1 cellules ne sont pas écrites dans l’alphabet choisi pour le fichier</translation>
        </message>
        <message>
            <source>Some of their letters can't be read. Choose another alphabet for reading the file.</source>
            <translation>Certaines de leurs lettres sont illisibles. Choisissez un autre alphabet pour lire le fichier.</translation>
        </message>
        <message>
            <source>Fill in %1 for 1 contact</source>
            <translation>Remplir %1 pour 1 contact</translation>
        </message>
        <message>
            <source>Fill in %1 for %2 contacts</source>
            <translation>Remplir %1 pour %2 contacts</translation>
        </message>
        <message>
            <source>1 contact can't be reached</source>
            <translation>1 contact est injoignable</translation>
        </message>
        <message>
            <source>%1 contacts can't be reached</source>
            <translation>%1 contacts sont injoignables</translation>
        </message>
        <message>
            <source>None of their addresses and numbers is usable, so the platform refuses them. Correcting one of them is enough.</source>
            <translation>Aucune de leurs adresses ni aucun de leurs numéros n’est utilisable, la plateforme les refuse donc. Il suffit d’en corriger un.</translation>
        </message>
        <message>
            <source>Shorten 1 value in “%1”</source>
            <translation>Raccourcir 1 valeur dans « %1 »</translation>
        </message>
        <message>
            <source>Shorten %2 values in “%1”</source>
            <translation>Raccourcir %2 valeurs dans « %1 »</translation>
        </message>
        <message>
            <source>1 value in “%1” is none of those allowed</source>
            <translation>1 valeur dans « %1 » ne fait pas partie de celles admises</translation>
        </message>
        <message>
            <source>%2 values in “%1” are none of those allowed</source>
            <translation>%2 valeurs dans « %1 » ne font pas partie de celles admises</translation>
        </message>
        <message>
            <source>Fill 1 empty cell in “%1”</source>
            <translation>Remplir 1 cellule vide dans « %1 »</translation>
        </message>
        <message>
            <source>Fill %2 empty cells in “%1”</source>
            <translation>Remplir %2 cellules vides dans « %1 »</translation>
        </message>
        <message>
            <source>Write 1 date in “%1” in the platform's form</source>
            <translation>Écrire 1 date de « %1 » dans la forme de la plateforme</translation>
        </message>
        <message>
            <source>Write %2 dates in “%1” in the platform's form</source>
            <translation>Écrire %2 dates de « %1 » dans la forme de la plateforme</translation>
        </message>
        <message>
            <source>Navette can rewrite them.</source>
            <translation>Navette peut les réécrire.</translation>
        </message>
        <message>
            <source>Correct 1 date in “%1”</source>
            <translation>Corriger 1 date dans « %1 »</translation>
        </message>
        <message>
            <source>Correct %2 dates in “%1”</source>
            <translation>Corriger %2 dates dans « %1 »</translation>
        </message>
        <message>
            <source>Correct 1 value in “%1”</source>
            <translation>Corriger 1 valeur dans « %1 »</translation>
        </message>
        <message>
            <source>Correct %2 values in “%1”</source>
            <translation>Corriger %2 valeurs dans « %1 »</translation>
        </message>
        <message>
            <source>Clean 1 invisible character</source>
            <translation>Nettoyer 1 caractère invisible</translation>
        </message>
        <message>
            <source>Clean %1 invisible characters</source>
            <translation>Nettoyer %1 caractères invisibles</translation>
        </message>
        <message>
            <source>Most are letters such as ’ or œ that were lost on the way; others do nothing but harm.</source>
            <translation>La plupart sont des lettres comme ’ ou œ perdues en chemin ; les autres ne font que nuire.</translation>
        </message>
        <message>
            <source>Remove the spaces around 1 cell</source>
            <translation>Retirer les espaces autour de 1 cellule</translation>
        </message>
        <message>
            <source>Remove the spaces around %1 cells</source>
            <translation>Retirer les espaces autour de %1 cellules</translation>
        </message>
        <message>
            <source>The platform takes them, but searches and personalised texts show them.</source>
            <translation>La plateforme les prend, mais les recherches et les textes personnalisés les montrent.</translation>
        </message>
        <message>
            <source>1 cell would run as a formula in a spreadsheet</source>
            <translation>1 cellule s’exécuterait comme une formule dans un tableur</translation>
        </message>
        <message>
            <source>%1 cells would run as formulas in a spreadsheet</source>
            <translation>%1 cellules s’exécuteraient comme des formules dans un tableur</translation>
        </message>
        <message>
            <source>They are sent as they are. Check that they are meant, before somebody opens them in a spreadsheet.</source>
            <translation>Elles sont envoyées telles quelles. Vérifiez qu’elles sont voulues, avant que quelqu’un ne les ouvre dans un tableur.</translation>
        </message>
        <message>
            <source>Remove 1 empty row</source>
            <translation>Retirer 1 ligne vide</translation>
        </message>
        <message>
            <source>Remove %1 empty rows</source>
            <translation>Retirer %1 lignes vides</translation>
        </message>
        <message>
            <source>An empty row is no contact; the platform may count it as a refused one.</source>
            <translation>Une ligne vide n’est pas un contact ; la plateforme peut la compter comme refusée.</translation>
        </message>
        <message>
            <source>1 row has too few cells</source>
            <translation>1 ligne a trop peu de cellules</translation>
        </message>
        <message>
            <source>%1 rows have too few cells</source>
            <translation>%1 lignes ont trop peu de cellules</translation>
        </message>
        <message>
            <source>Wrong structure is the main cause for which the platform refuses a file.</source>
            <translation>Une mauvaise structure est la première cause de refus d’un fichier par la plateforme.</translation>
        </message>
        <message>
            <source>1 row ends in superfluous separators</source>
            <translation>1 ligne finit par des séparateurs superflus</translation>
        </message>
        <message>
            <source>%1 rows end in superfluous separators</source>
            <translation>%1 lignes finissent par des séparateurs superflus</translation>
        </message>
        <message>
            <source>They hold nothing and can go.</source>
            <translation>Ils ne contiennent rien et peuvent partir.</translation>
        </message>
        <message>
            <source>1 row has more cells than there are columns</source>
            <translation>1 ligne a plus de cellules qu’il n’y a de colonnes</translation>
        </message>
        <message>
            <source>%1 rows have more cells than there are columns</source>
            <translation>%1 lignes ont plus de cellules qu’il n’y a de colonnes</translation>
        </message>
        <message>
            <source>A separator inside a value shifts the cells behind it into wrong columns. Put such values in quotes.</source>
            <translation>Un séparateur dans une valeur décale les cellules suivantes vers les mauvaises colonnes. Mettez ces valeurs entre guillemets.</translation>
        </message>
        <message>
            <source>Close the quote that 1 row opens</source>
            <translation>Refermer le guillemet que 1 ligne ouvre</translation>
        </message>
        <message>
            <source>Close the quotes that %1 rows open</source>
            <translation>Refermer les guillemets que %1 lignes ouvrent</translation>
        </message>
        <message>
            <source>The platform would read all that follows as one cell and refuse the file.</source>
            <translation>La plateforme lirait toute la suite comme une seule cellule et refuserait le fichier.</translation>
        </message>
        <message>
            <source>1 row has a quote at an unusual place</source>
            <translation>1 ligne a un guillemet à un endroit inhabituel</translation>
        </message>
        <message>
            <source>%1 rows have a quote at an unusual place</source>
            <translation>%1 lignes ont un guillemet à un endroit inhabituel</translation>
        </message>
        <message>
            <source>The platform may read the row otherwise than it is meant.</source>
            <translation>La plateforme peut lire la ligne autrement qu’elle n’est voulue.</translation>
        </message>
        <message>
            <source>Put 1 field in quotes</source>
            <translation>Mettre 1 champ entre guillemets</translation>
        </message>
        <message>
            <source>Put %1 fields in quotes</source>
            <translation>Mettre %1 champs entre guillemets</translation>
        </message>
        <message>
            <source>The platform wants every field in double quotes.</source>
            <translation>La plateforme veut chaque champ entre guillemets doubles.</translation>
        </message>
        <message>
            <source>Give 1 contact its reference</source>
            <translation>Donner sa référence à 1 contact</translation>
        </message>
        <message>
            <source>Give %1 contacts their reference</source>
            <translation>Donner leur référence à %1 contacts</translation>
        </message>
        <message>
            <source>The account tells contacts apart by their reference, so the platform refuses those without one.</source>
            <translation>Le compte distingue les contacts par leur référence, la plateforme refuse donc ceux qui n’en ont pas.</translation>
        </message>
        <message>
            <source>Give 1 row its key</source>
            <translation>Donner sa clé à 1 ligne</translation>
        </message>
        <message>
            <source>Give %1 rows their key</source>
            <translation>Donner leur clé à %1 lignes</translation>
        </message>
        <message>
            <source>The platform can't match a row without a value in %1.</source>
            <translation>La plateforme ne peut pas rapprocher une ligne sans valeur dans %1.</translation>
        </message>
        <message>
            <source>1 contact stands twice: the later row wins</source>
            <translation>1 contact est en double : la dernière ligne l’emporte</translation>
        </message>
        <message>
            <source>%1 contacts stand twice: the later row wins</source>
            <translation>%1 contacts sont en double : la dernière ligne l’emporte</translation>
        </message>
        <message>
            <source>The platform updates the contact by the later row.</source>
            <translation>La plateforme met le contact à jour avec la dernière ligne.</translation>
        </message>
        <message>
            <source>1 value of “%1” will be emptied</source>
            <translation>1 valeur de « %1 » sera effacée</translation>
        </message>
        <message>
            <source>%2 values of “%1” will be emptied</source>
            <translation>%2 valeurs de « %1 » seront effacées</translation>
        </message>
        <message>
            <source>An empty cell in an update empties the value on the platform.</source>
            <translation>Une cellule vide dans une mise à jour efface la valeur sur la plateforme.</translation>
        </message>
        <message>
            <source>1 row's figures don't add up</source>
            <translation>Les chiffres de 1 ligne ne tombent pas juste</translation>
        </message>
        <message>
            <source>%1 rows' figures don't add up</source>
            <translation>Les chiffres de %1 lignes ne tombent pas juste</translation>
        </message>
        <message>
            <source>Messages sent should be targets less bounces, or 0 on the days after the sending.</source>
            <translation>Les messages envoyés devraient être les ciblés moins les rebonds, ou 0 les jours suivant l’envoi.</translation>
        </message>
        <message>
            <source>It has fewer than %1 characters. Complete it.</source>
            <translation>Il y a moins de %1 caractères. Complétez.</translation>
        </message>
        <message>
            <source>%1 is less than %2. Check the figure.</source>
            <translation>%1 est inférieur à %2. Vérifiez le chiffre.</translation>
        </message>
        <message>
            <source>Navette recognises what the platform wrote by its name.</source>
            <translation>Navette reconnaît à son nom ce que la plateforme a écrit.</translation>
        </message>
        <message>
            <source>The first line is empty: remove it, so that the column names come first.</source>
            <translation>La première ligne est vide : supprimez-la, pour que les noms de colonnes viennent en premier.</translation>
        </message>
        <message>
            <source>The first line names the separator for Excel: remove it, so that the column names come first.</source>
            <translation>La première ligne indique le séparateur à Excel : supprimez-la, pour que les noms de colonnes viennent en premier.</translation>
        </message>
        <message>
            <source>The file needs a column %1.</source>
            <translation>Il manque au fichier une colonne %1.</translation>
        </message>
        <message>
            <source>The file needs a column “%1”.</source>
            <translation>Il manque au fichier une colonne « %1 ».</translation>
        </message>
        <message>
            <source>%1 has no column that tells profiles apart, such as device_id. Choose a file of the export of devices.</source>
            <translation>%1 n’a aucune colonne qui distingue les profils, comme device_id. Choisissez un fichier de l’export des appareils.</translation>
        </message>
        <message>
            <source>Spaces stand between a quote and its separator. Remove them.</source>
            <translation>Des espaces se trouvent entre un guillemet et son séparateur. Supprimez-les.</translation>
        </message>
        <message>
            <source>The export of devices has no such profile, so the platform may not know it. Leave the row out where the volume is limited.</source>
            <translation>L’export des appareils ne contient pas ce profil : la plateforme ne le connaît peut-être pas. Laissez la ligne de côté si le volume est limité.</translation>
        </message>
        <message>
            <source>The same contact as in row %1. One of them would do.</source>
            <translation>Le même contact qu’à la ligne %1. Une seule des deux suffirait.</translation>
        </message>
        <message>
            <source>no @</source>
            <translation>pas de @</translation>
        </message>
        <message>
            <source>more than one @</source>
            <translation>plus d’un @</translation>
        </message>
        <message>
            <source>nothing before the @</source>
            <translation>rien avant le @</translation>
        </message>
        <message>
            <source>characters that no address has</source>
            <translation>des caractères qu’aucune adresse ne contient</translation>
        </message>
        <message>
            <source>a dot at the wrong place</source>
            <translation>un point mal placé</translation>
        </message>
        <message>
            <source>nothing after the @</source>
            <translation>rien après le @</translation>
        </message>
        <message>
            <source>no ending such as .fr</source>
            <translation>pas de terminaison comme .fr</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>One cause and how many addresses have it: "no @ (3)"
----------
A letter and how often it stands in the file: "Ж (5)"</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>1 value in “%1” stands where there should be none</source>
            <translation>1 valeur dans « %1 » là où il ne devrait pas y en avoir</translation>
        </message>
        <message>
            <source>%2 values in “%1” stand where there should be none</source>
            <translation>%2 valeurs dans « %1 » là où il ne devrait pas y en avoir</translation>
        </message>
        <message>
            <source>Complete 1 value in “%1”</source>
            <translation>Compléter 1 valeur dans « %1 »</translation>
        </message>
        <message>
            <source>Complete %2 values in “%1”</source>
            <translation>Compléter %2 valeurs dans « %1 »</translation>
        </message>
        <message>
            <source>1 number in “%1” is too small</source>
            <translation>1 nombre trop petit dans « %1 »</translation>
        </message>
        <message>
            <source>%2 numbers in “%1” are too small</source>
            <translation>%2 nombres trop petits dans « %1 »</translation>
        </message>
        <message>
            <source>1 row has spaces around its quotes</source>
            <translation>1 ligne a des espaces autour de ses guillemets</translation>
        </message>
        <message>
            <source>%1 rows have spaces around their quotes</source>
            <translation>%1 lignes ont des espaces autour de leurs guillemets</translation>
        </message>
        <message>
            <source>The platform may take spaces and quotes for a part of the values.</source>
            <translation>La plateforme peut prendre les espaces et les guillemets pour une partie des valeurs.</translation>
        </message>
        <message>
            <source>1 contact stands twice</source>
            <translation>1 contact est en double</translation>
        </message>
        <message>
            <source>%1 contacts stand twice</source>
            <translation>%1 contacts sont en double</translation>
        </message>
        <message>
            <source>One row for each would do; the platform takes the file all the same.</source>
            <translation>Une seule ligne pour chacun suffirait ; la plateforme prend tout de même le fichier.</translation>
        </message>
        <message>
            <source>1 profile is not in the export of devices</source>
            <translation>1 profil n’est pas dans l’export des appareils</translation>
        </message>
        <message>
            <source>%1 profiles are not in the export of devices</source>
            <translation>%1 profils ne sont pas dans l’export des appareils</translation>
        </message>
        <message>
            <source>Beyond a certain volume the platform transfers only profiles that it knows. Navette can leave the others out.</source>
            <translation>Au-delà d’un certain volume, la plateforme ne transfère que les profils qu’elle connaît. Navette peut laisser les autres de côté.</translation>
        </message>
        <message>
            <source>What is wrong: %1.</source>
            <translation>Ce qui ne va pas : %1.</translation>
        </message>
        <message>
            <source>It holds the invisible character %1, where a space was meant.</source>
            <translation>Il y a le caractère invisible %1, là où une espace était voulue.</translation>
        </message>
        <message>
            <source>It holds a space, which no e-mail address can have. Remove it.</source>
            <translation>Il y a une espace, qu’aucune adresse e-mail ne peut avoir. Supprimez-la.</translation>
        </message>
        <message>
            <source>It holds %1, which no e-mail address can have. Remove it.</source>
            <translation>Il y a %1, qu’aucune adresse e-mail ne peut avoir. Supprimez-le.</translation>
        </message>
        <message>
            <source>It holds %1, which is no part of a phone number. Write digits alone.</source>
            <translation>Il y a %1, qui ne fait partie d’aucun numéro de téléphone. Écrivez seulement des chiffres.</translation>
        </message>
        <message>
            <source>A hyphen stands at the wrong place: a part of the domain begins or ends with it. Remove it.</source>
            <translation>Un trait d’union est mal placé : une partie du domaine commence ou finit par lui. Supprimez-le.</translation>
        </message>
        <message>
            <source>There is nothing to send, and the list would be emptied.</source>
            <translation>Il n’y a rien à envoyer, et la liste serait vidée.</translation>
        </message>
        <message>
            <source>There is nothing to send.</source>
            <translation>Il n’y a rien à envoyer.</translation>
        </message>
        <message>
            <source>“%1” is the platform's column “%2” in another spelling. Write it as the platform does.</source>
            <translation>« %1 » est la colonne « %2 » de la plateforme, écrite autrement. Écrivez-la comme la plateforme.</translation>
        </message>
        <message>
            <source>“%1” is probably a slip of the pen for “%2”. Check the column, then rename it.</source>
            <translation>« %1 » est probablement une faute de frappe pour « %2 ». Vérifiez la colonne, puis renommez-la.</translation>
        </message>
        <message>
            <source>It holds characters that are no part of a phone number. Write digits, such as %1 or +33612345678.</source>
            <translation>Il y a des caractères qui ne font partie d’aucun numéro de téléphone. Écrivez des chiffres, comme %1 ou +33612345678.</translation>
        </message>
        <message>
            <source>It is too short. Complete it, such as %1.</source>
            <translation>Il est trop court. Complétez-le, comme %1.</translation>
        </message>
        <message>
            <source>It is too long. Keep one number in the cell, such as %1.</source>
            <translation>Il est trop long. Gardez un seul numéro dans la cellule, comme %1.</translation>
        </message>
        <message>
            <source>It is not a mobile number. Write one here, such as %1.</source>
            <translation>Ce n’est pas un numéro de mobile. Mettez-en un ici, comme %1.</translation>
        </message>
        <message>
            <source>It is not a fixed line. Write one here; mobiles have a column of their own.</source>
            <translation>Ce n’est pas un numéro fixe. Mettez-en un ici ; les mobiles ont leur propre colonne.</translation>
        </message>
        <message>
            <source>The contact can't be reached: its %1 is not usable. Correct it.</source>
            <translation>Le contact ne peut pas être joint : son %1 n’est pas utilisable. Corrigez-le.</translation>
        </message>
        <message>
            <source>Only rows of the kind %1 have a value here; this one is of the kind %2.</source>
            <translation>Seules les lignes de type %1 ont une valeur ici ; celle-ci est de type %2.</translation>
        </message>
        <message>
            <source>a hyphen at the wrong place</source>
            <translation>un trait d’union mal placé</translation>
        </message>
        <message>
            <source>%1 left out (%2)</source>
            <translation>sans %1 (%2)</translation>
        </message>
        <message>
            <source>%1 → %2 (%3)</source>
            <translation>%1 → %2 (%3)</translation>
        </message>
        <message>
            <source>Navette writes what people write for them: %1.</source>
            <translation>Navette écrit ce que l’on écrit d’habitude à leur place : %1.</translation>
        </message>
        <message>
            <source>Nothing stands for them honestly, so these contacts can't be sent as they are: %1. Write them in Latin letters, or leave the contacts out.</source>
            <translation>Rien ne les remplace honnêtement : ces contacts ne peuvent pas partir tels quels : %1. Écrivez-les en lettres latines, ou laissez ces contacts de côté.</translation>
        </message>
        <message>
            <source>What stands under %1 is not usable, so the platform refuses them.</source>
            <translation>Ce qui est dans %1 n’est pas utilisable : la plateforme les refuse.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::AccountForm</name>
        <message>
            <source>How this account is set up on the platform</source>
            <translation>Comment ce compte est réglé sur la plateforme</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>Plateforme</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Acme France</source>
            <translation>Acme France</translation>
        </message>
        <message>
            <source>sftp.platform.example</source>
            <translation>sftp.plateforme.example</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>port</source>
            <translation>port</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Utilisateur</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Clé</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Sign in with</source>
            <translation>Se connecter avec</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Phrase secrète</translation>
        </message>
        <message>
            <source>where the key has one</source>
            <translation>si la clé en a une</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>As the system says</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>where sign-in leads</source>
            <translation>là où mène la connexion</translation>
        </message>
        <message>
            <source>The directory on the server that holds “contacts” and “reporting”, where it is another one</source>
            <translation>Le dossier du serveur qui contient « contacts » et « reporting », si c’en est un autre</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>Séparateur</translation>
        </message>
        <message>
            <source>Never: every row is a contact</source>
            <translation>Jamais : chaque ligne est un contact</translation>
        </message>
        <message>
            <source>Same e-mail, fixed and mobile numbers</source>
            <translation>Mêmes e-mail, fixe et mobile</translation>
        </message>
        <message>
            <source>Same reference</source>
            <translation>Même référence</translation>
        </message>
        <message>
            <source>Same contact if</source>
            <translation>Même contact si</translation>
        </message>
        <message>
            <source>Champ 1 … 15</source>
            <translation>Champ 1 … 15</translation>
        </message>
        <message>
            <source>Numbers without a country code are taken as numbers of this country</source>
            <translation>Les numéros sans indicatif sont pris comme des numéros de ce pays</translation>
        </message>
        <message>
            <source>Phones are of</source>
            <translation>Téléphones de</translation>
        </message>
        <message>
            <source>Application id</source>
            <translation>Id. d’application</translation>
        </message>
        <message>
            <source>Device id</source>
            <translation>Identifiant d’appareil</translation>
        </message>
        <message>
            <source>Member id</source>
            <translation>Identifiant de membre</translation>
        </message>
        <message>
            <source>Matching key</source>
            <translation>Clé de rapprochement</translation>
        </message>
        <message>
            <source>Its column</source>
            <translation>Sa colonne</translation>
        </message>
        <message>
            <source>Alphabet of files</source>
            <translation>Alphabet des fichiers</translation>
        </message>
        <message>
            <source>Custom fields</source>
            <translation>Champs personnalisés</translation>
        </message>
        <message>
            <source>Imports directory</source>
            <translation>Dossier des imports</translation>
        </message>
        <message>
            <source>Exports directory</source>
            <translation>Dossier des exports</translation>
        </message>
        <message>
            <source>The platform fetches from our own server</source>
            <translation>La plateforme vient chercher sur notre propre serveur</translation>
        </message>
        <message>
            <source>External server</source>
            <translation>Serveur externe</translation>
        </message>
        <message>
            <source>kept in this computer’s keychain</source>
            <translation>conservé dans le trousseau de cet ordinateur</translation>
        </message>
        <message>
            <source>Give the account a name.</source>
            <translation>Donnez un nom au compte.</translation>
        </message>
        <message>
            <source>Enter the server’s name.</source>
            <translation>Saisissez le nom du serveur.</translation>
        </message>
        <message>
            <source>Enter the user name that your platform gave you.</source>
            <translation>Saisissez le nom d’utilisateur que la plateforme vous a donné.</translation>
        </message>
        <message>
            <source>Choose the file of your key.</source>
            <translation>Choisissez le fichier de votre clé.</translation>
        </message>
        <message>
            <source>Not renamed</source>
            <translation>Aucun renommé</translation>
        </message>
        <message numerus="yes">
            <source>%n named: %1</source>
            <translation>
                <numerusform>%n nommé : %1</numerusform>
                <numerusform>%n nommés : %1</numerusform>
            </translation>
        </message>
        <message>
            <source>None declared</source>
            <translation>Aucun déclaré</translation>
        </message>
        <message numerus="yes">
            <source>%n declared: %1</source>
            <translation>
                <numerusform>%n déclaré : %1</numerusform>
                <numerusform>%n déclarés : %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave out the proxy’s password: it is asked for when the proxy wants it.</source>
            <translation>Omettez le mot de passe du proxy : il est demandé quand le proxy le veut.</translation>
        </message>
        <message>
            <source>Or type it: socks5://host:port, http://host:port, http://name@host:port</source>
            <translation>Ou saisissez-le : socks5://hôte:port, http://hôte:port, http://nom@hôte:port</translation>
        </message>
        <message>
            <source>Also allow old encryption</source>
            <translation>Permettre aussi l’ancien chiffrement</translation>
        </message>
        <message>
            <source>It protects less well: only for a server that has nothing newer, until it is renewed.</source>
            <translation>Il protège moins bien : seulement pour un serveur qui n’a rien de plus récent, en attendant son renouvellement.</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Chiffrement</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>Empreinte</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::AccountPage</name>
        <message>
            <source>New account</source>
            <translation>Nouveau compte</translation>
        </message>
        <message>
            <source>Account settings</source>
            <translation>Réglages du compte</translation>
        </message>
        <message>
            <source>This is a practice account: Navette sets it up itself.</source>
            <translation>C’est un compte d’entraînement : Navette le règle lui-même.</translation>
        </message>
        <message>
            <source>Save as an account file…</source>
            <translation>Enregistrer un fichier de compte…</translation>
        </message>
        <message>
            <source>For a colleague; holds no password</source>
            <translation>Pour un collègue ; sans mot de passe</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Retirer…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Save account</source>
            <translation>Enregistrer le compte</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>Enregistrer les changements</translation>
        </message>
        <message>
            <source>Step 1 of 3 · %1</source>
            <translation>Étape 1 sur 3 · %1</translation>
        </message>
        <message>
            <source>Step 2 of 3 · test the connection</source>
            <translation>Étape 2 sur 3 · testez la connexion</translation>
        </message>
        <message>
            <source>Step 3 of 3 · everything works, save the account</source>
            <translation>Étape 3 sur 3 · tout fonctionne, enregistrez le compte</translation>
        </message>
        <message>
            <source>Save as an account file</source>
            <translation>Enregistrer un fichier de compte</translation>
        </message>
        <message>
            <source>Account files (*.navette)</source>
            <translation>Fichiers de compte (*.navette)</translation>
        </message>
        <message>
            <source>The file could not be written. %1</source>
            <translation>Le fichier n’a pas pu être écrit. %1</translation>
        </message>
        <message>
            <source>Remove %1 from Navette?</source>
            <translation>Retirer %1 de Navette ?</translation>
        </message>
        <message>
            <source>Its settings and its password go from this computer. Nothing changes on the platform; the history of deposits and the kept reports stay.</source>
            <translation>Ses réglages et son mot de passe quittent cet ordinateur. Rien ne change sur la plateforme ; l’historique des dépôts et les rapports conservés restent.</translation>
        </message>
        <message>
            <source>Remove the account</source>
            <translation>Retirer le compte</translation>
        </message>
        <message>
            <source>Files are being transferred over the open connection. Test again once they are done, or cancel them.</source>
            <translation>Des fichiers passent par la connexion ouverte. Testez à nouveau quand ils auront fini, ou annulez-les.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Application</name>
        <message>
            <source>Send contact files to marketing platforms.</source>
            <translation>Envoyer des fichiers de contacts aux plateformes de marketing.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Banner</name>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::BoardColumnView</name>
        <message>
            <source>Files that you deposit wait here for the platform.</source>
            <translation>Les fichiers que vous déposez attendent ici la plateforme.</translation>
        </message>
        <message>
            <source>Files that the platform is working on show here.</source>
            <translation>Les fichiers que la plateforme traite s’affichent ici.</translation>
        </message>
        <message>
            <source>Files that the platform took show here.</source>
            <translation>Les fichiers que la plateforme a pris s’affichent ici.</translation>
        </message>
        <message>
            <source>Files that the platform refused would show here, with the reasons.</source>
            <translation>Les fichiers que la plateforme aurait refusés s’afficheraient ici, avec les raisons.</translation>
        </message>
        <message>
            <source>Files without their confirmation file would show here.</source>
            <translation>Les fichiers sans leur fichier de confirmation s’afficheraient ici.</translation>
        </message>
        <message>
            <source>Files that you deposit wait here for the next pick-up.</source>
            <translation>Les fichiers que vous déposez attendent ici la prochaine relève.</translation>
        </message>
        <message>
            <source>Files that the platform picked up show here.</source>
            <translation>Les fichiers que la plateforme a relevés s’affichent ici.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::BoardColumns</name>
        <message numerus="yes">
            <source>None of the %n file(s) here matches.</source>
            <translation>
                <numerusform>Le fichier d’ici ne correspond pas (%n).</numerusform>
                <numerusform>Aucun des %n fichiers d’ici ne correspond.</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop CSV or ZIP files here</source>
            <translation>Glissez ici des fichiers CSV ou ZIP</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::BoardPage</name>
        <message>
            <source>Board</source>
            <translation>Suivi</translation>
        </message>
        <message>
            <source>Back to the deposit</source>
            <translation>Retour au dépôt</translation>
        </message>
        <message>
            <source>Find a list or a file</source>
            <translation>Trouver une liste, un fichier</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Actualiser</translation>
        </message>
        <message>
            <source>Deposit files…</source>
            <translation>Déposer des fichiers…</translation>
        </message>
        <message>
            <source>%1 was not deposited. %2</source>
            <translation>%1 n’a pas été déposé. %2</translation>
        </message>
        <message>
            <source>Connect again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>The board shows once the account is connected.</source>
            <translation>Le suivi s’affiche une fois le compte connecté.</translation>
        </message>
        <message>
            <source>refreshed just now</source>
            <translation>actualisé à l’instant</translation>
        </message>
        <message>
            <source>refreshed %1 ago</source>
            <translation>actualisé il y a %1</translation>
        </message>
        <message>
            <source>Choose the files to deposit</source>
            <translation>Choisir les fichiers à déposer</translation>
        </message>
        <message>
            <source>Contact files (*.csv *.txt *.zip *.gz);;All files (*)</source>
            <translation>Fichiers de contacts (*.csv *.txt *.zip *.gz);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>The board shows once there is a network again. Checking and repairing files works without.</source>
            <translation>Le tableau s’affichera dès que le réseau sera revenu. Contrôler et réparer des fichiers fonctionne sans.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CampaignContacts</name>
        <message>
            <source>Back to the day</source>
            <translation>Retour au jour</translation>
        </message>
        <message>
            <source>Contact lists of the campaign</source>
            <translation>Listes de contacts de la campagne</translation>
        </message>
        <message>
            <source>All campaigns</source>
            <translation>Toutes les campagnes</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>list, contacts: Opened, e-mail (1,204)</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CampaignModel</name>
        <message>
            <source>Opened</source>
            <translation>Ouvert</translation>
        </message>
        <message>
            <source>Clicked</source>
            <translation>Cliqué</translation>
        </message>
        <message>
            <source>Unsubscribed</source>
            <translation>Désinscrits</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>reaction, medium: Opened, e-mail</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>All campaigns</source>
            <translation>Toutes les campagnes</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>percentage</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campagne</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Taux</translation>
        </message>
        <message>
            <source>SMS stop</source>
            <translation>Stop SMS</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CardFace</name>
        <message>
            <source>not from this desk</source>
            <translation>pas depuis ce poste</translation>
        </message>
        <message>
            <source>sending…</source>
            <translation>envoi…</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>depuis %1</translation>
        </message>
        <message>
            <source>sent by %1</source>
            <translation>envoyé par %1</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>depuis %1</translation>
        </message>
        <message>
            <source>deposited %1</source>
            <translation>déposé %1</translation>
        </message>
        <message>
            <source>took %1</source>
            <translation>en %1</translation>
        </message>
        <message>
            <source>confirmation file missing</source>
            <translation>il manque le fichier de confirmation</translation>
        </message>
        <message>
            <source>next pick-up %1</source>
            <translation>prochaine relève %1</translation>
        </message>
        <message>
            <source>repaired since</source>
            <translation>corrigé depuis</translation>
        </message>
        <message numerus="yes">
            <source>%n cause(s)</source>
            <translation>
                <numerusform>%n cause</numerusform>
                <numerusform>%n causes</numerusform>
            </translation>
        </message>
        <message>
            <source>new list</source>
            <translation>nouvelle liste</translation>
        </message>
        <message>
            <source>added</source>
            <translation>ajouté</translation>
        </message>
        <message>
            <source>synchronised</source>
            <translation>synchronisé</translation>
        </message>
        <message>
            <source>not taken yet</source>
            <translation>pas encore pris</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
            </translation>
        </message>
        <message>
            <source>you</source>
            <translation>vous</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ConnectionAdvice</name>
        <message>
            <source>Most likely: the server’s name is misspelt, or this computer is offline</source>
            <translation>Le plus probable : le nom du serveur est mal écrit, ou cet ordinateur est hors ligne</translation>
        </message>
        <message>
            <source>Compare “%1” with what your platform gave you, and see whether a web page opens.</source>
            <translation>Comparez « %1 » avec ce que la plateforme vous a donné, et voyez si une page web s’ouvre.</translation>
        </message>
        <message>
            <source>Most likely: your address isn’t on the platform’s allow list</source>
            <translation>Le plus probable : votre adresse n’est pas sur la liste des adresses autorisées de la plateforme</translation>
        </message>
        <message>
            <source>Ask the platform’s support to add it. This text says all they need:</source>
            <translation>Demandez à l’assistance de la plateforme de l’ajouter. Ce texte dit tout ce qu’il lui faut :</translation>
        </message>
        <message>
            <source>Hello, please allow SFTP access for user %1 on %2 port %3 from our address %4. Connections from it get no reply (tested %5, time-out). Thank you.</source>
            <translation>Bonjour, merci d’autoriser l’accès SFTP de l’utilisateur %1 sur %2, port %3, depuis notre adresse %4. Les connexions depuis cette adresse restent sans réponse (testé le %5, délai dépassé). Merci.</translation>
        </message>
        <message>
            <source>Most likely: the port is not the right one, or a firewall is in the way</source>
            <translation>Le plus probable : le port n’est pas le bon, ou un pare-feu bloque</translation>
        </message>
        <message>
            <source>Compare the port with what your platform gave you. If it is right, forward this text:</source>
            <translation>Comparez le port avec ce que la plateforme vous a donné. S’il est juste, transmettez ce texte :</translation>
        </message>
        <message>
            <source>Hello, SFTP connections for user %1 to %2 port %3 from our address %4 are refused (tested %5). Which host and port are to be used, and is our address allowed? Thank you.</source>
            <translation>Bonjour, les connexions SFTP de l’utilisateur %1 vers %2, port %3, depuis notre adresse %4 sont refusées (testé le %5). Quels serveur et port faut-il utiliser, et notre adresse est-elle autorisée ? Merci.</translation>
        </message>
        <message>
            <source>The server is not known here yet</source>
            <translation>Le serveur n’est pas encore connu ici</translation>
        </message>
        <message>
            <source>On the first connection somebody has to say that it is the right server. Compare the fingerprint with what the platform’s support says, and test again:</source>
            <translation>À la première connexion, quelqu’un doit confirmer que c’est le bon serveur. Comparez l’empreinte avec celle que donne l’assistance de la plateforme, puis refaites le test :</translation>
        </message>
        <message>
            <source>Hello, we are about to connect to %1 port %2 for the first time. Please send us the SHA-256 fingerprint of the server’s host key. Thank you.</source>
            <translation>Bonjour, nous allons nous connecter à %1, port %2, pour la première fois. Merci de nous envoyer l’empreinte SHA-256 de la clé du serveur.</translation>
        </message>
        <message>
            <source>The server did not show the identity that was expected</source>
            <translation>Le serveur n’a pas montré l’identité attendue</translation>
        </message>
        <message>
            <source>Either the platform has changed its server’s key, or something stands between you and it. Do not go on before the platform’s support has confirmed the fingerprint:</source>
            <translation>Soit la plateforme a changé la clé de son serveur, soit quelque chose se tient entre vous et elle. Ne continuez pas avant que l’assistance de la plateforme ait confirmé l’empreinte :</translation>
        </message>
        <message>
            <source>Hello, the host key of %1 port %2 is not the one we know (tested %3). Please send us the SHA-256 fingerprint of the server’s current host key. Thank you.</source>
            <translation>Bonjour, la clé de %1, port %2, n’est pas celle que nous connaissons (testé le %3). Merci de nous envoyer l’empreinte SHA-256 de la clé actuelle du serveur.</translation>
        </message>
        <message>
            <source>password</source>
            <translation>le mot de passe</translation>
        </message>
        <message>
            <source>key</source>
            <translation>la clé</translation>
        </message>
        <message>
            <source>key from the agent</source>
            <translation>la clé de l’agent</translation>
        </message>
        <message>
            <source>The server is the right one, but it did not let you in</source>
            <translation>Le serveur est le bon, mais il ne vous a pas laissé entrer</translation>
        </message>
        <message>
            <source>Check the user name and the %1. If they are right, forward this text:</source>
            <translation>Vérifiez le nom d’utilisateur et %1. S’ils sont justes, transmettez ce texte :</translation>
        </message>
        <message>
            <source>Hello, sign-in of user %1 on %2 port %3 with our %4 is refused (tested %5). Please check that the account is active and which way of signing in it expects. Thank you.</source>
            <translation>Bonjour, la connexion de l’utilisateur %1 sur %2, port %3, avec %4 est refusée (testé le %5). Merci de vérifier que le compte est actif et quelle façon de se connecter il attend.</translation>
        </message>
        <message>
            <source>You are signed in, but the expected directories are not there</source>
            <translation>Vous êtes connecté, mais les dossiers attendus n’y sont pas</translation>
        </message>
        <message>
            <source>Check the platform and the directory of this account. If they are right, forward this text:</source>
            <translation>Vérifiez la plateforme et le dossier de ce compte. S’ils sont justes, transmettez ce texte :</translation>
        </message>
        <message>
            <source>Hello, after signing in as %1 on %2 we do not see the directories of the file interface (tested %3). Please make them, or tell us in which directory they are. Thank you.</source>
            <translation>Bonjour, après connexion en tant que %1 sur %2, nous ne voyons pas les dossiers de l’interface de fichiers (testé le %3). Merci de les créer, ou de nous dire dans quel dossier ils se trouvent.</translation>
        </message>
        <message>
            <source>[our public IP address]</source>
            <translation>[notre adresse IP publique]</translation>
        </message>
        <message>
            <source>key exchange</source>
            <translation>échange de clés</translation>
        </message>
        <message>
            <source>host key</source>
            <translation>clé du serveur</translation>
        </message>
        <message>
            <source>cipher</source>
            <translation>chiffrement</translation>
        </message>
        <message>
            <source>MAC</source>
            <translation>MAC</translation>
        </message>
        <message>
            <source>algorithms</source>
            <translation>algorithme</translation>
        </message>
        <message>
            <source>The server offers only encryption that is no longer safe</source>
            <translation>Le serveur ne propose que du chiffrement qui n’est plus sûr</translation>
        </message>
        <message>
            <source>The server and Navette have no encryption in common</source>
            <translation>Le serveur et Navette n’ont aucun chiffrement en commun</translation>
        </message>
        <message>
            <source>Forward this text. Until the server is renewed, the account’s settings can allow its old encryption, which protects your contacts less well.</source>
            <translation>Transmettez ce texte. En attendant le renouvellement du serveur, les réglages du compte peuvent permettre son ancien chiffrement, qui protège moins bien vos contacts.</translation>
        </message>
        <message>
            <source>Only the platform can change this. Forward this text:</source>
            <translation>Seule la plateforme peut changer cela. Transmettez ce texte :</translation>
        </message>
        <message>
            <source>Hello, SFTP connections of user %1 to %2 port %3 fail (tested %4): our client and your server have no %5 in common. Your server offers: %6. Please allow at least one of: %7. Thank you.</source>
            <translation>Bonjour, les connexions SFTP de l’utilisateur %1 vers %2, port %3, échouent (testé le %4) : notre client et votre serveur n’ont rien en commun pour ceci : %5. Votre serveur propose : %6. Merci d’autoriser au moins l’un de : %7.</translation>
        </message>
        <message>
            <source>The proxy of your network does not let you through</source>
            <translation>Le proxy de votre réseau ne vous laisse pas passer</translation>
        </message>
        <message>
            <source>The server answered, and then ended the connection</source>
            <translation>Le serveur a répondu, puis a coupé la connexion</translation>
        </message>
        <message>
            <source>Most often the server is busy, or the platform’s allow list does not hold your address. Test again in a minute; if it stays so, forward this text:</source>
            <translation>Le plus souvent, le serveur est surchargé ou votre adresse n’est pas sur la liste autorisée de la plateforme. Testez à nouveau dans une minute ; si cela persiste, transmettez ce texte :</translation>
        </message>
        <message>
            <source>Hello, SFTP connections for user %1 to %2 port %3 from our address %4 are ended before they are set up (tested %5). Is our address allowed, and how many connections at once? Thank you.</source>
            <translation>Bonjour, les connexions SFTP de l’utilisateur %1 vers %2 port %3 depuis notre adresse %4 sont coupées avant d’être établies (testé %5). Notre adresse est-elle autorisée, et combien de connexions simultanées le sont ? Merci.</translation>
        </message>
        <message>
            <source>Most likely: the server allows one connection at once, and Navette’s is open</source>
            <translation>Probablement : le serveur n’accepte qu’une connexion à la fois, et celle de Navette est ouverte</translation>
        </message>
        <message>
            <source>That it is open says that these settings work. To test them all the same, Navette closes it and connects again afterwards.</source>
            <translation>Si elle est ouverte, c’est que ces réglages fonctionnent. Pour les tester quand même, Navette la ferme et se reconnecte ensuite.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ConnectionNotice</name>
        <message>
            <source>This computer is offline; what is shown is from %1. Navette connects again once there is a network.</source>
            <translation>Cet ordinateur est hors ligne ; ce qui est affiché a été lu %1. Navette se reconnectera dès qu’il y aura un réseau.</translation>
        </message>
        <message>
            <source>This computer is offline; what is shown is kept here. Navette connects again once there is a network.</source>
            <translation>Cet ordinateur est hors ligne ; ce qui est affiché est conservé ici. Navette se reconnectera dès qu’il y aura un réseau.</translation>
        </message>
        <message>
            <source>The connection was lost; what is shown may be old. %1</source>
            <translation>La connexion s’est perdue ; ce qui est affiché peut dater. %1</translation>
        </message>
        <message>
            <source>There is no connection yet; what is shown is kept here. %1</source>
            <translation>Pas encore de connexion ; ce qui est affiché est conservé ici. %1</translation>
        </message>
        <message>
            <source>Navette connects again by itself.</source>
            <translation>Navette se reconnecte de lui-même.</translation>
        </message>
        <message>
            <source>Connect again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Connect all the same</source>
            <translation>Se connecter quand même</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>This computer is offline</source>
            <translation>Cet ordinateur est hors ligne</translation>
        </message>
        <message>
            <source>Not connected to %1</source>
            <translation>Pas de connexion à %1</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Pas de connexion</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ConnectionTest</name>
        <message>
            <source>Server’s name</source>
            <translation>Nom du serveur</translation>
        </message>
        <message>
            <source>Server’s answer</source>
            <translation>Réponse du serveur</translation>
        </message>
        <message>
            <source>Server’s identity</source>
            <translation>Identité du serveur</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Connexion</translation>
        </message>
        <message>
            <source>Directories</source>
            <translation>Dossiers</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>Tester la connexion</translation>
        </message>
        <message>
            <source>Connection test</source>
            <translation>Test de connexion</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Copier le texte</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
        <message>
            <source>not tested yet</source>
            <translation>pas encore testé</translation>
        </message>
        <message>
            <source>being tested</source>
            <translation>test en cours</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>en ordre</translation>
        </message>
        <message>
            <source>stopped here</source>
            <translation>arrêté ici</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Test again</source>
            <translation>Tester de nouveau</translation>
        </message>
        <message>
            <source>Their answer: the fingerprint of the server’s key</source>
            <translation>Leur réponse : l’empreinte de la clé du serveur</translation>
        </message>
        <message>
            <source>Connect if it is this key</source>
            <translation>Se connecter si c’est cette clé</translation>
        </message>
        <message>
            <source>Close it and test</source>
            <translation>La fermer et tester</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CsvBrowser</name>
        <message>
            <source>Find in the table</source>
            <translation>Chercher dans le tableau</translation>
        </message>
        <message>
            <source>This file can’t be shown</source>
            <translation>Ce fichier ne peut pas être affiché</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>%1 of %2 rows</source>
            <translation>%1 lignes sur %2</translation>
        </message>
        <message>
            <source>1 row</source>
            <translation>1 ligne</translation>
        </message>
        <message>
            <source>%1 rows</source>
            <translation>%1 lignes</translation>
        </message>
        <message>
            <source>Counting the rows…</source>
            <translation>Décompte des lignes…</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CsvCellDelegate</name>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CsvHeaderView</name>
        <message>
            <source>left out</source>
            <translation>laissée de côté</translation>
        </message>
        <message>
            <source>was “%1”</source>
            <translation>était « %1 »</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CsvTableModel</name>
        <message>
            <source>In your file: “%1”. Sent as: “%2”.</source>
            <translation>Dans votre fichier : « %1 ». Envoyé sous la forme : « %2 ».</translation>
        </message>
        <message>
            <source>Column %1</source>
            <translation>Colonne %1</translation>
        </message>
        <message>
            <source>This column is left out of the copy.</source>
            <translation>Cette colonne est laissée de côté dans la copie.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::CsvTableView</name>
        <message>
            <source>Contents of the file</source>
            <translation>Contenu du fichier</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Go to row…</source>
            <translation>Aller à la ligne…</translation>
        </message>
        <message>
            <source>Next problem</source>
            <translation>Problème suivant</translation>
        </message>
        <message>
            <source>Previous problem</source>
            <translation>Problème précédent</translation>
        </message>
        <message>
            <source>Go to row</source>
            <translation>Aller à la ligne</translation>
        </message>
        <message>
            <source>Row, as a spreadsheet numbers it:</source>
            <translation>Ligne, comme un tableur la numérote :</translation>
        </message>
        <message numerus="yes">
            <source>The first %n row(s) of the selection were copied.</source>
            <translation>
                <numerusform>La première ligne de la sélection a été copiée (%n).</numerusform>
                <numerusform>Les %n premières lignes de la sélection ont été copiées.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>navette::ui::DayStrip</name>
        <message>
            <source>Days</source>
            <translation>Jours</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::DepositFile</name>
        <message>
            <source>The platform would still refuse the file: %1</source>
            <translation>La plateforme refuserait encore le fichier : %1</translation>
        </message>
        <message>
            <source>Even as a zip the copy is larger than the platform takes. Tick “%1”.</source>
            <translation>Même en zip, la copie dépasse ce que la plateforme prend. Cochez « %1 ».</translation>
        </message>
        <message>
            <source>The copy is larger than the platform takes. Tick “%1”.</source>
            <translation>La copie dépasse ce que la plateforme prend. Cochez « %1 ».</translation>
        </message>
        <message>
            <source>The copy is larger than the platform takes, and synchronising takes one file: of several, each would leave in the list only its own contacts. Choose another mode, or deposit fewer contacts.</source>
            <translation>La copie dépasse ce que la plateforme prend, et synchroniser demande un seul fichier : de plusieurs, chacun ne laisserait dans la liste que ses propres contacts. Choisissez un autre mode, ou déposez moins de contacts.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::DepositPage</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 sur %2</translation>
        </message>
        <message>
            <source>less than %1</source>
            <translation>moins de %1</translation>
        </message>
        <message>
            <source>%1 of %2 MB</source>
            <translation>%1 sur %2 Mo</translation>
        </message>
        <message>
            <source>Refused: %1</source>
            <translation>Refusé : %1</translation>
        </message>
        <message>
            <source>Check a file</source>
            <translation>Vérifier un fichier</translation>
        </message>
        <message>
            <source>Deposit · %1</source>
            <translation>Dépôt · %1</translation>
        </message>
        <message>
            <source>No account yet</source>
            <translation>Pas encore de compte</translation>
        </message>
        <message>
            <source>deposited %1</source>
            <translation>déposé %1</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n fichier</numerusform>
                <numerusform>%n fichiers</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing is sent until you say so</source>
            <translation>rien n’est envoyé avant votre accord</translation>
        </message>
        <message numerus="yes">
            <source>%Ln value(s) will be emptied.</source>
            <translation>
                <numerusform>%Ln valeur sera effacée.</numerusform>
                <numerusform>%Ln valeurs seront effacées.</numerusform>
            </translation>
        </message>
        <message>
            <source>Last sent %1 with %2 contacts.</source>
            <translation>Dernier envoi %1 avec %2 contacts.</translation>
        </message>
        <message>
            <source>Last sent %1.</source>
            <translation>Dernier envoi %1.</translation>
        </message>
        <message>
            <source>Add a file first.</source>
            <translation>Ajoutez d’abord un fichier.</translation>
        </message>
        <message>
            <source>The file is being checked.</source>
            <translation>Le fichier est en cours de vérification.</translation>
        </message>
        <message>
            <source>The file has not been checked to its end.</source>
            <translation>Le fichier n’a pas été vérifié jusqu’au bout.</translation>
        </message>
        <message>
            <source>The file can’t be read.</source>
            <translation>Le fichier ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The file is on its way.</source>
            <translation>Le fichier est en route.</translation>
        </message>
        <message>
            <source>This account tells contacts apart by nothing, so the platform could not know whom to delete.</source>
            <translation>Ce compte ne distingue pas les contacts, la plateforme ne saurait donc pas qui supprimer.</translation>
        </message>
        <message>
            <source>Give the list a name.</source>
            <translation>Donnez un nom à la liste.</translation>
        </message>
        <message>
            <source>Add an account to deposit this file. Checking works without one.</source>
            <translation>Ajoutez un compte pour déposer ce fichier. La vérification fonctionne sans.</translation>
        </message>
        <message>
            <source>Nothing can be deposited now, because Navette writes every deposit down first. %1</source>
            <translation>Rien ne peut être déposé en ce moment, car Navette note d’abord chaque dépôt. %1</translation>
        </message>
        <message>
            <source>There is no connection to %1 now. The check works without it.</source>
            <translation>Il n’y a pas de connexion à %1 en ce moment. La vérification fonctionne sans.</translation>
        </message>
        <message>
            <source>Several import modes are set on the platform. Choose the one that holds.</source>
            <translation>Plusieurs modes d’import sont posés sur la plateforme. Choisissez celui qui vaut.</translation>
        </message>
        <message>
            <source>Choose the import mode.</source>
            <translation>Choisissez le mode d’import.</translation>
        </message>
        <message>
            <source>Repair and deposit again</source>
            <translation>Corriger et déposer de nouveau</translation>
        </message>
        <message>
            <source>The repairs are ticked first; nothing is sent yet.</source>
            <translation>Les corrections sont cochées d’abord ; rien n’est encore envoyé.</translation>
        </message>
        <message>
            <source>Same content was never sent before</source>
            <translation>Le même contenu n’a jamais été envoyé</translation>
        </message>
        <message>
            <source>The same content was sent %1 as %2</source>
            <translation>Le même contenu a été envoyé %1 sous le nom %2</translation>
        </message>
        <message>
            <source>The copy is being written, then it is sent…</source>
            <translation>La copie est écrite, puis envoyée…</translation>
        </message>
        <message>
            <source>The copy is being written…</source>
            <translation>La copie est en cours d’écriture…</translation>
        </message>
        <message>
            <source>No accepted file of this list is on the platform, so who leaves it can’t be shown.</source>
            <translation>Aucun fichier accepté de cette liste n’est sur la plateforme ; on ne peut donc pas montrer qui la quitte.</translation>
        </message>
        <message>
            <source>Comparing with the file accepted %1…</source>
            <translation>Comparaison avec le fichier accepté %1…</translation>
        </message>
        <message>
            <source>The file accepted %1 could not be read, so who leaves the list can’t be shown.</source>
            <translation>Le fichier accepté %1 n’a pas pu être lu ; on ne peut donc pas montrer qui quitte la liste.</translation>
        </message>
        <message>
            <source>Against the file accepted %1: %2 join, %3 stay, %4 leave the list.</source>
            <translation>Par rapport au fichier accepté %1 : %2 arrivent, %3 restent, %4 quittent la liste.</translation>
        </message>
        <message>
            <source>Navette</source>
            <translation>Navette</translation>
        </message>
        <message numerus="yes">
            <source>Synchronise the list “%1” with %Ln contact(s)?</source>
            <translation>
                <numerusform>Synchroniser la liste « %1 » avec %Ln contact ?</numerusform>
                <numerusform>Synchroniser la liste « %1 » avec %Ln contacts ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Synchronise the list</source>
            <translation>Synchroniser la liste</translation>
        </message>
        <message numerus="yes">
            <source>Replace the static list “%1” by %Ln profile(s)?</source>
            <translation>
                <numerusform>Remplacer la liste statique « %1 » par %Ln profil ?</numerusform>
                <numerusform>Remplacer la liste statique « %1 » par %Ln profils ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Deposit and replace</source>
            <translation>Déposer et remplacer</translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contact(s) from %1?</source>
            <translation>
                <numerusform>Supprimer %Ln contact de %1 ?</numerusform>
                <numerusform>Supprimer %Ln contacts de %1 ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contact(s)</source>
            <translation>
                <numerusform>Supprimer %Ln contact</numerusform>
                <numerusform>Supprimer %Ln contacts</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave the list:
%1

Join the list:
%2</source>
            <translation>Quittent la liste :
%1

Rejoignent la liste :
%2</translation>
        </message>
        <message>
            <source>Save the refused contacts</source>
            <translation>Enregistrer les contacts refusés</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln refused contact(s) saved as %1</source>
            <translation>
                <numerusform>%Ln contact refusé enregistré sous %1</numerusform>
                <numerusform>%Ln contacts refusés enregistrés sous %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Drop to add these files</source>
            <translation>Déposez ici pour ajouter ces fichiers</translation>
        </message>
        <message>
            <source>What the files are for</source>
            <translation>À quoi servent les fichiers</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Ajouter des fichiers…</translation>
        </message>
        <message>
            <source>Your files are never changed. Navette sends a repaired copy.</source>
            <translation>Vos fichiers ne sont jamais changés. Navette envoie une copie corrigée.</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>Ajouter des fichiers</translation>
        </message>
        <message>
            <source>Contact files (*.csv *.txt *.tsv *.zip *.gz);;All files (*)</source>
            <translation>Fichiers de contacts (*.csv *.txt *.tsv *.zip *.gz);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>The profiles that the platform knows are being read.</source>
            <translation>Les profils que la plateforme connaît sont en cours de lecture.</translation>
        </message>
        <message numerus="yes">
            <source>A list is named like its file, so the contacts are added to %n list(s) and not to “%1”: %2. A list that is not there yet is made.</source>
            <translation>
                <numerusform>Une liste porte le nom de son fichier : les contacts sont ajoutés à %n liste et non à « %1 » : %2. Une liste qui n’existe pas encore est créée.</numerusform>
                <numerusform>Une liste porte le nom de son fichier : les contacts sont ajoutés à %n listes et non à « %1 » : %2. Une liste qui n’existe pas encore est créée.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each file makes a list of its own, so there will be %n list(s) instead of one: %1.</source>
            <translation>
                <numerusform>Chaque fichier crée sa propre liste : il y aura %n liste au lieu d’une seule : %1.</numerusform>
                <numerusform>Chaque fichier crée sa propre liste : il y aura %n listes au lieu d’une seule : %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
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
                <numerusform>%n fichier, l’un après l’autre :</numerusform>
                <numerusform>%n fichiers, l’un après l’autre :</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are sent one after another</source>
            <translation>
                <numerusform>%n fichier est envoyé</numerusform>
                <numerusform>%n fichiers sont envoyés l’un après l’autre</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The same content as in %n of these files was sent before</source>
            <translation>
                <numerusform>Le contenu de %n de ces fichiers a déjà été envoyé</numerusform>
                <numerusform>Le contenu de %n de ces fichiers a déjà été envoyé</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 in all, at most %2 each</source>
            <translation>%1 en tout, au plus %2 chacun</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 Mo</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::DetailsPanel</name>
        <message>
            <source>Waiting for the platform to take it</source>
            <translation>En attente que la plateforme le prenne</translation>
        </message>
        <message>
            <source>The platform is working on it</source>
            <translation>La plateforme le traite</translation>
        </message>
        <message>
            <source>Accepted %1, %2 after the deposit</source>
            <translation>Accepté %1, %2 après le dépôt</translation>
        </message>
        <message>
            <source>Accepted %1</source>
            <translation>Accepté %1</translation>
        </message>
        <message>
            <source>Refused %1, %2 after the deposit</source>
            <translation>Refusé %1, %2 après le dépôt</translation>
        </message>
        <message>
            <source>Refused %1</source>
            <translation>Refusé %1</translation>
        </message>
        <message>
            <source>The platform takes it once its confirmation file (.txt) is there</source>
            <translation>La plateforme le prendra quand son fichier de confirmation (.txt) sera là</translation>
        </message>
        <message>
            <source>Next pick-up expected %1</source>
            <translation>Prochaine relève attendue %1</translation>
        </message>
        <message>
            <source>Waiting for pick-up</source>
            <translation>En attente de relève</translation>
        </message>
        <message>
            <source>Picked up %1</source>
            <translation>Relevé %1</translation>
        </message>
        <message>
            <source>Select a file to see where it stands.</source>
            <translation>Sélectionnez un fichier pour voir où il en est.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>Repair and deposit again</source>
            <translation>Corriger et déposer de nouveau</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Ouvrir le fichier</translation>
        </message>
        <message>
            <source>Fetch it again</source>
            <translation>Récupérer de nouveau</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
        <message>
            <source>Show in Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Show in History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Most likely why</source>
            <translation>Causes les plus probables</translation>
        </message>
        <message>
            <source>Fetching the file to see why…</source>
            <translation>Récupération du fichier pour comprendre…</translation>
        </message>
        <message>
            <source>Checking the file…</source>
            <translation>Vérification du fichier…</translation>
        </message>
        <message>
            <source>The file could not be fetched</source>
            <translation>Le fichier n’a pas pu être récupéré</translation>
        </message>
        <message>
            <source>A later file of this list is on its way or was accepted.</source>
            <translation>Un fichier plus récent de cette liste est en route ou a été accepté.</translation>
        </message>
        <message>
            <source>Navette finds nothing wrong with this file. The platform’s support can say why it was refused; “Copy details” gives them what they need.</source>
            <translation>Navette ne trouve rien à redire à ce fichier. L’assistance de la plateforme peut dire pourquoi il a été refusé ; « Copier les détails » lui donne ce qu’il faut.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more, in the file</source>
            <translation>
                <numerusform>et %n autre, dans le fichier</numerusform>
                <numerusform>et %n autres, dans le fichier</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>Deposited</source>
            <translation>Déposé</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1 par %2</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 octets</translation>
        </message>
        <message>
            <source>On platform</source>
            <translation>Sur la plateforme</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>Envoyé par</translation>
        </message>
        <message>
            <source>somebody else, or another computer</source>
            <translation>quelqu’un d’autre, ou un autre ordinateur</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ExportCalendar</name>
        <message>
            <source>kept here</source>
            <translation>conservé ici</translation>
        </message>
        <message>
            <source>on the platform</source>
            <translation>sur la plateforme</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>manquant</translation>
        </message>
        <message>
            <source>not there yet</source>
            <translation>pas encore là</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>complet</translation>
        </message>
        <message>
            <source>%1 is missing</source>
            <translation>%1 manque</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>a day's short format</comment>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>%1 days are missing</source>
            <translation>%1 jours manquent</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ExportsPage</name>
        <message>
            <source>Exports</source>
            <translation>Exports</translation>
        </message>
        <message>
            <source>Find a message</source>
            <translation>Trouver un message</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Save the messages’ figures as a file for your spreadsheet</source>
            <translation>Enregistrer les chiffres des messages dans un fichier pour votre tableur</translation>
        </message>
        <message>
            <source>Export the figures</source>
            <translation>Exporter les chiffres</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Messages sent and reactions, per day</source>
            <translation>Messages envoyés et réactions, par jour</translation>
        </message>
        <message>
            <source>Choose a day above</source>
            <translation>Choisissez un jour ci-dessus</translation>
        </message>
        <message>
            <source>Each square is one file of the platform.</source>
            <translation>Chaque carré est un fichier de la plateforme.</translation>
        </message>
        <message>
            <source>Open as a table</source>
            <translation>Ouvrir en tableau</translation>
        </message>
        <message>
            <source>Back to the exports</source>
            <translation>Retour aux exports</translation>
        </message>
        <message>
            <source>Exports are listed once the account is connected.</source>
            <translation>Les exports sont listés une fois le compte connecté.</translation>
        </message>
        <message>
            <source>new files every night between 01:00 and 04:00 (GMT+1)</source>
            <translation>nouveaux fichiers chaque nuit entre 1 h et 4 h (GMT+1)</translation>
        </message>
        <message>
            <source>No export yet</source>
            <translation>Pas encore d’export</translation>
        </message>
        <message>
            <source>The platform writes three files every night. They appear here the morning after.</source>
            <translation>La plateforme écrit trois fichiers chaque nuit. Ils apparaissent ici le lendemain matin.</translation>
        </message>
        <message>
            <source>leaves the platform tonight</source>
            <translation>quitte la plateforme ce soir</translation>
        </message>
        <message>
            <source>%1 days left on the platform</source>
            <translation>encore %1 jours sur la plateforme</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Envoyés</translation>
        </message>
        <message>
            <source>Reactions</source>
            <translation>Réactions</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <comment>a day's date format without weekday</comment>
            <translation>d MMMM</translation>
        </message>
        <message>
            <source>The platform writes this file in the coming night.</source>
            <translation>La plateforme écrit ce fichier la nuit prochaine.</translation>
        </message>
        <message>
            <source>The platform has no file of this day, and none was kept here. Files stay there for seven days; ask the platform’s support if it should be there.</source>
            <translation>La plateforme n’a pas de fichier de ce jour, et aucun n’a été conservé ici. Les fichiers y restent sept jours ; interrogez l’assistance de la plateforme s’il devrait y être.</translation>
        </message>
        <message>
            <source>Kept on this computer.</source>
            <translation>Conservé sur cet ordinateur.</translation>
        </message>
        <message>
            <source>On the platform only, so far.</source>
            <translation>Seulement sur la plateforme, pour l’instant.</translation>
        </message>
        <message>
            <source>It leaves the platform tonight.</source>
            <translation>Il quitte la plateforme ce soir.</translation>
        </message>
        <message>
            <source>The platform removes it in %1 days.</source>
            <translation>La plateforme le retire dans %1 jours.</translation>
        </message>
        <message>
            <source>Exports are listed once there is a network again.</source>
            <translation>Les exports seront listés dès que le réseau sera revenu.</translation>
        </message>
        <message>
            <source>Looking for exports …</source>
            <translation>Recherche des exports …</translation>
        </message>
        <message>
            <source>The exports can’t be listed</source>
            <translation>Les exports ne peuvent pas être listés</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FieldsDialogs</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Appliquer</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Decimal number</source>
            <translation>Nombre décimal</translation>
        </message>
        <message>
            <source>Whole number</source>
            <translation>Nombre entier</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Names of the free columns</source>
            <translation>Noms des colonnes libres</translation>
        </message>
        <message>
            <source>The platform has fifteen free columns. Where your account gave them names, enter them as they stand there; files may then use these names.</source>
            <translation>La plateforme a quinze colonnes libres. Si votre compte leur a donné des noms, saisissez-les tels qu’ils y sont ; les fichiers peuvent alors les employer.</translation>
        </message>
        <message>
            <source>Custom fields</source>
            <translation>Champs personnalisés</translation>
        </message>
        <message>
            <source>The fields that are declared on the account, as they stand there. The size is the most characters that a text may have.</source>
            <translation>Les champs déclarés sur le compte, tels qu’ils y sont. La taille est le nombre maximal de caractères d’un texte.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Étiquette</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Add a field</source>
            <translation>Ajouter un champ</translation>
        </message>
        <message>
            <source>Remove the field</source>
            <translation>Retirer le champ</translation>
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
                <numerusform>%Ln contact refusé</numerusform>
                <numerusform>%Ln contacts refusés</numerusform>
            </translation>
        </message>
        <message>
            <source>would be refused</source>
            <translation>serait refusé</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>prêt</translation>
        </message>
        <message>
            <source>checking…</source>
            <translation>vérification…</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>pas vérifié</translation>
        </message>
        <message>
            <source>can’t be read</source>
            <translation>illisible</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>en route</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FileListView</name>
        <message>
            <source>Files to deposit</source>
            <translation>Fichiers à déposer</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FileToolBar</name>
        <message>
            <source>Only rows with problems</source>
            <translation>Lignes à problème seulement</translation>
        </message>
        <message>
            <source>Next problem F8</source>
            <translation>Problème suivant F8</translation>
        </message>
        <message>
            <source>Next problem: F8. Previous: Shift+F8</source>
            <translation>Problème suivant : F8. Précédent : Maj+F8</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo the last tick (Ctrl+Z)</source>
            <translation>Annuler la dernière coche (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Redo the tick (Ctrl+Y)</source>
            <translation>Rétablir la coche (Ctrl+Y)</translation>
        </message>
        <message>
            <source>Encoding of the file</source>
            <translation>Alphabet du fichier</translation>
        </message>
        <message>
            <source>Separator of the file</source>
            <translation>Séparateur du fichier</translation>
        </message>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n col.</numerusform>
                <numerusform>%n col.</numerusform>
            </translation>
        </message>
        <message>
            <source>The first row holds the names of the columns.</source>
            <translation>La première ligne contient les noms des colonnes.</translation>
        </message>
        <message>
            <source>Found by itself</source>
            <translation>Trouvé automatiquement</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FileTransfers</name>
        <message>
            <source>to %1</source>
            <translation>vers %1</translation>
        </message>
        <message>
            <source>as %1 to %2</source>
            <translation>sous le nom %1 vers %2</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FileView</name>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>No file yet</source>
            <translation>Pas encore de fichier</translation>
        </message>
        <message>
            <source>Drop CSV or ZIP files here, or choose them.</source>
            <translation>Glissez ici des fichiers CSV ou ZIP, ou choisissez-les.</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Ajouter des fichiers…</translation>
        </message>
        <message>
            <source>The check was stopped before its end.</source>
            <translation>La vérification a été arrêtée avant la fin.</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Vérifier de nouveau</translation>
        </message>
        <message>
            <source>“%1” can’t be read</source>
            <translation>« %1 » ne peut pas être lu</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Choisir un autre fichier…</translation>
        </message>
        <message>
            <source>Checking %1…</source>
            <translation>Vérification de %1…</translation>
        </message>
        <message>
            <source>all rows checked at once</source>
            <translation>toutes les lignes vérifiées aussitôt</translation>
        </message>
        <message>
            <source>all rows checked in %1 s</source>
            <translation>toutes les lignes vérifiées en %1 s</translation>
        </message>
        <message>
            <source>Nothing in the file explains the refusal. Ask the platform’s support about it</source>
            <translation>Rien dans le fichier n’explique le refus. Interrogez l’assistance de la plateforme</translation>
        </message>
        <message>
            <source>Most likely why it was refused</source>
            <translation>Causes les plus probables du refus</translation>
        </message>
        <message>
            <source>its first rows are below</source>
            <translation>ses premières lignes ci-dessous</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FilesPage</name>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Files on the platform</source>
            <translation>Fichiers sur la plateforme</translation>
        </message>
        <message>
            <source>Look into it</source>
            <translation>Regarder dedans</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Télécharger…</translation>
        </message>
        <message>
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <source>Upload…</source>
            <translation>Envoyer…</translation>
        </message>
        <message>
            <source>Ctrl+U</source>
            <translation>Ctrl+U</translation>
        </message>
        <message>
            <source>New folder…</source>
            <translation>Nouveau dossier…</translation>
        </message>
        <message>
            <source>Ctrl+Shift+N</source>
            <translation>Ctrl+Shift+N</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Renommer…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Supprimer…</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Copier le chemin</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Propriétés</translation>
        </message>
        <message>
            <source>The files are shown once the account is connected.</source>
            <translation>Les fichiers s’affichent une fois le compte connecté.</translation>
        </message>
        <message>
            <source>Listing the files …</source>
            <translation>Lecture des fichiers …</translation>
        </message>
        <message>
            <source>The files can’t be listed</source>
            <translation>Les fichiers ne peuvent pas être listés</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation>Rien ici pour l’instant</translation>
        </message>
        <message>
            <source>The account’s folder is empty.</source>
            <translation>Le dossier du compte est vide.</translation>
        </message>
        <message>
            <source>Upload to %1</source>
            <translation>Envoyer vers %1</translation>
        </message>
        <message>
            <source>Download into</source>
            <translation>Télécharger dans</translation>
        </message>
        <message>
            <source>A name can’t hold a slash.</source>
            <translation>Un nom ne peut pas contenir de barre oblique.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Delete “%1” from the platform?</source>
            <translation>Supprimer « %1 » de la plateforme ?</translation>
        </message>
        <message>
            <source>Delete %1 files from the platform?</source>
            <translation>Supprimer %1 fichiers de la plateforme ?</translation>
        </message>
        <message>
            <source>This can’t be undone. What the platform has already taken from a file stays there.</source>
            <translation>C’est irréversible. Ce que la plateforme a déjà pris d’un fichier y reste.</translation>
        </message>
        <message>
            <source>Delete the file</source>
            <translation>Supprimer le fichier</translation>
        </message>
        <message>
            <source>Delete the files</source>
            <translation>Supprimer les fichiers</translation>
        </message>
        <message>
            <source>New folder</source>
            <translation>Nouveau dossier</translation>
        </message>
        <message>
            <source>Name of the new folder</source>
            <translation>Nom du nouveau dossier</translation>
        </message>
        <message>
            <source>Path: %1</source>
            <translation>Chemin : %1</translation>
        </message>
        <message>
            <source>What it is: %1</source>
            <translation>Ce que c’est : %1</translation>
        </message>
        <message>
            <source>Size: %1 (%2 bytes)</source>
            <translation>Taille : %1 (%2 octets)</translation>
        </message>
        <message>
            <source>Changed: %1</source>
            <translation>Modifié : %1</translation>
        </message>
        <message>
            <source>Permissions: %1</source>
            <translation>Droits : %1</translation>
        </message>
        <message>
            <source>All %1 entries of %2 are shown.</source>
            <translation>Les %1 éléments de %2 sont tous affichés.</translation>
        </message>
        <message>
            <source>The first %1 entries of %2 are shown; the folder holds more.</source>
            <translation>Les %1 premiers éléments de %2 sont affichés ; le dossier en contient davantage.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <source>All entries of %1 are being listed. This can take a while.</source>
            <translation>Tous les éléments de %1 sont en train d’être listés. Cela peut prendre un moment.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>the platform’s folders as they are</source>
            <translation>les dossiers de la plateforme tels quels</translation>
        </message>
        <message>
            <source>The files are shown once there is a network again.</source>
            <translation>Les fichiers s’afficheront dès que le réseau sera revenu.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FindingsModel</name>
        <message>
            <source>row %1</source>
            <translation>ligne %1</translation>
        </message>
        <message>
            <source>rows %1 …</source>
            <translation>lignes %1 …</translation>
        </message>
        <message>
            <source>rows %1</source>
            <translation>lignes %1</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>En-tête</translation>
        </message>
        <message>
            <source>Header · %1</source>
            <translation>En-tête · %1</translation>
        </message>
        <message>
            <source>Row %1</source>
            <translation>Ligne %1</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>corrigé</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>bloquant</translation>
        </message>
        <message>
            <source>to check</source>
            <translation>à vérifier</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) about the file as a whole are repaired in the copy</source>
            <translation>
                <numerusform>%n défaut du fichier entier est corrigé dans la copie</numerusform>
                <numerusform>%n défauts du fichier entier sont corrigés dans la copie</numerusform>
            </translation>
        </message>
        <message>
            <source>The first %1 of %2 are listed here; the table shows them all.</source>
            <translation>Les %1 premiers sur %2 sont listés ici ; le tableau les montre tous.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FindingsView</name>
        <message>
            <source>What was found in the file</source>
            <translation>Ce qui a été trouvé dans le fichier</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::FlowTabs</name>
        <message>
            <source>Opt-out</source>
            <translation>Désinscription</translation>
        </message>
        <message>
            <source>Opt-in</source>
            <translation>Réinscription</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) refused</source>
            <translation>
                <numerusform>%n fichier refusé</numerusform>
                <numerusform>%n fichiers refusés</numerusform>
            </translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Suppression</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::HelpDialog</name>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Deposit the files of the clipboard (on the board)</source>
            <translation>Déposer les fichiers du presse-papiers (dans le suivi)</translation>
        </message>
        <message>
            <source>Deposit, once everything is in order</source>
            <translation>Déposer, une fois que tout est en ordre</translation>
        </message>
        <message>
            <source>Next problem in the file</source>
            <translation>Problème suivant du fichier</translation>
        </message>
        <message>
            <source>Previous problem in the file</source>
            <translation>Problème précédent du fichier</translation>
        </message>
        <message>
            <source>Go to a row</source>
            <translation>Aller à une ligne</translation>
        </message>
        <message>
            <source>Undo a repair</source>
            <translation>Annuler une correction</translation>
        </message>
        <message>
            <source>Redo a repair</source>
            <translation>Rétablir une correction</translation>
        </message>
        <message>
            <source>Navette %1 sends contact files to marketing platforms and keeps what they send back. Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Navette %1 envoie des fichiers de contacts aux plateformes de marketing et conserve ce qu’elles renvoient. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Raccourcis clavier</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::HistoryModel</name>
        <message>
            <source>Deposited</source>
            <translation>Déposé</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Flow</source>
            <translation>Flux</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>Envoyé par</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Terminé</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::HistoryPage</name>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Find a deposit</source>
            <translation>Trouver un dépôt</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Save the whole history as a file for your spreadsheet</source>
            <translation>Enregistrer tout l’historique dans un fichier pour votre tableur</translation>
        </message>
        <message>
            <source>Deposits</source>
            <translation>Dépôts</translation>
        </message>
        <message>
            <source>The history can’t be read</source>
            <translation>L’historique ne peut pas être lu</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>No deposit yet</source>
            <translation>Pas encore de dépôt</translation>
        </message>
        <message>
            <source>Every file that you deposit from this computer is listed here, with where it ended.</source>
            <translation>Chaque fichier que vous déposez depuis cet ordinateur est listé ici, avec son issue.</translation>
        </message>
        <message>
            <source>1 deposit from this computer</source>
            <translation>1 dépôt depuis cet ordinateur</translation>
        </message>
        <message>
            <source>%1 deposits from this computer</source>
            <translation>%1 dépôts depuis cet ordinateur</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>Exporter l’historique</translation>
        </message>
        <message>
            <source>Navette history</source>
            <translation>Historique Navette</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::HostKeyDialog</name>
        <message>
            <source>Is this your platform’s server?</source>
            <translation>Est-ce le serveur de votre plateforme ?</translation>
        </message>
        <message>
            <source>Navette connects to %1 for the first time. Your platform can tell you the fingerprint of its server; if it is the one below, the server is the right one.</source>
            <translation>Navette se connecte à %1 pour la première fois. Votre plateforme peut vous dire l’empreinte de son serveur ; si c’est celle ci-dessous, le serveur est le bon.</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>Empreinte</translation>
        </message>
        <message>
            <source>Once trusted, Navette warns you if the server ever shows another one.</source>
            <translation>Une fois la confiance donnée, Navette vous avertit si le serveur en montre un jour une autre.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Trust this once</source>
            <translation>Faire confiance cette fois</translation>
        </message>
        <message>
            <source>Trust this server</source>
            <translation>Faire confiance à ce serveur</translation>
        </message>
        <message>
            <source>This computer’s SSH settings expect a certificate of this server, and Navette cannot check certificates. Do not trust it before somebody has confirmed the fingerprint.</source>
            <translation>Les réglages SSH de cet ordinateur attendent un certificat de ce serveur, et Navette ne sait pas vérifier les certificats. Ne lui faites pas confiance avant que quelqu’un ait confirmé l’empreinte.</translation>
        </message>
        <message>
            <source>It is the one that you copied.</source>
            <translation>C’est celle que vous avez copiée.</translation>
        </message>
        <message>
            <source>You copied another one: %1. If your platform gave you that one, this is not its server. If it has nothing to do with this server, copy any other text to go on.</source>
            <translation>Vous en avez copié une autre : %1. Si c’est votre plateforme qui vous l’a donnée, ce serveur n’est pas le sien. Si elle n’a rien à voir avec ce serveur, copiez un autre texte pour continuer.</translation>
        </message>
        <message>
            <source>Copy the fingerprint that your platform gave you, and Navette compares the two.</source>
            <translation>Copiez l’empreinte que votre plateforme vous a donnée, et Navette compare les deux.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::HostKeyField</name>
        <message>
            <source>asked about at the first connection</source>
            <translation>demandée à la première connexion</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>Empreinte</translation>
        </message>
        <message>
            <source>SHA256:… as your platform gave it: then only a server with this key is accepted</source>
            <translation>SHA256:… comme votre plateforme l’a donnée : seul un serveur qui a cette clé est alors accepté</translation>
        </message>
        <message>
            <source>Enter one fingerprint: SHA256: and the 43 characters behind it, or nothing.</source>
            <translation>Saisissez une seule empreinte : SHA256: et les 43 caractères qui suivent, ou rien.</translation>
        </message>
        <message>
            <source>A key of this server is kept here.</source>
            <translation>Une clé de ce serveur est gardée ici.</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>L’oublier</translation>
        </message>
        <message>
            <source>The kept key goes when you test or save: the connection then asks again.</source>
            <translation>La clé gardée sera oubliée au test ou à l’enregistrement : la connexion posera alors la question.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>La garder</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ImportModeBar</name>
        <message>
            <source>“%1”</source>
            <translation>« %1 »</translation>
        </message>
        <message>
            <source>%1 are set on the platform at once. Choose the one that shall hold.</source>
            <translation>%1 sont posés à la fois sur la plateforme. Choisissez celui qui doit valoir.</translation>
        </message>
        <message>
            <source> and </source>
            <comment>between two names</comment>
            <translation> et </translation>
        </message>
        <message>
            <source>Somebody else changed the import mode to “%1”. It holds for the next files.</source>
            <translation>Quelqu’un d’autre a changé le mode d’import en « %1 ». Il vaut pour les prochains fichiers.</translation>
        </message>
        <message>
            <source>Synchronise lists from now on?</source>
            <translation>Synchroniser les listes désormais ?</translation>
        </message>
        <message>
            <source>Every import file then replaces the list of its name: contacts that are not in the file leave the list. It holds for everybody who deposits on this account, until another mode is chosen.</source>
            <translation>Chaque fichier d’import remplace alors la liste de son nom : les contacts absents du fichier quittent la liste. Cela vaut pour tous ceux qui déposent sur ce compte, jusqu’à ce qu’un autre mode soit choisi.</translation>
        </message>
        <message>
            <source>Synchronise the lists</source>
            <translation>Synchroniser les listes</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::KeyFileField</name>
        <message>
            <source>Key</source>
            <translation>Clé</translation>
        </message>
        <message>
            <source>Copy public part</source>
            <translation>Copier la partie publique</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>the key’s .pub file, if the agent has many keys</source>
            <translation>le fichier .pub de la clé, si l’agent a beaucoup de clés</translation>
        </message>
        <message>
            <source>the private key’s file</source>
            <translation>le fichier de la clé privée</translation>
        </message>
        <message>
            <source>Choose the private key</source>
            <translation>Choisir la clé privée</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>There is no .pub file beside the key</source>
            <translation>Il n’y a pas de fichier .pub à côté de la clé</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Languages</name>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::MainWindow</name>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Deposit files…</source>
            <translation>Déposer des fichiers…</translation>
        </message>
        <message>
            <source>Add an account…</source>
            <translation>Ajouter un compte…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Réglages…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Refresh, or check again</source>
            <translation>Actualiser, ou vérifier de nouveau</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Show or hide all transfers</source>
            <translation>Afficher ou masquer tous les transferts</translation>
        </message>
        <message>
            <source>Show or hide the details</source>
            <translation>Afficher ou masquer les détails</translation>
        </message>
        <message>
            <source>Go to the accounts and pages</source>
            <translation>Aller aux comptes et aux pages</translation>
        </message>
        <message>
            <source>Page %1 of the account</source>
            <translation>Page %1 du compte</translation>
        </message>
        <message>
            <source>Help and keyboard shortcuts</source>
            <translation>Aide et raccourcis clavier</translation>
        </message>
        <message>
            <source>Connect again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Account settings…</source>
            <translation>Réglages du compte…</translation>
        </message>
        <message>
            <source>Save as an account file…</source>
            <translation>Enregistrer un fichier de compte…</translation>
        </message>
        <message>
            <source>Remove this account…</source>
            <translation>Retirer ce compte…</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are still being transferred.</source>
            <translation>
                <numerusform>%n fichier est encore en cours de transfert.</numerusform>
                <numerusform>%n fichiers sont encore en cours de transfert.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1

What is stopped now is not on the platform; the history says so.</source>
            <translation>%1

Ce qui est arrêté maintenant n’est pas sur la plateforme ; l’historique le dit.</translation>
        </message>
        <message>
            <source>Keep Navette open</source>
            <translation>Garder Navette ouvert</translation>
        </message>
        <message>
            <source>Stop them and quit</source>
            <translation>Les arrêter et quitter</translation>
        </message>
        <message>
            <source>Of what broke off and waits for another try, a part stays where it was going; transferring the same file again goes on from it.</source>
            <translation>De ce qui s’est interrompu et attend un nouvel essai, une partie reste là où elle allait ; transférer de nouveau le même fichier reprend à cet endroit.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::MessageModel</name>
        <message>
            <source>%1 %</source>
            <comment>percentage</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ciblés</translation>
        </message>
        <message>
            <source>Bounces</source>
            <translation>Rebonds</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Envoyés</translation>
        </message>
        <message>
            <source>Reactions</source>
            <translation>Réactions</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>Taux</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ModeCards</name>
        <message>
            <source>Import mode</source>
            <translation>Mode d’import</translation>
        </message>
        <message>
            <source>Being set on the platform…</source>
            <translation>Mise en place sur la plateforme…</translation>
        </message>
        <message>
            <source>The platform does this as nothing else is set.</source>
            <translation>La plateforme fait ainsi quand rien d’autre n’est posé.</translation>
        </message>
        <message>
            <source>Set on the platform since %1.</source>
            <translation>Posé sur la plateforme depuis %1.</translation>
        </message>
        <message>
            <source>Set on the platform now.</source>
            <translation>Posé sur la plateforme en ce moment.</translation>
        </message>
        <message>
            <source>Also set on the platform.</source>
            <translation>Posé aussi sur la plateforme.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Navigation</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::NavigationList</name>
        <message>
            <source>Accounts and pages</source>
            <translation>Comptes et pages</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::NavigationModel</name>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Add account</source>
            <translation>Ajouter un compte</translation>
        </message>
        <message>
            <source>%1 on %2: %3</source>
            <translation>%1 sur %2 : %3</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) refused</source>
            <translation>
                <numerusform>%n fichier refusé</numerusform>
                <numerusform>%n fichiers refusés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n file(s) refused</source>
            <translation>
                <numerusform>%1, %n fichier refusé</numerusform>
                <numerusform>%1, %n fichiers refusés</numerusform>
            </translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Entraînement</translation>
        </message>
        <message>
            <source>off</source>
            <comment>practice</comment>
            <translation>arrêté</translation>
        </message>
        <message>
            <source>starting…</source>
            <translation>démarrage…</translation>
        </message>
        <message>
            <source>on</source>
            <comment>practice</comment>
            <translation>actif</translation>
        </message>
        <message>
            <source>did not start</source>
            <translation>n’a pas démarré</translation>
        </message>
        <message>
            <source>Stop the practice platforms on this computer</source>
            <translation>Arrêter les plateformes d’entraînement sur cet ordinateur</translation>
        </message>
        <message>
            <source>Start a complete platform on this computer, with sample files</source>
            <translation>Démarrer une plateforme complète sur cet ordinateur, avec des fichiers d’exemple</translation>
        </message>
        <message>
            <source>This computer has no network. Navette connects once it has one.</source>
            <translation>Cet ordinateur n’a pas de réseau. Navette se connectera dès qu’il en aura un.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::NewName</name>
        <message>
            <source>New name of %1</source>
            <translation>Nouveau nom de %1</translation>
        </message>
        <message>
            <source>This name holds characters that cannot be typed, so the new one is empty at first.</source>
            <translation>Ce nom contient des caractères impossibles à saisir : le nouveau est donc vide au départ.</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Renommer</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::OutcomePanel</name>
        <message>
            <source>What will happen</source>
            <translation>Ce qui va se passer</translation>
        </message>
        <message>
            <source>Repairs in the copy</source>
            <translation>Corrections dans la copie</translation>
        </message>
        <message>
            <source>Save the refused contacts…</source>
            <translation>Enregistrer les contacts refusés…</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Vers</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Name of the list</source>
            <translation>Nom de la liste</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Effet</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Name of the file on the platform</source>
            <translation>Nom du fichier sur la plateforme</translation>
        </message>
        <message>
            <source>Import mode</source>
            <translation>Mode d’import</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>will be sent</source>
            <translation>envoyés</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refusés</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>de côté</translation>
        </message>
        <message>
            <source>duplicates</source>
            <translation>en double</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profils</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Check without exports of devices</source>
            <translation>Vérifier sans export des appareils</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <source>Check…</source>
            <translation>Vérifier…</translation>
        </message>
        <message>
            <source>Choose the exports of devices to check against</source>
            <translation>Choisir les exports des appareils auxquels comparer</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::PageKind</name>
        <message>
            <source>Board</source>
            <translation>Suivi</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapports</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>Exports</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Account settings</source>
            <translation>Réglages du compte</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::JournalBanner</name>
        <message>
            <source>Nothing can be deposited now, because Navette writes every deposit down first. Everything else works. %1</source>
            <translation>Rien ne peut être déposé en ce moment, car Navette note d’abord chaque dépôt. Tout le reste fonctionne. %1</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>Afficher le dossier</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::PartsBanner</name>
        <message>
            <source>No part of %1 is on the platform.</source>
            <translation>Aucune partie de %1 n’est sur la plateforme.</translation>
        </message>
        <message>
            <source>Of %1 these parts are on the platform: %2.</source>
            <translation>De %1, ces parties sont sur la plateforme : %2.</translation>
        </message>
        <message>
            <source>Not there: %1.</source>
            <translation>N’y sont pas : %1.</translation>
        </message>
        <message>
            <source>Still being sent: %1.</source>
            <translation>En cours d’envoi : %1.</translation>
        </message>
        <message numerus="yes">
            <source>All %n part(s) of %1 are on the platform.</source>
            <translation>
                <numerusform>%n partie de %1 est sur la plateforme.</numerusform>
                <numerusform>Les %n parties de %1 sont toutes sur la plateforme.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send the missing part(s)</source>
            <translation>
                <numerusform>Envoyer la partie manquante</numerusform>
                <numerusform>Envoyer les parties manquantes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>navette::ui::PreviewDialog</name>
        <message>
            <source>Fetching %1 …</source>
            <translation>Récupération de %1 …</translation>
        </message>
        <message>
            <source>Fetching …</source>
            <translation>Récupération …</translation>
        </message>
        <message>
            <source>Files in the archive</source>
            <translation>Fichiers de l’archive</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 sur %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ProfileCheck</name>
        <message>
            <source>The profiles are being read…</source>
            <translation>Lecture des profils…</translation>
        </message>
        <message>
            <source>Not checked whether the platform knows them.</source>
            <translation>Rien ne vérifie que la plateforme les connaît.</translation>
        </message>
        <message>
            <source>Not checked: the export of devices has no column “%1”.</source>
            <translation>Non vérifiés : l’export des appareils n’a pas de colonne « %1 ».</translation>
        </message>
        <message numerus="yes">
            <source>%n export(s) of devices</source>
            <translation>
                <numerusform>%n export des appareils</numerusform>
                <numerusform>%n exports des appareils</numerusform>
            </translation>
        </message>
        <message>
            <source>The platform knows all of them.</source>
            <translation>La plateforme les connaît tous.</translation>
        </message>
        <message>
            <source>%1 of %2 are not known to the platform.</source>
            <translation>%1 sur %2 sont inconnus de la plateforme.</translation>
        </message>
        <message numerus="yes">
            <source>Checked against the %Ln profile(s) of %1.</source>
            <translation>
                <numerusform>Vérifiés avec le %Ln profil de %1.</numerusform>
                <numerusform>Vérifiés avec les %Ln profils de %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>The platform knows none of them by these days; exports of other days may hold them.</source>
            <translation>D’après ces jours, la plateforme n’en connaît aucun ; les exports d’autres jours les contiennent peut-être.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ProfilesDialog</name>
        <message>
            <source>Profiles that the platform knows</source>
            <translation>Profils que la plateforme connaît</translation>
        </message>
        <message>
            <source>Beyond a certain volume the platform takes only profiles that it knows. Tick the exports of devices that hold them, each of which is one day: rows of other profiles are found, and you decide whether they are left out.</source>
            <translation>Au-delà d’un certain volume, la plateforme ne prend que les profils qu’elle connaît. Cochez les exports des appareils où ils sont, un par jour : les lignes d’autres profils sont trouvées, et vous décidez si elles sont laissées de côté.</translation>
        </message>
        <message>
            <source>Exports of devices</source>
            <translation>Exports des appareils</translation>
        </message>
        <message>
            <source>None is kept on this computer yet. The page Exports fetches them from the platform.</source>
            <translation>Aucun n’est encore conservé sur cet ordinateur. La page Exports les récupère de la plateforme.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Ajouter des fichiers…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Add exports of devices</source>
            <translation>Ajouter des exports des appareils</translation>
        </message>
        <message>
            <source>Exports (*.csv *.gz *.zip);;All files (*)</source>
            <translation>Exports (*.csv *.gz *.zip);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Check without exports</source>
            <translation>Vérifier sans export</translation>
        </message>
        <message numerus="yes">
            <source>Check against %n export(s)</source>
            <translation>
                <numerusform>Vérifier avec %n export</numerusform>
                <numerusform>Vérifier avec %n exports</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>navette::ui::RefusedFiles</name>
        <message>
            <source>There is no place for a temporary copy of the file.</source>
            <translation>Il n’y a pas de place pour une copie temporaire du fichier.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::RemoteTreeModel</name>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Special file</source>
            <translation>Fichier spécial</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>%1 file</source>
            <translation>Fichier %1</translation>
        </message>
        <message>
            <source>%1 · read only</source>
            <translation>%1 · lecture seule</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Ce que c’est</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modifié</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::RepairList</name>
        <message>
            <source>Nothing to repair: the file is sent as it is.</source>
            <translation>Rien à corriger : le fichier est envoyé tel quel.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ReportsPage</name>
        <message>
            <source>1 campaign</source>
            <translation>1 campagne</translation>
        </message>
        <message>
            <source>%1 campaigns</source>
            <translation>%1 campagnes</translation>
        </message>
        <message>
            <source>gone from the platform</source>
            <translation>parti de la plateforme</translation>
        </message>
        <message>
            <source>leaves the platform tonight</source>
            <translation>quitte la plateforme ce soir</translation>
        </message>
        <message>
            <source>1 day left there</source>
            <translation>y reste encore 1 jour</translation>
        </message>
        <message>
            <source>%1 days left there</source>
            <translation>y reste encore %1 jours</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>conservé</translation>
        </message>
        <message>
            <source>fetching</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Rapports</translation>
        </message>
        <message>
            <source>Find a campaign</source>
            <translation>Trouver une campagne</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Save the day’s campaigns as a file for your spreadsheet</source>
            <translation>Enregistrer les campagnes du jour dans un fichier pour votre tableur</translation>
        </message>
        <message>
            <source>Export the campaigns</source>
            <translation>Exporter les campagnes</translation>
        </message>
        <message>
            <source>Opened, e-mail</source>
            <translation>Ouverts, e-mail</translation>
        </message>
        <message>
            <source>Clicked, e-mail</source>
            <translation>Cliqués, e-mail</translation>
        </message>
        <message>
            <source>Unsubscribed, e-mail</source>
            <translation>Désinscrits, e-mail</translation>
        </message>
        <message>
            <source>Stopped, SMS</source>
            <translation>Stop, SMS</translation>
        </message>
        <message>
            <source>Campaigns of the day</source>
            <translation>Campagnes du jour</translation>
        </message>
        <message>
            <source>Double-click for the contacts</source>
            <translation>Double-cliquez pour voir les contacts</translation>
        </message>
        <message>
            <source>Trend of the campaign</source>
            <translation>Tendance de la campagne</translation>
        </message>
        <message>
            <source>Looking for reports …</source>
            <translation>Recherche des rapports …</translation>
        </message>
        <message>
            <source>No report yet</source>
            <translation>Pas encore de rapport</translation>
        </message>
        <message>
            <source>The platform writes them every day for the campaigns that run.</source>
            <translation>La plateforme en écrit chaque jour pour les campagnes en cours.</translation>
        </message>
        <message>
            <source>Reports are fetched once the account is connected.</source>
            <translation>Les rapports sont récupérés une fois le compte connecté.</translation>
        </message>
        <message>
            <source>Reports of %1</source>
            <translation>Rapports du %1</translation>
        </message>
        <message>
            <source>1 day kept here</source>
            <translation>1 jour conservé ici</translation>
        </message>
        <message>
            <source>%1 days kept here</source>
            <translation>%1 jours conservés ici</translation>
        </message>
        <message>
            <source>every new day is fetched by itself</source>
            <translation>chaque nouveau jour est récupéré automatiquement</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <comment>a day's date format</comment>
            <translation>dddd d MMMM</translation>
        </message>
        <message>
            <source>Campaigns of %1 are being fetched</source>
            <translation>Les campagnes du %1 sont en cours de récupération</translation>
        </message>
        <message>
            <source>Campaigns of %1</source>
            <translation>Campagnes du %1</translation>
        </message>
        <message>
            <source>%1%2 % on %3</source>
            <comment>sign, number, weekday</comment>
            <translation>%1%2 % / %3</translation>
        </message>
        <message>
            <source>All campaigns</source>
            <translation>Toutes les campagnes</translation>
        </message>
        <message>
            <source>Contacts who clicked (%1)</source>
            <translation>Contacts ayant cliqué (%1)</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Ouverts</translation>
        </message>
        <message>
            <source>Clicked</source>
            <translation>Cliqués</translation>
        </message>
        <message>
            <source>Reports are fetched once there is a network again.</source>
            <translation>Les rapports seront récupérés dès que le réseau sera revenu.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::SavedNames</name>
        <message numerus="yes">
            <source>%n file(s) were saved under another name, because their own does not work on every computer or is that of another file in the folder: %1</source>
            <translation>
                <numerusform>%n fichier a été enregistré sous un autre nom, car le sien ne convient pas à tous les ordinateurs ou est celui d’un autre fichier du dossier : %1</numerusform>
                <numerusform>%n fichiers ont été enregistrés sous un autre nom, car le leur ne convient pas à tous les ordinateurs ou est celui d’un autre fichier du dossier : %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>navette::ui::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message numerus="yes">
            <source>every %n second(s)</source>
            <translation>
                <numerusform>toutes les %n seconde</numerusform>
                <numerusform>toutes les %n secondes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %n minute(s)</source>
            <translation>
                <numerusform>toutes les %n minute</numerusform>
                <numerusform>toutes les %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Boards are refreshed</source>
            <translation>Les suivis sont actualisés</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Accounts and history</source>
            <translation>Comptes et historique</translation>
        </message>
        <message>
            <source>Help and keyboard shortcuts</source>
            <translation>Aide et raccourcis clavier</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::ShareBars</name>
        <message>
            <source>%1 %</source>
            <comment>percentage</comment>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::StartPage</name>
        <message>
            <source>Open the practice account</source>
            <translation>Ouvrir le compte d’entraînement</translation>
        </message>
        <message>
            <source>Add an account…</source>
            <translation>Ajouter un compte…</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Choisir un fichier…</translation>
        </message>
        <message>
            <source>Practise first</source>
            <translation>S’entraîner d’abord</translation>
        </message>
        <message>
            <source>A complete platform on this computer, with sample files, good and faulty. Nothing leaves your computer and nothing can go wrong.</source>
            <translation>Une plateforme complète sur cet ordinateur, avec des fichiers d’exemple, bons et fautifs. Rien ne quitte votre ordinateur et rien ne peut mal tourner.</translation>
        </message>
        <message>
            <source>Add your account</source>
            <translation>Ajouter votre compte</translation>
        </message>
        <message>
            <source>You need the server’s name, your user name and a password or key from your platform. Two minutes, tested at every step.</source>
            <translation>Il vous faut le nom du serveur, votre nom d’utilisateur et un mot de passe ou une clé de la plateforme. Deux minutes, testées à chaque étape.</translation>
        </message>
        <message>
            <source>Join your team</source>
            <translation>Rejoindre votre équipe</translation>
        </message>
        <message>
            <source>A colleague’s account file (.navette) brings everything but the password. Drop it here or choose it.</source>
            <translation>Le fichier de compte (.navette) d’un collègue apporte tout sauf le mot de passe. Glissez-le ici ou choisissez-le.</translation>
        </message>
        <message>
            <source>Welcome to Navette</source>
            <translation>Bienvenue dans Navette</translation>
        </message>
        <message>
            <source>Send contact files that your platform takes the first time, and keep what it sends back.</source>
            <translation>Envoyez des fichiers de contacts que la plateforme prend du premier coup, et conservez ce qu’elle renvoie.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>Langue : %1</translation>
        </message>
        <message>
            <source>Starting the practice platform…</source>
            <translation>Démarrage de la plateforme d’entraînement…</translation>
        </message>
        <message>
            <source>Choose an account file</source>
            <translation>Choisir un fichier de compte</translation>
        </message>
        <message>
            <source>Account files (*.navette *.json);;All files (*)</source>
            <translation>Fichiers de compte (*.navette *.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Or drop a CSV or ZIP file here to check it against a flow without any account</source>
            <translation>Ou glissez ici un fichier CSV ou ZIP pour le vérifier sans aucun compte</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::StatePanel</name>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Text</name>
        <message>
            <source>%1 B</source>
            <translation>%1 o</translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 ko</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 Mo</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 Go</translation>
        </message>
        <message>
            <source>HH:mm</source>
            <translation>HH:mm</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>aujourd’hui %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>hier %1</translation>
        </message>
        <message>
            <source>d MMM</source>
            <extracomment>Day and short month, as in "18 Nov".</extracomment>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>A day and a time of the day, as in "18 Nov 16:02".</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <extracomment>Date and time, then the time zone's abbreviation.</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>d MMMM yyyy HH:mm:ss</source>
            <translation>d MMMM yyyy HH:mm:ss</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::TransfersModel</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1/s</source>
            <translation>%1/s</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>encore %1</translation>
        </message>
        <message>
            <source>waiting for its turn</source>
            <translation>attend son tour</translation>
        </message>
        <message>
            <source>done %1</source>
            <translation>terminé %1</translation>
        </message>
        <message>
            <source>did not get through</source>
            <translation>n’a pas abouti</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>annulé</translation>
        </message>
        <message>
            <source>%1 %2: %3</source>
            <translation>%1 %2 : %3</translation>
        </message>
        <message>
            <source>try %1 of %2</source>
            <translation>essai %1 sur %2</translation>
        </message>
        <message>
            <source>broken off, waits for the connection</source>
            <translation>interrompu, attend la connexion</translation>
        </message>
        <message>
            <source>waits for the connection</source>
            <translation>attend la connexion</translation>
        </message>
        <message>
            <source>broken off, again in %1 (try %2 of %3)</source>
            <translation>interrompu, nouvel essai dans %1 (essai %2 sur %3)</translation>
        </message>
        <message>
            <source>the same on both sides, %1</source>
            <translation>identique des deux côtés, %1</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::TransfersStrip</name>
        <message>
            <source>Progress of the transfer</source>
            <translation>Avancement du transfert</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translation>Transferts</translation>
        </message>
        <message>
            <source>Show all transfers (%1)</source>
            <translation>Afficher tous les transferts (%1)</translation>
        </message>
        <message>
            <source>Nothing was transferred since Navette was started.</source>
            <translation>Rien n’a été transféré depuis le démarrage de Navette.</translation>
        </message>
        <message>
            <source>Cancel transfer</source>
            <translation>Annuler le transfert</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Clear ended</source>
            <translation>Effacer les terminés</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) did not get through</source>
            <translation>
                <numerusform>%n transfert n’a pas abouti</numerusform>
                <numerusform>%n transferts n’ont pas abouti</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is being transferred</source>
            <translation>Aucun transfert en cours</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n en attente</numerusform>
                <numerusform>%n en attente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n échoué</numerusform>
                <numerusform>%n échoués</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done today</source>
            <translation>
                <numerusform>%n terminé aujourd’hui</numerusform>
                <numerusform>%n terminés aujourd’hui</numerusform>
            </translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Essayer maintenant</translation>
        </message>
        <message>
            <source>Compare with the platform</source>
            <translation>Comparer avec la plateforme</translation>
        </message>
        <message>
            <source>Reads the file once more on both sides; nothing is changed</source>
            <translation>Relit le fichier des deux côtés ; rien n’est modifié</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::TrendChart</name>
        <message>
            <source>%1 M</source>
            <translation>%1 M</translation>
        </message>
        <message>
            <source>%1k</source>
            <translation>%1 k</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1, %2 : %3</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::WindowSecrets</name>
        <message>
            <source>This computer's keychain cannot be used. Passwords are kept until Navette is closed.</source>
            <translation>Le trousseau de cet ordinateur n’est pas utilisable. Les mots de passe sont gardés jusqu’à la fermeture de Navette.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::Workspace</name>
        <message>
            <source>Navette cannot keep its data in %1. Ask for permission to write there.</source>
            <translation>Navette ne peut pas conserver ses données dans %1. Demandez l’autorisation d’y écrire.</translation>
        </message>
        <message>
            <source>This account is not there any more.</source>
            <translation>Ce compte n’est plus là.</translation>
        </message>
        <message>
            <source>This account is not in Navette any more, so nothing goes to or from it.</source>
            <translation>Ce compte n’est plus dans Navette : plus rien ne part vers lui ni n’en arrive.</translation>
        </message>
        <message>
            <source>%1 is the same here and on the platform, byte for byte.</source>
            <translation>%1 est identique ici et sur la plateforme, octet pour octet.</translation>
        </message>
    </context>
    <context>
        <name>navette::ui::SignInDialog</name>
        <message>
            <source>Show what is typed</source>
            <translation>Montrer ce qui est saisi</translation>
        </message>
        <message>
            <source>Keep in this computer’s keychain</source>
            <translation>Conserver dans le trousseau de cet ordinateur</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>%1 says</source>
            <translation>%1 dit</translation>
        </message>
        <message>
            <source>Password for %1</source>
            <translation>Mot de passe pour %1</translation>
        </message>
        <message>
            <source>Passphrase of the key “%1”</source>
            <translation>Phrase secrète de la clé « %1 »</translation>
        </message>
        <message>
            <source>Password for the proxy %1</source>
            <translation>Mot de passe pour le proxy %1</translation>
        </message>
        <message>
            <source>One more step to sign in</source>
            <translation>Encore une étape pour se connecter</translation>
        </message>
        <message>
            <source>To sign in as “%1”. It is sent to this server only.</source>
            <translation>Pour se connecter en tant que « %1 ». Il n’est envoyé qu’à ce serveur.</translation>
        </message>
        <message>
            <source>It opens the key on this computer, to sign in to %1 as “%2”. It is not sent anywhere.</source>
            <translation>Elle ouvre la clé sur cet ordinateur, pour se connecter à %1 en tant que « %2 ». Elle n’est envoyée nulle part.</translation>
        </message>
        <message>
            <source>This network lets “%1” through with a password, which the people who run it gave you. It is sent to the proxy unencrypted.</source>
            <translation>Ce réseau laisse passer « %1 » avec un mot de passe, que vous ont donné les personnes qui le gèrent. Il est envoyé au proxy sans chiffrement.</translation>
        </message>
        <message>
            <source>%1 wants to know more to let “%2” in.</source>
            <translation>Pour laisser entrer « %2 », %1 veut en savoir plus.</translation>
        </message>
        <message>
            <source>That password was not accepted.</source>
            <translation>Ce mot de passe n’a pas été accepté.</translation>
        </message>
        <message>
            <source>That passphrase does not open the key.</source>
            <translation>Cette phrase secrète n’ouvre pas la clé.</translation>
        </message>
        <message>
            <source>That was not accepted. A code serves only once, and for a short time.</source>
            <translation>Cela n’a pas été accepté. Un code ne sert qu’une fois, et peu de temps.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Phrase secrète</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
    </context>
</TS>
