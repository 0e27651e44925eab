<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Toposcope</source>
        <translation>Über Toposcope</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Gazetteer and map</source>
        <translation>Ortsverzeichnis und Karte</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The program&apos;s symbol</source>
        <translation>Das Zeichen des Programms</translation>
    </message>
    <message>
        <source>Toposcope reads articles, finds the places they name and shows them on a map you can correct. It works without a network: every request the map page might make to one is refused and counted. It sends no usage figures and asks for no updates.</source>
        <translation>Toposcope liest Artikel, findet die Orte, die sie nennen, und zeigt sie auf einer Karte, die Sie berichtigen können. Es arbeitet ohne Netz: Jede Anfrage, die die Kartenseite dorthin stellen könnte, wird abgewiesen und gezählt. Es sendet keine Nutzungsdaten und fragt nicht nach neuen Fassungen.</translation>
    </message>
    <message>
        <source>MIT licence. Drawn with Qt {qt}; the map is Leaflet.</source>
        <translation>MIT-Lizenz. Gezeichnet mit Qt {qt}; die Karte ist Leaflet.</translation>
    </message>
    <message>
        <source>The gazetteer is not open yet.</source>
        <translation>Das Ortsverzeichnis ist noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>Gazetteer {version}: {counts}. The basemap is drawn from Natural Earth (public domain).</source>
        <translation>Ortsverzeichnis {version}: {counts}. Der Kartenhintergrund ist aus Natural Earth gezeichnet (gemeinfrei).</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Sources of the gazetteer</source>
        <translation>Quellen des Ortsverzeichnisses</translation>
    </message>
    <message>
        <source>Read from what is installed with this program and shipped in it.</source>
        <translation>Gelesen aus dem, was mit diesem Programm eingerichtet ist und was ihm beiliegt.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Libraries the program is built of</source>
        <translation>Bibliotheken, auf denen das Programm aufbaut</translation>
    </message>
    <message>
        <source>Licences of what is shipped</source>
        <translation>Lizenzen dessen, was beiliegt</translation>
    </message>
</context>
<context>
    <name>ActionTable</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Orte</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Take candidate {rank}</source>
        <translation>Vorschlag {rank} nehmen</translation>
    </message>
    <message>
        <source>Choose this candidate of the list</source>
        <translation>Diesen Vorschlag der Liste wählen</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>Start an empty project file</source>
        <translation>Eine leere Projektdatei anlegen</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Eine Projektdatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>Artikel &amp;einlesen…</translation>
    </message>
    <message>
        <source>Read articles into this project</source>
        <translation>Artikel in dieses Projekt einlesen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write GeoJSON, tables or a map</source>
        <translation>GeoJSON, Tabellen oder eine Karte schreiben</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Close the project; everything is saved already</source>
        <translation>Das Projekt schließen; gespeichert ist alles schon</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues &amp;Fenster</translation>
    </message>
    <message>
        <source>A second window; on the same project it is for reading only</source>
        <translation>Ein zweites Fenster; dasselbe Projekt ist dort nur zu lesen</translation>
    </message>
    <message>
        <source>Find &amp;moved files…</source>
        <translation>&amp;Verschobene Dateien suchen…</translation>
    </message>
    <message>
        <source>Say in which folder the articles&apos; files lie now</source>
        <translation>Sagen, in welchem Ordner die Dateien der Artikel jetzt liegen</translation>
    </message>
    <message>
        <source>Mer&amp;ge another project…</source>
        <translation>Anderes Projekt &amp;zusammenführen…</translation>
    </message>
    <message>
        <source>See two people&apos;s decisions beside each other, and take what is missing here</source>
        <translation>Die Entscheidungen zweier Leute nebeneinander sehen und nehmen, was hier fehlt</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Sicherungs&amp;kopien…</translation>
    </message>
    <message>
        <source>Copies of this project, and the way back to one</source>
        <translation>Kopien dieses Projekts und der Weg zurück zu einer davon</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Das Programm verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Die letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>Alles durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Actions, articles, names, places and the gazetteer behind one line</source>
        <translation>Befehle, Artikel, Namen, Orte und das Ortsverzeichnis hinter einer Zeile</translation>
    </message>
    <message>
        <source>&amp;Find a mention</source>
        <translation>Nennung &amp;finden</translation>
    </message>
    <message>
        <source>Type to narrow the list of mentions</source>
        <translation>Tippen, um die Liste der Nennungen zu verkürzen</translation>
    </message>
    <message>
        <source>Remove &amp;article</source>
        <translation>&amp;Artikel entfernen</translation>
    </message>
    <message>
        <source>Take the selected article out of the project</source>
        <translation>Den gewählten Artikel aus dem Projekt nehmen</translation>
    </message>
    <message>
        <source>Appearance of the &amp;system</source>
        <translation>Erscheinungsbild wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation>Hell oder dunkel, wie das System ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Layout &amp;Triage</source>
        <translation>Anordnung &amp;Prüfen</translation>
    </message>
    <message>
        <source>All panes</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Layout R&amp;ead</source>
        <translation>Anordnung &amp;Lesen</translation>
    </message>
    <message>
        <source>The article large, the map small</source>
        <translation>Der Artikel groß, die Karte klein</translation>
    </message>
    <message>
        <source>Layout &amp;Map</source>
        <translation>Anordnung &amp;Karte</translation>
    </message>
    <message>
        <source>The map alone with its evidence</source>
        <translation>Nur die Karte mit ihren Belegen</translation>
    </message>
    <message>
        <source>Layout &amp;Gazetteer</source>
        <translation>Anordnung &amp;Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Gazetteer and map</source>
        <translation>Ortsverzeichnis und Karte</translation>
    </message>
    <message>
        <source>Layout &amp;Compare</source>
        <translation>Anordnung &amp;Vergleichen</translation>
    </message>
    <message>
        <source>Possible conflicts, and two articles side by side</source>
        <translation>Mögliche Widersprüche und zwei Artikel nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Move the keyboard to the next pane</source>
        <translation>Mit der Tastatur in den nächsten Bereich gehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Vori&amp;ger Bereich</translation>
    </message>
    <message>
        <source>Move the keyboard to the pane before</source>
        <translation>Mit der Tastatur in den vorigen Bereich gehen</translation>
    </message>
    <message>
        <source>Si&amp;de panels</source>
        <translation>Se&amp;itenbereiche</translation>
    </message>
    <message>
        <source>Hide or show the panels at both sides</source>
        <translation>Die Bereiche an beiden Seiten verbergen oder zeigen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Den ganzen Bildschirm füllen</translation>
    </message>
    <message>
        <source>&amp;Next mention</source>
        <translation>&amp;Nächste Nennung</translation>
    </message>
    <message>
        <source>Go to the next mention of the list</source>
        <translation>Zur nächsten Nennung der Liste gehen</translation>
    </message>
    <message>
        <source>&amp;Previous mention</source>
        <translation>&amp;Vorige Nennung</translation>
    </message>
    <message>
        <source>Go to the mention before</source>
        <translation>Zur Nennung davor gehen</translation>
    </message>
    <message>
        <source>Next un&amp;resolved</source>
        <translation>Nächste &amp;ungeklärte</translation>
    </message>
    <message>
        <source>Go to the next name without a place</source>
        <translation>Zum nächsten Namen ohne Ort gehen</translation>
    </message>
    <message>
        <source>&amp;Accept and go on</source>
        <translation>&amp;Annehmen und weiter</translation>
    </message>
    <message>
        <source>Confirm the place and go to the next mention</source>
        <translation>Den Ort bestätigen und zur nächsten Nennung gehen</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>The place is right</source>
        <translation>Der Ort stimmt</translation>
    </message>
    <message>
        <source>Apply to all…</source>
        <translation>Auf alle anwenden…</translation>
    </message>
    <message>
        <source>Decide the same for every mention of this name</source>
        <translation>Für jede Nennung dieses Namens dasselbe entscheiden</translation>
    </message>
    <message>
        <source>Make this a ru&amp;le…</source>
        <translation>Zur Re&amp;gel machen…</translation>
    </message>
    <message>
        <source>Let the decision on this mention decide articles imported later, too</source>
        <translation>Die Entscheidung über diese Nennung auch für später eingelesene Artikel gelten lassen</translation>
    </message>
    <message>
        <source>Choose &amp;another place…</source>
        <translation>Anderen &amp;Ort wählen…</translation>
    </message>
    <message>
        <source>Search the gazetteer for the right place</source>
        <translation>Im Ortsverzeichnis den richtigen Ort suchen</translation>
    </message>
    <message>
        <source>&amp;Drop a pin</source>
        <translation>Na&amp;del setzen</translation>
    </message>
    <message>
        <source>Click the place on the map</source>
        <translation>Auf der Karte auf den Ort klicken</translation>
    </message>
    <message>
        <source>Cannot be &amp;identified</source>
        <translation>Nicht zu &amp;ermitteln</translation>
    </message>
    <message>
        <source>Nobody can say which place is meant</source>
        <translation>Niemand kann sagen, welcher Ort gemeint ist</translation>
    </message>
    <message>
        <source>De&amp;fer</source>
        <translation>Zurück&amp;stellen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>&amp;Back to automatic</source>
        <translation>Zurück zur Au&amp;tomatik</translation>
    </message>
    <message>
        <source>Forget what a person decided here</source>
        <translation>Vergessen, was hier jemand entschieden hat</translation>
    </message>
    <message>
        <source>&amp;Zoom to the place</source>
        <translation>&amp;Zum Ort zoomen</translation>
    </message>
    <message>
        <source>Show the place close up</source>
        <translation>Den Ort aus der Nähe zeigen</translation>
    </message>
    <message>
        <source>The place in the &amp;gazetteer</source>
        <translation>Der Ort im Ortsverzei&amp;chnis</translation>
    </message>
    <message>
        <source>Show the place&apos;s card: its names, what is in it and near it</source>
        <translation>Die Karteikarte des Ortes zeigen: seine Namen, was in ihm liegt und was nahe ist</translation>
    </message>
    <message>
        <source>An &amp;organisation</source>
        <translation>Eine &amp;Organisation</translation>
    </message>
    <message>
        <source>The name is an organisation&apos;s, not a place</source>
        <translation>Der Name gehört einer Organisation, nicht einem Ort</translation>
    </message>
    <message>
        <source>A &amp;person</source>
        <translation>Eine &amp;Person</translation>
    </message>
    <message>
        <source>The name is a person&apos;s, not a place</source>
        <translation>Der Name gehört einer Person, nicht einem Ort</translation>
    </message>
    <message>
        <source>A &amp;demonym</source>
        <translation>Ein &amp;Einwohnername</translation>
    </message>
    <message>
        <source>It names the people of the place; the place is kept</source>
        <translation>Er nennt die Bewohner des Ortes; der Ort bleibt</translation>
    </message>
    <message>
        <source>A &amp;metonym</source>
        <translation>Ein &amp;Metonym</translation>
    </message>
    <message>
        <source>The place stands for its government or team; the place is kept</source>
        <translation>Der Ort steht für seine Regierung oder Mannschaft; der Ort bleibt</translation>
    </message>
    <message>
        <source>A &amp;facility</source>
        <translation>Eine Einri&amp;chtung</translation>
    </message>
    <message>
        <source>A building or site named after the place; the place is kept</source>
        <translation>Ein Gebäude oder Gelände, das nach dem Ort heißt; der Ort bleibt</translation>
    </message>
    <message>
        <source>An &amp;event</source>
        <translation>Ein E&amp;reignis</translation>
    </message>
    <message>
        <source>The name is an event&apos;s, not a place</source>
        <translation>Der Name gehört einem Ereignis, nicht einem Ort</translation>
    </message>
    <message>
        <source>A &amp;language</source>
        <translation>Eine &amp;Sprache</translation>
    </message>
    <message>
        <source>The word names a language, not a place</source>
        <translation>Das Wort nennt eine Sprache, keinen Ort</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Etwas &amp;anderes</translation>
    </message>
    <message>
        <source>Not a place, and none of the others</source>
        <translation>Kein Ort und nichts von den anderen</translation>
    </message>
    <message>
        <source>The place i&amp;tself</source>
        <translation>Der Ort se&amp;lbst</translation>
    </message>
    <message>
        <source>The name means the place</source>
        <translation>Der Name meint den Ort</translation>
    </message>
    <message>
        <source>&amp;Search the gazetteer…</source>
        <translation>Im Ortsverzeichnis &amp;suchen…</translation>
    </message>
    <message>
        <source>Find any place and show it on the map</source>
        <translation>Irgendeinen Ort finden und auf der Karte zeigen</translation>
    </message>
    <message>
        <source>&amp;Walk through the gazetteer</source>
        <translation>Durch das Ortsverzeichnis &amp;gehen</translation>
    </message>
    <message>
        <source>Search, filter and browse every place the program knows</source>
        <translation>Jeden Ort, den das Programm kennt, suchen, eingrenzen und durchblättern</translation>
    </message>
    <message>
        <source>&amp;Add a place of your own…</source>
        <translation>&amp;Eigenen Ort hinzufügen…</translation>
    </message>
    <message>
        <source>Put a place that no gazetteer has into this project</source>
        <translation>Einen Ort, den kein Verzeichnis hat, in dieses Projekt aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Home of the project…</source>
        <translation>&amp;Heimat des Projekts…</translation>
    </message>
    <message>
        <source>Say where the articles mostly play: names rather mean places there</source>
        <translation>Sagen, wo die Artikel meist spielen: Namen meinen eher Orte dort</translation>
    </message>
    <message>
        <source>&amp;Evidence for the place</source>
        <translation>&amp;Belege für den Ort</translation>
    </message>
    <message>
        <source>Every article and sentence that names the selected place</source>
        <translation>Jeder Artikel und jeder Satz, der den gewählten Ort nennt</translation>
    </message>
    <message>
        <source>&amp;Single-letter keys</source>
        <translation>&amp;Einzelne Buchstaben</translation>
    </message>
    <message>
        <source>Letters decide while a review pane has the focus</source>
        <translation>Buchstaben entscheiden, solange ein Prüfbereich die Tastatur hat</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Language, appearance, keys, map, gazetteers, backups</source>
        <translation>Sprache, Erscheinungsbild, Tasten, Karte, Ortsverzeichnisse, Sicherungskopien</translation>
    </message>
    <message>
        <source>Your &amp;gazetteers…</source>
        <translation>Ihre Ortsver&amp;zeichnisse…</translation>
    </message>
    <message>
        <source>Import gazetteers, put them in order, turn them on and off</source>
        <translation>Ortsverzeichnisse einlesen, ordnen, ein- und ausschalten</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>&amp;Regeln…</translation>
    </message>
    <message>
        <source>What was learned from corrections: switch it on and off, exchange it</source>
        <translation>Was aus Berichtigungen gelernt ist: ein- und ausschalten, austauschen</translation>
    </message>
    <message>
        <source>Show the project&apos;s &amp;folder</source>
        <translation>&amp;Ordner des Projekts zeigen</translation>
    </message>
    <message>
        <source>Open the folder the project file lies in</source>
        <translation>Den Ordner öffnen, in dem die Projektdatei liegt</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>Every key on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>&amp;Guided tour</source>
        <translation>&amp;Führung</translation>
    </message>
    <message>
        <source>Five steps on the sample project</source>
        <translation>Fünf Schritte am Beispielprojekt</translation>
    </message>
    <message>
        <source>About the &amp;gazetteer</source>
        <translation>Über das &amp;Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Its version, sources, licences and counts</source>
        <translation>Seine Fassung, Quellen, Lizenzen und Zahlen</translation>
    </message>
    <message>
        <source>&amp;About Toposcope</source>
        <translation>Ü&amp;ber Toposcope</translation>
    </message>
    <message>
        <source>Version, licences and credits</source>
        <translation>Fassung, Lizenzen und Nachweise</translation>
    </message>
</context>
<context>
    <name>AlignmentView</name>
    <message>
        <source>Letter by letter: {edits}</source>
        <translation>Buchstabe für Buchstabe: {edits}</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>in the gazetteer</source>
        <translation>im Verzeichnis</translation>
    </message>
</context>
<context>
    <name>ApplyAllDialog</name>
    <message>
        <source>The mention is no longer in the project; nothing was changed.</source>
        <translation>Die Nennung ist nicht mehr im Projekt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Auf alle anwenden</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>kein Ort</translation>
    </message>
    <message>
        <source>Every “{name}” becomes {place}</source>
        <translation>Jedes „{name}“ wird zu {place}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>{ticked} of {total} other mentions ticked. One undo takes all of it back.</source>
        <translation>{ticked} von {total} anderen Nennungen angekreuzt. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Dat&amp;um</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>2023-08-12 or 12 August 2023</source>
        <translation>2023-08-12 oder 12. August 2023</translation>
    </message>
    <message>
        <source>{words} is no full date. Write 2023-08-12 or 12 August 2023.</source>
        <translation>{words} ist kein volles Datum. Schreiben Sie 2023-08-12 oder 12. August 2023.</translation>
    </message>
</context>
<context>
    <name>ArticleText</name>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Choose an article in the list, or click a sentence of the evidence.</source>
        <translation>Wählen Sie einen Artikel in der Liste oder klicken Sie auf einen Satz der Belege.</translation>
    </message>
    <message>
        <source>No article is shown</source>
        <translation>Kein Artikel wird gezeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>BackgroundDialog</name>
    <message>
        <source>Background of the map</source>
        <translation>Hintergrund der Karte</translation>
    </message>
    <message>
        <source>Maps of your own are MBTiles or PMTiles files, vector or raster. They are read where they lie.</source>
        <translation>Eigene Karten sind MBTiles- oder PMTiles-Dateien, als Bilder oder Vektoren. Sie werden gelesen, wo sie liegen.</translation>
    </message>
    <message>
        <source>Backgrounds</source>
        <translation>Hintergründe</translation>
    </message>
    <message>
        <source>&amp;Add a map…</source>
        <translation>Karte &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Light or dark as the program</source>
        <translation>Hell oder dunkel wie das Programm</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Maps (*.mbtiles *.pmtiles)</source>
        <translation>Karten (*.mbtiles *.pmtiles)</translation>
    </message>
    <message>
        <source>Add a map</source>
        <translation>Karte hinzufügen</translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message>
        <source>Backup</source>
        <translation>Sicherungskopie</translation>
    </message>
    <message>
        <source>The backup is restored; what it replaced is a backup itself.</source>
        <translation>Die Sicherungskopie ist wieder da; was sie ersetzt hat, ist selbst eine Sicherungskopie.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups of {name}</source>
        <translation>Sicherungskopien von {name}</translation>
    </message>
    <message>
        <source>Whole copies, made when the project is opened and every ten minutes while it changes.</source>
        <translation>Ganze Kopien, angelegt beim Öffnen des Projekts und alle zehn Minuten, solange es sich ändert.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changes so far</source>
        <translation>Änderungen bis dahin</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Sicherungskopien, neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Open as a &amp;copy…</source>
        <translation>Als &amp;Kopie öffnen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Toposcope projects (*{suffix})</source>
        <translation>Toposcope-Projekte (*{suffix})</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Candidates</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>{km} km from the middle of the article&apos;s other places</source>
        <translation>{km} km von der Mitte der anderen Orte des Artikels</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>This is</source>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Umstritten</translation>
    </message>
    <message>
        <source>In my articles</source>
        <translation>In meinen Artikeln</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>On the spot</source>
        <translation>An dieser Stelle</translation>
    </message>
    <message>
        <source>Main name</source>
        <translation>Hauptname</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Fassung {version}</translation>
    </message>
    <message>
        <source>in {gazetteer}</source>
        <translation>in {gazetteer}</translation>
    </message>
    <message>
        <source>no mention</source>
        <translation>keine Nennung</translation>
    </message>
    <message>
        <source>{mentions} in {articles}</source>
        <translation>{mentions} in {articles}</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>Darin</translation>
    </message>
    <message>
        <source>One step down</source>
        <translation>Eine Stufe tiefer</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} Orte</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Ort</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} Menschen</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Am nächsten</translation>
    </message>
    <message>
        <source>Of the same name</source>
        <translation>Gleichen Namens</translation>
    </message>
    <message>
        <source>Show all {n} names</source>
        <translation>Alle {n} Namen zeigen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Place card</source>
        <translation>Karteikarte des Ortes</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type to narrow the list</source>
        <translation>Tippen, um die Liste zu verkürzen</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>Linker Artikel</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>Rechter Artikel</translation>
    </message>
</context>
<context>
    <name>ComparisonSide</name>
    <message>
        <source>{side}: which one</source>
        <translation>{side}: welcher</translation>
    </message>
</context>
<context>
    <name>ConflictModel</name>
    <message>
        <source>{title}. {one} – {other}</source>
        <translation>{title}. {one} – {other}</translation>
    </message>
    <message>
        <source>Possibly another day: {one} or {other}</source>
        <translation>Vielleicht ein anderer Tag: {one} oder {other}</translation>
    </message>
    <message>
        <source>Possibly spelt wrongly: {one} or {other}</source>
        <translation>Vielleicht falsch geschrieben: {one} oder {other}</translation>
    </message>
    <message>
        <source>Possibly another place: {one} or {other}</source>
        <translation>Vielleicht ein anderer Ort: {one} oder {other}</translation>
    </message>
</context>
<context>
    <name>ConflictsPane</name>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Read both articles beside each other</source>
        <translation>Beide Artikel nebeneinander lesen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Other article</source>
        <translation>Anderer Artikel</translation>
    </message>
    <message>
        <source>Go to the other mention</source>
        <translation>Zur anderen Nennung gehen</translation>
    </message>
    <message>
        <source>It is no conflict; the decision is kept</source>
        <translation>Es ist kein Widerspruch; die Entscheidung bleibt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>No conflicts found. Articles that seem to tell the same event differently are listed here.</source>
        <translation>Keine Widersprüche gefunden. Hier stehen Artikel, die dasselbe Ereignis anders zu erzählen scheinen.</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
</context>
<context>
    <name>CoreWords</name>
    <message>
        <source>Choose {place}</source>
        <translation>{place} wählen</translation>
    </message>
    <message>
        <source>Choose {place} for “{name}”</source>
        <translation>{place} für „{name}“ wählen</translation>
    </message>
    <message>
        <source>Choose {place} for every “{name}”</source>
        <translation>{place} für jedes „{name}“ wählen</translation>
    </message>
    <message>
        <source>Pin {place}</source>
        <translation>Nadel {place}</translation>
    </message>
    <message>
        <source>Pin {place} for “{name}”</source>
        <translation>Nadel {place} für „{name}“</translation>
    </message>
    <message>
        <source>Mark as {kind}</source>
        <translation>Verwendung: {kind}</translation>
    </message>
    <message>
        <source>Mark as {kind} for “{name}”</source>
        <translation>Verwendung von „{name}“: {kind}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm “{name}”</source>
        <translation>„{name}“ bestätigen</translation>
    </message>
    <message>
        <source>Cannot be identified</source>
        <translation>Nicht zu ermitteln</translation>
    </message>
    <message>
        <source>“{name}” cannot be identified</source>
        <translation>„{name}“ ist nicht zu ermitteln</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Defer “{name}”</source>
        <translation>„{name}“ zurückstellen</translation>
    </message>
    <message>
        <source>Reset to automatic</source>
        <translation>Zurück zur Automatik</translation>
    </message>
    <message>
        <source>Reset “{name}” to automatic</source>
        <translation>„{name}“ zurück zur Automatik</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Note for “{name}”</source>
        <translation>Anmerkung zu „{name}“</translation>
    </message>
    <message>
        <source>Note: {title}</source>
        <translation>Anmerkung: {title}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags for “{name}”</source>
        <translation>Schlagwörter für „{name}“</translation>
    </message>
    <message>
        <source>Tags: {title}</source>
        <translation>Schlagwörter: {title}</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star: {title}</source>
        <translation>Stern: {title}</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern wegnehmen</translation>
    </message>
    <message>
        <source>Take the star away: {title}</source>
        <translation>Stern wegnehmen: {title}</translation>
    </message>
    <message>
        <source>Care with quotes: {title}</source>
        <translation>Vorsicht mit Zitaten: {title}</translation>
    </message>
    <message>
        <source>Describe the article</source>
        <translation>Artikel beschreiben</translation>
    </message>
    <message>
        <source>Describe the article: {title}</source>
        <translation>Artikel beschreiben: {title}</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Ignore: {what}</source>
        <translation>Übergehen: {what}</translation>
    </message>
    <message>
        <source>Ignore problem</source>
        <translation>Problem übergehen</translation>
    </message>
    <message>
        <source>Ignore a problem of “{name}”</source>
        <translation>Ein Problem von „{name}“ übergehen</translation>
    </message>
    <message>
        <source>Add a mention</source>
        <translation>Nennung hinzufügen</translation>
    </message>
    <message>
        <source>Remove the mention</source>
        <translation>Nennung entfernen</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Move the ends</source>
        <translation>Enden verschieben</translation>
    </message>
    <message>
        <source>Move the ends of “{name}”</source>
        <translation>Enden von „{name}“ verschieben</translation>
    </message>
    <message>
        <source>Split the mention</source>
        <translation>Nennung teilen</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>„{name}“ teilen</translation>
    </message>
    <message>
        <source>Import {number} file</source>
        <translation>{number} Datei einlesen</translation>
    </message>
    <message>
        <source>Import {number} files</source>
        <translation>{number} Dateien einlesen</translation>
    </message>
    <message>
        <source>Import {number} article</source>
        <translation>{number} Artikel einlesen</translation>
    </message>
    <message>
        <source>Import {number} articles</source>
        <translation>{number} Artikel einlesen</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Remove {number} article</source>
        <translation>{number} Artikel entfernen</translation>
    </message>
    <message>
        <source>Remove {number} articles</source>
        <translation>{number} Artikel entfernen</translation>
    </message>
    <message>
        <source>Apply {answer} to {number} more “{name}”</source>
        <translation>{answer} auf {number} weitere „{name}“ anwenden</translation>
    </message>
    <message>
        <source>Add {place} to own places</source>
        <translation>{place} zu den eigenen Orten hinzufügen</translation>
    </message>
    <message>
        <source>Change {place} in own places</source>
        <translation>{place} in den eigenen Orten ändern</translation>
    </message>
    <message>
        <source>Remove {place} from own places</source>
        <translation>{place} aus den eigenen Orten entfernen</translation>
    </message>
    <message>
        <source>Teach {place}</source>
        <translation>{place} lehren</translation>
    </message>
    <message>
        <source>Teach {place}: {number} mention of “{name}”</source>
        <translation>{place} lehren: {number} Nennung von „{name}“</translation>
    </message>
    <message>
        <source>Teach {place}: {number} mentions of “{name}”</source>
        <translation>{place} lehren: {number} Nennungen von „{name}“</translation>
    </message>
    <message>
        <source>Add the rule that {rule}</source>
        <translation>Regel hinzufügen: {rule}</translation>
    </message>
    <message>
        <source>Remove the rule that {rule}</source>
        <translation>Regel entfernen: {rule}</translation>
    </message>
    <message>
        <source>Switch on the rule that {rule}</source>
        <translation>Regel einschalten: {rule}</translation>
    </message>
    <message>
        <source>Switch off the rule that {rule}</source>
        <translation>Regel ausschalten: {rule}</translation>
    </message>
    <message>
        <source>Use a rule for “{name}”</source>
        <translation>Eine Regel für „{name}“ anwenden</translation>
    </message>
    <message>
        <source>Merge the work of {who}</source>
        <translation>Arbeit von {who} zusammenführen</translation>
    </message>
    <message>
        <source>Home of the project: {place}</source>
        <translation>Zuhause des Projekts: {place}</translation>
    </message>
    <message>
        <source>No home of the project</source>
        <translation>Kein Zuhause des Projekts</translation>
    </message>
    <message>
        <source>Place chosen</source>
        <translation>Ort gewählt</translation>
    </message>
    <message>
        <source>Pin dropped</source>
        <translation>Nadel gesetzt</translation>
    </message>
    <message>
        <source>Kind set</source>
        <translation>Verwendung gesetzt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Anmerkung geschrieben</translation>
    </message>
    <message>
        <source>Tags set</source>
        <translation>Schlagwörter gesetzt</translation>
    </message>
    <message>
        <source>Star set</source>
        <translation>Stern gesetzt</translation>
    </message>
    <message>
        <source>Star taken away</source>
        <translation>Stern weggenommen</translation>
    </message>
    <message>
        <source>Problem ignored</source>
        <translation>Problem übergangen</translation>
    </message>
    <message>
        <source>Mention added</source>
        <translation>Nennung hinzugefügt</translation>
    </message>
    <message>
        <source>Mention removed</source>
        <translation>Nennung entfernt</translation>
    </message>
    <message>
        <source>Resolved anew with another gazetteer</source>
        <translation>Mit einem anderen Ortsverzeichnis neu aufgelöst</translation>
    </message>
    <message>
        <source>Learned from a rule</source>
        <translation>Aus einer Regel gelernt</translation>
    </message>
    <message>
        <source>Rule no longer in use</source>
        <translation>Regel nicht mehr in Gebrauch</translation>
    </message>
    <message>
        <source>Taken from another&apos;s project</source>
        <translation>Aus dem Projekt eines anderen übernommen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>not a place: {kind}</source>
        <translation>kein Ort: {kind}</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>kein Ort</translation>
    </message>
    <message>
        <source>no place (deferred)</source>
        <translation>kein Ort (zurückgestellt)</translation>
    </message>
    <message>
        <source>{place} ({status})</source>
        <translation>{place} ({status})</translation>
    </message>
    <message>
        <source>{place} ({kind}, {status})</source>
        <translation>{place} ({kind}, {status})</translation>
    </message>
    <message>
        <source>decided before by {who}</source>
        <translation>schon entschieden von {who}</translation>
    </message>
    <message>
        <source>followed by “{area}”</source>
        <translation>danach steht „{area}“</translation>
    </message>
    <message>
        <source>the article points to {place}</source>
        <translation>der Artikel weist auf {place}</translation>
    </message>
    <message>
        <source>This mention is no longer in the project; nothing was changed. Select another one.</source>
        <translation>Diese Nennung ist nicht mehr im Projekt; nichts wurde geändert. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This article is no longer in the project; nothing was changed.</source>
        <translation>Dieser Artikel ist nicht mehr im Projekt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The marked words are not in an article of this project; nothing was changed.</source>
        <translation>Die gekennzeichneten Wörter stehen in keinem Artikel dieses Projekts; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These words are a mention already; nothing was changed. Select it to change its place.</source>
        <translation>Diese Wörter sind schon eine Nennung; nichts wurde geändert. Wählen Sie sie, um ihren Ort zu ändern.</translation>
    </message>
    <message>
        <source>The pin is not on the map (latitude -90 to 90, longitude -180 to 180). Nothing was changed.</source>
        <translation>Die Nadel liegt nicht auf der Karte (Breite -90 bis 90, Länge -180 bis 180). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A pin needs a name and a radius of 0 to 5,000 km. Nothing was changed.</source>
        <translation>Eine Nadel braucht einen Namen und einen Umkreis von 0 bis 5.000 km. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no place to confirm; nothing was changed. Choose a place or drop a pin.</source>
        <translation>Es gibt keinen Ort zu bestätigen; nichts wurde geändert. Wählen Sie einen Ort oder setzen Sie eine Nadel.</translation>
    </message>
    <message>
        <source>A person marked this mention, so there is no automatic answer. Remove it instead.</source>
        <translation>Diese Nennung hat ein Mensch gekennzeichnet, es gibt also keine automatische Antwort. Entfernen Sie sie stattdessen.</translation>
    </message>
    <message>
        <source>There is nothing to split off; nothing was changed. Put the cursor between two words.</source>
        <translation>Es gibt nichts abzuteilen; nichts wurde geändert. Setzen Sie die Schreibmarke zwischen zwei Wörter.</translation>
    </message>
    <message>
        <source>Nothing is decided on this mention yet, so there is nothing to apply to the others.</source>
        <translation>Zu dieser Nennung ist noch nichts entschieden, es gibt also nichts auf die anderen anzuwenden.</translation>
    </message>
    <message>
        <source>There is nothing to {what}.</source>
        <translation>Es gibt nichts, worauf sich das beziehen könnte ({what}).</translation>
    </message>
    <message>
        <source>{words} is no date; nothing was changed. Write year-month-day: 2023-08-12.</source>
        <translation>{words} ist kein Datum; nichts wurde geändert. Schreiben Sie Jahr-Monat-Tag: 2023-08-12.</translation>
    </message>
    <message>
        <source>An article has no field {name}; nothing was changed.</source>
        <translation>Ein Artikel hat kein Feld {name}; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{name} is open for reading only; it cannot be changed here.</source>
        <translation>{name} ist nur zum Lesen geöffnet und lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>{name} is open for reading only; nothing was changed.</source>
        <translation>{name} ist nur zum Lesen geöffnet; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another window or program{who} is writing this project. Nothing was changed. Close it there, or open the project here for reading only.</source>
        <translation>Ein anderes Fenster oder Programm{who} schreibt gerade in dieses Projekt. Nichts wurde geändert. Schließen Sie es dort, oder öffnen Sie das Projekt hier nur zum Lesen.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({why}), so the project cannot be changed there. Open it for reading only, or copy it to a folder of your own.</source>
        <translation>{name} lässt sich nicht schreiben ({why}), darum lässt sich das Projekt dort nicht ändern. Öffnen Sie es nur zum Lesen, oder kopieren Sie es in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder&apos;s file system cannot lock files ({why}). Copy the project to a local folder.</source>
        <translation>Das Dateisystem des Ordners kann keine Dateien sperren ({why}). Kopieren Sie das Projekt in einen Ordner auf diesem Rechner.</translation>
    </message>
    <message>
        <source>{name} is not a Toposcope project. It was not changed.</source>
        <translation>{name} ist kein Projekt von Toposcope. Es wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} is not a Toposcope project ({why}). It was not changed.</source>
        <translation>{name} ist kein Projekt von Toposcope ({why}). Es wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Toposcope (schema {number}; this one knows {known}). It was not changed. Install the newer program to open it.</source>
        <translation>{name} wurde von einem neueren Toposcope geschrieben (Schema {number}; dieses kennt {known}). Es wurde nicht geändert. Installieren Sie das neuere Programm, um es zu öffnen.</translation>
    </message>
    <message>
        <source>{name} was written by an older Toposcope. Open it for writing once to bring it up to date.</source>
        <translation>{name} wurde von einem älteren Toposcope geschrieben. Öffnen Sie es einmal zum Schreiben, um es auf den neuen Stand zu bringen.</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({why}). It was not changed.</source>
        <translation>{name} lässt sich nicht öffnen ({why}). Es wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} cannot be opened for writing ({why}). It was not changed.</source>
        <translation>{name} lässt sich nicht zum Schreiben öffnen ({why}). Es wurde nicht geändert.</translation>
    </message>
    <message>
        <source>{name} is there already. It was kept. Open it, or choose another name.</source>
        <translation>{name} gibt es schon; es blieb, wie es ist. Öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{name} is there already. It was kept. Choose another name.</source>
        <translation>{name} gibt es schon; es blieb, wie es ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{name}: there is no such project file. Check the name and the folder.</source>
        <translation>{name}: Diese Projektdatei gibt es nicht. Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>{name} cannot be made ({why}). Choose another folder or free space.</source>
        <translation>{name} lässt sich nicht anlegen ({why}). Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{name} is closed.</source>
        <translation>{name} ist geschlossen.</translation>
    </message>
    <message>
        <source>{name} could not be saved ({why}); nothing was changed. Free space and try again.</source>
        <translation>{name} ließ sich nicht speichern ({why}); nichts wurde geändert. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The backup {name} is damaged. Nothing was changed. Choose an older one.</source>
        <translation>Die Sicherungskopie {name} ist beschädigt. Nichts wurde geändert. Wählen Sie eine ältere.</translation>
    </message>
    <message>
        <source>The backup {name} cannot be read ({why}). Nothing was changed.</source>
        <translation>Die Sicherungskopie {name} lässt sich nicht lesen ({why}). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No backup could be written to {folder} ({why}). The project itself is saved.</source>
        <translation>In {folder} ließ sich keine Sicherungskopie schreiben ({why}). Das Projekt selbst ist gespeichert.</translation>
    </message>
    <message>
        <source>{name} could not be replaced ({why}). It is as before.</source>
        <translation>{name} ließ sich nicht ersetzen ({why}). Es ist wie zuvor.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({why}). An earlier export there was kept. Free some space or choose another folder.</source>
        <translation>{name} lässt sich nicht schreiben ({why}). Eine frühere Ausgabe dort blieb erhalten. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{name}: files ending in {suffix} are not read. Save it as one of {known}.</source>
        <translation>{name}: Dateien mit der Endung {suffix} werden nicht gelesen. Speichern Sie sie als eine von {known}.</translation>
    </message>
    <message>
        <source>{name}: the file is empty; nothing was imported from it.</source>
        <translation>{name}: Die Datei ist leer; nichts wurde daraus eingelesen.</translation>
    </message>
    <message>
        <source>{name}: the file holds nothing but blanks; nothing was imported from it.</source>
        <translation>{name}: Die Datei enthält nur Leerzeichen; nichts wurde daraus eingelesen.</translation>
    </message>
    <message>
        <source>{name}: this is a folder; import the files in it.</source>
        <translation>{name}: Das ist ein Ordner; lesen Sie die Dateien darin ein.</translation>
    </message>
    <message>
        <source>{name}: not an ordinary file; copy its content into one.</source>
        <translation>{name}: keine gewöhnliche Datei; kopieren Sie ihren Inhalt in eine.</translation>
    </message>
    <message>
        <source>{name}: {number} MB are more than the limit of {most} MB. Split it into smaller files.</source>
        <translation>{name}: {number} MB sind mehr als die Grenze von {most} MB. Teilen Sie sie in kleinere Dateien.</translation>
    </message>
    <message>
        <source>{name}: there is no such file. Check the name and the folder.</source>
        <translation>{name}: Diese Datei gibt es nicht. Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>{name}: you may not read this file. Change its permissions or copy it.</source>
        <translation>{name}: Sie dürfen diese Datei nicht lesen. Ändern Sie ihre Rechte, oder kopieren Sie sie.</translation>
    </message>
    <message>
        <source>{name}: the file cannot be read ({why}). Check the disk or copy it.</source>
        <translation>{name}: Die Datei lässt sich nicht lesen ({why}). Prüfen Sie den Datenträger, oder kopieren Sie sie.</translation>
    </message>
    <message>
        <source>{name}: its content is not text but {what}.</source>
        <translation>{name}: Der Inhalt ist kein Text, sondern {what}.</translation>
    </message>
    <message>
        <source>{name}: not a text file, {why}. Open it in the program that made it and save it as text (UTF-8).</source>
        <translation>{name}: keine Textdatei, {why}. Öffnen Sie sie in dem Programm, das sie gemacht hat, und speichern Sie sie als Text (UTF-8).</translation>
    </message>
    <message>
        <source>it holds binary content</source>
        <translation>sie enthält Binärdaten</translation>
    </message>
    <message>
        <source>its byte-order mark says {encoding} but the bytes after it are not</source>
        <translation>ihre Bytereihenfolge-Marke sagt {encoding}, aber die Bytes danach sind es nicht</translation>
    </message>
    <message>
        <source>{name}: the PDF is locked with a password. Save a copy without the password and import that.</source>
        <translation>{name}: Das PDF ist mit einem Passwort gesperrt. Speichern Sie eine Kopie ohne Passwort, und lesen Sie diese ein.</translation>
    </message>
    <message>
        <source>{name}: the PDF is damaged and cannot be read. Fetch it again, or print it to a new PDF and import that.</source>
        <translation>{name}: Das PDF ist beschädigt und lässt sich nicht lesen. Holen Sie es noch einmal, oder drucken Sie es in ein neues PDF, und lesen Sie dieses ein.</translation>
    </message>
    <message>
        <source>{name}: the PDF holds no text, probably scanned pages. Run text recognition (OCR) on it and import the result.</source>
        <translation>{name}: Das PDF enthält keinen Text, wohl eingescannte Seiten. Lassen Sie eine Texterkennung (OCR) darüberlaufen, und lesen Sie das Ergebnis ein.</translation>
    </message>
    <message>
        <source>{name}: {number} pages are more than the {most} that are read. Split the document.</source>
        <translation>{name}: {number} Seiten sind mehr als die {most}, die gelesen werden. Teilen Sie das Dokument.</translation>
    </message>
    <message>
        <source>{name}: the page holds no text of its own; scripts may have filled it in. Save it from the browser as “Web Page, Complete” or as text.</source>
        <translation>{name}: Die Seite enthält selbst keinen Text; vielleicht füllten ihn Skripte ein. Speichern Sie sie im Browser als „Webseite, komplett“ oder als Text.</translation>
    </message>
    <message>
        <source>{name}: not a web page, {why}. Save the page again from the browser.</source>
        <translation>{name}: keine Webseite, {why}. Speichern Sie die Seite noch einmal im Browser.</translation>
    </message>
    <message>
        <source>{name}: locked with a password, or an old .doc file under a new name. Save a copy as .docx without a password and import that.</source>
        <translation>{name}: mit einem Passwort gesperrt, oder eine alte .doc-Datei unter neuem Namen. Speichern Sie eine Kopie als .docx ohne Passwort, und lesen Sie diese ein.</translation>
    </message>
    <message>
        <source>{name}: the Word document holds no text. If it shows a picture of a page, run OCR.</source>
        <translation>{name}: Das Word-Dokument enthält keinen Text. Zeigt es das Bild einer Seite, hilft Texterkennung (OCR).</translation>
    </message>
    <message>
        <source>{name}: unpacks to {number} MB, more than is read. Save the text alone and import that.</source>
        <translation>{name}: entpackt {number} MB, mehr als gelesen wird. Speichern Sie nur den Text, und lesen Sie diesen ein.</translation>
    </message>
    <message>
        <source>{name}: not a Word document, or a damaged one. Open it in a word processor and save it again as .docx.</source>
        <translation>{name}: kein Word-Dokument, oder ein beschädigtes. Öffnen Sie es in einer Textverarbeitung, und speichern Sie es noch einmal als .docx.</translation>
    </message>
</context>
<context>
    <name>CueTable</name>
    <message>
        <source>{n} weaker reasons</source>
        <translation>{n} schwächere Gründe</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reasons: {words}</source>
        <translation>Gründe: {words}</translation>
    </message>
</context>
<context>
    <name>DateChip</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>ab {first}</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>bis {last}</translation>
    </message>
    <message>
        <source>Date: {words}</source>
        <translation>Datum: {words}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>{text} is no full date.</source>
        <translation>{text} ist kein volles Datum.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>2023-08-12 or 12 August 2023</source>
        <translation>2023-08-12 oder 12. August 2023</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>No other mention of this name would change.</source>
        <translation>Keine andere Nennung dieses Namens würde sich ändern.</translation>
    </message>
    <message>
        <source>Click the place on the map; Esc leaves it as it is.</source>
        <translation>Klicken Sie auf der Karte auf den Ort; Esc lässt alles, wie es ist.</translation>
    </message>
</context>
<context>
    <name>DescribeDialog</name>
    <message>
        <source>About the article</source>
        <translation>Über den Artikel</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>Ste&amp;rn</translation>
    </message>
    <message>
        <source>&amp;Warn before its sentences leave in an export</source>
        <translation>&amp;Warnen, bevor seine Sätze in einem Export hinausgehen</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation>Zitat &amp;kopieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Datei: {name}</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Filter by &amp;name</source>
        <translation>Nach &amp;Namen filtern</translation>
    </message>
    <message>
        <source>Type to keep map, lists and timeline to a name or place</source>
        <translation>Tippen, um Karte, Listen und Zeitleiste auf einen Namen oder Ort zu beschränken</translation>
    </message>
    <message>
        <source>Add a fi&amp;lter</source>
        <translation>Fi&amp;lter hinzufügen</translation>
    </message>
    <message>
        <source>Keep to a date, source, country, status and so on</source>
        <translation>Auf Datum, Quelle, Land, Stand und so weiter beschränken</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>Alle Filter auf&amp;heben</translation>
    </message>
    <message>
        <source>Show every mention again</source>
        <translation>Wieder jede Nennung zeigen</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Choose dates in the histogram</source>
        <translation>Daten im Histogramm wählen</translation>
    </message>
    <message>
        <source>Pla&amp;y the timeline</source>
        <translation>Zeitleiste &amp;abspielen</translation>
    </message>
    <message>
        <source>Step through the dates, one bar each second; again to stop</source>
        <translation>Durch die Daten gehen, jede Sekunde ein Balken; noch einmal hält an</translation>
    </message>
    <message>
        <source>Possible con&amp;flicts</source>
        <translation>Mögliche &amp;Widersprüche</translation>
    </message>
    <message>
        <source>Show articles that seem to tell the same event differently</source>
        <translation>Artikel zeigen, die dasselbe Ereignis anders zu erzählen scheinen</translation>
    </message>
    <message>
        <source>&amp;Side by side…</source>
        <translation>Nebene&amp;inander…</translation>
    </message>
    <message>
        <source>Read two articles beside each other</source>
        <translation>Zwei Artikel nebeneinander lesen</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>Sc&amp;hritte</translation>
    </message>
    <message>
        <source>Everything that was done, by name; go back to any step</source>
        <translation>Alles, was getan wurde, mit Namen; zurück zu jedem Schritt</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>S&amp;tern</translation>
    </message>
    <message>
        <source>Put a star on the mention, or take it away</source>
        <translation>Der Nennung einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>Star the article</source>
        <translation>Artikel mit Stern</translation>
    </message>
    <message>
        <source>Put a star on the article, or take it away</source>
        <translation>Dem Artikel einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>About the article…</source>
        <translation>Über den Artikel…</translation>
    </message>
    <message>
        <source>Title, date, source, address, note and tags of the article</source>
        <translation>Titel, Datum, Quelle, Adresse, Notiz und Schlagwörter des Artikels</translation>
    </message>
    <message>
        <source>Paste as an article</source>
        <translation>Als Artikel einfügen</translation>
    </message>
    <message>
        <source>Bring the clipboard&apos;s text in as an article</source>
        <translation>Den Text der Zwischenablage als Artikel aufnehmen</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy source, title, date and address</source>
        <translation>Quelle, Titel, Datum und Adresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Mark as a place</source>
        <translation>Als Ort &amp;markieren</translation>
    </message>
    <message>
        <source>Make the words selected in the article a mention</source>
        <translation>Die im Artikel gewählten Wörter zu einer Nennung machen</translation>
    </message>
    <message>
        <source>Move the ends</source>
        <translation>Enden verschieben</translation>
    </message>
    <message>
        <source>Let the mention be the words selected in the article</source>
        <translation>Die Nennung soll aus den im Artikel gewählten Wörtern bestehen</translation>
    </message>
    <message>
        <source>Split the mention</source>
        <translation>Nennung teilen</translation>
    </message>
    <message>
        <source>Make two of it: at the cursor, or leaving out the words selected</source>
        <translation>Zwei daraus machen: an der Schreibmarke, oder ohne die gewählten Wörter</translation>
    </message>
    <message>
        <source>Remove the mention</source>
        <translation>Nennung entfernen</translation>
    </message>
    <message>
        <source>These words are no mention at all; undo brings it back</source>
        <translation>Diese Wörter sind gar keine Nennung; Rückgängig bringt sie zurück</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>Anmerkung sch&amp;reiben</translation>
    </message>
    <message>
        <source>A remark beside the mention; Enter keeps it and goes back</source>
        <translation>Eine Anmerkung zur Nennung; Eingabe behält sie und kehrt zurück</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Sch&amp;lagwörter</translation>
    </message>
    <message>
        <source>Words to find the mention by, with commas; Enter keeps them and goes back</source>
        <translation>Wörter, unter denen die Nennung zu finden ist, mit Kommas; Eingabe behält sie und kehrt zurück</translation>
    </message>
</context>
<context>
    <name>DeskPanes</name>
    <message>
        <source>Map and article with the filters</source>
        <translation>Karte und Artikel mit den Filtern</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>The citation is on the clipboard.</source>
        <translation>Das Zitat ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard, or the project is for reading only.</source>
        <translation>In der Zwischenablage ist kein Text, oder das Projekt ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>This text is in the project already.</source>
        <translation>Dieser Text ist schon im Projekt.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>{n} of {all} settled by a person</source>
        <translation>{n} von {all} von einem Menschen geklärt</translation>
    </message>
    <message>
        <source>{n} articles tell nearly this text</source>
        <translation>{n} Artikel bringen fast diesen Text</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Title, file or source</source>
        <translation>Titel, Datei oder Quelle</translation>
    </message>
    <message>
        <source>Sort articles by</source>
        <translation>Artikel ordnen nach</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>No articles yet: drop files here or press Ctrl+I.</source>
        <translation>Noch keine Artikel: Legen Sie Dateien hier ab oder drücken Sie Strg+I.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Sentences that name the place</source>
        <translation>Sätze, die den Ort nennen</translation>
    </message>
    <message>
        <source>Click a place on the map: every sentence that names it is shown here.</source>
        <translation>Klicken Sie auf einen Ort der Karte: Hier steht dann jeder Satz, der ihn nennt.</translation>
    </message>
    <message>
        <source>{mentions} in {articles}</source>
        <translation>{mentions} in {articles}</translation>
    </message>
    <message>
        <source>{counts}, also as {spellings}</source>
        <translation>{counts}, auch als {spellings}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>No place yet; every mention spelt so</source>
        <translation>Noch kein Ort; jede Nennung, die so geschrieben ist</translation>
    </message>
    <message>
        <source>Not a place</source>
        <translation>Kein Ort</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Where to, and what?</source>
        <translation>Wohin, und was?</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Ordner, in den geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>The whole project</source>
        <translation>Das ganze Projekt</translation>
    </message>
    <message>
        <source>What the filter shows ({n} mentions)</source>
        <translation>Was der Filter zeigt ({n} Nennungen)</translation>
    </message>
    <message>
        <source>Only the article in focus</source>
        <translation>Nur der Artikel, der gezeigt wird</translation>
    </message>
    <message>
        <source>{named} and {n} more</source>
        <translation>{named} und {n} weitere</translation>
    </message>
    <message>
        <source>Sentences of articles marked for care would leave with this export: {named}.</source>
        <translation>Mit diesem Export gingen Sätze von Artikeln hinaus, bei denen Vorsicht vermerkt ist: {named}.</translation>
    </message>
    <message>
        <source>&amp;Export all the same</source>
        <translation>&amp;Trotzdem exportieren</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Trotzdem exportieren</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>{label}: {done} of {total}</source>
        <translation>{label}: {done} von {total}</translation>
    </message>
    <message>
        <source>Stopped; files of an earlier export are kept.</source>
        <translation>Angehalten; Dateien eines früheren Exports sind erhalten.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Geschriebene Dateien</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>mentions.geojson: every mention with place, sentence and decision, for GIS programs</source>
        <translation>mentions.geojson: jede Nennung mit Ort, Satz und Entscheidung, für GIS-Programme</translation>
    </message>
    <message>
        <source>mentions.csv and documents.csv: tables for a spreadsheet</source>
        <translation>mentions.csv und documents.csv: Tabellen für die Tabellenkalkulation</translation>
    </message>
    <message>
        <source>map.html: one page with the map, to send or print; needs no network</source>
        <translation>map.html: eine Seite mit der Karte, zum Verschicken oder Drucken; braucht kein Netz</translation>
    </message>
    <message>
        <source>places.geojson: one feature a place</source>
        <translation>places.geojson: ein Objekt für jeden Ort</translation>
    </message>
    <message>
        <source>uncertainty.geojson: circles of what is known only roughly</source>
        <translation>uncertainty.geojson: Kreise um das, was nur ungefähr bekannt ist</translation>
    </message>
    <message>
        <source>relative.geojson: circles of spots such as “20 km north of” a place</source>
        <translation>relative.geojson: Kreise um Stellen wie „20 km nördlich von“ einem Ort</translation>
    </message>
    <message>
        <source>decisions.jsonl: who decided what, and when</source>
        <translation>decisions.jsonl: wer wann was entschieden hat</translation>
    </message>
</context>
<context>
    <name>FeatureWords</name>
    <message>
        <source>territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>bay</source>
        <translation>Bucht</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Wasserstraße</translation>
    </message>
    <message>
        <source>canal</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>estuary</source>
        <translation>Mündung</translation>
    </message>
    <message>
        <source>fjord</source>
        <translation>Fjord</translation>
    </message>
    <message>
        <source>waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>gulf</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>harbour</source>
        <translation>Hafenbecken</translation>
    </message>
    <message>
        <source>inlet</source>
        <translation>Meeresarm</translation>
    </message>
    <message>
        <source>lagoon</source>
        <translation>Lagune</translation>
    </message>
    <message>
        <source>lake</source>
        <translation>See</translation>
    </message>
    <message>
        <source>lakes</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>marsh</source>
        <translation>Moor</translation>
    </message>
    <message>
        <source>ocean</source>
        <translation>Ozean</translation>
    </message>
    <message>
        <source>pond</source>
        <translation>Teich</translation>
    </message>
    <message>
        <source>reef</source>
        <translation>Riff</translation>
    </message>
    <message>
        <source>reservoir</source>
        <translation>Stausee</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Sund</translation>
    </message>
    <message>
        <source>sea</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>river</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>strait</source>
        <translation>Meerenge</translation>
    </message>
    <message>
        <source>swamp</source>
        <translation>Sumpf</translation>
    </message>
    <message>
        <source>continent</source>
        <translation>Kontinent</translation>
    </message>
    <message>
        <source>forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>military base</source>
        <translation>Militärstützpunkt</translation>
    </message>
    <message>
        <source>peninsula</source>
        <translation>Halbinsel</translation>
    </message>
    <message>
        <source>park</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>region without borders</source>
        <translation>Region ohne Grenzen</translation>
    </message>
    <message>
        <source>historical region</source>
        <translation>historische Region</translation>
    </message>
    <message>
        <source>former capital</source>
        <translation>frühere Hauptstadt</translation>
    </message>
    <message>
        <source>seat of government</source>
        <translation>Regierungssitz</translation>
    </message>
    <message>
        <source>former settlement</source>
        <translation>frühere Siedlung</translation>
    </message>
    <message>
        <source>abandoned settlement</source>
        <translation>verlassene Siedlung</translation>
    </message>
    <message>
        <source>destroyed settlement</source>
        <translation>zerstörte Siedlung</translation>
    </message>
    <message>
        <source>part of a town</source>
        <translation>Ortsteil</translation>
    </message>
    <message>
        <source>road</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>railway</source>
        <translation>Eisenbahn</translation>
    </message>
    <message>
        <source>street</source>
        <translation>Gasse oder Straße</translation>
    </message>
    <message>
        <source>trail</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>air base</source>
        <translation>Luftwaffenstützpunkt</translation>
    </message>
    <message>
        <source>airfield</source>
        <translation>Flugplatz</translation>
    </message>
    <message>
        <source>airport</source>
        <translation>Flughafen</translation>
    </message>
    <message>
        <source>ancient site</source>
        <translation>antike Stätte</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>border crossing</source>
        <translation>Grenzübergang</translation>
    </message>
    <message>
        <source>church</source>
        <translation>Kirche</translation>
    </message>
    <message>
        <source>cemetery</source>
        <translation>Friedhof</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>Burg oder Schloss</translation>
    </message>
    <message>
        <source>dam</source>
        <translation>Staudamm</translation>
    </message>
    <message>
        <source>farm</source>
        <translation>Hof</translation>
    </message>
    <message>
        <source>government building</source>
        <translation>Regierungsgebäude</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>Krankenhaus</translation>
    </message>
    <message>
        <source>historical site</source>
        <translation>historische Stätte</translation>
    </message>
    <message>
        <source>monument</source>
        <translation>Denkmal</translation>
    </message>
    <message>
        <source>mosque</source>
        <translation>Moschee</translation>
    </message>
    <message>
        <source>museum</source>
        <translation>Museum</translation>
    </message>
    <message>
        <source>palace</source>
        <translation>Palast</translation>
    </message>
    <message>
        <source>prison</source>
        <translation>Gefängnis</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Hafen</translation>
    </message>
    <message>
        <source>power station</source>
        <translation>Kraftwerk</translation>
    </message>
    <message>
        <source>railway station</source>
        <translation>Bahnhof</translation>
    </message>
    <message>
        <source>school</source>
        <translation>Schule</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>stadium</source>
        <translation>Stadion</translation>
    </message>
    <message>
        <source>tower</source>
        <translation>Turm</translation>
    </message>
    <message>
        <source>university</source>
        <translation>Universität</translation>
    </message>
    <message>
        <source>cape</source>
        <translation>Kap</translation>
    </message>
    <message>
        <source>cave</source>
        <translation>Höhle</translation>
    </message>
    <message>
        <source>canyon</source>
        <translation>Schlucht</translation>
    </message>
    <message>
        <source>desert</source>
        <translation>Wüste</translation>
    </message>
    <message>
        <source>hill</source>
        <translation>Hügel</translation>
    </message>
    <message>
        <source>hills</source>
        <translation>Hügelland</translation>
    </message>
    <message>
        <source>island</source>
        <translation>Insel</translation>
    </message>
    <message>
        <source>islands</source>
        <translation>Inseln</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>Berg</translation>
    </message>
    <message>
        <source>mountains</source>
        <translation>Gebirge</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Gipfel</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>Hochebene</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>spit</source>
        <translation>Nehrung</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>Tal</translation>
    </message>
    <message>
        <source>volcano</source>
        <translation>Vulkan</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Schreibung</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>In a conflict</source>
        <translation>In einem Widerspruch</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>At least {n} %</source>
        <translation>Mindestens {n} %</translation>
    </message>
    <message>
        <source>Below {n} %</source>
        <translation>Unter {n} %</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Name or place</source>
        <translation>Name oder Ort</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Area on the map</source>
        <translation>Bereich auf der Karte</translation>
    </message>
    <message>
        <source>Chosen mentions</source>
        <translation>Gewählte Nennungen</translation>
    </message>
    <message>
        <source>Take the filter away: {title}</source>
        <translation>Filter wegnehmen: {title}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>This place</source>
        <translation>Dieser Ort</translation>
    </message>
    <message>
        <source>removed article</source>
        <translation>entfernter Artikel</translation>
    </message>
    <message>
        <source>In the map&apos;s view</source>
        <translation>Im Kartenausschnitt</translation>
    </message>
    <message>
        <source>Only places in the part of the map that is shown</source>
        <translation>Nur Orte in dem Teil der Karte, der gezeigt wird</translation>
    </message>
    <message>
        <source>From {n} people</source>
        <translation>Ab {n} Menschen</translation>
    </message>
</context>
<context>
    <name>GazetteerCount</name>
    <message>
        <source>{n} of {total} chosen</source>
        <translation>{n} von {total} gewählt</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Kein Ort</translation>
    </message>
    <message>
        <source>The {n} places nearest to {where}</source>
        <translation>Die {n} Orte, die {where} am nächsten liegen</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Ort</translation>
    </message>
    <message>
        <source>{n} places, best first</source>
        <translation>{n} Orte, die besten zuerst</translation>
    </message>
    <message>
        <source>{n} places, most prominent first</source>
        <translation>{n} Orte, die bekanntesten zuerst</translation>
    </message>
    <message>
        <source>There is no such place within these filters.</source>
        <translation>In diesen Grenzen gibt es keinen solchen Ort.</translation>
    </message>
    <message>
        <source>No place is called “{name}”, nor nearly so.</source>
        <translation>Kein Ort heißt „{name}“ oder so ähnlich.</translation>
    </message>
</context>
<context>
    <name>GazetteerDialog</name>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
    <message>
        <source>Search the gazetteer</source>
        <translation>Im Ortsverzeichnis suchen</translation>
    </message>
    <message>
        <source>Name, name with region, or id</source>
        <translation>Name, Name mit Region oder Kennung</translation>
    </message>
    <message>
        <source>Vilnius · Springfield, Illinois · geonames:593116</source>
        <translation>Vilnius · Springfield, Illinois · geonames:593116</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Orte</translation>
    </message>
    <message>
        <source>Take this place</source>
        <translation>Diesen Ort nehmen</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Auf der Karte zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The gazetteer is being opened…</source>
        <translation>Das Ortsverzeichnis wird geöffnet…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>{n} places, best first</source>
        <translation>{n} Orte, die besten zuerst</translation>
    </message>
    <message>
        <source>No place in the gazetteer is called “{name}”, nor nearly so. A pin on the map still works.</source>
        <translation>Kein Ort des Verzeichnisses heißt „{name}“ oder so ähnlich. Eine Nadel auf der Karte geht immer noch.</translation>
    </message>
</context>
<context>
    <name>GazetteerPane</name>
    <message>
        <source>Gazetteer</source>
        <translation>Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Name, name with region, id or coordinates</source>
        <translation>Name, Name mit Region, Kennung oder Koordinaten</translation>
    </message>
    <message>
        <source>Add a place of your own</source>
        <translation>Eigenen Ort hinzufügen</translation>
    </message>
    <message>
        <source>Export these places</source>
        <translation>Diese Orte exportieren</translation>
    </message>
    <message>
        <source>Your gazetteers</source>
        <translation>Ihre Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>Places and place card</source>
        <translation>Orte und Karteikarte</translation>
    </message>
    <message>
        <source>The gazetteer is being opened…</source>
        <translation>Das Ortsverzeichnis wird geöffnet…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>Add it as a place of your own</source>
        <translation>Als eigenen Ort hinzufügen</translation>
    </message>
    <message>
        <source>The gazetteer does not hold {place}.</source>
        <translation>Das Ortsverzeichnis hat {place} nicht.</translation>
    </message>
</context>
<context>
    <name>GazetteerWiring</name>
    <message>
        <source>This name has no place yet.</source>
        <translation>Dieser Name hat noch keinen Ort.</translation>
    </message>
    <message>
        <source>Remove {name} from the project&apos;s own gazetteer?</source>
        <translation>{name} aus dem Verzeichnis des Projekts entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Click the place on the map; Esc leaves it as it is.</source>
        <translation>Klicken Sie auf der Karte auf den Ort; Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Places of your own need an open project that can be written.</source>
        <translation>Eigene Orte brauchen ein geöffnetes Projekt, in das geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Comparing the project with the gazetteers in use…</source>
        <translation>Das Projekt wird mit den benutzten Ortsverzeichnissen verglichen…</translation>
    </message>
</context>
<context>
    <name>GazetteerWords</name>
    <message>
        <source>Countries, regions, districts</source>
        <translation>Länder, Regionen, Kreise</translation>
    </message>
    <message>
        <source>Cities, towns, villages</source>
        <translation>Städte und Dörfer</translation>
    </message>
    <message>
        <source>Waters</source>
        <translation>Gewässer</translation>
    </message>
    <message>
        <source>Mountains and islands</source>
        <translation>Berge und Inseln</translation>
    </message>
    <message>
        <source>Areas and parks</source>
        <translation>Gebiete und Parks</translation>
    </message>
    <message>
        <source>Buildings and sites</source>
        <translation>Gebäude und Stätten</translation>
    </message>
    <message>
        <source>Roads and railways</source>
        <translation>Straßen und Bahnen</translation>
    </message>
    <message>
        <source>Woods and fields</source>
        <translation>Wälder und Felder</translation>
    </message>
    <message>
        <source>Undersea features</source>
        <translation>Formen des Meeresbodens</translation>
    </message>
    <message>
        <source>official</source>
        <translation>amtlich</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <source>colloquial</source>
        <translation>umgangssprachlich</translation>
    </message>
    <message>
        <source>transliteration</source>
        <translation>Umschrift</translation>
    </message>
    <message>
        <source>historic</source>
        <translation>historisch</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>Abkürzung</translation>
    </message>
    <message>
        <source>its people</source>
        <translation>seine Bewohner</translation>
    </message>
    <message>
        <source>stands for its government</source>
        <translation>steht für seine Regierung</translation>
    </message>
    <message>
        <source>The place itself</source>
        <translation>Der Ort selbst</translation>
    </message>
    <message>
        <source>Its municipality</source>
        <translation>Seine Gemeinde</translation>
    </message>
    <message>
        <source>Middle of a region</source>
        <translation>Mitte einer Region</translation>
    </message>
    <message>
        <source>Middle of a country</source>
        <translation>Mitte eines Landes</translation>
    </message>
    <message>
        <source>Middle of an area</source>
        <translation>Mitte eines Gebiets</translation>
    </message>
    <message>
        <source>the place itself</source>
        <translation>der Ort selbst</translation>
    </message>
    <message>
        <source>the centre of its municipality</source>
        <translation>die Mitte seiner Gemeinde</translation>
    </message>
    <message>
        <source>the middle of a region</source>
        <translation>die Mitte einer Region</translation>
    </message>
    <message>
        <source>the middle of a country</source>
        <translation>die Mitte eines Landes</translation>
    </message>
    <message>
        <source>the middle of an area</source>
        <translation>die Mitte eines Gebiets</translation>
    </message>
    <message>
        <source>the place lies within about {far}</source>
        <translation>der Ort liegt in etwa {far} Umkreis</translation>
    </message>
    <message>
        <source>which reaches about {far} around it</source>
        <translation>die etwa {far} um sich reicht</translation>
    </message>
    <message>
        <source>Language not stated</source>
        <translation>Sprache nicht angegeben</translation>
    </message>
</context>
<context>
    <name>GazetteersPage</name>
    <message>
        <source>Gazetteers</source>
        <translation>Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>The first that has a place says what it is; names are joined.</source>
        <translation>Das erste, das einen Ort hat, sagt, was er ist; die Namen werden vereinigt.</translation>
    </message>
    <message>
        <source>Gazetteer</source>
        <translation>Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Gazetteers in use</source>
        <translation>Benutzte Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>&amp;Import, order, turn on and off…</source>
        <translation>&amp;Einlesen, ordnen, ein- und ausschalten…</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Another language holds from the next start on.</source>
        <translation>Eine andere Sprache gilt vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Single letters decide while a list or the article has the focus</source>
        <translation>Einzelne Buchstaben entscheiden, solange eine Liste oder der Artikel die Tastatur hat</translation>
    </message>
    <message>
        <source>Keep backups of projects while they change</source>
        <translation>Sicherungskopien von Projekten anlegen, solange sie sich ändern</translation>
    </message>
    <message>
        <source>Backups kept of each project</source>
        <translation>Sicherungskopien je Projekt</translation>
    </message>
    <message>
        <source>&amp;Backups of this project…</source>
        <translation>&amp;Sicherungskopien dieses Projekts…</translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>Führung</translation>
    </message>
</context>
<context>
    <name>GuidePane</name>
    <message>
        <source>Guide</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>S&amp;kip the guide</source>
        <translation>Führung über&amp;springen</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ Erledigt</translation>
    </message>
    <message>
        <source>Not done yet; you may also go on.</source>
        <translation>Noch nicht getan; Sie können auch weitergehen.</translation>
    </message>
    <message>
        <source>Do it: {action}</source>
        <translation>Ausführen: {action}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Articles by date</source>
        <translation>Artikel nach Datum</translation>
    </message>
    <message>
        <source>no article has a full date</source>
        <translation>kein Artikel hat ein volles Datum</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History: {words}</source>
        <translation>Verlauf: {words}</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>spelt nearly so: {name}</source>
        <translation>fast so geschrieben: {name}</translation>
    </message>
    <message>
        <source>begins so: {name}</source>
        <translation>beginnt so: {name}</translation>
    </message>
    <message>
        <source>in other letters: {name}</source>
        <translation>in anderen Buchstaben: {name}</translation>
    </message>
    <message>
        <source>a candidate of the machine&apos;s</source>
        <translation>ein Vorschlag des Programms</translation>
    </message>
</context>
<context>
    <name>HitMaker</name>
    <message>
        <source>no place yet</source>
        <translation>noch kein Ort</translation>
    </message>
</context>
<context>
    <name>HomeDialog</name>
    <message>
        <source>At home in {place}.</source>
        <translation>Zu Hause in {place}.</translation>
    </message>
    <message>
        <source>At home nowhere so far.</source>
        <translation>Bisher nirgends zu Hause.</translation>
    </message>
    <message>
        <source>In articles that you import from now on, names rather mean places there: a town, a region or a country.</source>
        <translation>In Artikeln, die Sie von nun an einlesen, meinen Namen eher Orte dort: in einer Stadt, einer Region oder einem Land.</translation>
    </message>
    <message>
        <source>&amp;Nowhere</source>
        <translation>&amp;Nirgends</translation>
    </message>
    <message>
        <source>Home of the project</source>
        <translation>Heimat des Projekts</translation>
    </message>
    <message>
        <source>At home here</source>
        <translation>Hier zu Hause</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>What the mention stands for</source>
        <translation>Wofür die Nennung steht</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Kein Ort</translation>
    </message>
    <message>
        <source>confidence {percent}</source>
        <translation>Sicherheit {percent}</translation>
    </message>
    <message>
        <source>Spelling: {spelling}</source>
        <translation>Schreibung: {spelling}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>Artikel einlesen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Which articles?</source>
        <translation>Welche Artikel?</translation>
    </message>
    <message>
        <source>Files or whole folders: {kinds}. Drop them here or choose them. The files stay as they are.</source>
        <translation>Dateien oder ganze Ordner: {kinds}. Legen Sie sie hier ab oder wählen Sie sie. Die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>Dateien und Ordner zum Einlesen</translation>
    </message>
    <message>
        <source>What is known of all of them; what is left empty is read from the files.</source>
        <translation>Was von allen bekannt ist; was leer bleibt, wird aus den Dateien gelesen.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add fo&amp;lder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>Articles ({patterns})</source>
        <translation>Artikel ({patterns})</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Reading the articles</source>
        <translation>Die Artikel werden gelesen</translation>
    </message>
    <message>
        <source>Each article is saved as soon as it is read. You may hide this and work on.</source>
        <translation>Jeder Artikel ist gespeichert, sobald er gelesen ist. Sie können dies verbergen und weiterarbeiten.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>{done} of {total} articles</source>
        <translation>{done} von {total} Artikeln</translation>
    </message>
    <message>
        <source>Stopping after the article in hand…</source>
        <translation>Hält nach diesem Artikel an…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Files that were refused</source>
        <translation>Abgewiesene Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Copy the list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>{n} hinzugefügt</translation>
    </message>
    <message>
        <source>{n} already in the project</source>
        <translation>{n} schon im Projekt</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>{n} abgewiesen</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Import a gazetteer</source>
        <translation>Ortsverzeichnis einlesen</translation>
    </message>
    <message>
        <source>GeoNames dumps with their companion files, tables (CSV), GeoJSON, Linked Places, KATOTTG with coordinates; plain or zipped. A gazetteer of the same title is replaced when the new one is complete.</source>
        <translation>GeoNames-Abzüge mit ihren Begleitdateien, Tabellen (CSV), GeoJSON, Linked Places, KATOTTG mit Koordinaten; offen oder gezippt. Ein Verzeichnis gleichen Titels wird ersetzt, wenn das neue vollständig ist.</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>Welche Spalte was ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>Files of the gazetteer</source>
        <translation>Dateien des Ortsverzeichnisses</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>&amp;Dateien wählen…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>as its source states it</source>
        <translation>wie die Quelle es angibt</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>the words the licence asks for</source>
        <translation>die Worte, die die Lizenz verlangt</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Credit</source>
        <translation>&amp;Nachweis</translation>
    </message>
    <message>
        <source>&amp;As of</source>
        <translation>&amp;Stand</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden angesehen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Both coordinates</source>
        <translation>Beide Koordinaten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Further names</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>Historic names</source>
        <translation>Historische Namen</translation>
    </message>
    <message>
        <source>Local name</source>
        <translation>Örtlicher Name</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Reach in metres</source>
        <translation>Reichweite in Metern</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Select a mention in the article, in a list or on the map.</source>
        <translation>Wählen Sie eine Nennung im Artikel, in einer Liste oder auf der Karte.</translation>
    </message>
    <message>
        <source>Why {name}</source>
        <translation>Warum {name}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>Noch keine Entscheidung</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Single letters and digits decide while a list, the article or the mention has the focus.</source>
        <translation>Einzelne Buchstaben und Ziffern entscheiden, solange eine Liste, der Artikel oder die Nennung die Tastatur hat.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>&amp;Tasten ändern…</translation>
    </message>
    <message>
        <source>Keys by menu</source>
        <translation>Tasten nach Menü</translation>
    </message>
    <message>
        <source>What the name is</source>
        <translation>Was der Name ist</translation>
    </message>
    <message>
        <source>Take a candidate</source>
        <translation>Vorschlag nehmen</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>{key} alone is a letter one types; it works only for what is done to a mention.</source>
        <translation>{key} allein ist ein Buchstabe, den man tippt; er taugt nur für das, was mit einer Nennung geschieht.</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”. Take it away there first.</source>
        <translation>{key} gehört zu „{action}“. Nehmen Sie die Taste zuerst dort weg.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Action or key</source>
        <translation>Befehl oder Taste</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Neue Tasten drücken</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>&amp;Diese nehmen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;The usual one</source>
        <translation>Die &amp;übliche</translation>
    </message>
    <message>
        <source>&amp;All as usual</source>
        <translation>&amp;Alle wie üblich</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Geändert.</translation>
    </message>
    <message>
        <source>All keys are the usual ones again.</source>
        <translation>Alle Tasten sind wieder die üblichen.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the underlines mean</source>
        <translation>Was die Unterstreichungen bedeuten</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Your gazetteers</source>
        <translation>Ihre Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>Gazetteers in use</source>
        <translation>Benutzte Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>Where several know a place, the first in this list says what it is, and the names of all are joined. Places of an open project&apos;s own come before them.</source>
        <translation>Kennen mehrere einen Ort, sagt der erste dieser Liste, was er ist, und die Namen aller werden vereinigt. Eigene Orte eines geöffneten Projekts kommen vor allen.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Gazetteer</source>
        <translation>Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Gazetteers</source>
        <translation>Ortsverzeichnisse</translation>
    </message>
    <message>
        <source>What would they change in this project…</source>
        <translation>Was würden sie in diesem Projekt ändern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>E&amp;inlesen…</translation>
    </message>
    <message>
        <source>Bundled with the program</source>
        <translation>Liegt dem Programm bei</translation>
    </message>
    <message>
        <source>see About</source>
        <translation>siehe Über</translation>
    </message>
    <message>
        <source>{names} names, imported {day}</source>
        <translation>{names} Namen, eingelesen {day}</translation>
    </message>
    <message>
        <source>Remove {title} with its files?</source>
        <translation>{title} mit seinen Dateien entfernen?</translation>
    </message>
    <message>
        <source>Projects keep the places they show.</source>
        <translation>Projekte behalten die Orte, die sie zeigen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Importing {title}</source>
        <translation>{title} wird eingelesen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>You can close this and work on; the gazetteer appears when it is complete. Stop leaves nothing.</source>
        <translation>Sie können dies schließen und weiterarbeiten; das Verzeichnis erscheint, wenn es vollständig ist. Anhalten lässt nichts zurück.</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was replaced and nothing was left behind.</source>
        <translation>Angehalten. Nichts wurde ersetzt, nichts blieb zurück.</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>Bericht vom Einlesen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>First of them</source>
        <translation>Die erste davon</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Sie beginnt</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>{title} is imported</source>
        <translation>{title} ist eingelesen</translation>
    </message>
    <message>
        <source>{taken} of {rows} rows imported, {refused} refused; {names} names; {s} seconds.</source>
        <translation>{taken} von {rows} Zeilen eingelesen, {refused} abgewiesen; {names} Namen; {s} Sekunden.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>by the program</source>
        <translation>vom Programm</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>von einem Menschen</translation>
    </message>
    <message>
        <source>linked, not drawn</source>
        <translation>verknüpft, nicht gezeichnet</translation>
    </message>
    <message>
        <source>probably misspelt</source>
        <translation>wohl verschrieben</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>noch kein Ort</translation>
    </message>
    <message>
        <source>not a place</source>
        <translation>kein Ort</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toposcope</source>
        <translation>Toposcope</translation>
    </message>
    <message>
        <source>Map and article</source>
        <translation>Karte und Artikel</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Gazetteer</source>
        <translation>Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation> (nur lesen)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {label}</source>
        <translation>&amp;Rückgängig: {label}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: {label}</source>
        <translation>&amp;Wiederholen: {label}</translation>
    </message>
</context>
<context>
    <name>MapActions</name>
    <message>
        <source>Show &amp;all places</source>
        <translation>&amp;Alle Orte zeigen</translation>
    </message>
    <message>
        <source>Fit the map to everything on it</source>
        <translation>Die Karte so einstellen, dass alles zu sehen ist</translation>
    </message>
    <message>
        <source>Work on the &amp;map</source>
        <translation>Auf der &amp;Karte arbeiten</translation>
    </message>
    <message>
        <source>Move the keyboard to the map</source>
        <translation>Mit der Tastatur in die Karte gehen</translation>
    </message>
    <message>
        <source>Names &amp;not on the map</source>
        <translation>Namen, die &amp;nicht auf der Karte sind</translation>
    </message>
    <message>
        <source>Show the list of unresolved names</source>
        <translation>Die Liste der ungeklärten Namen zeigen</translation>
    </message>
    <message>
        <source>D&amp;oubtful names</source>
        <translation>&amp;Zweifelhafte Namen</translation>
    </message>
    <message>
        <source>Show the list of problems</source>
        <translation>Die Liste der Probleme zeigen</translation>
    </message>
    <message>
        <source>Keep to a &amp;box</source>
        <translation>Auf ein &amp;Rechteck beschränken</translation>
    </message>
    <message>
        <source>Draw a box on the map; everything shows only what lies in it</source>
        <translation>Ein Rechteck auf die Karte zeichnen; alles zeigt nur, was darin liegt</translation>
    </message>
    <message>
        <source>Keep to a &amp;loop</source>
        <translation>Auf eine &amp;Schlinge beschränken</translation>
    </message>
    <message>
        <source>Draw a loop by hand; everything shows only what lies in it</source>
        <translation>Von Hand eine Schlinge zeichnen; alles zeigt nur, was darin liegt</translation>
    </message>
    <message>
        <source>Keep to what the map sho&amp;ws</source>
        <translation>Auf den Kar&amp;tenausschnitt beschränken</translation>
    </message>
    <message>
        <source>Everything shows only what lies in the part of the map in view</source>
        <translation>Alles zeigt nur, was in dem Teil der Karte liegt, der zu sehen ist</translation>
    </message>
    <message>
        <source>Sho&amp;w everywhere again</source>
        <translation>Wieder ü&amp;berall</translation>
    </message>
    <message>
        <source>Let go of the box or loop</source>
        <translation>Rechteck oder Schlinge aufheben</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Click along a way on the map and read how long it is</source>
        <translation>Entlang eines Weges auf die Karte klicken und lesen, wie lang er ist</translation>
    </message>
    <message>
        <source>&amp;Density of mentions</source>
        <translation>&amp;Dichte der Nennungen</translation>
    </message>
    <message>
        <source>A tint in place of the marks: where most is mentioned</source>
        <translation>Eine Tönung anstelle der Zeichen: wo am meisten genannt wird</translation>
    </message>
    <message>
        <source>Density of a&amp;rticles</source>
        <translation>Di&amp;chte der Artikel</translation>
    </message>
    <message>
        <source>A tint in place of the marks: where most articles are</source>
        <translation>Eine Tönung anstelle der Zeichen: wo die meisten Artikel sind</translation>
    </message>
    <message>
        <source>Lines to places named &amp;near</source>
        <translation>&amp;Linien zu nahe genannten Orten</translation>
    </message>
    <message>
        <source>Join the place in focus to those its article names near it</source>
        <translation>Den gewählten Ort mit denen verbinden, die sein Artikel in der Nähe nennt</translation>
    </message>
    <message>
        <source>&amp;Follow the selection</source>
        <translation>Der Auswahl &amp;folgen</translation>
    </message>
    <message>
        <source>Move the map to what is selected</source>
        <translation>Die Karte zu dem bewegen, was gewählt ist</translation>
    </message>
    <message>
        <source>Bac&amp;kground…</source>
        <translation>&amp;Hintergrund…</translation>
    </message>
    <message>
        <source>Light, dark, none, or a map of your own under the places</source>
        <translation>Hell, dunkel, keiner oder eine eigene Karte unter den Orten</translation>
    </message>
    <message>
        <source>Save as &amp;picture…</source>
        <translation>Als B&amp;ild speichern…</translation>
    </message>
    <message>
        <source>Write the map as PNG or PDF, with legend and credits</source>
        <translation>Die Karte als PNG oder PDF schreiben, mit Legende und Nachweisen</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The map moves to what is selected</source>
        <translation>Die Karte geht zu dem, was gewählt ist</translation>
    </message>
    <message>
        <source>Lines lead to the places named near the one in focus</source>
        <translation>Linien führen zu den Orten, die nahe dem gewählten genannt sind</translation>
    </message>
    <message>
        <source>&amp;Background of the map…</source>
        <translation>&amp;Hintergrund der Karte…</translation>
    </message>
    <message>
        <source>This project draws names that are used as</source>
        <translation>Dieses Projekt zeichnet Namen, die gebraucht sind als</translation>
    </message>
    <message>
        <source>Names whose use is not drawn are counted as linked, here and in exports.</source>
        <translation>Namen, deren Gebrauch nicht gezeichnet wird, zählen als verknüpft, hier und in Exporten.</translation>
    </message>
</context>
<context>
    <name>MapPictures</name>
    <message>
        <source>Picture (*.png);;Document for printing (*.pdf)</source>
        <translation>Bild (*.png);;Dokument zum Drucken (*.pdf)</translation>
    </message>
    <message>
        <source>Picture of the map</source>
        <translation>Bild der Karte</translation>
    </message>
    <message>
        <source>The map is not ready for a picture; try again in a moment. Nothing was written.</source>
        <translation>Die Karte ist für ein Bild noch nicht bereit; versuchen Sie es gleich noch einmal. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The map is saved as {name}.</source>
        <translation>Die Karte ist als {name} gespeichert.</translation>
    </message>
    <message>
        <source>{path} could not be written. Is the folder there, and writable?</source>
        <translation>{path} konnte nicht geschrieben werden. Gibt es den Ordner, und darf man darin schreiben?</translation>
    </message>
</context>
<context>
    <name>MapWidget</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The map could not be loaded.</source>
        <translation>Die Karte konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The map stopped working.</source>
        <translation>Die Karte arbeitet nicht mehr.</translation>
    </message>
</context>
<context>
    <name>MarksRow</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Put a star on the mention</source>
        <translation>Der Nennung einen Stern geben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas between them…</source>
        <translation>Schlagwörter, mit Kommas dazwischen…</translation>
    </message>
</context>
<context>
    <name>MentionHeading</name>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{article}, paragraph {number}</source>
        <translation>{article}, Absatz {number}</translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Schreibung</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>MentionsPane</name>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Name or place</source>
        <translation>Name oder Ort</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Only mentions of the article shown</source>
        <translation>Nur Nennungen des gezeigten Artikels</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Mehrere</translation>
    </message>
    <message>
        <source>No mentions yet. They come with the articles you import.</source>
        <translation>Noch keine Nennungen. Sie kommen mit den Artikeln, die Sie einlesen.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
    <message>
        <source>{n} shown by this filter</source>
        <translation>{n} zeigt dieser Filter</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Not a place, or another kind</source>
        <translation>&amp;Kein Ort oder eine andere Art</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnete</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Not a place, or another kind</source>
        <translation>Kein Ort oder eine andere Art</translation>
    </message>
    <message>
        <source>Not a place, or another kind (N, then a letter)</source>
        <translation>Kein Ort oder eine andere Art (N, dann ein Buchstabe)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge another project</source>
        <translation>Anderes Projekt zusammenführen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Decisions of {who}</source>
        <translation>Entscheidungen von {who}</translation>
    </message>
    <message>
        <source>Only where we &amp;differ or I have not decided</source>
        <translation>Nur wo wir &amp;abweichen oder ich nicht entschieden habe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>There is no mention that both have decided.</source>
        <translation>Es gibt keine Nennung, über die beide entschieden haben.</translation>
    </message>
    <message>
        <source>Both decided {both} mentions, {same} of them alike ({percent}).</source>
        <translation>Beide haben über {both} Nennungen entschieden, über {same} davon gleich ({percent}).</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa {kappa}.</source>
        <translation>Cohens Kappa {kappa}.</translation>
    </message>
    <message>
        <source>New articles: {articles}, with {decisions} decisions. New places of the project: {places}.</source>
        <translation>Neue Artikel: {articles}, mit {decisions} Entscheidungen. Neue eigene Orte: {places}.</translation>
    </message>
    <message>
        <source>Taken of theirs: {n}. A tick in their column takes one. One undo takes all back.</source>
        <translation>Von ihren genommen: {n}. Ein Kreuz in ihrer Spalte nimmt eine. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Mentions that either decided</source>
        <translation>Nennungen, über die jemand von beiden entschieden hat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>nicht gekennzeichnet</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>Further name</source>
        <translation>Weiterer Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation>Sprache des Namens</translation>
    </message>
    <message>
        <source>Language not stated</source>
        <translation>Sprache nicht angegeben</translation>
    </message>
    <message>
        <source>Kind of name</source>
        <translation>Art des Namens</translation>
    </message>
    <message>
        <source>Remove this name</source>
        <translation>Diesen Namen entfernen</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>sein Name</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>ein anderer Name</translation>
    </message>
    <message>
        <source>main name</source>
        <translation>Hauptname</translation>
    </message>
</context>
<context>
    <name>NamesEditor</name>
    <message>
        <source>Further names</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Namen hinzufügen</translation>
    </message>
</context>
<context>
    <name>OwnPlaceDialog</name>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Add a place of your own</source>
        <translation>Eigenen Ort hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Lage</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>&amp;Was es ist</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>L&amp;and</translation>
    </message>
    <message>
        <source>The position &amp;is</source>
        <translation>Die Lage &amp;ist</translation>
    </message>
    <message>
        <source>&amp;Reach in km</source>
        <translation>&amp;Reichweite in km</translation>
    </message>
    <message>
        <source>P&amp;eople</source>
        <translation>&amp;Menschen</translation>
    </message>
    <message>
        <source>Further names</source>
        <translation>Weitere Namen</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add the place</source>
        <translation>Ort hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>The position is</source>
        <translation>Die Lage ist</translation>
    </message>
    <message>
        <source>Reach in kilometres</source>
        <translation>Reichweite in Kilometern</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Pick on the map</source>
        <translation>Auf der Karte zeigen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Latitude and longitude in degrees, with minutes and seconds, or as MGRS.</source>
        <translation>Breite und Länge in Grad, mit Minuten und Sekunden oder als MGRS.</translation>
    </message>
    <message>
        <source>near {place}</source>
        <translation>bei {place}</translation>
    </message>
    <message>
        <source>The position cannot be read. Type two coordinates, or pick it on the map.</source>
        <translation>Die Lage ist nicht zu lesen. Tippen Sie zwei Koordinaten oder zeigen Sie sie auf der Karte.</translation>
    </message>
    <message>
        <source>“{words}” is no number of kilometres.</source>
        <translation>„{words}“ ist keine Zahl von Kilometern.</translation>
    </message>
    <message>
        <source>“{words}” is no number of people.</source>
        <translation>„{words}“ ist keine Zahl von Menschen.</translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message>
        <source>Map of the places mentioned</source>
        <translation>Karte der genannten Orte</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Näher (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Weiter weg (−)</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>Alle Orte zeigen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Placed by the program</source>
        <translation>Vom Programm gesetzt</translation>
    </message>
    <message>
        <source>Decided by a person</source>
        <translation>Von einem Menschen entschieden</translation>
    </message>
    <message>
        <source>Probable misspelling</source>
        <translation>Wohl ein Schreibfehler</translation>
    </message>
    <message>
        <source>Unresolved: best guess</source>
        <translation>Ungeklärt: beste Vermutung</translation>
    </message>
    <message>
        <source>Several places</source>
        <translation>Mehrere Orte</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>Land oder Region</translation>
    </message>
    <message>
        <source>Known only by municipality</source>
        <translation>Nur als Gemeinde bekannt</translation>
    </message>
    <message>
        <source>{n} mentions</source>
        <translation>{n} Nennungen</translation>
    </message>
    <message>
        <source>1 mention</source>
        <translation>1 Nennung</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} Artikel</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>{n} places, click to zoom in</source>
        <translation>{n} Orte, klicken zum Vergrößern</translation>
    </message>
    <message>
        <source>within {n} km: known only by its municipality</source>
        <translation>innerhalb von {n} km: nur als Gemeinde bekannt</translation>
    </message>
    <message>
        <source>Drag to move it</source>
        <translation>Ziehen, um ihn zu verschieben</translation>
    </message>
    <message>
        <source>Candidate {n}: click to take it</source>
        <translation>Vorschlag {n}: klicken, um ihn zu nehmen</translation>
    </message>
    <message>
        <source>{n} names not on the map</source>
        <translation>{n} Namen nicht auf der Karte</translation>
    </message>
    <message>
        <source>1 name not on the map</source>
        <translation>1 Name nicht auf der Karte</translation>
    </message>
    <message>
        <source>No places yet</source>
        <translation>Noch keine Orte</translation>
    </message>
    <message>
        <source>Places appear here as soon as an article names some.</source>
        <translation>Orte erscheinen hier, sobald ein Artikel welche nennt.</translation>
    </message>
    <message>
        <source>Click where the place is; Shift and drag for a radius. Keys: arrows move the map, Shift+↑ ↓ the radius, Enter sets. Esc leaves.</source>
        <translation>Klicken Sie dorthin, wo der Ort ist; mit Umschalt ziehen gibt einen Umkreis. Tasten: Pfeile bewegen die Karte, Umschalt+↑ ↓ den Umkreis, Eingabe setzt. Esc verlässt.</translation>
    </message>
    <message>
        <source>Draw a box: only what lies in it is shown. Esc leaves.</source>
        <translation>Zeichnen Sie ein Rechteck: Nur was darin liegt, wird gezeigt. Esc verlässt.</translation>
    </message>
    <message>
        <source>Draw a loop: only what lies in it is shown. Esc leaves.</source>
        <translation>Zeichnen Sie eine Schlinge: Nur was darin liegt, wird gezeigt. Esc verlässt.</translation>
    </message>
    <message>
        <source>Click along the way to measure it. Esc leaves.</source>
        <translation>Klicken Sie den Weg entlang, um ihn zu messen. Esc verlässt.</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>{n} insgesamt</translation>
    </message>
    <message>
        <source>Few to many mentions</source>
        <translation>Wenige bis viele Nennungen</translation>
    </message>
    <message>
        <source>Few to many articles</source>
        <translation>Wenige bis viele Artikel</translation>
    </message>
    <message>
        <source>Background of the map</source>
        <translation>Hintergrund der Karte</translation>
    </message>
    <message>
        <source>Light or dark as the program</source>
        <translation>Hell oder dunkel wie das Programm</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The places could not be read. The lists still show them all.</source>
        <translation>Die Orte konnten nicht gelesen werden. Die Listen zeigen sie weiterhin alle.</translation>
    </message>
    <message>
        <source>The background map could not be read. The places are still right.</source>
        <translation>Der Kartenhintergrund konnte nicht gelesen werden. Die Orte stimmen trotzdem.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Actions, articles, names, places</source>
        <translation>Befehle, Artikel, Namen, Orte</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter take · Esc leave</source>
        <translation>↑ ↓ wählen · Eingabe nehmen · Esc verlassen</translation>
    </message>
    <message>
        <source>Nothing is called “{name}”.</source>
        <translation>Nichts heißt „{name}“.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Names in the articles</source>
        <translation>Namen in den Artikeln</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Gazetteer</source>
        <translation>Ortsverzeichnis</translation>
    </message>
    <message>
        <source>“{name}” is not possible just now.</source>
        <translation>„{name}“ geht gerade nicht.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Place card</source>
        <translation>Karteikarte des Ortes</translation>
    </message>
    <message>
        <source>Choose a place in the list: what is known of it stands here.</source>
        <translation>Wählen Sie einen Ort in der Liste: Was über ihn bekannt ist, steht dann hier.</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Show this place on the map</source>
        <translation>Diesen Ort auf der Karte zeigen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy position, id or name</source>
        <translation>Lage, Kennung oder Namen kopieren</translation>
    </message>
    <message>
        <source>Change this place of your own</source>
        <translation>Diesen eigenen Ort ändern</translation>
    </message>
    <message>
        <source>Remove this place of your own</source>
        <translation>Diesen eigenen Ort entfernen</translation>
    </message>
    <message>
        <source>&amp;Decimal degrees</source>
        <translation>&amp;Dezimalgrad</translation>
    </message>
    <message>
        <source>Degrees, &amp;minutes, seconds</source>
        <translation>Grad, &amp;Minuten, Sekunden</translation>
    </message>
    <message>
        <source>M&amp;GRS</source>
        <translation>M&amp;GRS</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>&amp;Name with region and country</source>
        <translation>&amp;Name mit Region und Land</translation>
    </message>
    <message>
        <source>Take this place for “{name}”</source>
        <translation>Diesen Ort für „{name}“ nehmen</translation>
    </message>
    <message>
        <source>Take this place: select a mention first</source>
        <translation>Diesen Ort nehmen: wählen Sie erst eine Nennung</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>Kopiert: {words}</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Not a place: {kind}</source>
        <translation>Kein Ort: {kind}</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Kein Ort</translation>
    </message>
</context>
<context>
    <name>PlaceModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Local name</source>
        <translation>Örtlicher Name</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>How it matched</source>
        <translation>Wie es passt</translation>
    </message>
</context>
<context>
    <name>PlaceRowsModel</name>
    <message>
        <source>Articles that tell nearly the same text count once</source>
        <translation>Artikel, die fast denselben Text bringen, zählen einmal</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>Schreibungen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>PlaceTable</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>PlacesExportDialog</name>
    <message>
        <source>Export places</source>
        <translation>Orte exportieren</translation>
    </message>
    <message>
        <source>Which places, and where to?</source>
        <translation>Welche Orte, und wohin?</translation>
    </message>
    <message>
        <source>.csv is a table for spreadsheets, .geojson points for map programs. Both name their sources.</source>
        <translation>.csv ist eine Tabelle für die Tabellenkalkulation, .geojson sind Punkte für Kartenprogramme. Beide nennen ihre Quellen.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>The {n} chosen places</source>
        <translation>Die {n} gewählten Orte</translation>
    </message>
    <message>
        <source>The place in focus</source>
        <translation>Der Ort, der gezeigt wird</translation>
    </message>
    <message>
        <source>All {n} places of the list</source>
        <translation>Alle {n} Orte der Liste</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Datei, in die geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Table (*.csv);;Points (*.geojson)</source>
        <translation>Tabelle (*.csv);;Punkte (*.geojson)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>{done} of {total} places</source>
        <translation>{done} von {total} Orten</translation>
    </message>
    <message>
        <source>{n} places are in {file}.</source>
        <translation>{n} Orte stehen in {file}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped; an earlier file of this name was kept.</source>
        <translation>Angehalten; eine frühere Datei dieses Namens ist erhalten.</translation>
    </message>
</context>
<context>
    <name>PlacesPane</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>No places yet. They come with the articles you import.</source>
        <translation>Noch keine Orte. Sie kommen mit den Artikeln, die Sie einlesen.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Ort</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} Orte</translation>
    </message>
    <message>
        <source>1 independent text</source>
        <translation>1 eigenständiger Text</translation>
    </message>
    <message>
        <source>{n} independent texts</source>
        <translation>{n} eigenständige Texte</translation>
    </message>
</context>
<context>
    <name>PlanTree</name>
    <message>
        <source>Mentions and what they become</source>
        <translation>Nennungen und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Why not ticked</source>
        <translation>Warum nicht angekreuzt</translation>
    </message>
</context>
<context>
    <name>ProblemDelegate</name>
    <message>
        <source>probably {name}</source>
        <translation>wohl {name}</translation>
    </message>
    <message>
        <source>{place} is far from all else in the article</source>
        <translation>{place} ist fern von allem anderen im Artikel</translation>
    </message>
    <message>
        <source>the article would be of {date}</source>
        <translation>der Artikel wäre von {date}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Toposcope made a mistake. Your project is saved up to the last finished step; you can go on working. The details below help to mend it.</source>
        <translation>Toposcope hat einen Fehler gemacht. Ihr Projekt ist bis zum letzten fertigen Schritt gespeichert; Sie können weiterarbeiten. Die Angaben unten helfen, ihn zu beheben.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Other place…</source>
        <translation>Anderer Ort…</translation>
    </message>
    <message>
        <source>Search the gazetteer</source>
        <translation>Im Ortsverzeichnis suchen</translation>
    </message>
    <message>
        <source>It is no problem; the decision is kept</source>
        <translation>Es ist kein Problem; die Entscheidung bleibt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Looking for problems…</source>
        <translation>Suche nach Problemen…</translation>
    </message>
    <message>
        <source>No problems found. Probable misspellings and names with two places are listed here.</source>
        <translation>Keine Probleme gefunden. Hier stehen wahrscheinliche Schreibfehler und Namen mit zwei Orten.</translation>
    </message>
    <message>
        <source>Take {name} for “{surface}”</source>
        <translation>{name} für „{surface}“ nehmen</translation>
    </message>
    <message>
        <source>Take {name}</source>
        <translation>{name} nehmen</translation>
    </message>
    <message>
        <source>Set the date…</source>
        <translation>Datum setzen…</translation>
    </message>
    <message>
        <source>All the same ▾</source>
        <translation>Alle gleich ▾</translation>
    </message>
    <message>
        <source>Choose ▾</source>
        <translation>Wählen ▾</translation>
    </message>
    <message>
        <source>Choose {name} for every “{surface}”</source>
        <translation>{name} für jedes „{surface}“ wählen</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>another window writes this project</source>
        <translation>ein anderes Fenster schreibt dieses Projekt</translation>
    </message>
    <message>
        <source>Another window writes this project; it is open here for reading only.</source>
        <translation>Ein anderes Fenster schreibt dieses Projekt; hier ist es nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation>Ordner mit Artikeln öffnen</translation>
    </message>
    <message>
        <source>A second window could not be started.</source>
        <translation>Ein zweites Fenster konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Merge another project</source>
        <translation>Anderes Projekt zusammenführen</translation>
    </message>
    <message>
        <source>This is the project that is open. Choose another one.</source>
        <translation>Das ist das Projekt, das offen ist. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Every article&apos;s file is where it was.</source>
        <translation>Die Datei jedes Artikels ist, wo sie war.</translation>
    </message>
    <message>
        <source>Where are the files of {n} articles?</source>
        <translation>Wo sind die Dateien von {n} Artikeln?</translation>
    </message>
    <message>
        <source>Files found: {n}. Still missing: {left}.</source>
        <translation>Gefundene Dateien: {n}. Noch fehlend: {left}.</translation>
    </message>
    <message>
        <source>This project is open for reading only, so no articles can be added. Nothing was changed.</source>
        <translation>Dieses Projekt ist nur zum Lesen offen, also können keine Artikel hinzukommen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Toposcope projects (*{suffix})</source>
        <translation>Toposcope-Projekte (*{suffix})</translation>
    </message>
</context>
<context>
    <name>ReviewVerbs</name>
    <message>
        <source>There is no candidate {rank} for this name.</source>
        <translation>Für diesen Namen gibt es keinen Vorschlag {rank}.</translation>
    </message>
    <message>
        <source>There is no such mention in this list.</source>
        <translation>In dieser Liste gibt es keine solche Nennung.</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>No project is open, so there is nothing to learn from.</source>
        <translation>Kein Projekt ist geöffnet, also gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <source>Make this a rule</source>
        <translation>Zur Regel machen</translation>
    </message>
    <message>
        <source>From now on “{name}” is {answer}</source>
        <translation>Von jetzt an ist „{name}“ {answer}</translation>
    </message>
    <message>
        <source>In articles that are imported later, and in the mentions ticked here; never where you decided.</source>
        <translation>In Artikeln, die später eingelesen werden, und in den hier angekreuzten Nennungen; nie dort, wo Sie entschieden haben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the rule</source>
        <translation>Regel anlegen</translation>
    </message>
    <message>
        <source>Only in articles in {language}</source>
        <translation>Nur in Artikeln auf {language}</translation>
    </message>
    <message>
        <source>Only in articles of {source}</source>
        <translation>Nur in Artikeln von {source}</translation>
    </message>
    <message>
        <source>Only where the article names</source>
        <translation>Nur wo der Artikel auch nennt</translation>
    </message>
    <message>
        <source>The place that the article must name, too</source>
        <translation>Der Ort, den der Artikel auch nennen muss</translation>
    </message>
    <message>
        <source>No mention in the project would change.</source>
        <translation>Keine Nennung des Projekts würde sich ändern.</translation>
    </message>
    <message>
        <source>{ticked} of {total} mentions that nobody decided on are ticked. One undo takes it all back.</source>
        <translation>{ticked} von {total} Nennungen, über die niemand entschieden hat, sind angekreuzt. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What was learned from corrections, for articles imported later. A rule that is off decides nothing: what it had decided is what the program said again. Never where a person decided.</source>
        <translation>Was aus Berichtigungen gelernt ist, für später eingelesene Artikel. Eine ausgeschaltete Regel entscheidet nichts: Was sie entschieden hatte, ist wieder, was das Programm gesagt hat. Nie dort, wo ein Mensch entschieden hat.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>No rules yet. Correct a mention, then make it a rule.</source>
        <translation>Noch keine Regeln. Berichtigen Sie eine Nennung und machen Sie daraus eine Regel.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>E&amp;inlesen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>in {language}</source>
        <translation>auf {language}</translation>
    </message>
    <message>
        <source>of {source}</source>
        <translation>von {source}</translation>
    </message>
    <message>
        <source>where {place} is named</source>
        <translation>wo {place} genannt ist</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Read rules</source>
        <translation>Regeln einlesen</translation>
    </message>
    <message>
        <source>Rules (*.json)</source>
        <translation>Regeln (*.json)</translation>
    </message>
    <message>
        <source>{n} of the rules in {file} were left out: {reason}</source>
        <translation>{n} der Regeln in {file} wurden ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>Write rules</source>
        <translation>Regeln schreiben</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening the gazetteer</source>
        <translation>Ortsverzeichnis wird geöffnet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Going to a step</source>
        <translation>Geht zu einem Schritt</translation>
    </message>
    <message>
        <source>Kinds drawn</source>
        <translation>Gezeichnete Arten</translation>
    </message>
    <message>
        <source>This project is open for reading only; nothing was changed.</source>
        <translation>Dieses Projekt ist nur zum Lesen offen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Liest ein</translation>
    </message>
    <message>
        <source>Pasting an article</source>
        <translation>Fügt einen Artikel ein</translation>
    </message>
    <message>
        <source>No project is open, so there is nothing to export.</source>
        <translation>Kein Projekt ist geöffnet, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Comparing projects</source>
        <translation>Vergleicht Projekte</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Sucht Dateien</translation>
    </message>
    <message>
        <source>No project is open, so there is nothing to compare.</source>
        <translation>Kein Projekt ist geöffnet, also gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Comparing with the gazetteer</source>
        <translation>Vergleicht mit dem Ortsverzeichnis</translation>
    </message>
    <message>
        <source>Looking for conflicts</source>
        <translation>Sucht Widersprüche</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SpanVerbs</name>
    <message>
        <source>Mark the selected words as a place</source>
        <translation>Die gewählten Wörter als Ort kennzeichnen</translation>
    </message>
    <message>
        <source>Move the mention&apos;s ends to the selected words</source>
        <translation>Die Enden der Nennung auf die gewählten Wörter verschieben</translation>
    </message>
    <message>
        <source>Make two mentions of it here</source>
        <translation>Hier zwei Nennungen daraus machen</translation>
    </message>
    <message>
        <source>Remove this mention</source>
        <translation>Diese Nennung entfernen</translation>
    </message>
    <message>
        <source>Select the words in the article first: with the mouse, or Shift and the arrows.</source>
        <translation>Wählen Sie erst die Wörter im Artikel: mit der Maus oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Select the words that the mention shall have, touching those it has.</source>
        <translation>Wählen Sie die Wörter, die die Nennung haben soll; sie müssen die jetzigen berühren.</translation>
    </message>
    <message>
        <source>Put the cursor between two words of a mention, or select what lies between them.</source>
        <translation>Setzen Sie die Schreibmarke zwischen zwei Wörter einer Nennung, oder wählen Sie, was dazwischen liegt.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Zuletzt gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>offline, %n request(s) refused</source>
        <translation>
            <numerusform>ohne Netz, %n Anfrage abgewiesen</numerusform>
            <numerusform>ohne Netz, %n Anfragen abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>offline</source>
        <translation>ohne Netz</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt geöffnet</translation>
    </message>
    <message>
        <source>{total} mentions = {plotted} plotted + {linked} linked + {other} not places + {open} unresolved</source>
        <translation>{total} Nennungen = {plotted} gezeichnet + {linked} verknüpft + {other} keine Orte + {open} ungeklärt</translation>
    </message>
    <message>
        <source>read only: {reason}</source>
        <translation>nur lesen: {reason}</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>Filtered: {shown} shown. Show all</source>
        <translation>Gefiltert: {shown} gezeigt. Alle zeigen</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <source>{label}: {done} of {total}</source>
        <translation>{label}: {done} von {total}</translation>
    </message>
    <message>
        <source>Show all mentions again</source>
        <translation>Wieder alle Nennungen zeigen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the running step</source>
        <translation>Den laufenden Schritt anhalten</translation>
    </message>
    <message>
        <source>Running step</source>
        <translation>Laufender Schritt</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>{label}, {who}, {when}</source>
        <translation>{label}, {who}, {when}</translation>
    </message>
    <message>
        <source>{words}, undone</source>
        <translation>{words}, rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>See where a place is named</source>
        <translation>Sehen, wo ein Ort genannt wird</translation>
    </message>
    <message>
        <source>Click a circle on the map, or walk through the names with J and K. At the right stand the mention in focus, its candidates and every sentence that names the place.</source>
        <translation>Klicken Sie auf einen Kreis der Karte oder gehen Sie mit J und K durch die Namen. Rechts stehen die gewählte Nennung, ihre Vorschläge und jeder Satz, der den Ort nennt.</translation>
    </message>
    <message>
        <source>Look at what is doubtful</source>
        <translation>Ansehen, was zweifelhaft ist</translation>
    </message>
    <message>
        <source>The list Problems holds probable misspellings and names with two places. Choose one: the letters that differ are marked, and the reasons say why the program thinks so.</source>
        <translation>Die Liste Probleme enthält wahrscheinliche Schreibfehler und Namen mit zwei Orten. Wählen Sie einen: Die abweichenden Buchstaben sind hervorgehoben, und die Gründe sagen, warum das Programm das meint.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Confirm the place with C, take another candidate with its digit, or press N and a letter where the name is no place. Every decision is saved at once.</source>
        <translation>Bestätigen Sie den Ort mit C, nehmen Sie mit seiner Ziffer einen anderen Vorschlag oder drücken Sie N und einen Buchstaben, wenn der Name kein Ort ist. Jede Entscheidung ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Ctrl+Z takes any decision back, also after a restart. Nothing you do here is lost or final.</source>
        <translation>Strg+Z nimmt jede Entscheidung zurück, auch nach einem Neustart. Nichts, was Sie hier tun, ist verloren oder endgültig.</translation>
    </message>
    <message>
        <source>Hand it on</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Export writes GeoJSON, tables and a map that opens in any browser, each with sources and licences. Look at the choice; you need not write anything.</source>
        <translation>Der Export schreibt GeoJSON, Tabellen und eine Karte, die sich in jedem Browser öffnet, alles mit Quellen und Lizenzen. Sehen Sie sich die Auswahl an; Sie müssen nichts schreiben.</translation>
    </message>
</context>
<context>
    <name>StepsPane</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Nothing was done yet. Each decision is a step one can go back to.</source>
        <translation>Noch ist nichts getan. Jede Entscheidung ist ein Schritt, zu dem man zurückkann.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Step through the dates, one bar each second</source>
        <translation>Durch die Daten gehen, jede Sekunde ein Balken</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Daten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{articles} undated</source>
        <translation>{articles} ohne Datum</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Load the map again</source>
        <translation>Karte neu laden</translation>
    </message>
    <message>
        <source>Nothing is lost: lists, article and corrections go on working.</source>
        <translation>Nichts ist verloren: Listen, Artikel und Berichtigungen gehen weiter.</translation>
    </message>
</context>
<context>
    <name>UnresolvedDelegate</name>
    <message>
        <source>{n} deferred</source>
        <translation>{n} zurückgestellt</translation>
    </message>
    <message>
        <source>not in the gazetteer</source>
        <translation>nicht im Ortsverzeichnis</translation>
    </message>
    <message>
        <source>perhaps {names}</source>
        <translation>vielleicht {names}</translation>
    </message>
</context>
<context>
    <name>UnresolvedPane</name>
    <message>
        <source>Unresolved names</source>
        <translation>Ungeklärte Namen</translation>
    </message>
    <message>
        <source>Choose ▾</source>
        <translation>Wählen ▾</translation>
    </message>
    <message>
        <source>Search the gazetteer</source>
        <translation>Im Ortsverzeichnis suchen</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>Nadel…</translation>
    </message>
    <message>
        <source>Click the place on the map</source>
        <translation>Auf der Karte auf den Ort klicken</translation>
    </message>
    <message>
        <source>Nobody can say which place is meant</source>
        <translation>Niemand kann sagen, welcher Ort gemeint ist</translation>
    </message>
    <message>
        <source>Add the place to the project&apos;s own gazetteer, and take it for every mention of the name</source>
        <translation>Den Ort ins Verzeichnis des Projekts aufnehmen und für jede Nennung des Namens nehmen</translation>
    </message>
    <message>
        <source>Teach…</source>
        <translation>Beibringen…</translation>
    </message>
    <message>
        <source>Cannot be identified</source>
        <translation>Nicht zu ermitteln</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Every name has its place, or is known not to be one.</source>
        <translation>Jeder Name hat seinen Ort oder ist bekanntlich keiner.</translation>
    </message>
    <message>
        <source>Choose {name}</source>
        <translation>{name} wählen</translation>
    </message>
    <message>
        <source>{what} for “{surface}”</source>
        <translation>{what} für „{surface}“</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>What would change in this project</source>
        <translation>Was sich in diesem Projekt ändern würde</translation>
    </message>
    <message>
        <source>Nothing is changed yet. What a person decided stays as it is; one undo takes all of it back.</source>
        <translation>Noch ist nichts geändert. Was ein Mensch entschieden hat, bleibt; einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Mentions ({n})</source>
        <translation>Nennungen ({n})</translation>
    </message>
    <message>
        <source>Places ({n})</source>
        <translation>Orte ({n})</translation>
    </message>
    <message>
        <source>&amp;Take these answers</source>
        <translation>Diese Antworten &amp;nehmen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Mentions that would change</source>
        <translation>Nennungen, die sich ändern würden</translation>
    </message>
    <message>
        <source>No mention would change.</source>
        <translation>Keine Nennung würde sich ändern.</translation>
    </message>
    <message>
        <source>The first {n} are shown.</source>
        <translation>Die ersten {n} sind gezeigt.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>Places shown otherwise</source>
        <translation>Anders gezeigte Orte</translation>
    </message>
    <message>
        <source>Every place of this project is shown as the gazetteers know it today.</source>
        <translation>Jeder Ort dieses Projekts ist so gezeigt, wie ihn die Ortsverzeichnisse heute kennen.</translation>
    </message>
</context>
<context>
    <name>VerdictButtons</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>The place is right</source>
        <translation>Der Ort stimmt</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Search the gazetteer for the right place</source>
        <translation>Im Ortsverzeichnis den richtigen Ort suchen</translation>
    </message>
    <message>
        <source>Choose other…</source>
        <translation>Anderen wählen…</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>Nadel…</translation>
    </message>
    <message>
        <source>Click the place on the map</source>
        <translation>Auf der Karte auf den Ort klicken</translation>
    </message>
    <message>
        <source>Say how the name is used</source>
        <translation>Sagen, wie der Name gebraucht ist</translation>
    </message>
    <message>
        <source>Not a place ▾</source>
        <translation>Kein Ort ▾</translation>
    </message>
    <message>
        <source>Nobody can say which place is meant</source>
        <translation>Niemand kann sagen, welcher Ort gemeint ist</translation>
    </message>
    <message>
        <source>Can’t identify</source>
        <translation>Unklärbar</translation>
    </message>
    <message>
        <source>Cannot be identified</source>
        <translation>Nicht zu ermitteln</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Forget what a person decided here</source>
        <translation>Vergessen, was hier jemand entschieden hat</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Automatik</translation>
    </message>
    <message>
        <source>Decide the same for every mention of this name</source>
        <translation>Für jede Nennung dieses Namens dasselbe entscheiden</translation>
    </message>
    <message>
        <source>Apply to all…</source>
        <translation>Auf alle…</translation>
    </message>
    <message>
        <source>Let this decision decide articles imported later, too</source>
        <translation>Diese Entscheidung auch für später eingelesene Artikel gelten lassen</translation>
    </message>
    <message>
        <source>Make this a rule…</source>
        <translation>Zur Regel…</translation>
    </message>
    <message>
        <source>Confirmed ✓</source>
        <translation>Bestätigt ✓</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Toposcope</source>
        <translation>Toposcope</translation>
    </message>
    <message>
        <source>From articles to a map you can correct</source>
        <translation>Von Artikeln zu einer Karte, die Sie berichtigen können</translation>
    </message>
    <message>
        <source>Toposcope finds the places your articles name, shows each beside the sentence that names it, and leaves the last word to you. Nothing leaves this computer.</source>
        <translation>Toposcope findet die Orte, die Ihre Artikel nennen, zeigt jeden neben dem Satz, der ihn nennt, und lässt Ihnen das letzte Wort. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open a folder of articles…</source>
        <translation>Ordner mit Artikeln öffnen…</translation>
    </message>
    <message>
        <source>Sample project, with a guide</source>
        <translation>Beispielprojekt mit Führung</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien einlesen…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Projects last opened</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>demonym</source>
        <translation>Einwohnername</translation>
    </message>
    <message>
        <source>metonym</source>
        <translation>Metonym</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>facility</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>ungeklärt</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>plotted</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>not a place</source>
        <translation>kein Ort</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>other case</source>
        <translation>andere Großschreibung</translation>
    </message>
    <message>
        <source>without marks</source>
        <translation>ohne Zeichen</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>andere Sprache</translation>
    </message>
    <message>
        <source>historic name</source>
        <translation>historischer Name</translation>
    </message>
    <message>
        <source>transliteration</source>
        <translation>Umschrift</translation>
    </message>
    <message>
        <source>inflected</source>
        <translation>gebeugt</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>Abkürzung</translation>
    </message>
    <message>
        <source>scan error</source>
        <translation>Lesefehler beim Scannen</translation>
    </message>
    <message>
        <source>probable misspelling</source>
        <translation>wohl verschrieben</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>mehrdeutig</translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation>unbekannter Name</translation>
    </message>
    <message>
        <source>pin of this project</source>
        <translation>Nadel dieses Projekts</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>capital</source>
        <translation>Hauptstadt</translation>
    </message>
    <message>
        <source>regional seat</source>
        <translation>Sitz einer Region</translation>
    </message>
    <message>
        <source>district seat</source>
        <translation>Sitz eines Kreises</translation>
    </message>
    <message>
        <source>municipal seat</source>
        <translation>Sitz einer Gemeinde</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>district</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>administrative area</source>
        <translation>Verwaltungsgebiet</translation>
    </message>
    <message>
        <source>settlement</source>
        <translation>Siedlung</translation>
    </message>
    <message>
        <source>water</source>
        <translation>Gewässer</translation>
    </message>
    <message>
        <source>mountain or island</source>
        <translation>Berg oder Insel</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>building or site</source>
        <translation>Gebäude oder Stätte</translation>
    </message>
    <message>
        <source>road or railway</source>
        <translation>Straße oder Bahn</translation>
    </message>
    <message>
        <source>vegetation</source>
        <translation>Bewuchs</translation>
    </message>
    <message>
        <source>undersea feature</source>
        <translation>Form des Meeresbodens</translation>
    </message>
    <message>
        <source>known by its municipality, within about {km} km</source>
        <translation>nur als Gemeinde bekannt, innerhalb von etwa {km} km</translation>
    </message>
    <message>
        <source>known by its municipality only</source>
        <translation>nur als Gemeinde bekannt</translation>
    </message>
    <message>
        <source>an area, not a point</source>
        <translation>ein Gebiet, kein Punkt</translation>
    </message>
    <message>
        <source>{millions} M</source>
        <translation>{millions} Mio.</translation>
    </message>
    <message>
        <source>1 mention</source>
        <translation>1 Nennung</translation>
    </message>
    <message>
        <source>{n} mentions</source>
        <translation>{n} Nennungen</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} Artikel</translation>
    </message>
</context>
</TS>
