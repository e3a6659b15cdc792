# Ce que dit Overtalkerr en français : on vouvoie ; un film est « il », une série « elle ». Les trous sont expliqués
# dans speech/en/says.ftl. Un titre vient toujours après « film », « série » ou « collection » là où « de » s'élide.

## Ouvrir et fermer

welcome = Bienvenue sur Overtalkerr ! Donnez-moi un film ou une série, et je m'en occupe. Que voulez-vous regarder ?
what-would-you-like = Quel film ou quelle série voulez-vous ?
goodbye = D'accord. Au revoir !

## Proposer un titre

offer = J'ai trouvé { item }{ when }. { availability }{ lacking }{ is-it-that }
offer-request = J'ai trouvé { item }{ when }. { $availability ->
        [missing] { it-starts } n'est pas encore dans votre bibliothèque.{ " " }
       *[other] { availability }
    }{ lacking }Voulez-vous que je { it } demande{ in-4k } ?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] Et { item }{ when } ? { lacking }{ is-it-that }
           *[none] Et { item }{ when }{ and-in-4k } ?
        }
       *[other] Et { item }{ when }{ and-in-4k } ? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] Vous { it } voulez en 4K ?
       *[hd] { $kind ->
            [movie] C'est bien celui-là ?
            [tv] C'est bien celle-là ?
           *[none] C'est bien ce titre ?
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
        [uhd] Je ne peux pas l'avoir en 4K ici.{ " " }
       *[none] { "" }
    }
it = { $kind ->
        [tv] la
       *[movie] le
    }
it-starts = { $kind ->
        [tv] Elle
       *[movie] Il
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] le film { $title }
       *[tv] la série { $title }
    }
of-item = { $kind ->
        [movie] du film { $title }
       *[tv] de la série { $title }
    }
when = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] , { $kind ->
                [movie] sorti
               *[tv] sortie
            } en { $year }
        }
       *[other] , qui sort le { $due }
    }
availability = { $availability ->
        [available] { it-starts } est déjà dans votre bibliothèque.{ " " }
        [processing] { it-starts } est en cours de téléchargement.{ " " }
        [pending] { $kind ->
            [movie] Il a déjà été demandé, et attend d'être validé.{ " " }
           *[tv] Elle a déjà été demandée, et attend d'être validée.{ " " }
        }
        [partial] Une partie est déjà dans votre bibliothèque.{ " " }
        [blocked] { it-starts } est sur la liste noire.{ " " }
        [declined] Une demande a déjà été refusée.{ " " }
        [refused] Une demande a déjà été refusée.{ " " }
        [failed] Une demande a été validée, mais elle a échoué.{ " " }
       *[missing] { "" }
    }
nothing-found = Je n'ai rien trouvé pour { $title }. Que puis-je chercher d'autre ?
no-more = C'est tout ce que j'ai trouvé pour { $title }. Quel autre titre voulez-vous ?
no-such-option = Je n'ai rien trouvé de tel. Voulez-vous le titre que j'ai proposé ?
film-has-no-seasons = { $title } est un film, il n'a donc pas de saisons. Voulez-vous le film ?

## Choisir entre plusieurs

which-title = Vous voulez dire { choice-1 }{ $count ->
        [1] { "" }
        [2] ,{ $pause } ou { choice-2 }
       *[other] ,{ $pause } { choice-2 },{ $pause } ou { choice-3 }
    } ?
choice-1 = { $kind_1 ->
        [movie] le film { $title_1 }
       *[tv] la série { $title_1 }
    }{ $year_1 ->
        [none] { "" }
       *[other] { " " }de { $year_1 }
    }
choice-2 = { $kind_2 ->
        [movie] le film { $title_2 }
       *[tv] la série { $title_2 }
    }{ $year_2 ->
        [none] { "" }
       *[other] { " " }de { $year_2 }
    }
choice-3 = { $kind_3 ->
        [movie] le film { $title_3 }
       *[tv] la série { $title_3 }
    }{ $year_3 ->
        [none] { "" }
       *[other] { " " }de { $year_3 }
    }
no-such-choice = Je n'ai rien trouvé de tel. Lequel voulez-vous ?
need-a-title = Il me faut un titre pour ça. Quel film ou quelle série voulez-vous ?
season-of-what = De quelle série s'agit-il ?

## Questions sur un titre

info-plot = { $plot }{ $pause } { question }
info-cast = Dans { item }, on retrouve { $cast }. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] La réalisation est de { $directors }.
           *[tv] L'idée est de { $directors }.
        }
    } { question }
info-year = { $title } date de { $year }. { question }
info-length = { $kind ->
        [movie] { $title } dure { $minutes } minutes.
       *[tv] Un épisode de la série { $title } dure environ { $minutes } minutes.
    } { question }
info-rating = { $title } a une note de { $rating } sur dix. { question }
info-seasons = { $title } compte { $count ->
        [one] une saison
       *[other] { $count_words } saisons
    }. { question }
info-unknown = Je n'ai pas cette information sur { $title }. { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quelles saisons voulez-vous ?
        [request] Voulez-vous que je { it } demande ?
       *[offer] { is-it-that }
    }

## Saisons

which-seasons-of-all = { $count ->
        [one] Il y a une seule saison. Vous la voulez ?
       *[other] Il y a { $count_words } saisons. Lesquelles voulez-vous ?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Il manque la saison { $missing }. Vous la voulez ?
       *[other] Il manque les saisons { $missing }. Lesquelles voulez-vous ?
    }
inventory = { $there ->
        [none] { "" }
       *[other] { $there_count ->
            [one] Vous avez la saison { $there } de la série { name }.{ " " }
           *[other] Vous avez les saisons { $there } de la série { name }.{ " " }
        }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] La saison { $partly } n'est là qu'en partie.{ " " }
           *[other] Les saisons { $partly } ne sont là qu'en partie.{ " " }
        }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] La saison { $coming } est en cours de téléchargement.{ " " }
           *[other] Les saisons { $coming } sont en cours de téléchargement.{ " " }
        }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] La saison { $waiting } attend d'être validée.{ " " }
           *[other] Les saisons { $waiting } attendent d'être validées.{ " " }
        }
    }{ $failed ->
        [none] { "" }
       *[other] { $failed_count ->
            [one] La demande de la saison { $failed } a échoué.{ " " }
           *[other] Les demandes des saisons { $failed } ont échoué.{ " " }
        }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] La saison { $refused } a été refusée.{ " " }
           *[other] Les saisons { $refused } ont été refusées.{ " " }
        }
    }
no-such-season = { $title } { $count ->
        [one] n'a qu'une saison. Vous la voulez ?
       *[other] compte { $count_words } saisons. { $missing_count ->
            [one] Il ne manque que la saison { $missing }. Vous la voulez ?
           *[other] Lesquelles voulez-vous ?
        }
    }
only-seasons = { $title } { $count ->
        [one] n'a qu'une saison, et elle est déjà là ou demandée.
       *[other] compte { $count_words } saisons, et toutes sont déjà là ou demandées.
    }
no-seasons-yet = Je ne vois encore aucune saison de la série { $title }, il n'y a donc rien à demander.

## Rien à demander

already = { $availability ->
        [available] { what } { is } déjà dans votre bibliothèque ! Bon visionnage !
        [processing] { what } { is } déjà en cours de téléchargement. Il n'y en a plus pour longtemps !
        [pending] { what } { has-been-requested }, il ne manque que la validation.
        [partial] Une partie { of-what } est déjà dans votre bibliothèque, et il n'y a rien d'autre à demander.
        [blocked] { name } est sur la liste noire, je ne peux donc rien demander.
        [refused] Une demande pour { wish } a été refusée, et votre serveur multimédia n'en accepte pas d'autre.
        [failed] La demande pour { wish } a échoué. L'administrateur peut réessayer.
       *[other] { what } { has-been-requested }.
    }
what = { $seasons ->
        [none] { name }
        [specials] Les épisodes spéciaux de la série { name }
       *[other] { $seasons_count ->
            [one] La saison { $seasons } de la série { name }
           *[other] Les saisons { $seasons } de la série { name }
        }
    }
of-what = { $seasons ->
        [none] { of-item }{ in-4k }
        [specials] des épisodes spéciaux de la série { name }
       *[other] { $seasons_count ->
            [one] de la saison { $seasons } de la série { name }
           *[other] des saisons { $seasons } de la série { name }
        }
    }
is = { $seasons ->
        [none] est
        [specials] sont
       *[other] { $seasons_count ->
            [one] est
           *[other] sont
        }
    }
has-been-requested = { $seasons ->
        [none] { $kind ->
            [movie] a déjà été demandé
           *[tv] a déjà été demandée
        }
        [specials] ont déjà été demandés
       *[other] { $seasons_count ->
            [one] a déjà été demandée
           *[other] ont déjà été demandées
        }
    }
already-mixed = { name } a déjà été demandée. { inventory }

## Demander

requested = D'accord, j'ai demandé { wish }. { $waiting ->
        [yes] Il ne manque que la validation.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] { $left_out_count ->
                    [one] L'autre saison est déjà là ou en route.
                   *[other] Les autres saisons sont déjà là ou en route.
                }
            }
           *[other] La sortie est prévue le { $due }.
        }
    }{ $unlinked ->
        [yes] { " " }Au fait, l'administrateur peut associer votre compte, pour que vos demandes portent votre nom.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
        [specials] les épisodes spéciaux de la série { name }
       *[other] { $seasons_count ->
            [one] la saison { $seasons } de la série { name }
           *[other] les saisons { $seasons } de la série { name }
        }
    }
owed = { why } Je l'ai noté, et je demanderai { wish } dès que ce sera possible.
refused = Je n'ai pas pu demander { name }. { why }
collection = { collection-size }. { $lacking ->
        [uhd] Je ne peux pas les avoir en 4K ici.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Il manque { $names }. Voulez-vous que je le demande{ in-4k } ?
       *[other] Il manque { $names }. Voulez-vous que je les demande tous{ in-4k } ?
    }
collection-complete = { collection-size }. { $count ->
        [one] Il est déjà là ou demandé.
       *[other] Ils sont tous déjà là ou demandés.
    }
collection-size = J'ai trouvé { $title }, avec { $count ->
        [one] un film
       *[other] { $count_words } films
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Il n'y a plus rien à demander pour { $title }. Quelqu'un a été plus rapide.
               *[other] Je n'ai rien pu demander pour { $title }. { why }
            }
           *[other] { why } Je l'ai noté, et je demanderai ce qui manque pour { $title } dès que ce sera possible.
        }
        [one] D'accord, j'ai demandé un film de la collection { $title }{ in-4k }. { rest-of-them }
       *[other] D'accord, j'ai demandé { $taken_words } films de la collection { $title }{ in-4k }. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Il ne manque que la validation.{ " " }
           *[other] L'un d'eux attend d'être validé.{ " " }
        }
       *[other] Parmi eux, { $waiting_words } attendent d'être validés.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] J'en demanderai encore un dès que votre serveur multimédia l'acceptera.{ " " }
       *[other] J'en demanderai encore { $owed_words } dès que votre serveur multimédia les acceptera.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Votre serveur multimédia en a refusé un autre. { why }
       *[other] Votre serveur multimédia en a refusé { $refused_words } autres. { why }
    }
cannot-ask = { why }
stalled = { why } Voulez-vous que je réessaie ?
why = { $why ->
        [backend-unreachable] Je n'arrive pas à joindre votre serveur multimédia en ce moment.
        [backend-too-slow] Votre serveur multimédia met trop de temps à répondre.
        [backend-resting] Votre serveur multimédia a échoué plusieurs fois de suite, alors je le laisse souffler un instant.
        [backend-busy] Votre serveur multimédia est débordé en ce moment.
        [backend-key-refused] Votre serveur multimédia n'accepte pas ma clé. L'administrateur doit vérifier la clé d'API.
        [request-not-allowed] Votre serveur multimédia ne vous y autorise pas.
        [request-quota] { $frees ->
            [none] Votre quota de demandes est épuisé pour le moment.
           *[other] Votre quota de demandes est épuisé. La prochaine sera possible le { $frees }.
        }
        [request-user-unknown] Votre serveur multimédia ne connaît pas le compte qui vous est associé. L'administrateur doit l'associer de nouveau.
        [request-unsupported] Votre serveur multimédia ne sait pas faire ça.
        [backend-blind] Je ne peux rien chercher en ce moment, car votre serveur multimédia n'atteint pas sa base de films.
        [request-blocked] C'est sur la liste noire.
        [request-csrf] La protection CSRF de votre serveur multimédia bloque les demandes. L'administrateur doit la désactiver.
        [title-unknown] Votre serveur multimédia ne connaît pas ce titre.
        [request-refused] Votre serveur multimédia a refusé la demande.
       *[backend-broken] Votre serveur multimédia a répondu par une erreur.
    }

## Aide et rappels

help-nothing = Vous pouvez dire, par exemple, télécharge Jurassic Park, ou trouve la saison deux de The Bear. Que voulez-vous ?
help-offer = Dites oui si c'est le bon titre, non pour entendre le suivant, ou donnez-en un autre. C'est le bon ?
help-list = Dites lequel, par exemple le premier, la série, ou celui de 1984 ; ou non pour en entendre d'autres. Lequel est-ce ?
help-collection = Dites oui et je demande tous les films qui manquent, ou non pour en rester là. Voulez-vous que je les demande ?
help-seasons = Vous pouvez dire toutes, la première saison, ou des numéros comme un et trois. Lesquelles voulez-vous ?
help-retry = Dites oui et je réessaie, ou non pour en rester là. Voulez-vous que je réessaie ?
remind-nothing = Pardon, je n'ai pas compris. Quel film ou quelle série voulez-vous ?
remind-offer = Pardon, je n'ai pas compris. C'est bien ce titre, oui ou non ?
remind-list = Pardon, je n'ai pas compris. Lequel voulez-vous ?
remind-collection = Pardon, je n'ai pas compris. Voulez-vous que je les demande, oui ou non ?
remind-seasons = Pardon, je n'ai pas compris. Vous pouvez dire toutes, ou des numéros. Quelles saisons voulez-vous ?
remind-retry = Pardon, je n'ai pas compris. Voulez-vous que je réessaie, oui ou non ?
trouble = Pardon, quelque chose s'est mal passé de mon côté. Réessayez dans un instant.

## Ce que les plateformes montrent ou répètent

reprompt = { $context ->
        [offer] C'est bien ce titre, oui ou non ?
        [collection] Voulez-vous que je les demande, oui ou non ?
        [seasons] Quelles saisons voulez-vous ?
        [list] Lequel voulez-vous ?
        [retry] Voulez-vous que je réessaie ?
       *[nothing] Quel film ou quelle série voulez-vous ?
    }
button-yes = Oui
button-no = Non
button-next = Le suivant
button-all-seasons = Toutes
button-cancel = Annuler
button-help = Que puis-je dire ?
button-season = Saison { $number }

## Ce que montre la page de test

kind-label = { $kind ->
        [movie] Film
        [collection] Collection
       *[tv] Série
    }
availability-label = { $availability ->
        [available] Dans votre bibliothèque
        [processing] En cours de téléchargement
        [pending] En attente de validation
        [partial] En partie dans votre bibliothèque
        [blocked] Sur la liste noire
        [queued] Noté, pas encore envoyé
        [declined] Refusé
        [refused] Refusé
        [failed] Échoué
       *[missing] Pas dans votre bibliothèque
    }
option-year = celui de { $year }
option-number = numéro { $number_words }
example-film = télécharge Jurassic Park
example-several = trouve Dune
example-season = trouve la saison deux de Severance
example-there = télécharge Breaking Bad
example-missing = je veux regarder The Bear
