# Lo que dice Overtalkerr en español: de tú; una película y una serie son "la". Los huecos se explican en
# speech/en/says.ftl. Los términos con guion tienen otra forma en says-ES.ftl.

-okay = Listo
-found = Encontré
-found-nothing = No encontré
-i-found = encontré
-requested = pedí
-could-not = No pude
-did-not-get-it = Perdón, no te entendí.
-noted = Lo anoté
-took-back = cancelé
-took-off = quité
-heard-nothing = No oí nada.

## Abrir y cerrar

welcome = ¡Te doy la bienvenida a Overtalkerr! Dime una película o una serie, y la pido. ¿Qué quieres ver?
welcome-back = ¡Hola de nuevo! ¿Qué quieres ver?
what-would-you-like = ¿Qué película o qué serie quieres?
goodbye = De acuerdo. ¡Hasta luego!

## Proponer un título

offer = { -found } { item }{ when }. { availability }{ lacking }{ is-it-that }
offer-request = { -found } { item }{ when }. { $availability ->
        [missing] Todavía no está en tu biblioteca.{ " " }
       *[other] { availability }
    }{ lacking }¿Quieres que la pida{ in-4k }?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] ¿Y { item }{ when }? { lacking }{ is-it-that }
           *[none] ¿Y { item }{ when }{ and-in-4k }?
        }
       *[other] ¿Y { item }{ when }{ and-in-4k }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] ¿La quieres en 4K?
       *[hd] { $kind ->
            [none] ¿Es el título que quieres?
           *[other] ¿Es la que quieres?
        }
    }
and-in-4k = { $quality ->
        [uhd] , en 4K
       *[hd] { "" }
    }
in-4k = { $quality ->
        [uhd] { " " }en 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] Aquí no la puedo conseguir en 4K.{ " " }
       *[none] { "" }
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] la película { $title }
       *[tv] la serie { $title }
    }
when = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] , de { $year }
        }
       *[other] , que se estrena el { $due }
    }
availability = { $availability ->
        [available] Ya está en tu biblioteca.{ " " }
        [processing] Ya se está descargando.{ " " }
        [pending] Ya está pedida y espera la aprobación.{ " " }
        [partial] Una parte ya está en tu biblioteca.{ " " }
        [blocked] Está en la lista de bloqueo.{ " " }
        [declined] Ya se rechazó una solicitud.{ " " }
        [refused] Ya se rechazó una solicitud.{ " " }
        [failed] Se aprobó una solicitud, pero falló.{ " " }
       *[missing] { "" }
    }
nothing-found = { -found-nothing } nada con el nombre { $title }. ¿Qué otra cosa busco?
nothing-found-again = Tampoco { -i-found } { $title }. Dime también el año o quién actúa, o deletréalo. ¿Cómo se llama?
nothing-found-still = { -found-nothing } nada con el nombre { $title }. Quizá tenga otro nombre; si es así, dímelo. ¿Qué título busco?
nothing-with = { -found-nothing } nada así de { $people }. ¿Qué otra cosa busco?
nobody-called = No conozco a nadie que se llame { $name }. ¿Qué película o qué serie quieres?
knows-no-people = Aquí no puedo consultar quién actúa en qué. ¿Qué película o qué serie quieres?
no-more = Es todo lo que { -i-found } de { $title }. ¿Qué otro título quieres?
no-such-option = { -found-nothing } nada parecido. ¿Quieres el título que te propuse?
film-has-no-seasons = { $title } es una película, así que no tiene temporadas. ¿Quieres la película?

## Elegir entre varios

which-title = { $people ->
        [none] ¿Quieres { $choices }?
       *[other] { $people }: ¿quieres { $choices }?
    }
which-listed = ¿A qué título te refieres: { $choices }?
choice = { $told_kind ->
        [movie] la película
        [tv] la serie
       *[none] la
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }de { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }hecha en { $told_country_code ->
            [GB] el Reino Unido
            [HK] Hong Kong
            [IN] la India
            [NL] los Países Bajos
           *[other] { $told_country }
        }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }con { $told_actor }
    }
no-such-choice = { -found-nothing } nada parecido. ¿Cuál quieres?
need-a-title = Para eso necesito un título. ¿Qué película o qué serie quieres?
season-of-what = ¿De qué serie la quieres?

## Preguntas sobre un título

info-plot = { $plot }{ $pause } { question }
info-cast = En { $title } { $cast_count ->
        [one] actúa
       *[other] actúan
    } { $cast }. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] La dirección es de { $directors }.
           *[tv] La idea es de { $directors }.
        }
    } { question }
info-year = { $title } es de { $year }. { question }
info-length = { $kind ->
        [movie] { $title } dura { $minutes } minutos.
       *[tv] Un episodio de { $title } dura unos { $minutes } minutos.
    } { question }
info-rating = { $title } tiene una nota de { $rating } sobre diez. { question }
info-seasons = { $title } tiene { $count ->
        [one] una temporada
       *[other] { $count_feminine } temporadas
    }. { question }
info-unknown = { $topic ->
        [rating] No sé qué nota tiene { $title }.
        [length] No sé cuánto dura { $title }.
        [cast] No sé quién actúa en { $title }.
        [plot] No sé de qué trata { $title }.
        [year] No sé de qué año es { $title }.
       *[other] Ese dato de { $title } no lo tengo.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] ¿Qué temporadas quieres?
        [request] ¿Quieres que la pida?
        [rest] { availability }¿Quieres que pida el resto?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = Así van tus solicitudes: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }Y antes hiciste una más.
       *[other] { " " }Y antes hiciste { $more_feminine } más.
    } { still-open }
no-requests = Últimamente no has pedido nada. { $asking ->
        [nothing] ¿Qué quieres ver?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] { wish } { is } en mi lista, y haré la solicitud en cuanto responda tu servidor multimedia
        [approved] { wish } { is-requested }
        [pending] { wish } { is } a la espera de aprobación
        [processing] la solicitud de { wish } está aprobada y en camino
        [searching] la solicitud de { wish } está aprobada, pero todavía no hay ninguna descarga
        [downloading] { wish } se { is } descargando{ download-progress }
        [stuck] { wish } se { is } descargando, pero la descarga no avanza
        [unreleased] { $due ->
            [none] la solicitud de { wish } está aprobada, pero falta el estreno
           *[other] la solicitud de { wish } está aprobada, y el estreno es el { $due }
        }
        [partial] { $there ->
            [none] { wish } { is } en parte en tu biblioteca
           *[some] { wish } { is } en parte en tu biblioteca, en concreto { $there_named }
        }
        [available] { wish } ya { is } en tu biblioteca
        [blocked] { wish } { is } en la lista de bloqueo
        [declined] la solicitud de { wish } fue rechazada
        [refused] la solicitud de { wish } no fue aceptada por tu servidor multimedia
        [failed] la solicitud de { wish } fue aprobada, pero falló
        [given-up] la solicitud de { wish } no se pudo enviar, y ya no lo intento más
        [withdrawn] la solicitud de { wish } fue cancelada
        [gone] { wish } ya no { is-requested }
       *[missing] { wish } no { is-requested }
    }
download-progress = { $told ->
        [yes] , al { $percent } por ciento
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , y falta más o menos un minuto
           *[other] , y faltan unos { $left_words } minutos
        }
        [hours] { $left ->
            [one] , y falta más o menos una hora
           *[other] , y faltan unas { $left_feminine } horas
        }
       *[none] { "" }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Volvamos a { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] ¿Quieres que las pida?
        [seasons] ¿Qué temporadas quieres?
        [list] ¿Cuál quieres?
        [retry] ¿Quieres que lo intente otra vez?
        [code] ¿Qué cuatro cifras aparecen en la página del administrador?
        [undo] ¿Quieres que cancele la solicitud?
        [approval] ¿Cuál quieres que apruebe?
        [refusal] ¿Cuál quieres que rechace?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }¿Quieres que la pida?
        [rest] { " " }¿Quieres que pida el resto?
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
       *[other] { " " }El motivo fue: { $said }.
    }

## Solicitudes en camino

list-everybodys = Esto es lo que se ha pedido: { $listed }.{ and-more } { still-open }
none-everybodys = Últimamente nadie ha pedido nada. { still-open }
list-downloading = Esto es lo que está en camino: { $listed }.{ and-more } { still-open }
none-downloading = Ahora mismo no se está descargando nada. { still-open }
list-new = Novedades en tu biblioteca: { $listed }.{ and-more } { still-open }
none-new = En las últimas dos semanas no ha llegado nada de lo que se pidió. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }Y una más.
       *[other] { " " }Y { $more_feminine } más.
    }
new-one = { wish }
list-waiting = A la espera de aprobación: { $listed }.{ and-more }{ $asking ->
        [single] { " " }¿Quieres que la apruebe?
        [which] { " " }¿Cuál quieres que apruebe?
        [single-decline] { " " }¿Quieres que la rechace?
        [which-decline] { " " }¿Cuál quieres que rechace?
       *[nothing] { "" }
    }
none-waiting = No hay nada a la espera de aprobación. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , a petición de { $user }
    }
heeded = De acuerdo, te aviso en cuanto { wish } { $seasons ->
        [none] esté
       *[some] { $seasons_count ->
            [one] esté
           *[other] estén
        }
    } en tu biblioteca.
heed-nameless = No sé quién está hablando, así que no podré avisarte más tarde. Pero puedes preguntarme cuando quieras.
heed-what = No sé a qué título te refieres. Di, por ejemplo: { tell-me-when }
tell-me-when = avísame cuando Dune esté lista.
unheeded = De acuerdo, ya no te aviso sobre { item }.
unheeded-all = De acuerdo, ya no te aviso sobre ninguna de tus solicitudes.
unheeded-none = De todos modos no iba a avisarte sobre eso.
unheed-what = No sé a qué título te refieres. Di, por ejemplo: deja de avisarme sobre Dune.
retried = De acuerdo, tu servidor multimedia lo intenta otra vez con { wish }.
nothing-failed = No me consta que haya fallado ninguna solicitud tuya.
one-at-a-time = De una en una, por favor. { $asking ->
        [which-decline] ¿Cuál quieres que rechace?
       *[which] ¿Cuál quieres que apruebe?
    }
not-theirs = No tienes permiso para decidir sobre las solicitudes. El administrador puede vincularte con un usuario que sí lo tenga.
allowed = De acuerdo, la solicitud de { wish } queda aprobada.
disallowed = De acuerdo, la solicitud de { wish } queda rechazada.
shall-undo = ¿Te refieres a la solicitud? ¿Quieres que la cancele?
undo-kept = De acuerdo, la solicitud sigue en pie.
help-undo = Di sí y cancelo tu última solicitud, o no para dejarla. ¿Quieres que la cancele?
remind-undo = { not-heard } ¿Quieres que cancele la solicitud, sí o no?
lost-undo = Sigo sin entender. Di simplemente sí o no. ¿Quieres que cancele la solicitud?
help-approval = Di cuál apruebo, por ejemplo la primera, o di rechaza y cuál. ¿Cuál quieres que apruebe?
remind-approval = { not-heard } ¿Qué solicitud quieres que apruebe?
lost-approval = Sigo sin entender. Di la primera, la segunda, o no para dejarlo. ¿Cuál quieres que apruebe?
help-refusal = Di cuál rechazo, por ejemplo la primera, o no para dejarlo. ¿Cuál quieres que rechace?
remind-refusal = { not-heard } ¿Qué solicitud quieres que rechace?
lost-refusal = Sigo sin entender. Di la primera, la segunda, o no para dejarlo. ¿Cuál quieres que rechace?

## Temporadas

which-seasons-of-all = { $count ->
        [one] Tiene solo una temporada. ¿La quieres?
       *[other] Tiene { $count_feminine } temporadas. ¿Cuáles quieres?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Falta { $missing_named }. ¿La quieres?
       *[other] Faltan { $missing_named }. ¿Cuáles quieres?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Tienes { $there_named } de { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } solo { $partly_count ->
            [one] está
           *[other] están
        } en parte.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } se { $coming_count ->
            [one] está
           *[other] están
        } descargando.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] espera
           *[other] esperan
        } la aprobación.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] La solicitud de { $failed_named } falló.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] La solicitud de { $refused_named } se rechazó.{ " " }
    }
some-seasons = { $specials ->
        [alone] los episodios especiales
        [too] los episodios especiales y { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] la temporada
       *[other] las temporadas
    } { $numbers }
season-span = { $first_words } a { $last_words }
no-such-season = { $seasons ->
        [specials] No veo episodios especiales de { $title }.{ " " }
       *[other] { "" }
    }{ $title } tiene { $count ->
        [one] solo una temporada. ¿La quieres?
       *[other] { $count_feminine } temporadas. { $missing_count ->
            [one] Solo falta { $missing_named }. ¿La quieres?
           *[other] ¿Cuáles quieres?
        }
    }
only-seasons = { $title } tiene { $count ->
        [one] solo una temporada, y ya está en tu biblioteca o pedida.
       *[other] { $count_feminine } temporadas, y ya están todas en tu biblioteca o pedidas.
    }
no-seasons-yet = Todavía no veo temporadas de { $title }, así que no hay nada que pedir.

## Nada que pedir

already = { $availability ->
        [available] ¡{ what } ya { is } en tu biblioteca! Ya puedes empezar a ver.
        [processing] { what } ya se { is } descargando. ¡Falta poco!
        [pending] { what } ya { is-requested } y solo falta la aprobación.
        [partial] Una parte de { wish } ya está en tu biblioteca, y no queda nada por pedir.
        [blocked] { name } está en la lista de bloqueo, así que no puedo pedir nada.
        [refused] Se rechazó una solicitud de { wish }, y tu servidor multimedia no acepta otra.
        [failed] La solicitud de { wish } falló. El administrador puede intentarlo otra vez.
       *[other] { what } ya { is-requested }.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } de { name }
    }
is = { $seasons ->
        [none] está
       *[some] { $seasons_count ->
            [one] está
           *[other] están
        }
    }
is-requested = { $seasons ->
        [none] está pedida
        [specials] están pedidos
        [mixed] están pedidos
       *[some] { $seasons_count ->
            [one] está pedida
           *[other] están pedidas
        }
    }
already-mixed = { name } ya está pedida. { inventory }

## Pedir

requested = { -okay }, { -requested } { wish }.{ $waiting ->
        [yes] { " " }Solo falta la aprobación.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }Los episodios nuevos llegan solos, pero una temporada nueva hay que pedirla.
            [starts] { " " }Todavía no se ha estrenado, y llega a medida que se emite.
           *[not] { "" }
        }
       *[other] { " " }Se estrena el { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }La otra temporada ya está o viene en camino.
           *[other] { " " }Las otras temporadas ya están o vienen en camino.
        }
    }{ $unlinked ->
        [yes] { " " }Por cierto, en la página del administrador hay un código para ti: di vincúlame, y tus solicitudes llevarán tu nombre.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } de { name }
    }
owed = { why } { -noted }, y pediré { wish } en cuanto se pueda.
refused = { -could-not } pedir { name }. { why }
collection = { collection-size }. { $lacking ->
        [uhd] Aquí no las puedo conseguir en 4K.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Falta { $names }. ¿Quieres que la pida{ in-4k }?
       *[other] Faltan { $names }. ¿Quieres que las pida todas{ in-4k }?
    }
collection-complete = { collection-size }. { $count ->
        [one] Ya está en tu biblioteca o pedida.
       *[other] Ya están todas en tu biblioteca o pedidas.
    }
collection-size = { -found } { $title }, con { $count ->
        [one] una película
       *[other] { $count_feminine } películas
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] De { $title } ya no queda nada por pedir. Alguien se adelantó.
               *[other] { -could-not } pedir nada de { $title }. { why }
            }
           *[other] { why } { -noted }, y pediré lo que falta de { $title } en cuanto se pueda.
        }
        [one] { -okay }, { -requested } una película de { $title }{ in-4k }. { rest-of-them }
       *[other] { -okay }, { -requested } { $taken_feminine } películas de { $title }{ in-4k }. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Solo falta la aprobación.{ " " }
           *[other] Una de ellas espera la aprobación.{ " " }
        }
       *[other] De ellas, { $waiting_feminine } esperan la aprobación.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Pediré una más en cuanto tu servidor multimedia la acepte.{ " " }
       *[other] Pediré { $owed_feminine } más en cuanto tu servidor multimedia las acepte.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Tu servidor multimedia rechazó una más. { why }
       *[other] Tu servidor multimedia rechazó { $refused_feminine } más. { why }
    }
undone = { -okay }, { -took-back } { $count ->
        [one] la solicitud de { wish }
        [2] las dos solicitudes
       *[other] las { $count_feminine } solicitudes
    }.
crossed-off = { -okay }, { -took-off } { $count ->
        [one] { wish }
        [2] las dos
       *[other] las { $count_feminine }
    } de mi lista.
partly-undone = De { $total_feminine } solicitudes, { -took-back } { $count_feminine }. { kept }
not-undone = { kept }
not-requested = De acuerdo. Nada de eso estaba pedido.
undo-failed = { why } Todavía no sé si la solicitud quedó cancelada. Puedes decir otra vez: { undo-that }.
undo-that = deshaz eso
kept = { $kept ->
        [already] Eso ya lo cancelé.
        [on-its-way] No puedo cancelar la solicitud de { wish }, porque la descarga ya empezó.
        [there] No puedo cancelar la solicitud de { wish }, porque eso ya está en tu biblioteca.
        [shared] Alguien más pidió también { wish }, así que la solicitud sigue en pie.
        [sending] Estoy pidiendo { wish } en este mismo momento. En un minuto, di otra vez: { undo-that }.
        [untraced] No sé cuál solicitud de { wish } es tuya, así que no toqué ninguna.
        [unable] Tu servidor multimedia no me deja cancelar solicitudes, así que la de { wish } sigue en pie.
        [refused] Tu servidor multimedia no quiso cancelar la solicitud de { wish }.
       *[nothing] En los últimos diez minutos no pediste nada que pueda cancelar.
    }
cannot-ask = { why }
stalled = { why } ¿Quieres que lo intente otra vez?
why = { $why ->
        [backend-unreachable] Ahora no puedo comunicarme con tu servidor multimedia.
        [backend-too-slow] Tu servidor multimedia tarda demasiado en responder.
        [backend-resting] Tu servidor multimedia falló varias veces seguidas, así que le doy un momento.
        [backend-busy] Tu servidor multimedia está saturado en este momento.
        [backend-key-refused] Tu servidor multimedia no acepta mi clave. El administrador tiene que revisar la clave de API.
        [request-not-allowed] Tu servidor multimedia no te permite hacer eso.
        [request-quota] { $frees ->
            [none] Por ahora no te quedan solicitudes.
           *[other] No te quedan solicitudes. Podrás hacer la próxima el { $frees }.
        }
        [request-user-unknown] Tu servidor multimedia no conoce el usuario que tienes vinculado. El administrador tiene que vincularte otra vez.
        [request-unsupported] Tu servidor multimedia no puede hacer eso.
        [backend-blind] Ahora no puedo buscar nada, porque tu servidor multimedia no llega a su base de datos de películas.
        [request-blocked] Está en la lista de bloqueo.
        [request-csrf] La protección CSRF de tu servidor multimedia bloquea las solicitudes. El administrador tiene que desactivarla.
        [title-unknown] Tu servidor multimedia no conoce ese título.
        [request-refused] Tu servidor multimedia rechazó la solicitud.
        [download-failed] La descarga falló.
        [download-stalled] La descarga está atascada.
        [download-paused] La descarga está en pausa.
        [download-client-gone] No hay conexión con el programa de descargas.
       *[backend-broken] Tu servidor multimedia respondió con un error.
    }

## Ayuda y recordatorios

help-nothing = Puedes decir, por ejemplo, descarga Jurassic Park, o pide la temporada dos de The Bear. ¿Qué quieres?
help-offer = Di sí, si es el título que quieres; no, para oír el siguiente; o dime otro. ¿Es el que quieres?
help-list = Di cuál, por ejemplo la primera, la serie, o la de 1984; o no, para oír otras. ¿Cuál es?
help-collection = Di sí y pido todas las películas que faltan, o no para dejarlo. ¿Quieres que las pida?
help-seasons = Puedes decir todas, la primera temporada, o números como uno y tres. ¿Cuáles quieres?
help-retry = Di sí y lo intento otra vez, o no para dejarlo. ¿Quieres que lo intente otra vez?
one-moment = Un momento, por favor.
help-code = Pide al administrador que abra la página de personas: ahí aparece un código para ti. Di sus cuatro cifras una por una. ¿Qué cuatro cifras aparecen en la página del administrador?
busy = Todavía estoy con lo que se dijo antes. ¿Me lo repites, por favor?
start-again = Perdón, se me fue el hilo. Empecemos de nuevo: ¿qué película o qué serie quieres?
not-heard = { $heard ->
        [nothing] { -heard-nothing }
       *[something] { -did-not-get-it }
    }
remind-nothing = { not-heard } ¿Qué película o qué serie quieres?
remind-offer = { not-heard } ¿Es el título que quieres, sí o no?
remind-list = { not-heard } ¿Cuál quieres?
remind-collection = { not-heard } ¿Quieres que las pida, sí o no?
remind-seasons = { not-heard } Puedes decir todas, o números. ¿Qué temporadas quieres?
remind-retry = { not-heard } ¿Quieres que lo intente otra vez, sí o no?
remind-code = { not-heard } ¿Qué cuatro cifras aparecen en la página?
lost-nothing = Sigo sin entender. Di solo el título, y luego el año o quién actúa, o deletréalo. ¿Cómo se llama?
lost-offer = Sigo sin entender. Di sí, no, o la siguiente; o dime de la que buscas el año o quién actúa. ¿Es esta?
lost-list = Sigo sin entender. Di la primera o la segunda, el año, o quién actúa. ¿Cuál es?
lost-collection = Sigo sin entender. Di simplemente sí, para pedirlas todas, o no. ¿Quieres que las pida?
lost-seasons = Sigo sin entender. Di un número, como dos, o di todas, la primera, o la última. ¿Qué temporadas quieres?
lost-retry = Sigo sin entender. Di simplemente sí o no. ¿Quieres que lo intente otra vez?
lost-code = Sigo sin entender. Di solo las cuatro cifras, una por una, o di cancelar. ¿Cuáles son?
lost-goodbye = Ahora mismo no nos entendemos, así que mejor lo dejamos. Vuelve a preguntarme cuando quieras.
trouble = Lo siento, algo salió mal de mi parte. Inténtalo de nuevo en un momento.
too-often = Son muchas peticiones a la vez. Espera un minuto e inténtalo de nuevo.

## Vincularse con un usuario, por un código en la página del administrador

ask-code = Para vincularte necesito un código. ¿Qué cuatro cifras aparecen en la página del administrador?
wrong-code = Ese código no es correcto. ¿Qué cuatro cifras aparecen en la página del administrador?
linked = Listo, desde ahora eres { $name } para mí.
not-linked = { $why ->
        [used] Ese código ya se usó. Pide uno nuevo al administrador.
        [old] Ese código es demasiado viejo: dura diez minutos. Pide uno nuevo al administrador.
        [too-often] Hubo demasiados códigos erróneos, así que por ahora no acepto ninguno. Espera diez minutos, por favor.
        [nobody] No sé quién habla aquí, así que no puedo vincularte.
        [no-users] Tu servidor multimedia no me deja pedir en nombre de sus usuarios, así que no hay nadie con quien vincularte.
        [gone] Tu servidor multimedia ya no conoce al usuario de ese código. Pide uno nuevo al administrador.
       *[unasked] Ahora mismo no puedo preguntar a tu servidor multimedia, así que el vínculo todavía no está hecho. El código sigue valiendo: repítelo en un momento.
    }

## Lo que muestran o repiten las plataformas

reprompt = { $context ->
        [offer] ¿Es el título que quieres, sí o no?
        [collection] ¿Quieres que las pida, sí o no?
        [seasons] ¿Qué temporadas quieres?
        [list] ¿Cuál quieres?
        [retry] ¿Quieres que lo intente otra vez?
        [code] ¿Qué cuatro cifras aparecen en la página del administrador?
        [undo] ¿Quieres que cancele la solicitud?
        [approval] ¿Cuál quieres que apruebe?
       *[nothing] ¿Qué película o qué serie quieres?
    }
button-yes = Sí
button-no = No
button-next = La siguiente
button-all-seasons = Todas
button-cancel = Cancelar
button-help = ¿Qué puedo decir?
button-season = Temporada { $number }

## Lo que muestra la página de prueba

kind-label = { $kind ->
        [movie] Película
        [collection] Colección
       *[tv] Serie
    }
availability-label = { $availability ->
        [available] En tu biblioteca
        [processing] Descargándose
        [pending] Espera la aprobación
        [partial] En parte en tu biblioteca
        [blocked] En la lista de bloqueo
        [queued] Anotada, aún sin enviar
        [declined] Rechazada
        [refused] Rechazada
        [failed] Falló
       *[missing] No está en tu biblioteca
    }
stage-label = { $stage ->
        [owed] Anotada, aún sin enviar
        [pending] Espera la aprobación
        [approved] Aprobada
        [downloading] Descargándose
        [partial] En parte en tu biblioteca
        [ready] Lista
        [failed] Falló
        [declined] Rechazada
        [refused] No aceptada
        [given-up] Abandonada
        [withdrawn] Cancelada
       *[gone] Eliminada
    }
source-label = { $source ->
        [outbox] anotado por Overtalkerr
        [webhook] avisado por el servidor multimedia
       *[look] visto en el servidor multimedia
    }
requests-page = { $part ->
        [stage] Estado
        [kind] Tipo
        [words] Palabras del título
        [show] Mostrar
        [none] Todavía no se ha pedido nada.
        [no-match] Ninguna solicitud coincide.
        [since] desde
        [older] Anteriores
        [newest] Más recientes
        [pages] Otras páginas
        [skip] Ir a las solicitudes
        [back] Todas las solicitudes
        [home] Inicio
        [timeline] Qué ha pasado
        [told] A quién se avisa
        [nobody] A nadie.
        [forgotten] Aquí no se conoce esa solicitud.
        [live] Se actualiza sola
        [polled] Se revisa cada diez segundos
        [lost] Sin conexión, intentando de nuevo
       *[heading] Solicitudes
    }
requests-filter = { $which ->
        [open] En curso
        [ready] Listas
        [failed] Fallidas o rechazadas
        [over] Canceladas o eliminadas
       *[all] Todas
    }
requests-seasons = { $seasons_opening }
requests-asked = a petición de { $who }
option-year = la de { $year }
option-number = número { $number_words }
example-film = descarga Jurassic Park
example-several = pide Dune
example-season = pide la temporada dos de Severance
example-there = descarga Breaking Bad
example-missing = quiero ver The Bear

## Mensajes, y lo que oye quien vuelve

welcome-news = ¡Hola de nuevo! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }Y hay novedades de una solicitud más.
       *[other] { " " }Y hay novedades de { $more_feminine } solicitudes más.
    } ¿Qué quieres ver?
news = { $stage ->
        [ready] { what } { is } en tu biblioteca { since }.
        [partial] Una parte de { name } está en tu biblioteca { since }.
        [failed] La solicitud de { wish } falló.
        [declined] Se rechazó la solicitud de { wish }.
        [refused] Tu servidor multimedia no aceptó la solicitud de { wish }.
        [withdrawn] Se canceló la solicitud de { wish }.
        [gone] La solicitud de { wish } se eliminó en tu servidor multimedia.
       *[given-up] Después de intentarlo mucho tiempo sin éxito, dejé de pedir { wish }.
    }{ because }
since = { $day ->
        [today] desde hoy
        [yesterday] desde ayer
       *[before] desde hace { $days_words } días
    }
notice-title = { what }: { $stage ->
        [ready] ya se puede ver
        [partial] en parte disponible
        [downloading] en descarga
        [approved] solicitud aprobada
        [pending] a la espera de aprobación
        [failed] la solicitud falló
        [declined] solicitud rechazada
        [refused] solicitud no aceptada
        [given-up] solicitud abandonada
        [withdrawn] solicitud cancelada
        [gone] solicitud eliminada
       *[owed] solicitud apuntada
    }
notice-body = { $stage ->
        [ready] { what } ya { is } en tu biblioteca. ¡Que lo disfrutes!
        [partial] { $seasons ->
            [none] Una parte de { name } ya está en tu biblioteca.
           *[some] { what } ya { is } en tu biblioteca, y el resto está en camino.
        }
        [downloading] { what } se { is } descargando.
        [approved] La solicitud de { wish } está aprobada, y la búsqueda está en marcha.
        [pending] La solicitud de { wish } está hecha y espera la aprobación.
        [failed] La solicitud de { wish } se aprobó, pero falló. El administrador puede intentarlo otra vez.
        [declined] Se rechazó la solicitud de { wish }.
        [refused] Tu servidor multimedia no aceptó la solicitud de { wish }.
        [given-up] Después de intentarlo mucho tiempo sin éxito, dejé de pedir { wish }. Si aún te interesa, pídemelo otra vez.
        [withdrawn] Se canceló la solicitud de { wish }.
        [gone] La solicitud de { wish } se eliminó en tu servidor multimedia.
       *[owed] La solicitud de { wish } está apuntada, y la enviaré en cuanto se pueda.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }El motivo: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Tu servidor multimedia no aceptaba mi clave.
        [request-not-allowed] No te permitía hacer eso.
        [request-quota] No te quedaban solicitudes.
        [request-user-unknown] No conocía el usuario que tenías vinculado.
        [request-unsupported] No podía hacer eso.
        [request-blocked] Estaba en la lista de bloqueo.
        [request-csrf] Su protección CSRF bloqueaba las solicitudes.
        [title-unknown] No conocía ese título.
        [request-refused] { "" }
       *[other] Tu servidor multimedia no respondía como debía.
    }
notice-library = tu biblioteca
outage-title = { $state ->
        [ended] Overtalkerr: el gestor de solicitudes vuelve a funcionar
       *[began] Overtalkerr: el gestor de solicitudes no funciona
    }
outage-body = { $state ->
        [ended] El gestor de solicitudes vuelve a funcionar, después de { $minutes ->
            [one] un minuto
           *[other] { $minutes } minutos
        }. Lo que quedó apuntado se está enviando.
       *[began] El gestor de solicitudes no funciona desde hace { $minutes ->
            [one] un minuto
           *[other] { $minutes } minutos
        }. Lo que se pide queda apuntado y se envía más tarde.{ $reason ->
            [none] { "" }
           *[other] { " " }Lo último que se vio: { $reason }
        }
    }
trial-title = Overtalkerr: una prueba
trial-body = Los mensajes sobre las solicitudes llegan aquí.
