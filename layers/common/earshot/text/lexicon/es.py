"""Spanish: of Spain and of Mexico, and what people type on phones."""

CUES = {
    "problem": """
        averi*, avería*, rompió|rompe|rompieron|rompen|rompio, rot*|rota|rotos|rotas|rompid*,
        estrope*, descompu*, descompus*, defecto*, defectuos*, dañad*, dañó, rayad*|rallad*,
        abollad*, agrietad*, astillad*, rasgad*, manchad*, descosid*, despeg*, oxidad*, gotea*,
        fuga|fugas de, inund*, atascad*, moho, podrid*, caducad*, rancio|rancia, crud*, quemad*,
        quemada|quemado|quemaron la|el|mi, incomible, encogió, destiñ*, desgast*, llegó|llegaron|
        vino|viene|estaba|está|estaban _ frío|fría|fríos|roto|rota|rotos|abierto|abierta|vacío|
        vacía|incompleto|incompleta|mojado|equivocado|sucio|sucia|aplastado|golpeado|mal|dañado,
        bloque*, se cierra|cuelga|colgó|congela|traba|traban|trabó|cae|cayó|apaga|reinicia|
        desconecta|descarga|calienta|recalienta|atora|pasma|queda|corta|corte|cortó|borra|borró|
        estropea|cerró, caída|caídas de|del|cada, está|sigue|anda|sistema|servidor|web|página _
        caído|caída|caídos, no|nunca|ni|dejó|deja|dejado|sin _ funciona|funcionan|funcionaba|
        funcionar|funcionó|funcionando|abre|abren|carga|cargan|enciende|prende|sirve|sirven|jala|
        conecta|arranca|entra|aparece|apareció|pasó|pasado|pasa|vino|venido|vienen|reproduce|
        actualiza|sincroniza|responde|acepta|calienta|enfría|suena|cierra|coincide|corresponde|
        agarra|cabe|presentó|presentaron|recogen|recogieron|recogido|cambiado|arreglan|arreglado|
        reparan|reparado, no _ puedo|pude|podemos|deja|permite|logro|consigo _ entrar|acceder|abrir|
        usar|pagar|ver|iniciar|cancelar|descargar|comprar|hacer|reservar|actualizar|instalar|sacar|
        contactar|conectar|ingresar|registrar|finalizar|hablar|retirar|llamar|comunicar|agendar|
        loguear, no me|nos deja|dejan|permite|reconoce, no hay manera|forma|modo|quien|señal|luz|
        agua|internet|sistema|línea|stock|servicio, sin internet|señal|luz|agua|gas|línea|datos|
        cobertura|red|servicio|calefacción|wifi|conexión|aire|sistema|suministro|ascensor|
        electricidad, internet|señal|wifi|conexión|línea|red _ cae|falla|va|lento|lenta|
        intermitente|corta|fatal, se fue|va|cortó la|el luz|internet|señal|agua|sistema, falta|
        faltan|faltaba|faltaban|faltó|faltaron la|el|un|una|#|los|las|piezas|tornillos|agua|luz|
        media, falla|fallan|fallas|fallo|fallos|falló|fallando, error|errores al|en|de|del|cada, da|
        dando|sale|marca|aparece|tira _ error, bug, bugs, crash*, buguead*, lag, laguead*,
        equivocad*|erróne*, talla|color|producto|pedido|artículo|modelo|dirección _ equivocad*|
        incorrect*|erróne*|distint*, mandaron|enviaron|entregaron|trajeron|vino|llegó|recibí _ otro|
        otra|equivocad*|menos|incorrect*, más pequeño|pequeña|chico|chica|corto|fino que, nada que
        ver, no se parece, no es lo que, publicidad engañosa, vino|vinieron mal, suci*, mugre,
        asqueros*, huele|olía|olor a|mal|raro|fatal|horrible, cucaracha*, rata|ratas|ratón|ratones|
        gusano|gusanos|chinches|mosca, pelo en|dentro, ruidos*, perdieron|perdió|perder|perdido|
        perdisteis|extraviaron|extravió|desapareció mi|el|la|mis|nuestro|nuestras|nuestra|las|
        nuestros _ maleta|maletas|equipaje|paquete|pedido|carta|datos|reserva, perdieron|perdió|
        extraviaron|extravió mi|mis|nuestro|nuestra, extraviad*, problema|problemas con|en|de|al|
        para, tengo|tuve|tenemos|da|dio|dan|dando _ problema|problemas|fallos, batería _ dura|
        descarga|muere|agota, pantalla en|negra|azul|blanca|rota|se|quebrada, sobrecalient*,
        recalient*, cancelaron|cancelan|canceló|cancelado|cancelada|cancelados, suprimid*,
        overbooking|sobreventa, agotad*, empeor*, bache|baches, ya no es, no es lo, antes era, era
        mejor _ antes, va|van|iba|fue fatal|lentísimo|pésimo|peor, a medias, en mal estado, mal
        hecho|hecha|cocido|cocida|cosido|montado|instalado|etiquetado, hecho polvo|añicos|pedazos|
        trizas, atorad*, desapareci*, sigue|siguen|continúa|seguimos igual|sin|roto|rota|fallando|
        mal
    """,
    "waiting": """
        esperando, esperé, espero desde|hace|respuesta|reembolso|mi, esperar desde|hace|mucho|más|#,
        a la|en|de|la espera, llevo|llevamos|lleva|llevan|llevar _ esperando|espera|#|días|semanas|
        meses|horas sin|intentando|tratando|semanas|meses|días|horas|rato|esperando|llamando|desde|
        pidiendo, llevo|llevamos esperando|media|desde|toda|todo|un|una|casi|más, llevo|llevamos|
        lleva|llevan _ rato|mes|semana|hora|mañana|tarde|día|horas, # semana|semanas|meses|días|
        horas|minutos _ esperando|espera|retraso|sin|tarde|demora|cola|fila|teléfono|nada|colgado, #
        semana|mes _ esperando|espera|sin, hace # semanas|días|meses|horas|minutos, hace _ semanas|
        meses|horas|días, hace|desde|casi un|una mes|semana|hora, retras*, demor*, tarda|tardan|
        tardaron|tardó|tardando|tardado|tardar _ #|mucho|siglos|vida|horas|semanas|tanto|más|
        demasiado|en|una|un, tarde, atrasad*|atraso|atrasos, lento|lenta|lentos|lentísim*|lentitud,
        no|nunca|ni|sin|aún|jamás _ llega|llegan|llegó|llegado|llegar|recibo|recibí|recibido|
        recibir|entregan|entregaron|entregado|entregaban|apareció|aparece|vino|vienen|vinieron|
        envían|enviaron|mandan|devuelven|devuelto|devolvieron, sigue|sigo|seguimos|siguen|continúa _
        sin|esperando|nada|igual|no, todavía|aún _ no|nada|sin|estoy|espero|sigo, y nada, y sigo|
        sigue|seguimos|aún|todavía, hasta ahora|hoy|fecha _ nada|no|sin, a día de hoy, ni señales|
        rastro|idea, dónde|donde está|esta|anda|quedó|están|estan _ mi|pedido|el|paquete|la|mis|
        ustedes, cuándo|cuando _ llega|llegará|llegan|va|van|piensan|devuelven|arreglan|entregan|
        recibo|viene|solucionan, debía|debería|debió|tenía|iba|tendría _ llegar|haber|estar|
        entregar|llegado, se suponía|supone que, cuánto|cuanto _ tengo|hay|falta _ esperar, cuánto|
        cuanto más|tarda, plazo _ venció|pasó|pasado|cumplido|vencido|cumplen, cola|colas|fila|filas
        de|para|en|larga|eterna|kilométrica, plantad*|tirad*|varad*|atrapad* en|sin|toda|todo|#|de|
        desde, me|nos dejaron|dejó plantad*|tirad*|sin|esperando|varad*|en, perdí|perdimos|pierdo|
        perdido|perder _ vuelo|conexión|cita|día|tren|mañana|tarde|horas|tiempo|clase|reunión,
        retenid*|detenid*|parado en|la|aduana|desde, aplaz*, pospus*, reprogram*, eterno|eterna|
        eternidad, pedí|pedido|compré|ordené|encargué|solicité|hice hace #|un|una|días|semanas|
        meses, no se presentó|presentaron
    """,
    "unanswered": """
        sin|ninguna|cero|ni|nunca|alguna|una|nula _ respuesta|respuestas|contestación|solución|
        soluciones|contestar|responder|explicación|atención|noticias|soporte|ayuda|razón|atender,
        nadie|nunca|no|ni|tampoco|jamás|sin _ contesta|contestan|contestó|contestaron|contestado|
        contestar|responde|responden|respondió|respondieron|respondido|responder|atiende|atienden|
        atendió|atendieron|atendido|atender|soluciona|solucionan|solucionaron|solucionado|resuelve|
        resuelven|resolvieron|resuelto|ayudan|ayudaron|llaman|llamaron|llamado|cogen|descuelgan|
        informan|informaron|pelan, nadie|tampoco|ni _ ayuda|ayudó|sabe|saben|llama|coge|descuelga|
        explica|aparece|hace|da|quiere|escucha|informa|pela, ignor*, dejan|dejaron|deja|dejó _
        visto|leído|hablando, llamo|llamé|llamado|escribí|escribo|escrito|mandé|mando|envié|envío|
        intenté|intento|contacté|reclamé|puse|hablé|marqué|marco|llevo _ veces|#|vez|correos|mails|
        mensajes|emails|tickets|y|reportes, ya llamé|escribí|mandé|hablé|envié|intenté|reclamé|
        reporté|contacté|expliqué|he|les|pedí, pasan|pasando|mandan|echan|pelotean|tiran _ uno|otro|
        departamento|pelota|lado|área, cuelgan|colgaron|cuelga|colgó _ teléfono|llamada|me|nos, me
        cuelgan|colgaron|colgó, robot|bot|máquina|contestador|grabación|contestadora, imposible|
        inútil _ contactar|hablar|comunicar|cancelar|llamar|conseguir, teléfono|chat|línea|soporte|
        atención _ nadie|no|nunca|inexistente|existe|comunica, comunicando, musiquita|música, no hay
        respuesta|quien|nadie, largas, hacen|hacer oídos, oídos sordos, silencio
    """,
    "overcharge": """
        reembols*, devol*|devuelv* _ dinero|importe|plata|pago|lana|lo, mi dinero|plata|lana|
        depósito|fianza, dinero de vuelta, cobr* _ #|veces|doble|más|de|mal|comisión|cargo|por|me|
        indebid*|extra|servicio, cobro|cobros|cargo|cargos _ indebid*|doble|dobles|duplicad*|extra|
        oculto|ocultos|no|que|sorpresa, doble cargo|cobro, de más en|por|la|el, cobraron, cobrado,
        comisión|comisiones|tarifa|costos|costes _ oculta|ocultas|ocultos|abusiva|abusivas|extra,
        penaliz*, permanencia|plazo forzoso, factura|recibo _ alta|mal|incorrect*|subió|subido|
        doble|dobló|#|errónea|equivocada|llegó|más|inflada|disparada, pagué|pago|pagamos|pagar|
        pagando|pagado _ y|nada|por|doble|caro|sin|extra|#|más, caro|cara|carísim* para|y|por|
        demasiado|lo, precio|precios|tarifa|tarifas|plan|cuota|billete|boleto _ abusivo|abusivos|
        subió|suben|sube|subido|aumentó|inflado|inflados|locura|distinto|diferente, sube|suben|
        subieron|subida _ precio|precios|tarifa|cuota, clavada|clavaron|sablazo, indemniz*,
        compensación, descontaron, cupón|vale|código|descuento|promoción _ no|inválido|funciona|
        caducado|aplica|aplicaron|respetan, no|sin _ respetan|respetaron _ precio|promoción|oferta,
        adeudo, saldo _ desapareció|robaron|falta
    """,
    "demand": """
        arregl*|soluciónen|solucion*|resuelv*|respond*|contest*|devuelv*|correg*|mejor*|expli* _ ya|
        esto|eso|por|porfa|favor|mi|el|la|lo|pls|de|algo|urgente|todo, arréglenlo|arréglenla|
        arréglalo|arréglenlos|soluciónenlo|soluciónalo|arreglen|arreglad|arregladlo|arregladla|
        resuelvan|respondan|contesten|devuelvan|devuélvanme|devolvedme|devolvednos|contesten|
        expliquen|explíquenme|ayúdenme|ayudadme|hagan|hagan|pónganse|poneos|atiendan|ayuda|
        solucionadlo, necesito|necesitamos _ mi|que|ayuda|hablar|solución|respuesta|una|el|la|saber|
        cancelar|urgente|alguien, quiero|queremos|quisiera|exijo|exigimos|exig*|solicito|pido _ mi|
        que|dinero|respuesta|solución|reembolso|una|cancelar|hablar|saber|explicación|devolución|
        reclamar|presentar|denunciar, alguien|pueden|podéis|podrían|puede|podríais _ ayudar|
        ayudarme|resolver|explicar|explicarme|solucionar|decirme|revisar|mirar|contestar|responder|
        arreglar|hacer|ayude|explique|responda|conteste, qué|que pasa|pasó|está|sucede|onda|ocurre _
        con|mi|pasando, qué hago, por|x qué|que|q|k no|me|nos|siempre|tengo|está|se|cobran|tardan|
        sigue|tanto|el|la|mi, hasta|para cuándo|cuando, cuándo|cuando van|piensan|pensáis|vais|lo|
        me, cómo|como _ posible|es que|explican|explicáis|reclamo|quejo, hagan|haced|hacer algo,
        algún|alguna|hay|tienen|tenéis _ novedad|solución|explicación|actualización|fecha|respuesta|
        noticia, urge, urgente, por favor, porfa, porfavor, xfa, plis, a ver si|cuándo|cuando,
        espero _ respuesta|solución|pronta, pónganse|poneos las pilas, pongan|poned remedio|atención
    """,
    "reproach": """
        decepci*, inaceptable*, inadmisible*, lamentable*, intolerable*, impresentable*, absurd*,
        ridícul*, tomadura|tomada|tomadas de, tomando|toman|toman el|burla|burlan|cachondeo, una
        burla, vaya|menuda|menudo|qué|que|puta|puto broma|chiste|asco|mierda|chapuza|desastre|timo|
        vergüenza|robo|porquería|caos|desfachatez|cutrez|rabia|coraje|decepción|horror|pena|mal|
        servicio|poca|poco|triste|fastidio|estafa|falta|basura|cara|morro|jeta|tomadura|pesadilla,
        falta|faltas|poca|nula|cero|nada|total|ninguna|sin _ de|respeto|consideración|vergüenza|
        profesionalidad|profesionalismo|seriedad|empatía|educación|educacion|interés|profesional|
        serios, hart*|hartísim*|cansad*|cansé|harté|colmo de|ya|es|con, estoy|estamos hasta|hart*|
        cansad*|indignad*, hasta los|las|la narices|cojones|huevos|coronilla|madre|gorro, ya basta|
        está, es el colmo, frustr*, molest*, fastidi*, indign*, enoj*, encabron*, cabread*,
        desesper*, mal|malo|malísim*|pésim*|peor|horrible|nefast*|terrible|fatal|penoso|penosa|
        deplorable|pobre servicio|atención|experiencia|calidad|trato|atendid*|organizado|gestión|
        comida|educad*|soporte|organización|información, servicio|atención|trato|calidad|
        experiencia|soporte|comida|app|web|empresa|tienda|compañía|organización|gestión _ pésim*|
        horrible|fatal|mal|mala|malísim*|nefast*|terrible|deplorable|lamentable|penos*|basura|
        mierda|asco|peor|cero|nula|deja|deplorables|regular, deja|dejan|dejó mucho|bastante, mucho
        que desear, incompeten*, maleducad*, grosero*|grosera|groseros|groserías|prepotent*|borde|
        bordes|antipátic*|arrogant*|déspota*|altaner*, me|nos trataron|trató|tratan|atendieron|
        atendió|hablaron|tratado _ mal|fatal|como|pésimo|mala|basura|horrible|peor, inútil*,
        irresponsab*, ineficien*, ineficaz, ineptos|inepto|ineptitud|inepta, no|ni|nunca sirve|
        sirven|vale|valen|cumple|cumplen|cumplieron|cumplió|compensa|merece|respetan|avisan|
        avisaron|avisó|importa|importan, no me avis*, ni _ disculpa|disculpas|aviso|explicación|
        perdón|respeto|avisar|molestan|dignan|siquiera, sin avis*|previo|explicación|explicar|
        disculp*|motivo|razón, cada vez peor|más|menos, siempre _ mismo|misma|igual|tarde|llega|
        problemas|excusa|retraso|fallando|lleno|llenos|problema, todos los días|meses _ igual|lo|
        mismo|problema|tarde, no es justo|normal|posible|serio, no es la primera|#, # vez que, ya
        van #|varias, pérdida|perder|pierdo|perdí|perdida de|el|mi tiempo|dinero, tirar|tirado el|
        dinero, dinero tirado, arrepiento|arrepient*|arrepentid*, esperaba|merecemos más|mejor|otra|
        algo, vergüenza, vergonz*, nunca|jamás había|he|vi|habían, cada día|vez peor|más|menos, de
        mal en, injust*, excusas, pretextos, cómo|como es|puede posible|ser, de pena|vergüenza|risa|
        chiste|juzgado|locos que, no entiendo|comprendo|sé|se|veo cómo|como|por|para|porque|qué,
        para qué|que|eso sirve|pagamos|pago|pagar, obligan|obligaron|obligado|obligada|obligándome
        a, les|os vale|importa|da, pasan de|olímpicamente, pésim*, qué mal|mala|malos|malas, que
        mal|mala servicio|atención|trato, por # vez, # vez este|esta|en|ya
    """,
    "accuse": """
        mint*|mient*|mentir*|mintier*|mentid*, mentiros*, mentira, mentiras, engañ*, engaño*,
        engañad*, estaf*, rob*|robaron|robó|roban|robado|robo, robo|atraco|asalto|saqueo a|de|del|
        total|en|un|es, es|son|esto un|unos|una robo|ladrones|atraco|estafa|timo|fraude|saqueo,
        hurto, ladr*, ratas|rateros|ratero, timo, timad*, timaron, fraud*, transa, transas,
        sinvergüenza*, caradura*, chorizos, delincuent*, delito, crimin*, ilegal*, incumpl*, abuso|
        abusos|abusan|abusivo|abusiva|abusivas, mala fe, sin|nunca|no _ autorización|autoricé|
        consentimiento|autorizado|autorizar|permiso|pedí|solicité, niegan|negaron|negó|niega|negado|
        negándose a|hacer|devolver|reembolsar|atender|cambiar|darme, no|nadie|tampoco _ hace|hacen|
        hacerse|hecho|hizo _ cargo|responsable|responsables, no|nadie|tampoco _ responsabiliza|
        responsabilizan, se lavan las|manos, prometieron|prometen|prometió|promesas|dijeron|
        aseguraron|garantizaron _ y|pero|no|que|incumplid*|falsas, negligen*, racis*, sexis*,
        machis*, homófob*|homofob*|homofobia, xenófob*|xenofob*|xenofobia, discrimin*, acos*, culpa
        de|vuestra|suya|del|tuya, por vuestra|su culpa|incompetencia|negligencia, por culpa de,
        arruin*|destroz*|fastidiaron|jodieron|destruyeron _ mi|mis|nuestras|nuestra|nuestro|
        vacaciones|viaje|boda|día|luna|la, ustedes|vosotros|habéis|me|nos _ arruinaron|robaron|
        mintieron|engañaron|estafaron, falso|falsa|falsos|falsas, vendieron|filtraron|filtrado _
        mis|datos, abandon*, dejaron|dejó|dejado|dejan|tuvo|tuvieron _ tirad*|sin|horas|colgad*|
        abandonad*|atender|comer, explot*|extors*|chantaj*, mafia, corrupt*, coludid*, suplant*,
        clonaron
    """,
    "threat": """
        abogad*, demand*|demandar|demandaré|demanda|demandarlos|demandarles|demandaros, demanda
        colectiva|contra|judicial|legal, acciones|acción|medidas|vías|vía legal|legales|judicial|
        judiciales, juzgado*, tribunal*, juicio, profeco, condusef, ift, facua, ocu, omic, oficina|
        organización|asociación|defensa|protección|procuraduría _ consumidor|consumidores, en|a
        consumo, hoja|hojas|libro de reclamaciones|reclamación|quejas, defensor del, arbitraje,
        banco de españa, aesa, cnmc, sernac, indecopi, pongo|poner|puse|poniendo|interponer|
        presentar|presento|presentaré|presentado|levantar|levanté|hacer|haré|pondré|meter|meteré|
        interpondré|formal _ queja|denuncia|reclamación|demanda|reporte|hoja, denunci*|denuncia,
        denuncia*, policía, guardia civil, ministerio público, fiscalía, prensa, periódico|
        periódicos|periodista*|televisión|tele|noticias|medios _ saber|contar|contarlo|denunciar|
        enterar, contar*|contarle|contárselo|avisar|ir|iré|voy|acudir|llamar|hablar|hablaré|exponer|
        publicar _ prensa|periódicos|periódico|medios|televisión|tele|redes|diario, que todo|todos _
        sepa|sepan|enteren, boicot*, boicote*, nunca más|mas, no|nunca|jamás _ vuelvo|volveré|
        volvemos|volveremos|regreso|regresaré _ a|más, no|nunca|jamás _ compren|compréis|compres|
        contraten|contratéis|contrates|vayan|vayáis|usen|uséis|caigan|confíen|confiéis|recomiendo|
        recomiendo|piquéis|viajen|vueles|vuelen|reserven|reservéis|perdáis|descarguen, última vez|
        ultima que|compro|vengo|voy, huyan|huid|huye|eviten|evitad|alejaos|aléjense|corran|cuidado
        de|con|este|esta|ese|estos, evítenlo|evitadlo|huyan|huid, cuidado con, peor _ empresa|
        compañía|tienda|banco|aerolínea|servicio|atención|experiencia|hotel|restaurante|app|
        aplicación|operadora|web|clínica|hospital|paquetería|marca|supermercado|que|gimnasio|vida|
        mundo, cancel* _ suscripción|cuenta|contrato|tarjeta|plan|membresía|seguro|línea|mi, darme|
        doy|dar|damos|daré|dado de baja, me cambio|cambié|cambiaré|paso|pasaré|voy|largo _ a|otra|
        otro|compañía|banco|competencia|con, cambiar|cambiarme|cambiarnos|irme|portabilidad|portarme
        de|a _ compañía|operadora|banco|otra|otro|empresa, han|perdieron|pierden|perdéis|perdido|
        pierde|perder|habéis _ un|una|a|# cliente|clientes|clienta, un cliente menos, vergüenza,
        vergonz*, asco|ascazo, debería*|deberían|merecen _ vergüenza|cerrar|quebrar|multar*|cárcel|
        cerrarles|clausur*|cerrados, ojalá _ quiebren|cierren|cierre|quiebre|multen, quiebr*,
        cárcel, adiós @|a|vodafone|movistar|telcel|para, que os|les|se den|jodan|vaya
    """,
    "danger": """
        incendi*, prendió|prendieron|prende|arde|ardió|ardiendo|fuego|llamas fuego|en|en|la|el|solo,
        salió|salía|echa|echando|saliendo|sale humo|chispas|fuego, se quemó|quema|prendió|incendió,
        quem*|quemó|quemé|quemaron|quemadur* me|mi|la|las|el|en|con|mano|hijo|hija|piel|dedo|cara,
        quemadura*, explot*|explosión|explosiones|estalló|reventó en|la|el|mientras|al|mi,
        explosión, estalló, calambre|descarga|toques|corto|cortocircuito eléctrica|eléctrico|al|
        electrica|circuito, electrocut*, descarga eléctrica, intoxic*, envenen*, vomit*, diarrea,
        alergi*, alérgic*, enfermé|enfermó|enfermaron|enfermamos|enfermar, salmonel*, hospital|
        urgencias por|después|tras|con|y|a, acabé|acabamos|terminé|terminó|acabó|fui|fuimos|
        terminamos _ hospital|urgencias, ambulancia, herid*, lesion*, lastim*, cortó|cortado|corté
        el|la|un|me dedo|mano|boca, peligr*, inseguro|insegura, riesgo de|para|eléctrico, jugando
        con, vidrio|vidrios|cristal|cristales|plástico|metal|tornillo|aguja en|dentro, frenos _
        falla*|fallaron|no, casi _ mata|matan|muere|muero|mueren|choc*|atropell*|ahog*|caigo|mato|
        accidente, fuga|olor|escape de|a gas, sangr*, sangre, acoso|acosó|acosador, agred*|agresión|
        golpeó|golpearon, amenaz*, ahog*|atragant* se|con, pudo|pudieron|podría|podía haber|haberse|
        matar _ muerto|matado|quemado|pasado, sin atender|asistencia|medicación|oxígeno|auxilio,
        atropell*, accidente, mohosa|monóxido de, deshidrat*
    """,
    "irony": """
        gracias|agradezco|agradecido|enhorabuena|felicidades|felicitaciones _ por|a|x|los nada|
        retraso|perder|perderme|dejarme|dejarnos|arruinar|arruinarme|cancelar|ignorar|ignorarme|
        hacerme|hacernos|espera|estropear|fastidiar|colgar*|tanta|haberme|joder|no|cobrarme|mentir,
        gracias por nada, qué|que bien|bueno|bonito|maravilla|ilusión|alegría|emoción|suerte|lindo|
        detalle|amables|sorpresa|eficiencia|chido|padre|divertido _ otro|otra|más|esperar|estar|
        quedarse|llegar|tener|retraso|vez|perder|pagar, genial|perfecto|fantástico|maravilloso|
        estupendo|excelente|bravo|increíble|fenomenal|espectacular|súper|super|magnífico|padrísimo|
        chido|olé|bien|bonito|yupi|estupenda otro|otra|más, otro|otra retraso|cancelación|avería _
        genial|perfecto|fantástico|estupendo|maravilla, justo|exactamente|precisamente|todo|solo|era
        lo|único que _ necesitaba|faltaba|quería|necesitábamos, justo|exactamente|precisamente lo
        que, lo que faltaba|me|nos faltaba, me|nos encanta|encantan|fascina estar #|esperando|en|
        horas, me|nos encanta|fascina|gusta|flipa|encantan _ esperar|perder|pagar|esperando|espera,
        me|nos encanta|fascina cuando|que _ no|cancel*|retras*|cobran|tardan, nada como esperar|
        empezar|perder|pagar, no hay nada mejor|como que|esperar, bravo, olé, aplausos, un aplauso,
        muy bien|bonito _ otra|cancel*|señores|perdi*|dejando, enhorabuena|felicidades|
        felicitaciones @ #|otra|por|habéis|han, enhorabuena|felicidades|felicitaciones por|a|x|han|
        habéis|lo _ peor|perder|empeorar|conseguir|lograron|arruinar|dejar|desastre|incompetencia|
        retraso, viva la|el, ajá, sí claro|claro|hombre|ajá, claro que sí, cómo no|como, como
        siempre puntuales, modo ironía|sarcasmo, ironía|sarcasmo, nótese, bonita|bonito|buena|buen|
        gran|vaya|excelente|linda forma|manera|modo de empezar|terminar|tratar|acabar|comenzar|
        atender, sigan|seguid|sigue así, así da gusto, todo un|una detalle|éxito|joya|hazaña, mi
        plan favorito|perfecto
    """,
    "bad": """
        mal, malo, mala, malos, malas, peor, peores, triste, tristeza, aburrid*, feo, fea, lento,
        lenta, flojo, floja, caro, cara, carísim*, mediocre*, odio, odié, detesto, enfadad*,
        enojad*, enojo, enfad*, molest*, preocupad*, confus*, desorden*, desorganiz*, caos, caótic*,
        fallo, fallos, falla, fallas, perdido, perdida, difícil, complicad*, equivocad*, problem*,
        queja, quejas, quejar*, quejo, reclam*, mierda, carajo, joder, rayos, pesadilla, tonto,
        tonta, estúpid*, lástima, pena, desgraciadamente, lamentablemente, desafortunadamente,
        arrepent*, sufr*, dolor, rabia, coraje, desastr*, descontent*, insatisfech*, desagrad*,
        insoportable*, incómod*, muert*, muri*, guerra, ataque, cruel, miedo, llor*, enferm*, sucio,
        sucia, asco, basura, vergüenza, estrés, estresant*, cutre, chafa, gacho, rancio, antipátic*,
        precari*, falso, falsa, injust*, inútil, inútiles, error, errores, decepci*, regular,
        mierd*, pinche, pinches, puto, puta, culero*, chingad*
    """,
    "awful": """
        pésim*, horrible*, horroros*, terrible*, basura, asqueros*, asco, vergonz*, vergüenza,
        espantos*, deplorable*, nefast*, fatal, indignant*, indignad*, furios*, inadmisible*,
        inaceptable*, peor, escándalo, escandalos*, ridícul*, patétic*, mierda, infierno, infernal,
        atroz, atroces, repugnant*, impresentable*, intolerable*, malísim*, penos*, sinvergüenza*,
        hijos de, hdp, inútiles, ineptos, panda de, bola de, cabron*, encabron*, desgraciad*,
        porquería, bazofia, inhuman*, catástrofe, catastrófic*, aberrant*, dantesc*, una miseria,
        lamentable*
    """,
    "good": """
        bueno, buena, buenos, buenas, buen, bien, ok, vale la, feliz, felices, content*, satisfech*,
        amable*, simpátic*, atent*, educado, educada, rápid*, fácil, limpio, limpia, fresc*, ric*,
        sabros*, delicios*, cómod*, divertid*, gusta, gustó, gustan, gustado, suave, gracias, grax,
        agradec*, agradezc*, felicidades, felicitaciones, enhorabuena, recomend*, recomiend*,
        bonit*, lind*, guap*, precios*, agradable*, fiable*, puntual*, eficient*, eficaz, barat*,
        económic*, bienvenid*, sonri*, jaja, jajaja, jajajaja, jeje, jejeje, emocionad*, orgull*,
        éxito, mejoró, tranquil*, acogedor*, profesional, profesionales, práctic*, útil, útiles,
        abrazo*, beso*, besitos, gané, suerte, mola, guay, chido, chida, padre, chulo, chula, ganas,
        ilusión, alegr*
    """,
    "great": """
        excelent*, maravill*, fantástic*, increíble*, espectacular*, perfect*, sensacional*,
        impecable*, fenomenal*, genial, geniales, mejor, mejores, encanta, encantó, encantan,
        encantad*, adoro, amo, amé, extraordinari*, excepcional*, magnífic*, estupend*, # estrellas,
        buenísim*, riquísim*, amabilísim*, rapidísim*, padrísim*, chingón, chingona, brutal*,
        fabulos*, espléndid*, inmejorable*, divin*, top, enamorad*, inolvidable*, de lujo, de
        maravilla, guapísim*, lindísim*, superb*, la caña, la leche, una pasada, joya, insuperable*
    """,
    "thanks": """
        mil|muchas|muchísimas|infinitas|millones|mis|eternamente gracias|grac|agradecid*, muy|súper|
        super|tan|eternamente|infinitamente agradecid*|satisfech*|content*|amable*|atent*|
        profesional*|recomendable*|rápid*|feliz|simpátic*|eficient*|ric*|buen*|bien, gracias a|al
        todo|todos|equipo|mi|doctor|doctora|chico|chica|personal|ustedes|vosotros, # gracias,
        gracias por _ atención|ayuda|todo|servicio|rapidez|trato|apoyo|amabilidad|excelente|buen|
        hacer|gran|cuidar|venir|resolver|arreglar|solucionar|rápida|tan|momentos|salvar, recomiendo|
        recomendable|recomendado|recomendada|recomendad* totalmente|mucho|#|muchísimo|ampliamente|
        sin|al|a|100|este|esta|su|la|el|todos, ^ recomiendo, muy|100|súper|lo|los|la|# recomendable|
        recomendado|recomiendo|recomendables|recomendada, felicidades|enhorabuena|felicitaciones|
        felicito a|al|por|todo _ equipo|todos|servicio|personal|trabajo|calidad|gran|trato|
        excelente|buen, excelente*|increíble|fantástic*|maravillos*|estupend*|impecable|inmejorable|
        magnífic*|gran|genial|buen|buena|espectacular|mejor servicio|atención|trato|trabajo|
        experiencia|equipo|profesional|profesionales|personal|producto|comida|lugar|calidad|sitio,
        servicio|atención|trato|equipo|personal|comida|experiencia|producto _ excelente|impecable|
        inmejorable|genial|maravillos*|fantástic*|espectacular|increíble|perfect*|rápid*|buenísim*|
        #, me|nos encanta|encantó|encantan|encantado|fascina|fascinó, amo|adoro este|esta|mi|el|la|
        su|sus|a, el|la|los|lo|las mejor|mejores _ del|de _ barrio|ciudad|mundo|país|méxico|españa|
        madrid|zona, el|la|los|lo|las mejor|mejores _ que he|hay, mejor|mejores que he, salv*|
        salvaron|salvó|alegr* _ día|vida|noche|semana, me quito el|sombrero, llegó|llegaron|
        entregado|entregaron|recibí _ antes|perfecto|rápido|impecable|rapidísimo|adelantado, día|
        días antes, antes de lo|tiempo|previsto|plazo, superó|superaron _ expectativas, cliente|
        clienta fiel|feliz|satisfech*, volveré|volveremos|repetiré|repetiremos|regresaré sin|seguro|
        pronto|encantad*|a, un|todo 10|encanto|placer|lujo|amor, chapó, chapeau
    """,
    "solved": """
        solucionado, solucionad*, resuelto, resuelt*, arreglado, solucionó|solucionaron|resolvió|
        resolvieron|arregló|arreglaron _ todo|problema|mi|el|la|los|en|rápido|rápidamente|frenos|
        enseguida|al, ya|fin|finalmente _ funciona|llegó|solucionado|resuelto|quedó|resolvieron, por
        fin llegó|funciona|tengo|me, volvió a|la|el funcionar|luz|internet|normalidad, me ayudó|
        ayudaron|devolvieron|cambiaron|reembolsaron|atendieron, cambiaron _ sin|problema|momento,
        quedó|quedaron perfecto|listo|como|genial|bien|impecable, todo quedó|salió|ok
    """,
    "fine": """
        sin|ninguna|ningún|cero|ni|nada|tampoco|ningun problema|problemas|queja|quejas|
        inconveniente|inconvenientes|fallo|fallos|falla|fallas|reclamo|retraso|retrasos|demoras|
        esperas|colas|filas|duda|estrés|defecto|error|errores|pega|pegas|complicaciones|sorpresas|
        incidencias|incidencia, ni un|una|medio _ problema|queja|pega|fallo|falla|retraso, nunca|no|
        jamás|tampoco|ni _ tuve|tuvimos|tenido|tengo|tenemos|hay|hubo|da|dado|dio _ problema|
        problemas|queja|quejas|inconveniente|inconvenientes|pega|pegas, nada|no|nunca|jamás|ni|
        tampoco _ que|de|me|puedo|tengo _ quejarme|quejar|quejo|reprochar|reclamar|objetar|
        reprocharles, nada que decir|reclamar|objetar|reprochar, nunca|no|jamás _ falla|fallan|
        fallado|decepciona|decepcionan|decepcionado|defrauda|defraudan|defraudado|arrepiento|
        arrepentirás|arrepentiréis|arrepentido, nada mal, no está mal|nada, no están|estuvo nada
        mal, vale|valió|valen|merece|mereció la pena|alegría|espera, vale cada, no puedo esperar,
        qué ganas|ilusión, que ganas, ganas de|que, no te|se|os preocup*, sin prisa|prisas|esperar|
        miedo|dudarlo|duda|demora|costo|coste|cargo|contratiempos, todo perfecto|bien|genial|ok|
        correcto|excelente, a tiempo y|perfecto, puntual*, no pasa nada, no hay|es problema, no
        tuve|tuvimos que esperar, no esperaba tan|algo
    """,
    "idiom": """
        adictiv*, un|enganchad*|vicio|viciad*|adict* vicio|al|a|este|con, enganchad*, viciad*,
        adicto|adicta|adictos a|al, no puedo|podemos|paro|pude|podía|podíamos _ parar|dejar|paro _
        jugar|escuchar|comer|ver|reír|leer|bailar|usar|mirar, no paro|dejo de, brutal*, está|es|son|
        están|estuvo|qué de locos|brutal|brutales, una locura este|el, es|son|qué una pasada|locura,
        qué|que pasada|locura, de puta|poca madre, a toda madre, la hostia|leche|polla|caña|bomba|
        neta, de la hostia|leche, cojonud*, chingón, chingona, bestial, una bestialidad, animalada,
        bárbar*, qué|que padre|chido|chulo|guay|bárbaro|barbaridad|rico|rica, está padre|padrísimo|
        chido|de, increíblemente|insanamente|locamente|jodidamente|brutalmente buen*|bien|rico|rica|
        rápido|barato, muero|muriendo|muerto|muerta|morí|morir|partiendo|lloro|llorar|llorando|lloré
        de|por _ risa|ternura|amor|alegría|emoción|ganas|felicidad, muero por, para|de morirse|
        morir, rompe|rompió|rompieron|rompiendo|romperla|rompen|parte|partió la|el|el|récord|
        récords|hielo|todo, la rompe|rompió|rompieron|partió|rompen, corazón|el roto|corazón, mi|
        culpa culpa|mía, por mi culpa, culpa mía|mía, olvidé|olvidó|olvidado|dejé mi|el|la|en, se me
        olvidó|pasó|hizo, me quedé dormid*, llegué|llego|voy tarde a|al|por, se me hizo, te extraño|
        echo, lista de espera _ abierta, cerveza|cerveza|café|bebida|agua|chela|caña fría|frío|
        helada|bien, frío afuera|hoy|que|hace, hambre de, me muero, más vale tarde, tarde o
        temprano|de, tarde de chicas|amigos, tarde|noche libre, buenas tardes|noches, baja|por
        médica|enfermedad, pobre|pobrecito|pobrecita perro|gato|de|niño, perder peso, horas extra,
        quemar calorías|grasa, trabajo|estudio duro, bomba de sabor, mal de amores, matar el|la
        tiempo|sed
    """,
    "question": """
        alguien|alguno|alguna _ sabe|conoce|recomienda|tiene|usa|aquí|ha|probó|probado|compró|vio,
        cómo|como puedo|hago|se|podría|funciona _ cambiar|hacer|hace|para|pedir|comprar|saber|usar|
        llegar|funciona|pagar|activar|recoger, qué|que|cuál|cual|cuáles _ recomiendan|recomendáis|
        recomendarían|recomiendas|recomiendan|aconsejan|aconsejáis|mejor|diferencia|conviene|
        prefieren|prefieres|opinan|opináis|compraríais|horario, me recomiendan|recomendáis|
        recomendarían|aconsejan|pueden recomendar, recomiendan, recomendáis, dónde|donde puedo|
        encuentro|queda|compro|está|venden|se|consigo|hay|puede, cuánto|cuanto cuesta|sale|vale|es|
        está|tarda|dura|costará, a qué|que hora, horario|horarios de|del|tienen|hoy|tenéis, cuándo|
        cuando abre|abren|sale|empieza|lanzan|cierra|estrenan|estará|habrá, se puede|pueden, puedo _
        usar|pagar|llevar|cambiar|recoger|ir|comprar|devolver, vale la pena, merece la pena, es
        posible, tienen|tenéis|aceptan|venden|hacen|hacéis|envían|abren|trabajan|vendéis|enviáis|
        abrís _ disponible|envíos|envío|algún|alguna|tarjeta|stock|talla|a|en|los|con, hay|existe|
        habrá|tienen|tenéis algún|alguna|alguien|descuento|plazas|entradas, sugerencias,
        recomendaciones, consejos|consejo|tips|opiniones de|para|sobre, me|nos gustaría|interesa
        saber, quisiera|quería|querría saber|preguntar|consultar, una|duda|consulta pregunta|duda|
        consulta, sabéis|saben|sabes|sabrán si|dónde|cuándo|cuál|de|algún, abre|abren|abrirán|
        cierra|abierto los|el|en|hasta|mañana|domingo, busco|buscando|ando|estoy recomendaciones|
        recomendación|buscando|un|una|consejo, curiosidad
    """,
    "advert": """
        # de|off|dto descuento|dcto|dto|dscto, descuento|descuentos de|en|hasta|del|exclusivo|
        exclusivos, off, hasta # de|off|descuento|meses|dto, compra|compre|aprovecha|aproveche|pide|
        pídelo|ordena|reserva|agenda|inscríbete|descarga|visita|visítanos|consigue|conoce|
        suscríbete|haz|solicita|cotiza|regístrate|descubre|prueba|contrata|llévate|encuentra|
        cómpralo|ven|llama|entra ya|ahora|aquí|online|hoy|nuestra|nuestro|nuestros|nuestras|clic|
        click, aprovecha|reserva|pide|solicita|descubre|consigue|descarga|agenda tu|tus, link|enlace
        en|de|abajo|aquí|bio|a, link en la bio, solo|sólo|únicamente|válido este|esta|hoy|hasta|
        durante, solo|sólo por hoy|tiempo, este fin de _ descuento, envío|envíos|entrega|
        estacionamiento gratis|gratuito|gratuitos, gratis, usa|utiliza|canjea el|tu código|cupón,
        código|cupón promocional|descuento|#, promoción|promociones|promo|promos|rebajas|
        liquidación|ofertón, black|hot|buen friday|sale|fin, sorteo*, sorteamos, concurso,
        participa|gana|gánate|llévate|ganar _ un|una|#|y|en|premio|premios|entradas|sorteo|boletos,
        síguenos|sigue|siguenos en|nuestra|la|nuestro, etiqueta|menciona|arroba a|# amigo|amigos|
        amigas, dale|da like|me|rt, comparte y|este|esta, nueva colección|temporada|edición, nuevas
        colecciones, nuevo en|vídeo|video|post|episodio, ya disponible*, disponible* en|ya|para|
        ahora, lanzamiento, estamos|seguimos|buscamos contratando|reclutando|buscando|personal,
        contratamos, buscamos|solicitamos|necesitamos|incorporamos|seleccionamos|solicito|solicita _
        personal|agentes|vendedor*|camarero|camarera|persona|profesional*|ejecutiv*|empleado|
        mesero*|auxiliar|#|desarrollador*, vacante, vacantes, envía|manda|enviar|envíanos|mándanos
        tu|el|tus|su|cv cv|currículum|curriculum|datos|solicitud, tu cv|currículum, postúlate|
        postula|aplica|apúntate|inscríbete|únete aquí|ya|ahora|a|en|hoy|al, oferta|ofertas de|
        especial|exclusiva|exclusivas|imperdible|empleo|trabajo, se vende|renta|alquila|busca|
        solicita, en venta, informes|pedidos|info por|al|dm|inbox|whatsapp, cotización|presupuesto
        gratis|sin, preventa, próximamente, muy pronto, no te lo|pierdas|quedes, últimas unidades|
        plazas|piezas, meses sin intereses, a partir de #, desde #|solo euros|pesos|#, por solo|
        sólo|tan #, únete a|al, mejores precios|ofertas|precio, haz click|clic|tu, ven a|y conocer|
        probar|disfruta, más info|información en|aquí|http
    """,
    "news": """
        acciones|acción|títulos de|del|caen|suben|bajan|se, caen|cae|sube|suben|bajan|repuntan|
        desploman|recorta|crece un|#|en|tras|hasta, beneficio|beneficios|ganancia|ganancias|
        utilidad|utilidades|pérdidas|ingresos|ventas neto|netos|neta|trimestral|trimestrales|
        trimestre|de|del|caen|suben|cae|menor|récord|por, trimestre, trimestral*, facturación, cuota
        de mercado, anunció|anuncia|anuncian|anunciaron|informó|comunicó|confirmó|reveló|aseguró|
        declaró|negó|presentó|señaló|afirmó _ que|hoy|ayer|nuevas|nuevo|nueva|la|el|una|este,
        abrirá|invertirá|lanzará|cerrará|contratará|adquirirá|despedirá|construirá|comprará|
        recortará #|nuevas|nueva|su|una|más|en, va|prevé|planea|quiere _ abrir|invertir|lanzar #|
        nuevas|en, nuevas tiendas|sucursales|plazas|oficinas, # nuevas|empleos|puestos, multa|
        multan|multó|multaron|sanciona|sancionó|sanción|condena|condenan|condenado|investiga|
        investigan _ a|con|de|millones|empresa|por|al, según|de|acuerdo|con _ estudio|informe|datos|
        reuters|efe|ine|inegi|fuentes|medios, según, estudio|encuesta|informe|reporte revela|
        muestra|señala|indica|concluye|alerta, gobierno, ministro, ministra, ministerio, secretaría
        de, sindicato*, supremo, regulador, huelga|paro de|general|nacional|convocada|convocan|
        indefinida, fusión, adquisición, inversionistas|inversores, analistas, bolsa de|en|española|
        mexicana|cae|sube, millones, mil millones, por ciento, presidente, presidenta, elecciones,
        portavoz, vocero, ceo, director general|ejecutivo, comunicado, lee|leer|lea|ver más|la|nota,
        última hora, vía @|http, inflación, congreso, senado, senador*, diputad*, partido|partidos
        de|contra|político|políticos, liga, gol, goles, jugador*, selección, entrenador, derrota,
        victoria, mundial, copa, champions, equipo rival
    """,
    "reply": """
        lamentamos, lamento|sentimos|siento _ lo|ocurrido|sucedido|inconveniente|saber|mucho|
        molestias|escuchar|leer, disculpa|disculpas|disculpe|disculpen|perdona|perdón _ por|las|los|
        molestias|inconvenientes|inconveniente|molestia|ocasionado, pedimos|ofrecemos|ofrezco|pido|
        sinceras disculpas|perdón, nuestras disculpas, por favor _ envíanos|escríbenos|mándanos|
        contáctanos|envía|facilítanos|indícanos|confírmanos|contacta|escríbanos|envíenos|
        contáctenos, envíanos|escríbenos|mándanos|contáctanos|facilítanos|indícanos|confírmanos|
        escríbanos|envíenos|contáctenos|indíquenos|compártenos|compártanos|bríndanos|síguenos|
        cuéntanos|dinos|proporciónanos|facilítenos|mándenos un|una|tu|tus|su|por|el|al|los|la|a|más|
        en|qué|via, mensaje|mensajes privado|directo|privados|interno, por|vía|al|en|un|via dm|md|
        privado|mp|inbox|interno|directo, ponte|póngase|ponerte|poneros en contacto, en contacto
        contigo|con, podrías|puedes|podría|puede|pudieras|nos _ indicarnos|facilitarnos|enviarnos|
        confirmarnos|decirnos|confirmar|compartir|facilitar|indicar|proporcionarnos|contactarnos|
        escribirnos|facilitas|indicas|compartes|confirmas, para|y|así|poder _ poder|podamos|podemos|
        ayudarte|ayudarle|revisar*|verificar|revisarlo|ayudaros, con gusto te|le, con mucho gusto,
        estamos|quedamos|seguimos|encantados _ para|a|aquí|trabajando|revisando|atentos|disposición|
        ayudarte|servirte|pendientes, a tu|su disposición|servicio, agradecemos _ contacto|mensaje|
        paciencia|comentario|comentarios|comprensión|preferencia|que|tu|tus, gracias por _
        contactar|contactarnos|escribir|escribirnos|comentario|comentarios|comunicarte|avisar|
        avisarnos|mensaje|paciencia|compartir|seguirnos|comprensión|reportarlo, vamos|procedemos|
        procederemos a _ revisar|verificar|ayudarte|investigar|comprobar|comprobarlo|revisarlo, lo
        revisamos|miramos|comprobamos|verificamos|trasladamos, revisaremos|verificaremos, nuestro|
        nuestros|el equipo|compañeros|asesores de|te|se|revisará|contactará, cualquier duda|
        consulta|cosa, no dudes|dude en, un saludo, saludos, tu número de|pedido, te|le|os
        atendemos|respondemos|contactamos|ayudamos|leemos, de nada, has probado|intentado, esperamos
        que|verte|saber, nos alegra|alegramos|encanta _ saber|leer|disfrutes
    """,
    "own": """
        yo, mi, mis, me, mí, conmigo, mío, mía, nos, nuestro, nuestra, nuestros, nuestras, estoy,
        tengo, llevo, soy, fui, hice, pedí, compré, pagué, llamé, escribí, recibí, quiero, necesito,
        puedo, pude, vi, perdí, envié, mandé, esperé, reservé, hablé, solicité, contraté, llegué,
        sigo, espero, estamos, tenemos, llevamos, fuimos, pedimos, pagamos, compramos, tuve,
        tuvimos, vivo, pago, he, hemos, aquí en, intenté, entré, cancelé, encargué
    """,
    "address": """
        tú, tu, tus, te, ti, usted, ustedes, uds, ud, vosotros, vosotras, os, vuestro, vuestra,
        vuestros, vuestras, contigo, señores, amigos, chicos, habéis, tenéis, sois, estáis, podéis
    """,
    "again": """
        otra vez, de nuevo, nuevamente, vuelve|vuelven|volvió|volvieron|vuelto a, aún, todavía, ya,
        sigue|siguen|sigo|seguimos|continúa, siempre, cada|todo|todos|todas|toda vez|noche|noches|
        día|días|semana|mes|los|las|el|rato|mañana, otro|otra retraso|vez|día|semana|más|error,
        hasta ahora|hoy, a día de, nunca, nada, desde hace|ayer|el|la|las|#|que|entonces, después, #
        vez|veces, varias|muchas|mil|tantas|incontables veces, constante*, constantemente,
        continuamente, a diario, diario, hoy, ayer, anteayer, antier, semana|mes|año pasada|pasado,
        ni siquiera, tampoco, meses, semanas, solo para, a cada, esta mañana|tarde|noche
    """,
    "duration": """
        # día|días|semana|semanas|mes|meses|año|años|hora|horas|hr|hrs|h|min|mins|minuto|minutos|
        vez|veces, una|un|media hora|semana|mes|año, desde hace|ayer|enero|febrero|marzo|abril|mayo|
        junio|julio|agosto|septiembre|octubre|noviembre|diciembre|#|las|anteayer|antier|temprano,
        desde el|la lunes|martes|miércoles|jueves|viernes|sábado|domingo|#|semana|mes, hace días|
        semanas|meses|horas|siglos|rato|mucho, toda|todo la|el mañana|tarde|noche|semana|día|mes|
        fin, horas y horas, días y días
    """,
    "negator": """
        no, nunca, jamás, ni, sin, ningún, ninguno, ninguna, nadie, nada, tampoco
    """,
    "intensifier": """
        muy, tan, super, súper, mega, bien, demasiado, demasiada, extremadamente, totalmente,
        completamente, absolutamente, realmente, verdaderamente, bastante, mucho, mucha,
        tremendamente, sumamente, increíblemente, ultra, re, puta, puto, pinche, simplemente,
        altamente, mazo
    """,
    "diminisher": """
        poco, poquito, algo, medio, casi, ligeramente, relativamente, más o, tantito, apenas, pelín,
        tirando
    """,
    "contrast": """
        pero, sin embargo, aunque, no obstante, sino, solo que
    """,
    "number": """
        dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, quince, veinte,
        treinta, cuarenta, cincuenta, sesenta, cien, tercera, tercer, cuarta, cuarto, quinta,
        quinto, sexta, décima
    """,
}

TOPICS = {
    "product_fault": """
        averi*, rompió|roto|rota|rotos|rompe, estrope*, descompu*, defecto*, defectuos*, dañad*,
        rayad*, cargador, batería, pantalla, teléfono, móvil, celular, portátil, laptop,
        computadora, ordenador, nevera, refrigerador, frigorífico, lavadora, lavavajillas, horno,
        microondas, coche, auto, carro, llanta, rueda, motor, zapato*, zapatilla*, tenis, chaqueta,
        vestido, pantalón, pantalones, camisa, camiseta, sofá, mesa, silla, mueble, colchón,
        calidad, comida, pizza, hamburguesa, café, pollo, carne, sopa, ensalada, plato*, tacos,
        pastel, pan, habitación, ducha, regadera, cama, hotel, gotea*, más pequeño|pequeña|chico
        que, suci*, huele|olía|olor, talla, tamaño, audífono*, auricular*, consola, mando, control,
        televisor, tele, tv, producto*, pieza*, restaurante, ración, porción, fuga, sabor, sabía a,
        podrid*, moho, fría, caducad*
    """,
    "delivery": """
        entreg*, paquete*, paquetería, repartidor*, mensajero, mensajería, correos, estafeta,
        rastreo, seguimiento, envío*, enviad*, despach*, pedido*, pedí, llegó|llega|llegado|llegan|
        llegar, dónde|donde está mi|el, aduana, autobús, camión, bus, tren, trenes, metro, tranvía,
        cercanías, ave, vuelo*, avión, cancelad*|canceló|cancelaron, retras*, demora*, maleta*,
        equipaje, técnico, fontanero, plomero, electricista, instalador, no se presentó, basura|
        recogida, cartero, carta, extravi*, equivocad*, tarde, reparto, domicilio
    """,
    "price_billing": """
        reembols*, devol*|devuelv* _ dinero|importe, dinero, cobr*, factur*, recibo, cargo*,
        precio*, tarifa*, comisión, comisiones, caro, cara, carísim*, pagué, pago, pagos, pagar,
        pagado, cuota*, suscripción, domiciliación, penaliz*, indemniz*, compensación, descuento*,
        cupón, vale, promoción, promo, coste*, costo*, euros, pesos, dólares, crédito, permanencia,
        saldo, fianza, depósito, banco
    """,
    "service_staff": """
        emplead*, dependient*, cajer*, gerente, encargad*, camarer*, meser*, enfermer*, médic*,
        doctor*, recepcionista, vendedor*, agente*, asesor*, operador*, personal, atención, trato,
        atendid*|atendió|atendieron|atender, servicio, maleducad*, groser*, prepotent*, borde,
        antipátic*, incompeten*, gritó|gritaron|gritar, rieron|burló, trataron|trató|tratan,
        clínica, hospital, amable*, simpátic*, falta de respeto, dentista, taller, conductor|chofer|
        guardia|taxista _ negó|gritó|mal|grosero
    """,
    "waiting_contact": """
        en espera, espera, cola|fila, contest*, respond*, respuesta, nadie _ atiende|contesta|
        responde|coge, correo|correos|mail|mails|email|emails, llamé|llamo|llamar|llamadas|llamada|
        llamado, teléfono|línea, call center, atención al cliente, soporte, ignor*, contact*,
        escribí|escrito, cuelgan|colgaron, chat, whatsapp, robot, ticket, centralita, cita, # horas|
        minutos, ventanilla, reclamé
    """,
    "website_app": """
        app, aplicación, web, página, sitio, login, iniciar|inicio sesión|de, contraseña, se cierra|
        cuelga|traba|congela, actualización, actualizar, servidor*, error, bug*, juego*, navegador,
        cuenta bloqueada|suspendida|cerrada, descarg*, instal*, cargar, sincroniz*, ios, android,
        iphone, software, código, botón, streaming, versión, playlist, lag, función, carrito,
        registr*, plataforma
    """,
    "outage": """
        internet, wifi, red, señal, luz, electricidad, agua, gas, calefacción, apagón, corte|cortes,
        apagones, caído, caída, se cae|cayó, fibra, router, módem, conexión, cobertura, datos
        móviles, tarjeta rechazada|declinada, cajero, sin servicio|línea|sistema, bizum, spei,
        operadora, suministro, # g
    """,
    "safety": """
        fuego, humo, quem*, explot*, explosión, incendi*, descarga, chispas, alergi*, alérgic*,
        intoxic*, vomit*, herid*, lesion*, lastim*, peligr*, insegur*, ahog*|atragant*, vidrio|
        cristal|metal|plástico en|dentro, frenos, hospital, urgencias, ambulancia, accidente,
        sangr*, cucaracha*, rata|ratas, moho, muri*|murió|morir, fuga de, sin atender
    """,
    "privacy_fraud": """
        fraud*, estaf*, timo, rob*|robo, ladr*, hack*, filtra*, mis datos, datos personales,
        privacidad, rgpd, phishing, clon*, suplant*, identidad, sin autorización|consentimiento|
        permiso|autorizar, spam, no autoric*|reconozco, cargo no, falso, falsa, otra persona,
        vendieron, engañ*
    """,
    "discrimination": """
        racis*, sexis*, machis*, discrimin*, homofob*, homófob*, transfob*, tránsfob*, xenofob*,
        xenófob*, prejuicio*, silla de ruedas, discapacid*, discapacitad*, accesib*, por ser, color
        de piel, mi acento, negr*, gay, gays, trans, musulm*, gitan*, indígena*, perro guía,
        inmigrant*, velo, acoso
    """,
    "policy": """
        política*, términos, condiciones, norma*, regla*, cancelación, penalización, cancelar,
        devolución, devoluciones, cambio*, garantía*, contrato*, permanencia, plazo forzoso, mínimo,
        letra pequeña|chica, fidelidad, puntos, edad mínima, horario, renovación, desistimiento,
        preaviso, prohibid*, permit*
    """,
}
