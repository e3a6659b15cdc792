# Lo que se dice de otra manera en España: el pretérito perfecto, y "vale".

-okay = Vale
-found = He encontrado
-found-nothing = No he encontrado
-i-found = he encontrado
-requested = he pedido
-could-not = No he podido
-did-not-get-it = Perdona, no te he entendido.
-noted = Lo he apuntado
-took-back = he cancelado
-took-off = he quitado
-heard-nothing = No he oído nada.

kept = { $kept ->
        [already] Eso ya lo he cancelado.
        [on-its-way] No puedo cancelar la solicitud de { wish }, porque la descarga ya ha empezado.
        [there] No puedo cancelar la solicitud de { wish }, porque eso ya está en tu biblioteca.
        [shared] Otra persona también ha pedido { wish }, así que la solicitud sigue en pie.
        [sending] Estoy pidiendo { wish } en este mismo momento. Dentro de un minuto, di otra vez: { undo-that }.
        [untraced] No sé qué solicitud de { wish } es tuya, así que no he tocado ninguna.
        [unable] Tu servidor multimedia no me deja cancelar solicitudes, así que la de { wish } sigue en pie.
        [refused] Tu servidor multimedia no ha querido cancelar la solicitud de { wish }.
       *[nothing] En los últimos diez minutos no has pedido nada que pueda cancelar.
    }
