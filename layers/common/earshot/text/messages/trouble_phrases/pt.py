"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from earshot.text.messages.trouble_phrases import TroublePhrases, Words

PHRASES: TroublePhrases = {
    "language": "pt",
    "title": "Problema de escuta: {sources}",
    "title_over": "{sources}: de novo em ordem",
    "mark": "Sem ouvir",
    "mark_over": "Terminado",
    "intro": "O Earshot não ouve tudo o que devia.",
    "intro_over": "O que o Earshot avisou sobre estas fontes terminou.",
    "kinds": {
        "refused": Words(
            "acesso recusado",
            "Nada é ouvido ali até que isto se resolva. O que a plataforma ainda mostrar será lido"
            " depois; o resto perde-se.",
            "Criar um novo token ou uma nova chave na plataforma e guardar como segredo. O Earshot"
            " usa-o por si na próxima tentativa, em menos de uma hora.",
        ),
        "misconfigured": Words(
            "impossível de ler com esta configuração",
            "Nada é ouvido ali até que isto se resolva.",
            "Corrigir as opções desta fonte na configuração e enviá-la. A página de estado mostra o"
            " que está errado.",
        ),
        "gone": Words(
            "já não existe",
            "O que ali se acompanha foi removido, mudou de nome ou deixou de ser público. Nada mais"
            " é ouvido dali.",
            "Ver o lugar diretamente, depois corrigir esta fonte na configuração ou retirá-la, e"
            " enviá-la.",
        ),
        "failing": Words(
            "sem resposta útil",
            "Por agora nada é ouvido ali, e os alertas chegam tarde. Assim que responder, o Earshot"
            " continua a leitura de onde estava; só se perde o que a plataforma já não mostrar.",
            "Quase sempre passa por si. Se durar um dia, ver se a plataforma anunciou alguma coisa"
            " e consultar a página de estado.",
        ),
        "limited": Words(
            "espera imposta há horas",
            "Há horas que a plataforma não deixa ler nada. Os alertas chegam tarde.",
            "Ler ali com menos frequência, acompanhar menos termos com esta conta ou pedir à"
            " plataforma um limite mais alto.",
        ),
        "unread": Words(
            "leitura parada",
            "A causa é o próprio Earshot, não a plataforma: não chega a ler. Por agora nada é"
            " ouvido ali.",
            "Ver na AWS se a função PollMentions corre, o que diz o seu registo e se há mensagens à"
            " espera nas suas filas.",
        ),
        "last_day": Words(
            "o token expira dentro de um dia",
            "A partir daí nada será ouvido ali.",
            "Criar hoje mesmo um novo token na plataforma e guardar como segredo.",
        ),
        "expiring": Words(
            "o token expira dentro de uma semana",
            "A partir daí nada será ouvido ali.",
            "Criar um novo token na plataforma e guardar como segredo.",
        ),
        "silent": Words(
            "silêncio invulgar",
            "A fonte responde, mas há muito mais tempo do que o habitual que nada traz de novo."
            " Talvez esteja mesmo calma, talvez as publicações já não sejam encontradas.",
            "Ver o lugar diretamente. Se houver publicações novas, rever os termos e as opções"
            " desta fonte, e se a sua conta ainda as pode ver.",
        ),
    },
    "what_it_means": "O que significa",
    "what_to_do": "O que fazer",
    "since": "desde: {when}",
    "from_to": "de {since} até {until}",
    "ends": "expira: {when}",
    "more": "e mais {count}",
    "secret": "Segredo a renovar: {secret}",
    "over": (
        "A leitura continua de onde tinha ficado. Só se perdeu o que uma plataforma já não mostrava"
        " nessa altura."
    ),
    "documentation": "Mais sobre esta fonte: docs/sources.md, secção {section}.",
    "open_status": "Abrir a página de estado",
    "footer": (
        "O Earshot envia esta mensagem uma única vez ao responsável pela configuração,"
        " e outra quando terminar."
    ),
    "footer_over": "O Earshot envia esta mensagem uma única vez ao responsável pela configuração.",
}
