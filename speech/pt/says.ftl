# O que o Overtalkerr diz em português do Brasil: você; um filme é "ele", uma série é "ela". Os espaços são explicados
# em speech/en/says.ftl.

## Abrir e fechar

welcome = Boas-vindas ao Overtalkerr! Diga um filme ou uma série, e eu peço para você. O que você quer assistir?
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
of-item = { $kind ->
        [movie] do filme { $title }
       *[tv] da série { $title }
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
no-more = Isso foi tudo o que encontrei de { $title }. Qual outro título você quer?
no-such-option = Não encontrei nada parecido. Você quer o título que eu sugeri?
film-has-no-seasons = { $title } é um filme, então não tem temporadas. Você quer o filme?

## Escolher entre vários

which-title = Você quer dizer { choice-1 }{ $count ->
        [1] { "" }
        [2] { $pause } ou { choice-2 }
       *[other] ,{ $pause } { choice-2 }{ $pause } ou { choice-3 }
    }?
choice-1 = { $kind_1 ->
        [movie] o filme { $title_1 }
       *[tv] a série { $title_1 }
    }{ $year_1 ->
        [none] { "" }
       *[other] { " " }de { $year_1 }
    }
choice-2 = { $kind_2 ->
        [movie] o filme { $title_2 }
       *[tv] a série { $title_2 }
    }{ $year_2 ->
        [none] { "" }
       *[other] { " " }de { $year_2 }
    }
choice-3 = { $kind_3 ->
        [movie] o filme { $title_3 }
       *[tv] a série { $title_3 }
    }{ $year_3 ->
        [none] { "" }
       *[other] { " " }de { $year_3 }
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
info-unknown = Isso eu não sei sobre { $title }. { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quais temporadas você quer?
        [request] Quer que eu peça?
       *[offer] { is-it-that }
    }

## Temporadas

which-seasons-of-all = { $count ->
        [one] Tem só uma temporada. Você quer?
       *[other] São { $count_feminine } temporadas. Quais você quer?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Falta a temporada { $missing }. Você quer?
       *[other] Faltam as temporadas { $missing }. Quais você quer?
    }
inventory = { $there ->
        [none] { "" }
       *[other] { $there_count ->
            [one] Você tem a temporada { $there } de { name }.{ " " }
           *[other] Você tem as temporadas { $there } de { name }.{ " " }
        }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] A temporada { $partly } está só em parte.{ " " }
           *[other] As temporadas { $partly } estão só em parte.{ " " }
        }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] A temporada { $coming } está a caminho.{ " " }
           *[other] As temporadas { $coming } estão a caminho.{ " " }
        }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] A temporada { $waiting } aguarda aprovação.{ " " }
           *[other] As temporadas { $waiting } aguardam aprovação.{ " " }
        }
    }{ $failed ->
        [none] { "" }
       *[other] { $failed_count ->
            [one] O pedido da temporada { $failed } falhou.{ " " }
           *[other] Os pedidos das temporadas { $failed } falharam.{ " " }
        }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] A temporada { $refused } foi recusada.{ " " }
           *[other] As temporadas { $refused } foram recusadas.{ " " }
        }
    }
no-such-season = { $title } tem { $count ->
        [one] só uma temporada. Você quer?
       *[other] { $count_feminine } temporadas. { $missing_count ->
            [one] Só falta a temporada { $missing }. Você quer?
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
        [partial] Uma parte { of-what } já está na sua biblioteca, e não há mais nada para pedir.
        [blocked] { name } está na lista de bloqueio, então não posso pedir nada.
        [refused] Um pedido { of-what } foi recusado, e o seu servidor de mídia não aceita outro.
        [failed] O pedido { of-what } falhou. O administrador pode tentar de novo.
       *[other] { what } já { is-requested }.
    }
what = { $seasons ->
        [none] { name }
        [specials] Os episódios especiais de { name }
       *[other] { $seasons_count ->
            [one] A temporada { $seasons } de { name }
           *[other] As temporadas { $seasons } de { name }
        }
    }
of-what = { $seasons ->
        [none] { of-item }{ in-4k }
        [specials] dos episódios especiais de { name }
       *[other] { $seasons_count ->
            [one] da temporada { $seasons } de { name }
           *[other] das temporadas { $seasons } de { name }
        }
    }
is = { $seasons ->
        [none] está
        [specials] estão
       *[other] { $seasons_count ->
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
       *[other] { $seasons_count ->
            [one] foi pedida
           *[other] foram pedidas
        }
    }
already-mixed = { name } já foi pedida. { inventory }

## Pedir

requested = Certo, pedi { wish }. { $waiting ->
        [yes] Só falta a aprovação.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] { $left_out_count ->
                    [one] A outra temporada já está lá ou a caminho.
                   *[other] As outras temporadas já estão lá ou a caminho.
                }
            }
           *[other] A estreia é em { $due }.
        }
    }{ $unlinked ->
        [yes] { " " }Aliás, o administrador pode vincular você, para que os seus pedidos levem o seu nome.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
        [specials] os episódios especiais de { name }
       *[other] { $seasons_count ->
            [one] a temporada { $seasons } de { name }
           *[other] as temporadas { $seasons } de { name }
        }
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
       *[backend-broken] O seu servidor de mídia respondeu com um erro.
    }

## Ajuda e lembretes

help-nothing = Você pode dizer, por exemplo, baixe Jurassic Park, ou peça a segunda temporada de The Bear. O que você quer?
help-offer = Diga sim se for o título que você quer, não para ouvir o próximo, ou diga outro. É esse que você quer?
help-list = Diga qual, por exemplo o primeiro, a série, ou o de 1984; ou não para ouvir outros. Qual é?
help-collection = Diga sim e eu peço todos os filmes que faltam, ou não para deixar assim. Quer que eu peça?
help-seasons = Você pode dizer todas, a primeira temporada, ou números como um e três. Quais você quer?
help-retry = Diga sim e eu tento de novo, ou não para deixar assim. Quer que eu tente de novo?
remind-nothing = Desculpe, não entendi. Qual filme ou série você quer?
remind-offer = Desculpe, não entendi. É o título que você quer, sim ou não?
remind-list = Desculpe, não entendi. Qual você quer?
remind-collection = Desculpe, não entendi. Quer que eu peça, sim ou não?
remind-seasons = Desculpe, não entendi. Você pode dizer todas, ou números. Quais temporadas você quer?
remind-retry = Desculpe, não entendi. Quer que eu tente de novo, sim ou não?
trouble = Desculpe, algo deu errado por aqui. Tente de novo daqui a pouco.

## O que as plataformas mostram ou repetem

reprompt = { $context ->
        [offer] É o título que você quer, sim ou não?
        [collection] Quer que eu peça, sim ou não?
        [seasons] Quais temporadas você quer?
        [list] Qual você quer?
        [retry] Quer que eu tente de novo?
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
option-year = o de { $year }
option-number = número { $number_words }
example-film = baixe Jurassic Park
example-several = peça Dune
example-season = peça a segunda temporada de Severance
example-there = baixe Breaking Bad
example-missing = quero assistir The Bear
