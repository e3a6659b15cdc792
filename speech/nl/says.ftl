# Wat Overtalkerr in het Nederlands zegt: met je en jij; een film en een serie zijn allebei "die". De gaten worden
# uitgelegd in speech/en/says.ftl.

## Begin en einde

welcome = Welkom bij Overtalkerr! Noem een film of een serie, en ik regel het. Wat wil je kijken?
what-would-you-like = Welke film of serie wil je?
goodbye = Oké. Tot ziens!

## Een titel voorstellen

offer = Ik heb { item }{ from-year } gevonden{ that-comes }. { availability }{ lacking }{ is-it-that }
offer-request = Ik heb { item }{ from-year } gevonden{ that-comes }. { $availability ->
        [missing] Die staat nog niet in je bibliotheek.{ " " }
       *[other] { availability }
    }{ lacking }Zal ik die{ in-4k } aanvragen?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] En { item }{ from-year }{ that-comes }? { lacking }{ is-it-that }
           *[none] En { item }{ from-year }{ in-4k }{ that-comes }?
        }
       *[other] En { item }{ from-year }{ in-4k }{ that-comes }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] Wil je die in 4K?
       *[hd] Is dat de juiste?
    }
in-4k = { $quality ->
        [uhd] { " " }in 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] In 4K kan ik die hier niet krijgen.{ " " }
       *[none] { "" }
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] de film { $title }
       *[tv] de serie { $title }
    }
from-year = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] { " " }uit { $year }
        }
       *[other] { "" }
    }
that-comes = { $due ->
        [none] { "" }
       *[other] , die op { $due } uitkomt
    }
availability = { $availability ->
        [available] Die staat al in je bibliotheek.{ " " }
        [processing] Die wordt nu gedownload.{ " " }
        [pending] Die is al aangevraagd en wacht op goedkeuring.{ " " }
        [partial] Een deel daarvan staat al in je bibliotheek.{ " " }
        [blocked] Die staat op de blokkeerlijst.{ " " }
        [declined] Een aanvraag hiervoor is al eens afgewezen.{ " " }
        [refused] Een aanvraag hiervoor is al eens afgewezen.{ " " }
        [failed] Een aanvraag hiervoor is goedgekeurd, maar mislukt.{ " " }
       *[missing] { "" }
    }
nothing-found = Ik heb niets gevonden voor { $title }. Waar zal ik anders naar zoeken?
no-more = Dat was alles wat ik voor { $title } vond. Welke andere titel wil je?
no-such-option = Zo'n titel zat er niet bij. Wil je de titel die ik voorstelde?
film-has-no-seasons = { $title } is een film, en heeft dus geen seizoenen. Wil je de film?

## Kiezen tussen titels

which-title = Bedoel je { choice-1 }{ $count ->
        [1] { "" }
        [2] { $pause } of { choice-2 }
       *[other] ,{ $pause } { choice-2 }{ $pause } of { choice-3 }
    }?
choice-1 = { $kind_1 ->
        [movie] de film { $title_1 }
       *[tv] de serie { $title_1 }
    }{ $year_1 ->
        [none] { "" }
       *[other] { " " }uit { $year_1 }
    }
choice-2 = { $kind_2 ->
        [movie] de film { $title_2 }
       *[tv] de serie { $title_2 }
    }{ $year_2 ->
        [none] { "" }
       *[other] { " " }uit { $year_2 }
    }
choice-3 = { $kind_3 ->
        [movie] de film { $title_3 }
       *[tv] de serie { $title_3 }
    }{ $year_3 ->
        [none] { "" }
       *[other] { " " }uit { $year_3 }
    }
no-such-choice = Zo'n titel zat er niet bij. Welke wil je?
need-a-title = Daar heb ik een titel voor nodig. Welke film of serie wil je?
season-of-what = Van welke serie wil je dat?

## Vragen over een titel

info-plot = { $plot }{ $pause } { question }
info-cast = In { $title } { $cast_count ->
        [one] speelt
       *[other] spelen
    } { $cast } mee. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] De regie is van { $directors }.
           *[tv] Het idee komt van { $directors }.
        }
    } { question }
info-year = { $title } komt uit { $year }. { question }
info-length = { $kind ->
        [movie] { $title } duurt { $minutes } minuten.
       *[tv] Een aflevering van { $title } duurt ongeveer { $minutes } minuten.
    } { question }
info-rating = { $title } krijgt als cijfer een { $rating }. { question }
info-seasons = { $title } heeft { $count ->
        [one] één seizoen
       *[other] { $count_words } seizoenen
    }. { question }
info-unknown = Dat weet ik niet van { $title }. { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Welke seizoenen wil je?
        [request] Zal ik die aanvragen?
       *[offer] { is-it-that }
    }

## Seizoenen

which-seasons-of-all = { $count ->
        [one] Er is maar één seizoen. Wil je dat?
       *[other] Er zijn { $count_words } seizoenen. Welke wil je?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Seizoen { $missing } ontbreekt. Wil je dat?
       *[other] De seizoenen { $missing } ontbreken. Welke wil je?
    }
inventory = { $there ->
        [none] { "" }
       *[other] { $there_count ->
            [one] Je hebt seizoen { $there } van { name }.{ " " }
           *[other] Je hebt de seizoenen { $there } van { name }.{ " " }
        }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] Seizoen { $partly } is er maar voor een deel.{ " " }
           *[other] De seizoenen { $partly } zijn er maar voor een deel.{ " " }
        }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] Seizoen { $coming } wordt nu gedownload.{ " " }
           *[other] De seizoenen { $coming } worden nu gedownload.{ " " }
        }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] Seizoen { $waiting } wacht op goedkeuring.{ " " }
           *[other] De seizoenen { $waiting } wachten op goedkeuring.{ " " }
        }
    }{ $failed ->
        [none] { "" }
       *[other] { $failed_count ->
            [one] De aanvraag voor seizoen { $failed } is mislukt.{ " " }
           *[other] De aanvragen voor de seizoenen { $failed } zijn mislukt.{ " " }
        }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] Seizoen { $refused } is afgewezen.{ " " }
           *[other] De seizoenen { $refused } zijn afgewezen.{ " " }
        }
    }
no-such-season = { $title } heeft { $count ->
        [one] maar één seizoen. Wil je dat?
       *[other] { $count_words } seizoenen. { $missing_count ->
            [one] Alleen seizoen { $missing } ontbreekt. Wil je dat?
           *[other] Welke wil je?
        }
    }
only-seasons = { $title } heeft { $count ->
        [one] maar één seizoen, en dat is er al of is al aangevraagd.
       *[other] { $count_words } seizoenen, en die zijn er allemaal al of zijn al aangevraagd.
    }
no-seasons-yet = Ik zie nog geen seizoenen van { $title }, dus er valt niets aan te vragen.

## Niets aan te vragen

already = { $availability ->
        [available] { what } { stands } al in je bibliotheek! Je kunt meteen gaan kijken.
        [processing] { what } { becomes } al gedownload. Het duurt niet lang meer!
        [pending] { what } { is } al aangevraagd, alleen de goedkeuring ontbreekt nog.
        [partial] Een deel van { wish } staat al in je bibliotheek, en meer valt er niet aan te vragen.
        [blocked] { name } staat op de blokkeerlijst, dus ik kan niets aanvragen.
        [refused] Een aanvraag voor { wish } is afgewezen, en je mediaserver neemt geen nieuwe aan.
        [failed] De aanvraag voor { wish } is mislukt. De beheerder kan het nog eens proberen.
       *[other] { what } { is } al aangevraagd.
    }
what = { $seasons ->
        [none] { name }
        [specials] De specials van { name }
       *[other] { $seasons_count ->
            [one] Seizoen { $seasons } van { name }
           *[other] De seizoenen { $seasons } van { name }
        }
    }
is = { $seasons ->
        [none] is
        [specials] zijn
       *[other] { $seasons_count ->
            [one] is
           *[other] zijn
        }
    }
stands = { $seasons ->
        [none] staat
        [specials] staan
       *[other] { $seasons_count ->
            [one] staat
           *[other] staan
        }
    }
becomes = { $seasons ->
        [none] wordt
        [specials] worden
       *[other] { $seasons_count ->
            [one] wordt
           *[other] worden
        }
    }
already-mixed = { name } is al aangevraagd. { inventory }

## Aanvragen

requested = Oké, ik heb { wish } aangevraagd. { $waiting ->
        [yes] Alleen de goedkeuring ontbreekt nog.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] { $left_out_count ->
                    [one] Het andere seizoen is er al of is onderweg.
                   *[other] De andere seizoenen zijn er al of zijn onderweg.
                }
            }
           *[other] Die komt uit op { $due }.
        }
    }{ $unlinked ->
        [yes] { " " }Trouwens, de beheerder kan je koppelen, dan staan je aanvragen op je eigen naam.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
        [specials] de specials van { name }
       *[other] { $seasons_count ->
            [one] seizoen { $seasons } van { name }
           *[other] de seizoenen { $seasons } van { name }
        }
    }
owed = { why } Ik heb het genoteerd, en ik vraag { wish } aan zodra het lukt.
refused = Ik kon { name } niet aanvragen. { why }
collection = { collection-size }. { $lacking ->
        [uhd] In 4K kan ik die hier niet krijgen.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] { $names } ontbreekt nog. Zal ik die{ in-4k } aanvragen?
       *[other] { $names } ontbreken nog. Zal ik ze allemaal{ in-4k } aanvragen?
    }
collection-complete = { collection-size }. { $count ->
        [one] Die is er al of is al aangevraagd.
       *[other] Die zijn er allemaal al of zijn al aangevraagd.
    }
collection-size = Ik heb { $title } gevonden, met { $count ->
        [one] één film
       *[other] { $count_words } films
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Van { $title } valt niets meer aan te vragen. Iemand was sneller.
               *[other] Ik kon niets van { $title } aanvragen. { why }
            }
           *[other] { why } Ik heb het genoteerd, en ik vraag aan wat er van { $title } ontbreekt zodra het lukt.
        }
        [one] Oké, ik heb één film uit { $title }{ in-4k } aangevraagd. { rest-of-them }
       *[other] Oké, ik heb { $taken_words } films uit { $title }{ in-4k } aangevraagd. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Alleen de goedkeuring ontbreekt nog.{ " " }
           *[other] Eén daarvan wacht op goedkeuring.{ " " }
        }
       *[other] Daarvan wachten er { $waiting_words } op goedkeuring.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Ik vraag er nog één aan zodra je mediaserver die aanneemt.{ " " }
       *[other] Ik vraag er nog { $owed_words } aan zodra je mediaserver ze aanneemt.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Je mediaserver heeft er nog één afgewezen. { why }
       *[other] Je mediaserver heeft er nog { $refused_words } afgewezen. { why }
    }
cannot-ask = { why }
stalled = { why } Zal ik het nog eens proberen?
why = { $why ->
        [backend-unreachable] Ik kan je mediaserver nu niet bereiken.
        [backend-too-slow] Je mediaserver doet er te lang over om te antwoorden.
        [backend-resting] Je mediaserver faalde een paar keer achter elkaar, dus ik geef hem even rust.
        [backend-busy] Je mediaserver heeft het nu te druk.
        [backend-key-refused] Je mediaserver accepteert mijn sleutel niet. De beheerder moet de API-sleutel controleren.
        [request-not-allowed] Dat mag je niet van je mediaserver.
        [request-quota] { $frees ->
            [none] Je hebt voorlopig geen aanvragen meer over.
           *[other] Je hebt geen aanvragen meer over. De volgende kan op { $frees }.
        }
        [request-user-unknown] Je mediaserver kent de gebruiker niet waaraan je gekoppeld bent. De beheerder moet je opnieuw koppelen.
        [request-unsupported] Dat kan je mediaserver niet.
        [backend-blind] Ik kan nu niets opzoeken, want je mediaserver kan zijn filmdatabase niet bereiken.
        [request-blocked] Dat staat op de blokkeerlijst.
        [request-csrf] De CSRF-beveiliging van je mediaserver blokkeert aanvragen. De beheerder moet die uitzetten.
        [title-unknown] Je mediaserver kent die titel niet.
        [request-refused] Je mediaserver heeft de aanvraag afgewezen.
       *[backend-broken] Je mediaserver antwoordde met een fout.
    }

## Hulp en herinneringen

help-nothing = Je kunt bijvoorbeeld zeggen: download Jurassic Park, of haal seizoen twee van The Bear. Wat wil je?
help-offer = Zeg ja als dit de juiste is, nee voor de volgende, of noem een andere titel. Is het de juiste?
help-list = Zeg welke, zoals de eerste, de serie, of die uit 1984; of nee voor andere. Welke is het?
help-collection = Zeg ja en ik vraag elke film aan die nog ontbreekt, of nee om het zo te laten. Zal ik ze aanvragen?
help-seasons = Je kunt allemaal zeggen, het eerste seizoen, of nummers zoals één en drie. Welke wil je?
help-retry = Zeg ja en ik probeer het nog eens, of nee om het zo te laten. Zal ik het nog eens proberen?
remind-nothing = Sorry, dat heb ik niet verstaan. Welke film of serie wil je?
remind-offer = Sorry, dat heb ik niet verstaan. Is dat de juiste, ja of nee?
remind-list = Sorry, dat heb ik niet verstaan. Welke wil je?
remind-collection = Sorry, dat heb ik niet verstaan. Zal ik ze aanvragen, ja of nee?
remind-seasons = Sorry, dat heb ik niet verstaan. Je kunt allemaal zeggen, of nummers. Welke seizoenen wil je?
remind-retry = Sorry, dat heb ik niet verstaan. Zal ik het nog eens proberen, ja of nee?
trouble = Sorry, er ging bij mij iets mis. Probeer het zo nog eens.

## Wat de platforms tonen of herhalen

reprompt = { $context ->
        [offer] Is dat de juiste, ja of nee?
        [collection] Zal ik ze aanvragen, ja of nee?
        [seasons] Welke seizoenen wil je?
        [list] Welke wil je?
        [retry] Zal ik het nog eens proberen?
       *[nothing] Welke film of serie wil je?
    }
button-yes = Ja
button-no = Nee
button-next = De volgende
button-all-seasons = Allemaal
button-cancel = Annuleren
button-help = Wat kan ik zeggen?
button-season = Seizoen { $number }

## Wat de testpagina toont

kind-label = { $kind ->
        [movie] Film
        [collection] Filmreeks
       *[tv] Serie
    }
availability-label = { $availability ->
        [available] In je bibliotheek
        [processing] Wordt gedownload
        [pending] Wacht op goedkeuring
        [partial] Deels in je bibliotheek
        [blocked] Op de blokkeerlijst
        [queued] Genoteerd, nog niet verstuurd
        [declined] Afgewezen
        [refused] Afgewezen
        [failed] Mislukt
       *[missing] Niet in je bibliotheek
    }
option-year = die uit { $year }
option-number = nummer { $number_words }
example-film = download Jurassic Park
example-several = haal Dune
example-season = haal seizoen twee van Severance
example-there = download Breaking Bad
example-missing = ik wil The Bear kijken
