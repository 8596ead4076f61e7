"""Portuguese, worded to read naturally on both sides of the Atlantic."""

from earshot.text.messages.reminder_phrases import ReminderPhrases

PHRASES: ReminderPhrases = {
    "language": "pt",
    "title": {
        "handler_check": "Está feito?",
        "customer_check": "Está resolvido para o cliente?",
        "read_answer": "O que diz o cliente?",
        "reply_failed": "Não foi possível enviar uma resposta",
        "clock_warned": "Um prazo está quase a acabar",
        "clock_missed": "Um prazo não foi cumprido",
        "handed_over": "Este caso agora é seu",
    },
    "ask": {
        "handler_check": (
            "Se está feito, basta dizê-lo aqui: a seguir pergunta-se ao cliente se ficou "
            "resolvido. Se não, o Earshot volta a perguntar mais tarde."
        ),
        "customer_check": (
            "Aqui o Earshot não pergunta ao cliente por si. Convém perguntar-lhe se está resolvido "
            "e registar o resultado: com um sim o caso fica encerrado, com um não reabre. "
            "Sem resposta, fica encerrado mais tarde por si."
        ),
        "read_answer": (
            "O cliente escreveu, e do texto não fica claro se está resolvido. Convém ler e "
            "registar o que significa: com um sim o caso fica encerrado, com um não continua."
        ),
        "reply_failed": (
            "O Earshot não conseguiu levar esta resposta até ao fim. Se não estiver lá, convém "
            "enviá-la por outra via ou escrever outra, e registar isso no caso."
        ),
        "clock_warned": "Ainda há tempo para cumprir o que foi prometido ao cliente.",
        "clock_missed": (
            "O cliente espera há mais tempo do que devia. Convém tratar disto agora, ou entregar "
            "o caso a quem possa."
        ),
        "handed_over": (
            "Alguém passou-lhe este caso. Convém tratar dele; se pertence a outra pessoa, "
            "pode ser passado na página do caso."
        ),
    },
    "due": "Prazo: {when}.",
    "answers": {
        "acknowledge": "Assumo este caso",
        "done": "Está feito",
        "not_yet": "Ainda não",
        "asked": "Já perguntei",
        "yes": "Sim, está resolvido",
        "no": "Não, não está resolvido",
        "unclear": "Ainda não está claro",
    },
    "answers_plain": "Se os botões não funcionarem, abrir este endereço e escolher aí:",
    "they_wrote": "O que o cliente escreve agora",
    "open_answer": "Abrir o que escreveu",
    "question": "A pergunta ao cliente, pronta a copiar",
    "question_in": "A pergunta ao cliente, {language}, pronta a copiar",
    "reply": "A resposta, pronta a copiar",
    "why": "Porque não foi enviada",
    "clock_title": {
        "clock_warned": {
            "acknowledge": "Ninguém assumiu o caso, e o tempo está a acabar",
            "first_reply": "O prazo da primeira resposta está quase a acabar",
            "next_reply": "O prazo da próxima resposta está quase a acabar",
            "resolve": "O prazo da solução está quase a acabar",
        },
        "clock_missed": {
            "acknowledge": "Ninguém assumiu o caso a tempo",
            "first_reply": "A primeira resposta está atrasada",
            "next_reply": "A próxima resposta está atrasada",
            "resolve": "A solução está atrasada",
        },
    },
    "clock": {
        "clock_warned": {
            "acknowledge": "Prazo para alguém assumir o caso: {when}.",
            "first_reply": "Prazo para a primeira resposta ao cliente: {when}.",
            "next_reply": "Prazo para a próxima resposta ao cliente: {when}.",
            "resolve": "Prazo para a solução: {when}.",
        },
        "clock_missed": {
            "acknowledge": "O prazo para alguém assumir o caso já passou: {when}.",
            "first_reply": "O prazo da primeira resposta ao cliente já passou: {when}.",
            "next_reply": "O prazo da próxima resposta ao cliente já passou: {when}.",
            "resolve": "O prazo da solução já passou: {when}.",
        },
    },
}
