"""Dutch: of the Netherlands and of Flanders, with what people type on phones."""

CUES = {
    "problem": """
        kapot*, stuk, defect*, beschadigd*, gebroken, gescheurd*, gebarsten, bekrast*, gekrast,
        versleten, beschimmeld*, schimmel*, bedorven, zuur geworden, rot, rotte, over datum,
        verlopen, oudbakken, lauw, koud aangekomen|geleverd|bezorgd|binnen, koude friet|frieten|
        patat|pizza|koffie, aangebrand, verbrand, rauw, niet gaar, taai, klef, lekt, lekte, lekken,
        gelekt, lekkage*, druppelt, foutmelding*, foutcode, fout|foute|verkeerd|verkeerde _
        geleverd|gestuurd|gekregen|besteld|bestelling|artikel|maat|kleur|product|pakket|pakje|adres|
        bedrag|factuur|prijs|item|gerecht|info|informatie, storing, storingen, *storing, panne, in
        panne, bug, bugs, crasht, crashen, crashte, gecrasht, vastgelopen, loopt steeds|liep _ vast,
        hapert, hapering*, haperen, traag, trage, tergend, valt|vallen|viel _ _ uit|weg,
        uitgevallen, uitval, plat, ligt|lag|liggen _ _ eruit|plat|uit|stil, doet|doen|deed|deden _
        het|niks|niets|raar|niet, doet het niet, werkt|werken|werkte|gaat|gaan|ging|lukt|lukte|
        laadt|opent|start|past|passen|klopt|kloppen|reageert|verbindt|functioneert|kwam|komt|kwamen|
        sluit|rijdt|reed _ niet|nie|niks|niets|nooit|nergens|amper|nauwelijks|geeneens, werkt voor
        geen, niet komen opdagen, niet opgedaagd, niet gekomen, kan|kunnen|kon|konden|mag|krijg|lukt
        _ _ niet|nie|niks|nergens|nooit|geen _ inloggen|aanmelden|openen|betalen|bestellen|boeken|
        gebruiken|bereiken|opzeggen|annuleren|laden|installeren|bellen|kijken|verbinden|wijzigen|
        downloaden|afrekenen|printen|internetten, niet|nooit|nie|amper _ aangekomen|geleverd|
        bezorgd|gekomen|opgehaald|geleegd|gerepareerd|hersteld|gemaakt|verwerkt|opgelost|verzonden|
        geschikt|bereikbaar|beschikbaar|compleet|bruikbaar, geen _ internet|wifi|bereik|ontvangst|
        netwerk|stroom|elektriciteit|water|gas|verwarming|signaal|verbinding|geluid|beeld|toegang|
        onderdelen, zonder stroom|water|internet|verwarming|gas, ontbreekt, ontbreken, ontbrak,
        ontbraken, mist|misten een|de|het|onderdelen, kwijt, zoek, kwijtgeraakt, verdwenen, verloren
        gegaan|geraakt, leeg aangekomen, half leeg|vol, kleiner|dunner|slechter|minder dan, niet
        zoals|wat beschreven|besteld|beloofd|op, anders dan, valt|viel|vielen uit elkaar, uit elkaar
        gevallen, losgekomen, los gekomen, laat|liet|komt|kwam los, vuil, vuile, vies, vieze,
        smerig*, goor, stinkt, stinken, stonk, stank, smaakt|smaakte|smaken _ naar|niet|nergens,
        kakkerlak*, bedwants*, muizen in, haar in|tussen, oververhit*, batterij|accu _ leeg|plat|
        dood|kapot|op, zwart scherm, blijft hangen|zwart|laden|haken, blijven hangen, te klein|krap|
        koud|warm|luid, geblokkeerd*, buitengesloten, zit|zitten|staan|sta vast, probleem met,
        problemen met, problemen, weer|alleen|veel|niks dan miserie|gedoe|ellende, miserie, gedoe,
        uitverkocht, geannuleerd, afgelast _ trein|vlucht, vlucht|trein|treinen|bus|rit _ _
        geschrapt|geannuleerd|afgeschaft|uit|vervallen, rijdt|rijden|reed _ niet, rijdt weer, niet
        opdagen|opgedaagd, daagt|daagde niet, sinds _ update, fout gegaan|gelopen, mis gegaan,
        misgegaan, loopt mis, ging|gaat mis, vergeten _ te leveren|mee, begeeft|begaf het, om zeep,
        naar de knoppen|vaantjes|haaien, een zooi|puinhoop|soep|knoeiboel, krakt, rammelt, was|
        waren|is|kwam koud|lauw|rauw|taai|aangebrand, ons|mij|me vergeten, afgeschafte|geschrapte|
        geannuleerde trein|treinen|vlucht|bus|rit, alweer|weer afgeschaft
    """,
    "waiting": """
        wacht|wachten|wachtte|gewacht|wachtende _ _ op|al|sinds|nog|steeds|tevergeefs, # dagen|dag|
        weken|week|maanden|maand|uur|uren|minuten|min|jaar|keer|x _ _ wacht|wachten|gewacht|
        wachtrij|vertraging|wachttijd|wachtlijn|wachtmuziek, op _ _ wacht|wachten, zit|zitten|sta|
        staan|stond|stonden|zat|hang|hing _ te wachten, al # dagen|weken|maanden|uur|uren|dag|week|
        maand|jaar, in de wacht|rij|wachtrij|wachtlijn|kou|file gezet|staan|#|aan|uren|sinds, in de
        wacht, wachtrij, wachttijd*, wachtmuziek, wachtlijn, aanschuiven, vertraagd*, vertraging*,
        te laat, veel te laat, laattijdig*, over tijd, later dan beloofd|afgesproken|gepland, laat|
        laten _ wachten, laten zitten|stikken, nog steeds|altijd|immer _ niet|niks|niets|geen|nie|
        bezig|op, nog altijd, nog niet|niks|niets|geen _ _ binnen|ontvangen|gehad|gekregen|
        aangekomen|gehoord|terug|gestort|gebeurd|geleverd|bezorgd|hersteld|opgelost, tot _ toe|
        heden|nu|vandaag niks|niets|niet|geen, niets|niks|niet|nooit|nie|geen _ _ ontvangen|
        gekregen|gehoord|aangekomen|gearriveerd|toegekomen|bezorgd|geleverd|teruggekregen|gestort|
        verstuurd, niemand _ gekomen|geweest|komen|gezien, waar is|blijft|blijven|zijn|zit _ mijn|m|
        ons|onze|die|dat|de|het|jullie, waar blijft, had|hadden|zou|zouden|moest|moesten|ging _ _
        moeten|geleverd|bezorgd|aankomen|komen|binnen, hoe lang|hoelang _ nog|duurt|moet|moeten|
        gaat|wachten, wanneer komt|krijg|krijgen|kom|kan|wordt|gaat|gaan _ mijn|ik|we|dat|het|die|
        eindelijk|er|jullie|de, duurt|duurde|duren _ lang|eeuwig|eeuwen|uren|weken|dagen,
        eeuwigheid, urenlang, dagenlang, wekenlang, maandenlang, gestrand, aansluiting _ gemist|
        kwijt, aansluiting gemist, pakje|pakket|bestelling _ kwijt|niet|nergens|weg|laat, sloom,
        slome, # uur|uren|dagen|weken|maanden geleden, # week|dag|maand dat|op, # keer op rij,
        eindelijk eens|mijn|antwoord|komt, uitgesteld, komt maar niet, blijft uit, op zich wachten,
        niks meer van|gehoord, niets meer van|gehoord, # kwartier|kwartieren|uurtjes _ _ wachten|
        gewacht|wacht|wachtrij|aanschuiven, wachten en dan, gewacht en dan, op rij
    """,
    "unanswered": """
        geen|nul|zonder|nooit _ antwoord|reactie|reacties|gehoor|respons|hulp|uitleg|info|
        informatie|bericht|terugkoppeling|bevestiging|contact|oplossing|service|klantenservice|
        klantendienst|feedback, niemand _ _ op|antwoordt|reageert|bereiken|helpt|helpen|weet|
        bereikbaar|opneemt|terug|luistert, geen mens|hond|kat, niemand neemt|die|kan|weet|antwoordt|
        reageert|helpt, neemt|nemen|antwoordt|antwoorden|reageert|reageren|belt|bellen|luistert|
        luisteren|beantwoordt|beantwoorden _ _ niemand|niet|nooit|nie|geen, niet|nooit|nie|niemand _
        _ gereageerd|beantwoord|geantwoord|teruggebeld|gebeld|bereikbaar|bereiken|gehoord|opgenomen|
        teruggemaild|geholpen, onbereikbaar*, onbeantwoord*, genegeerd*, negeert, negeren,
        radiostilte, doodstil, afgewimpeld, afgescheept, doorverbonden, doorverwezen, van _ kastje
        naar, van het kastje, kastje _ muur, opgehangen, ophangen, opgelegd, verbinding verbroken,
        hoorn _ haak, aan het lijntje, al|reeds|meermaals|meerdere|verschillende|#|tweemaal|
        driemaal|tig _ keer|keren|mails|maal|berichten _ _ gemaild|gebeld|gestuurd|contact|gevraagd|
        geschreven|gecontacteerd|gemeld|doorgegeven|gereclameerd, al|meermaals|tweemaal|# keer
        gemaild|gebeld|gecontacteerd|gemeld, standaardantwoord*, standaard mail|antwoord|mailtje,
        chatbot, alleen _ bot
    """,
    "overcharge": """
        dubbel|tweemaal|teveel|onterecht|ongevraagd|zomaar|extra|verkeerd _ afgeschreven|
        aangerekend|betaald|gefactureerd|geïncasseerd|gerekend|berekend|afgehouden|betalen, # keer
        afgeschreven|aangerekend|betaald|betalen|gefactureerd, te veel betaald|aangerekend|
        afgeschreven|gerekend|betalen, afgeschreven, aangerekend, mijn geld|centen, ons geld, geld _
        terug|kwijt|weg, mn geld, terugbetaling*, terugbetaald*, terugbetalen, terugstort*,
        teruggestort*, terugkrijgen, restitutie, schadevergoeding*, compensatie, vergoeding*,
        creditnota, te duur, veel te duur, schandalig duur, peperduur, prijsverhoging*,
        prijsstijging*, duurder geworden|dan, alweer|weer|steeds duurder, verborgen kosten, extra
        kosten|betalen, bijbetalen, onverwachte kosten, opzegkosten, opzegvergoeding,
        annuleringskosten, administratiekosten, aanmaning*, incasso*, deurwaarder*, foute|verkeerde
        factuur|rekening|afrekening, factuur|rekening _ klopt|fout|hoog|dubbel, betaal|betalen|
        betaald|betaalde _ _ voor niks|niets, ondanks opzegging|annulering|betaling, terwijl _ _
        opgezegd|betaald|geannuleerd|teruggestuurd, kortingscode|waardebon|cadeaubon|voucher|bon _
        werkt|niet|verlopen|ongeldig|geweigerd, waarborg, borg, euro _ kwijt|teveel|afgeschreven
    """,
    "demand": """
        los|fix|herstel|repareer|regel|help|bel|antwoord|reageer|doe|stuur|stort|check|geef|leg|
        breng|maak _ dit|dat|het|me|mij|eens|aub|even|iets|mijn|ons|ff|nou|op|er, gelieve, aub|
        alstublieft|alsjeblieft|svp|pls _ op|oplossen|fixen|herstellen|helpen|hulp|iets, aub, svp,
        kan|kunnen|kunt|kun|wil|willen|zou|zouden _ jullie|iemand|u|je|ge|jij _ _ helpen|oplossen|
        kijken|nakijken|uitleggen|bellen|regelen|reageren|antwoorden|fixen|herstellen|checken|laten|
        iets|aub|dit, heb|hebben hulp|dringend|graag, hulp nodig, wil|eis|willen|eisen|verwacht|
        verwachten|vraag|verlang _ _ geld|terugbetaling|antwoord|uitleg|oplossing|terug|excuses|
        vergoeding|compensatie|duidelijkheid, had graag, wat is er|dit|hier|dat, wat gaat|gaan
        jullie|er, waarom _ is|zijn|kan|werkt|moet|moeten|krijg|doen|doet|duurt|staat|wordt|hebben|
        heb|komt|rijdt|reageert, hoe kan|is dit|dat|het|zoiets|zo, hoe kan het, doe er|iets|eens|
        wat, iets aan doen, doe iets, regel|regelt dit|het|eens, zsm, zo snel mogelijk, dringend,
        onmiddellijk, graag een|snel|reactie|antwoord|oplossing|terugbetaling|opheldering, geef|
        geeft me|mij|ons|mijn|gewoon, is er|enig nieuws|update|iemand, hallo is|iemand, enig idee
        wanneer, komt er nog, wordt|word eens wakker, ingebrekestelling, binnen # dagen|uur
    """,
    "reproach": """
        teleurgesteld*, teleurstell*, onacceptabel*, onaanvaardbaar*, ongelooflijk*, ongelofelijk*,
        ongehoord*, belachelijk*, bespottelijk*, onbegrijpelijk*, absurd*, een grap|lachertje|
        aanfluiting|farce|flater, lachertje, aanfluiting, lachwekkend, niet normaal|oke|ok|serieus|
        netjes|kunnen|grappig|leuk|fraai|fijn|blij|geloven|professioneel|eerlijk|tevreden|
        klantvriendelijk, niet te doen, nie normaal, gaat nergens over, slaat nergens op, trekt op
        niks|niets, dit kan niet, kan toch niet, kan echt niet, zo kan het niet, zo werkt het niet,
        gênant, zielig, triest, droevig, triestig, amateur*, prutser*, knoeier*, stuntel*, broddel*,
        prutswerk, knoeiwerk, puinhoop, zooitje, rommel, zootje, chaos, ergernis, erger*,
        ergerlijk*, irritant*, irriteer*, geïrriteerd, gefrustreerd, frustr*, boos, kwaad, woest,
        pissig, beu, moe van, het zat, genoeg van, spuugzat, kotsbeu, strontbeu, maat is vol,
        ontevreden*, onprofessioneel*, incompetent*, onbekwaam*, onbeschoft*, onvriendelijk*,
        onbeleefd*, lomp*, brutaal*, arrogant*, nonchalant*, slordig*, laks*, onkundig*,
        klantonvriendelijk*, onbetrouwbaar*, waardeloos, waardeloze, slecht|slechte|belabberde|
        bedroevende|ondermaatse|abominabele|rot service|klantenservice|klantendienst|ervaring|
        kwaliteit|communicatie|bediening|zaak|bedrijf|werk, ondermaats*, benedenmaats*, beneden
        alle, iedere|elke keer|week|dag|maand|avond|ochtend, steeds hetzelfde|weer, altijd
        hetzelfde|iets|te|gezever|prijs|gezeik, voor de # keer|maal, # keer op rij|deze, niet de
        eerste keer|maal, geen excuses|uitleg|verontschuldiging|sorry|respect|fatsoen|begrip|benul,
        hoe moeilijk, is het nu|nou zo|echt|werkelijk, kom op, kom aan, tijdverspilling,
        geldverspilling, zonde van, verspilling, weggegooid, had|hadden _ beter|meer|anders
        verwacht, meer verwacht, jammer _ dat|niet|geen, spijt van, waar betaal|betalen, waarom
        betaal|betalen, doe beter|normaal, kan beter, in de steek, laten vallen, misleidend*,
        oneerlijk*, niet waard|eerlijk, geen aanrader, niet aan te raden, niet aanraden, raad _ af,
        afrader, dieptepunt, sprakeloos, met verstomming, waar slaat _ op, serieus, wtf, pff*, hallo
        zeg, gezeik, gezever, komaan, bij de neus, voor de gek, voor aap, voor schut
    """,
    "accuse": """
        gelogen, liegen, liegt, loog, leugen*, leugenaar*, voorgelogen, bedrog, bedrieg*, bedriegt,
        bedrogen, oplicht*, opgelicht*, oplichterij, oplichters, fraud*, zwendel*, afgezet,
        afzetterij, afzetters, dief, dieven, diefstal, gestolen, stelen, steelt, bestolen, beroofd,
        roof, geroofd, boeven, crimineel, criminelen, gangsters, maffia, scam*, nepsite, nepwinkel,
        weiger|weigert|weigeren|weigerde|weigerden, geweigerd om, verantwoordelijkheid _ nemen,
        geen|niet _ verantwoordelijkheid|verantwoordelijk, jullie|uw|hun schuld, door jullie, jullie
        liegen|weigeren|laten|stelen|negeren, beloofd _ _ maar|niet|nooit|en, beloftes _ niet|
        gebroken|nagekomen, belofte _ gebroken|niet, valse|loze|lege|gebroken belofte|beloftes|
        beloften, zonder _ toestemming|goedkeuring|medeweten|verwittiging|waarschuwing|aankondiging|
        overleg, illegaal, illegale, onwettig*, strafbaar*, contractbreuk, nalatig*, nalatigheid,
        discrimin*, gediscrimineerd, racis*, seksis*, uitgescholden, uitgelachen, uitgekafferd,
        afgesnauwd, geschoffeerd, aan mijn lot, aan ons lot, verpest, geruïneerd, verknald, misleid,
        misleiding, schaamteloos*, gegevens gelekt|verkocht|doorgegeven|gestolen, gehackt, datalek,
        vervalst*, nepreviews, neprecensies, misbruik*, verzwegen, zakkenvuller*, zakkenroller*,
        uitgebuit, chantage, liet|lieten|laten _ _ liggen|stikken|zitten|creperen
    """,
    "threat": """
        advocaat, advocaten, raadsman, voor de rechter, rechtbank, rechtszaak, kort geding,
        aanklagen, dagvaard*, dagvaarding, juridisch*, gerechtelijk*, rechtsbijstand*, aangifte,
        klacht indienen|ingediend|neerleggen|neergelegd|bij|tegen|volgt, klacht _ ingediend|
        indienen, politie _ melden|gemeld|gebeld|aangifte|ingeschakeld, naar de politie|rechter|
        rechtbank|krant|pers|media|ombudsman|geschillencommissie|concurrent|concurrentie, bij de
        politie, ombudsman*, ombudsdienst, geschillencommissie, consumentenbond, testaankoop, test
        aankoop, test achats, autoriteit consument|persoonsgegevens, acm, fod economie, economische
        inspectie, toezichthouder, kifid, voedselinspectie, nvwa, favv, arbeidsinspectie, gba, de
        pers|media|krant|kranten, journalist*, boycot*, boycott*, mijd, vermijd, blijf _ weg, nooit
        meer|nog|weer, nooit ofte nimmer, geen # keer, nie meer _ kopen|bestellen, laatste keer dat|
        was|geweest, voor het laatst, slechtste|allerslechtste|ergste, koop|bestel|boek|ga|vlieg|
        reis|kopen|gaan _ _ niet|nooit|niks|niets|nergens _ hier|daar|bij|met|meer, trap er niet,
        pas op voor, opgepast voor|met, opgelet met, waarschuwing, wees gewaarschuwd, zeg|zeggen|
        opzeggen|opgezegd|stop|stoppen _ _ abonnement|contract|lidmaatschap|op|rekening|lid,
        abonnement|contract _ opzeggen|opgezegd|op|stop, overstappen, stap|stappen|overgestapt _
        over|naar, klant _ kwijt|verloren|minder|geweest|af, verliezen|verliest _ klant|klanten,
        schaam*, schaamt, schamen, schande, schandalig*, schandelijk*, foei, failliet, sluiten die
        tent|handel|zaak, gesloten worden, moeten|moet _ verboten|verbieden|gesloten|gestraft|
        vervolgd|gestopt, massaclaim, openbaar maken, aan de grote klok, staartje, gevolgen hebben,
        # ster|sterren review, nul sterren, stap|stappen _ naar, meld|melden|gemeld|aangeven _ bij
    """,
    "danger": """
        in brand, vlam gevat|vatte, vloog _ brand, vuur gevat, in de fik, brandgevaar*, gebrand _
        hand, begon te roken|branden|smeulen, rook uit|kwam, ontploft*, ontplof*, explosie,
        geëxplodeerd, elektrocutie, geëlektrocuteerd, elektrische schok, stroomstoot, schok
        gekregen, verbrand _ hand|vingers|huid|arm, brandwond*, allergi*, voedselvergiftiging,
        vergiftig*, salmonella, overgeven, overgegeven, gekotst, braken, gebraakt, ziek geworden|
        van|door|na, ziekenhuis _ beland|door|na|gemoeten, op de spoed, spoedgevallen, ambulance,
        gewond*, verwond*, verwonding*, letsel, levensgevaar*, gevaar, gevaarlijk*, onveilig*,
        veiligheidsrisico, verslikt, gestikt, stikken bijna, glas in, scherven in, stuk metaal|
        plastic|glas, remmen _ begaven|weigerden|faalden|werkten, bijna _ _ dood|overleden|
        verongelukt|gestikt|aangereden|ongeluk|ongeval, had _ dood kunnen, gaslek, gasgeur,
        koolmonoxide, co vergiftiging, bloedt, bloedde, gebloed, bloeden, aangerand, lastiggevallen,
        bedreigd*, aangevallen, geslagen, gevallen door, uitgegleden, zonder hulp
    """,
    "irony": """
        bedankt|dankjewel|dank|merci|thanks|dankje _ voor niks|niets|nop|nada|geen, bedankt|
        dankjewel|merci|dank _ voor de|het vertraging|chaos|storing|ellende|wachten|verpesten|file,
        bedankt voor niks|niets|het|de|nop _ _ wachten|vertraging|chaos|niet, bedankt weer|dat,
        fijn|leuk|heerlijk|top|super|geweldig|mooi|prachtig|lekker|goed|schitterend|fantastisch|tof|
        plezant|bravo|joepie|hoera|perfect|knap|prima|gezellig weer|alweer|opnieuw|hoor|zeg|dan|nog
        _ vertraging|storing|uitgevallen|kapot|wachten|staking|laat|file|crash|geannuleerd|lek|
        defect|niet, fijn|leuk|heerlijk|top|super|geweldig|mooi|prachtig|lekker|schitterend|
        fantastisch|tof|plezant|bravo|joepie|hoera|perfect|knap vertraging|storing|wachten|staking|
        file, weer|alweer|opnieuw _ vertraging|storing|prijs|raak|zover|kapot|wachten _ fijn|leuk|
        heerlijk|top|super|geweldig|lekker|bravo|bedankt, fijn weer, leuk weer, lekker weer
        vertraging, heerlijk weer vertraging, precies|net|juist|exact wat ik|we nodig|wilde|wilden,
        precies wat _ nodig, dat had _ nog nodig, moest er nog bij, kan er ook nog bij, ontbrak er
        nog, goed bezig, lekker bezig, goed gedaan weer|hoor|jongens, knap werk, mooi werk weer,
        proficiat _ met|voor|aan|jullie, gefeliciteerd|felicitaties _ met|voor|aan _ vertraging|
        storing|slechtste, chapeau hoor, hulde hoor, slow clap, bravo _ _ vertraging|storing|slecht,
        wat een service|verrassing|feest|luxe|genot|pret|plezier, hoe fijn|leuk|attent|handig,
        altijd leuk|fijn|gezellig als|om|wanneer|zo, leuk is dat|anders, dol op als, ik hou ervan
        als|om, hou ervan als|om, service met een glimlach, zogezegd*, service noemen ze, noemen ze
        dat|dan|service, leve de ns|nmbs|@, wie heeft er|dat|nou|niet, wie wil|wilt er|dat|nu|niet,
        uiteraard weer, natuurlijk weer|niet|te, mijn dag kan niet, mijn favoriete _ wachten|
        bezigheid, topservice, topdienst, heel slim, slim hoor, kan niet beter beginnen, in de
        wacht|rij _ heerlijk|fijn|leuk|gezellig|top|super, uren|uur|wachten|wacht|wachtrij _ _
        heerlijk|gezellig|leuk zo, voor niks, super|top|mooie|prachtige|fijne|heerlijke service|
        dienst|dienstverlening hoor|zeg|weer, jullie _ _ fantastisch|geweldig _ hoor
    """,
    "bad": """
        slecht*, erg, stom*, dom, domme, lelijk*, vervelend*, saai*, irritant*, triest*, droevig*,
        jammer, helaas, spijtig*, boos, kwaad, teleur*, zwak*, matig*, duur, dure, haat, haten,
        pech, stress*, gedoe, miserie, ellend*, kut*, klote*, shit, verdomme, verdomd, godver*,
        klagen, klacht, klachten, probleem, problemen, fout, foute, fouten, verkeerd*, lastig*,
        moeilijk*, ingewikkeld*, omslachtig*, onhandig*, onduidelijk*, verwarrend*, nutteloos,
        nutteloze, zinloos, zinloze, waardeloos, waardeloze, goedkoop spul, minderwaardig*,
        overgewaardeerd*, onnodig*, onaangenaam*, ongemak*, onvriendelijk*, arrogant*, zielig*, eng,
        bang, angst, zorgen, ziek, pijn*, huilen, dood, overleden, doden, oorlog, crisis, verlies,
        verloren, verpest*, geen zin, mislukt*, gefaald, faalt, vuil, vies*, vieze, rotzooi, rommel,
        zeuren, kritiek, raar, rare, vreemd*, tegenvall*, tegengevallen, balen, baal
    """,
    "awful": """
        verschrikkelijk*, vreselijk*, afschuwelijk*, rampzalig*, ramp, catastrofe, dramatisch*,
        drama, gruwelijk*, hemeltergend*, wansmakelijk*, walgelijk*, weerzinwekkend*, misselijk*,
        schandalig*, schande, slechtste, ergste, bar slecht, ronduit slecht, bagger*, om te huilen,
        om te kotsen, hel, nachtmerrie, horror*, idioten, klootzak*, debiel*, achterlijk*,
        stelletje, razend, woedend, furieus, ziedend, laagste, beneden alle peil, troep, nul
    """,
    "good": """
        goed, goede, goeie, beter*, leuk*, fijn*, mooi*, lief, lieve, aardig*, vriendelijk*,
        behulpzaam*, snel, snelle, vlot*, makkelijk*, gemakkelijk*, proper*, schoon, vers, verse,
        lekker*, heerlijk*, smaakvol*, comfortabel*, gezellig*, tof, toffe, plezant*, aangenaam*,
        tevreden, blij*, gelukkig*, hou van, houd van, oke, ok, cool, chill, schattig*, betaalbaar*,
        goedkoop, voordelig*, betrouwbaar*, stipt*, op tijd, netjes, correct*, beleefd*, bekwaam*,
        dank*, bedankt, merci, thx, dankbaar, aanrader*, aanbevelen, aanraden, waard, handig*,
        eerlijk*, vakkundig*, warm*, zin in, grappig*, haha*, hihi, lol, interessant*, boeiend*,
        welkom, succes, proficiat, gefeliciteerd, trots, gewonnen, genoten, geniet*, veilig, knap,
        knappe, eerder, deugd, deskundig*, zorgvuldig*
    """,
    "great": """
        geweldig*, fantastisch*, super*, top, uitstekend*, prima, perfect*, prachtig*, schitterend*,
        briljant*, uitmuntend*, ongelooflijk lekker|goed|lief|mooi, subliem*, magnifiek*,
        wereldklasse, eersteklas, beste, allerbeste, liefde, verliefd, zalig*, hemels*,
        onovertroffen, onberispelijk*, vlekkeloos, vlekkeloze, # sterren, vijfsterren, topper*,
        toppers, held, helden, heldin, engel, engelen, machtig*, meesterlijk*, verrukkelijk*,
        voortreffelijk*, buitengewoon, weergaloos, waanzinnig*, dolblij, bijzonder goed|lekker|
        vriendelijk, lekkerste, mooiste, fijnste, leukste, subliem, wauw, wow
    """,
    "thanks": """
        hartelijk|heel|erg|duizendmaal|dikke|grote|veel|oprecht|super bedankt|dank|merci|pluim|duim|
        dankjewel, dikke merci, bedankt voor de|jullie|het|je|alles|uw _ goede|snelle|hulp|service|
        fijne|leuke|mooie|top|super|geweldige|lekkere|vriendelijke|goeie|gezellige|zorg|bediening|
        avond, bedankt team|jongens|allemaal|meisjes|@|aan, dank aan|jullie, merci aan|voor|jullie,
        petje af, hoedje af, chapeau aan|voor|@, pluim voor|aan|op, compliment*, hulde aan|voor,
        shout out, shoutout, lof voor, complimenten voor|aan, echte|absolute|grote|dikke|echt
        aanrader, aanrader, zeker|absoluut|echt|warm|iedereen aanraden|aanbevelen, aan te raden,
        raad _ iedereen|zeker, top|super|prima|uitstekende|fantastische|geweldige|goede|goeie|
        vlotte|snelle|perfecte service|bediening|team|personeel|zaak|werk|levering|ervaring|
        klantendienst|klantenservice|winkel|hulp, topservice ontvangen, zo|heel|erg|super|echt|zeer
        blij|tevreden|dankbaar|vriendelijk|behulpzaam|lief|lekker|goed|fijn, kom|komen _ zeker|graag
        terug, hou|houd|houden van deze|dit|die|jullie|mijn, beste _ _ stad|ooit|wereld|buurt|
        streek|land|belgië|nederland|gent, mijn dag gemaakt|goed, dag eerder, # dag|dagen eerder|
        vroeger, dag vroeger, sneller dan verwacht|beloofd|gedacht, vroeger dan verwacht|gepland,
        vaste|trouwe klant, ga|doe zo door, doe zo voort, boven verwachting, verwachtingen
        overtroffen, overtroffen, ten zeerste, van harte, mag gezegd, mag ook gezegd
    """,
    "solved": """
        opgelost, in orde gebracht|gemaakt|gekomen, is in orde, geregeld, rechtgezet, werkt weer|
        terug|nu|opnieuw, doet het weer|terug, het weer doet, terug online|in|werkend, weer online|
        terecht, weer in de lucht, weer goed gekomen, gerepareerd|hersteld|gefikst|gemaakt in|
        binnen|en|op, netjes|snel|meteen|direct|vlot|onmiddellijk opgelost|geholpen|hersteld|
        vervangen|terugbetaald|gemaakt|gereageerd, geld _ teruggekregen|ontvangen|terecht, alsnog
        gekregen|geleverd|opgelost|goed, goed gekomen, nieuwe _ gekregen|opgestuurd gratis,
        kosteloos vervangen, goed geholpen, hebben|heeft me|ons _ geholpen
    """,
    "fine": """
        geen|nooit|zonder|nul|enkele|nimmer _ klacht|klachten|probleem|problemen|gedoe|gezeur|
        stress|zorgen|zorg|miserie|reden|spijt|vertraging|wachttijd|wachtrij|file|gezeik, niks|
        niets|nooit|niet|nie|geen _ te klagen|zeuren|mopperen|zeggen, niks|niets op aan te merken,
        niks|niets mis mee, niets|niks aan te merken, kan|kunnen|mag _ niet klagen|zeuren, mag niet
        klagen, niet slecht|verkeerd|mis, nie slecht, geen punt|ramp|stress|zorgen|paniek|haast|
        drama, maak _ geen zorgen, nooit _ teleurgesteld|probleem, nooit _ in de steek, nog nooit _
        teleurgesteld|problemen|klachten, stelt nooit, valt wel|best|goed mee, meegevallen,
        meevaller, viel _ mee, het wachten waard, wachten waard, kan niet|haast|bijna _ wachten, kan
        niet wachten, nooit meer _ anders|zonder|weg, vlekkeloos, vlekkeloze, probleemloos,
        probleemloze, zonder problemen|gedoe|wachten, op tijd, stipt op tijd, alles goed|oke|ok|
        prima|top, alles in orde, maakt niet uit, niet hoeven wachten, niet _ moeten wachten
    """,
    "idiom": """
        ziek|ziekelijk|gestoord|verslavend|waanzinnig|idioot|vreselijk|verschrikkelijk|gruwelijk|
        moordend|verdomd|kei|belachelijk|bizar|sick|absurd|onwijs|kapot|vet|vies|wreed|zot|beestig
        goed|lekker|leuk|mooi|tof|vet|snel|goedkoop|lief|grappig|goeie, kan|kon _ niet stoppen|
        ophouden|genoeg, niet stoppen met, verslaafd, verslavend*, verslaving, om duimen en vingers,
        om van te smullen, om je vingers, van mijn sokken, omver geblazen, omvergeblazen, de bom,
        kapot lachen|gelachen, kapot van het, dood gelachen, doodgelachen, lig dubbel, lig in een
        deuk, gieren, tranen van geluk|vreugde|lachen, huilen van het lachen, ziekteverlof, ziek
        thuis, ziekgemeld, beterschap, verslapen, overslapen, mijn schuld|fout, eigen schuld|fout,
        mijn eigen schuld|fout, stom van mij, ik was vergeten, ik ben _ vergeten, te laat
        vertrokken|opgestaan, slecht weer|geslapen, koud weer|pintje|biertje, tot later, later
        alligator, gebroken nacht|hart|voet|been, uit elkaar gaan, mis je|jullie, lang niet gezien,
        hals over kop, vuur en vlam, stuk beter|goedkoper|lekker|taart|leuker|sneller, een stuk,
        stukje taart, kapot van, wreed wijs, ne zot, steengoed, retegoed, keigoed, ongelofelijk
        goed|lekker, niet normaal lekker|goed|mooi, niet te geloven zo lekker|goed
    """,
    "question": """
        weet|kent|heeft|kan|gebruikt|is|was|woont|zijn|zag iemand hier|er, iemand _ ervaring|
        ervaringen|tips|tip|idee|suggesties|aanraders|zin|die|een|weet|al, weet|weten iemand|er|je|
        jullie|ge of|wanneer|waar|hoe|welke, wie weet|heeft|kent|kan|is, waar kan|vind|kun|koop|
        vinden|haal|kunnen|is|zijn _ ik|je|we|men|er|de|het|goede|dat, hoe kan|kun|werkt|wijzig|
        verander|lang|veel|kom|maak|vind|ver|vaak|groot|duur|zeg|annuleer|laat _ ik|je|we|dit|dat|
        duurt|kost|er|het|de|mijn, welke|welk, raden|raadt|raad _ jullie|je|iemand|u _ aan, wat
        raden|vinden|denken|is|zijn|kost|kosten _ jullie|het|de|er|een|beste, hebben|heeft|verkopen|
        leveren|doen|zijn jullie|u|er ook|nog|een|op|al|in, zijn er|jullie nog|ook|hier|op, is er|
        het|dit|dat|de _ ook|mogelijk|open|een|nog|hier|waard|veilig|geschikt|goed, wanneer gaat|
        opent|begint|sluit|start|is|zijn|hebben, hoe laat, open is, openingsuren, openingstijden,
        kan|mag|moet|zal ik|je|men|ge|dat, iemand tips|ervaring|suggesties, op zoek naar tips|een|
        goede|goeie|advies, tips voor, vraagje, korte vraag, vraag _ aan, ik vraag me af, benieuwd,
        zouden jullie, aanraders voor|in|om, kennen jullie, enig idee waar|of|hoe
    """,
    "advert": """
        # korting|procent|kortingen|goedkoper|gratis, korting op|van|bij|met, kortingscode voor,
        bespaar*, nu|hier|vandaag|direct|online|snel|meteen bestellen|kopen|boeken|solliciteren|
        inschrijven|verkrijgbaar|beschikbaar|reserveren|downloaden|aanmelden|geldig, nu te koop,
        bestel|koop|shop|boek|ontdek|reserveer|schrijf|solliciteer|download|registreer|scoor|
        profiteer|bekijk|lees|luister|meld nu|hier|vandaag|jouw|je|onze|snel|online|via|ons|de|het|
        meer|in, link in|onderaan, in bio, alleen dit|deze|vandaag|nog, enkel dit|vandaag, enkel
        dit|deze|vandaag, dit weekend, zolang de voorraad, op is op, op=op, aanbieding*, actie
        geldig|loopt|van, promo*, solden, uitverkoop, sale, koopje*, gratis*, winactie*, wedstrijd,
        win|maak kans|een|#|je|jouw|tickets, maak kans, te winnen, volg ons|onze|en, like en|deze|
        onze, tag|deel een|#|je|deze|dit|en, black friday, cyber monday, nieuw in|bij|op|binnen,
        nieuwe collectie|video|blog|aflevering|podcast, nu verkrijgbaar|ook, vanaf nu|vandaag|
        morgen|#, onze nieuwe|nieuwste|webshop|winkel, wij|we zoeken|stellen|bieden|openen|
        presenteren|hebben|geven|verloten, ben jij|je, zoeken wij|we, gezocht, vacature*,
        solliciteer*, sollicitatie*, kom|word _ deel|lid|team|bij|werken|langs|proeven|kijken,
        voltijds, deeltijds, fulltime, parttime, kom langs, m v x, m v, bezoek onze|ons|de, neem een
        kijkje, kijk op|snel, schrijf je in, te koop, te huur, verkoop, advertentie, gesponsord*,
        reclame, stuur _ dm om|voor prijs, meer info|weten|lezen, lees meer|verder|het, voorverkoop,
        binnenkort, exclusie*, mis dit|deze niet, tickets via|verkrijgbaar|nu, beste prijs, laagste
        prijs
    """,
    "news": """
        aandeel, aandelen, beurs, aex, bel 0, kwartaal*, kwartaalcijfers, jaarcijfers, omzet*,
        winst*, verlies van, kondigde|kondigt|kondigen _ _ aan, aangekondigd, maakte|maakt|maken _
        bekend, volgens|aldus|meldt|melden|bericht _ onderzoek|bron|bronnen|woordvoerder|krant|vrt|
        nos|nu|de|het|politie|minister, onderzoek|studie|enquête|rapport toont|blijkt|wijst|
        waarschuwt, blijkt uit, uit onderzoek, ceo, topman, topvrouw, bestuurder, directeur _ zegt|
        zei|stapt, woordvoerder*, persbericht*, overname*, overgenomen, fusie*, faillissement,
        filialen, nieuwe winkels|vestigingen|vestiging|fabriek|jobs|banen, opent|openen|sluit _
        winkels|vestigingen|filialen|deuren|winkel, banen schrappen, schrapt banen|jobs|#, ontslagen
        bij, vakbond*, vakbonden, staking|stakingen bij|op|aangekondigd|morgen|vrijdag, cao,
        regering*, minister*, kamer, parlement, rechter oordeelt|beslist|legt, boete van|voor,
        krijgt boete, toezichthouder legt|beboet, roept _ _ terug, terugroep*, breaking, belegger*,
        analist*, miljoen*, miljard*, procent, verkiezing*, partij, president, koning, eredivisie,
        wedstrijd tegen, trainer, ploeg, doelpunt, elftal, kampioen, wegenwerken, werkzaamheden,
        omleiding, autobouwer, fabrikant roept, wegens defecte|mogelijke|gebrekkige, wagens|autos|
        producten terug, kondigen|kondigt staking
    """,
    "reply": """
        wat vervelend|spijtig|jammer, vervelend om te|voor, spijtig om te, dit is niet de bedoeling,
        het spijt ons, spijt ons|me, sorry voor|om|te, excuses voor het, onze excuses|
        verontschuldigingen|collega|collegas|klantenservice|klantendienst|website|medewerkers,
        excuseer voor, stuur|sturen|zend|geef|mail|bel|neem|contacteer|stuurt _ ons|me|mij|even|
        gerust|contact|je|uw|via|dan _ _ dm|pb|bericht|privébericht|bestelnummer|klantnummer|ons|
        nummer|gegevens|via|mail, via dm|pb|privébericht|prive, een dm|pb|privébericht, je|uw|jouw
        bestelnummer|klantnummer|ordernummer|gegevens|bericht|feedback|geduld|melding|reactie|vraag|
        postcode, bedankt|dank voor je|uw|het|de bericht|feedback|melding|geduld|reactie|tip|begrip|
        doorgeven|vraag, ^ hoi|hallo|dag|hey|beste|goedemorgen|goedemiddag|goeiemorgen, hoi|hallo|
        dag|hey|beste, kijken|bekijken|zoeken|helpen|lossen|checken|gaan we|wij, we|wij kijken|
        bekijken|helpen|gaan|zoeken|begrijpen|hopen|raden|doen|hebben|kunnen|zullen|sturen|geven|
        werken, helpen je|we|u graag, graag verder|voor, verder helpen, voor je|u na|kijken|
        uitzoeken, kan|kun|kunt|zou|wil je|u ons|even|eens|me|een|via|mij, heb|heeft|hebt je|u al|
        dit|de|het, om welke|welk, welk|welke toestel|versie|apparaat|winkel|filiaal, ons team, met
        vriendelijke groet, groetjes, mvg, fijne dag|avond|middag, prettige dag, graag gedaan, laat
        het _ weten, horen we graag, probeer
    """,
    "own": """
        mijn, mn, ik, me, mij, ons, onze, wij, we, k, mijne, mezelf, ikzelf, ikke
    """,
    "address": """
        jullie, je, jij, jou, jouw, u, uw, ge, gij, gulle, ulle, gasten, jongens, uwe
    """,
    "again": """
        weer, alweer, opnieuw, nog steeds|altijd, nogmaals, steeds, altijd, telkens, voortdurend,
        constant, continu, elke|iedere dag|keer|week|avond|ochtend|maand|nacht, meermaals, meerdere
        keren, tweemaal, # keer, # maal, sinds, al, nooit, niks, niets, nog, gisteren, vandaag,
        vorige week|maand, dagelijks, hele dag|week|avond|ochtend|nacht, sindsdien, maar, aldoor, nu
        al, tot nu
    """,
    "duration": """
        # dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|u|minuten|minuut|min|keer|maal,
        sinds maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteren|vanmorgen|
        vanochtend|vorige|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|
        november|december|#|begin|eind|de|het, al dagen|weken|maanden|uren|jaren|heel|de, uren,
        urenlang, dagenlang, wekenlang, maandenlang, een|hele|heel|half|halve uur|uren|dag|week|
        maand|kwartier|avond|nacht|jaar|uurtje, kwartier, eeuwigheid
    """,
    "negator": """
        niet, nie, geen, nooit, niks, niets, zonder, niemand, nergens, noch, amper, nauwelijks,
        nimmer, evenmin
    """,
    "intensifier": """
        heel, erg, zeer, zo, echt, super, mega, totaal, helemaal, absoluut, ontzettend, enorm,
        vreselijk, bijzonder, kei, te, volledig, compleet, ronduit, gewoonweg, uiterst, veel, zwaar,
        dik, verdomd, wreed, retestrak, bere
    """,
    "diminisher": """
        beetje, wat, iets, enigszins, redelijk, vrij, tamelijk, best, nogal, bijna, ietwat, deels
    """,
    "contrast": """
        maar, echter, toch, hoewel, ondanks, alhoewel, nochtans, daarentegen
    """,
    "number": """
        twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, twintig, dertig,
        veertig, vijftig, honderd, tweede, derde, vierde, vijfde, zesde, zevende, tiende, paar,
        meerdere, aantal, anderhalf, anderhalve, tig, zoveelste
    """,
}

TOPICS = {
    "product_fault": """
        kapot*, stuk, defect*, gebroken, gescheurd*, lader, oplader, batterij, accu, scherm,
        telefoon, gsm, mobiel, laptop, tablet, koelkast, frigo, wasmachine, vaatwasser, droogkast,
        oven, stofzuiger, tv, televisie, koptelefoon, oortjes, console, controller, auto, wagen,
        band, banden, motor, fiets, schoenen, jas, kleed, jurk, broek, jeans, trui, hemd, rits,
        naad, zetel, bank, meubel*, matras, kast, tafel, stoel, kwaliteit*, eten, maaltijd, pizza,
        burger, friet*, frieten, patat, kroket, koffie, soep, salade, brood, vlees, kip, smaak*,
        lauw, schimmel*, kamer, hotelkamer, douche, bed, hotel, vuil, vies*, stinkt, maat, kleiner
        dan, product*, artikel, toestel, apparaat, portie*, restaurant, lekt*, verwarmingsketel,
        afwerking
    """,
    "delivery": """
        lever*, geleverd*, bezorg*, pakket*, pakje*, zending, koerier*, chauffeur, postbode,
        verzend*, verzonden, verstuurd, track*, afhaalpunt, bestelling*, besteld, verkeerd geleverd,
        bus, trein*, tram, metro, vlucht*, vliegtuig, perron, halte, spoor, aansluiting,
        vertraging*, vertraagd, koffer*, bagage, loodgieter, technieker, monteur, installateur,
        elektricien, vuilnis*, vuilbak*, container*, kliko, afval*, huisvuil, opgehaald, ophaling,
        post, brief, brievenbus, niet opdagen|gekomen|aangekomen|geleverd, geannuleerd, afgeschaft
    """,
    "price_billing": """
        terugbetal*, terugbetaald, terugstort*, restitutie, geld terug, mijn geld, op mijn geld,
        afgeschreven, aangerekend, factuur*, facturen, rekening*, afrekening*, kosten, *kosten,
        prijs*, prijzen, duur, dure, peperduur, te veel betaald, betaal*, betaling*, abonnement*,
        domiciliëring, incasso*, waarborg, borg, vergoeding*, compensatie, korting*, kortingscode,
        waardebon*, cadeaubon*, voucher, aanmaning*, tarief*, tarieven, euro, euros, voorschot*,
        creditnota, eindafrekening, oplichterij
    """,
    "service_staff": """
        personeel, medewerk*, onvriendelijk*, ober, kelner, serveerster, bediening, kassier*,
        verkoper*, verkoopster, manager, baas, dokter, arts, artsen, verpleeg*, receptie*,
        conducteur, chauffeur*, bediende, service, klantenservice, klantendienst, onprofessioneel*,
        incompetent*, arrogant*, onbeschoft*, onbeleefd*, behandeld, behandeling, ziekenhuis,
        praktijk, tandarts*, uitgelachen, afgesnauwd, houding, loket*, portier, balie*, begeleider
    """,
    "waiting_contact": """
        wachtrij, wachttijd*, in de wacht, aan de lijn, telefoon, telefonisch, gebeld, bellen, belt,
        teruggebeld, antwoord*, reactie, reageert, reageren, bereik|bereiken|bereikbaar,
        onbereikbaar, gemaild, mail*, mailtje*, e mail, contact*, contactformulier, opgehangen,
        callcenter, call center, helpdesk, chatbot, chat, genegeerd, negeren, negeert, neemt _ op,
        opgenomen, # uur|minuten, wachten op _ antwoord|reactie|telefoon, afspraak*, doorverbonden,
        hulplijn
    """,
    "website_app": """
        app, apps, website*, site, webshop, webpagina, pagina, login, inlog*, ingelogd, aanmelden,
        wachtwoord*, winkelmand*, winkelwagen*, afrekenen, crash*, update*, server*, foutmelding*,
        bug*, spel, game*, browser, download*, installeer*, installatie*, ios, android, software*,
        firmware, functie, account*, geblokkeerd, code, itsme, digid, streaming*, versie,
        afspeellijst, portaal, internetbankieren
    """,
    "outage": """
        storing*, *storing, panne, internet*, wifi, glasvezel, fiber, router, modem, netwerk*,
        bereik, ontvangst, signaal, stroom*, elektriciteit, geen stroom|water|gas, verwarming*, warm
        water, verbinding*, valt _ _ uit, uitgevallen, plat, ligt eruit, mobiele data, mobiel
        internet, kaart geweigerd, bancontact, pinnen, pinautomaat*, geldautomaat*, stroompanne, cv
    """,
    "safety": """
        brand, vuur, vlam*, rook*, verbrand*, brandwond*, ontplof*, explo*, elektrocut*, schok,
        allerg*, vergiftig*, voedselvergiftiging, salmonella, ziek geworden|van, gewond*, verwond*,
        letsel, gevaar*, onveilig*, gestikt, verslikt, glas in, scherven, metaal, plastic in,
        remmen, ziekenhuis, spoed, ambulance, ongeval*, ongeluk*, bloed*, kakkerlak*, rat, ratten,
        bedwants*, schimmel*, gaslek, overleden, koolmonoxide, terugroep*, zonder hulp
    """,
    "privacy_fraud": """
        fraud*, oplicht*, opgelicht, diefstal, gestolen, dieven, gehackt, datalek*, gelekt, mijn
        gegevens|data, persoonsgegevens, persoonlijke gegevens, privacy*, avg, gdpr, phishing,
        identiteit*, zonder _ toestemming, spam*, spamming, nep*, vals*, scam*, iemand anders,
        gegevens doorgegeven|verkocht, bedrog, bedriegers
    """,
    "discrimination": """
        racis*, seksis*, discrimin*, gediscrimineerd, homofob*, homofoob, transfob*, islamofob*,
        antisemit*, rolstoel*, handicap*, gehandicapt*, beperking, toegankelijk*, assistentiehond,
        blindengeleidehond, hoofddoek, huidskleur, mijn accent|afkomst|geloof, omdat ik, moslim*,
        homo, lesbisch, leeftijdsdiscriminatie
    """,
    "policy": """
        beleid, voorwaarden, regel, regels, reglement, kleine lettertjes, annuleer*, annulering*,
        annulatie*, opzeg*, opzegtermijn, opgezegd, retour*, retourneren, ruil*, omruilen,
        garantie*, contract*, lidmaatschap, leeftijdsgrens, openingsuren, openingstijden,
        herroepingsrecht, bedenktijd, minimumbedrag, dresscode, toegelaten, verboden om
    """,
}
