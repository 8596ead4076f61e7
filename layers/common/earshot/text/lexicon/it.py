"""Italian, and what people type on phones."""

CUES = {
    "problem": """
        rott*, rompe|rompono|ruppe, si è rott*|rompe|guast*|spento|spegne|scollat*|staccat*|
        bloccat*|fermat*|impallat*, guast*, difett*, danneggiat*, graffiat*, ammaccat*, crepat*|
        crepe, scheggiat*, strappat*, bucat*, scucit*, scollat*, macchiat*, arrugginit*, perde|
        perdeva|perdono|perdevano _ acqua|colpi|olio, doccia|rubinetto|caldaia|lavatrice _ perde|
        perdeva|perdono, gocciola*, allagat*|allagament*, muffa|ammuffit*, marci*, rancid*, scadut*,
        crudo|cruda|crudi, bruciat*, immangiabil*, stracott*, sbiadit*, arrivat*|arriva|era|erano|
        consegnat* _ fredd*|apert*|vuot*|incomplet*|rott*|bagnat*|sbagliat*|schiacciat*|sporc*|
        gelid*|mol*, crash*, si blocca|bloccano|chiude|chiudono|impalla|spegne|riavvia|disconnette|
        inchioda|pianta|scarica|surriscalda|scollega|stacca|ferma|freeza|rompe, continua a _
        bloccarsi|chiudersi|crashare|spegnersi|cadere|disconnettersi|dare, cade|cadono|caduta|
        caduto|saltata|saltato|salta|va|viene|manca _ linea|connessione|rete|internet|segnale|giù|
        corrente|luce|acqua|wifi|campo, linea|connessione|internet|rete|segnale|wifi|adsl|fibra|
        sito|app|server|sistema _ cade|assente|lent*|giù|down|instabile|salta|saltata|ko|pessim*|
        scarso, non|mai|smesso|nemmeno|neanche|senza _ funziona|funzionano|funzionava|funzionare|
        funzionato|va|vanno|parte|apre|aprono|carica|accende|collega|connette|risponde|prende|passa|
        passato|passata|passati|passano|entra|entrare|aggiorna|sincronizza|suona|legge|accetta|
        scalda|raffredda|regge|tiene|compare|appare|presentato|presentati|venuto|venuti|ritirat*|
        riparat*|corrisponde|corrispondono|chiude, non|impossibile|nn _ riesco|riesce|riusciamo|
        posso|permette|consente|lascia|fa|riuscito|riuscita _ accedere|entrare|aprire|usare|pagare|
        vedere|scaricare|prenotare|cancellare|disdire|contattare|completare|attivare|comprare|
        ordinare|aggiornare|installare|parlare|prelevare|collegarmi|connettermi|guardare|chiamare|
        loggarmi|sbloccare|fare, impossibile accedere|usare|prenotare|pagare|contattare|parlare|
        disdire|entrare, senza internet|linea|segnale|luce|acqua|gas|rete|connessione|corrente|
        riscaldamento|servizio|wifi|adsl|campo|telefono|ascensore|aria, niente|nessun|zero internet|
        linea|segnale|acqua|luce|rete|connessione|riscaldamento|campo, fuori uso|servizio, mancano|
        manca|mancava|mancavano pezzi|un|una|il|la|le|i|#|viti|metà|ancora, da|dà|esce|compare|
        errore|errori errore|errori|in|nel|al|quando|di, bug, buggat*, lag, lagga|laggano, glitch,
        sbagliat*, errat*, taglia|colore|prodotto|ordine|articolo|indirizzo diverso|diversa|
        sbagliato|errato|sbagliata, inviato|mandato|consegnato|arrivato|ricevuto _ altro|sbagliato|
        altra|diverso, più piccol*|cort*|sottile che|di, divers* dall|dalla|dalle|da, nulla|niente a
        che, pubblicità ingannevole, metà vuot*, sporc*|sporcizia|lurid*|zozz*|sudici*, puzza*|
        puzzava, odore|cattivo _ fogna|fumo|muffa|odore, scarafagg*|topi|topo|blatte|cimici|verme|
        vermi|insetti|mosche, capello|capelli nel|nella|dentro, rumoros*, pers*|smarrit* _ pacco|
        bagaglio|valigia|bagagli|ordine, smarrit*, perso|persa|perdere|perdete|perduto il|la|i|mia|
        mio|le _ pacco|valigia|valigie|bagaglio|bagagli|ordine|raccomandata|dati, problema|problemi
        con|al|alla|col|sulla|nel|di, ho|abbiamo|sto|dà|da|avuto _ problema|problemi, batteria _
        dura|scarica|morta, schermo nero|bianco|rotto|blu, surriscald*, cancellat*|annullat*|
        soppress*|soppressione, overbooking, esaurit*, peggiorat*|peggiora, buche|buca, non è più,
        prima era _ meglio|buono, a pezzi, cade|cadendo|cadono a pezzi, disservi*, malfunzion*,
        intasat*, sparit*, in tilt, down da|di, ko da, cotto|montato|fatto|fatta|imballato|cucito
        male, è peggio|peggiorata, sovraffollat*, strapien*
    """,
    "waiting": """
        aspett* da|ancora|il|la|un|una|#|che|mesi|settimane|rimborso|risposta|invano, in attesa,
        attesa|attese di|da|infinita|lunghissima|lunga|eterna|assurda|#, # settimane|settimana|mesi|
        mese|giorni|giorno|ore|minuti|ora _ aspett*|attesa|ritardo|senza|coda|fila|telefono|niente,
        sono|è|da # giorni|settimane|mesi|ore|minuti|settimana, da _ settimane|mesi|giorni|ore, da
        oltre|quasi|più|un _ mese|settimana|ora, # ore|giorni|settimane|mesi fa, ritard*, tard*, in
        ritardo, lent*, lentezza, non|mai|ancora|senza|nemmeno|nn _ arriva|arrivano|arrivat*|ricev*|
        consegnat*|consegnano|consegna|spedit*|rimborsat*|ritirat*|pervenut*|passat*|evas*, mai
        arriv*|consegnat*|ricevut*|spedit*|visto, ancora|tuttora|ora _ niente|nulla|nessun*|nessuno|
        non|nn|attesa|aspetto|aspettando|no|senza, e|poi ancora niente|nulla, e niente, e ancora,
        fino ad|a ora|oggi _ niente|nulla|non, nessuna|nessun traccia|notizia|notizie, dov è, dove _
        mio|mia|pacco|ordine, dove è, che fine ha, quando _ arriva|arriverà|consegnate|rimborsate|
        torna|arrivano|pensate|riparate|sistemate, doveva|dovevano|dovrebbe|sarebbe|dovuto _
        arrivare|essere|consegnare|arrivato, quanto|ancora _ devo|dobbiamo|bisogna|tempo _
        aspettare|ancora|attendere, coda|fila|file|code di|alla|allo|al|in|da|interminabile|per, ci
        mett*|mettono|vogliono|volute|messo _ #|ore|mesi|settimane|secoli|vita, bloccat*|ferm*|
        appied* in|a|all|da|alla|nel|sul|per, perso|persa|perdere|perdo _ coincidenza|volo|treno|
        appuntamento|giornata|mattinata|ore|tempo|pomeriggio|lezione, rimandat*|rinviat*|
        posticipat*, in giacenza|dogana|lavorazione da, interminabil*|infinit*|eterni*|biblic*, ore
        di|e attesa|coda|ritardo|ore, tempi biblici|lunghi|infiniti, scadut*|superat* _ termini|
        termine|tempi, non si è|sono presentat*|vist*|fatto, ordinat*|ordinato|comprato|acquistato|
        richiesto|chiesto # fa|ore|giorni|settimane|mesi, ordin* _ # ore|giorni|settimane|mesi,
        ordin* _ mese|settimana|mesi fa, sollecit*
    """,
    "unanswered": """
        nessun*|senza|zero|mai|alcuna|ancora|nemmeno _ risposta|risposte|riscontro|soluzione|
        spiegazione|spiegazioni|assistenza|comunicazione|aiuto|supporto, nessuno|mai|non|nn|neanche|
        nemmeno|senza|né _ rispond*|rispost*|richiam*|risolv*|risolt*|aiutano|aiutato, nessuno _ sa|
        risponde|chiama|spiega|aiuta|fa|interviene|viene|ascolta|interessa|dice|può, ignor*, ho|
        abbiamo _ chiamato|scritto|mandato|inviato|telefonato|provato|contattato|segnalato|aperto|
        sollecitato _ volte|#|volta|mail|email|più|giorni|ticket|messaggi|pec, già|ho scritto|
        chiamato|segnalato|contattato|mandato|sollecitato, chiamo|scrivo|telefono|provo _ #|giorni|
        sempre|settimane|volte|ore, rimpall*|rimbalz*|scaricabaril*|palleggi*, passano|rimandano|
        mandano _ uno|altro|ufficio|reparto|operatore, attacc*|riattacc*|buttano|messo _ telefono|
        faccia|giù|cornetta, mettono giù, cade|caduta la linea|telefonata, impossibile _ contattare|
        parlare|comunicare|operatore, call center|chat|centralino|assistenza _ muto|inesistente|
        nessuno|mai|inutile|fantasma|latitante|risponde, risponditore|disco|bot|robot|musichetta,
        lettera morta, silenzio, spariti|scomparsi, visualizzat* e, muro di, orecchie da
    """,
    "overcharge": """
        rimbors*, soldi indietro, miei|nostri soldi, ridate|restituite|restituire|rivoglio|ridatemi|
        restituitemi|restituzione, addebit*, doppi* addebito|pagamento|volta, prelevat*|preso|presi|
        scalat*|sottratt*|trattenut* _ soldi|euro|conto|credito, fatt* pagare|pagato, pagato|pago|
        paghiamo|pagare|pagata|pagati|pago _ doppio|#|niente|nulla|servizio|troppo|extra|per|caro,
        penale|penali|mora|commissioni|commissione|costi|costo|spese|tariffa|tariffe _ nascost*|di|
        occult*|assurd*|extra|aggiunt*|non, fattura|bolletta|bollette|conto|scontrino _ sbagliat*|
        errat*|alta|salat*|doppi*|folle|raddoppiat*|#|assurd*|gonfiat*, aument*|rincar*|alzat*|
        raddoppiat* _ prezz*|canone|tariff*|abbonamento|costo|bolletta, prezzi|prezzo _ assurd*|
        folli|folle|esagerat*|esorbitant*|divers*|aumentat*|gonfiat*|raddoppiat*|alle, troppo car*|
        costos*, carissim*, caro per, spennat*|salasso|spennano, risarc*|indennizz*, cauzione _ non|
        mai, buono|codice|coupon|sconto|promo|promozione|voucher _ non|valid*|rifiutat*|applicat*|
        scadut*|funziona, conguaglio, attivat*|attivato _ mai|richiest*|abbonamento|servizi
    """,
    "demand": """
        sistema|sistemate|sistematela|sistematelo|aggiustate|aggiustatela|risolvete|riparate|
        rispondete|rispondetemi|fate|aiutate|aiutatemi|spiegate|spiegatemi|rimborsate|rimborsatemi|
        ridatemi|richiamatemi|contattatemi|muovetevi|svegliatevi|provvedete|intervenite|correggete|
        datevi|datemi|sbloccate|sbloccatemi|controllate|verificate, chiedo|esigo|pretendo|voglio|
        vorrei|vogliamo|richiedo|pretendiamo _ rimborso|soldi|risposta|risposte|spiegazioni|
        soluzione|parlare|indietro|mio|miei|sapere|reclam*|intervento|che|disdire|cancellare, ho
        bisogno, mi|ci serve, qualcuno|potete|potreste|potrebbe|può|riuscite _ aiut*|risolvere|
        spieg*|sistemare|rispond*|dirmi|verificare|controllare|intervenire|contattar*|farmi|fare|
        risponda|occup*, che|cosa|ma succede|sta|sto|combinate|devo|fate, cosa devo|dobbiamo fare,
        perché|xké|perche|xche|come mai|non|nn|è|devo|dobbiamo|mi|ci|continu*|avete|state, fino a
        quando, quando pensate|intendete|avete|vi|vi|risolverete|sistemerete, com è possibile, come
        è|faccio|si|potete|fate possibile|reclamo|fa|a pretendere|chiedere, fate qualcosa, qualche|
        avete|ci aggiornamento|novità|notizie|spiegazione|soluzione|sono, urgente, urgentemente, per
        favore, per piacere, pf, vi prego, aiuto, attendo|aspetto|resto _ risposta|riscontro|
        chiarimenti
    """,
    "reproach": """
        delus*|delud*|delusione, inaccettabil*, inammissibil*, intollerabil*, assurd*, ridicol*,
        barzellett*, buffon*, pagliacc*, presa|prese|prendete|prendendo|prendono|prendere in|per
        giro|culo, che schifo|vergogna|delusione|disastro|palle|pena|rabbia|schifezza|figura|incubo|
        tristezza|servizio|gente|ladri|amarezza|pessimo|casino|fregatura|brutta|presa, schif*, fa|
        fate|fanno|facendo _ schifo|pena|cagare|pietà|schifo|ridere|vomitare, vergogn*, mancanza|
        zero|nessun|poco|poca|nessuna|senza di|rispetto|considerazione|serietà|professionalità|
        educazione|empatia|competenza|vergogna|attenzione, scandal*, frustrant*|frustrazione,
        irritant*, fastidi*, stuf*, stanc* di|del|della|che|ormai, stufo, stufa, esasperat*|
        esasperant*, non se ne può, non ne posso più, non ne possiamo, ne ho|abbiamo abbastanza,
        basta con|davvero, adesso|ora basta, rotto le|i, mai una, pessim*|cattiv*|scars*|scadent*|
        terribil*|orribil*|mediocre|indecent* servizio|assistenza|esperienza|qualità|gestione|
        trattamento|cibo|organizzazione|comunicazione, servizio|assistenza|esperienza|qualità|
        gestione|cibo|app|sito|azienda|accoglienza|organizzazione|trattamento _ pessim*|scadent*|
        scars*|orribil*|terribil*|indecent*|penos*|vergognos*|zero|nullo|nulla|inesistente|
        imbarazzant*|disastros*|lascia|mediocre|inadeguat*|latitante, lascia|lasciano _ desiderare,
        incompeten*, maleducat*, scortes*, arrogant*, cafon*, villan*, sgarbat*, trattat*|trattano|
        trattamento|trattati male|come|da|malissimo|indegno, inutil*, irresponsabil*, incapac*,
        inefficien*, dilettant*, poco seri*|professional*|chiar*, non|nn|mai serve|servono|vale|
        rispett*|mantengono|avvis*|comunic*|ascolt*|gliene|frega|interessa|importa, nemmeno|neanche|
        neppure _ scuse|scusa|avviso|spiegazione|scusati|chiamata|grazie|avvisare|avvisato, senza
        preavviso|avviso|avvisare|spiegazioni|motivo|scuse|scusarsi|motivi|dire, ogni volta|santa|
        singola, sempre _ stess*|uguale|problemi|ritardo|peggio|rotto|rotta|scuse, tutti i giorni,
        tutte le mattine|sere|volte, per l ennesima, ennesim*, # volta|volte, non è la prima, non è
        normal*, non è la #, non è giusto|normale|serio|possibile|ammissibile|accettabile, perdita|
        spreco|sprecato|buttato|buttati|perso|perdere di|tempo|soldi|via|nel, soldi buttati|
        sprecati|persi, pentit*|pento|pentiret*|pentirete, mi aspettavo _ meglio|altro|più|di, roba
        da matti|pazzi, da non credere, mai vist*, sempre peggio|più, di male in, ingiust*, scuse
        su, ma come è|si|fate, com è possibile, è possibile che, non capisco|comprendo|so _ come|
        perché|cosa, a che serve, costrett*|obbligat* a, ve ne, vi importa, ci marciano, figuraccia,
        mala gestione, malasanità, alla faccia, imbarazz*, vi sembra
    """,
    "accuse": """
        mentit*|mentite|mentono|mentire|mente|menzogn*, bugiard*|bugie, ingann*, truff*, frod*,
        raggir*, imbrogli*, furto, furti, ladri, ladro, ladroni, ladrocinio, rub*|rubat*|rubano|
        rubato, rapin*, fregat*|fregano|fregatura, delinquent*, criminal*, farabutt*, mascalzon*,
        disonest*, scorrett*, malafede, mala fede, illegal*, illecit*, reato, abusiv*, violazione,
        inadempien*, senza|mai|nessuna _ autorizzazione|autorizzat*|consenso|permesso|chiedere|
        richiest*, rifiut* _ di|responsabilità|rimbors*|cambiare|assumer*|risarcire|rispondere,
        rifiutate|rifiutano|rifiutato|rifiuta|rifiutat* di, nessuno|non|vi _ assum*|prende|prendono|
        prendete _ responsabilità, se ne lavano, lavate le mani, promess*|promett*|garantit*|
        assicurat* _ e|ma|non|mai|invece, promesse non|da|false|mai, negligen*, razzis*, sessis*,
        maschilis*, omofob*, xenofob*, discrimin*, molest*, colpa vostra|loro|della|di|dell|del, per
        colpa, rovinat* _ vacanz*|viaggio|giornata|matrimonio|compleanno|natale|vita|mio|mia|luna,
        avete _ perso|rovinato|rotto|mentito|rubato|ingannato|preso|promesso|distrutto|rovinato|
        truffato|cancellato, fals* promesse|recensioni|informazioni|pubblicità, vendut* _ dati|miei,
        abbandonat*, lasciat*|lascia|lasciano|lasciate _ senza|ore|terra|soli|soli|sola|solo|piedi|
        mezzo|corridoio|barella, sfrutt*, estors*, ricatt*, mafi*, corrott*, clonat*, spill* soldi,
        approfitt*, pratica|pratiche scorrett*|commercial*, pubblicità ingannevole
    """,
    "threat": """
        avvocat*, legale|legali|legal* _ vie|azione|azioni|contatt*|studio|procedo|mio, vie|azione|
        azioni|per legali|legale|giudiziarie, causa|cause contro|legale|collettiva|vinta, fare|
        faccio|farò|faremo causa, class action, tribunale, giudice di, denunc*|denunzi*, querel*,
        esposto, diffid*|messa in mora, carabinieri, polizia, guardia di, codacons, altroconsumo,
        adiconsum, adiconsumo, federconsumatori, adoc, aduc, agcom, agcm, antitrust, arera, enac,
        ivass, corecom, conciliaweb, banca d italia, garante, associazion*|tutela|difesa|unione _
        consumator*, autorità|organi competent*, reclamo|segnal* _ formale|ufficiale|autorità|chi|
        ufficio|scritto|asl|nas|garante, nas, asl, stampa, giornali|giornale|giornalist*|striscia|
        iene|mediaset|televisione|tv|media _ sapere|raccont*|segnal*|contatt*|chiam*|sapranno, alla
        stampa, ai giornali, striscia la, le iene, boicott*, mai più, non|nn _ compr*|acquist*|
        torn*|prenot*|vol*|viagg*|us*|ordin*|metter*|rinnov* _ più|mai, non _ compra|comprate|
        acquistate|andate|andateci|usate|usatela|fidatevi|prenotate|scaricate|fate|sceglietela|
        scegliete|ordinate|consiglio|consigliato|perdete|cascateci|torneremo|tornerò|rimetterò|
        avrete, statene|state alla|lontani|larga|attenti, evitate*|evitatel*, diffidate, girate
        alla, attenzione a questi|questa|questo, peggior*|peggio _ azienda|compagnia|negozio|banca|
        servizio|esperienza|assistenza|hotel|ristorante|operatore|gestore|app|mai|vita|mondo|
        clinica|corriere|sito|società|che|di, peggior azienda|servizio|esperienza|acquisto,
        disdett*|disdico|disdire|disdirò|recesso|recedere|recedo _ contratto|abbonamento|subito|
        tutto|linea|da|conto, disdett*, disdico, annullo|cancello|chiudo|chiuderò|chiudere|
        cancellare|disdico _ account|abbonamento|contratto|conto|iscrizione|tutto, passo|passerò|
        passare|passato|cambio|cambierò|cambiare|cambiato|migro _ operatore|gestore|banca|a|
        concorrenza|ad|compagnia|fornitore, avete|hanno|state|perso|perderete perso|perdendo|un|#
        cliente|clienti|un, un cliente in, vergogna*|vergognat*|vergognos*|vergognatevi, schifosi,
        dovete|dovreste|dovrebbero|meritate|devono _ vergogn*|chiudere|fallire|galera|multa|multati,
        fallire|fallite|fallirete|fallimento|chiudete, spero|auguro _ chiud*|fall*, galera|in
        galera, ultima volta che|da, addio @|a, lo|fate sapranno|girare, devono sapere, tutti _
        sapranno|sappiano
    """,
    "danger": """
        preso|prende|prendere|presero|andato|andata a|fuoco, preso fuoco, a fuoco, in fiamme,
        incendi*, esplos*|esplod*|scoppiat*|scoppio, bruciat* _ mano|mani|pelle|casa|figli*|dito|
        letto|viso|bocca, ustion*, mi|si sono|è ustionat*|bruciat*|ferit*|scottat*, fumo|scintille
        dal|dalla|che|usciva|esce, scossa|scosse|cortocircuito|corto elettrica|elettriche|circuito,
        preso la scossa, folgorat*, intossic*, avvelen*, vomit*, diarrea, allergi*|allergen*, stat*|
        sentit*|siamo|sono _ male dopo|tutta|tutti, stato|stata|stati male, salmonell*, pronto
        soccorso, finit*|ricoverat*|portat* _ ospedale|soccorso, in ospedale, ospedale _ per|dopo,
        ambulanza, ferit*, infortun*, tagliat* _ dito|mano|bocca|labbro, pericol*, insicur*, rischi*
        di|la|vita, vetro|vetri|plastica|metallo|vite|chiodo|ago nel|nella|nell|dentro, freni _
        rott*|ceduto|funzion*|non, quasi _ mort*|ammazz*|uccis*|investit*|cadut*, poteva|potevo|
        potevamo _ morire|finire|uccidere|farsi|tragedia|male, fuga|puzza|odore di gas, monossido,
        sanguin*|sangue, molest*|aggredit*|aggressione|picchiat*, minacci*, soffoc*|strozz*, senza
        assistenza|cure|soccorso|farmaci|ossigeno, investit*|travolt* dal|da, incidente, tragedia
        sfiorata
    """,
    "irony": """
        grazie|ringrazi*|complimenti|congratulazioni|bravi|auguri _ per|di|a del|il|la|lo|aver|
        avermi|averci|ritardo|perdere|attesa|disservizio|niente|avere _ ritardo|pers*|rovinat*|
        lasciat*|attesa|cancellat*|fatt*|ignorat*|niente|rott*|disservizio|perdut*|sprec*|annullat*,
        grazie di|per|del|x niente|nulla, grazie tante|mille per _ niente|nulla|disservizio|ritardo|
        attesa, ottimo|perfetto|fantastico|bene|benissimo|magnifico|meraviglioso|splendido|bello|
        grandioso|evviva|favoloso|stupendo|eccellente|geniale|grande|wow _ altro|altra|ennesimo|
        ennesima ritardo|guasto|sciopero|cancellazione|disservizio|aumento|volta|giorno, ottimo|
        perfetto|fantastico|benissimo|magnifico|meraviglioso|splendido|grandioso|evviva|favoloso|
        stupendo|geniale un altro|altra|ennesimo|ennesima, che bello|bella|gioia|meraviglia|fortuna|
        piacere|sorpresa|goduria|emozione _ altro|altra|ritardo|aspettare|ancora|attesa|stare|nuovo|
        ore|pagare|vero, ^ che bello|gioia|meraviglia, ore|attesa|ritardo|minuti|coda _ che bello|
        gioia|meraviglia|bellezza|spettacolo, proprio|esattamente|giusto|tutto quello|ciò|cio|quel|
        cosa|il che _ serviva|mancava|volevo|voleva|servivano|bisogno, ci|mi mancava|voleva solo|
        proprio|pure|anche, adoro|amo|adoriamo|fantastico stare|restare|attendere|aspettare _ ore|
        in|tempo|#, adoro|amo|adoriamo|piace _ aspettare|attendere|perdere, niente di|come meglio|
        aspettare|attendere|svegliarsi che|in|per|senza, non c è niente di meglio, complimenti|
        congratulazioni|bravi|bravo|applausi @ #|anche|davvero|per|come, complimenti|
        congratulazioni|bravi|applausi _ davvero|ancora|vivissimi|per|disorganizzazione|puntualità|
        inefficienza|incompetenza|disservizio|pers*|lasciat*, applausi, applauso, bravissimi _
        pers*|ancora|rotto, bel|bella|ottimo|ottima|gran|splendido|grande modo|maniera|servizio di|
        per|come trattare|iniziare|cominciare|lavorare|sempre|perdere|perso|concludere|finire,
        inizia|comincia bene la|il, e meno male, meno male che, certo come|certo no, come no, sì
        certo, si certo|vabbè|vabbe, puntual* come _ ritardo|orolog*, efficienza svizzera|tedesca|
        italiana, viva l|la|le|il efficienza|puntualità|italia|tecnologia|trenitalia, continuate
        così, avanti così, tanto per cambiare, strano eh|ma, ma che bravi, servizio impeccabile _
        ore|#|attesa|come, sarcasmo, ironia|ironico, un vero|autentico gioiello|successo|piacere
        aspettare|perdere|attendere, da premio oscar, geni|geniacci, comodo|comodissimo eh,
        gentilissimi come _ no, che carini|gentili|simpatici
    """,
    "bad": """
        male, malissimo, cattivo, cattiva, cattivi, brutto, brutta, brutti, peggio, peggiore,
        peggior*, triste*, tristezza, noios*, lento, lenta, debole, caro, cara, carissim*,
        mediocre*, odio, odiato, detesto, arrabbiat*, incazzat*, rabbia, preoccup*, confus*, casino,
        caos, disordine, disorganizz*, fallit*, pers*, difficile, complicat*, sbagliat*, errore,
        errori, problem*, lament*, reclam*, lagn*, merda, cazzo, cavolo, porca, incubo, stupid*,
        scemo, scema, purtroppo, sfortun*, peccato, pentit*, soffr*, dolore, disastr*, insoddisf*,
        scontent*, spiacevol*, insopportabil*, scomod*, mort*, muore, guerra, attacco, crudel*,
        paura, piang*, malat*, sporc*, schifo, fastidio, disagi*, stress*, scarso, scarsa, scadente,
        antipatic*, sgarbat*, finto, falso, falsa, ingiust*, inutil*, danno, danni, delus*, pesante,
        palle, fatica, ansia, guai, sfiga
    """,
    "awful": """
        pessim*, orribil*, orrend*, terribil*, schifos*, schifo, vergogn*, spaventos*, deplorevol*,
        penos*, pietos*, indecent*, inaccettabil*, inammissibil*, indegn*, indignat*, furios*,
        furibond*, scandalos*, scandalo, ridicol*, patetic*, merda, inferno, infernal*, atroc*,
        disgust*, ripugnant*, osceno, oscena, vomitevol*, incapaci, idioti, imbecill*, cretin*,
        stronz*, bastard*, buffoni, pagliacci, feccia, spazzatura, immondizia, catastrof*,
        disastros*, disumano, disumana, allucinant*, incazzat*, infam*, imbarazzant*, da denuncia,
        fanculo, maledett*
    """,
    "good": """
        buono, buona, buoni, buone, buon, bene, ok, felice, felici, content*, soddisfatt*, gentil*,
        simpatic*, disponibil*, cortes*, educat*, rapid*, veloc*, facile, facil*, pulit*, fresc*,
        gustos*, saporit*, delizios*, comod*, divertent*, diverti*, piace, piaciut*, piacciono,
        grazie, ringrazi*, complimenti, auguri, congratulazioni, consigli*, bello, bella, belli,
        belle, bel, carin*, dolce, gradevol*, piacevol*, affidabil*, puntual*, efficient*, efficac*,
        convenient*, economic*, benvenut*, sorri*, haha, ahah, ahaha, ahahah, emozionat*,
        orgoglios*, successo, migliorat*, tranquill*, accoglient*, competent*, professional*,
        pratic*, utile, utili, abbraccio, baci, vinto, fortuna, figo, figa, fico, forte, bravo,
        brava, bravi, allegr*, sereno
    """,
    "great": """
        ottim*, eccellent*, meravigli*, fantastic*, incredibil*, spettacolar*, spettacolo, perfett*,
        sensazional*, impeccabil*, fenomenal*, genial*, miglior*, migliori, adoro, adorato, amo,
        amato, straordinari*, eccezional*, magnific*, splendid*, stupend*, # stelle, buonissim*,
        gentilissim*, bellissim*, bravissim*, velocissim*, favolos*, divin*, top, innamorat*,
        indimenticabil*, superb*, mitic*, grandios*, squisit*, strepitos*, pazzesc*, il massimo, da
        urlo, una bomba, professionalissim*, disponibilissim*, puntualissim*, cortesissim*,
        contentissim*, felicissim*, comodissim*
    """,
    "thanks": """
        mille|tante|molte|infinite|tantissime|# grazie, grazie mille|infinite|tante, grazie davvero|
        ancora|di|al|alla|allo|ai|a _ cuore|staff|tutti|team|ragazzi|personale|dottor*|tutto|medico|
        tecnico, grazie per _ aiuto|assistenza|tutto|servizio|rapidità|disponibilità|gentilezza|
        pazienza|professionalità|splendid*|ottim*|velocità|bellissim*|cortesia, grazie a aiuto,
        ringrazio|ringraziare|ringraziamento|ringraziamenti _ il|la|lo|i|tutti|di|staff|personale|
        per|vivamente, consigliatissim*, straconsigliat*, stra consigliat*, super|davvero|
        assolutamente|vivamente|molto|più consigliat*|consiglio|consigliabile, lo|la|li|ve
        consiglio|consigliamo _ tutti|vivamente|davvero|caldamente|a, consiglio vivamente|a|
        assolutamente|caldamente, complimenti a|al|allo|alla|ai|per|davvero _ staff|tutti|personale|
        chef|team|servizio|qualità|professionalità|cuoco|cucina|lavoro, ottim*|eccellent*|
        fantastic*|splendid*|impeccabil*|perfett*|super|gran|meraviglios* servizio|assistenza|staff|
        esperienza|lavoro|team|prodotto|cibo|professionist*|qualità|personale|accoglienza, servizio|
        assistenza|staff|personale|esperienza|prodotto|cibo|accoglienza|cortesia _ ottim*|
        eccellent*|impeccabil*|fantastic*|perfett*|splendid*|veloc*|top|eccezional*|gentilissim*|
        squisit*|super, molto|super|sempre|davvero|così|veramente gentil*|disponibil*|cortes*|
        soddisfatt*|content*|professional*|veloc*|brav*|buon*|simpatic*|felice|competent*|puntual*,
        adoro|amo|innamorat* _ il|la|questo|questa|di|del|questi, mi|ci è piaciut*|piaciuto, il|la|
        i|le|lo miglior*|migliori _ del|della|di|d|che|mai _ quartiere|città|mondo|italia|roma|
        milano|zona|sempre|mangiat*|provat*, salvat* _ vita|giornata|serata|vacanza, tanto di
        cappello, chapeau, arrivat*|consegnat*|consegna _ prima|anticipo|perfett*|velocissim*|
        puntualissim*, giorno|giorni prima, in anticipo, prima del previsto|tempo, superat* _
        aspettative, cliente affezionat*|felice|soddisfatt*, torneremo|tornerò|ritorneremo|ritornerò
        sicuramente|presto|volentieri|di|senza, ci tornerò, bravissim* tutti|ragazzi, soldi ben
        spesi, bella sorpresa|esperienza|scoperta
    """,
    "solved": """
        risolt*, sistemat*, riparat*, aggiustat* _ tutto|in|subito|problema|velocemente|prontamente,
        finalmente|ora|adesso|già _ funziona|arrivat*|risolt*|va|ricevut*|sistemat*|riparat*,
        funziona di nuovo, è tornat*|ripristinat*|tornata _ funzionare|linea|luce|normalità|
        connessione, mi|ci hanno|ha aiutat*|risolto|rimborsat*|sostituit*|sistemat*|richiamat*|
        riparat*, tutto risolto|sistemato|ok|apposto|posto, sostituit* subito|in|immediatamente|
        gratuitamente, andat* a buon
    """,
    "fine": """
        nessun*|senza|zero|mai|alcun|nessuna|niente|nemmeno|né _ problema|problemi|lamentela|
        lamentele|intoppi|intoppo|inconvenient*|reclami|reclamo|disservizi, zero|senza|nessun|
        nessuna|niente attese|attesa|coda|code|fila|file|stress|ritardi|ritardo|pensieri|difetti|
        difetto|errori|sorprese|costi|paura|dubbi|dubbio|pari|fretta|impegno|complicazioni|
        rimpianti, mai|non _ avuto|dato|avuti|ho|abbiamo|c|ci _ problema|problemi|lamentele|reclami|
        disservizi|guasti|ritardi, niente|nulla|non|nn|mai _ da|di|posso|mi|niente|nulla _ ridire|
        lamentar*|lamento|obiettare|eccepire|lamentato|lamentarsi, mai|non _ delus*|delude|deludono|
        tradit*|tradisce|sbaglia|pento|pentit*|pentiret*|deluso, niente|mica male, non è|sono male,
        mica male, vale|valsa|valgono|merita|meritano|valeva|vale _ pena|attesa|tutto|visita, ogni
        centesimo|euro, non vedo|vediamo l ora, che voglia di, non vi preoccup*|preoccupate,
        tranquilli, non ti|si preoccup*, nessun problema, tutto perfetto|ok|bene|liscio|regolare|
        benissimo|ottimo|impeccabile|a, filato liscio, in perfetto orario, in orario, nei tempi,
        puntual*, non fa niente, non c è problema|di, non mi aspettavo _ così|tanto, non devo|
        dovete|serve|bisogna|ho|abbiamo _ aspettare|aspettato, senza coda, non manca nulla|niente,
        lamentele zero, impeccabil*
    """,
    "idiom": """
        è|e|sono|una|come una droga, una droga, crea dipendenza, dipendenza|dipendente da|ormai,
        drogat* di|da, non riesco|riesce|riesci|riusciamo|posso _ smettere|staccar*|smetto, non
        smetto|smetterei, pazzesc*, assurdamente|follemente|maledettamente|incredibilmente|
        spaventosamente|bestialmente buon*|bell*|bene|veloce|brav*, pazzesc*|assurd*|allucinant*|
        folle|bestial*|malat*|atomic* _ quest*|gioco|album|concerto|bell*|buon*|disco|film|serie,
        gioco|album|concerto|disco|pezzo|film|serie|show|canzone|panino|gelato è|troppo|da pazzesc*|
        assurd*|allucinant*|bestial*|malato|paura|urlo|bomba, da paura|urlo|sballo|dio|morire|matti|
        sogno|favola|capogiro, troppo bell*|buon*|forte|figo|figa|brav*|carin*|bene|divertente|fico|
        top, una bomba|figata|ficata|chicca|meraviglia|favola, è|che figata|ficata|bomba|spettacolo,
        spacca|spaccano|spaccato|spacca, che spettacolo|ficata|figata, che bomba, della madonna,
        fuori di testa, muoio|morire|morto|morta|morendo|crepo|schiatto|piango|piangere|pianto|
        lacrime dal|dalle|di|per _ ridere|risate|gioia|amore|felicità|tenerezza|voglia|emozione|
        gola, rotto il|ogni ghiaccio|record|salvadanaio, cuore spezzato|infranto|a, colpa mia, per
        colpa mia, mia colpa, ho dimenticat*|scordat*|lasciato il|la|le|i|l, mi sono dimenticat*|
        addormentat*|svegliat*, sono in|arrivat* ritardo|tardi per|al|alla|a, faccio tardi, stasera
        tardi, meglio tardi, manchi, mi manca*|mancate|manchi, lista d attesa aperta|aperte, birra|
        caffè|acqua|bibita|pizza fredda|freddo|gelata, fa|che freddo, freddo cane|polare, piacere
        proibito, ferie, permesso|congedo per malattia, perdere|perso peso|chili|kg, bruci* calorie|
        grassi, ammazza che|il, in bocca al, spaccare il, spezzare una, che invidia, dolce attesa,
        malat* di|d, fame da, senza parole dalla|dall|per, resto|rimasta|rimasto senza parole
    """,
    "question": """
        qualcuno|qualcuna _ sa|conosce|consiglia|usa|ha|provato|dirmi|consigliarmi|esperienza, come
        posso|si|faccio|funziona|fare|posso _ cambiare|fare|fa|modificare|attivare|pagare|ordinare|
        avere|funziona|prenotare|per|raggiungere|sapere|iscrivermi|arriva, che|quale|quali|cosa|chi
        _ consigliate|consigliereste|consigli|mi|suggerite|preferite|migliore|differenza|pensate|ne|
        orari|orario|conviene|consiglia, mi|ci consigliate|consigliereste|sapete|sapreste|potete|
        potreste _ consigliare|dire|dirmi|suggerire, consigliate, consigliereste, dove posso|trovo|
        si|compro|trova|avete|comprate|è|trovare|acquistare, quanto costa|viene|dura|costano|tempo|
        è|pesa|ci, a che ora, che ora, orari|orario di|del|apertura, quando apre|aprono|esce|inizia|
        riapre|parte|chiude|sarà|escono|finisce|torna, si può|possono _ usare|pagare|portare|
        prenotare|cambiare|entrare, posso _ usare|pagare|portare|cambiare|ritirare|venire|
        restituire, vale la pena, conviene comprare|prendere, è possibile, fate|avete|vendete|
        spedite|accettate|consegnate|siete|aprite _ consegn*|aperti|anche|disponibil*|taglia|in|a|
        ancora|carte|sconti, c è|sono qualche|qualcuno|un|una|ancora|posti, suggerimenti, consigli
        su|per|o, qualche consiglio|suggerimento|dritta|idea, vorrei|volevo|mi|posso sapere|
        chiedere|piacerebbe|chiedervi, una|domanda curiosità|domanda|info|veloce, sapete se|dirmi|
        dove|quando|quale|come, sa se|dove, apre|aperta|aperto|aperti|chiuso|chiude la|il|di|fino|
        domani|domenica|anche, cerco|cercando|sto consigli|consiglio|un|una|cercando, curiosità
    """,
    "advert": """
        # di sconto, sconto|sconti del|di|fino|imperdibil*|esclusiv*|su|extra|speciale|speciali,
        saldi, fino al|a|# #|di, acquista|compra|ordina|prenota|scopri|approfitta|approfittane|
        iscriviti|scarica|visita|visitate|clicca|registrati|provalo|abbonati|chiamaci|contattaci|
        partecipa|vieni|richiedi|aggiudicati|regala ora|subito|qui|online|oggi|adesso|su|nostro|
        nostri|nostra|tuo|tua, scopri|prenota|visita|scarica|regala|approfitta il|la|le|i|l|della|
        dello, link in|nei|nella|qui|sotto bio|commenti|descrizione, link in bio, solo per oggi|
        pochi|#, solo questo|questa|oggi|fino, spedizione|consegna|ingresso|parcheggio|spedizioni
        gratis|gratuita|gratuito|omaggio|gratuite|libero, gratis, usa|inserisci|con il codice,
        codice sconto|promo|#, promo, promozione|promozioni|offerta|offerte valid*|speciale|
        speciali|imperdibil*|del|limitat*|lancio|esclusiv*|di|lampo, black friday, giveaway,
        concorso|estrazione|vinci|partecipa|vincere _ un|una|#|premi|premio|gratis|palio, segui|
        seguici|seguite la|su|il|nostra|pagina, tagga|menziona # amici|amiche, metti|lascia|mettete
        like|mi, condividi e|il|questo, nuova collezione|stagione|apertura, nuove collezioni, nuovo
        sul|video|post|episodio, ora disponibile, disponibile da|ora|su|in|presso|anche|online, già
        disponibile, in uscita, stiamo|siamo assumendo|cercando|alla, assumiamo, assunzioni,
        cerchiamo|cercasi|ricerchiamo|selezioniamo|ricerca _ personale|addett*|commess*|camerier*|
        sviluppator*|collaborator*|agenti|figure|#|figura|impiegat*, cercasi, posizioni|posizione
        aperte|aperta|lavorativa, candidati|candidatevi|candidatura, candidat* ora|qui|subito|
        online, invia|inviate|manda|mandaci il|la|cv|tuo|curriculum _ cv|curriculum|candidatura,
        curriculum, lavora con, offerta|offerte di|lavoro, vendo, in vendita, vendesi, affittasi,
        preventivo gratuito|gratis, info|informazioni e|su prenotazioni|costi, preordina*,
        preordine, in arrivo, prossimamente, resta|restate connessi|sintonizzati|aggiornato|
        connesso, non perdere|perdert*|perdetev*|lasciarti, ultimi|ultime pezzi|posti|disponibilità,
        a partire da|dal, a soli|solo #, tasso zero, unisciti a|al, migliori offerte|prezzi, miglior
        prezzo, vieni a|da trovarci|scoprire|provare|noi, ti aspettiamo, vi aspettiamo, maggiori|per
        info|informazioni, sponsorizzato, adv
    """,
    "news": """
        azioni|titolo|titoli della|di|in|del|dell _ #|scend*|sal*|borsa|crolla*|perd*, scendono|
        scende|sale|salgono|crolla|crollano|cala|calano|cresce|crescono|vola del|dell|a|in|dopo|#,
        utile|utili|ricavi|perdite|profitti|fatturato netto|netti|trimestral*|in|di|del|cala|sale|
        cresce|record|a, trimestre, trimestral*, quota di mercato, ha|hanno annunciato|comunicato|
        dichiarato|confermato|presentato|reso|smentito|affermato|rivelato|approvato|spiegato,
        annuncia|annunciano|annunciato _ nuov*|che|apertura|piano|#|chiusura|taglio, aprirà|
        investirà|lancerà|chiuderà|assumerà|acquisirà|licenzierà|costruirà|acquista #|nuov*|un|una|
        in|entro, apertura|chiusura di #|nuov*|altri|stabilimento|stabilimenti, nuovi negozi|
        stabilimenti|posti|punti, # nuov*|posti|assunzioni|licenziamenti, multa|multata|multato|
        sanzione|sanziona|sanzionata|condannat*|indagat*|inchiesta _ di|da|a|per|dall|su|milioni|
        azienda|euro, secondo _ studio|rapporto|dati|istat|reuters|ansa|ricerca|fonti|sondaggio,
        studio|ricerca|sondaggio|rapporto|indagine rivela|mostra|rileva|evidenzia|conferma, governo,
        ministro, ministra, ministero, sindacat*, cassazione, corte, sciopero|scioperi generale|
        nazionale|dei|dal|del|di|indetto|trasporti, fusione, acquisizione, investitori, analisti,
        borsa, piazza affari, milioni, miliardi, per cento, presidente, elezioni, portavoce,
        amministratore delegato, ad di, ceo, comunicato, leggi|leggete|continua di|a|l|qui|tutto|
        leggere, ultim ora, ultima ora, via @|http, inflazione, parlamento, senato, senator*,
        deputat*, partito|partiti democratico|politic*|di, campionato, serie a, gol, giocator*,
        nazionale, allenatore, sconfitta, vittoria, mondiali, coppa, champions, juve, inter, milan
    """,
    "reply": """
        ci dispiace|dispiaciamo|scusiamo|spiace|rincresce, siamo|sono|ci molto|davvero|spiacenti|
        desolati|dispiaciuti, dispiace|dispiaciuti|spiacenti|rammarica|desolati per|del|di|leggere|
        sapere _ accaduto|disagio|inconveniente|successo|disservizio|quanto, scusaci|scusate|scusa|
        scusi|scusiamo per|il _ disagio|inconveniente|disservizio|attesa|accaduto, le nostre scuse,
        nostre scuse, chiediamo|porgiamo scusa|le|scuse, scrivici|scrivimi|inviaci|mandaci|
        contattaci|contattaci|indicaci|forniscici|comunicaci|facci|raccontaci|dicci|scrivete|
        inviateci|contattateci|confermaci|scriveteci|ti|la|vi _ privato|dm|messaggio|pm|direct|
        numero|sapere|ordine|codice|mail|email|all|qui|cosa|un|in|tramite, scrivici, inviaci,
        contattaci, indicaci, invitiamo a, messaggio|messaggi privato|privati|diretto, in|via|
        tramite privato|dm|pm|direct|mp|messaggio, ci|mi puoi|può|potresti|potrebbe|puoi|può _
        indicare|inviare|fornire|confermare|scrivere|dire|contattare|mandare, puoi|può|potresti|
        potrebbe _ indicarci|inviarci|fornirci|confermarci|scriverci|dirci|contattarci|mandarci|
        farci|indicare|confermare|specificare, così|per|in|modo|potremo _ verifichiamo|verificare|
        verifica|possiamo|poter|aiutarti|aiutarla|controlliamo|aiutarvi|assisterti|verifiche,
        verifichiamo|verificheremo|controlliamo|provvediamo|approfondiamo|approfondire|stiamo
        verificando subito|insieme|la|il|lavorando, stiamo lavorando|verificando|provvedendo, siamo|
        restiamo|rimaniamo a|qui _ disposizione|aiut*, a disposizione, ti|la|vi ringraziamo|
        aspettiamo|ricontatt*|risponderemo|rispondiamo|aiutiamo|abbiamo|contatteremo|assistiamo,
        grazie per _ averci|segnalazione|contattat*|scritto|feedback|pazienza|messaggio|commento|
        recensione|collaborazione|comprensione, grazie della|per segnalazione, grazie per la
        segnalazione, nostro|nostra|nostri|il|i team|servizio|colleghi|staff|operatori|assistenza _
        ti|verific*|contatt*, restiamo in attesa, per qualsiasi|ogni, non esitare|esitate, un
        saluto, buona|buon giornata|serata, buona giornata, saluti, il tuo|suo numero, numero|codice
        d|di ordine, gentile|caro|cara cliente, siamo felici|lieti|contenti, di nulla
    """,
    "own": """
        io, mio, mia, miei, mie, mi, me, nostro, nostra, nostri, nostre, noi, ci, ho, sono, abbiamo,
        siamo, avevo, aspetto, sto, stiamo, vorrei, voglio, posso, riesco, devo, dobbiamo,
        aspettiamo, pago, paghiamo, chiedo, abito, chiamo, scrivo, vivo
    """,
    "address": """
        tu, voi, vi, vostro, vostra, vostri, vostre, ve, lei, avete, siete, fate, potete, dovete,
        state, ragazzi, signori, vergognatevi, rispondete, pensate, sapete, volete
    """,
    "again": """
        di nuovo, ancora, un altra volta, nuovamente, ennesim*, sempre, ogni giorno|volta|sera|
        mattina|notte|settimana|mese|santo, tutti|tutte|tutta|tutto i|le|il|la, un altro|altra,
        altro|altra ritardo|volta|giorno|settimana|ora, continu*, già, ormai, tuttora, mai, niente,
        nulla, nessun*, dopo, da quando, # volte|volta, tante|molte|mille|diverse|parecchie|svariate
        volte, costantemente, di continuo, oggi, ieri, stamattina, stasera, stamani, stanotte, l
        altro, settimana|mese|anno scorsa|scorso, nemmeno, neanche, neppure, mesi, settimane, solo
        per, fino ad
    """,
    "duration": """
        # giorno|giorni|settimana|settimane|mese|mesi|anno|anni|ora|ore|h|min|minuti|minuto|volta|
        volte, un|una|mezz ora|settimana|mese|anno, da|dal|dallo ieri|lunedì|martedì|mercoledì|
        giovedì|venerdì|sabato|domenica|stamattina|gennaio|febbraio|marzo|aprile|maggio|giugno|
        luglio|agosto|settembre|ottobre|novembre|dicembre|#|stamani|tempo, da giorni|settimane|mesi|
        ore|anni|una|un|troppo|sempre, tutta|tutto la|il|mattina mattina|sera|notte|settimana|
        giorno|pomeriggio, ore e ore, giorni e giorni, mezza giornata|mattinata
    """,
    "negator": """
        non, nn, mai, né, senza, nessun, nessuno, nessuna, niente, nulla, neanche, nemmeno, neppure,
        mica
    """,
    "intensifier": """
        molto, tanto, così, davvero, veramente, super, troppo, troppa, estremamente, totalmente,
        completamente, assolutamente, proprio, decisamente, incredibilmente, particolarmente, mega,
        ultra, stra, bello, altamente, semplicemente, tutto, parecchio
    """,
    "diminisher": """
        poco, pò, po, abbastanza, quasi, leggermente, piuttosto, alquanto, relativamente, appena,
        pochino, parzialmente, discretamente
    """,
    "contrast": """
        ma, però, tuttavia, comunque, eppure, anche se, sebbene, nonostante, solo che
    """,
    "number": """
        due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, quindici, venti,
        trenta, quaranta, cinquanta, sessanta, seconda, terza, terzo, quarta, quarto, quinta,
        quinto, sesta, decima
    """,
}

TOPICS = {
    "product_fault": """
        rott*, rompe, guast*, difett*, danneggiat*, graffiat*, strappat*, bucat*, caricabatterie,
        caricatore, batteria, schermo, telefono, cellulare, smartphone, portatile, computer, frigo,
        frigorifero, lavatrice, lavastoviglie, forno, caldaia, auto, macchina, gomma, pneumatico,
        motore, scarpe, scarpa, giacca, vestito, pantaloni, camicia, maglia, maglietta, divano,
        tavolo, sedia, mobile, materasso, qualità, cibo, piatto, piatti, pizza, panino, hamburger,
        caffè, cornetto, pollo, carne, pesce, zuppa, insalata, pasta, torta, pane, camera, stanza,
        doccia, letto, hotel, albergo, gocciol*, più piccol*, sporc*, puzza*, odore, taglia, cuffie,
        console, controller, tv, televisore, prodott*, articol*, pezzo, pezzi, ristorante, porzion*,
        perdita, sapore, muffa, scadut*, fredd*, freni
    """,
    "delivery": """
        consegn*, pacco, pacchi, corriere, spedi*, spedizione, tracking, tracciamento, ordine,
        ordini, ordinat*, arrivat*|arriva|arrivano|arrivare, dov è, poste, postino, posta,
        raccomandata, giacenza, dogana, bus, autobus, tram, metro, treno, treni, regionale, pullman,
        aereo, volo, voli, traghetto, cancellat*, annullat*, ritard*, soppress*, bagagl*, valigi*,
        tecnico, idraulico, elettricista, installatore, rifiuti|spazzatura|raccolta _ ritirat*|
        raccolt*|passat*, raccolta differenziata, smarrit*, sbagliat*, rider, fattorino
    """,
    "price_billing": """
        rimbors*, addebit*, fattur*, bollett*, prezz*, tariff*, commission*, costo, costi, costos*,
        caro, cara, carissim*, soldi, pagato, pago, pagare, pagamento, pagamenti, canone,
        abbonamento, penale, penali, mora, risarc*, indennizz*, sconto, sconti, coupon, buono,
        voucher, promo*, euro, credito, conto, cauzione, banca, conguaglio, scontrino
    """,
    "service_staff": """
        personale, commess*, cassier*, camerier*, responsabile, direttore, direttrice, infermier*,
        medico, medici, dottor*, dentista, receptionist, operator*, addett*, impiegat*, venditor*,
        staff, assistenza, servizio, servizi, maleducat*, scortes*, cafon*, arrogant*, incompeten*,
        urlat*|urlava|urlato, deris*, trattat*|trattamento, clinica, ospedale, gentil*, cortes*,
        officina, autista|controllore|buttafuori|tassista _ rifiut*|urla*|maleducat*, accoglienza,
        educazione
    """,
    "waiting_contact": """
        in attesa, attesa, coda|fila, rispond*|rispost*, risposta, riscontro, nessuno _ risponde|
        chiama, mail, email, pec, chiamat*|chiamo|chiamare, telefon*, numero verde, call center,
        centralino, servizio clienti, assistenza clienti, ignor*, contatt*, scritto|scrivo, chat,
        whatsapp, bot, ticket, operatore, richiam*, appuntamento, # ore|minuti, sportello,
        riattacc*, sollecit*
    """,
    "website_app": """
        app, applicazione, sito, pagina, login, accedere, accesso, password, si blocca|chiude,
        crash*, aggiornamento, aggiornare, server, errore, bug*, gioco, giochi, browser, account,
        scaricare, download, installare, installazione, caricare, sincronizz*, ios, android, iphone,
        software, codice, pulsante, streaming, versione, playlist, lag, funzione, carrello,
        registr*, otp, spid, piattaforma, home banking
    """,
    "outage": """
        internet, wifi, rete, segnale, linea, luce, corrente, elettricità, acqua, gas,
        riscaldamento, blackout, connessione, fibra, adsl, router, modem, copertura, campo, dati
        mobili, carta rifiutata|bloccata, bancomat, disservi*, guasto, down, interruzion*,
        operatore, pos, # g
    """,
    "safety": """
        fuoco, fumo, brucia*, ustion*, esplo*, scoppi*, incendi*, scossa, scintille, allergi*,
        intossic*, vomit*, ferit*, pericol*, insicur*, soffoc*, vetro|plastica|metallo nel|nella|
        dentro, freni, ospedale, pronto soccorso, ambulanza, incidente, sangu*, scarafagg*, topo|
        topi, muffa, mort*|morire, monossido, fuga di, senza assistenza, infortun*
    """,
    "privacy_fraud": """
        frod*, truff*, furto, furti, rub*, ladri, ladro, hacker*, hackerat*, violazione dei, miei
        dati, dati personali, privacy, gdpr, phishing, clonat*, identità, senza autorizzazione|
        consenso|permesso, spam, non autorizzat*, mai autorizzat*|richiest*, fals*, qualcun altro,
        vendut*, raggir*, ingann*, telemarketing
    """,
    "discrimination": """
        razzis*, sessis*, maschilis*, discrimin*, omofob*, transfob*, xenofob*, pregiudiz*, sedia|
        carrozzina a|rotelle, disabil*, carrozzina, handicap, barriere, accessibil*, perché|perche
        sono, colore della, mio accento, nero|nera|neri, gay, trans, musulman*, immigrat*,
        stranier*, cane guida, velo, molest*, anziani
    """,
    "policy": """
        condizioni, termini, regola, regole, regolament*, politica di, policy, cancellazione,
        recesso, disdett*|disdire, penale, reso, resi, restituzion*, cambio, cambi, garanzia,
        contratt*, vincolo, minimo, clausol*, fedeltà, punti, età minima, orari|orario, rinnovo,
        preavviso, vietat*, consentit*
    """,
}
