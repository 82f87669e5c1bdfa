"""How the kind ``votazione`` is asked and answered on the page."""

from cpia.portale.calcolo.pagina.descrizione import ORGANO, PROFILO, Campo, Genere, Modulo, Voce
from organi_collegiali.enums import FormaVotazione, VotoPresidente

MODULO = Modulo(
    titolo="Esito di una votazione",
    riga="Si prova se una proposta è approvata, e quanti voti servono.",
    esempio={
        "profilo": "ic-pinocchio-montesicuro",
        "organo": "collegio_docenti",
        "forma": "palese",
        "presenti": 40,
        "favorevoli": 20,
        "contrari": 15,
        "astenuti": 5,
        "presidente": "favorevole",
    },
    campi=(
        PROFILO,
        ORGANO,
        Campo("forma", "Voto", Genere.SCELTA, tuple((f.value, f.value) for f in FormaVotazione)),
        Campo("presenti", "Presenti", Genere.INTERO),
        Campo("favorevoli", "Favorevoli", Genere.INTERO),
        Campo("contrari", "Contrari", Genere.INTERO),
        Campo("astenuti", "Astenuti", Genere.INTERO),
        Campo(
            "presidente",
            "Voto di chi presiede",
            Genere.SCELTA,
            tuple((v.value, v.value) for v in VotoPresidente),
            nullo=True,
            nota="Nel voto segreto non si sa: si lascia vuoto.",
        ),
        Campo("scrutinio", "È uno scrutinio (consiglio di classe)", Genere.SI_NO),
    ),
    voci=(
        Voce("approvata", "Approvata", Genere.SI_NO),
        Voce("necessari", "Voti necessari", Genere.INTERO),
    ),
)
