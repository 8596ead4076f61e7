"""French: of France, Belgium, Switzerland and Quebec, with what people type on phones."""

CUES = {
    "problem": """
        cassé*, cassée, brisé*, abîmé*, endommag*, défectueu*, défaillan*, fissur*, fêlé*, déchir*,
        rayé|rayée|rayés, troué*, moisi*, périmé*, avarié*, pourri*, rance, froid|froide|froids|
        froides à|arrivé|arrivée|servi|servie|livré, arrivé|arrivée|livré|livrée|servi|servie|plat|
        repas|pizza|frites _ froid|froide|froids|froides|tiède|cassé|ouvert|vide|écrasé, tiède*,
        cramé*, brûlé|brûlée|brûlées, pas cuit|cuite|assez, mal cuit|cuite|fini|finie|emballé|
        réparé|fait|faite|réglé, cru au, en panne, panne, pannes, hs, hors service, bug, bugs,
        buggé*, bugge*, beugue*, bugué*, plante|plantent|planté|plantage _ _ sans|depuis|tout|
        toujours|à|au|quand|dès|sur|chaque, appli|application|site|logiciel|jeu _ plante|plantent|
        bug|bugge|rame|crash|crashe, crash*, rame, rament, freeze*, bloqué*, bloque|bloquent, figé,
        gelé, lag|lags|lague, ralentissement*, saccade*, erreur, erreurs, fuit|fuyait|fuient|fuite|
        fuites, goutte|gouttait|coule|coulait, coupe|coupent|coupée|coupé|coupure|coupures|saute|
        sautent _ tous|toutes|tout|sans|depuis|toujours|encore|internet|courant|électricité|réseau|
        eau, coupure*, coupe tout, déconnect*, ne|n _ _ marche|marchent|fonctionne|fonctionnent|
        répond|charge|démarre|ouvre|tient|passe|passait|reconnaît|correspond|fonctionnait|marchait|
        allume|sort|part|arrive _ pas|plus|jamais|rien, marche|marchent|fonctionne|fonctionnent|
        charge|démarre|ouvre|capte|connecte|passe|passait|vient|venu|chauffe|sert pas|plus|jamais|
        mal, pas|plus|jamais|toujours|encore|rien _ _ marché|fonctionné|fonctionner|arrivé|arrivée|
        arrivés|livré|livrée|livrés|reçu|reçue|passé|passée|venu|venus|réparé|réparée|réglé|traité|
        conforme|ramassé|ramassées|expédié|remplacé|disponible|possible|compatible|crédité|validé,
        plus de|aucun|aucune|sans|pas|ni réseau|internet|wifi|connexion|courant|électricité|eau|
        chauffage|signal|son|image|accès, pas d'internet, plus d'internet, pas d'eau, plus d'eau,
        plus d'électricité, pas|plus de réseau|courant|chauffage|connexion|wifi|gaz|signal|son,
        impossible de|d _ _ connecter|accéder|ouvrir|payer|commander|réserver|utiliser|joindre|
        contacter|résilier|annuler|installer|télécharger|modifier|imprimer|appeler|regarder|
        récupérer|avoir|obtenir|parler|finaliser|valider|suivre, impossible à, peux|peut|arrive|
        arrivons|pouvons|pu|peuvent _ pas|plus _ _ connecter|accéder|ouvrir|payer|commander|
        réserver|utiliser|joindre|résilier|annuler|télécharger|modifier|appeler|regarder|voir|
        obtenir, manque|manquait|manquent|manquaient|manquant*, il manque, incomplet*, mauvais|
        mauvaise article|produit|taille|couleur|commande|adresse|colis|prix|montant|modèle|plat,
        erreur de commande|livraison|facturation|taille, pas la|le bonne|bon|même, perdu|perdue|
        égaré|égarée _ _ colis|bagage|bagages|valise|commande|courrier|dossier, colis|valise|bagage|
        bagages|commande _ _ perdu|perdue|perdus|égaré|abîmé|ouvert|vide|endommagé|volé, disparu*,
        plus|trop petit|petite|grand|grande|mince|froid|serré|bruyant _ que|sur, rien à voir, pas
        conforme, non conforme, pas comme, moins bien, se décolle, décollé*, se décoller, tombe|
        tombé|tombée _ morceaux|panne, part en, partie en, lâché|lâche|claqué|grillé _ après|au|
        déjà|depuis, a lâché, rend l'âme, rendu l'âme, sale|sales|crade|crades|dégueulasse*|
        poussiéreux, pue|puait|puent, mauvaise odeur, sent mauvais, odeur de brûlé|moisi|égout|
        pourri|tabac|essence|gaz, goût de rance|moisi|plastique|javel|brûlé, cafard*, punaise*,
        souris dans, cheveu|cheveux|poil dans, surchauff*, batterie _ vide|tient|morte|gonflée|
        décharge, écran noir|bleu|figé|cassé, souci avec|de|depuis|sur, soucis, problème avec|de|
        depuis|sur, problèmes de|avec|depuis|à, encore|toujours|nouveau|gros un|le|des|les problème|
        souci|problèmes|bug, rupture de, annulé|annulée sans, train|vol|bus|vols|trains|rer|métro|
        tram|rendez _ _ annulé|supprimé|annulés|supprimés, supprimé|annulé _ dernière|sans, ne
        passe, n'est _ _ passé|venu|arrivé|arrivée, sont pas passés|venus, pas présenté|venu|
        présentés, depuis la mise, mise à jour _ plus|pas|plante|foiré, mal passé, foiré*, raté,
        galère*, en rade, ne sert à, obsolète, trempé*, inondé*, dégât des, infiltr*, oublié de|la|
        le|mon|ma|notre|les, était|étaient|est|sont|arrive|arrivé froid|froide|froids|froides|tiède|
        immangeable|immangeables|cru|crue, nous|m a|ont|avez _ oublié|oubliés|oubliée|oubliées,
        encore supprimé|annulé|supprimée|annulée
    """,
    "waiting": """
        attend|attends|attendre|attendons|attendu|attente|attendent|attendais|patiente|poireaute* _
        _ depuis|mon|ma|mes|notre|une|un|toujours|encore|que|au|remboursement, # jours|jour|
        semaines|semaine|mois|heures|heure|h|minutes|min|mn|ans _ _ attend|attends|attendre|attendu|
        attente|attendons|retard|patiente|poireaute, depuis _ _ attends|attend|attendons, attends
        toujours|encore|mon|ma|mes|depuis|une|un|le|la, on attend, nous attendons, en attente, file
        d'attente, délai|délais|attente _ inadmissible|interminable|long|longs|longue|dépassé|
        respecté|dépassés|respectés, interminable*, retard, retards, retardé*, en retard, repoussé*,
        décalé*, reporté*, toujours|encore rien|aucun|aucune|pas|personne|en, toujours _ attente|
        panne|cours, rien|pas|jamais|aucun|aucune|toujours _ _ reçu|reçue|reçus|arrivé|livré|
        remboursé|remboursée|eu|vu|venu|viré|expédié, jamais reçu|arrivé|venu|livré|remboursé|eu|
        arrivée|livrée, rien reçu|vu|eu|depuis, tjs pas|rien|aucun|aucune|en, tjrs pas|rien|aucune|
        aucun, jms reçu|arrivé|livré, où est|sont|en|reste _ mon|ma|mes|notre|le|la|nos|est, devait|
        devaient|aurait|auraient|devrait _ _ être|arriver|livré|livrée|venir|dû, censé|censée|
        censés|prévu|prévue _ _ être|arriver|livré|livrée|hier|lundi|passer|venir, combien de temps,
        quand _ _ reçois|recevoir|arrive|arriver|remboursé|livré|livrée|vais|aurai, ça fait # jours|
        semaines|mois|heures|ans|h|jour|semaine|fois|minutes, voilà # jours|semaines|mois|heures,
        cela fait #, prend|prennent|prends des|trop|une heures|plombes|éternité|temps|semaines, des
        plombes|heures|semaines|mois|lustres|jours à|que|pour|d, lent, lente, lents, lenteur*, il y
        a # heures|semaines|mois|jours|h, # semaine|semaines|mois|jour que|sans, sans nouvelles|
        nouvelle|retour|suite, aucune nouvelle|nouvelles, correspondance _ ratée|loupée|manquée|
        perdue, raté|loupé|manqué _ correspondance|vol|avion|train, coincé*, bloqué _ quai|gare|
        aéroport|train|depuis, fait la queue, faire la queue, queue de #, debout depuis, à l'heure
        où, lapin, personne est|n _ venu|passé, personne ne vient, toujours au|à|en|dans|chez point|
        dépôt|préparation|cours, ne vient|bouge pas, bouge pas
    """,
    "unanswered": """
        aucun|aucune|pas|sans|jamais|toujours|zéro _ _ réponse|réponses|retour|retours|nouvelles|
        nouvelle|rappel|explication|contact|suite|interlocuteur|sav|assistance, personne ne|n _ _
        répond|répondu|décroche|rappelle|rappelé|sait|aide|bouge|vient|prend|venu|aidé, personne
        répond|décroche|rappelle|au, ne|n|jamais _ répond|répondent|répondez|répondu|rappelle|
        rappelez|rappellent|rappelé|décroche|décrochent|décrochez, répond|répondent|répondez|
        rappelle|rappellent|décroche|décrochent pas|jamais|plus|toujours, pas|jamais|toujours _
        répondu|rappelé|recontacté|contacté|rappelée|recontactée|lu, sans réponse|retour, silence
        radio, silence total|complet, injoignable*, ignoré*, ignorez, ignorent, ignore mes|nos|les|
        complètement, lettre morte, raccroch*, coupe|coupé la|au ligne|nez, au nez, balad*, renvoi|
        renvoie|renvoient|renvoyé|renvoyée|renvoyés _ _ vers|à|balle|l, se renvoient, la balle, de
        service en, d'un service, de pareille|standard, réponse|réponses automatique|automatiques|
        standard|type|toute|robot, chatbot, parle à|avec un|des robot|mur|robots, un mur|robot,
        appelé|appelle|écrit|relancé|contacté|envoyé|téléphoné|signalé _ _ fois|plusieurs|mails|
        déjà|trois|sans|messages|personne, # fois|mails|appels|messages|relances|courriers|emails _
        sans|et|aucune|toujours|pas|rien, déjà appelé|écrit|relancé|contacté|signalé, #|multiples
        appels|mails|relances|messages|courriers, malgré _ relances|mails|appels|messages|demandes,
        sav|service inexistant|injoignable|muet|absent, service client _ inexistant|injoignable|
        muet|absent, votre silence
    """,
    "overcharge": """
        débité|débitée|débit deux|#, prélev*, débité|débitée|facturé|facturée|payé|payée _ deux|#|
        fois|double|trop|tort|encore|sans|alors|malgré, débité*, facturé _ _ fois|double|tort|trop|
        erreur|service, remboursement*, remboursé*, remboursez, rembourser, rembourse, mon argent,
        notre argent, mes sous, mon fric, rendre _ argent, rendez _ argent, trop perçu, trop payé|
        facturé|cher, frais cachés|supplémentaires|abusifs|injustifiés, frais de résiliation|
        dossier|annulation|retard, surfactur*, hors de prix, hors prix, exorbitant*, prix abusif|
        abusifs|scandaleux|délirant|délirants|exorbitants, hausse|augmentation|augmenté|augmente|
        augmentez _ tarif|tarifs|prix|facture|abonnement|forfait|loyer, augmente encore, facture _ _
        fausse|erronée|double|salée|énorme|fois|trop|injustifiée|bondi, fausse facture, mauvaise
        facturation, payé|paye|paie|payer|paient _ _ pour rien|un, pour rien, indemni*, dédommag*,
        compensation, avoir périmé|refusé|perdu, bon|code|carte|chèque _ _ refusé|invalide|expiré|
        marche|fonctionne|périmé, caution, alors que _ _ _ résilié|payé|annulé|rendu|retourné,
        malgré _ résiliation|paiement|annulation|retour, recouvrement, huissier*, mise en demeure,
        cher pour, bien trop cher
    """,
    "demand": """
        corrigez, réparez, répondez, remboursez, réglez, aidez, rappelez, contactez _ moi, faites
        quelque|un|le|votre|qq|vite, réagissez, bougez, rendez _ moi|nous|argent|mon|l, expliquez,
        svp, s'il vous plaît, s'il vous plait, s'il te plaît, stp, merci de|d _ _ répondre|régler|
        corriger|rappeler|rembourser|réparer|contacter|faire|réagir|intervenir|vérifier|traiter|
        résoudre|débloquer, besoin d'aide, besoin d'une, besoin de _ aide|réponse|mon|ma|retour,
        pouvez|pourriez|peux|peut|pourrait|pouvons vous|on|tu|quelqu|il|nous _ _ aider|régler|
        corriger|expliquer|regarder|vérifier|répondre|faire|rembourser|dire|rappeler|résoudre|
        débloquer|contacter, je veux|voudrais|exige|demande|souhaite|attends|réclame|aimerais|
        souhaiterais _ _ argent|remboursement|réponse|explication|explications|solution|échange|
        comprendre|savoir|excuses|rembourser|remboursé|remboursée|dédommagement|geste|retour|
        résilier|être, exige, exigeons, réclame, que se passe, qu'est ce qui|qu|que se|il|vous
        passe|font|fait|foutez|faites, c'est quoi ce|le|cette|votre|ces|la, pourquoi _ est|sont|
        faut|ne|n|je|on|vous|mon|ma|mes|il|la|le|toujours|ça|avoir|me|votre, comment se|est|peut|
        expliquez|ça fait|ce|on|il|vous _ que|possible|qu, comment est ce possible, urgent, en
        urgence, au plus vite, dans les plus brefs, rapidement svp, y'a quelqu'un, y a quelqu'un, il
        y a quelqu'un, quelqu'un pour, des nouvelles, une solution, une explication, un geste, un
        peu de, à quand, quand est ce que, vous comptez, comptez vous, sous # jours|heures|h, help,
        sos, faut faire|arrêter, arrêtez
    """,
    "reproach": """
        déçu*, déception*, décev*, inacceptable*, inadmissible*, intolérable*, lamentable*,
        déplorable*, honteux, honteuse*, ridicule*, n'importe quoi, nimporte quoi, nawak, une
        blague, blague, foutage de gueule, se foutre|moquer|fout|moque|moquent|foutent _ de|du, vous
        moquez|foutez, foutez de, moquez de, se moque du, abus*, abuse|abusé|abusez, ras le bol,
        marre, ça suffit, suffit, assez de, fatigué* de, saoulé*, saoule*, soûl*, gonfl*, énerv*,
        agac*, frustr*, insupportable*, pénible*, mécontent*, insatisfait*, pas|peu|guère content|
        contente|normal|sérieux|satisfait|satisfaite|professionnel|acceptable|correct|digne|
        admissible|terrible|possible|fou|fiable|cool|sympa|ravi|clair, c'est pas normal|sérieux|
        possible|pro, anormal*, incompréhensible*, incompéten*, incapable*, amateur*, amateurisme,
        bras cassés, guignol*, clown*, branquignol*, pas pro, peu pro, non professionnel, impoli*,
        désagréable*, malpoli*, malaimable*, irrespect*, méprisant*, mépris, hautain*, arrogan*,
        agressi*, odieu*, imbuvable*, inutile*, inefficace*, négligé*, bâclé*, mauvais|mauvaise|
        piètre|horrible service|expérience|qualité|accueil|foi|gestion|communication|réception,
        mauvaise foi, service _ nul|pourri|lamentable|déplorable|zéro|minable|catastrophique|
        inexistant|merdique|médiocre, sav _ nul|pourri|lamentable|zéro|déplorable|catastrophique,
        médiocre*, minable*, nul|nulle|nuls|nulles, à chier, de merde, chaque fois|semaine|jour|
        matin|soir|mois, à chaque fois, toujours pareil|la|le|les même|mêmes, toujours la même, tous
        les jours|soirs|matins|mois|deux|ans pareil|c|la|même, # fois _ suite|que|en|ce|cette, pas
        la première, ce n'est pas la première, sans explication|explications|excuse|excuses|
        prévenir|raison|gêne, aucune excuse|explication|considération|solution|compétence|empathie|
        information|info, aucun respect|sérieux|professionnalisme|geste|suivi|scrupule, même pas un|
        une|de|d|foutu|foutus|capable|capables, pas foutu|foutus|capable|fichu, perte de, temps
        perdu, argent jeté, jeté par, gâch*, quel gâchis, je regrette, on regrette, regrette d|de|
        mon|mes, m'attendais à mieux, attendais mieux, on s'attend à, à quoi bon|sert|ça, à quoi
        sert, pas digne, indigne*, pas recommand*, ne recommande, ne recommande pas, recommande pas,
        déconseill*, à éviter, à fuir, ne vaut pas, vaut pas, faites mieux, sérieusement, sérieux
        là, wtf, franchement, pff*, pfff, bravo l, trompeu*, injuste*, mensong*, usine à, parcours
        du, laisse à désirer, laissent à désirer, on croit rêver, je rêve, hallucin*, du grand, le
        comble, un comble, bande de, ras la casquette
    """,
    "accuse": """
        menti, mentez, mentent, ment, menteur*, menteuse*, mensonge*, c'est du vol, vol pur|
        organisé|manifeste, vrai vol, voleur*, voleuse*, volé|volée|volés _ mon|ma|mes|nos|argent|
        notre|colis, m'a volé, m'ont volé, volez, arnaque*, arnaqué*, arnaqu*, escroc*,
        escroquerie*, escroqu*, bandit*, voyou*, filou*, brigand*, malhonnête*, fraude*, frauduleu*,
        tromp*, trompé*, tromperie, publicité mensongère, pub mensongère, dupé*, pigeonné*, des
        pigeons, un pigeon, entub*, enfumé*, enfumage, racket*, truand*, refus|refusez|refuse|
        refusent|refusé _ _ assumer|rembourser|de|d|réparer|échanger|prendre|responsabilité|
        reconnaître, refusez, refusent, votre faute, à cause de vous, par votre faute, de votre
        faute, promis _ _ mais|jamais|et|rien|toujours, aviez promis, avez promis, promesse|
        promesses _ tenue|tenues|non|en|bidon, fausse|fausses|vaines promesse|promesses|annonces|
        annonce, faux avis|site, sans _ accord|consentement|autorisation|permission|prévenir|mandat,
        à mon insu, à notre insu, illégal*, illicite*, hors la loi, hors-la-loi, rupture de contrat,
        néglig*, négligence*, mise en danger, raciste*, racisme, discrimin*, sexiste*, insulté*,
        insulte|insultes _ par|de|client, humilié*, hurlé dessus, crié dessus, ri au nez, ruiné*,
        gâché|gâchez|pourri _ notre|mon|ma|mes|vacances|mariage|noël|soirée|anniversaire, abandonné|
        abandonnée|abandonnés|abandonnez, laissé|laissée|laissés|laissez|laissent _ _ sans|tomber|
        seul|seule|mourir|poireauter|dehors|quai, données _ vendues|volées|fuité|piratées|
        divulguées, piraté*, fuite de, profiteur*, profitez|profitent de|des|du, vous ignorez|avez|
        mentez|refusez _ perdu|volé|menti|cassé|détruit|gâché|ruiné|annulé|ignoré|débité, complice*,
        chantage, extorsion, extorqu*, usurp*, sans scrupule|scrupules|vergogne, vous foutez,
        sciemment, de mauvaise foi
    """,
    "threat": """
        avocat*, tribunal, tribunaux, en justice, porter plainte, porte plainte, porté plainte,
        plainte _ police|gendarmerie|déposée|contre, dépose|déposer|déposé|vais _ plainte, plaintes
        pour, poursuit*, poursuivre, poursuites, procès, huissier de, action|recours|voie|voies
        collective|justice|en|judiciaire|légal|juridique|juridiques|légale, class action, mise en
        demeure, mettre en demeure, protection juridique, juriste*, médiateur*, médiation,
        ombudsman, répression des fraudes, dgccrf, signalconso, signal conso, ufc, que choisir, #
        millions de consommateurs, test achats, association de consommateurs, cnil, arcep, acpr,
        défenseur des droits, protection du consommateur, inspection du, services d'hygiène,
        services vétérinaires, signaler|signale|signalé|dénoncer|dénonce _ autorités|aux|à|police|
        fraudes, la presse, les médias, aux médias, le journal|parisien, journaliste*, à la police|
        gendarmerie, boycott*, boycot*, plus jamais, jamais plus|je|nous, plus rien chez, dernière
        fois, dernier achat|commande|vol|séjour, n'achetez, n'allez, ne|n commandez|achetez|prenez|
        réservez|mettez|faites|allez|venez|souscrivez|remettrai|remettrons|reviendrai|reviendrons|
        achèterai|commanderai|prendrai|voyagerai|retournerai _ pas|plus|jamais|rien, remettrai|
        remettrons|reviendrai|achèterai|commanderai plus|pas|jamais, fuyez, évitez, à fuir, éviter
        absolument, passez votre chemin, méfiez|méfiance|gare|attention _ vous|à|arnaque|escrocs,
        pire|pires _ _ service|entreprise|compagnie|banque|opérateur|société|expérience|magasin|
        livreur|restaurant|hôtel|marque|assurance|sav|fournisseur|appli|transporteur|boîte|enseigne,
        la pire, le pire, pire que tout, je|on|nous|vais résilie|résilions|pars|résilier|quitte|
        quittons|change|changer|partir|quitter _ _ abonnement|contrat|forfait|opérateur|banque|
        compte|concurrence|concurrent|chez|de|tout|fournisseur, changer|change _ crémerie|opérateur|
        banque|fournisseur, résili* _ mon, chez|à|vers la|un|vos concurrence|concurrent|concurrents,
        un|une|perdu|perdez|perdent client|cliente|un|des|clients _ moins|perdu|perdue|client, perdu
        un|une client|cliente, honte à|sur|de, quelle honte, vous avez pas honte, aucune honte,
        honte, scandale*, scandaleu*, devriez avoir, ayez honte, mettre la clé, fermer boutique,
        faites faillite, faillite, devrait|devraient|mérite|méritez|méritent|doit|doivent _ fermer|
        fermé|interdit|interdits|poursuivis|condamnés|puni|prison, je vais partager|publier|poster|
        raconter, faire|ferai _ savoir|pub|publicité|bruit|tourner, rendre public, adieu, avis
        négatif, une étoile, zéro étoile, aller plus loin, plus loin, n'en restera pas, en restera
        pas, conséquences, dommages et intérêts, préjudice*
    """,
    "danger": """
        pris feu, prend feu, prendre feu, en feu, incendie*, flamme|flammes, explosé*, explose|
        explosion, électrocut*, choc électrique, coup de jus, décharge électrique, court circuit,
        brûlé _ main|doigt|doigts|peau|ma|mon|mes|bras|fils, brûlure*, fumée, fume|fumait, intoxi*,
        intoxication*, empoisonn*, salmonell*, vomi*, malade après|à|depuis|toute|toutes|tous,
        tombé|tombée|tombés|rendu|rendue malade|malades, rendus malades, allergi*, choc
        anaphylactique, hôpital _ après|cause|à, finie|fini|finir _ urgences, aux urgences,
        ambulance, blessé*, blessure*, saign*, danger, dangereu*, mise en danger, pas|non sécurisé|
        sécurisée, étouff*, avalé, verre|plastique|métal dans|brisé, morceau|bout|éclat|éclats de
        verre|métal|plastique, freins _ lâché|lâchés|cassé|défaillants|fonctionnent, freins qui,
        failli mourir|perdre|se|tomber|brûler|avoir, aurait|aurions|pu _ mourir|tuer|morts, mort|
        mourir _ à cause, fuite de gaz, odeur de gaz, monoxyde, harcel*, agressé*, agression*,
        menacé*, frappé|frappée, attouchement*, chuté, sans soins, sans aide, accident _ cause|à
    """,
    "irony": """
        merci pour|d rien|le|la|les|ce|cette|avoir _ retard|retards|attente|annulation|panne|
        foutage|galère|gâché|grève|bazar|ruiné|perdu, merci pour rien, merci de ne|n|rien|gâcher|
        nous, super|génial|bravo|formidable|parfait|top|magnifique|merveilleux|cool|chouette|
        fantastique|nickel|excellent|bien|youpi|chic|sympa|splendide|royal|grandiose _ encore|
        retard|annulé|annulée|panne|toujours|grève|supprimé|supprimés|coupure|bug|cassé|attente,
        encore|nouveau _ retard|panne|annulation|grève|bug|coupure _ super|génial|bravo|formidable|
        parfait|top|magnifique|merci|cool, exactement ce _ qu|que|dont, exactement ce qu'il, juste
        ce qu'il|que|dont, tout ce qu'il me fallait, tout ce qu'il nous fallait, manquait plus|que,
        manquait plus que ça, il ne manquait, il me fallait, bravo pour|à|les|l|la|le|@|encore|
        vraiment _ retard|organisation|retards|service|équipes|nullité|panne|gestion|artistes|
        arnaque|attente|incompétence, bravo _ _ retard|panne|pire|nul|arnaque, félicitations _ pour|
        à|d _ retard|avoir|nul|pire|panne|perdu, félicitations pour|à|d, quel|quelle _ bonheur|joie|
        efficacité|professionnalisme|talent|exploit, que du bonheur|plaisir, un vrai bonheur _
        attendre|attente, un vrai plaisir _ attendre|attente, j'adore quand|attendre|payer|
        poireauter|être, j'aime attendre|quand|payer|poireauter, j'adore quand, j'adore attendre|
        payer, trop bien _ encore|plus|retard|panne, quoi de mieux|plus, rien de tel, rien de mieux,
        comme d'habitude, comme d'hab, soi disant, soi-disant, prétendu*, service|client au top _
        non, merci qui, la grande classe, belle|beau|joli|jolie|sacré|sacrée preuve|performance|
        exploit|mentalité, au moins on, quel sens, un sens du, sens du service, c'est cadeau, vive
        la|le|les sncf|ratp|@|progrès|modernité, elle est belle, il est beau, on se demande, on
        n'arrête pas, le progrès, ça fait plaisir, ça fait rêver, on est bien, ça promet, ben
        voyons, mais bien sûr, c'est ça oui, merci bien, merci beaucoup _ retard|panne, encore merci
        _ retard|attente|panne, du grand art, prix|palme|médaille|oscar de|du
    """,
    "bad": """
        mauvais*, mal, pire, pires, triste*, moche*, laid*, nul, nulle, nuls, faible*, fade,
        ennuyeu*, cher, chère, coûteu*, lent, lente, déteste*, détest*, haine, hais, énerv*, fâch*,
        colère, déçu*, dommage, malheureus*, hélas, inquiet*, inquièt*, problème*, souci, soucis,
        plainte, plaintes, plaindre, plains, réclamation*, grave, merde, merdique*, putain, chiant*,
        relou*, con, cons, connerie*, bête, stupide*, idiot*, absurde*, pénible*, difficile*,
        compliqué*, dur, dure, pourri*, raté*, ratée, gâch*, perdu*, perte, manque, douleur*,
        souffr*, peur, crainte, crise, guerre, mort, morts, décès, malade*, galère*, bordel, foutu*,
        naze*, désagréable*, gêne, gênant*, regrett*, incompréh*, confus*, faux, fausse, abus*,
        surcoté*, médiocre*, inutile*, pas terrible, pas ouf, bof, décourag*, pleur*, larmes, seum,
        mécontent*, stress*, désespér*, bizarre, honte, sale*, critique*
    """,
    "awful": """
        horrible*, affreu*, terrible, épouvantable*, catastroph*, désastr*, atroce*, abominable*,
        exécrable*, infect*, immonde*, dégueu*, dégoût*, répugnant*, ignoble*, odieu*, scandal*,
        honteu*, lamentable*, pitoyable*, minable*, inadmissible*, calamit*, cauchemar*, enfer,
        infernal*, furieu*, rage, révolt*, écoeur*, ordure*, connard*, enfoiré*, salaud*, poubelle,
        déplorable*, monstrueux, au ras des, la pire, le pire
    """,
    "good": """
        bon, bonne, bons, bonnes, bien, mieux, beau, belle, beaux, belles, joli*, sympa*, gentil*,
        aimable*, agréable*, accueillant*, serviable*, souriant*, rapide*, vite, facile*, propre*,
        frais, fraîche*, confortable*, content*, contente, heureu*, ravi*, satisfait*, plaisir,
        aime, aimé, aimer, apprécie*, appréci*, merci, mercis, remerci*, cool, chouette*, sourire,
        drôle*, marrant*, mdr, ptdr, haha*, lol, intéressant*, utile*, efficace*, pro,
        professionnel*, poli*, polie, compétent*, fiable*, ponctuel*, recommand*, conseille, vaut,
        abordable*, pratique*, qualité, réussi*, hâte, bienvenue, félicit*, bravo, fier*, gagné,
        sûr, chaleureu*, délicat*, mignon*, nickel, impec*, correct*, honnête*, plus tôt, à l'heure,
        douce*, doux, top qualité, soigné*
    """,
    "great": """
        super, génial*, excellent*, parfait*, magnifique*, merveilleu*, formidable*, fantastique*,
        extraordinaire*, exceptionnel*, remarquable*, incroyable*, splendide*, sublime*, superbe*,
        top, adore*, adoré, j'adore, amour, meilleur*, délicieu*, savoureu*, exquis*, succulent*,
        divin*, bluff*, irréprochable*, impeccable*, géniaux, géniale, adorable*, fabuleu*,
        enchant*, conquis*, # étoiles, au top, coup de coeur, régal*, tuerie, ouf, canon, héros,
        pépite, bijou, perle, magique*, prodigieu*, une merveille, sans faute, grandiose*
    """,
    "thanks": """
        grand|immense|énorme|gros|mille|milles|encore|infiniment merci|mercis|bravo|bisou, un grand
        merci, un immense merci, merci à|aux|au|infiniment|beaucoup|encore|mille, merci pour|pr
        votre|vos|cette|ce|le|la|les|l|tout|ton _ accueil|gentillesse|service|super|aide|rapidité|
        efficacité|soirée|moment|superbe|belle|bon|bonne|livraison|réactivité|professionnalisme|
        travail|excellent|excellente, coup de chapeau|coeur, chapeau à|aux|au|bas|l, bravo à|aux|au
        _ équipe|équipes|toute|tous|toutes|pour, félicitations à|aux _ équipe|équipes|toute|tous|
        pour, remercie|remercions|remercier|remerciements, je recommande, on recommande, recommande
        vivement|fortement|sans|à|chaudement|cette|ce, je conseille, vivement recommandé, super|
        excellent|excellente|parfait|parfaite|superbe|bon|bonne|très|top|génial service|accueil|
        équipe|expérience|travail|livraison|sav|boulot|personnel|moment|prestation|bon|bonne|sympa|
        gentil|gentille|agréable|efficace|professionnel|pro|satisfait|satisfaite|content|contente|
        accueillant|rapide, personnel _ adorable|aux|gentil|accueillant|souriant|serviable|
        compétent|super, très bien accueilli|reçu|fait|servi, petits soins, trop bon|bien|bonne|
        sympa, le meilleur, la meilleure, les meilleurs, les meilleures, meilleur|meilleure|
        meilleurs _ _ quartier|ville|monde|paris|région|france|belgique|resto|pizza, on se régale,
        on s'est régalé, régalé*, ravi de|d|du, ravie de|d|du, enchanté*, vraiment sympa|top|génial|
        bien|efficace, j'adore ce|cette|votre|vos|mon|ma|mes|ces|leur|le|la, j'aime beaucoup|trop|
        ce|cette, sauvé la|ma|mon vie|journée|soirée|vacances, fait ma journée, jour plus tôt, #
        jour|jours plus tôt, # jours d'avance, en avance, plus rapide|vite|tôt que prévu|annoncé,
        client fidèle, cliente fidèle, fidèle client|cliente, rien que du bonheur, continuez _ ça|
        ainsi|comme, ne changez rien, on reviendra, je reviendrai, nous reviendrons, y retournerai,
        les yeux fermés, au delà de mes|nos, au delà des attentes, aux petits oignons, une tuerie,
        est adorable, était adorable, une perle
    """,
    "solved": """
        résolu*, réglé|réglée|réglés|réparé|réparée|réparés|remplacé|remplacée|remboursé|remboursée
        _ rapidement|tout|heure|jour|aussitôt|immédiatement|vite|minutes|sans|hier|le, c'est réglé,
        c'est réparé, c'est bon, problème _ réglé|résolu|corrigé|solutionné, est|sont réparé|
        réparés|réparées, tout est rentré, rentré dans l'ordre, remarche, ça remarche,
        refonctionne*, fonctionne|marche _ nouveau|maintenant|parfaitement|bien|nickel|impeccable|
        super, de nouveau en, retour à la, rétabli*, enfin reçu|remboursé|arrivé|réparé|réglé, bien
        été remboursé, bien reçu, m'a aidé, m'a dépanné, m'ont aidé, dépanné*, rapidement résolu|
        réglé|pris|remboursé|réparé, pris en charge rapidement|tout, retrouvé mon|ma|mes, geste
        commercial
    """,
    "fine": """
        aucun|aucune|jamais|sans|zéro|pas|nul _ souci|soucis|problème|problèmes|plainte|plaintes|
        reproche|réclamation|défaut|accroc|attente|retard|encombre|regret|regrets|mauvaise|
        déception|panne|bug, rien à redire|dire|signaler|reprocher|ajouter, rien|jamais|pas|aucune _
        _ plaindre|redire|reprocher|regretter, jamais eu _ _ plaindre|souci|problème|problèmes|
        soucis, n'ai pas à me plaindre, je ne me plains, me plains pas, pas me plaindre, pas mal,
        pas mauvais, pas déçu|déçue|déçus, jamais déçu|déçue|déçus|été, jamais _ déçu|déçue|laissé|
        tomber, pas de souci|soucis|problème|panique|stress|pb|quoi, t'inquiète, tkt, ne vous
        inquiétez, pas grave, pas d'attente, sans attendre, sans faire la queue, sans faute|fausse|
        hésiter|hésitation|aucun|problème|souci, vaut l'attente, vaut la peine, valait l'attente,
        hâte de, vivement demain|samedi|vendredi|ce, j'ai hâte, à l'heure, tout va bien|s, tout est
        ok|parfait|nickel|bon|bien, tout s'est bien, s'est bien passé, nickel, irréprochable*,
        impeccable*, plus jamais|je _ ailleurs|sans, ne changerais, pour rien au, changerai pas,
        mieux que prévu, bonne surprise, belle surprise, agréable surprise, sans bug, rien à jeter
    """,
    "idiom": """
        tuerie, une tuerie, de malade, de ouf, de fou, de dingue, truc de malade|fou|ouf|dingue, un
        truc de, trop|super|vachement|grave|sacrément|vraiment|diablement|terriblement|méchamment|
        salement|monstrueusement|sale bon|bonne|beau|belle|bien|stylé|cool|frais, grave bon|bien|
        stylé|kiffé|envie, terrible ce|cette|son, c'est de la bombe, la bombe, déchire, ça déchire,
        défonce|défoncé ce|cette|son|tout|mdr, tue, ça tue, qui tue, à mourir de, à tomber, à se
        damner, damner, mortel*, impossible d'arrêter, impossible de _ arrêter|décrocher|lâcher|
        résister, peux _ _ arrêter|passer|décrocher, arrive pas|plus _ arrêter|lâcher|décrocher,
        accro, addict*, addictif*, addictive*, dépendant, pas dégueu, mdr*, mort de rire, morte de
        rire, mort de, pleure de rire|joie, pleuré de rire|joie|bonheur, larmes de joie|rire, je
        suis mort, ma faute, c'est ma faute, de ma faute, mon erreur, j'ai oublié, je suis en
        retard, suis à la bourre, panne d'oreiller, panne de|d réveil|inspiration|oreiller, pas
        réveillé, arrêt maladie, bon rétablissement, suis malade, merde pour, dire merde, je me
        plains jamais, temps pourri, sale temps, mauvais temps, tu me manques, tu nous manques,
        manques, me|nous|te manque|manquez|manques, coeur brisé, vol de nuit|retour|paris|direct|
        aller, en vol, bon vol, vol # direct, coup de foudre, feu d'artifice, tout feu, au coin du
        feu, ça crame, en feu ce|cette|hier, est en feu, plus tard, à plus, bière|café|thé|verre
        frais|glacé|glacée, casser la|des|les baraque|barres|croûte, éclaté|éclatée|éclatés hier|au,
        on s'est éclaté, meurs de|d, meurs d'envie, folie, une folie, dingue
    """,
    "question": """
        quelqu'un sait|connaît|a|peut|aurait|saurait|utilise|qui|pour|ici|d, quelqu'un _ _ testé|
        essayé|avis|conseiller|conseil|recommander|déjà|connaît|sait|idée|infos, qui sait|connaît|a|
        aurait|peut|connait _ _ testé|adresse|si|où|comment|déjà|un|une|conseiller|me|idée, savez|
        sais|sait|saurait|connaissez|connaîtriez|sauriez|connais vous|tu|si|où|quand|comment|un|une|
        des, est ce que|qu _ _ quelqu|est|y|vous|on|ouvert|possible|peut|avez|sera, est ce possible|
        que|qu|ouvert, y a t'il, y a t il, y aurait t il, avez vous|des|un|déjà _ _ avis|conseils|
        conseil|testé|adresse|en|idée|modèle|bons|infos, un avis sur, des avis sur, vos avis,
        comment on|puis|peut|faire|changer|modifier|obtenir|savoir|ça|annuler|fonctionne|s|activer|
        trouver|commander|résilier|je|contacter|suivre, où puis|peut|trouver|on|acheter|se|trouve|
        est, quand ouvre|commence|sera|sort|ouvrent|est|sortira, quel|quelle|quels|quelles est|sont
        _ _ prix|taille|heure|banque|horaires|différence|modèle|meilleur|meilleure, quel|quelle|
        quels|quelles _ _ conseillez|recommandez|choisir|conseillerez|prendre|recommanderiez, me|
        nous conseillez|conseillerez|recommandez|conseilleriez, conseillez vous, recommandez vous,
        vous conseillez|recommandez|pensez|connaissez|faites|livrez|vendez|acceptez|préférez, à
        quelle heure, combien coûte|ça|de|coûtent|pour, peut on, puis je, faut il, dois je, faut-il,
        ça vaut _ coup, qu'en pensez, que pensez, cherche un|une|des|conseil|à, recherche un|une|
        des, des conseils|recommandations|suggestions|idées|bons|bonnes, horaires, heures
        d'ouverture, ouvert|ouverte|ouverts|ouvre le|ce|dimanche|demain|lundi|aujourdhui|aujourd,
        petite question, une question, curieu*, je me demande, savoir si, serait il, sera t,
        sera-t-il, auriez vous
    """,
    "advert": """
        # de|sur|remise|réduction|rabais|offert|offerts|offerte|offertes|promo, remise de|sur|
        immédiate, réduction de|sur, réductions, rabais, promo*, soldes, bon plan, bons plans,
        profitez|profite de|en|vite|d|des|du, achetez|commandez|réservez|téléchargez|découvrez|
        inscrivez|postulez|cliquez|abonnez|rejoignez|participez|visitez|testez|essayez|rendez|
        tentez|gagnez|retrouvez|venez|contactez|partagez|suivez|likez|regardez|écoutez|lisez _ vous|
        maintenant|ici|nous|notre|nos|vite|dès|le|la|les|vos|votre|en|sur|un|une|des|et|
        gratuitement, découvrez, profitez, postulez, lien en|dans|ci|bio|sur, en bio, week end
        seulement, ce week end, seulement, aujourd'hui seulement, jusqu'au #|dimanche, jusqu'à
        minuit|dimanche, offre|offres spéciale|exclusive|limitée|valable|de|promo|flash|
        exceptionnelle|emploi|d, offre d'emploi, durée|édition|stock|places limitée|limité|limitées,
        livraison offerte|gratuite, frais de port offerts, gratuit*, offert*, code promo|avec|#,
        avec le code, concours, jeu concours, à gagner, tente de, gagne|gagner|remporte|remportez
        un|une|des|#|vos|ton, rt et|pour, suivez|suis nous|et|le|notre|moi, like et|rt, tague|
        taguez|mentionne|identifie _ ami|amis|amie|#, black friday, cyber monday, nouveau|nouvelle|
        nouveautés sur|chez|en|collection|gamme|vidéo|article|épisode|dispo, nouvelle collection,
        nouvel article|épisode|arrivage, disponible|dispo|dispos|disponibles maintenant|dès|sur|en|
        chez|ici|partout, désormais|maintenant|bientôt|enfin disponible|dispo|disponibles, à partir
        de #, dès #|maintenant|aujourd|demain, dès maintenant, notre nouveau|nouvelle|boutique|site|
        gamme|équipe, nos nouveaux|nouvelles|offres|produits, on|nous|équipe recrute|recrutons|
        recrutement|recherchons|cherchons, recrut*, nous sommes ravis, poste à|de pourvoir|
        conseiller, cdi, cdd, alternance, h f, f h, candidature*, cv, stage de|en|chez, rejoins|
        rejoindre notre|l|nous, à vendre, vends, à louer, sponsorisé*, publicité, partenariat, dm
        pour, en dm pour|prix, plus d'infos, en savoir plus, infos sur|et|en, lire la suite, à lire,
        précommande*, bientôt, exclusi*, ne ratez|manquez _ pas, à ne pas manquer|rater, rendez vous
        sur|le|ce|demain|dès|à, billetterie, meilleurs prix, prix mini|choc|cassés|bas, abonne toi,
        inscription*, inscris toi, venez, au programme
    """,
    "news": """
        action|actions|titre|cours _ bondit|chute|recule|baisse|hausse|grimpe|perd|gagne|plonge, en
        bourse, bourse, cac, trimestr*, semestriel*, chiffre d'affaires, résultats annuels|
        trimestriels|financiers|du|en, bénéfice*, a|ont annoncé|annoncés, annonce|annoncent|annoncé
        _ ouverture|fermeture|suppression|lancement|résultats|rachat|plan|hausse|nouveau|avoir|que|
        un|investir, l'ouverture de, va|vont|devrait ouvrir|supprimer|lancer|racheter|investir|
        fermer _ magasins|postes|usine|sites|nouveaux|agences, nouveaux magasins, suppressions de,
        plan social, selon un|une|les|le|la|l|nos|des étude|rapport|sources|afp|sondage|insee|
        enquête, étude|enquête|rapport|sondage révèle|montre|indique|selon|publié|publiée|dénonce,
        d'après, afp, reuters, bfm, rtl, le monde, pdg, dg, patron _ de|du|dit|déclare|démissionne,
        directeur général, porte parole, porte-parole, communiqué*, rachat*, rachète, fusion*, opa,
        liquidation, redressement judiciaire, investisseur*, analyste*, actionnaire*, syndicat*,
        cgt, cfdt, préavis, grève|grèves prévue|le|annoncée|nationale|des|du|à, gouvernement,
        ministre*, ministère, sénat, assemblée, loi, décret, tribunal|justice|autorité|cour|cnil|
        juge|régulateur _ condamne|condamné|inflige|valide|rejette|ordonne|saisi, condamné* à,
        amende de, écope d, amende record, rappel de|produit, rappelle|rappelés _ lots|véhicules|
        produits, alerte info, flash info, direct live, breaking, milliard*, million*, pour cent,
        élection*, vote, parti, président*, macron, ligue, match, but, buts, équipe de france,
        entraîneur, saison, joueur*, championnat, travaux sur|entre|jusqu, déviation, perturbé
        jusqu, mercato, inauguré*, inauguration, constructeur, fabricant, rappelle _ véhicules|lots|
        produits|voitures, pour des airbags, appellent|appelle à la, airbags
    """,
    "reply": """
        nous sommes désolés|navrés|désolé|sincèrement|vraiment|à, désolé|désolés|navrés|navré|
        désolée _ pour|de|d|que|du, toutes nos excuses, nos excuses, nous vous prions|invitons|
        remercions|présentons|conseillons|recommandons|confirmons|contactons|répondons, nous nous
        excusons, nous nous en, nous faisons|allons|pouvons|restons|prenons|avons|comprenons _
        vérifier|regarder|bien|pris|transmis|votre|disposition, nous regrettons|comprenons|
        vérifions|restons|prenons|transmettons|revenons, pouvez|pourriez|peux|pourrais vous|tu nous|
        me|svp|s|stp _ envoyer|communiquer|indiquer|contacter|transmettre|préciser|donner|écrire|
        confirmer, envoyer|envoyez|communiquer|communiquez|indiquer|transmettre|transmettez|
        précisez|contactez|écrivez|contacter _ _ dm|mp|privé|message|numéro|coordonnées|nous|
        référence, en dm, en mp, par dm|mp|message, en message privé, en privé, par message privé,
        votre|ton _ numéro, numéro de commande|client|dossier|suivi|contrat, votre message|retour|
        patience|signalement|compréhension|fidélité|demande|avis, merci pour|de votre|ton|nous _ _
        message|retour|patience|signalement|compréhension|fidélité|contacter|avis|commentaire|
        contacté|intérêt, ^ bonjour|hello|salut|bonsoir|coucou, bonjour @|monsieur|madame, bonne
        journée|soirée|fin|continuation, belle journée|soirée, cordialement, nos équipes|
        conseillers|services|clients|magasins|techniciens, notre équipe|service|conseiller|sav|site,
        à votre disposition, votre disposition, nous reviendrons, reviendrons vers, revenons vers,
        nous vérifions, on regarde ça, on s'en occupe, n'hésitez pas|à, n'hésite pas, avez vous
        essayé|déjà|bien|tenté|contacté|vérifié, as tu essayé|bien, quel est|modèle _ modèle|
        appareil|numéro|magasin|version, de quel|quelle magasin|modèle|appareil|agence|commande,
        essayez de, avec plaisir, de rien, je vous invite|conseille|remercie|confirme|laisse, vous
        invitons, afin de|que _ vous|puissions
    """,
    "own": """
        mon, ma, mes, moi, je, j, me, m, notre, nos, nous, on, jsuis, jai, mien, mienne, perso
    """,
    "address": """
        vous, votre, vos, tu, toi, te, ton, ta, tes, vs, vtre, vôtre
    """,
    "again": """
        encore, toujours, tjs, tjrs, à nouveau, de nouveau, une fois de plus, sans arrêt, sans
        cesse, constamment, régulièrement, systématiquement, chaque|tous|toutes jour|jours|soir|
        soirs|matin|matins|semaine|semaines|mois|fois|les, à chaque fois, # fois, depuis, déjà,
        jamais, rien, plus, même, hier, aujourd'hui, ce matin|soir|mois, cette semaine|nuit, la
        semaine, le mois dernier, quotidiennement, nième, énième, re, rebelote, continue|continuent
    """,
    "duration": """
        # jour|jours|semaine|semaines|mois|an|ans|année|années|heure|heures|h|minutes|minute|min|mn|
        fois, depuis lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|janvier|février|
        mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|#|plus|des|la|le|une|
        un|quelques|longtemps, des heures|jours|semaines|mois|plombes|années, une|un|demi|toute
        heure|semaine|mois|journée|an|demi|jour|nuit|matinée|quart, toute la, longtemps, éternité
    """,
    "negator": """
        pas, jamais, rien, aucun, aucune, sans, ni, personne, nullement, guère, pa
    """,
    "intensifier": """
        très, tellement, vraiment, trop, si, extrêmement, totalement, complètement, absolument,
        super, hyper, ultra, méga, grave, vachement, fort, particulièrement, tout, franchement,
        carrément, parfaitement, bien, plus, profondément
    """,
    "diminisher": """
        peu, assez, plutôt, légèrement, presque, relativement, moyennement, quasi, vaguement
    """,
    "contrast": """
        mais, cependant, pourtant, toutefois, malgré, néanmoins, sauf, hormis, or, alors
    """,
    "number": """
        deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, quinze, vingt, trente,
        quarante, cinquante, cent, deuxième, troisième, quatrième, cinquième, sixième, septième,
        dixième, plusieurs, quelques, nombreux, nombreuses, dizaine, quinzaine, vingtaine,
        trentaine, centaine, moult
    """,
}

TOPICS = {
    "product_fault": """
        cassé*, défectueu*, fissur*, déchir*, chargeur*, batterie*, écran*, téléphone*, portable,
        smartphone, ordinateur, pc, tablette, frigo, réfrigérateur, lave linge, lave vaisselle,
        machine à, sèche linge, four, aspirateur, télé, tv, casque, écouteurs, console, manette,
        voiture, pneu*, moteur, vélo, trottinette, chaussures, veste, manteau, robe, pantalon, jean,
        pull, chemise, couture*, canapé*, meuble*, matelas, armoire, table, chaise, qualité, repas,
        plat, nourriture, pizza, burger, frites, café, soupe, salade, pain, viande, poulet, poisson,
        tiède, moisi*, périmé*, chambre*, douche, lit, hôtel, sale*, pue, taille, plus petit*,
        produit*, article*, appareil*, portion*, restaurant, resto, fuit, fuyait, chaudière,
        finition*
    """,
    "delivery": """
        livr*, colis, paquet, livreur*, coursier, transporteur*, expédi*, suivi, point relais,
        relais, commande*, commandé*, mauvais article|produit|colis, bus, train*, tgv, rer, métro,
        tram, ter, vol annulé|retardé|supprimé|#, avion, quai, arrêt, gare, correspondance, retard*,
        annulé*, supprimé*, valise*, bagage*, plombier, technicien, dépanneur, électricien,
        poubelle*, ordures, déchets, ramassage, collecte, encombrants, poste, courrier, facteur,
        boîte aux lettres, pas passé|venu|livré|reçu|arrivé
    """,
    "price_billing": """
        rembours*, débité*, débit*, prélev*, factur*, facture*, frais, prix, tarif*, cher, chère,
        hors de prix, mon argent, payé*, payer, paie, paye, paiement*, abonnement*, forfait,
        caution, indemni*, dédommag*, compensation, réduction, promo*, bon d'achat, avoir, code
        promo, chèque cadeau, carte cadeau, surfactur*, relance de, recouvrement, euro, euros,
        cotisation*, loyer, augmentation*, coût*, arnaque
    """,
    "service_staff": """
        personnel, employé*, désagréable*, serveur*, serveuse*, caissier*, caissière*, vendeur*,
        vendeuse*, responsable, gérant*, patron*, médecin*, docteur, infirmier*, infirmière*,
        accueil, réception*, contrôleur*, chauffeur*, conseiller*, conseillère*, agent*, service
        client, sav, incompéten*, impoli*, malpoli*, arrogan*, hautain*, agressi*, mépris*, insult*,
        hurlé, crié, traité*, clinique, hôpital, cabinet, dentiste, vigile*, guichet*, hôtesse*,
        service
    """,
    "waiting_contact": """
        file d'attente, queue, attente, heures d'attente, au téléphone, téléphone, téléphon*,
        appel*, appelé*, rappel*, joindre, injoignable*, hotline, standard, répond*, réponse*,
        répondu, sans retour, mail*, email*, e mail, écrit, message*, contact*, formulaire,
        raccroch*, centre d'appel, chat, chatbot, ignoré*, ignor*, rendez vous, rdv, relanc*,
        décroche, ligne, # heures|minutes
    """,
    "website_app": """
        appli, application, app, site, site web, page, connexion impossible, connecter,
        identifiant*, mot de passe, panier, mise à jour, maj, serveur*, bug*, plante*, crash*, jeu,
        jeux, navigateur, télécharg*, install*, ios, android, logiciel, fonctionnalité*, compte
        bloqué|suspendu|client, code, espace client, réinitialis*, streaming, version, playlist,
        portail, erreur #, en ligne, interface
    """,
    "outage": """
        panne*, coupure*, box, fibre, internet, wifi, réseau, débit, adsl, routeur, modem, courant,
        électricité, pas|plus de|d courant|eau|gaz|chauffage, plus d'eau, chauffage, eau chaude,
        connexion, signal, 4g, données mobiles, carte refusée, distributeur, en panne, hors service,
        antenne, coupe|coupé _ tous, interruption*
    """,
    "safety": """
        feu, incendie*, fumée, brûl*, explos*, électrocut*, choc, allerg*, intoxi*, empoison*,
        malade*, bless*, danger*, étouff*, verre dans, métal, plastique dans, freins, hôpital,
        urgences, ambulance, accident*, sang, saign*, cafard*, rat, rats, punaise*, moisissure*,
        fuite de gaz, mort, décédé*, monoxyde, rappel de, sans soins, sécurité
    """,
    "privacy_fraud": """
        fraud*, arnaque*, escroc*, escroqu*, du vol, volé*, voleur*, piraté*, pirat*, fuite de
        données, mes données|infos, données personnelles|bancaires, vie privée, rgpd, phishing,
        hameçonnage, usurp*, identité, sans _ accord|consentement|autorisation, spam*, démarchage*,
        faux, fausse, quelqu'un d'autre, données vendues
    """,
    "discrimination": """
        racis*, sexis*, discrimin*, homophob*, transphob*, islamophob*, antisémit*, validis*,
        fauteuil roulant, fauteuil, handicap*, pmr, accessib*, chien guide, chien d'assistance,
        voile, hijab, couleur de peau, mon accent, mes origines, parce que je suis, musulman*, gay,
        lesbienne, noir de peau, âgisme
    """,
    "policy": """
        politique, conditions, cgv, règlement, règle, règles, petites lignes, petits caractères,
        annulation*, résili*, retour, retours, échange*, garantie*, contrat*, engagement, préavis
        de, rétractation, adhésion, âge minimum, horaires, interdit de, minimum d'achat, non
        remboursable, ni repris
    """,
}
