"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from earshot.text.messages.own_phrases import OwnPhrases
from earshot.text.messages.trouble_phrases import Words

PHRASES: OwnPhrases = {
    "language": "pt",
    "title_over": "Terminado: {title}",
    "mark": "O próprio Earshot",
    "intro": "Alguém precisa de tratar do Earshot.",
    "intro_over": "O que o Earshot avisou sobre isto terminou.",
    "kinds": {
        "escalation_failed": Words(
            "O alarme de uma reclamação foi interrompido",
            "Uma falha pôs fim ao escalonamento: já ninguém é alertado desta reclamação, e o"
            " cliente espera.",
            "Abrir o caso e assumi-lo. Depois, ver no AWS Step Functions por que falhou a"
            " execução.",
        ),
        "escalation_over": Words(
            "Ninguém assumiu uma reclamação",
            "Todos foram alertados, nível após nível, tantas vezes quantas a regra prevê. O Earshot"
            " não alerta mais ninguém; o caso continua aberto e o cliente espera.",
            "Abrir o caso e assumi-lo. Depois, descobrir por que ninguém respondeu: quem devia ser"
            " avisado, e como, consta do seu diário.",
        ),
        "undelivered": Words(
            "Um alerta não chegou a ninguém",
            "Nenhum canal deste contacto aceitou o alerta. O Earshot continua a tentar e passa a"
            " tempo ao nível seguinte; até lá, talvez ninguém saiba da reclamação.",
            "Abrir o caso ou avisar o contacto diretamente. Depois, rever o seu endereço, número e"
            " chats na configuração.",
        ),
        "nobody_on_call": Words(
            "Ninguém está de plantão",
            "Uma reclamação dirigida a esta escala não chega ali a ninguém. Só os outros do mesmo"
            " nível, e o nível seguinte, ficam a saber.",
            "Pôr alguém como substituto por agora, depois fechar o buraco da escala na configuração"
            " e enviá-la.",
        ),
        "poison": Words(
            "Registos que não foi possível tratar",
            "Falharam repetidamente e foram postos de lado. Pode haver entre eles uma reclamação de"
            " que ninguém foi avisado.",
            "Ver nos registos das funções por que falharam, corrigir, e mandar tratá-los de novo a"
            " partir da fila. São guardados duas semanas no máximo.",
        ),
        "queue_stuck": Words(
            "Trabalho atrasado",
            "É feito tarde, ou não é feito: as reclamações são encontradas tarde e os alertas"
            " chegam tarde. Ainda nada se perdeu, mas o que espera não é guardado para sempre.",
            "Ver na AWS se as funções correm, o que dizem os seus registos, e se foi atingido o"
            " limite de execuções simultâneas da conta.",
        ),
        "ses_paused": Words(
            "A AWS não envia os nossos emails",
            "Nenhum alerta sai por email. Os SMS e os chats funcionam; quem não tem uma coisa nem"
            " outra não fica a saber de nenhuma reclamação.",
            "Abrir o Amazon SES na consola da AWS: diz por que o envio foi suspenso e como obter"
            " de novo autorização.",
        ),
        "ses_sandbox": Words(
            "O email ainda está no ambiente de testes",
            "A AWS só entrega a endereços verificados, 200 emails por dia no máximo. Os alertas a"
            " qualquer outro são recusados.",
            "Pedir acesso de produção no Amazon SES. Até ser concedido, verificar ali o endereço de"
            " cada contacto.",
        ),
        "sns_sandbox": Words(
            "Os SMS ainda estão no ambiente de testes",
            "A AWS só entrega SMS a números verificados, dez no máximo. Os alertas a qualquer outro"
            " número não chegam.",
            "Sair do ambiente de testes de SMS no Amazon SNS. Até lá, verificar ali o número de"
            " cada contacto.",
        ),
        "sender_unverified": Words(
            "O remetente dos nossos emails não está verificado",
            "A AWS recusa todos os emails deste endereço: nenhum alerta sai por email.",
            "Verificar o endereço, ou melhor, todo o domínio, no Amazon SES nesta região.",
        ),
        "sns_spending": Words(
            "O limite de gastos com SMS está quase atingido",
            "Acima dele, a AWS aceita os SMS mas não os entrega até acabar o mês. Quem só tem"
            " telefone não fica então a saber de nenhuma reclamação.",
            "Pedir à AWS um limite de gastos com SMS mais alto e defini-lo depois no Amazon SNS."
            " Dar a cada contacto um segundo canal.",
        ),
        "ses_quota": Words(
            "A quota de email está quase esgotada",
            "Acima dela, a AWS recusa os nossos emails até que os anteriores tenham 24 horas; os"
            " alertas por email chegam tarde.",
            "Ver na página de estado se há uma vaga de reclamações. Se não, pedir à AWS uma quota"
            " de envio mais alta no Amazon SES.",
        ),
        "address_complained": Words(
            "Um contacto recusa as nossas mensagens",
            "Um alerta foi marcado como spam, ou foi pedido que não se envie mais. Para lá já nada"
            " é enviado; com demasiadas marcas dessas, a AWS suspende todos os nossos emails.",
            "Falar com o contacto. Dar-lhe outro canal na configuração, ou retirá-lo dela.",
        ),
        "address_failed": Words(
            "Um contacto deixou de poder ser avisado",
            "O que foi enviado para lá não chegou, e nada mais é enviado. Usam-se os outros canais"
            " do contacto; sem eles, só os outros do nível são alertados.",
            "Perguntar ao contacto o que está certo, corrigir na configuração e enviá-la.",
        ),
        "sms_month": Words(
            "Os SMS deste mês esgotaram-se",
            "Até acabar o mês, os alertas saem por email e chat. Quem não tem uma coisa nem outra"
            " não fica a saber de nenhuma reclamação.",
            "Dar a cada contacto um segundo canal, ou aumentar sms_a_month em caps na configuração,"
            " até onde o limite de gastos da conta o permita.",
        ),
        "contact_hour": Words(
            "O limite por hora de um contacto foi atingido",
            "O que chegar até passar a hora segue pelo canal seguinte, ou espera se não houver"
            " nenhum.",
            "Ver na página de estado se há uma vaga de reclamações. Se não, aumentar o limite em"
            " caps na configuração, ou repartir o trabalho por mais contactos.",
        ),
        "classifier_calls": Words(
            "As chamadas do classificador esgotaram-se",
            "Até haver novas, o modelo incluído avalia o que se escreve. Nenhuma reclamação fica de"
            " fora; uma ou outra avaliação pode ser menos fina.",
            "Nada, se isso bastar. Se não, implantar com valores mais altos de"
            " ClassifierCallsPerDay ou ClassifierCallsPerMonth; custam dinheiro.",
        ),
    },
    "details": {
        "brand": "Marca",
        "case": "Caso",
        "score": "Peso",
        "rounds": "Voltas",
        "contact": "Contacto",
        "contacts": "Sem alcance",
        "channel": "Canal",
        "channels": "Canais",
        "address": "Endereço",
        "rotation": "Escala",
        "until_at": "Próximo plantão",
        "queue": "Onde",
        "records": "Registos",
        "waiting": "Quantos",
        "oldest_minutes": "O mais antigo, em minutos",
        "region": "Região",
        "spent_usd": "Gasto",
        "used": "Usado",
        "limit": "Limite",
        "limit_usd": "Limite",
        "classifier": "Classificador",
        "period": "Por",
    },
    "channels": {"sms": "SMS", "email": "email", "chat": "chat"},
    "queues": {"polling": "leitura", "scoring": "avaliação", "reminders": "acompanhamento"},
    "periods": {"day": "dia", "month": "mês"},
    "more": "e mais {count}",
    "open": "Ver mais",
    "footer": "O Earshot envia esta mensagem uma única vez, e outra quando terminar.",
    "footer_over": "O Earshot envia esta mensagem uma única vez.",
}
