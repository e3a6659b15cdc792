# Quello che Overtalkerr dice in italiano: si dà del tu; un film è maschile, una serie femminile. Gli spazi vuoti sono
# spiegati in speech/en/says.ftl; una data porta con sé il suo articolo ("il 3 marzo 2027", "l'8 marzo 2027").

## Aprire e chiudere

welcome = Ti do il benvenuto su Overtalkerr! Dimmi un film o una serie, e me ne occupo io. Che cosa vuoi vedere?
welcome-back = Ciao, che bello risentirti! Che cosa vuoi vedere?
what-would-you-like = Quale film o quale serie vuoi?
goodbye = Va bene. A presto!

## Proporre un titolo

offer = Ho trovato { item }{ when }. { availability }{ lacking }{ is-it-that }
offer-request = Ho trovato { item }{ when }. { $availability ->
        [missing] Non è ancora nella tua libreria.{ " " }
       *[other] { availability }
    }{ lacking }Vuoi che { it } richieda{ in-4k }?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] Che ne dici { of-item }{ when }? { lacking }{ is-it-that }
           *[none] Che ne dici { of-item }{ when }{ and-in-4k }?
        }
       *[other] Che ne dici { of-item }{ when }{ and-in-4k }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] { $kind ->
            [tv] La vuoi in 4K?
           *[movie] Lo vuoi in 4K?
        }
       *[hd] { $kind ->
            [movie] È quello che vuoi?
            [tv] È quella che vuoi?
           *[none] È il titolo che vuoi?
        }
    }
and-in-4k = { $quality ->
        [uhd] , in 4K
       *[hd] { "" }
    }
in-4k = { $quality ->
        [uhd] { " " }in 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] Qui non riesco ad averl{ $kind ->
            [tv] a
           *[movie] o
        } in 4K.{ " " }
       *[none] { "" }
    }
it = { $kind ->
        [tv] la
       *[movie] lo
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] il film { $title }
       *[tv] la serie { $title }
    }
of-item = { $kind ->
        [movie] del film { $title }
       *[tv] della serie { $title }
    }
when = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] , del { $year }
        }
       *[other] , che esce { $due }
    }
availability = { $availability ->
        [available] È già nella tua libreria.{ " " }
        [processing] Lo scaricamento è già in corso.{ " " }
        [pending] { $kind ->
            [movie] È già stato richiesto ed è in attesa di approvazione.{ " " }
           *[tv] È già stata richiesta ed è in attesa di approvazione.{ " " }
        }
        [partial] Una parte è già nella tua libreria.{ " " }
        [blocked] È nella lista nera.{ " " }
        [declined] Una richiesta è già stata rifiutata.{ " " }
        [refused] Una richiesta è già stata rifiutata.{ " " }
        [failed] Una richiesta è stata approvata, ma non è andata a buon fine.{ " " }
       *[missing] { "" }
    }
nothing-found = Non ho trovato niente con il nome { $title }. Che altro posso cercare?
nothing-found-again = Non ho trovato neanche { $title }. Aggiungi l'anno o chi ci recita, oppure dimmi il titolo lettera per lettera. Come si chiama?
nothing-found-still = Non ho trovato niente con il nome { $title }. Forse ha anche un altro nome: in tal caso dimmi quello. Quale titolo cerco?
nothing-with = Non ho trovato niente del genere per { $people }. Che altro posso cercare?
nobody-called = Non conosco nessuno di nome { $name }. Quale film o quale serie vuoi?
knows-no-people = Qui non posso cercare chi recita in che cosa. Quale film o quale serie vuoi?
no-more = È tutto quello che ho trovato per { $title }. Quale altro titolo vuoi?
no-such-option = Non ho trovato niente del genere. Vuoi il titolo che ti ho proposto?
film-has-no-seasons = { $title } è un film, quindi non ha stagioni. Vuoi il film?

## Scegliere fra più titoli

which-title = { $people ->
        [none] Intendi { $choices }?
       *[other] { $people }: vuoi { $choices }?
    }
which-listed = Quale di questi titoli: { $choices }?
choice = { $told_kind ->
        [movie] il film
        [tv] la serie
       *[none] { $kind ->
            [movie] quello
           *[tv] quella
        }
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }del { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }{ $kind ->
            [movie] prodotto
           *[tv] prodotta
        } { $told_country_code ->
            [AE] negli Emirati Arabi Uniti
            [CU] a Cuba
            [GB] nel Regno Unito
            [HK] a Hong Kong
            [MT] a Malta
            [NL] nei Paesi Bassi
            [PH] nelle Filippine
            [SG] a Singapore
            [TW] a Taiwan
            [US] negli Stati Uniti
           *[other] in { $told_country }
        }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }con { $told_actor }
    }
no-such-choice = Non ho trovato niente del genere. Quale vuoi?
need-a-title = Per questo mi serve un titolo. Quale film o quale serie vuoi?
season-of-what = Di quale serie?

## Domande su un titolo

info-plot = { $plot }{ $pause } { question }
info-cast = In { $title } { $cast_count ->
        [one] recita
       *[other] recitano
    } { $cast }. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] La regia è di { $directors }.
           *[tv] L'idea è di { $directors }.
        }
    } { question }
info-year = { $title } è del { $year }. { question }
info-length = { $kind ->
        [movie] { $title } dura { $minutes } minuti.
       *[tv] Un episodio di { $title } dura circa { $minutes } minuti.
    } { question }
info-rating = { $title } ha un voto di { $rating } su dieci. { question }
info-seasons = { $title } ha { $count ->
        [one] una stagione
       *[other] { $count_words } stagioni
    }. { question }
info-unknown = { $topic ->
        [rating] Non so che voto abbia { $title }.
        [length] Non so quanto duri { $title }.
        [cast] Non so chi reciti in { $title }.
        [plot] Non so di che cosa parli { $title }.
        [year] Non so di che anno sia { $title }.
       *[other] Questo di { $title } non lo so.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quali stagioni vuoi?
        [request] Vuoi che { it } richieda?
        [rest] { availability }Vuoi che richieda il resto?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = Ecco come vanno le tue richieste: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }E un'altra prima di queste.
       *[other] { " " }E altre { $more_words } prima di queste.
    } { still-open }
no-requests = Ultimamente non hai richiesto niente. { $asking ->
        [nothing] Che cosa vuoi vedere?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] la richiesta per { wish } è segnata, e partirà appena il tuo server multimediale risponde
        [approved] la richiesta per { wish } è stata inviata
        [pending] { wish } { is } in attesa di approvazione
        [processing] la richiesta per { wish } è approvata, e tutto è in arrivo
        [searching] la richiesta per { wish } è approvata, ma lo scaricamento non è ancora iniziato
        [downloading] { wish } { is } in fase di scaricamento{ download-progress }
        [stuck] { wish } { is } in fase di scaricamento, ma lo scaricamento non va avanti
        [unreleased] { $due ->
            [none] la richiesta per { wish } è approvata, ma manca ancora l'uscita
           *[other] la richiesta per { wish } è approvata, e l'uscita è prevista { $due }
        }
        [partial] { $there ->
            [none] { wish } { is } in parte nella tua libreria
           *[some] { wish } { is } in parte nella tua libreria, cioè { $there_named }
        }
        [available] { wish } { is } nella tua libreria
        [blocked] { wish } { is } nella lista nera
        [declined] la richiesta per { wish } è stata rifiutata
        [refused] la richiesta per { wish } non è stata accettata dal tuo server multimediale
        [failed] la richiesta per { wish } è stata approvata, ma non è andata a buon fine
        [given-up] la richiesta per { wish } non si è potuta inviare, e ho rinunciato
        [withdrawn] la richiesta per { wish } è stata annullata
        [gone] la richiesta per { wish } non c'è più
       *[missing] non c'è nessuna richiesta per { wish }
    }
download-progress = { $told ->
        [yes] , al { $percent } per cento
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , manca circa un minuto
           *[other] , mancano circa { $left_words } minuti
        }
        [hours] { $left ->
            [one] , manca circa un'ora
           *[other] , mancano circa { $left_words } ore
        }
       *[none] { "" }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Torniamo a { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] Vuoi che li richieda?
        [seasons] Quali stagioni vuoi?
        [list] Quale vuoi?
        [retry] Vuoi che riprovi?
        [code] Quali sono le quattro cifre sulla pagina dell'amministratore?
        [undo] Vuoi che annulli la richiesta?
        [approval] Quale vuoi che approvi?
        [refusal] Quale vuoi che rifiuti?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Vuoi che { it } richieda?
        [rest] { " " }Vuoi che richieda il resto?
       *[nothing] { "" }
    }
reason = { $why ->
        [none] { "" }
       *[other] { " " }{ why }
    }{ $then ->
        [none] { "" }
       *[other] { " " }{ why-then }
    }{ $said ->
        [none] { "" }
       *[other] { " " }Il motivo era: { $said }.
    }

## Richieste in corso

list-everybodys = Ecco che cosa è stato richiesto: { $listed }.{ and-more } { still-open }
none-everybodys = Ultimamente nessuno ha richiesto niente. { still-open }
list-downloading = Ecco che cosa sta arrivando: { $listed }.{ and-more } { still-open }
none-downloading = In questo momento non si sta scaricando niente. { still-open }
list-new = Novità nella tua libreria: { $listed }.{ and-more } { still-open }
none-new = Nelle ultime due settimane non è arrivato niente di quello che è stato richiesto. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }E un'altra richiesta.
       *[other] { " " }E altre { $more_words } richieste.
    }
new-one = { wish }
list-waiting = In attesa di approvazione: { $listed }.{ and-more }{ $asking ->
        [single] { " " }Vuoi che la approvi?
        [which] { " " }Quale vuoi che approvi?
        [single-decline] { " " }Vuoi che la rifiuti?
        [which-decline] { " " }Quale vuoi che rifiuti?
       *[nothing] { "" }
    }
none-waiting = Non c'è niente in attesa di approvazione. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , su richiesta di { $user }
    }
heeded = Va bene, ti avviso appena { wish } { $seasons ->
        [none] sarà
       *[some] { $seasons_count ->
            [one] sarà
           *[other] saranno
        }
    } nella tua libreria.
heed-nameless = Non so chi sta parlando, quindi non potrò avvisarti più tardi. Ma puoi chiedermelo quando vuoi.
heed-what = Non so quale titolo intendi. Di', per esempio: { tell-me-when }
tell-me-when = avvisami quando Dune è pronto.
unheeded = Va bene, a proposito { of-item } non ti dirò più niente.
unheeded-all = Va bene, non ti dirò più niente sulle tue richieste.
unheeded-none = Su questo non ti avrei detto niente comunque.
unheed-what = Non so quale titolo intendi. Di', per esempio: non avvisarmi più di Dune.
retried = Va bene, il tuo server multimediale ci riprova con { wish }.
nothing-failed = Non mi risulta che qualche tua richiesta sia andata male.
one-at-a-time = Una alla volta, per favore. { $asking ->
        [which-decline] Quale vuoi che rifiuti?
       *[which] Quale vuoi che approvi?
    }
not-theirs = Qui non hai il permesso di decidere sulle richieste. L'amministratore può collegarti a un utente che ce l'ha.
allowed = Va bene, la richiesta per { wish } è approvata.
disallowed = Va bene, la richiesta per { wish } è rifiutata.
shall-undo = Intendi la richiesta? Vuoi che la annulli?
undo-kept = Va bene, la richiesta rimane.
help-undo = Di' sì e annullo la tua ultima richiesta, oppure no per tenerla. Vuoi che la annulli?
remind-undo = { not-heard } Vuoi che annulli la richiesta, sì o no?
lost-undo = Ancora non ho capito. Di' semplicemente sì o no. Vuoi che annulli la richiesta?
help-approval = Di' quale approvare, per esempio la prima, oppure di' rifiuta e quale. Quale vuoi che approvi?
remind-approval = { not-heard } Quale richiesta vuoi che approvi?
lost-approval = Ancora non ho capito. Di' la prima, la seconda, oppure no per lasciar perdere. Quale vuoi che approvi?
help-refusal = Di' quale rifiutare, per esempio la prima, oppure no per lasciar perdere. Quale vuoi che rifiuti?
remind-refusal = { not-heard } Quale richiesta vuoi che rifiuti?
lost-refusal = Ancora non ho capito. Di' la prima, la seconda, oppure no per lasciar perdere. Quale vuoi che rifiuti?

## Stagioni

which-seasons-of-all = { $count ->
        [one] Ha una sola stagione. La vuoi?
       *[other] Ha { $count_words } stagioni. Quali vuoi?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Manca { $missing_named }. La vuoi?
       *[other] Mancano { $missing_named }. Quali vuoi?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Hai { $there_named } di { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] c'è
           *[other] ci sono
        } solo in parte.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] è
           *[other] sono
        } in arrivo.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] è
           *[other] sono
        } in attesa di approvazione.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] La richiesta per { $failed_named } non è andata a buon fine.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] La richiesta per { $refused_named } è stata rifiutata.{ " " }
    }
some-seasons = { $specials ->
        [alone] gli episodi speciali
        [too] gli episodi speciali e { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] la stagione
       *[other] le stagioni
    } { $numbers }
season-span = da { $first_words } a { $last_words }
no-such-season = { $seasons ->
        [specials] Non vedo episodi speciali di { $title }.{ " " }
       *[other] { "" }
    }{ $title } ha { $count ->
        [one] una sola stagione. La vuoi?
       *[other] { $count_words } stagioni. { $missing_count ->
            [one] Manca solo { $missing_named }. La vuoi?
           *[other] Quali vuoi?
        }
    }
only-seasons = { $title } ha { $count ->
        [one] una sola stagione, e c'è già o è già stata richiesta.
       *[other] { $count_words } stagioni, e ci sono già tutte o sono già state richieste.
    }
no-seasons-yet = Non vedo ancora nessuna stagione di { $title }, quindi non c'è niente da richiedere.

## Niente da richiedere

already = { $availability ->
        [available] { what } { is } già nella tua libreria! Buona visione!
        [processing] { what } { is } già in arrivo. Manca poco!
        [pending] { what } { is-requested } e manca solo l'approvazione.
        [partial] { what } { is } già in parte nella tua libreria, e non c'è altro da richiedere.
        [blocked] { name } è nella lista nera, quindi non posso richiedere niente.
        [refused] Una richiesta per { wish } è stata rifiutata, e il tuo server multimediale non ne accetta un'altra.
        [failed] La richiesta per { wish } non è andata a buon fine. L'amministratore può riprovare.
       *[other] { what } { is-requested }.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } di { name }
    }
is = { $seasons ->
        [none] è
       *[some] { $seasons_count ->
            [one] è
           *[other] sono
        }
    }
is-requested = { $seasons ->
        [none] { $kind ->
            [movie] è già stato richiesto
           *[tv] è già stata richiesta
        }
        [specials] sono già stati richiesti
        [mixed] sono già stati richiesti
       *[some] { $seasons_count ->
            [one] è già stata richiesta
           *[other] sono già state richieste
        }
    }
already-mixed = { name } è già stata richiesta. { inventory }

## Richiedere

requested = Va bene, ho richiesto { wish }.{ $waiting ->
        [yes] { " " }Manca solo l'approvazione.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }I nuovi episodi arrivano da soli, ma una nuova stagione va richiesta.
            [starts] { " " }Non è ancora iniziata, e arriva man mano che va in onda.
           *[not] { "" }
        }
       *[other] { " " }Esce { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }L'altra stagione c'è già o è in arrivo.
           *[other] { " " }Le altre stagioni ci sono già o sono in arrivo.
        }
    }{ $unlinked ->
        [yes] { " " }A proposito, sulla pagina dell'amministratore c'è un codice per te: di' collegami, e le tue richieste porteranno il tuo nome.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } di { name }
    }
owed = { why } L'ho segnato, e richiederò { wish } appena possibile.
refused = Non ho potuto richiedere { name }. { why }
collection = { collection-size }. { $lacking ->
        [uhd] Qui non riesco ad averli in 4K.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Manca { $names }. Vuoi che lo richieda{ in-4k }?
       *[other] Mancano { $names }. Vuoi che li richieda tutti{ in-4k }?
    }
collection-complete = { collection-size }. { $count ->
        [one] C'è già o è già stato richiesto.
       *[other] Ci sono già tutti o sono già stati richiesti.
    }
collection-size = Ho trovato { $title }, con { $count ->
        [one] un film
       *[other] { $count_words } film
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Di { $title } non c'è più niente da richiedere. Qualcuno ha fatto prima.
               *[other] Non ho potuto richiedere niente di { $title }. { why }
            }
           *[other] { why } L'ho segnato, e richiederò quello che manca di { $title } appena possibile.
        }
        [one] Va bene, ho richiesto un film di { $title }{ in-4k }. { rest-of-them }
       *[other] Va bene, ho richiesto { $taken_words } film di { $title }{ in-4k }. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Manca solo l'approvazione.{ " " }
           *[other] Uno di questi è in attesa di approvazione.{ " " }
        }
       *[other] Di questi, { $waiting_words } sono in attesa di approvazione.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Ne richiederò un altro appena il tuo server multimediale lo accetta.{ " " }
       *[other] Ne richiederò altri { $owed_words } appena il tuo server multimediale li accetta.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Il tuo server multimediale ne ha rifiutato un altro. { why }
       *[other] Il tuo server multimediale ne ha rifiutati altri { $refused_words }. { why }
    }
undone = Va bene, ho annullato { $count ->
        [one] la richiesta per { wish }
        [2] tutte e due le richieste
       *[other] tutte e { $count_words } le richieste
    }.
crossed-off = Va bene, ho tolto { $count ->
        [one] { wish }
        [2] tutte e due le richieste
       *[other] tutte e { $count_words } le richieste
    } dalla mia lista.
partly-undone = Di { $total_words } richieste ne ho { $count ->
        [one] annullata una
       *[other] annullate { $count_words }
    }. { kept }
not-undone = { kept }
not-requested = Va bene. Niente di tutto questo era stato richiesto.
undo-failed = { why } Non so ancora se la richiesta è stata annullata. Puoi dire di nuovo: { undo-that }.
undo-that = annulla la richiesta
kept = { $kept ->
        [already] Quella l'ho già annullata.
        [on-its-way] Non posso annullare la richiesta per { wish }, perché lo scaricamento è già iniziato.
        [there] Non posso annullare la richiesta per { wish }, perché è già nella tua libreria.
        [shared] Anche qualcun altro ha richiesto { wish }, quindi non ho annullato niente.
        [sending] Sto richiedendo { wish } proprio in questo momento. Fra un minuto, di' di nuovo: { undo-that }.
        [untraced] Non so quale richiesta per { wish } sia la tua, quindi non ho annullato niente.
        [unable] Il tuo server multimediale non mi lascia annullare, quindi la richiesta per { wish } rimane.
        [refused] Il tuo server multimediale ha rifiutato di annullare la richiesta per { wish }.
       *[nothing] Negli ultimi dieci minuti non hai richiesto niente che io possa annullare.
    }
cannot-ask = { why }
stalled = { why } Vuoi che riprovi?
why = { $why ->
        [backend-unreachable] In questo momento non riesco a raggiungere il tuo server multimediale.
        [backend-too-slow] Il tuo server multimediale ci mette troppo a rispondere.
        [backend-resting] Il tuo server multimediale non ha funzionato per più volte di seguito, quindi gli do un momento.
        [backend-busy] Il tuo server multimediale è troppo occupato in questo momento.
        [backend-key-refused] Il tuo server multimediale non accetta la mia chiave. L'amministratore deve controllare la chiave API.
        [request-not-allowed] Il tuo server multimediale non te lo permette.
        [request-quota] { $frees ->
            [none] Per ora hai finito le richieste a tua disposizione.
           *[other] Hai finito le richieste a tua disposizione. Potrai fare la prossima { $frees }.
        }
        [request-user-unknown] Il tuo server multimediale non conosce il tuo utente. L'amministratore deve collegarti di nuovo.
        [request-unsupported] Il tuo server multimediale non può farlo.
        [backend-blind] In questo momento non posso cercare niente, perché il tuo server multimediale non raggiunge il suo archivio di film.
        [request-blocked] È nella lista nera.
        [request-csrf] La protezione CSRF del tuo server multimediale blocca le richieste. L'amministratore deve disattivarla.
        [title-unknown] Il tuo server multimediale non conosce quel titolo.
        [request-refused] Il tuo server multimediale ha rifiutato la richiesta.
        [download-failed] Lo scaricamento non è riuscito.
        [download-stalled] Lo scaricamento si è bloccato.
        [download-paused] Lo scaricamento è in pausa.
        [download-client-gone] Il programma di scaricamento non è raggiungibile.
       *[backend-broken] Il tuo server multimediale ha risposto con un errore.
    }

## Aiuto e promemoria

help-nothing = Puoi dire, per esempio, scarica Jurassic Park, oppure trova la stagione due di The Bear. Che cosa vuoi?
help-offer = Di' sì se è il titolo che vuoi, no per sentire il prossimo, oppure dimmene un altro. È quello che vuoi?
help-list = Di' quale, per esempio il primo, la serie, o quello del 1984; oppure no per sentirne altri. Qual è?
help-collection = Di' sì e richiedo tutti i film che mancano, oppure no per lasciar perdere. Vuoi che li richieda?
help-seasons = Puoi dire tutte, la prima stagione, o numeri come uno e tre. Quali vuoi?
help-retry = Di' sì e riprovo, oppure no per lasciar perdere. Vuoi che riprovi?
one-moment = Un momento, per favore.
help-code = Chiedi all'amministratore di aprire la pagina delle persone: lì c'è un codice per te. Di' le quattro cifre una per una. Quali sono le quattro cifre sulla pagina dell'amministratore?
busy = Sto ancora lavorando a quello che è stato detto prima. Puoi ripetere?
start-again = Scusa, ho perso il filo. Ricominciamo: quale film o quale serie vuoi?
not-heard = { $heard ->
        [nothing] Non ho sentito niente.
       *[something] Scusa, non ho capito.
    }
remind-nothing = { not-heard } Quale film o quale serie vuoi?
remind-offer = { not-heard } È il titolo che vuoi, sì o no?
remind-list = { not-heard } Quale vuoi?
remind-collection = { not-heard } Vuoi che li richieda, sì o no?
remind-seasons = { not-heard } Puoi dire tutte, o dei numeri. Quali stagioni vuoi?
remind-retry = { not-heard } Vuoi che riprovi, sì o no?
remind-code = { not-heard } Quali sono le quattro cifre sulla pagina?
lost-nothing = Ancora non ho capito. Di' solo il titolo, poi l'anno o chi ci recita, oppure dimmelo lettera per lettera. Come si chiama?
lost-offer = Ancora non ho capito. Di' sì, no, o il prossimo; oppure dimmi l'anno o un attore di quello giusto. È questo?
lost-list = Ancora non ho capito. Di' il primo o il secondo, l'anno, o chi ci recita. Qual è?
lost-collection = Ancora non ho capito. Di' semplicemente sì per averli tutti, o no. Vuoi che li richieda?
lost-seasons = Ancora non ho capito. Di' un numero, per esempio due, oppure tutte, la prima, o l'ultima. Quali stagioni vuoi?
lost-retry = Ancora non ho capito. Di' semplicemente sì o no. Vuoi che riprovi?
lost-code = Ancora non ho capito. Di' solo le quattro cifre, una per una, oppure di' annulla. Quali sono?
lost-goodbye = In questo momento non ci capiamo, quindi lasciamo stare. Chiedimi di nuovo quando vuoi.
trouble = Scusa, qualcosa è andato storto da parte mia. Riprova fra un momento.
too-often = Sono troppe richieste in una volta. Aspetta un minuto e riprova.

## Essere collegati a un utente, con un codice sulla pagina dell'amministratore

ask-code = Per collegarti mi serve un codice. Quali sono le quattro cifre sulla pagina dell'amministratore?
wrong-code = Questo codice non è giusto. Quali sono le quattro cifre sulla pagina dell'amministratore?
linked = Fatto, ora per me sei { $name }.
not-linked = { $why ->
        [used] Questo codice è già stato usato. Chiedine uno nuovo all'amministratore.
        [old] Questo codice è troppo vecchio: vale dieci minuti. Chiedine uno nuovo all'amministratore.
        [too-often] Ci sono stati troppi codici sbagliati, quindi per ora non ne accetto. Aspetta dieci minuti, per favore.
        [nobody] Non so chi sta parlando, quindi non posso collegarti.
        [no-users] Il tuo server multimediale non mi lascia fare richieste per i suoi utenti, quindi non c'è nessuno a cui collegarti.
        [gone] Il tuo server multimediale non conosce più l'utente di questo codice. Chiedine uno nuovo all'amministratore.
       *[unasked] In questo momento non riesco a chiedere al tuo server multimediale, quindi il collegamento non c'è ancora. Il codice vale ancora: ripetilo tra poco.
    }

## Quello che le piattaforme mostrano o ripetono

reprompt = { $context ->
        [offer] È il titolo che vuoi, sì o no?
        [collection] Vuoi che li richieda, sì o no?
        [seasons] Quali stagioni vuoi?
        [list] Quale vuoi?
        [retry] Vuoi che riprovi?
        [code] Quali sono le quattro cifre sulla pagina dell'amministratore?
        [undo] Vuoi che annulli la richiesta?
        [approval] Quale vuoi che approvi?
       *[nothing] Quale film o quale serie vuoi?
    }
button-yes = Sì
button-no = No
button-next = Il prossimo
button-all-seasons = Tutte
button-cancel = Annulla
button-help = Che cosa posso dire?
button-season = Stagione { $number }

## Quello che mostra la pagina di prova

kind-label = { $kind ->
        [movie] Film
        [collection] Collezione
       *[tv] Serie
    }
availability-label = { $availability ->
        [available] Nella tua libreria
        [processing] In arrivo
        [pending] In attesa di approvazione
        [partial] In parte nella tua libreria
        [blocked] Nella lista nera
        [queued] Segnato, non ancora inviato
        [declined] Rifiutato
        [refused] Rifiutato
        [failed] Non riuscito
       *[missing] Non nella tua libreria
    }
stage-label = { $stage ->
        [owed] Segnata, non ancora inviata
        [pending] In attesa di approvazione
        [approved] Approvata
        [downloading] In arrivo
        [partial] In parte nella tua libreria
        [ready] Disponibile
        [failed] Non riuscita
        [declined] Rifiutata
        [refused] Non accettata
        [given-up] Abbandonata
        [withdrawn] Annullata
       *[gone] Eliminata
    }
source-label = { $source ->
        [outbox] annotato da Overtalkerr
        [webhook] segnalato dal server multimediale
       *[look] visto sul server multimediale
    }
requests-page = { $part ->
        [stage] Stato
        [kind] Tipo
        [words] Parole nel titolo
        [show] Mostra
        [none] Non è ancora stato richiesto nulla.
        [no-match] Nessuna richiesta corrisponde.
        [since] ultimo cambiamento:
        [older] Meno recenti
        [newest] Più recenti
        [pages] Altre pagine
        [skip] Vai alle richieste
        [back] Tutte le richieste
        [home] Pagina iniziale
        [timeline] Che cosa è successo
        [told] Chi viene avvisato
        [nobody] Nessuno.
        [forgotten] Questa richiesta non è nota qui.
        [live] Si aggiorna da sola
        [polled] Controlla ogni dieci secondi
        [lost] Nessuna connessione, nuovo tentativo in corso
       *[heading] Richieste
    }
requests-filter = { $which ->
        [open] In corso
        [ready] Disponibili
        [failed] Non riuscite o rifiutate
        [over] Annullate o eliminate
       *[all] Tutte
    }
requests-seasons = { $seasons_opening }
requests-asked = su richiesta di { $who }
option-year = quello del { $year }
option-number = numero { $number_words }
example-film = scarica Jurassic Park
example-several = trova Dune
example-season = trova la stagione due di Severance
example-there = scarica Breaking Bad
example-missing = voglio vedere The Bear

## Messaggi, e quello che sente chi ritorna

welcome-news = Ciao, che bello risentirti! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }E ci sono novità su un'altra richiesta.
       *[other] { " " }E ci sono novità su altre { $more_words } richieste.
    } Che cosa vuoi vedere?
news = { $stage ->
        [ready] { what } { is } nella tua libreria { since }.
        [partial] Una parte di { name } è nella tua libreria { since }.
        [failed] La richiesta per { wish } non è andata a buon fine.
        [declined] La richiesta per { wish } è stata rifiutata.
        [refused] Il tuo server multimediale non ha accettato la richiesta per { wish }.
        [withdrawn] La richiesta per { wish } è stata annullata.
        [gone] La richiesta per { wish } è stata eliminata sul tuo server multimediale.
       *[given-up] Per troppo tempo non sono riuscito a richiedere { wish }, quindi ho smesso di provarci.
    }{ because }
since = { $day ->
        [today] da oggi
        [yesterday] da ieri
       *[before] da { $days_words } giorni
    }
notice-title = { what }: { $stage ->
        [ready] la visione può cominciare
        [partial] in parte già qui
        [downloading] scaricamento in corso
        [approved] richiesta approvata
        [pending] in attesa di approvazione
        [failed] richiesta non riuscita
        [declined] richiesta rifiutata
        [refused] richiesta non accettata
        [given-up] richiesta abbandonata
        [withdrawn] richiesta annullata
        [gone] richiesta eliminata
       *[owed] richiesta segnata
    }
notice-body = { $stage ->
        [ready] { what } ora { is } nella tua libreria. Buona visione!
        [partial] { $seasons ->
            [none] Una parte di { name } ora è nella tua libreria.
           *[some] { what } ora { is } nella tua libreria, il resto è in arrivo.
        }
        [downloading] { what } { is } in arrivo.
        [approved] La richiesta per { wish } è approvata, e la ricerca è partita.
        [pending] La richiesta per { wish } è stata fatta ed è in attesa di approvazione.
        [failed] La richiesta per { wish } è stata approvata, ma non è andata a buon fine. L'amministratore può riprovare.
        [declined] La richiesta per { wish } è stata rifiutata.
        [refused] Il tuo server multimediale non ha accettato la richiesta per { wish }.
        [given-up] Per troppo tempo non sono riuscito a richiedere { wish }, quindi ho smesso di provarci. Se ti interessa ancora, chiedimelo di nuovo.
        [withdrawn] La richiesta per { wish } è stata annullata.
        [gone] La richiesta per { wish } è stata eliminata sul tuo server multimediale.
       *[owed] La richiesta per { wish } è segnata, e la invierò appena possibile.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }Il motivo: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Il tuo server multimediale non ha accettato la mia chiave.
        [request-not-allowed] Non te lo permetteva.
        [request-quota] Avevi finito le richieste a tua disposizione.
        [request-user-unknown] Non conosceva il tuo utente.
        [request-unsupported] Non poteva farlo.
        [request-blocked] Era nella lista nera.
        [request-csrf] La sua protezione CSRF bloccava le richieste.
        [title-unknown] Non conosceva quel titolo.
        [request-refused] { "" }
       *[other] Il tuo server multimediale non ha risposto come doveva.
    }
notice-library = la tua libreria
outage-title = { $state ->
        [ended] Overtalkerr: il gestore delle richieste funziona di nuovo
       *[began] Overtalkerr: il gestore delle richieste non funziona
    }
outage-body = { $state ->
        [ended] Il gestore delle richieste funziona di nuovo, dopo { $minutes ->
            [one] un minuto
           *[other] { $minutes } minuti
        }. Quello che era segnato parte adesso.
       *[began] Il gestore delle richieste non funziona da { $minutes ->
            [one] un minuto
           *[other] { $minutes } minuti
        }. Le richieste vengono segnate e inviate più tardi.{ $reason ->
            [none] { "" }
           *[other] { " " }L'ultima osservazione: { $reason }
        }
    }
trial-title = Overtalkerr: una prova
trial-body = I messaggi sulle richieste arrivano qui.
