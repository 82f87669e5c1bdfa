"""How the kind ``quorum`` is asked and answered on the page."""

from cpia.portale.calcolo.pagina.descrizione import ORGANO, PROFILO, Campo, Genere, Modulo, Voce

MODULO = Modulo(
    titolo="Numero legale",
    riga="Si prova se in una seduta ci sono abbastanza presenti.",
    esempio={
        "profilo": "cpia-napoli-provincia-2",
        "organo": "consiglio_istituto",
        "in_carica": 19,
        "presenti": 10,
    },
    campi=(
        PROFILO,
        ORGANO,
        Campo("in_carica", "Componenti in carica", Genere.INTERO),
        Campo("presenti", "Presenti", Genere.INTERO),
    ),
    voci=(
        Voce("valida", "Seduta valida", Genere.SI_NO),
        Voce("numero_legale", "Numero legale", Genere.INTERO),
    ),
)
