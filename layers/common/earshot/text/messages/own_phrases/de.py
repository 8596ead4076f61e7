"""German."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "de",
    "title_over": "Vorbei: {title}",
    "mark": "Earshot selbst",
    "intro": "Um Earshot muss sich jemand kümmern.",
    "intro_over": "Was Earshot hierzu gemeldet hat, ist vorbei.",
    "kinds": {
        "escalation_failed": Words(
            "Der Alarm zu einer Beschwerde ist abgebrochen",
            "Ein Fehler hat die Eskalation beendet: Zu dieser Beschwerde wird niemand mehr"
            " alarmiert, und der Kunde wartet.",
            "Den Fall öffnen und übernehmen. Danach in AWS Step Functions nachsehen, warum die"
            " Ausführung gescheitert ist.",
        ),
        "escalation_over": Words(
            "Niemand hat eine Beschwerde übernommen",
            "Alle wurden alarmiert, Stufe um Stufe, so oft es die Regel vorsieht. Earshot alarmiert"
            " niemanden mehr; der Fall bleibt offen, und der Kunde wartet.",
            "Den Fall öffnen und übernehmen. Danach klären, warum sich niemand gemeldet hat: Wer"
            " wie erreicht werden sollte, steht in seinem Journal.",
        ),
        "undelivered": Words(
            "Ein Alarm hat niemanden erreicht",
            "Kein Kanal dieses Kontakts hat den Alarm angenommen. Earshot versucht es weiter und"
            " geht rechtzeitig zur nächsten Stufe; bis dahin weiß vielleicht niemand von der"
            " Beschwerde.",
            "Den Fall öffnen oder dem Kontakt selbst Bescheid geben. Danach seine Adresse, Nummer"
            " und Chats in der Konfiguration prüfen.",
        ),
        "nobody_on_call": Words(
            "Niemand hat Bereitschaft",
            "Eine Beschwerde, die an diesen Bereitschaftsplan geht, erreicht dort niemanden. Nur"
            " andere auf derselben Stufe und die nächste Stufe erfahren davon.",
            "Vorerst jemanden als Vertretung eintragen, dann die Lücke im Plan in der Konfiguration"
            " schließen und übertragen.",
        ),
        "poison": Words(
            "Datensätze, die nicht verarbeitet werden konnten",
            "Sie sind immer wieder gescheitert und wurden beiseitegelegt. Darunter kann eine"
            " Beschwerde sein, von der niemand erfahren hat.",
            "In den Protokollen der Funktionen nachsehen, woran es lag, das beheben und die"
            " Datensätze aus der Warteschlange erneut verarbeiten lassen. Sie werden höchstens"
            " zwei Wochen aufbewahrt.",
        ),
        "queue_stuck": Words(
            "Rückstand",
            "Es geschieht zu spät oder gar nicht: Beschwerden werden spät gefunden, Alarme kommen"
            " verspätet. Noch ist nichts verloren, aber was wartet, wird nicht ewig aufbewahrt.",
            "In AWS nachsehen, ob die Funktionen laufen, was ihre Protokolle sagen und ob das Limit"
            " gleichzeitiger Ausführungen des Kontos erreicht ist.",
        ),
        "ses_paused": Words(
            "AWS sendet unsere E-Mails nicht",
            "Kein Alarm geht per E-Mail hinaus. SMS und Chats funktionieren; wer beides nicht hat,"
            " erfährt von keiner Beschwerde.",
            "Amazon SES in der AWS-Konsole öffnen: Dort steht, warum das Senden angehalten wurde"
            " und wie es wieder erlaubt wird.",
        ),
        "ses_sandbox": Words(
            "E-Mail ist noch in der Sandbox",
            "AWS stellt nur an bestätigte Adressen zu, höchstens 200 E-Mails am Tag. Alarme an alle"
            " anderen werden abgelehnt.",
            "In Amazon SES den Produktionszugang beantragen. Bis er gewährt ist, dort die Adresse"
            " jedes Kontakts bestätigen lassen.",
        ),
        "sns_sandbox": Words(
            "SMS sind noch in der Sandbox",
            "AWS stellt SMS nur an bestätigte Nummern zu, höchstens zehn. Alarme an andere Nummern"
            " kommen nicht an.",
            "In Amazon SNS die SMS-Sandbox verlassen. Bis dahin dort die Nummer jedes Kontakts"
            " bestätigen lassen.",
        ),
        "sender_unverified": Words(
            "Der Absender unserer E-Mails ist nicht bestätigt",
            "AWS lehnt jede E-Mail von dieser Adresse ab: Kein Alarm geht per E-Mail hinaus.",
            "Die Adresse, besser ihre ganze Domain, in Amazon SES in dieser Region bestätigen.",
        ),
        "sns_spending": Words(
            "Das Ausgabenlimit für SMS ist fast erreicht",
            "Darüber nimmt AWS SMS zwar an, stellt sie aber bis zum Monatsende nicht zu. Wer nur"
            " ein Telefon hat, erfährt dann von keiner Beschwerde.",
            "Bei AWS ein höheres Ausgabenlimit für SMS beantragen und es dann in Amazon SNS"
            " einstellen. Jedem Kontakt einen zweiten Kanal geben.",
        ),
        "ses_quota": Words(
            "Das E-Mail-Kontingent ist fast aufgebraucht",
            "Darüber lehnt AWS unsere E-Mails ab, bis frühere 24 Stunden alt sind; Alarme per"
            " E-Mail kommen verspätet.",
            "Auf der Statusseite nachsehen, ob gerade sehr viel los ist. Wenn nicht, bei AWS ein"
            " höheres Sendekontingent in Amazon SES beantragen.",
        ),
        "address_complained": Words(
            "Ein Kontakt lehnt unsere Nachrichten ab",
            "Ein Alarm wurde als Spam gemeldet oder der Empfang abbestellt. Dorthin wird nichts"
            " mehr gesendet; bei zu vielen solchen Meldungen hält AWS alle unsere E-Mails an.",
            "Mit dem Kontakt sprechen. Ihm in der Konfiguration einen anderen Kanal geben oder ihn"
            " daraus entfernen.",
        ),
        "address_failed": Words(
            "Ein Kontakt ist nicht mehr erreichbar",
            "Was dorthin ging, kam nicht an, und es wird nichts mehr dorthin gesendet. Die anderen"
            " Kanäle des Kontakts werden benutzt; ohne sie erfahren nur die anderen auf der Stufe"
            " davon.",
            "Beim Kontakt erfragen, was stimmt, es in der Konfiguration berichtigen und"
            " übertragen.",
        ),
        "sms_month": Words(
            "Die SMS dieses Monats sind aufgebraucht",
            "Bis zum Monatsende gehen Alarme stattdessen per E-Mail und Chat hinaus. Wer beides"
            " nicht hat, erfährt von keiner Beschwerde.",
            "Jedem Kontakt einen zweiten Kanal geben oder sms_a_month unter caps in der"
            " Konfiguration erhöhen, soweit das Ausgabenlimit des Kontos es zulässt.",
        ),
        "contact_hour": Words(
            "Das Stundenlimit eines Kontakts ist erreicht",
            "Was bis zum Ende der Stunde kommt, geht über den nächsten Kanal oder wartet, wo es"
            " keinen gibt.",
            "Auf der Statusseite nachsehen, ob gerade sehr viel los ist. Wenn nicht, das Limit"
            " unter caps in der Konfiguration erhöhen oder die Arbeit auf mehr Kontakte verteilen.",
        ),
        "classifier_calls": Words(
            "Die Aufrufe des Klassifikators sind aufgebraucht",
            "Bis es neue gibt, beurteilt das eingebaute Modell, was geschrieben wird. Keine"
            " Beschwerde fällt weg; ein Urteil kann mitunter gröber ausfallen.",
            "Nichts, wenn das genügt. Sonst mit höheren Werten für ClassifierCallsPerDay oder"
            " ClassifierCallsPerMonth bereitstellen; das kostet Geld.",
        ),
    },
    "details": {
        "brand": "Marke",
        "case": "Fall",
        "score": "Gewicht",
        "rounds": "Runden",
        "contact": "Kontakt",
        "contacts": "Nicht erreichbar",
        "channel": "Kanal",
        "channels": "Kanäle",
        "address": "Adresse",
        "rotation": "Bereitschaftsplan",
        "until_at": "Nächste Bereitschaft",
        "queue": "Wo",
        "records": "Datensätze",
        "waiting": "Wie viele",
        "oldest_minutes": "Ältester, in Minuten",
        "region": "Region",
        "spent_usd": "Ausgegeben",
        "used": "Verbraucht",
        "limit": "Limit",
        "limit_usd": "Limit",
        "classifier": "Klassifikator",
        "period": "Pro",
    },
    "channels": {"sms": "SMS", "email": "E-Mail", "chat": "Chat"},
    "queues": {"polling": "Lesen", "scoring": "Bewerten", "reminders": "Wiedervorlagen"},
    "periods": {"day": "Tag", "month": "Monat"},
    "more": "und {count} weitere",
    "open": "Mehr ansehen",
    "footer": "Earshot sendet dies einmal und meldet sich wieder, wenn es vorbei ist.",
    "footer_over": "Earshot sendet dies einmal.",
}
