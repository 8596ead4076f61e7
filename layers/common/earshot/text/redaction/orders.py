"""Orders: numbers of purchases, parcels, bookings, invoices, contracts, cases and customers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span

_WORDS = (
    r"order|booking|reservation|tracking|parcel|package|shipment|delivery|consignment|invoice"
    r"|customer|account|ticket|case|contract|policy|claim|reference|confirmation|membership|member"
    r"|incident|complaint|receipt|bill|pnr|awb"
    r"|pedido|encomenda|reserva|fatura|factura|cliente|contrato|rastreio|rastreamento|protocolo"
    r"|processo|seguimiento|seguimento|envio|envío|paquete|pacote|expediente|caso|incidencia"
    r"|incidência|ocorrência|reclamación|reclamação|reclamo|apólice|póliza|chamado|referencia"
    r"|referência|localizador|albarán|socio|sócio|compra|recibo|bilhete|billete"
    r"|bestelling|bestelnummer|bestelnr|ordernummer|ordernr|pakket|pakketje|pakketnummer|zending"
    r"|zendingsnummer|factuur|factuurnummer|klantnummer|klantnr|klant|boeking|boekingsnummer"
    r"|reservering|reserveringsnummer|zaaknummer|zaak|dossiernummer|contractnummer|polis"
    r"|polisnummer|meldingsnummer|melding|klacht|klachtnummer|referentie|track ?(?:&|and|en) ?trace"
    r"|bestellung|bestellnummer|bestellnr|bestell-nr|auftrag|auftragsnummer|auftragsnr|rechnung"
    r"|rechnungsnummer|rechnungsnr|kundennummer|kundennr|kunden-nr|kunde|buchung|buchungsnummer"
    r"|buchungscode|vertrag|vertragsnummer|vertragskonto|sendung|sendungsnummer|paketnummer|paket"
    r"|vorgang|vorgangsnummer|fallnummer|ticketnummer|aktenzeichen|reservierung"
    r"|reservierungsnummer|police|versicherungsnummer|mitgliedsnummer|referenz|zählernummer"
    r"|commande|réservation|facture|client|cliente|contrat|colis|dossier|suivi|billet|envoi|sinistre"
    r"|référence|abonné|réclamation|adhérent|livraison|dossiers"
    r"|ordine|prenotazione|fattura|contratto|spedizione|pratica|pacco|tracciamento|codice cliente"
    r"|segnalazione|reclamo|polizza|riferimento|abbonamento|bolletta|biglietto|scontrino|pratiche"
)
_SIGN = (
    r"(?:number|numero|número|numéro|nummer|núm|num|nro|nr|no|nº|n°|n\.º|n|ref|reference|id|code"
    r"|código|codigo|codice|client|cliente|#)"
)
_VERB = r"(?:is|was|are|é|es|è|est|ist|lautet|war|era)"
# A measure after the digits makes them an amount: invoice 1299 euros, case 1000 times.
_MEASURE = (
    r"(?! ?(?:[€$£%]|(?:eur|euros?|usd|reais|pounds|dollars|dólares|pesos|times|vezes|veces|keer"
    r"|fois|volte|people|days|weeks|hours|minutes)(?!\w)))"
)
_YEAR_OR_DATE = re.compile(r"(?:19|20)\d\d\Z|\d{1,4}-\d{1,2}-\d{1,4}\Z")


def found(text: str) -> Iterator[Span]:
    introduced, locator, shaped = _patterns()
    for match in introduced.finditer(text):
        signed = match["sign"] or "#" in match["gap"]
        if signed or not _YEAR_OR_DATE.match(match["value"]):
            yield match.start("value"), match.end("value"), "ORDER"
    for match in locator.finditer(text):
        yield match.start("value"), match.end("value"), "ORDER"
    for match in shaped.finditer(text):
        yield match.start(), match.end(), "ORDER"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            rf"(?<![\w\[])(?:{_WORDS})s?(?!\w)(?P<sign>(?:[ .-]{{0,2}}{_SIGN}(?!\w)){{1,2}})?"
            rf"(?P<gap>[ .,:#°º()=-]{{0,4}}(?:(?<=[ :,]){_VERB}[ :#]{{1,3}}){{0,1}})(?<!\w)"
            r"(?P<value>(?:(?:[A-Za-z]{0,4}[-/]?"
            r"|(?!eur|usd|gbp|brl|chf)(?-i:[A-Z]{2,4}) )\d[A-Za-z0-9-]{3,30}(?:/\d{2,8})?"
            r"|(?=[A-Za-z-]{0,8}\d[A-Za-z-]{0,8}\d)[A-Za-z0-9]{1,8}-?[A-Za-z0-9-]{4,20})"
            rf"(?: \d{{3,6}}){{0,5}})(?![\w€$£%@]|[.,:]\d){_MEASURE}",
            re.IGNORECASE,
        ),
        # Airlines' and hotels' booking codes may have no digit at all.
        re.compile(
            r"(?<!\w)(?i:pnr|locator|localizador|(?:booking|reservation) (?:code|reference|ref)"
            r"|buchungscode|buchungsnummer|boekingscode|reserveringscode|código de (?:la )?reserva"
            r"|code de réservation|codice (?:di )?prenotazione)[ .:#]{1,3}"
            r"(?:(?i:is|é|es|è|est|ist|:)[ :]{1,2})?(?P<value>[A-Z0-9]{5,8})(?!\w)"
        ),
        # Parcels by their own shape: UPS, universal post (S10), DHL, PostNL; and Amazon's orders.
        re.compile(
            r"(?<![\w-])(?:1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|JJ?D\d{16,20}|3S[A-Z0-9]{11,13}"
            r"|\d{3}-\d{7}-\d{7})(?![\w-])"
        ),
    )
