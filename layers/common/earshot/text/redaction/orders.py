"""Orders: numbers of purchases, parcels, bookings, invoices, contracts, cases and customers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, has_digits

_WORDS = (
    r"order|booking|reservation|tracking|parcel|package|shipment|delivery|consignment|invoice"
    r"|customer|account|acct|ticket|case|contract|policy|claim|reference|confirmation"
    r"|membership|member"
    r"|incident|complaint|receipt|bill|pnr|awb|ref|réf|rif"
    r"|pedido|encomenda|reserva|fatura|factura|cliente|contrato|rastreio|rastreamento|protocolo"
    r"|processo|seguimiento|seguimento|envio|envío|paquete|pacote|expediente|caso|incidencia"
    r"|incidência|ocorrência|reclamación|reclamação|reclamo|póliza|chamado|referencia"
    r"|ordem de serviço|nota fiscal|nf-?e|apólice|folio|guía|boleto"
    r"|referência|localizador|albarán|socio|sócio|compra|recibo|bilhete|billete"
    r"|bestelling|bestelnummer|bestelnr|ordernummer|ordernr|pakket|pakketje|pakketnummer|zending"
    r"|zendingsnummer|factuur|factuurnummer|factuurnr|dossiernr|contractnr|zaaknr|polisnr"
    r"|klantnummer|klantnr|klant|boeking|boekingsnummer"
    r"|reservering|reserveringsnummer|zaaknummer|zaak|dossiernummer|contractnummer|polis"
    r"|polisnummer|meldingsnummer|meldnummer|melding|kenmerk|klacht|klachtnummer|referentie"
    r"|track ?(?:&|and|en) ?trace"
    r"|bestellung|bestellnummer|bestellnr|bestell-nr|auftrag|auftragsnummer|auftragsnr|rechnung"
    r"|rechnungsnummer|rechnungsnr|kundennummer|kundennr|kunden-nr|kd\.?-?nr|re\.?-?nr"
    r"|auftr\.?-?nr|schaden(?:s?nummer|nr)?"
    r"|versicherungsschein|kunde|buchung|buchungsnummer"
    r"|buchungscode|vertrag|vertragsnummer|vertragsnr|sendungsnr|buchungsnr|vorgangsnr"
    r"|vertragskonto|sendung|sendungsnummer|paketnummer|paket"
    r"|vorgang|vorgangsnummer|fallnummer|ticketnummer|aktenzeichen|(?-i:Az)|reservierung"
    r"|reservierungsnummer|police|versicherungsnummer|mitgliedsnummer|referenz|zählernummer"
    r"|commande|réservation|facture|client|cliente|contrat|colis|dossier|suivi|billet|envoi"
    r"|sinistre"
    r"|référence|abonné|réclamation|adhérent|livraison|dossiers"
    r"|ordine|prenotazione|fattura|contratto|spedizione|pratica|pacco|tracciamento|codice cliente"
    r"|segnalazione|reclamo|polizza|riferimento|abbonamento|bolletta|biglietto|scontrino|pratiche"
)
_SIGN = (
    r"(?:number|numero|número|numéro|nummer|núm|num|nro|nr|no|nº|n°|n\.º|n|ref|reference|id|code"
    r"|código|codigo|codice|client|cliente|#)"
)
_WITH = (
    r"(?: (?:with|com|con|met|mit|avec|de)(?: (?:the|an?|o|um|el|un|il|le|der|het))?"
    r"(?= (?:number|numero|número|numéro|nummer|nr|n[º°])(?!\w)))?"
)
_VERB = r"(?:is|was|are|é|es|è|est|ist|lautet|war|era|foi|fue)(?: (?:the|o|el|la|le|il|de))?"
# A measure after the digits makes them an amount: invoice 1299 euros, case 1000 times.
_MEASURE = (
    r"(?! ?(?:[€$£%]|(?:eur|euros?|usd|reais|pounds|dollars|dólares|pesos|times|vezes|veces|keer"
    r"|fois|volte|people|pessoas|personas|personnes|persone|personen|items|artikel|points|km|kg"
    r"|days|dias|días|tagen?|dagen|jours|giorni|weeks|semanas|wochen?|weken|semaines|settimane"
    r"|hours|horas|stunden|uren|heures|ore|minutes|minut[oi]s?|minuten"
    r"|months|meses|monaten?|maanden|mois|mesi|years|anos|años|jahren?|jaar|ans|anni)(?!\w)))"
)
_SIGNED_WORD = re.compile(r"n(?:umme)?r\Z", re.IGNORECASE)
_SIGNED_BEFORE = re.compile(
    r"(?:n[º°.]|n[uú]mero|num[eé]ro|number|nummer|cod(?:e|ice|\.)?|código)"
    r"(?: (?:de|di|do|da|del|of)(?: (?:la|mi|ma|my|meu|minha))?)? ?\Z",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    r"(?:19|20)\d\d(?:-[01]?\d-[0-3]?\d)?\Z|[0-3]?\d-[01]?\d-(?:19|20)?\d\d\Z"
    r"|\d{1,2}h\d{2}\Z|\d+(?:st|nd|rd|th)\Z"
    # In groups, as amounts are: only what is said to be a number is one.
    r"|\d{1,6}(?:[ .]\d{2,6})+\Z",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Span]:
    for match in _booking_code().finditer(text):
        yield match.start("value"), match.end("value"), "ORDER"
    if not has_digits(text):
        return
    introduced, shaped = _patterns()
    for match in introduced.finditer(text):
        signed = (
            match["sign"]
            or "#" in match["gap"]
            or _SIGNED_WORD.search(match["word"])
            or _SIGNED_BEFORE.search(text, max(0, match.start() - 16), match.start())
        )
        if signed or not _NO_NUMBER.match(match["value"]):
            yield match.start("value"), match.end("value"), "ORDER"
    for match in shaped.finditer(text):
        yield match.start(), match.end(), "ORDER"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            rf"(?<![\w\[?&])(?P<word>{_WORDS})s?(?!\w){_WITH}"
            rf"(?P<sign>(?:[ .-]{{0,2}}{_SIGN}(?!\w)){{1,2}})?"
            rf"(?P<gap>[ .,:#°º()=-]{{0,4}}(?:(?<=[ :,]){_VERB}[ :#]{{1,3}}){{0,1}})(?<!\w)"
            r"(?P<value>\d{1,3}(?:(?P<point>[ .])\d{3})(?:(?P=point)\d{3}){0,3}"
            r"|\d{2,6}(?:\.\d{2,6}){1,3}(?:/\d{2,8}(?:-\d{1,3})?)?"
            r"|[A-Z]{0,3}\d{2,3}(?: \d{3,4}){2,4}"
            r"|(?:(?:[A-Za-z]{0,4}[-/]?"
            r"|(?!eur|usd|gbp|brl|chf)(?-i:[A-Z]{2,4}) )\d[A-Za-z0-9-]{3,30}(?:/\d{2,8}){0,2}"
            r"|\d{2}/\d{4,6}"
            r"|(?=[A-Za-z-]{0,8}\d[A-Za-z-]{0,8}\d)[A-Za-z0-9]{1,8}-?[A-Za-z0-9-]{4,20})"
            rf"(?: \d{{3,6}}){{0,5}})(?![\w€$£%@]|[.,:]\d){_MEASURE}",
            re.IGNORECASE,
        ),
        # By their own shape: parcels (UPS, universal post (S10), DHL, PostNL), Amazon's orders,
        # cases before a Brazilian court.
        re.compile(
            r"(?<![\w-])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|JJ?D\d{16,20}|3S[A-Z0-9]{11,13}"
            r"|\d{3}-\d{7}-\d{7}|\d{7}-\d\d\.\d{4}\.\d\.\d\d\.\d{4})(?![\w-])"
        ),
    )


@cache
def _booking_code() -> re.Pattern[str]:
    """Airlines' and hotels' codes may have no digit at all."""
    return re.compile(
        r"(?<!\w)(?i:pnr|locator|localizador|(?:booking|reservation) (?:code|reference|ref)"
        r"|buchungscode|buchungsnummer|boekingscode|reserveringscode|código de (?:la )?reserva"
        r"|code de réservation|codice (?:di )?prenotazione)[ .:#]{1,3}"
        r"(?:(?i:is|é|es|è|est|ist|:)[ :]{1,2})?(?P<value>[A-Z0-9]{5,8})(?!\w)"
    )
