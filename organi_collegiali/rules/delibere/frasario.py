"""The phrases with which every school's book of premises begins: from the law and from the acts."""

from organi_collegiali.enums import Premessa, TipoOrgano

CONSIGLIO = TipoOrgano.CONSIGLIO_ISTITUTO.value
COLLEGIO = TipoOrgano.COLLEGIO.value
CLASSE = TipoOrgano.CONSIGLIO_CLASSE.value

# The word, how it goes on, the kind of organ that uses it (empty: all of them).
FRASI: tuple[tuple[Premessa, str, str], ...] = (
    (
        Premessa.VISTO,
        "il D.Lgs. 16 aprile 1994, n. 297, «Testo unico delle disposizioni legislative vigenti in "
        "materia di istruzione»",
        "",
    ),
    (
        Premessa.VISTO,
        "il D.P.R. 8 marzo 1999, n. 275, «Regolamento recante norme in materia di autonomia delle "
        "istituzioni scolastiche»",
        "",
    ),
    (
        Premessa.VISTO,
        "il D.I. 28 agosto 2018, n. 129, «Istruzioni generali sulla gestione "
        "amministrativo-contabile delle istituzioni scolastiche»",
        CONSIGLIO,
    ),
    (
        Premessa.VISTO,
        "l’art. 10 del D.Lgs. 16 aprile 1994, n. 297, sulle attribuzioni del consiglio d’istituto",
        CONSIGLIO,
    ),
    (
        Premessa.VISTO,
        "l’art. 7 del D.Lgs. 16 aprile 1994, n. 297, sulle attribuzioni del collegio dei docenti",
        COLLEGIO,
    ),
    (
        Premessa.VISTO,
        "l’art. 5 del D.Lgs. 16 aprile 1994, n. 297, sui consigli di classe",
        CLASSE,
    ),
    (Premessa.VISTA, "la L. 13 luglio 2015, n. 107", ""),
    (Premessa.VISTO, "il Regolamento d’istituto", ""),
    (Premessa.VISTO, "il Piano triennale dell’offerta formativa", ""),
    (Premessa.VISTO, "il verbale della seduta precedente", ""),
    (
        Premessa.VISTO,
        "il Programma annuale e le modifiche ad esso apportate",
        CONSIGLIO,
    ),
    (Premessa.VISTA, "la delibera del Collegio dei docenti", CONSIGLIO),
    (Premessa.VISTA, "la proposta della Giunta esecutiva", CONSIGLIO),
    (Premessa.VISTA, "la relazione illustrativa", ""),
    (Premessa.VISTI, "gli atti depositati in segreteria", ""),
    (Premessa.VISTE, "le proposte dei consigli di classe", ""),
    (Premessa.SENTITO, "il Dirigente scolastico", ""),
    (Premessa.SENTITA, "la relazione del Direttore dei servizi generali e amministrativi", ""),
    (Premessa.PRESO_ATTO, "delle somme comunicate o accreditate", CONSIGLIO),
    (Premessa.PRESO_ATTO, "di quanto è emerso dalla discussione", ""),
    (Premessa.RILEVATA, "la necessità di provvedere", ""),
    (Premessa.RILEVATA, "la necessità di modificare il regolamento in vigore", ""),
    (Premessa.CONSIDERATO, "che il numero legale è presente", ""),
    (Premessa.CONSIDERATO, "che la proposta è coerente con l’offerta formativa dell’istituto", ""),
)
