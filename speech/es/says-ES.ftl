# Lo que se dice de otra manera en España: el pretérito perfecto, y "vale".

-okay = Vale
-found = He encontrado
-found-nothing = No he encontrado
-i-found = he encontrado
-requested = he pedido
-could-not = No he podido
-did-not-get-it = Perdona, no te he entendido.
-noted = Lo he apuntado
