# Quello che Overtalkerr dice in italiano: si dà del tu; un film è maschile, una serie femminile. Gli spazi vuoti sono
# spiegati in speech/en/says.ftl; una data porta con sé il suo articolo ("il 3 marzo 2027", "l'8 marzo 2027").

## Aprire e chiudere

welcome = Ti do il benvenuto su Overtalkerr! Dimmi un film o una serie, e me ne occupo io. Che cosa vuoi vedere?
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
no-more = È tutto quello che ho trovato per { $title }. Quale altro titolo vuoi?
no-such-option = Non ho trovato niente del genere. Vuoi il titolo che ti ho proposto?
film-has-no-seasons = { $title } è un film, quindi non ha stagioni. Vuoi il film?

## Scegliere fra più titoli

which-title = Intendi { choice-1 }{ $count ->
        [1] { "" }
        [2] { $pause } o { choice-2 }
       *[other] ,{ $pause } { choice-2 }{ $pause } o { choice-3 }
    }?
choice-1 = { $kind_1 ->
        [movie] il film { $title_1 }
       *[tv] la serie { $title_1 }
    }{ $year_1 ->
        [none] { "" }
       *[other] { " " }del { $year_1 }
    }
choice-2 = { $kind_2 ->
        [movie] il film { $title_2 }
       *[tv] la serie { $title_2 }
    }{ $year_2 ->
        [none] { "" }
       *[other] { " " }del { $year_2 }
    }
choice-3 = { $kind_3 ->
        [movie] il film { $title_3 }
       *[tv] la serie { $title_3 }
    }{ $year_3 ->
        [none] { "" }
       *[other] { " " }del { $year_3 }
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
info-unknown = Questo di { $title } non lo so. { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quali stagioni vuoi?
        [request] Vuoi che { it } richieda?
       *[offer] { is-it-that }
    }

## Stagioni

which-seasons-of-all = { $count ->
        [one] Ha una sola stagione. La vuoi?
       *[other] Ha { $count_words } stagioni. Quali vuoi?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Manca la stagione { $missing }. La vuoi?
       *[other] Mancano le stagioni { $missing }. Quali vuoi?
    }
inventory = { $there ->
        [none] { "" }
       *[other] { $there_count ->
            [one] Hai la stagione { $there } di { name }.{ " " }
           *[other] Hai le stagioni { $there } di { name }.{ " " }
        }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] La stagione { $partly } c'è solo in parte.{ " " }
           *[other] Le stagioni { $partly } ci sono solo in parte.{ " " }
        }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] La stagione { $coming } è in arrivo.{ " " }
           *[other] Le stagioni { $coming } sono in arrivo.{ " " }
        }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] La stagione { $waiting } è in attesa di approvazione.{ " " }
           *[other] Le stagioni { $waiting } sono in attesa di approvazione.{ " " }
        }
    }{ $failed ->
        [none] { "" }
       *[other] { $failed_count ->
            [one] La richiesta della stagione { $failed } non è andata a buon fine.{ " " }
           *[other] Le richieste delle stagioni { $failed } non sono andate a buon fine.{ " " }
        }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] La stagione { $refused } è stata rifiutata.{ " " }
           *[other] Le stagioni { $refused } sono state rifiutate.{ " " }
        }
    }
no-such-season = { $title } ha { $count ->
        [one] una sola stagione. La vuoi?
       *[other] { $count_words } stagioni. { $missing_count ->
            [one] Manca solo la stagione { $missing }. La vuoi?
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
        [partial] Una parte { of-what } è già nella tua libreria, e non c'è altro da richiedere.
        [blocked] { name } è nella lista nera, quindi non posso richiedere niente.
        [refused] Una richiesta per { wish } è stata rifiutata, e il tuo server multimediale non ne accetta un'altra.
        [failed] La richiesta per { wish } non è andata a buon fine. L'amministratore può riprovare.
       *[other] { what } { is-requested }.
    }
what = { $seasons ->
        [none] { name }
        [specials] Gli episodi speciali di { name }
       *[other] { $seasons_count ->
            [one] La stagione { $seasons } di { name }
           *[other] Le stagioni { $seasons } di { name }
        }
    }
of-what = { $seasons ->
        [none] { of-item }{ in-4k }
        [specials] degli episodi speciali di { name }
       *[other] { $seasons_count ->
            [one] della stagione { $seasons } di { name }
           *[other] delle stagioni { $seasons } di { name }
        }
    }
is = { $seasons ->
        [none] è
        [specials] sono
       *[other] { $seasons_count ->
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
       *[other] { $seasons_count ->
            [one] è già stata richiesta
           *[other] sono già state richieste
        }
    }
already-mixed = { name } è già stata richiesta. { inventory }

## Richiedere

requested = Va bene, ho richiesto { wish }. { $waiting ->
        [yes] Manca solo l'approvazione.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] { $left_out_count ->
                    [one] L'altra stagione c'è già o è in arrivo.
                   *[other] Le altre stagioni ci sono già o sono in arrivo.
                }
            }
           *[other] Esce { $due }.
        }
    }{ $unlinked ->
        [yes] { " " }A proposito, l'amministratore può collegarti, così le tue richieste porteranno il tuo nome.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
        [specials] gli episodi speciali di { name }
       *[other] { $seasons_count ->
            [one] la stagione { $seasons } di { name }
           *[other] le stagioni { $seasons } di { name }
        }
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
       *[backend-broken] Il tuo server multimediale ha risposto con un errore.
    }

## Aiuto e promemoria

help-nothing = Puoi dire, per esempio, scarica Jurassic Park, oppure trova la stagione due di The Bear. Che cosa vuoi?
help-offer = Di' sì se è il titolo che vuoi, no per sentire il prossimo, oppure dimmene un altro. È quello che vuoi?
help-list = Di' quale, per esempio il primo, la serie, o quello del 1984; oppure no per sentirne altri. Qual è?
help-collection = Di' sì e richiedo tutti i film che mancano, oppure no per lasciar perdere. Vuoi che li richieda?
help-seasons = Puoi dire tutte, la prima stagione, o numeri come uno e tre. Quali vuoi?
help-retry = Di' sì e riprovo, oppure no per lasciar perdere. Vuoi che riprovi?
remind-nothing = Scusa, non ho capito. Quale film o quale serie vuoi?
remind-offer = Scusa, non ho capito. È il titolo che vuoi, sì o no?
remind-list = Scusa, non ho capito. Quale vuoi?
remind-collection = Scusa, non ho capito. Vuoi che li richieda, sì o no?
remind-seasons = Scusa, non ho capito. Puoi dire tutte, o dei numeri. Quali stagioni vuoi?
remind-retry = Scusa, non ho capito. Vuoi che riprovi, sì o no?
trouble = Scusa, qualcosa è andato storto da parte mia. Riprova fra un momento.

## Quello che le piattaforme mostrano o ripetono

reprompt = { $context ->
        [offer] È il titolo che vuoi, sì o no?
        [collection] Vuoi che li richieda, sì o no?
        [seasons] Quali stagioni vuoi?
        [list] Quale vuoi?
        [retry] Vuoi che riprovi?
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
option-year = quello del { $year }
option-number = numero { $number_words }
example-film = scarica Jurassic Park
example-several = trova Dune
example-season = trova la stagione due di Severance
example-there = scarica Breaking Bad
example-missing = voglio vedere The Bear
