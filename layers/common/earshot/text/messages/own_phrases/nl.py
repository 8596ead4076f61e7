"""Dutch."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "nl",
    "title_over": "Voorbij: {title}",
    "mark": "Earshot zelf",
    "intro": "Iemand moet zich om Earshot bekommeren.",
    "intro_over": "Wat Earshot hierover heeft gemeld, is voorbij.",
    "kinds": {
        "escalation_failed": Words(
            "Het alarm over een klacht is afgebroken",
            "Een fout heeft de escalatie beëindigd: over deze klacht wordt niemand meer"
            " gewaarschuwd, en de klant wacht.",
            "Open de zaak en pak haar op. Kijk daarna in AWS Step Functions waarom de uitvoering is"
            " mislukt.",
        ),
        "escalation_over": Words(
            "Niemand heeft een klacht opgepakt",
            "Iedereen is gewaarschuwd, niveau na niveau, zo vaak als het beleid voorschrijft."
            " Earshot waarschuwt niemand meer; de zaak blijft open en de klant wacht.",
            "Open de zaak en pak haar op. Zoek daarna uit waarom niemand heeft gereageerd: wie hoe"
            " bereikt moest worden, staat in het journaal.",
        ),
        "undelivered": Words(
            "Een melding heeft niemand bereikt",
            "Geen enkel kanaal van deze contactpersoon nam de melding aan. Earshot blijft het"
            " proberen en gaat op tijd naar het volgende niveau; tot dan weet misschien niemand van"
            " de klacht.",
            "Open de zaak of licht de contactpersoon zelf in. Controleer daarna adres, nummer en"
            " chats in de configuratie.",
        ),
        "nobody_on_call": Words(
            "Niemand heeft dienst",
            "Een klacht die naar dit rooster gaat, bereikt daar niemand. Alleen anderen op"
            " hetzelfde niveau en het volgende niveau horen ervan.",
            "Zet er voorlopig iemand als vervanger in, vul daarna het gat in het rooster in de"
            " configuratie en zet die door.",
        ),
        "poison": Words(
            "Records die niet verwerkt konden worden",
            "Ze mislukten keer op keer en zijn apart gezet. Er kan een klacht tussen zitten waarvan"
            " niemand heeft gehoord.",
            "Kijk in de logboeken van de functies waarom ze mislukten, verhelp dat en laat de"
            " records vanuit de wachtrij opnieuw verwerken. Ze worden hooguit twee weken bewaard.",
        ),
        "queue_stuck": Words(
            "Achterstand",
            "Het gebeurt te laat of helemaal niet: klachten worden laat gevonden en meldingen komen"
            " laat. Er is nog niets verloren, maar wat wacht wordt niet eeuwig bewaard.",
            "Kijk in AWS of de functies draaien, wat hun logboeken zeggen, en of de limiet van"
            " gelijktijdige uitvoeringen van het account is bereikt.",
        ),
        "ses_paused": Words(
            "AWS verstuurt onze e-mail niet",
            "Er gaat geen melding per e-mail uit. Sms en chats werken nog; wie geen van beide"
            " heeft, hoort van geen enkele klacht.",
            "Open Amazon SES in de AWS-console: daar staat waarom het versturen is stopgezet en hoe"
            " het weer wordt toegestaan.",
        ),
        "ses_sandbox": Words(
            "E-mail zit nog in de sandbox",
            "AWS bezorgt alleen aan geverifieerde adressen, hooguit 200 e-mails per dag. Meldingen"
            " aan ieder ander worden geweigerd.",
            "Vraag in Amazon SES productietoegang aan. Verifieer daar tot die is verleend het adres"
            " van elke contactpersoon.",
        ),
        "sns_sandbox": Words(
            "Sms zit nog in de sandbox",
            "AWS bezorgt sms alleen aan geverifieerde nummers, hooguit tien. Meldingen aan andere"
            " nummers komen niet aan.",
            "Verlaat de sms-sandbox in Amazon SNS. Verifieer daar tot die tijd het nummer van elke"
            " contactpersoon.",
        ),
        "sender_unverified": Words(
            "De afzender van onze e-mail is niet geverifieerd",
            "AWS weigert elke e-mail van dit adres: er gaat geen melding per e-mail uit.",
            "Verifieer het adres, of liever het hele domein, in Amazon SES in deze regio.",
        ),
        "sns_spending": Words(
            "De uitgavenlimiet voor sms is bijna bereikt",
            "Daarboven neemt AWS sms wel aan, maar bezorgt ze niet tot de maand om is. Wie alleen"
            " een telefoon heeft, hoort dan van geen enkele klacht.",
            "Vraag AWS om een hogere uitgavenlimiet voor sms en stel die daarna in Amazon SNS in."
            " Geef elke contactpersoon een tweede kanaal.",
        ),
        "ses_quota": Words(
            "Het e-mailquotum is bijna op",
            "Daarboven weigert AWS onze e-mail tot eerdere berichten 24 uur oud zijn; meldingen per"
            " e-mail komen laat.",
            "Kijk op de statuspagina of het nu erg druk is. Zo niet, vraag AWS om een hoger"
            " verzendquotum in Amazon SES.",
        ),
        "address_complained": Words(
            "Een contactpersoon weigert onze berichten",
            "Een melding is als spam gemarkeerd, of er is afgemeld. Daarheen wordt niets meer"
            " gestuurd; bij te veel van zulke meldingen houdt AWS al onze e-mail tegen.",
            "Praat met de contactpersoon. Geef in de configuratie een ander kanaal op, of haal de"
            " contactpersoon eruit.",
        ),
        "address_failed": Words(
            "Een contactpersoon is niet meer bereikbaar",
            "Wat daarheen ging is niet aangekomen, en er wordt niets meer heen gestuurd. De andere"
            " kanalen van deze contactpersoon worden gebruikt; zonder die horen alleen de anderen"
            " op het niveau ervan.",
            "Vraag de contactpersoon wat wel klopt, verbeter het in de configuratie en zet die"
            " door.",
        ),
        "sms_month": Words(
            "De sms'en van deze maand zijn op",
            "Tot de maand om is gaan meldingen in plaats daarvan per e-mail en chat uit. Wie geen"
            " van beide heeft, hoort van geen enkele klacht.",
            "Geef elke contactpersoon een tweede kanaal, of verhoog sms_a_month onder caps in de"
            " configuratie, voor zover de uitgavenlimiet van het account dat toelaat.",
        ),
        "contact_hour": Words(
            "De uurlimiet van een contactpersoon is bereikt",
            "Wat tot het eind van het uur komt, gaat via het volgende kanaal of wacht waar dat er"
            " niet is.",
            "Kijk op de statuspagina of het nu erg druk is. Zo niet, verhoog de limiet onder caps"
            " in de configuratie, of verdeel het werk over meer contactpersonen.",
        ),
        "classifier_calls": Words(
            "De aanroepen van de classificatie zijn op",
            "Tot er nieuwe zijn beoordeelt het ingebouwde model wat er wordt geschreven. Er valt"
            " geen klacht weg; een oordeel kan soms minder fijn zijn.",
            "Niets, als dat goed genoeg is. Rol anders uit met hogere waarden voor"
            " ClassifierCallsPerDay of ClassifierCallsPerMonth; dat kost geld.",
        ),
    },
    "details": {
        "brand": "Merk",
        "case": "Zaak",
        "score": "Gewicht",
        "rounds": "Rondes",
        "contact": "Contactpersoon",
        "contacts": "Niet bereikbaar",
        "channel": "Kanaal",
        "channels": "Kanalen",
        "address": "Adres",
        "rotation": "Rooster",
        "until_at": "Volgende dienst",
        "queue": "Waar",
        "records": "Aantal",
        "waiting": "Hoeveel",
        "oldest_minutes": "Oudste, in minuten",
        "region": "Regio",
        "spent_usd": "Uitgegeven",
        "used": "Gebruikt",
        "limit": "Limiet",
        "limit_usd": "Limiet",
        "classifier": "Classificatie",
        "period": "Per",
    },
    "channels": {"sms": "sms", "email": "e-mail", "chat": "chat"},
    "queues": {"polling": "lezen", "scoring": "wegen", "reminders": "opvolging"},
    "periods": {"day": "dag", "month": "maand"},
    "more": "en nog {count}",
    "open": "Meer bekijken",
    "footer": "Earshot stuurt dit één keer, en opnieuw als het voorbij is.",
    "footer_over": "Earshot stuurt dit één keer.",
}
