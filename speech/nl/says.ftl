# Wat Overtalkerr in het Nederlands zegt: met je en jij; een film en een serie zijn allebei "die". De gaten worden
# uitgelegd in speech/en/says.ftl.

## Begin en einde

welcome = Welkom bij Overtalkerr! Noem een film of een serie, en ik regel het. Wat wil je kijken?
welcome-back = Welkom terug! Wat wil je kijken?
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
nothing-found-again = Ook voor { $title } heb ik niets gevonden. Noem het jaar erbij of wie erin speelt, of spel die. Wat is de titel?
nothing-found-still = Ik heb niets gevonden voor { $title }. Misschien is het bekend onder een andere naam, noem me die dan. Welke titel zal ik zoeken?
nothing-with = Zoiets heb ik niet gevonden voor { $people }. Waar zal ik anders naar zoeken?
nobody-called = Ik ken niemand die { $name } heet. Welke film of serie wil je?
knows-no-people = Wie waarin speelt kan ik hier niet opzoeken. Welke film of serie wil je?
no-more = Dat was alles wat ik voor { $title } vond. Welke andere titel wil je?
no-such-option = Zo'n titel zat er niet bij. Wil je de titel die ik voorstelde?
film-has-no-seasons = { $title } is een film, en heeft dus geen seizoenen. Wil je de film?

## Kiezen tussen titels

which-title = { $people ->
        [none] Bedoel je { $choices }?
       *[other] { $people }: wil je { $choices }?
    }
which-listed = Welke bedoel je: { $choices }?
choice = { $told_kind ->
        [movie] de film
        [tv] de serie
       *[none] die
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }uit { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }gemaakt in { $told_country_code ->
            [AE] de Verenigde Arabische Emiraten
            [DO] de Dominicaanse Republiek
            [GB] het Verenigd Koninkrijk
            [HK] Hongkong
            [PH] de Filipijnen
            [US] de Verenigde Staten
           *[other] { $told_country }
        }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }met { $told_actor }
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
info-unknown = { $topic ->
        [rating] Welk cijfer { $title } krijgt, weet ik niet.
        [length] Hoe lang { $title } duurt, weet ik niet.
        [cast] Wie er in { $title } speelt, weet ik niet.
        [plot] Waar { $title } over gaat, weet ik niet.
        [year] Uit welk jaar { $title } komt, weet ik niet.
       *[other] Dat weet ik niet van { $title }.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Welke seizoenen wil je?
        [request] Zal ik die aanvragen?
        [rest] { availability }Zal ik de rest aanvragen?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = Zo staat het ervoor met je aanvragen: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }En daarvoor nog één.
       *[other] { " " }En daarvoor nog { $more_words }.
    } { still-open }
no-requests = Je hebt de laatste tijd niets aangevraagd. { $asking ->
        [nothing] Wat wil je kijken?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] { wish } { is } genoteerd, en de aanvraag gaat eruit zodra je mediaserver antwoordt
        [approved] { wish } { is } aangevraagd
        [pending] { wish } { waits } op goedkeuring
        [processing] { wish } { is } goedgekeurd en onderweg
        [searching] { wish } { is } goedgekeurd, maar er is nog geen download begonnen
        [downloading] { wish } { becomes } nu gedownload{ download-progress }
        [stuck] { wish } { becomes } gedownload, maar de download komt niet vooruit
        [unreleased] { $due ->
            [none] { wish } { is } goedgekeurd, maar nog niet uit
           *[other] { wish } { is } goedgekeurd, en te zien vanaf { $due }
        }
        [partial] { $there ->
            [none] { wish } { stands } deels in je bibliotheek
           *[some] { wish } { stands } deels in je bibliotheek, namelijk { $there_named }
        }
        [available] { wish } { stands } in je bibliotheek
        [blocked] { wish } { stands } op de blokkeerlijst
        [declined] { wish } { is } afgewezen
        [refused] { wish } { is } niet aangenomen door je mediaserver
        [failed] { wish } { is } goedgekeurd, maar daarna ging het mis
        [given-up] de aanvraag voor { wish } kon niet worden verstuurd, en ik heb het opgegeven
        [withdrawn] de aanvraag voor { wish } is ingetrokken
        [gone] { wish } { is } niet meer aangevraagd
       *[missing] { wish } { is } niet aangevraagd
    }
download-progress = { $told ->
        [yes] , { $percent } procent is binnen
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , nog ongeveer een minuut
           *[other] , nog ongeveer { $left_words } minuten
        }
        [hours] { $left ->
            [one] , nog ongeveer een uur
           *[other] , nog ongeveer { $left_words } uur
        }
       *[none] { "" }
    }
waits = { $seasons ->
        [none] wacht
       *[some] { $seasons_count ->
            [one] wacht
           *[other] wachten
        }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Terug naar { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] Zal ik ze aanvragen?
        [seasons] Welke seizoenen wil je?
        [list] Welke wil je?
        [retry] Zal ik het nog eens proberen?
        [code] Welke vier cijfers staan er op de pagina van de beheerder?
        [undo] Zal ik de aanvraag intrekken?
        [approval] Welke aanvraag zal ik goedkeuren?
        [refusal] Welke aanvraag zal ik afwijzen?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Zal ik die aanvragen?
        [rest] { " " }Zal ik de rest aanvragen?
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
       *[other] { " " }De opgegeven reden: { $said }.
    }

## Aanvragen die onderweg zijn

list-everybodys = Dit is er aangevraagd: { $listed }.{ and-more } { still-open }
none-everybodys = De laatste tijd heeft niemand iets aangevraagd. { still-open }
list-downloading = Dit is onderweg: { $listed }.{ and-more } { still-open }
none-downloading = Er wordt nu niets gedownload. { still-open }
list-new = Nieuw in je bibliotheek: { $listed }.{ and-more } { still-open }
none-new = Van wat er is aangevraagd, is de laatste twee weken niets binnengekomen. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }En nog één.
       *[other] { " " }En nog { $more_words }.
    }
new-one = { wish }
list-waiting = Wachtend op goedkeuring: { $listed }.{ and-more }{ $asking ->
        [single] { " " }Zal ik die aanvraag goedkeuren?
        [which] { " " }Welke aanvraag zal ik goedkeuren?
        [single-decline] { " " }Zal ik die aanvraag afwijzen?
        [which-decline] { " " }Welke aanvraag zal ik afwijzen?
       *[nothing] { "" }
    }
none-waiting = Er wacht niets op goedkeuring. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , aangevraagd door { $user }
    }
heeded = Oké, ik laat het je weten zodra { wish } in je bibliotheek { stands }.
heed-nameless = Ik weet niet wie er praat, dus ik kan het je later niet laten weten. Maar je kunt het me altijd vragen.
heed-what = Ik weet niet welke titel je bedoelt. Zeg bijvoorbeeld: { tell-me-when }
tell-me-when = laat me weten wanneer Dune klaar is.
unheeded = Oké, over { item } zeg ik je niets meer.
unheeded-all = Oké, over je aanvragen zeg ik je niets meer.
unheeded-none = Daarover zou ik je toch al niets vertellen.
unheed-what = Ik weet niet welke titel je bedoelt. Zeg bijvoorbeeld: laat me niets meer weten over Dune.
retried = Oké, je mediaserver probeert het nog eens met { wish }.
nothing-failed = Ik weet van geen enkele aanvraag van jou die mislukt is.
one-at-a-time = Eén tegelijk, alsjeblieft. { $asking ->
        [which-decline] Welke aanvraag zal ik afwijzen?
       *[which] Welke aanvraag zal ik goedkeuren?
    }
not-theirs = Je mag hier niet over aanvragen beslissen. De beheerder kan je koppelen aan een gebruiker die dat mag.
allowed = Oké, de aanvraag voor { wish } is goedgekeurd.
disallowed = Oké, de aanvraag voor { wish } is afgewezen.
shall-undo = Bedoel je de aanvraag? Zal ik die intrekken?
undo-kept = Oké, de aanvraag blijft staan.
help-undo = Zeg ja en ik trek je laatste aanvraag in, of nee om die te laten staan. Zal ik die intrekken?
remind-undo = { not-heard } Zal ik de aanvraag intrekken, ja of nee?
lost-undo = Ik begrijp het nog steeds niet. Zeg gewoon ja of nee. Zal ik de aanvraag intrekken?
help-approval = Zeg welke ik moet goedkeuren, zoals de eerste, of zeg wijs af en welke. Welke aanvraag zal ik goedkeuren?
remind-approval = { not-heard } Welke aanvraag zal ik goedkeuren?
lost-approval = Ik begrijp het nog steeds niet. Zeg de eerste, de tweede, of nee om het te laten. Welke aanvraag zal ik goedkeuren?
help-refusal = Zeg welke ik moet afwijzen, zoals de eerste, of nee om het te laten. Welke aanvraag zal ik afwijzen?
remind-refusal = { not-heard } Welke aanvraag zal ik afwijzen?
lost-refusal = Ik begrijp het nog steeds niet. Zeg de eerste, de tweede, of nee om het te laten. Welke aanvraag zal ik afwijzen?

## Seizoenen

which-seasons-of-all = { $count ->
        [one] Er is maar één seizoen. Wil je dat?
       *[other] Er zijn { $count_words } seizoenen. Welke wil je?
    }
which-of-the-missing = { inventory } { $missing_opening } { $missing_count ->
        [one] ontbreekt. Wil je dat?
       *[other] ontbreken. Welke wil je?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Je hebt { $there_named } van { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] is
           *[other] zijn
        } er maar voor een deel.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] wordt
           *[other] worden
        } nu gedownload.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] wacht
           *[other] wachten
        } op goedkeuring.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] De aanvraag voor { $failed_named } is mislukt.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] { $refused_opening } { $refused_count ->
            [one] is
           *[other] zijn
        } afgewezen.{ " " }
    }
some-seasons = { $specials ->
        [alone] de specials
        [too] de specials en { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] seizoen
       *[other] de seizoenen
    } { $numbers }
season-span = { $first_words } tot en met { $last_words }
no-such-season = { $seasons ->
        [specials] Ik zie geen specials van { $title }.{ " " }
       *[other] { "" }
    }{ $title } heeft { $count ->
        [one] maar één seizoen. Wil je dat?
       *[other] { $count_words } seizoenen. { $missing_count ->
            [one] Alleen { $missing_named } ontbreekt. Wil je dat?
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
       *[some] { $seasons_opening } van { name }
    }
is = { $seasons ->
        [none] is
       *[some] { $seasons_count ->
            [one] is
           *[other] zijn
        }
    }
stands = { $seasons ->
        [none] staat
       *[some] { $seasons_count ->
            [one] staat
           *[other] staan
        }
    }
becomes = { $seasons ->
        [none] wordt
       *[some] { $seasons_count ->
            [one] wordt
           *[other] worden
        }
    }
already-mixed = { name } is al aangevraagd. { inventory }

## Aanvragen

requested = Oké, ik heb { wish } aangevraagd.{ $waiting ->
        [yes] { " " }Alleen de goedkeuring ontbreekt nog.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }Nieuwe afleveringen komen vanzelf, maar een nieuw seizoen moet je weer aanvragen.
            [starts] { " " }De serie is nog niet begonnen, en komt zodra die wordt uitgezonden.
           *[not] { "" }
        }
       *[other] { " " }Die komt uit op { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }Het andere seizoen is er al of is onderweg.
           *[other] { " " }De andere seizoenen zijn er al of zijn onderweg.
        }
    }{ $unlinked ->
        [yes] { " " }Trouwens, op de pagina van de beheerder staat een code voor je: zeg koppel me, dan staan je aanvragen op je eigen naam.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } van { name }
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
undone = Oké, ik heb { $count ->
        [one] de aanvraag voor { wish }
        [2] beide aanvragen
       *[other] alle { $count_words } aanvragen
    } ingetrokken.
crossed-off = Oké, ik heb { $count ->
        [one] { wish }
        [2] ze allebei
       *[other] ze alle { $count_words }
    } van mijn lijst gestreept.
partly-undone = Van { $total_words } aanvragen heb ik er { $count_words } ingetrokken. { kept }
not-undone = { kept }
not-requested = Oké. Daarvan was nog niets aangevraagd.
undo-failed = { why } Ik weet nog niet of de aanvraag is ingetrokken. Je kunt nog eens zeggen: { undo-that }.
undo-that = maak dat ongedaan
kept = { $kept ->
        [already] Dat heb ik al ingetrokken.
        [on-its-way] De aanvraag voor { wish } kan ik niet intrekken, want het downloaden is al begonnen.
        [there] De aanvraag voor { wish } kan ik niet intrekken, want dat staat al in je bibliotheek.
        [shared] Iemand anders heeft { wish } ook aangevraagd, dus ik heb het zo gelaten.
        [sending] Ik vraag { wish } op dit moment juist aan. Zeg over een minuut nog eens: { undo-that }.
        [untraced] Ik weet niet welke aanvraag voor { wish } van jou is, dus ik heb het zo gelaten.
        [unable] Bij je mediaserver kan ik geen aanvragen intrekken, dus de aanvraag voor { wish } blijft staan.
        [refused] Je mediaserver weigert de aanvraag voor { wish } in te trekken.
       *[nothing] Je hebt in de laatste tien minuten niets aangevraagd wat ik kan intrekken.
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
        [download-failed] De download is mislukt.
        [download-stalled] De download is vastgelopen.
        [download-paused] De download staat op pauze.
        [download-client-gone] Het downloadprogramma is niet bereikbaar.
       *[backend-broken] Je mediaserver antwoordde met een fout.
    }

## Hulp en herinneringen

help-nothing = Je kunt bijvoorbeeld zeggen: download Jurassic Park, of haal seizoen twee van The Bear. Wat wil je?
help-offer = Zeg ja als dit de juiste is, nee voor de volgende, of noem een andere titel. Is het de juiste?
help-list = Zeg welke, zoals de eerste, de serie, of die uit 1984; of nee voor andere. Welke is het?
help-collection = Zeg ja en ik vraag elke film aan die nog ontbreekt, of nee om het zo te laten. Zal ik ze aanvragen?
help-seasons = Je kunt allemaal zeggen, het eerste seizoen, of nummers zoals één en drie. Welke wil je?
help-retry = Zeg ja en ik probeer het nog eens, of nee om het zo te laten. Zal ik het nog eens proberen?
one-moment = Een momentje, alsjeblieft.
help-code = Vraag de beheerder om de pagina met personen te openen: daar staat een code voor je. Zeg de vier cijfers een voor een. Welke vier cijfers staan er op de pagina van de beheerder?
busy = Ik ben nog bezig met wat net is gezegd. Kun je dat nog eens zeggen?
start-again = Sorry, ik ben de draad kwijt. Laten we opnieuw beginnen: welke film of serie wil je?
not-heard = { $heard ->
        [nothing] Ik heb niets gehoord.
       *[something] Sorry, dat heb ik niet verstaan.
    }
remind-nothing = { not-heard } Welke film of serie wil je?
remind-offer = { not-heard } Is dat de juiste, ja of nee?
remind-list = { not-heard } Welke wil je?
remind-collection = { not-heard } Zal ik ze aanvragen, ja of nee?
remind-seasons = { not-heard } Je kunt allemaal zeggen, of nummers. Welke seizoenen wil je?
remind-retry = { not-heard } Zal ik het nog eens proberen, ja of nee?
remind-code = { not-heard } Welke vier cijfers staan er op de pagina?
lost-nothing = Ik begrijp het nog steeds niet. Zeg alleen de titel, dan het jaar of wie erin speelt, of spel die. Wat is de titel?
lost-offer = Ik begrijp het nog steeds niet. Zeg ja, nee, of de volgende; of noem het jaar of een acteur van de juiste. Is het deze?
lost-list = Ik begrijp het nog steeds niet. Zeg de eerste of de tweede, het jaar, of wie erin speelt. Welke is het?
lost-collection = Ik begrijp het nog steeds niet. Zeg gewoon ja voor allemaal, of nee. Zal ik ze aanvragen?
lost-seasons = Ik begrijp het nog steeds niet. Zeg een nummer, zoals twee, of allemaal, het eerste, of het nieuwste. Welke seizoenen wil je?
lost-retry = Ik begrijp het nog steeds niet. Zeg gewoon ja of nee. Zal ik het nog eens proberen?
lost-code = Ik begrijp het nog steeds niet. Zeg alleen de vier cijfers, een voor een, of zeg annuleren. Welke zijn het?
lost-goodbye = We begrijpen elkaar nu even niet, dus laten we het hierbij. Vraag het gerust nog eens wanneer je wilt.
trouble = Sorry, er ging bij mij iets mis. Probeer het zo nog eens.
too-often = Dat was wel heel veel tegelijk. Wacht een minuutje en probeer het dan nog eens.

## Gekoppeld worden aan een gebruiker, met een code op de pagina van de beheerder

ask-code = Om je te koppelen heb ik een code nodig. Welke vier cijfers staan er op de pagina van de beheerder?
wrong-code = Die code klopt niet. Welke vier cijfers staan er op de pagina van de beheerder?
linked = Je bent nu gekoppeld als { $name }.
not-linked = { $why ->
        [used] Die code is al gebruikt. Vraag de beheerder om een nieuwe.
        [old] Die code is te oud: hij geldt tien minuten. Vraag de beheerder om een nieuwe.
        [too-often] Er waren te veel verkeerde codes, dus ik neem er nu even geen meer aan. Wacht tien minuten, alsjeblieft.
        [nobody] Ik weet niet wie hier spreekt, dus ik kan je niet koppelen.
        [no-users] Je mediaserver laat me niet namens zijn gebruikers aanvragen, dus er is niemand aan wie ik je kan koppelen.
        [gone] Je mediaserver kent de gebruiker van die code niet meer. Vraag de beheerder om een nieuwe.
       *[unasked] Ik kan je mediaserver nu niet bereiken, dus je bent nog niet gekoppeld. De code geldt nog: zeg hem zo nog eens.
    }

## Wat de platforms tonen of herhalen

reprompt = { $context ->
        [offer] Is dat de juiste, ja of nee?
        [collection] Zal ik ze aanvragen, ja of nee?
        [seasons] Welke seizoenen wil je?
        [list] Welke wil je?
        [retry] Zal ik het nog eens proberen?
        [code] Welke vier cijfers staan er op de pagina van de beheerder?
        [undo] Zal ik de aanvraag intrekken?
        [approval] Welke aanvraag zal ik goedkeuren?
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
stage-label = { $stage ->
        [owed] Genoteerd, nog niet verstuurd
        [pending] Wacht op goedkeuring
        [approved] Goedgekeurd
        [downloading] Wordt gedownload
        [partial] Deels in je bibliotheek
        [ready] Klaar
        [failed] Mislukt
        [declined] Afgewezen
        [refused] Niet aangenomen
        [given-up] Opgegeven
        [withdrawn] Ingetrokken
       *[gone] Verwijderd
    }
source-label = { $source ->
        [outbox] genoteerd door Overtalkerr
        [webhook] gemeld door de mediaserver
       *[look] gezien op de mediaserver
    }
requests-page = { $part ->
        [stage] Stand
        [kind] Soort
        [words] Woorden in de titel
        [show] Tonen
        [none] Er is nog niets aangevraagd.
        [no-match] Geen aanvraag past hierbij.
        [since] sinds
        [older] Oudere
        [newest] Nieuwste
        [pages] Andere pagina's
        [skip] Naar de aanvragen
        [back] Alle aanvragen
        [home] Startpagina
        [timeline] Wat er gebeurd is
        [told] Wie het te horen krijgt
        [nobody] Niemand.
        [forgotten] Deze aanvraag is hier niet bekend.
        [live] Wordt vanzelf bijgewerkt
        [polled] Kijkt elke tien seconden
        [lost] Geen verbinding, nieuwe poging loopt
       *[heading] Aanvragen
    }
requests-filter = { $which ->
        [open] Onderweg
        [ready] Klaar
        [failed] Mislukt of afgewezen
        [over] Ingetrokken of verwijderd
       *[all] Alle
    }
requests-seasons = { $seasons_opening }
requests-asked = aangevraagd door { $who }
option-year = die uit { $year }
option-number = nummer { $number_words }
example-film = download Jurassic Park
example-several = haal Dune
example-season = haal seizoen twee van Severance
example-there = download Breaking Bad
example-missing = ik wil The Bear kijken

## Berichten, en wat iemand hoort die terugkomt

welcome-news = Welkom terug! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }En er is nieuws over nog één aanvraag.
       *[other] { " " }En er is nieuws over nog { $more_words } aanvragen.
    } Wat wil je kijken?
news = { $stage ->
        [ready] { what } { stands } { since } in je bibliotheek.
        [partial] Een deel van { name } staat { since } in je bibliotheek.
        [failed] De aanvraag voor { wish } is mislukt.
        [declined] De aanvraag voor { wish } is afgewezen.
        [refused] Je mediaserver heeft de aanvraag voor { wish } niet aangenomen.
        [withdrawn] De aanvraag voor { wish } is ingetrokken.
        [gone] De aanvraag voor { wish } is op je mediaserver verwijderd.
       *[given-up] De aanvraag voor { wish } lukte zo lang niet dat ik het heb opgegeven.
    }{ because }
since = { $day ->
        [today] sinds vandaag
        [yesterday] sinds gisteren
       *[before] al { $days_words } dagen
    }
notice-title = { what }: { $stage ->
        [ready] klaar om te kijken
        [partial] deels binnen
        [downloading] wordt gedownload
        [approved] goedgekeurd
        [pending] wacht op goedkeuring
        [failed] mislukt
        [declined] afgewezen
        [refused] niet aangenomen
        [given-up] opgegeven
        [withdrawn] ingetrokken
        [gone] verwijderd
       *[owed] genoteerd
    }
notice-body = { $stage ->
        [ready] { what } { stands } nu in je bibliotheek. Veel kijkplezier!
        [partial] { $seasons ->
            [none] Een deel van { name } staat nu in je bibliotheek.
           *[some] { what } { stands } nu in je bibliotheek, de rest is onderweg.
        }
        [downloading] { what } { becomes } nu gedownload.
        [approved] De aanvraag voor { wish } is goedgekeurd, en het zoeken is begonnen.
        [pending] De aanvraag voor { wish } is gedaan en wacht op goedkeuring.
        [failed] De aanvraag voor { wish } is goedgekeurd, maar daarna ging het mis. De beheerder kan het nog eens proberen.
        [declined] De aanvraag voor { wish } is afgewezen.
        [refused] Je mediaserver heeft de aanvraag voor { wish } niet aangenomen.
        [given-up] De aanvraag voor { wish } lukte zo lang niet dat ik het heb opgegeven. Wil je dat nog steeds, vraag het me dan opnieuw.
        [withdrawn] De aanvraag voor { wish } is ingetrokken.
        [gone] De aanvraag voor { wish } is op je mediaserver verwijderd.
       *[owed] De aanvraag voor { wish } is genoteerd, en wordt verstuurd zodra het lukt.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }De reden: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Je mediaserver accepteerde mijn sleutel niet.
        [request-not-allowed] Dat mocht je niet.
        [request-quota] Je had geen aanvragen meer over.
        [request-user-unknown] Hij kende de gebruiker niet waaraan je gekoppeld was.
        [request-unsupported] Dat kon hij niet.
        [request-blocked] Dat stond op de blokkeerlijst.
        [request-csrf] De CSRF-beveiliging ervan blokkeerde aanvragen.
        [title-unknown] Hij kende die titel niet.
        [request-refused] { "" }
       *[other] Je mediaserver antwoordde niet zoals het hoort.
    }
notice-library = je bibliotheek
outage-title = { $state ->
        [ended] Overtalkerr: de aanvraagbeheerder werkt weer
       *[began] Overtalkerr: storing bij de aanvraagbeheerder
    }
outage-body = { $state ->
        [ended] De aanvraagbeheerder werkt weer, na { $minutes ->
            [one] één minuut
           *[other] { $minutes } minuten
        }. Wat genoteerd was, wordt nu verstuurd.
       *[began] De aanvraagbeheerder werkt al { $minutes ->
            [one] één minuut
           *[other] { $minutes } minuten
        } niet. Wensen worden genoteerd en later verstuurd.{ $reason ->
            [none] { "" }
           *[other] { " " }Het laatst gezien: { $reason }
        }
    }
trial-title = Overtalkerr: een proef
trial-body = Berichten over aanvragen komen hier aan.
