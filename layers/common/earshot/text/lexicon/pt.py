"""Portuguese: of Brazil and of Portugal, and what people type on phones."""

CUES = {
    "problem": """
        avari*, estrag*, quebr*, partiu|partiram|partido|partidos|partida se|em|ao|na|no|numa|pela,
        veio|chegou|chegaram|vieram|está|tá|estava _ partido|partida|frio|fria|gelado|aberto|aberta|
        vazio|incompleto|incompleta|trocado|trocada|molhado|murcho|sujo|suja, defeito*, defeituos*,
        rachad*, rachou, riscad*, amassad*, amolgad*, rasg*, furad*, furou, descos*, descol*,
        manchad*, mofo, mofad*, bolor*, podre*, azed*, vencido|vencida|vencidos, fora da|de
        validade, cru|crua, queimad*, intragável, encolheu, desbot*, enferruj*, entupi*, inund*,
        infiltra*, crash*, trava|travou|travando|travam|travado|travada, buga*, bug, bugs, bugou,
        congela|congelou|congelando, engasga*, não|nunca|nem|n|mal|parou|deixou|parar|deixar _
        funciona|funcionar|funcionou|funcionam|funcionando|abre|abrir|abriu|carrega|carregar|
        carregou|liga|ligar|entra|entrar|conecta|conectar|sincroniza|atualiza|toca|grava|pega|pegar|
        aparece|aparecer|apareceu|passa|passar|passou|veio|vieram|vem|serve|encaixa|arranca|
        responde|aceita|sai|saiu|esquenta|aquece|gela|lava|dura, não|n|nem|deixa|deixei|consigo|
        consegui|conseguimos|dá _ consigo|consegui|conseguimos|dá|deu|deixa _ entrar|abrir|usar|
        pagar|ver|assistir|acessar|aceder|logar|ligar|falar|finalizar|cancelar|baixar|comprar|fazer|
        marcar|agendar|atualizar|instalar|sacar|levantar|contactar|jogar|reservar, cai|caiu|caindo|
        cair|caem _ toda|todo|todas|todos|sempre|internet|sinal|rede|ligação|conexão|sistema|site|
        servidor|app|net|wifi|de|outra|direto, internet|sinal|rede|ligação|conexão|site|sistema|net|
        wifi|app|servidor _ cai|caiu|caindo|cair|oscila|oscilando|falha|lento|lenta|péssima, sem
        internet|net|sinal|rede|luz|água|gás|energia|wifi|aquecimento|sistema|serviço|elevador|
        televisão|eletricidade|ar, faltou|falta|faltam|faltando|faltava|faltavam luz|água|energia|o|
        a|os|as|um|uma|#|metade|peça|peças|item|itens|parafusos|produto, em falta, fora do ar, fora
        de serviço, em baixo desde|outra|há, dá|deu|dando|da|aparece|aparecendo _ erro, erro|erros
        ao|no|na|de|ao, falha|falhas no|na|ao|do|da|de, falhou|falham|falhar, errad*, trocad*, veio|
        vieram|enviaram|mandaram|entregaram|recebi outro|outra|a|o|um|diferente _ errado|errada|
        tamanho|cor, menor|maior|menores|pior|diferente|piores do|que|q|da|das, nada a ver, nada|não
        parecido|parecida|corresponde, propaganda|publicidade enganosa, ping*, goteja*, verte|
        verter, vaza|vazando|vazou|vazamento, barulhent*, sujo|suja|sujos|sujas, imund*, nojent*,
        fedor, fede|fedendo|fedia, cheira|cheiro|cheirava mal|ruim|a|de|mau, barata|baratas|rato|
        ratos|bicho|larva|cabelo|inseto|mosca no|na|dentro|do|morta|pelo, perderam|perdeu|
        extraviaram|extraviou|sumiram|sumiu|desapareceu|roubaram _ a|o|minha|meu|minhas|meus|com,
        extravi*, problema|problemas com|no|na|nos|nas|de|do|da, com|tenho|tive|tendo|dando|deu|dá
        problema|problemas, bateria _ descarrega|acaba|viciada|dura|morre, tela|ecrã|écran preta|
        preto|branca|azul|partido|trincada, trinc*, desliga|desligou|desligando|reinicia|
        reiniciando|fecha|fechando|apaga|bloqueia|bloqueou|bloqueada|bloqueado|expulsa _ sozinho|
        sozinha|toda|sempre|minha|conta|meu|me, aquece|esquenta|aquecendo|esquentando demais|muito|
        demasiado, cancelaram|cancelou|cancelado|cancelada|cancelados, suprimido|suprimida|
        suprimidos, superlotad*, esgotad*, piorou|piorar|piorando, buraco|buracos, já foi|foram bom|
        boa|melhor, esbarr*, por recolher|reparar|resolver|entregar|arranjar, a cair aos, aos
        bocados|pedaços, caindo aos, perder|perderem|perdido minha|meu|minhas|a|as|o _ mala|malas|
        bagagem|encomenda|pedido|pacote|reserva, desmarc*
    """,
    "waiting": """
        à espera, esper* há|desde|faz|a|por|pelo|pela|o|um|uma|resposta|reembolso|atendimento|na|no,
        esperando, aguardo, aguardando, aguardar, na|em|de|numa espera, # horas|minutos|dias|
        semanas|meses|hora|semana _ espera|esperar|esperando|fila|aguardando|linha|telefone|nada|
        pendurado|pendurada, semana|semanas|mês|dias|meses|horas _ esperando|espera|aguardando|
        atraso, atras*, demora*, lento|lenta|lentos|lentas, lentidão, devagar, há|faz|fazem|fez #
        horas|dias|semanas|meses|minutos|mês|hora|hrs|h, há|faz|tem|fazem mais|quase|cerca|uns|umas|
        uma|um _ semanas|semana|mês|meses|horas|hora|dias|minutos, há|faz meses|semanas|dias|horas,
        não|nunca|nem|n|sem|nada _ chegou|chegaram|chega|recebi|recebemos|receber|veio|entregaram|
        entregue|entregam|enviaram|caiu|devolveram|apareceu|apareceram|despacharam|saiu|postaram,
        sem chegar|receber|previsão|data, e|até nada, até agora|hoje|à|ao|o _ nada|não|sem, ainda|
        continua|continuo|continuam|continuamos|estou|tô _ nada|não|sem|espera|esperando|nem, nada
        ainda|até|do|da|de|dos, nem sinal|cheiro|rasto|rastro|notícia, cadê o|a|os|as|meu|minha|
        meus|minhas|vocês|vcs, kd meu|minha|o|a, onde está|tá|anda|estão|para|pára _ meu|minha|o|a|
        meus|minhas, devia|deveria|devíamos|era|eram _ ter|chegar|estar|chegado|entregue|ontem, era|
        tinha pra|para|de _ chegar|ter|ontem|hoje, quando _ chega|chegam|entregam|devolvem|volta|
        vão|vai|resolvem|recebo|aparece|sai, quanto tempo _ mais|ainda|até|vou|tenho|esperar, prazo
        _ passou|venceu|expirou|estourou|acabou|cumprido|vencido|esgotado, fila|filas, plantad*,
        secando, de|em pé #|durante|há, parad*|retid*|pres* na|em|no|alfândega|há|desde, perdi|
        perdemos|perco|perder _ voo|ligação|conexão|consulta|comboio|trem|viagem|dia|manhã|tarde|
        horas|tempo, nunca mais chega|vem|chegam|resolvem|respondem|aparece, adiad*|adiou|adiaram,
        de seca, em terra, # semana|tentativa, # mês
    """,
    "unanswered": """
        sem|nenhuma|zero|nem|nunca|alguma|qualquer _ resposta|respostas|retorno|resposta|posição|
        solução|satisfação|explicação|atendimento|assistência|feedback|notícias|apoio|suporte,
        ninguém|nunca|não|nem|n|jamais|sem _ atende|atendem|atendeu|atenderam|atender|responde|
        respondem|respondeu|responderam|responder|resolve|resolvem|resolveu|resolveram|resolver|
        ajudam|ajudaram|ligaram|retorna|retornam|retornou|retornaram|explicam|explicaram|contacta|
        contactou|contestam|dão, ninguém|nem _ ajuda|ajudou|sabe|liga|ligou|explica|aparece|
        apareceu|devolve|quer|faz|diz|fala, ignor*, vácuo, liguei|ligo|mandei|enviei|escrevi|
        contatei|contactei|telefonei|tentei|tento|abri|reclamei|falei|mando|envio|mandamos _ #|vez|
        vezes|e|emails|chamados|mensagens|protocolos, já mandei|enviei|liguei|escrevi|tentei|
        reclamei|abri|contactei|telefonei|falei|pedi|expliquei, protocolo|protocolos, jogam|jogo|
        empurr*|passam|mandam _ outro|setor|departamento|lado|para, desligam|desligaram|desligou|
        cai|caiu _ na|cara|telefone|chamada|ligação|telemóvel, robô|robôs|bot, impossível falar|
        contactar|ser|cancelar|conseguir|marcar|contatar, música de espera, empurra*, chat|telefone|
        linha|sac|whatsapp|suporte|apoio _ ninguém|não|nunca|só|existe|funciona|inexistente
    """,
    "overcharge": """
        reembols*, estorn*, devol* _ dinheiro|valor|meu, meu dinheiro, dinheiro de volta, cobr* _ #|
        vezes|a|duplicado|duplicada|indevido|indevida|errado|valor|taxa|mais|em|dobro|novo|sem|por|
        me|multa, cobrança|cobranças, cobraram, duplicad*|indevid*, debitad*|debitaram|descontaram,
        a mais na|no|do|de|que, taxa|taxas|custo|custos|encargo|encargos _ escondida|escondidas|
        abusiva|abusivas|extra|ocultos|ocultas|surpresa, multa de|por, penalização, fidelização,
        fatura|factura|conta|boleto _ alta|errada|errado|subiu|dobro|veio|#|veio|cara|absurda,
        paguei _ e|não|nada|por|#|caro|mais|sem, pago|pagamos|pagar|pagando _ nada|caro|serviço|sem|
        extra|#, caro|cara|caríssimo|caríssima demais|pra|para|por|e, preço|preços|mensalidade|
        plano|tarifa|bilhete|passagem _ abusivo|absurdo|subiu|aumentou|aumento|aumentar|subir|
        aumentam|disparou|exorbitante, um balúrdio, extorsão, exorbitante*, abusiv*, sobrefatur*,
        superfatur*, indemniza*, indeniz*, compensação, cupom|cupão|voucher|vale|código|desconto _
        não|inválido|funciona|expirado|aplicado, promoção _ não|falsa
    """,
    "demand": """
        arruma|arrumem|arrumar|arranjem|resolve|resolvam|resolver|corrijam|corrige|conserta|
        consertem|melhora|melhorem|devolvam|devolve|respondam|expliquem|explica|façam|ajeita|tratem|
        ajudem|ajuda _ isso|isto|aí|logo|meu|minha|o|a|por|pf|pfv|já|alguma|algo|de|me|urgente,
        resolvam, respondam, devolvam, consertem, arranjem, arrumem, corrijam, me ajuda|ajudem|
        ajudar|respondam|respondem|devolvam|liguem, preciso de|do|da|que|falar|urgente|resolver|
        saber|cancelar|ajuda|dele|dela, precisamos, quero|queria|queremos|exijo|exigimos|exig* _
        meu|minha|dinheiro|resposta|solução|reembolso|o|a|que|uma|falar|saber|cancelar|explicação|
        providência|providências, alguém|podem|pode|poderiam|podiam|dá|vocês|vcs _ ajuda|ajudar|
        resolver|explicar|explica|explicam|resolve|ver|verificar|responder|esclarecer|dizer|arrumar|
        arranjar, o que|q _ passa|acontece|acontecendo|houve|aconteceu|fazem|faço|rolando, que _
        passa|acontece|acontecendo|houve, por|pq que|q|não|razão|motivo|é|vocês|vcs, porque|porquê|
        pq não|é|raio|continua|demoram|vocês|vcs|tenho|estou|cobram, até quando, quando vão|é|
        pretendem, como é|pode possível|que, como assim, façam alguma|algo, alguma|tem|há|uma
        novidade|previsão|solução|explicação|justificação|justificativa|satisfação, providência|
        providências, urgente, por favor, pfv, pfvr, pf, tomem, vê se|vejam|veja
    """,
    "reproach": """
        desilu*, decepcion*, decepção, dececion*, inaceitáve*, inadmissíve*, lamentáve*, absurdo*,
        absurda*, ridícul*, palhaçad*, piada, brincadeira, sacanagem, falta|tremenda|enorme|zero|
        nenhum|nenhuma|pouco|total de|respeito|consideração|noção|profissionalismo|vergonha|
        educação, desrespeit*, descaso, desleix*, desconsidera*, descalabro, frustr*, irrita*,
        revolt*, fart*, cansad*|cansei|saturad*|cheio|cheia|chega de|desta|disto|disso|deste, saco
        cheio, não aguento, ninguém merece|aguenta|aguanta, que|q raiva|saco|ódio|merda|porcaria|
        lixo|bosta|chatice|treta|seca|absurdo|descaso|desilusão|decepção|vergonha|droga|inferno|
        nojo|feio|triste|falta, pelo amor de, pqp, puta que, vtnc, porra, caramba, mau|mal|má|
        péssim*|ruim|fraco|horríve* serviço|atendimento|atendid*|experiência|qualidade|servid*|
        feito|educad*|explicado|organizado, serviço|atendimento|apoio|qualidade|experiência|suporte|
        comida|app|site|empresa|loja|entrega _ péssim*|horríve*|ruim|mau|má|deplorável|terrível|
        lamentável|lixo|deixa|fraco|fraca|zero|vergonhos*|miseráve*|medíocre, deixa|deixou|deixam _
        a desejar, incompeten*, despreparad*, mal educad*, malcriad*, grosseir*, gross*|rude|
        antipátic*|arrogant*, trataram|tratam|tratou|tratado|tratada|tratados mal|como|assim|lixo,
        inúte*|inúti*, irresponsáve*, irresponsabilidade, incapaz*, amador*, não|n serve|servem|
        presta|prestam|vale|compensa|se, não|nem|nunca _ cumpre|cumprem|cumpriram|cumpriu|pedem|
        pediram|querem|avisam|avisaram|avisou|respeitam|importam|ligam|admite, sem _ avisar|aviso|
        explicação|explicar|justificação|motivo|noção|vergonha|condições|desculpa, toda vez|santa,
        mais uma vez, sempre _ mesma|mesmo|atrasado|atrasada|problema|assim|atraso|cheio, é a|já #
        vez, outra vez arroz, perda|perdi|perder|desperdício de|tempo, dinheiro deitado|jogado,
        jogado|deitado fora|ao, arrepend*, esperava mais|melhor|outra, uma vergonha, que vergonha,
        nunca vi|tinha|visto, como _ possível, pior que|do|a, cada vez|dia pior|mais, tomem|tenham|
        criem vergonha|juízo, acordem, não é a|à primeira, não é justo|normal|aceitável|admissível,
        injust*, obrigad* a esperar|pagar|ficar|ir|comprar|voltar, querem|quer saber, fazem|faz|
        fizeram|fez pouco|gozar, a gozar, gozam, pouco caso, de mal a, para|pra quê|que serve, não|
        nem sei|entendo|percebo|compreendo _ como|porque|porquê|pq|por, desculpa esfarrapada, por|
        pela # vez
    """,
    "accuse": """
        mentir*|mentiu|mentem|mentiram|mente|mentiros*|mentira|mentiras, engan*, aldrab*, roub*,
        furto*, ladrão, ladrões, ladra, gatun*, golpe, golpes, golpist*, burl*, fraud*, vigarist*,
        vigarice, trapac*, trambiqu*, estelionat*, picaret*, caloteir*, calote, assalto, má fé,
        crimin*, crime, ilegal*, ilícit*, violação, sem|nunca _ autorização|autorizei|consentimento|
        autorizar|pedi|permissão, recus* se|a|assumir|devolver|trocar|reembolsar|atender, se recus*,
        não|nem|nunca|ninguém _ assume|assumem|assumiram|responsabiliza|responsabilizam, prometeram|
        prometem|promessa|promessas|garantiram|disseram _ e|mas|não|falsa|falsas|que|cumprida,
        negligen*, descaso com, racis*, sexis*, machis*, homofob*, homofóbic*, xenofob*, xenófob*,
        discrimin*, preconceit*, capacitis*, assedi*, culpa de|da|do|vossa|sua|deles, por|graças
        culpa|causa vossa|de|da|deles, vocês|vcs|eles _ perderam|estragaram|destruíram|mentem|
        mentiram|roubam|roubaram|enganam|cobraram|arruinaram, estragaram|arruinaram|destruíram|
        acabaram _ férias|viagem|dia|minha|meu|casamento|aniversário|com, enganos*, falso|falsa|
        falsos|falsas, venderam|vazaram|partilharam _ dados, abandon*, deixaram|deixou|deixam _ sem|
        horas|à|ao|na|no|plantado|plantada|mão|pé|mãos, exploraç*, explorador*, chantag*, abuso|
        abusos|abusam, máfia, quadrilha, quebra de contrato, cúmplice*
    """,
    "threat": """
        advogad*, processar|processo|processinho|processá _ vocês|vcs|los|judicial|contra|a|na,
        tribunal, tribunais, justiça, juizado, pequenas causas, ação judicial|coletiva|na|contra,
        acção judicial, acionar|acionei|acciono|aciono, procon, reclame aqui, reclameaqui, livro de
        reclamações, consumidor gov, deco, proteste, asae, anacom, anatel, aneel, anac, erse,
        provedor|provedoria, ouvidoria, banco central, banco de portugal, entidade|órgão|autoridade|
        autoridades reguladora|regulador|competentes|competente, defesa do consumidor, direitos do,
        apresentar|apresentei|fazer|fiz|faço|abrir|abri|registar|registrar|registrei|formalizar|dar|
        seguir|segue|avançar|vou|farei|meter _ queixa|reclamação|denúncia|participação|boletim|
        ocorrência|bo|parte, denunc*, denúncia*, polícia, psp, gnr, delegacia, boletim de
        ocorrência, imprensa, jornais, jornalista*, comunicação social, televisão|jornal|redes|mídia
        _ vai|vão|saber|contar|falar|denunciar, falar|contar|expor|levar|ir|vou _ imprensa|jornais|
        jornal|mídia|televisão|tv|redes|público, expor, boicot*, nunca|não|jamais mais compro|
        comprar|comprem|volto|voltar|voltamos|uso|usar|peço|vou|viajo|voo|fico|entro|piso|confio|
        contrato|quero|recomendo|ponho|me|apanham|gasto|como, nunca mais, última vez _ que|compro|
        peço|lá|aqui, não comprem|compre|usem|contratem|caiam|recomendo|confiem|assinem|viajem|
        percam, não vou voltar|renovar|mais, fujam|foge|fuja|fujem|evitem|afastem, cuidado com, pior
        _ empresa|loja|banco|operadora|companhia|serviço|atendimento|hotel|restaurante|app|
        experiência|aplicativo|site|marca|clínica|hospital|transportadora, pior da vida|do mundo|
        que, pior coisa que, cancelar|cancelo|cancelei|cancelando|rescindir _ conta|contrato|
        assinatura|plano|cartão|subscrição|tudo|serviço, trocar|mudar|troco|mudo|trocando|mudando|
        mudei|troquei|portabilidade|portar de|para|pra operadora|banco|a|outra|empresa|loja|marca|
        fornecedor, fechar|encerrar|fecho|encerrei _ conta, perderam|perdem|perdeu um|uma|# cliente|
        clientes, vergonh*, nojo, deviam|deveriam|merecem|tinham|têm _ vergonha|presos|fechar|falir|
        processados|fechados|cadeia|multados, ser|sejam|seja processad*|fechad*|pres*|multad*,
        falir|falência|fali*, cadeia, espero que fechem|falam|percam, toda a gente, todo mundo _
        saber|souber, toda gente|a _ saber|souber, adeus @|vodafone|meo|nos|claro|vivo|tim|clientes
    """,
    "danger": """
        pegou|pegaram|pegar|pega|pegando fogo, em chamas, incendi*, incêndio*, explod*, explos*,
        rebentou|estourou na|no|nas|em, queimou|queimei|queimaram|queimadur*|queimando _ me|minha|
        meu|mão|filho|filha|pele|dedo|a|na|no, choque|choques elétrico|elétricos|eléctrico|ao|na|no,
        levei|leva|apanhei|dá|deu|dando _ choque|choques, fumaça|fumo saindo|a|no|na|do, curto
        circuito, intoxica*, passei|passou|passamos|passar|passando mal, maldispost*, vomit*,
        diarreia, alergi*, alérgic*, hospital|urgência|urgências|upa|pronto depois|após|com|por|
        socorro, fui|foi|fomos|parei|parar|parou|acabei _ hospital|urgências|urgência, ambulância,
        ferid*|feriu|ferir|ferimento*, machuc*, aleij*, magoou, cort* a|me|o dedo|mão|boca, perigo*,
        inseguro|insegura, risco de vida|morte|incêndio|segurança|acidente, vidro|plástico|metal|
        parafuso|arame|agulha no|na|dentro|nos, travões|travão|freio|freios|direção _ falh*|falhou|
        falharam|não, quase _ morr*|caí|bati|atropel*|perdi|caiu|acidente, fuga|vazamento|cheiro de|
        a gás, sangr*, sangue, assédio, assediou|assediaram, agred*|agressão, ameaç*, sem
        assistência|socorro|cuidados, engasg* se, podia|podiam|poderia|quase ter|matou|mataram|
        matar|morrido, deixaram|deixou _ sofrer|morrer|sem remédio|medicação, atropel*, acidente,
        afog*
    """,
    "irony": """
        obrigad*|valeu|grato|grata por|pelo|pela|pelos nada|atraso|demora|espera|estragar|
        estragarem|perder|perderem|ignorar|ignorarem|cancelar|cancelarem|não|arruinar|descaso|
        deixar|deixarem|nenhuma|me|avisar, que maravilha|bom|lindo|ótimo|alegria|beleza|delícia|
        legal|fixe|sorte|surpresa|agradável|simpático|eficiência _ mais|outro|outra|atraso|esperar|
        ficar|né, ^ que maravilha|beleza|alegria|espetáculo|lindo, maravilha|ótimo|excelente|genial|
        lindo|show|top|perfeito|fantástico|espetacular|incrível|espetáculo|parabéns|legal|beleza
        mais um|uma|outro|outra, maravilha|ótimo|genial|lindo|perfeito|legal|beleza|bom|boa outro|
        outra, mais um|uma _ que bom|maravilha|lindo|alegria|beleza|espetáculo|ótimo, tudo|só|
        exatamente|mesmo|era o|que|aquilo|isso _ precisava|faltava|queria|precisávamos, era tudo
        que|o, só me faltava, adoro|amo|adoramos|adorei|amei|gosto _ esperar|esperando|perder|
        espera|pagar|ser ignorada|ignorado|cobrado|cobrada, adoro|amo|adoramos|adorei|amei|gosto _
        esperar|esperando|perder|espera|pagar, adoro|amo|adoramos|gosto ficar|passar|quando _ #|
        horas|espera|sem|em|na|não, parabéns|parabens _ por|pela|pelo|aos|conseguiram|#|mais|vocês _
        perder|perderem|estragar|conseguir|conseguirem|deixar|demora|envolvidos|incompetência|
        atraso|horas|espera|desorganização|cancelar|descaso|destruir|pior|piorar, parabéns @ #|mais|
        por|pela|vocês, bravo, palmas, clap, muito|está bem|bonito _ outra|perderam|estragaram, sim
        senhor @|outra|mais|parabéns, só que não, sqn, claro que _ atras*|caiu|cancel*|falhou, nada
        como|melhor esperar|que|ficar|do|acordar|pagar|passar, melhor|bela|excelente|ótima|linda
        maneira|forma|jeito de|pra|para começar|passar|terminar|acabar, coisa linda, serviço|
        atendimento|empresa|pontualidade exemplar|impecável|primeiro|maravilha _ sempre|como|mundo|
        só|né|#, primeiro mundo, um luxo, aham, tá bom né, viva a|o, continuem assim, grande|bela|
        lindo|belo|excelente serviço|trabalho _ perder|perderam|atraso|estragar|estragaram|outra,
        agradeço|agradecer _ atraso|espera|demora
    """,
    "bad": """
        mau|má|maus|más, mal, ruim, ruins, pior, piores, triste*, tristeza, chato, chata, feio,
        feia, lento, lenta, fraco, fraca, caro, cara demais, medíocre, odeio, odiei, detesto,
        detestei, zangad*, chatead*, irritad*, preocupad*, aborrecid*, confus*, bagunça, confusão,
        caos, caótic*, falha, falhas, falhou, perdido, perdida, difícil, complicad*, errado, errada,
        problema*, reclam*, queix*, merda, bosta, droga, saco, pesadelo, burro, burra, estúpid*,
        infelizmente, lamento, arrependid*, transtorno*, sofr*, dor, raiva, ódio, azar, desastre,
        descontent*, insatisfeit*, desagradáve*, insuportáve*, pena, morte, morreu, mortos, guerra,
        ataque, cruel, medo, chor*, doente, sujo, nojo, porcaria, vergonha, demorado, demorada,
        stress, estress*, cansativ*, desconfortáve*, antipátic*, grosso, grossa, precári*, falso,
        falsa, injusto, injusta, prejuízo, desnecessári*, inútil, inúteis, incômod*, bost*
    """,
    "awful": """
        péssim*, horríve*, horroros*, terríve*, lixo, nojent*, nojo, vergonh*, pavoros*, deplorável,
        deploráveis, abomináve*, inadmissíve*, inaceitáve*, revoltante, revoltad*, indignad*,
        indignação, indign*, furios*, puto|puta com|da, pior, escândalo, escandalos*, ridícul*,
        patétic*, merda, inferno, desgraç*, fdp, filhos da, cambada, bando de, canalha*, safad*,
        escrot*, porcaria, asqueros*, repugna*, miseráve*, uma miséria, atroz*, absurdo, absurda,
        desumano, desumana, catástrofe, catastrófic*
    """,
    "good": """
        bom, boa, bons, boas, bem, ok, feliz, felizes, contente, satisfeit*, simpátic*, gentil,
        gentis, atencios*, prestáve*, educado, educada, rápid*, fácil, limpo, limpinh*, fresc*,
        gostos*, saboros*, delícia, delicios*, confortáve*, legal, bacana, fixe, giro, gira,
        divertid*, gosto, gostei, gostamos, curti, suave, valeu, obrigad*, obg, brigad*, agradec*,
        parabéns, recomend*, bonit*, lind*, fofo, fofa, querid*, agradáve*, confiáve*, pontual*,
        eficien*, eficaz, barato, em conta, bem vindo, sorri*, kk, rsrs, haha, hahaha, ahah, eheh,
        animad*, orgulh*, sucesso, melhorou, tranquil*, acolhedor*, cuidados*, competen*, prático,
        prática, útil, impressionad*, abraço*, beijo*, ganhei, sorte
    """,
    "great": """
        ótim*, óptim*, excelente*, maravilh*, fantástic*, incríve*, espetacular*, espectacular*,
        perfeit*, sensaciona*, topíssimo, show de bola, impecáve*, fenomena*, genial, geniais,
        melhor, melhores, adoro, adorei, adoramos, amo, amei, amamos, apaixonad*, extraordinári*,
        excecion*, excepciona*, magnífic*, divin*, # estrelas, nota mil, espetáculo, arras*,
        fabulos*, ótimo, encant*, perfeição, massa, daora, maneiro, bué bom|fixe|boa, mara
    """,
    "thanks": """
        muito|muita|muitíssimo|super|mil|imenso|imensamente|só|eternamente|fico obrigad*|grat*|
        agradec*, muito|mt|mto obg, obrigad* a toda|todo|todos|todas|vocês|equipa|equipe|loja|quem,
        obrigad* pela|pelo|por|pelos _ atenção|ajuda|carinho|atendimento|serviço|rapidez|apoio|
        excelente|ótimo|simpatia|cuidado|profissionalismo|tudo|ajudar|ajudarem|dicas|presente|
        momentos|rápida|rápido, gratidão, recomendo a|o|muito|demais|vivamente|super|sem|vivamente|
        este|esta|esse|essa|todos|fortemente, ^ recomendo, super|muito|altamente|super recomend*,
        recomendadíssim*, parabéns a|ao|aos|pela|pelo|à _ equipa|equipe|todos|atendimento|trabalho|
        serviço|loja|profissionalismo|qualidade|excelente, excelente|ótim*|maravilhos*|fantástic*|
        incríve*|impecáve*|espetacular|top|melhor atendimento|serviço|atendid*|trabalho|experiência|
        equipa|equipe|profissionais|profissional|produto|qualidade|comida|lugar, atendimento|
        serviço|equipa|equipe|comida|experiência|produto _ excelente|ótim*|impecáve*|nota|
        maravilhos*|fantástic*|incríve*|espetacular|perfeit*|rápido, adorei|amei|adoro|amo|gostei o|
        a|os|as|este|esta|esse|essa|muito|demais|meu|minha|tudo|cada, melhor|melhores _ do|da|de|que
        bairro|cidade|mundo|país|brasil|portugal|região|lisboa|vida|já|sempre|provei, salv* _ dia|
        vida|pátria|noite, tiro|tirar o|chapéu, super|muito|bem|mega|bastante simpátic*|atencios*|
        prestáve*|gentil|gentis|profissiona*|rápid*|educad*|satisfeit*|feliz|bom|contente|
        prestativ*|competen*|eficien*, chegou|chegaram|veio|entregue|entregaram _ antes|direitinho|
        perfeito|rápido|rapidinho|certinho, # dia|dias antes, dia antes, antes do prazo|previsto|
        tempo|esperado, surpreend* pela|positivamente|com, cliente fiel, voltarei, vou voltar, volto
        sempre|com, até à próxima, superou|superaram|acima _ expectativas
    """,
    "solved": """
        resolvid*, já resolv*|consegui|resolvi|arranjaram|arrumaram|funciona|voltou|está|tá|recebi|
        chegou _ resolvido|tudo|bem|normal|ok|certo|funcionando|funcionar, resolveu|resolveram|
        solucion*|consertou|consertaram|arranjou|arranjaram|arrumou|arrumaram _ tudo|problema|meu|
        minha|o|os|em|numa|na|rápido|rapidamente|logo|travões, voltou ao|a normal|funcionar, deu|
        dando tudo|certo, finalmente|afinal _ resolv*|chegou|recebi|funciona, devolveram _ dinheiro|
        tudo|logo, me ajudou|ajudaram, ajudaram|ajudou me, trocaram _ problema|hora|logo|sem, foi|
        ficou resolvido|impecável
    """,
    "fine": """
        sem um|uma|qualquer|nenhum|nenhuma|grandes|maiores problema|problemas|queixa|queixas|
        reclamação|defeito|atraso|falha|erro|demora, sem|zero problema|problemas|queixa|queixas|
        reclamação|reclamações|stress|complicações|demora|filas|fila|atrasos|atraso|falhas|erro|
        defeito|defeitos|medo|dúvida|comparação|igual|stresses|perrengue|enrolação|complicação|
        demoras, nenhum|nenhuma|zero|qualquer problema|queixa|reclamação|defeito|falha|atraso,
        nunca|não|jamais|nem _ tive|tivemos|deu|dá|tenho|houve|há _ um|qualquer|nenhum|nenhuma|
        problema|problemas|queixa|queixas|reclamações|reclamação|chatices|razão|razões|stress, nada|
        não|nem|nunca|jamais _ a|que|de|do|para|tenho|posso|dá|há|pra|me _ reclamar|apontar|queixar|
        queixo|reclamo|criticar|reclamei|queixei, nunca|não|jamais _ falha|falham|falhou|falharam|
        desilude|desiludem|desiludiu|decepciona|decepcionam|decepcionou|dececiona|dececionou|
        desapontou|arrependo|arrependi|arrepende, nada mau|mal|má, vale|valeu|valem _ pena|cada|
        espera|muito, mal posso|vejo esperar|a, não|nem vejo a hora, ansios* por|para|pelo|pra, na|
        no hora|horário certa|certo|marcada, dentro do prazo, a tempo e, não tem erro, sem pressa,
        não faz mal, não se preocup*, não tem|há problema|stress|crise, tudo|correu|foi correu|
        certo|perfeito|bem|ótimo|tranquilo, não esperava _ bom|boa|rápido|tão, não precisei|precisa|
        precisamos esperar|de esperar, não demorou, sem falta
    """,
    "idiom": """
        viciante*, viciad*, um vício, não|n|sem consigo|consegui|dá|conseguir|conseguimos|paro|parar
        _ parar|paro|largar|jogar|ouvir|comer|ver|deixar|rir|de _ jogar|ouvir|comer|ver|assistir|
        rir|usar|pensar|sorrir|cantar|ler, não paro|consigo|consegui de|parar|largar, brutal*, do
        caraças|carago|caneco|caralho|outro|mundo, pra|para caramba|caraças|cacete|caralho, bom|boa|
        lindo|linda|bonito|gostoso|top|viciante|fofo|rápido|barato|barata demais, demais da conta,
        de matar|morrer|chorar de|por bom|boa|rir|mais, morri|morrendo|morta|morto|morro|chorei|
        chorando|rachei|rachar|partir|chorar de|a|o rir|rindo|amor|fofura|coco|emoção|alegria,
        quebra|quebrando|quebrou|quebraram|arrebent* tudo|recordes|recorde|gelo|galho, quebra galho|
        cabeça|cabeças, arrebent*, arras*, sinistro, absurdo de bom|boa|bonito|linda|lindo,
        absurdamente bom|boa|gostoso|lindo, insano|insana|absurdo|absurda|doido|doida|louco|louca|
        bruto esse|essa|este|esta|de bom|boa, jogo|álbum|show|música|série|filme|som|carro|concerto
        _ insano|insana|absurdo|absurda|doido|louco|brutal|viciante|pancada, estouro|estourad*,
        pegando fogo, coração|partiu partido|praia|férias|lisboa, culpa|erro minha|meu, minha culpa,
        por minha culpa, esqueci|esqueci me|do|de|a|o|meu|minha, perdi a hora, cheguei atrasad*, tô|
        estou|cheguei|sempre atrasad* pra|para|pro|ao|no trabalho|escola|aula, saudade*, lista de
        espera _ aberta, cerveja|café|bebida|água gelad*, frio lá|hoje|que|aqui, doente de amor,
        fome de, podre de rico|chique, de cair o, matar saudades, a morrer por, perder peso, perco
        peso, chuva|trânsito, que inveja, lixo eletrônico|reciclável, reciclar|separar lixo,
        quebrado|quebrada esse|este mês|de grana, choque cultural|térmico, queima de estoque,
        queimar calorias, lixo zero, cheio|cheia de saudades
    """,
    "question": """
        alguém|alguem|algum _ sabe|conhece|recomenda|indica|já|tem|usa|aqui|experimentou|comprou|
        usou|pode dizer|viu|sabem, como faço|posso|faz|fazer|funciona|se|consigo, que|q|qual|quais _
        recomendam|indicam|recomenda|indica|melhor|aconselham|preferem|sugerem|compensa|horário|
        diferença|acham|acha, onde posso|encontro|fica|compro|acho|consigo|dá|tem|se|vende|vendem,
        quanto custa|é|fica|tempo demora|sai|está, a|à que horas|hora, que horas, quando abre|abrem|
        sai|começa|lança|volta|fecha|reabre|é que|vai ter|estreia, dá pra|para, posso|podemos _
        usar|pagar|levar|trocar|fazer|ir|comprar, podem|pode|poderia|podiam _ dizer|informar|
        indicar|recomendar, vale|compensa a|mesmo|comprar pena, é possível, vocês|vcs têm|tem|
        aceitam|vendem|fazem|entregam|usam|abrem|enviam|acham|recomendam|trabalham, há|tem|existe
        algum|alguma|previsão|desconto|vaga|alguém, recomendam, indicam, aconselham, sugestões,
        sugestão|dica|dicas de|para|pra, horário de|do|da funcionamento|hoje|feriado|loja, gostava|
        gostaria|queria de|saber|se saber, será que, sabem se|dizer|onde|quando|qual|quanto, sabe
        se|dizer|onde, preciso de|uma indicação|recomendações|dicas|sugestões, aceitam, tô|estou|
        ando a|à procura|procurando, abre|abrem|fecha|aberto ao|aos|no|até|amanhã|domingo|feriado,
        tem como, curiosidade|curiosa|curioso, alguma|alguém dica|recomendação
    """,
    "advert": """
        # de|off desconto|off|descontos, desconto|descontos de|em|até|imperdível|imperdíveis|
        exclusivo, off, até # de|off|em|vezes, compre|compra|aproveite|aproveita|encomende|reserve|
        garanta|garante|agende|inscreva|inscreve|baixe|descarregue|acesse|visite|confira|conheça|
        assine|clique|clica|chame|venha|adira|experimente|descubra|cadastre|simule já|agora|aqui|
        online|hoje|nosso|nossa|seu|sua|se|nossos|nossas|teu|tua, link na|nos|no|em|aqui|abaixo bio|
        perfil|stories|comentários|descrição, só|somente|apenas|válido este|esta|hoje|neste|até|
        nesta|para|amanhã, frete|portes|entrega|envio|estacionamento grátis|gratuito|gratuitos|
        gratuita|oferta, grátis, use|utiliza|usa|utilize|com o|cupom|código|cupão, cupom|código
        promocional|#, promoção|promoções|promo|saldos|liquidação|queima de|imperdível|válida|
        relâmpago|especial|da|do|em|estoque, black friday, sorteio*, passatempo, concorra|concorre|
        participe|participa|ganhe|ganha|sorteamos, siga|segue|sigam _ página|perfil|instagram|nos,
        marque|marca|identifica|marca # amigos|amigas, curta|curte|compartilhe|partilha e|o|a, nova
        coleção, novas coleções, novo no|vídeo|episódio|post, já disponíve*, disponíve* na|em|nas|
        para|agora|no, lançamento, contratando, contrata, contratamos, a contratar, recrut*, vaga|
        vagas, envie|envia|enviar|mande|manda _ currículo|cv|candidatura, currículo, candidat* se|
        aqui|já|agora|pelo, oferta|ofertas de|emprego|especial|imperdível|exclusiva|exclusivas,
        procuramos|procura se|profissionais|pessoas|um|uma, à venda, vende se, aluga se, chama no|na
        direct|dm|whats|whatsapp, orçamento sem|grátis, pré venda, em breve, fique|fica ligado|
        atento, não perca|percas|perde, últimas unidades|vagas|peças, a|à partir de|r|#, por apenas|
        só|somente #|r, junte|junta se|te|à, faça|faz _ encomenda|reserva|parte|pedido|inscrição|
        cotação já|conosco|parte, sem juros, primeira compra, melhor|melhores preço|preços|
        condições, venha|vem conhecer|provar
    """,
    "news": """
        ações|acções da|do|de|caem|sobem|em, caem|cai|sobem|recuam|recua|disparam|dispara|cresce|
        crescem|avança #|após|no|em, lucro|lucros|prejuízo de|da|do|menor|maior|trimestral|líquido|
        cai|sobe|cresce, trimestre, trimestral*, receita líquida|cresce|da, faturamento|faturação|
        volume, anunciou|anuncia|anunciam|anunciaram|divulgou|informou|comunicou|confirmou|revelou|
        disse|afirmou|negou|declarou _ que|hoje|ontem|novas|novo|nova|a|o|#|esta, vai|vão|irá|quer|
        pretende|planeja abrir|investir|lançar|fechar|contratar|adquirir|demitir|despedir|construir|
        comprar #|novas|nova|mais|uma|novo, novas lojas|vagas|unidades|fábricas, multou|multa|
        multada|multado|condena*|condenou|investiga|investigada|processa _ em|empresa|banco|por|#|
        milhões, segundo|conforme|diz _ estudo|relatório|fonte|jornal|reuters|dados|ministério|ibge,
        estudo|pesquisa|inquérito|relatório|sondagem revela|mostra|aponta|indica|diz|conclui|alerta,
        governo, ministro, ministra, ministério, sindicato*, regulador|autoridade abre|multa|aprova|
        diz, greve de|dos|geral|nacional|marcada|na|nos, fusão, aquisição, ipo, investidores,
        analistas, bolsa de|em|fecha|cai, milhões, bilhões, mil milhões, por cento, presidente,
        eleição, eleições, porta voz, ceo, presidente executivo, comunicado, leia|veja|saiba|lê
        mais|a|na|aqui, via @|http, g1, reuters, lusa, folha de, inflação, juros do, deputad*,
        senador*, partido|partidos político|políticos|do, campeonato, gol|golo|golos|gols, jogador*,
        seleção, treinador*, derrota, vitória, copa, liga dos|europa, benfica, sporting, flamengo,
        palmeiras
    """,
    "reply": """
        lamentamos, lamento _ ocorrido|sucedido|transtorno|saber|ouvir|incómodo, pedimos|peço|
        pedindo desculpa|desculpas, desculpe|desculpas|desculpa pelo|pela|pelos|o transtorno|
        incómodo|inconveniente|demora|sucedido|ocorrido|transtornos|incômodo, sentimos muito, envie|
        envia|mande|manda|chame|chama|contacte|contacta|contate|informe|indique|encaminhe|partilhe|
        ligue|escreva|confirme nos|no|na|por|pelo|via|um|uma|me|para|seu|o, envie nos, mensagem|
        mensagens privada|direta|directa|privadas|diretas, via|por|pela|na|no|em dm|mp|direct|
        mensagem|privado|inbox, entre|entra em contato|contacto, fale|fala connosco|conosco|com,
        poderia|pode|podes|consegue|poderias _ nos|indicar|enviar|confirmar|partilhar|fornecer|
        detalhar|chamar _ número|dados|cpf|contacto|email|mais|o|por|seu|nif|dm, vamos|iremos|
        queremos|gostaríamos _ verificar|analisar|ajudar|averiguar|apurar|entender|ajudá|esclarecer,
        te|o|a ajudar, verificaremos, para que _ possamos, assim que|_ possamos, estamos|ficamos|
        continuamos à|a|disponíveis|aqui|ao|trabalhando|verificando|em disposição|verificar|
        analisar|aguardar|para|dispor|trabalhar|inteira|contato, agradecemos _ contato|contacto|
        feedback|mensagem|paciência|preferência|comentário|elogio|compreensão|partilha|sua|o|a,
        obrigad* por|pelo|pela|pelas _ contato|contacto|feedback|contactar|entrar|mensagem|
        comentário|partilhar|sinalizar|avisar|compreensão|escrever, teremos|temos todo|gosto|prazer|
        muito, nossa|nosso|nossos equipa|equipe|time|suporte|colegas|canais, a equipa|equipe|time
        vai|irá|entrará, qualquer dúvida|questão|coisa, conte|conta connosco|conosco, ao dispor, de
        nada, não hesite, um abraço, agradecidos, já|te|lhe respondemos|respondi na|por|no, já _
        reportamos|encaminhamos|encaminhámos, à disposição, esperamos|espero que tenha|ver|vê,
        ficamos felizes|contentes
    """,
    "own": """
        eu, me, mim, comigo, meu, meus, minha, minhas, nosso, nossa, nossos, nossas, a gente, tô,
        to, estou, tenho, tive, fui, fiz, sou, estava a, vou, pedi, recebi, perdi, vi, consigo,
        quero, preciso, aqui em, gente, *uei, *dei, *prei, *viei, *amei, *ntei, *rei, *vei, *sei,
        *quei, *guei, *lei, *tei, estamos, temos, tivemos, fomos, ficámos, ficamos, pedimos,
        pagamos, comprámos, esperamos, moro, pago
    """,
    "address": """
        você, vocês, vc, vcs, voces, ocê, vosso, vossa, vossos, vossas, vos, tu, teu, tua, seus,
        suas, senhores, amigos, pessoal, galera, convosco
    """,
    "again": """
        de novo, outra vez, novamente, dnv, voltou|voltaram|volta a, ainda, já, continua*, sempre,
        toda|todo|todas|todos hora|vez|noite|semana|dia|mês|manhã|as|os|santo, mais um|uma|vez,
        outro|outra _ atraso|vez|erro|dia, até agora|hoje, nunca, nada, desde ontem|o|a|as|#|que|
        então|segunda|janeiro|cedo, depois, # vezes|vez, #|várias|tantas|inúmeras|muitas|diversas|
        mil vezes, constante*, constantemente, direto, diariamente, hoje, ontem, anteontem, semana|
        mês|ano passada|passado, nem, sequer, meses, semanas, só depois, de hoje|ontem, há anos
    """,
    "duration": """
        # dia|dias|semana|semanas|mês|meses|ano|anos|hora|horas|hr|hrs|h|min|mins|minuto|minutos|
        vez|vezes, uma|um hora|semana|mês|ano, desde #|terça|sábado|domingo|ontem|as|às|a|o|janeiro|
        fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|cedo|
        anteontem|manhã, há|faz dias|semanas|meses|horas|anos|séculos|tempos|tempo, toda|todo|tarde
        a|o|dia|manhã|tarde|inteira|inteiro, horas e horas, dias e dias, a manhã|tarde|noite toda|
        inteira
    """,
    "negator": """
        não, nao, ñ, n, nunca, jamais, nem, sem, nenhum, nenhuma, ninguém, nada, tampouco
    """,
    "intensifier": """
        muito, muita, mt, mto, bem, tão, super, mega, hiper, bué, demasiado, extremamente,
        totalmente, completamente, absolutamente, verdadeiramente, realmente, imenso, bastante,
        puta, baita, mó, maior, simplesmente, altamente, ultra, tremendamente, profundamente, pior
    """,
    "diminisher": """
        pouco, pouquinho, bocado, bocadinho, meio, quase, ligeiramente, relativamente, algo,
        minimamente, tipo, mais ou, razoavelmente
    """,
    "contrast": """
        mas, porém, contudo, entretanto, todavia, no entanto, só que, embora, apesar
    """,
    "number": """
        dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, quinze, vinte,
        trinta, quarenta, cinquenta, sessenta, cem, segunda, terceira, terceiro, quarta, quinta,
        sexta, décima
    """,
}

TOPICS = {
    "product_fault": """
        avari*, estrag*, quebr*, partid*, defeito*, defeituos*, rachad*, rasg*, furad*, carregador,
        bateria, tela, ecrã, telemóvel, celular, portátil, notebook, computador, geladeira,
        frigorífico, fogão, máquina de, lava louça, micro ondas, carro, pneu, motor, sapato*, tênis,
        ténis, casaco, vestido, calça*, camisa, camiseta, sofá, mesa, cadeira, móvel, colchão,
        qualidade, comida, refeição, pizza, lanche, hambúrguer, sanduíche, café, frango, carne,
        sopa, salada, prato*, bolo, pão, quarto, chuveiro, duche, cama, hotel, pousada, ping*,
        menor|maior que|do|q, sujo, suja, cheira*, cheiro, tamanho, fone*, auricular*, auscultador*,
        consola, console, comando, televisão, tv, produto, peça*, restaurante, porção, vazamento,
        frio|fria, sabor, gosto de, podre, mofo, bolor
    """,
    "delivery": """
        entreg*, encomenda*, pacote, estafeta, entregador*, motoboy, motorista, correios, ctt,
        sedex, transportadora, rastreio, rastreamento, tracking, envio, enviad*, despach*, expedi*,
        chegou|chega|chegaram|chegar, pedido _ chegou|errado|atrasado|veio|atraso, cadê _ pedido|
        pacote|encomenda, onde está, frete, alfândega, autocarro*, ônibus, comboio*, trem, metro,
        metrô, eléctrico, elétrico, barco, voo*, avião, cancelad*, suprimid*, atras*, mala, malas,
        bagagem, técnico, canalizador, encanador, eletricista, instalador, não _ apareceu|aparecer|
        veio|compareceu, lixo, recolha, coleta, carteiro, carta, extravi*, trocad*, loja de, pedi _
        e nada|e
    """,
    "price_billing": """
        reembols*, estorn*, cobr*, fatura*, factura*, boleto, conta _ alta|de|#, preço*, taxa*,
        tarifa*, caro, cara, caríssim*, dinheiro, paguei, pago, pagamento, pagar, mensalidade,
        assinatura, débito direto|automático, multa, penalização, indemniza*, indeniz*, desconto*,
        cupom, cupão, voucher, promoção, custo*, euros, reais, crédito, fidelização, juros, pix,
        mbway, devol* _ dinheiro|valor, saldo, caução, debit*
    """,
    "service_staff": """
        funcionári*, atendente*, empregad*, gerente, garçom, garçonete, caixa, enfermeir*, médic*,
        doutor*, recepcionista, rececionista, vendedor*, operador*, atendimento, atendid*, serviço,
        mal educad*, grosseir*, grosso, grossa, antipátic*, arrogant*, tratar*|trataram|tratou|
        tratad*, incompeten*, gritou|gritaram|gritar, riram|riu, segurança|porteiro|motorista _
        recusou|gritou|mal, clínica, hospital, simpátic*, atencios*, educad*, falta de respeito,
        dentista, oficina, profissiona*, assistência
    """,
    "waiting_contact": """
        em|de|na espera, fila*, à espera de resposta|atendimento|retorno, sem resposta|retorno,
        resposta, ninguém _ atende|atendem|responde|respondem|liga, não|nunca _ atendem|atende|
        respondem|responde|retornam, email*, e mail|mails, liguei, ligo, ligar, telefon*, linha|
        chamada|ligação, call center, sac, apoio ao cliente, suporte, ignor*, contact*, contat*,
        contacto, atend*, horas|minutos _ telefone|linha|espera|fila, # horas|minutos, chat,
        whatsapp, robô, protocolo*, desligam|desligaram, retorno, central, marcação, agendar
    """,
    "website_app": """
        app, apps, aplicativo*, aplicação, site, página, login, logar, senha, password, palavra
        passe, trava*, crash*, atualização, actualização, update, servidor*, erro, bug*, jogo*,
        navegador, conta online|bloqueada|suspensa, baixar, download, instalar, carregar, sincron*,
        ios, android, iphone, software, código, botão, streaming, versão, playlist, lag,
        funcionalidade, carrinho, checkout, cadastro, registo, wifi da
    """,
    "outage": """
        internet, net, wifi, rede, sinal, luz, energia, eletricidade, água, gás, aquecimento,
        apagão, corte de, falta de luz|água|energia|sinal|rede, fora do ar, em baixo, cai|caiu|
        caindo, fibra, router, roteador, modem, conexão, cobertura, dados móveis, cartão recusado,
        multibanco, caixa eletrônico, sistema _ caiu|baixo|ar|lento, avaria, operadora, sem serviço,
        # g
    """,
    "safety": """
        fogo, fumaça, fumo, queim*, explod*, explos*, incêndi*, choque, alergi*, alérgic*,
        intoxica*, passei mal, vomit*, ferid*, machuc*, perigo*, insegur*, engasg*, vidro na|no|
        dentro, plástico na|no|dentro, travões, freio*, hospital, ambulância, acidente, sangr*,
        sangue, barata*, rato*, mofo, bolor, morreu, morrer, gás, sem assistência
    """,
    "privacy_fraud": """
        fraud*, golpe*, burl*, roub*, furto, ladr*, vazamento de dados, vazaram, meus dados, dados
        pessoais, privacidade, lgpd, rgpd, phishing, clonad*, clonaram, hacke*, invad*, identidade,
        sem autorização|consentimento, spam, não autoriz*, falso, falsa, outra pessoa, venderam,
        enganos*, trapac*, vigarist*, estelionat*
    """,
    "discrimination": """
        racis*, sexis*, machis*, discrimin*, homofob*, homofóbic*, transfob*, xenofob*, xenófob*,
        preconceit*, capacitis*, cadeira de rodas, cadeirante, deficien*, deficiência,
        acessibilidade, acessíve*, por ser|sermos|eu ser, cor da|de pele, meu sotaque, negr*, gay,
        gays, trans, muçulman*, brasileir*|imigrante* _ tratad*|discrimin*, cão guia, assédio,
        idoso*, véu
    """,
    "policy": """
        política*, termos, condições, regra*, cancelamento, cancelar, devolução, devoluções, troca,
        trocas, garantia*, contrato*, fidelização, multa, mínimo, letras miúdas|pequenas,
        fidelidade, pontos, idade mínima, horário, regulamento, renovação, arrependimento, aviso
        prévio, prazo de, proibid*, permitid*
    """,
}
