"""Words that betray a language: grammar, and what people write every day, accents folded.

NEIGHBOURS are languages that we do not read, so that they are not taken for one that we do.
"""

WORDS = {
    "en": """
        monday tuesday wednesday thursday friday saturday sunday morning evening the and is my for
        you this with not of to it have has still been was were are that they your what when why
        how just get got at from on in be i im its dont cant wont didnt doesnt isnt an a or but if
        so now all any can could would will do did does me we our us he she his her them there
        here about after before again out up off by no yes please thanks thank than then more most
        been being who which where never ever every some only really very too one two day days
        week weeks today tomorrow yesterday time good great nothing anyone someone because over
        into pls lol tbh omg ur u their had don has've love new want need know back still make see
        let
    """,
    "pt": """
        segunda terca quarta quinta sexta sabado domingo manha noite tarde pode posso podem
        consigo o os as um uma uns umas de do da dos das em no na nos nas ao aos e que nao com por
        para pra pro se eu voce voces vc vcs ele ela eles elas nos me meu minha meus minhas seu
        sua seus suas isso isto esse essa este esta aquele mas mais muito muita bem ja ainda sem
        sou estou esta ta tao foi era ser estar tem tenho ter faz fazer vou vai quando como onde
        porque porq qual quem tudo nada nunca sempre hoje ontem amanha aqui ali la so ate depois
        desde entre sobre pelo pela num numa obrigado obrigada bom boa dia dias semana anos agora
        gente cara ne tambem tbm fiquei dele dela outro outra muitos cade pq kkk kkkk ninguem
        alguem apos ha pessoal estao sao deu fui foram minutos porra mt mto td hj vao dois duas
        meses horas
    """,
    "es": """
        lunes martes miercoles jueves viernes sabado domingo noche tarde puedo puede pueden quiere
        juego nuestro nuestra el la los las un una unos unas de del al en y e o que no con por
        para se yo tu usted ustedes vosotros el ella ellos me mi mis su sus nos os les lo le te
        esto eso este esta ese esa pero mas muy bien ya aun todavia sin soy estoy esta estan fue
        era ser estar tiene tengo hay hace hacer voy va cuando como donde porque cual quien todo
        nada nunca siempre hoy ayer manana aqui alli solo hasta despues desde entre sobre gracias
        bueno buena dia dias semana anos ahora gente tambien nadie alguien q xq pq jaja jajaja
        porfa son han he ha sido dos tres minutos horas meses otra otro mucho mucha muchas otros
        les han cada tan ni si es pues asi quiero eres
    """,
    "nl": """
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend avond de het een en van
        ik je jij u jullie hij zij ze wij we mijn m'n uw jouw ons onze hun dit dat deze die niet
        geen wel maar of als dan nog al weer ook op in aan uit bij met voor door naar om over tot
        te er hier daar is was zijn ben bent waren heb hebt heeft hebben had wordt worden kan
        kunnen moet mag zal zou wil ga gaat doen doet wat wie waar wanneer waarom hoe alles niets
        niks nooit altijd vandaag gisteren morgen sinds na meer veel heel erg zo toch eens even
        gewoon dank bedankt goed uur dag dagen weken maanden jaar keer iemand niemand krijg
        krijgen graag omdat want ff idd aub komt gaan zonder binnen tussen tegen onder steeds
        ben't hoor mij hem
    """,
    "de": """
        montag dienstag mittwoch donnerstag freitag samstag sonntag morgen abend der die das den
        dem des ein eine einen einem einer und ist sind war waren bin nicht kein keine keinen ich
        du er sie es wir ihr mich mir dich dir euch uns mein meine meinen meiner dein sein ihre
        ihren mit fur auf aus bei von vom zu zum zur im am an in nach seit uber unter vor durch
        ohne um bis als wie was wer wo wann warum dass wenn aber oder auch noch schon immer nie
        wieder nur sehr so mal ja nein doch hier da jetzt heute gestern morgen haben habe hat
        hatte hab wird werden wurde kann konnen muss soll will gibt geht kommt machen mehr alles
        nichts bitte danke gut tag tage woche wochen monat stunden jahr jemand niemand eure sich
        man weil denn ganz mehr beim bist wäre ware fuer ueber
    """,
    "fr": """
        lundi mardi mercredi jeudi vendredi samedi dimanche matin soir le la les un une des du de
        au aux et est sont etait suis es a ai as ont avez avons etes ete je tu il elle on nous
        vous ils elles me moi te se mon ma mes ton ta tes son sa ses notre votre vos leur leurs ce
        cet cette ces ca cela qui que quoi dont ou quand comment pourquoi ne n pas plus jamais
        rien toujours encore deja pour par avec sans sur sous dans chez entre depuis apres avant
        mais car donc si tres trop bien bon bonne tout tous toute toutes fait faire peut peux
        merci svp bonjour jour jours semaine mois heures heure ans hier aujourd hui demain c j l d
        m s t qu y en personne quelqu quel quelle lol mdr jsuis etre avoir va vais aller aussi
        meme
    """,
    "it": """
        lunedi martedi mercoledi giovedi venerdi sabato domenica mattina sera sere tutte tutti
        tutta il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel
        nella nei con su sul sulla per tra fra e ed o ma che chi cosa come quando dove perche
        quale non mi ti ci vi si io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua
        nostro vostro questo questa questi queste quello quella sono sei e era erano siamo siete
        ho hai ha abbiamo avete hanno fatto fare puo posso molto piu meno bene male sempre mai
        ancora gia anche solo ora adesso oggi ieri domani dopo prima da senza tutto tutti niente
        nulla nessuno qualcuno grazie ciao buono giorno giorni settimana mesi ore anni al alla ai
        alle all dell nell l un po cmq xke stato stata essere proprio così cosi quindi se ne poi
    """,
}

NEIGHBOURS = """
    och att det som inte jag en ett den till med pa av ar har var kan men om hej tack mycket
    og det er ikke jeg pa til som vi hvor hvad hvordan meget sa ble blir takk hun ikkje deg
    i w nie na sie jest z do to ze jak co ale tak dla juz czy jestem bardzo mam przez dzien dziekuje
    bir ve bu icin ne da cok ama var yok ben sen gibi daha kadar degil mi nasil tesekkurler olarak
    si in nu este la pe cu care mai ce sunt din pentru am dar fost foarte asta multumesc
    amb els per que una dels les no es molt pero quan gracies avui meu aixo tambe
    ja on ei se mina sina hyva kiitos etta mutta kun ole olen niin mika tama
    yang dan di ini itu tidak untuk dengan saya aku kamu ada dari ke akan bisa sudah juga apa gak ga
    se je na ze to v s po jsem jako ale uz tak proc dekuju neni jsou by mi
    az es hogy nem egy van meg ez is de csak mar mint nagyon koszonom
    ang ng sa na mga ko mo ako ka siya hindi naman lang yung po
    khong la cua va toi ban nay cho duoc mot nguoi
"""

LETTERS = {
    "pt": "ãõ",
    "es": "ñ¿¡",
    "nl": "",
    "de": "ßäöü",
    "fr": "œêèîûùàç",
    "it": "èàòùì",
    "en": "",
}

FOREIGN_LETTERS = "łżźśąęćńşğıőűåøčřžěůșțăđœæþđươ".replace("œ", "")

ENDINGS = {
    "en": "ing tion ght ness ful less ould ther ally n't ked ated ess ays ity",
    "pt": "cao coes dade inho inha ando endo indo nte eiro eira agem aram vel ei ou oes lho lha",
    "es": "cion ciones dad tad illo illa ando iendo ero era aje aron ble ito ita uelo ieron",
    "nl": "ij ijk lijk heid tje tjes aar aat oor een ing sel iek eren oud ucht aal uis oek oep",
    "de": "ung ungen keit heit lich isch sch ich acht cht tzt ern eln ierung schaft tet nis",
    "fr": "eau eaux eux tion ment aient ait oir age ette elle ique ees ais ont eur euse ez",
    "it": "zione zioni mente ggio etto etta ato ata iamo ito ono gli cchi ezza tto tta ssi anza",
}
