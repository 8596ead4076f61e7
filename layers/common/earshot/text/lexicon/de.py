"""German: Germany, Austria and Switzerland, formal complaint and chat alike."""

CUES = {
    "problem": """
        kaputt*, defekt*, beschädigt*, mangelhaft*, fehlerhaft*, undicht*, verschimmelt*, schimmel*,
        verdorben*, abgelaufen*, ranzig*, zerbrochen*, zerkratzt*, zerrissen*, gerissen, verbeult*,
        gebrochen, verbrannt*, angebrannt*, versalzen*, zerdrückt*, geplatzt, ungenießbar*,
        lauwarm*, eiskalt* angekommen|serviert|geliefert, kalt angekommen|geliefert|serviert, innen
        roh, noch roh, matschig, zäh, durchgebrannt, fehlermeldung*, fehlercode, *fehler, fehler,
        *störung, störung, *störungen, störungen, *ausfall, ausfall, *ausfälle, *panne, *absturz,
        abstürze, abgestürzt, stürzt|stürzte|stürzen _ _ ab, abstürzt, fällt|fiel|fallen|fielen _ _
        aus, ausgefallen*, ausfällt, bricht|brach _ _ ab|zusammen, abgebrochen, hängt _ fest|auf,
        hängt sich, aufgehängt, eingefroren, friert _ ein, ruckelt*, laggt, spinnt, streikt, buggy,
        verbuggt, bug, bugs, geht|gehen|ging|funktioniert|funktionieren|funktionierte|läuft|laufen|
        lädt|laden|klappt|klappte|öffnet|startet|passt|passen|reagiert|stimmt|stimmen|verbindet|
        hält|tut|kommt|kam|kamen|kommen|schließt|heizt _ nicht|nix|nichts|nie|niemals|nimmer|
        garnicht|net, geht _ gar nichts|nix, nicht|nie|kaum _ funktioniert|funktionieren|geht|läuft|
        klappt|geklappt|lädt|gekommen|angekommen|geliefert|zugestellt|erschienen|aufgetaucht|
        repariert|abgeholt|geleert|eingelöst|gutgeschrieben|erreichbar|verfügbar|möglich|nutzbar|
        brauchbar|lesbar|vollständig|richtig, kann|können|konnte|lässt|lassen _ _ nicht|nichts|nix|
        nie|nirgends _ _ einloggen|anmelden|abmelden|öffnen|bezahlen|zahlen|nutzen|benutzen|buchen|
        bestellen|laden|kündigen|stornieren|installieren|verbinden|zugreifen|abrufen|erreichen|
        ändern|löschen|telefonieren|aktualisieren|herunterladen|einlösen|schließen|starten, nicht
        mehr, kein|keine|keinen _ internet|netz|empfang|wlan|strom|warmwasser|wasser|heizung|signal|
        verbindung|zugriff|zugang|ersatz|ton|bild|lieferung|paket, ohne strom|internet|heizung|
        warmwasser|wasser|netz, falsch geliefert|gesendet|geschickt|bekommen|abgebucht|berechnet,
        falsche|falschen|falscher|falsches, fehlt, fehlten, fehlen, gefehlt, unvollständig*,
        verschwunden, verloren gegangen|gegangenes, verschlampt, verlegt, verbummelt, leer
        angekommen, halb leer|voll, kleiner|dünner|schlechter|weniger als, nicht wie beschrieben|
        abgebildet|bestellt, anders als beschrieben|abgebildet|bestellt|versprochen, hält nicht,
        abgefallen, fällt|fiel|fallen _ auseinander, löst sich _ ab|auf, tropft, tropfte, getropft,
        leckt, ausgelaufen, läuft aus, dreckig*, schmutzig*, verdreckt*, versifft*, eklig*,
        ekelhaft*, stinkt, stinken, stank, gestunken, schmeckt|schmeckte|schmecken _ nach|nicht|wie,
        kakerlake*, bettwanze*, haar in|im, maden, ratte*, überhitz*, akku hält|leer|tot|schwach,
        bleibt schwarz|dunkel|kalt|hängen, zu klein|groß|eng|laut|kalt|heiß, gesperrt*, ausgesperrt,
        steckt _ fest, hängengeblieben, liegen geblieben, liegengeblieben, problem mit, probleme
        mit, problem bei, *probleme, *problem, schon|macht|machen|nur|ständig|dauernd ärger|
        probleme|stress, ausverkauft, vergriffen, fällt|fallen|wurde|wurden|wird|einfach|
        kurzfristig|ersatzlos|flug|zug|bus _ _ gestrichen|storniert|annulliert|abgesagt, platz weg,
        seitdem update, seit _ update, geschrumpft, knarzt, quietscht, wackelt, brummt, klemmt,
        flackert, vergessen worden, vergessen mitzuschicken, hat _ _ vergessen, am arsch, hinüber,
        war|waren|ist|kam|kamen kalt|eiskalt|roh|zäh|versalzen, hat|haben uns|mich vergessen, wieder
        kalt
    """,
    "waiting": """
        warte|warten|wartet|wartete|warteten|gewartet|wart _ _ auf|seit|schon|noch|immer|vergeblich,
        # tage|tagen|wochen|woche|monate|monat|monaten|stunden|stunde|minuten|min|mal|jahr|jahre _ _
        warte|warten|wartet|gewartet|wartezeit|verspätung|verspätet|hotline|schleife, seit _ _
        warte|warten|wartet, warte, gewartet, wartezeit*, warteschleife*, warteschlange, *schlange
        stehen|gestanden, verspät*, *verspätung, zu spät, verzöger*, überfällig, in verzug, auf sich
        warten, lässt _ warten, lassen _ warten, hängen gelassen, hängengelassen, immer noch nicht|
        nichts|nix|kein|keine|keinen|auf, noch immer nicht|nichts|nix|kein|keine|keinen|auf, noch
        nicht|nichts|nix _ da|angekommen|bekommen|erhalten|passiert|geschehen|eingetroffen|
        geliefert|erstattet|gemacht|gehört|ausgezahlt|überwiesen, bis heute|jetzt|dato _ nicht|
        nichts|nix|kein|keine|keinen, nie|niemals|nicht|nichts|nix|kein|keine|keinen _ _ angekommen|
        erhalten|bekommen|geliefert|eingetroffen|gekommen|erschienen|zugestellt|verschickt|
        versendet|überwiesen|ausgezahlt|erstattet, niemand|keiner _ gekommen|erschienen|aufgetaucht|
        kam, wo ist|bleibt|bleiben|sind _ mein|meine|unser|unsere|das|die|der, wo bleibt, hätte|
        sollte|sollten|hätten|müsste|wollte|wollten _ _ kommen|ankommen|da|geliefert, wie lange _
        noch|dauert|muss|soll|wollt|darf|braucht, wann kommt|kommen|bekomme|krieg|kriege|wird|
        erhalte|passiert|geht|gibt _ mein|meine|ich|das|endlich|es|die|der, dauert _ ewig|
        ewigkeiten|lange|wochen|stunden|länger, seit ewigkeiten, ewig, ewigkeiten, stundenlang*,
        tagelang*, wochenlang*, monatelang*, jahrelang _ nichts, gestrandet, festgesessen, sitzen|
        sitze|stehen|stehe|stand|standen|saß|saßen _ _ fest|herum|rum|stunde|stunden|minuten|
        schlange|bahnsteig|kälte|regen, anschluss _ verpasst|weg|futsch, anschlusszug|anschlussflug
        _ verpasst|weg, nicht aufgetaucht|erschienen, termin _ geplatzt|verschoben|abgesagt,
        langsam*, lahm*, vor # stunden|tagen|wochen|monaten, # woche|wochen|monat|monate|tag _ in
        folge|ohne, woche|monat|tag # ohne, tut|tat|passiert|geschieht|bewegt sich nichts|nix,
        endlich mal|kommen
    """,
    "unanswered": """
        keine|kein|keinerlei|ohne|null|nie _ antwort|antworten|rückmeldung|reaktion|reaktionen|
        rückruf|auskunft|info|infos|information|hilfe|unterstützung|ansprechpartner|support|
        kundenservice|lebenszeichen|feedback|bestätigung|erklärung, niemand|keiner|keinen|keine _ _
        ran|dran|erreichbar|zuständig|helfen|hilft|kümmert|antwortet|reagiert|meldet|zurückgerufen|
        gemeldet|interessiert|erreichen|rangegangen, kein mensch|schwein, antwortet|antworten|
        reagiert|reagieren|meldet|melden|rührt|rühren|kümmert|hebt|nimmt|geht _ _ niemand|keiner|
        nicht|nie|keine|kein, nicht|nie|niemand|nichts|keiner _ _ reagiert|beantwortet|geantwortet|
        gemeldet|zurückgerufen|erreichbar|zuständig|gehört|erreichen|gekümmert|durchgekommen|
        abgehoben|rangegangen, unbeantwortet*, unerreichbar*, ignoriert*, ignorieren, ignoriere,
        totgeschwiegen, funkstille, abgewimmelt, weitergeleitet, weiterverbunden, verbunden _
        rausgeworfen, aufgelegt, aus der leitung, aus der schleife, abgewürgt, vertröstet*,
        vertrösten, hingehalten, hinhaltetaktik, von _ zu _ geschickt|verbunden|verwiesen|geschoben,
        schieben|schiebt _ _ zu|ab|auf, bereits|schon|mehrmals|mehrfach|zigmal|zig|zweimal|dreimal|
        viermal|fünfmal|# _ _ angerufen|geschrieben|gemailt|gemeldet|angeschrieben|kontaktiert|
        reklamiert|nachgefragt|mails|anrufe|emails, textbaustein*, standardantwort*, standardmail,
        bot antwortet, nur ein bot, nur ai bot, chatbot, keine sau, ins leere
    """,
    "overcharge": """
        doppelt|zweimal|erneut|nochmal|ungefragt|einfach|unrecht|unrechtmäßig|viel|zuviel _
        abgebucht|berechnet|eingezogen|belastet|verrechnet|kassiert|abkassiert|abgezogen, doppelt|
        zuviel bezahlt, abgebucht, abkassier*, abgezockt*, abzock*, *abzocke, wucher*, zu viel
        gezahlt|bezahlt, *erstattung|erstattung|*rückzahlung|rückzahlung|geld _ zurück|warte|seit|
        wo|nicht, rückerstattung*, erstattet*, *rückerstattung, mein geld, geld zurück, unser geld,
        rückzahlung, entschädigung*, schadenersatz, schadensersatz, gutschrift, überteuert*, maßlos
        teuer, viel zu teuer, so|sau|extrem|total teuer, preiserhöhung*, *erhöhung, teurer _
        geworden|als, schon wieder teurer, immer teurer, versteckte kosten|gebühren, zusatzkosten,
        extra gebühr|kosten|bezahlen|zahlen, zusätzliche|zusätzlichen kosten|gebühren, mahngebühr*,
        mahnung*, inkasso*, stornogebühr*, kündigungsgebühr*, bearbeitungsgebühr*, rechnung _ _
        falsch|hoch|doppelt|stimmt, falsche rechnung|abrechnung, nachzahlung*, obwohl _ _ _ bezahlt|
        gekündigt|storniert|zurückgeschickt, trotz kündigung|storno|zahlung|bezahlung|rücksendung,
        zahle|bezahle|bezahlt|gezahlt|zahlen _ _ für nichts|nix, gutschein|gutscheincode|rabattcode|
        rabatt _ _ nicht|ungültig|abgelaufen, kaution, frechheit _ preise, euro _ weg|abgezogen|
        futsch
    """,
    "demand": """
        bitte _ _ beheben|fixen|reparieren|ändern|klären|helfen|prüfen|erstatten|melden|kümmern|
        antworten|lösen|nachbessern|schicken|überweisen|stornieren|erklären|hilfe|abstellen|
        korrigieren|liefern|zurück|endlich, behebt|fixt|repariert|klärt|helft|kümmert|meldet|
        antwortet|erstattet|liefert|macht|tut|bringt|ändert|schickt _ euch|das|endlich|mir|mal|
        bitte|was|es|mein|uns|den|die, kümmern|melden|erstatten|beheben|antworten|klären|erklären|
        liefern sie, könnt|könntet|könnten|kann|können|würdet _ ihr|sie|mir|jemand|bitte|das _ _
        helfen|klären|prüfen|beheben|erklären|melden|kümmern|nachsehen|nachschauen|schauen|ändern|
        sagen|antworten|hilfe, brauche|benötige|bräuchte|braucht _ hilfe|lösung|antwort|ersatz|
        dringend|support, erwarte|erwarten|fordere|fordern|verlange|verlangen|will|möchte|wollen _ _
        geld|erstattung|rückerstattung|antwort|erklärung|stellungnahme|lösung|ersatz|umtausch|
        entschuldigung|entschädigung|zurück|rückruf, hätte gern, was ist|war|soll|sollte|läuft|geht
        _ los|da|das|schief, was stimmt, was macht ihr, wieso|weshalb|warum _ ist|sind|kann|geht|
        wird|werden|habt|haben|hat|muss|müssen|kommt|funktioniert|bekomme|macht|gibt|dauert|kriegt|
        seid|lasst|nicht, wie kann es|das|sowas|man|so _ sein|nur|dass|angehen, wie kommt, gebt|gib|
        geben mir|uns|sie|das, her mit, dringend, umgehend, unverzüglich, bitte um, hallo jemand da,
        jemand da, tut _ was, macht _ was, irgendwas neues, gibts|gibt _ neuigkeiten|update|lösung|
        neues|infos, frist, bis freitag|montag|morgen
    """,
    "reproach": """
        enttäusch*, unverschämt*, frech*, unfassbar*, unglaublich, inakzeptabel*, unakzeptabel*,
        nicht akzeptabel|hinnehmbar|okay|ok|normal|schön|nett|lustig|witzig|nachvollziehbar|
        zumutbar|zufrieden|professionell|kundenfreundlich|fair, nicht euer ernst, unmöglich*,
        unzumutbar*, lächerlich*, ein witz, schlechter witz, schlechter scherz, euer|ihr|dein ernst,
        peinlich*, armutszeugnis, trauerspiel, katastroph*, desaster, saftladen, sauladen,
        chaosladen, drecksladen, scheißladen, saustall, zumutung, unding, sauerei, schweinerei,
        *chaos, chaos, nervt*, nervig*, genervt*, ärger*, verärgert*, ärgerlich*, frust*, sauer,
        stinksauer, wütend, satt, die schnauze|nase|faxen _ voll|dicke, reicht _ jetzt|langsam|mir,
        mir reichts, jetzt reichts, es reicht, unzufrieden*, unprofessionell*, inkompeten*,
        unfähig*, unfreundlich*, ahnungslos*, patzig*, pampig*, unverschämtheit, überfordert*,
        schlampig*, lieblos*, nachlässig*, unzuverlässig*, kundenunfreundlich*, servicewüste,
        schlechter|schlechte|schlechten|mieser|miese|mieses|mangelhafter|grauenhafter service|
        kundenservice|kundendienst|support|qualität|erfahrung|laden|hotline|beratung|verein, nie|
        niemals wieder, jedes|jeden|jede mal|tag|woche|verdammte|verdammten|einzige|einzelne,
        ständig, dauernd, andauernd, zum # mal, # mal _ in folge|hintereinander, nicht das erste|
        einzige, nicht zum ersten, keine|ohne|null entschuldigung|erklärung|ahnung|plan|kulanz|
        respekt|wert|verständnis, wie schwer|schwierig kann|ist, kann doch nicht|wohl, kann ja
        nicht, darf doch nicht|wohl, darf ja nicht, geht _ gar nicht|garnicht, so geht das|es nicht,
        was soll das|der|dieser, zeitverschwendung, geldverschwendung, verschwendet*, umsonst _
        gefahren|gewartet|gekommen|hin, rausgeschmissen*, hätte|hätten|hatte|habe|haben _ mehr|
        besseres|anderes erwartet, hatte|habe mehr erwartet, dachte ihr, schade, leider _ _ nicht|
        nie|kein|keine|schlecht, bereue, bereut, wozu _ zahle|bezahle|zahl|gibt|termin, wofür _
        zahle|bezahle|zahl|zahlen, habt ihr sie noch, noch alle tassen, lernt _ mal, geht besser,
        man fühlt sich, veräppelt, verschaukelt, auf den arm, für dumm, für blöd, irreführend*,
        ungerecht*, unfair*, unwürdig*, respektlos*, herablassend*, wtf, echt jetzt, im ernst, allen
        ernstes, nicht _ empfehlen|empfehlenswert, keine empfehlung, nicht _ wert, tiefpunkt, ohne
        worte, sprachlos
    """,
    "accuse": """
        gelogen, belogen, lügt, lügen, lüge, lügner*, angelogen, verarsch*, verarscht, betrug,
        betrüg*, betrogen*, betrügt, *betrug, gauner*, verbrecher*, kriminell*, diebstahl, diebe,
        dieb, gestohlen*, geklaut*, klaut, klauen, beklaut, ausgeraubt, raub, abgezockt, abzocker*,
        halsabschneider*, schwindel*, beschiss, beschissen worden, übers ohr, über den tisch,
        hinters licht, getäuscht, täuschung*, arglistig*, scam*, fake shop, fakeshop, weigern|
        weigert|weigerten|weigerst, verweiger*, ablehn* _ verantwortung, keine verantwortung, schuld
        von, eure|ihre|deine schuld, trotz zusage|versprechen|vereinbarung, versprochen _ _ nicht|
        aber|nie|und, versprechen|wort|zusage|zusagen _ gebrochen|nicht|nie|eingehalten, leere|
        falsche versprechen|versprechungen, falschaussage*, ohne _ einwilligung|zustimmung|
        erlaubnis|vorwarnung|ankündigung|genehmigung|auftrag, untergeschoben, illegal*,
        rechtswidrig*, gesetzwidrig*, vertragsbruch, fahrlässig*, nötigung, rassis*, diskriminier*,
        sexistisch, beleidigt|beleidigte _ mich|mir|uns, angeschrien, angebrüllt, ausgelacht, im
        stich, ruiniert, versaut, vermasselt, schamlos*, skrupellos*, dreist*, datenklau, daten _
        weitergegeben|verkauft|geklaut|veröffentlicht, gehackt, gefälscht*, fake bewertungen,
        gekaufte bewertungen, ausgenutzt, unterschlagen, unterschlagung, vorenthalten*, verschweig*,
        verschwiegen, liegen _ lassen|gelassen
    """,
    "threat": """
        anwalt*, *anwalt, anwält*, rechtsanwalt*, klage gegen|einreichen, verklag*, klagen vor|
        gegen, vor gericht, gerichtlich*, rechtliche|juristische|rechtlichen schritte|schritten,
        rechtsweg, rechtsschutz*, strafanzeige*, anzeige erstatten|erstattet|ist|raus|wegen,
        anzeigen, angezeigt, zur polizei, polizei _ eingeschaltet|gemeldet|anzeige, mahnbescheid,
        verbraucherzentrale*, verbraucherschutz*, konsumentenschutz*, arbeiterkammer,
        schlichtungsstelle*, ombuds*, bundesnetzagentur, bafin, gewerbeaufsicht, gesundheitsamt,
        lebensmittelkontrolle, datenschutzbehörde, ordnungsamt, eisenbahnbundesamt, an|zur|in|mit|
        die|der presse _ gehen|wenden|melden|informieren|gehe|wende|zeitung, zur presse, an die
        presse|öffentlichkeit|zeitung|medien, zur zeitung, boykott*, meide|meidet|meiden, finger
        weg, die finger von, hände weg, nie wieder|mehr, niemals wieder|mehr, kein # mal|mehr,
        nimmer wieder, das letzte mal, letztes mal, zum letzten mal, schlechteste|schlechtester|
        schlechtestes|schlechtesten|mieseste|schlimmste|schlimmster|miesester, warne, gewarnt,
        warnung vor, rate _ ab, rate|raten|kann|können _ _ abraten, kauft|bucht|fliegt|bestellt|
        holt|geht|fahrt _ _ nicht|nie|niemals|nix _ hier|da|dort|bei|wieder|mehr|mit, kündige|
        kündigen|gekündigt|kündigung _ sofort|ist|vertrag|abo|konto|mein|meinen|raus|jetzt|fristlos,
        werde|werden _ _ kündigen|wechseln|anzeigen|klagen|melden|verklagen|boykottieren, wechsel|
        wechsle|wechseln _ _ anbieter|bank|konkurrenz|zu|zur, kunde|kundin|kunden _ verloren|
        gewesen|los|weniger, verliert|verlieren _ kunden|kunde, war|gehe zur konkurrenz, schämt,
        schämen, schäm, schämen sie, schande, pfui, pleite gehen|gehn, geht pleite, dichtmachen,
        zumachen, geschlossen gehört, gehört|gehören _ verboten|geschlossen|bestraft|eingesperrt|
        verklagt|angezeigt|dichtgemacht|abgeschafft, öffentlich machen, nachspiel, konsequenzen,
        sammelklage, bewertung folgt, ein stern, # stern, null sterne
    """,
    "danger": """
        feuer gefangen, feuer fing, fing|fängt|fingen feuer, in brand, in flammen, brandgefahr,
        brandgefährlich*, gebrannt, brannte, angefangen zu brennen|qualmen|rauchen, qualmt*,
        qualmte, rauch aus|kam|steigt, geraucht, explodiert*, explosion, stromschlag, elektrischer
        schlag, verbrannt _ hand|finger|haut|mich, verbrennung*, verbrüht*, verätzt, ausschlag
        bekommen, allergisch*, allergie*, lebensmittelvergiftung*, *vergiftung, vergiftet,
        salmonellen, übergeben müssen, erbroch*, gekotzt, krank _ geworden|davon, krankenhaus,
        notaufnahme, rettungswagen, notarzt, verletzt*, verletzung*, lebensgefahr,
        lebensgefährlich*, gefährlich*, gefährdet*, gefährdung, sicherheitsrisiko, unsicher,
        verschluckt, erstickt, glasscherbe*, scherben im|in, glas im|in, metall* im|in, plastik im|
        in, splitter, bremsen _ versagt|versagten|ausgefallen|defekt, bremsversagen, beinahe|fast _
        _ gestorben|umgekommen|verunglückt|erstickt|unfall|überfahren|tot, gasaustritt, gas
        ausgetreten, gasgeruch, kohlenmonoxid, blutet|blutete|geblutet, belästigt*, belästigung,
        bedroht*, angegriffen, handgreiflich, begrapscht, gestürzt, sturz, ohne hilfe, unterlassene
        hilfeleistung
    """,
    "irony": """
        danke für nichts|nix, danke auch, danke nochmal für|dafür, vielen dank für|auch _ _ warten|
        nichts|nix|verspätung|ausfall|chaos|absage, danke dass|das _ _ _ nicht|wieder|warten|
        verspätung, danke _ nicht|warten|verspätung|ausfall|kaputt|umsonst, super|toll|klasse|prima|
        großartig|herrlich|perfekt|wunderbar|genial|spitze|bravo|geil|fein|schön|hurra|juhu|kino|
        stark _ schon|erneut|wiedermal|verspätung|ausfall|ausgefallen|gestrichen|kaputt|storniert|
        warten, super|toll|klasse|prima|herrlich|spitze wieder|gemacht, schon wieder mal wieder _ _
        super|toll|klasse|prima|großartig|herrlich|danke, genau das was|wie, genau _ was ich|man|
        wir, hat mir gerade noch gefehlt, das hat _ gefehlt, na toll, na super, na klasse, na prima,
        na bravo, na danke, na herrlich, na wunderbar, ja super|toll|klar|prima|danke, ganz toll,
        ganz großes kino|tennis, großes kino, glanzleistung, meisterleistung, glückwunsch _ _ zu|
        zur|zum|an, herzlichen glückwunsch _ _ verspätung|kaputt|ausfall, gut gemacht _ wieder|
        nicht, gratuliere _ _ verspätung|ausfall|kaputt, bravo, slow clap, respekt _ schafft, muss
        man erstmal schaffen, muss man auch schaffen|können, wie schön dass, wie nett|schön|toll|
        praktisch|aufmerksam|großzügig, schön dass _ _ nicht|wieder|warten|kaputt, liebe es wenn|zu,
        liebe ich wenn, ich liebe es, was gibt es schöneres, was für eine freude|überraschung|
        service, welch eine|ein freude|überraschung|service, so macht _ spaß, macht richtig spaß,
        service _ großgeschrieben|wird|anders, sogenannter|sogenannte|sogenannten, wie gewohnt
        pünktlich|zuverlässig, pünktlich wie immer, pünktlich wie _ maurer, zuverlässig wie _ nie,
        auf euch _ verlass, ist _ verlass wenn, wer braucht schon|auch, wer braucht denn, haha
        nicht, von wegen, dass ich nicht lache, top service _ nicht, läuft bei euch|ihnen|denen, war
        ja _ klar, ein träumchen, hab ja zeit|sonst, habe ja zeit, man hat ja
    """,
    "bad": """
        schlecht*, schlimm*, mies*, übel*, doof*, blöd*, dumm*, nervig*, langweilig*, hässlich*,
        traurig*, ärger*, ärgerlich*, sauer, wütend, enttäusch*, schwach*, mangelhaft*, lahm, teuer,
        hasse, hass, gehasst, mist, scheiß*, scheiss*, kacke, verdammt*, verflucht*, ätzend*,
        nervt*, genervt*, frust*, unfreundlich*, problem, *problem, probleme, *probleme,
        beschwerde*, beschwer*, reklamier*, reklamation*, mangel, mängel, leider, schade, falsch*,
        kompliziert*, umständlich*, mühsam*, unangenehm*, unnötig*, sinnlos*, nutzlos*,
        unbrauchbar*, wertlos*, billig verarbeitet, minderwertig*, unmöglich, unverständlich*,
        fraglich*, kritik, kritisch*, krank, krise, tot, gestorben, angst, sorge, sorgen, stress*,
        chaos, pech, verlust, bescheuert*, kindisch, arrogant*, überbewertet*, peinlich*, fies*,
        dreckig*, eklig*, weh, schmerz*, weinen, heulen, bedauer*, missverständ*, verwirr*, unklar*,
        unübersichtlich*, deprim*, krieg
    """,
    "awful": """
        furchtbar*, schrecklich*, grauenhaft*, grauenvoll*, katastroph*, desaströs*, entsetz*,
        grottig*, grottenschlecht*, unterirdisch*, miserabel*, miserable*, widerlich*, ekelhaft*,
        abartig*, erbärmlich*, hundsmiserabel*, saumäßig*, beschissen*, horror*, albtraum, alptraum,
        hölle, höllisch*, skandal*, frechheit, unverschämt*, schlechteste*, schlimmste*, mieseste*,
        schande, zum kotzen, arschloch, wutentbrannt, stinkwütend, fassungslos*, idioten, deppen,
        dreckig, müll, schrott*, sauerei
    """,
    "good": """
        gut, gute, guter, gutes, guten, gutem, besser*, schön*, nett*, freundlich*, hilfsbereit*,
        lieb, liebe, lieber, lecker*, schmackhaft*, schnell*, flott, einfach*, sauber*, frisch*,
        bequem*, gemütlich*, angenehm*, zufrieden*, glücklich*, froh, freu*, gefreut, gefällt,
        gefallen, mag, mögen, okay, ok, fein, cool*, hübsch*, günstig*, preiswert*, pünktlich*,
        zuverlässig*, kompetent*, höflich*, herzlich*, spaß, lustig*, witzig*, haha*, lol, danke,
        dank, dankbar*, empfehl*, lohnt, gelungen*, interessant*, prima, fair*, reibungslos*,
        unkompliziert*, sympathisch*, hilfreich*, sorgfältig*, gespannt, viel spaß, glückwunsch,
        tipptopp, läuft, stolz, gewonnen, willkommen, sicher, warm, süß*, urig, kulant*, früher
    """,
    "great": """
        super*, toll*, klasse, großartig*, hervorragend*, ausgezeichnet*, fantastisch*,
        phantastisch*, wunderbar*, wunderschön*, perfekt*, genial*, spitze*, spitzen*, exzellent*,
        erstklassig*, top, mega*, hammer, geil*, bombe, traumhaft*, begeister*, liebe es|das|die|
        den|diese|dieses|diesen, verliebt, beste, bester, bestes, besten, weltklasse, sensationell*,
        unschlagbar*, überragend*, köstlich*, himmlisch*, grandios*, herausragend*, vorbildlich*, #
        sterne, volle punktzahl, goldwert, rundum zufrieden, helden, held, heldin, engel,
        unübertroffen*, einwandfrei*, tadellos*, phänomenal*, zauberhaft*, vorzüglich*
    """,
    "thanks": """
        vielen|besten|herzlichen|riesen|tausend|lieben|großen|großes|riesiges|dickes|riesengroßes
        dank|dankeschön|lob|kompliment, dank an, danke an, lob an, danke für die|den|das|eure|ihre|
        euren|ihren _ hilfe|schnelle|tolle|tollen|super|nette|netten|service|schöne|schönen|abend|
        arbeit|unterstützung|beratung|lieferung, danke euch|ihnen|dir|nochmal|team|liebes,
        herzlichst, dankbar, hut ab, chapeau, respekt an, daumen hoch, top|super|toller|tolles|
        tolle|klasse|spitzen|bester|hervorragender|hervorragende|perfekter service|team|beratung|
        kundenservice|arbeit|leistung|essen|personal|mitarbeiter|laden, zu empfehlen, absolut|sehr|
        unbedingt|nur|jederzeit|wärmstens|gerne|klare|volle|absolute|uneingeschränkt _ empfehlen|
        empfehlung|weiterempfehlen|empfehlenswert, empfehle _ gerne|weiter|jedem|allen,
        weiterempfehlung, immer wieder gerne|gern, gerne|gern wieder, komme|kommen _ wieder _ gerne|
        gern, sind|bin|war|waren _ begeistert|glücklich|zufrieden|dankbar|beeindruckt, liebe diesen|
        diese|dieses|mein|meinen|meine|euer|eure|euren, beste|bester|bestes|besten _ _ stadt|welt|
        ever|überhaupt|region|viertel|leben, der hammer, tag gerettet, früher als erwartet|
        angekündigt|geplant|gedacht, # tag|tage früher, tag früher, schneller als erwartet|gedacht|
        angekündigt, lieblingsladen, lieblingsrestaurant, stammkunde, weiter so, macht weiter so,
        total|super|sehr|so|echt|mega|richtig nett|freundlich|hilfsbereit|lieb|lecker|kompetent, hat
        _ spaß gemacht, übertroffen, merci vielmal
    """,
    "solved": """
        gelöst, behoben, geklärt, erledigt, hat sich erledigt|geklärt, in ordnung gebracht, alles
        wieder gut|ok|da|in, wieder alles, funktioniert|geht|läuft|klappt wieder|jetzt|nun|endlich _
        _ einwandfrei|gut|super|problemlos|perfekt|alles|prima, läuft wieder, geht wieder,
        funktioniert wieder, repariert _ stunde|tag|und|worden, ausgetauscht _ worden|sofort, sofort
        ersetzt|ausgetauscht|erstattet|geholfen|ersatz, geld _ da|zurückbekommen|erhalten|bekommen,
        konnte _ _ helfen|geholfen, wurde _ geholfen, mir|uns _ geholfen, schnell|sofort|super|
        prompt _ geholfen|repariert|reagiert|gelöst, doch noch, anstandslos*, kulant
    """,
    "fine": """
        kein|keine|keinen|keinerlei|nie|niemals|ohne|null|weder _ beschwerde|beschwerden|problem|
        probleme|problemen|ärger|mängel|mangel|grund|klagen|reklamation|stress|schwierigkeiten|
        sorge|sorgen|wartezeit|wartezeiten|schlange|verspätung|verzögerung|ausfälle|ausfall|
        störungen, nie|nicht|kein|keinen|nichts|nix|niemals _ _ grund|beschweren|meckern|klagen|
        beanstanden|auszusetzen|bemängeln|bereut|enttäuscht|beklagen|nörgeln|kritisieren, kann|
        können _ nicht meckern|klagen|beschweren, nichts|nix zu meckern|beanstanden|klagen|
        bemängeln, nichts auszusetzen, nicht schlecht|übel|verkehrt, gar nicht schlecht|übel, nie _
        probleme|enttäuscht|ärger, nie _ im stich, problemlos*, reibungslos*, kein ding|thema|
        problem|stress|drama|scherz, keine sorge|ahnung ob|eile|panik, macht nichts|nix, halb so
        schlimm|wild, alles gut|super|bestens|ok|okay|paletti, nichts passiert, ohne zu warten,
        nicht _ warten müssen, warten _ gelohnt, kann _ kaum|nicht _ erwarten, hat sich gelohnt, nie
        wieder _ ohne|anderes|woanders, nie mehr _ ohne|anderes, ohne wenn, fehlerfrei*,
        störungsfrei*, einwandfrei, besser als erwartet|gedacht, warten lohnt
    """,
    "idiom": """
        krank|krass|brutal|abartig|verdammt|unfassbar|unglaublich|pervers|irre|scheiße|wahnsinnig|
        furchtbar|schweinisch|unverschämt|sau|übel|mega gut|geil|lecker|schön|gute|geile|günstig|
        süß|stark|cool|nett|gutes|guter, kann|könnte|können _ nicht aufhören|genug|satt, nicht _
        aufhören zu, suchtgefahr, süchtig, macht süchtig, zum sterben gut, zum niederknien, haut _
        um, umgehauen, wahnsinn, der wahnsinn, hammer, bombe, abgefahren, voll krass, echt krass,
        killer, reißt|reißen ab, krankgeschrieben, krankmeldung, bin krank, gute besserung, mir ist
        langweilig, habe verschlafen, verschlafen, mein fehler, selbst schuld, selber schuld, meine
        schuld, eigene dummheit, hals und beinbruch, toi toi, tot gelacht, totgelacht, lach mich,
        lachen weinen, freudentränen, tränen gelacht, vor lachen, herzschmerz, liebeskummer,
        vermisse dich|euch, schlechtes wetter, mieses wetter, eiskaltes bier, böses erwachen, late
        night, feuerwerk, feuer und flamme, brennt für|auf, lange nicht gesehen, spät dran, bin zu
        spät, bis später, aus versehen, habe vergessen, hab _ vergessen, zum glück, kein wunder,
        fällt mir ein, fällt _ leicht, warte nur|mal kurz
    """,
    "question": """
        weiß|weiss|kennt|hat|kann|war|wohnt|nutzt|benutzt jemand|wer|irgendwer|einer|hier, jemand _
        _ erfahrung|erfahrungen|tipp|tipps|ahnung|idee|empfehlen|interesse|lust|ausprobiert, weiß|
        weiss jemand ob|wann|wo|wie|welche, wer weiß|kennt|hat|kann|war, wo kann|gibt|finde|bekomme|
        bekommt|kriegt|krieg|kauft|ist|finden _ ich|man|es|ihr|hier|die|der, wie kann|ändere|geht|
        lange|viel|teuer|funktioniert|komme|macht|bekomme|finde|hoch|oft|bestelle|storniere|kündige|
        ist|sind _ ich|man|das|ihr|kostet|die|der|es|mein|meine, welche|welcher|welches|welchen|
        welchem, empfehlt|empfiehlt ihr|man|jemand, könnt|könntet ihr _ _ empfehlen, habt|hättet ihr
        _ auch|tipps|erfahrungen|eine|einen|noch|schon|am, gibt|gibts es|bei|das|die|den|hier|auch|
        noch _ _ auch|schon|noch|vegan|größe|laden|parkplätze, haben sie auch|noch|am|schon, ist|
        sind das|der|die|es|ihr|man _ _ offen|geöffnet|möglich|erlaubt|gut|kompatibel|auch|
        verfügbar|lohnenswert, wann öffnet|macht|beginnt|startet|fängt|schließt|habt|haben|ist|
        fährt, offen hat, geöffnet hat, öffnungszeiten, hat offen, kann|darf|muss|soll|sollte man|
        ich, lohnt sich, wie viel kostet, was kostet|kosten|haltet|meint|sagt|würdet|empfehlt|
        bedeutet|ist _ ihr|das|die|der|es|besser|besten, überlege ob, frage mich ob, mal eine frage,
        kurze frage, frage an, suche _ _ empfehlung|tipps|guten|gute|gutes|einen|eine|nach, tipps
        für, neugierig
    """,
    "advert": """
        # rabatt|prozent|nachlass|sparen|gespart|billiger|günstiger, rabatt auf, sparen sie, spare,
        spart bis|jetzt, jetzt|hier|heute|online|gleich|schnell kaufen|bestellen|sichern|buchen|
        zugreifen|bewerben|entdecken|shoppen|anmelden|mitmachen|teilnehmen|registrieren|
        herunterladen|downloaden|abonnieren|reservieren|gewinnen|informieren|ansehen|lesen|
        reinhören|vorbestellen|testen, link in der|in|unten|bio, in der bio, nur dieses|diese|heute|
        noch wochenende|bis|heute|woche, nur _ wochenende, solange _ vorrat, solange der, angebot|
        angebote|aktion|deal|deals _ gültig|endet|der|des|bis|nur|woche, sonderangebot*,
        schnäppchen*, gutscheincode für, mit dem code, mit code, rabattcode, gratis*, kostenlos*,
        kostenfrei*, versandkostenfrei*, gewinnspiel*, verlos*, zu gewinnen, gewinne|gewinnt|
        gewinnen ein|einen|eine|#, folgt|folge|folgen|like|teile|teilt uns|und|unserem|diesen,
        markiere|markiert _ freund|freunde|freundin|#, black friday, cyber monday, ausverkauf,
        schlussverkauf, neu bei|im|in|eingetroffen|auf, jetzt neu|erhältlich|verfügbar|live|im|
        online|auch, ab sofort|jetzt|heute|morgen _ erhältlich|verfügbar, neue kollektion, neu
        eingetroffen, neuer blogbeitrag, neues video, unser neues|neuer|neue, wir suchen|stellen|
        bieten|freuen|haben|verlosen|eröffnen|präsentieren, suchen wir, stellenangebot*,
        stellenanzeige*, wir stellen ein, bewirb dich, bewerbt euch, jetzt bewerben, bewerbung,
        mitarbeiter gesucht, gesucht, ausbildung zum|als|bei, m w d, w m d, m f d, minijob,
        vollzeit, teilzeit, quereinsteiger, werde teil|unser|mitglied, komm|kommt|kommen _ team|
        vorbei|uns, besucht|besuchen|besuche uns|sie|unsere, schau|schaut vorbei|rein, zu verkaufen,
        verkaufe, zu vermieten, anzeige, werbung, gesponsert*, jetzt im|bei|auf, melde dich an, mehr
        infos|erfahren|dazu|unter, vorbestellbar, demnächst, exklusiv*, nicht verpassen, bestpreis,
        bestpreise, probeabo, einladen, laden _ ein, tickets ab|sichern|gibt
    """,
    "news": """
        aktie*, *aktie, *aktien, börse, dax, quartal*, *quartal, jahresbilanz, bilanz, umsatz*,
        gewinn|gewinne|gewinns steigt|sinkt|bricht|einbruch|fällt|von, *gewinn, *gewinne, *verlust,
        kündigte|kündigt|kündigten _ _ an, angekündigt|verkündet|mitgeteilt hat|wurde, gibt|gab _
        bekannt, teilte|teilt _ mit, laut|berichtet|berichten|meldet _ bericht|studie|umfrage|
        medien|dpa|spiegel|polizei|unternehmen|sprecher|konzern, nach angaben, studie|umfrage|
        bericht|untersuchung zeigt|ergab|besagt|belegt|warnt, konzern, konzerns, vorstand*,
        aufsichtsrat, ceo, geschäftsführer sagt|sagte, chef _ sagt|sagte|geht|tritt, sprecher*,
        pressemitteilung*, übernahme*, fusion*, insolvenz*, filialen zu|schließen|eröffnen|eröffnet,
        neue|neuen filiale|filialen|werk|standort|standorte, stellenabbau, baut _ stellen,
        gewerkschaft*, streik*, warnstreik*, tarif*, kartellamt*, regierung*, minister*, bundestag,
        gericht|urteil|bgh|eugh|kartellamt|behörde _ urteilt|entscheidet|entschied|verhängt|
        verurteilt, bußgeld*, strafe von, geldstrafe*, rückruf von|aktion|wegen, ruft|rufen _ _
        zurück, eilmeldung, breaking, investor*, analyst*, milliarden*, millionen*, prozent, wahl,
        wahlen, partei, präsident*, bundesliga, spieltag, trainer, mannschaft, tor, tore, liga,
        nationalmannschaft, umleitung, wegen bauarbeiten, streckensperrung, fahrzeuge|produkte|
        autos|airbags zurück, wegen defekter|defekten|möglicher|mangelhafter, ruft|rufen zu
        warnstreik|streik|protest, autobauer, hersteller ruft|warnt
    """,
    "reply": """
        tut|tuts uns|mir _ _ leid, tut uns leid, wir bedauern|entschuldigen|bitten|verstehen|
        schauen|prüfen|kümmern|helfen|melden|leiten|würden|können|hoffen|haben, entschuldige bitte,
        entschuldigen sie, entschuldigung für, bitten _ entschuldigung, sorry für|dafür, schick|
        schicke|schickt|schicken|sende|sendet|senden|schreib|schreibe|schreibt|schreiben|melde|
        meldet|melden|kontaktiere|kontaktieren|wende|wenden|teile|teilen|nenne|nennen|gib|geben _
        uns|dich|sie|mir|bitte _ _ dm|pn|nachricht|mail|bestellnummer|kundennummer|per|direkt|via|
        eine|deine|ihre, per dm|pn|direktnachricht|privatnachricht, eine dm|pn|direktnachricht,
        deine|ihre|deiner|ihrer|deinen|ihren _ bestellnummer|kundennummer|vertragsnummer|
        auftragsnummer|nachricht|anfrage|feedback|geduld|rückmeldung|anliegen|hinweis|verständnis,
        danke|dank für _ deine|ihre|dein|ihr|den|das _ feedback|nachricht|hinweis|geduld|
        rückmeldung|verständnis|anfrage|info, ^ hallo|hi|hey|moin|liebe|lieber, schauen|sehen|
        prüfen|kümmern wir|uns, wir schauen|sehen|prüfen|kümmern, gerne weiter, helfen|hilft gerne|
        dir|ihnen|weiter, gerne helfen, für dich|sie prüfen|da|klären, hast du schon|bereits|es|mal,
        haben sie schon|bereits|es|mal, könntest du|könnten sie, kannst du uns|mir, können sie uns|
        mir, welches gerät|betriebssystem|modell, welche version|app|filiale, um welche|welchen|
        welches, unser|unsere|unserem|unseren kundenservice|team|support|kollegen|kollege|service|
        hotline|filiale|website, kundenservice unter, liebe grüße, viele grüße, beste grüße, lg
        dein, schönen tag|abend noch, gern geschehen, bitte beachte|beachten|versuche|versuch|
        versuchen|probiere
    """,
    "own": """
        mein, meine, meinen, meinem, meiner, meines, ich, mich, mir, uns, unser, unsere, unseren,
        unserem, unserer, wir, hab, i, ick, meins, selbst
    """,
    "address": """
        ihr, euch, euer, eure, euren, eurem, eurer, du, dein, deine, deinen, dir, dich, sie, ihnen,
        ihre, ihren, ihrem, ihrer, eu, leute
    """,
    "again": """
        wieder, schon wieder, erneut, nochmal, nochmals, abermals, immer noch, noch immer, ständig,
        dauernd, immer, jedes|jeden|jede mal|tag|tage|woche|monat|abend|morgen|nacht, mehrmals,
        mehrfach, zweimal, dreimal, zigmal, # mal, zum # mal, seit, seitdem, nie, nichts, nix,
        täglich, noch, bereits, den ganzen, die ganze, gestern, heute, letzte|letzten|letzter woche|
        monat|mal|nacht, andauernd, permanent, dabei
    """,
    "duration": """
        # tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|stunde|stunden|std|h|
        minute|minuten|min|uhr|mal, seit montag|dienstag|mittwoch|donnerstag|freitag|samstag|
        sonntag|gestern|heute|januar|februar|märz|april|mai|juni|juli|august|september|oktober|
        november|dezember|#|tagen|wochen|monaten|stunden|letzter|letztem|ewigkeiten|dem|einer|einem,
        stundenlang, tagelang, wochenlang, monatelang, ewigkeiten, eine|einen|einer|einem|ganzen|
        ganze|halbe|halben stunde|tag|woche|monat|abend|nacht, anfang|ende|mitte januar|februar|
        märz|april|mai|juni|juli|august|september|oktober|november|dezember
    """,
    "negator": """
        nicht, kein, keine, keinen, keinem, keiner, keines, nie, niemals, nichts, nix, ohne, weder,
        niemand, nirgends, kaum, ned, net, nit, nimmer, keinerlei, nirgendwo
    """,
    "intensifier": """
        sehr, so, total, absolut, extrem, echt, wirklich, richtig, voll, mega, ultra, völlig,
        komplett, höchst, unglaublich, wahnsinnig, äußerst, besonders, viel, zu, verdammt, sowas,
        sau, maßlos, überaus, dermaßen
    """,
    "diminisher": """
        bisschen, etwas, wenig, leicht, ziemlich, relativ, eher, einigermaßen, halbwegs, fast,
        teilweise
    """,
    "contrast": """
        aber, jedoch, allerdings, trotzdem, dennoch, doch, obwohl, sondern
    """,
    "number": """
        zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, dreißig,
        vierzig, fünfzig, hundert, zweite, zweiten, zweites, dritte, dritten, drittes, vierte,
        vierten, fünfte, fünften, sechste, sechsten, paar, mehrere, mehreren, einige, einigen,
        anderthalb, eineinhalb, zweieinhalb
    """,
}

TOPICS = {
    "product_fault": """
        kaputt*, defekt*, zerbrochen*, zerrissen*, gerissen, kratzer, ladegerät*, netzteil, akku*,
        bildschirm*, display, handy, smartphone, laptop, tablet, kühlschrank, waschmaschine,
        spülmaschine, geschirrspüler, trockner, herd, staubsauger, fernseher, kopfhörer, konsole,
        controller, auto, reifen, motor, fahrrad, schuhe, jacke, kleid, hose, jeans, hemd, pullover,
        naht, reißverschluss, sofa, *möbel, möbel*, matratze, schrank, tisch, stuhl, qualität*,
        essen, pizza, burger, döner, pommes, schnitzel, kaffee, suppe, salat, brot, fleisch,
        schmeck*, lauwarm, schimmel*, zimmer, hotelzimmer, dusche, bett, hotel, ferienwohnung,
        dreckig*, stink*, größe, kleiner als, produkt*, artikel, ware, gerät*, *gerät, garantiefall,
        portion*, restaurant, heizkörper, undicht*, verarbeitung
    """,
    "delivery": """
        liefer*, geliefert*, *lieferung, paket*, *paket, päckchen, sendung*, kurier*, bote,
        paketbote, zustell*, zugestellt, versand*, verschickt, versendet, tracking,
        sendungsverfolgung, abholstation, packstation, bestellung*, bestellt, falsch geliefert, bus,
        busse, zug, züge, bahn, ice, s bahn, u bahn, tram, straßenbahn, flug, flüge, flieger,
        flugzeug, bahnsteig, haltestelle, gleis, anschluss*, verspät*, *verspätung, koffer, gepäck,
        handwerker, techniker, monteur, klempner, elektriker, müll*, mülltonne*, tonne, müllabfuhr,
        sperrmüll, abgeholt, post, brief*, briefträger, postbote, nicht gekommen|angekommen|
        erschienen
    """,
    "price_billing": """
        *erstattung, erstattung*, rückerstattung*, erstattet*, rückzahlung*, geld zurück, mein geld,
        abgebucht, abbuchung*, berechnet, rechnung*, *rechnung, abrechnung*, *gebühr, gebühr*,
        *gebühren, *kosten, kosten, preis*, *preis, *preise, preiserhöhung*, teuer*, überteuert*,
        bezahl*, gezahlt, zahlung*, zahle, abo, abonnement, lastschrift, kaution, entschädigung*,
        rabatt*, gutschein*, gutschrift, mahnung*, inkasso*, beitrag*, beiträge, tarif*, euro,
        konto, nachzahlung*, wucher*, abzocke
    """,
    "service_staff": """
        personal, mitarbeiter*, unfreundlich*, kellner*, bedienung, kassierer*, verkäufer*,
        filialleiter*, chef*, arzt, ärztin, ärzte, pfleger*, krankenschwester, arzthelfer*,
        rezeption*, schaffner*, fahrer*, berater*, sachbearbeiter*, service, kundenservice,
        kundendienst, beratung, unprofessionell*, inkompeten*, arrogant*, patzig*, pampig*,
        angeschrien, behandelt, behandlung, klinik*, praxis, *praxis, türsteher, ausgelacht,
        herablassend*, respektlos*, umgangston, ton
    """,
    "waiting_contact": """
        warteschleife*, wartezeit*, hotline*, telefon*, angerufen, anrufe, anruf, rückruf,
        zurückgerufen, antwort*, keine rückmeldung|reaktion, geantwortet, erreich*, geschrieben,
        mail, mails, email*, e mail, gemailt, kontakt*, kontaktformular, aufgelegt, callcenter, call
        center, chatbot, chat, ignorier*, ignoriert, schlange, warteschlange, ansprechpartner, geht
        niemand ran, # stunden|minuten, termin*, leitung
    """,
    "website_app": """
        app, apps, webseite*, website*, internetseite, homepage, seite, onlineshop, online shop,
        login, einlogg*, eingeloggt, anmeld*, passwort*, warenkorb, checkout, stürzt, absturz*,
        abgestürzt, update*, server*, fehlermeldung*, bug*, spiel, spiele, browser, download*,
        installier*, ios, android, software*, firmware, funktion, account, konto gesperrt,
        zurücksetzen, code, tan, streaming*, version, playlist, kundenportal, portal, online
        banking, onlinebanking
    """,
    "outage": """
        ausfall, *ausfall, störung*, *störung, internet*, wlan, dsl, glasfaser*, router*, netz,
        netzwerk, empfang, handynetz, mobilfunk*, strom*, kein strom|wasser|gas|warmwasser,
        heizung*, warmwasser, verbindung*, leitung, funkloch, mobile daten, karte abgelehnt,
        kartenzahlung, geldautomat*, ausgefallen, fällt _ _ aus, signal, fernwärme
    """,
    "safety": """
        feuer, brand, in flammen, gebrannt, verbrann*, verbrenn*, explod*, explosion, stromschlag,
        allerg*, vergift*, *vergiftung, salmonellen, verletz*, unsicher, gefahr, gefähr*,
        lebensgefahr, erstick*, glas im|in, scherben, metall, splitter, bremse*, krankenhaus,
        notaufnahme, unfall*, blut*, kakerlake*, ratte*, bettwanze*, schimmel*, gas ausgetreten,
        gasgeruch, gestorben, rückruf*, ohne hilfe, rauch, qualm*
    """,
    "privacy_fraud": """
        betrug*, betrüg*, betrogen*, diebstahl, gestohlen*, geklaut, gehackt, datenleck, datenpanne,
        datenschutz*, dsgvo, meine daten, persönliche|personenbezogene|sensible daten, daten
        weitergegeben|verkauft, phishing, identität*, unbefugt*, ohne _ einwilligung|zustimmung|
        erlaubnis, spam*, werbeanrufe, gauner, fake*, fremde person, fremdes konto, abzocker*, scam*
    """,
    "discrimination": """
        rassis*, sexis*, diskriminier*, homophob*, transphob*, ausländerfeindlich*,
        fremdenfeindlich*, islamophob*, antisemit*, rollstuhl*, behindert*, behinderung,
        barrierefrei*, blindenhund, assistenzhund, kopftuch, hautfarbe, mein akzent, meine herkunft,
        weil ich _ bin, schwul, lesbisch, muslim*, altersdiskriminierung
    """,
    "policy": """
        agb, richtlinie*, bedingungen, vertragsbedingungen, kleingedruckt*, regel, regeln,
        regelung*, storno*, stornier*, kündig*, kündigungsfrist, rückgabe*, rückgaberecht,
        umtausch*, garantie, gewährleistung*, vertrag*, *vertrag, vertragslaufzeit, mindestlaufzeit,
        mindestbestellwert, mitgliedschaft, widerruf*, kulanz*, altersgrenze, öffnungszeit*,
        hausordnung, kein umtausch, frist
    """,
}
