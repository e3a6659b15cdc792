# Was Overtalkerr auf Deutsch sagt: per Du, ein Film ist "er", eine Serie "sie". Die Lücken erklärt speech/en/says.ftl.

## Anfang und Ende

welcome = Willkommen bei Overtalkerr! Nenn mir einen Film oder eine Serie, und ich kümmere mich darum. Was möchtest du sehen?
welcome-back = Willkommen zurück! Was möchtest du sehen?
what-would-you-like = Welchen Film oder welche Serie möchtest du?
goodbye = Alles klar. Bis bald!

## Einen Titel vorschlagen

offer = Ich habe { item }{ from-year } gefunden{ that-comes }. { availability }{ lacking }{ is-it-that }
offer-request = Ich habe { item }{ from-year } gefunden{ that-comes }. { $availability ->
        [missing] { it-starts } ist noch nicht in deiner Bibliothek.{ " " }
       *[other] { availability }
    }{ lacking }Soll ich { it }{ in-4k } anfragen?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] Wie wäre es mit { item-dative }{ from-year }{ that-comes }? { lacking }{ is-it-that }
           *[none] Wie wäre es mit { item-dative }{ from-year }{ in-4k }{ that-comes }?
        }
       *[other] Wie wäre es mit { item-dative }{ from-year }{ in-4k }{ that-comes }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] Möchtest du { it } in 4K?
       *[hd] { $kind ->
            [movie] Ist das der richtige?
            [tv] Ist das die richtige?
           *[none] Ist das der richtige Titel?
        }
    }
in-4k = { $quality ->
        [uhd] { " " }in 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] In 4K bekomme ich { it } hier nicht.{ " " }
       *[none] { "" }
    }
it = { $kind ->
        [movie] ihn
        [tv] sie
       *[none] es
    }
it-starts = { $kind ->
        [movie] Er
        [tv] Sie
       *[none] Der Titel
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] den Film { $title }
       *[tv] die Serie { $title }
    }
item-dative = { $kind ->
        [movie] dem Film { $title }
       *[tv] der Serie { $title }
    }
from-year = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] { " " }von { $year }
        }
       *[other] { "" }
    }
that-comes = { $due ->
        [none] { "" }
       *[other] , { $kind ->
            [movie] der
           *[tv] die
        } am { $due } startet
    }
availability = { $availability ->
        [available] { it-starts } ist schon in deiner Bibliothek.{ " " }
        [processing] { it-starts } wird gerade heruntergeladen.{ " " }
        [pending] { it-starts } ist schon angefragt und wartet auf Freigabe.{ " " }
        [partial] Ein Teil davon ist schon in deiner Bibliothek.{ " " }
        [blocked] { it-starts } steht auf der Sperrliste.{ " " }
        [declined] Eine Anfrage dafür wurde schon einmal abgelehnt.{ " " }
        [refused] Eine Anfrage dafür wurde schon einmal abgelehnt.{ " " }
        [failed] Eine Anfrage dafür wurde genehmigt, ist aber fehlgeschlagen.{ " " }
       *[missing] { "" }
    }
nothing-found = Zu { $title } habe ich nichts gefunden. Was soll ich stattdessen suchen?
nothing-found-again = Auch zu { $title } habe ich nichts gefunden. Nenn das Jahr dazu oder wer mitspielt, oder buchstabiere den Titel. Wie heißt er?
nothing-found-still = Zu { $title } habe ich nichts gefunden. Vielleicht hat der Titel noch einen anderen Namen, dann nenn mir den. Was soll ich suchen?
nothing-with = Zu { $people } habe ich so etwas nicht gefunden. Was soll ich stattdessen suchen?
nobody-called = Ich kenne niemanden namens { $name }. Welchen Film oder welche Serie möchtest du?
knows-no-people = Wer wo mitspielt, kann ich hier nicht nachschlagen. Welchen Film oder welche Serie möchtest du?
no-more = Mehr habe ich zu { $title } nicht gefunden. Welchen anderen Titel möchtest du?
no-such-option = So ein Titel war nicht dabei. Möchtest du den, den ich vorgeschlagen habe?
film-has-no-seasons = { $title } ist ein Film und hat keine Staffeln. Möchtest du den Film?

## Zwischen mehreren wählen

which-title = { $people ->
        [none] Meinst du { $choices }?
       *[other] { $people }: Möchtest du { $choices }?
    }
which-listed = Was davon meinst du: { $choices }?
choice = { $told_kind ->
        [movie] den Film
        [tv] die Serie
       *[none] { $kind ->
            [movie] den
           *[tv] die
        }
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }von { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }aus { $told_country_code ->
            [AE] den Vereinigten Arabischen Emiraten
            [CH] der Schweiz
            [CZ] Tschechien
            [DO] der Dominikanischen Republik
            [GB] dem Vereinigten Königreich
            [HK] Hongkong
            [IQ] dem Irak
            [IR] dem Iran
            [LB] dem Libanon
            [MN] der Mongolei
            [NL] den Niederlanden
            [PH] den Philippinen
            [SK] der Slowakei
            [TR] der Türkei
            [UA] der Ukraine
            [US] den USA
           *[other] { $told_country }
        }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }mit { $told_actor }
    }
no-such-choice = So ein Titel war nicht dabei. Welchen möchtest du?
need-a-title = Dafür brauche ich einen Titel. Welchen Film oder welche Serie möchtest du?
season-of-what = Von welcher Serie möchtest du das?

## Fragen zu einem Titel

info-plot = { $plot }{ $pause } { question }
info-cast = In { $title } { $cast_count ->
        [one] spielt
       *[other] spielen
    } { $cast } mit. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] Regie { $directors_count ->
                [one] führte
               *[other] führten
            } { $directors }.
           *[tv] Die Idee stammt von { $directors }.
        }
    } { question }
info-year = { $title } ist von { $year }. { question }
info-length = { $kind ->
        [movie] { $title } dauert { $minutes } Minuten.
       *[tv] Eine Folge von { $title } dauert etwa { $minutes } Minuten.
    } { question }
info-rating = { $title } hat { $rating } von zehn Punkten. { question }
info-seasons = { $title } hat { $count ->
        [one] eine Staffel
       *[other] { $count_words } Staffeln
    }. { question }
info-unknown = { $topic ->
        [rating] Wie { $title } bewertet ist, weiß ich nicht.
        [length] Wie lange { $title } dauert, weiß ich nicht.
        [cast] Wer in { $title } mitspielt, weiß ich nicht.
        [plot] Worum es in { $title } geht, weiß ich nicht.
        [year] Von wann { $title } ist, weiß ich nicht.
       *[other] Das weiß ich über { $title } leider nicht.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Welche Staffeln möchtest du?
        [request] Soll ich { it } anfragen?
        [rest] { availability }Soll ich den Rest anfragen?
        [nothing] { availability }
       *[offer] { is-it-that }
    }
requests = So steht es um deine Anfragen: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }Und davor noch eine.
       *[other] { " " }Und davor noch { $more_words } andere.
    } { still-open }
no-requests = Du hast in letzter Zeit nichts angefragt. { $asking ->
        [nothing] Was möchtest du sehen?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] { subject } { is } notiert, und die Anfrage geht raus, sobald dein Medienserver antwortet
        [approved] { subject } { is } angefragt
        [pending] { subject } { waits } auf Freigabe
        [processing] { subject } { is } genehmigt und unterwegs
        [searching] { subject } { is } genehmigt, aber noch läuft kein Download
        [downloading] { subject } { becomes } gerade heruntergeladen{ download-progress }
        [stuck] { subject } { becomes } heruntergeladen, aber der Download kommt nicht voran
        [unreleased] { $due ->
            [none] { subject } { is } genehmigt, aber noch nicht erschienen
           *[other] { subject } { is } genehmigt, Start ist am { $due }
        }
        [partial] { $there ->
            [none] { subject } { is } zum Teil in deiner Bibliothek
           *[some] { subject } { is } zum Teil da, nämlich { $there_named }
        }
        [available] { subject } { is } in deiner Bibliothek
        [blocked] { subject } { stands } auf der Sperrliste
        [declined] { subject } { became } abgelehnt
        [refused] { subject } { became } vom Medienserver nicht angenommen
        [failed] { subject } { became } genehmigt, aber dann ging etwas schief
        [given-up] die Anfrage für { wish } ließ sich nicht senden, und ich habe aufgegeben
        [withdrawn] die Anfrage für { wish } wurde zurückgenommen
        [gone] { subject } { is } nicht mehr angefragt
       *[missing] { subject } { is } nicht angefragt
    }
download-progress = { $told ->
        [yes] , { $percent } Prozent sind da
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , noch etwa eine Minute
           *[other] , noch etwa { $left_words } Minuten
        }
        [hours] { $left ->
            [one] , noch etwa eine Stunde
           *[other] , noch etwa { $left_words } Stunden
        }
       *[none] { "" }
    }
subject = { $seasons ->
        [none] { $kind ->
            [movie] der Film
           *[tv] die Serie
        } { $title }{ in-4k }
       *[some] { wish }
    }
waits = { $seasons ->
        [none] wartet
       *[some] { $seasons_count ->
            [one] wartet
           *[other] warten
        }
    }
stands = { $seasons ->
        [none] steht
       *[some] { $seasons_count ->
            [one] steht
           *[other] stehen
        }
    }
became = { $seasons ->
        [none] wurde
       *[some] { $seasons_count ->
            [one] wurde
           *[other] wurden
        }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Zurück zu { $offered }.{ " " }
    }{ $asking ->
        [offer] { is-it-that }
        [collection] Soll ich sie anfragen?
        [seasons] Welche Staffeln möchtest du?
        [list] Welchen möchtest du?
        [retry] Soll ich es noch einmal versuchen?
        [code] Welche vier Ziffern stehen auf der Seite des Betreibers?
        [undo] Soll ich die Anfrage zurücknehmen?
        [approval] Welche Anfrage soll ich freigeben?
        [refusal] Welche Anfrage soll ich ablehnen?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Soll ich { it } anfragen?
        [rest] { " " }Soll ich den Rest anfragen?
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
       *[other] { " " }Der Grund war: { $said }.
    }

## Anfragen, die unterwegs sind

list-everybodys = Das wurde angefragt: { $listed }.{ and-more } { still-open }
none-everybodys = In letzter Zeit hat niemand etwas angefragt. { still-open }
list-downloading = Das ist unterwegs: { $listed }.{ and-more } { still-open }
none-downloading = Gerade wird nichts heruntergeladen. { still-open }
list-new = Neu in deiner Bibliothek: { $listed }.{ and-more } { still-open }
none-new = Von dem, was angefragt wurde, ist in den letzten zwei Wochen nichts angekommen. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }Und noch eine Anfrage.
       *[other] { " " }Und noch { $more_words } Anfragen.
    }
new-one = { subject }
list-waiting = Auf Freigabe warten: { $listed }.{ and-more }{ $asking ->
        [single] { " " }Soll ich die Anfrage freigeben?
        [which] { " " }Welche Anfrage soll ich freigeben?
        [single-decline] { " " }Soll ich die Anfrage ablehnen?
        [which-decline] { " " }Welche Anfrage soll ich ablehnen?
       *[nothing] { "" }
    }
none-waiting = Auf Freigabe wartet gerade nichts. { still-open }
waiting-one = { subject }{ $user ->
        [none] { "" }
       *[other] , angefragt von { $user }
    }
heeded = Alles klar, ich sage dir Bescheid, sobald { subject } da { is }.
heed-nameless = Ich weiß nicht, wer hier spricht, deshalb kann ich dir später nicht Bescheid sagen. Frag mich einfach jederzeit.
heed-what = Ich weiß nicht, welchen Titel du meinst. Sag zum Beispiel: { tell-me-when }
tell-me-when = sag mir Bescheid, wenn Dune da ist.
unheeded = Alles klar, über { item } sage ich dir nichts mehr.
unheeded-all = Alles klar, zu deinen Anfragen sage ich dir nichts mehr.
unheeded-none = Dazu hätte ich dir ohnehin nichts gesagt.
unheed-what = Ich weiß nicht, welchen Titel du meinst. Sag zum Beispiel: sag mir nicht mehr Bescheid über Dune.
retried = Alles klar, dein Medienserver versucht noch einmal, { wish } zu besorgen.
nothing-failed = Ich weiß von keiner Anfrage von dir, die fehlgeschlagen ist.
one-at-a-time = Bitte eine nach der anderen. { $asking ->
        [which-decline] Welche Anfrage soll ich ablehnen?
       *[which] Welche Anfrage soll ich freigeben?
    }
not-theirs = Über Anfragen darfst du hier nicht entscheiden. Der Betreiber kann dich mit einem Benutzer verknüpfen, der das darf.
allowed = Alles klar, die Anfrage für { wish } ist freigegeben.
disallowed = Alles klar, die Anfrage für { wish } ist abgelehnt.
shall-undo = Meinst du die Anfrage? Soll ich sie zurücknehmen?
undo-kept = Alles klar, es bleibt bei der Anfrage.
help-undo = Sag ja, und ich nehme deine letzte Anfrage zurück, oder nein, und es bleibt dabei. Soll ich sie zurücknehmen?
remind-undo = { not-heard } Soll ich die Anfrage zurücknehmen, ja oder nein?
lost-undo = Das verstehe ich immer noch nicht. Sag einfach ja oder nein. Soll ich die Anfrage zurücknehmen?
help-approval = Sag, welche Anfrage ich freigeben soll, etwa die erste, oder sag ablehnen und welche. Welche soll ich freigeben?
remind-approval = { not-heard } Welche Anfrage soll ich freigeben?
lost-approval = Das verstehe ich immer noch nicht. Sag die erste, die zweite, oder nein, um es zu lassen. Welche soll ich freigeben?
help-refusal = Sag, welche Anfrage ich ablehnen soll, etwa die erste, oder nein, um es zu lassen. Welche soll ich ablehnen?
remind-refusal = { not-heard } Welche Anfrage soll ich ablehnen?
lost-refusal = Das verstehe ich immer noch nicht. Sag die erste, die zweite, oder nein, um es zu lassen. Welche soll ich ablehnen?

## Staffeln

which-seasons-of-all = { $count ->
        [one] Es gibt nur eine Staffel. Möchtest du sie?
       *[other] Es gibt { $count_words } Staffeln. Welche möchtest du?
    }
which-of-the-missing = { inventory } Es { $missing_count ->
        [one] fehlt { $missing_named }. Möchtest du sie?
       *[other] fehlen { $missing_named }. Welche möchtest du?
    }
inventory = { $there ->
        [none] { "" }
       *[some] Du hast { $there_named } von { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] ist
           *[other] sind
        } nur zum Teil da.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] wird
           *[other] werden
        } gerade heruntergeladen.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] wartet
           *[other] warten
        } auf Freigabe.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] Die Anfrage für { $failed_named } ist fehlgeschlagen.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] { $refused_opening } { $refused_count ->
            [one] wurde
           *[other] wurden
        } abgelehnt.{ " " }
    }
some-seasons = { $specials ->
        [alone] die Specials
        [too] die Specials und { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] Staffel
       *[other] die Staffeln
    } { $numbers }
season-span = { $first_words } bis { $last_words }
no-such-season = { $seasons ->
        [specials] Specials von { $title } kenne ich keine.{ " " }
       *[other] { "" }
    }{ $title } hat { $count ->
        [one] nur eine Staffel. Möchtest du sie?
       *[other] { $count_words } Staffeln. { $missing_count ->
            [one] Es fehlt nur { $missing_named }. Möchtest du sie?
           *[other] Welche möchtest du?
        }
    }
only-seasons = { $title } hat { $count ->
        [one] nur eine Staffel, und die ist
       *[other] { $count_words } Staffeln, und alle sind
    } schon da oder angefragt.
no-seasons-yet = Von { $title } kenne ich noch keine Staffeln, also gibt es nichts anzufragen.

## Nichts anzufragen

already = { $availability ->
        [available] { what } { is } schon in deiner Bibliothek! Du kannst gleich loslegen.
        [processing] { what } { becomes } schon heruntergeladen. Lange dauert es hoffentlich nicht mehr!
        [pending] { what } { is } schon angefragt, es fehlt nur noch die Freigabe.
        [partial] { what } { is } schon zum Teil in deiner Bibliothek, und sonst gibt es nichts anzufragen.
        [blocked] { name } steht auf der Sperrliste, deshalb kann ich nichts anfragen.
        [refused] Eine Anfrage für { wish } wurde abgelehnt, und dein Medienserver nimmt keine weitere an.
        [failed] Die Anfrage für { wish } ist fehlgeschlagen. Der Betreiber kann es noch einmal versuchen.
       *[other] { what } { is } schon angefragt.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } von { name }
    }
is = { $seasons ->
        [none] ist
       *[some] { $seasons_count ->
            [one] ist
           *[other] sind
        }
    }
becomes = { $seasons ->
        [none] wird
       *[some] { $seasons_count ->
            [one] wird
           *[other] werden
        }
    }
already-mixed = { name } ist schon angefragt. { inventory }

## Anfragen

requested = Alles klar, ich habe { wish } angefragt.{ $waiting ->
        [yes] { " " }Jetzt fehlt nur noch die Freigabe.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }Neue Folgen kommen von selbst, eine neue Staffel musst du wieder anfragen.
            [starts] { " " }Die Serie hat noch nicht angefangen und kommt, sobald sie läuft.
           *[not] { "" }
        }
       *[other] { " " }{ it-starts } startet am { $due }.
    }{ $left_out ->
        [none] { "" }
       *[some] { $left_out_count ->
            [one] { " " }Die andere Staffel ist schon da oder unterwegs.
           *[other] { " " }Die anderen Staffeln sind schon da oder unterwegs.
        }
    }{ $unlinked ->
        [yes] { " " }Übrigens: Auf der Seite des Betreibers gibt es einen Code für dich. Sag: verknüpfe mich, dann laufen deine Anfragen unter deinem Namen.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } von { name }
    }
owed = { why } Ich habe es mir notiert und frage { wish } an, sobald es klappt.
refused = Ich konnte { name } nicht anfragen. { why }
collection = { collection-size }. { $lacking ->
        [uhd] In 4K bekomme ich sie hier nicht.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Es fehlt noch { $names }. Soll ich ihn{ in-4k } anfragen?
       *[other] Es fehlen noch { $names }. Soll ich sie alle{ in-4k } anfragen?
    }
collection-complete = { collection-size }. { $count ->
        [one] Er ist schon da oder angefragt.
       *[other] Alle sind schon da oder angefragt.
    }
collection-size = Ich habe { $title } gefunden, mit { $count ->
        [one] einem Film
       *[other] { $count_words } Filmen
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Von { $title } gibt es nichts mehr anzufragen. Da war jemand schneller.
               *[other] Ich konnte nichts von { $title } anfragen. { why }
            }
           *[other] { why } Ich habe es mir notiert und frage an, was von { $title } fehlt, sobald es klappt.
        }
        [one] Alles klar, ich habe einen Film aus { $title }{ in-4k } angefragt. { rest-of-them }
       *[other] Alles klar, ich habe { $taken_words } Filme aus { $title }{ in-4k } angefragt. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Jetzt fehlt nur noch die Freigabe.{ " " }
           *[other] Davon wartet einer auf Freigabe.{ " " }
        }
       *[other] Davon warten { $waiting_words } auf Freigabe.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Einen weiteren frage ich an, sobald dein Medienserver ihn annimmt.{ " " }
       *[other] Weitere { $owed_words } frage ich an, sobald dein Medienserver sie annimmt.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Einen weiteren hat dein Medienserver abgelehnt. { why }
       *[other] Weitere { $refused_words } hat dein Medienserver abgelehnt. { why }
    }
undone = Alles klar, ich habe { $count ->
        [one] die Anfrage für { wish }
        [2] beide Anfragen
       *[other] alle { $count_words } Anfragen
    } zurückgenommen.
crossed-off = Alles klar, ich habe { $count ->
        [one] { wish }
        [2] beides
       *[other] alle { $count_words }
    } von meiner Liste gestrichen.
partly-undone = Von { $total_words } Anfragen habe ich { $count ->
        [one] eine
       *[other] { $count_words }
    } zurückgenommen. { kept }
not-undone = { kept }
not-requested = Alles klar. Davon war noch nichts angefragt.
undo-failed = { why } Ob die Anfrage zurückgenommen ist, weiß ich noch nicht. Sag ruhig noch einmal: { undo-that }.
undo-that = mach das rückgängig
kept = { $kept ->
        [already] Das habe ich schon zurückgenommen.
        [on-its-way] Die Anfrage für { wish } kann ich nicht zurücknehmen, der Download läuft schon.
        [there] Die Anfrage für { wish } kann ich nicht zurücknehmen, das ist schon in deiner Bibliothek.
        [shared] Auch jemand anderes hat { wish } angefragt, deshalb bleibt es dabei.
        [sending] Ich frage { wish } gerade in diesem Moment an. Sag in einer Minute noch einmal: { undo-that }.
        [untraced] Ich kann nicht erkennen, welche Anfrage für { wish } deine ist, deshalb bleibt es dabei.
        [unable] Bei deinem Medienserver kann ich Anfragen nicht zurücknehmen. Es bleibt bei der Anfrage für { wish }.
        [refused] Dein Medienserver nimmt die Anfrage für { wish } nicht zurück.
       *[nothing] Du hast in den letzten zehn Minuten nichts angefragt, was ich zurücknehmen könnte.
    }
cannot-ask = { why }
stalled = { why } Soll ich es noch einmal versuchen?
why = { $why ->
        [backend-unreachable] Ich erreiche deinen Medienserver gerade nicht.
        [backend-too-slow] Dein Medienserver braucht zu lange für eine Antwort.
        [backend-resting] Dein Medienserver hat mehrmals hintereinander versagt, deshalb lasse ich ihm einen Moment Ruhe.
        [backend-busy] Dein Medienserver ist gerade überlastet.
        [backend-key-refused] Dein Medienserver nimmt meinen Schlüssel nicht an. Der Betreiber muss den API-Schlüssel prüfen.
        [request-not-allowed] Das erlaubt dir dein Medienserver nicht.
        [request-quota] { $frees ->
            [none] Dein Kontingent an Anfragen ist im Moment aufgebraucht.
           *[other] Dein Kontingent an Anfragen ist aufgebraucht. Die nächste ist am { $frees } frei.
        }
        [request-user-unknown] Dein Medienserver kennt dein Benutzerkonto nicht. Der Betreiber muss dich neu verknüpfen.
        [request-unsupported] Das kann dein Medienserver nicht.
        [backend-blind] Ich kann gerade nichts nachschlagen, weil dein Medienserver seine Filmdatenbank nicht erreicht.
        [request-blocked] Das steht auf der Sperrliste.
        [request-csrf] Der CSRF-Schutz deines Medienservers blockiert Anfragen. Der Betreiber muss ihn ausschalten.
        [title-unknown] Diesen Titel kennt dein Medienserver nicht.
        [request-refused] Dein Medienserver hat die Anfrage abgelehnt.
        [download-failed] Der Download ist fehlgeschlagen.
        [download-stalled] Der Download ist ins Stocken geraten.
        [download-paused] Der Download ist angehalten.
        [download-client-gone] Das Download-Programm ist nicht zu erreichen.
       *[backend-broken] Dein Medienserver hat mit einem Fehler geantwortet.
    }

## Hilfe und Erinnerung

help-nothing = Du kannst zum Beispiel sagen: lade Jurassic Park herunter, oder hol die zweite Staffel von The Bear. Was möchtest du?
help-offer = Sag ja, wenn das der richtige Titel ist, nein für den nächsten, oder nenn mir einen anderen. Ist es der richtige?
help-list = Sag, welcher es ist, etwa der erste, die Serie, oder der von 1984; oder nein für andere. Welcher ist es?
help-collection = Sag ja, und ich frage jeden Film an, der davon fehlt, oder nein, um es zu lassen. Soll ich sie anfragen?
help-seasons = Du kannst alle sagen, die erste Staffel, oder Zahlen wie eins und drei. Welche möchtest du?
help-retry = Sag ja, dann versuche ich es noch einmal, oder nein, um es zu lassen. Soll ich es noch einmal versuchen?
one-moment = Einen Moment bitte.
help-code = Bitte den Betreiber, die Seite mit den Personen zu öffnen: Dort steht ein Code für dich. Sag seine vier Ziffern einzeln. Welche vier Ziffern stehen auf der Seite des Betreibers?
busy = Ich bin noch mit dem beschäftigt, was eben gesagt wurde. Sagst du das bitte noch einmal?
start-again = Entschuldige, ich habe den Faden verloren. Fangen wir noch einmal an: Welchen Film oder welche Serie möchtest du?
not-heard = { $heard ->
        [nothing] Ich habe nichts gehört.
       *[something] Das habe ich leider nicht verstanden.
    }
remind-nothing = { not-heard } Welchen Film oder welche Serie möchtest du?
remind-offer = { not-heard } Ist das der richtige Titel, ja oder nein?
remind-list = { not-heard } Welchen möchtest du?
remind-collection = { not-heard } Soll ich sie anfragen, ja oder nein?
remind-seasons = { not-heard } Sag alle, oder nenn mir Zahlen. Welche Staffeln möchtest du?
remind-retry = { not-heard } Soll ich es noch einmal versuchen, ja oder nein?
remind-code = { not-heard } Welche vier Ziffern stehen auf der Seite?
lost-nothing = Das verstehe ich immer noch nicht. Sag nur den Titel, dann das Jahr oder wer mitspielt, oder buchstabiere ihn. Wie heißt er?
lost-offer = Das verstehe ich immer noch nicht. Sag ja, nein oder der nächste, oder nenn vom richtigen das Jahr oder wer mitspielt. Ist es dieser Titel?
lost-list = Das verstehe ich immer noch nicht. Sag der erste oder der zweite, das Jahr, oder wer mitspielt. Welcher ist es?
lost-collection = Das verstehe ich immer noch nicht. Sag einfach ja für alle, oder nein. Soll ich sie anfragen?
lost-seasons = Das verstehe ich immer noch nicht. Sag eine Zahl, etwa zwei, oder alle, die erste, oder die neueste. Welche Staffeln möchtest du?
lost-retry = Das verstehe ich immer noch nicht. Sag einfach ja oder nein. Soll ich es noch einmal versuchen?
lost-code = Das verstehe ich immer noch nicht. Sag nur die vier Ziffern, eine nach der anderen, oder sag abbrechen. Wie lauten sie?
lost-goodbye = Wir verstehen uns gerade nicht, lassen wir es gut sein. Frag mich einfach wieder, wann du magst.
trouble = Entschuldige, bei mir ist etwas schiefgegangen. Versuch es gleich noch einmal.
too-often = Das war ziemlich viel auf einmal. Warte bitte eine Minute und versuch es dann noch einmal.

## Mit einem Benutzer verknüpft werden, durch einen Code auf der Seite des Betreibers

ask-code = Um dich zu verknüpfen, brauche ich einen Code. Welche vier Ziffern stehen auf der Seite des Betreibers?
wrong-code = Dieser Code ist es nicht. Welche vier Ziffern stehen auf der Seite des Betreibers?
linked = Du bist jetzt als { $name } verknüpft.
not-linked = { $why ->
        [used] Dieser Code ist schon verbraucht. Bitte den Betreiber um einen neuen.
        [old] Dieser Code ist zu alt: Er gilt zehn Minuten. Bitte den Betreiber um einen neuen.
        [too-often] Zuletzt waren zu viele Codes falsch, darum nehme ich gerade keinen an. Warte bitte zehn Minuten.
        [nobody] Ich weiß nicht, wer hier spricht, deshalb kann ich dich nicht verknüpfen.
        [no-users] Auf deinem Medienserver kann ich nicht im Namen anderer anfragen, deshalb gibt es niemanden, mit dem ich dich verknüpfen könnte.
        [gone] Dein Medienserver kennt den Benutzer zu diesem Code nicht mehr. Bitte den Betreiber um einen neuen Code.
       *[unasked] Ich kann deinen Medienserver gerade nicht fragen, du bist also noch nicht verknüpft. Der Code gilt weiter: Sag ihn bitte gleich noch einmal.
    }

## Was die Plattformen zeigen oder wiederholen

reprompt = { $context ->
        [offer] Ist das der richtige Titel, ja oder nein?
        [collection] Soll ich sie anfragen, ja oder nein?
        [seasons] Welche Staffeln möchtest du?
        [list] Welchen möchtest du?
        [retry] Soll ich es noch einmal versuchen?
        [code] Welche vier Ziffern stehen auf der Seite des Betreibers?
        [undo] Soll ich die Anfrage zurücknehmen?
        [approval] Welche Anfrage soll ich freigeben?
       *[nothing] Welchen Film oder welche Serie möchtest du?
    }
button-yes = Ja
button-no = Nein
button-next = Der nächste
button-all-seasons = Alle
button-cancel = Abbrechen
button-help = Was kann ich sagen?
button-season = Staffel { $number }

## Was die Testseite zeigt

kind-label = { $kind ->
        [movie] Film
        [collection] Filmreihe
       *[tv] Serie
    }
availability-label = { $availability ->
        [available] In deiner Bibliothek
        [processing] Wird heruntergeladen
        [pending] Wartet auf Freigabe
        [partial] Teilweise in deiner Bibliothek
        [blocked] Auf der Sperrliste
        [queued] Notiert, noch nicht gesendet
        [declined] Abgelehnt
        [refused] Abgelehnt
        [failed] Fehlgeschlagen
       *[missing] Nicht in deiner Bibliothek
    }
stage-label = { $stage ->
        [owed] Notiert, noch nicht gesendet
        [pending] Wartet auf Freigabe
        [approved] Genehmigt
        [downloading] Wird heruntergeladen
        [partial] Teilweise in deiner Bibliothek
        [ready] Verfügbar
        [failed] Fehlgeschlagen
        [declined] Abgelehnt
        [refused] Nicht angenommen
        [given-up] Aufgegeben
        [withdrawn] Zurückgenommen
       *[gone] Gelöscht
    }
source-label = { $source ->
        [outbox] von Overtalkerr notiert
        [webhook] vom Medienserver gemeldet
       *[look] auf dem Medienserver gesehen
    }
requests-page = { $part ->
        [stage] Stand
        [kind] Art
        [words] Wörter im Titel
        [show] Anzeigen
        [none] Bisher wurde nichts angefragt.
        [no-match] Keine Anfrage passt dazu.
        [since] seit
        [older] Ältere
        [newest] Neueste
        [pages] Weitere Seiten
        [skip] Direkt zu den Anfragen
        [back] Alle Anfragen
        [home] Startseite
        [timeline] Was geschehen ist
        [told] Wer davon hört
        [nobody] Niemand.
        [forgotten] Diese Anfrage ist hier nicht bekannt.
        [live] Aktualisiert sich von selbst
        [polled] Sieht alle zehn Sekunden nach
        [lost] Keine Verbindung, neuer Versuch läuft
       *[heading] Anfragen
    }
requests-filter = { $which ->
        [open] Unterwegs
        [ready] Verfügbar
        [failed] Fehlgeschlagen oder abgelehnt
        [over] Zurückgenommen oder gelöscht
       *[all] Alle
    }
requests-seasons = { $seasons_opening }
requests-asked = angefragt von { $who }
option-year = der von { $year }
option-number = Nummer { $number_words }
example-film = lade Jurassic Park herunter
example-several = hol mir Dune
example-season = hol die zweite Staffel von Severance
example-there = lade Breaking Bad herunter
example-missing = ich möchte The Bear sehen

## Nachrichten, und was hört, wer wiederkommt

welcome-news = Willkommen zurück! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }Und von einer weiteren Anfrage gibt es Neues.
       *[other] { " " }Und von { $more_words } weiteren Anfragen gibt es Neues.
    } Was möchtest du sehen?
news = { $stage ->
        [ready] { what } { is } { since } in deiner Bibliothek.
        [partial] Ein Teil von { name } ist { since } in deiner Bibliothek.
        [failed] Die Anfrage für { wish } ist fehlgeschlagen.
        [declined] Die Anfrage für { wish } wurde abgelehnt.
        [refused] Dein Medienserver hat die Anfrage für { wish } nicht angenommen.
        [withdrawn] Die Anfrage für { wish } wurde zurückgenommen.
        [gone] Die Anfrage für { wish } wurde auf deinem Medienserver gelöscht.
       *[given-up] Die Anfrage für { wish } ließ sich so lange nicht senden, dass ich aufgegeben habe.
    }{ because }
since = { $day ->
        [today] seit heute
        [yesterday] seit gestern
       *[before] seit { $days_words } Tagen
    }
notice-title = { what }: { $stage ->
        [ready] kann losgehen
        [partial] zum Teil da
        [downloading] wird heruntergeladen
        [approved] genehmigt
        [pending] wartet auf Freigabe
        [failed] fehlgeschlagen
        [declined] abgelehnt
        [refused] nicht angenommen
        [given-up] aufgegeben
        [withdrawn] zurückgenommen
        [gone] gelöscht
       *[owed] notiert
    }
notice-body = { $stage ->
        [ready] { what } { is } jetzt in deiner Bibliothek. Viel Spaß!
        [partial] { $seasons ->
            [none] Ein Teil von { name } ist jetzt in deiner Bibliothek.
           *[some] { what } { is } jetzt in deiner Bibliothek, der Rest ist unterwegs.
        }
        [downloading] { what } { becomes } gerade heruntergeladen.
        [approved] Die Anfrage für { wish } ist genehmigt, die Suche läuft.
        [pending] Die Anfrage für { wish } ist gestellt und wartet auf Freigabe.
        [failed] Die Anfrage für { wish } wurde genehmigt, ist dann aber fehlgeschlagen. Der Betreiber kann es noch einmal versuchen.
        [declined] Die Anfrage für { wish } wurde abgelehnt.
        [refused] Dein Medienserver hat die Anfrage für { wish } nicht angenommen.
        [given-up] Die Anfrage für { wish } ließ sich so lange nicht senden, dass ich aufgegeben habe. Wenn du das noch möchtest, sag es mir noch einmal.
        [withdrawn] Die Anfrage für { wish } wurde zurückgenommen.
        [gone] Die Anfrage für { wish } wurde auf deinem Medienserver gelöscht.
       *[owed] Die Anfrage für { wish } ist notiert und wird gesendet, sobald es klappt.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }Der Grund: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Dein Medienserver hat meinen Schlüssel nicht angenommen.
        [request-not-allowed] Das hat er dir nicht erlaubt.
        [request-quota] Dein Kontingent an Anfragen war aufgebraucht.
        [request-user-unknown] Er kannte dein Benutzerkonto nicht.
        [request-unsupported] Das konnte er nicht.
        [request-blocked] Das stand auf der Sperrliste.
        [request-csrf] Sein CSRF-Schutz hat Anfragen blockiert.
        [title-unknown] Er kannte diesen Titel nicht.
        [request-refused] { "" }
       *[other] Dein Medienserver hat nicht richtig geantwortet.
    }
notice-library = deiner Bibliothek
outage-title = { $state ->
        [ended] Overtalkerr: Der Anfragedienst läuft wieder
       *[began] Overtalkerr: Der Anfragedienst ist gestört
    }
outage-body = { $state ->
        [ended] Der Anfragedienst läuft nach { $minutes ->
            [one] einer Minute
           *[other] { $minutes } Minuten
        } wieder. Was notiert wurde, wird jetzt gesendet.
       *[began] Der Anfragedienst ist seit { $minutes ->
            [one] einer Minute
           *[other] { $minutes } Minuten
        } gestört. Wünsche werden notiert und später gesendet.{ $reason ->
            [none] { "" }
           *[other] { " " }Zuletzt war zu sehen: { $reason }
        }
    }
trial-title = Overtalkerr: ein Test
trial-body = Nachrichten zu Anfragen kommen hier an.
