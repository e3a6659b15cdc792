# O que o Overtalkerr diz em português do Brasil: você; um filme é "ele", uma série é "ela". Os espaços são explicados
# em speech/en/says.ftl.

## Abrir e fechar

welcome = Boas-vindas ao Overtalkerr! Diga um filme ou uma série, e eu peço para você. O que você quer assistir?
welcome-back = Que bom ter você de volta! O que você quer assistir?
what-would-you-like = Qual filme ou série você quer?
goodbye = Tudo bem. Até mais!

## Propor um título

offer = Encontrei { item }{ when }. { availability }{ lacking }{ is-it-that }
offer-request = Encontrei { item }{ when }. { $availability ->
        [missing] Ainda não está na sua biblioteca.{ " " }
       *[other] { availability }
    }{ lacking }Quer que eu peça{ in-4k }?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] E { item }{ when }? { lacking }{ is-it-that }
           *[none] E { item }{ when }{ and-in-4k }?
        }
       *[other] E { item }{ when }{ and-in-4k }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] Você quer em 4K?
       *[hd] { $kind ->
            [movie] É esse que você quer?
            [tv] É essa que você quer?
           *[none] É o título que você quer?
        }
    }
and-in-4k = { $quality ->
        [uhd] , em 4K
       *[hd] { "" }
    }
in-4k = { $quality ->
        [uhd] { " " }em 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] Aqui não consigo em 4K.{ " " }
       *[none] { "" }
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] o filme { $title }
       *[tv] a série { $title }
    }
when = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] , de { $year }
        }
       *[other] , que estreia em { $due }
    }
availability = { $availability ->
        [available] Já está na sua biblioteca.{ " " }
        [processing] O download já está em andamento.{ " " }
        [pending] { $kind ->
            [movie] Já foi pedido e aguarda aprovação.{ " " }
           *[tv] Já foi pedida e aguarda aprovação.{ " " }
        }
        [partial] Uma parte já está na sua biblioteca.{ " " }
        [blocked] Está na lista de bloqueio.{ " " }
        [declined] Um pedido já foi recusado antes.{ " " }
        [refused] Um pedido já foi recusado antes.{ " " }
        [failed] Um pedido foi aprovado, mas falhou.{ " " }
       *[missing] { "" }
    }
nothing-found = Não encontrei nada com o nome { $title }. O que mais posso procurar?
nothing-found-again = Também não encontrei { $title }. Diga junto o ano ou quem está no elenco, ou soletre o título. Qual é o título?
nothing-found-still = Não encontrei nada com o nome { $title }. Talvez tenha outro nome, então me diga qual. Que título eu procuro?
nothing-with = Não encontrei nada assim de { $people }. O que mais posso procurar?
nobody-called = Não conheço ninguém com o nome { $name }. Qual filme ou série você quer?
knows-no-people = Aqui não consigo ver quem está em qual elenco. Qual filme ou série você quer?
no-more = Isso foi tudo o que encontrei de { $title }. Qual outro título você quer?
no-such-option = Não encontrei nada parecido. Você quer o título que eu sugeri?
film-has-no-seasons = { $title } é um filme, então não tem temporadas. Você quer o filme?

## Escolher entre vários

which-title = { $people ->
        [none] Você quer dizer { $choices }?
       *[other] { $people }: você quer { $choices }?
    }
which-listed = Qual destes títulos: { $choices }?
choice = { $told_kind ->
        [movie] o filme
        [tv] a série
       *[none] { $kind ->
            [movie] o
           *[tv] a
        }
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }de { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }{ $kind ->
            [movie] feito
           *[tv] feita
        } { in-country }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }com { $told_actor }
    }
in-country = { $told_country_code ->
        [AE] nos Emirados Árabes Unidos
        [AO] em Angola
        [BR] no Brasil
        [CA] no Canadá
        [CL] no Chile
        [CU] em Cuba
        [CV] em Cabo Verde
        [EC] no Equador
        [EG] no Egito
        [GB] no Reino Unido
        [HK] em Hong Kong
        [IL] em Israel
        [IR] no Irã
        [JP] no Japão
        [LB] no Líbano
        [LU] em Luxemburgo
        [MA] no Marrocos
        [MX] no México
        [MZ] em Moçambique
        [NL] nos Países Baixos
        [PE] no Peru
        [PH] nas Filipinas
        [PK] no Paquistão
        [PT] em Portugal
        [PY] no Paraguai
        [SG] em Singapura
        [SN] no Senegal
        [TW] em Taiwan
        [US] nos Estados Unidos
        [UY] no Uruguai
        [VN] no Vietnã
       *[other] na { $told_country }
    }
no-such-choice = Não encontrei nada parecido. Qual você quer?
need-a-title = Para isso preciso de um título. Qual filme ou série você quer?
season-of-what = De qual série você quer?

## Perguntas sobre um título

info-plot = { $plot }{ $pause } { question }
info-cast = { $title } é com { $cast }. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] A direção é de { $directors }.
           *[tv] A criação é de { $directors }.
        }
    } { question }
info-year = { $title } é de { $year }. { question }
info-length = { $kind ->
        [movie] { $title } tem { $minutes } minutos.
       *[tv] Um episódio de { $title } tem cerca de { $minutes } minutos.
    } { question }
info-rating = A nota de { $title } é { $rating } de dez. { question }
info-seasons = { $title } tem { $count ->
        [one] uma temporada
       *[other] { $count_feminine } temporadas
    }. { question }
info-unknown = { $topic ->
        [rating] Não sei qual é a nota de { $title }.
        [length] Não sei quanto tempo dura { $title }.
        [cast] Não sei quem está no elenco de { $title }.
        [plot] Não sei do que trata { $title }.
        [year] Não sei de que ano é { $title }.
       *[other] Isso eu não sei sobre { $title }.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quais temporadas você quer?
        [request] Quer que eu peça?
        [rest] { availability }Quer que eu peça o resto?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = Veja como estão os seus pedidos: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }E mais um antes disso.
       *[other] { " " }E mais { $more_words } antes disso.
    } { still-open }
no-requests = Você não pediu nada ultimamente. { $asking ->
        [nothing] O que você quer assistir?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] o pedido para { wish } está anotado, e vai assim que o seu servidor de mídia responder
        [approved] { wish } já { is-requested }
        [pending] { wish } { is } aguardando aprovação
        [processing] o pedido para { wish } está aprovado e a caminho
        [searching] o pedido para { wish } está aprovado, mas o download ainda não começou
        [downloading] { wish } { is } em download{ download-progress }
        [stuck] { wish } { is } em download, mas ele não avança
        [unreleased] { $due ->
            [none] o pedido para { wish } está aprovado, mas falta a estreia
           *[other] o pedido para { wish } está aprovado, e a estreia é em { $due }
        }
        [partial] { $there ->
            [none] { wish } { is } em parte na sua biblioteca
           *[some] { wish } { is } em parte na sua biblioteca, ou seja, { $there_named }
        }
        [available] { wish } já { is } na sua biblioteca
        [blocked] { wish } { is } na lista de bloqueio
        [declined] o pedido para { wish } foi recusado
        [refused] o pedido para { wish } não foi aceito pelo seu servidor de mídia
        [failed] o pedido para { wish } foi aprovado, mas falhou
        [given-up] o pedido para { wish } não pôde ser enviado, e eu desisti
        [withdrawn] o pedido para { wish } foi cancelado
        [gone] o pedido para { wish } não existe mais
       *[missing] não há nenhum pedido para { wish }
    }
download-progress = { $told ->
        [yes] , com { $percent } por cento
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , e falta mais ou menos um minuto
           *[other] , e faltam uns { $left_words } minutos
        }
        [hours] { $left ->
            [one] , e falta mais ou menos uma hora
           *[other] , e faltam umas { $left_feminine } horas
        }
       *[none] { "" }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Voltando a { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] Quer que eu peça todos?
        [seasons] Quais temporadas você quer?
        [list] Qual você quer?
        [retry] Quer que eu tente de novo?
        [code] Quais são os quatro dígitos na página do administrador?
        [undo] Quer que eu cancele o pedido?
        [approval] Qual você quer que eu aprove?
        [refusal] Qual você quer que eu recuse?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Quer que eu peça?
        [rest] { " " }Quer que eu peça o resto?
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
       *[other] { " " }O motivo foi: { $said }.
    }

## Pedidos a caminho

list-everybodys = Veja o que foi pedido: { $listed }.{ and-more } { still-open }
none-everybodys = Ninguém pediu nada ultimamente. { still-open }
list-downloading = Veja o que vem a caminho: { $listed }.{ and-more } { still-open }
none-downloading = Nada está sendo baixado agora. { still-open }
list-new = Novidades na sua biblioteca: { $listed }.{ and-more } { still-open }
none-new = Nas últimas duas semanas não chegou nada do que foi pedido. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }E mais um.
       *[other] { " " }E mais { $more_words }.
    }
new-one = { wish }
list-waiting = Aguardando aprovação: { $listed }.{ and-more }{ $asking ->
        [single] { " " }Quer que eu aprove?
        [which] { " " }Qual você quer que eu aprove?
        [single-decline] { " " }Quer que eu recuse?
        [which-decline] { " " }Qual você quer que eu recuse?
       *[nothing] { "" }
    }
none-waiting = Não há nada aguardando aprovação. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , a pedido de { $user }
    }
heeded = Certo, eu aviso você assim que { wish } { $seasons ->
        [none] estiver
       *[some] { $seasons_count ->
            [one] estiver
           *[other] estiverem
        }
    } na sua biblioteca.
heed-nameless = Não sei quem está falando, então não vou poder avisar você depois. Mas você pode me perguntar quando quiser.
heed-what = Não sei de qual título você está falando. Diga, por exemplo: { tell-me-when }
tell-me-when = me avise quando Duna estiver pronto.
unheeded = Certo, não aviso mais você sobre { item }.
unheeded-all = Certo, não aviso mais você sobre nenhum dos seus pedidos.
unheeded-none = Eu não ia avisar você sobre isso de qualquer maneira.
unheed-what = Não sei de qual título você está falando. Diga, por exemplo: não me avise mais sobre Duna.
retried = Certo, o seu servidor de mídia vai tentar de novo com { wish }.
nothing-failed = Não sei de nenhum pedido seu que tenha falhado.
one-at-a-time = Um de cada vez, por favor. { $asking ->
        [which-decline] Qual você quer que eu recuse?
       *[which] Qual você quer que eu aprove?
    }
not-theirs = Você não tem permissão para decidir sobre pedidos aqui. O administrador pode vincular você a um usuário que tenha.
allowed = Certo, o pedido para { wish } foi aprovado.
disallowed = Certo, o pedido para { wish } foi recusado.
shall-undo = Você quer dizer o pedido? Quer que eu cancele?
undo-kept = Certo, o pedido continua de pé.
help-undo = Diga sim e eu cancelo o seu último pedido, ou não para manter. Quer que eu cancele?
remind-undo = { not-heard } Quer que eu cancele o pedido, sim ou não?
lost-undo = Ainda não entendi. Diga apenas sim ou não. Quer que eu cancele o pedido?
help-approval = Diga qual devo aprovar, como o primeiro, ou diga recusa e qual. Qual você quer que eu aprove?
remind-approval = { not-heard } Qual pedido você quer que eu aprove?
lost-approval = Ainda não entendi. Diga o primeiro, o segundo, ou não para deixar assim. Qual você quer que eu aprove?
help-refusal = Diga qual devo recusar, como o primeiro, ou não para deixar assim. Qual você quer que eu recuse?
remind-refusal = { not-heard } Qual pedido você quer que eu recuse?
lost-refusal = Ainda não entendi. Diga o primeiro, o segundo, ou não para deixar assim. Qual você quer que eu recuse?

## Temporadas

which-seasons-of-all = { $count ->
        [one] Tem só uma temporada. Você quer?
       *[other] São { $count_feminine } temporadas. Quais você quer?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Falta { $missing_named }. Você quer?
       *[other] Faltam { $missing_named }. Quais você quer?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Você tem { $there_named } de { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] está
           *[other] estão
        } só em parte.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] está
           *[other] estão
        } a caminho.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] aguarda
           *[other] aguardam
        } aprovação.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] O pedido para { $failed_named } falhou.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] O pedido para { $refused_named } foi recusado.{ " " }
    }
some-seasons = { $specials ->
        [alone] os episódios especiais
        [too] os episódios especiais e { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] a temporada
       *[other] as temporadas
    } { $numbers }
season-span = { $first_words } a { $last_words }
no-such-season = { $seasons ->
        [specials] Não vejo episódios especiais de { $title }.{ " " }
       *[other] { "" }
    }{ $title } tem { $count ->
        [one] só uma temporada. Você quer?
       *[other] { $count_feminine } temporadas. { $missing_count ->
            [one] Só falta { $missing_named }. Você quer?
           *[other] Quais você quer?
        }
    }
only-seasons = { $title } tem { $count ->
        [one] só uma temporada, e ela já está na biblioteca ou já foi pedida.
       *[other] { $count_feminine } temporadas, e todas já estão na biblioteca ou já foram pedidas.
    }
no-seasons-yet = Ainda não vejo temporadas de { $title }, então não há nada para pedir.

## Nada para pedir

already = { $availability ->
        [available] { what } já { is } na sua biblioteca! É só assistir.
        [processing] { what } já { is } a caminho. Falta pouco!
        [pending] { what } já { is-requested }, só falta a aprovação.
        [partial] { what } já { is } em parte na sua biblioteca, e não há mais nada para pedir.
        [blocked] { name } está na lista de bloqueio, então não posso pedir nada.
        [refused] Um pedido para { wish } foi recusado, e o seu servidor de mídia não aceita outro.
        [failed] O pedido para { wish } falhou. O administrador pode tentar de novo.
       *[other] { what } já { is-requested }.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } de { name }
    }
is = { $seasons ->
        [none] está
       *[some] { $seasons_count ->
            [one] está
           *[other] estão
        }
    }
is-requested = { $seasons ->
        [none] { $kind ->
            [movie] foi pedido
           *[tv] foi pedida
        }
        [specials] foram pedidos
        [mixed] foram pedidos
       *[some] { $seasons_count ->
            [one] foi pedida
           *[other] foram pedidas
        }
    }
already-mixed = { name } já foi pedida. { inventory }

## Pedir

requested = Certo, pedi { wish }.{ $waiting ->
        [yes] { " " }Só falta a aprovação.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }Os episódios novos chegam sozinhos, mas uma temporada nova precisa ser pedida.
            [starts] { " " }A estreia ainda não aconteceu, e os episódios chegam conforme forem ao ar.
           *[not] { "" }
        }
       *[other] { " " }A estreia é em { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }A outra temporada já está lá ou a caminho.
           *[other] { " " }As outras temporadas já estão lá ou a caminho.
        }
    }{ $unlinked ->
        [yes] { " " }Aliás, na página do administrador tem um código para você: diga me vincula, e os seus pedidos vão levar o seu nome.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } de { name }
    }
owed = { why } Já anotei, e vou pedir { wish } assim que der.
refused = Não consegui pedir { name }. { why }
collection = { collection-size }. { $lacking ->
        [uhd] Aqui não consigo em 4K.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Falta { $names }. Quer que eu peça{ in-4k }?
       *[other] Faltam { $names }. Quer que eu peça todos{ in-4k }?
    }
collection-complete = { collection-size }. { $count ->
        [one] Ele já está lá ou já foi pedido.
       *[other] Todos já estão lá ou já foram pedidos.
    }
collection-size = Encontrei { $title }, com { $count ->
        [one] um filme
       *[other] { $count_words } filmes
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] De { $title } não há mais nada para pedir. Alguém foi mais rápido.
               *[other] Não consegui pedir nada de { $title }. { why }
            }
           *[other] { why } Já anotei, e vou pedir o que falta de { $title } assim que der.
        }
        [one] Certo, pedi um filme de { $title }{ in-4k }. { rest-of-them }
       *[other] Certo, pedi { $taken_words } filmes de { $title }{ in-4k }. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Só falta a aprovação.{ " " }
           *[other] Um deles aguarda aprovação.{ " " }
        }
       *[other] Desses, { $waiting_words } aguardam aprovação.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Vou pedir mais um assim que o seu servidor de mídia aceitar.{ " " }
       *[other] Vou pedir mais { $owed_words } assim que o seu servidor de mídia aceitar.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] O seu servidor de mídia recusou mais um. { why }
       *[other] O seu servidor de mídia recusou mais { $refused_words }. { why }
    }
undone = Certo, cancelei { $count ->
        [one] o pedido para { wish }
        [2] os dois pedidos
       *[other] os { $count_words } pedidos
    }.
crossed-off = Certo, tirei { $count ->
        [one] { wish }
        [2] os dois pedidos
       *[other] os { $count_words } pedidos
    } da minha lista.
partly-undone = De { $total_words } pedidos, cancelei { $count_words }. { kept }
not-undone = { kept }
not-requested = Tudo bem. Nada disso tinha sido pedido.
undo-failed = { why } Ainda não sei se o pedido foi cancelado. Você pode dizer de novo: { undo-that }.
undo-that = desfaça isso
kept = { $kept ->
        [already] Isso eu já cancelei.
        [on-its-way] Não posso cancelar o pedido para { wish }, porque o download já começou.
        [there] Não posso cancelar o pedido para { wish }, porque isso já está na sua biblioteca.
        [shared] Outra pessoa também pediu { wish }, então não cancelei nada.
        [sending] Estou pedindo { wish } neste exato momento. Daqui a um minuto, diga de novo: { undo-that }.
        [untraced] Não sei qual pedido para { wish } é seu, então não cancelei nada.
        [unable] O seu servidor de mídia não me deixa cancelar pedidos, então o pedido para { wish } continua de pé.
        [refused] O seu servidor de mídia não quis cancelar o pedido para { wish }.
       *[nothing] Nos últimos dez minutos você não pediu nada que eu possa cancelar.
    }
cannot-ask = { why }
stalled = { why } Quer que eu tente de novo?
why = { $why ->
        [backend-unreachable] Não consigo falar com o seu servidor de mídia agora.
        [backend-too-slow] O seu servidor de mídia está demorando demais para responder.
        [backend-resting] O seu servidor de mídia falhou várias vezes seguidas, então vou dar um tempo para ele.
        [backend-busy] O seu servidor de mídia está sobrecarregado agora.
        [backend-key-refused] O seu servidor de mídia não aceita a minha chave. O administrador precisa conferir a chave de API.
        [request-not-allowed] O seu servidor de mídia não permite que você faça isso.
        [request-quota] { $frees ->
            [none] Por enquanto os seus pedidos acabaram.
           *[other] Os seus pedidos acabaram. O próximo fica livre em { $frees }.
        }
        [request-user-unknown] O seu servidor de mídia não conhece o usuário vinculado a você. O administrador precisa vincular você de novo.
        [request-unsupported] O seu servidor de mídia não consegue fazer isso.
        [backend-blind] Não consigo procurar nada agora, porque o seu servidor de mídia não alcança o banco de dados de filmes.
        [request-blocked] Está na lista de bloqueio.
        [request-csrf] A proteção CSRF do seu servidor de mídia bloqueia os pedidos. O administrador precisa desativá-la.
        [title-unknown] O seu servidor de mídia não conhece esse título.
        [request-refused] O seu servidor de mídia recusou o pedido.
        [download-failed] O download falhou.
        [download-stalled] O download está travado.
        [download-paused] O download está em pausa.
        [download-client-gone] O programa de downloads não responde.
       *[backend-broken] O seu servidor de mídia respondeu com um erro.
    }

## Ajuda e lembretes

help-nothing = Você pode dizer, por exemplo, baixe Jurassic Park, ou peça a segunda temporada de The Bear. O que você quer?
help-offer = Diga sim se for o título que você quer, não para ouvir o próximo, ou diga outro. É esse que você quer?
help-list = Diga qual, por exemplo o primeiro, a série, ou o de 1984; ou não para ouvir outros. Qual é?
help-collection = Diga sim e eu peço todos os filmes que faltam, ou não para deixar assim. Quer que eu peça?
help-seasons = Você pode dizer todas, a primeira temporada, ou números como um e três. Quais você quer?
help-retry = Diga sim e eu tento de novo, ou não para deixar assim. Quer que eu tente de novo?
one-moment = Só um momento, por favor.
help-code = Peça ao administrador para abrir a página de pessoas: lá tem um código para você. Diga os quatro dígitos um por um. Quais são os quatro dígitos na página do administrador?
busy = Ainda estou cuidando do que foi dito antes. Você pode repetir?
start-again = Desculpe, perdi o fio da conversa. Vamos recomeçar: qual filme ou série você quer?
not-heard = { $heard ->
        [nothing] Não ouvi nada.
       *[something] Desculpe, não entendi.
    }
remind-nothing = { not-heard } Qual filme ou série você quer?
remind-offer = { not-heard } É o título que você quer, sim ou não?
remind-list = { not-heard } Qual você quer?
remind-collection = { not-heard } Quer que eu peça, sim ou não?
remind-seasons = { not-heard } Você pode dizer todas, ou números. Quais temporadas você quer?
remind-retry = { not-heard } Quer que eu tente de novo, sim ou não?
remind-code = { not-heard } Quais são os quatro dígitos na página?
lost-nothing = Ainda não entendi. Diga só o título, depois o ano ou quem está no elenco, ou soletre. Qual é o título?
lost-offer = Ainda não entendi. Diga sim, não, ou o próximo; ou diga o ano ou um ator do que você procura. É esse?
lost-list = Ainda não entendi. Diga o primeiro ou o segundo, o ano, ou quem está no elenco. Qual é?
lost-collection = Ainda não entendi. Diga apenas sim para pedir todos, ou não. Quer que eu peça?
lost-seasons = Ainda não entendi. Diga um número, como dois, ou todas, a primeira, ou a última. Quais temporadas você quer?
lost-retry = Ainda não entendi. Diga apenas sim ou não. Quer que eu tente de novo?
lost-code = Ainda não entendi. Diga só os quatro dígitos, um por um, ou diga cancelar. Quais são?
lost-goodbye = A gente não está se entendendo agora, então vamos deixar assim. É só me chamar de novo quando quiser.
trouble = Desculpe, algo deu errado por aqui. Tente de novo daqui a pouco.
too-often = Foram muitos pedidos de uma vez. Espere um minuto e tente de novo.

## Ser vinculado a um usuário, por um código na página do administrador

ask-code = Para vincular você, preciso de um código. Quais são os quatro dígitos na página do administrador?
wrong-code = Esse código não está certo. Quais são os quatro dígitos na página do administrador?
linked = Pronto, agora você é { $name } para mim.
not-linked = { $why ->
        [used] Esse código já foi usado. Peça um novo ao administrador.
        [old] Esse código é velho demais: ele vale por dez minutos. Peça um novo ao administrador.
        [too-often] Houve códigos errados demais, então por enquanto não aceito nenhum. Espere dez minutos, por favor.
        [nobody] Não sei quem está falando, então não posso vincular você.
        [no-users] O seu servidor de mídia não me deixa fazer pedidos em nome dos usuários dele, então não há ninguém a quem vincular você.
        [gone] O seu servidor de mídia não conhece mais o usuário desse código. Peça um novo ao administrador.
       *[unasked] Não consigo falar com o seu servidor de mídia agora, então o vínculo ainda não foi feito. O código continua valendo: repita daqui a pouco.
    }

## O que as plataformas mostram ou repetem

reprompt = { $context ->
        [offer] É o título que você quer, sim ou não?
        [collection] Quer que eu peça, sim ou não?
        [seasons] Quais temporadas você quer?
        [list] Qual você quer?
        [retry] Quer que eu tente de novo?
        [code] Quais são os quatro dígitos na página do administrador?
        [undo] Quer que eu cancele o pedido?
        [approval] Qual você quer que eu aprove?
       *[nothing] Qual filme ou série você quer?
    }
button-yes = Sim
button-no = Não
button-next = O próximo
button-all-seasons = Todas
button-cancel = Cancelar
button-help = O que eu posso dizer?
button-season = Temporada { $number }

## O que a página de teste mostra

kind-label = { $kind ->
        [movie] Filme
        [collection] Coleção
       *[tv] Série
    }
availability-label = { $availability ->
        [available] Na sua biblioteca
        [processing] A caminho
        [pending] Aguarda aprovação
        [partial] Em parte na sua biblioteca
        [blocked] Na lista de bloqueio
        [queued] Anotado, ainda não enviado
        [declined] Recusado
        [refused] Recusado
        [failed] Falhou
       *[missing] Não está na sua biblioteca
    }
stage-label = { $stage ->
        [owed] Anotado, ainda não enviado
        [pending] Aguarda aprovação
        [approved] Aprovado
        [downloading] Baixando
        [partial] Em parte na sua biblioteca
        [ready] Pronto
        [failed] Falhou
        [declined] Recusado
        [refused] Não aceito
        [given-up] Abandonado
        [withdrawn] Cancelado
       *[gone] Excluído
    }
source-label = { $source ->
        [outbox] anotado pelo Overtalkerr
        [webhook] informado pelo servidor de mídia
       *[look] visto no servidor de mídia
    }
requests-page = { $part ->
        [stage] Andamento
        [kind] Tipo
        [words] Palavras do título
        [show] Mostrar
        [none] Nada foi pedido ainda.
        [no-match] Nenhum pedido corresponde.
        [since] desde
        [older] Mais antigos
        [newest] Mais recentes
        [pages] Outras páginas
        [skip] Ir para os pedidos
        [back] Todos os pedidos
        [home] Página inicial
        [timeline] O que aconteceu
        [told] Quem fica sabendo
        [nobody] Ninguém.
        [forgotten] Este pedido não é conhecido aqui.
        [live] Atualiza sozinho
        [polled] Verifica a cada dez segundos
        [lost] Sem conexão, tentando de novo
       *[heading] Pedidos
    }
requests-filter = { $which ->
        [open] Em andamento
        [ready] Prontos
        [failed] Com falha ou recusados
        [over] Cancelados ou excluídos
       *[all] Todos
    }
requests-seasons = { $seasons_opening }
requests-asked = pedido por { $who }
option-year = o de { $year }
option-number = número { $number_words }
example-film = baixe Jurassic Park
example-several = peça Dune
example-season = peça a segunda temporada de Severance
example-there = baixe Breaking Bad
example-missing = quero assistir The Bear

## Mensagens, e o que ouve quem volta

welcome-news = Que bom ter você de volta! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }E há novidades de mais um pedido.
       *[other] { " " }E há novidades de mais { $more_words } pedidos.
    } O que você quer assistir?
news = { $stage ->
        [ready] { what } { is } na sua biblioteca { since }.
        [partial] Uma parte de { name } está na sua biblioteca { since }.
        [failed] O pedido para { wish } falhou.
        [declined] O pedido para { wish } foi recusado.
        [refused] O seu servidor de mídia não aceitou o pedido para { wish }.
        [withdrawn] O pedido para { wish } foi cancelado.
        [gone] O pedido para { wish } foi apagado no seu servidor de mídia.
       *[given-up] Passei tanto tempo sem conseguir pedir { wish } que desisti.
    }{ because }
since = { $day ->
        [today] desde hoje
        [yesterday] desde ontem
       *[before] há { $days_words } dias
    }
notice-title = { what }: { $stage ->
        [ready] já dá para assistir
        [partial] em parte na biblioteca
        [downloading] download em andamento
        [approved] pedido aprovado
        [pending] aguardando aprovação
        [failed] o pedido falhou
        [declined] pedido recusado
        [refused] pedido não aceito
        [given-up] desisti do pedido
        [withdrawn] pedido cancelado
        [gone] pedido apagado
       *[owed] pedido anotado
    }
notice-body = { $stage ->
        [ready] { what } já { is } na sua biblioteca. Aproveite!
        [partial] { $seasons ->
            [none] Uma parte de { name } já está na sua biblioteca.
           *[some] { what } já { is } na sua biblioteca, e o resto está a caminho.
        }
        [downloading] { what } já { is } a caminho.
        [approved] O pedido para { wish } foi aprovado, e a busca começou.
        [pending] O pedido para { wish } foi feito e aguarda aprovação.
        [failed] O pedido para { wish } foi aprovado, mas falhou. O administrador pode tentar de novo.
        [declined] O pedido para { wish } foi recusado.
        [refused] O seu servidor de mídia não aceitou o pedido para { wish }.
        [given-up] Passei tanto tempo sem conseguir pedir { wish } que desisti. Se você ainda quiser, peça de novo.
        [withdrawn] O pedido para { wish } foi cancelado.
        [gone] O pedido para { wish } foi apagado no seu servidor de mídia.
       *[owed] O pedido para { wish } está anotado, e será enviado assim que der.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }O motivo: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] O seu servidor de mídia não aceitou a minha chave.
        [request-not-allowed] Ele não permitia que você fizesse isso.
        [request-quota] Os seus pedidos tinham acabado.
        [request-user-unknown] Ele não conhecia o usuário vinculado a você.
        [request-unsupported] Ele não conseguia fazer isso.
        [request-blocked] Estava na lista de bloqueio.
        [request-csrf] A proteção CSRF dele bloqueava os pedidos.
        [title-unknown] Ele não conhecia esse título.
        [request-refused] { "" }
       *[other] O seu servidor de mídia não respondeu como devia.
    }
notice-library = sua biblioteca
outage-title = { $state ->
        [ended] Overtalkerr: o gerenciador de pedidos voltou a funcionar
       *[began] Overtalkerr: o gerenciador de pedidos não funciona
    }
outage-body = { $state ->
        [ended] O gerenciador de pedidos voltou a funcionar, depois de { $minutes ->
            [one] um minuto
           *[other] { $minutes } minutos
        }. O que estava anotado está sendo enviado agora.
       *[began] O gerenciador de pedidos não funciona há { $minutes ->
            [one] um minuto
           *[other] { $minutes } minutos
        }. Os pedidos ficam anotados e são enviados mais tarde.{ $reason ->
            [none] { "" }
           *[other] { " " }A última observação: { $reason }
        }
    }
trial-title = Overtalkerr: um teste
trial-body = As mensagens sobre os pedidos chegam aqui.
