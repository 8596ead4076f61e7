"""English: British, American, and what people type on phones."""

CUES = {
    "problem": """
        broke, broken, breaks|broke down, faulty, defective, damaged, cracked, chipped, torn,
        ripped, shattered, scratched, bent, snapped, peeling, leak*, dripping, flooded,
        mouldy|moldy, rotten, rancid, expired, stale, lukewarm, undercooked, overcooked, burnt,
        raw, soggy, cold food, arrived|came|was|is|were|still cold, crash*, freez*, frozen,
        glitch*, bug|bugs|buggy, lagging, laggy, buffering, unresponsive, error, errors, failed,
        fails, failing, failure, fault, malfunction*, disconnect*, dropping|drops out,
        drops|dropping every, outage, no signal|internet|wifi|power|water|heating|hot|service|
        connection, is|are|was|were|been|went|goes|keeps|website|site|server|app down, down
        again|since, offline, wont|wouldnt|doesnt|didnt|isnt|arent|wasnt|not|never|
        stopped|stops|quit _ work|working|load|loading|open|opening|start|starting|turn|
        charge|charging|connect|connecting|sync|syncing|update|
        updating|play|playing|respond|function|fit|show|showing|
        send|sending|accept|print|install|delivered|arrived|arriving, cant|cannot|couldnt|unable _
        log|login|access|open|use|get|pay|connect|reset|order|book|
        download|play|watch|see|find|update|install|activate|cancel|reach|sign|checkout|view,
        never works|worked, wrong size|item|order|colour|color|one|address|product|name|price|
        amount|date|food|door|part, is|was|were wrong, sent|gave|got|received|delivered _ wrong,
        missing, smaller than|then, not as described|pictured|advertised, nothing like the
        picture|photo|description, half empty, fell apart|off, falling apart|off, coming|came
        apart|off|loose, out of stock|order, sold out, wore|worn out, dirty, filthy, stained,
        smell|smells|smelled|smelt, noisy, bugs in, cockroach*, mice|mouse in, hair in|on my, lost
        my|our|the, problem with, issue with, issues with, problems with, trouble, having
        problems|issues|trouble, a|an problem|issue with, battery dies|drains|died|drain,
        overheat*, blank screen, black screen, keeps|kept
        turning|crashing|freezing|stopping|saying|asking|dropping|
        logging|cutting|failing|going|restarting, cuts|cutting out, didnt|doesnt|did|does not|t
        turn up, didnt|doesnt|hasnt|never|havent
        show|shown|turned|turn|come|came|appear|stop|emptied, used to be
        nice|good|great|better|ok|fine|decent, mostly bread|water|fat|bones|air, shrunk,
        falls|fell off, leaves a mess, no longer works|working|available, not been|yet _
        emptied|collected|fixed|repaired|delivered, hasnt|havent|still _
        emptied|collected|fixed|repaired, taste|tastes|tasted like, no luck, timed out,
        time|timing outs|out, went|gone wrong, gone missing, cancelled|canceled _
        my|our|flight|train, flight|train|bus _ cancelled|canceled, wont let me, not letting me,
        stuck, locked out, short changed, kicked me out, no hot water, pothole*, worse than before
    """,
    "waiting": """
        waiting for|on|since|over|in|to, still waiting, been waiting, waited, wait times, long
        wait, # week|weeks|month|months waiting, weeks|months|days|hours late|overdue|delayed,
        late, delayed, delay, delays, overdue, on hold, hold for #, in a queue, queue for, in line
        for, stood|standing|sat|sitting _ # mins|minutes|hours|min|hour,
        has|hasnt|havent|not|never|didnt|nothing arrived|come|turned|received, never
        arrived|came|turned|received|got|showed, havent|hasnt|not|never received|got|gotten|had,
        where is|are|s my|our|the|it, wheres|where my, no sign of, not here|delivered yet,
        was|were supposed|due|meant|booked|scheduled to|on|for|at, should have|of
        been|arrived|come, its been # days|weeks|months|hours|years, been #
        days|weeks|months|hours|years, taking|takes|took so|forever|ages|too, took #
        hours|weeks|months|days, stranded, stuck on|in|at, missed _ connection|flight, slow, no
        show, still nothing|not|no|hasnt|havent|isnt|waiting|down|broken, for # weeks|months|days,
        over # hours|weeks|months|days, # hours|weeks|months ago, ages ago, how long|much
        longer|more, when will|is|are|can|do|does _ my|be|get|it|i|we
    """,
    "unanswered": """
        no answer|reply|response|replies|responses|callback|one|word,
        not|never|nobody|noone|havent|hasnt|wont|dont|doesnt|didnt|without _
        answer|answered|answering|reply|replied|responded|respond|
        responding|call|called|return|pick|picks|picked, ignored, ignoring, ignore, nobody|noone
        answers|answered|cares|knows|helps|picks|replies|responds|called|can, no one
        answers|cares|knows|helps|picks|can|is|has, cant|cannot|unable _
        through|contact|speak|reach, called|emailed|phoned|messaged|tweeted|written|contacted|
        rang _ twice|times|again|already|#|several|multiple, no customer service|support,
        passed|sent around|from, got|been|gets transferred, hung up, hang up, disconnected me, cut
        me off, radio silence, any response|reply|update|help
    """,
    "overcharge": """
        charged _ twice|double|again|me|extra|wrong|for, overcharg*, double charged, charging me,
        refund*, money back, my money, out of pocket, hidden fees|charges|costs, extra charge|fee,
        billed, my bill|invoice, wrong bill|amount|price, took _
        money|payment|pounds|dollars|account, taken from my, price hike|increase|rise|went, too
        expensive, overpriced, rip off, ripoff, paid|pay _ for|extra|and, compensation,
        cancellation|late fee, promo|discount|voucher|coupon|code _
        not|invalid|work|working|expired
    """,
    "demand": """
        fix this|it|your|the|that|please|my, pls|please|plz
        fix|help|sort|advise|explain|look|respond|reply|check|refund|do|send|call|dm, sort
        it|this|your|yourselves, need help|this|my|you|a|an|to, can|could
        you|u|someone|somebody|anyone _
        help|look|fix|explain|sort|advise|tell|check|please|assist, help me,
        want|wanted|demand|request|requesting|need my|a|an _
        money|refund|answer|explanation|replacement|order, any
        update|updates|news|eta|idea|chance|help, what is|s going|happening|wrong, whats
        going|happening|wrong|up, give me, get it|your|this _ together|fixed|sorted, why
        is|are|am|do|does|did|was|has|have|cant|wont|isnt, how do|can|could you|i|u _
        justify|expect|charge|complain|speak|contact|get, do something, anything you can do,
        please
    """,
    "reproach": """
        disappoint*, unacceptable, ridiculous, joke, shambles, not good enough, not happy,
        unhappy, frustrat*, annoy*, fed up, sick of|and, tired of, had enough, let down, what is
        the point, whats the point, poor, bad service|experience|customer, not impressed,
        unimpressed, come on, seriously, wtf, really, sort your, do better, wake up,
        unprofessional, rude, unhelpful, useless, clueless, incompetent, careless, how hard, how
        difficult, every time, every single, always late|broken|down|the, yet again, not the first
        time, # time|attempt, waste of|my, wasted, what a waste, no apology|explanation|excuse,
        embarrassing, expected better|more, wont be|not be back|returning|using|buying|ordering,
        regret, why bother, so much for, thought you, not worth, inexcusable, cares|care about
        your, get your act, smh, ffs, ugh, a bit disappointed, unreliable, misleading, how is
        this, makes no sense, not fair, unfair, pathetic
    """,
    "accuse": """
        lied, lying, liars, liar, lies, refuse|refuses|refused|refusing to, steal*, stole,
        stolen|robbed by|my|from, theft, thieves, thief, robbery, robbing, scam*, fraud*, crooks,
        crook, con|conned, cheat|cheated|cheating|cheats, deceiv*, deceptive, false advertising,
        misled, without permission|consent|asking|telling|notice|warning|
        authorisation|authorization, broke|broken _ promise|promises, promised _ but, promised
        me|us, you promised, they promised, negligen*, discriminat*, racist|racism|sexist, racial,
        illegal*, breach, ripping people|me|us, ripped off, take|took|taking responsibility, your
        fault, you _ ruined, ruined my|our, false|fake promises|promise|reviews, daylight robbery,
        leaked my|our, sold my|our data|details, hacked, because your|of your|you, you
        ignored|lost|broke|sent|charged|cancelled|lied|took, abandoned, left _
        without|stranded|lying
    """,
    "threat": """
        lawyer*, solicitor, attorney, sue, suing, sued, legal action|advice|team, small claims,
        court, prosecuted, police, ombudsman, trading standards, better business bureau, bbb,
        regulator|ofcom|ofgem|fca|ftc _ report|complain, local paper, the press, the papers, the
        media|news _ about|know|hear|contact, journalist, watchdog, boycott*, never
        buy|buying|use|using|shop|shopping|order|ordering|fly|
        flying|book|booking|again|go|going|eat|eating|return|stay|coming|trust|deal|do, never
        again, avoid|stay at|like|away, worst
        company|service|airline|bank|customer|experience|shop|store|
        app|hotel|restaurant|provider|ever|i, switch|switching|moving|move to|from|provider|banks,
        lost a customer, losing a customer|my, taking my business|money,
        cancelling|canceling|cancel my|the _ subscription|account|membership|contract,
        report|reporting|reported you|this|them|to, shame on, disgrac*, disgust*, shameful, should
        be ashamed|prosecuted|sued|shut|closed, deserve to be|go, going public, tell everyone,
        dont|do not buy|use|trust|shop|order|go|fly|bother|waste, hope you|they go|close|bankrupt,
        bankrupt, goodbye, class action, stay away, last time i|we
    """,
    "danger": """
        caught|on|catch fire, fire hazard, exploded, explode, explosion, burned|burnt
        my|me|his|her, burn|burns on, smoke coming, electric shock, electrocuted, shocked me,
        allergic, allergy reaction, food poisoning, poisoned, made me|us|him|her sick|ill, got
        sick|ill after|from, vomit*, hospital because|after|with|thanks, ambulance, injur*, hurt
        my|me|himself|herself, unsafe, dangerous, hazard*, choke|choked|choking, glass in, metal
        in|piece, plastic in, brakes failed, nearly|almost killed|died|hit, could have
        killed|died, gas leak, bleeding, harass*, assault*, threatened me, carbon monoxide
    """,
    "irony": """
        thanks|thank you|cheers for nothing, thanks for ruining|losing|the
        delay|wasting|making|breaking|cancelling|canceling|ignoring|not,
        great|wonderful|fantastic|brilliant|awesome|lovely|perfect|nice|super another|more|yet,
        another|more _ delay|cancellation great|brilliant|fantastic|wonderful, just what i|we
        needed, exactly what i|we needed, love|loving being|waiting|sitting|when|how|it
        when|paying, well done on|for losing|breaking|ruining|the|another|making, well done _
        again|lost, good job|work|going losing|breaking|ruining|on, nice job|work|one
        losing|breaking|ruining, truly world class, congrats|congratulations on|for
        losing|being|the|another, bravo, slow clap, how
        lovely|nice|wonderful|convenient|thoughtful, so much fun, what a|an
        joy|treat|surprise|delight, so called service, way to go|ruin, top notch as, first class
        as always, because who doesnt|needs, really|truly appreciate being|waiting|the wait, oh
        great|good|joy|wonderful|fantastic|look|goody, my favourite|favorite _ is
        being|waiting|when, living the dream, gotta love, got to love, cant wait to wait, yeah
        right, sure jan, as if, totally not, of course _ late|broken|down|cancelled
    """,
    "bad": """
        bad, poor, worse, sad, sorry state, boring, ugly, slow, weak, dull, mediocre, meh,
        expensive, hate, hated, dislike, upset, angry, mad at, unhappy, worried, concerned,
        annoyed, tired, awkward, mess, messy, messed, fail, failed, lost, hard, difficult, wrong,
        problem, problems, issue, issues, complaint, complaints, complain*, sucks, suck, sucked,
        crap, crappy, damn, pain, nightmare, stupid, dumb, silly, rude, lame, unfortunately,
        regret, hurt, hurts, ruined, spoiled, terrible, overrated, cheap quality, poorly, badly,
        cant believe, inconvenien*, unclear, confusing, lousy, miss, missed, crying, cry, ill,
        unfair, painful, waste, nasty, gross, ew, negative, kill*, war, dead, died, death, attack,
        cruel, evil, fear, scared, shit, bullshit, worthless, mislead*, fool
    """,
    "awful": """
        awful, terrible, horrible, horrific, appalling, atrocious, abysmal, dreadful, disgust*,
        worst, disgrace*, shocking, diabolical, outrageous, pathetic, useless, garbage, trash,
        rubbish, fuck*, bullshit, vile, revolting, infuriat*, furious, livid, fuming, despicable,
        hell, hopeless, insane wait, joke of, piece of, pissed, nightmare, hate, crooks, idiots,
        morons, absolute joke, ashamed
    """,
    "good": """
        good, nice, fine, ok, okay, happy, glad, pleased, lovely, kind, friendly, helpful, quick,
        quickly, fast, easy, clean, fresh, tasty, delicious, yum, yummy, comfortable, comfy, cool,
        fun, enjoy*, like, liked, smooth, polite, cheers, thanks, thank, thx, ty, appreciate*,
        welcome, congrats*, well done, recommend, worth, pretty, beautiful, cute, sweet, works
        well|great|fine, pleasant, satisfied, win, won, hope, haha*, lol, cheerful, impressed,
        reliable, affordable, great value, on time, early, excited, smile, laugh*, funny, better,
        interesting, warm, safe, proud
    """,
    "great": """
        great, excellent, amazing, awesome, fantastic, wonderful, brilliant, superb, perfect,
        perfectly, incredible, outstanding, exceptional, best, love, loved, loving, loves, adore,
        stunning, gorgeous, flawless, top notch, first class, world class, # stars, five star,
        fabulous, delighted, thrilled, phenomenal, spectacular, magnificent, life saver,
        lifesaver, legend, legends, superstar, blessed
    """,
    "thanks": """
        huge|big|many|massive|special|so|endless thanks|thank|shoutout, thanks to, thank you
        to|for the|so much|very, thank you for|all, thanks so|for the|for your|for
        being|guys|again|all|everyone, thx for, shout out to, shoutout to, kudos, hats off, highly
        recommend*, would|definitely|really recommend, recommend them|it|this|to, well done to,
        props to, great|excellent|amazing|fantastic|brilliant|awesome|wonderful|outstanding
        service|staff|experience|customer|job|work|team|help, love|loved|loving
        this|it|the|your|my|them|their|these, so happy|pleased|impressed|glad|grateful, made my
        day, best _ in town|ever|around|world, above and beyond, appreciate your|the|you,
        came|arrived|delivered|was a day|days|# early, a day early, ahead of schedule, grateful,
        cheers guys|mate|for|all, saved my|the day|life, lifelong|loyal customer, cant recommend
        enough, exceeded _ expectations
    """,
    "solved": """
        solved, resolved, all sorted, sorted my|it|out|within|in, fixed
        my|it|in|within|now|already|quickly, back on|up|online|working|to normal, working
        now|again|perfectly|fine|great, problem|issue|it _ fixed|solved|sorted|resolved, works
        now|again|perfectly|great|fine, got|have my refund, refunded me, replaced it, turned out
        fine, no longer _ problem, helped me|us, managed to, restored
    """,
    "fine": """
        no|any|zero|without|never|not complaints|complaint|problems|problem|issues|issue|trouble|
        faults|regrets, no|any|zero|never|nothing|cant|cannot|couldnt|not|dont _
        complaints|complain|fault|complaining, never had a|any _
        problem|problems|issue|issues|complaint|bad, never let me|us down, never
        disappoint*|fails|failed, not bad, no worries, no problem, no rush, wont disappoint, not a
        problem, cant go wrong, cant fault, hassle free, trouble free, problem free, nothing but
        praise, nothing wrong, no drama, not disappointed, no wait, no queues, didnt have to wait,
        worth the wait, cant wait, didnt disappoint, doesnt disappoint, no delays, on time,
        without delay, dont worry
    """,
    "idiom": """
        is|are|was|so|its sick _ best|love|bro|dude|mate|addicted,
        game|bread|song|album|show|beat|track|burger|pizza|concert|
        car|bike|shoes|kicks|band|movie|film|design is|was|are
        sick|insane|wicked|crazy|killer|fire|lit|nuts|unreal|dope, cant|cannot|couldnt stop
        playing|listening|eating|watching|laughing|reading|smiling|dancing|using, addicted,
        addictive, to die for, killing it, killed it, insanely|crazy|wicked|sick
        good|fast|tasty|cheap|beautiful, bad ass, badass, shit hot, the shit, the bomb, damn
        good|fine|tasty, mind blowing, blew my mind, hell yeah|yes, scary good, on fire
        lately|right, sick leave|day|note, break a leg, guilty pleasure, wicked good, tears of
        joy, crying laughing, i|ive overslept, my own|bad|fault, my fault|bad|mistake, i forgot
        my|to, poor thing|guy|kid|dog, waiting list open, cant complain, breaking news, broken
        heart|hearts, break up, broke up, miss you, long time no, late night, later, late bloomer,
        ice cold, cold brew|beer|drinks|weather|outside, im broke, dead|dying laughing, down to
        earth, down for, slow cooked|cooker|down, raw talent|food diet
    """,
    "question": """
        does|do|did|has|have anyone|anybody|someone|you|u|any, anyone|anybody
        know|knows|tried|here|have|has|been|else|using|recommend, what
        time|is|are|does|would|size|colour|color|kind|brand, which _ would|is|are|do|should, how
        do|can|to|much|many|does|is|about, is|are there|it|they|this|that|these|any _
        any|worth|open|good|available|possible, where can|do|is|could, when do|does|is|will|are,
        can|could|would|should i|you|we|anyone, who has|knows|is, what do you think, would you
        recommend, recommend for, any recommendations|tips|advice|suggestions|good, wondering
        if|whether, looking for recommendations|a|an|advice|some, opening hours|times, do you
        have|sell|ship|deliver|stock|offer|accept|know, will you|there|it|this, what are, have
        you, curious
    """,
    "advert": """
        # off, off all|everything|selected|your|this, percent off,
        shop|buy|order|book|click|download|subscribe|register|visit
        now|today|here|online|at|our|http, link in bio|the, in bio, this weekend only, limited
        time|offer|edition|stock, special|exclusive offer|offers|deal|deals, free
        shipping|delivery|weekend|trial|gift|entry|tickets, promo code, use code, discount code,
        giveaway, win a|an|#|free|tickets|one|big, chance to win, enter to win, to enter, follow
        us|and|to, rt to|and|this, retweet to|and, like and share|follow, tag a|# friend|friends,
        sale|offer ends|now|starts, on sale, black friday, cyber monday, check out
        our|my|the|this, introducing, now available, available now|in, available at, new
        collection|arrivals|in|stock|post|video, we are|were|now hiring, hiring, apply
        now|today|here|online|at, join our|us|the team, job alert|opening|openings, vacancy,
        vacancies, dm to|for order|orders|price|prices|details, sign up, dont miss, save up|#|big,
        up to #, best prices|deals|price, grab yours|your|a, book your, get yours, promo,
        sponsored, #|for sale, for sale, pre order, preorder, coming soon, stay tuned, tune in,
        live at|now|on, watch here|now|live, read more|here|our, new on|blog, learn more, listen
        to, our new|latest, free
    """,
    "news": """
        shares|stock|stocks in|fell|fall|rose|rise|drop|dropped|of|price|up|down, quarterly,
        profit|profits, earnings, revenue, market share, announced|announces|announce,
        reported|reports lower|higher|a|profit|loss|that, will
        open|launch|acquire|invest|close|cut, new stores|jobs,
        regulator|court|government|minister|council|union|unions|watchdog|police|judge
        fines|fined|rules|ruled|says|agree|agrees|investigate|approves|warns, fines|fined _
        company|over|#, fine of, strike action, called off, ceo|chief
        says|said|steps|executive|announces, according to, bbc|reuters|guardian|bloomberg|cnn
        report|reports|says|news, breaking, merger, acquisition, takeover, ipo, investors,
        analysts, lawsuit against, sued by, recall of, percent, study|survey|report|research
        finds|shows|found|reveals|says, spokesperson, spokesman, says report, via http, press
        release, headquarters, per cent, million, billion, trump, president, election, vote,
        votes, party, government, league, season, team, coach, game tonight, players, match, world
        cup, goal
    """,
    "reply": """
        sorry to hear, were|we are|im|i am so|very|really|truly sorry, sorry for the|any|your,
        sorry about that|this|the, apologies for|if, apologise for, apologize for,
        please|pls|kindly dm|email|contact|call|send|follow|let|provide|message|reach|visit|try,
        dm us|me|your, send us|me a|an|your|over, let us know, well|we will|ll|can
        look|get|take|help|assist|check|be|be|investigate, happy to help, glad to help, here to
        help, reach out to|us, get in touch, drop us, via dm, order number so|and|please, look
        into it|this|that, we can help|assist|look, thanks|thank you for
        reaching|contacting|letting|your|the|getting|bringing|being
        feedback|message|out|us|tweet|patience|touch, for reaching out, can you
        dm|confirm|tell|send|let|provide|please|try|share, could you
        dm|confirm|tell|send|let|provide|please|share, have you tried, did you, are you
        able|using|still|referring, what device|version|model|browser|happens, which
        device|store|model|version|store, wed love|like|be|hate, we would love|like, our
        team|customer|support|apologies|website|stores|store, we
        understand|appreciate|hope|do|have|dont|apologise|apologize|recommend|want, hi|hello|hey
        there|@|^, if you need|have|are|would|could|want, feel free, your
        feedback|patience|order|experience|details|email, you can|may|should, hope this helps,
        have a great, no worries, youre welcome
    """,
    "own": """
        my, mine, me, i, im, ive, id, our, we, weve, us, myself
    """,
    "address": """
        you, your, youre, yours, ur, u, yall, guys, yourselves, youve
    """,
    "again": """
        again, still, yet, already, keeps, keep, constantly, always, anymore, any more, even,
        nothing, never, ever since, since, after, months, weeks, twice, # times, # time, several
        times, countless, every day|night|evening|morning|week|month|time, all
        day|morning|night|week, another, last week|month|night, today, yesterday, only to
    """,
    "duration": """
        # day|days|week|weeks|month|months|year|years|hour|hours|hr|
        hrs|min|mins|minute|minutes|times|time, #am, # am|pm, since
        monday|tuesday|wednesday|thursday|friday|saturday|sunday|
        this|last|yesterday|march|april|june|july|august|september|
        october|november|december|january|february|#, for
        days|weeks|months|hours|ages|over|almost|nearly|a, weeks now, all morning|day|week|night,
        a week|month ago
    """,
    "negator": """
        no, not, never, none, neither, nor, without, hardly, barely, isnt, arent, wasnt, werent,
        dont, doesnt, didnt, cant, cannot, couldnt, wont, wouldnt, shouldnt, havent, hasnt, hadnt,
        aint, nothing, nobody
    """,
    "intensifier": """
        very, so, really, extremely, absolutely, totally, completely, utterly, incredibly, super,
        such, too, truly, most, bloody, fucking, effing, damn, proper, beyond, insanely, highly,
        seriously, pure
    """,
    "diminisher": """
        bit, little, slightly, somewhat, kinda, kind, sort, fairly, rather, quite, mildly, almost,
        tad, partly
    """,
    "contrast": """
        but, however, though, although, yet, nevertheless
    """,
    "number": """
        two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty,
        forty, fifty, hundred, second, third, fourth, fifth, sixth, couple, several, few, many,
        half
    """,
}

TOPICS = {
    "product_fault": """
        broke, broken, faulty, defective, crack*, chipped, torn, charger, battery, screen, phone,
        laptop, fridge, washing machine, dishwasher, car, tyre, engine, shoes, jacket, dress,
        jeans, shirt, sofa, plates, table, quality, food, meal, pizza, burger, sandwich, coffee,
        latte, chicken, fries, steak, soup, salad, taste*, lukewarm, stale, mouldy, room, shower,
        bed, hotel, smaller than, dirty, smell*, size, heater, headphones, console, controller,
        tv, leak*, product, item, overheat*, fell apart, restaurant, portion
    """,
    "delivery": """
        deliver*, parcel, package, courier, driver, shipped, shipping, shipment, dispatched,
        tracking, arrive*, order|ordered _ ago|arrive|arrived|late|missing|wrong|waiting, where
        is|s my order, wheres my|order, wrong item|order|size|colour, bus, train, trains, flight,
        plane, tram, tube, platform, cancelled, canceled, delay*, luggage, suitcase, baggage,
        plumber, technician, engineer, electrician, no show, bins, bin, rubbish collection,
        collected, post, mail, postman, didnt turn up, no sign of, late, missing item
    """,
    "price_billing": """
        refund*, charged, charge|charges, charging me, overcharg*, bill, billing, invoice, price*,
        fee, fees, expensive, money back, paid, payment, subscription, direct debit, deposit,
        compensation, discount, voucher, promo, coupon, overpriced, rip off, cost, costs, pounds,
        dollars, euros, credit, my account _ #
    """,
    "service_staff": """
        staff, rude, manager, waiter, waitress, cashier, nurse, doctor, receptionist, assistant,
        agent, rep, unprofessional, attitude, customer service, service, unhelpful, clinic,
        manners, shouted, yelled, laughed at, treated, incompetent, salesman, employee*, host,
        driver was|shouted|refused, guard, bouncer
    """,
    "waiting_contact": """
        on hold, queue*, waiting for _ answer|reply|response|call, no answer|reply|response,
        nobody|noone picks|answers|replies, emailed, called, phoned, call back, callback, phone
        line, hotline, helpline, call centre|center, hung up, ignored, ignoring, contact, reach,
        get through, line for, long wait, stood in, email*, live chat, voicemail, ring, respond*,
        hours on, # hours|mins|minutes
    """,
    "website_app": """
        app, website, site, login, log in, logged, password, page, checkout, crash*, update,
        server, error, bug*, glitch*, game, games, browser, online account, download, install,
        loading, sync*, ios, android, software, feature, account locked, reset, code, button,
        firmware, streaming, screen goes, version, playlist
    """,
    "outage": """
        outage, broadband, internet, wifi, network, signal, power cut, electricity, no power, no
        water, no gas, heating, coverage, dropping out, reception, router, fibre, service down,
        down since|again, connection, card declined, payments down, atm, no service, blackout,
        mobile data, data not, no hot water, is down
    """,
    "safety": """
        fire, smoke, burn*, explod*, shock, allerg*, poison*, sick after, injur*, unsafe,
        dangerous, hazard*, choke*, glass in, metal in, brakes, hospital, ambulance, accident,
        bleeding, cockroach*, rat, mould|mold, killed, died, gas leak, recall
    """,
    "privacy_fraud": """
        fraud*, scam*, theft, stole*, hacked, data breach, leaked, my data|details, privacy, gdpr,
        phishing, identity, unauthor*, without permission|consent|my, personal
        data|details|information, spam, spamming, crooks, thieves, fake, someone else, sold my
    """,
    "discrimination": """
        racis*, sexis*, discriminat*, homophob*, transphob*, because i am, wheelchair, disabled,
        disability, accessib*, because of my, guide dog, hijab, my skin, my accent, black, gay,
        muslim, islamophob*, ageis*
    """,
    "policy": """
        policy, policies, terms, conditions, rule, rules, cancellation, return policy, returns,
        warranty, guarantee, contract, cancel my|the, minimum, small print, loyalty, membership,
        age limit, no refunds, opening hours, exchange, dress code, notice period, allowed
    """,
}
