# Ce que dit Overtalkerr en français : on vouvoie ; un film est « il », une série « elle ». Les trous sont expliqués
# dans speech/en/says.ftl. Un titre vient toujours après « film », « série » ou « collection » là où « de » s'élide.

## Ouvrir et fermer

welcome = Bienvenue sur Overtalkerr ! Donnez-moi un film ou une série, et je m'en occupe. Que voulez-vous regarder ?
welcome-back = Bon retour sur Overtalkerr ! Que voulez-vous regarder ?
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
nothing-found-again = Je n'ai pas trouvé { $title } non plus. Ajoutez l'année ou qui joue dedans, ou épelez le titre. Comment ça s'appelle ?
nothing-found-still = Je n'ai rien trouvé pour { $title }. Il existe peut-être sous un autre nom, alors dites-le-moi. Quel titre dois-je chercher ?
nothing-with = Je n'ai rien trouvé de tel pour { $people }. Que puis-je chercher d'autre ?
nobody-called = Je ne connais personne du nom de { $name }. Quel film ou quelle série voulez-vous ?
knows-no-people = Ici, je ne peux pas chercher qui joue dans quoi. Quel film ou quelle série voulez-vous ?
no-more = C'est tout ce que j'ai trouvé pour { $title }. Quel autre titre voulez-vous ?
no-such-option = Je n'ai rien trouvé de tel. Voulez-vous le titre que j'ai proposé ?
film-has-no-seasons = { $title } est un film, il n'a donc pas de saisons. Voulez-vous le film ?

## Choisir entre plusieurs

which-title = { $people ->
        [none] Vous voulez dire { $choices } ?
       *[other] { $people } : voulez-vous { $choices } ?
    }
which-listed = Lequel de ces titres : { $choices } ?
choice = { $told_kind ->
        [movie] le film
        [tv] la série
       *[none] { $kind ->
            [movie] celui
           *[tv] celle
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
            [movie] produit
           *[tv] produite
        } { in-country }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }avec { $told_actor }
    }
in-country = { $told_country_code ->
        [AE] aux Émirats arabes unis
        [BR] au Brésil
        [CA] au Canada
        [CL] au Chili
        [CU] à Cuba
        [DK] au Danemark
        [GB] au Royaume-Uni
        [HK] à Hong Kong
        [JP] au Japon
        [LB] au Liban
        [LU] au Luxembourg
        [MA] au Maroc
        [MT] à Malte
        [MX] au Mexique
        [NG] au Nigeria
        [NL] aux Pays-Bas
        [PE] au Pérou
        [PH] aux Philippines
        [PK] au Pakistan
        [PT] au Portugal
        [SG] à Singapour
        [SN] au Sénégal
        [TW] à Taïwan
        [US] aux États-Unis
        [VN] au Vietnam
       *[other] en { $told_country }
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
info-unknown = { $topic ->
        [rating] Je ne connais pas la note { of-item }.
        [length] Je ne connais pas la durée { of-item }.
        [cast] Je ne sais pas qui joue dans { item }.
        [plot] Je ne connais pas l'histoire { of-item }.
        [year] Je ne connais pas l'année { of-item }.
       *[other] Je n'ai pas cette information sur { $title }.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Quelles saisons voulez-vous ?
        [request] Voulez-vous que je { it } demande ?
        [rest] { availability }Voulez-vous que je demande le reste ?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = Voici où en sont vos demandes : { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }Et une autre avant cela.
       *[other] { " " }Et { $more_words } autres avant cela.
    } { still-open }
no-requests = Vous n'avez rien demandé récemment. { $asking ->
        [nothing] Que voulez-vous regarder ?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] la demande pour { wish } est notée, et elle partira dès que votre serveur multimédia répondra
        [approved] la demande pour { wish } est enregistrée
        [pending] { wish } { is } en attente de validation
        [processing] la demande pour { wish } est validée et suit son cours
        [searching] la demande pour { wish } est validée, mais aucun téléchargement n'a encore commencé
        [downloading] { wish } { is } en cours de téléchargement{ download-progress }
        [stuck] { wish } { is } en cours de téléchargement, mais cela n'avance pas
        [unreleased] { $due ->
            [none] la demande pour { wish } est validée, mais la sortie se fait attendre
           *[other] la demande pour { wish } est validée, et la sortie est prévue le { $due }
        }
        [partial] { $there ->
            [none] { wish } { is } en partie dans votre bibliothèque
           *[some] { wish } { is } en partie dans votre bibliothèque, à savoir { $there_named }
        }
        [available] { wish } { is } dans votre bibliothèque
        [blocked] { wish } { is } sur la liste noire
        [declined] la demande pour { wish } a été refusée
        [refused] la demande pour { wish } n'a pas été acceptée par votre serveur multimédia
        [failed] la demande pour { wish } a été validée, mais elle a échoué
        [given-up] la demande pour { wish } n'a pas pu être envoyée, et j'ai abandonné
        [withdrawn] la demande pour { wish } a été annulée
        [gone] la demande pour { wish } n'existe plus
       *[missing] il n'y a pas de demande pour { wish }
    }
download-progress = { $told ->
        [yes] , à { $percent } pour cent
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , il reste environ une minute
           *[other] , il reste environ { $left_feminine } minutes
        }
        [hours] { $left ->
            [one] , il reste environ une heure
           *[other] , il reste environ { $left_feminine } heures
        }
       *[none] { "" }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Je vous parlais du titre { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] Voulez-vous que je les demande ?
        [seasons] Quelles saisons voulez-vous ?
        [list] Lequel voulez-vous ?
        [retry] Voulez-vous que je réessaie ?
        [code] Quels sont les quatre chiffres affichés sur la page de l'administrateur ?
        [undo] Voulez-vous que j'annule la demande ?
        [approval] Laquelle voulez-vous que je valide ?
        [refusal] Laquelle voulez-vous que je refuse ?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Voulez-vous que je { it } demande ?
        [rest] { " " }Voulez-vous que je demande le reste ?
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
       *[other] { " " }La raison donnée : { $said }.
    }

## Les demandes en cours

list-everybodys = Voici ce qui a été demandé : { $listed }.{ and-more } { still-open }
none-everybodys = Personne n'a rien demandé récemment. { still-open }
list-downloading = Voici ce qui est en route : { $listed }.{ and-more } { still-open }
none-downloading = Rien n'est en cours de téléchargement en ce moment. { still-open }
list-new = Du nouveau dans votre bibliothèque : { $listed }.{ and-more } { still-open }
none-new = Rien de ce qui a été demandé n'est arrivé ces deux dernières semaines. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }Et une autre demande.
       *[other] { " " }Et { $more_feminine } autres demandes.
    }
new-one = { wish }
list-waiting = En attente de validation : { $listed }.{ and-more }{ $asking ->
        [single] { " " }Voulez-vous que je valide cette demande ?
        [which] { " " }Laquelle voulez-vous que je valide ?
        [single-decline] { " " }Voulez-vous que je refuse cette demande ?
        [which-decline] { " " }Laquelle voulez-vous que je refuse ?
       *[nothing] { "" }
    }
none-waiting = Rien n'est en attente de validation. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , pour { $user }
    }
heeded = D'accord, je vous préviendrai dès que { wish } { $seasons ->
        [none] sera
       *[some] { $seasons_count ->
            [one] sera
           *[other] seront
        }
    } dans votre bibliothèque.
heed-nameless = Je ne sais pas qui parle ici, je ne pourrai donc pas vous prévenir plus tard. Mais vous pouvez me demander à tout moment.
heed-what = Je ne sais pas de quel titre il s'agit. Dites par exemple : { tell-me-when }
tell-me-when = préviens-moi quand Dune sera prêt.
unheeded = D'accord, je ne vous dirai plus rien sur { item }.
unheeded-all = D'accord, je ne vous dirai plus rien sur vos demandes.
unheeded-none = De toute façon, je ne comptais rien vous dire à ce sujet.
unheed-what = Je ne sais pas de quel titre il s'agit. Dites par exemple : ne me préviens plus pour Dune.
retried = D'accord, votre serveur multimédia réessaie avec { wish }.
nothing-failed = À ma connaissance, aucune de vos demandes n'a échoué.
one-at-a-time = Une à la fois, s'il vous plaît. { $asking ->
        [which-decline] Laquelle voulez-vous que je refuse ?
       *[which] Laquelle voulez-vous que je valide ?
    }
not-theirs = Vous n'avez pas le droit de décider des demandes ici. L'administrateur peut vous associer à un compte qui l'a.
allowed = D'accord, la demande pour { wish } est validée.
disallowed = D'accord, la demande pour { wish } est refusée.
shall-undo = Parlez-vous de la demande ? Voulez-vous que je l'annule ?
undo-kept = D'accord, la demande est maintenue.
help-undo = Dites oui et j'annule votre dernière demande, ou non pour la garder. Voulez-vous que je l'annule ?
remind-undo = { not-heard } Voulez-vous que j'annule la demande, oui ou non ?
lost-undo = Je n'ai toujours pas compris. Dites simplement oui ou non. Voulez-vous que j'annule la demande ?
help-approval = Dites laquelle valider, par exemple la première, ou dites refuse et laquelle. Laquelle voulez-vous que je valide ?
remind-approval = { not-heard } Quelle demande voulez-vous que je valide ?
lost-approval = Je n'ai toujours pas compris. Dites la première, la deuxième, ou non pour en rester là. Laquelle voulez-vous que je valide ?
help-refusal = Dites laquelle refuser, par exemple la première, ou non pour en rester là. Laquelle voulez-vous que je refuse ?
remind-refusal = { not-heard } Quelle demande voulez-vous que je refuse ?
lost-refusal = Je n'ai toujours pas compris. Dites la première, la deuxième, ou non pour en rester là. Laquelle voulez-vous que je refuse ?

## Saisons

which-seasons-of-all = { $count ->
        [one] Il y a une seule saison. Vous la voulez ?
       *[other] Il y a { $count_words } saisons. Lesquelles voulez-vous ?
    }
which-of-the-missing = { inventory } Il manque { $missing_named }. { $missing_count ->
        [one] Vous la voulez ?
       *[other] Lesquelles voulez-vous ?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Vous avez { $there_named } de la série { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] n'est là
           *[other] ne sont là
        } qu'en partie.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] est
           *[other] sont
        } en cours de téléchargement.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] est
           *[other] sont
        } en attente de validation.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] La demande pour { $failed_named } a échoué.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] La demande pour { $refused_named } a été refusée.{ " " }
    }
some-seasons = { $specials ->
        [alone] les épisodes spéciaux
        [too] les épisodes spéciaux et { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] la saison
       *[other] les saisons
    } { $numbers }
season-span = { $first_words } à { $last_words }
no-such-season = { $seasons ->
        [specials] Je ne vois aucun épisode spécial de la série { $title }.{ " " }
       *[other] { "" }
    }{ $title } { $count ->
        [one] n'a qu'une saison. Vous la voulez ?
       *[other] compte { $count_words } saisons. { $missing_count ->
            [one] Il ne manque que { $missing_named }. Vous la voulez ?
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
        [partial] { what } { is } déjà en partie dans votre bibliothèque, et il n'y a rien d'autre à demander.
        [blocked] { name } est sur la liste noire, je ne peux donc rien demander.
        [refused] Une demande pour { wish } a été refusée, et votre serveur multimédia n'en accepte pas d'autre.
        [failed] La demande pour { wish } a échoué. L'administrateur peut réessayer.
       *[other] { what } { has-been-requested }.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } de la série { name }
    }
is = { $seasons ->
        [none] est
       *[some] { $seasons_count ->
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
        [mixed] ont déjà été demandés
       *[some] { $seasons_count ->
            [one] a déjà été demandée
           *[other] ont déjà été demandées
        }
    }
already-mixed = { name } a déjà été demandée. { inventory }

## Demander

requested = D'accord, j'ai demandé { wish }.{ $waiting ->
        [yes] { " " }Il ne manque que la validation.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }Les nouveaux épisodes arrivent tout seuls, mais une nouvelle saison est à demander.
            [starts] { " " }La diffusion n'a pas commencé, les épisodes arriveront au fur et à mesure.
           *[not] { "" }
        }
       *[other] { " " }La sortie est prévue le { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }L'autre saison est déjà là ou en route.
           *[other] { " " }Les autres saisons sont déjà là ou en route.
        }
    }{ $unlinked ->
        [yes] { " " }Au fait, la page de l'administrateur a un code pour vous : dites « associe-moi », et vos demandes porteront votre nom.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } de la série { name }
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
undone = D'accord, j'ai annulé { $count ->
        [one] la demande pour { wish }
        [2] les deux demandes
       *[other] les { $count_words } demandes
    }.
crossed-off = D'accord, j'ai rayé { $count ->
        [one] { wish }
        [2] les deux
       *[other] les { $count_words }
    } de ma liste.
partly-undone = Sur { $total_words } demandes, j'en ai annulé { $count ->
        [one] une
       *[other] { $count_words }
    }. { kept }
not-undone = { kept }
not-requested = D'accord. Rien de cela n'était demandé.
undo-failed = { why } Je ne sais pas encore si la demande est annulée. Vous pouvez redire : { undo-that }.
undo-that = annule ma demande
kept = { $kept ->
        [already] C'est déjà annulé.
        [on-its-way] Je ne peux pas annuler la demande pour { wish }, car le téléchargement a déjà commencé.
        [there] Je ne peux pas annuler la demande pour { wish }, car c'est déjà dans votre bibliothèque.
        [shared] Quelqu'un d'autre a aussi demandé { wish }, je n'ai donc rien annulé.
        [sending] Je suis justement en train de demander { wish }. Dans une minute, redites : { undo-that }.
        [untraced] Je ne sais pas quelle demande pour { wish } est la vôtre, je n'ai donc rien annulé.
        [unable] Votre serveur multimédia ne me laisse pas annuler, la demande pour { wish } est donc maintenue.
        [refused] Votre serveur multimédia a refusé d'annuler la demande pour { wish }.
       *[nothing] Vous n'avez rien demandé ces dix dernières minutes que je puisse annuler.
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
        [download-failed] Le téléchargement a échoué.
        [download-stalled] Le téléchargement est bloqué.
        [download-paused] Le téléchargement est en pause.
        [download-client-gone] Le logiciel de téléchargement ne répond pas.
       *[backend-broken] Votre serveur multimédia a répondu par une erreur.
    }

## Aide et rappels

help-nothing = Vous pouvez dire, par exemple, télécharge Jurassic Park, ou trouve la saison deux de The Bear. Que voulez-vous ?
help-offer = Dites oui si c'est le bon titre, non pour entendre le suivant, ou donnez-en un autre. C'est le bon ?
help-list = Dites lequel, par exemple le premier, la série, ou celui de 1984 ; ou non pour en entendre d'autres. Lequel est-ce ?
help-collection = Dites oui et je demande tous les films qui manquent, ou non pour en rester là. Voulez-vous que je les demande ?
help-seasons = Vous pouvez dire toutes, la première saison, ou des numéros comme un et trois. Lesquelles voulez-vous ?
help-retry = Dites oui et je réessaie, ou non pour en rester là. Voulez-vous que je réessaie ?
one-moment = Un instant, s'il vous plaît.
help-code = Demandez à l'administrateur d'ouvrir la page des personnes : un code pour vous y est affiché. Dites ses quatre chiffres un par un. Quels sont les quatre chiffres affichés sur la page de l'administrateur ?
busy = Je suis encore en train de traiter votre dernière phrase. Pouvez-vous répéter ?
start-again = Pardon, j'ai perdu le fil. Reprenons : quel film ou quelle série voulez-vous ?
not-heard = { $heard ->
        [nothing] Je n'ai rien entendu.
       *[something] Pardon, je n'ai pas compris.
    }
remind-nothing = { not-heard } Quel film ou quelle série voulez-vous ?
remind-offer = { not-heard } C'est bien ce titre, oui ou non ?
remind-list = { not-heard } Lequel voulez-vous ?
remind-collection = { not-heard } Voulez-vous que je les demande, oui ou non ?
remind-seasons = { not-heard } Vous pouvez dire toutes, ou des numéros. Quelles saisons voulez-vous ?
remind-retry = { not-heard } Voulez-vous que je réessaie, oui ou non ?
remind-code = { not-heard } Quels sont les quatre chiffres affichés sur la page ?
lost-nothing = Je n'ai toujours pas compris. Dites seulement le titre, puis l'année ou qui joue dedans, ou épelez-le. Quel est le titre ?
lost-offer = Je n'ai toujours pas compris. Dites oui, non, ou le suivant ; ou donnez l'année ou un acteur du bon titre. C'est bien celui-ci ?
lost-list = Je n'ai toujours pas compris. Dites le premier ou le deuxième, l'année, ou qui joue dedans. Lequel est-ce ?
lost-collection = Je n'ai toujours pas compris. Dites simplement oui pour tous, ou non. Voulez-vous que je les demande ?
lost-seasons = Je n'ai toujours pas compris. Dites un numéro, comme deux, ou toutes, la première, ou la dernière. Quelles saisons voulez-vous ?
lost-retry = Je n'ai toujours pas compris. Dites simplement oui ou non. Voulez-vous que je réessaie ?
lost-code = Je n'ai toujours pas compris. Dites seulement les quatre chiffres, un par un, ou dites annuler. Quels sont-ils ?
lost-goodbye = Nous n'arrivons pas à nous comprendre, restons-en là. Redemandez-moi quand vous voulez.
trouble = Pardon, quelque chose s'est mal passé de mon côté. Réessayez dans un instant.
too-often = Ça fait beaucoup de demandes à la fois. Attendez une minute, puis réessayez.

## Être associé à un utilisateur, par un code sur la page de l'administrateur

ask-code = Pour vous associer, il me faut un code. Quels sont les quatre chiffres affichés sur la page de l'administrateur ?
wrong-code = Ce n'est pas le bon code. Quels sont les quatre chiffres affichés sur la page de l'administrateur ?
linked = C'est fait, vous êtes maintenant { $name } pour moi.
not-linked = { $why ->
        [used] Ce code a déjà servi. Demandez-en un nouveau à l'administrateur.
        [old] Ce code est trop ancien : il dure dix minutes. Demandez-en un nouveau à l'administrateur.
        [too-often] Trop de codes étaient faux, je n'en accepte donc plus pour l'instant. Attendez dix minutes, s'il vous plaît.
        [nobody] Je ne sais pas qui parle ici, je ne peux donc pas vous associer.
        [no-users] Votre serveur multimédia ne me laisse pas faire de demandes au nom de ses utilisateurs, il n'y a donc personne à qui vous associer.
        [gone] Votre serveur multimédia ne connaît plus l'utilisateur de ce code. Demandez un nouveau code à l'administrateur.
       *[unasked] Je ne peux pas interroger votre serveur multimédia en ce moment, rien n'est donc encore associé. Le code reste valable : redites-le dans un instant.
    }

## Ce que les plateformes montrent ou répètent

reprompt = { $context ->
        [offer] C'est bien ce titre, oui ou non ?
        [collection] Voulez-vous que je les demande, oui ou non ?
        [seasons] Quelles saisons voulez-vous ?
        [list] Lequel voulez-vous ?
        [retry] Voulez-vous que je réessaie ?
        [code] Quels sont les quatre chiffres affichés sur la page de l'administrateur ?
        [undo] Voulez-vous que j'annule la demande ?
        [approval] Laquelle voulez-vous que je valide ?
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
stage-label = { $stage ->
        [owed] Noté, pas encore envoyé
        [pending] En attente de validation
        [approved] Validé
        [downloading] En cours de téléchargement
        [partial] En partie dans votre bibliothèque
        [ready] Disponible
        [failed] Échoué
        [declined] Refusé
        [refused] Non accepté
        [given-up] Abandonné
        [withdrawn] Annulé
       *[gone] Supprimé
    }
source-label = { $source ->
        [outbox] noté par Overtalkerr
        [webhook] signalé par le serveur multimédia
       *[look] constaté sur le serveur multimédia
    }
requests-page = { $part ->
        [stage] Avancement
        [kind] Genre
        [words] Mots du titre
        [show] Afficher
        [none] Rien n'a encore été demandé.
        [no-match] Aucune demande ne correspond.
        [since] depuis le
        [older] Plus anciennes
        [newest] Plus récentes
        [pages] Autres pages
        [skip] Aller aux demandes
        [back] Toutes les demandes
        [home] Accueil
        [timeline] Ce qui s'est passé
        [told] Qui est prévenu
        [nobody] Personne.
        [forgotten] Cette demande est inconnue ici.
        [live] Mise à jour automatique
        [polled] Vérification toutes les dix secondes
        [lost] Pas de connexion, nouvelle tentative en cours
       *[heading] Demandes
    }
requests-filter = { $which ->
        [open] En cours
        [ready] Disponibles
        [failed] Échouées ou refusées
        [over] Annulées ou supprimées
       *[all] Tout
    }
requests-seasons = { $seasons_opening }
requests-asked = à la demande de { $who }
option-year = celui de { $year }
option-number = numéro { $number_words }
example-film = télécharge Jurassic Park
example-several = trouve Dune
example-season = trouve la saison deux de Severance
example-there = télécharge Breaking Bad
example-missing = je veux regarder The Bear

## Messages, et ce qu'entend qui revient

welcome-news = Bon retour ! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }Et il y a du nouveau pour une autre demande.
       *[other] { " " }Et il y a du nouveau pour { $more_words } autres demandes.
    } Que voulez-vous regarder ?
news = { $stage ->
        [ready] { what } { is } dans votre bibliothèque { since }.
        [partial] { name } est en partie dans votre bibliothèque { since }.
        [failed] La demande pour { wish } a échoué.
        [declined] La demande pour { wish } a été refusée.
        [refused] Votre serveur multimédia n'a pas accepté la demande pour { wish }.
        [withdrawn] La demande pour { wish } a été annulée.
        [gone] La demande pour { wish } a été supprimée sur votre serveur multimédia.
       *[given-up] Je n'ai pas pu demander { wish } pendant si longtemps que j'ai abandonné.
    }{ because }
since = { $day ->
        [today] depuis aujourd'hui
        [yesterday] depuis hier
       *[before] depuis { $days_words } jours
    }
notice-title = { what } : { $stage ->
        [ready] à regarder dès maintenant
        [partial] en partie là
        [downloading] téléchargement en cours
        [approved] demande validée
        [pending] en attente de validation
        [failed] échec de la demande
        [declined] demande refusée
        [refused] demande non acceptée
        [given-up] demande abandonnée
        [withdrawn] demande annulée
        [gone] demande supprimée
       *[owed] demande notée
    }
notice-body = { $stage ->
        [ready] { what } { is } maintenant dans votre bibliothèque. Bon visionnage !
        [partial] { $seasons ->
            [none] { name } est maintenant en partie dans votre bibliothèque.
           *[some] { what } { is } maintenant dans votre bibliothèque, le reste est en route.
        }
        [downloading] { what } { is } en cours de téléchargement.
        [approved] La demande pour { wish } est validée, la recherche est lancée.
        [pending] La demande pour { wish } est faite et attend d'être validée.
        [failed] La demande pour { wish } a été validée, mais elle a échoué. L'administrateur peut réessayer.
        [declined] La demande pour { wish } a été refusée.
        [refused] Votre serveur multimédia n'a pas accepté la demande pour { wish }.
        [given-up] Je n'ai pas pu demander { wish } pendant si longtemps que j'ai abandonné. Si vous en avez toujours envie, redemandez-le-moi.
        [withdrawn] La demande pour { wish } a été annulée.
        [gone] La demande pour { wish } a été supprimée sur votre serveur multimédia.
       *[owed] La demande pour { wish } est notée, et sera envoyée dès que ce sera possible.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }La raison donnée : { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Votre serveur multimédia n'a pas accepté ma clé.
        [request-not-allowed] Il ne vous y autorisait pas.
        [request-quota] Votre quota de demandes était épuisé.
        [request-user-unknown] Il ne connaissait pas le compte qui vous était associé.
        [request-unsupported] Il ne savait pas faire ça.
        [request-blocked] C'était sur la liste noire.
        [request-csrf] Sa protection CSRF bloquait les demandes.
        [title-unknown] Il ne connaissait pas ce titre.
        [request-refused] { "" }
       *[other] Votre serveur multimédia n'a pas répondu comme il fallait.
    }
notice-library = votre bibliothèque
outage-title = { $state ->
        [ended] Overtalkerr : le gestionnaire de demandes fonctionne de nouveau
       *[began] Overtalkerr : le gestionnaire de demandes est en panne
    }
outage-body = { $state ->
        [ended] Le gestionnaire de demandes fonctionne de nouveau, après { $minutes ->
            [one] une minute
           *[other] { $minutes } minutes
        }. Ce qui était noté est envoyé maintenant.
       *[began] Le gestionnaire de demandes ne fonctionne plus depuis { $minutes ->
            [one] une minute
           *[other] { $minutes } minutes
        }. Les demandes sont notées, et envoyées plus tard.{ $reason ->
            [none] { "" }
           *[other] { " " }Dernière observation : { $reason }
        }
    }
trial-title = Overtalkerr : un essai
trial-body = Les messages sur les demandes arrivent ici.
