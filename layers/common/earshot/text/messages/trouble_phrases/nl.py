"""Dutch."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "nl",
    "title": "Storing bij {sources}",
    "title_over": "{sources}: weer in orde",
    "mark": "Niet gehoord",
    "mark_over": "Voorbij",
    "intro": "Earshot hoort niet alles wat het zou moeten horen.",
    "intro_over": "Wat Earshot over deze bronnen heeft gemeld, is voorbij.",
    "kinds": {
        "refused": Words(
            "toegang geweigerd",
            "Daar wordt niets gehoord tot dit is verholpen. Wat het platform dan nog laat zien,"
            " wordt achteraf gelezen; de rest missen we.",
            "Maak op het platform een nieuw token of een nieuwe sleutel en sla die op als secret."
            " Earshot gebruikt die vanzelf bij de volgende poging, binnen een uur.",
        ),
        "misconfigured": Words(
            "zo ingesteld niet te lezen",
            "Daar wordt niets gehoord tot dit is verholpen.",
            "Verbeter de opties van deze bron in de configuratie en zet die door. De statuspagina"
            " laat zien wat er mis is.",
        ),
        "gone": Words(
            "bestaat niet meer",
            "Wat daar wordt gevolgd is verwijderd, hernoemd of niet meer openbaar. Daar wordt niets"
            " meer gehoord.",
            "Kijk er zelf, verbeter daarna deze bron in de configuratie of haal hem eruit, en zet"
            " die door.",
        ),
        "failing": Words(
            "geen bruikbaar antwoord",
            "Daar wordt voorlopig niets gehoord, en meldingen komen te laat. Zodra er antwoord"
            " komt, leest Earshot verder waar het was; alleen wat het platform dan niet meer laat"
            " zien, missen we.",
            "Meestal gaat het vanzelf over. Duurt het een dag, kijk dan of het platform iets heeft"
            " aangekondigd, en bekijk de statuspagina.",
        ),
        "limited": Words(
            "moet al uren wachten",
            "Het platform laat al uren niets lezen. Meldingen komen te laat.",
            "Lees daar minder vaak, volg minder termen met dit account, of vraag het platform om"
            " een hogere limiet.",
        ),
        "unread": Words(
            "wordt niet gelezen",
            "Dit ligt aan Earshot zelf, niet aan het platform: het komt niet aan lezen toe. Daar"
            " wordt voorlopig niets gehoord.",
            "Kijk in AWS of de functie PollMentions draait, wat het logboek zegt, en of er"
            " berichten in de wachtrijen staan.",
        ),
        "last_day": Words(
            "token verloopt binnen een dag",
            "Daarna wordt daar niets meer gehoord.",
            "Maak vandaag nog een nieuw token op het platform en sla het op als secret.",
        ),
        "expiring": Words(
            "token verloopt binnen een week",
            "Daarna wordt daar niets meer gehoord.",
            "Maak een nieuw token op het platform en sla het op als secret.",
        ),
        "silent": Words(
            "ongewoon stil",
            "Er komt antwoord, maar al veel langer dan normaal niets nieuws. Misschien is het er"
            " echt stil, misschien worden de berichten niet meer gevonden.",
            "Kijk er zelf. Staan er nieuwe berichten, controleer dan de termen en opties van deze"
            " bron, en of het account ze nog mag zien.",
        ),
    },
    "what_it_means": "Wat het betekent",
    "what_to_do": "Wat te doen",
    "since": "sinds {when}",
    "from_to": "van {since} tot {until}",
    "ends": "verloopt {when}",
    "more": "en nog {count}",
    "secret": "Te vernieuwen secret: {secret}",
    "over": (
        "Er wordt verder gelezen waar het was gebleven. Alleen wat een platform toen niet meer liet"
        " zien, hebben we gemist."
    ),
    "documentation": "Meer over deze bron: docs/sources.md, onderdeel {section}.",
    "open_status": "Statuspagina openen",
    "footer": (
        "Earshot stuurt dit één keer aan de eigenaar van de configuratie,"
        " en opnieuw als het voorbij is."
    ),
    "footer_over": "Earshot stuurt dit één keer aan de eigenaar van de configuratie.",
}
